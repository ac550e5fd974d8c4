"""The hour itself: when the next one is, what I want from it, and the dates that are kept of it."""

from datetime import date

from checklists.wrong import Wrong
from store.case_store import CaseStore
from store.practitioner import Practitioner, Session
from store.records import Supervision
from store.records.base import new_id

SPOKEN = ("next supervision", "supervision", "next sup")
"""What may be typed for its day where a date is due."""


def next_supervision(kept: Practitioner, today: date) -> date | None:
    """The next day that was named and has not been overtaken by an hour held since; None where there is none."""
    held = max((one.held_on for one in kept.sessions if one.held_on), default=date.min)
    ahead = [one.next_on for one in kept.sessions if one.next_on and one.next_on >= today and one.next_on > held]
    return min(ahead, default=None)


def keep_dates(store: CaseStore, session_id: str, held_on: date | None, next_on: date | None) -> None:
    """Keep when it was held and when the next one is; what was known before of either stays where it is left blank."""

    def change(kept: Practitioner) -> Practitioner:
        before = next((one for one in kept.sessions if one.session_id == session_id), Session(session_id))
        return kept.with_session(Session(session_id, held_on or before.held_on, next_on or before.next_on))

    store.change_practitioner(change)


def set_next(store: CaseStore, next_on: date) -> None:
    """Another day for the next supervision, in place of every day ahead that was named before."""

    def change(kept: Practitioner) -> Practitioner:
        for one in kept.sessions:
            if one.next_on and (one.held_on is None or one.next_on > one.held_on):
                kept = kept.with_session(Session(one.session_id, one.held_on))
        return kept.with_session(Session(new_id(), None, next_on))

    store.change_practitioner(change)


def keep_wanted(store: CaseStore, case_id: str, text: str) -> None:
    """Keep what I want from the next hour about a case; a blank text takes it out."""
    store.change_practitioner(lambda kept: kept.with_wanted(case_id, text))


def hour_held(store: CaseStore, session: Supervision, next_on: date | None) -> None:
    """Keep the dates of an hour that was written down; what was wanted from it is with its record now."""
    keep_dates(store, session.session_id, session.held_on, next_on)
    keep_wanted(store, session.case_id, "")


def with_spoken_day(store: CaseStore, typed: str, today: date) -> str:
    """`next supervision` as its day; any other text as it is. Raises Wrong where that day is not recorded."""
    if " ".join(typed.casefold().split()) not in SPOKEN:
        return typed
    day = next_supervision(store.practitioner(), today)
    if day is None:
        raise Wrong("By: the day of the next supervision is not recorded.", "Give a date.", "due_on")
    return day.isoformat()
