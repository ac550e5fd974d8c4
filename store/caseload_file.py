"""The caseload file: one row a case, so that Today opens no case file. Only a cache: made anew wherever it is not true."""

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from store.case_file import padded
from store.case_store import SaveFailed, StoreTrouble
from store.durable import write_whole
from store.keys import Keys
from store.locations import Places
from store.summary import CaseSummary, summary_from

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """A row, and the mark of the case file that it was drawn from."""

    row: CaseSummary
    mark: str


def mark_of(path: Path) -> str:
    """A mark that differs once the file was written again. Raises OSError."""
    found = path.stat()
    return f"{found.st_size}-{found.st_mtime_ns}-{found.st_ino}"


def read_rows(places: Places, keys: Keys) -> dict[str, Kept]:
    """The rows by case; none where the file is missing, broken or of another format."""
    try:
        content = orjson.loads(keys.decrypt(places.caseload.read_bytes()))
        if content["format"] != FORMAT:
            return {}
        return {case_id: Kept(summary_from(kept["row"]), kept["mark"]) for case_id, kept in content["rows"].items()}
    except (OSError, StoreTrouble, ValueError, KeyError, TypeError):
        return {}


def write_rows(places: Places, keys: Keys, rows: dict[str, Kept]) -> None:
    """Keep the rows, as well as can be: what cannot be written is drawn anew next time."""
    content: dict[str, Any] = {"format": FORMAT, "rows": rows}
    with contextlib.suppress(SaveFailed):
        write_whole(places.caseload, keys.encrypt(padded(orjson.dumps(content))))
