"""The mask and the lock: what someone over the shoulder can read, and what a person who left the desk finds again."""

import re

import pytest

from checklists.masking import Masked
from checklists.troubles import StoreTrouble
from checklists.use_cases.cases import add_case
from store.keys import Unlocking
from store.records import Answer, Seen
from store.store_file import read_store_file
from tests.light_key import PASSPHRASE, light_store
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import DAY, Desk, Still
from tui.composition import House
from tui.passphrase import Asking
from tui.screens.locked import LockScreen

KEYS = ("0", "c", "a", "h", "v", "4", "w")


def names(house: House) -> set[str]:
    """The initials of all children, as they would stand on a page."""
    return {child.initials for row in house.store.caseload() for child in row.children if child.initials}


def texts(house: House) -> set[str]:
    """Every longer word of what was written on the cases: none may be read behind the mask."""
    found: set[str] = set()
    for row in house.store.caseload():
        case = house.store.case(row.id)
        for seen in case.of(Seen):
            found |= set(re.findall(r"[a-z]{5,}", seen.child_words.lower()))
        found |= {word for action in row.actions for word in re.findall(r"[a-z]{6,}", action.what.lower())}
    return found


@pytest.mark.parametrize("keys", KEYS)
async def test_behind_the_mask_no_page_shows_a_name(at: Open, house: House, keys: str) -> None:
    """On Today, Caseload, actions, people, a visit, a question, an I wonder; and the page says that it is on."""
    async with at() as desk:
        await desk.press("f2")
        await desk.press(keys)
        shown = desk.text
        assert not [name for name in names(house) if re.search(rf"\b{re.escape(name)}", shown)]
        assert "masked" in desk.text  # in the header, or where its place is long in the hairline


async def test_behind_the_mask_texts_are_letters_x_as_long_as_before(at: Open, house: House) -> None:
    """References, days, choices and words of severity stay."""
    async with at() as desk:
        await desk.press("a")
        plain = desk.rows
        await desk.press("f2")
        masked = desk.rows
        body = [(one, other) for one, other in zip(plain, masked, strict=True) if one.startswith(("   ", " > "))]
        assert all(re.sub(r"\w", "x", one) == re.sub(r"\w", "x", other) for one, other in body)
        assert not texts(house) & set(re.findall(r"[a-z]{6,}", desk.text.lower()))
        await desk.press("f2")
        assert desk.rows == plain


async def test_while_typing_only_the_line_with_the_cursor_can_be_read(at: Open) -> None:
    """The mask goes on mid-word, and what is typed is saved as it is."""
    async with at() as desk:
        await desk.to_row("F-102")
        await desk.press("4")
        await desk.say("Somebody stays at night and nobody says so to me")
        await desk.press("f2")
        shown = desk.text
        assert "so to me" in shown
        assert "Somebody" not in shown
        await desk.press("up")
        assert "Somebody" in desk.text
        assert "so to me" not in desk.text
        await desk.press("ctrl+o")
        await desk.press("f2")
        (answer,) = [one for one in desk.kept("F-102", Answer) if one.question == "Q4" and one.answered_on == DAY]
        assert answer.text == "Somebody stays at night and nobody says so to me"


async def test_the_mask_goes_on_by_itself(at: Open) -> None:
    """When no key was pressed for as long as the limit says; it stays until F2."""
    async with at() as desk:
        desk.app.idle.mask, desk.app.idle.lock = 0.05, 0.0
        desk.app.idle.begin()
        while not desk.app.masked:
            await desk.pilot.pause(0.02)
        assert "F2 shows names" in desk.foot
        await desk.press("down")
        assert desk.app.masked


@pytest.fixture(scope="module")
def locked_away(tmp_path_factory: pytest.TempPathFactory) -> House:
    """An encrypted store with one case."""
    places = light_store(tmp_path_factory.mktemp("secret") / "home")
    content = read_store_file(places)
    assert content is not None
    house = House(places, Still(fixed=DAY), content, Asking())
    unlocking = Unlocking(places, content.recipients)
    house.open_with(unlocking.answer(PASSPHRASE))
    add_case(house.store, house.clock, {"ref": "F-7"}, {"initials": "Z.Z.", "plan": "cin"})
    return house


async def opened(desk: Desk) -> None:
    """Wait until the key has been tried."""
    while isinstance(desk.app.screen, LockScreen) and desk.app.screen.opening:
        await desk.pilot.pause(0.05)


async def test_locked_it_shows_nothing_and_only_the_passphrase_opens_it(at: Open, locked_away: House) -> None:
    """No key of another page acts; a wrong passphrase is said; the pages are there again after the right one."""
    async with at(locked_away) as desk:
        await desk.press("c z")
        assert [row for row in desk.rows if row.strip("─ ")] == [
            " casereflect, locked",
            " > Passphrase   │",
            " Enter open",
        ]
        await desk.press("f1 f9 f2 ctrl+p 0")
        assert isinstance(desk.app.screen, LockScreen)
        await desk.press("ctrl+u")
        await desk.say("wrong")
        assert "*****" in desk.text
        await desk.press("enter")
        await opened(desk)
        assert "does not open the key" in desk.text
        await desk.say(PASSPHRASE)
        await desk.press("enter")
        await opened(desk)
        assert desk.place.startswith("Caseload")
        assert not desk.app.masked


async def test_a_form_goes_on_after_the_lock(at: Open, locked_away: House) -> None:
    """What was typed is there, its draft was kept, and saving works with the key anew."""
    async with at(locked_away) as desk:
        await desk.press("c v tab tab a")
        await desk.menu("lock")
        assert desk.app.locked
        await desk.say(PASSPHRASE)
        await desk.press("enter")
        await opened(desk)
        assert "Log a visit" in desk.place
        await desk.press("ctrl+o")
        assert "saved" in desk.foot
        row = locked_away.store.caseload()[0]
        assert [seen.seen for seen in locked_away.store.case(row.id).of(Seen)] == ["alone"]


async def test_locked_the_key_is_let_go_of(at: Open, locked_away: House) -> None:
    """Nothing can be read through the store, and a hang-up then asks nobody for a passphrase."""
    async with at(locked_away) as desk:
        await desk.press("z")
        with pytest.raises(StoreTrouble):
            locked_away.store.caseload()
        desk.app.keep()
        await desk.say(PASSPHRASE)
        await desk.press("enter")
        await opened(desk)


async def test_it_locks_by_itself(at: Open, locked_away: House) -> None:
    """After the longer of the two limits, whether masked or not."""
    async with at(locked_away) as desk:
        desk.app.idle.mask, desk.app.idle.lock = 0.02, 0.06
        desk.app.idle.begin()
        while not desk.app.locked:
            await desk.pilot.pause(0.02)
        desk.app.idle.mask, desk.app.idle.lock = 0.0, 0.0
        await desk.say(PASSPHRASE)
        await desk.press("enter")
        await opened(desk)
        assert not desk.app.locked


async def test_a_store_without_a_passphrase_is_covered_too(at: Open) -> None:
    """Enter shows the pages again; it says that nothing else protects them."""
    async with at() as desk:
        await desk.press("z")
        assert "no passphrase" in desk.text
        assert "F-102" not in desk.text
        await desk.press("enter")
        await opened(desk)
        assert desk.place.startswith("Today")


def test_nothing_of_the_mask_is_kept() -> None:
    """Masked records are for reading: the protocol that pages read from has no way to save."""
    assert not [name for name in dir(Masked) if name in ("change", "add_case", "save_draft", "drop_draft")]
