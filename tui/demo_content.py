"""What stands in the files of the fictional caseload, as records: what was written down on which day, oldest first."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

import tomli

from tui.demo_growth import grown

if TYPE_CHECKING:
    from store.case import Case
    from store.records import CaseRecord, Record, StepBefore

CASES = "tui.demo_cases"
OWN_FILE = "demo_own.toml"
ONE_OF = (
    "person",
    "hypothesis",
    "action",
    "household_check",
    "agency",
    "outcome",
    "sighting",
    "day_entry",
    "concern",
    "explanation",
    "unknown",
    "contact",
    "outcome_reading",
    "engagement",
    "event",
    "neglect_entry",
    "chronology_review",
    "review_reflection",
    "supervision",
    "escalation",
    "looking_ahead",
    "system_note",
    "review_request",
    "review_meeting",
    "review_support",
    "review_note",
    "capacity_note",
    "advocate",
    "desired_outcome",
)
"""Lists in a case's file, each by the kind of its rows; those that others name stand before them."""
CLOSING = ("closed_on", "closed_reason", "could_still_go_wrong")
WRITTEN = (
    "written",
    "known_since",
    "happened_on",
    "given_on",
    "confirmed_on",
    "read_on",
    "review_on",
    "looked_on",
    "held_on",
    "step_started_on",
    "asked_on",
    "set_on",
    "due_on",
)
"""Where the day stands on which a row was written down: the first of these that it has."""


class Saved(NamedTuple):
    """One save: the day, and what was kept by it."""

    on: date
    records: "tuple[Record, ...]"


class Review(NamedTuple):
    """That a case is under review from a day on."""

    on: date
    note: str


class Story(NamedTuple):
    """A fictional case: how it began, and every save since, oldest first."""

    info: "CaseRecord"
    first: Saved
    later: tuple[Saved, ...]
    review: Review | None = None


def contents() -> Iterator[dict[str, Any]]:
    """The fictional cases as their files hold them."""
    for path in sorted(files(CASES).iterdir(), key=lambda path: path.name):
        if path.name.endswith(".toml"):
            yield tomli.loads(path.read_text(encoding="utf-8"))


def story(content: Mapping[str, Any], today: date) -> Story:
    """One case, its days counted from today."""
    from checklists.validating import make, remake
    from store.case import case_of
    from store.records import CaseRecord

    known: dict[str, str] = {}
    children = [_child(row, today, known) for row in content.get("child", ())]
    values = _values(CaseRecord, content["case"], today)
    closing: dict[str, Any] = {name: values.pop(name) for name in CLOSING if name in values}
    info = make(CaseRecord, values)
    rest = list(_saved(content, today, known, case_of(info, children)))
    begun = min([values["allocated_on"], *(saved.on for saved in rest)])
    for place, child in enumerate(children):
        (_, children[place]), *texts = grown(child, begun, today)
        rest += [Saved(on, (text,)) for on, text in texts]
    rest.sort(key=lambda saved: saved.on)
    later = [*_by_day(rest), *([Saved(closing["closed_on"], (remake(info, closing),))] if closing else [])]
    return Story(
        info,
        Saved(begun, tuple(children)),
        tuple(sorted(later, key=lambda saved: saved.on)),
        _review(content.get("under_review"), today),
    )


def _review(row: Mapping[str, str] | None, today: date) -> Review | None:
    from checklists.dates import read_day

    return Review(read_day(row["on"], today), row["note"]) if row else None


def _by_day(saves: Sequence[Saved]) -> list[Saved]:
    """What was written on one day as one save; a record that was written twice that day in two."""
    found: list[Saved] = []
    for day, rows in groupby(saves, key=lambda saved: saved.on):
        now: list[Record] = []
        for record in (record for saved in rows for record in saved.records):
            if any(record.id == earlier.id for earlier in now):
                found.append(Saved(day, tuple(now)))
                now = []
            now.append(record)
        found.append(Saved(day, tuple(now)))
    return found


def _saved(content: Mapping[str, Any], today: date, children: Mapping[str, str], case: "Case") -> Iterator[Saved]:
    """Every row but the children, with the day on which it was written down."""
    from checklists.dates import read_day
    from checklists.validating import make
    from store.case import with_record
    from store.records import BY_KIND

    for kind in ONE_OF:
        for row in content.get(kind, ()):
            written = next(row[key] for key in WRITTEN if key in row)
            record = make(BY_KIND[kind], _values(BY_KIND[kind], row, today, children, case))
            case = with_record(case, record)
            for on, text in grown(record, min(read_day(written, today), today), today):
                yield Saved(on, (text,))
    for row in content.get("visit", ()):
        visit, *seen = _visit(row, today, children)
        yield Saved(read_day(row["happened_on"], today), (visit, *seen))
    for row in content.get("answer", ()):
        for text in _answer(row, today, content["case"].get("service", "children")):
            yield Saved(read_day(row["answered_on"], today), (text,))
    if imported := _imported(content.get("import", {}), today, children):
        yield Saved(read_day(content["import"]["as_at"], today), tuple(imported))


