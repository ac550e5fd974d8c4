"""On the screen, in the list of every kind: a row's earlier texts, and the row moved to another case or told why not."""

import shutil
from pathlib import Path

import pytest

from checklists.pages.registers import NAMED, REGISTERS
from checklists.use_cases.moving import STAYS
from store.records import BY_KIND, Record
from tests.acceptance.test_every_kind import CASES, every_kind, needs  # noqa: F401
from tests.checklists.every_kind import the_one
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import Desk, house_in

pytestmark = pytest.mark.walk

WORDS = {"person": "people", "hypothesis": "I wonders", "visit": "visits", "child": "children", "answer": "answers"}
"""The lists that are no evidence, by their words in the menu."""


@pytest.mark.parametrize(("service", "refs"), CASES.items(), ids=CASES)
async def test_every_list(
    service: str,
    refs: tuple[str, str],
    at: Open,
    every_kind: Path,  # noqa: F811
    tmp_path: Path,
) -> None:
    """What was changed stands side by side; what is moved is asked who is who, and stands in the other case."""
    here, there = refs
    house = house_in(shutil.copytree(every_kind, tmp_path / "every"))
    kinds = [BY_KIND[name] for name in REGISTERS if name in NAMED or name in WORDS]
    kinds = [kind for kind in kinds if (kind.only_for or "children") == service]
    async with at(house) as desk:
        case, before = desk.case(here), desk.case(there)
        await desk.press("c")
        await desk.to_row(here)
        await desk.press("enter")
        for kind in sorted(kinds, key=lambda kind: not needs(kind)):
            await (
                desk.press("h") if kind.kind == "person" else menu(desk, WORDS.get(kind.kind) or NAMED[kind.kind].word)
            )
            if kind not in STAYS:
                await to_record(desk, the_one(case, kind))
            await menu(desk, "earlier texts")
            assert desk.place.startswith("Earlier texts"), kind.kind
            assert "Before" in desk.text, desk.text
            await desk.press("escape")
            await menu(desk, "move to another")
            if kind in STAYS:
                assert STAYS[kind] in desk.foot
            else:
                await moved(desk, there)
            await desk.press("escape")
        after = desk.case(there)
        assert all(len(after.of(kind)) > len(before.of(kind)) for kind in kinds if kind not in STAYS)


async def menu(desk: Desk, words: str) -> None:
    """Do a command from the menu, its words pasted in one piece."""
    await desk.press("f9")
    await desk.paste(words)
    await desk.press("enter")


async def to_record(desk: Desk, record: Record) -> None:
    """Down to its row, whose foot has its id."""
    for _ in range(9):
        if record.short_id in desk.foot:
            return
        await desk.press("down")
    raise AssertionError(f"{record.kind} has no row:\n{desk.text}")


async def moved(desk: Desk, there: str) -> None:
    """Choose the case, and the first of whatever has to be chosen there; then save."""
    await desk.to_row(there)
    await desk.press("enter ctrl+o")
    while "needed" in desk.foot:
        await desk.press("1 ctrl+o")
    assert f"Moved to {there}" in desk.foot, desk.text
