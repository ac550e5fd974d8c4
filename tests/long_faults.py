"""The long forms of what the tests hold about typing and saving, as rows of the table that `make faults` prints.

`python -m tests.long_faults` prints these rows alone. They take about twenty minutes on two cores.
"""

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.store.every_step import ANSWERS, FIELDS, HOW, every_step
from tests.store.long_windows import two_windows

SAVES = 500
"""Rounds of each of two windows; in a round it adds one record and changes one that both have."""
SUITES = (
    ("forms on screens: each field, each way to lose it", "tests/tui/screens/test_every_form_keeps.py"),
    ("forms in plain lines: cut off behind each field", "tests/tui/plain/test_every_form_keeps_in_lines.py"),
    ("commands on a full disk, at each step", "tests/acceptance/test_disk_fails.py"),
    ("hang-ups with text kept", "tests/tui/test_hangup.py tests/acceptance/test_over_ssh.py"),
    ("hostile strings by each way in and out", "tests/tui/test_hostile.py tests/acceptance/test_hostile_ways.py"),
    ("files made to swallow memory", "tests/store/exchange/test_bombs.py"),
    ("a day searched for its words", "tests/acceptance/test_nothing_leaks.py"),
)


def table_rows() -> list[tuple[str, str]]:
    """What was tried, and what came of it."""
    return [steps_row(), windows_row(), *(suite_row(words, files) for words, files in SUITES)]


def steps_row() -> tuple[str, str]:
    """Every answer of the system at every step of every kind of save."""
    steps = refused = 0
    for what in FIELDS:
        for number in ANSWERS:
            for how in HOW:
                with TemporaryDirectory() as folder:
                    found = every_step(Path(folder) / "home", what, number, how)
                steps, refused = steps + found.steps, refused + found.refused
    return "points at which a save was failed", f"{steps}: {refused} told, {steps - refused} came through, 0 texts lost"


def windows_row() -> tuple[str, str]:
    """Two windows on one case."""
    with TemporaryDirectory() as folder:
        found = two_windows(Path(folder) / "home", SAVES)
    return "saves in turn by two windows", f"{found.saves}: {found.lost} lost, {found.conflicts} told of another text"


def suite_row(words: str, files: str) -> tuple[str, str]:
    """A suite in its long form."""
    command = [sys.executable, "-m", "pytest", "-q", *files.split()]
    done = subprocess.run(
        command, env={**os.environ, "CASEREFLECT_EVERY_WAY": "1"}, capture_output=True, text=True, check=False
    )
    said = re.findall(r"\d+ (?:passed|failed|skipped|errors?)", done.stdout)
    return words, ", ".join(said) or "did not run"


if __name__ == "__main__":
    for words, figure in table_rows():
        sys.stdout.write(f"{words:55} {figure}\n")