def _child(row: Mapping[str, Any], today: date, known: dict[str, str]) -> "Record":
    """A child of the case, noted under the name that the other rows use."""
    from checklists.validating import make
    from store.records import Child

    child = make(Child, _values(Child, row, today))
    known[row["initials"] or row["own_id"]] = child.id
    return child


def _values(
    kind: "type[Record]",
    row: Mapping[str, Any],
    today: date,
    children: Mapping[str, str] | None = None,
    case: "Case | None" = None,
) -> dict[str, Any]:
    """The values of a record, its texts read as a person types them."""
    from checklists.dates import read_day
    from store.records import Moved

    values: dict[str, Any] = {}
    for name, text in row.items():
        if name == "child":
            values["child_id"] = (children or {})[text]
        elif name == "moved":
            days = [(read_day(one["from_on"], today), read_day(one["to_on"], today), one["reason"]) for one in text]
            values["moved"] = tuple(
                Moved(from_on=old, to_on=new, reason=reason, moved_on=min(old, today)) for old, new, reason in days
            )
        elif name == "before":
            values["before"] = tuple(_step_before(kind, one, today, case) for one in text)
        elif name in kind.model_fields:
            values[name] = _read(kind, name, text, today, case) if isinstance(text, str) else text
    return {**_written_up(kind, values, today), **values}


def _step_before(kind: "type[Record]", row: Mapping[str, Any], today: date, case: "Case | None") -> "StepBefore":
    """A step that an escalation had taken before the present one."""
    from checklists.dates import read_day
    from store.records import StepBefore

    days = {name: read_day(row[name], today) for name in ("started_on", "told_on", "replied_on") if name in row}
    whom = _read(kind, "with_agency", row["with_agency"], today, case)
    return StepBefore(**{**row, **days, "with_agency": whom})


def _written_up(kind: "type[Record]", values: Mapping[str, Any], today: date) -> dict[str, Any]:
    """What is older than a week is in the council's record, unless the row says otherwise; what is newer waits."""
    field = kind.model_fields.get("written_up")
    if field is None or field.default != "not_yet" or values["happened_on"] >= today - timedelta(weeks=1):
        return {}
    return {"written_up": "copied_out", "written_up_on": values["happened_on"]}


def _read(kind: "type[Record]", name: str, text: str, today: date, case: "Case | None") -> Any:
    """The value of a text; another record of the case is named by the words that it begins with."""
    from checklists.choices import with_choices
    from checklists.entry import entry_of

    entry = entry_of(kind, name, case.info.service if case else "children")
    if case is not None and entry.ask.of:
        entry = with_choices(entry, case, today)
        begun = entry.beginning(text)
        if begun and entry.kind != "many":
            return begun[0].value
    return entry.read(text, today)


def _visit(row: Mapping[str, Any], today: date, children: Mapping[str, str]) -> "list[Record]":
    from checklists.validating import make
    from store.records import Seen, Visit

    visit = make(Visit, _values(Visit, row, today))
    seen = [
        make(
            Seen,
            {
                **_values(Seen, values, today),
                "visit_id": visit.id,
                "child_id": children[name],
                "happened_on": visit.happened_on,
            },
        )
        for name, values in row["seen"].items()
    ]
    return [visit, *seen]


def _answer(row: Mapping[str, Any], today: date, service: str) -> "list[Record]":
    """An answer: what it said first, and every later text of that day."""
    from checklists.library import library
    from checklists.validating import make, remake
    from store.records import Answer

    asked = library(service)
    title = asked.question(row["question"]).title
    final = make(Answer, {**_values(Answer, row, today), "question_text": title, "content_version": asked.version})
    return [*(remake(final, {"text": text}) for text in row.get("earlier", ())), final]


def _imported(row: Mapping[str, Any], today: date, children: Mapping[str, str]) -> "list[Record]":
    """Facts as an Annex A workbook of that day would have left them."""
    from checklists.dates import read_day
    from checklists.validating import make
    from store.records import ImportBatch, ImportedFact

    if not row:
        return []
    as_at = read_day(row["as_at"], today)
    batch = make(ImportBatch, {"file_kind": "annex_a", "file_hash": "0" * 64, "as_at": as_at, "rows": len(row["fact"])})
    facts = [
        make(
            ImportedFact,
            {
                "batch_id": batch.id,
                "child_id": children[fact["child"]],
                "field": fact["field"],
                "value": read_day(fact["day"], today).isoformat() if "day" in fact else fact["value"],
                "as_at": as_at,
                "source": fact["source"],
            },
        )
        for fact in row["fact"]
    ]
    return [batch, *facts]


def own_rows(own: "Case", today: date) -> Iterator[Saved]:
    """What stands in the fictional practitioner's own book, row by row, each on its day; `own` knows the cases."""
    from checklists.validating import make
    from store.records import CpdPiece, LearningEntry

    content = tomli.loads(files("tui").joinpath(OWN_FILE).read_text(encoding="utf-8"))
    made: list[Saved] = []
    for kind, day in ((LearningEntry, "happened_on"), (CpdPiece, "done_on")):
        for row in content[kind.kind]:
            values = _values(kind, row, today, case=own)
            made.append(Saved(values[day], (make(kind, values),)))
    yield from sorted(made, key=lambda saved: saved.on)
