"""Cases made of records, and what one signal asks of them. Everyone in them is made up."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from checklists.limits import Limits
from checklists.signals import Prompt, prompts
from checklists.summaries import summarise
from store.case import case_of
from store.records import CaseRecord, Child, Concern, DayEntry, Explanation, HouseholdCheck, Hypothesis, Person, Record

TODAY = date(2026, 11, 23)
OLD = date(2025, 6, 2)


def at(day: date) -> datetime:
    """Noon of a day: the same day wherever the machine stands."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def day_of(text: str) -> date:
    """A day of 2026 as `23 Nov`, or of another year as `16 Jan 2027`."""
    parts = text.split() if len(text.split()) == 3 else [*text.split(), "2026"]
    return datetime.strptime(" ".join(parts), "%d %b %Y").replace(tzinfo=UTC).date()


def child(**facts: Any) -> Child:
    """K.M. on a protection plan."""
    return Child(**{"initials": "K.M.", "plan": "cp", **facts})


def person(**facts: Any) -> Person:
    """Mother's partner D: lives here, known about since Mon 2 Nov, not met; but named, and heard, so that S6 is quiet."""
    told = {"label": "mother's partner D", "lives_here": "yes", "known_since": date(2026, 11, 2)}
    return Person(**{**told, "name_known": True, "spoken_on": date(2026, 11, 2), **facts})


def friend(**facts: Any) -> Person:
    """A friend who collects from school: known about since Mon 19 Oct, without a name or an account of her own."""
    return Person(**{"label": "friend from school", "lives_here": "no", "known_since": date(2026, 10, 19), **facts})


def checked(day: date) -> HouseholdCheck:
    """The household, confirmed on a day."""
    return HouseholdCheck(confirmed_on=day, how="seen")


def entry(of: Child, day: date) -> DayEntry:
    """Something of a child's day."""
    return DayEntry(child_id=of.id, happened_on=day, source="child", text="I get myself up.")


def wonder(day: date, **facts: Any) -> Hypothesis:
    """An I wonder written on a day."""
    return Hypothesis(**{"text": "late nights, gaming", "recorded_at": at(day), **facts})


def concern(day: date, **facts: Any) -> Concern:
    """A concern of a day, with nothing done about it yet."""
    return Concern(**{"happened_on": day, "text": "No coat in November.", "theme": "T8", **facts})


def account(day: date, **facts: Any) -> Explanation:
    """An explanation given on a day, not checked yet."""
    told = {"event_key": "burn on arm", "event_on": date(2026, 11, 2), "given_by": "mother", "text": "The iron fell."}
    return Explanation(**{**told, "given_on": day, **facts})


def asked(
    limits: Limits, records: Iterable[Record], signals: Sequence[str], on: date = TODAY, **case: Any
) -> list[Prompt]:
    """What these signals ask of a case made of the records, by date."""
    whole = case_of(CaseRecord(**{"ref": "F-1", "allocated_on": OLD, **case}), records)
    return [prompt for prompt in prompts(summarise(whole), on, limits) if prompt.signal in signals]


def one(limits: Limits, records: Iterable[Record], signal: str, on: date = TODAY, **case: Any) -> Prompt | None:
    """The one prompt of a signal, or none."""
    found = asked(limits, records, [signal], on, **case)
    assert len(found) <= 1, found
    return found[0] if found else None


def word_on(limits: Limits, records: Iterable[Record], signal: str, day: str) -> str:
    """The severity on a day such as `16 Nov`; blank where nothing is asked."""
    found = one(limits, records, signal, day_of(day))
    return found.severity if found else ""
