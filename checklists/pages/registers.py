"""Every list of one kind of record: its title, its rows and columns, what it says when it is empty, and what n adds.

A list is one entry here; its rows are made in `lists/`, or of the record's own fields by `rows_of_fields`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from checklists.dates import say_day
from checklists.entry import entry_of
from checklists.limits import Limits
from checklists.naming import aged
from checklists.pages.blocks import Block, Column, Item
from checklists.pages.lists.agencies import agency_items, contact_items, contacts_below
from checklists.pages.lists.ahead import ahead_items
from checklists.pages.lists.childs_day import care_items, day_items
from checklists.pages.lists.concerns import concern_items
from checklists.pages.lists.escalations import escalation_items, steps_below
from checklists.pages.lists.explanations import differing, explanation_items
from checklists.pages.lists.for_adults import advocate_items, capacity_items, desired_items
from checklists.pages.lists.plan import (
    engagement_below,
    engagement_items,
    event_items,
    outcome_items,
    reading_items,
    supervision_items,
)
from checklists.pages.lists.reflections import ASKED, own_review_items, reflection_items
from checklists.pages.lists.reviewing import meeting_items, request_items, review_note_items, support_items
from checklists.pages.lists.rows import FOUR, THREE, TWO, rows_of_fields
from checklists.pages.lists.seen_by_others import confirmed_below, household_items, sighting_items
from checklists.pages.lists.set_aside import set_aside_items
from checklists.pages.lists.systems import note_items
from checklists.pages.lists.unknowns import unknown_items
from checklists.pages.lists.wonders import wonder_items
from checklists.pages.people import people_items
from checklists.pages.question import said
from checklists.pages.spot import Spot
from checklists.pages.visits import visit_items
from store.case import Case
from store.records import (
    Advocate,
    Agency,
    Answer,
    CapacityNote,
    Child,
    ChronologyReview,
    Concern,
    Contact,
    DayEntry,
    DesiredOutcome,
    Engagement,
    Escalation,
    Event,
    Explanation,
    HouseholdCheck,
    Hypothesis,
    LookingAhead,
    NeglectEntry,
    Outcome,
    OutcomeReading,
    OwnReview,
    Person,
    ReviewMeeting,
    ReviewNote,
    ReviewReflection,
    ReviewRequest,
    ReviewSupport,
    SetAside,
    Sighting,
    Supervision,
    SystemNote,
    Unknown,
    Visit,
)


@dataclass(frozen=True, slots=True)
class Named:
    """How a list is asked for by a word, in the menu and in plain lines."""

    word: str
    about: str
    adult_about: str = ""
    only: str = ""
    """Only on a case of that service."""


@dataclass(frozen=True, slots=True)
class Register:
    """A list of one kind of record."""

    title: str
    items: Callable[[Case, date], Sequence[Item]]
    columns: tuple[Column, ...]
    empty: str
    adult_title: str = ""
    adult_empty: str = ""
    below: Callable[[Case, date], tuple[Block, ...]] | None = None
    """What stands under the list, such as two accounts side by side."""
    below_limited: Callable[[Case, date, Limits], tuple[Block, ...]] | None = None
    """The same, with by when each was to be answered, where the limits in force are given."""
    row_adds: tuple[str, str] | None = None
    """What n adds on a row in place of the list's own kind: that kind, and its field that names the row's record."""
    done_adds: tuple[str, str] | None = None
    """What d adds on a row, in the same way."""
    limited: Callable[[Case, date, Limits], Sequence[Item]] | None = None
    """The rows with the limits in force, where a row says by when."""
    named: Named | None = None
    """Its word in the menu and in plain lines; a list without one has a key or a command of its own."""


def named_on(case: Case) -> dict[str, Named]:
    """The lists that a case has, by kind, in the words of its service."""
    service = case.info.service
    return {
        kind: replace(named, about=(service == "adults" and named.adult_about) or named.about)
        for kind, named in NAMED.items()
        if named.only in ("", service)
    }


def child_items(case: Case, today: date) -> list[Item]:
    """The children of a case; on an adult's case, the person."""
    return [_child(case, child, today) for child in case.children]


def _child(case: Case, child: Child, today: date) -> Item:
    plan = entry_of(Child, "plan").say(child.plan, today)
    cells = (aged(child, today, case.ref), child.own_id, plan)
    return Item(cells, "", Spot(case.id, "record", child.id))


