"""The fictional caseload: made from the files in demo_cases, its dates counted from today, in a folder of its own."""

import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checklists.troubles import StoreTrouble
from checklists.wrong import Wrong
from tui.composition import (
    House,
    clock_of,
    data_folder,
    has_store,
    made_fictional,
    mark_fictional,
    new_house,
)
from tui.passphrase import Asking

if TYPE_CHECKING:
    from store.records import CaseRecord, Record

FOLDER = "casereflect-demo"
CASES = "tui.demo_cases"
ONE_OF = {"person": "Person", "hypothesis": "Hypothesis", "action": "Action"}
"""Lists in a case's file, and the record that each row of them becomes."""


def demo_home(environ: Mapping[str, str]) -> Path:
    """Where the fictional caseload is kept: beside the data folder."""
    return data_folder(environ).parent / FOLDER


def ready_demo(environ: Mapping[str, str], folder: Path) -> None:
    """Have the fictional caseload of today in the folder; one of another day is put aside as `demo-<date>`.

    Raises Wrong where the folder holds something else.
    """
    today = clock_of(environ).today()
    made = made_fictional(folder)
    if made == today:
        return
    if made is None and (has_store(folder) or (folder.is_dir() and any(folder.iterdir()))):
        raise Wrong("That folder holds something else.", "Give an empty one, or a new one, to --home.")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        if made is not None:
            folder.rename(_free(folder.parent / f"demo-{made.isoformat()}"))
        # Made beside its place and moved there whole, so that a demo cut short is never found half made.
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".demo-", ignore_cleanup_errors=True) as begun:
            made_in = Path(begun) / FOLDER
            house, _ = new_house(made_in, clock_of(environ), None, Asking())
            make_demo(house)
            mark_fictional(made_in, today)
            made_in.rename(folder)
    except OSError:
        raise StoreTrouble("The fictional caseload cannot be made there: the folder cannot be written to.") from None


def _free(path: Path) -> Path:
    """The path, or the first with a number behind it that is not taken."""
    paths = (path, *(path.with_name(f"{path.name}-{number}") for number in range(2, 1000)))
    return next(found for found in paths if not found.exists())


def make_demo(house: House) -> None:
    """Put the fictional cases into the store, each in one save."""
    today = house.clock.today()
    for content in _contents():
        info, *records = case_records(content, today)
        house.store.add_case(info, tuple(records))  # type: ignore[arg-type]


def _contents() -> Iterator[dict[str, Any]]:
    found = [path for path in files(CASES).iterdir() if path.name.endswith(".toml")]
    for path in sorted(found, key=lambda path: path.name):
        yield tomllib.loads(path.read_text(encoding="utf-8"))


def case_records(content: Mapping[str, Any], today: date) -> "tuple[CaseRecord | Record, ...]":
    """The records of a case from its file: its own first, then all others in the order that they lean on each other."""
    from checklists.validating import make
    from store import records

    info = make(records.CaseRecord, _values(records.CaseRecord, content["case"], today))
    made: list[Record] = []
    children: dict[str, str] = {}
    for row in content.get("child", ()):
        child = make(records.Child, _values(records.Child, row, today))
        children[row["initials"] or row["own_id"]] = child.id
        made.append(child)
    for kind, name in ONE_OF.items():
        made += [
            make(getattr(records, name), _values(getattr(records, name), row, today, children))
            for row in content.get(kind, ())
        ]
    for row in content.get("visit", ()):
        made += _visit(row, today, children)
    made += [_answer(row, today, info.service) for row in content.get("answer", ())]
    made += _imported(content.get("import", {}), today, children)
    return info, *made


def _values(
    kind: "type[Record]", row: Mapping[str, Any], today: date, children: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """The values of a record, its texts read as a person types them."""
    from checklists.dates import read_day
    from checklists.entry import entry_of
    from store.records import Moved

    values: dict[str, Any] = {}
    for name, text in row.items():
        if name == "child":
            values["child_id"] = (children or {})[text]
        elif name == "moved":
            days = [(read_day(one["from_on"], today), read_day(one["to_on"], today), one["reason"]) for one in text]
            values["moved"] = tuple(Moved(from_on=old, to_on=new, reason=reason) for old, new, reason in days)
        elif name in kind.model_fields:
            values[name] = entry_of(kind, name).read(text, today) if isinstance(text, str) else text
    return values


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


def _answer(row: Mapping[str, Any], today: date, service: str) -> "Record":
    from checklists.library import library
    from checklists.validating import make
    from store.records import Answer

    asked = library(service)
    title = asked.question(row["question"]).title
    return make(Answer, {**_values(Answer, row, today), "question_text": title, "content_version": asked.version})


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
