"""A case and its children: add, edit, close."""

from functools import partial

from checklists.clock import Clock
from checklists.dates import say_day
from checklists.entry import Entry, Path, blank_is_today, entries_of, texts_of
from checklists.journeys.form import Form, Texts, asked_of, changes_of, fixed, placed_in, under, values_of
from checklists.library import library
from checklists.limits import Limits
from checklists.naming import called
from checklists.signals import Prompt
from checklists.signals.only_good import at_closing
from checklists.summaries import summarise
from checklists.use_cases import cases
from checklists.wrong import Wrong
from store.case import Case
from store.case_store import CaseStore
from store.records import CaseRecord, Child

FIRST_CHILD = (
    "initials",
    "own_id",
    "born_on",
    "expected_on",
    "plan",
    "plan_started_on",
    "visit_interval",
    "alone_interval",
)
OPEN = "could_still_go_wrong"
CLOSING = ("closed_on", "closed_reason", OPEN)


def new_case_form(store: CaseStore, clock: Clock) -> Form:
    """A new case with its first child; more children are added on the case."""
    today = clock.today()

    def entries(texts: Texts, _path: Path) -> list[Entry]:
        service = _service(texts)
        child = entries_of(
            Child, FIRST_CHILD, service, ("child",), "First child" if service == "children" else "Person"
        )
        return [*entries_of(CaseRecord, (), service, ("case",)), *child]

    def save(texts: Texts) -> str:
        values = values_of(entries(texts, ()), texts, today)
        info, child = under(values, "case"), under(values, "child")
        plan_only = {name for name, value in child.items() if value is not None} <= {"plan"}
        try:
            kept = cases.add_case(store, clock, info, None if plan_only else child)
        except Wrong as wrong:
            head = "case" if wrong.field in CaseRecord.model_fields else "child"
            raise Wrong(wrong.trouble, wrong.mend, f"{head}.{wrong.field}" if wrong.field else "") from None
        return f"{kept.ref} is on your caseload."

    start = texts_of(entries_of(CaseRecord, (), under=("case",)), {("case", "service"): "children"}, today)
    return Form("case", "", "Add a case", "", entries, start, save)


def edit_case_form(store: CaseStore, clock: Clock, case: Case) -> Form:
    """The case's own facts."""
    today, entries = clock.today(), entries_of(CaseRecord, (), case.info.service, ("case",))
    start = texts_of(entries, _values(case.info, entries), today)
    expected = {case.id: case.info.revision}

    def save(texts: Texts) -> str:
        values = under(values_of(entries, texts, today), "case")
        changes = changes_of(values, texts, start, "case")
        if not changes:
            return "Nothing changed."
        with placed_in("case"):
            kept = cases.edit_case(store, case.id, changes, expected=expected[case.id])
        return f"{kept.ref} saved."

    return Form("edit case", case.id, "Edit the case", case.ref, fixed(entries), start, save, expected=expected)


def child_form(store: CaseStore, clock: Clock, case: Case, child: Child | None = None) -> Form:
    """A new child of the case, or one with other facts."""
    today, service = clock.today(), case.info.service
    every = entries_of(Child, (), service, ("child",))
    start = texts_of(every, _values(child, every) if child else {("child", "plan"): "none"}, today)
    expected = {child.id: child.revision} if child else {}
    word = "person" if service == "adults" else "child"

    def entries(texts: Texts, _path: Path) -> list[Entry]:
        return asked_of(every, texts, start)

    def save(texts: Texts) -> str:
        asked = entries(texts, ())
        values = under(values_of(asked, texts, today), "child")
        with placed_in("child"):
            if child is None:
                cases.add_child(store, case.id, values)
            else:
                changes = changes_of(values, texts, start, "child")
                if not changes:
                    return "Nothing changed."
                cases.edit_child(store, case.id, child.id, changes, expected=expected[child.id])
        return f"The {word} is saved."

    name = f"child:{child.id}" if child else "child"
    place, facts = f"Edit a {word}" if child else f"Add a {word}", case.ref
    if child:  # the name stands with the facts, which the mask covers, and not in the place, by which a draft is called
        facts += f", {called(child, word)}"
    return Form(name, case.id, place, facts, entries, start, save, expected=expected)


def close_form(store: CaseStore, clock: Clock, limits: Limits, case: Case) -> Form:
    """Close the case: when, why, and what could still go wrong. Left blank, that is asked once more before it closes."""
    today, asked = clock.today(), {"once": False}
    entries = blank_is_today(entries_of(CaseRecord, CLOSING, case.info.service, ("case",)), "closed_on")
    start = texts_of(entries, {}, today)

    def save(texts: Texts) -> str:
        values = under(values_of(entries, texts, today), "case")
        with placed_in("case"):
            cases.may_close(case.info, clock, values)
        if not str(values.get(OPEN) or "").strip() and not asked["once"]:
            asked["once"] = True
            prompt = at_closing(store.case(case.id), summarise(case), today, limits)
            raise Wrong(
                prompt.text, f"{said_in_full(prompt)} Write it, or save again to close as it is.", f"case.{OPEN}"
            )
        with placed_in("case"):
            kept = cases.close_case(store, clock, case.id, values)
        return (
            f"{kept.ref} closed on {say_day(kept.closed_on or today, today)}. It stays readable, and can be reopened."
        )

    reminder = library(case.info.service).closing
    return Form("close", case.id, "Close the case", case.ref, fixed(entries), start, save, partial(_say, reminder))


def _say(text: str, _texts: Texts, path: Path) -> str:
    return text if path[-1:] == (OPEN,) else ""


def said_in_full(prompt: Prompt) -> str:
    """What stands behind the prompt of a closing: what was counted, and where its limit comes from."""
    return f"{' '.join(prompt.facts)} {prompt.signal}, {prompt.source}."


def _service(texts: Texts) -> str:
    return "adults" if texts.get(("case", "service"), "").startswith("a") else "children"


def _values(record: CaseRecord | Child, entries: list[Entry]) -> dict[Path, object]:
    return {entry.path: getattr(record, entry.name) for entry in entries}
