"""The agreed steps of an escalation: each with its limit, the day that gives, and how far one was taken."""

from datetime import date

from checklists.dates import due, say_day
from checklists.library import Guide, library
from checklists.limits import Limit, Limits
from store.records import Escalation, StepBefore

LAST = 3


def limit_of(step: int, limits: Limits) -> Limit | None:
    """The limit of a step; None where it is turned off."""
    found = limits.rows.get(f"escalation_step_{step}")
    return found if found and found.enabled else None


def due_day(step: int, since: date, limits: Limits) -> date | None:
    """The day by which a step is to be answered; None where its limit is turned off."""
    limit = limit_of(step, limits)
    return due(since, limit.value, limit.unit) if limit else None


def say_limit(step: int, since: date | None, today: date, limits: Limits) -> str:
    """The step in words, its limit, the day that gives, and where the limit comes from."""
    row, limit = limits.rows.get(f"escalation_step_{step}"), limit_of(step, limits)
    who = f", {row.name[:1].lower()}{row.name[1:]}" if row else ""
    if limit is None:
        return f"Step {step}{who}. Its limit is turned off."
    by = f": by {say_day(due(since, limit.value, limit.unit), today)}" if since else ""
    return f"Step {step}{who}. Limit {limit.said}{by}. {limit.source}."


def every_step(one: Escalation) -> tuple[StepBefore, ...]:
    """The steps that were taken, the present one last."""
    return (*one.before, present_step(one))


def present_step(one: Escalation) -> StepBefore:
    """The step it is at, as one of those before will stand."""
    return StepBefore(
        step=one.step,
        started_on=one.step_started_on,
        with_agency=one.with_agency,
        who_was_told=one.who_was_told,
        told_on=one.told_on,
        reply=one.reply,
        replied_on=one.replied_on,
    )


def say_steps(one: Escalation, today: date) -> str:
    """`step 1 Thu 19 Nov, step 2 Mon 23 Nov`."""
    return ", ".join(f"step {step.step} {say_day(step.started_on, today)}" for step in every_step(one))


def ready_words(service: str, limits: Limits) -> Guide:
    """Words to use, firm and courteous, for each step; each heading says the step's limit."""
    found = library(service).concern
    parts = tuple((_with_limit(title, limits, step), say) for step, (title, say) in enumerate(found.parts, 1))
    return Guide(found.title, found.opening, found.source, found.rules, parts)


def _with_limit(title: str, limits: Limits, step: int) -> str:
    limit = limit_of(step, limits)
    return f"{title}, limit {limit.said}" if limit else title
