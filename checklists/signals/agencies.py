"""S14: agencies not heard from for a while, and what was asked of them without a reply. S15: sectors with nobody listed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from checklists.dates import say_day, units_gone
from checklists.due import state
from checklists.limits import Limits
from checklists.marks.agencies import LISTED, NO_PART, REQUEST
from checklists.signals.counting import mark_of
from checklists.signals.elapsed import Elapsed, elapsed, well_past
from checklists.signals.guards import new_case, school_is_out
from checklists.signals.marked import dated, marked, missing
from checklists.signals.prompt import Prompt, Severity
from checklists.signals.wording import begun, by_day, falls_on, rows
from store.summary import CaseSummary, Mark

if TYPE_CHECKING:
    from store.case import Case

QUIET, ABSENT, QUESTION, THEME = "S14", "S15", "Q7", "T2"
SCHOOLS = "education"
WANTED = {
    "children": (("health",), ("education",), ("police",)),
    "adults": (("health",), ("police",), ("housing", "provider")),
}
"""The sectors looked for; of two that stand together one is enough."""


def agency_quiet(case: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """One line for each agency and for each request; an agency from which a first reply is awaited has that one line.

    One marked as having no part waits until its day (G10), a school until its holiday is over (G13).
    """
    listed = list(marked(case, LISTED))
    if not listed:
        since, row = case.allocated_on, ("No agencies listed",)
        yield missing(QUIET, case.id, since, "No agencies listed.", row, question=QUESTION, theme=THEME)
    requests = list(marked(case, REQUEST))
    asked = {request.more[0] for request in requests}
    out = {agency.about for agency in listed if SCHOOLS in agency.more and school_is_out(on, limits)}
    for agency in listed:
        if agency.about not in out and not _waits(agency, on) and (agency.since or agency.about not in asked):
            yield from _heard(case, agency, on, limits)
    for request in requests:
        if request.more[0] not in out:
            yield from _reply(request, on, limits)


def sector_absent(_: "Case", case: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """How many sectors have nobody, once the case has been held for longer than the limit.

    It looks at a day, as S4 does, but what it says has none: so it is a pattern, noticed or repeated, and not on Today.
    """
    gone = elapsed(case.allocated_on, "sector_present", on, limits)
    if gone is None or gone.severity not in ("overdue", "strong") or new_case(case, on, limits):
        return
    here = {agency.more[0] for agency in marked(case, LISTED) if NO_PART not in agency.more or _waits(agency, on)}
    absent = [sectors for sectors in WANTED[case.service] if not here.intersection(sectors)]
    count = limits.count("sectors_absent")
    severity = mark_of(count, len(absent))
    if severity is None:
        return
    who = _either([sector for sectors in absent for sector in sectors])
    text = f"No {who} contact listed after {gone.counted}. {gone.limited}. Do they hold anything?"
    row = (f"No {who} contact listed", f"No {who} listed", "Agencies not listed")
    found = dated(ABSENT, case.id, gone, text, row, question=QUESTION, theme=THEME)
    yield replace(found, severity=severity, on=None, pattern=True)


def _waits(agency: Mark, on: date) -> bool:
    """G10: it was marked, with a reason, as having no part; until the day to look again it is neither asked for nor absent."""
    return NO_PART in agency.more and (agency.due is None or on < agency.due)


def _heard(case: CaseSummary, agency: Mark, on: date, limits: Limits) -> Iterator[Prompt]:
    if agency.since is None:
        text = f"{begun(agency.label)} is listed. Nothing heard from there is recorded yet."
        row = rows("Not heard yet: ", agency.label)
        yield missing(QUIET, agency.about, case.allocated_on, text, row, question=QUESTION, theme=THEME)
        return
    gone = elapsed(agency.since, "agency_heard", on, limits)
    if gone is not None:
        text = f"{begun(agency.label)} last heard from {gone.day} ({gone.counted}). {gone.limited}."
        row = rows("", begun(agency.label), f", last heard {gone.day}")
        facts = (f"They last told something, or saw the child, on {gone.day}.",)
        yield dated(QUIET, agency.about, gone, text, row, question=QUESTION, theme=THEME, facts=facts)


def _reply(request: Mark, on: date, limits: Limits) -> Iterator[Prompt]:
    """A reply by the contact's own day, else by the limit."""
    gone = elapsed(request.since, "request_reply", on, limits) if request.due is None else _own(request, on, limits)
    if gone is None or request.since is None:
        return
    asked = units_gone(request.since, on, gone.limit.unit)
    counted = replace(gone, since=request.since).counted
    if gone.limit_day < on:
        limit = f"was to come by {say_day(gone.limit_day, on)}" if request.due else gone.limited
        tail = f". Reply {limit}." if request.due else f". {limit}."
    else:
        tail = f": {by_day(gone.limit_day, on)}{falls_on(gone.limit_day, on)}."
    who = begun(request.label) or "An agency"
    day = say_day(request.since, on)
    text = f"{who} asked {day}, no reply ({counted}){tail}"
    row = rows("", who, f" asked {day}, no reply")
    found = dated(
        QUIET, request.about, gone, text, row, question=QUESTION, theme=THEME, child_id=request.child_id,
        facts=(f"Something was asked on {day}.", "No reply is recorded."),
    )  # fmt: skip
    if request.due:  # no count against a limit: its own day decides
        yield replace(found, count=None, source="the day set on the contact")
    else:
        yield replace(found, count=asked)


def _own(request: Mark, on: date, limits: Limits) -> Elapsed | None:
    """The contact's own day in place of the limit; well past it lies as far behind as it would behind the limit."""
    row = limits.row("request_reply")
    if request.due is None or not row.enabled:
        return None
    strong = None if row.strong is None else row.strong - row.value
    limit = row._replace(value=0, strong=strong)
    word: Severity = state(request.due, limit.value, limit.unit, on, limits)  # type: ignore[assignment]
    if not word:
        return None
    return Elapsed(
        request.due, on, limit, "strong" if word == "overdue" and well_past(request.due, limit, on) else word
    )


def _either(parts: list[str]) -> str:
    """`police`, `health or police`, `health, education or police`."""
    first, last = ", ".join(parts[:-1]), "".join(parts[-1:])
    return f"{first} or {last}" if first else last
