"""The practitioner's own file, in every store: dates of supervision, and what is wanted from the next hour."""

import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from store.case_store import CaseStore, StoreTrouble
from store.embedded_store import EmbeddedStore
from store.locations import Places
from store.practitioner import Practitioner, Session

FRIDAY, TODAY = date(2026, 11, 27), date(2026, 11, 23)


def test_nothing_is_there_at_first_and_what_is_kept_comes_back(open_store: Callable[[], CaseStore]) -> None:
    """Also in another window."""
    store = open_store()
    assert store.practitioner() == Practitioner()
    store.change_practitioner(lambda kept: kept.with_session(Session("one", TODAY, FRIDAY)).with_wanted("c1", "Legal?"))
    kept = open_store().practitioner()
    assert kept.sessions == (Session("one", TODAY, FRIDAY),)
    assert dict(kept.wanted) == {"c1": "Legal?"}


def test_two_windows_lose_nothing(open_store: Callable[[], CaseStore]) -> None:
    """Each change is made to what stands, not to what was read before."""
    one, other = open_store(), open_store()
    one.practitioner()
    other.change_practitioner(lambda kept: kept.with_wanted("c1", "Legal?"))
    one.change_practitioner(lambda kept: kept.with_session(Session("one", None, FRIDAY)))
    kept = other.practitioner()
    assert (dict(kept.wanted), kept.sessions) == ({"c1": "Legal?"}, (Session("one", None, FRIDAY),))


def test_the_same_session_has_one_row_and_a_blank_wish_none() -> None:
    """Later dates take the place of earlier ones."""
    kept = Practitioner().with_session(Session("one", None, FRIDAY)).with_session(Session("one", FRIDAY, None))
    assert kept.sessions == (Session("one", FRIDAY, None),)
    assert dict(Practitioner().with_wanted("c1", "x").with_wanted("c1", "  ").wanted) == {}


@pytest.mark.parametrize(
    ("sessions", "day"),
    [
        ((), None),
        ((Session("one", None, FRIDAY),), FRIDAY),
        ((Session("one", None, TODAY),), TODAY),
        ((Session("one", None, date(2026, 11, 20)),), None),
        ((Session("one", date(2026, 10, 1), FRIDAY), Session("two", None, date(2026, 12, 4))), FRIDAY),
        ((Session("one", None, TODAY), Session("two", TODAY, None)), None),
    ],
)
def test_the_next_day_is_the_first_ahead_that_no_hour_has_overtaken(
    sessions: tuple[Session, ...], day: date | None
) -> None:
    """A day that has passed is none, and so is one of today once the hour was held."""
    assert Practitioner(sessions).next_on(TODAY) == day


def test_its_file_is_encrypted_for_its_owner_alone_and_the_one_before_is_kept(
    files: EmbeddedStore, places: Places
) -> None:
    """0600, no word of it in the clear; the file before the last save beside it."""
    files.change_practitioner(lambda kept: kept.with_wanted("c1", "Legal advice?"))
    files.change_practitioner(lambda kept: kept.with_wanted("c1", "Something else?"))
    for path in (places.practitioner, places.practitioner_before):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert b"age-encryption.org" in path.read_bytes()
        assert b"Legal" not in path.read_bytes()


@pytest.mark.parametrize("content", [b"", b"{}", b"not ours"])
def test_one_that_cannot_be_read_is_left_as_it_is(files: EmbeddedStore, places: Places, content: bytes) -> None:
    """It says so in a sentence; nothing is written over it."""
    places.practitioner.write_bytes(content)
    with pytest.raises(StoreTrouble, match="cannot be read"):
        files.practitioner()
    with pytest.raises(StoreTrouble, match="cannot be read"):
        files.change_practitioner(lambda kept: kept.with_wanted("c1", "x"))
    assert places.practitioner.read_bytes() == content


def test_a_newer_file_is_refused(tmp_path: Path) -> None:
    """Never half-read."""
    from store.keys import Keys
    from tests.store.conftest import now, row

    places = Places(tmp_path / "home", encrypted=False)
    store = EmbeddedStore(places, Keys(), summarise=row, now=now)
    places.practitioner.write_bytes(b'{"format": 3, "sessions": [], "wanted": {}}')
    with pytest.raises(StoreTrouble, match="cannot be read"):
        store.practitioner()


def test_a_file_from_before_days_away_is_read(tmp_path: Path) -> None:
    """It has none; what is kept in it then comes back, the cover on one line."""
    from store.keys import Keys
    from store.practitioner import Away
    from tests.store.conftest import now, row

    places = Places(tmp_path / "home", encrypted=False)
    store = EmbeddedStore(places, Keys(), summarise=row, now=now)
    places.practitioner.write_bytes(b'{"format": 1, "sessions": [], "wanted": {"c1": "Legal?"}}')
    assert store.practitioner().away == ()
    leave = Away("01A", "own_leave", TODAY, FRIDAY, "duty\n")
    store.change_practitioner(lambda kept: kept.with_away(leave))
    kept = store.practitioner()
    assert (kept.away, dict(kept.wanted)) == ((Away("01A", "own_leave", TODAY, FRIDAY, "duty"),), {"c1": "Legal?"})
    assert [leave.holds(day) for day in (TODAY, FRIDAY, date(2026, 11, 28), date(2026, 11, 22))] == [
        True,
        True,
        False,
        False,
    ]
    assert kept.without_away("01A").away == ()
