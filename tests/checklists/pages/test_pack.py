"""The supervision pack and the hand-over as pages: the one list of sections, what is in each, what is left out."""

import re
from dataclasses import replace
from datetime import date
from importlib.resources import files

import pytest

from checklists.changes import Since, since_for
from checklists.limits import Limits
from checklists.pages.blocks import Facts, Heading, Page, Paragraph, Table
from checklists.pages.changes import Looked
from checklists.pages.handover import handover_page
from checklists.pages.pack import all_sections, pack_page, part_of, ticked_at_first
from checklists.pages.paper_about import About
from checklists.pages.register import record_page
from checklists.pages.to_write import escalations_to_write
from checklists.paper_sections import FILE, PACK, papers, read_papers
from checklists.wrong import Wrong
from store.case import Case, case_of, with_record
from store.records import (
    Action,
    Answer,
    CapacityNote,
    Concern,
    DayEntry,
    DesiredOutcome,
    Escalation,
    Hypothesis,
    SetAside,
    StepBefore,
    Supervision,
    Unknown,
)
from tests.checklists.chronology.written import written

EVERYTHING = frozenset(PACK)


@pytest.fixture
def about(cases: dict[str, Case], today: date, limits: Limits) -> About:
    """K.M.'s family, with supervision a while ago."""
    case = with_record(
        cases["family"],
        Supervision(
            held_on=date(2026, 9, 21),
            with_role="team manager",
            decided="An early visit.",
            me_note="I was tired that day.",
        ),
    )
    case = with_record(case, Unknown(what="Who is D?", who_may_know="gran", by_on=date(2026, 11, 30)))
    return About(Looked(case, (), since_for(case, today)), today, limits, "Is it time for legal advice?")


def headings(page: Page) -> list[str]:
    """The headings that are no table's own."""
    return [block.text for block in page.blocks if isinstance(block, Heading)]


def text_of(page: Page) -> str:
    """Everything that a page says."""
    said = [page.place, page.facts, page.foot]
    for block in page.blocks:
        match block:
            case Table():
                said += [block.heading, *([] if block.items else [block.empty])]
                said += [
                    cell if isinstance(cell, str) else cell.full
                    for item in block.items
                    for cell in (*item.cells, item.word)
                ]
            case Facts():
                said += [part for pair in block.pairs for part in pair]
            case Heading() | Paragraph():
                said.append(block.text)
    return "\n".join(said)


def test_the_sections_stand_in_the_order_of_the_one_list(about: About, today: date) -> None:
    """As the content has them; those that are not ticked are named as left out, and so are full names."""
    page = pack_page([about], ticked_at_first(), today)
    assert headings(page) == [section.title for section in all_sections() if section.id != "private"]
    made = page.blocks[0]
    assert isinstance(made, Facts)
    assert dict(made.pairs) == {
        "Made": "Mon 23 Nov 2026",
        "Looks back": "since supervision on Mon 21 Sep",
        "Left out": "My private notes, full names",
    }
    assert page.foot.startswith("A reflection aid, not the record.")


def test_private_notes_are_left_out_unless_ticked(about: About, today: date) -> None:
    """Not a word of them, whatever else is ticked; ticked by hand they are there."""
    assert "tired" not in text_of(pack_page([about], EVERYTHING - {"private"}, today))
    page = pack_page([about], EVERYTHING, today)
    assert "I was tired that day." in text_of(page)
    assert "does not mean privileged" not in page.foot
    assert "tired" not in text_of(handover_page(about))


@pytest.mark.parametrize(
    ("section", "short", "says"),
    [
        ("own_words", "2 times", '"I get myself up."'),
        ("life", "K.M. last alone Tue 3 Nov", "In the last 26 weeks: alone in 1, with others in 1"),
        ("answers", "1 answer", "Two readings."),
        ("wonder", "1 open", "late nights, gaming"),
        ("unknown", "1 open", "Who is D?"),
        ("actions", "6 open, 1 moved", "Bring health events in"),
        ("learning", "none noted", "Nothing is noted to bring."),
        ("private", "1 note", "I was tired that day."),
        ("wanted", "1 line", "Is it time for legal advice?"),
        ("agreed", "last Mon 21 Sep", "An early visit."),
    ],
)
def test_each_section_says_in_a_few_words_and_whole_what_is_in_it(
    about: About, today: date, section: str, short: str, says: str
) -> None:
    """The words of the list, and the section itself."""
    assert part_of(about, section).short == short
    assert says in text_of(pack_page([about], {section}, today))


def test_what_is_left_out_is_told_in_no_other_section_and_no_answer_stands_twice(about: About, today: date) -> None:
    """An "I wonder" that a person takes out is no news either; answers stand whole, under their question."""
    case = about.case
    for made in (
        Answer(question="Q4", question_text="Curious?", text="I have not asked K.", answered_on=date(2026, 11, 3)),
        Hypothesis(text="Is she up late?"),
        Concern(text="No coat.", happened_on=date(2026, 11, 5)),
    ):
        case = with_record(case, written(made, "5 Nov"))
    news = replace(about, looked=replace(about.looked, case=case))
    whole = text_of(pack_page([news], {"changed", "answers", "wonder"}, today))
    assert whole.count("I have not asked K.") == 1
    assert "Curious?\nI have not asked K." in whole
    assert "I wonder: Is she up late?" in whole
    left = text_of(pack_page([news], {"changed"}, today))
    assert "No coat." in left
    assert "up late" not in left
    assert "not asked" not in left


