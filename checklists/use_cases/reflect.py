"""Answer a question on a case, and keep an "I wonder"."""

from collections.abc import Sequence
from datetime import date

from checklists.clock import Clock
from checklists.library import library
from checklists.validating import make, remake
from checklists.wrong import Wrong
from store.case import Case
from store.case_store import CaseStore
from store.records import Answer, Hypothesis


def answers_to(case: Case, question: str) -> list[Answer]:
    """All answers to a question, oldest first."""
    found = [answer for answer in case.of(Answer) if answer.question == question]
    return sorted(found, key=lambda answer: (answer.answered_on, answer.id))


def answer_of(case: Case, question: str, on: date) -> Answer | None:
    """The answer given on that day, which the day's further words continue."""
    return next((answer for answer in reversed(answers_to(case, question)) if answer.answered_on == on), None)


def answer_question(
    store: CaseStore,
    clock: Clock,
    case_id: str,
    question: str,
    *,
    text: str = "",
    unchanged_because: str = "",
    evidence_ids: Sequence[str] = (),
    children: Sequence[str] = (),
    expected: int | None = None,
) -> Answer:
    """Keep what I think today, with the question as it was asked.

    A second save on the same day continues that day's answer as a new version; on another day it is a new answer.
    Raises Wrong, Conflict.
    """
    with store.change(case_id) as change:
        asked = library(change.case.info.service)
        known = {entry.id: entry for entry in asked.questions}
        if question not in known:
            raise Wrong("There are eight questions.", "Give a number from 1 to 8.", "question")
        values = {
            "text": text,
            "unchanged_because": unchanged_because,
            "evidence_ids": tuple(evidence_ids),
            "children": tuple(children),
            "question_text": known[question].title,
            "content_version": asked.version,
        }
        todays = answer_of(change.case, question, clock.today())
        if todays is not None:
            return change.put(remake(todays, values), expected=expected)
        return change.put(make(Answer, {**values, "question": question, "answered_on": clock.today()}))


def wonder(store: CaseStore, case_id: str, text: str, *, wondering: str = "i_wonder") -> Hypothesis:
    """Keep an "I wonder" or a "what if" in one line. Raises Wrong."""
    with store.change(case_id) as change:
        return change.put(make(Hypothesis, {"text": text, "wondering": wondering}))
