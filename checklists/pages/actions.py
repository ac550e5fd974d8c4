"""Practical actions: over all cases from the caseload rows, and on one case beginning with the seven kinds."""

from collections.abc import Sequence
from datetime import date

from checklists.by_key import by_key
from checklists.dates import say_brief, say_count, say_day
from checklists.due import date_word
from checklists.entry import entry_of
from checklists.library import ActionKind, library
from checklists.limits import Limits
from checklists.naming import called
from checklists.pages.blocks import Block, Column, Facts, Fit, Heading, Item, Page, Table, quoted
from checklists.pages.spot import Spot
from checklists.pages.today import say_due
from checklists.signals.wording import many_times
from checklists.working_days import working_days_between
from store.case import Case
from store.records import Action
from store.records.action import Moved
from store.summary import CaseSummary, OpenAction

AT_ONCE = {
    "chronology": by_key("done", "marks it as looked at."),
    "supervision": by_key("done", "writes one down."),
    "escalate": by_key("done", "raises a concern now."),
}
"""The kinds that lead to a record of its own, which can be written without an action before it."""
FOOT = "A moved date asks why and stays in view. It is not a mark against anyone."


def all_actions_page(rows: Sequence[CaseSummary], today: date, limits: Limits) -> Page:
    """The open actions of all cases, oldest date first, then by reference."""
    pairs = [(row, action) for row in rows if not row.closed_on for action in row.actions]
    pairs.sort(key=lambda pair: (pair[1].due_on, pair[0].ref.casefold(), pair[1].id))
    items = tuple(_row_item(row, action, today, limits) for row, action in pairs)
    what = 16 + max(len("F-102"), *(len(row.ref) for row, _ in pairs), 0) + 2
    columns = (Column("Due", 3, 3), Column("Case", 16, 16), Column("What", what, what), Column("Moved", 60, 0))
    table = Table(columns, items, titles=True, empty="No open action.")
    return Page("Actions", f"all cases, {len(items)} open, by date", (table,), FOOT, f"{len(items)} open")


def _row_item(row: CaseSummary, action: OpenAction, today: date, limits: Limits) -> Item:
    what = f"{'Look again: ' if action.look_again else ''}{action.what}{_owned(action.owner)}"
    moved = many_times(action.moved) if action.moved else ""
    why = f"{what}\n{say_due(action, today)}"
    cells = (say_day(action.due_on, today), row.ref, what, moved)
    return Item(cells, date_word(action.due_on, today, limits), Spot(row.id, "action", action.id), why)


def case_actions_page(case: Case, today: date, limits: Limits) -> Page:
    """The actions of one case: the seven kinds, then those open, then those done or let go."""
    actions = case.of(Action)
    open_ones, ended = _open_first(actions)
    kinds = tuple(_kind_item(case, kind, actions, today) for kind in library(case.info.service).actions)
    opened = tuple(_open_item(case, action, today, limits) for action in open_ones)
    over = tuple(_ended_item(case, action, today) for action in ended)
    day, what, moved = Column("", 3, 3), Column("", 16, 16), Column("moved", 60, 0)
    blocks = (
        Table((Column("", 3, 3), Column("", 43, 30)), kinds, "The seven practical actions"),
        Table((day, what, moved), opened, "Open", titles=True),
        Table((day, what), over, "Done and let go"),
    )
    facts = f"{case.ref}, {len(open_ones)} open"
    return Page("Actions", facts, blocks, FOOT, facts)


def action_items(case: Case, today: date) -> list[Item]:
    """The actions of a case, open ones by date and then those over: the evidence of question 8."""
    open_ones, ended = _open_first(case.of(Action))
    rows = [_evidence(case, action, say_day(_day(action), today)) for action in open_ones]
    return rows + [_evidence(case, action, _ended_on(action, today)) for action in ended]


def _evidence(case: Case, action: Action, day: str) -> Item:
    state = {"open": "", "done": "look again: " if _is_open(action) else "done: ", "dropped": ""}[action.state]
    moved = f", moved {many_times(len(action.moved))}" if action.moved else ""
    return Item((day, f"{state}{action.what}{moved}"), "", Spot(case.id, "action", action.id), action.what)


def _open_first(actions: Sequence[Action]) -> tuple[list[Action], list[Action]]:
    """Those open by date, and those over with the newest first."""
    open_ones = sorted((a for a in actions if _is_open(a)), key=lambda a: (_day(a), a.id))
    ended = sorted((a for a in actions if not _is_open(a)), key=lambda a: (a.done_on or date.min, a.id), reverse=True)
    return open_ones, ended


def _owned(owner: str) -> str:
    return "" if owner == "me" else f" ({owner})"


