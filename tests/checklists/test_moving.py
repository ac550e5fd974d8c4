"""A record typed in the wrong case: of every kind, moved with what it names, or told why it stays."""

from datetime import date
from typing import Any

import pytest

from checklists.clock import Clock
from checklists.journeys.moving import move_to_form
from checklists.links import links_of
from checklists.use_cases.cases import add_case
from checklists.use_cases.log_visit import log_visit
from checklists.use_cases.moving import STAYS, move_record
from checklists.use_cases.records import withdraw_record
from checklists.use_cases.reflect import wonder
from checklists.wrong import Wrong
from store.case import Case
from store.case_store import CaseStore
from store.records import (
    BY_KIND,
    KINDS,
    Agency,
    Child,
    Contact,
    Escalation,
    Event,
    Hypothesis,
    NeglectEntry,
    Outcome,
    OutcomeReading,
    Record,
    Seen,
    Sighting,
    Visit,
    changed,
)
from tests.checklists.every_kind import TEXT, full_case, of_service, the_one

TODAY = date(2026, 11, 23)
TOLD = "Here it stays readable among the earlier texts."


def ids_of(case: Case) -> set[str]:
    """The ids of all records of a case, and its own."""
    return {case.id, *(row.id for rows in case.tables.values() for row in rows)}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_every_kind_is_moved_with_what_it_says_or_says_why_it_stays(
    kind: type[Record], store: CaseStore, clock: Clock
) -> None:
    """Nothing there names anything of the old case; here it is withdrawn, with the reason."""
    case, target = (full_case(store, ref, of_service(kind)) for ref in ("F-102", "F-777"))
    record, before = the_one(case, kind), ids_of(target)
    if kind in STAYS:
        with pytest.raises(Wrong, match=STAYS[kind].partition(".")[0]):
            move_to_form(store, clock, case, record, target)
        return
    form = move_to_form(store, clock, case, record, target)
    asked = [entry for entry in form.entries(form.start, ()) if entry.choices]
    texts = {**form.start, **{entry.path: entry.choices[0].words for entry in asked}}
    assert form.save(texts).endswith(TOLD)
    there, here = store.case(target.id), store.case(case.id)
    arrived = [row for row in there.of(kind) if row.id not in before]
    assert len(arrived) == 1
    assert spoken(arrived[0]) == spoken(record)
    new = [row for rows in there.tables.values() for row in rows if row.id not in before]
    left = ids_of(case) - {case.id}
    for row in new:
        assert not [named for named in (case.id, *left) if named in row.model_dump_json()], row.kind
        assert {link.named for link in links_of(row, there) if link.of != "area"} <= ids_of(there)
        assert here.tables.get(row.kind, ()) != case.tables[row.kind]
    assert here.find(record.id) is None
    assert store.versions(case.id, record.id)[-1].reason == "moved to F-777: typed in the wrong case"


def spoken(record: Record) -> dict[str, Any]:
    """What a record says, apart from stamps and from what it names."""
    links = {name for name in type(record).model_fields if type(record).ask(name).of not in ("", "area")}
    return record.model_dump(exclude={*Record.model_fields, *links, "evidence_ids", "about_ids", "before"})


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind not in STAYS and not kind.only_for], ids=lambda kind: kind.kind
)
def test_into_a_case_that_holds_nothing_it_is_left_blank_or_told_what_is_missing(
    kind: type[Record], store: CaseStore, clock: Clock
) -> None:
    """An agency is put on the list there; what must be named is asked for, and what need not be is said to be blank."""
    case = full_case(store, "F-102", "children")
    target = add_case(store, clock, {"ref": "F-777"})
    record = the_one(case, kind)
    try:
        form = move_to_form(store, clock, case, record, target)
    except Wrong as wrong:
        assert "there is none on F-777 yet. " in str(wrong)
        assert str(wrong).rstrip(".") != wrong.trouble.rstrip(".")
        assert store.case(case.id) == case
        return
    told = form.save(form.start)
    there = store.case(target.id)
    named = [link for row in case.tables[kind.kind] if row.id == record.id for link in links_of(row, case)]
    gone = {link.title for link in named if link.of not in ("agency", "area") and not link.free}
    assert all(title in told.partition("Left blank: ")[2] for title in gone), told
    assert (f"Added there: {case.of(Agency)[0].label}." in told) is any(link.of == "agency" for link in named)
    for rows in there.tables.values():
        for row in rows:
            assert {link.named for link in links_of(row, there) if link.of != "area"} <= ids_of(there)
            assert not [one for one in ids_of(case) if one in row.model_dump_json()]


@pytest.fixture
def other(store: CaseStore, clock: Clock) -> Case:
    """Another case, with one child."""
    return add_case(store, clock, {"ref": "F-777"}, {"initials": "Z.", "plan": "cin"})


def test_a_moved_record_stands_there_and_is_readable_here(store: CaseStore, case: Case, other: Case) -> None:
    """Withdrawn with the reason; the text is the same."""
    kept = wonder(store, case.id, TEXT)
    moved = move_record(store, case.id, kept.id, other.id, "wrong window", TODAY)
    assert [row.text for row in store.case(other.id).of(Hypothesis)] == [TEXT]
    assert store.case(case.id).of(Hypothesis) == ()
    assert store.versions(case.id, kept.id)[-1].reason == "moved to F-777: wrong window"
    assert moved.record.id != kept.id


