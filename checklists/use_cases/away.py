"""Days away: a school holiday here, or my own leave. They are kept for the practitioner, and hold for every case."""

from collections.abc import Mapping
from typing import Any

from checklists.wrong import Wrong
from store.case_store import CaseStore
from store.practitioner import Away
from store.records.base import new_id


def keep_away(store: CaseStore, values: Mapping[str, Any], away_id: str = "") -> Away:
    """Keep days away, in place of those with that id where one is given. Raises Wrong, StoreTrouble."""
    first, last = values["from_on"], values["to_on"] or values["from_on"]
    if last < first:
        raise Wrong("To: that is before the first day.", "Give the last day, or leave it blank for one day.", "to_on")
    days = Away(away_id or new_id(), values["type"], first, last, values["cover"] or "")
    store.change_practitioner(lambda kept: kept.with_away(days))
    return days


def drop_away(store: CaseStore, away_id: str) -> None:
    """Take days away out. Raises StoreTrouble."""
    store.change_practitioner(lambda kept: kept.without_away(away_id))


def find_away(store: CaseStore, named: str) -> Away:
    """The days with that id, or with those last letters of it. Raises Wrong."""
    found = [one for one in store.practitioner().away if one.id.upper().endswith(named.strip().upper())]
    if len(found) == 1 and named.strip():
        return found[0]
    raise Wrong("No days away have that id.", "`casereflect away list` shows each with its own.", "away")
