"""Log a visit, or change one: when, each child, where, what I wonder and what I will do."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from checklists.clock import Clock
from checklists.dates import read_day, say_day
from checklists.entry import Entry, Path, blank_is_today, entries_of, entry_of, texts_of
from checklists.journeys.form import Form, Texts, under, values_of
from checklists.library import library
from checklists.limits import Limits
from checklists.naming import aged, aged_behind_mask
from checklists.signals.next_dates import say_next
from checklists.summaries import summarise
from checklists.use_cases.log_visit import edit_visit, log_visit
from checklists.wrong import Wrong
from store.case import Case
from store.case_store import CaseStore
from store.records import Action, Hypothesis, Seen, Visit

SEEN_LINE = ("seen", "sleeping_place_seen")
SEEN_MORE = ("reason", "reason_text", "child_words", "impact", "what_i_saw", "how_we_talked")
WHEN = ("happened_on", "started_at")
WHERE = ("place", "by", "announced", "purpose", "present", "account")


def visit_form(store: CaseStore, clock: Clock, limits: Limits, case: Case, visit: Visit | None = None) -> Form:
    """The form for a new visit on the case, or for changing one."""
    today = clock.today()
    rows = {row.child_id: row for row in case.of(Seen) if visit is not None and row.visit_id == visit.id}
    start = _start(case, visit, rows, today)
    expected = {record.id: record.revision for record in (*rows.values(), *((visit,) if visit else ()))}

    def entries(texts: Texts, path: Path) -> list[Entry]:
        return _entries(case, texts, path, today, new=visit is None)

    def save(texts: Texts) -> str:
        asked = _entries(case, texts, (), today, new=visit is None, every=True)
        values = values_of(asked, texts, today)
        if visit is not None and all(texts.get(path, "") == start.get(path, "") for path in values):
            return "Nothing changed."
        seen = {child.id: _seen_values(under(values, "seen", child.id)) for child in case.children}
        _somebody_is_told_of(seen)
        if visit is not None:
            kept = edit_visit(store, case.id, visit.id, under(values, "visit"), seen, expected=expected)
        else:
            kept = log_visit(
                store,
                case.id,
                under(values, "visit"),
                seen,
                wonder=str(values.get(("hypothesis", "text")) or ""),
                actions=_actions(case, under(values, "action"), today),
            )
        return f"Visit of {say_day(kept.happened_on, today)} saved."

    def hint(texts: Texts, path: Path) -> str:
        if path[:1] != ("seen",):
            return ""
        facts = summarise(case)
        child = next(child for child in facts.children if child.id == path[1])
        how, day = _how(texts.get((*path[:2], "seen"), "")), _day(texts.get(("visit", "happened_on"), ""), today)
        return say_next(facts, child, today, limits, seen_how=how, seen_on=day)

    name = f"visit:{visit.id}" if visit else "visit"
    return Form(
        name, case.id, "Change a visit" if visit else "Log a visit", case.ref, entries, start, save, hint, expected
    )


def _entries(case: Case, texts: Texts, path: Path, today: date, *, new: bool, every: bool = False) -> list[Entry]:
    """All fields in order; only the child with the cursor is open, unless `every`. A child may be left out of a visit."""
    service = case.info.service
    made = blank_is_today(entries_of(Visit, WHEN, service, ("visit",)), "happened_on" if new else "")
    for child, covered in zip(case.children, aged_behind_mask(case.children, today, case.ref), strict=True):
        names = (*SEEN_LINE, *SEEN_MORE) if every or path[:2] == ("seen", child.id) else SEEN_LINE
        block = entries_of(Seen, names, service, ("seen", child.id), aged(child, today))
        made += [
            replace(entry, needed=False, covered_group=covered) for entry in block if every or _asked(entry, texts)
        ]
    made += entries_of(Visit, WHERE, service, ("visit",))
    if new:
        made += _after(service)
    return made


def _asked(entry: Entry, texts: Texts) -> bool:
    """Why not alone is not asked of a child who was seen alone, nor in words without a reason."""
    how = _how(texts.get((*entry.path[:-1], "seen"), ""))
    if entry.name == "reason":
        return how not in ("", "alone")
    if entry.name == "reason_text":
        return how not in ("", "alone") and bool(texts.get((*entry.path[:-1], "reason"), ""))
    return True


def _how(text: str) -> str:
    """How a child was seen, as a value, from its words on any case; blank while it is none of them."""
    try:
        return str(entry_of(Seen, "seen", "adults").chosen(text).value) if text.strip() else ""
    except Wrong:
        return ""


def _after(service: str) -> list[Entry]:
    """What I wonder and what I will do: each line an action."""
    wonder = replace(entry_of(Hypothesis, "text", service), path=("hypothesis", "text"), needed=False)
    will = replace(
        entry_of(Visit, "account", service),
        path=("action", "what"),
        label="I will do",
        short_label="I will",
        help="One line for each action.",
    )
    kind, due = (replace(entry, needed=False) for entry in entries_of(Action, ("type", "due_on"), service, ("action",)))
    return [wonder, will, kind, replace(due, label="By when")]


def _start(case: Case, visit: Visit | None, rows: Mapping[str, Seen], today: date) -> dict[Path, str]:
    entries = _entries(case, {}, (), today, new=visit is None, every=True)
    values: dict[Path, object] = {}
    for entry in entries:
        head, name = entry.path[0], entry.name
        record = visit if head == "visit" else rows.get(entry.path[1]) if head == "seen" else None
        if record is not None:
            values[entry.path] = getattr(record, name)
        elif head == "visit" and name in ("place", "by", "purpose"):
            values[entry.path] = Visit.model_fields[name].default
    return texts_of(entries, values, today)


def _seen_values(values: Mapping[str, object]) -> dict[str, object]:
    """A reason belongs only to a child who was not seen alone."""
    cleared = {"reason": None, "reason_text": None} if values.get("seen") == "alone" else {}
    return {**values, **cleared}


def _somebody_is_told_of(seen: Mapping[str, Mapping[str, object]]) -> None:
    if seen and not any(values.get("seen") for values in seen.values()):
        first = next(iter(seen))
        raise Wrong(
            "Seen is needed for one child at least.", "a, w, o or n; not seen counts too.", f"seen.{first}.seen"
        )


def _actions(case: Case, values: Mapping[str, object], today: date) -> list[dict[str, object]]:
    lines = [line.strip() for line in str(values.get("what") or "").split("\n") if line.strip()]
    if not lines:
        return []
    kind = str(values.get("type") or "other")
    due, rule = values.get("due_on"), ""
    if due is None:
        rule = next((known.default_due for known in library(case.info.service).actions if known.type == kind), "")
        if not rule.startswith("+"):
            raise Wrong("By: when will it be done?", "Try +10wd or fri.", "action.due_on")
        due = read_day(rule, today, "due")
    return [{"what": line, "type": kind, "due_on": due, "due_rule": rule} for line in lines]


def _day(text: str, today: date) -> date:
    try:
        return read_day(text, today, "event")
    except Wrong:
        return today
