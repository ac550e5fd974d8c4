"""Lists of one kind of record, one record in full, and all cases in a list."""

from datetime import date

import pytest

from checklists.pages.blocks import Facts, Fit, Heading, Item, Page, Table
from checklists.pages.cases_list import cases_page
from checklists.pages.people import household_line
from checklists.pages.register import record_page, register_page
from checklists.pages.registers import REGISTERS
from checklists.pages.spot import Spot
from store.case import Case, case_of
from store.records import Action, CaseRecord, Child, Hypothesis, Person, Record, Seen, Visit
from store.summary import CaseSummary

TODAY = date(2026, 11, 23)


def table(page: Page) -> Table:
    (found,) = (block for block in page.blocks if isinstance(block, Table))
    return found


def said(item: Item, room: int = 60) -> list[str]:
    return [cell.within(room) if isinstance(cell, Fit) else cell for cell in item.cells]


def facts(page: Page) -> dict[str, str]:
    return {label: value for block in page.blocks if isinstance(block, Facts) for label, value in block.pairs}


@pytest.mark.parametrize("kind", REGISTERS)
@pytest.mark.parametrize("word", ["childless", "new adult"])
def test_an_empty_list_asks_a_question_or_says_so(word: str, kind: str, cases: dict[str, Case]) -> None:
    """Never blank; no child on an adult's case."""
    page = register_page(cases[word], kind, TODAY)
    assert table(page).items == ()
    assert table(page).empty.endswith((".", "?"))
    assert page.facts == f"{cases[word].ref}, 0"
    assert word == "childless" or "child" not in f"{page.place} {table(page).empty}".lower()


@pytest.mark.parametrize("kind", REGISTERS)
def test_each_row_opens_its_record_and_gives_its_id(kind: str, cases: dict[str, Case]) -> None:
    """The last six letters, by which commands name it."""
    family = cases["family"]
    for item in table(register_page(family, kind, TODAY)).items:
        assert isinstance(item.key, Spot)
        record = family.find(item.key.record_id)
        assert record is not None
        assert record.kind == kind
        assert item.why.endswith(f"id {record.short_id}")


def test_people_stand_with_their_link_where_they_live_and_whether_met(cases: dict[str, Case]) -> None:
    """And in the foot what is known of them, and whether contact may add danger."""
    page = register_page(cases["family"], "person", TODAY)
    assert page.place == "People in and around the household"
    assert [said(item) for item in table(page).items] == [
        ["mother", "", "lives here", "met Tue 3 Mar"],
        ["partner D", "", "here sometimes", "not met yet"],
        ["gran", "", "lives elsewhere", "met 17 Dec 2025"],
    ]
    assert (
        table(page)
        .items[1]
        .why.startswith("Noted Mon 2 Nov. Name not known yet. Own account not heard yet. Not assessed yet.")
    )
    assert register_page(cases["adult"], "person", TODAY).place == "People around this person"


def test_contact_that_is_not_safe_is_never_suggested() -> None:
    """Who else holds information is asked in its place."""
    person = Person(label="T", contact_safety="not_safe", contact_safety_reason="his solicitor only")
    first = Person(label="D", contact_safety="ask_first", contact_safety_reason="ask mother")
    child = Person(label="cousin", adult=False, known_since=TODAY, name_known=True)
    rows = table(register_page(case_of(CaseRecord(ref="F-1"), [person, first, child]), "person", TODAY)).items
    assert "Contact is marked not safe. Who else holds information?" in rows[0].why
    assert "Contact: ask first." in rows[1].why
    assert rows[2].why.startswith("Noted Mon 23 Nov.\n")
    assert said(rows[2])[3] == "child"


def test_the_household_in_one_line() -> None:
    """Who lives or stays here; nobody is said too; blank where nobody is recorded at all."""
    here = [
        Person(label="mother", lives_here="yes", met_on=TODAY),
        Person(label="D", lives_here="sometimes"),
        Person(label="N.B.", lives_here="yes", adult=False),
        Person(label="gran", lives_here="no"),
    ]
    info = CaseRecord(ref="F-1")
    assert household_line(case_of(info, here)) == "Mother, D (not met), N.B."
    assert household_line(case_of(info, here[3:])) == "Nobody is listed as living here."
    assert household_line(case_of(info)) == ""


def test_visits_stand_newest_first_with_the_words_in_the_foot(cases: dict[str, Case]) -> None:
    """By whom, how each child was seen; a video call says that it does not count."""
    rows = table(register_page(cases["family"], "visit", TODAY)).items
    assert [said(item) for item in rows] == [
        ["Wed 18 Nov", "video", "K.M. with others"],
        ["Mon 16 Nov", "home, by duty", "K.M. with others, L.M. observed"],
        ["Tue 3 Nov", "home", "K.M. alone, L.M. observed"],
    ]
    assert "A video call is kept, and does not count as seen." in rows[0].why
    assert rows[2].why.startswith('Tue 3 Nov, home. K.M. alone, L.M. observed.\n"I get myself up."  id ')
    assert said(table(register_page(cases["adult"], "visit", TODAY)).items[0]) == [
        "Tue 20 Oct",
        "home",
        "E.F. in private",
    ]


