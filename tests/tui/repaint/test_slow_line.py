"""A line of a thousand bytes a second."""

import json
import os
import select
import time
from pathlib import Path

from tests.tui.on_a_pty import PATIENCE, Terminal, demo

A_SECOND = 1000
STEP = 0.05
NOTE = "Mum says the bus was late. K.M. showed me the bedroom; tea on the table, school bag packed for Monday."
TO_ACCOUNT = "\x1b[Z\x1b[Z\x1b[Z"
SAVE = "\x0f"


def trickle(terminal: Terminal, steps: int = 1) -> None:
    """Take so much as a slow line carries in a twentieth of a second, in that time."""
    for _ in range(steps):
        end = time.monotonic() + STEP
        if select.select([terminal.fd], [], [], 0)[0]:
            terminal.stream.feed(os.read(terminal.fd, int(A_SECOND * STEP)))
        while (left := end - time.monotonic()) > 0:
            time.sleep(left)  # the line's speed; nothing is awaited by it


def test_keys_typed_ahead_are_never_lost(tmp_path: Path) -> None:
    """Ten letters at a time while the screen is far behind: all of them are saved, in order, and the screen catches up."""
    saved = tmp_path / "saved.json"
    with demo({"SAVED": str(saved)}) as terminal:
        terminal.send(f"v{TO_ACCOUNT}")
        for start in range(0, len(NOTE), 10):
            terminal.send(NOTE[start : start + 10])
            trickle(terminal, 2)
        terminal.send(SAVE)
        end = time.monotonic() + 3 * PATIENCE
        while not (saved.exists() and saved.stat().st_size and "explained" in terminal.text):
            assert time.monotonic() < end, terminal.text
            trickle(terminal)
        assert json.loads(saved.read_text(encoding="utf-8"))["visit.account"] == NOTE
