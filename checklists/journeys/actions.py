"""A practical action: plan or change it, finish it, give it another date, let it go."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from checklists.choices import asked_of_case
from checklists.clock import Clock
from checklists.dates import say_day
from checklists.entry import Entry, Path, blank_is_today, entries_of, entry_of, texts_of
from checklists.journeys.form import Form, Texts, changes_of, fixed, placed_in, under, values_of
from checklists.library import library
from checklists.use_cases import actions as use
from checklists.use_cases.records import edit_record
from checklists.use_cases.supervision import spoken_days
from store.case import Case
from store.case_store import CaseStore
from store.records import Action, ChronologyReview, Escalation, Moved, Supervision

HEAD = "action"
UNASKED = ("id", "agreed_in", "agreed_line")
"""What a new action may be known to come from, and nobody is asked."""


@dataclass(frozen=True, slots=True)
class Following:
    """A record of its own that a practical action of some kind leads to."""

    kind: str
    question: str
    sentence: str
    day: str = ""
    """Its field for the day that the action was done."""


FOLLOWING: Mapping[str, Following] = {
    "chronology": Following(
        ChronologyReview.kind,
        "Mark the chronology as looked at?",
        "The day and the pattern stand in the list then, and in the pack.",
        "looked_on",
    ),
    "supervision": Following(
        Supervision.kind,
        "Write down the supervision?",
        "What was wanted, tested and decided; each line can become an action.",
        "held_on",
    ),
    "escalate": Following(
        Escalation.kind,
        "Write down the escalation?",
        "With whom, at which step, who was told; each step has its day.",
    ),
}
"""What finishing an A1, A6 or A7 action offers to write."""


def following_known(action: Action) -> dict[str, object]:
    """What is known already of the record that an action leads to, once the action is done."""
    found = FOLLOWING[action.type]
    known: dict[str, object] = {found.day: action.done_on} if found.day and action.done_on else {}
    return {**known, "about": action.what} if found.kind == Escalation.kind else known


def action_form(
    store: CaseStore, clock: Clock, case: Case, action: Action | None = None, *, about: dict[str, object] | None = None
) -> Form:
    """A new action, or one with other facts; a date that changes asks why. `about` fills in what is known already."""
    today = clock.today()
    every = [_with_spoken_days(store, entry, today) for entry in asked_of_case(case, Action, today, under=(HEAD,))]
    given: dict[Path, object] = {(HEAD, name): value for name, value in (about or {}).items()}
    unasked = {name: value for name, value in (about or {}).items() if name in UNASKED}
    values: dict[Path, object] = {e.path: getattr(action, e.name) for e in every} if action else given
    start = texts_of([*every, _why_moved()], values, today)
    expected = {action.id: action.revision} if action else {}

    def entries(texts: Texts, _path: Path) -> list[Entry]:
        moving = action is not None and texts.get((HEAD, "due_on")) != start[(HEAD, "due_on")]
        at = next(i for i, entry in enumerate(every) if entry.name == "due_on") + 1
        return [*every[:at], _why_moved(), *every[at:]] if moving else every

    def save(texts: Texts) -> str:
        values = under(values_of(entries(texts, ()), texts, today), HEAD)
        reason = str(values.pop("why", None) or "")
        if action is None:
            rule = texts.get((HEAD, "due_on"), "")
            with placed_in(HEAD):
                kept = use.plan_action(store, case.id, {**values, **unasked, "due_rule": rule})
            return f"Action saved, by {say_day(kept.due_on, today)}."
        changes = changes_of(values, texts, start, HEAD)
        if not changes:
            return "Nothing changed."
        if "due_on" in changes:
            moved = Moved(from_on=action.due_on, to_on=values["due_on"], reason=reason, moved_on=today)
            changes |= {"moved": (*action.moved, moved), "due_rule": texts.get((HEAD, "due_on"), "")}
        with placed_in(HEAD):
            edit_record(store, case.id, action.id, Action, changes, expected=expected[action.id])
        return "Action saved."

    def hint(texts: Texts, path: Path) -> str:
        kind = texts.get((HEAD, "type"), "")
        known = next((k for k in library(case.info.service).actions if _words(k.type) == kind), None)
        return known.prompt if known and path[-1:] in (("what",), ("type",)) else ""

    name = f"action:{action.id}" if action else "action"
    place = "Change an action" if action else "Plan an action"
    return Form(name, case.id, place, case.ref, entries, start, save, hint, expected)


def finish_form(store: CaseStore, clock: Clock, case: Case, action: Action) -> Form:
    """Finish an action: what is different for the child."""
    today = clock.today()
    asked = entries_of(Action, ("child_outcome", "look_again_on", "done_on"), case.info.service, (HEAD,))
    entries = blank_is_today([replace(asked[0], needed=True), *asked[1:]], "done_on")
    start = texts_of(entries, {}, today)

    def save(texts: Texts) -> str:
        values = under(values_of(entries, texts, today), HEAD)
        with placed_in(HEAD):
            use.finish_action(
                store,
                clock,
                case.id,
                action.id,
                str(values["child_outcome"]),
                look_again_on=values["look_again_on"],  # type: ignore[arg-type]
                done_on=values["done_on"],  # type: ignore[arg-type]
            )
        return "Done, with what is different."

    def hint(_texts: Texts, path: Path) -> str:
        known = next((k for k in library(case.info.service).actions if k.type == action.type), None)
        return known.outcome_prompt if known and path[-1:] == ("child_outcome",) else ""

    return Form(
        f"finish:{action.id}",
        case.id,
        "Finish an action",
        f"{case.ref}, {action.what}",
        fixed(entries),
        start,
        save,
        hint,
    )


def move_form(store: CaseStore, clock: Clock, case: Case, action: Action) -> Form:
    """Give an action another date, and say why."""
    today = clock.today()
    due_on = _with_spoken_days(store, entry_of(Action, "due_on", case.info.service), today)
    entries = [due_on, replace(_why_moved(), path=("why",), needed=True)]

    def save(texts: Texts) -> str:
        values = values_of(entries, texts, today)
        due = values[("due_on",)]
        rule = texts.get(("due_on",), "")
        why = str(values[("why",)])
        use.move_action(store, case.id, action.id, due, why, today=today, due_rule=rule)  # type: ignore[arg-type]
        return f"Moved to {say_day(due, today)}. The earlier date stays in view."

    return Form(
        f"move:{action.id}", case.id, "Give it another date", f"{case.ref}, {action.what}", fixed(entries), {}, save
    )


def drop_form(store: CaseStore, clock: Clock, case: Case, action: Action) -> Form:
    """Let an action go, and say why."""
    today = clock.today()
    entries = [replace(entry_of(Action, "dropped_reason", case.info.service), needed=True)]

    def save(texts: Texts) -> str:
        values = values_of(entries, texts, today)
        use.drop_action(store, case.id, action.id, str(values[("dropped_reason",)]))
        return "Let go, with the reason. It stays in the list."

    return Form(
        f"drop:{action.id}", case.id, "Let an action go", f"{case.ref}, {action.what}", fixed(entries), {}, save
    )


def _with_spoken_days(store: CaseStore, entry: Entry, today: date) -> Entry:
    """Where something is due, `next supervision` may stand for its day."""
    return replace(entry, spoken=spoken_days(store, today)) if entry.name == "due_on" else entry


def _why_moved() -> Entry:
    """Why a date moves, asked as the record of a moved date asks it."""
    entry = entry_of(Action, "what")
    return replace(
        entry, path=(HEAD, "why"), label="Why moved", short_label="Why", help="Why the date moves.", needed=True
    )


def _words(kind: str) -> str:
    return next(choice.words for choice in entry_of(Action, "type").choices if choice.value == kind)
