"""What a field may name that is the case's own: its children, agencies, outcomes, other records, and the areas of care."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from checklists.dates import say_day
from checklists.entry import Choice, Entry, choosing, entries_of
from checklists.library import library
from checklists.naming import called, masked_names
from store.case import Case
from store.records import BY_KIND, Action, Agency, CaseRecord, Child, Explanation, Hypothesis, Outcome, Record

FIRST_WORDS = 48
"""Letters by which a record is known in a list of choices."""
NONE_YET = {
    "child": "No child is recorded on this case yet. Add one first.",
    "agency": "No agency is listed on this case yet. Add it first; it needs a name and a sector.",
    "outcome": "No outcome is recorded on this case yet. Add it first.",
}
"""What the help of a field says that must be chosen, while there is nothing to choose."""


def asked_of_case(
    case: Case, kind: type[Record], today: date, names: Sequence[str] = (), under: tuple[str, ...] = (), but: str = ""
) -> list[Entry]:
    """The fields of a kind as they are asked on a case, each with the case's own records as its choices.

    `but` is the record that is being changed: it cannot be named by itself. A field that could name something, and
    has nothing to name, is left out.
    """
    made = [with_choices(entry, case, today, but) for entry in entries_of(kind, names, case.info.service, under)]
    return [entry for entry in made if entry.choices or entry.needed or entry.ask.free or not entry.ask.of]


def with_choices(entry: Entry, case: Case, today: date, but: str = "") -> Entry:
    """The entry with what it may name on this case as its choices; any other entry as it is."""
    if not entry.ask.of:
        return entry
    found = choosing(entry, choices_for(entry.ask.of, case, today, but))
    if entry.ask.of == Child.kind:
        found = replace(found, choices=tuple(_covered(choice, case) for choice in found.choices))
    return found if found.choices or not entry.needed else replace(found, help=NONE_YET.get(entry.ask.of, found.help))


def _covered(choice: Choice, case: Case) -> Choice:
    """A child as a choice, with what stands for it behind the mask."""
    names = {child.id: name for child, name in zip(case.children, masked_names(len(case.children)), strict=True)}
    return replace(choice, covered=names.get(choice.value) or case.ref)


def choices_for(of: str, case: Case, today: date, but: str = "") -> list[tuple[str, str]]:
    """What may be named, as (id, words); two that read alike have the end of their id with them."""
    if of == "area":
        return list(library(case.info.service).areas)
    rows = [row for row in case.of(BY_KIND[of]) if row.id != but]
    words = [words_for(case, row, today) for row in rows]
    alike = Counter(words)
    return [
        (row.id, f"{said} ({row.short_id})" if alike[said] > 1 else said) for row, said in zip(rows, words, strict=True)
    ]


def words_for(case: Case, record: Record, today: date) -> str:
    """By what a person knows a record: its label, or its day and first words."""
    say = WORDS.get(type(record))
    return say(record, case, today) if say else record.short_id


def one_line_of(text: str, room: int = FIRST_WORDS) -> str:
    """The first words of a text on one line, without commas, which part the names in a list."""
    line = " ".join(text.replace(",", " ").split())
    return line if len(line) <= room else f"{line[: room - 1].rsplit(' ', 1)[0]}…"


def _account(row: Explanation, _case: Case, today: date) -> str:
    return one_line_of(f"{row.given_by} {say_day(row.given_on, today)}: {row.text}")


WORDS: Mapping[type[Record], Callable[[Any, Case, date], str]] = {
    CaseRecord: lambda row, _case, _today: one_line_of(row.ref),
    Child: lambda row, case, _today: called(row, case.ref),
    Agency: lambda row, _case, _today: one_line_of(row.label),
    Outcome: lambda row, _case, _today: one_line_of(row.need),
    Hypothesis: lambda row, _case, _today: one_line_of(row.text),
    Action: lambda row, _case, _today: one_line_of(row.what),
    Explanation: _account,
}
"""How a record of each kind reads where it is chosen."""
