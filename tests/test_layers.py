"""Imports run one way: what is kept and what practice asks never reach for the screen, and the start path stays light."""

import subprocess
import sys

import pytest

HEAVY = ("pydantic", "tinydb", "textual", "rich", "click", "filelock", "ulid", "python_calamine")


def imported_by(statement: str) -> set[str]:
    """The top-level modules that a fresh Python has loaded after the statement."""
    program = f"{statement}\nimport sys\nprint(' '.join({{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "module", ["store.records", "store.case_store", "store.embedded_store", "checklists.use_cases.log_visit"]
)
def test_lower_rooms_never_load_a_screen(module: str) -> None:
    """The store and the checklists know no toolkit."""
    assert not imported_by(f"import {module}") & {"textual", "rich", "click"}


def test_the_way_to_the_passphrase_is_lighter_still() -> None:
    """Nothing but what finds the store and asks the question."""
    slow = {"click", "dataclasses", "typing", "tomllib", "platformdirs", "signal", "traceback"}
    assert not imported_by("import tui.early_prompt") & (slow | set(HEAVY))


@pytest.mark.parametrize(
    "module",
    [
        "checklists.pages.today",
        "checklists.pages.caseload",
        "checklists.signals",
        "store.embedded_store",
        "tui.__main__",
        "tui.commands.opening",
    ],
)
def test_the_way_to_the_first_page_is_light(module: str) -> None:
    """Nothing that Today needs loads pydantic, TinyDB or Textual; nor, where no command is named, what reads one."""
    assert not imported_by(f"import {module}") & set(HEAVY)
