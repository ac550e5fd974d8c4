"""Add a case, edit it, close it; add a child and change one."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from checklists.clock import Clock
from checklists.journeys.cases import child_form, close_form, edit_case_form, new_case_form
from checklists.limits import load_limits
from checklists.use_cases.cases import add_case, reopen_case
from checklists.use_cases.records import undo_last_change
from checklists.wrong import Wrong
from store.case import Case
from store.case_store import CaseStore, Conflict, RefTaken
from store.records import CaseRecord, Child

TODAY = date(2026, 11, 23)
Fields = Callable[..., list[str]]
Filled = Callable[..., Any]


def test_a_case_and_its_first_child_are_one_form(store: CaseStore, clock: Clock, fields: Fields) -> None:
    """The reference first; the child under a heading of their own."""
    form = new_case_form(store, clock)
    assert fields(form)[:6] == [
        "case.ref", "case.allocated_on", "case.service", "case.see_also", "child.initials", "child.own_id",
    ]  # fmt: skip
    assert form.case_id == ""
    assert form.start[("case", "service")] == "children"
    assert {entry.group for entry in form.entries(form.start, ())} == {"", "First child"}


def test_an_adults_case_asks_in_an_adults_words(store: CaseStore, clock: Clock, filled: Filled) -> None:
    """As soon as the service is typed: no due date of a birth, a person for a child."""
    form = new_case_form(store, clock)
    asked = form.entries(filled(form, {"case.service": "adults"}), ())
    assert {entry.group for entry in asked} == {"", "Person"}
    assert "expected_on" not in [entry.name for entry in asked]
    assert "Private every" in [entry.label for entry in asked]


def test_the_case_is_kept_with_the_child(store: CaseStore, clock: Clock, filled: Filled) -> None:
    """Allocated today where nothing is said."""
    form = new_case_form(store, clock)
    texts = {"case.ref": "F-200", "child.initials": "Z.", "child.plan": "CP", "child.visit_interval": "10 wd"}
    assert form.save(filled(form, texts)) == "F-200 is on your caseload."
    (row,) = store.caseload()
    assert (row.ref, row.allocated_on, row.children[0].visit_interval) == ("F-200", TODAY, (10, "wd"))


def test_a_case_may_begin_without_a_child(store: CaseStore, clock: Clock, filled: Filled) -> None:
    """A plan alone makes nobody."""
    form = new_case_form(store, clock)
    form.save(filled(form, {"case.ref": "F-200", "child.plan": "in need"}))
    assert store.caseload()[0].children == ()


@pytest.mark.parametrize(
    ("texts", "field"),
    [
        ({"case.ref": ""}, "case.ref"),
        ({"case.ref": "F-1", "case.allocated_on": "tom"}, "case.allocated_on"),
        ({"case.ref": "F-1", "child.born_on": "1/1/2020"}, "child.initials"),
        ({"case.ref": "F-1", "child.initials": "a name that is long"}, "child.initials"),
        ({"case.ref": "F-1", "child.initials": "K.", "child.visit_interval": "often"}, "child.visit_interval"),
    ],
)
def test_what_is_wrong_with_a_new_case_names_its_field(
    texts: dict[str, str], field: str, store: CaseStore, clock: Clock, filled: Filled
) -> None:
    """And nothing is kept."""
    form = new_case_form(store, clock)
    with pytest.raises(Wrong) as found:
        form.save(filled(form, texts))
    assert found.value.field == field
    assert store.caseload() == []


def test_editing_a_case_changes_only_what_was_typed(store: CaseStore, clock: Clock, case: Case, filled: Filled) -> None:
    """Nothing changed says so; a reference that stands elsewhere is refused."""
    form = edit_case_form(store, clock, case)
    assert form.save(form.start) == "Nothing changed."
    assert form.save(filled(form, {"case.see_also": "F-104"})) == "F-102 saved."
    assert store.case(case.id).info.see_also == ("F-104",)
    add_case(store, clock, {"ref": "F-9"})
    with pytest.raises(RefTaken):
        edit_case_form(store, clock, store.case(case.id)).save(filled(form, {"case.ref": "F-9"}))
    with pytest.raises(Conflict):
        form.save(filled(form, {"case.see_also": "F-105"}))


def test_a_child_is_asked_what_applies(
    store: CaseStore, clock: Clock, case: Case, fields: Fields, filled: Filled
) -> None:
    """A category on a protection plan; the visiting rule in care; why, where observed counts; since when, if away."""
    form = child_form(store, clock, case)

    def extra(**texts: str) -> set[str]:
        typed = filled(form, {f"child.{name}": text for name, text in texts.items()})
        return {name.partition(".")[2] for name in fields(form, typed)} - {n.partition(".")[2] for n in fields(form)}

    care = {"legal_status", "visit_rule", "placement_started_on", "first_review_on"}
    assert extra(plan="CP") == {"category"}
    assert extra(plan="p") == {"category"}
    assert extra(plan="care") == care
    assert extra(alone_rule="observed counts") == {"alone_rule_reason", "alone_rule_review_on"}
    assert extra(whereabouts="missing") == {"whereabouts_since"}
    assert extra(not_asked_reason="placed by another council") == {"not_asked_until"}
    assert extra(whereabouts="nowhere that we know") == set()
    assert "child.expected_on" not in fields(form, filled(form, {"child.born_on": "1/2/2020"}))


def test_a_child_is_added_and_changed(store: CaseStore, clock: Clock, case: Case, filled: Filled) -> None:
    """A brother; then what was typed of him, and no more."""
    form = child_form(store, clock, case)
    assert (form.name, form.place) == ("child", "Add a child")
    assert form.save(filled(form, {"child.initials": "N.M.", "child.plan": "CP"})) == "The child is saved."
    now = store.case(case.id)
    change = child_form(store, clock, now, now.children[2])
    assert (change.place, change.facts) == ("Edit a child", f"{change.facts.partition(',')[0]}, N.M.")
    assert change.save(change.start) == "Nothing changed."
    change.save(filled(change, {"child.category": "neglect"}))
    assert store.case(case.id).children[2].category == "neglect"
    with pytest.raises(Conflict):
        change.save(filled(change, {"child.category": "emotional abuse"}))


def test_what_no_longer_applies_can_be_cleared(store: CaseStore, clock: Clock, case: Case, filled: Filled) -> None:
    """The plan ended: its category is still shown, and goes when it is wiped."""
    form = child_form(store, clock, case, case.children[0])
    form.save(filled(form, {"child.category": "neglect"}))
    now = store.case(case.id)
    change = child_form(store, clock, now, now.children[0])
    change.save(filled(change, {"child.plan": "in need", "child.category": ""}))
    kept = store.case(case.id).children[0]
    assert (kept.plan, kept.category) == ("cin", "")


def test_a_child_without_a_name_to_call_them_by_names_its_field(
    store: CaseStore, clock: Clock, case: Case, filled: Filled
) -> None:
    """Initials, or an own id; a rule needs its reason."""
    form = child_form(store, clock, case)
    with pytest.raises(Wrong) as found:
        form.save(filled(form, {"child.plan": "CP"}))
    assert found.value.field == "child.initials"
    with pytest.raises(Wrong, match="reason and a date") as found:
        form.save(filled(form, {"child.initials": "B.", "child.alone_rule": "observed counts"}))
    assert found.value.field == "child.alone_rule"
    with pytest.raises(Wrong, match="date to look again") as found:
        form.save(filled(form, {"child.initials": "B.", "child.not_asked_reason": "placed by another council"}))
    assert found.value.field == "child.not_asked_until"


def test_an_adults_case_has_one_person(store: CaseStore, clock: Clock, filled: Filled) -> None:
    """A second one is refused; the place is called by the service's word."""
    made = add_case(store, clock, {"ref": "A-1", "service": "adults"}, {"initials": "E.B."})
    form = child_form(store, clock, made)
    assert form.place == "Add a person"
    with pytest.raises(Wrong, match="about one person"):
        form.save(filled(form, {"child.initials": "X."}))