def test_answers_stand_newest_first(cases: dict[str, Case]) -> None:
    """Day, question, words."""
    assert [said(item) for item in table(register_page(cases["family"], "answer", TODAY)).items] == [
        ["Thu 5 Nov", "4", "Two readings."],
        ["Mon 13 Oct 2025", "4", "Late nights."],
    ]


def test_a_visit_in_full_has_each_child_under_their_name(cases: dict[str, Case]) -> None:
    """What was asked and left blank stands as not recorded; what is filled in of each child."""
    page = record_page(cases["family"], cases["family"].of(Visit)[1], TODAY)
    assert (page.place, page.facts) == ("Visit", "F-102, Mon 16 Nov")
    assert [block.text for block in page.blocks if isinstance(block, Heading)] == ["K.M., 8", "L.M., 1"]
    first = next(block for block in page.blocks if isinstance(block, Facts))
    assert ("At", "") in first.pairs
    assert ("By", "duty") in first.pairs
    assert facts(page)["Bedroom"] == "yes"


def test_an_adults_record_has_an_adults_words(cases: dict[str, Case]) -> None:
    """In private, living space; no field of a child."""
    adult = cases["adult"]
    assert facts(record_page(adult, adult.of(Visit)[0], TODAY))["Seen"] == "in private"
    page = record_page(adult, adult.children[0], TODAY)
    assert page.place == "Person"
    assert not {"Category", "Expected", "Legal status", "Time alone", "Placed"} & set(facts(page))


@pytest.mark.parametrize(
    ("record", "hidden", "shown"),
    [
        (Child(initials="K.", plan="cin"), ["Category", "Rule", "Why so", "Legal status"], ["Expected", "Plan"]),
        (Child(initials="K.", plan="cp", born_on=TODAY), ["Expected", "Placed"], ["Category"]),
        (Child(initials="K.", plan="lac"), ["Category"], ["Rule", "Placed", "First review", "Legal status"]),
        (Person(label="D"), ["Not needed", "Why"], ["Contact", "Assessed"]),
        (Hypothesis(text="a"), ["Why set down"], ["State", "For"]),
        (Action(what="a", due_on=TODAY), ["Done on", "Outcome", "Look again"], ["By", "Question"]),
    ],
)
def test_a_field_that_does_not_apply_is_left_out(record: Record, hidden: list[str], shown: list[str]) -> None:
    """A blank that nobody would fill is not `not recorded`."""
    labels = facts(record_page(case_of(CaseRecord(ref="F-1"), [record]), record, TODAY))
    assert not set(hidden) & set(labels)
    assert set(shown) <= set(labels)


def test_a_record_says_when_it_was_written_and_its_id(cases: dict[str, Case]) -> None:
    """And nothing of a writing that is not recorded."""
    record = cases["family"].of(Hypothesis)[0]
    assert record_page(cases["family"], record, TODAY).foot == f"Id {record.short_id}."


def test_no_label_is_longer_than_its_room(cases: dict[str, Case]) -> None:
    """Twelve letters before the value."""
    for case in cases.values():
        for kind in (Child, Person, Visit, Seen, Action, Hypothesis):
            for record in case.of(kind):
                assert not [label for label in facts(record_page(case, record, TODAY)) if len(label) > 12]


def test_all_cases_by_reference(cases: dict[str, Case], rows: list[CaseSummary]) -> None:
    """Who is on each, since when, and whether closed; one that cannot be read hides no other."""
    found = table(cases_page(rows, TODAY)).items
    assert [said(item)[0] for item in found] == sorted((row.ref for row in rows), key=str.casefold)
    by_ref = {said(item)[0]: item for item in found}
    assert said(by_ref["F-102"]) == ["F-102", "children", "K.M., L.M.", "Tue 17 Feb", ""]
    assert said(by_ref["F-102"], 8)[2] == "K.M., +1"
    assert said(by_ref["F-090"])[3:] == ["Mon 6 Jan 2025", "Fri 6 Nov"]
    assert said(by_ref["F-160"])[2] == "none recorded"
    assert said(by_ref["F-199"])[1:] == ["", "cannot be read", "", ""]
    assert by_ref["F-102"].why == "F-102: K.M., L.M."
    assert by_ref["F-160"].why == "F-160: nobody is recorded on it yet."
    assert by_ref["F-199"].key == Spot("01DAMAGED", "damaged")
    assert table(cases_page([], TODAY)).empty == "No cases yet."
