"""Workbooks for odd cases, written by hand: a minimal .xlsx of given sheets, and Annex A rows to put into them."""

import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from store.exchange.workbook import cell_name

SAMPLES = Path(__file__).parent

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

Value = str | float | bool | date | None

LIST_7: tuple[str, ...] = (
    "Child Unique ID",
    "Date of Birth",
    "Age",
    "Child Protection Plan Start Date",
    "Latest Category of Abuse",
    "Date of the Last Statutory Visit",
    "Was the Child Seen Alone?",
    "Date of latest review conference",
    "Child Protection Plan End Date",
    "Allocated Worker",
)
LIST_8: tuple[str, ...] = (
    "Child Unique ID",
    "Date of Birth",
    "Age",
    "Date Started to be Looked After",
    "Child's Legal Status",
    "Date of Latest Statutory Review",
    "Date of Last Social Work Visit",
    "Date Ceased to be Looked After",
    "Allocated Worker",
)
AS_AT = date(2026, 11, 16)
BORN = date(2018, 5, 4)


def age_on(born: date, day: date = AS_AT) -> float:
    """The fractional age that Annex A gives."""
    return (day - born).days / 365.25


def on_a_plan(own_id: Value = 9212044.0, **changed: Value) -> list[Value]:
    """A row of list 7: a child on an open plan, last seen alone on Mon 2 Nov 2026, whose worker is Robin Vale."""
    row: dict[str, Value] = {
        "own_id": own_id,
        "born": BORN,
        "age": age_on(BORN),
        "started": date(2026, 2, 17),
        "category": "b) Neglect",
        "visit": date(2026, 11, 2),
        "alone": "a) Yes",
        "review": date(2026, 5, 12),
        "ended": None,
        "worker": "Robin Vale",
    }
    return list({**row, **changed}.values())


def in_care(own_id: Value = 9212044.0, **changed: Value) -> list[Value]:
    """A row of list 8: a child in care, last seen on Thu 5 Nov 2026, whose worker is Robin Vale."""
    row: dict[str, Value] = {
        "own_id": own_id,
        "born": BORN,
        "age": age_on(BORN),
        "started": date(2025, 6, 2),
        "status": "C1: ICO",
        "review": date(2026, 9, 8),
        "visit": date(2026, 11, 5),
        "ended": None,
        "worker": "Robin Vale",
    }
    return list({**row, **changed}.values())


def annex_a(path: Path, list_7: Sequence[Sequence[Value]] = (), list_8: Sequence[Sequence[Value]] = ()) -> Path:
    """An Annex A workbook with these rows."""
    return workbook(path, {"List 7": [LIST_7, *list_7], "List 8": [LIST_8, *list_8]})


def workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[Value]]]) -> Path:
    """A workbook with these sheets; a date becomes an Excel date, None an empty cell."""
    return raw_workbook(path, {name: _rows(rows) for name, rows in sheets.items()})


def raw_workbook(path: Path, sheets: Mapping[str, str]) -> Path:
    """A workbook whose sheets hold this XML between `sheetData` and its end."""
    numbers = range(1, len(sheets) + 1)
    names = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>' for n, name in zip(numbers, sheets, strict=True)
    )
    targets = "".join(
        f'<Relationship Id="rId{n}" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    )
    root = f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types"/>')
        package.writestr("_rels/.rels", f'<Relationships xmlns="{_PACKAGE}/relationships">{root}</Relationships>')
        package.writestr(
            "xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{_PACKAGE}/relationships">{targets}</Relationships>'
        )
        package.writestr(
            "xl/workbook.xml", f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>{names}</sheets></workbook>'
        )
        package.writestr(
            "xl/styles.xml",
            f'<styleSheet xmlns="{_MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        )
        for n, rows in zip(numbers, sheets.values(), strict=True):
            sheet = f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'
            package.writestr(f"xl/worksheets/sheet{n}.xml", sheet)
    return path


def _rows(rows: Sequence[Sequence[Value]]) -> str:
    return "".join(
        f'<row r="{number + 1}">{"".join(_cell(cell_name(number, column), value) for column, value in enumerate(row))}</row>'
        for number, row in enumerate(rows)
    )


def _cell(name: str, value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return f'<c r="{name}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, date):
        return f'<c r="{name}" s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
    if isinstance(value, str):
        return f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f'<c r="{name}"><v>{value}</v></c>'
