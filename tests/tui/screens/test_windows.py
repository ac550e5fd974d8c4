"""Two windows on one store, and saves that fail: nothing is lost, and one sentence says what happened."""

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store.case import Case
from store.embedded_store import EmbeddedStore
from store.records import Action, Answer, Person, Visit
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import DAY, Desk, house_in


def the_case(store: EmbeddedStore, ref: str = "F-102") -> Case:
    """A case as the other window reads it."""
    return store.case(next(row.id for row in store.caseload() if row.ref == ref))


async def on_case(desk: Desk) -> None:
    """The overview of F-102."""
    await desk.to_row("F-102  K.M.  Last alone")
    await desk.press("enter")


async def test_another_windows_save_shows_on_the_next_key(at: Open, elsewhere: EmbeddedStore) -> None:
    """On Today, on a case and on a list; the cursor stays on its row."""
    async with at() as desk:
        await desk.to_row("Early visit")
        case = the_case(elsewhere)
        gp = next(row for row in case.of(Action) if row.what.startswith("Ring"))
        with elsewhere.change(case.id) as change:
            change.put(gp.with_changes(what="Ring the practice nurse"))
        assert "practice nurse" not in desk.text
        await desk.press("down")
        assert "Ring the practice nurse" in desk.text
        await on_case(desk)
        await desk.press("h")
        with elsewhere.change(case.id) as change:
            change.put(Person(label="gran"))
        await desk.press("down")
        assert "gran" in desk.text


async def test_a_case_closed_elsewhere_leaves_the_page(at: Open, elsewhere: EmbeddedStore) -> None:
    """The next key finds Today as it is now."""
    async with at() as desk:
        assert "F-108" in desk.text
        case = the_case(elsewhere, "F-108")
        with elsewhere.change(case.id) as change:
            change.put(
                case.info.with_changes(closed_on=DAY, closed_reason="Ended.", could_still_go_wrong="School would see.")
            )
        await desk.press("down")
        assert "F-108" not in desk.text


async def test_both_change_one_record_both_texts_are_kept(at: Open, elsewhere: EmbeddedStore) -> None:
    """The second is told in a sentence; saving again puts mine on top, and theirs is an earlier text."""
    async with at() as desk:
        await on_case(desk)
        await desk.press("h")
        await desk.to_row("partner D")
        await desk.press("enter")
        await desk.fill(Link="mine")
        case = the_case(elsewhere)
        person = case.of(Person)[1]
        with elsewhere.change(case.id) as change:
            change.put(person.with_changes(relation="theirs"))
        await desk.press("ctrl+o")
        assert desk.place.startswith("Person")
        assert "Both texts are kept" in desk.foot or "both" in desk.foot.lower()
        assert "│ mine" in desk.text or "mine" in desk.text
        assert desk.kept("F-102", Person)[1].relation == "theirs"
        await desk.press("ctrl+o")
        assert desk.place.startswith("People")
        assert desk.kept("F-102", Person)[1].relation == "mine"
        texts = [version.record for version in elsewhere.versions(case.id, person.id)]
        assert "theirs" in [row.relation for row in texts if isinstance(row, Person)]


async def test_both_answer_one_question_on_one_day(at: Open, elsewhere: EmbeddedStore) -> None:
    """The answer of today was changed elsewhere while I wrote: both texts are kept, and F5 has both."""
    async with at() as desk:
        await on_case(desk)
        await desk.press("4")
        await desk.say("First.")
        await desk.press("ctrl+o 4 end")
        await desk.say(" Mine.")
        case = the_case(elsewhere)
        answer = next(row for row in case.of(Answer) if row.answered_on == DAY)
        with elsewhere.change(case.id) as change:
            change.put(answer.with_changes(text="Theirs."))
        await desk.press("ctrl+o")
        assert "Both texts are kept" in " ".join(desk.foot.split())
        await desk.press("f5")
        assert "Theirs." in desk.text
        assert "First. Mine." in desk.text
        await desk.press("escape")
        assert desk.place.startswith("4 ")
        await desk.press("ctrl+o")
        kept = next(row for row in desk.kept("F-102", Answer) if row.answered_on == DAY)
        assert kept.text == "First. Mine."
        texts = [version.record for version in elsewhere.versions(case.id, kept.id)]
        assert "Theirs." in [row.text for row in texts if isinstance(row, Answer)]


async def test_a_record_taken_out_elsewhere_while_it_was_open(at: Open, elsewhere: EmbeddedStore) -> None:
    """A sentence, and the text is still there."""
    async with at() as desk:
        await on_case(desk)
        await desk.press("h")
        await desk.to_row("partner D")
        await desk.press("enter")
        await desk.fill(Link="a roofer")
        case = the_case(elsewhere)
        with elsewhere.change(case.id) as change:
            change.withdraw(case.of(Person)[1].id, "Entered twice.")
        await desk.press("ctrl+o")
        assert desk.place.startswith("Person")
        assert desk.foot
        assert "a roofer" in desk.text
        await desk.press("escape")
        assert any("a roofer" in draft.texts.values() for draft in house_in(desk.house.places.home).store.drafts())


@contextmanager
def no_room() -> Iterator[None]:
    """No file may grow: as on a full disk, every write is refused."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)


async def test_a_full_disk_is_told_and_nothing_is_lost(at: Open) -> None:
    """Neither save nor draft has room: the text stays on the screen, Esc does not leave it, and with room it saves."""
    async with at() as desk:
        await on_case(desk)
        await desk.press("4")
        await desk.say("Two readings.")
        with no_room():
            await desk.press("ctrl+o")
            assert desk.place.startswith("4 ")
            assert "│ Two readings." in desk.text
            assert "What you typed is still here." in desk.foot
            await desk.press("escape")
            assert desk.place.startswith("4 ")
            assert "│ Two readings." in desk.text
        await desk.press("ctrl+o")
        assert "Question 4 answered" in desk.foot
        assert [row.text for row in desk.kept("F-102", Answer) if row.answered_on == DAY] == ["Two readings."]


def put_away(folder: Path) -> None:
    """The folder is somewhere else, and a file has its name."""
    folder.rename(f"{folder}-away")
    folder.write_text("", encoding="utf-8")


def put_back(folder: Path) -> None:
    """The folder is there again."""
    folder.unlink()
    Path(f"{folder}-away").rename(folder)


async def test_a_folder_of_cases_that_is_gone_keeps_text_and_draft(at: Open) -> None:
    """The save says so; the draft is written; with the folder back, saving again is enough."""
    async with at() as desk:
        await on_case(desk)
        await desk.press("v tab tab a tab")
        await desk.say("I get myself up.")
        put_away(desk.house.places.cases)
        await desk.press("ctrl+o")
        assert desk.place.startswith("Log a visit")
        assert "I get myself up." in desk.text
        assert "still here" in desk.foot
        put_back(desk.house.places.cases)
        drafts = house_in(desk.house.places.home).store.drafts()
        assert any("I get myself up." in draft.texts.values() for draft in drafts)
        await desk.press("ctrl+o")
        assert "Visit of Mon 23 Nov saved." in desk.foot
        assert desk.kept("F-102", Visit)[-1].happened_on == DAY
