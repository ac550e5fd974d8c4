"""The hour itself: when the next one is, what I want from it, and the dates that are kept of it."""

import contextlib
from datetime import date

from store.case_store import CaseStore, StoreTrouble
from store.practitioner import Practitioner, Session
from store.records import Supervision
from store.records.base import new_id

SPOKEN = "next supervision"
"""What may be typed for its day where a date is due."""


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


def note_hour(store: CaseStore, session: Supervision) -> None:
    """Note the day of an hour that was written down; what was wanted from it stands in its record now.

    The record is saved already, and holds the same: where the practitioner's own file cannot be written just now,
    that is no reason to have it written a second time.
    """
    with contextlib.suppress(StoreTrouble):
        keep_dates(store, session.session_id, session.held_on, None)
        keep_wanted(store, session.case_id, "")


def spoken_days(store: CaseStore, today: date) -> tuple[tuple[str, date | None], ...]:
    """What may be typed in place of a day where something is due, and the day it stands for now."""
    return ((SPOKEN, store.practitioner().next_on(today)),)
