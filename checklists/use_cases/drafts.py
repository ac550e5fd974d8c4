"""Unsaved text: kept where it was typed, offered again only there, and worth nothing until it is saved."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from checklists.clock import Clock
from checklists.dates import say_day
from store.case_store import CaseStore, Draft, DraftKey
from store.text import clean


class Kept(NamedTuple):
    """What keeping came to: it stands since `at`; or there was nothing to keep; or `trouble` says why it cannot be."""

    at: datetime | None = None
    trouble: str = ""


NOTHING = Kept()
"""Nothing is typed that is not saved."""


def all_kept(found: Iterable[Kept]) -> Kept:
    """What keeping several forms came to: any trouble first, else the latest moment."""
    told = list(found)
    trouble = next((one.trouble for one in told if one.trouble), "")
    return Kept(max((one.at for one in told if one.at), default=None), trouble)


def keep_draft(
    store: CaseStore,
    clock: Clock,
    key: DraftKey,
    texts: Mapping[str, str],
    place: str = "",
    title: str = "",
    at: datetime | None = None,
) -> Draft:
    """Keep what stands in a form, as typed. Takes no lock, so it may be called while the program is being ended.

    `at`: when it was typed, where only the place moved on since. Raises SaveFailed.
    """
    cleaned = {field: clean(text) for field, text in texts.items()}
    draft = Draft(key, cleaned, at or clock.now(), place, title)
    store.save_draft(draft)
    return draft


def drafts_of(store: CaseStore, case_id: str, form: str) -> list[Draft]:
    """The drafts of that form on that case and of no other, the newest first: each window has its own."""
    return [draft for draft in reversed(store.drafts()) if (draft.key.case_id, draft.key.form) == (case_id, form)]


def stands(store: CaseStore, draft: Draft) -> bool:
    """Whether this draft is there as it was written or read; another window may have taken it up since."""
    return store.draft(draft.key) == draft


def forget_draft(store: CaseStore, draft: Draft) -> None:
    """It was saved, or the person let it go. One that another window has written on since stays."""
    if stands(store, draft):
        store.drop_draft(draft.key)


def said_at(at: datetime, today: date) -> str:
    """`15:52`, in local time; with its day, `Mon 23 Nov 15:52`, where that is not today."""
    here = at.astimezone()
    day = "" if here.date() == today else f"{say_day(here.date(), today)} "
    return f"{day}{here:%H:%M}"


__all__ = [
    "NOTHING",
    "Draft",
    "DraftKey",
    "Kept",
    "all_kept",
    "drafts_of",
    "forget_draft",
    "keep_draft",
    "said_at",
    "stands",
]
