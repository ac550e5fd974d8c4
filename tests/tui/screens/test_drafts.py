"""What is typed is never lost: kept on leaving, offered again only there, worth nothing until it is saved."""

from collections.abc import Callable

import pytest

from checklists.use_cases.drafts import drafts_of
from store.records import Answer, Visit
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import Desk, house_in

TYPED = "She set the alarm."


def drafts(desk: Desk) -> dict[tuple[str, str], str]:
    """All drafts of the store, by case and form; their texts in one piece."""
    store = house_in(desk.house.places.home).store
    refs = {row.id: row.ref for row in store.caseload()}
    return {(refs.get(row.key.case_id, ""), row.key.form): " ".join(row.texts.values()) for row in store.drafts()}


async def on_f102(desk: Desk) -> None:
    """Today, the first row of F-102."""
    await desk.to_row("F-102  K.M.  Last alone")


@pytest.mark.parametrize(
    ("keys", "form", "page"),
    [
        ("4", "question:Q4", "4 Am I"),
        ("w", "wonder", "Today"),
        ("h n", "person", "Person"),
        ("enter a n", "action", "Plan an action"),
        ("v tab tab a tab", "visit", "Log a visit"),
    ],
)
async def test_esc_keeps_the_draft_and_it_is_offered_again_only_there(
    at: Open, keys: str, form: str, page: str
) -> None:
    """In a page, in a question below a page: the text is back in its box, and in no other."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press(keys)
        await desk.say(TYPED)
        await desk.press("escape")
        assert TYPED in drafts(desk)["F-102", form]
        await desk.press("0")
        await desk.to_row("F-108")
        await desk.press(keys)
        assert TYPED not in desk.text
        await desk.press("escape 0")
        assert [where for where, text in drafts(desk).items() if TYPED in text] == [("F-102", form)]
        await on_f102(desk)
        first, *to_the_field = keys.split(" tab", 1)
        await desk.press(first)
        assert desk.place.startswith(page)
        assert "is here again, not saved yet" in " ".join(desk.text.split())
        await desk.press("tab tab" if to_the_field else "")
        assert TYPED in desk.text


async def test_a_draft_counts_for_nothing_and_saving_clears_it(at: Open) -> None:
    """No answer is kept by Esc; Ctrl+O keeps it and the draft is gone."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("3")
        await desk.say(TYPED)
        await desk.press("escape")
        assert not [row for row in desk.kept("F-102", Answer) if row.question == "Q3"]
        await desk.press("3 ctrl+o")
        (answer,) = [row for row in desk.kept("F-102", Answer) if row.question == "Q3"]
        assert answer.text == TYPED
        assert drafts(desk) == {}


async def test_text_that_is_again_what_it_was_is_no_draft(at: Open) -> None:
    """Opened and left; typed and taken back: nothing is kept, nothing is said."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("4 escape")
        assert "Draft" not in desk.foot
        await desk.press("4 a backspace escape")
        assert drafts(desk) == {}


async def test_ctrl_c_keeps_the_draft_at_once_and_ends_nothing(at: Open) -> None:
    """It says so in the foot, and the form stays."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("4")
        await desk.say(TYPED)
        await desk.press("ctrl+c")
        assert "Draft kept 15:54. Ctrl+Q leaves." in desk.foot
        assert drafts(desk)["F-102", "question:Q4"] == f"{TYPED} "
        assert desk.place.startswith("4 ")
        assert f"│ {TYPED}" in desk.text


async def test_ctrl_q_asks_and_keeps_the_draft(at: Open) -> None:
    """Stay is the safe answer; Leave ends the program with the text kept."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("4")
        await desk.say(TYPED)
        await desk.press("ctrl+q")
        assert "Leave casereflect?" in desk.text
        await desk.press("enter")
        assert desk.place.startswith("4 ")
        assert f"│ {TYPED}" in desk.text
        await desk.press("ctrl+q shift+tab enter")
        assert not desk.app.is_running
        assert desk.app.return_code == 0
        assert TYPED in drafts(desk)["F-102", "question:Q4"]


async def test_today_and_help_and_the_menu_keep_the_draft_on_the_way(at: Open) -> None:
    """Whatever is opened from within a form, the text is there afterwards."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("4")
        await desk.say(TYPED)
        for key in ("f1", "f9"):
            await desk.press(f"{key}")
            assert TYPED in drafts(desk)["F-102", "question:Q4"], key
            await desk.press("escape")
            assert f"│ {TYPED}" in desk.text, key


async def test_a_draft_is_discarded_only_from_the_menu_and_after_a_question(at: Open) -> None:
    """Keep is the safe answer; what was saved before stays."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("4")
        await desk.say(TYPED)
        await desk.menu("discard")
        assert "Discard this draft?" in desk.text
        await desk.press("enter")
        assert f"│ {TYPED}" in desk.text
        await desk.menu("discard")
        await desk.press("shift+tab enter")
        assert "The draft is discarded." in desk.foot
        assert drafts(desk) == {}
        assert len([row for row in desk.kept("F-102", Answer) if row.question == "Q4"]) == 2
        await desk.press("4")
        assert TYPED not in desk.text


async def test_what_stands_in_a_text_box_is_a_draft_while_one_types(at: Open) -> None:
    """Some time after the first letter, and while typing goes on, without any key for it."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("4")
        await desk.say(TYPED)
        await until(lambda: ("F-102", "question:Q4") in drafts(desk), desk)
        await until(lambda: "draft 15:54" in desk.text, desk)


async def until(holds: Callable[[], bool], desk: Desk) -> None:
    """Let the app run until something holds; a clock of the app brings it about."""
    for _ in range(200):
        if holds():
            return
        await desk.pilot.pause(0.02)
    raise AssertionError(desk.text)


async def test_a_draft_of_a_new_case_belongs_to_no_case(at: Open) -> None:
    """It comes back where a case is added, and on no case's form."""
    async with at() as desk:
        await desk.press("n")
        await desk.say("F-400")
        await desk.press("escape")
        assert [case for case, _ in drafts(desk)] == [""]
        await on_f102(desk)
        await desk.press("enter")
        await desk.menu("edit case")
        assert "F-400" not in desk.text
        await desk.press("0 n")
        assert desk.place.startswith("Edit the case")
        await desk.press("escape 0 n")
        assert "│ F-400" in desk.text


async def test_two_forms_of_one_case_keep_their_drafts_apart(at: Open) -> None:
    """A visit begun, a question begun: each has its own."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("4")
        await desk.say("In the question.")
        await desk.press("escape v tab tab a tab")
        await desk.say("In the visit.")
        await desk.press("escape 4")
        assert "│ In the question." in desk.text
        assert "In the visit." not in desk.text
        store = house_in(desk.house.places.home).store
        (kept,) = drafts_of(store, desk.case("F-102").id, "visit")
        assert "In the visit." in kept.texts.values()
        assert len(desk.kept("F-102", Visit)) == 3
