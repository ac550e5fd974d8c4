"""The guards: when a prompt waits, is replaced, or says more. Ids G1 to G13 are those of the practice guide."""

from dataclasses import replace
from datetime import date

from checklists.dates import due, say_count, say_day
from checklists.limits import Limits
from checklists.naming import called
from checklists.pages.blocks import medium, narrow, quoted, short
from checklists.signals.prompt import Prompt
from checklists.working_days import working_days_between
from store.summary import CaseSummary, ChildFacts, SeenFact

AWAY = ("missing", "abroad")
HOLIDAY, LEAVE = "school_holiday", "own_leave"
NO_CLOCK = ("not recorded", "note")
"""What counts no days."""


def danger_now(service: str) -> str:
    """What comes before anything is written, in a child's case and in an adult's."""
    return f"If {'someone' if service == 'adults' else 'a child'} may be in danger now, ring your manager or 999 first."


def new_case(case: CaseSummary, on: date, limits: Limits) -> bool:
    """G2: fewer working days than the settling-in time since the case came."""
    return case.allocated_on is not None and days_old(case, on) < limits.row("new_case").value


def days_old(case: CaseSummary, on: date) -> int:
    """Working days since the case came."""
    return working_days_between(case.allocated_on, on) if case.allocated_on else 0


def say_age(case: CaseSummary, on: date) -> str:
    """The age of a case in words: `Case is 4 working days old`."""
    return f"Case is {say_count(days_old(case, on))} old." if case.allocated_on else ""


def unborn(signal: str, child: ChildFacts, on: date) -> Prompt:
    """G1: what is asked before a birth."""
    expected = say_day(child.expected_on, on) if child.expected_on else "not recorded"
    text = f"Not born yet (expected {expected}). When did I last see each parent? Is the pre-birth plan written?"
    short_text = short(f"Expected {expected}", "Not born yet")
    return Prompt(
        signal, child.id, "note", child.expected_on, text, medium(f"Not born yet, expected {expected}", "Not born yet"), short_text,
        child_id=child.id,
    )  # fmt: skip


def away(signal: str, case: CaseSummary, child: ChildFacts, on: date) -> Prompt:
    """G4: a child recorded as missing or abroad; stands in place of the prompts about seeing the child."""
    since = child.whereabouts_since
    day = f" since {say_day(since, on)}" if since else ""
    last = child.last_sighting or ((child.last_seen.on, "social worker") if child.last_seen else None)
    if child.whereabouts == "missing":
        seen = (
            f"Last sighting by anyone: {say_day(last[0], on)} ({last[1]})."
            if last
            else "No sighting by anyone is recorded."
        )
        asks = f"{seen} Who has been told, and what is being done today?"
    else:
        asks = f"Who has seen {called(child, case.ref)} there, and when?"
    row = medium(f"Recorded {child.whereabouts}{day}", f"Recorded as {child.whereabouts}")
    return Prompt(
        signal,
        child.id,
        "due",
        since,
        f"Recorded as {child.whereabouts}{day}. {asks} {danger_now(case.service)}",
        row,
        short(f"{child.whereabouts.capitalize()}{day}", f"{child.whereabouts.capitalize()}"),
        narrow(f"{child.whereabouts.capitalize()}{day}", f"{child.whereabouts.capitalize()}"),
        source="what is recorded of whereabouts",
        child_id=child.id,
        facts=(f"Whereabouts: {child.whereabouts}{day}.",),
    )


def waits(child: ChildFacts, on: date) -> bool:
    """G10: it was marked that visits do not apply to this child for now; until the day to look again, nothing is asked."""
    return child.not_asked_until is not None and on < child.not_asked_until


def asked_again(child: ChildFacts, on: date) -> str:
    """G10: the day to look again has come."""
    day = child.not_asked_until
    if day is None or on < day:
        return ""
    return f" That visits do not apply was to be looked at again on {say_day(day, on)}."


def refused(child: ChildFacts, on: date, limits: Limits) -> str:
    """G6: time alone was refused on the last visit; for a child in need, the local steps with their days."""
    if child.refused is None:
        return ""
    day, reason, words = child.refused
    time = "time in private" if child.plan == "adult" else "time alone"
    who = called(child) or "The child"
    did = f"An adult did not agree to {time}" if reason == "refused_by_adult" else f"{who} did not want {time}"
    said = f" {did} on {say_day(day, on)}" + (f": {quoted(words)}" if words else ".")
    if child.plan != "cin":
        return said
    manager, again = limits.row("cin_refused_manager"), limits.row("cin_refused_revisit")
    by = due(day, again.value, again.unit)
    visit = say_day(by, on)
    lead = "Local steps were" if on > by else "Local steps"
    return f"{said} {lead}: speak to your manager within {manager.value} {manager.unit}s; visit again by {visit}."


def by_whom(fact: SeenFact) -> str:
    """G11: ` by a colleague`, ` by the duty worker`; nothing where it was me."""
    return {"colleague": " by a colleague", "duty": " by the duty worker"}.get(fact.by, "")


def from_file(fact: SeenFact, on: date) -> str:
    """G12: ` (from Annex A as at 16 Nov)`, where only an import says it."""
    if fact.as_at is None:
        return ""
    return f" (from {fact.source} as at {say_day(fact.as_at, on).split(' ', 1)[1]})"


def school_is_out(on: date, limits: Limits) -> bool:
    """G13: the day lies in a school holiday, so that a school is not waited for."""
    return any(days.type == HOLIDAY and days.holds(on) for days in limits.away)


def with_cover(prompt: Prompt, on: date, limits: Limits) -> Prompt:
    """G13: my own leave stops no clock; the message adds who covers."""
    leave = next((days for days in limits.away if days.type == LEAVE and days.holds(on)), None)
    if leave is None or prompt.severity in NO_CLOCK:
        return prompt
    return replace(prompt, text=f"{prompt.text} On leave; cover: {leave.cover.rstrip('.') or 'not recorded'}.")
