"""What was agreed in supervision, line by line, and what became of each line: the action that was made of it."""

from datetime import date

from checklists.dates import say_count, say_day
from store.case import Case
from store.records import Action, Supervision

NO_ACTION = "no action of it is recorded"


def lines_of(session: Supervision) -> list[str]:
    """What was decided, line by line: each can become an action."""
    return [line.strip(" -*\t") for line in session.decided.split("\n") if line.strip(" -*\t")]


def known_of_a_line(session: Supervision, line: str) -> dict[str, object]:
    """What is known already of the action that a line becomes."""
    return {"what": line, "agreed_in": session.id, "agreed_line": line}


def made_of(case: Case, session: Supervision, line: str) -> list[Action]:
    """The actions made of a line: those that say so, else those with the same words planned that day or since."""
    named = [one for one in case.of(Action) if one.agreed_in == session.id and _same(one.agreed_line, line)]
    if named:
        return named
    return [
        one
        for one in case.of(Action)
        if one.agreed_in is None and _same(one.what, line) and _planned(one, session.held_on)
    ]


def what_became(case: Case, session: Supervision, line: str, today: date) -> str:
    """How each action made of a line stands: open with its date, done with what is different, let go with why."""
    return "; ".join(_stands(one, today) for one in made_of(case, session, line)) or NO_ACTION


def _stands(action: Action, today: date) -> str:
    match action.state:
        case "done":
            day = f" {say_day(action.done_on, today)}" if action.done_on else ""
            again = f", to look at again {say_day(action.look_again_on, today)}" if action.look_again_on else ""
            return f"done{day}: {' '.join(action.child_outcome.split())}{again}"
        case "dropped":
            return f"let go: {' '.join(action.dropped_reason.split())}"
        case _:
            moved = f", moved {say_count(len(action.moved), 'time')}" if action.moved else ""
            return f"open, by {say_day(action.due_on, today)}{moved}"


def _planned(action: Action, since: date) -> bool:
    return action.recorded_at is None or action.recorded_at.astimezone().date() >= since


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
