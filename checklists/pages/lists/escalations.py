"""Escalations: each with the step it is at and by when that is answered; and every step that was taken, with its answer."""

from collections.abc import Iterator
from datetime import date

from checklists.by_key import by_key
from checklists.dates import say_day
from checklists.limits import Limits
from checklists.pages.blocks import Block, Facts, Heading, Item, Table
from checklists.pages.lists.rows import THREE, TWO, in_two, one_line, row, words_of
from checklists.steps import due_day, every_step, say_limit, say_steps
from store.case import Case
from store.records import Agency, Escalation, StepBefore


def escalation_items(case: Case, today: date, limits: Limits | None = None) -> list[Item]:
    """Open ones first, by the day their step began; then those settled. With limits the day that each step has."""
    rows = sorted(case.of(Escalation), key=lambda one: (one.closed_on is not None, one.step_started_on, one.id))
    return [_escalation(case, one, today, limits) for one in rows]


def _escalation(case: Case, one: Escalation, today: date, limits: Limits | None) -> Item:
    steps = f"{one.about}. {_begun(say_steps(one, today))}."
    if one.closed_on:
        day = say_day(one.closed_on, today)
        return row(case, one, (day, "settled", one.about), steps, f"Settled {day}: {one.result}")
    whom = words_of(case, one, "with_agency", today)
    began, due = say_day(one.step_started_on, today), limits and due_day(one.step, one.step_started_on, limits)
    by = f"by {say_day(due, today)}: " if due else ""
    limit = f" {say_limit(one.step, one.step_started_on, today, limits)}" if limits else ""
    said = f"Reply{_on(one.replied_on, today)}: {one.reply}" if one.reply else "No reply is written yet."
    with_whom = f" With {whom}." if whom else ""
    return row(
        case,
        one,
        (began, f"step {one.step}", f"{by}{one.about}"),
        f"{steps}{with_whom}",
        f"{said} {by_key('done', 'notes the answer.')}{limit}",
    )


def steps_below(case: Case, today: date, limits: Limits | None = None) -> tuple[Block, ...]:
    """Every step of every escalation, the newest on top: with whom, who was told, the answer. Nothing without any.

    With limits also the day by which each step was to be answered.
    """
    taken = [(one, step) for one in case.of(Escalation) for step in every_step(one)]
    taken.sort(key=lambda pair: (pair[1].started_on, pair[1].step), reverse=True)
    items = tuple(_step(case, one, step, today, limits) for one, step in taken)
    return (Table(THREE, items, "Steps"),) if items else ()


def steps_of(case: Case, one: Escalation, today: date, limits: Limits | None = None) -> list[Block]:
    """The steps of one escalation in full, as they were taken; with limits each with the day it was to be answered by."""
    return [Heading("Steps"), Facts(tuple(_steps_told(case, one, today, limits)))]


def escalation_facts(case: Case, one: Escalation, today: date, limits: Limits) -> tuple[tuple[str, str], ...]:
    """One escalation whole: how it stands, each step with the day by which it was to be answered, and its result."""
    stands = f"settled {say_day(one.closed_on, today)}" if one.closed_on else f"open at step {one.step}"
    result = [("Result", one.result)] if one.closed_on else []
    return (("Stands", stands), *_steps_told(case, one, today, limits), *result)


def escalations_told(case: Case, today: date, limits: Limits) -> list[Table]:
    """For a page for others: each escalation as it stands, and below it every step with its days. No row is opened."""
    rows = [*escalation_items(case, today, limits)]
    steps = [item for block in steps_below(case, today, limits) if isinstance(block, Table) for item in block.items]
    return [Table(TWO, tuple(map(in_two, rows)), "Escalations"), Table(TWO, tuple(map(in_two, steps)), "Steps")]


def _steps_told(case: Case, one: Escalation, today: date, limits: Limits | None) -> Iterator[tuple[str, str]]:
    for step in every_step(one):
        began = f"Began {say_day(step.started_on, today)}." if limits else f"{say_day(step.started_on, today)}."
        yield f"Step {step.step}", " ".join((began, *_said(case, step, today, limits)))


def _step(case: Case, one: Escalation, step: StepBefore, today: date, limits: Limits | None) -> Item:
    said = " ".join(_said(case, step, today, limits))
    cells = (say_day(step.started_on, today), f"step {step.step}", said or one_line(one.about))
    return row(case, one, cells, f"{one.about}. Step {step.step} began {say_day(step.started_on, today)}.", said)


def _said(case: Case, step: StepBefore, today: date, limits: Limits | None) -> Iterator[str]:
    if limits and (by := due_day(step.step, step.started_on, limits)):
        yield f"To be answered by {say_day(by, today)}."
    named = {agency.id: agency.label for agency in case.of(Agency)}
    if step.with_agency:
        yield f"With {named.get(step.with_agency, step.with_agency)}."
    if step.who_was_told:
        yield f"Told{_on(step.told_on, today)}: {one_line(step.who_was_told)}."
    yield f"Answer{_on(step.replied_on, today)}: {one_line(step.reply)}" if step.reply else "No answer is written."


def _on(day: date | None, today: date) -> str:
    return f" {say_day(day, today)}" if day else ""


def _begun(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
