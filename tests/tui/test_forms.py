"""Keys of a form: the page of plain words with one line open."""

import pytest

from tests.tui.at_a_form import (
    ACCOUNT,
    AT,
    KM_ROOM,
    KM_SEEN,
    KM_WORDS,
    SIZE,
    TO_ACCOUNT,
    WHEN,
    Press,
    Shown,
    form,
    here,
)
from tests.tui.demo import Demo, Log


async def test_tab_goes_through_all_fields_in_reading_order_and_round(press: Press) -> None:
    """Then the buttons, then the first field again; Shift+Tab is the same way back."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v")
        going = []
        while here(app) not in going:
            going.append(here(app))
            await press(pilot, "tab")
        assert going[:5] == [WHEN, AT, KM_SEEN, KM_ROOM, KM_WORDS]
        assert going[-3:] == [ACCOUNT, "Save", "Back"]
        assert here(app) == WHEN
        back = []
        for _ in going:
            await press(pilot, "shift+tab")
            back.append(here(app))
        assert back == going[::-1]


async def test_one_field_is_open_and_the_others_are_words(press: Press, shown: Shown) -> None:
    """Exactly one `>`, and a bar on each line of the open field only."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v")
        for _ in range(14):
            rows = shown(app)[2:21]
            assert len([row for row in rows if " > " in f" {row}"]) == 1, rows
            assert len([row for row in rows if "│" in row]) == (
                0 if form(app).state.button else form(app).editor.size.height
            )
            await press(pilot, "tab")


async def test_a_letter_fills_a_choice_and_goes_on(press: Press, shown: Shown) -> None:
    """`o` says observed, capital or not; the letters stand beside the child's name while its group is open."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v tab tab")
        assert shown(app)[4] == " K.M., 8          a alone   w with others   o observed   n not seen"
        await press(pilot, "O n")
        assert form(app).texts[KM_SEEN] == "observed"
        assert form(app).texts[KM_ROOM] == "no"


@pytest.mark.parametrize("key", ["minus", "backspace"])
async def test_a_choice_is_emptied_and_stays(key: str, press: Press, shown: Shown) -> None:
    """`-` and Backspace: not recorded."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"v tab tab tab {key}")
        assert form(app).texts[KM_ROOM] == ""
        assert isinstance(app.screen, Log)
        await press(pilot, "tab")
        assert "Bedroom  not recorded" in shown(app)[5]


@pytest.mark.parametrize(("key", "named"), [("x", "x"), ("1", "1"), ("space", "Space"), ("question_mark", "?")])
async def test_another_letter_is_refused_in_the_foot(key: str, named: str, press: Press, shown: Shown) -> None:
    """Nothing changes; the foot says which letters there are, until the next key."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"v tab tab {key}")
        assert here(app) == KM_SEEN
        assert form(app).texts[KM_SEEN] == "alone"
        foot = " ".join(shown(app)[20:23])
        assert f" {named} is not one of the letters. a alone   w with others" in foot
        await press(pilot, "a")
        assert "not one of the letters" not in " ".join(shown(app)[20:23])


@pytest.mark.parametrize("leave", ["tab", "shift+tab", "enter", "down", "ctrl+o"])
async def test_a_wrong_date_stays_and_the_foot_says_why(leave: str, press: Press, shown: Shown) -> None:
    """The text is kept, the field stays open with the caret at its end, and a right one goes on."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"v ctrl+u 1 3 slash 2 5 {leave}")
        assert here(app) == WHEN
        assert app.focused is form(app).editor
        assert shown(app)[22].startswith(" 13/25 is not a date. Day comes first here. Try 25/3")
        assert shown(app)[2].startswith(" > When         │ 13/25")
        assert app.saved == []
        await press(pilot, "ctrl+u t u e tab")
        assert here(app) == AT
        assert shown(app)[2].startswith(" > When           tue  Tue 17 Nov     At     │ 15:40")


async def test_what_is_needed_to_save_opens_its_field(press: Press, shown: Shown) -> None:
    """The owner's check names the field: the form goes there and says why."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v ctrl+u tab tab tab tab ctrl+o")
        assert here(app) == WHEN
        assert shown(app)[22].startswith(" When is needed to save.")
        assert app.saved == []
        await press(pilot, "t u e ctrl+o")
        assert [texts[WHEN] for texts in app.saved] == ["tue"]


async def test_enter_in_a_line_goes_on_and_never_saves(press: Press) -> None:
    """From field to field; only on the button does it save."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v enter enter enter enter")
        assert here(app) == KM_WORDS
        await press(pilot, "shift+tab shift+tab shift+tab shift+tab shift+tab shift+tab")
        assert here(app) == "Save"
        assert app.saved == []
        await press(pilot, "enter")
        assert len(app.saved) == 1
        assert not isinstance(app.screen, Log)


