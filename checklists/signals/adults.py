"""S5 and S6: the adults in and around the home who are not met, not assessed, not named or not heard yet."""

from collections.abc import Iterator
from datetime import date

from checklists.limits import Limits
from checklists.marks.adults import ADULT, ASK_FIRST, HOME, NOT_SAFE, UNASSESSED, UNHEARD, UNMET, UNNAMED
from checklists.signals.elapsed import Elapsed, elapsed
from checklists.signals.marked import dated, marked, missing
from checklists.signals.prompt import Prompt
from store.summary import CaseSummary, Mark

NOT_MET, NOT_HEARD = "S5", "S6"
LIMIT = {NOT_MET: "adult_met", NOT_HEARD: "adult_spoken"}
ASKS = {NOT_MET: "Not met or not assessed yet.", NOT_HEARD: "Name or own account still missing."}
ASKS_ADULT = "Carer or person with control not yet spoken to."
ELSEWHERE = "Who else holds information (police, probation, IDVA)?"
SAID = {
    UNMET: "Not met yet.",
    UNASSESSED: "Not assessed yet.",
    UNNAMED: "Name not known yet.",
    UNHEARD: "Own account not heard yet.",
}


def adult_not_met(case: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """S5: an adult who lives here, or may, and was not met or not assessed since they were first known about."""
    if not any(HOME in person.more for person in marked(case, ADULT)):
        text = "No adults are listed for this home. Who lives here?"
        yield _nobody(NOT_MET, case, text, "No adults are listed for this home")
    yield from _each(NOT_MET, case, on, limits)


def adult_unnamed(case: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """S6: an adult in or around the home whose name or own account is still missing."""
    if not any(marked(case, ADULT)):
        yield _nobody(NOT_HEARD, case, "No adults are listed in or around this home.", "No adults are listed")
    yield from _each(NOT_HEARD, case, on, limits)


def _nobody(signal: str, case: CaseSummary, text: str, row: str) -> Prompt:
    rows = (row, "No adults listed")
    return missing(signal, case.id, case.allocated_on, text, rows, question="Q2", theme="T4")


def _each(signal: str, case: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """One line a person: where both prompts speak of them, the one whose day came first."""
    for person in marked(case, ADULT):
        speaking = {
            one: gone
            for one in LIMIT
            if _holds(one, person) and (gone := elapsed(person.since, LIMIT[one], on, limits))
        }
        heard = {one: gone.limit_day for one, gone in speaking.items() if not _waits(one, case, person, on)}
        first = min(heard, key=lambda one: heard[one], default=signal)
        if signal in speaking and (signal == first or signal not in heard):
            yield _asked(signal, case, person, speaking[signal])


def _holds(signal: str, person: Mark) -> bool:
    if signal == NOT_MET:
        return HOME in person.more and (UNMET in person.more or UNASSESSED in person.more)
    return UNNAMED in person.more or UNHEARD in person.more


def _waits(signal: str, case: CaseSummary, person: Mark, on: date) -> bool:
    """Set aside: it is not heard now, so it does not stand for the other one either."""
    return any((one.signal, one.about) == (signal, person.about) and on < one.until for one in case.set_aside)


def _asked(signal: str, case: CaseSummary, person: Mark, gone: Elapsed) -> Prompt:
    who = f"{person.label[:1].upper()}{person.label[1:]}"
    text = f"{who} noted {gone.day} ({gone.counted}). {_ask(signal, case, person)} {gone.limited}."
    brief = _brief(signal, person)
    rows = (
        f"{who}: {brief}, {gone.brief}. {gone.limited}",
        f"{who}: {brief}, {gone.brief}",
        f"{who}: {brief}",
        f"Adult: {brief}",
    )
    noted = f"{who} noted on {gone.day}."
    facts = (noted, *(SAID[one] for one in person.more if one in SAID), *_marked_so(person))
    return dated(signal, person.about, gone, text, rows, question="Q2", theme="T4", facts=facts)


def _ask(signal: str, case: CaseSummary, person: Mark) -> str:
    """What is still open; never contact where that is marked not safe or ask first (G9)."""
    if safety := _marked_so(person):
        return f"{safety[0]} {ELSEWHERE}"
    return ASKS_ADULT if case.service == "adults" and UNHEARD in person.more else ASKS[signal]


def _marked_so(person: Mark) -> tuple[str, ...]:
    return tuple(f"Contact is marked {one}." for one in (NOT_SAFE, ASK_FIRST) if one in person.more)


def _brief(signal: str, person: Mark) -> str:
    """`not met`: the first of what is open, for a row; of someone not to be contacted, where to ask instead."""
    if NOT_SAFE in person.more or ASK_FIRST in person.more:
        return "ask elsewhere"
    of_it = (UNMET, UNASSESSED) if signal == NOT_MET else (UNNAMED, UNHEARD)
    return next(one for one in of_it if one in person.more)
