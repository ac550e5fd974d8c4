"""Drafts outlive a lock, a hang-up and the end of the program."""

import hashlib
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime

import orjson

from store.case_store import Draft, DraftKey
from store.embedded_store import EmbeddedStore
from store.keys import Keys
from store.locations import Places
from store.records import CaseRecord

AT = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)

ENDED = """
import signal, sys
from datetime import UTC, datetime
from pathlib import Path
from store.case_store import Draft, DraftKey
from store.embedded_store import EmbeddedStore
from store.keys import Keys
from store.locations import Places
from store.records import Hypothesis
from store.summary import CaseSummary
home, case_id, *recipients = sys.argv[1:]
now = lambda: datetime(2026, 11, 23, 14, 2, tzinfo=UTC)
store = EmbeddedStore(Places(Path(home)), Keys(sys.stdin.readline().strip(), tuple(recipients)),
                      summarise=lambda case: CaseSummary(case.id, case.ref), now=now)
def ended(number, frame):
    store.save_draft(Draft(DraftKey(case_id, "question:Q4"), {"text": "half a sen"}, now()))
    sys.exit(0)
signal.signal(signal.SIGHUP, ended)
with store.change(case_id) as change:
    change.put(Hypothesis(text="not finished"))
    print("saving", flush=True)
    signal.pause()
"""


def test_a_locked_store_still_keeps_a_draft(
    files: EmbeddedStore, open_files: Callable[..., EmbeddedStore], places: Places
) -> None:
    """Writing needs the public key only: a hang-up after the lock loses no text; reading needs the key."""
    files.close()
    draft = Draft(DraftKey("", "case"), {"ref": "F-1\ud800", "note": "one\ttwo"}, AT)
    files.save_draft(draft)
    again = open_files(places)
    assert again.drafts() == [Draft(draft.key, {"ref": "F-1\ufffd", "note": "one    two"}, AT)]
    (path,) = places.drafts.iterdir()
    assert open_files(places, Keys(None, again._keys.recipients)).drafts() == []
    assert path.exists()


def test_a_hang_up_in_the_middle_of_a_save_keeps_the_draft_and_nothing_of_the_save(
    files: EmbeddedStore, places: Places, keys: Keys
) -> None:
    """The signal's handler writes it while the case is locked, and the lock goes with the process."""
    case = files.add_case(CaseRecord(ref="F-1"))
    arguments = [sys.executable, "-c", ENDED, str(places.home), case.id, *keys.recipients]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdin is not None
        assert window.stdout is not None
        window.stdin.write(f"{keys.identity}\n")
        window.stdin.flush()
        assert window.stdout.readline() == "saving\n"
        window.send_signal(signal.SIGHUP)
        assert window.wait(10) == 0
    key = DraftKey(case.id, "question:Q4")
    assert files.draft(key) == Draft(key, {"text": "half a sen"}, AT)
    assert files.case(case.id) == case
    with files.change(case.id):
        pass


def test_a_draft_written_before_windows_were_told_apart_is_read_and_dropped(
    files: EmbeddedStore, places: Places, keys: Keys
) -> None:
    """Its file has neither window nor title, and the name of that time."""
    content = {"case_id": "", "form": "case", "texts": {"case.ref": "F-1"}, "at": AT.isoformat(), "place": ""}
    name = hashlib.sha256(b"\0case").hexdigest()[:32]
    path = places.drafts / f"{name}{places.ending}"
    path.write_bytes(keys.encrypt(orjson.dumps(content)))
    draft = Draft(DraftKey("", "case"), {"case.ref": "F-1"}, AT)
    assert files.drafts() == [draft]
    assert files.draft(draft.key) == draft
    files.drop_draft(draft.key)
    assert not path.exists()