async def test_enter_in_a_long_text_is_a_new_line(press: Press) -> None:
    """And the arrows move in it, not out of it."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"{TO_ACCOUNT} a enter b up up up down down down")
        assert here(app) == ACCOUNT
        assert form(app).texts[ACCOUNT] == "a\nb"


@pytest.mark.parametrize("key", ["ctrl+o", "ctrl+s"])
async def test_saving_from_anywhere_takes_every_letter(key: str, press: Press) -> None:
    """Also those typed a moment ago."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"{TO_ACCOUNT} C a l m {key}")
        assert app.saved[0][ACCOUNT] == "Calm"
        assert app.saved[0][AT] == "15:40"


@pytest.mark.parametrize("keys", ["escape", "shift+tab enter", "shift+tab space", "shift+tab backspace"])
async def test_going_back_keeps_what_was_typed(keys: str, press: Press) -> None:
    """Esc, and [ Back ] by Enter, Space or Backspace: the draft is the owner's, also with a date that is wrong."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"v tab ctrl+u 7 shift+tab {keys}" if keys == "escape" else f"v {keys}")
        if keys == "escape":
            assert app.draft[AT] == "7"
        assert not isinstance(app.screen, Log)
        assert app.draft[WHEN] == "mon"
        assert app.saved == []


async def test_a_wrong_text_does_not_hold_anybody_in_the_form(press: Press) -> None:
    """Esc leaves with the text as it is."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v ctrl+u 9 9 tab escape")
        assert app.draft[WHEN] == "99"


async def test_buttons_take_no_letters(press: Press, shown: Shown) -> None:
    """Letters, digits and `?` do nothing there; arrows and Tab go on."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v shift+tab shift+tab")
        assert shown(app)[11] == "                > [ Save ]   [ Back ]"
        before = form(app).texts
        await press(pilot, "s d x 4 q m question_mark slash")
        assert here(app) == "Save"
        assert form(app).texts == before
        await press(pilot, "right")
        assert shown(app)[11] == "                  [ Save ] > [ Back ]"
        await press(pilot, "left up")
        assert here(app) == ACCOUNT
        assert app.acted == []


async def test_the_foot_names_what_is_below_the_page(press: Press, shown: Shown) -> None:
    """`more below: Account`; nothing once the end is in view."""
    app = Demo()
    async with app.run_test(size=(60, 15)) as pilot:
        await press(pilot, "v")
        assert "more below: " in shown(app)[13]
        await press(pilot, "shift+tab")
        assert "> [ Back ]" in "\n".join(shown(app))
        assert "more below" not in "\n".join(shown(app))


async def test_a_field_that_comes_and_goes_with_an_answer(press: Press, shown: Shown) -> None:
    """Not seen alone asks why; alone does not; what was typed for it is kept."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v tab tab n")
        assert "Why not alone" in "\n".join(shown(app))
        await press(pilot, "y o")
        assert form(app).texts[("seen", "km", "reason")] == "out" or here(app) == KM_WORDS
        await press(pilot, "shift+tab shift+tab shift+tab a")
        assert "Why not alone" not in "\n".join(shown(app))
        assert here(app) == KM_ROOM


async def test_keys_for_the_owner_are_handed_on(press: Press) -> None:
    """F3, F5, F8 or Ctrl+N, from a text as from a choice."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "4 f3 f5 f8 ctrl+n")
        assert app.acted == ["wonder", "earlier", "next", "next"]


async def test_typing_is_told_for_the_draft_and_looking_is_not(press: Press) -> None:
    """A form that was only walked through has nothing to keep."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v tab tab tab shift+tab")
        assert app.typed == 0
        await press(pilot, "a shift+tab shift+tab shift+tab x")
        assert app.typed >= 2


async def test_the_cursor_of_the_terminal_stands_in_the_text(press: Press) -> None:
    """Readers and magnifiers follow it: at the end of the field, on its own line."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v")
        for _ in range(12):
            await pilot.pause()
            assert app.cursor_position == form(app).editor.cursor_screen_offset
            place = form(app).drawing.places[form(app).state.place]
            assert app.cursor_position.y == place.line + 2 - form(app).top
            await press(pilot, "tab")


async def test_a_trouble_stays_when_the_window_grows(press: Press, shown: Shown) -> None:
    """The foot says it until the next key, whatever the size."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v tab tab x")
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert "not one of the letters" in " ".join(shown(app))
        await press(pilot, "a")
        assert "not one of the letters" not in " ".join(shown(app))


async def test_ctrl_u_takes_away_a_line_that_the_box_breaks(press: Press) -> None:
    """All before the caret up to a line end that was typed, however narrow the box."""
    app = Demo()
    async with app.run_test(size=(40, 24)) as pilot:
        await press(pilot, "v tab tab a tab")
        assert here(app) == KM_WORDS
        form(app).editor.load_text("I get myself up, and mum is asleep when I go to school on the bus.")
        form(app).editor.move_cursor(form(app).editor.document.end)
        await press(pilot, "ctrl+u")
        assert form(app).editor.text == ""
