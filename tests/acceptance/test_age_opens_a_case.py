"""The case files open with the standard `age` program, without this one: with the passphrase, and with the recovery key."""

import json
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pexpect
import pytest

from store.case_store import Draft, DraftKey
from store.embedded_store import EmbeddedStore
from store.keys import Created, create_store
from store.locations import Places
from store.records import CaseRecord, Hypothesis, changed
from store.summary import CaseSummary

PASSPHRASE = "four plain words more"
WORDS = "Late nights: “up with her brother”?"

pytestmark = pytest.mark.skipif(shutil.which("age") is None, reason="the age program is not installed")


def now() -> datetime:
    """A fixed moment."""
    return datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def created(tmp_path_factory: pytest.TempPathFactory) -> Created:
    """A store as first use makes it."""
    return create_store(Places(tmp_path_factory.mktemp("age") / "home"), PASSPHRASE, now=now())


@pytest.fixture(scope="module")
def case_file(created: Created) -> Path:
    """The file of a case with a sentence in it, saved twice, and a draft on it."""
    store = EmbeddedStore(created.places, created.keys, summarise=lambda c: CaseSummary(c.id, c.ref), now=now)
    case = store.add_case(CaseRecord(ref="F-102"), (Hypothesis(text=WORDS),))
    with store.change(case.id) as change:
        change.put(changed(case.of(Hypothesis)[0], speaks_for="She yawned."))
    store.save_draft(Draft(DraftKey(case.id, "question:Q4"), {"text": WORDS}, now()))
    return created.places.case(case.id)


def words_in(path: Path) -> list[str]:
    """The hypotheses in a decrypted case file."""
    tables = json.loads(path.read_text(encoding="utf-8"))
    return [row["text"] for row in tables["hypothesis"].values()]


def recovered(created: Created, path: Path, folder: Path) -> Path:
    """A file of the store, opened by `age` with the recovery key alone."""
    recovery, opened = folder / "recovery.txt", folder / f"{path.name}.json"
    recovery.write_text(f"{created.recovery_key}\n", encoding="ascii")
    subprocess.run(["age", "-d", "-i", recovery, "-o", opened, path], check=True, capture_output=True)
    return opened


def test_age_asks_for_the_passphrase_and_opens_the_case(created: Created, case_file: Path, tmp_path: Path) -> None:
    """`age -d -i identity.age cases/….age`, in a terminal."""
    opened = tmp_path / "case.json"
    arguments = ["-d", "-i", str(created.places.identity), "-o", str(opened), str(case_file)]
    terminal = pexpect.spawn("age", arguments, encoding="utf-8", timeout=30)
    terminal.expect("[Pp]assphrase")
    terminal.sendline(PASSPHRASE)
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0, terminal.before
    assert words_in(opened) == [WORDS]


def test_the_recovery_key_copied_from_paper_opens_the_case(created: Created, case_file: Path, tmp_path: Path) -> None:
    """`age -d -i recovery.txt cases/….age`: the passphrase is forgotten."""
    assert words_in(recovered(created, case_file, tmp_path)) == [WORDS]


def test_every_other_file_of_the_store_opens_in_the_same_way(created: Created, case_file: Path, tmp_path: Path) -> None:
    """The file before the last save, the caseload that says which file is which reference, and a draft."""
    before = recovered(created, case_file.with_name(f"{case_file.name}.1"), tmp_path)
    assert "hypothesis" in json.loads(before.read_text(encoding="utf-8"))
    caseload = json.loads(recovered(created, created.places.caseload, tmp_path).read_text(encoding="utf-8"))
    assert {case_id: kept["row"]["ref"] for case_id, kept in caseload["rows"].items()} == {case_file.stem: "F-102"}
    (draft,) = created.places.drafts.iterdir()
    assert json.loads(recovered(created, draft, tmp_path).read_text(encoding="utf-8"))["texts"] == {"text": WORDS}


def test_a_wrong_passphrase_opens_nothing(created: Created, case_file: Path, tmp_path: Path) -> None:
    """The key is really wrapped."""
    opened = tmp_path / "case.json"
    arguments = ["-d", "-i", str(created.places.identity), "-o", str(opened), str(case_file)]
    terminal = pexpect.spawn("age", arguments, encoding="utf-8", timeout=30)
    terminal.expect("[Pp]assphrase")
    terminal.sendline("some other words")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus != 0
    assert not opened.exists()
