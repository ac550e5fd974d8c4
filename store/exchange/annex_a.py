"""An Ofsted Annex A workbook: list 7, children with a protection plan, and list 8, children in care.

Every row is read as text with the cell it came from. Whose row it is, and what becomes of it, is for practice to say.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from store.exchange.headings import OWN_ID, Headings, find_headings, list_number
from store.exchange.refused import Refused
from store.exchange.values import NotUnderstood, as_day, as_name, as_own_id, as_seen_alone, as_text, shown
from store.exchange.workbook import CellValue, Sheet, Workbook, cell_name

FILE_KIND = "annex_a"
NOT_ANNEX_A = "This is not an Annex A workbook: no sheet has a Child Unique ID among its headings."
TWICE = "Two sheets of this workbook look like the same list. Leave one of them and try again."

YEAR = 365.25
AGREE = 4
"""How many days the rows may differ on the file's own date."""

_AGES = ("age", "age of child years")
_WORKER = "allocated worker"

Reader = Callable[[CellValue], str]
Column = tuple[Reader, tuple[str, ...]]
"""How a field is read, and the headings it may have, as `plain` makes them."""

LISTS: Mapping[int, Mapping[str, Column]] = {
    7: {
        "own_id": (as_own_id, (OWN_ID,)),
        "born_on": (as_day, ("date of birth",)),
        "plan_started_on": (as_day, ("child protection plan start date",)),
        "plan_ended_on": (as_day, ("child protection plan end date",)),
        "category": (as_text, ("latest category of abuse",)),
        "last_visit_on": (as_day, ("date of last statutory visit",)),
        "seen_alone": (as_seen_alone, ("was child seen alone",)),
        "latest_review_on": (as_day, ("date of latest review conference",)),
    },
    8: {
        "own_id": (as_own_id, (OWN_ID,)),
        "born_on": (as_day, ("date of birth",)),
        "care_started_on": (as_day, ("date started to be looked after",)),
        "care_ended_on": (as_day, ("date ceased to be looked after",)),
        "legal_status": (as_text, ("child's legal status", "legal status")),
        "last_visit_on": (as_day, ("date of last social work visit",)),
        "latest_review_on": (as_day, ("date of latest statutory review",)),
    },
}
"""The lists that are read, and their fields."""

_SIGN = {7: "child protection plan start date", 8: "date started to be looked after"}
"""The heading that no other list has; without it the name of the sheet tells which list it is."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list, as the file has it."""

    list_number: int
    row_number: int
    """As Excel counts it, from 1."""
    worker: str
    """Blank where the file names nobody."""
    values: Mapping[str, tuple[str, str]]
    """Field: (value, cell). Days are in ISO. A value that was not understood is not among them, but in `odd`."""
    odd: tuple[tuple[str, str], ...] = ()
    """(cell, what it says and why it was left out)."""


@dataclass(frozen=True, slots=True)
class AnnexA:
    """What lists 7 and 8 of one workbook say."""

    file_hash: str
    as_at: date | None
    """The file's own date; None where it does not show."""
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    """Lists and columns that were looked for and not found, a sentence each."""


def read_annex_a(workbook: Workbook) -> AnnexA:
    """Lists 7 and 8 of the workbook. Raises Refused where it is of another kind."""
    lists = _lists(workbook)
    rows = [row for number, (sheet, headings) in lists.items() for row in _rows(number, sheet, headings)]
    days = [day for sheet, headings in lists.values() for day in _file_days(sheet, headings)]
    notes = [note for number in LISTS for note in _not_found(number, lists)]
    return AnnexA(workbook.file_hash, _agreed(days), tuple(rows), tuple(notes))


def _lists(workbook: Workbook) -> dict[int, tuple[Sheet, Headings]]:
    found: dict[int, tuple[Sheet, Headings]] = {}
    seen_any = False
    for sheet in workbook.sheets:
        headings = find_headings(sheet)
        if headings is None:
            continue
        seen_any = True
        number = _by_headings(headings) or list_number(sheet.name)
        if number not in LISTS:
            continue
        if number in found:
            raise Refused(TWICE)
        found[number] = (sheet, headings)
    if not seen_any:
        raise Refused(NOT_ANNEX_A)
    return dict(sorted(found.items()))


def _by_headings(headings: Headings) -> int:
    return next((number for number, sign in _SIGN.items() if sign in headings.columns), 0)


def _not_found(number: int, lists: Mapping[int, tuple[Sheet, Headings]]) -> Iterator[str]:
    if number not in lists:
        yield f"This workbook has no list {number}."
        return
    headings = lists[number][1]
    for names in ((_WORKER,), *(names for _, names in LISTS[number].values())):
        if not any(name in headings.columns for name in names):
            yield f"List {number} has no column {names[0]}, or has it twice; it is read without."


def _rows(number: int, sheet: Sheet, headings: Headings) -> Iterator[Row]:
    for index, cells in _filled(sheet, headings):
        values: dict[str, tuple[str, str]] = {}
        odd: list[tuple[str, str]] = []
        for field, (reader, names) in LISTS[number].items():
            column = _column(headings, names)
            if column is None:
                continue
            cell = cell_name(index, column)
            try:
                values[field] = (reader(cells[column]), cell)
            except NotUnderstood as trouble:
                odd.append((cell, f"“{shown(cells[column])}” {trouble}; it was left out."))
        worker = _column(headings, (_WORKER,))
        yield Row(number, index + 1, as_name(cells[worker]) if worker is not None else "", values, tuple(odd))


def _filled(sheet: Sheet, headings: Headings) -> Iterator[tuple[int, tuple[CellValue, ...]]]:
    """The rows under the headings in which anything stands, with their numbers from 0."""
    for index, cells in enumerate(sheet.rows[headings.row + 1 :], headings.row + 1):
        if any(not isinstance(cell, str) or as_name(cell) for cell in cells):
            yield index, cells


def _column(headings: Headings, names: Iterable[str]) -> int | None:
    return next((headings.columns[name] for name in names if name in headings.columns), None)


def _file_days(sheet: Sheet, headings: Headings) -> Iterator[date]:
    """The day on which each child had the age that the file gives; whole years and unborn children say nothing."""
    born, aged = _column(headings, ("date of birth",)), _column(headings, _AGES)
    if born is None or aged is None:
        return
    for _, cells in _filled(sheet, headings):
        age, day = cells[aged], cells[born]
        if isinstance(age, float) and 0 < age < 130 and not age.is_integer() and isinstance(day, date):
            yield date(day.year, day.month, day.day) + timedelta(days=round(age * YEAR))


def _agreed(days: list[date]) -> date | None:
    """The middle day, where all days lie close together."""
    if not days or (max(days) - min(days)).days > AGREE:
        return None
    return date.fromordinal(int(median(day.toordinal() for day in days)))
