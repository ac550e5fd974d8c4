"""What is sent for what Textual writes: the difference, in order, and everything again after a doubt."""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pytest

from tui.repaint.ink import change
from tui.repaint.picture import Row
from tui.repaint.repaint import SYNC_END, SYNC_START, Repaint
from tui.repaint.scrolling import Move

FRAME = "\x1b[1;1H\x1b[1mab\x1b[0m\x1b[3;4H"
INK, LIT = "38;5;251;48;5;234", "38;5;231;48;5;24"


def row(number: int, text: str, ink: str = INK) -> str:
    """A whole row of an 80-column screen."""
    return f"\x1b[{number};1H\x1b[{ink}m{text:<80}\x1b[0m"


@contextmanager
def signalled(step: int, act: Callable[[], None]) -> Iterator[list[int]]:
    """Do something in the midst of our code, after so many steps; the list is filled when it has been done."""
    came: list[int] = []
    count = 0

    def trace(frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal count
        if event == "line" and frame.f_globals["__name__"].startswith("tui.repaint.") and not came:
            count += 1
            if count == step:
                came.append(step)
                act()
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        yield came
    finally:
        sys.settrace(before)


@pytest.fixture
def repaint() -> Repaint:
    """On 80 columns and 24 rows."""
    return Repaint(lambda: (80, 24))


def test_only_what_changed_is_sent(repaint: Repaint) -> None:
    """One letter of a row of eighty."""
    repaint.sent_for(row(5, "Last alone Tue 3 Nov") + "\x1b[5;1H")
    assert repaint.sent_for(row(5, "Last alone Wed 3 Nov") + "\x1b[5;1H") == f"\x1b[11C\x1b[{INK}mWed\x1b[0m\x1b[5;1H"


def test_a_cursor_that_only_moves_sends_its_move(repaint: Repaint) -> None:
    """And nothing when it does not."""
    repaint.sent_for(FRAME)
    assert repaint.sent_for("\x1b[3;4H") == ""
    assert repaint.sent_for("\x1b[7;9H") == "\x1b[7;9H"


def test_rows_that_moved_are_moved_by_the_terminal(repaint: Repaint) -> None:
    """A region is set, pushed at its edge, and given back at once; only the row that comes into view is written."""
    rows = [f"F-{number} {chr(97 + number) * 60}" for number in range(26)]
    page = [row(number + 3, rows[number]) for number in range(20)]
    repaint.sent_for("\n".join(page) + "\x1b[3;1H")
    moved = [row(number + 3, rows[number + 1]) for number in range(20)]
    sent = repaint.sent_for("\n".join(moved) + "\x1b[3;1H")
    assert sent.startswith("\x1b[3;22r\x1b[22;1H\n\x1b[r")
    assert rows[20].rstrip() in sent
    assert len(sent) < 140
    back = repaint.sent_for("\n".join(page) + "\x1b[3;1H")
    assert back.startswith("\x1b[3;22r\x1b[3;1H\x1bM\x1b[r")


def test_rows_among_which_one_is_not_known_are_written(repaint: Repaint) -> None:
    """The terminal would move that one too, and nobody would put it back."""
    rows = [f"F-{number} {chr(97 + number) * 60}" for number in range(26)]
    repaint.sent_for("\n".join(row(number + 3, rows[number]) for number in range(20)) + "\x1b[3;1H")
    repaint.sent_for("\x1b[9;30H王\x1b[1;1H")
    moved = [row(number + 3, rows[number + 1]) for number in range(20) if number != 6]
    assert not re.search(r"\x1b\[\d+;\d+r", repaint.sent_for("\n".join(moved) + "\x1b[3;1H"))


def test_what_comes_into_view_is_not_known() -> None:
    """Terminals fill it with different grounds."""
    rows: list[Row] = [((str(number), INK),) for number in range(6)]
    assert Move(1, 4, 1).applied(rows) == (rows[0], rows[2], rows[3], rows[4], (None,), rows[5])
    assert Move(1, 4, -2).applied(rows) == (rows[0], (None,), (None,), rows[1], rows[2], rows[5])


def test_the_end_of_a_row_is_erased_only_where_that_keeps_the_ground() -> None:
    """A terminal that fills with its own ground is sent the blanks."""
    text = row(2, "Today") + "\x1b[1;1H"
    assert f"\x1b[{INK}mToday\x1b[K" in Repaint(lambda: (80, 24), erases=True).sent_for(text)
    assert text in Repaint(lambda: (80, 24), erases=False).sent_for(text)
    underlined = row(2, "Today", "4") + "\x1b[1;1H"
    assert "\x1b[K" not in Repaint(lambda: (80, 24), erases=True).sent_for(underlined)


def test_a_painting_and_its_marks_leave_in_one_write(repaint: Repaint) -> None:
    """Nothing waits for a later write, so an end in between leaves no terminal waiting; nothing new sends no marks."""
    writes = [SYNC_START, FRAME, SYNC_END] * 2
    assert [repaint.sent_for(data) for data in writes] == ["", SYNC_START + FRAME + SYNC_END, "", "", "", ""]
    assert repaint.sent_for("\x1b[1;1H") == "\x1b[1;1H"


@pytest.mark.parametrize("data", ["\x07", "\x1b[?25h", "\x1b]2;casereflect\x07", "\x1b[?2004h", "\x1b[?2048h"])
def test_bell_cursor_title_and_modes_go_out_at_once_and_nothing_is_forgotten(repaint: Repaint, data: str) -> None:
    """In the order in which they were written."""
    assert [repaint.sent_for(text) for text in (FRAME, data, FRAME)] == [FRAME, data, ""]


@pytest.mark.parametrize("data", ["\x1b[?1049h", "\x1b[?1049l", "\x1b[2J", "hello", "\x1b]8;;x\x1b\\", "\x1b[1;1Hab"])
def test_a_write_that_is_not_understood_goes_out_untouched_and_all_is_forgotten(repaint: Repaint, data: str) -> None:
    """The alternate screen too: after a suspension everything is painted anew."""
    assert [repaint.sent_for(text) for text in (FRAME, data, FRAME)] == [FRAME, data, FRAME]


def test_forgetting_paints_whole_again(repaint: Repaint) -> None:
    """As Ctrl+L and a resize ask for."""
    repaint.sent_for(FRAME)
    repaint.forget()
    assert repaint.sent_for(FRAME) == FRAME


def test_another_size_is_another_screen() -> None:
    """Even if nobody said that all is to be forgotten."""
    size = [(80, 24)]
    repaint = Repaint(lambda: size[0])
    repaint.sent_for(FRAME)
    size[0] = (60, 20)
    assert repaint.sent_for(FRAME) == FRAME


def test_a_signal_in_the_midst_of_a_painting_makes_it_go_out_whole() -> None:
    """Suspending calls the driver from a signal handler, between any two steps; after the last, the next one is whole."""
    changed = "\x1b[1;1H\x1b[1maB\x1b[0m\x1b[3;4H"
    sent: list[tuple[str, str]] = []
    came = [0]
    while came:
        repaint = Repaint(lambda: (80, 24))
        repaint.sent_for(FRAME)
        with signalled(len(sent) + 1, repaint.forget) as came:
            text = repaint.sent_for(changed)
        sent.append((text, repaint.sent_for(changed)))
    assert len(sent) > 50
    assert all(changed in pair for pair in sent[:-1])
    assert [text == changed for text, _next in sent[:-4]] == [True] * (len(sent) - 4)


def test_a_row_with_a_wide_letter_goes_out_as_it_came_each_time(repaint: Repaint) -> None:
    """Terminals disagree on widths; rows without one are still compared."""
    odd, plain = "\x1b[2;5H王小明 seen", "\x1b[3;1Hseen alone"
    first = repaint.sent_for(f"{odd}\n{plain}\x1b[1;1H")
    assert odd in first
    again = repaint.sent_for(f"{odd}\n{plain}\x1b[1;1H")
    assert odd in again
    assert "alone" not in again
    assert repaint.sent_for("\x1b[2;5Hnot seen\x1b[1;1H") == "\x1b[2;5Hnot seen\x1b[1;1H"
    assert "!" in repaint.sent_for("\x1b[2;40H!\x1b[1;1H")
    assert repaint.sent_for("\x1b[2;40H!\x1b[1;1H") == ""


@pytest.mark.parametrize(
    ("old", "new", "sent"),
    [
        ("", INK, f"\x1b[{INK}m"), (INK, "", "\x1b[0m"), (INK, LIT, "\x1b[38;5;231;48;5;24m"), (INK, INK, ""),
        (INK, "1;38;5;251;48;5;234", "\x1b[1m"), ("1;" + INK, INK, f"\x1b[0;{INK}m"), ("1;31", "1;92", "\x1b[92m"),
        ("31;1", "1;31", ""), ("38;2;1;2;3", "38;2;1;2;4;7", "\x1b[38;2;1;2;4;7m"), ("39;49", "100", "\x1b[0;100m"),
    ],
)  # fmt: skip
def test_an_ink_follows_another_with_the_fewest_numbers(old: str, new: str, sent: str) -> None:
    """Only what differs, and a reset where something has to go."""
    assert change(old, new) == sent
