"""Change a limit: its value, where it is well past, and why."""

from collections.abc import Callable, Sequence
from typing import Annotated, ClassVar

from pydantic import Field

from checklists.clock import Clock
from checklists.dates import say_count
from checklists.entry import entries_of, texts_of
from checklists.journeys.form import Form, Texts, fixed, under, values_of
from checklists.my_limits import MyLimit, Setting, change, put
from checklists.wrong import Wrong
from store.records import Ask, Record
from store.records.base import Line

HEAD = "limit"


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


def limit_form(
    clock: Clock, setting: Setting, mine: Sequence[MyLimit], keep: Callable[[Sequence[MyLimit]], None]
) -> Form:
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


def _number(value: object) -> int:
    assert isinstance(value, int)
    return value


def _maybe(value: object) -> int | None:
    return value if isinstance(value, int) else None
