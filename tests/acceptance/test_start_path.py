"""What the quick commands must not load, and what no command may do: use the network, or say text of a case in a fault."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.acceptance.running import NO_NETWORK, Run, ok
from tests.light_key import light_store, written_secret

HEAVY = ("pydantic", "tinydb", "textual", "ulid", "filelock", "_ssl", "_hashlib")

WHAT_IS_LOADED = f"""
import sys
from tui.__main__ import main
code = main()
sys.stderr.write(",".join(name for name in {HEAVY!r} if sys.modules.get(name)))
sys.exit(code)
"""

EACH_LINE = (
    NO_NETWORK
    + """
import sys
from tui.__main__ import main
code = 0
for line in sys.stdin.read().splitlines():
    sys.argv = ["casereflect", *line.split("|")]
    code = code or main()
sys.exit(code)
"""
)

A_FAULT = """
import sys
import checklists.pages.today as page
def broken(*args):
    raise ValueError("K.M. said that at home")
page.today_page = broken
from tui.__main__ import main
sys.exit(main())
"""


def python(code: str, environ: dict[str, str], *args: str, given: str = "") -> "subprocess.CompletedProcess[str]":
    """Run a few lines of Python that run the command."""
    return subprocess.run(
        [sys.executable, "-c", code, *args],
        env=environ,
        input=given,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


QUICK: list[list[str]] = [[], ["--version"], ["--help"], ["case", "--help"], ["today"], ["today", "--json"]]
OF_ROWS = [["case", "list"]]


@pytest.mark.parametrize("args", [*QUICK, *OF_ROWS])
def test_a_quick_command_loads_nothing_heavy(casereflect: Run, environ: dict[str, str], args: list[str]) -> None:
    """Neither pydantic nor TinyDB nor Textual; they cost more than these commands themselves."""
    casereflect("today")
    ran = python(WHAT_IS_LOADED, environ, *args)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("args", [["--version"], ["today", "--json"]])
def test_settings_and_own_limits_load_nothing_heavy(
    casereflect: Run, environ: dict[str, str], args: list[str], tmp_path: Path
) -> None:
    """A settings file with a theme and a key put elsewhere, and a limit of one's own: both are read, and nothing more."""
    settings = tmp_path / "config.toml"
    settings.write_text('theme = "light"\n[keys]\nvisit = "b"\n', encoding="utf-8")
    environ["CASEREFLECT_CONFIG"] = str(settings)
    ok(casereflect("limits", "change", "cp_seen_alone", "5", "--reason", "weekly here"))
    assert Path(environ["CASEREFLECT_HOME"], "my-timescales.toml").exists()
    ok(casereflect("today"))
    ran = python(WHAT_IS_LOADED, environ, *args)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_an_encrypted_caseload_is_shown_without_anything_heavy(bare: Run, environ: dict[str, str]) -> None:
    """The row file is decrypted, and no case file opened."""
    environ["CASEREFLECT_PASSPHRASE_FILE"] = str(written_secret(Path(environ["HOME"])))
    light_store(Path(environ["CASEREFLECT_HOME"]))
    ok(bare("case", "add", "F-102", "--child", "K.M.", "--plan", "cp", "--allocated", "17/2/26"))
    ran = python(WHAT_IS_LOADED, environ, "today", "--json")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "No time alone is recorded yet." in ran.stdout


def test_the_fictional_caseload_of_the_day_is_shown_without_anything_heavy(
    bare: Run, environ: dict[str, str], demo_home: Path, tmp_path: Path
) -> None:
    """Making it loads what a save needs; opening it again does not."""
    shutil.copytree(demo_home, tmp_path / "casereflect-demo")
    assert "fictional" in ok(bare("demo", "--home", str(tmp_path / "casereflect-demo"))).out
    ran = python(WHAT_IS_LOADED, environ, "demo", "--home", str(tmp_path / "casereflect-demo"))
    assert (ran.returncode, ran.stderr) == (0, "")


def test_no_journey_uses_the_network(casereflect: Run, environ: dict[str, str]) -> None:
    """connect, bind and getaddrinfo end the program."""
    journey = """
        today|--json
        case|add|F-110|--child|T.
        visit|add|F-110|--seen|alone
        reflect|F-110|--question|4|--answer|Two readings.
        action|add|F-110|Ring school|--due|+10wd
        case|show|F-110
        prompts
        undo|F-110
        demo
    """
    lines = "\n".join(line.strip() for line in journey.strip().splitlines())
    ran = python(EACH_LINE, environ, given=lines)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_a_fault_tells_kinds_and_lines_and_no_text_of_a_case(casereflect: Run, environ: dict[str, str]) -> None:
    """No traceback: the error's own words may be a child's."""
    ran = python(A_FAULT, environ, "today")
    assert ran.returncode == 1
    assert "ValueError at" in ran.stderr
    assert "today.py:" in ran.stderr or "opening.py:" in ran.stderr
    assert "K.M." not in ran.stderr
    assert "Traceback" not in ran.stderr
