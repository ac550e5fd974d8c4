"""The caseload file: one row a case, so that Today opens no case file. Only a cache: made anew wherever it is not true."""

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from store.case import OWN
from store.case_file import padded
from store.case_store import SaveFailed, StoreTrouble
from store.durable import write_whole
from store.keys import Keys
from store.locations import Places, is_plain
from store.summary import CaseSummary, plain, summary_from

FORMAT = 3


class Kept(NamedTuple):
    """A row, and the mark of the case file that it was drawn from."""

    row: CaseSummary
    mark: str


def mark_of(path: "Path | os.DirEntry[str]") -> str:
    """A mark that differs once the file was written again; empty where it cannot be looked at."""
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_size}-{found.st_mtime_ns}-{found.st_ino}"


def marks_of(places: Places) -> dict[str, str]:
    """Every case there is, and its file's mark, in one look at the folder. Raises StoreTrouble."""
    ending = places.ending
    try:
        with os.scandir(places.cases) as entries:
            marks = {
                entry.name.removesuffix(ending): mark_of(entry) for entry in entries if entry.name.endswith(ending)
            }
    except FileNotFoundError:
        return {}
    except OSError:
        raise StoreTrouble("The folder of the cases cannot be read. Look at its permissions.") from None
    # My own book has no row; such as `01J… (copy)` is no case.
    return {name: mark for name, mark in marks.items() if is_plain(name) and name != OWN}


def read_rows(places: Places, keys: Keys) -> dict[str, Kept]:
    """The rows by case, without those that are broken; none where the file is missing, broken or of another format."""
    rows = {case_id: _kept(row) for case_id, row in _plain_rows(places, keys).items()}
    return {case_id: row for case_id, row in rows.items() if row}


def put_rows(places: Places, keys: Keys, drawn: Mapping[str, Kept], marks: Mapping[str, str]) -> None:
    """Keep rows beside the others, as well as can be: what cannot be written is drawn anew next time.

    `marks` are those of all the cases there are. A row that is true already stands: another window drew it later.
    """
    rows = _plain_rows(places, keys)  # as they are: only the few in question are made into rows
    for case_id, row in drawn.items():
        there = _kept(rows.get(case_id))
        if there is None or there.mark != marks.get(case_id):
            rows[case_id] = row
    content = {"format": FORMAT, "rows": {case_id: rows[case_id] for case_id in marks if case_id in rows}}
    with contextlib.suppress(SaveFailed):
        write_whole(places.caseload, keys.encrypt(padded(orjson.dumps(content, default=_plain))))


def _plain_rows(places: Places, keys: Keys) -> dict[str, Any]:
    try:
        content = orjson.loads(keys.decrypt(places.caseload.read_bytes()))
        return dict(content["rows"]) if content["format"] == FORMAT else {}
    except (OSError, StoreTrouble, ValueError, KeyError, TypeError):
        return {}


def _plain(value: Any) -> dict[str, Any]:
    return value._asdict() if isinstance(value, Kept) else plain(value)


def _kept(row: Any) -> Kept | None:
    try:
        return Kept(summary_from(row["row"]), row["mark"])
    except (ValueError, KeyError, TypeError):
        return None
