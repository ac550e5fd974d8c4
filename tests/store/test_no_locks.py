"""A data folder whose locks do not work, as on some network shares: it is said, and no save overwrites another."""

import errno
import fcntl
import os
from collections.abc import Callable

import pytest

from store.case_store import SaveFailed
from store.embedded_store import EmbeddedStore
from store.locations import Places
from store.records import CaseRecord, Hypothesis


def save(store: EmbeddedStore, case_id: str, text: str) -> None:
    """A new "I wonder"."""
    with store.change(case_id) as change:
        change.put(Hypothesis(text=text))


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP])
def test_a_share_without_locks_is_told(
    files: EmbeddedStore, places: Places, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """One sentence that says what to do; nothing is saved, no other kind of lock is left behind, reading goes on."""

    def refuse(*_args: object) -> None:
        raise OSError(number, os.strerror(number))

    case = files.add_case(CaseRecord(ref="F-1"))
    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(SaveFailed, match=r"no working locks.*disk of this machine"):
        save(files, case.id, "late nights")
    with pytest.raises(SaveFailed, match="no working locks"):
        files.add_case(CaseRecord(ref="F-2"))
    monkeypatch.undo()
    assert files.case(case.id).of(Hypothesis) == ()
    save(files, case.id, "late nights")
    assert [row.ref for row in files.caseload()] == ["F-1"]


def test_locks_that_let_everybody_in_lose_no_save(
    files: EmbeddedStore, places: Places, open_files: Callable[..., EmbeddedStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A share that says yes to two windows: the second to write sees that the file moved on, and says why it did not."""
    case = files.add_case(CaseRecord(ref="F-1"))
    other = open_files(places)
    monkeypatch.setattr(fcntl, "flock", lambda *_args: None)
    with pytest.raises(SaveFailed, match="locks of the data folder do not work"), files.change(case.id) as change:
        change.put(Hypothesis(text="mine"))
        save(other, case.id, "theirs")
    assert [row.text for row in files.case(case.id).of(Hypothesis)] == ["theirs"]
    save(files, case.id, "mine")
    assert [row.text for row in files.case(case.id).of(Hypothesis)] == ["theirs", "mine"]
