"""An adult's case through every screen, list, form, question and menu: no word of children's cases stands on any."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from checklists.pages.registers import NAMED
from tests.tui.adult_words import adult_home, child_only
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import Desk, house_in
from tui.composition import House

pytestmark = pytest.mark.walk

PROGRAM = (
    "c children   a adults",
    "with its first child",
    "If a child may be in danger",
    "children's",
    "child or adult",
    "Child protection",
    "school holidays",
)
"""Lines of the program over all cases."""
KEYS = (
    "0",
    "c",
    "c enter",
    *(f"c enter {number}" for number in "12345678"),
    *(f"c enter {key}" for key in "vahegoutpi"),
)
"""Today, the caseload, the case, each question, and each page or form that has a key."""
LISTS = [named.word for named in NAMED.values()]
PAGES = ("prompts", "this person's words", "visits", "I wonders", "answers", "person", "what has changed", "hand-over",
         "edit case", "close case", "words for a concern", "raise a concern")  # fmt: skip


@pytest.fixture(scope="module")
def adults_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The adult's case, made once."""
    return adult_home(tmp_path_factory.mktemp("adult") / "home")


@pytest.fixture
def adults(adults_made: Path, tmp_path: Path) -> Iterator[House]:
    """A copy of it."""
    shutil.copytree(adults_made, tmp_path / "adult")
    found = house_in(tmp_path / "adult")
    yield found
    found.lock()


async def read(desk: Desk) -> str:
    """The page, and what its foot says at every row or field of it."""
    seen = [desk.text]
    move = "tab" if "Ctrl+O" in desk.keys else "down"
    for _ in range(40):
        before = desk.text
        await desk.press(move)
        if desk.text in (before, seen[0]):
            break
        seen.append(desk.text)
    return "\n".join(seen)


@pytest.mark.parametrize("keys", KEYS)
async def test_a_page_of_an_adults_case_has_no_word_of_childrens(at: Open, adults: House, keys: str) -> None:
    """Each page and form that a key leads to, at every row and field."""
    async with at(adults, size=(100, 40)) as desk:
        await desk.press(keys)
        assert child_only(await read(desk), PROGRAM) == []


@pytest.mark.parametrize("word", [*LISTS, *PAGES])
async def test_a_list_of_an_adults_case_has_no_word_of_childrens(at: Open, adults: House, word: str) -> None:
    """From the menu: the list, its first row, and the form for a new one."""
    async with at(adults, size=(100, 40)) as desk:
        await desk.press("c enter")
        await desk.menu(word)
        assert child_only(await read(desk), PROGRAM) == []
        if word in LISTS:
            await desk.press("home enter")
            assert child_only(desk.text, PROGRAM) == []
            await desk.press("escape")
            if not desk.place.startswith("A-201"):
                await desk.press("n")
                assert child_only(await read(desk), PROGRAM) == []


async def test_the_menu_of_an_adults_case_has_no_word_of_childrens(at: Open, adults: House) -> None:
    """Each command with its sentence."""
    async with at(adults, size=(100, 60)) as desk:
        await desk.press("c enter m")
        assert child_only(await read(desk), PROGRAM) == []


async def test_a_new_adults_case_made_by_keys_asks_in_the_same_words(at: Open, adults: House) -> None:
    """Its form, its page, and the person's own form."""
    async with at(adults, size=(100, 40)) as desk:
        await desk.press("c n")
        await desk.say("A-300")
        await desk.to_field("Service")
        await desk.press("a")
        assert child_only(await read(desk), PROGRAM) == []
        await desk.to_field("Initials")
        await desk.say("E.B.")
        await desk.press("ctrl+o")
        assert "A-300" in desk.refs
        await desk.press("0 c")
        await desk.to_row("A-300")
        await desk.press("enter")
        assert child_only(await read(desk), PROGRAM) == []


HELPED = (
    "c enter question_mark",
    *(f"c enter {key} question_mark" for key in "haegoutpb"),
    *(f"c enter {key} f1" for key in ("v", "1", "3", "4", "8")),
    *(f"c enter {key} n f1" for key in "hgoueta"),
    "c enter h enter f1",
    "c enter g enter f1",
)
"""Help, by the keys that lead to it: of the case, its pages, its lists, and its forms new and filled."""


@pytest.mark.parametrize("keys", HELPED)
async def test_help_on_an_adults_case_has_no_word_of_childrens(at: Open, adults: House, keys: str) -> None:
    """What F1 says there, to its last line."""
    async with at(adults, size=(100, 60)) as desk:
        await desk.press(keys)
        assert child_only(await read(desk), PROGRAM) == []


async def test_the_list_of_people_of_an_adults_case(at: Open, adults: House) -> None:
    """At every row, with its foot; and the form of each person, at every field."""
    async with at(adults, size=(100, 40)) as desk:
        await desk.press("c enter h")
        assert desk.place.startswith("People around this person")
        assert child_only(await read(desk), PROGRAM) == []
        for row in range(len(desk.case("A-201").tables["person"])):
            await desk.press(" ".join(["home", *["down"] * row, "enter"]))
            assert child_only(await read(desk), PROGRAM) == []
            await desk.press("escape")
