"""Days in a form as the day they mean: `yest` is another day when it is read tomorrow."""

from datetime import date

from checklists.dates import About, say_day
from checklists.entry import Entry, Path
from checklists.journeys.form import Form, Texts
from checklists.wrong import Wrong


def dated(form: Form, texts: Texts, today: date) -> dict[Path, str]:
    """The texts; `yest`, `-3d`, `3/4` and their like, and a blank that means today, with day and year as of today."""
    found = dict(texts)
    for entry in _days(form, texts):
        found[entry.path] = _with_its_year(entry, found.get(entry.path, ""), today)
    return found


def as_said(form: Form, texts: Texts, today: date) -> dict[Path, str]:
    """Dated texts as a person would say them today, where that is read as the same day."""
    found = dict(texts)
    for entry in _days(form, texts):
        text = found.get(entry.path, "")
        shorter = (form.start.get(entry.path, ""), _said(entry, text, today))
        same = (one for one in shorter if _with_its_year(entry, one, today) == text)
        found[entry.path] = next(same, text)
    return found


def _days(form: Form, texts: Texts) -> list[Entry]:
    return [entry for entry in form.entries(texts, ()) if entry.kind == "day"]


def _with_its_year(entry: Entry, text: str, today: date) -> str:
    """`Mon 23 Nov 2026` for `today`; what is no day of that field stays as it was typed."""
    try:
        value = entry.read(text, today)
    except Wrong:
        return text
    if isinstance(value, About):
        return value.text or _full(value.on)
    return _full(value) if isinstance(value, date) else text


def _full(day: date) -> str:
    return say_day(day, date(1, 1, 1))


def _said(entry: Entry, text: str, today: date) -> str:
    try:
        return entry.say(entry.read(text, today), today)
    except Wrong:
        return text
