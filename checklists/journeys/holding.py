"""A hold, its lifting, how long a closed case is kept, and its end, as they are typed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from checklists.clock import Clock
from checklists.dates import say_day
from checklists.entry import Path, entries_of
from checklists.journeys.form import Form, Texts, fixed, placed_in, under, values_of
from checklists.pages.certificates import BEYOND, FOR_GOOD, GOES, say_purged
from checklists.use_cases import holding as use
from store.case import Case
from store.case_store import CaseStore
from store.records import Ask, Record
from store.records.base import Line, Text
from store.records.case_record import HoldKind

HOLD, LIFT, KEEP, PURGE = "hold", "lift hold", "keep", "purge"
"""The forms, by the names of their drafts."""
Keep = Callable[[dict[str, object]], str]


class HoldAsked(Record):
    """A hold as it is asked for; it is kept with the case's own facts."""

    kind: ClassVar[str] = "hold"
    name: ClassVar[str] = "hold"

    hold: Annotated[HoldKind, Ask(letters="rcmo")] = Field(
        title="For", description="What needs it. While it stands, nothing of the case can be purged."
    )
    hold_note: Annotated[Text, Ask(short="Note", long=True)] = Field(
        title="Hold note", description="Who asked for it, and for what.", min_length=1
    )


class LiftAsked(Record):
    """Why a hold can be lifted."""

    kind: ClassVar[str] = "lift"
    name: ClassVar[str] = "lifting of a hold"

    reason: Annotated[Text, Ask(long=True)] = Field(
        title="Why", description="Why it can be lifted. It stays with the case.", min_length=1
    )


class KeepAsked(Record):
    """Until when a closed case is kept."""

    kind: ClassVar[str] = "keep"
    name: ClassVar[str] = "keeping of a case"

    until_on: Annotated[date, Ask(day="due")] = Field(
        title="Until", description="The day it is asked again, such as +3m."
    )
    reason: Annotated[Text, Ask(long=True)] = Field(
        title="Why", description="What it is still needed for.", min_length=1
    )


class PurgeAsked(Record):
    """The reference, as a check, and the reason for a purge."""

    kind: ClassVar[str] = "purge"
    name: ClassVar[str] = "purge"

    reference: Annotated[Line, Ask()] = Field(
        title="Reference",
        description="Of this case, letter by letter.",
        min_length=1,
    )
    reason: Annotated[Line, Ask()] = Field(
        title="Why", description="It stays in the certificate, so name nobody.", min_length=1
    )


def hold_form(store: CaseStore, clock: Clock, case: Case) -> Form:
    """What needs the case, and who asked for it."""

    def keep(values: dict[str, object]) -> str:
        kept = use.place_hold(store, clock, case.id, str(values["hold"]), str(values["hold_note"]))
        return f"{kept.ref} is on hold. Nothing of it can be purged until that is lifted."

    return _form(HOLD, "Hold a case", case, HoldAsked, clock, keep)


def lift_form(store: CaseStore, clock: Clock, case: Case) -> Form:
    """Why the hold can be lifted."""

    def keep(values: dict[str, object]) -> str:
        kept = use.lift_hold(store, case.id, str(values["reason"]))
        return f"{kept.ref}: the hold is lifted. Who placed it and why stays readable as an earlier text."

    return _form(LIFT, "Lift a hold", case, LiftAsked, clock, keep)


def keep_form(store: CaseStore, clock: Clock, case: Case) -> Form:
    """Until when a closed case is kept, and what for."""

    def keep(values: dict[str, object]) -> str:
        until = values["until_on"]
        assert isinstance(until, date)
        kept = use.keep_until(store, clock, case.id, until, str(values["reason"]))
        return f"{case.ref} is kept until {say_day(kept.until_on, clock.today())}. Then it is asked again."

    return _form(KEEP, "Keep a closed case", case, KeepAsked, clock, keep)


def purge_form(store: CaseStore, clock: Clock, case: Case) -> Form:
    """The reference once more, and the reason. It says beforehand what goes, and what it cannot reach."""

    def keep(values: dict[str, object]) -> str:
        still = use.purge_case(store, case.id, str(values["reference"]), str(values["reason"]))
        return say_purged(case.ref, still)

    def hint(_texts: Texts, path: Path) -> str:
        return f"{GOES} {FOR_GOOD}" if path[-1:] == ("reference",) else BEYOND

    return replace(_form(PURGE, "Purge a case", case, PurgeAsked, clock, keep), hint=hint, foot=4)


def _form(name: str, place: str, case: Case, kind: type[Record], clock: Clock, keep: Keep) -> Form:
    """A form of the fields of a kind that is asked for and never kept as it is."""
    head, today = kind.kind, clock.today()
    entries = entries_of(kind, (), under=(head,))

    def save(texts: Texts) -> str:
        values = under(values_of(entries, texts, today), head)
        with placed_in(head):
            return keep(values)

    return Form(name, case.id, place, case.ref, fixed(entries), {}, save)
