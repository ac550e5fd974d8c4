"""A second import changes nothing, a newer one follows the file, and neither writes over a person's words."""

from datetime import date

from checklists.clock import Clock
from checklists.imported import Counts
from checklists.use_cases.cases import add_case, edit_child
from checklists.use_cases.import_list import bring_in
from store.case_store import CaseStore
from store.records import ImportedFact
from tests.checklists.imports.looking import LATER, Bring, Look, facts, the_case, the_line, the_row
from tests.samples.workbooks import AS_AT, in_care, on_a_plan


def test_the_same_file_again_changes_nothing_at_all(store: CaseStore, look: Look, bring: Bring) -> None:
    """Not even a save."""
    rows = ([on_a_plan(1.0), on_a_plan(2.0, alone="", review=None)], [in_care(1.0)])
    bring(*rows)
    before = [(row.id, row.revision) for row in store.caseload()]
    assert {line.status for line in look(*rows).lines} == {"same"}
    assert bring(*rows) == Counts(same=2)
    assert [(row.id, row.revision) for row in store.caseload()] == before


def test_a_newer_file_with_a_later_visit_keeps_the_earlier_one(store: CaseStore, bring: Bring) -> None:
    """Seen alone on 2 November stays true when the last visit was not alone."""
    bring([on_a_plan()])
    assert bring([on_a_plan(visit=date(2026, 11, 17), alone="b) No")], as_at=LATER) == Counts(changed=1)
    (child,) = the_row(store).children
    assert child.last_seen
    assert child.last_alone
    assert (child.last_seen.on, child.last_alone.on) == (date(2026, 11, 17), date(2026, 11, 2))


def test_a_newer_file_that_takes_back_seen_alone_is_believed(store: CaseStore, look: Look, bring: Bring) -> None:
    """The same visit, corrected; what the older file said is an earlier version."""
    bring([on_a_plan()])
    corrected = [on_a_plan(alone="b) No")]
    assert [(one.field, one.old, one.new, one.source) for one in the_line(look(corrected, as_at=LATER)).changes] == [
        ("cp.seen_alone", "yes", "no", "List 7, G2")
    ]
    bring(corrected, as_at=LATER)
    assert the_row(store).children[0].last_alone is None
    fact = next(fact for fact in the_case(store).of(ImportedFact) if fact.field == "cp.seen_alone")
    assert store.versions(the_row(store).id, fact.id)[0].record.model_dump()["value"] == "yes"


def test_a_blank_last_visit_takes_no_earlier_one_away(store: CaseStore, bring: Bring) -> None:
    """A blank means not recorded, not never."""
    bring([on_a_plan()])
    assert bring([on_a_plan(visit=None, alone="")], as_at=LATER) == Counts(same=1)
    assert the_row(store).children[0].last_alone is not None


def test_an_older_file_adds_nothing_to_a_newer_one(store: CaseStore, look: Look, bring: Bring) -> None:
    """And says so."""
    bring([on_a_plan()], as_at=LATER)
    line = the_line(look([on_a_plan(category="Emotional abuse")], as_at=AS_AT))
    assert line.status == "same"
    assert "newer file" in line.child.odd[-1].sentence


def test_a_newer_file_updates_what_an_import_put_there(store: CaseStore, look: Look, bring: Bring) -> None:
    """The plan has ended, and nobody had touched it."""
    bring([on_a_plan()])
    ended = [on_a_plan(ended=date(2026, 11, 18))]
    changes = {(one.field, one.old, one.new) for one in the_line(look(ended, as_at=LATER)).changes}
    assert ("plan", "cp", "none") in changes
    bring(ended, as_at=LATER)
    (child,) = the_case(store).children
    assert (child.plan, child.plan_started_on, child.category, child.revision) == ("none", None, "", 2)


