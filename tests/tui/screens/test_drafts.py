"""What is typed is never lost: kept on leaving, offered again only there, worth nothing until it is saved."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from checklists.use_cases.drafts import DraftKey, drafts_of, keep_draft
from store.records import Answer, Visit
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import DAY, Desk, house_in
from tui.composition import House

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


# What is said is what is so


@contextmanager
def no_drafts(folder: Path) -> Iterator[None]:
    """Nothing can be written among the drafts: a file has the folder's name."""
    folder.rename(f"{folder}-away")
    folder.write_text("", encoding="utf-8")
    try:
        yield
    finally:
        folder.unlink()
        Path(f"{folder}-away").rename(folder)


@pytest.mark.parametrize("keys", ["", "c", "4", "v"])
async def test_ctrl_c_with_nothing_typed_says_so(at: Open, keys: str) -> None:
    """On Today, on a list, in a form that was only opened."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press(f"{keys} ctrl+c")
        assert "Nothing is typed here that is not saved. Ctrl+Q leaves." in desk.foot
        assert "kept" not in desk.foot
        assert drafts(desk) == {}


async def test_ctrl_q_with_nothing_typed_promises_no_draft(at: Open) -> None:
    """There is none."""
    async with at() as desk:
        await desk.press("ctrl+q")
        assert "Nothing is typed that is not saved." in desk.text


@pytest.mark.parametrize(("keys", "place"), [("4", "4 Am I"), ("v tab tab a tab", "Log a visit"), ("w", "Today")])
async def test_a_draft_that_cannot_be_kept_is_never_said_to_be(at: Open, keys: str, place: str) -> None:
    """Ctrl+C says why, Ctrl+Q says why and stays by default, Esc stays; the text is on the screen, and later kept."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press(keys)
        await desk.say(TYPED)
        with no_drafts(desk.house.places.drafts):
            await desk.press("ctrl+c")
            assert "Draft kept" not in desk.text
            assert "Not saved." in desk.text
            if keys != "w":  # over a question there is no second one
                await desk.press("ctrl+q")
                assert "cannot be kept" in desk.text
                assert "is kept as a draft" not in " ".join(desk.text.split())
                assert "> [ Stay ]" in desk.text or "[ Stay ]" in desk.row
                await desk.press("enter")
            await desk.press("escape")
            assert desk.place.startswith(place)
            assert TYPED in desk.text
            assert "Not saved." in desk.text
        await desk.press("ctrl+c")
        assert "Draft kept 15:54." in desk.text
        assert [text for text in drafts(desk).values() if TYPED in text]


async def test_ctrl_q_on_the_locked_screen_loses_nothing_by_one_key(at: Open) -> None:
    """Where the text could not be kept it says why, and that a second one loses it; with room it is kept and ends."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("4")
        await desk.say(TYPED)
        with no_drafts(desk.house.places.drafts):
            await desk.menu("lock")
            await desk.press("ctrl+q")
            assert desk.app.is_running
            assert "Ctrl+Q once more leaves and loses what is typed." in " ".join(desk.text.split())
            assert TYPED not in desk.text
        await desk.press("ctrl+q")
        assert not desk.app.is_running
        assert TYPED in drafts(desk)["F-102", "question:Q4"]


async def test_going_to_today_from_over_a_form_leaves_no_text_behind(at: Open) -> None:
    """0 on a list over a form: where the form's text cannot be kept one stays; with room one goes and it is kept."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("4")
        await desk.say(TYPED)
        await desk.menu("evidence")
        with no_drafts(desk.house.places.drafts):
            await desk.press("0")
            assert not desk.place.startswith("Today")
            assert "Not saved." in desk.foot
        await desk.press("0")
        assert desk.place.startswith("Today")
        assert TYPED in drafts(desk)["F-102", "question:Q4"]


async def test_esc_says_draft_kept_whenever_one_stands(at: Open) -> None:
    """Also where it was written a while before."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("4")
        await desk.say(TYPED)
        await desk.press("ctrl+c escape")
        assert "Draft kept." in desk.foot
        await desk.press("4 escape")
        assert "Draft kept." in desk.foot


async def test_a_fault_keeps_the_text_and_says_that_it_did(at: Open, capsys: pytest.CaptureFixture[str]) -> None:
    """The sentence is read from what was done, not promised."""
    desk: Desk | None = None
    with pytest.raises(LookupError):
        async with at() as desk:
            await on_f102(desk)
            await desk.press("4")
            await desk.say(TYPED)
            desk.app._handle_exception(LookupError())
            await desk.pilot.pause()
    assert desk is not None
    assert TYPED in drafts(desk)["F-102", "question:Q4"]
    assert "What you typed and did not save is kept as a draft." in " ".join(capsys.readouterr().err.split())


# Where one was, and when


async def test_a_form_opens_where_one_was(at: Open) -> None:
    """In the second child's own words, three letters before the end: the next letter goes in there."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("v tab tab tab tab tab tab tab tab")
        while not (entry := desk.form.state.entry) or entry.group[:4] != "L.M." or entry.name != "child_words":
            await desk.press("tab")
            assert desk.form.state.button == ""
        await desk.say("Boat, water")
        await desk.press("left left left escape v")
        entry = desk.form.state.entry
        assert entry is not None
        assert (entry.group[:4], entry.name) == ("L.M.", "child_words")
        await desk.say("X")
        assert "Boat, waXter" in desk.text


