"""The fictional caseload."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.running import Ran, Run, ok


@pytest.fixture
def demo(bare: Run, demo_home: Path, tmp_path: Path) -> Callable[..., Ran]:
    """Any command on a copy of the fictional caseload."""
    shutil.copytree(demo_home, tmp_path / "casereflect-demo")

    def call(*args: str, **given: Any) -> Ran:
        return bare(*args, CASEREFLECT_HOME=str(tmp_path / "casereflect-demo"), **given)

    return call


def test_it_has_twelve_varied_cases_and_about_twenty_children(demo: Callable[..., Ran]) -> None:
    """Babies and teenagers, brothers and sisters, an unborn baby, each plan, an adult, one closed, one nearly empty."""
    cases = ok(demo("case", "list", "--json")).json
    children = [child for case in cases for child in case["children"]]
    assert len(cases) == 12
    assert 18 <= len(children) <= 22
    assert {"cin", "cp", "lac", "adult", "none"} <= {child["plan"] for child in children}
    assert [case["ref"] for case in cases if case["closed_on"]] == ["F-098"]
    assert [case["ref"] for case in cases if case["service"] == "adults"] == ["A-201"]
    assert any(child["expected_on"] and not child["born_on"] for child in children)
    born = sorted(child["born_on"] for child in children if child["born_on"] and child["plan"] != "adult")
    assert born[0] < "2011-11-23"
    assert born[-1] > "2026-01-01"


def test_today_has_every_kind_of_line(demo: Callable[..., Ran]) -> None:
    """Well past, overdue, due, due soon, not recorded, a child who is missing, one known from an import."""
    lines = ok(demo("today", "--json")).json
    assert {"strong", "overdue", "due", "due soon", "not recorded"} <= {line["severity"] for line in lines}
    texts = " ".join(line["text"] for line in lines)
    assert "No time alone is recorded yet" in texts
    assert "Recorded as missing since" in texts
    assert "from Annex A as at" in texts
    assert {"prompt", "action"} == {line["kind"] for line in lines}


def test_every_page_of_it_says_fictional(demo: Callable[..., Ran]) -> None:
    """Also when it is opened as a data folder."""
    for command in (("today",), ("case", "show", "F-102"), ("visit", "list", "F-102")):
        assert "fictional" in ok(demo(*command)).out


def test_the_same_day_it_is_opened_as_it_was_left(bare: Run, demo: Callable[..., Ran]) -> None:
    """What was written in it is still there."""
    ok(demo("case", "add", "F-900"))
    ran = ok(bare("demo"))
    assert "fictional" in ran.out
    assert "casereflect demo" in ran.out
    assert "F-900" in ok(demo("case", "list")).out


def test_on_a_later_day_the_old_one_is_put_aside_and_a_new_one_made(
    bare: Run, demo: Callable[..., Ran], tmp_path: Path
) -> None:
    """Its dates count from the new day."""
    ok(demo("case", "add", "F-900"))
    assert "Tue 24 Nov 2026" in ok(bare("demo", CASEREFLECT_TODAY="2026-11-24")).out
    assert (tmp_path / "demo-2026-11-23" / "store.toml").exists()
    assert "F-900" not in ok(demo("case", "list")).out


def test_it_never_touches_a_folder_with_something_else_in_it(
    casereflect: Run, environ: dict[str, str], tmp_path: Path
) -> None:
    """A real store, or any other file."""
    assert casereflect("demo", "--home", environ["CASEREFLECT_HOME"]).code == 2
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter.txt").write_text("kept", encoding="utf-8")
    assert casereflect("demo", "--home", str(tmp_path / "other")).code == 2
    assert [path.name for path in (tmp_path / "other").iterdir()] == ["letter.txt"]


def test_its_folder_is_for_its_owner_alone(demo_home: Path) -> None:
    """Folders 0700, files 0600."""
    assert demo_home.stat().st_mode & 0o777 == 0o700
    for path in demo_home.rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path.name
