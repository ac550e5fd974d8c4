"""The lists of evidence by their keys: an agency rings, an unknown is answered, an account is checked."""

import pytest

from store.records import (
    Agency,
    Concern,
    Contact,
    DayEntry,
    Event,
    Explanation,
    Hypothesis,
    Outcome,
    OutcomeReading,
    Unknown,
)
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import Desk


async def on_case(desk: Desk, ref: str = "F-102") -> None:
    """The overview of a case."""
    await desk.press("c")
    await desk.to_row(ref)
    await desk.press("enter")


async def with_school(desk: Desk) -> None:
    """The case has an agency, and one is at the agencies."""
    await on_case(desk)
    await desk.press("g n")
    await desk.say("school")
    await desk.fill(Sector="e")
    await desk.press("ctrl+o")


async def test_an_agency_rings(at: Open) -> None:
    """`/` finds the case, `g` its agencies, `n` a contact with the agency of the row; reply by in working days."""
    async with at() as desk:
        await with_school(desk)
        await desk.press("0 slash")
        await desk.say("102")
        await desk.press("enter enter g n")
        assert desk.place.startswith("Contact")
        await desk.fill(Who="head of year", They_said="Late four times.", I_asked="The register.", Basis="s")
        await desk.fill(Reply_by="+10wd")
        await desk.press("ctrl+o")
        (contact,) = desk.kept("F-102", Contact)
        (school,) = desk.kept("F-102", Agency)
        assert contact.agency_id == school.id
        assert (contact.basis, contact.how) == ("not_needed_safeguarding", "call")
        assert (contact.happened_on.isoformat(), str(contact.reply_by_on)) == ("2026-11-23", "2026-12-07")
        assert "heard Mon 23 Nov  asked Mon 23 Nov" in desk.text


async def test_a_second_call_the_same_day_is_found_by_two_letters_again(at: Open) -> None:
    """What was looked for before is marked in the find line: what is typed takes its place."""
    async with at() as desk:
        for ref in ("102", "108"):
            await desk.press("0 slash")
            await desk.say(ref)
            await desk.press("enter g")
            assert f"F-{ref}" in desk.text.splitlines()[0]


async def test_n_on_a_question_of_the_case_adds_what_it_rests_on(at: Open) -> None:
    """A piece of the child's day is one key away in the case, as the other seven are."""
    async with at() as desk:
        await on_case(desk)
        await desk.press("down down n")
        assert desk.place.startswith("Day entry")
        await desk.press("escape home n")
        assert "On a question n adds what it rests on" in desk.foot


@pytest.mark.parametrize("page", ["pack", "what has changed", "hand-over"])
async def test_i_wonder_is_one_key_on_a_page_for_others_too(page: str, at: Open) -> None:
    """What one reads there is where one wonders."""
    async with at() as desk:
        await on_case(desk)
        await desk.menu(page)
        place = desk.place
        await desk.press("w")
        await desk.say("Who wakes L.?")
        await desk.press("ctrl+o")
        assert "Who wakes L.?" in [one.text for one in desk.kept("F-102", Hypothesis)]
        assert desk.place == place


async def test_a_new_concern_says_what_comes_before_writing(at: Open) -> None:
    """In a child's case of a child; the form of a concern that is there does not say it again."""
    async with at() as desk:
        await on_case(desk)
        await desk.menu("concerns")
        await desk.press("n")
        foot = " ".join(desk.foot.split())
        assert foot.startswith("What is worrying")
        assert "If a child may be in danger now, ring your manager or 999 first." in foot
        await desk.fill(Worry="No coat on a frosty day.")
        await desk.press("ctrl+o enter")
        assert "in danger" not in desk.foot


async def test_without_a_basis_what_was_asked_is_not_kept_and_nothing_is_lost(at: Open) -> None:
    """The field that is missing opens, with the sentence; F1 reads the rules of sharing first."""
    async with at() as desk:
        await with_school(desk)
        await desk.press("n")
        await desk.fill(I_shared="That mornings are hard.")
        await desk.press("ctrl+o")
        assert "on what basis" in desk.foot
        assert "Basis" in desk.row
        assert desk.kept("F-102", Contact) == ()
        await desk.press("f1")
        assert "Sharing information: seven rules in short" in desk.text
        assert "You do not need consent when a child is at risk" in desk.text
        await desk.press("escape")
        assert "That mornings are hard." in desk.text


