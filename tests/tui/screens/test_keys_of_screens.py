"""Every screen: its help names each of its keys and no other, its footer's keys all work, its menu does every command."""

import pytest
from textual.geometry import Region

from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import Desk
from tui.composition import House
from tui.keys import BY_ID, FOOTERS, KEYS, help_rows
from tui.screens.base import HouseScreen
from tui.screens.menu import Command, MenuScreen
from tui.widgets.editor import Editor

pytestmark = pytest.mark.walk

SCREENS = {
    "today": "0",
    "caseload": "c",
    "case": "c enter",
    "case actions": "c enter a",
    "all actions": "a",
    "people": "c enter h",
    "visit": "c v",
    "question": "c 4",
    "person": "c enter h enter",
    "history": "c 4 f5",
    "pack": "c p",
    "chronology": "c enter t",
}
"""Each screen, and the keys that open it."""
UNTOLD = {"answer", "no", "part"}
"""Keys that act in a question only, and one that on other pages is Textual's own."""


async def all_of(desk: Desk) -> str:
    """A page to read from its first row to its last, in one piece."""
    seen: list[str] = []
    for _ in range(12):
        seen += [row for row in desk.rows[2:-4] if row not in seen[-20:]]
        before = desk.text
        await desk.press("pagedown")
        if desk.text == before:
            break
    return " ".join(" ".join(seen).split())


@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
async def test_help_names_every_key_of_its_screen_and_no_other(at: Open, keys: str) -> None:
    """What the table of keys has for the screen's contexts stands there; what is bound is in the table."""
    async with at() as desk:
        await desk.press(keys)
        page = desk.app.screen
        assert isinstance(page, HouseScreen)
        contexts = {"always", *page.contexts, *(() if "field" in page.contexts else ("page",))}
        told = {pressed for key in KEYS if key.action and set(key.contexts) & contexts for pressed in key.keys}
        ours = {pressed for key in KEYS if key.action and key.id not in UNTOLD for pressed in key.keys}
        if "field" not in page.contexts:
            assert {pressed for pressed in desk.app.active_bindings if pressed in ours} == told & ours
        await desk.press("f1")
        text = await all_of(desk)
        rows = [row for _, found in help_rows(tuple(contexts)) for row in found]
        for label, words in rows:
            of_a_question = words == BY_ID["next_question"].help
            assert (f"{label} {words}" in text) is (not of_a_question or page.about == "reflect"), (label, words)
        await desk.press("escape")
        assert desk.app.screen is page


@pytest.mark.parametrize("keys", ["0", "c enter", "c enter a", "c enter h"], ids=["today", "case", "actions", "people"])
async def test_each_key_of_a_footer_does_something(at: Open, keys: str) -> None:
    """After every one of them the screen is another, or the foot says why not."""
    async with at(size=(132, 40)) as desk:
        await desk.press(keys)
        page = desk.app.screen
        assert isinstance(page, HouseScreen)
        for name in FOOTERS[page.footer]:
            if name in ("open", "question"):
                continue
            before = desk.text
            await desk.press(BY_ID[name].keys[0])
            assert desk.text != before, (name, before)
            await back_to(desk, keys)


async def back_to(desk: Desk, keys: str) -> None:
    """To the same screen again, from wherever a key led."""
    while len(desk.app.screen_stack) > 1 or desk.app.screen.asking:  # type: ignore[attr-defined]
        await desk.press("escape")
    await desk.press(f"home {keys}")


async def test_the_last_row_names_the_keys_of_the_table(at: Open) -> None:
    """In the words of the table, those that matter most first."""
    async with at() as desk:
        for keys, said in (
            ("0", "Enter open   v visit   / find   m menu   ? help"),
            ("c enter", "1-8 question   v visit   a actions   m menu   Esc back"),
            ("a", "n new   d done   r re-date   / find   ? help"),
        ):
            await desk.press(keys)
            assert desk.keys == said


def commands(desk: Desk) -> list[Command]:
    """What the open menu lists, in its order."""
    menu = desk.app.screen
    assert isinstance(menu, MenuScreen)
    return menu.commands


