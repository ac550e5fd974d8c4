"""What stands around the box of a question: last time's answer, the record's own evidence, and the follow-up prompts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from checklists.dates import say_day
from checklists.library import library
from checklists.limits import Limits
from checklists.pages.blocks import Block, Heading, Paragraph
from checklists.pages.evidence import count_of, evidence
from checklists.pages.prompted import asked_at, sentence
from checklists.signals import Prompt
from checklists.signals.whole import prompts_of
from checklists.summaries import summarise
from checklists.use_cases.reflect import answers_to
from store.case import Case
from store.case_store import Version
from store.records import Answer
from store.summary import CaseSummary

Versions = Mapping[str, Sequence[Version]]
"""The earlier texts of each answer, by its id."""
NONE: Versions = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question on one case."""

    number: int
    title: str
    prompt: str
    """What to write; the foot says it while the box is empty."""
    good_answer: str
    signal: str
    """What the record asks at this question, each with its source; blank where it asks nothing."""
    asked: tuple[Block, ...]
    """The same to be read: each message in full, with its limit, its source and the facts it rests on."""
    last_time: tuple[Block, ...]
    evidence: tuple[Block, ...]
    follow_up: tuple[Block, ...]
    evidence_ids: tuple[str, ...]


def question_view(case: Case, question_id: str, today: date, limits: Limits, versions: Versions = NONE) -> QuestionView:
    """What the record and the content hold for a question of this case, on this day."""
    question = library(case.info.service).question(question_id)
    lists, ids = evidence(case, question_id, today)
    facts = summarise(case)
    asked = asked_at(question_id, prompts_of(case, facts, today, limits))
    return QuestionView(
        question.number,
        question.title,
        question.prompt,
        question.good_answer,
        "\n".join(sentence(facts, prompt).replace("\n", "  ") for prompt in asked),
        tuple(asked_blocks(facts, asked)),
        last_time(answers_to(case, question_id), today, versions),
        (Heading("Evidence", ((12, count_of(case, question_id)),)), *lists),
        (Heading("Follow-up"), *(Paragraph(text) for text in question.follow_up)),
        ids,
    )


def asked_blocks(facts: CaseSummary, asked: Sequence[Prompt]) -> Iterator[Block]:
    """Each message in full, its source, and the facts it rests on."""
    if asked:
        yield Heading("From the record")
    for prompt in asked:
        yield Paragraph(sentence(facts, prompt))
        if prompt.facts:
            yield Paragraph(" ".join(prompt.facts), dim=True)


def last_time(answers: Sequence[Answer], today: date, versions: Versions = NONE) -> tuple[Block, ...]:
    """The latest answer of an earlier day, with its date; what was written today stands in the box itself.

    `3 of 3` counts texts: earlier answers, and the earlier texts of each.
    """
    earlier = [answer for answer in answers if answer.answered_on < today]
    if not earlier:
        return Heading("Last time"), Paragraph("Not answered yet.", dim=True)
    last = earlier[-1]
    texts = len(earlier) + sum(len(versions.get(answer.id, ())) for answer in earlier)
    count = f", {texts} of {texts}" if texts > 1 else ""
    return Heading("Last time", ((12, f"{say_day(last.answered_on, today)}{count}"),)), Paragraph(said(last))


def said(answer: Answer) -> str:
    """The words of an answer; nothing has changed since, because … where that was all."""
    unchanged = f"Nothing has changed since, because {answer.unchanged_because}" if answer.unchanged_because else ""
    return "\n".join(part for part in (answer.text, unchanged) if part)
