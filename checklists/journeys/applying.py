"""The questions of a review, asked in one case: a box for each, with the record's own evidence above it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from checklists.clock import Clock
from checklists.entry import Entry, Path, blank_is_today, entries_of, texts_of
from checklists.journeys.becoming import form_with_words
from checklists.journeys.form import Form, Texts, changes_of, fixed, placed_in, under, values_of
from checklists.learning.reviews import Review, national_reviews
from checklists.library import library
from checklists.limits import Limits
from checklists.pages.blocks import Cell, Table
from checklists.pages.evidence import count_of, evidence
from checklists.use_cases.applying import FIELDS, apply_review, change_answers
from checklists.use_cases.records import the_record
from checklists.wrong import Wrong
from store.case import Case
from store.case_store import CaseStore
from store.records import Record, ReviewReflection, new_id

HEAD = ReviewReflection.kind
NAME = "apply"
"""Begins the name of the form of a new one, before the id of the review."""
FOOT = 2
"""Lines of the foot: a question may need both."""


def apply_form(store: CaseStore, clock: Clock, case: Case, review: Review) -> Form:
    """The boxes of a review, empty; all but one may stay so. Saving keeps them with the case and notes it in my log."""
    today, record_id = clock.today(), new_id()
    beside = [_on_record(case, one.beside, today) for one in review.questions]
    entries = _entries(case, [one.text for one in review.questions], beside)

    def save(texts: Texts) -> str:
        values = under(values_of(entries, texts, today), HEAD)
        held_on = values.pop("held_on")
        assert isinstance(held_on, date)
        with placed_in(HEAD):
            apply_review(store, case.id, record_id, review, values, held_on)
        return "Kept with the case, and noted in your learning log."

    name, facts = f"{NAME}:{review.id}", f"{case.ref}, {review.id}"
    start = texts_of(entries, {}, today)
    return Form(name, case.id, review.title, facts, fixed(entries), start, save, _hint(entries), foot=FOOT)


def applied_form(store: CaseStore, clock: Clock, case: Case, record: ReviewReflection) -> Form:
    """The same boxes with what was written, under the questions as they were asked."""
    today = clock.today()
    entries = _entries(case, record.questions, [])
    start = texts_of(entries, {entry.path: getattr(record, entry.name) for entry in entries}, today)

    def save(texts: Texts) -> str:
        values = under(values_of(entries, texts, today), HEAD)
        changes = changes_of(values, texts, start, HEAD)
        if not changes:
            return "Nothing changed."
        with placed_in(HEAD):
            change_answers(store, case.id, record, changes, record.revision)
        return "Saved. What it said before is kept."

    expected = {record.id: record.revision}
    name, place = f"{HEAD}:{record.id}", record.review or "Review reflection"
    return Form(name, case.id, place, case.ref, fixed(entries), start, save, _hint(entries), expected, foot=FOOT)


def _entries(case: Case, questions: Sequence[str], beside: Sequence[str]) -> list[Entry]:
    """A box for each question, its words above it; then the day."""
    names = [*FIELDS[: len(questions)], "held_on"]
    *boxes, day = blank_is_today(entries_of(ReviewReflection, names, case.info.service, (HEAD,)))
    facts = (*beside, *("" for _ in questions))
    asked = zip(boxes, questions, facts, strict=False)
    return [*(replace(box, asks=words, beside=fact) for box, words, fact in asked), day]


def _hint(entries: Sequence[Entry]) -> Callable[[Texts, Path], str]:
    """The question in the foot, as its words above the box may have scrolled away; and what may be written while it is empty."""
    asks = {entry.path: entry.asks for entry in entries}

    def hint(texts: Texts, path: Path) -> str:
        asked = asks.get(path, "")
        return f"{asked} {national_reviews().asks}" if asked and not texts.get(path) else asked

    return hint


def _on_record(case: Case, question: str, today: date) -> str:
    """`On record, child's day: 3 entries, last Tue 3 Nov waking, up alone`; blank where no question stands beside it."""
    if not question:
        return ""
    short, (blocks, _) = library(case.info.service).question(question).short.lower(), evidence(case, question, today)
    table = next(block for block in blocks if isinstance(block, Table))
    first = ", ".join(_words(cell) for cell in table.items[0].cells if cell) if table.items else ""
    return f"On record, {short}: {count_of(case, question)}{f'; {first}' if first else ''}."


def _words(cell: Cell) -> str:
    return " ".join((cell if isinstance(cell, str) else cell.full).split())


def form_of_answer(
    store: CaseStore, clock: Clock, limits: Limits, case: Case, record_id: str, number: int, kind: type[Record]
) -> Form:
    """The form of an action, an unknown or an I wonder with the words of an answer in it. Raises Wrong, UnknownRecord."""
    _, answer = the_record(case, record_id, ReviewReflection).asked[number - 1]
    if not answer.strip():
        raise Wrong("Nothing is written to that question.", "Choose one with an answer.")
    return form_with_words(store, clock, limits, case, kind, answer)
