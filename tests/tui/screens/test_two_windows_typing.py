"""Another window saves while one types: pages are drawn anew, what is being typed stays, and the two texts can be compared."""

from store.case import Case
from store.embedded_store import EmbeddedStore
from store.records import Person
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import Desk


def the_case(store: EmbeddedStore) -> Case:
    """F-102 as the other window reads it."""
    return store.case(next(row.id for row in store.caseload() if row.ref == "F-102"))


async def on_case(desk: Desk) -> None:
    """The overview of F-102."""
    await desk.to_row("F-102  K.M.  Last alone")
    await desk.press("enter")


async def test_what_is_being_typed_stays_when_the_page_below_changes(at: Open, elsewhere: EmbeddedStore) -> None:
    """A text half typed in a question, and one in a short form over a list: the next keys go on in it."""
    async with at() as desk:
        await on_case(desk)
        await desk.press("4")
        await desk.say("Half a ")
        case = the_case(elsewhere)
        with elsewhere.change(case.id) as change:
            change.put(Person(label="gran"))
        await desk.say("sentence")
        assert "│ Half a sentence" in desk.text
        await desk.press("escape h")
        assert "gran" in desk.text
        await desk.press("w")
        await desk.say("Who is ")
        with elsewhere.change(case.id) as change:
            change.put(Person(label="uncle"))
        await desk.say("he")
        assert "Who is he" in desk.text
        await desk.press("ctrl+o")
        assert "uncle" in desk.text


async def test_a_page_looks_again_by_itself(at: Open, elsewhere: EmbeddedStore) -> None:
    """Now and then, without a key; a box that is open over it is left as it is."""
    async with at() as desk:
        await on_case(desk)
        await desk.press("h w")
        await desk.say("Who is he")
        case = the_case(elsewhere)
        with elsewhere.change(case.id) as change:
            change.put(Person(label="uncle"))
        desk.app.screen._look_again()  # type: ignore[attr-defined]
        await desk.pilot.pause()
        assert "Who is he" in desk.text
        await desk.press("escape")
        assert "uncle" in desk.text


async def test_the_second_to_save_is_told_and_can_compare(at: Open, elsewhere: EmbeddedStore) -> None:
    """F5 shows what stands now and what is kept of mine, and comes back to the form with the text still in it."""
    async with at() as desk:
        await on_case(desk)
        await desk.press("h")
        await desk.to_row("partner D")
        await desk.press("enter")
        await desk.fill(Link="mine all along")
        case = the_case(elsewhere)
        with elsewhere.change(case.id) as change:
            change.put(case.of(Person)[1].with_changes(relation="theirs by now"))
        await desk.press("ctrl+o")
        assert "Both texts are kept" in desk.foot
        await desk.press("f5")
        assert "theirs by now" in desk.text
        assert "mine all along" in desk.text
        await desk.press("escape")
        assert "mine all along" in desk.text
        await desk.press("ctrl+o")
        assert desk.kept("F-102", Person)[1].relation == "mine all along"
