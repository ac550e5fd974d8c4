"""Backups from outside: by themselves on the next day of use, by hand, and put back so that every record is there."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
import pytest

from tests.acceptance.running import Ran, Run, ok, run

NEXT = {"CASEREFLECT_TODAY": "2026-11-24"}


def all_of(run: Run, **more: str) -> list[Any]:
    """Everything of the one case that a command writes, with its earlier texts."""
    return [ok(run(*words, "--json", **more)).json for words in (["case", "show", "F-102"], ["chronology", "F-102"])]


def listed(run: Run, **more: str) -> list[Path]:
    """The backups in the data folder."""
    return [Path(one["path"]) for one in ok(run("backup", "--list", "--json", **more)).json]


def test_a_command_that_saves_makes_the_backup_of_the_day(casereflect: Run) -> None:
    """On a later day than the first, once, and after it has written what it was asked for; reading alone makes none."""
    ok(casereflect("hypothesis", "add", "F-102", "Late nights may be noise."))
    ok(casereflect("today", **NEXT))
    assert listed(casereflect, **NEXT) == []
    for text in ("One.", "Two."):
        ok(casereflect("hypothesis", "add", "F-102", text, **NEXT))
    (made,) = listed(casereflect, **NEXT)
    assert made.name == "2026-11-24"
    assert "backed_up" in [event["what"] for event in ok(casereflect("audit", "--json", **NEXT)).json]


@pytest.mark.parametrize("plain", [True, False])
def test_the_app_makes_it_behind_the_first_page(
    casereflect: Run, terminal: Callable[..., "pexpect.spawn[str]"], environ: dict[str, str], plain: bool
) -> None:
    """The page stands first, and nothing of it is said."""
    ok(casereflect("hypothesis", "add", "F-102", "Late nights may be noise."))
    child = terminal(*(["--plain"] if plain else []), **NEXT)
    child.expect("F-102")
    made = Path(environ["CASEREFLECT_HOME"], "backups", "2026-11-24", "manifest.jsonl")
    for _ in range(200):
        if made.exists():
            break
        child.expect([pexpect.TIMEOUT, "[^\x00]+"], timeout=0.1)
    assert made.exists()


def test_a_backup_by_hand_is_put_back_beside_and_into_an_empty_folder(
    casereflect: Run, environ: dict[str, str], tmp_path: Path
) -> None:
    """As a folder or as one file; every record is as it was."""
    ok(casereflect("hypothesis", "add", "F-102", "Late nights may be noise."))
    before = all_of(casereflect)
    made = ok(casereflect("backup", "--out", str(tmp_path / "stick.tar")))
    assert "not encrypted" in made.err
    assert casereflect("backup", "--out", str(tmp_path / "stick.tar")).code == 1
    ok(casereflect("restore", str(tmp_path / "stick.tar"), "--into", str(tmp_path / "beside")))
    assert all_of(casereflect, CASEREFLECT_HOME=str(tmp_path / "beside")) == before
    folder = json.loads(ok(casereflect("backup", "--out", str(tmp_path / "stick"), "--json")).out)["path"]
    refused = casereflect("restore", folder)
    assert refused.code == 1
    assert "something in that folder already" in refused.err
    shutil.rmtree(environ["CASEREFLECT_HOME"])
    ok(casereflect("restore", folder))
    assert all_of(casereflect) == before
    done = [event["done"] for event in ok(casereflect("audit", "--json")).json]
    assert any(line.startswith("restored from a backup") for line in done)


def test_what_is_no_backup_is_said(bare: Run, tmp_path: Path) -> None:
    """A name that is not there, a folder, a file."""
    assert bare("restore", str(tmp_path / "nothing")).code == 2
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.tar").write_text("text", encoding="utf-8")
    for name in ("folder", "file.tar"):
        ran: Ran = bare("restore", str(tmp_path / name))
        assert ran.code == 5
        assert "backup of casereflect" in ran.err
    assert not (tmp_path / "home").exists()


def test_a_damaged_case_is_left_out_and_named(casereflect: Run, environ: dict[str, str]) -> None:
    """By its file; the others are copied."""
    (path,) = Path(environ["CASEREFLECT_HOME"], "cases").glob("*.json")
    path.write_text("{", encoding="utf-8")
    ran = ok(casereflect("backup"))
    assert f"cases/{path.name} was not copied. It is cut, empty or damaged." in ran.err


def test_a_large_caseload_is_copied_over_several_commands(environ: dict[str, str], casereflect: Run) -> None:
    """A command ends soon; what it left to copy the next one goes on with."""
    for number in range(50):
        ok(run(environ, "case", "add", f"B-{number}"))
    ok(casereflect("hypothesis", "add", "F-102", "One.", **NEXT))
    assert listed(casereflect, **NEXT) == []
    ok(casereflect("hypothesis", "add", "F-102", "Two.", **NEXT))
    (made,) = listed(casereflect, **NEXT)
    assert len(list((made / "cases").iterdir())) == 51
