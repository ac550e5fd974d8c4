"""Files made to swallow the memory of whoever opens them: each is refused in a sentence, or read within 300 MB.

The limit is the system's own, on a process of its own. CASEREFLECT_EVERY_WAY=1 (`make faults`) adds the largest
workbooks that are read.
"""

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from store.exchange.workbook import cell_name
from tests.figures import count
from tests.samples.workbooks import annex_a, on_a_plan

EVERY = os.environ.get("CASEREFLECT_EVERY_WAY") == "1"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"
NUMBER, SHARED = '<c r="{0}"><v>{1}</v></c>', '<c r="{0}" t="s"><v>0</v></c>'
READER = """
import resource, sys
from pathlib import Path
from store.exchange.refused import Refused
from store.exchange.workbook import open_workbook
import python_calamine
resource.setrlimit(resource.RLIMIT_AS, (300 << 20, 300 << 20))
try:
    book = open_workbook(Path(sys.argv[1]))
    print("read", sum(len(row) for sheet in book.sheets for row in sheet.rows))
except Refused as refused:
    print("refused", refused)
"""


def sheet(rows: str) -> str:
    """A sheet with this between its first and last row."""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def cells(count: int, cell: str = NUMBER) -> str:
    """So many cells, a hundred a row."""
    rows = (
        f'<row r="{row + 1}">{"".join(cell.format(cell_name(row, column), 7) for column in range(100))}</row>'
        for row in range(count // 100)
    )
    return "".join(rows)


def texts(length: int) -> str:
    """Shared texts: one, of that length."""
    return f'<sst xmlns="{MAIN}"><si><t>{"x" * length}</t></si></sst>'


def far(row: int, column: str = "CU") -> str:
    """A sheet with one cell, far from the first."""
    return sheet(f'<row r="{row}"><c r="{column}{row}"><v>1</v></c></row>')


ENTITIES = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
Parts = Callable[[], dict[str, str]]
"""Parts of a workbook, made when they are asked for: some have a gigabyte."""
BOMBS: dict[str, tuple[Parts, str]] = {
    "a gigabyte of blanks": (lambda: {SHEET: " " * 1_000_000_000}, "more than 60 MB"),
    "one text in 50,000 cells": (
        lambda: {SHEET: sheet(cells(50_000, SHARED)), "xl/sharedStrings.xml": texts(50_000)},
        "more than 60 MB",
    ),
    "the last cell of Excel": (lambda: {SHEET: far(1_048_576, "XFD")}, "too far right or down"),
    "two sheets that reach far": (lambda: {SHEET: far(9_000), "xl/worksheets/sheet2.xml": far(9_000)}, "too far"),
    "entities in entities": (lambda: {SHEET: f"{ENTITIES}<worksheet>&b;</worksheet>"}, "declarations"),
}
LARGE: dict[str, Parts] = {
    "a million and a half numbers": lambda: {SHEET: sheet(cells(1_490_000))},
    "as many short texts": lambda: {SHEET: sheet(cells(1_490_000, SHARED)), "xl/sharedStrings.xml": texts(12)},
    "one text in many cells": lambda: {SHEET: sheet(cells(50_000, SHARED)), "xl/sharedStrings.xml": texts(1_000)},
}


def packed(folder: Path, parts: dict[str, str]) -> Path:
    """An Annex A workbook with these parts in place of its own."""
    base, path = annex_a(folder / "base.xlsx", [on_a_plan()]), folder / "made.xlsx"
    with zipfile.ZipFile(base) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in {**{name: old.read(name).decode() for name in old.namelist()}, **parts}.items():
            new.writestr(name, part)
    return path


def said(path: Path) -> str:
    """What becomes of the file in a process that has 300 MB."""
    done = subprocess.run([sys.executable, "-c", READER, str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, (done.returncode, done.stderr[-300:])
    return done.stdout


@pytest.mark.parametrize("what", BOMBS if EVERY else [what for what in BOMBS if "gigabyte" not in what])
def test_a_bomb_is_refused_in_a_sentence(tmp_path: Path, what: str) -> None:
    """It never gets to the reader, which would end the program where there is too little memory."""
    parts, why = BOMBS[what]
    found = said(packed(tmp_path, parts()))
    assert found.startswith("refused")
    assert why in found
    count("bombs", refused=1)


@pytest.mark.parametrize("what", LARGE if EVERY else ["one text in many cells"])
def test_the_largest_workbook_that_is_read_fits_into_300_mb(tmp_path: Path, what: str) -> None:
    """All of it is read, not a part."""
    found = said(packed(tmp_path, LARGE[what]()))
    assert found.startswith("read")
    assert int(found.split()[1]) >= 50_000


def test_a_file_of_100_mb_is_refused_unread(tmp_path: Path) -> None:
    """By its size alone."""
    path = packed(tmp_path, {})
    os.truncate(path, 100_000_000)
    assert "larger than 50 MB" in said(path)
