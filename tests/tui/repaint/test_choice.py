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


def erases(term: str, first: str = "") -> bool:
    """What a new process says."""
    asks = f"{first}import sys; from tui.repaint.erasing import keeps_ground; print(keeps_ground(sys.argv[1]))"
    return run([sys.executable, "-c", asks, term], capture_output=True, text=True, check=True).stdout.strip() == "True"


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


def test_a_terminal_that_the_system_does_not_know_is_not_trusted_to_erase() -> None:
    """Each in a process of its own, as the description is read once."""
    assert [erases(term) for term in ("xterm-256color", "screen-256color", "no-such-terminal")] == [True, False, False]


def test_a_python_without_descriptions_of_terminals_trusts_none_to_erase() -> None:
    """Such builds are about; they get the blanks, and start."""
    assert not erases("xterm-256color", "import sys; sys.modules['_curses'] = None; ")