def test_who_is_not_at_home_is_said_first(about: About, today: date) -> None:
    """The next worker and a supervisor read it before anything else; where all are at home nothing is said."""
    first, *others = about.case.children
    away = first.model_copy(update={"whereabouts": "missing", "whereabouts_since": date(2026, 11, 20)})
    gone = replace(about, looked=replace(about.looked, case=case_of(about.case.info, [away, *others])))
    for made in (handover_page, lambda one: pack_page([one], (), today)):
        (facts, *_) = made(gone).blocks
        assert isinstance(facts, Facts)
        assert dict(facts.pairs)["Where"] == "K.M. missing since Fri 20 Nov"
        (facts, *_) = made(about).blocks
        assert isinstance(facts, Facts)
        assert "Where" not in dict(facts.pairs)


def test_the_day_is_told_since_last_time_and_whole_in_a_hand_over(about: About, today: date) -> None:
    """What is left out is counted; however long ago it was, the newest few stand."""
    case, child = about.case, about.case.children[0]
    for day in range(1, 6):
        case = with_record(
            case, DayEntry(child_id=child.id, happened_on=date(2026, 3, day), source="seen", text=f"Day {day}.")
        )
    told = replace(about, looked=replace(about.looked, case=case))
    pack, whole = text_of(pack_page([told], {"life"}, today)), text_of(handover_page(told))
    assert "Day 1." not in pack
    assert re.search(r"Left out here: \d from before", pack)
    assert all(f"Day {day}." in whole for day in range(1, 6))
    quiet = replace(told, looked=replace(told.looked, since=Since(date(2026, 11, 22), "since yesterday")))
    table = next(block for block in part_of(quiet, "life").blocks if isinstance(block, Table) and block.heading)
    assert len(table.items) == 3


def test_a_moved_date_says_how_often_and_why(about: About, today: date) -> None:
    """The reason that was typed stands beside the action that is open."""
    said = text_of(pack_page([about], {"actions"}, today))
    assert re.search(r"moved (once|twice|\d+ times), last because: \w+", said)


@pytest.mark.parametrize("section", PACK)
def test_a_section_with_nothing_in_it_says_so(
    cases: dict[str, Case], today: date, limits: Limits, section: str
) -> None:
    """On a case with hardly anything recorded no section is blank, of a child or of an adult."""
    for word in ("childless", "new adult"):
        empty = About(Looked(cases[word], (), since_for(cases[word], today)), today, limits)
        part = part_of(empty, section)
        assert part.short
        assert part.blocks
        assert text_of(Page("", blocks=part.blocks)).strip()


def test_prompts_stand_with_their_source_and_those_set_aside_with_their_reason(about: About, today: date) -> None:
    """Each with its dates; one that waits says until when and why."""
    asked = text_of(pack_page([about], {"prompts"}, today))
    assert "Last seen alone Tue 3 Nov (14 working days). Plan says every 10. S1, the child's plan." in asked
    child = about.case.children[0]
    case = with_record(
        about.case, SetAside(signal="S1", about=child.id, reason="in hospital", until_on=date(2026, 12, 4))
    )
    waiting = text_of(pack_page([About(Looked(case, (), about.looked.since), today, about.limits)], {"prompts"}, today))
    assert "set aside until Fri 4 Dec: in hospital" in waiting


def test_an_adults_pack_speaks_of_a_person(cases: dict[str, Case], today: date, limits: Limits) -> None:
    """No title for a child stands there."""
    case = cases["adult"]
    page = pack_page([About(Looked(case, (), since_for(case, today)), today, limits)], EVERYTHING, today)
    assert "What is life like for this person" in headings(page)
    assert "In this person's words" in headings(page)
    assert "in private" in text_of(page)
    assert "child" not in " ".join(headings(page))


def test_a_pack_of_many_cases_has_a_part_for_each(cases: dict[str, Case], today: date, limits: Limits) -> None:
    """Each begins anew, and the first page lists them."""
    every = [
        About(Looked(case, (), since_for(case, today)), today, limits) for case in (cases["family"], cases["well"])
    ]
    page = pack_page(every, {"unknown"}, today)
    assert [(block.text, block.part) for block in page.blocks if isinstance(block, Heading)] == [
        ("F-102", True),
        ("What I do not know", False),
        ("F-140", True),
        ("What I do not know", False),
    ]
    assert page.facts == "2 cases, Mon 23 Nov 2026"
    short = pack_page(every, {"unknown"}, today, ["F-199"])
    assert "full names, the cases that were not read: F-199" in text_of(short)


