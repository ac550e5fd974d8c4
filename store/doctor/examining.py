"""The examination, in its order: first what can be seen without the key, then the key, then everything that it opens."""

from collections.abc import Callable
from datetime import datetime

from store.doctor.finding import Finding, repaired
from store.doctor.with_key import look_with_key
from store.doctor.without_key import damaged_identity, look_without_key
from store.events import Event
from store.keys import Keys
from store.locations import Places
from store.store_file import DamagedStore
from store.trail import note

Open = Callable[[], tuple[Places, Keys]]
"""Opens the key: the places of the store and its keys. Raises WrongPassphrase, DamagedStore."""
NOT_LOOKED_AT = "The cases were not looked at: that needs store.toml and the key."


def examine(places: Places, now: datetime, open_keys: Open, *, repair: bool) -> list[Finding]:
    """Everything that is found; with `repair` what could be repaired is. Raises WrongPassphrase."""

    def done(found: list[Finding]) -> list[Finding]:
        return repaired(found) if repair else found

    found = done(look_without_key(places, now))
    if any(one.serious and not one.done for one in found):
        return [*found, Finding("cases", NOT_LOOKED_AT)]
    try:
        known, keys = open_keys()
    except DamagedStore as trouble:
        return [*found, *_after_damage(places, now, open_keys, str(trouble), done)]
    return [*found, *_noted(known, keys, now, done(look_with_key(known, keys, now)))]


def _after_damage(
    places: Places, now: datetime, open_keys: Open, says: str, done: Callable[[list[Finding]], list[Finding]]
) -> list[Finding]:
    """The key looks like one, but does not open: with a good one from a backup it goes on."""
    found = done([damaged_identity(places, now, says)])
    if not found[0].done:
        return [*found, Finding("cases", NOT_LOOKED_AT)]
    known, keys = open_keys()
    return [*found, *_noted(known, keys, now, done(look_with_key(known, keys, now)))]


def _noted(places: Places, keys: Keys, now: datetime, found: list[Finding]) -> list[Finding]:
    """What was repaired is in the audit trail."""
    for one in found:
        if one.done:
            note(places, keys, Event(now, "repaired", one.case_id))
    return found
