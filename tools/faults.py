"""Run the tests of faults in their long form and print what they counted, a row for each kind of fault.

    python tools/faults.py

The same tests run in their short form with all the others.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[1]
LONG = {
    "CASEREFLECT_KILLS": "200",
    "CASEREFLECT_SAVES": "500",
    "CASEREFLECT_POINTS": "24",
    "CASEREFLECT_EVERY_WAY": "1",
    "CASEREFLECT_RUNS": "150",
}
"""How often it is killed; how many times two windows each save twice; at how many points a disk is full; each form, step
and string in each way; how many runs at random."""
GROUPS = (
    ("killed while two windows save", ["tests/acceptance/test_killed_while_saving.py"]),
    ("two windows on one case", ["tests/store/test_two_windows.py"]),
    ("full, forbidden, read-only disks", ["tests/store/test_faults.py", "tests/store/test_full_disk.py"]),
    (
        "the disk fails at each step",
        [
            "tests/store/test_every_step.py",
            "tests/store/test_upkeep_every_step.py",
            "tests/store/test_no_locks.py",
            "tests/acceptance/test_disk_fails.py",
        ],
    ),
    ("driven at random, with a model", ["tests/store/test_machine.py"]),
    ("an older store, a newer file", ["tests/store/test_migrations.py", "tests/acceptance/test_older_store.py"]),
    ("damaged files", ["tests/store/test_doctor.py", "tests/store/test_damaged_files.py"]),
    ("backups cut off, changed, put back", ["tests/store/test_backups.py", "tests/acceptance/test_backups.py"]),
    ("keys changed, lost, cut off", ["tests/store/test_rekeying.py", "tests/store/test_keys.py"]),
    ("audit trail changed", ["tests/store/test_audit.py"]),
    ("purge", ["tests/store/test_purging.py", "tests/store/test_purge_links.py"]),
    (
        "hang-ups, signals, stalled lines",
        ["tests/tui/test_hangup.py", "tests/acceptance/test_plain_endings.py", "tests/acceptance/test_over_ssh.py"],
    ),
    (
        "every field of every form",
        ["tests/tui/screens/test_every_form_keeps.py", "tests/tui/plain/test_every_form_keeps_in_lines.py"],
    ),
    ("every form on a real terminal", ["tests/tui/test_every_form_on_a_terminal.py"]),
    (
        "words in an editor",
        ["tests/acceptance/test_editor.py", "tests/acceptance/test_editor_on_screens.py"],
    ),
    (
        "hostile text",
        ["tests/tui/test_hostile.py", "tests/store/test_any_text.py", "tests/acceptance/test_hostile_ways.py"],
    ),
    ("files made to swallow memory", ["tests/store/exchange/test_bombs.py"]),
    ("words left in the clear", ["tests/acceptance/test_nothing_leaks.py"]),
)


def main() -> int:
    """Run each group and print its row; 1 where any test did not hold."""
    bad = False
    print(f"{'fault':<36}{'tests held':>12}  counted")
    for name, files in GROUPS:
        with tempfile.TemporaryDirectory() as folder:
            held, tried, figures = run(files, Path(folder) / "figures")
        bad |= held != tried
        print(f"{name:<36}{f'{held} of {tried}':>12}  {figures}", flush=True)
    return int(bad)


def run(files: list[str], table: Path) -> tuple[int, int, str]:
    """How many tests held, how many there were, and what they counted."""
    environ = {**os.environ, **LONG, "CASEREFLECT_FIGURES": str(table)}
    command = [sys.executable, "-m", "pytest", "-q", *files]
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
    counts = {word: int(many) for many, word in re.findall(r"(\d+) (passed|failed|error)", done.stdout)}
    if done.returncode:
        sys.stderr.write(done.stdout)
    return counts.get("passed", 0), sum(counts.values()), counted(table)


def counted(table: Path) -> str:
    """What the tests of a group counted, added up."""
    sums: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    lines = table.read_text(encoding="utf-8").splitlines() if table.exists() else []
    for line in lines:
        row = json.loads(line)
        for word, many in row.items():
            if word != "fault":
                sums[row["fault"]][word.replace("_", " ")] += many
    return "; ".join(f"{fault}: {', '.join(f'{n} {word}' for word, n in row.items())}" for fault, row in sums.items())


if __name__ == "__main__":
    sys.exit(main())
