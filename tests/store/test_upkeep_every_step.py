"""A backup, and encrypting anew, on a disk that fails at any of their steps: every case opens, and what is begun is ended later."""

import errno
import os
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count as numbers
from pathlib import Path

import pytest

from store.backups import backups_of, faults_in
from store.case_store import StoreTrouble
from store.embedded_store import EmbeddedStore
from store.keys import Keys
from store.locations import Places
from store.records import CaseRecord, Hypothesis
from store.store_file import StoreFile, write_store_file
from store.upkeep import Upkeep
from tests.figures import count
from tests.store.failing import Failing

DAY = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
EVERY = os.environ.get("CASEREFLECT_EVERY_WAY") == "1"
ANSWERS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS) if EVERY else (errno.EIO,)


@pytest.mark.parametrize("number", ANSWERS)
@pytest.mark.parametrize("for_good", [False, True] if EVERY else [True])
def test_a_backup_that_is_failed_at_any_step_is_whole_or_not_there(
    tmp_path: Path, keys: Keys, open_files: Callable[..., EmbeddedStore], number: int, for_good: bool
) -> None:
    """The cases are as they were; the next try makes it."""
    refused = 0
    for step in numbers(1):
        places = Places(tmp_path / f"home{step}")
        store = open_files(places)
        write_store_file(places, StoreFile("2026-11-21", encrypted=True, recipients=keys.recipients))
        case = store.add_case(CaseRecord(ref="F-1"), (Hypothesis(text="late nights"),))
        with Failing(places.home, step, number, for_good=for_good) as failing:
            try:
                Upkeep(places, keys, lambda: DAY).daily_backup()
            except StoreTrouble as trouble:
                refused += 1
                assert str(trouble).startswith(("Not saved.", "It is written", "The backup"))
        assert open_files(places).case(case.id) == case
        assert [fault for backup in backups_of(places) for fault in faults_in(backup.folder)] == []
        Upkeep(places, keys, lambda: DAY).daily_backup()
        (backup,) = backups_of(places)
        assert faults_in(backup.folder) == []
        assert f"cases/{case.id}.age" in backup.pieces()
        assert not [*places.backups.rglob("*.tmp")]
        if not failing.failed:
            break
    assert refused
    count("a backup failed at each step", points=step, told=refused, damaged=0)