def test_a_hand_over_has_what_the_next_worker_needs_and_not_what_was_only_thought(about: About) -> None:
    """Life, words, unknowns, what was tried, dates, people, agencies; what is left out is said."""
    page = handover_page(about)
    assert headings(page) == [section.title for section in papers().handover]
    text = text_of(page)
    for part in (
        "K.M., 8, L.M., 1",
        "CP plan since Tue 17 Feb, neglect",
        '"I get myself up."',
        "Who is D?",
        "partner D",
    ):
        assert part in text
    assert "Ask the club: let go: it has closed" in text
    assert re.search(r"to look at again \w{3} \d", text)
    assert "Meet D, away from home" in text
    assert "No agency is listed yet." in text
    assert all(row.text not in text for row in about.case.of(Hypothesis))
    assert "what I wonder, answers to the questions, supervision, private notes, full names" in text


def test_a_hand_over_of_an_adult_says_what_they_want_capacity_and_advocate(
    cases: dict[str, Case], today: date, limits: Limits
) -> None:
    """One decision at one time; nothing is said of a plan, and what is not recorded says so."""
    case = with_record(cases["adult"], DesiredOutcome(words="My own key.", asked_on=date(2026, 11, 6)))
    case = with_record(
        case, CapacityNote(decision="Who keeps the card", asked_on=date(2026, 11, 6), conclusion="not_assessed")
    )
    text = text_of(handover_page(About(Looked(case, (), since_for(case, today)), today, limits)))
    assert "My own key." in text
    assert "Who keeps the card" in text
    assert "Whether an advocate is needed is not recorded yet." in text
    assert "\nPlan\n" not in text


def test_an_escalation_stands_with_by_when_each_step_was_to_be_answered(about: About, today: date) -> None:
    """In the hand-over, in the pack, and on its own page for a file: the days, who was told, the answer."""
    steps = StepBefore(step=1, started_on=date(2026, 11, 12), who_was_told="head of year", reply="Not now.")
    escalation = Escalation(
        about="No strategy discussion",
        step=2,
        step_started_on=date(2026, 11, 18),
        with_agency="police",
        before=(steps,),
    )
    case = with_record(about.case, escalation)
    told = About(Looked(case, (), about.looked.since), today, about.limits)
    pages = (
        handover_page(told),
        pack_page([told], {"actions"}, today),
        escalations_to_write(case, today, about.limits),
        record_page(case, escalation, today, about.limits),
    )
    for page in pages:
        text = text_of(page)
        for part in (
            "To be answered by Mon 16 Nov.",
            "To be answered by Wed 25 Nov.",
            "Told: head of year.",
            "Not now.",
        ):
            assert part in text, (page.place, part)


def test_the_pack_says_when_a_case_was_talked_of_and_what_became_of_each_line(about: About, today: date) -> None:
    """Days within twelve months, and no count without its days; a line by the action that was made of it, however it ended."""
    old = Supervision(held_on=date(2025, 11, 22), decided="Too long ago")
    first = Supervision(held_on=date(2025, 11, 23), decided="Weigh L.\n- See K. early\nAsk the nursery\nRing gran")
    actions = [
        Action(what="Weigh L.", due_on=today, state="done", done_on=date(2026, 1, 9), child_outcome="She grows."),
        Action(what="A visit at seven", due_on=today, agreed_in=first.id, agreed_line="See K. early"),
        Action(what="Ask the nursery", due_on=today, state="dropped", dropped_reason="It closed."),
        Action(what="Weigh L.", due_on=today, agreed_in="another hour", agreed_line="Weigh L."),
    ]
    case = about.case
    for record in (old, first, *actions):
        case = with_record(case, record)
    text = text_of(pack_page([About(Looked(case, (), about.looked.since), today, about.limits)], {"agreed"}, today))
    assert "Talked of 2 times since Sun 23 Nov 2025, 12 months back: Sun 23 Nov 2025, Mon 21 Sep." in text
    found = text.partition("What became of what was agreed")[2].split("\n")
    assert found[found.index("Weigh L.") + 1] == "done Fri 9 Jan: She grows."
    assert found[found.index("See K. early") + 1] == "open, by Mon 23 Nov"
    assert found[found.index("Ask the nursery") + 1] == "let go: It closed."
    assert found[found.index("Ring gran") + 1] == "no action of it is recorded"
    assert "Too long ago" not in text


# The list in the content


def built_in() -> str:
    """The file as it is shipped."""
    return files("checklists.content").joinpath(FILE).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('id = "wonder"', 'id = "wondering"', "nothing fills a section called wondering"),
        ('id = "wonder"', 'id = "life"', "the section life stands twice"),
        ("ticked = false", "ticked = true", "private notes are in only if ticked by hand"),
        ('[[supervision_pack.section]]\nid = "agreed"', '[[other]]\nid = "agreed"', "the section agreed is missing"),
        ("[changes]", "[changed]", "changes is missing"),
        ("schema = 1", "schema = = 1", "cannot be read"),
    ],
)
def test_a_list_that_cannot_be_used_says_where(old: str, new: str, says: str) -> None:
    """At load, in one sentence with the file's name."""
    text = built_in()
    assert old in text
    with pytest.raises(Wrong, match=says) as raised:
        read_papers(text.replace(old, new), "mine.toml")
    assert "mine.toml" in str(raised.value)
