"""Where a file and the caseload leave a doubt, nothing is guessed; the person says where a child belongs."""

from datetime import date

import pytest

from checklists.clock import Clock
from checklists.imported import Counts
from checklists.use_cases.cases import add_case, add_child, edit_child
from checklists.use_cases.import_list import bring_in
from checklists.wrong import Wrong
from store.case import Case
from store.case_store import CaseStore
from tests.checklists.imports.looking import LATER, Bring, Look, facts, the_case, the_line, the_row
from tests.samples.workbooks import age_on, in_care, on_a_plan


def test_another_date_of_birth_may_be_another_child(store: CaseStore, look: Look, bring: Bring) -> None:
    """Nothing of that row is brought in."""
    bring([on_a_plan()])
    other = [on_a_plan(born=date(2017, 1, 1), visit=date(2026, 11, 17))]
    line = the_line(look(other, as_at=LATER))
    assert line.status == "odd"
    assert "dates of birth" in line.trouble
    assert bring(other, as_at=LATER) == Counts(odd=1)
    assert the_row(store).revision == 1


def test_two_lists_with_two_dates_of_birth_are_not_merged(store: CaseStore, bring: Bring) -> None:
    """Not even where both rows are new."""
    assert bring([on_a_plan()], [in_care(born=date(2011, 1, 1))]) == Counts(odd=1)
    assert store.caseload() == []


def test_a_row_pasted_twice_is_one_and_two_rows_that_differ_are_none(store: CaseStore, look: Look) -> None:
    """Which of the two is right is not for the program to say."""
    assert the_line(look([on_a_plan(), on_a_plan()])).status == "new"
    line = the_line(look([on_a_plan(), on_a_plan(alone="b) No")]))
    assert (line.status, "rows 2 and 3" in line.trouble) == ("odd", True)


def test_a_row_without_an_id_is_shown_and_left_out(store: CaseStore, bring: Bring, look: Look) -> None:
    """With its row, as it has nothing else to be named by."""
    rows = [on_a_plan(None), on_a_plan()]
    assert [line.child.places == ("List 7, row 2",) for line in look(rows).lines if line.status == "odd"] == [True]
    assert bring(rows) == Counts(new=1, odd=1)


def test_a_new_child_can_be_put_with_a_case_that_is_there(store: CaseStore, case: Case, bring: Bring) -> None:
    """A brother of those who are on it; afterwards the file finds him there."""
    assert bring([on_a_plan()], **{"9212044": "F-102"}) == Counts(new=1)
    kept = store.case(case.id)
    assert ([child.own_id for child in kept.children], kept.revision) == (["", "", "9212044"], case.revision + 1)
    assert bring([on_a_plan()]) == Counts(same=1)


def test_two_new_children_can_share_the_case_of_one(store: CaseStore, bring: Bring) -> None:
    """One case, one save, both children."""
    assert bring([on_a_plan(1.0), on_a_plan(2.0)], **{"2": "1"}) == Counts(new=2)
    assert [child.own_id for child in the_row(store).children] == ["1", "2"]
    assert the_row(store).revision == 1


@pytest.mark.parametrize("put_with", [{"77": "F-102"}, {"9212044": "A-1"}])
def test_a_wish_that_cannot_be_met_is_refused_before_anything_is_written(
    store: CaseStore, clock: Clock, case: Case, bring: Bring, put_with: dict[str, str]
) -> None:
    """An id that is not new; an adult's case."""
    add_case(store, clock, {"ref": "A-1", "service": "adults"}, {"initials": "P.Q."})
    with pytest.raises(Wrong, match="Put with"):
        bring([on_a_plan(), on_a_plan(5.0)], **put_with)
    assert {row.ref for row in store.caseload()} == {"F-102", "A-1"}


def test_an_id_on_two_children_of_mine_is_not_guessed(store: CaseStore, case: Case, look: Look) -> None:
    """They are to be told apart first."""
    add_child(store, case.id, {"initials": "A.", "own_id": "9212044"})
    add_child(store, case.id, {"initials": "B.", "own_id": "9212044"})
    assert the_line(look([on_a_plan()])).status == "odd"


def test_a_date_of_birth_after_the_files_date_is_the_day_a_baby_is_expected(store: CaseStore, bring: Bring) -> None:
    """Annex A gives the expected date for an unborn child."""
    bring([on_a_plan(born=date(2027, 1, 4), age=-1.0)])
    (child,) = the_case(store).children
    assert (child.born_on, child.expected_on, child.unborn) == (None, date(2027, 1, 4), True)
    born = date(2026, 11, 18)
    assert bring([on_a_plan(born=born, age=age_on(born, LATER))], as_at=LATER) == Counts(changed=1)
    assert the_case(store).children[0].born_on == born


def test_a_birth_far_ahead_is_a_slip_and_makes_nobody_unborn(store: CaseStore, bring: Bring) -> None:
    """An unborn child is asked no visits; a slip of the keys must not do that."""
    bring([on_a_plan(born=date(2081, 5, 4))])
    (child,) = the_case(store).children
    assert (child.born_on, child.expected_on) == (None, None)


def test_a_visit_that_has_not_come_yet_is_left_out(store: CaseStore, look: Look, bring: Bring) -> None:
    """A planned visit is not a visit."""
    rows = [on_a_plan(visit=date(2026, 12, 1))]
    assert "not come yet" in the_line(look(rows)).child.odd[0].sentence
    bring(rows)
    assert the_row(store).children[0].last_seen is None


def test_days_that_do_not_fit_together_are_kept_and_shown(store: CaseStore, look: Look, bring: Bring) -> None:
    """A plan before birth may be an unborn child's, or an error; the file says it, so it stays."""
    rows = [on_a_plan(started=date(2018, 3, 23), ended=date(2026, 10, 30))]
    sentences = {odd.source: odd.sentence for odd in the_line(look(rows)).child.odd}
    assert sentences["List 7, D2"] == "Protection plan began 42 days before birth."
    assert sentences["List 7, F2"] == "Last visit (list 7): 3 days after the end date."
    bring(rows)
    assert facts(the_case(store))["cp.plan_started_on"] == "2018-03-23"


def test_an_id_longer_than_a_reference_is_left_out_with_a_sentence(store: CaseStore, look: Look, bring: Bring) -> None:
    """It can still be put with a case."""
    rows = [on_a_plan("X" * 30)]
    assert "longer than a reference" in the_line(look(rows)).trouble
    assert bring(rows) == Counts(odd=1)


def test_a_doubt_that_comes_up_after_the_preview_keeps_the_row_out(
    store: CaseStore, clock: Clock, look: Look, bring: Bring
) -> None:
    """Another window wrote a different date of birth meanwhile."""
    bring([on_a_plan(born=None, age=None)])
    seen = look([on_a_plan()], as_at=LATER)
    case = the_case(store)
    edit_child(store, case.id, case.children[0].id, {"born_on": date(2017, 1, 1)})
    assert bring_in(store, clock, seen) == Counts(odd=1)
    assert the_row(store).revision == 2
