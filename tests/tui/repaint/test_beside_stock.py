"""The whole program twice, each on a terminal of its own: with Textual's own driver and with ours.

The short form is in the suite. CASEREFLECT_REPAINT_KEYS=3000 makes it the long one, to be run before a version of
Textual is added to those that were tested.
"""

import json
import os
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.on_a_pty import PATIENCE, Terminal, demo

KEYS = int(os.environ.get("CASEREFLECT_REPAINT_KEYS", "160"))
SIZES = ((80, 24), (100, 30), (60, 20), (45, 16), (132, 50), (80, 25))
DOWN, UP, RIGHT, LEFT = "\x1b[B", "\x1b[A", "\x1b[C", "\x1b[D"
PAGE_DOWN, PAGE_UP, HOME, END = "\x1b[6~", "\x1b[5~", "\x1b[H", "\x1b[F"
TAB, BACK_TAB, ENTER, REDRAW, SAVE = "\t", "\x1b[Z", "\r", "\x0c", "\x0f"
ESC = "\x1b[27u"
"""As newer terminals send it: a bare Esc could be taken for the beginning of the next key."""
PASTE = "\x1b[200~School called: late again, mum says \u201cbuses\u201d.\nSecond line, Siân 李小龙 e\u0301.\x1b[201~"
PRESSED = (
    *[DOWN] * 10, *[UP] * 4, *[PAGE_DOWN] * 3, *[PAGE_UP] * 2, HOME, END, RIGHT, LEFT, *[TAB] * 8, *[BACK_TAB] * 3,
    *[ENTER] * 4, *[ESC] * 5, *["v"] * 3, *["4"] * 2, "x", "r", "d", "\x7f", "\x1b[3~", REDRAW, SAVE, *["PASTE"] * 3,
    *["SIZE"] * 2, *"aeinst AZé", "王", "e\u0301", "\U0001f469\u200d\U0001f467", "\x15", "\x1a",
)  # fmt: skip
ODD = ["李小龙 seen", "Zoe\u0308 alone", "\U0001f469\u200d\U0001f467 family", "한국 이름", "Ｆｕｌｌ", "محمد", "Siân"]


class Pair:
    """The program with Textual's own driver, and with ours."""

    def __init__(self, stock: Terminal, ours: Terminal) -> None:
        self.stock = stock
        self.ours = ours

    def send(self, keys: str) -> None:
        """The same keys to both."""
        for terminal in (self.stock, self.ours):
            terminal.send(keys)

    def resize(self, size: tuple[int, int]) -> None:
        """The same size for both."""
        for terminal in (self.stock, self.ours):
            terminal.resize(*size)

    def differences(self) -> list[str]:
        """Each cell that is not the same on both, once nothing comes any more; blank as soon as there is none."""
        end = time.monotonic() + PATIENCE
        while True:
            self.stock.quiet(0.02)
            self.ours.quiet(0.02)
            found = _differences(self.stock, self.ours)
            if not found or time.monotonic() > end:
                return found


def _differences(stock: Terminal, ours: Terminal) -> list[str]:
    one, other = stock.screen, ours.screen
    places = [(row, column) for row in range(one.lines) for column in range(one.columns)]
    found = [
        f"{row}:{column} {one.buffer[row][column]} {other.buffer[row][column]}"
        for row, column in places
        if one.buffer[row][column] != other.buffer[row][column]
    ]
    here, there = (one.cursor.y, one.cursor.x, one.cursor.hidden), (other.cursor.y, other.cursor.x, other.cursor.hidden)
    return found if here == there else [*found, f"cursor {here} {there}"]


@pytest.fixture(params=["plain", "odd"])
def pair(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Pair]:
    """Both on the same list; the second time its rows are full of letters whose width is not sure."""
    texts = tmp_path / "texts.json"
    texts.write_text(json.dumps(ODD * 6), encoding="utf-8")
    env = {"TEXTS": str(texts)} if request.param == "odd" else {}
    sees = "seen" if env else "explained"
    with demo({**env, "CASEREFLECT_REPAINT": "stock"}, sees=sees) as stock, demo(env, sees=sees) as ours:
        yield Pair(stock, ours)


def test_the_same_keys_give_the_same_screens(pair: Pair, capsys: pytest.CaptureFixture[str]) -> None:
    """Random keys, pastes and sizes: no cell and no cursor differs, after any of them."""
    chance = random.Random(KEYS)
    for number in range(KEYS // 2):
        key = chance.choice(PRESSED)
        if key == "SIZE":
            pair.resize(chance.choice(SIZES))
        else:
            pair.send(PASTE if key == "PASTE" else key)
        assert pair.differences() == [], f"after key {number}, {key!r}"
    stock, ours = len(pair.stock.raw), len(pair.ours.raw)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{KEYS // 2} keys, no cell differs; {stock} bytes with Textual's driver, {ours} with ours\n"
        )
    assert ours < stock * 0.6
    assert pair.ours.left_on == pair.stock.left_on