def action_detail(case: Case, action: Action, today: date) -> tuple[Block, ...]:
    """One action in full: why, type, due, each moved date with its reason, and what is different."""
    child = next((called(child, case.ref) for child in case.children if child.id == action.child_id), "all of them")
    moved = [_moved(one, today) for one in action.moved]
    pairs = [
        ("Why", _why(case, action)),
        ("Type", f"{_type(case, action)}. Owner: {action.owner}"),
        ("For", child),
        ("Due", _due_words(action, today)),
        *[("Moved" if not place else "", text) for place, text in enumerate(moved)],
        ("State", _state_words(action, today)),
        ("Outcome", action.child_outcome or _no_outcome(action)),
    ]
    if action.look_again_on:
        pairs.append(("Look again", say_day(action.look_again_on, today)))
    return Heading(action.what), Facts(tuple(pairs))


def _moved(one: Moved, today: date) -> str:
    """From which date to which, why, and on which day, where that was kept."""
    on = f", on {say_day(one.moved_on, today)}" if one.moved_on else ""
    return f'{say_day(one.from_on, today)} to {say_day(one.to_on, today)}, "{one.reason}"{on}'


def _why(case: Case, action: Action) -> str:
    """The question and the theme that it comes from; blank where neither is recorded."""
    known = library(case.info.service)
    questions = [f"question {q.number}, {q.title}" for q in known.questions if q.id == action.question]
    return "; ".join([*questions, *([f"theme {action.theme[1:]}"] if action.theme else [])])


def _type(case: Case, action: Action) -> str:
    kinds = library(case.info.service).actions
    return next((f"{kind.id} {kind.label}" for kind in kinds if kind.type == action.type), "Other")


def _no_outcome(action: Action) -> str:
    return "none: it was let go" if action.state == "dropped" else "not recorded; asked for when you finish it"


def _due_words(action: Action, today: date) -> str:
    gone = working_days_between(action.due_on, today)
    past = action.state == "open" and gone > 0
    rule = f", typed as {action.due_rule}" if action.due_rule.startswith("+") else ""
    return f"{say_day(action.due_on, today)}{f' ({say_count(gone)} past)' if past else ''}{rule}"


def _state_words(action: Action, today: date) -> str:
    if action.state == "done":
        return f"done {say_day(action.done_on, today)}" if action.done_on else "done"
    return f"let go: {action.dropped_reason}" if action.state == "dropped" else "open"


def _is_open(action: Action) -> bool:
    return action.state == "open" or (action.state == "done" and action.look_again_on is not None)


def _day(action: Action) -> date:
    return action.look_again_on if action.state == "done" and action.look_again_on else action.due_on


def _ended_on(action: Action, today: date) -> str:
    return say_day(action.done_on, today) if action.done_on else "let go"


def _open_item(case: Case, action: Action, today: date, limits: Limits) -> Item:
    day = _day(action)
    again = action.state == "done"
    what = f"{'Look again: ' if again else ''}{action.what}{_owned(action.owner)}"
    moved = many_times(len(action.moved)) if action.moved else ""
    due = f"To look at again {say_day(day, today)}" if again else f"Due {_due_words(action, today)}"
    reason = f" Moved {moved}; last because {quoted(action.moved[-1].reason)}" if action.moved else ""
    cells = (say_day(day, today), what, moved)
    return Item(cells, date_word(day, today, limits), Spot(case.id, "action", action.id), f"{what}\n{due}.{reason}")


def _ended_item(case: Case, action: Action, today: date) -> Item:
    outcome = action.child_outcome if action.state == "done" else action.dropped_reason
    said = " ".join(outcome.split())
    cells = (_ended_on(action, today), f"{action.what}: {said}")
    return Item(cells, "", Spot(case.id, "action", action.id), f"{action.what}\n{said}")


def _kind_item(case: Case, kind: ActionKind, actions: Sequence[Action], today: date) -> Item:
    """`A2 See and speak to children   last done Tue 3 Nov, next Mon 7 Dec`, also when there is none."""
    mine = [action for action in actions if action.type == kind.type]
    done = max((action.done_on for action in mine if action.done_on), default=None)
    following = min((_day(action) for action in mine if _is_open(action)), default=None)
    last = f"last done {say_brief(done, today)}" if done else ""
    then = f"next {say_brief(following, today)}" if following else ""
    both = ", ".join(part for part in (last, then) if part) or ("let go" if mine else "none recorded")
    name = f"{kind.id} {kind.label}"
    brief = entry_of(Action, "type").say(kind.type, today)
    words = Fit(name, short=f"{kind.id} {brief[:1].upper()}{brief[1:]}")
    key = Spot(case.id, "kind", record_id=kind.type)
    at_once = f" {AT_ONCE[kind.type]}" if kind.type in AT_ONCE else ""
    return Item((words, Fit(both, short=then or both)), "", key, f"{name}: {both}.\n{kind.prompt}{at_once}")
