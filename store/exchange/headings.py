"""Finding the heading row of a list, whichever way a council spells its headings."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from store.exchange.refused import Refused
from store.exchange.workbook import Sheet

LOOKED_AT = 20
"""How many rows from the top may hold the headings; titles and notes stand above them."""
OWN_ID = "child unique id"
_BESIDE = frozenset({"date of birth", "gender", "allocated worker"})
"""Guidance sheets name columns too, but one below the other."""

_QUOTES = str.maketrans("‘’“”`", "''\"\"'")
_LIST_NUMBER = re.compile(r"(?:annex a )?(?:list|l)? ?0?(\d{1,2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Headings:
    """The row in which the headings stand, and the column of each, both counted from 0."""

    row: int
    columns: Mapping[str, int]


def plain(heading: str) -> str:
    """A heading as it is compared: spelling that differs between councils is left out."""
    text = heading.replace("\xa0", " ").translate(_QUOTES).casefold()
    words = re.sub(r"[?()\[\]:]", " ", text).split()
    return " ".join(word for word in words if word != "the" and not word.strip(".,").isdigit())


def list_number(name: str) -> int:
    """The number of the list in the name of a sheet: `List 7`, `List_7`, `7. CP`; 0 where it has none."""
    found = _LIST_NUMBER.match(" ".join(name.replace("\xa0", " ").replace("_", " ").casefold().split()))
    return int(found[1]) if found else 0


def find_headings(sheet: Sheet) -> Headings | None:
    """The first row that has Child Unique ID and a heading beside it that lists have; None without one. Raises Refused."""
    for number, row in enumerate(sheet.rows[:LOOKED_AT]):
        found = [(plain(cell), column) for column, cell in enumerate(row) if isinstance(cell, str) and plain(cell)]
        names = {name for name, _ in found}
        if OWN_ID in names and names & _BESIDE:
            return Headings(number, _once_each(found))
    return None


def _once_each(found: list[tuple[str, int]]) -> Mapping[str, int]:
    """The column of each heading; one of two that are spelled alike would be a guess, so neither is kept."""
    names = [name for name, _ in found]
    if names.count(OWN_ID) > 1:
        raise Refused(
            "A list in this workbook has two columns headed Child Unique ID. Leave the right one and try again."
        )
    return {name: column for name, column in found if names.count(name) == 1}
