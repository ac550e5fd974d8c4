"""A form as a value: its fields, what stands in them, and what saving does. It knows neither screen nor terminal."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from checklists.entry import Entry, Path, entry_of, read_all
from checklists.library import Guide
from checklists.wrong import Wrong

Texts = Mapping[Path, str]
Values = dict[Path, object]
Entries = Callable[[Texts, Path], Sequence[Entry]]
"""The fields to ask, given what is typed so far and which field is open."""


@dataclass(frozen=True, slots=True)
class Form:
    """Something to fill in and save."""

    name: str
    """Names its draft: `visit`, `question:Q4`, `person:01J…`; with the case it says where unsaved text belongs."""
    case_id: str
    """Empty for a case that does not exist yet."""
    place: str
    """What the header says: `Log a visit`."""
    facts: str
    entries: Entries
    start: Texts
    """What stands in the fields before anybody types."""
    save: Callable[[Texts], str]
    """Keeps it and says so in a sentence. Raises Wrong (its field a path joined by dots) or StoreTrouble."""
    hint: Callable[[Texts, Path], str] = lambda _texts, _path: ""
    """A sentence for the foot, beside the help of the open field."""
    expected: dict[str, int] = field(default_factory=dict)
    """The revisions of the records that the person saw, by id; a save over a newer one is told, and loses nothing."""
    guide: Guide | None = None
    """Something short to read beside it: in the help of the form."""
    worth_keeping: bool = False
    """What it starts with is new to the case, so that it can be saved as it stands."""
    brief: str = ""
    """The place where there is little room: `4 Curious`; blank: it is short enough."""
    foot: int = 1
    """Lines that its foot needs where a hint stands under the choices."""


def fixed(entries: Sequence[Entry]) -> Entries:
    """Entries that do not depend on what is typed."""
    return lambda _texts, _path: entries


def asked_of(entries: Sequence[Entry], texts: Texts, start: Texts) -> list[Entry]:
    """The fields that apply, given what is typed so far; one that has or had something in it is always shown."""
    return [
        entry
        for entry in entries
        if texts.get(entry.path) or start.get(entry.path) or entry.applies(_held(entry, texts))
    ]


@contextmanager
def placed_in(head: str) -> Iterator[None]:
    """What is wrong with a field of the record is wrong with the field of the form under `head`."""
    try:
        yield
    except Wrong as wrong:
        field = f"{head}.{wrong.field}" if wrong.field and "." not in wrong.field else wrong.field
        raise Wrong(wrong.trouble, wrong.mend, field) from None


def _held(entry: Entry, texts: Texts) -> str:
    """The value of the field that this one depends on, as text; blank where it is blank or not yet one of its choices."""
    if not entry.ask.when:
        return ""
    typed = texts.get((*entry.path[:-1], entry.ask.when), "")
    other = entry_of(entry.record, entry.ask.when)
    if not typed.strip() or not other.choices:
        return typed.strip()
    try:
        return str(other.chosen(typed).value)
    except Wrong:
        return ""


def values_of(entries: Sequence[Entry], texts: Texts, today: date) -> Values:
    """What was typed, as values. Raises Wrong, its field the path of the entry joined by dots."""
    return dict(read_all(entries, texts, today))


def under(values: Values, *head: str) -> dict[str, object]:
    """The values whose path is `head` and a field's name, by that name."""
    return {path[-1]: value for path, value in values.items() if path[:-1] == head}


def changes_of(values: dict[str, object], texts: Texts, start: Texts, *head: str) -> dict[str, object]:
    """Only the fields whose text is another than at the start, so that saving an untouched field changes nothing."""
    return {
        name: value for name, value in values.items() if texts.get((*head, name), "") != start.get((*head, name), "")
    }
