"""The council's own limits and counts: what its file may change, and how a mistake in it is said."""

from datetime import date

import pytest

from checklists.council import read_council
from checklists.limits import load_limits
from checklists.my_counts import change_count
from checklists.rulebook import Rulebook
from checklists.wrong import Wrong

BUILT_IN = load_limits()
TODAY = date(2026, 11, 23)
OURS = """\
[timescales]
cp_visit = { value = 15, source = "Our procedures, 4.2" }

[counts]
not_alone_in_a_row = { due = 3, strong = 5, source = "Our procedures, 6.1" }
"""


def test_a_count_of_the_councils_stands_over_the_built_in_one() -> None:
    """With its source; what it does not name stays; the page and the foot say whose it is."""
    book = Rulebook(BUILT_IN, read_council(OURS, BUILT_IN))
    count = book.in_force.count("not_alone_in_a_row")
    assert (count.due, count.strong) == (3, 5)
    assert count.cited == "Our procedures, 6.1, set by the council"
    assert count.applies_to == BUILT_IN.count("not_alone_in_a_row").applies_to
    whose = {one.id: one.who for one in book.counts(TODAY)}
    assert whose["not_alone_in_a_row"] == "council"
    assert set(whose.values()) == {"council", "built in"}


def test_ones_own_count_stands_over_the_councils() -> None:
    """And what lies beneath it is the council's."""
    council = read_council(OURS, BUILT_IN)
    setting = next(one for one in Rulebook(BUILT_IN, council).counts(TODAY) if one.id == "not_alone_in_a_row")
    mine = change_count(setting, {"due": 2, "strong": 4}, "a small team", TODAY)
    book = Rulebook(BUILT_IN, council, (mine,))
    (found,) = [one for one in book.counts(TODAY) if one.id == "not_alone_in_a_row"]
    assert (found.who, found.count.due, found.beneath.due) == ("me", 2, 3)
    assert not found.changed_beneath


def test_one_number_of_a_count_may_be_given_alone() -> None:
    """The others stay as they are built in."""
    text = "[counts.not_alone_in_a_row]\nstrong = 9\n"
    count = read_council(text, BUILT_IN).count("not_alone_in_a_row")
    assert (count.due, count.strong) == (BUILT_IN.count("not_alone_in_a_row").due, 9)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[counts]\nrestart = { due = 2 }", "line 2, restart: there is no count of that name. Did you mean restarts?"),
        ("\n[timescales]\ncp_visits = { value = 9 }", "line 3, cp_visits: .*Did you mean cp_visit?"),
        ("[count]\nrestarts = { due = 2 }", "line 1, count: there is no table of that name. Did you mean counts?"),
        ("[counts]\nnot_alone_in_a_row = { dew = 3 }", "line 2, dew: .*Did you mean due?"),
        ("[counts.not_alone_in_a_row]\n\ndew = 3", "line 3, dew: .*Did you mean due?"),
        ("[counts]\nnot_alone_in_a_row = { due = 5, strong = 2 }", "line 2, not_alone_in_a_row: Repeated: .*5 or more"),
        ("[counts]\nnot_alone_in_a_row = { due = 0 }", "line 2, not_alone_in_a_row: That number cannot be used"),
        ("[counts]\nnot_alone_in_a_row = { due = true }", "line 2, not_alone_in_a_row: a number is needed"),
        ("[counts]\nnot_alone_in_a_row = { source = 'x' }", "line 2, not_alone_in_a_row: a number is needed"),
        ("[counts]\nnot_alone_in_a_row = 3", "line 2, not_alone_in_a_row: a row has its values"),
        ("[timescales]\ncp_visit = { value = 15, strong = 3 }", "line 2, cp_visit: strong is before"),
        ("[timescales]\ncp_visit = { value = 'x' }", "line 2, cp_visit: value is needed"),
        ("[timescales]\nlac_visit_year1 = { value = 9 }", "line 2, lac_visit_year1: That is a limit of law"),
        ("counts = 3", "line 1, counts: its rows begin with"),
    ],
)
def test_a_mistake_is_said_with_its_line_and_what_may_be_meant(text: str, said: str) -> None:
    """In one sentence, and whom to ask; nothing of the file is used then."""
    with pytest.raises(Wrong, match=f"^The council's file, {said.replace('?', '[?]')}"):
        read_council(text, BUILT_IN)