async def test_an_unknown_is_listed_and_d_answers_it(at: Open) -> None:
    """Without an answer it stays open; the day is today's."""
    async with at() as desk:
        await on_case(desk)
        await desk.press("u")
        assert "What do you not know yet?" in desk.text
        await desk.press("n")
        await desk.say("Who is D?")
        await desk.fill(By="+5wd")
        await desk.press("ctrl+o")
        await desk.press("d")
        await desk.press("ctrl+o")
        assert "is needed to save" in desk.text
        await desk.say("A cousin of the mother.")
        await desk.press("ctrl+o")
        (unknown,) = desk.kept("F-102", Unknown)
        assert (unknown.state, unknown.answer) == ("answered", "A cousin of the mother.")
        assert str(unknown.closed_on) == "2026-11-23"
        assert "(answered) Who is D?" in desk.text
        assert "d answered" in desk.keys


async def test_two_accounts_of_one_event_stand_side_by_side(at: Open) -> None:
    """The second names the first; F4 adds one from within another form, which stands there afterwards."""
    async with at() as desk:
        await on_case(desk)
        await desk.press("v f4")
        await desk.say("bruise")
        await desk.fill(When="c. May 2019", Told_by="mother", Their_account="He fell from the bed.")
        await desk.press("ctrl+o")
        assert desk.place.startswith("Log a visit")
        await desk.press("escape e n")
        await desk.say("bruise")
        await desk.fill(When="yest", Told_by="K.M.", Their_account="I fell at school.", Differs_from="1")
        await desk.press("ctrl+o")
        first, second = desk.kept("F-102", Explanation)
        assert (first.event_text, first.approx, str(first.event_on)) == ("c. May 2019", True, "2019-05-01")
        assert (second.differs_from, second.approx) == (first.id, False)
        assert "Two accounts: bruise" in desk.text
        assert any("He fell from the bed." in row and "I fell at school." in row for row in desk.rows)
        await desk.to_row("mother")
        await desk.press("d")
        await desk.say("school's accident book")
        await desk.fill(Does_it_fit="p")
        await desk.press("ctrl+o")
        checked = desk.kept("F-102", Explanation)[0]
        assert (checked.checked_how, checked.fits) == ("school's accident book", "partly")
        assert str(checked.checked_on) == "2026-11-23"


async def test_an_outcome_is_read_with_d(at: Open) -> None:
    """The reading names the outcome of the row; its word and day stand in the list."""
    async with at() as desk:
        await on_case(desk)
        await desk.press("o n")
        await desk.fill(Need="Somebody gets me up", Child="1")
        await desk.press("ctrl+o")
        assert "not read yet" in desk.text
        await desk.press("d")
        await desk.fill(Change="s", Evidence="Alarm under the pillow.", Known_how="s")
        await desk.press("ctrl+o")
        (outcome,) = desk.kept("F-102", Outcome)
        (reading,) = desk.kept("F-102", OutcomeReading)
        assert (reading.outcome_id, reading.change) == (outcome.id, "same")
        assert "same Mon 23 Nov" in desk.text


async def test_the_rest_is_in_the_menu_of_the_case(at: Open) -> None:
    """The child's day, events by the first letters of their kind, a concern that is followed up."""
    async with at() as desk:
        await on_case(desk)
        await desk.menu("lived day")
        await desk.press("n")
        await desk.fill(Child="1", From="c")
        await desk.to_field("What it's like")
        await desk.say("Toast if there is bread.")
        await desk.press("ctrl+o")
        assert desk.kept("F-102", DayEntry)[0].part == "whole_day"
        await desk.press("escape")
        await desk.menu("events")
        await desk.press("n")
        await desk.say("sect")
        assert "section 47 starts" in desk.foot
        await desk.write("review c")
        await desk.fill(When="-3d")
        await desk.press("ctrl+o")
        (event,) = desk.kept("F-102", Event)
        assert (event.type, str(event.happened_on), event.written_up) == ("rcpc", "2026-11-20", "elsewhere")
        await desk.press("escape")
        await desk.menu("concerns")
        await desk.press("n")
        await desk.say("No coat.")
        await desk.press("ctrl+o d")
        await desk.say("Coat from the school's box.")
        await desk.press("ctrl+o")
        assert desk.kept("F-102", Concern)[0].follow_up == "Coat from the school's box."
        assert "(followed up) No coat." in desk.text


async def test_the_mask_covers_what_was_said_and_who_is_named(at: Open) -> None:
    """In the list, in the form, and where an agency is a choice."""
    async with at() as desk:
        await with_school(desk)
        await desk.press("n")
        await desk.fill(They_said="Late four times.")
        await desk.press("ctrl+o f2")
        assert "school" not in desk.text
        assert "Late" not in desk.text
        await desk.press("n")
        await desk.press("tab")
        assert "school" not in desk.text
