"""A case and its children: add, edit, close."""

from functools import partial

from checklists.clock import Clock
from checklists.dates import say_day
from checklists.entry import Entry, Path, entries_of, texts_of
from checklists.journeys.form import Form, Texts, changes_of, fixed, under, values_of
from checklists.library import library
from checklists.naming import called
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
CLOSING = ("closed_on", "closed_reason", "could_still_go_wrong")


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
            raise _placed(wrong, "case" if wrong.field in CaseRecord.model_fields else "child") from None
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
        try:
            kept = cases.edit_case(store, case.id, changes, expected=expected[case.id])
        except Wrong as wrong:
            raise _placed(wrong, "case") from None
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
        return [entry for entry in every if _applies(entry, texts)]

    def save(texts: Texts) -> str:
        asked = entries(texts, ())
        values = under(values_of(asked, texts, today), "child")
        try:
            if child is None:
                kept = cases.add_child(store, case.id, values)
            else:
                changes = changes_of(values, texts, start, "child")
                if not changes:
                    return "Nothing changed."
                kept = cases.edit_child(store, case.id, child.id, changes, expected=expected[child.id])
        except Wrong as wrong:
            raise _placed(wrong, "child") from None
        return f"{called(kept, case.ref)} saved."

    name = f"child:{child.id}" if child else "child"
    place = f"Edit {called(child, word)}" if child else f"Add a {word}"
    return Form(name, case.id, place, case.ref, entries, start, save, expected=expected)


def close_form(store: CaseStore, clock: Clock, case: Case) -> Form:
    """Close the case: when, why, and what could still go wrong."""
    today = clock.today()
    entries = entries_of(CaseRecord, CLOSING, case.info.service, ("case",))
    start = texts_of(entries, {("case", "closed_on"): today}, today)

    def save(texts: Texts) -> str:
        values = under(values_of(entries, texts, today), "case")
        try:
            kept = cases.close_case(store, clock, case.id, values)
        except Wrong as wrong:
            raise _placed(wrong, "case") from None
        return (
            f"{kept.ref} closed on {say_day(kept.closed_on or today, today)}. It stays readable, and can be reopened."
        )

    reminder = library(case.info.service).closing
    return Form("close", case.id, "Close the case", case.ref, fixed(entries), start, save, partial(_say, reminder))


def _say(text: str, _texts: Texts, path: Path) -> str:
    return text if path[-1:] == ("could_still_go_wrong",) else ""


def _service(texts: Texts) -> str:
    return "adults" if texts.get(("case", "service"), "").startswith("a") else "children"


def _applies(entry: Entry, texts: Texts) -> bool:
    """A field that only matters with another is asked once that one is filled, or has something in it itself."""
    if texts.get(entry.path):
        return True
    plan = texts.get(("child", "plan"), "")
    needs = {
        "expected_on": not texts.get(("child", "born_on")),
        "category": plan == "CP",
        "legal_status": plan == "care",
        "visit_rule": plan == "care",
        "placement_started_on": plan == "care",
        "first_review_on": plan == "care",
        "alone_rule_reason": texts.get(("child", "alone_rule")) == "observed counts",
        "alone_rule_review_on": texts.get(("child", "alone_rule")) == "observed counts",
        "whereabouts_since": texts.get(("child", "whereabouts"), "home") not in ("", "home"),
    }
    return needs.get(entry.name, True)


def _values(record: CaseRecord | Child, entries: list[Entry]) -> dict[Path, object]:
    return {entry.path: getattr(record, entry.name) for entry in entries}


def _placed(wrong: Wrong, head: str) -> Wrong:
    """The same, its field as a path of the form."""
    field = wrong.field if "." in wrong.field or not wrong.field else f"{head}.{wrong.field}"
    return Wrong(wrong.trouble, wrong.mend, field)
