"""A save that fails at any of its steps: the old file is whole, the new text is a draft or still in the form, and one sentence says why.

CASEREFLECT_EVERY_WAY=1 (`make faults`) tries every answer of the system at every step, else two.
"""

import os
from errno import EIO, ENOSPC
from pathlib import Path

import pytest

from store.records import CaseRecord
from tests.figures import count
from tests.store.every_step import ANSWERS, HOW, every_step, small_house

EVERY = os.environ.get("CASEREFLECT_EVERY_WAY") == "1"
WHAT = ("a save", "a new case", "a draft", "my own file", "a migration")
ALL = [(what, number, how) for what in WHAT for number in ANSWERS for how in HOW]
BRIEFLY = [
    ("a save", ENOSPC, "for good"),
    ("a new case", EIO, "late"),
    ("a draft", EIO, "once"),
    ("my own file", EIO, "late"),
    ("a migration", EIO, "for good"),
]


@pytest.mark.parametrize(("what", "number", "how"), ALL if EVERY else BRIEFLY)
def test_a_fault_of_the_disk_at_any_step_loses_nothing(tmp_path: Path, what: str, number: int, how: str) -> None:
    """Full, quota, read-only, no permission, broken: at one step, from one on, and at a rename that was made."""
    found = every_step(tmp_path / "home", what, number, how)
    assert found.steps >= 5, found
    assert found.refused + found.saved == found.steps
    assert found.refused
    count("a save failed at each step", points=found.steps, told=found.refused, lost=0)


def test_what_a_new_case_left_that_was_cut_off_is_swept_by_a_later_one(tmp_path: Path) -> None:
    """No save of that case will do it; an hour later nobody can be at work on it any more."""
    house = small_house(tmp_path / "home")
    old, young = (house.places.cases / f".01K{number}.json.0a1b2c3d.tmp" for number in range(2))
    for path in (old, young):
        path.write_bytes(b"half")
    os.utime(old, (0, 0))
    house.store.add_case(CaseRecord(ref="F-2"))
    assert (old.exists(), young.exists()) == (False, True)
