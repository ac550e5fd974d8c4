"""The lists of evidence: what each row says, what waits, and what stands under a list."""

from datetime import date

import pytest

from checklists.pages.blocks import Compare, Facts, Table
from checklists.pages.evidence import LISTS, count_of, evidence, grows_by
from checklists.pages.lists.agencies import last_heard, waiting
from checklists.pages.lists.seen_by_others import confirmed_line
from checklists.pages.register import record_page, register_page
from checklists.pages.registers import NAMED, REGISTERS, named_on
from store.case import Case, case_of
from store.records import (
    Advocate,
    Agency,
    CapacityNote,
    CaseRecord,
    Child,
    Concern,
    Contact,
    DayEntry,
    DesiredOutcome,
    Engagement,
    Explanation,
    HouseholdCheck,
    Hypothesis,
    Outcome,
    OutcomeReading,
    Record,
    Sighting,
    Unknown,
)
from tests.store.records import evidence_of_each, for_an_adult

TODAY = date(2026, 11, 23)
DAY = date(2026, 11, 9)
K = Child(initials="K.M.")
SCHOOL = Agency(label="school", sector="education")
ASKED = Contact(agency_id=SCHOOL.id, happened_on=DAY, i_asked="the register", basis="consent")


def case(*records: Record, service: str = "children") -> Case:
    return case_of(CaseRecord(ref="F-1", service=service), [K, *records])


def table_of(found: Case, kind: str) -> Table:
    """The list itself: a page of the companion begins with why there are reviews."""
    return next(block for block in register_page(found, kind, TODAY).blocks if isinstance(block, Table))


def cells(found: Case, kind: str) -> list[tuple[str, ...]]:
    """The rows of a list as text."""
    table = table_of(found, kind)
    return [tuple(cell if isinstance(cell, str) else cell.full for cell in item.cells) for item in table.items]


@pytest.mark.parametrize("service", ["children", "adults"])
@pytest.mark.parametrize("kind", NAMED)
def test_every_list_shows_its_records_and_no_id_of_another(kind: str, service: str) -> None:
    """A record that another one names is shown by its words."""
    found = case(*evidence_of_each("words", K.id), *for_an_adult("words"), service=service)
    rows = cells(found, kind)
    assert len(rows) == 1
    ids = [record.id for records in found.tables.values() for record in records]
    table = table_of(found, kind)
    assert not [key for key in ids if key in repr([(item.cells, item.why) for item in table.items])]
    for record in found.tables[kind]:
        facts = repr([block for block in record_page(found, record, TODAY).blocks if isinstance(block, Facts)])
        assert not [key for key in ids if key in facts]


def test_when_an_agency_was_last_heard_comes_from_contacts_and_sightings() -> None:
    """What I asked is not hearing from them; a reply, a word of theirs and a sighting are."""
    assert last_heard(case(SCHOOL, ASKED), SCHOOL) is None
    answered = ASKED.with_changes(replied_on=date(2026, 11, 12))
    assert last_heard(case(SCHOOL, answered), SCHOOL) == date(2026, 11, 12)
    said = Contact(agency_id=SCHOOL.id, happened_on=DAY, they_said="late")
    assert last_heard(case(SCHOOL, said), SCHOOL) == DAY
    seen = Sighting(child_id=K.id, happened_on=date(2026, 11, 20), agency_id=SCHOOL.id, seen="alone")
    assert last_heard(case(SCHOOL, said, seen), SCHOOL) == date(2026, 11, 20)
    other = Agency(label="GP", sector="health")
    assert last_heard(case(SCHOOL, other, said), other) is None


def test_what_was_asked_waits_until_the_reply() -> None:
    """The list says since when; the count on the case says how many."""
    found = case(SCHOOL, ASKED)
    assert [one.id for one in waiting(found)] == [ASKED.id]
    assert cells(found, "agency") == [("school", "education", "not heard yet", "asked Mon 9 Nov")]
    assert count_of(found, "Q7") == "1, 1 waiting"
    assert count_of(case(SCHOOL, ASKED.with_changes(replied_on=TODAY)), "Q7") == "1 agency"


def test_two_accounts_that_differ_stand_side_by_side() -> None:
    """Only where one names the other; neither is called the right one."""
    first = Explanation(event_key="burn", event_on=DAY, given_by="mother", given_on=DAY, text="the iron")
    other = first.with_changes(id="01OTHER", given_by="K.M.", text="the toaster")
    apart = register_page(case(first, other), "explanation", TODAY)
    assert not [block for block in apart.blocks if isinstance(block, Compare)]
    beside = register_page(case(first, other.with_changes(differs_from=first.id)), "explanation", TODAY)
    (compared,) = [block for block in beside.blocks if isinstance(block, Compare)]
    assert compared.titles == ("mother", "K.M.")
    assert ("Account", "the iron", "the toaster") in compared.fields
    assert count_of(case(first, other), "Q5") == "2, 2 unchecked"


