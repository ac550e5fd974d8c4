"""Change a limit, its value and where it is well past; or a count, its marks; and why."""

from collections.abc import Callable, Sequence
from typing import Annotated, ClassVar

from pydantic import Field

from checklists.clock import Clock
from checklists.dates import say_count
from checklists.entry import entries_of, texts_of
from checklists.journeys.form import Form, Texts, fixed, under, values_of
from checklists.my_counts import CountSetting, change_count, numbers_of, with_numbers
from checklists.my_limits import AnySetting, Mine, Setting, change, put
from checklists.wrong import Wrong
from store.records import Ask, Record
from store.records.base import Line

HEAD = "limit"
PER_CENT = 100


class LimitAsked(Record):
    """A limit as it is asked for. It is kept in a file of its own, never with a case."""

    kind: ClassVar[str] = HEAD
    name: ClassVar[str] = "limit"

    value: Annotated[int, Ask(half=True)] = Field(title="Limit", description="A whole number.", ge=0)
    strong: Annotated[int | None, Ask(half=True, short="Past")] = Field(
        default=None, title="Well past", description="From when it is well past. Blank: never.", ge=0
    )
    reason: Annotated[Line, Ask()] = Field(
        title="Why", description="Why it is another here. Kept as plain text beside the limit: no names.", min_length=1
    )


class CountAsked(Record):
    """A count as it is asked for; of its numbers only those that it has."""

    kind: ClassVar[str] = "count"
    name: ClassVar[str] = "count"

    due: Annotated[int | None, Ask(half=True)] = Field(
        default=None, title="Noticed", description="At how many it is noticed.", ge=1
    )
    more_than: Annotated[int | None, Ask(half=True)] = Field(
        default=None, title="Over %", description="Noticed at more than this share, in per cent.", ge=1, le=100
    )
    at_least: Annotated[int | None, Ask(half=True)] = Field(
        default=None, title="At least", description="Fewer than so many are too few to look.", ge=1
    )
    of_last: Annotated[int | None, Ask(half=True)] = Field(
        default=None, title="Of last", description="Only the last so many are looked at.", ge=1
    )
    strong: Annotated[int | None, Ask(half=True)] = Field(
        default=None, title="Repeated", description="At how many it is repeated. Blank: never.", ge=1
    )
    reason: Annotated[Line, Ask()] = Field(
        title="Why", description="Why it is another here. Kept as plain text beside the count: no names.", min_length=1
    )


Keep = Callable[[Sequence[Mine]], None]
"""Writes the person's rows."""


def limits_form(clock: Clock, setting: AnySetting, mine: Sequence[Mine], keep: Keep) -> Form:
    """The form for one limit, or for one count."""
    make = count_form if isinstance(setting, CountSetting) else limit_form
    return make(clock, setting, mine, keep)  # type: ignore[arg-type]


def count_form(clock: Clock, setting: CountSetting, mine: Sequence[Mine], keep: Keep) -> Form:
    """The form for one count: those numbers that it has."""
    today, head, count = clock.today(), CountAsked.kind, setting.count
    names = [*numbers_of(setting.beneath), "reason"]
    entries = entries_of(CountAsked, names, under=(head,))
    start = texts_of(entries, {(head, name): _whole(name, getattr(count, name)) for name in names[:-1]}, today)

    def save(texts: Texts) -> str:
        values = under(values_of(entries, texts, today), head)
        reason = str(values.pop("reason"))
        numbers = {name: _as_kept(name, value) for name, value in values.items() if value}
        try:
            row = change_count(setting, numbers, reason, today)
        except Wrong as wrong:
            raise Wrong(wrong.trouble, wrong.mend, f"{head}.{wrong.field}" if wrong.field else "") from None
        keep(put(mine, row))
        return f"{setting.name}: {with_numbers(count, dict(row.numbers)).said} from now on. It was {row.was}."

    return Form(f"limit:{setting.id}", "", "Change a count", setting.name, fixed(entries), start, save)


def limit_form(clock: Clock, setting: Setting, mine: Sequence[Mine], keep: Keep) -> Form:
    """The form for one limit; `keep` writes the person's rows."""
    today = clock.today()
    entries = entries_of(LimitAsked, ("value", "strong", "reason"), under=(HEAD,))
    limit = setting.limit
    start = texts_of(entries, {(HEAD, "value"): limit.value, (HEAD, "strong"): limit.strong}, today)

    def save(texts: Texts) -> str:
        values = under(values_of(entries, texts, today), HEAD)
        try:
            row = change(setting, _number(values["value"]), _maybe(values["strong"]), str(values["reason"]), today)
        except Wrong as wrong:
            raise Wrong(wrong.trouble, wrong.mend, f"{HEAD}.{wrong.field}" if wrong.field else "") from None
        keep(put(mine, row))
        return f"{limit.name}: {say_count(row.value, limit.unit)} from now on. It was {say_count(row.was, limit.unit)}."

    facts = f"{limit.name}, in {limit.unit if limit.unit != 'wd' else 'working day'}s"
    return Form(f"limit:{limit.id}", "", "Change a limit", facts, fixed(entries), start, save)


def _whole(name: str, value: float | None) -> int | None:
    """A number as it is typed: a share in per cent."""
    if value is None:
        return None
    return round(value * PER_CENT) if name == "more_than" else int(value)


def _as_kept(name: str, value: object) -> float:
    """A number as it is kept: a share as a part of one."""
    return _number(value) / PER_CENT if name == "more_than" else _number(value)


def _number(value: object) -> int:
    assert isinstance(value, int)
    return value


def _maybe(value: object) -> int | None:
    return value if isinstance(value, int) else None
