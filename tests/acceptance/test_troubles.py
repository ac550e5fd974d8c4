"""What goes wrong around the command: passphrase, damage, permissions, a second window, Ctrl+C, the end from outside."""

import fcntl
import io
import os
import shlex
import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
import pytest

from tests.acceptance.running import COMMAND, Ran, Run, base_environ, ended, ok, run
from tests.light_key import PASSPHRASE, light_store


def secret(folder: Path, text: str) -> str:
    """A file for its owner alone with a passphrase in it."""
    path = folder / f"{text.split(maxsplit=1)[0]}.txt"
    path.write_text(f"{text}\n", encoding="utf-8")
    path.chmod(0o600)
    return str(path)


@pytest.fixture(scope="module")
def encrypted_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An encrypted store with two cases, made once."""
    folder = tmp_path_factory.mktemp("encrypted")
    environ = {**base_environ(folder), "CASEREFLECT_PASSPHRASE_FILE": secret(folder, PASSPHRASE)}
    light_store(folder / "home")
    ok(run(environ, "case", "add", "F-102", "--child", "K.M.", "--plan", "cp"))
    ok(run(environ, "case", "add", "F-110", "--child", "T."))
    return folder / "home"


@pytest.fixture
def encrypted(environ: dict[str, str], encrypted_home: Path) -> Run:
    """The command on a copy of the encrypted store, without its passphrase."""
    shutil.copytree(encrypted_home, environ["CASEREFLECT_HOME"])

    def call(*args: str, **given: Any) -> Ran:
        return run(environ, *args, **given)

    return call


def case_files(environ: dict[str, str]) -> dict[Path, bytes]:
    """Every case file, and what is in it."""
    return {path: path.read_bytes() for path in Path(environ["CASEREFLECT_HOME"], "cases").iterdir()}


def one_sentence(ran: Ran, code: int, said: str) -> None:
    """The exit code, one line on standard error, and nothing on standard output."""
    assert (ran.code, ran.out, ran.err.count("\n")) == (code, "", 1), ran.err
    assert said in ran.err


def test_a_wrong_passphrase_or_none_opens_nothing(encrypted: Run, tmp_path: Path) -> None:
    """4 for a wrong one; 2 where none can be asked for, or its file cannot be read."""
    one_sentence(encrypted("today", "--passphrase-file", secret(tmp_path, "wrong words")), 4, "does not open the key")
    one_sentence(encrypted("today"), 2, "there is no terminal to ask on. Give --passphrase-file FILE")
    one_sentence(encrypted("today", "--passphrase-file", str(tmp_path / "none")), 2, "passphrase file cannot be read")
    one_sentence(encrypted("today", "--passphrase-file", str(tmp_path)), 2, "passphrase file cannot be read")


@pytest.mark.usefixtures("encrypted")
def test_the_passphrase_is_asked_three_times_and_never_shown(terminal: Callable[..., Any]) -> None:
    """There is no lock-out: the right one opens it the next time."""
    child = terminal("today")
    for _ in range(3):
        child.expect("Passphrase: ")
        child.sendline("wrong words")
    assert ended(child) == 4
    assert "wrong words" not in child.before
    again = terminal("case", "list")
    again.expect("Passphrase: ")
    again.sendline(PASSPHRASE)
    again.expect("F-110")
    assert ended(again) == 0


@pytest.mark.usefixtures("encrypted")
@pytest.mark.parametrize("behind", ["\r\n", ""])
def test_the_right_passphrase_typed_behind_a_wrong_one_opens_it_and_is_never_shown(
    terminal: Callable[..., Any], behind: str
) -> None:
    """While the wrong one is still being tried, or in one go with it: nothing is echoed and nothing thrown away."""
    child = terminal("case", "list")
    heard = io.StringIO()
    child.logfile_read = heard
    child.expect("Passphrase: ")
    child.send("wrong words\n" if behind else f"wrong words\n{PASSPHRASE}\n")
    if behind:
        child.expect(behind)  # it is being tried now
        child.send(f"{PASSPHRASE}\n")
    child.expect("F-110")
    assert ended(child) == 0
    assert PASSPHRASE not in heard.getvalue()


def test_a_damaged_case_is_told_and_the_others_stay_in_use(
    encrypted: Run, environ: dict[str, str], tmp_path: Path
) -> None:
    """Cut to half, then foreign, then empty: 5 where it is asked for, its file left as it is."""
    environ["CASEREFLECT_PASSPHRASE_FILE"] = secret(tmp_path, PASSPHRASE)
    named = ok(encrypted("case", "show", "F-110", "--json")).json["id"]
    path = Path(environ["CASEREFLECT_HOME"], "cases", f"{named}.age")
    whole = path.read_bytes()
    for content in (whole[: len(whole) // 2], b"a letter", b""):
        path.write_bytes(content)
        one_sentence(encrypted("case", "show", "F-110"), 5, "")
        assert path.read_bytes() == content
    one_sentence(encrypted("action", "add", "F-110", "Ring", "--due", "fri"), 5, "")
    assert path.read_bytes() == b""
    assert "cannot be read" in ok(encrypted("today")).out
    ok(encrypted("action", "add", "F-102", "Ring the GP", "--due", "fri"))


def test_a_missing_key_is_told_and_nothing_is_made_in_its_place(encrypted: Run, environ: dict[str, str]) -> None:
    """identity.age is gone: 5."""
    Path(environ["CASEREFLECT_HOME"], "identity.age").unlink()
    one_sentence(encrypted("today"), 5, "identity.age is missing")
    one_sentence(encrypted("init"), 1, "There is a store in this folder already.")


def test_a_folder_that_may_not_be_written_keeps_what_is_there(held: Run, environ: dict[str, str]) -> None:
    """A save that cannot be made says so; reading goes on; the same save is made once it may."""
    ok(held("init", "--no-encryption"))
    ok(held("case", "add", "F-102", "--child", "K.M."))
    before = case_files(environ)
    home = Path(environ["CASEREFLECT_HOME"])
    for folder in (home / "cases", home):
        folder.chmod(0o500)
    for args in (
        ["action", "add", "F-102", "Ring", "--due", "fri"],
        ["case", "add", "F-103"],
        ["case", "edit", "F-102", "--ref", "F-9"],
    ):
        one_sentence(held(*args), 1, "There is no permission to write in the data folder.")
    assert "K.M." in ok(held("case", "show", "F-102")).out
    assert case_files(environ) == before
    for folder in (home, home / "cases"):
        folder.chmod(0o700)
    ok(held("action", "add", "F-102", "Ring", "--due", "fri"))


def test_a_store_that_cannot_be_made_or_read_says_so(held: Run, environ: dict[str, str], tmp_path: Path) -> None:
    """No permission above it; a file in its place; the fictional caseload likewise."""
    (tmp_path / "file").write_text("a letter", encoding="utf-8")
    (tmp_path / "closed").mkdir(mode=0o500)
    inside = {"CASEREFLECT_HOME": str(tmp_path / "closed" / "home")}
    one_sentence(held("init", "--no-encryption", **inside), 1, "no permission to write")
    one_sentence(held("demo", "--home", str(tmp_path / "closed" / "demo")), 1, "cannot be written to")
    one_sentence(held("demo", "--home", str(tmp_path / "file")), 2, "--home is not a folder.")
    assert held("init", "--no-encryption", CASEREFLECT_HOME=str(tmp_path / "file")).code in (1, 5)
    assert (tmp_path / "file").read_text(encoding="utf-8") == "a letter"
    assert list((tmp_path / "closed").iterdir()) == []


def test_a_case_that_another_window_is_saving_is_busy(casereflect: Run, environ: dict[str, str]) -> None:
    """3, once it has waited; reading is not held up."""
    ok(casereflect("person", "add", "F-102", "partner D"))
    named = ok(casereflect("case", "show", "F-102", "--json")).json["id"]
    before = case_files(environ)
    with Path(environ["CASEREFLECT_HOME"], "locks", f"{named}.lock").open("r+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        one_sentence(casereflect("person", "add", "F-102", "grandmother"), 3, "try again in a moment")
        assert "partner D" in ok(casereflect("person", "list", "F-102")).out
    assert case_files(environ) == before
    ok(casereflect("person", "add", "F-102", "grandmother"))


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
    ids=str,
)
def test_the_end_from_outside_while_something_is_asked_keeps_nothing(
    casereflect: Run, environ: dict[str, str], terminal: Callable[..., Any], number: signal.Signals, code: int
) -> None:
    """Ctrl+C, TERM and a hang-up, each with its exit code."""
    before = case_files(environ)
    child = terminal("action", "add", "F-102", "Ring the GP", "--due", "16/11/26")
    child.expect("Keep it\\? y or n: ")
    if number == signal.SIGINT:
        child.sendintr()
    else:
        child.kill(number)
    assert ended(child) == code
    assert "Traceback" not in child.before
    assert case_files(environ) == before
    assert ok(casereflect("action", "list", "--json")).json == []


@pytest.mark.usefixtures("encrypted")
@pytest.mark.parametrize("how", ["Ctrl+C", "TERM"])
def test_the_end_at_the_passphrase_lets_the_terminal_echo_again(environ: dict[str, str], how: str) -> None:
    """130 and 143, with the terminal as it was before."""
    inner = f"echo pid=$$.; exec {shlex.join([*COMMAND, 'today'])}"
    outer = f"trap : INT; sh -c {shlex.quote(inner)}; echo code=$?.; stty -a"
    child = pexpect.spawn("sh", ["-c", outer], env={**environ, "TERM": "xterm"}, encoding="utf-8", timeout=30)
    child.expect("pid=(\\d+)\\.")
    process = int(child.match.group(1))
    child.expect("Passphrase: ")
    if how == "Ctrl+C":
        child.sendintr()
    else:
        os.kill(process, signal.SIGTERM)
    child.expect("code=(\\d+)\\.")
    assert child.match.group(1) == {"Ctrl+C": "130", "TERM": "143"}[how]
    child.expect(pexpect.EOF)
    assert " -echo " not in child.before
    assert " echo " in child.before