def answer_items(case: Case, today: date) -> list[Item]:
    """The answers on a case, newest first."""
    rows = sorted(case.of(Answer), key=lambda row: (row.answered_on, row.id), reverse=True)
    return [_answer(case, row, today) for row in rows]


def _answer(case: Case, row: Answer, today: date) -> Item:
    cells = (say_day(row.answered_on, today), row.question[1:], " ".join(said(row).split()))
    return Item(cells, "", Spot(case.id, "record", row.id), row.question_text)


FACT_LAST = (Column("", 3, 3), Column("", 16, 16), Column("", 56, 42))
"""A name or a day, words, and a short fact."""

REGISTERS: dict[str, Register] = {
    Person.kind: Register(
        "People in and around the household",
        people_items,
        (Column("", 3, 3), Column("", 21, 0), Column("", 43, 24), Column("", 60, 42)),
        "No adults are listed for this home. Who lives here?",
        "People around this person",
        "Nobody is listed around this person. Who comes and goes?",
        below=confirmed_below,
    ),
    HouseholdCheck.kind: Register(
        "Household confirmed",
        household_items,
        TWO,
        "Who lives here has not been confirmed yet.",
        named=Named("household confirmed", "on which days, and how it is known"),
    ),
    Hypothesis.kind: Register("I wonder", wonder_items, TWO, "No I wonder recorded yet."),
    Visit.kind: Register(
        "Visits", visit_items, (Column("", 3, 3), Column("", 16, 16), Column("", 43, 34)), "No visit is recorded yet."
    ),
    Sighting.kind: Register(
        "Sightings by others",
        sighting_items,
        THREE,
        "No sighting is recorded. Who else sees them?",
        named=Named("sightings", "by other agencies; they are no visits"),
    ),
    DayEntry.kind: Register(
        "The child's lived day",
        day_items,
        THREE,
        "Nothing of the day is recorded yet. What is an ordinary day like?",
        "An ordinary day and night",
        named=Named("lived day", "the child's lived day, from waking to sleep", "an ordinary day and night"),
    ),
    NeglectEntry.kind: Register(
        "Care",
        care_items,
        THREE,
        "Nothing about care is recorded yet. Small facts can be seen together here.",
        named=Named("care", "small facts about care, seen together over time"),
    ),
    Concern.kind: Register(
        "Concerns",
        concern_items,
        THREE,
        "No concern is recorded yet.",
        named=Named("concerns", "each with what came of it"),
    ),
    Explanation.kind: Register(
        "Explanations",
        explanation_items,
        FOUR,
        "No account is recorded yet. Who said what happened?",
        below=differing,
        named=Named("explanations", "who said what, how it was checked, two accounts side by side"),
    ),
    Unknown.kind: Register(
        "Unknowns",
        unknown_items,
        (Column("", 3, 3), Column("", 16, 16), Column("", 54, 42)),
        "Nothing is listed as not known. What do you not know yet?",
        named=Named("unknowns", "what I do not know, who may know, by when"),
    ),
    Agency.kind: Register(
        "Agencies and requests",
        agency_items,
        (Column("", 3, 3), Column("", 25, 0), Column("", 43, 25), Column("", 61, 43)),
        "No agency is listed yet. Who else holds information?",
        below=contacts_below,
        row_adds=(Contact.kind, "agency_id"),
        named=Named("agencies", "when each was last heard, and what waits for a reply"),
    ),
    Contact.kind: Register(
        "Contacts",
        contact_items,
        THREE,
        "No contact is recorded yet. Who else holds information?",
        named=Named("contacts", "with agencies: said, asked, shared, on what basis"),
    ),
    Outcome.kind: Register(
        "Plan outcomes",
        outcome_items,
        FACT_LAST,
        "No outcome is recorded yet. What is the plan to make different?",
        below=engagement_below,
        done_adds=(OutcomeReading.kind, "outcome_id"),
        named=Named("outcomes", "what the plan is to make different, with the last reading"),
    ),
    OutcomeReading.kind: Register(
        "Readings of outcomes",
        reading_items,
        THREE,
        "No outcome has been read yet.",
        named=Named("readings", "of the outcomes, the newest first"),
    ),
    Engagement.kind: Register(
        "Taking part, beside the change",
        engagement_items,
        THREE,
        "Nothing is recorded yet. Taking part and the change are two facts.",
        named=Named("engagement", "taking part, beside the change"),
    ),
    Event.kind: Register(
        "Events",
        event_items,
        THREE,
        "No event is recorded yet.",
        named=Named("events", "decisions, meetings, moves: anything dated"),
    ),
    Supervision.kind: Register(
        "Supervision",
        supervision_items,
        THREE,
        "No supervision is recorded on this case yet.",
        named=Named("supervision", "what was wanted, tested and decided"),
    ),
    Escalation.kind: Register(
        "Escalations",
        escalation_items,
        THREE,
        "No escalation is recorded.",
        below=steps_below,
        below_limited=steps_below,
        limited=escalation_items,
        named=Named("escalations", "disagreements, and the step each is at"),
    ),
    LookingAhead.kind: Register(
        "Looking back from a year ahead",
        ahead_items,
        THREE,
        "This case has not been looked at from a year ahead yet.",
        named=Named("looked ahead", "what was in sight, looked at from a year ahead"),
    ),
    SystemNote.kind: Register(
        "The system around it",
        note_items,
        THREE,
        "No look at the system yet. What surrounded a decision here?",
        named=Named("system notes", "what surrounded a decision, and what would help"),
    ),
    ReviewNote.kind: Register(
        "Then and now",
        review_note_items,
        THREE,
        "No note yet. What did I know then, and what do I think now?",
        named=Named("review notes", "then and now, in my own words, kept out of packs unless ticked"),
    ),
    ReviewRequest.kind: Register(
        "What the review asked for",
        request_items,
        THREE,
        "Nothing is noted yet. What have you been asked for, by whom, and by when?",
        limited=request_items,
        named=Named("review requests", "what a review asked for, and what was handed over"),
    ),
    ReviewMeeting.kind: Register(
        "Meetings of the review",
        meeting_items,
        THREE,
        "No meeting is noted yet.",
        named=Named("review meetings", "what was said, and what I asked"),
    ),
    ReviewSupport.kind: Register(
        "Who stands by me",
        support_items,
        FACT_LAST,
        "Nobody is noted yet. Manager, union, legal, own health: when do you next speak?",
        named=Named("review support", "manager, union and others, and when we speak"),
    ),
    OwnReview.kind: Register(
        "Reviews of my own",
        own_review_items,
        THREE,
        "No review of your own is kept yet.",
    ),
    ReviewReflection.kind: Register(
        "Reviews, asked in this case",
        reflection_items,
        ASKED,
        "No review has been asked in this case yet. Learning has them, each with its questions.",
        named=Named("review reflections", "the questions of a review, asked in this case"),
    ),
    ChronologyReview.kind: Register(
        "Chronology looked at",
        rows_of_fields(ChronologyReview),
        TWO,
        "The chronology has not been marked as looked at yet.",
        named=Named("chronology looked at", "on which days, and the pattern"),
    ),
    SetAside.kind: Register("Prompts set aside", set_aside_items, THREE, "No prompt is set aside on this case."),
    DesiredOutcome.kind: Register(
        "What they want to happen",
        desired_items,
        THREE,
        "What they want to happen is not recorded yet.",
        named=Named("wishes", "desired outcome: what they want, in their words", only="adults"),
    ),
    CapacityNote.kind: Register(
        "Capacity, one decision at a time",
        capacity_items,
        FACT_LAST,
        "No capacity note is recorded.",
        named=Named("capacity", "one decision at a time, on one day", only="adults"),
    ),
    Advocate.kind: Register(
        "Advocate",
        advocate_items,
        TWO,
        "Whether an advocate is needed is not recorded yet.",
        named=Named("advocate", "whether one is needed, and who", only="adults"),
    ),
    Child.kind: Register(
        "Children",
        child_items,
        (Column("", 3, 3), Column("", 28, 26), Column("", 50, 44)),
        "No child is recorded yet.",
        "Person",
        "No person is recorded yet.",
    ),
    Answer.kind: Register(
        "Answers",
        answer_items,
        (Column("", 3, 3), Column("", 16, 16), Column("", 19, 19)),
        "No question is answered yet.",
    ),
}
"""Every list, by its kind."""
NAMED: dict[str, Named] = {kind: list_.named for kind, list_ in REGISTERS.items() if list_.named}
"""The lists of evidence by a word, in the order of the questions."""
