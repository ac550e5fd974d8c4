"""Job 4: practical actions: plan one, finish it, give it another date, let it go; over one case and over all."""

from datetime import date

from store.records import Action
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import DAY, Desk

GP = "Ring the GP"


def kept(desk: Desk, what: str) -> Action:
    """The action, as the store holds it."""
    return next(row for row in desk.kept("F-102", Action) if row.what.startswith(what))


async def on_actions(desk: Desk) -> None:
    """The actions of F-102."""
    await desk.to_row("F-102  K.M.  Last alone")
    await desk.press("enter a")


async def test_a_case_lists_the_seven_kinds_first_also_those_without_an_action(at: Open) -> None:
    """Then what is open with its moves, then what is done."""
    async with at() as desk:
        await on_actions(desk)
        assert [row[3:5] for row in desk.rows[3:10]] == ["A1", "A2", "A3", "A4", "A5", "A6", "A7"]
        assert "none recorded" in desk.starting("   A5")
        assert desk.starting("   Mon 16 Nov").endswith("once      overdue")
        assert "K.'s own words stood" in desk.starting("   Fri 9 Oct")


async def test_an_action_is_planned_with_what_and_by_when(at: Open) -> None:
    """`n` on one of the seven kinds plans that kind; a day in working days; for one child."""
    async with at() as desk:
        await on_actions(desk)
        await desk.to_row("A7")
        await desk.press("n")
        assert desk.place.startswith("Plan an action  F-102")
        await desk.say("Ring the manager")
        await desk.fill(By="+10wd", Child="1")
        await desk.press("ctrl+o")
        assert "Action saved, by Mon 7 Dec." in desk.foot
        action = kept(desk, "Ring the manager")
        assert (action.type, action.due_on, action.due_rule) == ("escalate", date(2026, 12, 7), "+10wd")
        assert action.child_id == desk.case("F-102").children[0].id
        assert "Ring the manager" in desk.text


async def test_over_all_cases_the_case_is_chosen_first(at: Open) -> None:
    """From Today: `a` `n`, the case, what, by when."""
    async with at() as desk:
        await desk.press("a")
        assert desk.place.startswith("Actions  2 open")
        await desk.press("n")
        assert desk.place.startswith("Plan an action: for w")
        assert "F-098" not in desk.text
        await desk.to_row("F-108")
        await desk.press("enter")
        await desk.say("Meet R. at school")
        await desk.fill(By="fri")
        await desk.press("ctrl+o")
        assert desk.place.startswith("Actions  3 open")
        assert [row.what for row in desk.kept("F-108", Action)] == ["Meet R. at school"]


async def test_done_asks_what_is_different_for_the_child(at: Open) -> None:
    """From Today's row; without an outcome it stays open, with one it leaves Today."""
    async with at() as desk:
        await desk.to_row(GP)
        await desk.press("d ctrl+o")
        assert "For the child is needed to save." in desk.text
        await desk.say("L. is weighed each month.")
        await desk.press("ctrl+o")
        assert "Done, with what is different." in desk.foot
        action = kept(desk, GP)
        assert (action.state, action.child_outcome, action.done_on) == ("done", "L. is weighed each month.", DAY)
        assert GP not in desk.text


async def test_not_known_yet_is_an_answer_and_asks_for_a_day_to_look_again(at: Open) -> None:
    """The words stay while the day is given."""
    async with at() as desk:
        await desk.to_row(GP)
        await desk.press("d")
        await desk.say("Not known yet")
        await desk.press("ctrl+o")
        assert "not known yet needs a date to look again" in " ".join(desk.text.split())
        await desk.fill(Look_again="+2w")
        await desk.press("ctrl+o")
        action = kept(desk, GP)
        assert (action.child_outcome, action.look_again_on) == ("Not known yet", date(2026, 12, 7))


async def test_another_date_asks_why_and_the_earlier_one_stays_in_view(at: Open) -> None:
    """Without a reason nothing moves; the list then says how often."""
    async with at() as desk:
        await desk.to_row(GP)
        await desk.press("r")
        await desk.say("+5wd")
        await desk.press("ctrl+o")
        assert "Why moved is needed to save." in desk.text
        await desk.say("The GP is away.")
        await desk.press("ctrl+o")
        assert "Moved to Mon 30 Nov." in desk.foot
        action = kept(desk, GP)
        assert action.due_on == date(2026, 11, 30)
        assert [(move.to_on, move.reason) for move in action.moved[1:]] == [(date(2026, 11, 30), "The GP is away.")]
        await desk.press("a")
        await desk.to_row(GP)
        assert "twice" in desk.row
        await desk.press("enter")
        await desk.to_field("By")
        assert "Mon 30 Nov" in desk.row


async def test_letting_go_asks_why_and_it_stays_in_the_list(at: Open) -> None:
    """Among what is done and let go."""
    async with at() as desk:
        await on_actions(desk)
        await desk.to_row(GP)
        await desk.press("x ctrl+o")
        assert "is needed to save" in desk.text
        await desk.say("School does it now.")
        await desk.press("ctrl+o")
        assert "Let go, with the reason." in desk.foot
        assert (kept(desk, GP).state, kept(desk, GP).dropped_reason) == ("dropped", "School does it now.")
        await desk.to_row(GP)
        assert "School does it now." in desk.row + desk.foot


async def test_changing_another_field_leaves_a_date_that_has_passed_alone(at: Open) -> None:
    """Its own form shows the day it has, with the year, and saving moves nothing."""
    async with at() as desk:
        await on_actions(desk)
        await desk.to_row(GP)
        await desk.press("enter")
        assert "2027" not in desk.text
        await desk.write("Ring the GP again")
        await desk.press("ctrl+o")
        action = kept(desk, GP)
        assert (action.what, action.due_on, len(action.moved)) == ("Ring the GP again", date(2026, 11, 16), 1)


async def test_moving_a_date_in_the_form_asks_why_there(at: Open) -> None:
    """The line appears once the date is another."""
    async with at() as desk:
        await on_actions(desk)
        await desk.to_row(GP)
        await desk.press("enter")
        assert "Why moved" not in desk.text
        await desk.fill(By="+3wd", Why_moved="Waiting for consent.")
        await desk.press("ctrl+o")
        assert [move.reason for move in kept(desk, GP).moved] == ["The practice was closed.", "Waiting for consent."]


async def test_a_row_without_an_action_says_so(at: Open) -> None:
    """Nothing is asked about nothing."""
    async with at() as desk:
        for key in ("r", "x"):
            await desk.press(key)
            assert "There is no action on this row." in desk.foot
