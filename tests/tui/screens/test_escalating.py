"""A concern raised and taken up the agreed steps, by keys: from the case, from A7, from an agency; answered, taken on, settled."""

from datetime import date

from store.records import Action, ChronologyReview, Escalation
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import Desk
from tests.tui.screens.test_registers import on_case


async def raised(desk: Desk) -> None:
    """A concern about F-102, raised from the case's menu on a Thursday; the list of escalations is open."""
    await on_case(desk)
    await desk.menu("raise a concern")
    await desk.say("No strategy discussion was held.")
    await desk.fill(With="duty manager", Since="thu", Told="team manager")
    await desk.press("ctrl+o")
    await desk.menu("escalations")


async def test_a_concern_is_raised_from_the_case_with_its_limit_in_the_foot(at: Open) -> None:
    """The step chosen, its limit and the day that gives are said while it is filled in; so are the words to use, in help."""
    async with at() as desk:
        await on_case(desk)
        await desk.menu("raise a concern")
        assert desk.place.startswith("Raise a concern")
        await desk.say("No strategy discussion was held.")
        await desk.to_field("Step")
        assert "Step 1, worker to worker. Limit 2 working days: by Wed 25 Nov." in desk.text
        await desk.press("2")
        assert "Step 2, manager to manager. Limit 5 working days: by Mon 30 Nov." in desk.text
        await desk.press("f1")
        assert "Words to take up a concern" in desk.text
        await desk.press("escape ctrl+o")
        (kept,) = desk.kept("F-102", Escalation)
        assert (kept.step, kept.step_started_on) == (2, date(2026, 11, 23))


async def test_who_was_told_has_a_day_of_its_own(at: Open) -> None:
    """It is asked once a role is written; left blank it is today."""
    async with at() as desk:
        await raised(desk)
        (kept,) = desk.kept("F-102", Escalation)
        assert (kept.who_was_told, kept.told_on) == ("team manager", date(2026, 11, 23))
        assert "step 1" in desk.row
        assert "by Mon 23 Nov" in desk.row


async def test_d_takes_it_to_the_next_step_and_the_earlier_step_stays(at: Open) -> None:
    """The next step begins anew, with its own limit; the list says both; the earlier text is a version."""
    async with at() as desk:
        await raised(desk)
        await desk.press("d")
        assert desk.place.startswith("Their answer")
        await desk.say("They will look again in January.")
        await desk.to_field("Then")
        await desk.press("2")
        await desk.to_field("With")
        assert "Step 2, manager to manager. Limit 5 working days: by Mon 30 Nov." in desk.text
        await desk.press("ctrl+o")
        (kept,) = desk.kept("F-102", Escalation)
        assert (kept.step, kept.step_started_on, kept.reply) == (2, date(2026, 11, 23), "")
        assert [(one.step, one.started_on, one.reply) for one in kept.before] == [
            (1, date(2026, 11, 19), "They will look again in January.")
        ]
        assert "The earlier step stays in view." in desk.foot
        await desk.press("down up")
        assert "Step 1 Thu 19 Nov, step 2 Mon 23 Nov." in desk.foot
        steps = desk.text.partition("Steps")[2]
        assert "step 1" in steps
        assert "step 2" in steps
        assert len(desk.house.store.versions(kept.case_id, kept.id)) == 1


async def test_d_settles_it_with_what_came_of_it(at: Open) -> None:
    """What was agreed is needed; then the row says that it is settled."""
    async with at() as desk:
        await raised(desk)
        await desk.press("d")
        await desk.say("Yes, on Friday.")
        await desk.to_field("Then")
        await desk.press("1 ctrl+o")
        assert "is needed to save" in desk.text
        await desk.say("A discussion on Friday; she is asked first.")
        await desk.press("ctrl+o")
        (kept,) = desk.kept("F-102", Escalation)
        assert (kept.closed_on, kept.replied_on) == (date(2026, 11, 23), date(2026, 11, 23))
        assert "settled" in desk.row


async def test_a7_raises_one_at_once_and_so_does_the_row_of_an_agency(at: Open) -> None:
    """Done on the A7 row; from an agency's menu that agency is with whom."""
    async with at() as desk:
        await on_case(desk)
        await desk.press("a")
        await desk.to_row("A7")
        assert "d raises a concern now." in desk.foot
        await desk.press("d")
        assert desk.place.startswith("Raise a concern")
        await desk.press("escape escape g")
        await desk.menu("add an agency")
        await desk.say("school")
        await desk.fill(Sector="e")
        await desk.press("ctrl+o")
        await desk.to_row("school")
        await desk.menu("raise a concern")
        await desk.say("No place from January.")
        await desk.press("ctrl+o")
        (kept,) = desk.kept("F-102", Escalation)
        assert kept.with_agency == desk.case("F-102").tables["agency"][-1].id


async def test_an_a7_action_that_is_done_offers_to_write_the_escalation(at: Open) -> None:
    """Not now leaves it; Write it opens the form with what the action said."""
    async with at() as desk:
        await on_case(desk)
        await desk.press("a")
        await desk.to_row("A7")
        await desk.press("enter")
        await desk.say("Ask again for a discussion")
        await desk.fill(By="+2wd")
        await desk.press("ctrl+o")
        await desk.to_row("Ask again for a discussion")
        await desk.press("d")
        await desk.say("They will meet on Friday.")
        await desk.press("ctrl+o")
        assert "Write down the escalation?" in desk.text
        await desk.press("shift+tab enter")
        assert desk.place.startswith("Raise a concern")
        await desk.press("ctrl+o")
        (kept,) = desk.kept("F-102", Escalation)
        assert kept.about == "Ask again for a discussion"


async def test_an_a1_action_that_is_done_offers_the_day_the_chronology_was_looked_at(at: Open) -> None:
    """Esc leaves the offer, and the action is done all the same."""
    async with at() as desk:
        await on_case(desk)
        await desk.press("a")
        await desk.to_row("A1")
        await desk.press("enter")
        await desk.say("Read it as a whole")
        await desk.fill(By="fri")
        await desk.press("ctrl+o")
        await desk.to_row("Read it as a whole")
        await desk.press("d")
        await desk.say("Better after each conference.")
        await desk.press("ctrl+o")
        assert "Mark the chronology as looked at?" in desk.text
        await desk.press("escape")
        assert [one.state for one in desk.kept("F-102", Action) if one.what == "Read it as a whole"] == ["done"]
        assert desk.kept("F-102", ChronologyReview) == ()


async def test_the_mask_covers_an_escalation_and_its_earlier_steps(at: Open) -> None:
    """Steps and days stay; what it is about, with whom, who was told and what they answered do not."""
    async with at() as desk:
        await raised(desk)
        await desk.press("d")
        await desk.say("They will look again in January.")
        await desk.to_field("Then")
        await desk.press("2 ctrl+o f2")
        for words in ("discussion", "duty manager", "team manager", "January"):
            assert words not in desk.text
        assert "step 1" in desk.text


async def test_the_words_to_use_are_a_page_on_the_case(at: Open) -> None:
    """Each step has its heading with its limit, and sentences that are firm and courteous."""
    async with at(size=(80, 60)) as desk:
        await on_case(desk)
        await desk.menu("words for a concern")
        assert "Step 1, worker to worker, limit 2 working days" in desk.text
        assert "Step 3, senior to senior, limit 2 working days" in desk.text
