"""Unsaved text: kept where it was typed, offered again only there, and worth nothing until it is saved."""

from collections.abc import Mapping

from checklists.clock import Clock
from store.case_store import CaseStore, Draft, DraftKey


def keep_draft(store: CaseStore, clock: Clock, key: DraftKey, texts: Mapping[str, str], place: str = "") -> Draft:
    """Keep what stands in a form, as typed. Takes no lock, so it may be called while the program is being ended."""
    draft = Draft(key, dict(texts), clock.now(), place)
    store.save_draft(draft)
    return draft


def draft_for(store: CaseStore, case_id: str, form: str) -> Draft | None:
    """The draft of that form on that case, and of no other."""
    return store.draft(DraftKey(case_id, form))


def forget_draft(store: CaseStore, case_id: str, form: str) -> None:
    """The text was saved, or the person let it go."""
    store.drop_draft(DraftKey(case_id, form))


__all__ = ["Draft", "DraftKey", "draft_for", "forget_draft", "keep_draft"]
