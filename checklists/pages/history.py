"""The history of one question or one record: every text with its date, and what changed between two."""

import difflib
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from checklists.dates import say_day
from checklists.entry import entries_of
from checklists.library import library
from checklists.pages.blocks import Block, Facts, Heading, Page, Paragraph
from checklists.pages.question import said
from checklists.use_cases.reflect import answers_to
from store.case import Case
from store.case_store import Version
from store.records import Answer, Record

WHY = {"changed": "earlier text", "withdrawn": "withdrawn", "conflict": "kept from another window"}


def history_page(case: Case, question_id: str, versions: Mapping[str, Sequence[Version]], today: date) -> Page:
    """Every answer to a question and its earlier texts, newest first. `versions` gives those of each answer by id."""
    question = library(case.info.service).question(question_id)
    texts: list[tuple[Answer, str]] = []
    for answer in answers_to(case, question_id):
        for version in versions.get(answer.id, ()):
            if isinstance(version.record, Answer):
                texts.append((version.record, f"{WHY[version.why]}, {say_time(version.record)}"))
        texts.append((answer, f"written {say_time(answer)}"))
    blocks: list[Block] = []
    for place in range(len(texts) - 1, -1, -1):
        answer, how = texts[place]
        blocks += [Heading(say_day(answer.answered_on, today), ((20, how),)), Paragraph(said(answer))]
        if answer.question_text != question.title:
            blocks.append(Facts((("As asked", answer.question_text),)))
        if place:
            blocks.append(Facts(tuple(changes(said(texts[place - 1][0]), said(answer)))))
    if not texts:
        blocks.append(Paragraph("Not answered yet."))
    return Page(f"{question.number} {question.title}", f"{case.ref}, {len(texts)} texts" if texts else case.ref, tuple(blocks))


def record_history_page(case: Case, record: Record, versions: Sequence[Version], today: date) -> Page:
    """A record as it stands and its earlier texts, newest first, with the fields that changed."""
    entries = entries_of(type(record), (), case.info.service)
    texts: list[tuple[Record, str]] = [(v.record, f"{WHY[v.why]}{f': {v.reason}' if v.reason else ''}") for v in versions]
    texts.append((record, "as it stands"))
    blocks: list[Block] = []
    for place in range(len(texts) - 1, -1, -1):
        current, how = texts[place]
        before = texts[place - 1][0] if place else None
        pairs = []
        for entry in entries:
            new = entry.say(getattr(current, entry.name), today)
            old = entry.say(getattr(before, entry.name), today) if before else ""
            if before is None and new:
                pairs.append((entry.label, new))
            elif before is not None and new != old:
                pairs.append((entry.label, f"{old or 'blank'}  ->  {new or 'blank'}"))
        blocks += [Heading(say_time(current), ((20, how),)), Facts(tuple(pairs)) if pairs else Paragraph("No field differs.")]
    return Page(f"Earlier texts of {type(record).name}", case.ref, tuple(blocks))


def say_time(record: Record) -> str:
    """When this text was written, in local time."""
    at = record.edited_at or record.recorded_at
    return _local(at) if at else ""


def _local(at: datetime) -> str:
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