def test_closing_asks_when_why_and_what_could_still_go_wrong(
    store: CaseStore, clock: Clock, case: Case, fields: Fields, filled: Filled
) -> None:
    """The last may be blank, and is asked once more with what S21 counts; a day before the case came is refused."""
    form = close_form(store, clock, load_limits(), case)
    assert fields(form) == ["case.closed_on", "case.closed_reason", "case.could_still_go_wrong"]
    assert form.start[("case", "closed_on")] == ""
    assert form.hint({}, ("case", "could_still_go_wrong"))
    assert form.hint({}, ("case", "closed_reason")) == ""
    for texts, field in (
        ({}, "case.closed_reason"),
        ({"case.closed_reason": "x", "case.closed_on": "1/1/26"}, "case.closed_on"),
    ):
        with pytest.raises(Wrong) as found:
            form.save(filled(form, texts))
        assert found.value.field == field
    with pytest.raises(Wrong) as asked:
        form.save(filled(form, {"case.closed_reason": "the plan ended"}))
    assert asked.value.trouble == (
        "What could still go wrong is not written. Who would notice, and what would they do?"
    )
    assert asked.value.mend.startswith("Since Sun 23 Aug: 0 readings, 0 better; 0 concerns noted.")
    assert "S21, casereflect default" in asked.value.mend
    assert asked.value.field == "case.could_still_go_wrong"
    assert store.case(case.id).info.closed_on is None
    said = form.save(filled(form, {"case.closed_reason": "the plan ended"}))
    assert said.startswith("F-102 closed on Mon 23 Nov.")
    with pytest.raises(Wrong, match="closed already"):
        form.save(filled(form, {"case.closed_reason": "again"}))


def test_reopening_is_a_version_and_can_be_undone(store: CaseStore, clock: Clock, case: Case, filled: Filled) -> None:
    """How it was closed stays readable; undoing the reopening closes it as it was."""
    with pytest.raises(Wrong, match="nothing to reopen"):
        reopen_case(store, case.id)
    form = close_form(store, clock, load_limits(), case)
    form.save(filled(form, {"case.closed_reason": "the plan ended", "case.could_still_go_wrong": "mornings"}))
    assert reopen_case(store, case.id).closed_on is None
    closed = [
        v.record for v in store.versions(case.id, case.id) if isinstance(v.record, CaseRecord) and v.record.closed_on
    ]
    assert [record.could_still_go_wrong for record in closed] == ["mornings"]
    undone = undo_last_change(store, case.id)
    assert (undone.restored, undone.taken_out) == (1, 0)
    info = store.case(case.id).info
    assert (info.closed_on, info.closed_reason) == (TODAY, "the plan ended")


def test_undoing_goes_back_save_by_save(store: CaseStore, clock: Clock, case: Case, filled: Filled) -> None:
    """An added child is taken out; the making of the case is not undone."""
    form = child_form(store, clock, case)
    form.save(filled(form, {"child.initials": "N.M."}))
    undone = undo_last_change(store, case.id)
    assert (undone.restored, undone.taken_out) == (0, 1)
    assert [child.initials for child in store.case(case.id).of(Child)] == ["K.M.", "L.M."]
    undo_last_change(store, case.id)
    with pytest.raises(Wrong, match="nothing to undo"):
        undo_last_change(store, case.id)