async def test_a_visit_keeps_its_day_overnight(at: Open) -> None:
    """Begun on Monday and opened on Tuesday: it is Monday's visit, and the draft says its day."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("v tab tab a tab")
        await desk.say(TYPED)
        await desk.press("escape")
        home = desk.house.places.home
    later = house_in(home, DAY + timedelta(days=1))
    async with at(later) as desk:
        assert "1 draft waits: F-102, Log a visit, Mon 23 Nov 15:54." in desk.foot
        await desk.to_row("F-102  K.M.  Last alone")
        await desk.press("v")
        assert "draft Mon 23 Nov 15:54" in " ".join(desk.text.split())
        await desk.press("ctrl+o")
        assert "Visit of Mon 23 Nov saved." in desk.foot
        assert desk.kept("F-102", Visit)[-1].happened_on == DAY
        assert drafts(desk) == {}


# Drafts that wait


async def waiting(at: Open, house: House, keys: str = "v tab tab a tab") -> None:
    """A text that was typed in a window that is gone."""
    async with at(house) as desk:
        await on_f102(desk)
        await desk.press(keys)
        await desk.say(TYPED)
        desk.app.keep()


async def test_today_says_what_waits_until_it_is_put_away(at: Open, house: House) -> None:
    """In its foot, above what it says of the row, on every row; Esc puts it away; a later draft is said again."""
    await waiting(at, house)
    async with at(house_in(house.places.home)) as desk:
        assert "1 draft waits: F-102, Log a visit, 15:54." in desk.foot
        await on_f102(desk)
        assert "1 draft waits: F-102, Log a visit, 15:54." in desk.foot
        assert "working days" in desk.foot
        await desk.press("escape")
        assert "draft" not in desk.foot
        await desk.press("down up")
        assert "draft" not in desk.foot
        await on_f102(desk)
        await desk.press("4")
        await desk.say("Another.")
        await desk.press("escape down")
        assert "1 draft waits: F-102, 4 Am I being professionally curious?, 15:54." in desk.foot


async def test_today_says_no_more_of_a_draft_that_was_opened(at: Open, house: House) -> None:
    """It was seen, and the form said that it stands."""
    await waiting(at, house)
    async with at(house_in(house.places.home)) as desk:
        await on_f102(desk)
        await desk.press("v escape down")
        assert "draft waits" not in desk.foot


async def test_the_list_of_drafts_opens_each_in_its_form(at: Open, house: House) -> None:
    """Enter goes on with it, in a question or any form, and saving there clears it from the list."""
    await waiting(at, house)
    await waiting(at, house_in(house.places.home), "4")
    async with at(house_in(house.places.home)) as desk:
        assert "2 drafts wait" in desk.foot
        await desk.menu("drafts")
        assert desk.place.startswith("Drafts")
        await desk.to_row("4 Am I being")
        assert TYPED in desk.foot
        await desk.press("enter")
        assert desk.place.startswith("4 Am I")
        assert f"│ {TYPED}" in desk.text
        await desk.press("ctrl+o")
        assert desk.place.startswith("Drafts")
        assert "Question 4 answered" in desk.foot
        await desk.to_row("Log a visit")
        await desk.press("enter ctrl+o")
        assert "Visit of Mon 23 Nov saved." in desk.foot
        assert "No draft waits." in desk.text
        assert drafts(desk) == {}


async def test_a_draft_is_discarded_from_the_list_after_a_question(at: Open, house: House) -> None:
    """Keep is the safe answer."""
    await waiting(at, house)
    async with at(house_in(house.places.home)) as desk:
        await desk.menu("drafts")
        await desk.press("x enter")
        assert len(drafts(desk)) == 1
        await desk.press("x left enter")
        assert "The draft is discarded." in desk.foot
        assert drafts(desk) == {}


@pytest.mark.parametrize(
    "key", [DraftKey("01KAQ0000000000000000ZZZ09", "visit", "a"), DraftKey("", "no such form", "a")]
)
async def test_a_draft_whose_case_or_form_is_gone_can_be_read_and_discarded(
    at: Open, house: House, key: DraftKey
) -> None:
    """It is listed; Enter says why it does not open; the menu has all its text; x discards it."""
    keep_draft(house.store, house.clock, key, {"visit.account": f"{TYPED}\nSecond line."}, title="Log a visit")
    async with at(house_in(house.places.home)) as desk:
        assert "1 draft waits" in desk.foot
        await desk.menu("drafts")
        await desk.press("enter")
        assert "not here any more" in desk.foot
        await desk.menu("read the draft")
        assert TYPED in desk.text
        assert "Second line." in desk.text
        await desk.press("escape x left enter")
        assert drafts(desk) == {}


async def test_the_mask_covers_drafts(at: Open, house: House) -> None:
    """In the list and on the page."""
    await waiting(at, house)
    async with at(house_in(house.places.home)) as desk:
        await desk.menu("drafts")
        await desk.press("f2")
        assert TYPED not in desk.text
        await desk.menu("read the draft")
        assert "alarm" not in desk.text
        assert "K.M." not in desk.text
