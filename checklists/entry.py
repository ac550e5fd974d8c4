"""One thing that a person is asked: read from the records, heard by the forms, the plain prompts and the command line."""

import re
import types
import typing
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from checklists.dates import About, read_about, read_day, say_about, say_day
from checklists.library import library
from checklists.validating import wrong_from
from checklists.wrong import NEEDED, NotAChoice, Wrong
from store.records import Ask, Interval, Record
from store.text import clean, masked_text, one_line

Kind = Literal["line", "long", "choice", "named", "day", "number", "interval", "time", "many"]
"""`named`: one of more choices than there are handy keys, typed in words or by its first letters."""
Path = tuple[str, ...]

UNITS = {
    "wd": "wd",
    "d": "day",
    "day": "day",
    "days": "day",
    "w": "week",
    "wk": "week",
    "week": "week",
    "weeks": "week",
}
UNITS |= {"m": "month", "month": "month", "months": "month", "working days": "wd", "working day": "wd", "": "wd"}
ON_KEYS = "123456789"
"""So many choices can be had by one key; with more, they are typed in words."""
SHORT_ID = 6
"""By so many of its last letters a record may be named."""
_INTERVAL = re.compile(r"(?:every\s+)?(\d{1,3})\s*([a-z ]*)")
_ID = re.compile(r"[0-9A-HJKMNP-TV-Z]{26}")
TODAY = "today"
"""What a day that is left blank means, where it means anything."""
GONE = "taken out since"
"""What stands where a record is named that is no longer on the case."""
_TIME = re.compile(r"(\d{1,2})[:.]?(\d{2})")


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers that a field allows."""

    letter: str
    """The key for it in a form."""
    value: Any
    words: str
    """As a person reads it."""
    covered: str = ""
    """What stands for it behind the mask; blank: its words with an x for each letter."""

    @property
    def masked(self) -> str:
        """Its words behind the mask."""
        return self.covered or masked_text(self.words)


@dataclass(frozen=True, slots=True)
class Entry:
    """A field as it is asked for: what it is called, how it is typed, what it may hold."""

    path: Path
    """Where its text is kept in a form; the last part is the field's name."""
    record: type[Record]
    label: str
    help: str
    kind: Kind
    choices: tuple[Choice, ...] = ()
    ask: Ask = Ask()
    short_label: str = ""
    group: str = ""
    """The heading that it stands under, such as `K.M., 8`."""
    covered_group: str = ""
    """What stands for the heading behind the mask, such as `child 1, 8`."""
    needed: bool = False
    field: str = ""
    """The field of the record whose limits it keeps, also where a form keeps its text under another name."""
    spoken: tuple[tuple[str, date | None], ...] = ()
    """Words that may stand for a day, such as `next supervision`; None where that day is not recorded."""
    today: bool = False
    """Left blank, it is today."""
    asks: str = ""
    """A question in full that stands above it, where the label has no room for it."""
    beside: str = ""
    """What the record says to that, on a line of its own."""

    @property
    def name(self) -> str:
        """The field of the record."""
        return self.path[-1]

    @property
    def half(self) -> bool:
        """It shares its line with the half before or after it."""
        return self.ask.half

    @property
    def space(self) -> bool:
        """A blank line stands above it."""
        return self.ask.space

    @property
    def covered(self) -> bool:
        """Whether the mask covers it: words that were typed, or the names of the case's children and other records."""
        named = self.ask.of not in ("", "area")
        return self.kind in ("line", "long") or (self.kind == "many" and not self.choices) or named

    def behind_mask(self, text: str) -> str:
        """What stands in the field, as it may be seen behind the mask."""
        if not self.covered:
            return text
        names = {choice.words: choice.masked for choice in self.choices}
        parts = text.split(", ") if self.kind == "many" else [text]
        return ", ".join(names.get(part, masked_text(part)) for part in parts)

    @property
    def group_behind_mask(self) -> str:
        """The heading behind the mask."""
        return self.covered_group or masked_text(self.group)

    def shown_choices(self, *, masked: bool = False) -> "list[tuple[str, str]]":
        """The letter and the words of each choice; behind the mask no word of a case."""
        covered = masked and self.covered
        return [(choice.letter, choice.masked if covered else choice.words) for choice in self.choices]

    def applies(self, held: str) -> bool:
        """Whether it is asked, given what the field that it depends on holds (as text; empty for blank)."""
        return not self.ask.when or (held in self.ask.among if self.ask.among else bool(held))

    def read(self, text: str, today: date) -> Any:
        """The value of what was typed; None where it was left blank. Raises Wrong."""
        typed = clean(text) if self.kind == "long" else one_line(text)
        if not typed.strip():
            if not self.today:
                return None
            typed = TODAY
        value = self._value(typed, today)
        try:
            _adapter(self.record, self.field).validate_python(value.on if isinstance(value, About) else value)
        except ValidationError as error:
            raise wrong_from(error, self.record, self.field) from None
        return value

    def _value(self, typed: str, today: date) -> Any:
        match self.kind:
            case "day":
                for words, day in self.spoken:
                    if " ".join(_bare(typed).split()) == words:
                        return self._spoken_day(words, day)
                return read_about(typed, today) if self.ask.about else read_day(typed, today, self.ask.day)
            case "choice" | "named":
                found = self._found(typed)
                return typed if found is None and self.ask.free else self.chosen(typed).value
            case "many":
                parts = [part.strip() for part in typed.split(",") if part.strip()]
                return tuple(self.chosen(part).value for part in parts) if self.choices else tuple(parts)
            case "number":
                if not typed.isdecimal():
                    raise Wrong(f"{self.label} is a whole number.", "Try 45.", self.name)
                return int(typed)
            case "interval":
                return _interval(typed, self.label)
            case "time":
                return _time(typed, self.label)
            case _:
                return typed

    def _spoken_day(self, words: str, day: date | None) -> date:
        if day is None:
            trouble = f"{self.label}: no date of the {words} is recorded."
            raise Wrong(trouble, "Give a date, such as +10wd or fri.", self.name)
        return day

    def chosen(self, typed: str) -> Choice:
        """The choice that was meant: its words, its value, its letter, or a beginning no other has. Raises Wrong."""
        found = self._found(typed)
        if found is not None:
            return found
        if not self.choices and self.ask.of:
            raise Wrong(f"{self.label}: there is nothing to choose from yet.", self.help, self.name)
        allowed = self.beginning(typed) or self.choices
        words = ", ".join(choice.words for choice in allowed)
        raise NotAChoice(f"{self.label}: that is not one of the choices.", f"It may be {words}.", self.name)

    def refused_behind_mask(self, wrong: Wrong) -> str:
        """How to mend what was refused, without a word of a case."""
        if not (isinstance(wrong, NotAChoice) and self.covered):
            return wrong.mend
        return f"It may be {', '.join(choice.masked for choice in self.choices)}."

    def beginning(self, typed: str) -> tuple[Choice, ...]:
        """The choices of which a word begins with what was typed, those that begin with it whole before the others."""
        wanted = _bare(typed)
        whole = [choice for choice in self.choices if _bare(choice.words).startswith(wanted)]
        inner = [c for c in self.choices if c not in whole and f" {wanted}" in f" {_bare(c.words)}"]
        return (*whole, *inner)

    def _found(self, typed: str) -> Choice | None:
        wanted = _bare(typed)
        for choice in self.choices:
            names = {_bare(choice.words), _bare(str(choice.value))}
            if wanted in names or (self.ask.of and len(wanted) >= SHORT_ID and _bare(choice.value).endswith(wanted)):
                return choice
        for choice in self.choices:
            if typed.strip().lower() == choice.letter:
                return choice
        begun = self.beginning(typed) if self.kind in ("named", "many") and not self.ask.free else ()
        return begun[0] if len(begun) == 1 else None

    def say(self, value: Any, today: date) -> str:
        """The value as a person reads and types it; blank for nothing."""
        match value:
            case None | "" | ():
                return ""
            case date():
                return say_day(value, today)
            case About():
                return say_about(value, today)
            case Interval():
                return say_interval(value.value, value.unit)
            case tuple() | list():
                return ", ".join(self.say(part, today) for part in value)
        for choice in self.choices:
            if choice.value == value:
                return choice.words
        if self.ask.of and self.ask.of != "area" and _ID.fullmatch(str(value)):
            return GONE
        return clean(str(value)) if self.kind == "long" else one_line(str(value))

    def echo(self, text: str, today: date) -> str:
        """A day beside what was typed, such as `Mon 23 Nov`; blank where it says nothing new."""
        if self.kind != "day" or not (text.strip() or self.today):
            return ""
        try:
            value = self._value(text if text.strip() else TODAY, today)
            said = say_about(value, today) if isinstance(value, About) else say_day(value, today)
        except Wrong:
            return ""
        return "" if said == text.strip() else said

    def unsaid(self, today: date) -> str:
        """What a field that is left blank means, such as `today Mon 23 Nov`; blank where it means nothing."""
        return f"{TODAY} {say_day(today, today)}" if self.today else ""


