"""A file that a person writes by hand, on its way in: whatever is amiss is named with its file, line, review and field."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from checklists.near import nearest
from checklists.wrong import Wrong
from store.text import one_line

MEND = "The file is left out, and everything else is used as before."
MOST = {"learning": 10, "questions": 6, "publications": 6}
"""So many lines at most: what is asked has to fit into ten minutes."""
LONGEST = 600
_REVIEW = re.compile(r"\s*\[\[\s*review\s*\]\]")


class Reading:
    """One file on its way in: it knows its lines, so that whatever is amiss can be named with its place."""

    def __init__(self, text: str, name: str) -> None:
        self.lines = text.splitlines()
        self.name = name
        self.at = -1
        """Which review is read, from 0."""
        self.called = ""

    def wrong(self, field: str, reason: str) -> Wrong:
        """Such as `local.toml, line 9, L1, year: it is a year in four figures`."""
        line = self._line(field)
        where = [self.name, f"line {line}" if line else "", self.called, field]
        return Wrong(f"{', '.join(part for part in where if part)}: {reason}", MEND, field)

    def _line(self, field: str) -> int:
        begins = [number for number, line in enumerate(self.lines) if _REVIEW.match(line)]
        first = begins[self.at] if 0 <= self.at < len(begins) else 0
        last = begins[self.at + 1] if 0 <= self.at < len(begins) - 1 else len(self.lines)
        last = begins[0] if self.at < 0 and begins else last
        here = re.compile(rf"""(?:.*[\{{,]\s*|\s*)["']?{re.escape(field)}["']?\s*=""")
        found = next((number for number in range(first, last) if here.match(self.lines[number])), None)
        return (found if found is not None else first) + 1 if self.at >= 0 or found is not None else 0

    def known(self, names: Iterable[str], fields: Iterable[str]) -> None:
        """Raises Wrong for a field that there is not."""
        fields = list(fields)
        for name in names:
            if name not in fields:
                raise self.wrong(name, f"there is no field of that name.{nearest(name, fields, 14)}")

    def text(self, row: Mapping[str, Any], field: str, *, needed: bool = True) -> str:
        """A line of text."""
        value = row.get(field, "")
        if not isinstance(value, str):
            raise self.wrong(field, 'it is text, in "quotation marks".')
        said = one_line(value)
        if needed and not said:
            raise self.wrong(field, "it is missing.")
        if len(said) > LONGEST:
            raise self.wrong(field, f"it is longer than {LONGEST} letters.")
        return said

    def rows(self, row: Mapping[str, Any], field: str, *, needed: bool = False) -> list[Any]:
        """A list."""
        value = row.get(field, [])
        if not isinstance(value, list):
            raise self.wrong(field, "it is a list, in [square brackets].")
        if needed and not value:
            raise self.wrong(field, "it needs one line at least.")
        if len(value) > MOST.get(field, len(value)):
            raise self.wrong(field, f"it has more than {MOST[field]} lines.")
        return value

    def texts(self, row: Mapping[str, Any], field: str, *, needed: bool = False) -> tuple[str, ...]:
        """A list of lines."""
        return tuple(self.text({field: one}, field) for one in self.rows(row, field, needed=needed))

    def among(self, row: Mapping[str, Any], field: str, names: Iterable[str]) -> tuple[str, ...]:
        """A list of which each is one of a few, each once."""
        allowed, found = list(names), self.texts(row, field)
        for one in found:
            if one not in allowed:
                raise self.wrong(field, f"{one} is none of them.{nearest(one, allowed, 14)}")
        return tuple(dict.fromkeys(found))

    def one(self, row: Mapping[str, Any], field: str, names: Iterable[str]) -> str:
        """One of a few."""
        return self.among({field: [self.text(row, field)]}, field, names)[0]

    def begin(self, place: int, called: str) -> None:
        """From here on it is that review, from 0, that is read."""
        self.at, self.called = place, called
