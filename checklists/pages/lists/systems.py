"""Looks at the system: what surrounded a decision, which factors played a part, and what would help."""

from datetime import date

from checklists.learning.systems import systems
from checklists.pages.blocks import Item
from checklists.pages.lists.rows import day_of, newest, one_line, row
from store.case import Case
from store.records import SystemNote


def note_items(case: Case, today: date) -> list[Item]:
    """The newest on top; the foot says what would help, and with whom that was raised."""
    return [_note(case, one, today) for one in newest(case.of(SystemNote), lambda one: one.happened_on)]


def _note(case: Case, one: SystemNote, today: date) -> Item:
    named = systems(case.info.service)
    factors = ", ".join(named.factor(factor) for factor in one.factors)
    said = one_line(one.about or one.text)
    return row(
        case, one, (day_of(one, "happened_on", today), factors or "no factor", said), one.text, wanted(one, today)
    )


def wanted(one: SystemNote, today: date) -> str:
    """What would help, with whom it was raised and what came back."""
    if not one.recommendation.strip():
        return "What would help is not written yet."
    raised = f" Raised with {one.raised_with}" if one.raised_with else ""
    if raised and one.raised_on:
        raised += f" on {day_of(one, 'raised_on', today)}"
    reply = f" They answered: {one_line(one.reply)}" if one.reply.strip() else ""
    return f"{one_line(one.recommendation)}{f'{raised}.' if raised else ' Not raised with anyone yet.'}{reply}"
