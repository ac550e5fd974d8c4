"""The whole program on a terminal, and beside it a second one that is shown what Textual would have sent by itself.

Both come from one process: two of them differ by themselves now and then, in what came first. The short form is in the
suite. CASEREFLECT_REPAINT_KEYS=3000 makes it the long one, to be run before a version of Textual is added to those that
were tested.
"""

import json
import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import pyte
import pytest

from tests.tui.on_a_pty import UNKNOWN, Terminal

RECORDED = Path(__file__).with_name("recorded.py")
KEYS = int(os.environ.get("CASEREFLECT_REPAINT_KEYS", "150"))
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
SYNCHRONISES = "\x1b[?2026;2$y"
"""What a terminal says that can show a painting all at once."""


class Pair:
    """The program's terminal, and one that shows what was recorded before our driver."""

    def __init__(self, ours: Terminal, record: Path) -> None:
        self.ours = ours
        self.record = record
        self.read = 0
        self.stock = pyte.Screen(80, 24)
        self.stream = pyte.ByteStream(self.stock)
        self.recorded = 0

    def resize(self, size: tuple[int, int]) -> None:
        """Another size for both."""
        self.stock.resize(size[1], size[0])
        self.ours.resize(*size)

    def differences(self) -> list[str]:
        """Each cell that is not the same on both, once nothing comes any more; the cursor too."""
        self.ours.quiet(0.03)
        for line in self._recorded():
            data = json.loads(line).encode()
            self.recorded += len(data)
            self.stream.feed(UNKNOWN.sub(b"", data.replace(b"\n", b"\r\n")))
        self.ours.quiet(0)
        one, other = self.stock, self.ours.screen
        found = [
            f"{row}:{column} {one.buffer[row][column]} {other.buffer[row][column]}"
            for row in range(one.lines)
            for column in range(one.columns)
            if one.buffer[row][column] != other.buffer[row][column]
        ]
        cursors = [(screen.cursor.y, screen.cursor.x, screen.cursor.hidden) for screen in (one, other)]
        return found if cursors[0] == cursors[1] else [*found, f"cursor {cursors}"]

    def _recorded(self) -> list[bytes]:
        """The whole lines that were added to the record."""
        with self.record.open("rb") as record:
            record.seek(self.read)
            whole = record.read().rpartition(b"\n")[0]
        self.read += len(whole) + 1 if whole else 0
        return whole.splitlines()

    def settled(self) -> list[str]:
        """What still differs when the program has had time to finish a painting that it was in the midst of."""
        return next((found for _ in range(20) if not (found := self.differences())), self.differences())


@pytest.fixture(params=["plain", "odd", "mono"])
def pair(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Pair]:
    """On a list; once its rows are full of letters whose width is not sure, once there are no colours."""
    texts, record = tmp_path / "texts.json", tmp_path / "record"
    texts.write_text(json.dumps(ODD * 6), encoding="utf-8")
    env = {"plain": {}, "odd": {"TEXTS": str(texts)}, "mono": {"NO_COLOR": "1"}}[request.param]
    with Terminal([sys.executable, str(RECORDED)], {"RECORD": str(record), **env}) as terminal:
        terminal.see("seen" if "TEXTS" in env else "explained")
        if request.param != "plain":
            terminal.send(SYNCHRONISES)
        yield Pair(terminal, record)


def test_the_same_keys_give_the_same_screens(pair: Pair, capsys: pytest.CaptureFixture[str]) -> None:
    """Random keys, pastes and sizes: no cell and no cursor differs, after any of them."""
    chance = random.Random(KEYS)
    for number in range(KEYS // 3):
        key = chance.choice(PRESSED)
        if key == "SIZE":
            pair.resize(chance.choice(SIZES))
        else:
            pair.ours.send(PASTE if key == "PASTE" else key)
        assert pair.settled() == [], f"after key {number}, {key!r}"
    assert pair.ours.program.poll() is None
    sent = len(pair.ours.raw)
    with capsys.disabled():
        sys.stdout.write(f"\n{KEYS // 3} keys, no cell differs; bytes: {pair.recorded} painted, {sent} sent\n")
    assert sent < pair.recorded * 0.6
