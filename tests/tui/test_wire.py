"""What goes out to a terminal, and what does not."""

import json
import re
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.tui.on_a_pty import SWITCH, Terminal, demo

MOUSE = {9, 1000, 1001, 1002, 1003, 1005, 1006, 1015, 1016}
COLOUR = re.compile(r"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m")


def seen_all(terminal: Terminal) -> None:
    """A list, a form with a choice, a text and a button open, a question."""
    for keys, words in (
        ("v", "Log a visit"),
        ("\t\t", "> Seen"),
        ("\x1b[Z\x1b[Z\x1b[Z", "> [ Back ]"),
        ("\r4", "> Now"),
    ):
        terminal.send(keys)
        terminal.see(words)
    terminal.send("\t\t\t\rx")
    terminal.see("> [ Keep ]")
    terminal.send("\r/")
    terminal.see("> Find")
    terminal.send("\x7f")
    terminal.quiet()


def leave(terminal: Terminal) -> None:
    """Ctrl+Q, then Leave."""
    terminal.send("\x11")
    terminal.see("Leave casereflect?")
    terminal.send("\x1b[Z\r")
    assert terminal.program.wait(5) == 0
    terminal.quiet()


def test_leaving_puts_the_terminal_back_as_it_was() -> None:
    """The other screen, the cursor, paste mode, keyboard, lines and echo; and no mouse at any time."""
    with demo() as terminal:
        seen_all(terminal)
        leave(terminal)
        switched = {int(number) for found in SWITCH.findall(bytes(terminal.raw)) for number in found[0].split(b";")}
        switched_on = {
            int(number)
            for numbers, on in SWITCH.findall(bytes(terminal.raw))
            if on == b"h"
            for number in numbers.split(b";")
        }
        assert {1049, 25, 2004} <= switched
        assert not switched_on & MOUSE
        assert terminal.left_on == []
        assert terminal.restored
        raw = bytes(terminal.raw)
        assert len(re.findall(rb"\x1b\[>\d+u", raw)) <= raw.count(b"\x1b[<u")


def test_the_title_is_the_bare_name_and_nothing_else_is_told_by_string() -> None:
    """No case in a window's title, no clipboard, no pointer: one sequence of that kind in all."""
    with demo() as terminal:
        terminal.send("v\x1b[Z\x1b[Z\x1b[ZSecret.\x1b[1;2H\x03")
        terminal.see("Draft kept")
        terminal.send("\x18")
        terminal.quiet()
        leave_from_a_form(terminal)
        assert re.findall(rb"\x1b[\]P_^X][^\x07\x1b]*", bytes(terminal.raw)) == [b"\x1b]2;casereflect"]


def leave_from_a_form(terminal: Terminal) -> None:
    terminal.send("\x1b[Z\x1b[Z")
    leave(terminal)


def test_a_terminal_that_might_print_it_gets_no_title() -> None:
    """The console, as the oldest terminals."""
    with demo({"TERM": "linux"}) as terminal:
        terminal.quiet()
        assert b"\x1b]" not in terminal.raw


def test_nothing_is_sent_while_nothing_happens() -> None:
    """No clock, no blinking, no second painting: 0 bytes in 3 seconds on a list, in a form, a question, the find line."""
    with ExitStack() as all_of_them:
        terminals = [all_of_them.enter_context(demo()) for _ in range(4)]
        for terminal, keys in zip(terminals, ("j", "v\x1b[Z\x1b[Z\x1b[ZText", "x", "/10"), strict=True):
            terminal.send(keys)
        for terminal in terminals:
            terminal.quiet(0.5)
        assert [terminals[0].still(3), *(terminal.still(0.1) for terminal in terminals[1:])] == [0, 0, 0, 0]


def test_no_colour_means_no_colour() -> None:
    """NO_COLOR: bold and reverse, and not one colour code; `>` still says where one is."""
    with demo({"NO_COLOR": "1"}) as terminal:
        seen_all(terminal)
        sent = bytes(terminal.raw).decode()
        assert COLOUR.findall(sent) == []
        assert re.search(r"\x1b\[(?:\d+;)*7m", sent)
        assert "\n > F-100" in terminal.text


def test_sixteen_colours_are_the_terminals_own() -> None:
    """TERM=xterm, as PuTTY says it: no colour but the sixteen."""
    with demo({"TERM": "xterm"}) as terminal:
        seen_all(terminal)
        assert re.findall(rb"\x1b\[[0-9;]*[34]8;[25][0-9;]*m", bytes(terminal.raw)) == []
        assert COLOUR.findall(bytes(terminal.raw).decode())


@pytest.mark.parametrize("env", [{"LANG": "en_GB.ISO-8859-1"}, {"LC_ALL": "POSIX"}])
def test_a_terminal_without_utf8_gets_none_of_our_glyphs(env: dict[str, str]) -> None:
    """Lines, bars and ellipses become ASCII, and nothing else is sent on any page."""
    with demo(env) as terminal:
        seen_all(terminal)
        assert bytes(terminal.raw).isascii()
        assert "-" * 78 in terminal.text


def test_ctrl_c_keeps_the_draft_and_ends_nothing(tmp_path: Path) -> None:
    """Twice, in a field: it says so each time."""
    kept = tmp_path / "kept.json"
    with demo({"KEPT": str(kept)}) as terminal:
        terminal.send("v\x1b[Z\x1b[Z\x1b[ZOne.\x03")
        terminal.see("Draft kept")
        assert json.loads(terminal.hear(kept))["visit.account"] == "One."
        terminal.send(" Two.\x03")
        terminal.see("Draft kept")
        terminal.until(lambda: "Two." in kept.read_text(encoding="utf-8"), "the second draft")
        assert terminal.program.poll() is None
