"""The mask over the whole program: every command of every page leads to pages that show no name and no text."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

from checklists.masking import masked_record
from store.records import Child, Record
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import DAY, Desk
from tui.composition import House
from tui.plain.commands import CASE, COMMANDS, LOOK
from tui.screens.menu import Command, commands
from tui.widgets.line_list import LineList
from tui.widgets.record_form import RecordForm

pytestmark = pytest.mark.walk

NAME = "Zq"
WORD = "Zqvorple"
"""Stands in every text of every record, and in no word of the program."""
SHOWN = re.compile(r"zq", re.IGNORECASE)
LEFT_ALONE = ("theme", "lock", "leave", "mask", "redraw", "today", "help", "menu", "find")
"""What only changes how it looks, or leads away."""


def marked(record: Record) -> Record:
    """The record with the word in each of its texts, those that the mask is to cover."""
    masked = masked_record(record)
    kinds = type(record).model_fields
    texts = {
        name: (WORD,) if isinstance(getattr(record, name), tuple) else f"{WORD} {WORD.lower()}"
        for name in kinds
        if isinstance(getattr(record, name), str | tuple) and getattr(record, name) != getattr(masked, name)
    }
    if isinstance(record, Child):
        texts |= {"initials": NAME, "own_id": WORD}
    return record.model_copy(update={name: text for name, text in texts.items() if name not in ("moved", "before")})


@pytest.fixture
def written(house: House) -> Iterator[House]:
    """The small caseload, the word in every text of it."""
    for row in house.store.caseload():
        case = house.store.case(row.id)
        with house.store.change(row.id) as change:
            for records in case.tables.values():
                for record in records:
                    change.put(marked(record))
    yield house


def of_page(desk: Desk) -> list[Command]:
    """Every command of the page, keys and menu alike, that leads somewhere."""
    found = commands(desk.app, desk.app.screen)  # type: ignore[arg-type]
    return [one for one in found if not one.words.startswith(LEFT_ALONE)]


async def run(desk: Desk, command: Command) -> None:
    """Do it, and wait until what it opened is drawn."""
    desk.app.call_next(command.run)
    await desk.pilot.pause()
    await desk._painted()


@pytest.mark.parametrize("keys", ["", "c home enter"], ids=["today", "case"])
async def test_no_page_that_a_command_leads_to_shows_a_name_or_a_text(at: Open, written: House, keys: str) -> None:
    """In its header, its rows, its foot, a form, a question over it, and the help of each."""
    async with at(written, size=(132, 40)) as desk:
        assert SHOWN.search(desk.text)
        await desk.press("f2")
        await desk.press(keys)
        names = [one.words for one in of_page(desk)]
        depth = len(desk.app.screen_stack)
        leaks = []
        for words in names:
            command = next((one for one in of_page(desk) if one.words == words), None)
            if command is None:  # not on the row where the cursor came to stand
                continue
            await run(desk, command)
            seen = [desk.text]
            if not desk.app.screen.query(RecordForm) and len(desk.app.screen_stack) > depth:
                await desk.press("enter")  # one page further: what the first row stands for
                seen.append(desk.text)
            await desk.press("f1")
            seen.append(desk.text)
            await desk.press("f1")
            leaks += [f"== {words}\n{text}" for text in seen if SHOWN.search(text)]
            while desk.app.screen.asking or len(desk.app.screen_stack) > depth:  # type: ignore[attr-defined]
                await desk.press("escape")
        assert not leaks, f"{len(leaks)}\n" + "\n\n".join(leaks)


async def test_every_row_of_a_case_opens_behind_the_mask(at: Open, written: House) -> None:
    """The form of each child names no one in its header; nor does the draft that is kept of it, or what saving says."""
    async with at(written) as desk:
        await desk.press("f2 c home enter home")
        count = len(desk.app.screen.query_one(LineList).stops)
        for place in range(count):
            await desk.press("home")
            await desk.press(" ".join(["down"] * place + ["enter"]))
            assert not SHOWN.search(desk.text), desk.text
            await desk.press("f1 f1 escape")
        await desk.press("home enter tab")
        assert desk.place.startswith("Edit a child")
        await desk.fill(Category="typed")
        await desk.press("escape 0")
        assert not SHOWN.search(desk.text), desk.text
        await desk.menu("drafts")
        assert desk.row.split()[2:5] == ["Edit", "a", "child"]
        assert not SHOWN.search(desk.text), desk.text
        await desk.press("enter ctrl+o")
        assert "is saved" in desk.foot
        assert not SHOWN.search(desk.text), desk.text


def test_no_page_of_plain_lines_names_anyone_behind_the_mask(written: House) -> None:
    """Every command that only reads, at the start and at a case; its pages, its numbered rows, and its questions."""
    typed = ["mask"]
    for word in [*(one.word for one in COMMANDS if one.about in (LOOK, CASE)), "pack", "handover", "drafts"]:
        typed += ["today", "open F-102", word, "why 1", "open 1", "back", "back"]
    ran = subprocess.run(
        [sys.executable, "-m", "tui", "--plain"],
        input="\n".join([*typed, "leave", "leave", ""]),
        env={**os.environ, "CASEREFLECT_HOME": str(written.places.home), "CASEREFLECT_TODAY": f"{DAY}"},
        capture_output=True,
        text=True,
        check=True,
    )
    before, _, masked = ran.stdout.partition("Masked from here on.")
    assert SHOWN.search(before)
    assert len(masked) > 5000
    assert not [line for line in masked.splitlines() if SHOWN.search(line)]
