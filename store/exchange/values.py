"""What one cell says: an id, a day, yes or no, a text. A value that is not understood is never guessed."""

import re
from datetime import date, datetime, timedelta

from store.exchange.workbook import CellValue
from store.text import one_line

_BLANK = frozenset({"", "null", "n/a", "#n/a"})
_CODE = re.compile(r"^[a-z]{1,2}\) *", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T]00:00(?::00(?:\.0+)?)?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: 00:00(?::00)?)?")
_EXCEL_DAY_0 = date(1899, 12, 30)
_SERIALS = (20_000, 73_050)
"""Days that a bare number may mean, 1954 to 2099; a smaller one, such as 2021, is more likely a year."""
_YEARS = (1900, 2100)
_SEEN_ALONE = {"yes": "yes", "y": "yes", "true": "yes", "no": "no", "n": "no", "false": "no"}
_SEEN_ALONE |= dict.fromkeys(("unknown", "not known"), "unknown")
_LARGEST_EXACT = 2**53
_SHOWN = 40


class NotUnderstood(ValueError):  # noqa: N818 - a person reads the sentence, not the name
    """A value that cannot be read. The message says what it should be; it does not hold the value."""


def as_name(value: CellValue) -> str:
    """The cell as clean text on one line, a whole number without its `.0`; blank for NULL and #N/A."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer() and abs(value) < _LARGEST_EXACT:
        return str(int(value))
    text = " ".join(one_line(str(value).replace("\xa0", " ")).split())
    return "" if text.casefold() in _BLANK else text


def as_text(value: CellValue) -> str:
    """The same without a code such as `a) ` before it."""
    return as_name(_CODE.sub("", as_name(value), count=1))


def as_own_id(value: CellValue) -> str:
    """A child's number as text: 9212044, never 9212044.0. Raises NotUnderstood."""
    if isinstance(value, bool | date | timedelta):
        raise NotUnderstood("is not a Child Unique ID")
    if isinstance(value, float) and (not value.is_integer() or abs(value) >= _LARGEST_EXACT):
        raise NotUnderstood("is not a whole number that Excel holds exactly")
    text = as_name(value)
    return text.removesuffix(".0") if re.fullmatch(r"\d+\.0", text) else text


def as_day(value: CellValue) -> str:
    """The day in ISO, or blank. Day first, always; month first is never tried. Raises NotUnderstood."""
    day = _day(value)
    if day is None:
        return ""
    if not _YEARS[0] <= day.year < _YEARS[1]:
        raise NotUnderstood("is not a date in this or the last century")
    return day.isoformat()


def _day(value: CellValue) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and _SERIALS[0] <= value <= _SERIALS[1]:
        return _EXCEL_DAY_0 + timedelta(days=int(value))
    text = as_name(value) if isinstance(value, str) else str(value)
    if not text:
        return None
    if found := _ISO.fullmatch(text):
        return _made(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.fullmatch(text):
        return _made(int(found[3]), int(found[2]), int(found[1]))
    raise NotUnderstood("is not a date that can be read")


def _made(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise NotUnderstood("is not a date: day comes first here") from None


def as_seen_alone(value: CellValue) -> str:
    """yes, no, unknown or blank: four states, all kept as given. Raises NotUnderstood."""
    text = as_text(value).casefold()
    if not text:
        return ""
    if text not in _SEEN_ALONE:
        raise NotUnderstood("is not yes, no or unknown")
    return _SEEN_ALONE[text]


def shown(value: CellValue) -> str:
    """The value as it may be shown back, cut where it is long."""
    text = one_line(str(value))
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
