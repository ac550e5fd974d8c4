"""A question in the lower rows."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest
from textual.geometry import Region
from textual.pilot import Pilot

from checklists.wrong import Wrong
from tests.tui.demo import Demo, Log
from tui.widgets.dialog import Dialog, Question
from tui.widgets.line_list import LineList
from tui.widgets.page_screen import PageScreen

Press = Callable[[Pilot[Any], str], Awaitable[None]]
Shown = Callable[[Any], list[str]]
SIZE = (80, 24)
NEW = ("new", "happened_on")


def page(app: Demo) -> PageScreen:
    assert isinstance(app.screen, PageScreen)
    return app.screen


@pytest.mark.parametrize(("size", "top"), [((80, 24), 14), ((60, 20), 10), ((132, 50), 40), ((40, 15), 5)])
async def test_a_question_takes_the_lower_ten_rows(size: tuple[int, int], top: int, press: Press, shown: Shown) -> None:
    """One accent line above it; what it is about; its two answers; its two keys. The page above stands as it was."""
    app = Demo(rows=26)
    async with app.run_test(size=size) as pilot:
        before = shown(app)[:top]
        await press(pilot, "x")
        rows = shown(app)
        assert rows[:top] == before
        assert rows[top] == " " + "─" * (size[0] - 2)
        assert rows[top + 2 : top + 4] == [" Drop this action?", "   GP records, F-102."]
        assert rows[-1] == " Enter keep   Esc keep"


async def test_the_page_above_is_not_painted_again(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the cursor row loses its ground; its `>` stays."""
    app = Demo(rows=26)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j")
        rows = page(app).list
        painted: list[Region] = []
        refresh = rows.refresh

        def noted(*regions: Region, **how: Any) -> Any:
            painted.extend(regions)
            return refresh(*regions, **how)

        monkeypatch.setattr(rows, "refresh", noted)
        await press(pilot, "x")
        assert {region.y for region in painted} == {2}
        assert [ink for _, ink in rows.shown[2]] == ["text"]
        assert rows.shown[2][0][0].startswith(" > F-101")
        await press(pilot, "escape")
        assert [ink for _, ink in rows.shown[2]] == ["cursor"]


@pytest.mark.parametrize(
    ("keys", "answer"),
    [("enter", None), ("space", None), ("escape", None), ("backspace", None), ("tab enter", {}), ("left space", {})],
)
async def test_the_safe_answer_comes_first(keys: str, answer: object, press: Press) -> None:
    """Enter or Space at once change nothing; the other answer needs a step; Esc and Backspace are no."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"x {keys}")
        assert app.answers == [answer]
        assert not page(app).asking
        assert not app.screen.query(Dialog)
        assert app.focused is page(app).list
        await press(pilot, "j")
        assert page(app).list.row.key == 1


async def test_letters_do_nothing_while_a_question_stands(press: Press, shown: Shown) -> None:
    """Neither its answers nor the page's commands, nor menu, help and leaving: never one question over another."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "x d v x r 4 y n k j m question_mark slash f1 f9 ctrl+q ctrl+p")
        assert len(app.screen.query(Dialog)) == 1
        assert shown(app)[16] == " Drop this action?"
        assert app.acted == []
        assert app.answers == []
        assert page(app).list.row.key == 0
        page(app).ask(Question("Another?"), app.answers.append)
        await pilot.pause()
        assert len(app.screen.query(Dialog)) == 1


async def test_a_question_with_a_field_opens_it_first(press: Press, shown: Shown) -> None:
    """Enter goes on to the button; what stands in the field is the answer."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "r")
        assert " > When         │" in shown(app)
        assert shown(app)[-1] == " Enter next   Esc leave it"
        await press(pilot, "t u e enter")
        assert "                > [ Re-date ]   [ Leave it ]" in shown(app)
        assert shown(app)[-1] == " Enter re-date   Esc leave it"
        await press(pilot, "enter")
        assert app.answers == [{NEW: "tue"}]


async def test_a_wrong_answer_is_refused_above_the_keys(press: Press, shown: Shown) -> None:
    """The question stays, its field open."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "r 9 9 enter")
        assert [row for row in shown(app)[20:23] if row.startswith(" 99 is not a date.")]
        assert " > When         │ 99" in shown(app)
        await press(pilot, "ctrl+o")
        assert app.answers == []
        await press(pilot, "escape")
        assert app.answers == [None]


async def test_the_owner_may_refuse_an_answer(press: Press, shown: Shown) -> None:
    """`check` names the field; the question stays until it is answered as it must be."""
    app = Demo()

    def check(texts: Any) -> Any:
        return None if texts.get(NEW) else (NEW, Wrong("A date is needed.", "Try tue."))

    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "r")
        entries = app.screen.query_one(Dialog).question.entries
        await press(pilot, "escape")
        question = Question("Re-date?", (), "Re-date", "Leave it", entries, attempt=check)
        page(app).ask(question, app.answers.append)
        await press(pilot, "tab enter")
        assert " A date is needed. Try tue." in shown(app)[20:23]
        await press(pilot, "t u e tab enter")
        assert app.answers == [None, {NEW: "tue"}]


async def test_where_yes_is_safe_it_comes_first(press: Press, shown: Shown) -> None:
    """A question can say which of its answers loses nothing."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        page(app).ask(replace(Question("Stay?", (), "Stay", "Go"), safe="yes"), app.answers.append)
        await press(pilot, "enter")
        assert app.answers == [{}]


async def test_a_question_over_a_form_gives_the_form_back(press: Press, shown: Shown) -> None:
    """The field that was open is open again, and typing goes on in it."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v ctrl+u t ctrl+q")
        assert "Leave casereflect?" in "\n".join(shown(app))
        await press(pilot, "enter u e")
        assert isinstance(app.screen, Log)
        assert app.screen.form.texts[("visit", "happened_on")] == "tue"
        await press(pilot, "tab ctrl+q tab enter")
        assert app.return_code == 0
        assert not app.is_running


async def test_a_question_keeps_its_place_when_the_window_changes(press: Press, shown: Shown) -> None:
    """What was typed in it stays, and so does the page above."""
    app = Demo(rows=26)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "r t u")
        for size in ((60, 20), (132, 50), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            rows = shown(app)
            asked = rows.index(" Re-date?")
            assert asked > size[1] // 2
            assert rows[asked - 2] == " " + "─" * (size[0] - 2)
            assert [row.endswith("│ tu") for row in rows if row.startswith(" > When")] == [True]
            assert app.screen.query_one(LineList).shown[1][0][0].startswith(" > F-100")
        await press(pilot, "e enter enter")
        assert app.answers == [{NEW: "tue"}]
