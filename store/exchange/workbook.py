"""An Excel workbook as plain values: its sheets, row by row, and the hash of the file."""

import hashlib
import io
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from store.exchange.package import DAMAGED, LOCKED, checked_package
from store.exchange.refused import Refused

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

LARGEST_FILE = 50_000_000

CellValue = str | int | float | bool | date | datetime | time | timedelta
"""What a cell may hold; an empty cell and an Excel error are a blank text."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. Rows and columns begin at cell A1, whether or not anything stands there."""

    name: str
    rows: tuple[tuple[CellValue, ...], ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook, read whole."""

    file_hash: str
    """SHA-256 of the file, in hex."""
    sheets: tuple[Sheet, ...]


def open_workbook(path: Path) -> Workbook:
    """Read an .xlsx file. Raises Refused, with a sentence, for anything else."""
    content = _content(path)
    file_hash, package = hashlib.sha256(content).hexdigest(), checked_package(content)
    del content  # what is read next needs the room
    return Workbook(file_hash, _sheets(package))


def cell_name(row: int, column: int) -> str:
    """What Excel calls the cell: row and column are counted from 0, so (4, 10) is K5."""
    letters = ""
    left = column + 1
    while left:
        left, letter = divmod(left - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Refused("That is a folder. Give the file itself.")
        if not path.exists():
            raise Refused("There is no file of that name. Check the folder and the spelling.")
        if not path.is_file():
            raise Refused("That is not an ordinary file, so it was not read.")
        if path.stat().st_size > LARGEST_FILE:
            raise Refused(
                "This file is larger than 50 MB, which is too large for an Annex A workbook. Nothing was read."
            )
        content = path.read_bytes()
    except PermissionError:
        raise Refused("You have no permission to read that file. Copy it to your own folder and try that.") from None
    except (OSError, ValueError):
        raise Refused("That file cannot be read from where it is. Copy it to your own folder and try that.") from None
    if not content:
        raise Refused("This file is empty.")
    return content


def _sheets(package: bytes) -> tuple[Sheet, ...]:
    from python_calamine import CalamineError, PasswordError, SheetTypeEnum, load_workbook

    try:
        with load_workbook(io.BytesIO(package)) as book:
            names = [sheet.name for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
            return tuple(Sheet(name, _rows_of(book.get_sheet_by_name(name))) for name in names)
    except PasswordError:
        raise Refused(LOCKED) from None
    except (CalamineError, OSError, ValueError):
        raise Refused(DAMAGED) from None


def _rows_of(sheet: "CalamineSheet") -> tuple[tuple[CellValue, ...], ...]:
    """The rows of a sheet; each list is let go of as its row is made."""
    rows = sheet.to_python(skip_empty_area=False)
    rows.reverse()
    return tuple(tuple(rows.pop()) for _ in range(len(rows)))
