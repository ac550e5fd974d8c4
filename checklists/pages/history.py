"""The history of a question: every answer with its date, and what changed between two. And how fields are compared."""

import difflib
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from checklists.choices import with_choices
from checklists.dates import say_day
from checklists.entry import Entry, entries_of, held
from checklists.library import library
from checklists.pages.blocks import Block, Facts, Heading, Page, Paragraph
from checklists.pages.question import said
from checklists.use_cases.reflect import answers_to
from store.case import Case
from store.case_store import Version
from store.records import Answer, Child, Record

WHY = {"changed": "earlier text", "withdrawn": "withdrawn", "conflict": "kept from another window"}


def history_page(case: Case, question_id: str, versions: Mapping[str, Sequence[Version]], today: date) -> Page:
    """Every answer to a question and its earlier texts, newest first. `versions` gives those of each answer by id."""
    question = library(case.info.service).question(question_id)
    texts = _texts(answers_to(case, question_id), versions)
    blocks: list[Block] = []
    for place in reversed(range(len(texts))):
        answer, how = texts[place]
        blocks += [Heading(say_day(answer.answered_on, today), ((20, how),)), Paragraph(said(answer))]
        if answer.question_text and answer.question_text != question.title:
            blocks.append(Facts((("As asked", answer.question_text),)))
        if place:
            blocks.append(Facts(tuple(changes(said(texts[place - 1][0]), said(answer)))))
    if not texts:
        blocks.append(Paragraph("Not answered yet."))
    count = f", {len(texts)} {'text' if len(texts) == 1 else 'texts'}" if texts else ""
    return Page(f"{question.number} {question.title}", f"{case.ref}{count}", tuple(blocks), "", case.ref)


def _texts(answers: Sequence[Answer], versions: Mapping[str, Sequence[Version]]) -> list[tuple[Answer, str]]:
    """Each text with what it is and when it was written, oldest first."""
    texts: list[tuple[Answer, str]] = []
    for answer in answers:
        earlier = [(v.record, WHY[v.why]) for v in versions.get(answer.id, ()) if isinstance(v.record, Answer)]
        texts += [(record, f"{why}, {say_time(record)}") for record, why in earlier]
        texts.append((answer, f"written {say_time(answer)}".rstrip()))
    return texts


def changed_fields(case: Case, before: Record, after: Record, today: date) -> tuple[tuple[str, str, str], ...]:
    """What each field that differs was, and is."""
    texts = [
        (entry.label, *(entry.say(held(record, entry.name), today) for record in (before, after)))
        for entry in titled(case, type(after), today)
    ]
    return tuple((label, old, new) for label, old, new in texts if old != new)


def titled(case: Case, kind: type[Record], today: date) -> list[Entry]:
    """Every field of a kind that has a name for people, asked for in a form or not, in reading order."""
    names = [name for name, info in kind.model_fields.items() if info.title]
    return [with_choices(entry, case, today) for entry in entries_of(kind, names, case.info.service)]


def called_kind(case: Case, record: Record) -> str:
    """What a person calls this kind of record; on an adult's case the person is not a child."""
    return "person" if isinstance(record, Child) and case.info.service == "adults" else record.name


def say_time(record: Record) -> str:
    """When this text was written, in local time."""
    at = record.edited_at or record.recorded_at
    return say_instant(at) if at else ""


def say_instant(at: datetime) -> str:
    """A moment in local time: `3 Nov 2026 15:40`."""
    here = at.astimezone()
    return f"{here.day} {here:%b %Y %H:%M}"


def changes(old: str, new: str) -> list[tuple[str, str]]:
    """What was added and taken out between two texts, in whole words."""
    a, b = re.findall(r"\S+", old), re.findall(r"\S+", new)
    added: list[str] = []
    gone: list[str] = []
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag in ("replace", "delete"):
            gone.append(" ".join(a[i1:i2]))
        if tag in ("replace", "insert"):
            added.append(" ".join(b[j1:j2]))
    found = [("Added", " … ".join(added)), ("Taken out", " … ".join(gone))]
    return [pair for pair in found if pair[1]] or [("Changed", "nothing but spaces" if old != new else "nothing")]
