"""Move a record to the case where it belongs: who is who there, and why."""

from dataclasses import replace

from checklists.choices import with_choices
from checklists.clock import Clock
from checklists.entry import Entry, entry_of
from checklists.journeys.form import Form, Texts, fixed, values_of
from checklists.naming import called
from checklists.use_cases.moving import move_record, seen_on
from store.case import Case
from store.case_store import CaseStore
from store.records import Action, Hypothesis, Record, Visit

WHY = "typed in the wrong case"


def move_to_form(store: CaseStore, clock: Clock, case: Case, record: Record, target: Case) -> Form:
    """For a visit each child who was seen is matched with a child of the other case; for all, why."""
    today = clock.today()
    seen = seen_on(case, record) if isinstance(record, Visit) else ()
    who = [with_choices(_who_is(case, row.child_id, target), target, today) for row in seen]
    entries = [*who, _why()]
    start = {entry.path: "" for entry in who} | {("reason",): WHY}
    if len(who) == 1 and len(target.children) == 1:
        start[who[0].path] = called(target.children[0], target.ref)

    def save(texts: Texts) -> str:
        values = values_of(entries, texts, today)
        children = {row.child_id: str(values[("child", row.child_id)]) for row in seen}
        move_record(store, case.id, record.id, target.id, str(values[("reason",)]), children=children)
        return f"Moved to {target.ref}. Here it stays readable among the earlier texts."

    facts = f"{case.ref}, to {target.ref}"
    return Form(f"move to {target.id}:{record.id}", case.id, "Move", facts, fixed(entries), start, save)


def _who_is(case: Case, child_id: str, target: Case) -> Entry:
    """`K.M. is`: a choice among the children of the other case."""
    name = next((called(child, case.ref) for child in case.children if child.id == child_id), case.ref)
    asked = replace(entry_of(Action, "child_id"), path=("child", child_id), needed=True)
    return replace(asked, label=f"{name} is", short_label=name, help=f"Which child of {target.ref} this is.")


def _why() -> Entry:
    why = entry_of(Hypothesis, "set_down_reason")
    return replace(
        why, path=("reason",), label="Why", short_label="Why", help="It is kept with the text here.", needed=True
    )
