"""Frozen copies: a case as it stood at one moment, byte for byte, in a file of its own that no save touches.

The case itself keeps the copy's name and fingerprint, so that a copy that was changed, exchanged or taken away shows.
"""

import hashlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from store.case import Case
from store.case_store import SaveFailed, StoreTrouble, UnreadableCase, Version
from store.durable import make_private, write_durably
from store.keys import Keys
from store.locations import Places

if TYPE_CHECKING:
    from store.ledger import State

GONE = "The frozen copy is not in the data folder."


class Frozen(NamedTuple):
    """What is known of a frozen copy once it is made."""

    name: str
    """The id of the case and the moment: the name of its file without the ending."""
    taken_at: datetime
    revision: int
    """Of the case, at that moment."""
    sha256: str
    """Of the copied bytes before they were encrypted, as `age -d … | sha256sum` prints it."""


class FrozenCase(NamedTuple):
    """A frozen copy, opened."""

    case: Case
    versions: tuple[Version, ...]
    """Earlier texts of all its records, as they were then."""
    sha256: str
    """Of the copy as it is now."""


def name_of(case_id: str, at: datetime, revision: int) -> str:
    """`01J…-20261125T101500R17`: the moment in UTC and the save. Nothing personal."""
    return f"{case_id}-{at.astimezone(UTC):%Y%m%dT%H%M%S}R{revision}"


def fingerprint(data: bytes) -> str:
    """SHA-256 of what was copied."""
    return hashlib.sha256(data).hexdigest()


def opened(state: "State", sha256: str) -> FrozenCase:
    """The case of these tables, with its earlier texts."""
    from store.ledger import Ledger

    ledger = Ledger(state, lambda: datetime.now(UTC))
    return FrozenCase(ledger.case, tuple(ledger.versions("")), sha256)


def make_frozen(places: Places, keys: Keys, case_id: str, at: datetime) -> Frozen:
    """Copy the file of a case, which the caller has locked. Raises UnreadableCase, SaveFailed."""
    from store.case_file import state_in

    try:
        data = places.case(case_id).read_bytes()
    except OSError:
        raise UnreadableCase("A case cannot be read. The system does not let it be read.") from None
    state, _ = state_in(data, keys, case_id)
    text = keys.decrypt(data)
    revision = state["meta"]["meta"]["revision"]
    made = Frozen(name_of(case_id, at, revision), at, revision, fingerprint(text))
    if places.frozen_copy(made.name).exists():
        raise SaveFailed("Not saved. This save of the case is frozen already. Nothing was changed.")
    make_private(places.frozen)
    write_durably(places.frozen_copy(made.name), keys.encrypt(text))
    return made


def read_frozen(places: Places, keys: Keys, name: str) -> FrozenCase:
    """A frozen copy whole. Raises UnreadableCase."""
    try:
        data = places.frozen_copy(name).read_bytes()
    except OSError:
        raise UnreadableCase(GONE) from None
    return frozen_in(data, keys, name)


def frozen_in(data: bytes, keys: Keys, name: str) -> FrozenCase:
    """What stands in a file of these bytes. Raises UnreadableCase."""
    from store.case_file import state_in

    state, _ = state_in(data, keys, name.partition("-")[0])
    return opened(state, fingerprint(keys.decrypt(data)))


def trouble_with(places: Places, keys: Keys, name: str, sha256: str) -> str:
    """Why a frozen copy is not what was made, in a sentence; blank where it is."""
    try:
        found = read_frozen(places, keys, name)
    except StoreTrouble as trouble:
        return str(trouble)
    return "" if found.sha256 == sha256 else "It is not the copy that was made: its fingerprint is another."
