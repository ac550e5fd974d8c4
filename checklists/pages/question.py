"""What stands around the box of a question: last time's answer, the record's own evidence, and the follow-up prompts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from checklists.dates import say_day
from checklists.library import library
from checklists.limits import Limits
from checklists.naming import called
from checklists.pages.blocks import Block, Heading, Paragraph
from checklists.pages.evidence import count_of, evidence
from checklists.signals import prompts
from checklists.summaries import summarise
from checklists.use_cases.reflect import answers_to
from store.case import Case
from store.records import Answer


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question on one case."""

    number: int
    title: str
    prompt: str
    """What to write; the foot says it while the box is empty."""
    good_answer: str
    signal: str
    """What the record asks at this question; blank where it asks nothing."""
    last_time: tuple[Block, ...]
    evidence: tuple[Block, ...]
    follow_up: tuple[Block, ...]
    evidence_ids: tuple[str, ...]


def question_view(case: Case, question_id: str, today: date, limits: Limits) -> QuestionView:
    """What the record and the content hold for a question of this case, on this day."""
    question = library(case.info.service).question(question_id)
    found = evidence(case, question_id, today)
    table, ids = found if found else (None, ())
    facts = summarise(case)
    asked = [prompt for prompt in prompts(facts, today, limits) if prompt.question == question_id]
    names = {child.id: called(child, case.ref) for child in case.children}
    signal = "\n".join(f"{names.get(prompt.child_id or '', '')}  {prompt.text}".strip() for prompt in asked)
    around: tuple[Block, ...] = ()
    if table is not None:
        around = (Heading("Evidence", ((12, count_of(case, question_id)),)), table)
    follow: tuple[Block, ...] = (Heading("Follow-up"), *(Paragraph(text) for text in question.follow_up))
    return QuestionView(
        question.number,
        question.title,
        question.prompt,
        question.good_answer,
        signal,
        last_time(answers_to(case, question_id), today),
        around,
        follow,
        ids,
    )


def last_time(answers: Sequence[Answer], today: date) -> tuple[Block, ...]:
    """The latest answer of an earlier day, with its date; what was written today stands in the box itself."""
    earlier = [answer for answer in answers if answer.answered_on < today]
    if not earlier:
        return Heading("Last time"), Paragraph("Not answered yet.", dim=True)
    last = earlier[-1]
    count = f", {len(earlier)} of {len(earlier)}" if len(earlier) > 1 else ""
    return Heading("Last time", ((12, f"{say_day(last.answered_on, today)}{count}"),)), Paragraph(said(last))


def said(answer: Answer) -> str:
    """The words of an answer; nothing has changed since, because … where that was all."""
    unchanged = f"Nothing has changed since, because {answer.unchanged_because}" if answer.unchanged_because else ""
    return "\n".join(part for part in (answer.text, unchanged) if part)