def test_a_visit_moves_with_what_was_seen_of_each_child(
    store: CaseStore, clock: Clock, case: Case, other: Case
) -> None:
    """The form fills in who it is where there is one only; saving moves all of it."""
    seen = {case.children[0].id: {"seen": "alone", "child_words": "I get myself up."}}
    visit = log_visit(store, case.id, {"happened_on": TODAY}, seen)
    form = move_to_form(store, clock, store.case(case.id), visit, other)
    assert form.save(form.start) == f"Moved to F-777. {TOLD}"
    there = store.case(other.id)
    assert [row.child_words for row in there.of(Seen)] == ["I get myself up."]
    assert there.of(Seen)[0].child_id == other.children[0].id
    assert there.of(Seen)[0].visit_id == there.of(Visit)[0].id
    assert store.case(case.id).of(Visit) == ()
    assert store.case(case.id).of(Seen) == ()


def test_a_visit_needs_a_child_there_for_each_child_seen(store: CaseStore, case: Case, other: Case) -> None:
    """Nothing is moved before that is said, and two children are never made one."""
    ids = [child.id for child in case.children]
    visit = log_visit(store, case.id, {"happened_on": TODAY}, {one: {"seen": "alone"} for one in ids})
    for who, said in (
        ({}, "must be one of the other case"),
        (dict.fromkeys(ids, other.children[0].id), "cannot be one child"),
        (dict.fromkeys(ids, case.children[0].id), "not on the other case"),
    ):
        with pytest.raises(Wrong, match=said):
            move_record(store, case.id, visit.id, other.id, "wrong window", TODAY, who=who)
    assert store.case(other.id).of(Visit) == ()
    assert store.case(case.id).of(Visit) == (visit,)


def test_what_cannot_stand_without_it_goes_with_it(store: CaseStore, clock: Clock, other: Case) -> None:
    """An agency's contacts and sightings, readings of an outcome: counted before, and after."""
    case = full_case(store, "F-102", "children")
    for kind, parts, counted in (
        (Outcome, (OutcomeReading,), "1 reading"),
        (Agency, (Contact, Sighting), "1 sighting, 1 contact"),
    ):
        form = move_to_form(store, clock, case, case.of(kind)[0], other)
        assert form.hint(form.start, ()) == f"With it: {counted}."
        assert form.save(form.start).startswith(f"Moved to F-777 with {counted}.")
        for part in parts:
            assert len(store.case(other.id).of(part)) == 1
            assert store.case(case.id).of(part) == ()


def test_an_agency_called_the_same_there_is_that_one(store: CaseStore, clock: Clock, other: Case) -> None:
    """It stands in the form before anybody types; nothing is put on the list twice."""
    case = full_case(store, "F-102", "children")
    with store.change(other.id) as change:
        theirs = change.put(Agency(label="School", sector="education"))
    form = move_to_form(store, clock, case, case.of(Event)[0], store.case(other.id))
    form.save(form.start)
    there = store.case(other.id)
    assert there.of(Agency) == (theirs,)
    assert there.of(Event)[0].agency_id == theirs.id


def test_a_role_in_ones_own_words_stays_as_it_is(store: CaseStore, clock: Clock, case: Case, other: Case) -> None:
    """Words are no link; nothing is asked for them."""
    with store.change(case.id) as change:
        kept = change.put(Escalation(about="the threshold", with_agency="duty manager", step_started_on=TODAY))
    form = move_to_form(store, clock, store.case(case.id), kept, other)
    assert [entry.label for entry in form.entries(form.start, ())] == ["Why"]
    form.save(form.start)
    assert store.case(other.id).of(Escalation)[0].with_agency == "duty manager"


def test_what_was_taken_out_here_is_no_hindrance(store: CaseStore, clock: Clock, other: Case) -> None:
    """A contact whose agency was withdrawn is asked about in those words."""
    case = full_case(store, "F-102", "children")
    withdraw_record(store, case.id, case.of(Agency)[0].id, "listed twice")
    form = move_to_form(store, clock, store.case(case.id), case.of(Contact)[0], other)
    (asked,) = [entry for entry in form.entries(form.start, ()) if entry.ask.of == "agency"]
    assert asked.label == "agency taken… is"
    with store.change(other.id) as change:
        theirs = change.put(Agency(label="school", sector="education"))
    form = move_to_form(store, clock, store.case(case.id), case.of(Contact)[0], store.case(other.id))
    form.save({**form.start, asked.path: "school"})
    assert store.case(other.id).of(Contact)[0].agency_id == theirs.id


def test_an_area_of_care_that_is_none_there_is_asked_for(store: CaseStore, clock: Clock) -> None:
    """An adult's case has areas of its own."""
    case, target = full_case(store, "F-102", "children"), full_case(store, "A-5", "adults")
    with store.change(case.id) as change:
        kept = change.put(changed(case.of(NeglectEntry)[0], area="clothing"))
    form = move_to_form(store, clock, store.case(case.id), kept, target)
    (area,) = [entry for entry in form.entries(form.start, ()) if entry.ask.of == "area"]
    with pytest.raises(Wrong, match="needed"):
        form.save(form.start)
    form.save({**form.start, area.path: area.choices[0].words})
    assert store.case(target.id).of(NeglectEntry)[-1].area == area.choices[0].value


def test_it_is_not_moved_to_where_it_stands_nor_without_a_reason(store: CaseStore, case: Case, other: Case) -> None:
    """Nor to a case of another service, where its kind is kept on one only."""
    kept = wonder(store, case.id, TEXT)
    with pytest.raises(Wrong, match="asks why"):
        move_record(store, case.id, kept.id, other.id, " ", TODAY)
    with pytest.raises(Wrong, match="it stands in"):
        move_record(store, case.id, kept.id, case.id, "wrong window", TODAY)
    adult = full_case(store, "A-5", "adults")
    for kind in (BY_KIND[name] for name in ("advocate", "capacity_note", "desired_outcome")):
        with pytest.raises(Wrong, match="an adult's case only"):
            move_record(store, adult.id, adult.of(kind)[0].id, other.id, "wrong window", TODAY)
    assert Child in STAYS
