"""The store driven at random, by hypothesis: what was acknowledged is there after every step.

CASEREFLECT_RUNS (`make faults`) says how many runs; without it a few, the same ones each time, and told as they were.
"""

import os

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.figures import count
from tests.store.machine import DONE, Driven
from tests.store.machine_on_disk import OnDisk

RUNS = int(os.environ.get("CASEREFLECT_RUNS", "0"))
HOW = settings(
    max_examples=RUNS or 50,
    stateful_step_count=50 if RUNS else 25,
    deadline=None,
    derandomize=not RUNS,
    database=None,
    phases=(Phase.generate, Phase.shrink) if RUNS else (Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize("machine", [Driven, OnDisk])
def test_whatever_is_done_in_whatever_order_loses_nothing(machine: type[Driven]) -> None:
    """Saves, withdrawals, undo, drafts, two windows, purges; on disk also faults, kills, lost caches, backups put back."""
    DONE.clear()
    run_state_machine_as_test(machine, settings=HOW)
    assert DONE["acknowledged saves"]
    count(
        f"driven at random, {machine.__name__}", **{word.replace(" ", "_"): many for word, many in DONE.items()}, lost=0
    )
