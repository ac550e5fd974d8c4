"""Every store in turn: in memory, encrypted files, plain files."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pyrage import x25519

from store.case import Case
from store.case_store import CaseStore
from store.embedded_store import EmbeddedStore
from store.keys import Keys
from store.locations import Places
from store.memory_store import MemoryStore
from store.summary import CaseSummary

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def now() -> datetime:
    """A clock that stands still."""
    return NOW


def row(case: Case) -> CaseSummary:
    """The least that a caseload needs."""
    return CaseSummary(case.id, case.ref, revision=case.revision)


def fresh_keys() -> Keys:
    """Keys as a store has them once it is open: our own, and one for recovery."""
    identity = x25519.Identity.generate()
    return Keys(str(identity), (str(identity.to_public()), str(x25519.Identity.generate().to_public())))


@pytest.fixture(scope="session")
def keys() -> Keys:
    """One key for all tests; wrapping it with a passphrase takes seconds and has tests of its own."""
    return fresh_keys()


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """An empty home for encrypted files."""
    return Places(tmp_path / "home")


@pytest.fixture(params=["memory", "encrypted", "plain"])
def open_store(request: pytest.FixtureRequest, tmp_path: Path, keys: Keys) -> Callable[[], CaseStore]:
    """Opens the store under test; a second call opens another window on the same one."""
    if request.param == "memory":
        store = MemoryStore(summarise=row, now=now)
        return lambda: store
    if request.param == "plain":
        return lambda: EmbeddedStore(Places(tmp_path / "home", encrypted=False), Keys(), summarise=row, now=now)
    return lambda: EmbeddedStore(Places(tmp_path / "home"), keys, summarise=row, now=now)


@pytest.fixture
def store(open_store: Callable[[], CaseStore]) -> CaseStore:
    """The store under test."""
    return open_store()


@pytest.fixture
def open_files(keys: Keys) -> Callable[..., EmbeddedStore]:
    """Opens encrypted files in a home, with the key of these tests or another."""
    return lambda places, key=keys, **more: EmbeddedStore(places, key, summarise=row, now=now, **more)


@pytest.fixture
def files(places: Places, open_files: Callable[..., EmbeddedStore]) -> EmbeddedStore:
    """Encrypted files alone."""
    return open_files(places)
