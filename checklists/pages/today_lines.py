"""The lines of Today: what is asked of each case and is due, and the actions, each in the block where it stands."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from checklists.dates import say_count, say_day
from checklists.due import date_word, within_horizon
from checklists.limits import Limits
from checklists.marks.reviewing import KINDS as OF_A_REVIEW
from checklists.naming import called
from checklists.pages.blocks import MEDIUM, Fit
from checklists.pages.coming import Ahead, asked_and_coming, coming
from checklists.pages.prompted import WRITE_UP, sentence
from checklists.pages.spot import Spot
from checklists.signals import ON_TODAY_WHEN_MISSING, not_set_aside, time_alone
from checklists.signals.prompt import Prompt
from checklists.signals.wording import many_times
from checklists.working_days import working_days_between
from store.summary import CaseSummary, ChildFacts, OpenAction

DRIFT = "S18"
FOOT = "Prompts come from what is recorded. They are not a risk score."


class Line(NamedTuple):
    """One dated line of Today."""

    on: date
    case: CaseSummary
    child: ChildFacts | None
    text: Fit
    word: str
    why: str
    key: Spot
    prompt: Prompt | None = None


def time_alone_of(rows: Sequence[CaseSummary], today: date, limits: Limits) -> list[list[Prompt]]:
    """What is asked of time alone, case by case: what Today begins with, and so asked of all before anything else."""
    further = Ahead.over(limits).further
    return [list(time_alone(row, today, further)) for row in rows]


def alone_lines(rows: Sequence[CaseSummary], asked: Sequence[list[Prompt]], today: date) -> list[Line]:
    """The lines of the first block, the same as `lines` makes of what is asked of time alone."""
    return sorted(
        (
            _prompt_line(row, prompt, today)
            for row, prompts in zip(rows, asked, strict=True)
            for prompt in not_set_aside(row, today, prompts)
            if _first_block(prompt)
        ),
        key=_order,
    )


def lines(
    rows: Sequence[CaseSummary], today: date, limits: Limits, asked: Sequence[list[Prompt]] | None = None
) -> tuple[list[Line], list[Line], list[Line]]:
    """The lines of the blocks, by date and then by reference: time alone, what is due, what waits to be written up.

    `asked`: what is asked of time alone, where that was looked for already.
    """
    alone: list[Line] = []
    due: list[Line] = []
    waiting: list[Line] = []
    ahead = Ahead.over(limits)
    for row, first in zip(rows, asked or time_alone_of(rows, today, limits), strict=True):
        mine = {action.id: action for action in row.actions if _mine_and_near(action, today, limits)}
        found = _dated(row, first, today, ahead)
        drifting = {prompt.about: prompt for prompt in found if prompt.signal == DRIFT and prompt.about in mine}
        for prompt in found:
            if prompt not in drifting.values():
                block = alone if _first_block(prompt) else waiting if prompt.signal == WRITE_UP else due
                block.append(_prompt_line(row, prompt, today))
        due += [_action_line(row, action, drifting.get(action.id), today, limits) for action in mine.values()]
    return sorted(alone, key=_order), sorted(due, key=_order), sorted(waiting, key=_order)


def _dated(row: CaseSummary, first: Sequence[Prompt], today: date, ahead: Ahead) -> list[Prompt]:
    """What stands on Today for a case; one sentence that two prompts share is one line.

    A prompt that is due stands here whatever its date: a local step can be reached before the visit is due.
    """
    limits = ahead.limits
    found = [prompt for prompt in asked_and_coming(row, first, today, ahead) if _belongs_here(prompt)]
    near = [p for p in found if p.severity != "due soon" or p.on is None or within_horizon(p.on, today, limits)]
    once: dict[tuple[str, str], Prompt] = {}
    for prompt in near:
        once.setdefault((prompt.about, prompt.text), prompt)
    return [*once.values(), *coming(row, found, today, limits)]


def _belongs_here(prompt: Prompt) -> bool:
    """What is not recorded stands here for visits only; the other lists say it on the case and at their question."""
    missing = prompt.severity == "not recorded"
    return not missing or prompt.signal in ON_TODAY_WHEN_MISSING


def _first_block(prompt: Prompt) -> bool:
    """Time alone past its date or due, not recorded, or a child recorded as away."""
    return prompt.signal == "S1" and prompt.severity not in ("due soon", "note")


def of_reviews(rows: Sequence[CaseSummary], today: date, limits: Limits) -> list[Line]:
    """The days of a review of closed cases: of those nothing else stands here."""
    closed = [row for row in rows if row.closed_on and any(mark.kind in OF_A_REVIEW for mark in row.marks)]
    return lines([row._replace(children=(), actions=()) for row in closed], today, limits)[1] if closed else []


def in_order(found: Iterable[Line]) -> list[Line]:
    """By date, then by reference and child."""
    return sorted(found, key=_order)


def _order(line: Line) -> tuple[date, str, str]:
    return line.on, line.case.ref.casefold(), line.key.child_id


def _prompt_line(row: CaseSummary, prompt: Prompt, today: date) -> Line:
    child = next((child for child in row.children if child.id == prompt.child_id), None)
    word = "" if prompt.severity == "not recorded" else prompt.word
    text = Fit(prompt.text if len(prompt.text) > MEDIUM else prompt.medium, prompt.medium, prompt.short, prompt.narrow)
    why = f"{f'{called(child, row.ref)}  ' if child else ''}{prompt.text}"
    why += f"\n{prompt.signal}, {prompt.source}." if prompt.source else f"\n{prompt.signal}. {FOOT}"
    named = {"signal": prompt.signal, "about": prompt.about} if prompt.severity != "note" else {}
    key = Spot(row.id, "question", child_id=child.id if child else "", question=prompt.question, **named)
    if prompt.signal == DRIFT:
        key = Spot(row.id, "action", prompt.about, **named)
    return Line(prompt.on or today, row, child, text, word, why, key, prompt)


def _mine_and_near(action: OpenAction, today: date, limits: Limits) -> bool:
    return action.owner == "me" and within_horizon(action.due_on, today, limits)


def _action_line(row: CaseSummary, action: OpenAction, drifting: Prompt | None, today: date, limits: Limits) -> Line:
    """One open action; where it is asked about as drifting it is still one line, with that question and the later word."""
    child = next((child for child in row.children if child.id == action.child_id), None)
    what = f"Look again: {action.what}" if action.look_again else action.what
    why = f"{f'{called(child, row.ref)}  ' if child else ''}{what}\n{say_due(action, today)}"
    word = date_word(action.due_on, today, limits)
    if drifting:
        why = sentence(row, drifting)
        word = word if drifting.severity == "due" and word else drifting.word
    named = {"signal": drifting.signal, "about": drifting.about} if drifting else {}
    return Line(action.due_on, row, child, Fit(what), word, why, Spot(row.id, "action", action.id, **named))


def say_due(action: OpenAction, today: date) -> str:
    """When it is due and how often that moved: `Due Mon 26 Oct (20 working days past), moved twice.`."""
    day, gone = say_day(action.due_on, today), working_days_between(action.due_on, today)
    past = f" ({say_count(gone)} past)" if gone > 0 and action.due_on < today else ""
    moved = f", moved {many_times(action.moved)}" if action.moved else ""
    verb = "To look at again" if action.look_again else "Due"
    return f"{verb} {day}{past}{moved}."