def _bare(text: Any) -> str:
    """As it is compared: small letters, blanks for `_` and `-`."""
    return str(text).strip().lower().replace("_", " ").replace("-", " ")


def say_interval(value: int, unit: str) -> str:
    """`10 wd`, `6 weeks`, `1 month`: as it is typed and shown in a field."""
    if unit == "wd":
        return f"{value} wd"
    return f"{value} {unit}" if value == 1 else f"{value} {unit}s"


def _interval(typed: str, label: str) -> Interval:
    found = _INTERVAL.fullmatch(typed.lower())
    unit = UNITS.get(found[2].strip()) if found else None
    if not found or unit is None or not int(found[1]):
        raise Wrong(f"{label}: how many of what?", "Try 10 wd, 6 weeks or 1 month.")
    return Interval.model_validate({"value": int(found[1]), "unit": unit})


def _time(typed: str, label: str) -> str:
    found = _TIME.fullmatch(typed)
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        raise Wrong(f"{label} is not a time.", "Try 15:40.")
    return f"{int(found[1]):02}:{found[2]}"


@lru_cache(256)
def _adapter(record: type[Record], name: str) -> TypeAdapter[Any]:
    info = record.model_fields[name]
    annotated: Any = Annotated[info.annotation, info]
    return TypeAdapter(annotated)


