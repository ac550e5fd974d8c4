"""Answer one of the eight questions: what I think now, or why nothing has changed."""

from collections.abc import Sequence

from checklists.clock import Clock
from checklists.dates import say_day
from checklists.entry import entries_of, texts_of
from checklists.journeys.form import Form, Texts, fixed, placed_in, under, values_of
from checklists.library import library
from checklists.use_cases.reflect import answer_of, answer_question
from store.case import Case
from store.case_store import CaseStore
from store.records import Answer

HEAD = Answer.kind


def reflect_form(store: CaseStore, clock: Clock, case: Case, question: str, evidence_ids: Sequence[str] = ()) -> Form:
    """The box for a question. What was written earlier today stands in it and is continued."""
    today = clock.today()
    todays = answer_of(case, question, today)
    asked = next(entry for entry in library(case.info.service).questions if entry.id == question)
    entries = entries_of(Answer, ("text", "unchanged_because"), case.info.service, (HEAD,))
    values = {entry.path: getattr(todays, entry.name) for entry in entries} if todays else {}
    start = texts_of(entries, values, today)
    expected = {todays.id: todays.revision} if todays else {}

    def save(texts: Texts) -> str:
        typed = under(values_of(entries, texts, today), HEAD)
        if todays and all(texts.get(entry.path, "") == start[entry.path] for entry in entries):
            return "Nothing changed."
        with placed_in(HEAD):
            kept = answer_question(
                store,
                clock,
                case.id,
                question,
                text=str(typed["text"] or ""),
                unchanged_because=str(typed["unchanged_because"] or ""),
                evidence_ids=evidence_ids,
                expected=expected.get(todays.id) if todays else None,
            )
        return f"Question {asked.number} answered, {say_day(kept.answered_on, today)}."

    place = f"{asked.number} {asked.title}"
    return Form(
        f"question:{question}",
        case.id,
        place,
        case.ref,
        fixed(entries),
        start,
        save,
        expected=expected,
        brief=f"{asked.number} {asked.short}",
    )
