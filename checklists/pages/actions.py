"""Practical actions: over all cases from the caseload rows, and on one case beginning with the seven kinds."""

from collections.abc import Sequence
from datetime import date

from checklists.dates import say_brief, say_count, say_day
from checklists.due import date_word
from checklists.library import ActionKind, library
from checklists.limits import Limits
from checklists.naming import called
from checklists.pages.blocks import Block, Column, Facts, Heading, Item, Page, Table
from checklists.pages.spot import Spot
from checklists.pages.today import say_due, times
from checklists.working_days import working_days_between
from store.case import Case
from store.records import Action
from store.summary import CaseSummary

FOOT = "A moved date asks why and stays in view. It is not a mark against anyone."


def all_actions_page(rows: Sequence[CaseSummary], today: date, limits: Limits) -> Page:
    """The open actions of all cases, oldest date first, then by reference."""
    pairs = [(row, action) for row in rows if not row.closed_on for action in row.actions]
    pairs.sort(key=lambda pair: (pair[1].due_on, pair[0].ref.casefold(), pair[1].id))
    items = tuple(
        Item(
            (
                say_brief(action.due_on, today),
                row.ref,
                f"{'Look again: ' if action.look_again else ''}{action.what}{'' if action.owner == 'me' else f' ({action.owner})'}",
                times(action.moved) if action.moved else "",
            ),
            date_word(action.due_on, today, limits),
            Spot(row.id, "action", action.id),
            f"{action.what}\n{say_due(action, today)}",
        )
        for row, action in pairs
    )
    columns = (Column("Due", 3, 3), Column("Case", 16, 16), Column("What", 23, 23), Column("Moved", 61, 0))
    table = Table(columns, items, titles=True, empty="No open action.")
    return Page("Actions", f"all cases, {len(items)} open, by date", (table,), FOOT, f"{len(items)} open")


def case_actions_page(case: Case, today: date, limits: Limits) -> Page:
    """The actions of one case: the seven kinds, then those open, then those done or let go."""
    actions = case.of(Action)
    open_ones = sorted((a for a in actions if _is_open(a)), key=lambda a: (_day(a), a.id))
    ended = sorted((a for a in actions if not _is_open(a)), key=lambda a: (a.done_on or date.min, a.id), reverse=True)
    kinds = tuple(_kind_item(case, kind, actions, today) for kind in library(case.info.service).actions)
    narrow = (Column("", 3, 3), Column("", 42, 30))
    columns = (Column("due", 3, 3), Column("", 16, 16), Column("moved", 61, 0))
    ended_columns = (Column("", 3, 3), Column("", 16, 16))
    return Page(
        "Actions",
        f"{case.ref}, {len(open_ones)} open",
        (
            Table(narrow, kinds, "The seven practical actions"),
            Table(columns, tuple(_open_item(case, action, today, limits) for action in open_ones), "Open", titles=True),
            Table(ended_columns, tuple(_ended_item(case, action, today) for action in ended), "Done and let go"),
        ),
        FOOT,
        f"{case.ref}, {len(open_ones)} open",
    )


def action_items(case: Case, today: date) -> list[Item]:
    """The open actions of a case by date: the evidence of question 8."""
    rows = sorted((a for a in case.of(Action) if _is_open(a)), key=lambda a: (_day(a), a.id))
    return [
        Item(
            (say_brief(_day(action), today), f"{action.what}{f', moved {times(len(action.moved))}' if action.moved else ''}"),
            "",
            Spot(case.id, "action", action.id),
            action.what,
        )
        for action in rows
    ]


def action_detail(case: Case, action: Action, today: date) -> tuple[Block, ...]:
    """One action in full: why, kind, due, each moved date with its reason, and what is different."""
    kinds = {kind.type: kind for kind in library(case.info.service).actions}
    kind = kinds.get(action.type)
    child = next((called(child, case.ref) for child in case.children if child.id == action.child_id), "")
    why = ", ".join(
        part
        for part in (
            f"question {action.question[1:]}" if action.question else "",
            f"theme {action.theme[1:]}" if action.theme else "",
        )
        if part
    )
    moved = [f'{say_day(m.from_on, today)} to {say_day(m.to_on, today)}, "{m.reason}"' for m in action.moved]
    pairs = [
        ("Kind", f"{kind.id} {kind.label}" if kind else "other"),
        ("For", child or "all of them"),
        ("From", why),
        ("Who", action.owner),
        ("Due", _due_words(action, today)),
        *[("Moved" if not place else "", text) for place, text in enumerate(moved)],
        ("State", _state_words(action, today)),
        ("Outcome", action.child_outcome or "not recorded; asked for when you finish it"),
    ]
    if action.look_again_on:
        pairs.append(("Look again", say_day(action.look_again_on, today)))
    return Heading(action.what), Facts(tuple(pairs))


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


def _open_item(case: Case, action: Action, today: date, limits: Limits) -> Item:
    day = _day(action)
    what = action.what if action.state == "open" else f"Look again: {action.what}"
    moved = times(len(action.moved)) if action.moved else ""
    cells = (say_brief(day, today), f"{what}{'' if action.owner == 'me' else f' ({action.owner})'}", moved)
    reason = f'\nMoved {moved}; last because "{action.moved[-1].reason}".' if action.moved else ""
    return Item(cells, date_word(day, today, limits), Spot(case.id, "action", action.id), f"{what}. Due {_due_words(action, today)}.{reason}")


def _ended_item(case: Case, action: Action, today: date) -> Item:
    day = say_brief(action.done_on, today) if action.done_on else "let go"
    outcome = action.child_outcome if action.state == "done" else f"Let go: {action.dropped_reason}"
    return Item((day, action.what), "", Spot(case.id, "action", action.id), f"{action.what}\n{' '.join(outcome.split())}")


def _kind_item(case: Case, kind: ActionKind, actions: Sequence[Action], today: date) -> Item:
    """`A2 See and speak to children   last done Tue 3 Nov, next Mon 7 Dec`, also when there is none."""
    mine = [action for action in actions if action.type == kind.type]
    done = max((action.done_on for action in mine if action.done_on), default=None)
    following = min((action.due_on for action in mine if action.state == "open"), default=None)
    parts = [
        f"last done {say_brief(done, today)}" if done else "",
        f"next {say_brief(following, today)}" if following else "",
    ]
    said = ", ".join(part for part in parts if part) or ("let go" if mine else "none recorded")
    return Item((f"{kind.id} {kind.label}", said), "", Spot(case.id, "kind", record_id=kind.type), f"{kind.id} {kind.label}: {said}.\n{kind.prompt}")