@lru_cache(256)
def entry_of(record: type[Record], name: str, service: str = "children") -> Entry:
    """How the field of a record is asked for on a case of that service. Its path is the field's name alone."""
    info, ask = record.model_fields[name], record.ask(name)
    adults = service == "adults"
    if adults and ask.adult_words:
        ask = replace(ask, words=ask.adult_words)
    if ask.words_of:
        ask = replace(ask, words=tuple(one.short.lower() for one in getattr(library(service), ask.words_of)))
    kind, choices = _kind(info.annotation, ask)
    return Entry(
        (name,),
        record,
        (adults and ask.adult) or info.title or name.replace("_", " ").capitalize(),
        (adults and ask.adult_help) or info.description or "",
        kind,
        choices,
        ask,
        (adults and ask.adult_short) or ask.short,
        needed=info.is_required() and not ask.today,
        field=name,
    )


def entries_of(
    record: type[Record], names: Sequence[str] = (), service: str = "children", under: Path = (), group: str = ""
) -> list[Entry]:
    """The fields in reading order: those named, else all that people are asked for."""
    asked = [name for name in (names or record.model_fields) if names or record.ask(name).asked]
    made = [entry_of(record, name, service) for name in asked if record.ask(name).only in ("", service)]
    return [replace(entry, path=(*under, entry.name), group=group) for entry in made]


