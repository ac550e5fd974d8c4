"""Apply a review to a case: keep what was written to its questions with the case, and note in my log that it was done."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from checklists.learning.reviews import Review, national_reviews
from checklists.use_cases.records import edit_record
from checklists.validating import make
from checklists.wrong import Wrong
from store.case import OWN
from store.case_store import CaseStore
from store.records import LearningEntry, ReviewReflection
from store.records.review_reflection import MOST

FIELDS = tuple(f"answer_{number}" for number in range(1, MOST + 1))


def apply_review(
    store: CaseStore, case_id: str, record_id: str, review: Review, answers: Mapping[str, Any], held_on: date
) -> ReviewReflection:
    """Keep it, with the questions as they are asked now. Raises Wrong, StoreTrouble.

    `record_id` is the id that it gets: where noting it in the log is refused by the disk and it is saved again, it is
    there already and is not kept twice.
    """
    values = {
        "id": record_id,
        "held_on": held_on,
        "review_id": review.id,
        "review": review.title,
        "content_version": review.version,
        "questions": tuple(one.text for one in review.questions),
        **{name: text for name, text in answers.items() if text},
    }
    made = make(ReviewReflection, values)
    with store.change(case_id) as change:
        if change.case.find(record_id) is None:
            change.put(made)
    kept = store.case(case_id).find(record_id)
    assert isinstance(kept, ReviewReflection)
    _note_in_log(store, case_id, kept)
    return kept


def _note_in_log(store: CaseStore, case_id: str, kept: ReviewReflection) -> None:
    """A line of type applied, with the case by its id and nothing of what was written."""
    entry = make(
        LearningEntry,
        {
            "type": "applied",
            "happened_on": kept.held_on,
            "review": kept.review[:200],
            "what_i_take": national_reviews().applied,
            "case_ids": (case_id,),
        },
    )
    with store.change(OWN) as change:
        change.put(entry)


def change_answers(
    store: CaseStore, case_id: str, record: ReviewReflection, changes: Mapping[str, Any], expected: int
) -> ReviewReflection:
    """Other words; what stood before stays readable. Raises Wrong, Conflict."""
    return edit_record(store, case_id, record.id, ReviewReflection, changes, expected=expected)


def answers_of(texts: "list[str] | tuple[str, ...]", review: Review) -> dict[str, str]:
    """Answers in the order of the questions, by their fields. Raises Wrong where there are more than questions."""
    if len(texts) > len(review.questions):
        raise Wrong(
            f"{review.id} asks {len(review.questions)} questions.", "Give an answer for each at most.", "answer"
        )
    return dict(zip(FIELDS, texts, strict=False))
