"""Taking the links to a case that goes out of every file that the key opens.

What somebody wrote in words is never rewritten, and nothing of a case that is on hold.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import orjson

from store.case import OWN
from store.case_file import padded, read_state, write_state
from store.case_store import UnknownCase, UnreadableCase
from store.caseload_file import marks_of
from store.certificates import Certificate
from store.durable import sweep, write_durably
from store.events import Event
from store.keys import Keys
from store.links import is_held, named_in, put_without, raw_state, ref_of, unlinked, words_of
from store.locations import Places
from store.locks import held
from store.migrating import make_before
from store.migrations import FORMAT
from store.trail import note

LOCK_SECONDS = 5.0


class Links(NamedTuple):
    """What links to a case that is to go."""

    words: frozenset[str]
    """Its references, also earlier ones that no other case has now, and its id."""
    cases: tuple[str, ...]
    """The other cases that name it so, in their file or the one before."""
    on_hold: frozenset[str]
    """Cases that are left as they are."""
    known: frozenset[str]
    """Cases that can be read, so that it is known whether they are on hold."""


@contextmanager
def alone_with_links(places: Places, keys: Keys, certificate: Certificate, now: datetime) -> Iterator[Links]:
    """Find what links to the case, and be alone with those cases, so that nothing is begun that cannot be ended.

    Raises Busy, SaveFailed; nothing was changed then.
    """
    links, older = _look_through(places, keys, certificate)
    with ExitStack() as locks:
        for case_id in links.cases:
            locks.enter_context(held(places.locks, case_id, LOCK_SECONDS))
        if older:
            make_before(places, keys, now.date())
        yield links


def take_out(places: Places, keys: Keys, links: Links, now: datetime) -> None:
    """Take the links out of the other cases, by a save of each, then out of the files before. Raises SaveFailed."""
    for case_id in links.cases:
        sweep(places.case(case_id))
        if _save_without(places, keys, case_id, links.words, now):
            _rewrite(places.previous(case_id), keys, links)
    for path in places.aside.rglob(f"cases/*{places.ending}*"):
        _rewrite(path, keys, links)


def copy_without(case_id: str, data: bytes, keys: Keys, links: Links) -> bytes | None:
    """A copy of another case's file without the links; None where it has none, or is to be left as it is."""
    state = raw_state(data, keys)
    if state is None or case_id in links.on_hold or (case_id not in links.known and is_held(state)):
        return None
    left = unlinked(state, links.words)
    return keys.encrypt(padded(orjson.dumps(left))) if left else None


class _Other(NamedTuple):
    """What is to be known of another case; its text is not kept in memory."""

    refs: frozenset[str]
    """Its reference, in small letters."""
    names: frozenset[str]
    """What it links to, in small letters: in its file, in the one before, in halves of writes that were cut off."""
    on_hold: bool
    older: bool


def _look_through(places: Places, keys: Keys, certificate: Certificate) -> tuple[Links, bool]:
    """Read every other case; and whether one that is to be changed has an older format."""
    mine = certificate.case_id
    halves = defaultdict(list)
    for path in places.cases.glob(".*.tmp"):
        halves[path.name[1:].partition(".")[0]].append(path)
    looked = {one: _other(places, keys, one, halves[one]) for one in (*marks_of(places), OWN) if one != mine}
    others = {case_id: other for case_id, other in looked.items() if other}
    own = raw_state(_bytes(places.case(mine)), keys)
    taken = frozenset(ref for other in others.values() for ref in other.refs)
    words = words_of(certificate.ref, mine, own, taken)
    on_hold = frozenset(case_id for case_id, other in others.items() if other.on_hold)
    cases = tuple(case_id for case_id, other in others.items() if other.names & words and not other.on_hold)
    older = any(others[case_id].older for case_id in cases)
    return Links(words, cases, on_hold, frozenset(others)), older


def _other(places: Places, keys: Keys, case_id: str, halves: list[Path]) -> _Other | None:
    """None of one that cannot be read."""
    state = raw_state(_bytes(places.case(case_id)), keys)
    if state is None:
        return None
    names = named_in(state)
    for path in (places.previous(case_id), *halves):
        names |= named_in(raw_state(_bytes(path), keys) or {})
    return _Other(ref_of(state), frozenset(names), is_held(state), state["meta"]["meta"]["format"] < FORMAT)


def _save_without(places: Places, keys: Keys, case_id: str, words: Collection[str], now: datetime) -> bool:
    """A save like any other, and its earlier texts without the links too; False where it was put on hold, or went, meanwhile."""
    from store.ledger import Ledger

    try:
        state, _ = read_state(places, keys, case_id)
    except (UnknownCase, UnreadableCase):
        return False
    if is_held(state):
        return False
    if unlinked(state, words):
        ledger = Ledger(state, lambda: now)
        put_without(ledger, words)
        done = ledger.finish()
        note(places, keys, Event(now, "saved", case_id, ledger.case.revision, ledger.touched), sync=False)
        write_state(places, keys, case_id, unlinked(done, words) or done)
    return True


def _rewrite(path: Path, keys: Keys, links: Links) -> None:
    left = copy_without(path.name.partition(".")[0], _bytes(path), keys, links)
    if left is not None:
        sweep(path)
        write_durably(path, left)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
