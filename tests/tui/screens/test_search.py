"""Search on the screen: letters, the list, where Enter leads, the way back, the mask, the lock, other windows."""

import pytest

from checklists.pages.search import NOTHING_TYPED
from store.case import OWN
from store.embedded_store import EmbeddedStore
from store.records import CaseRecord, Hypothesis, LearningEntry
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import DAY, Desk
from tests.tui.test_hostile import TEXTS
from tui.composition import House
from tui.screens.search import SearchScreen

AT = [(80, 24), (60, 20), (132, 50)]


async def all_read(desk: Desk) -> None:
    """Wait until every case is read."""
    await desk.app.workers.wait_for_complete()
    await desk.pilot.pause()


async def searched(desk: Desk, words: str) -> SearchScreen:
    """Search for the words, with all read."""
    await desk.press("9")
    await all_read(desk)
    await desk.say(words)
    page = desk.app.screen
    assert isinstance(page, SearchScreen)
    return page


@pytest.mark.parametrize("size", AT, ids=["80x24", "60x20", "132x50"])
async def test_results_grow_smaller_with_every_letter_and_the_foot_says_the_row(
    at: Open, size: tuple[int, int]
) -> None:
    """Before a letter is typed the page says what to do; without a result it says so; nothing stands at the edge."""
    async with at(size=size) as desk:
        await searched(desk, "")
        assert NOTHING_TYPED.split(":")[0] in " ".join(desk.text.split())
        await desk.say("g")
        many = desk.text.count("F-102")
        await desk.say("ran ")
        assert 0 < desk.text.count("F-102") < many
        await desk.say("fridays")
        assert "Question 4" in desk.foot
        assert "The house runs on gran's Fridays." in desk.foot
        assert [row for row in desk.rows if len(row) >= size[0]] == []
        await desk.say(" zebra")
        assert "Nothing has all of these words in it." in desk.text


@pytest.mark.parametrize(
    ("words", "row", "place"),
    [
        ("not asked k", "question 4", "4 "),
        ("gran's fridays", "question 4", "4 "),
        ("early visit", "action", "Actions"),
        ("myself", "visit", "Change a visit"),
        ("partner d", "person", "Person"),
        ("late games", "I wonder", "I wonder"),
        ("f-108 case", "case", "F-108"),
        ("disguised compliance", "theme 3", "3 Disguised"),
        ("sudden unexpected death in infancy", "review", "Sudden"),
    ],
)
async def test_enter_goes_to_the_place(at: Open, words: str, row: str, place: str) -> None:
    """As the lists of the case do; of an answer the question, of an earlier one its history. Esc comes back to what was found."""
    async with at() as desk:
        await searched(desk, words)
        assert f" {row} " in f"{desk.row} "
        found = desk.row
        await desk.press("enter")
        assert desk.place.startswith(place), desk.text
        await desk.press("escape")
        assert desk.place.startswith("Search")
        assert desk.row == found
        assert f"│ {words}" in desk.text


async def test_down_goes_to_the_list_where_letters_are_commands_and_up_or_find_goes_back(at: Open) -> None:
    """In the line a letter is text; in the list 0 is Today. The footer says which it is."""
    async with at() as desk:
        page = await searched(desk, "f-102")
        first = desk.row
        await desk.press("down down")
        assert desk.row != first
        assert "/ search" in desk.keys
        await desk.press("up up")
        assert "Down list" in desk.keys
        await desk.press("down slash")
        await desk.say("gran")
        assert page.typed == "gran"
        await desk.press("down 0")
        assert desk.place.startswith("Today")


async def test_the_words_are_there_again_until_it_is_locked(at: Open) -> None:
    """In the program alone; a letter replaces them, and a blank line goes back with Backspace."""
    async with at() as desk:
        await searched(desk, "gran")
        await desk.press("escape")
        assert desk.place.startswith("Today")
        page = await searched(desk, "")
        assert page.typed == "gran"
        assert "gran" in desk.row
        await desk.say("x")
        assert page.typed == "x"
        await desk.press("backspace backspace")
        assert desk.place.startswith("Today")
        await searched(desk, "gran")
        await desk.press("escape z")
        assert desk.app.looked_for == ""


async def test_behind_the_mask_neither_the_words_nor_what_was_found_can_be_read(at: Open) -> None:
    """The reference, the day and the kind stay; the next key shows the line in which one types."""
    async with at() as desk:
        await searched(desk, "fridays")
        await desk.press("f2")
        assert "fridays" not in desk.text.lower()
        assert "F-102" in desk.row
        assert "question 4" in desk.row
        await desk.press("right")
        assert "│ fridays" in desk.text
        await desk.press("f2")
        assert "gran's Fridays" in desk.text


async def test_what_another_window_saves_is_found_with_the_next_key(at: Open, elsewhere: EmbeddedStore) -> None:
    """Of a case, of a new case, and of my own book."""
    async with at() as desk:
        await searched(desk, "heron")
        assert "Nothing has" in desk.text
        case = elsewhere.add_case(CaseRecord(ref="F-900"), (Hypothesis(text="A heron stood there."),))
        with elsewhere.change(OWN) as change:
            change.put(LearningEntry(happened_on=DAY, what_i_take="Herons wait."))
        await desk.press("left")
        await all_read(desk)
        assert "F-900" in desk.text
        assert "my own" in desk.text
        with elsewhere.change(case.id) as change:
            change.withdraw(case.of(Hypothesis)[0].id, "typed by mistake")
        await desk.press("left")
        await all_read(desk)
        assert "F-900" not in desk.text


async def test_locked_nothing_that_was_read_is_left_and_left_neither(at: Open, house: House) -> None:
    """Opened again it is read again; and the trail has one line for each reading, and none for a case but the one opened."""
    async with at() as desk:
        page = await searched(desk, "gran")
        await desk.press("down z")
        assert page.search is None
        house.unlock("")
        desk.app.pop_screen()
        await all_read(desk)
        assert "gran" in desk.row
        await desk.press("down enter escape escape")
        assert page.search is None
        events = [
            (event.what, bool(event.case_id)) for event in house.store.trail() if event.what in ("searched", "opened")
        ]
        made = [event for event in events if event[0] == "searched"]
        assert made == [("searched", False)] * 2
        assert events[-1] == ("opened", True)


async def test_while_cases_are_read_keys_come_first_and_how_far_it_is_is_said(at: Open) -> None:
    """Typed at once after the key, every letter stands there; with all read, nothing more is said of it."""
    async with at() as desk:
        await desk.press("9 g r a n")
        page = desk.app.screen
        assert isinstance(page, SearchScreen)
        assert page.typed == "gran"
        if page.the_search().left:
            assert "of 5 cases" in desk.place
        await all_read(desk)
        assert "cases" not in desk.place
        assert "gran" in desk.row


async def test_hostile_text_is_shown_letter_for_letter(at: Open, house: House) -> None:
    """Markup is brackets, and nothing in a text acts on the terminal; no error comes of any words."""
    case = next(row for row in house.store.caseload() if row.ref == "F-108")
    with house.store.change(case.id) as change:
        for number, text in enumerate(TEXTS):
            change.put(Hypothesis(text=f"needle{number} {text}", recorded_at=None))
    async with at() as desk:
        await searched(desk, "needle")
        assert f"{len(TEXTS)} found" in desk.place
        await desk.press("end")
        for _ in range(3):
            await desk.press("down pagedown")
        assert not [letter for row in desk.rows for letter in row if ord(letter) < 32 or 0x80 <= ord(letter) < 0xA0]
        await desk.press("slash")
        await desk.say("[red]*?(")
        assert "│ [red]*?(" in desk.text
