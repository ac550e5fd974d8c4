"""How long a case is kept, on screens: hold and lift, the question of a closed case with its three ways, purge."""

from datetime import date

from checklists.retention import kept_until
from checklists.summaries import summarise
from store.embedded_store import EmbeddedStore
from store.records import CaseRecord, SetAside
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import Desk
from tests.tui.screens.test_cases import on_case
from tui.composition import House

CLOSED = date(2026, 5, 11)


async def closed_case(desk: Desk, elsewhere: EmbeddedStore) -> None:
    """A case that was closed half a year ago stands on Today, the cursor on it."""
    elsewhere.add_case(CaseRecord(ref="F-090", closed_on=CLOSED, closed_reason="Moved away."))
    await desk.press("0")
    await desk.to_row("F-090")


async def test_a_hold_stands_in_the_header_and_refuses_a_purge_until_it_is_lifted(at: Open) -> None:
    """It asks what needs it and a note; lifting asks why."""
    async with at() as desk:
        await on_case(desk, "F-108")
        await desk.menu("hold case")
        await desk.press("c ctrl+o")
        assert "Hold note is needed" in desk.foot
        await desk.say("Asked by the court on Friday.")
        await desk.press("ctrl+o")
        assert desk.case("F-108").info.hold == "court"
        assert "HOLD" in desk.place
        assert "Asked by the court" in desk.text
        for keys in ("a", "v", "h", "4"):
            await desk.press(keys)
            assert "HOLD" in " ".join(desk.rows), keys
            await desk.press("escape")
        await desk.menu("purge case")
        assert "on hold" in desk.foot
        await desk.menu("lift the hold")
        await desk.press("ctrl+o")
        assert "Why is needed" in desk.foot
        await desk.say("The hearing is over.")
        await desk.press("ctrl+o")
        assert desk.case("F-108").info.hold == ""
        assert "HOLD" not in desk.place
        await desk.press("a")
        assert "HOLD" not in desk.text


async def test_a_closed_case_is_kept_until_a_day_and_then_not_asked_of(at: Open, elsewhere: EmbeddedStore) -> None:
    """From its row on Today; the reason stands on its page."""
    async with at() as desk:
        await closed_case(desk, elsewhere)
        assert "Closed 6 months ago: purge or keep?" in desk.row
        assert "Nothing is purged by itself." in desk.foot
        await desk.press("enter down enter")
        await desk.fill(Until="1/3/27", Why="An appeal may come.")
        await desk.press("ctrl+o")
        assert "is kept until Mon 1 Mar 2027" in desk.foot
        kept = kept_until(summarise(desk.case("F-090")))
        assert kept is not None
        assert (kept.until, kept.reason) == (date(2027, 3, 1), "An appeal may come.")
        assert len(desk.kept("F-090", SetAside)) == 1
        await desk.press("escape 0")
        assert "F-090" not in desk.text


async def test_a_purge_takes_the_reference_letter_by_letter_and_shows_the_certificate(
    at: Open, elsewhere: EmbeddedStore, house: House
) -> None:
    """It says beforehand and afterwards what it cannot reach; back from the certificate is Today, and no draft is left."""
    async with at() as desk:
        await closed_case(desk, elsewhere)
        await desk.press("enter end enter")
        assert "cannot be put back" in desk.foot
        await desk.say("f-090")
        await desk.press("tab")
        assert "Not reached: backups and copies made elsewhere" in desk.foot
        await desk.say("Its time is over.")
        await desk.press("ctrl+o")
        assert "letter by letter" in desk.foot
        assert "F-090" in desk.refs
        await desk.fill(Reference="F-090")
        await desk.press("ctrl+o")
        assert desk.place.startswith("Certificate  F-090")
        for words in ("Its time is over.", "Not reached:", "23 Nov 2026"):
            assert words in desk.text
        assert "F-090" not in desk.refs
        await desk.press("escape")
        assert desk.place.startswith("Today")
        assert "F-090" not in desk.text
        assert house.store.drafts() == []
        await desk.menu("data and")
        await desk.menu("certificates")
        assert "F-090" in desk.row
        await desk.press("enter")
        assert "Its time is over." in desk.text
        await desk.press("f2")
        assert "Its time is over." not in desk.text


async def test_a_hold_can_be_placed_and_the_case_read_from_the_same_question(
    at: Open, elsewhere: EmbeddedStore
) -> None:
    """While it stands nothing is asked."""
    async with at() as desk:
        await closed_case(desk, elsewhere)
        await desk.press("enter home enter")
        assert desk.place.startswith("F-090")
        assert "Nothing is purged by itself." in " ".join(desk.text.split())
        await desk.press("escape enter down down enter")
        await desk.press("r")
        await desk.fill(Hold_note="Asked by the partnership.")
        await desk.press("ctrl+o")
        assert desk.case("F-090").info.hold == "review"
        assert "Closed: purge, keep or hold" not in desk.text
