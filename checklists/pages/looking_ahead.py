"""What stands around the box of a theme, looked at from a year ahead: the record's own facts, and what was seen last time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from checklists.dates import say_count, say_day
from checklists.learning.review_process import review_process
from checklists.library import library
from checklists.limits import Limits
from checklists.pages.blocks import Block, Facts, Heading, Paragraph, Table
from checklists.pages.evidence import evidence
from checklists.pages.question import asked_blocks
from checklists.signals.whole import prompts_of
from checklists.summaries import summarise
from checklists.use_cases.looking_ahead import held_before
from store.case import Case
from store.records import LookingAhead

MOST = 6
"""So many rows of a list stand beside a theme; the list itself has all."""
NOTHING = "Nothing that the record asks falls under this theme. That says nothing of what is not recorded."


@dataclass(frozen=True, slots=True)
class AheadView:
    """A theme on one case."""

    number: int
    title: str
    opening: str
    """What to imagine; it stands over the first box."""
    private: str
    """What private means, and does not mean."""
    last_time: tuple[Block, ...]
    facts: tuple[Block, ...]
    """What the record asks under the theme, and the lists of its questions."""
    signs: tuple[Block, ...]
    """How reviews describe the theme."""


def ahead_view(case: Case, theme_id: str, today: date, limits: Limits) -> AheadView:
    """What the record and the content hold for a theme of this case, on this day."""
    content = library(case.info.service)
    theme = content.theme(theme_id)
    facts = summarise(case)
    asked = [prompt for prompt in prompts_of(case, facts, today, limits) if prompt.theme == theme_id]
    from_record = tuple(asked_blocks(facts, asked)) or (Heading("From the record"), Paragraph(NOTHING, dim=True))
    return AheadView(
        int(theme_id[1:]),
        theme.title,
        content.looking_ahead.opening,
        review_process().kept_out.text,
        _last_time(held_before(case, theme_id, today), today),
        (*from_record, *_lists(case, theme.questions, today)),
        (Heading("As reviews describe it"), *(Paragraph(text) for _, text in theme.bullets)),
    )


def _lists(case: Case, questions: Sequence[str], today: date) -> Iterator[Block]:
    """The first list of each question of the theme, its first rows."""
    for question in questions:
        title = library(case.info.service).question(question).evidence_label
        for block in evidence(case, question, today)[0]:
            if not isinstance(block, Table):
                yield block
                continue
            items, rest = block.items[:MOST], len(block.items) - MOST
            yield replace(block, items=items, heading=block.heading or title)
            if rest > 0:
                yield Paragraph(f"And {rest} more in the list.", dim=True)
            break


def _last_time(rows: Sequence[LookingAhead], today: date) -> tuple[Block, ...]:
    """What was written under the theme on the last day it was looked at."""
    if not rows:
        return Heading("Last time"), Paragraph("Not looked at from a year ahead yet.", dim=True)
    last = rows[0]
    count = f", {say_count(len(rows), 'time')}" if len(rows) > 1 else ""
    return Heading("Last time", ((12, f"{say_day(last.held_on, today)}{count}"),)), Paragraph(last.text)


def private_part(case: Case, today: date) -> tuple[Block, ...]:
    """What was written on the last day, for a page that was ticked to have private notes; nothing where none was."""
    rows = case.of(LookingAhead)
    if not rows:
        return ()
    content = library(case.info.service)
    day = max(row.held_on for row in rows)
    pairs = tuple((content.theme(row.theme).short, row.text) for row in rows if row.held_on == day)
    return Paragraph(f"{content.looking_ahead.title}, {say_day(day, today)}:", dim=True), Facts(pairs)
