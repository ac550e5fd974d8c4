"""Looking at an .xlsx package before any reader does: what it is, how large it grows, and how far its cells reach.

The reader reserves room for every cell between the first and the last and ends the whole program where there is not
enough, so both are measured here first.
"""

import io
import re
import zipfile
import zlib

from store.exchange.refused import Refused
from store.exchange.shared_texts import spelled_out

LARGEST_UNPACKED = 60_000_000
MOST_CELLS = 1_500_000
"""Cells of all sheets, each from its first to its last, empty ones counted: with the most that one may hold, all of it
is read within 300 MB."""

AGAIN = "Open it in Excel and save it again as .xlsx."
DAMAGED = f"This file is damaged or only part of it is there. {AGAIN}"
TOO_LARGE = "This file unpacks to more than 60 MB, which is too large for an Annex A workbook. Nothing was read."
LOCKED = "This file is protected by a password or is an old .xls. Save it as .xlsx without a password first."
NOT_EXCEL = "This is not an Excel workbook. Only an Annex A workbook (.xlsx) can be read so far."
CSV = "This looks like a CSV file. Only an Annex A workbook (.xlsx) can be read so far."
XML = "This is an XML file, such as a CIN census. Only an Annex A workbook (.xlsx) can be read so far."

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_CELL = re.compile(rb"<(?:[\w.-]+:)?c(\s[^>]*)?>")
_PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,7})["']""")
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


def checked_package(content: bytes) -> bytes:
    """The XML parts of the workbook, packed anew, so that the reader sees what was measured and nothing else.

    Raises Refused.
    """
    if not content.startswith(b"PK"):
        raise Refused(_other_kind(content))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = _parts(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
        raise Refused(DAMAGED) from None
    if "xl/workbook.xml" not in parts:
        raise Refused(NOT_EXCEL)
    if sum(_cells_of(part) for part in parts.values()) > MOST_CELLS:
        raise Refused(f"The sheets of this file reach too far right or down for an Annex A workbook. {AGAIN}")
    if spelled_out(parts) > LARGEST_UNPACKED:
        raise Refused(TOO_LARGE)
    return _packed(parts)


def _other_kind(content: bytes) -> str:
    start = content[:4000].lstrip(b"\xef\xbb\xbf \r\n\t")
    if content.startswith(_OLD_OFFICE):
        return LOCKED
    if start.startswith(b"<"):
        return XML
    if b"\0" not in start and b"," in start.partition(b"\n")[0]:
        return CSV
    return NOT_EXCEL


def _parts(package: zipfile.ZipFile) -> dict[str, bytes]:
    wanted = [info for info in package.infolist() if info.filename.endswith((".xml", ".rels"))]
    if sum(info.file_size for info in wanted) > LARGEST_UNPACKED:
        raise Refused(TOO_LARGE)
    if any(info.flag_bits & 1 for info in wanted):
        raise Refused(LOCKED)
    return {info.filename: package.read(info) for info in wanted}


def _cells_of(part: bytes) -> int:
    """How many cells a sheet reaches over; 0 for another part. Raises Refused for what no workbook needs."""
    if _DECLARED.search(part):
        raise Refused(f"This file holds declarations that a workbook does not need. {AGAIN}")
    last_row, last_column = 0, 0
    for cell in _CELL.finditer(part):
        attributes = cell[1] or b""
        if attributes.endswith(b"/"):
            continue
        places = _PLACE.findall(attributes)
        if not places:
            raise Refused(f"This file is written in a way that cannot be read here. {AGAIN}")
        last_column = max(last_column, *(_column(letters) for letters, _ in places))
        last_row = max(last_row, *(int(row) for _, row in places))
    return last_row * last_column


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _packed(parts: dict[str, bytes]) -> bytes:
    """Packed small, and each part let go of once it is: memory is what a large workbook is short of."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        while parts:
            package.writestr(*parts.popitem())
    return packed.getvalue()
