"""When the screen is repainted cell by cell: never with a Textual that it was not tested with, and never against one's will."""

import sys
from pathlib import Path
from subprocess import run

import pytest
from textual.driver import Driver
from textual.drivers.headless_driver import HeadlessDriver
from textual.drivers.linux_driver import LinuxDriver
from textual.drivers.linux_inline_driver import LinuxInlineDriver

from tests.tui.demo import Demo
from tui.repaint import TESTED, pick
from tui.repaint.choice import was_tested
from tui.repaint.erasing import _places, keeps_ground


def size() -> tuple[int, int]:
    return 80, 24


def test_the_full_screen_driver_is_wrapped() -> None:
    """And stays the driver that it was in everything else."""
    assert issubclass(pick(LinuxDriver, size, {}), LinuxDriver)
    assert pick(LinuxDriver, size, {}) is not LinuxDriver


def test_it_can_be_switched_off() -> None:
    """CASEREFLECT_REPAINT=stock."""
    assert pick(LinuxDriver, size, {"CASEREFLECT_REPAINT": "stock"}) is LinuxDriver


@pytest.mark.parametrize("base", [HeadlessDriver, LinuxInlineDriver])
def test_other_drivers_are_left_alone(base: type[Driver]) -> None:
    """Tests without a terminal, and inline."""
    assert pick(base, size, {}) is base


def test_a_version_that_was_not_tested_is_left_alone(tmp_path: Path) -> None:
    """It goes by the notes that pip lays beside the package."""
    (tmp_path / "textual").mkdir()
    assert not was_tested(tmp_path / "textual")
    (tmp_path / "textual-8.99.0.dist-info").mkdir()
    assert not was_tested(tmp_path / "textual")
    (tmp_path / f"textual-{TESTED[-1]}.dist-info").mkdir()
    assert was_tested(tmp_path / "textual")


async def test_an_app_without_a_terminal_has_no_such_driver() -> None:
    """And drawing again does no harm there."""
    app = Demo()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+l")
        assert isinstance(app._driver, HeadlessDriver)
        assert not hasattr(app._driver, "forget")


ASKS = "import curses, sys; curses.setupterm(sys.argv[1], 1); print(curses.tigetflag('bce') > 0)"


def test_a_description_of_a_terminal_is_read_as_curses_reads_it() -> None:
    """Of some that leave the ground and some that do not. Each Python reads one description with curses: the first."""
    pytest.importorskip("curses")
    terms = [term for term in ("xterm-256color", "screen-256color", "linux", "vt100", "tmux") if _described(term)]
    said = [run([sys.executable, "-c", ASKS, term], capture_output=True, text=True, check=True) for term in terms]
    assert {keeps_ground(term) for term in terms} == {True, False}
    assert [str(keeps_ground(term)) for term in terms] == [one.stdout.strip() for one in said]


@pytest.mark.parametrize("content", [b"", b"\x1a\x01", b"\x1a\x01" + 40 * b"\x01", 60 * b"\x01"])
def test_a_terminal_that_is_not_described_is_not_trusted_to_erase(tmp_path: Path, content: bytes) -> None:
    """It gets the blanks: where the description is cut short or is none, where there is none, and where the name is none."""
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "broken").write_bytes(content)
    here = {"TERMINFO": str(tmp_path)}
    assert not any(keeps_ground(term, here) for term in ("broken", "no-such-terminal", "b/broken", ""))


def _described(term: str) -> bool:
    return any(place.exists() for place in _places(term, {}))
