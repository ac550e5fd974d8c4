"""A store in memory, a fixed day, and a case to work on."""

from datetime import date

import pytest

from checklists.clock import Clock
from checklists.limits import Limits, load_limits
from checklists.summaries import summarise
from checklists.use_cases.cases import add_case, add_child
from store.case import Case
from store.case_store import CaseStore
from store.memory_store import MemoryStore

TODAY = date(2026, 11, 23)


@pytest.fixture
def clock() -> Clock:
    """Mon 23 Nov 2026."""
    return Clock(fixed=TODAY)


@pytest.fixture
def limits() -> Limits:
    """The built-in limits."""
    return load_limits()


@pytest.fixture
def store(clock: Clock) -> CaseStore:
    """An empty store in memory."""
    return MemoryStore(summarise=summarise, now=clock.now)


@pytest.fixture
def case(store: CaseStore, clock: Clock) -> Case:
    """F-102: K.M., eight years, and L.M., three, on a protection plan."""
    made = add_case(
        store,
        clock,
        {"ref": "F-102", "allocated_on": date(2026, 2, 17)},
        {"initials": "K.M.", "born_on": date(2018, 5, 4), "plan": "cp", "plan_started_on": date(2026, 2, 17)},
    )
    add_child(store, made.id, {"initials": "L.M.", "born_on": date(2023, 6, 1), "plan": "cp"})
    return store.case(made.id)