async def test_the_menu_does_what_only_it_has(at: Open) -> None:
    """On a case, one after the other: each opens another page, or asks; the keys' own commands are there too."""
    async with at() as desk:
        await desk.press("c enter f9")
        assert {"visit", "questions", "leave", "lock", "caseload"} <= {one.words for one in commands(desk)}
        only = [one.words for one in commands(desk) if not one.key and not one.words.startswith("theme")]
        assert {"close case", "undo the last change", "edit case", "children", "add a case"} <= set(only)
        for words in only:
            await desk.press("escape escape 0 home c enter")
            before = desk.text
            await desk.press("f9 down home")
            place = [one.words for one in commands(desk)].index(words)
            await desk.press(" ".join([*["down"] * place, "enter"]))
            assert desk.app.is_running, words
            assert desk.text != before, words
            await desk.press("escape" if desk.app.screen.asking else "")  # type: ignore[attr-defined]


async def test_a_letter_without_a_meaning_does_nothing(at: Open) -> None:
    """Free letters and capitals: the page stays as it is."""
    async with at() as desk:
        before = desk.text
        for name in ("f", "V", "A", "plus", "f7"):
            await desk.press(name)
            assert desk.text == before, name


async def test_letters_are_letters_in_a_box(at: Open) -> None:
    """No command acts while one types."""
    async with at() as desk:
        await desk.press("c 4")
        await desk.say("vamchwq0123?/x")
        assert "│ vamchwq0123?/x" in desk.text
        assert desk.place.startswith("4 ")


async def test_a_box_that_was_taken_away_undrawn_may_be_drawn_once_more(at: Open) -> None:
    """Keys typed ahead open a line and close it before the page is painted."""
    async with at() as desk:
        await desk.press("slash")
        box = desk.app.screen.query_one(Editor)
        await desk.press("escape")
        box.notify_style_update()
        assert [strip.text for strip in box.render_lines(Region(0, 0, 5, 1))] == ["     "]


async def test_help_says_what_to_do_if_a_child_may_be_in_danger(at: Open) -> None:
    """On every screen's help, last."""
    async with at() as desk:
        for keys in ("f1", "escape c 4 f1"):
            await desk.press(keys)
            assert "Ring your manager or 999 first, and write later." in await all_of(desk)


@pytest.mark.parametrize("keys", ["0", "c"])
async def test_without_a_case_help_names_how_to_begin_and_no_key_of_a_row(at: Open, no_cases: House, keys: str) -> None:
    """N and i, in help as at the keys; with a case i does nothing, as the menu has it."""
    async with at(no_cases) as desk:
        await desk.press(keys)
        await desk.press("f1")
        text = await all_of(desk)
        assert "n new in this list" in text
        assert "i import a file" in text
        assert "log a visit" not in text
        assert "re-date" not in text
        await desk.press("escape i")
        assert desk.app.screen.asking  # type: ignore[attr-defined]
    async with at() as desk:
        await desk.press(keys)
        before = desk.text
        await desk.press("i")
        assert desk.text == before


@pytest.mark.parametrize("keys", ["c enter h", "a", "c enter a"], ids=["people", "all actions", "actions"])
async def test_the_key_of_the_page_where_one_is_lays_no_second_copy_over_it(at: Open, keys: str) -> None:
    """It says so; one Esc goes back."""
    async with at() as desk:
        await desk.press(keys)
        depth = len(desk.app.screen_stack)
        await desk.press(keys.rsplit(maxsplit=1)[-1])
        assert len(desk.app.screen_stack) == depth
        assert desk.foot.startswith("This is that page.")


async def test_the_menu_says_when_it_finds_nothing_and_ends_with_the_themes(at: Open) -> None:
    """What is wanted least often stands last; nothing is cut at 60 columns."""
    async with at(size=(60, 20)) as desk:
        await desk.press("f9")
        found = [one.words for one in commands(desk)]
        first = next(place for place, words in enumerate(found) if words.startswith("theme"))
        assert all(words.startswith("theme") for words in found[first:])
        for _ in range(4):
            assert "…" not in "".join(desk.rows[2:-4])
            await desk.press("down pagedown")
        await desk.press("escape f9")
        await desk.say("zzz")
        assert "Nothing here has these words in it." in desk.text


async def test_the_list_of_children_says_what_enter_does(at: Open) -> None:
    """In its foot, on every row."""
    async with at() as desk:
        await desk.press("c enter")
        await desk.menu("children")
        assert "Enter changes plan, dates and intervals." in desk.foot


async def test_a_form_names_the_way_back_at_60_columns_too(at: Open) -> None:
    """The footer gives up another key first; Save is reached by Shift+Tab."""
    async with at(size=(60, 20)) as desk:
        await desk.press("c v")
        assert desk.keys.endswith("Esc keep draft")
        await desk.press("shift+tab shift+tab")
        assert "> [ Save ]" in desk.text
