"""Looking back from a year ahead, theme by theme; what a thought becomes; and the system around our work, without names."""

from store.case import OWN
from store.records import LookingAhead, SystemNote, Unknown
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import DAY, Desk, house_in


async def looking(desk: Desk) -> None:
    """The first theme, from the case."""
    await desk.to_row("F-102  K.M.  Last alone")
    await desk.press("enter")
    await desk.menu("a year from")


async def test_each_theme_stands_with_the_records_own_facts_and_leads_to_the_next(at: Open) -> None:
    """What to imagine stands in the foot; an empty box is passed over; with whom and when again go on to the next."""
    async with at(size=(100, 60)) as desk:
        await looking(desk)
        assert "1 The Child Not Being Seen" in desk.place
        assert "Imagine this case a year from now, and it has gone badly." in desk.foot
        assert "From the record" in desk.text
        assert "Visits and seen" in desk.text
        assert "Children not seen at all, or not seen alone" in desk.text
        await desk.press("ctrl+n")
        assert desk.place.startswith("2 Information Sharing Failures")
        assert "Nothing was written there. Next: theme 2." in desk.text
        await desk.say("The GP was asked once")
        assert "Kept out of packs unless you tick it." in desk.foot
        await desk.fill(With="the group")
        await desk.press("ctrl+n")
        assert desk.form.texts["looking_ahead", "with_role"] == "the group"
        await desk.press("escape")
    (kept,) = desk.kept("F-102", LookingAhead)
    assert (kept.theme, kept.text, kept.with_role, kept.held_on) == ("T2", "The GP was asked once", "the group", DAY)
    assert kept.look_again_on == DAY.replace(year=2027, month=2)


async def test_a_thought_becomes_an_unknown_with_its_words(at: Open) -> None:
    """From the list, by one key and a choice, the form; the thought then says what came of it."""
    async with at() as desk:
        await looking(desk)
        await desk.say("Nobody knows who D is")
        await desk.press("ctrl+o")
        await desk.menu("looked ahead")
        await desk.press("d down enter")
        assert "Nobody knows who D is" in desk.text
        await desk.fill(It_matters="He puts them to bed", By="fri")
        await desk.press("ctrl+o")
        assert "It stands there as what came of this." in desk.foot
        await desk.press("home")
        assert "It became: unknown" in desk.foot
    (thought,) = desk.kept("F-102", LookingAhead)
    made = next(one for one in desk.kept("F-102", Unknown) if one.id == thought.became)
    assert (made.what, made.why_it_matters) == ("Nobody knows who D is", "He puts them to bed")


async def test_it_comes_up_again_on_its_day_with_where_that_day_comes_from(at: Open) -> None:
    """On Today, three months later, and the key for a prompt begins it anew."""
    async with at() as desk:
        await looking(desk)
        await desk.say("The mornings")
        await desk.fill(Look_again="mon 30 nov")
        await desk.press("ctrl+o")
        assert "It comes up again on Mon 30 Nov." in desk.foot
    later = DAY.replace(day=30)
    async with at(house_in(desk.house.places.home, later)) as desk:
        await desk.to_row("Looked a year ahead")
        assert "Looked back from a year ahead on Mon 23 Nov. Is it still in sight? Set for due today." in desk.foot
        await desk.press("enter")
        await desk.menu("prompts")
        await desk.to_row("Looked a year ahead")
        await desk.press("d")
        assert "1 The Child Not Being Seen" in desk.place
        assert "The mornings" in desk.text


async def test_a_draft_of_a_theme_is_gone_on_with_where_it_was_typed(at: Open) -> None:
    """Esc keeps it; the list of drafts opens the theme with the words in the box."""
    async with at() as desk:
        await looking(desk)
        await desk.say("half a th")
        await desk.press("escape")
        await desk.menu("drafts")
        await desk.press("enter")
        assert "1 The Child Not Being Seen" in desk.place
        assert "half a th" in desk.text


async def test_the_system_over_all_cases_names_nobody(at: Open) -> None:
    """By factor, with the month alone; a note with initials in it is left out, and says how to mend that."""
    async with at() as desk:
        for text in ("Two colleagues off", "K.M. was not seen"):
            await desk.menu("the system, over")
            await desk.menu("of no case")
            await desk.fill(Factors="leave and cover", Context=text)
            await desk.press("ctrl+o escape")
        await desk.menu("the system, over")
        assert "Leave and cover" in desk.text
        assert "Nov 2026" in desk.text
        assert "Two colleagues off" in desk.text
        assert "K.M." not in desk.text
        assert "left out: it names somebody" in desk.text
        await desk.to_row("left out")
        await desk.press("enter")
        assert "K.M. was not seen" in desk.text
    own = house_in(desk.house.places.home).store.case(OWN)
    assert [one.text for one in own.of(SystemNote)] == ["Two colleagues off", "K.M. was not seen"]
