"""Fields that name another record of the case, long lists of choices, and days that may be approximate."""

from datetime import date

import pytest

from checklists.choices import asked_of_case, choices_for, with_choices
from checklists.dates import About, read_about
from checklists.entry import GONE, Entry, entry_of, held
from checklists.starting import new_values, with_today, with_today_since
from checklists.validating import make, remake
from checklists.wrong import Wrong
from store.case import Case, case_of
from store.records import (
    Action,
    Agency,
    CaseRecord,
    Child,
    Concern,
    Contact,
    Escalation,
    Event,
    Explanation,
    Hypothesis,
    Person,
    Record,
    Sighting,
    Unknown,
)

TODAY = date(2026, 11, 23)
K, L = Child(initials="K.M."), Child(initials="L.M.")
SCHOOL = Agency(label="school", sector="education")


def case(*records: Record) -> Case:
    return case_of(CaseRecord(ref="F-1"), records)


def asked(found: Case, kind: type[Record], name: str) -> Entry:
    return with_choices(entry_of(kind, name), found, TODAY)


def test_a_record_is_named_by_its_number_its_words_or_the_end_of_its_id() -> None:
    """And kept by its id; on a page it is shown by its words."""
    found = case(K, L, SCHOOL)
    entry = asked(found, Contact, "agency_id")
    for typed in ("1", "school", "School", SCHOOL.short_id, SCHOOL.short_id.lower(), SCHOOL.id):
        assert entry.read(typed, TODAY) == SCHOOL.id
    assert entry.say(SCHOOL.id, TODAY) == "school"
    assert asked(found, Contact, "about_children").read("K.M., 2", TODAY) == (K.id, L.id)
    assert asked(case(), Contact, "agency_id").say(SCHOOL.id, TODAY) == GONE


def test_two_that_read_alike_can_be_told_apart() -> None:
    """By the end of their ids."""
    other = Agency(label="school", sector="education")
    words = [said for _, said in choices_for("agency", case(SCHOOL, other), TODAY)]
    assert words == [f"school ({SCHOOL.short_id})", f"school ({other.short_id})"]


def test_more_than_nine_are_typed_by_their_first_letters() -> None:
    """One beginning that two have is refused, with both."""
    agencies = [Agency(label=f"club {letter}", sector="other") for letter in "abcdefghij"]
    entry = asked(case(*agencies), Contact, "agency_id")
    assert entry.kind == "named"
    assert entry.read("club c", TODAY) == agencies[2].id
    with pytest.raises(Wrong, match="not one of the choices"):
        entry.read("club", TODAY)
    kinds = entry_of(Event, "type")
    assert kinds.read("initial", TODAY) == "icpc"
    with pytest.raises(Wrong, match="section 47 starts, section 47 ends"):
        kinds.read("section 47", TODAY)


def test_where_words_of_ones_own_are_allowed_they_are_kept() -> None:
    """An action of the case by its words, or what was done in other words; an agency, or a role."""
    action = Action(what="Ring the GP", due_on=TODAY)
    entry = asked(case(action, SCHOOL), Concern, "follow_up")
    assert entry.read("Ring the GP", TODAY) == action.id
    assert entry.read("Bought a coat", TODAY) == "Bought a coat"
    assert asked(case(SCHOOL), Escalation, "with_agency").read("service manager", TODAY) == "service manager"


def test_a_field_with_nothing_to_name_is_left_out_unless_it_is_needed() -> None:
    """A needed one says what to add first; a record never names itself."""
    one = Hypothesis(text="late nights")
    names = {entry.name: entry for entry in asked_of_case(case(one), Hypothesis, TODAY, but=one.id)}
    assert "alternative_to" not in names
    assert "alternative_to" in {entry.name for entry in asked_of_case(case(one), Hypothesis, TODAY)}
    agency = next(entry for entry in asked_of_case(case(K), Sighting, TODAY) if entry.name == "agency_id")
    assert agency.help.startswith("No agency is listed on this case yet.")


def test_what_a_new_form_starts_with_is_said_on_the_field() -> None:
    """Defaults that are to be seen, and the child where there is only one."""
    assert new_values(asked_of_case(case(K, SCHOOL), Sighting, TODAY)) == {"child_id": K.id}
    assert new_values(asked_of_case(case(K, L), Sighting, TODAY)) == {}
    assert new_values(asked_of_case(case(), Person, TODAY)) == {
        "adult": True,
        "lives_here": "unknown",
        "assessed": "no",
        "contact_safety": "ok",
    }


def test_a_blank_day_is_today_where_it_says_so() -> None:
    """Not where it does not apply; and once it applies by a change."""
    assert with_today(Person, {"label": "D"}, TODAY) == {"label": "D", "known_since": TODAY}
    assert "closed_on" not in with_today(Unknown, {"state": "open"}, TODAY)
    unknown = Unknown(what="who", by_on=TODAY)
    assert with_today_since(unknown, {"state": "answered"}, TODAY) == {"state": "answered", "closed_on": TODAY}
    assert with_today_since(unknown, {"what": "why"}, TODAY) == {"what": "why"}


@pytest.mark.parametrize(
    ("typed", "on", "text"),
    [
        ("c. May 2019", date(2019, 5, 1), "c. May 2019"),
        ("about may 2019", date(2019, 5, 1), "about may 2019"),
        ("c. sept", date(2026, 9, 1), "c. sept 2026"),
        ("c. dec", date(2025, 12, 1), "c. dec 2025"),
        ("c. 2019", date(2019, 1, 1), "c. 2019"),
        ("mon", TODAY, ""),
        ("3/4", date(2026, 4, 3), ""),
    ],
)
def test_a_day_may_be_approximate(typed: str, on: date, text: str) -> None:
    """The first of the month to sort by, and what was typed, with its year."""
    assert read_about(typed, TODAY) == About(on, text)


@pytest.mark.parametrize("typed", ["2019", "c. 2027", "c. Dec 2026", "c.", "about", "c. marvel 2019", "13/25"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    """A bare year, a day to come, half a word."""
    with pytest.raises(Wrong):
        read_about(typed, TODAY)


def test_an_approximate_day_is_kept_as_three_fields_and_can_become_exact() -> None:
    """Text, sort date and flag; typed again as a day, the text goes."""
    entry = entry_of(Explanation, "event_on")
    values = {"event_key": "burn", "given_by": "D", "given_on": TODAY, "text": "t"}
    kept = make(Explanation, {**values, "event_on": entry.read("c. May 2019", TODAY)})
    assert (kept.event_on, kept.event_text, kept.approx) == (date(2019, 5, 1), "c. May 2019", True)
    assert entry.say(held(kept, "event_on"), TODAY) == "c. May 2019"
    exact = remake(kept, {"event_on": entry.read("3/5/19", TODAY)})
    assert (exact.event_on, exact.event_text, exact.approx) == (date(2019, 5, 3), "", False)
    assert entry.say(held(exact, "event_on"), TODAY) == "Fri 3 May 2019"


def test_a_theme_or_a_question_is_chosen_by_what_it_is_about() -> None:
    """Never as a bare code, in the words of the service; the code and its number are still read."""
    for service, first in (("children", "not seen"), ("adults", "not seen or heard")):
        theme = entry_of(Action, "theme", service)
        assert (theme.choices[0].words, theme.say("T1", TODAY)) == (first, first)
        assert theme.read("T1", TODAY) == theme.read("1", TODAY) == theme.read(first, TODAY) == "T1"
    assert entry_of(Action, "question").say("Q4", TODAY) == "curious"
