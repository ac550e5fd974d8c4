"""The program is killed at random points while two windows save the same record; nothing that was acknowledged is lost.

CASEREFLECT_KILLS says how often (`make faults`: 200).
"""

import json
import os
import random
import subprocess
import sys
import time
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pyrage import x25519

from store.case import Case
from store.embedded_store import EmbeddedStore
from store.keys import Keys
from store.locations import Places
from store.records import BY_KIND, CaseRecord, Hypothesis, Record, changed
from store.summary import CaseSummary
from tests.figures import count

KILLS = int(os.environ.get("CASEREFLECT_KILLS", "12"))
WINDOWS = 2

WRITER = """
import itertools, sys, time
from datetime import UTC, datetime
from pathlib import Path
from store.case_store import Busy, Conflict
from store.embedded_store import EmbeddedStore
from store.keys import Keys
from store.locations import Places
from store.records import Hypothesis, changed
from store.summary import CaseSummary

home, case_id, name = sys.argv[1:]
identity, *recipients = sys.stdin.readline().split()
store = EmbeddedStore(Places(Path(home)), Keys(identity, tuple(recipients)),
                      summarise=lambda case: CaseSummary(case.id, case.ref, revision=case.revision),
                      now=lambda: datetime.now(UTC))
mine = store.case(case_id).of(Hypothesis)[0]
print("ready", flush=True)
sys.stdin.readline()
for number in itertools.count():
    token = f"{name}-{number}"
    # Every third text is long, so that the next one makes the file shorter again.
    mine = changed(mine, text=token, speaks_for="brother, teacher. " * (1500 if number % 3 == 1 else 1))
    try:
        with store.change(case_id) as change:
            mine = change.put(mine, expected=mine.revision)
    except Conflict as told:
        mine = told.theirs
    except Busy:
        continue
    print("saved", token, flush=True)
    time.sleep(0.004)
"""


def row(case: Case) -> CaseSummary:
    """The least that a caseload needs."""
    return CaseSummary(case.id, case.ref, revision=case.revision)


def records_in(whole: bytes) -> list[Record]:
    """Every record in a case's file, validated; the earlier texts too."""
    tables = json.loads(whole)
    rows = [(kind, row) for kind in BY_KIND for row in tables.get(kind, {}).values()]
    rows += [(version["kind"], version["record"]) for version in tables.get("versions", {}).values()]
    return [BY_KIND[kind].model_validate(row) for kind, row in rows]


def written_until_killed(home: Path, keys: Keys, case_id: str, turn: int) -> list[str]:
    """What two writers on one case acknowledged before each was killed, at its own random moment."""
    with ExitStack() as stack:
        writers = [
            stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-c", WRITER, str(home), case_id, f"{turn}.{window}"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    text=True,
                )
            )
            for window in range(WINDOWS)
        ]
        for writer in writers:
            assert writer.stdin is not None
            writer.stdin.write(f"{keys.identity} {' '.join(keys.recipients)}\n")
            writer.stdin.flush()
        for writer in writers:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n", writer.communicate()[1]
        for writer in writers:
            assert writer.stdin is not None
            writer.stdin.write("go\n")
            writer.stdin.flush()
        patient = random.choice(writers)
        assert patient.stdout is not None
        acknowledged = [patient.stdout.readline().removeprefix("saved ")]  # however slow the machine, one save was made
        for writer in writers:
            assert writer.stdout is not None
            assert writer.stderr is not None
            time.sleep(random.uniform(0.0, 0.25))
            writer.kill()
            said, trouble = writer.stdout.read(), writer.stderr.read()
            assert trouble == ""
            acknowledged += [
                line.removeprefix("saved ") for line in said.splitlines(keepends=True) if line.endswith("\n")
            ]
    return [token.strip() for token in acknowledged]


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_no_acknowledged_save_is_lost_however_often_it_is_killed(tmp_path: Path) -> None:
    """Each is the text that stands or an earlier one, every file opens, and saving goes on."""
    identity = x25519.Identity.generate()
    keys = Keys(str(identity), (str(identity.to_public()), str(x25519.Identity.generate().to_public())))
    places = Places(tmp_path / "home")
    store = EmbeddedStore(places, keys, summarise=row, now=lambda: datetime.now(UTC))
    saves, lost = 0, []
    for turn in range(-(-KILLS // WINDOWS)):
        case = store.add_case(CaseRecord(ref=f"F-{turn}"), (Hypothesis(text="first"),))
        (first,) = case.of(Hypothesis)
        acknowledged = written_until_killed(places.home, keys, case.id, turn)
        (stands,) = store.case(case.id).of(Hypothesis)
        kept = {stands.text, *(v.record.text for v in store.versions(case.id, first.id))}  # type: ignore[attr-defined]
        saves += len(acknowledged)
        lost += [token for token in acknowledged if token not in kept]
        with store.change(case.id) as change:
            change.put(changed(stands, text="after"), expected=stands.revision)
        assert not list(places.cases.glob(f".{case.id}*")), "the next save sweeps what was cut off"
        for path in (places.case(case.id), places.previous(case.id)):
            assert records_in(keys.decrypt(path.read_bytes()))
    assert [summary.damaged for summary in store.caseload()] == [""] * -(-KILLS // WINDOWS)
    count("kills", tried=KILLS, acknowledged=saves, lost=len(lost))
    assert saves >= -(-KILLS // WINDOWS)
    assert lost == []
