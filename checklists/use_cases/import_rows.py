"""From the rows of a file to what it says of each child: lists joined, days in order, nothing guessed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from checklists.imported import ENDS, FIELDS, GROUPS, STARTS, FileChild, Odd, Said
from checklists.naming import age
from store.exchange.annex_a import Row

NO_ID = "It has no Child Unique ID that can be read."
ADULT_AGE = 18
LONGEST_WAIT = 300
"""Days before birth in which a date can be the day a baby is expected; a later one is a slip of the keys."""


def gather(rows: Iterable[Row], as_at: date, today: date) -> list[FileChild]:
    """One entry for each child of the rows, in the order of the file; a row without an id stands alone."""
    groups: dict[str, list[Row]] = {}
    alone: list[FileChild] = []
    for row in rows:
        own_id = row.values.get("own_id", ("", ""))[0]
        if own_id:
            groups.setdefault(own_id.casefold(), []).append(row)
        else:
            alone.append(FileChild("", (_place(row),), {}, _odd(row), NO_ID))
    return [*(_child(group, as_at, today) for group in groups.values()), *alone]


def _child(rows: Sequence[Row], as_at: date, today: date) -> FileChild:
    own_id = rows[0].values["own_id"][0]
    places = tuple(_place(row) for row in rows)
    odd = [entry for row in rows for entry in _odd(row)]
    trouble = _two_births(rows) or _two_rows(rows)
    if trouble:
        return FileChild(own_id, places, {}, tuple(odd), trouble)
    said: dict[str, Said] = {}
    for row in rows:
        for field, (value, cell) in row.values.items():
            name = field if field == "born_on" else f"{GROUPS[row.list_number]}.{field}"
            if field != "own_id" and not (name == "born_on" and name in said and not value):
                said[name] = Said(value, f"List {row.list_number}, {cell}", f"{row.list_number}.{row.row_number}")
    odd += _birth(said, as_at) + _not_come(said, today) + _out_of_order(said, as_at)
    return FileChild(own_id, places, said, tuple(odd))


def _place(row: Row) -> str:
    return f"List {row.list_number}, row {row.row_number}"


def _odd(row: Row) -> tuple[Odd, ...]:
    return tuple(Odd(f"List {row.list_number}, {cell}", sentence) for cell, sentence in row.odd)


def _two_births(rows: Sequence[Row]) -> str:
    births = {row.values["born_on"][0]: row for row in rows if row.values.get("born_on", ("", ""))[0]}
    if len(births) < 2:
        return ""
    where = " and ".join(f"List {row.list_number}, {row.values['born_on'][1]}" for row in births.values())
    return f"{where} give different dates of birth for this id. It may be two children."


def _two_rows(rows: Sequence[Row]) -> str:
    for number in GROUPS:
        mine = [row for row in rows if row.list_number == number]
        said = [{field: value for field, (value, _) in row.values.items()} for row in mine]
        if any(other != said[0] for other in said[1:]):
            numbers = " and ".join(str(row.row_number) for row in mine)
            return f"List {number} has this id in rows {numbers}, and they do not say the same."
    return ""


def _birth(said: dict[str, Said], as_at: date) -> list[Odd]:
    """A date of birth after the file's own date is the day a baby was expected."""
    born = said.get("born_on")
    wait = (date.fromisoformat(born.value) - as_at).days if born and born.value else 0
    if born is None or wait <= 0:
        return []
    del said["born_on"]
    if wait > LONGEST_WAIT:
        return [Odd(born.source, f"A date of birth {wait} days after the file's own date; it was left out.")]
    said["expected_on"] = born
    return [Odd(born.source, "A date of birth after the file's own date: read as the day a baby was expected.")]


def _not_come(said: dict[str, Said], today: date) -> list[Odd]:
    ahead = [name for name, day in _days(said).items() if day > today and name != "expected_on"]
    return [
        Odd(said.pop(name).source, f"{_called(name)}: a day that has not come yet; it was left out.") for name in ahead
    ]


def _out_of_order(said: Mapping[str, Said], as_at: date) -> list[Odd]:
    """Days that do not fit together. They are kept as the file has them."""
    days = _days(said)
    found = [
        Odd(said[name].source, f"{_called(name)}: after the file's own date.")
        for name, day in days.items()
        if day > as_at and name != "expected_on"
    ]
    birth = days.get("born_on") or days.get("expected_on")
    for group in GROUPS.values():
        start, end, visit = (days.get(name) for name in (STARTS[group], ENDS[group], f"{group}.last_visit_on"))
        if birth and start and start < birth:
            found.append(
                Odd(said[STARTS[group]].source, f"{_called(STARTS[group])} {_count(start, birth)} before birth.")
            )
        if start and end and end < start:
            found.append(Odd(said[ENDS[group]].source, f"{_called(ENDS[group])} {_count(end, start)} before it began."))
        if end and visit and visit > end:
            name = f"{group}.last_visit_on"
            found.append(Odd(said[name].source, f"{_called(name)}: {_count(end, visit)} after the end date."))
    if "born_on" in days and age(days["born_on"], as_at) >= ADULT_AGE:
        found.append(Odd(said["born_on"].source, f"Aged {age(days['born_on'], as_at)} on the file's own date."))
    return found


def _days(said: Mapping[str, Said]) -> dict[str, date]:
    return {name: date.fromisoformat(one.value) for name, one in said.items() if name.endswith("_on") and one.value}


def _called(field: str) -> str:
    return FIELDS[field][0].upper() + FIELDS[field][1:]


def _count(start: date, end: date) -> str:
    days = (end - start).days
    return f"{days} day{'s' if days > 1 else ''}"
