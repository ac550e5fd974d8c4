"""The passphrase and recovery from outside: changed, lost and set anew, somebody added; and what no dump may hold."""

import subprocess
import sys
from pathlib import Path

from tests.acceptance.running import Run, ok
from tests.light_key import RECOVERY, light_store, written_secret


def secret(folder: Path, name: str, text: str) -> str:
    """A line in a file for its owner alone."""
    path = folder / name
    path.write_text(f"{text}\n", encoding="utf-8")
    path.chmod(0o600)
    return str(path)


def test_a_lost_passphrase_is_set_anew_with_a_recovery_key_that_was_added(
    bare: Run, environ: dict[str, str], tmp_path: Path
) -> None:
    """As a person walks it: a key is added and copied to paper, the passphrase forgotten, a new one set; then changed."""
    light_store(Path(environ["CASEREFLECT_HOME"]))
    key = ("--passphrase-file", str(written_secret(tmp_path)))
    ok(bare("case", "add", "F-103", *key))
    made = ok(bare("recovery", "add", *key))
    assert made.out.startswith("AGE-SECRET-KEY-1")
    assert "files are encrypted anew." in made.out
    assert len(ok(bare("recovery", "list", "--json", *key)).json["recipients"]) == 2
    paper = secret(tmp_path, "paper.txt", made.out.splitlines()[0])
    new = secret(tmp_path, "new.txt", "other words")
    ran = ok(bare("passphrase", "--lost", "--key-file", paper, "--new-file", new))
    assert "That is short" in ran.err
    assert "still open with the passphrase that they were made with" in ran.err
    assert bare("today", *key).code == 4
    done = [event["what"] for event in ok(bare("audit", "--json", "--passphrase-file", new)).json]
    assert {"saved", "recovery_added", "recovered", "refused"} <= set(done)


def test_what_cannot_be_done_is_a_sentence(bare: Run, empty: Run, tmp_path: Path, environ: dict[str, str]) -> None:
    """Without encryption there is nothing to change; a wrong key opens nothing."""
    for words in (["passphrase"], ["recovery", "list"], ["recovery", "add"], ["recovery", "finish"]):
        ran = empty(*words)
        assert ran.code == 2
        assert "not encrypted" in ran.err
    light_store(tmp_path / "other")
    wrong = secret(tmp_path, "wrong.txt", "AGE-SECRET-KEY-1QQQQ")
    ran = bare("passphrase", "--lost", "--key-file", wrong, CASEREFLECT_HOME=str(tmp_path / "other"))
    assert (ran.code, "does not open this store" in ran.err) == (1, True)
    key = ("--passphrase-file", str(written_secret(tmp_path)))
    there = {"CASEREFLECT_HOME": str(tmp_path / "other")}
    assert bare("recovery", "add", RECOVERY, *key, **there).code == 1
    assert bare("recovery", "finish", *key, **there).code == 2


def test_no_process_that_holds_the_key_leaves_a_core(environ: dict[str, str]) -> None:
    """Neither the program nor those that it starts: the limit is set before anything is read, and is inherited."""
    program = (
        "import resource, subprocess, sys\n"
        "hard = resource.getrlimit(resource.RLIMIT_CORE)[1]\n"
        "resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))\n"
        "from tui.__main__ import main\n"
        "sys.argv = ['casereflect', '--version']\n"
        "main()\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], env=environ, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "(0, 0)"
