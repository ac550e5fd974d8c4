"""One hour of supervision over several cases: its day and with whom are typed once, then one goes case by case."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from checklists.clock import Clock
from checklists.entry import Entry, Path, blank_is_today, entries_of, texts_of
from checklists.journeys.form import Form, Texts, fixed, values_of
from checklists.journeys.supervision import HEAD, next_day_entry
from checklists.use_cases.supervision import keep_dates, set_next
from store.case_store import CaseStore
from store.records import Supervision
from store.records.base import new_id

NAME = "hour"
"""Names the form that begins it."""
ASKED = ("held_on", "type", "with_role")


@dataclass(frozen=True, slots=True)
class Hour:
    """A session of which several cases may have a part."""

    session_id: str
    held_on: date
    type: str
    with_role: str

    @property
    def known(self) -> dict[str, object]:
        """What is known already of the part that a case has in it."""
        return {"session_id": self.session_id, "held_on": self.held_on, "type": self.type, "with_role": self.with_role}


def hour_form(
    store: CaseStore, clock: Clock, earlier: Iterable[Supervision], then: Callable[[Hour], None] = lambda _hour: None
) -> Form:
    """The day, the kind, with whom, and when the next one is. Of a day that has an hour already it is that same hour."""
    today = clock.today()
    held = tuple(earlier)
    entries = [*blank_is_today(entries_of(Supervision, ASKED, under=(HEAD,))), next_day_entry()]
    begun = next((one for one in held if one.held_on == today), None)
    values: dict[Path, object] = {(HEAD, "type"): begun.type if begun else "one_to_one"}
    values[HEAD, "with_role"] = begun.with_role if begun else ""

    def save(texts: Texts) -> str:
        found = begin(store, entries, texts, today, held)
        then(found)
        return "Begun. Each case has its own part now."

    start = texts_of(entries, values, today)
    return Form(NAME, "", "Supervision hour", "over several cases", fixed(entries), start, save)


def begin(
    store: CaseStore, entries: Iterable[Entry], texts: Texts, today: date, earlier: Iterable[Supervision]
) -> Hour:
    """Keep the day of the hour and of the next one. Raises Wrong."""
    values = values_of(list(entries), texts, today)
    day, next_on = values[HEAD, "held_on"] or today, values[HEAD, "next_on"]
    assert isinstance(day, date)
    if isinstance(next_on, date):
        set_next(store, next_on)
    hour = Hour("", day, str(values[HEAD, "type"] or "one_to_one"), str(values[HEAD, "with_role"] or ""))
    hour = replace(hour, session_id=_session(store, hour, earlier))
    keep_dates(store, hour.session_id, day, None)
    return hour


def _session(store: CaseStore, hour: Hour, earlier: Iterable[Supervision]) -> str:
    """The session of that day and of those people, where one was begun; else a new one."""
    same = (hour.held_on, hour.type, hour.with_role)
    of_records = {one.session_id: (one.held_on, one.type, one.with_role) for one in earlier}
    for session_id, its in of_records.items():
        if its == same:
            return session_id
    unused = [one for one in store.practitioner().sessions if one.held_on == hour.held_on]
    return next((one.session_id for one in unused if one.session_id not in of_records), new_id())
