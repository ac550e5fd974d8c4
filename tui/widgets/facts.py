"""What the header says beside the place: the facts, the rows in view, and what must be known of every page."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from tui.look import shown
from tui.widgets.frame import header_room

BETWEEN = ", "


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of a page from long to short, and what is said with them as far as there is room."""

    texts: Sequence[str] = ("",)
    spans: Sequence[str] = ()
    """The rows in view, from long to short; none where the page has room for all, or where the hairline says it."""
    notes: Sequence[str] = ()
    """What every page says: fictional, not encrypted, masked; what matters most comes first and is left out last."""

    def said(self, place: str, marking: str, width: int) -> tuple[str, tuple[str, ...]]:
        """What the header says, and which of the notes it has no room for: the hairline has these.

        No note is ever lost, as the page would then look like one of real cases, or of a store that is encrypted. They go
        to the hairline before the place is cut: the whole question is to be read while it is answered.
        """
        texts = list(dict.fromkeys(shown(text) for text in self.texts if text)) or [""]
        spans, notes = self.spans or ("",), tuple(self.notes)
        whole = [_joined(text, span, *notes) for text in texts for span in spans]
        shorter = [(_joined(texts[-1], spans[-1], *notes[:kept]), notes[kept:]) for kept in range(len(notes))]
        tried = [*((fact, ()) for fact in whole), *reversed(shorter)]
        room = header_room(place, 0, marking, width)
        return next((one for one in tried if cell_len(one[0]) <= room), tried[-1])


def _joined(*parts: str) -> str:
    return BETWEEN.join(filter(None, parts))