def test_a_newer_file_never_overwrites_what_a_person_changed(store: CaseStore, look: Look, bring: Bring) -> None:
    """Both show; the person's stands, the file's is kept as a fact; other fields still follow the file."""
    bring([on_a_plan()])
    case = the_case(store)
    edit_child(store, case.id, case.children[0].id, {"plan_started_on": date(2026, 2, 16), "initials": "K.M."})
    newer = [on_a_plan(started=date(2026, 2, 18), category="Emotional abuse")]
    line = the_line(look(newer, as_at=LATER))
    assert [(one.field, one.yours, one.theirs, one.source) for one in line.differs] == [
        ("plan_started_on", "2026-02-16", "2026-02-18", "List 7, D2")
    ]
    assert bring(newer, as_at=LATER) == Counts(changed=1)
    (child,) = the_case(store).children
    assert (child.plan_started_on, child.initials, child.category) == (date(2026, 2, 16), "K.M.", "Emotional abuse")
    assert facts(the_case(store))["cp.plan_started_on"] == "2026-02-18"


def test_a_child_whom_a_person_wrote_down_keeps_every_field(
    store: CaseStore, clock: Clock, look: Look, bring: Bring
) -> None:
    """Found by the own id; the file adds facts only."""
    child = {"initials": "K.M.", "own_id": "9212044", "plan": "cin", "plan_started_on": date(2026, 1, 5)}
    add_case(store, clock, {"ref": "F-102"}, child)
    line = the_line(look([on_a_plan()]))
    assert (line.status, line.ref) == ("changed", "F-102")
    assert ("plan", "cin", "cp") in {(one.field, one.yours, one.theirs) for one in line.differs}
    bring([on_a_plan()])
    (known,) = the_case(store, "F-102").children
    assert (known.revision, known.plan, known.born_on, known.category) == (1, "cin", None, "")
    assert the_row(store).children[0].last_alone is not None
    assert look([on_a_plan()]).lines[0].differs == line.differs


def test_a_visit_that_i_wrote_stands_before_the_same_day_of_a_file(store: CaseStore, bring: Bring) -> None:
    """My own record of a day is the better one."""
    from checklists.use_cases.log_visit import log_visit

    bring([on_a_plan()])
    case = the_case(store)
    log_visit(store, case.id, {"happened_on": date(2026, 11, 2)}, {case.children[0].id: {"seen": "alone"}})
    (child,) = the_row(store).children
    assert child.last_alone
    assert child.last_alone.as_at is None


def test_a_reference_that_is_taken_is_not_taken_again(store: CaseStore, clock: Clock, look: Look, bring: Bring) -> None:
    """The child can be put with a case instead."""
    add_case(store, clock, {"ref": "9212044"})
    assert the_line(look([on_a_plan()])).ref_taken
    assert bring([on_a_plan()]) == Counts(odd=1)
    assert bring([on_a_plan()], **{"9212044": "9212044"}) == Counts(new=1)
    assert [child.own_id for child in the_case(store).children] == ["9212044"]


def test_a_row_that_is_gone_ends_nothing(store: CaseStore, look: Look, bring: Bring) -> None:
    """The child may have another worker in that list now; it is said, and the plan stays."""
    bring([on_a_plan()], [in_care()])
    line = the_line(look([on_a_plan()], as_at=LATER))
    assert "List 8 has no row of yours" in line.child.odd[-1].sentence
    bring([on_a_plan()], as_at=LATER)
    assert the_row(store).children[0].plan == "lac"


def test_a_change_made_in_another_window_after_the_preview_is_respected(
    store: CaseStore, clock: Clock, look: Look, bring: Bring
) -> None:
    """The case is looked at anew when it is saved."""
    bring([on_a_plan()])
    seen = look([on_a_plan(category="Emotional abuse")], as_at=LATER)
    case = the_case(store)
    edit_child(store, case.id, case.children[0].id, {"category": "neglect and more"})
    bring_in(store, clock, seen)
    assert the_case(store).children[0].category == "neglect and more"
