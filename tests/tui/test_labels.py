"""Labels of the forms."""

import pytest

from checklists.entry import entries_of
from store.records import KINDS, Record
from tui.widgets.form_page import Columns, sides

WIDTHS = (80, 60)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
@pytest.mark.parametrize("service", ["children", "adults"])
@pytest.mark.parametrize("width", WIDTHS)
def test_no_label_is_cut(kind: type[Record], service: str, width: int) -> None:
    """On every form a label, or its short form, has room before its value."""
    columns = Columns.at_width(width)
    entries = entries_of(kind, (), service)
    for entry, side in zip(entries, sides(entries, narrow=columns.narrow), strict=True):
        room = columns.half_value - columns.half - 2 if side == "right" else columns.value - 3 - 2
        assert min(len(entry.label), len(entry.short_label or entry.label)) <= room, entry.name