def test_an_outcome_shows_its_last_reading_whatever_was_written_last() -> None:
    """By the day it was read on; taking part stands beside the change of the child."""
    outcome = Outcome(child_id=K.id, set_on=DAY, need="breakfast")
    late = OutcomeReading(outcome_id=outcome.id, read_on=TODAY, change="worse", evidence="e", seen_or_told="seen")
    early = OutcomeReading(outcome_id=outcome.id, read_on=DAY, change="better", evidence="e", seen_or_told="told")
    part = Engagement(child_id=K.id, review_on=DAY, engagement="in", child_change="same")
    assert cells(case(outcome), "outcome") == [("K.M.", "breakfast", "not read yet")]
    found = case(outcome, late, early, part)
    assert cells(found, "outcome") == [("K.M.", "breakfast", "worse Mon 23 Nov")]
    below = register_page(found, "outcome", TODAY).blocks[1]
    assert isinstance(below, Table)
    assert below.items[0].cells[2] == "taking part: in; for K.M.: same"


def test_open_ones_stand_first_and_by_their_day() -> None:
    """What is answered or followed up stays in the list, below."""
    late = Unknown(what="late", by_on=TODAY)
    soon = Unknown(what="soon", by_on=DAY)
    over = Unknown(what="over", by_on=DAY, state="answered", answer="yes", closed_on=DAY)
    assert [row[1] for row in cells(case(over, late, soon), "unknown")] == ["soon", "late", "(answered) over"]
    concern = Concern(happened_on=DAY, text="no coat")
    done = Concern(happened_on=TODAY, text="no shoes", follow_up="bought")
    assert [row[2] for row in cells(case(done, concern), "concern")] == ["no coat", "(followed up) no shoes"]
    assert count_of(case(done, concern), "Q4") == "2, 1 open"


def test_each_question_stands_on_its_own_lists() -> None:
    """The first always, with its question where it is empty; the others where they hold anything."""
    found = case(*evidence_of_each("words", K.id), Hypothesis(text="late nights"))
    for question, lists in LISTS.items():
        tables = [block for block in evidence(found, question, TODAY)[0] if isinstance(block, Table)]
        held = [one for one in lists if found.of(one.kind)]
        assert [table.heading for table in tables if table.items] == [one.heading for one in held]
        assert len(evidence(found, question, TODAY)[1]) == sum(len(found.of(one.kind)) for one in held)
    assert count_of(case(DayEntry(child_id=K.id, happened_on=DAY, source="seen", text="t")), "Q3") == "1 entry"


def test_an_adults_wishes_capacity_and_advocate_stand_beside_their_question() -> None:
    """What they want comes first at the eighth, and is never said to be unrecorded where it is recorded."""
    wish = DesiredOutcome(words="My own front door key.", asked_on=DAY)
    note = CapacityNote(decision="Who keeps the bank card", asked_on=DAY, conclusion="not_assessed")
    found = case(wish, note, Advocate(needed="yes"), service="adults")
    wishes, *_ = (block for block in evidence(found, "Q8", TODAY)[0] if isinstance(block, Table))
    assert (wishes.heading, len(wishes.items)) == ("What they want to happen", 1)
    assert count_of(found, "Q8") == "1 wish"
    headings = [block.heading for block in evidence(found, "Q6", TODAY)[0] if isinstance(block, Table)]
    assert headings[1:] == ["Capacity, one decision at a time", "Advocate"]


def test_what_is_new_on_a_question_is_what_it_rests_on() -> None:
    """Of its first list; a contact where an agency is there to have it with."""
    kinds = [grows_by(case(), question) for question in LISTS]
    assert kinds == ["visit", "person", "day_entry", "hypothesis", "explanation", "unknown", "agency", "outcome"]
    assert grows_by(case(Agency(label="school", sector="education")), "Q7") == "contact"
    assert grows_by(case(service="adults"), "Q8") == "desired_outcome"


def test_the_household_is_confirmed_on_its_latest_day() -> None:
    """Or has not been confirmed yet, which is no reproach."""
    assert confirmed_line(case(), TODAY) == "Who lives here has not been confirmed yet."
    checks = [HouseholdCheck(confirmed_on=day, how="seen") for day in (DAY, date(2026, 8, 21))]
    assert confirmed_line(case(*checks), TODAY) == "Household confirmed on Mon 9 Nov."


def test_lists_of_adults_alone_are_on_their_cases_alone() -> None:
    """Capacity, wishes and advocate; every list has a title, and none says child on an adult's case."""
    assert set(NAMED) - set(named_on(case())) == {"capacity_note", "advocate", "desired_outcome"}
    adult = case(service="adults")
    assert set(named_on(adult)) == set(NAMED)
    for kind, named in named_on(adult).items():
        said = f"{register_page(adult, kind, TODAY).place} {named.word} {named.about}"
        assert "child" not in said.lower(), kind
    assert set(NAMED) <= set(REGISTERS)
