"""A store that an older program made, from outside: it opens, its first save leaves a backup, and a newer file is refused."""

import json
from pathlib import Path

import pytest

from store.keys import Keys
from store.locations import Places
from tests.acceptance.running import Run, ok
from tests.store.older import CASE_ID, TEXTS, format_of, older_store


@pytest.fixture
def case(empty: Run, environ: dict[str, str]) -> Path:
    """A plain store with one case of the first format: its file."""
    return older_store(Places(Path(environ["CASEREFLECT_HOME"]), encrypted=False), Keys())


def said(run: Run) -> list[str]:
    """What is wondered about the case."""
    return [one["text"] for one in ok(run("hypothesis", "list", "F-102", "--json")).json]


def test_it_opens_and_the_first_save_leaves_a_backup(empty: Run, case: Path, tmp_path: Path) -> None:
    """Reading changes nothing. The old file is `.1` and in the backup, which is put back as it was."""
    was = case.read_bytes()
    assert [row["ref"] for row in ok(empty("case", "list", "--json")).json] == ["F-102"]
    assert (said(empty), case.read_bytes()) == ([TEXTS[0]], was)
    assert ok(empty("backup", "--list", "--json")).json == []
    ok(empty("hypothesis", "add", "F-102", "Or it is cold."))
    assert said(empty) == [TEXTS[0], "Or it is cold."]
    assert (format_of(case, Keys()), case.with_name(f"{case.name}.1").read_bytes()) == (2, was)
    (made,) = ok(empty("backup", "--list", "--json")).json
    assert (made["day"], Path(made["path"]).name) == ("2026-11-23", "2026-11-23-before-format-2")
    ok(empty("doctor"))
    ok(empty("restore", made["path"], "--into", str(tmp_path / "anew")))
    assert (tmp_path / "anew" / "cases" / case.name).read_bytes() == was
    assert ok(empty("hypothesis", "list", "F-102", "--json", CASEREFLECT_HOME=str(tmp_path / "anew"))).json


def test_a_newer_case_is_refused_with_a_sentence(empty: Run, case: Path) -> None:
    """It is left as it is, and so is everything else."""
    state = json.loads(case.read_bytes())
    state["meta"]["meta"]["format"] = 3
    case.write_text(json.dumps(state))
    was = case.read_bytes()
    for words in (("show", CASE_ID[-6:]), ("edit", CASE_ID[-6:], "--see-also", "F-9")):
        ran = empty("case", *words)
        assert (ran.code, "newer casereflect" in ran.err) == (5, True)
    assert case.read_bytes() == was
