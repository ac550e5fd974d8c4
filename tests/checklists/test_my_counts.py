"""Counts that the person changed: the same rules as for limits, and no number that cannot be changed."""

from datetime import date
from typing import Any

import pytest

from checklists.clock import Clock
from checklists.journeys.limits import limits_form
from checklists.limits import Limits, load_limits
from checklists.my_counts import MyCount, change_count, numbers_of
from checklists.my_limits import Mine, change, keep_over, put, read_mine, take_out, with_mine, write_mine
from checklists.pages.blocks import Table
from checklists.pages.limits import limits_page
from checklists.rulebook import Rulebook
from checklists.wrong import Wrong
from tests.checklists.signals.patterned import a_case, seen, the_one

TODAY = date(2026, 11, 23)
BUILT_IN = load_limits()
BOOK = Rulebook(BUILT_IN, BUILT_IN)
COUNTS = {one.id: one for one in BOOK.counts(TODAY)}


def mine(name: str, reason: str = "ours here", **numbers: float) -> MyCount:
    """A count changed today."""
    return change_count(COUNTS[name], {**numbers_of(COUNTS[name].count), **numbers}, reason, TODAY)


def test_a_changed_count_is_counted_by_and_named_as_ones_own() -> None:
    """It keeps what it was, when and why; the prompt's source says so."""
    row = mine("not_alone_in_a_row", due=1)
    assert (row.was, row.on, row.reason) == ("noticed at 2, repeated at 3", TODAY, "ours here")
    case = a_case(seen("2026-10-19 alone", "2026-11-16 with_others"))
    found = the_one(case, "S3", limits=with_mine(BUILT_IN, [row], TODAY))
    assert found.severity == "due"
    assert found.source == "my limit since Mon 23 Nov: ours here"
    assert "noticed at 1, repeated at 3" in found.facts[-1]


@pytest.mark.parametrize(
    ("numbers", "reason", "said"),
    [
        ({"due": 4}, "ours", "before it is noticed"),
        ({"due": 1}, " ", "asks why"),
        ({}, "the same", "what it is now"),
        ({"due": 0}, "ours", "cannot be used"),
        ({"due": 1.5}, "ours", "cannot be used"),
        ({"of_last": 3}, "ours", "cannot be used"),
    ],
)
def test_what_makes_no_sense_is_said(numbers: dict[str, float], reason: str, said: str) -> None:
    """No mark before the other, no blank reason, no number that the count does not have."""
    with pytest.raises(Wrong, match=said):
        mine("not_alone_in_a_row", reason, **numbers)


def test_repeated_may_be_left_blank_and_noticed_may_not() -> None:
    """Blank: it is never repeated."""
    setting = COUNTS["not_alone_in_a_row"]
    assert change_count(setting, {"due": 2}, "ours", TODAY).numbers == (("due", 2),)
    with pytest.raises(Wrong, match="needed"):
        change_count(setting, {"strong": 3}, "ours", TODAY)


@pytest.mark.parametrize("name", COUNTS)
def test_every_number_of_every_count_can_be_changed(name: str) -> None:
    """By its form, and it reads back from the file as it was written."""
    kept: list[tuple[Mine, ...]] = []
    form = limits_form(Clock(fixed=TODAY), COUNTS[name], (), lambda rows: kept.append(tuple(rows)))
    asked = [entry.name for entry in form.entries({}, ())]
    assert asked == [*numbers_of(COUNTS[name].count), "reason"]
    raised: dict[tuple[str, ...], str] = {
        ("count", field): str(int(form.start["count", field]) + 1) for field in asked[:-1]
    }
    said = form.save({**form.start, **raised, ("count", "reason"): "ours here"})
    assert "from now on. It was" in said
    (rows,) = kept
    assert read_mine(write_mine(rows)) == rows
    changed = with_mine(BUILT_IN, rows, TODAY).count(name)
    assert numbers_of(changed).keys() == numbers_of(COUNTS[name].count).keys()
    assert all(numbers_of(changed)[field] > value for field, value in numbers_of(COUNTS[name].count).items())


def test_limits_and_counts_stand_in_one_file() -> None:
    """Each is put, taken out and read for itself."""
    limit = change(BOOK.setting("cp_visit", TODAY), 12, None, "ours", TODAY)
    count = mine("impact_blank", more_than=0.4)
    rows = put(put((), limit), count)
    assert read_mine(write_mine(rows)) == rows
    assert take_out(rows, "impact_blank") == (limit,)
    book = Rulebook(BUILT_IN, BUILT_IN, rows)
    assert (book.in_force.row("cp_visit").value, book.in_force.count("impact_blank").more_than) == (12, 0.4)
    assert book.any_setting("impact_blank", TODAY).who == "me"
    assert book.any_setting("cp_visit", TODAY).who == "me"


def test_a_count_that_changed_beneath_is_shown_until_chosen() -> None:
    """Both stand first on the page; keeping one's own ends that."""
    rows = (mine("restarts", due=1),)
    newer = BUILT_IN.count("restarts")._replace(due=3, strong=4)
    beneath = Limits(BUILT_IN.rows, {**BUILT_IN.counts, "restarts": newer})
    book = Rulebook(beneath, beneath, rows)
    setting = book.any_setting("restarts", TODAY)
    assert setting.changed_beneath
    first = limits_page(book.settings(TODAY), book.counts(TODAY), TODAY).blocks[0]
    assert isinstance(first, Table)
    assert "beneath it is noticed at 3, repeated at 4 now" in first.items[0].why
    kept = Rulebook(beneath, beneath, keep_over(rows, setting))
    assert not kept.any_setting("restarts", TODAY).changed_beneath
    assert kept.in_force.count("restarts").due == 1


@pytest.mark.parametrize(
    "text",
    [
        "changed_count = 3",
        "[[changed_count]]\nid = 'restarts'",
        "[[changed_count]]\nid='restarts'\nnumbers={due=0}\nwas='x'\nunder={}\nreason='x'\non=2026-01-01",
        "[[changed_count]]\nid='restarts'\nnumbers={due='many'}\nwas='x'\nunder={}\nreason='x'\non=2026-01-01",
    ],
)
def test_a_broken_file_is_named(text: str) -> None:
    """With its row, in a sentence."""
    with pytest.raises(Wrong, match=r"my-timescales\.toml"):
        read_mine(text)


def test_there_is_no_count_of_another_name() -> None:
    """Said with where to look."""
    with pytest.raises(Wrong, match="no limit of that name"):
        BOOK.any_setting("bogus", TODAY)


def test_the_page_says_whose_a_count_is_and_why() -> None:
    """With what it was before."""
    book = Rulebook(BUILT_IN, BUILT_IN, (mine("restarts", due=1),))
    page = limits_page(book.settings(TODAY), book.counts(TODAY), TODAY)
    rows: dict[Any, Any] = {
        item.cells[0]: item for block in page.blocks if isinstance(block, Table) for item in block.items
    }
    item = rows["Times started again"]
    assert item.cells[2] == "me"
    assert item.why.endswith("Yours since Mon 23 Nov, before noticed at 2, repeated at 3: ours here")
