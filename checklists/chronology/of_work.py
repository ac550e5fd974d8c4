"""What is dated about the work itself: answers, actions, I wonders, unknowns, supervision, the case, imports."""

from collections.abc import Iterator
from datetime import date

from checklists.chronology.dated import Dated, Told, joined
from checklists.imported import FIELDS
from checklists.library import library
from store.records import (
    Action,
    Advocate,
    Answer,
    CapacityNote,
    Child,
    ChronologyReview,
    Event,
    Hypothesis,
    ImportBatch,
    ImportedFact,
    ReviewReflection,
    Supervision,
    Unknown,
)

FILES = {"annex_a": "Annex A"}


def answers(told: Told) -> Iterator[Dated]:
    """An answer to one of the eight questions."""
    themes = {one.id: one.themes for one in library(told.case.info.service).questions}
    for one in told.case.of(Answer):
        unchanged = f"Nothing has changed since, because {one.unchanged_because}" if one.unchanged_because else ""
        text = f"Question {one.question[1:]}: {joined(one.text, unchanged)}"
        found = (*(theme[:2] for theme in themes.get(one.question, ())), *one.themes)
        yield told.made(one, one.answered_on, "Answer", text, children=one.children, themes=found)


def actions(told: Told) -> Iterator[Dated]:
    """An action that was finished, each date that was moved, and the day on which one was let go."""
    for one in told.case.of(Action):
        more = {"children": (one.child_id,) if one.child_id else (), "themes": (one.theme or "T7", *one.themes)}
        source = "" if one.owner == "me" else one.owner
        if one.state == "done" and one.done_on:
            text = joined(f"Done: {one.what}")
            yield told.made(one, one.done_on, "Action", text, means=one.child_outcome, source=source, **more)
        for place, moved in enumerate(one.moved):
            text = joined(f"Moved from {told.day(moved.from_on)} to {told.day(moved.to_on)}: {one.what}", moved.reason)
            on = moved.moved_on or min(moved.from_on, told.today)
            yield told.made(one, on, "Action", text, part=f"moved {place}", source=source, **more)
        gone = (one.edited_at or one.recorded_at) if one.state == "dropped" else None
        if gone:
            text = joined(f"Let go: {one.what}", one.dropped_reason)
            yield told.made(one, gone.astimezone().date(), "Action", text, part="let go", source=source, **more)


def wonders(told: Told) -> Iterator[Dated]:
    """What I wondered, on the day it was written down: it has no other."""
    for one in told.case.of(Hypothesis):
        if one.recorded_at:
            on = one.recorded_at.astimezone().date()
            kind = told.choice(Hypothesis, "wondering", one.wondering)
            yield told.made(one, on, "I wonder", joined(f"{kind}: {one.text}"), themes=("T5", "T6", *one.themes))


def unknowns(told: Told) -> Iterator[Dated]:
    """What was not known, on the day it was answered."""
    for one in told.case.of(Unknown):
        if one.closed_on:
            state = told.choice(Unknown, "state", one.state)
            text = joined(f"{state}: {one.what}", one.answer)
            yield told.made(one, one.closed_on, "Unknown", text, means=one.why_it_matters, themes=("T6", *one.themes))


def supervision(told: Told) -> Iterator[Dated]:
    """What was wanted, tested and decided. The note for me stays out."""
    for one in told.case.of(Supervision):
        parts = [
            f"Wanted: {one.wanted}" if one.wanted else "",
            f"Tested: {one.tested}" if one.tested else "",
            f"Decided: {one.decided}" if one.decided else "",
        ]
        text = joined(*parts) or told.choice(Supervision, "type", one.type)
        people = (one.with_role,) if one.with_role else ()
        themes = ("T7", *one.themes)
        yield told.made(one, one.held_on, "Supervision", text, source=one.with_role, people=people, themes=themes)


def reviews(told: Told) -> Iterator[Dated]:
    """A review whose questions were asked in this case, with what was written to them."""
    for one in told.case.of(ReviewReflection):
        said = [f"{question} {answer}" for question, answer in one.asked if answer.strip()]
        text = joined(f"Asked the questions of {one.review}", *said)
        yield told.made(one, one.held_on, "Review", text, themes=one.themes)


def looked_at(told: Told) -> Iterator[Dated]:
    """The chronology was read as a whole."""
    for one in told.case.of(ChronologyReview):
        text = joined("Chronology looked at", f"Pattern: {one.pattern}" if one.pattern else "")
        yield told.made(one, one.looked_on, "Looked at", text, themes=one.themes)


def the_case(told: Told) -> Iterator[Dated]:
    """When the case came, and when it closed."""
    info = told.case.info
    if info.allocated_on:
        yield told.made(info, info.allocated_on, "Case", "The case came to me", themes=("T7",))
    if info.closed_on:
        text = joined("The case closed", info.closed_reason)
        yield told.made(info, info.closed_on, "Case", text, part="closed", themes=("T7",))


def plans(told: Told) -> Iterator[Dated]:
    """When each child's plan and placement began, unless an event of that day says so."""
    told_already = {(one.type, one.happened_on) for one in told.case.of(Event)}
    for one in told.case.of(Child):
        plan = told.choice(Child, "plan", one.plan)
        category = f", {one.category}" if one.category else ""
        for on, text, event, part in (
            (one.plan_started_on, f"plan began: {plan}{category}", "plan_start", ""),
            (one.placement_started_on, "placement began", "placement_start", "placement"),
        ):
            if on and (event, on) not in told_already and not (part == "" and one.plan == "none"):
                said = f"{told.names((one.id,))}: {text}"
                yield told.made(one, on, "Plan", said, children=(one.id,), themes=("T7",), part=part)


def of_adults(told: Told) -> Iterator[Dated]:
    """Capacity for one decision on one day, and the day an advocate was instructed."""
    for one in told.case.of(CapacityNote):
        found = told.choice(CapacityNote, "conclusion", one.conclusion)
        text = joined(f"For one decision on that day, {one.decision}: {found}", one.basis)
        yield told.made(one, one.asked_on, "Capacity", text, themes=one.themes)
    for advocate in told.case.of(Advocate):
        if on := advocate.instructed_on:
            yield told.made(advocate, on, "Advocate", "An advocate was instructed", themes=advocate.themes)


def imports(told: Told) -> Iterator[Dated]:
    """Each file that was brought in by its own date, and each day that it gave."""
    files = {one.id: FILES.get(one.file_kind, one.file_kind) for one in told.case.of(ImportBatch)}
    for one in told.case.of(ImportBatch):
        text = f"Brought in: {files[one.id]} as at {told.day(one.as_at)}"
        yield told.made(one, one.as_at, "Import", text)
    for fact in told.case.of(ImportedFact):
        if on := _day_in(fact):
            text = f"{told.names((fact.child_id,))}: {FIELDS.get(fact.field, fact.field)}"
            source = f"{files.get(fact.batch_id, 'a file')} as at {told.day(fact.as_at)}, {fact.source}".rstrip(", ")
            yield told.made(fact, on, "Import", text, children=(fact.child_id,), source=source)


def _day_in(fact: ImportedFact) -> date | None:
    if not fact.field.endswith("_on") or fact.field in ("born_on", "expected_on"):
        return None
    try:
        return date.fromisoformat(fact.value)
    except ValueError:
        return None