def blank_is_today(entries: Iterable[Entry], *names: str) -> list[Entry]:
    """The same fields; each day named, or that its record fills in so, may be left blank and is today then."""
    return [
        replace(entry, today=True, needed=False) if entry.name in names or entry.ask.today else entry
        for entry in entries
    ]


def choosing(entry: Entry, records: Sequence[tuple[str, str]]) -> Entry:
    """The entry with records, (id, words), as its choices: a number is the key for each, while they are few."""
    few = len(records) <= len(ON_KEYS)
    choices = [Choice(str(number) if few else "", key, words) for number, (key, words) in enumerate(records, 1)]
    kind: Kind = "many" if entry.kind == "many" else "choice" if few and not entry.ask.free else "named"
    return replace(entry, kind=kind, choices=tuple(choices))


def held(record: Record, name: str) -> Any:
    """What a field of a record holds; a day that may be approximate with the words it was typed in."""
    value, about = getattr(record, name), record.ask(name).about
    return About(value, getattr(record, about)) if about else value


def texts_of(entries: Sequence[Entry], values: Mapping[Path, Any], today: date) -> dict[Path, str]:
    """What stands in each field before anybody types."""
    return {entry.path: _as_typed(entry, values.get(entry.path), today) for entry in entries}


def _as_typed(entry: Entry, value: Any, today: date) -> str:
    """The value as it would be typed: with its year where a day of this year would be read as one of another."""
    text = entry.say(value, today)
    day = value.on if isinstance(value, About) and not value.text else value
    return f"{text} {day.year}" if isinstance(day, date) and entry.echo(text, today) else text


def read_all(entries: Sequence[Entry], texts: Mapping[Path, str], today: date) -> dict[Path, Any]:
    """The values of a whole form. Raises Wrong, its field the path joined by dots, at the first that cannot be read."""
    values: dict[Path, Any] = {}
    for entry in entries:
        try:
            values[entry.path] = entry.read(texts.get(entry.path, ""), today)
        except Wrong as wrong:
            raise type(wrong)(wrong.trouble, wrong.mend, ".".join(entry.path)) from None
        if entry.needed and values[entry.path] is None:
            raise Wrong(f"{entry.label} is needed to save.", NEEDED, ".".join(entry.path))
    return values


def _kind(annotation: Any, ask: Ask) -> tuple[Kind, tuple[Choice, ...]]:
    given = [part for part in get_args(annotation) if part is not type(None)]
    bare = given[0] if get_origin(annotation) in (typing.Union, types.UnionType) else annotation
    if get_origin(bare) is Annotated:
        bare = get_args(bare)[0]
    if get_origin(bare) is tuple:
        inner = get_args(bare)[0]
        return "many", _choices(get_args(inner), ask) if get_origin(inner) is Literal else ()
    if get_origin(bare) is Literal:
        choices = _choices(get_args(bare), ask)
        return ("choice" if len(choices) <= len(ask.letters or ON_KEYS) else "named"), choices
    simple: dict[Any, Kind] = {date: "day", int: "number", Interval: "interval"}
    if bare is bool:
        return "choice", (Choice("y", value=True, words="yes"), Choice("n", value=False, words="no"))
    if bare in simple:
        return simple[bare], ()
    return ("time" if ask.clock else "long" if ask.long else "line"), ()


def _choices(values: Sequence[Any], ask: Ask) -> tuple[Choice, ...]:
    words = ask.words or tuple(str(value).replace("_", " ") for value in values)
    letters = ask.letters or _first_letters(words)
    return tuple(Choice(*three) for three in zip(letters, values, words, strict=True))


def _first_letters(words: Sequence[str]) -> str:
    """For each word its first letter that is still free, so that no two choices share a key."""
    taken = ""
    for word in words:
        letters = [letter for letter in word.lower() if letter.isalnum() and letter not in taken]
        taken += letters[0] if letters else next((digit for digit in ON_KEYS if digit not in taken), " ")
    return taken
