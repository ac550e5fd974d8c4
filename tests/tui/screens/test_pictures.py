"""How every screen looks, on a fixed day over a fixed store. A picture proves no rule; the other tests here do."""

import os
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from checklists.use_cases.records import add_record
from checklists.use_cases.reviewing import begin_review
from store.case import OWN
from store.records import Answer, CpdPiece, Event, LearningEntry, ReviewNote, ReviewRequest
from tests.samples.workbooks import SAMPLES
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import DAY, Desk
from tui.app import Casereflect
from tui.composition import House
from tui.config import Config
from tui.screens.beside import WIDE
from tui.themes import THEMES
from tui.widgets.lines import Lines

Snap = Callable[..., bool]
SCREENS = {
    "today": "",
    "caseload": "c",
    "case": "c home enter",
    "visit": "c home v tab tab a",
    "question": "c home 4",
    "actions": "c home enter a",
    "all-actions": "a",
    "people": "c home h",
    "person": "c home h enter",
    "history": "c home 4 f5",
    "chronology": "c home t",
    "chronology-by-month": "c home t tab",
    "chronology-as-written": "c home t tab tab",
    "own-words": "c home enter m o w n space w o r d s enter",
    "menu": "m",
    "help": "question_mark",
    "pack": "c home p",
    "pack-unknown": "c home p down down down down down",
    "changes": "c home enter m w h a t space h enter",
    "learning": "l",
    "theme": "l enter",
    "review": f"l {'down ' * 12}enter",
    "review-asked": f"l {'down ' * 12}enter end up enter",
    "finish": "a d",
    "leave": "ctrl+q",
    "trouble": "d",
    "search": "9",
    "search-found": "9 g r a n",
}
"""Each screen by the keys that lead to it."""
IN_EACH_THEME = ("today", "visit", "question")


@pytest.fixture(autouse=True)
def utc(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Times are shown as they are in London in November, and the person's own folder is empty, wherever the tests run."""
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("HOME", str(tmp_path))
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def picture(
    snap: Snap, house: House, keys: str, size: tuple[int, int] = (80, 24), look: str = "dark", more: str = ""
) -> bool:
    """The app over the house after these keys, beside the picture that was kept."""
    app = Casereflect(house, THEMES[look], config=Config(house.places.home / "config.toml"))

    async def before(pilot: Pilot[Any]) -> None:
        desk = Desk(app, pilot, house)
        await desk.press(keys)
        await app.workers.wait_for_complete()
        while size[0] >= WIDE and not any(pane.shown for pane in app.screen.query("#pane").results(Lines)):
            await pilot.pause(0.02)
        if more:
            await desk.write(more)
            await desk.press("ctrl+o enter")

    return snap(app, terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=["80x24", "60x20"])
@pytest.mark.parametrize("name", SCREENS)
def test_each_screen(snap_compare: Snap, house: House, name: str, size: tuple[int, int]) -> None:
    """In the dark theme at both sizes."""
    assert picture(snap_compare, house, SCREENS[name], size)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=["80x24", "60x20"])
def test_without_a_case(snap_compare: Snap, no_cases: House, size: tuple[int, int]) -> None:
    """What there is to do first."""
    assert picture(snap_compare, no_cases, "", size)


OWN_PAGES = {"learning-log": "l end up enter end", "cpd": "l end enter end", "cpd-form": "l end enter ctrl+o"}
"""What stands in my own book, by the keys that lead to it."""


@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=["80x24", "60x20"])
@pytest.mark.parametrize("name", OWN_PAGES)
def test_my_own_book(snap_compare: Snap, house: House, name: str, size: tuple[int, int]) -> None:
    """My log and a year of CPD, with something in them."""
    log: list[dict[str, object]] = [
        {"happened_on": date(2026, 8, 3), "what_i_take": "Ask of the night"},
        {
            "happened_on": DAY,
            "type": "discussed",
            "review": "Out of routine",
            "what_i_take": "Who sees the nights?",
            "bring": True,
        },
    ]
    for number, values in enumerate(log):
        add_record(house.store, OWN, LearningEntry, {"id": f"01KAQ0000000000000000LEA0{number}", **values})
    pieces: list[dict[str, object]] = [
        {"done_on": date(2026, 11, 16), "what": "A day on sleep and safety", "learned": "Ask."},
        {"done_on": date(2025, 6, 2), "what": "Shadowed a health visitor"},
    ]
    for number, values in enumerate(pieces):
        add_record(
            house.store, OWN, CpdPiece, {"id": f"01KAQ0000000000000000CPD0{number}", "type": "training", **values}
        )
    assert picture(snap_compare, house, OWN_PAGES[name], size)


COMPANION = "c home enter m r e v i e w space c o m enter"
OF_A_REVIEW = {
    "companion": COMPANION,
    "then-and-now": f"{COMPANION} down enter down down down down",
    "review-pack": f"{COMPANION} end enter",
}
"""The pages of a case under review, by the keys that lead to them."""


@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=["80x24", "60x20"])
@pytest.mark.parametrize("name", OF_A_REVIEW)
def test_a_case_under_review(snap_compare: Snap, house: House, name: str, size: tuple[int, int]) -> None:
    """Begun, with something asked for, an incident, and a note beside an answer."""
    case = next(house.store.case(row.id) for row in house.store.caseload() if row.ref == "F-102")
    begin_review(house.store, house.clock, case.id, "Asked by the partnership.")
    about = (case.of(Answer)[0].id,)
    with house.store.change(case.id) as change:
        change.put(Event(type="serious_incident", happened_on=date(2026, 11, 17), text="A fall on the stairs."))
        change.put(ReviewRequest(what="A chronology.", asked_by="panel", asked_on=DAY, due_on=date(2026, 11, 27)))
        change.put(ReviewNote(written_on=DAY, now_text="I would test that now.", about_ids=about))
    assert picture(snap_compare, house, OF_A_REVIEW[name], size)


def test_the_preview_of_an_import(snap_compare: Snap, no_cases: House) -> None:
    """What a file would bring."""
    assert picture(snap_compare, no_cases, "i", more=os.path.relpath(SAMPLES / "Annex_A_2024_Jan.xlsx"))


@pytest.mark.parametrize("look", [name for name in THEMES if name != "dark"])
@pytest.mark.parametrize("name", IN_EACH_THEME)
def test_each_theme(snap_compare: Snap, house: House, name: str, look: str) -> None:
    """Three screens in each of the other themes."""
    assert picture(snap_compare, house, SCREENS[name], look=look)


def test_a_wide_screen(snap_compare: Snap, house: House) -> None:
    """Today at 132x40, in its three panes."""
    assert picture(snap_compare, house, "", (132, 40))


@pytest.mark.parametrize("size", [(39, 15), (40, 14), (20, 5)])
async def test_a_screen_too_small_says_one_sentence(at: Open, size: tuple[int, int]) -> None:
    """And nothing else; larger again, the page is there with the text in its box."""
    async with at(size=size) as desk:
        said = " ".join(desk.text.split())
        assert said == "Make the window larger, or run with --plain. Your text is kept."
        await desk.press("4 a b c")
        await desk.pilot.resize_terminal(80, 24)
        await desk.pilot.pause()
        assert "│ abc" in desk.text
