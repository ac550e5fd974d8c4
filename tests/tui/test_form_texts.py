"""Texts in a form: undo, pastes, and how a field grows."""

from tests.tui.at_a_form import ACCOUNT, AT, SIZE, TO_ACCOUNT, WHEN, Press, Shown, form, paste
from tests.tui.demo import Demo, Log


async def test_undo_and_redo_belong_to_their_field(press: Press) -> None:
    """Ctrl+Z takes back what was typed in this field, also after Tab there and back; Ctrl+Y brings it again."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v ctrl+u")
        await paste(app, "tue")
        await press(pilot, "tab ctrl+u")
        await paste(app, "09:30")
        await press(pilot, "ctrl+z")
        assert form(app).texts[AT] == ""
        await press(pilot, "ctrl+z")
        assert form(app).texts[AT] == "15:40"
        await press(pilot, "ctrl+z ctrl+z ctrl+z")
        assert form(app).texts == {**form(app).texts, AT: "15:40", WHEN: "tue"}
        await press(pilot, "shift+tab ctrl+z")
        assert form(app).texts[WHEN] == ""
        await press(pilot, "ctrl+z ctrl+z")
        assert form(app).texts[WHEN] == "mon"
        await press(pilot, "ctrl+y ctrl+y tab")
        assert form(app).texts[WHEN] == "tue"
        await press(pilot, "ctrl+y ctrl+y")
        assert form(app).texts[AT] == "09:30"


async def test_line_ends_of_a_paste_become_spaces_in_one_line(press: Press) -> None:
    """Nothing after the first line is lost, and nothing is saved or left by it."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v shift+tab shift+tab shift+tab shift+tab")
        await paste(app, "mother\r\ngran\nuncle\r")
        assert form(app).texts[("visit", "present")] == "mother gran uncle"
        await press(pilot, "tab")
        await paste(app, "one\r\ntwo\rthree\n")
        assert form(app).texts[ACCOUNT] == "one\ntwo\nthree\n"


async def test_a_paste_into_a_choice_or_a_button_changes_nothing(press: Press) -> None:
    """Only keys answer a choice."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v tab tab")
        before = form(app).texts
        await paste(app, "n\nn")
        await press(pilot, "shift+tab shift+tab shift+tab")
        await paste(app, "\r")
        assert form(app).texts == before
        assert isinstance(app.screen, Log)


async def test_a_long_text_opens_with_two_lines_and_grows_to_six(press: Press, shown: Shown) -> None:
    """Then the box scrolls; closed, six lines at most, the last with an ellipsis."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, TO_ACCOUNT)
        heights = []
        for _ in range(8):
            heights.append(form(app).editor.size.height)
            await paste(app, "line\n")
            await pilot.pause()
        assert heights == [2, 2, 3, 4, 5, 6, 6, 6]
        assert form(app).editor.size.height == len([row for row in shown(app) if "│" in row]) == 6
        await press(pilot, "shift+tab")
        closed = [row for row in shown(app) if row.strip().endswith(("line", "line …"))]
        assert len(closed) == 6
        assert closed[-1].endswith("line …")


async def test_the_line_that_is_typed_in_is_in_view_as_soon_as_it_begins(press: Press, shown: Shown) -> None:
    """Also where the box breaks a line behind its last row: the letter that broke it is seen, not the one after it."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, TO_ACCOUNT)
        await paste(app, "line\n" * 9)
        for letter in "abcdefghijklmnopqrstuvwxyz" * 4:
            await press(pilot, letter)
            typed = form(app).texts["visit", "account"].rpartition("\n")[2]
            seen = "".join(row.partition("│")[2].strip() for row in shown(app) if "│" in row)
            assert seen.endswith(typed[-20:]), typed


async def test_a_line_grows_where_it_has_more_to_hold(press: Press, shown: Shown) -> None:
    """No sideways scrolling: what is typed stays in view."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v shift+tab shift+tab shift+tab shift+tab")
        await paste(app, "mother and gran " * 6)
        await pilot.pause()
        text = " ".join(" ".join(shown(app)).replace("│", " ").split())
        assert ("mother and gran " * 6).strip() in text


async def test_opening_a_field_moves_no_word(press: Press, shown: Shown) -> None:
    """Closed and open text stand on the same columns and break at the same words."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, TO_ACCOUNT)
        await paste(app, "She showed me the drawing of the house, and told me who sleeps where. " * 3)
        await pilot.pause()
        opened = [row[18:] for row in shown(app)[9:13]]
        await press(pilot, "shift+tab")
        assert [row[18:] for row in shown(app)[9:13]] == opened
