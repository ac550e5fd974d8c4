"""A person, an "I wonder", withdrawing a record."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from checklists.clock import Clock
from checklists.dates import say_day
from checklists.journeys.registers import record_form, withdraw_form, wonder_form
from checklists.use_cases.cases import add_case
from checklists.use_cases.log_visit import log_visit
from checklists.use_cases.records import add_record
from checklists.wrong import Wrong
from store.case import Case
from store.case_store import CaseStore, Conflict
from store.records import Hypothesis, Person, Seen, Visit

TODAY = date(2026, 11, 23)
Fields = Callable[..., list[str]]
Filled = Callable[..., Any]


def test_a_person_is_asked_who_first_and_reasons_where_they_are_called_for(
    store: CaseStore, clock: Clock, case: Case, fields: Fields, filled: Filled
) -> None:
    """Not needed asks why; contact that is not safe, or to be asked first, asks why."""
    form = record_form(store, clock, case, Person)
    names = [name.partition(".")[2] for name in fields(form)]
    assert names[:3] == ["label", "relation", "adult"]
    assert not {"assessed_reason", "contact_safety_reason", "controls"} & set(names)
    assert "person.assessed_reason" in fields(form, filled(form, {"person.assessed": "x"}))
    for contact in ("not safe", "ask first", "n"):
        assert "person.contact_safety_reason" in fields(form, filled(form, {"person.contact_safety": contact}))


def test_who_controls_what_is_asked_about_an_adults_case(store: CaseStore, clock: Clock, fields: Fields) -> None:
    """Access, money, keys, medication, phone."""
    made = add_case(store, clock, {"ref": "A-1", "service": "adults"}, {"initials": "E.B."})
    assert "person.controls" in fields(record_form(store, clock, made, Person))


def test_a_person_is_known_since_today_unless_said(store: CaseStore, clock: Clock, case: Case, filled: Filled) -> None:
    """And nothing else is filled in for them."""
    form = record_form(store, clock, case, Person)
    assert form.save(filled(form, {"person.label": "partner D"})) == "Saved."
    (kept,) = store.case(case.id).of(Person)
    assert (kept.known_since, kept.lives_here, kept.met_on, kept.name_known) == (TODAY, "unknown", None, False)


@pytest.mark.parametrize(
    ("texts", "field"),
    [
        ({"person.label": ""}, "person.label"),
        ({"person.label": "D", "person.met_on": "tom"}, "person.met_on"),
        ({"person.label": "D", "person.contact_safety": "not safe"}, "person.contact_safety"),
        ({"person.label": "D", "person.assessed": "not needed"}, "person.assessed"),
        ({"person.label": "D", "person.lives_here": "often"}, "person.lives_here"),
    ],
)
def test_what_cannot_be_kept_of_a_person_names_its_field(
    texts: dict[str, str], field: str, store: CaseStore, clock: Clock, case: Case, filled: Filled
) -> None:
    """A path of the form."""
    form = record_form(store, clock, case, Person)
    with pytest.raises(Wrong) as found:
        form.save(filled(form, texts))
    assert found.value.field == field


def test_a_person_is_changed_or_left(store: CaseStore, clock: Clock, case: Case, filled: Filled) -> None:
    """What it said before is kept; a save over a newer one is told."""
    kept = add_record(store, case.id, Person, {"label": "partner D"})
    form = record_form(store, clock, store.case(case.id), Person, kept)
    assert form.name == f"person:{kept.id}"
    assert form.save(form.start) == "Nothing changed."
    assert form.save(filled(form, {"person.met_on": "yest"})) == "Saved. What it said before is kept."
    assert len(store.versions(case.id, kept.id)) == 1
    with pytest.raises(Conflict):
        form.save(filled(form, {"person.lives_here": "yes"}))


def test_i_wonder_is_one_line(store: CaseStore, clock: Clock, case: Case, fields: Fields, filled: Filled) -> None:
    """Its field is needed; the rest can be filled in later."""
    form = wonder_form(store, clock, case)
    assert fields(form) == ["hypothesis.text"]
    with pytest.raises(Wrong) as found:
        form.save({})
    assert found.value.field == "hypothesis.text"
    assert form.save(filled(form, {"hypothesis.text": "who is up in the mornings?"})) == "Saved, to come back to."
    assert store.case(case.id).of(Hypothesis)[0].wondering == "i_wonder"


def test_setting_down_asks_why(store: CaseStore, clock: Clock, case: Case, fields: Fields, filled: Filled) -> None:
    """Only then, and it is needed."""
    kept = add_record(store, case.id, Hypothesis, {"text": "late nights"})
    form = record_form(store, clock, store.case(case.id), Hypothesis, kept)
    down = filled(form, {"hypothesis.state": "set down"})
    assert "hypothesis.set_down_reason" in set(fields(form, down)) - set(fields(form))
    with pytest.raises(Wrong) as found:
        form.save(down)
    assert found.value.field == "hypothesis.set_down_reason"
    form.save(filled(form, {"hypothesis.state": "set down", "hypothesis.set_down_reason": "school says no"}))
    assert store.case(case.id).of(Hypothesis)[0].state == "set_down"


def test_withdrawing_asks_why_and_takes_what_was_seen_with_a_visit(
    store: CaseStore, clock: Clock, case: Case, fields: Fields, filled: Filled
) -> None:
    """What goes out is named; it stays readable."""
    seen = {child.id: {"seen": "alone"} for child in case.children}
    visit = log_visit(store, case.id, {"happened_on": TODAY}, seen)
    form = withdraw_form(store, clock, store.case(case.id), visit)
    assert fields(form) == ["reason"]
    assert form.facts == f"{case.ref}, visit: {say_day(TODAY, TODAY)}"
    with pytest.raises(Wrong) as found:
        form.save(filled(form, {"reason": "   "}))
    assert found.value.field == "reason"
    assert form.save(filled(form, {"reason": "wrong family"})).startswith("Withdrawn.")
    kept = store.case(case.id)
    assert (kept.of(Visit), kept.of(Seen)) == ((), ())
    assert store.versions(case.id, visit.id)[-1].reason == "wrong family"
