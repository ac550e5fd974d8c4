"""Job 2: a visit, child by child, in a few keys; who came, and a call that counts for nothing."""

from datetime import date

from store.records import Action, Hypothesis, Seen, Visit
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import DAY, Desk


async def on_f102(desk: Desk) -> None:
    """Caseload, K.M.'s row."""
    await desk.press("c")
    await desk.to_row("F-102  K.M.")


async def test_two_children_in_twelve_keys_are_one_save(at: Open) -> None:
    """`v` Tab Tab a y Tab Tab Tab Tab o y Ctrl+O: today stands, letters move on by themselves."""
    async with at() as desk:
        await on_f102(desk)
        before = desk.case("F-102").revision
        await desk.press("v tab tab a y tab tab tab tab o y ctrl+o")
        assert desk.place.startswith("Caseload")
        assert "Visit of Mon 23 Nov saved." in desk.foot
        (visit,) = (row for row in desk.kept("F-102", Visit) if row.happened_on == DAY)
        kept = {row.child_id: row for row in desk.kept("F-102", Seen) if row.visit_id == visit.id}
        how = [(kept[child.id].seen, kept[child.id].sleeping_place_seen) for child in desk.case("F-102").children]
        assert how == [("alone", "yes"), ("observed", "yes")]
        assert desk.case("F-102").revision == before + 1
        assert "Mon 23 Nov  Mon 23 Nov" in desk.row


async def test_a_day_typed_into_the_visit_is_that_day_and_a_blank_one_is_today(at: Open) -> None:
    """The box stands blank, today dim in it; `v mon Tab` is Monday, shown with its day."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("v")
        assert desk.row.startswith("> When         │ today Mon 23 Nov")
        assert desk.form.texts[("visit", "happened_on")] == ""
        await desk.press("tab")
        assert "When           today Mon 23 Nov" in desk.text
        await desk.press("shift+tab")
        await desk.say("fri")
        await desk.press("tab")
        assert "When           fri  Fri 20 Nov" in desk.text
        await desk.press("tab a ctrl+o")
        assert "Visit of Fri 20 Nov saved." in desk.foot


async def test_saving_a_visit_alone_takes_the_child_from_the_first_block(at: Open) -> None:
    """Today is drawn anew; F-102 is no longer among those not seen alone."""
    async with at() as desk:
        await desk.to_row("F-102  K.M.  Last alone")
        await desk.press("v tab tab a ctrl+o")
        assert desk.place.startswith("Today")
        assert "Last alone Tue 3 Nov" not in desk.text
        assert "F-114  T.    No time alone" in desk.text


async def test_words_what_it_means_what_i_wonder_and_what_i_will_do(at: Open) -> None:
    """Each in its own record; each line of what I will do is an action."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("v")
        await desk.fill(When="yest", At="15:40", Seen="a")
        await desk.fill(Their_words="She makes the toast.", What_it_means="She carries the mornings.")
        await desk.fill(What_I_saw="Her bag by the bed.", How_we_talked="drawing", Who_was_there="mother, gran")
        await desk.fill(Account="All calm.\nThen left.", I_wonder="Who wakes her?")
        await desk.fill(I_will_do="Ring school\nAsk gran", By_when="+5wd")
        await desk.press("ctrl+o")
        assert "Visit of Sun 22 Nov saved." in desk.foot
        (visit,) = (row for row in desk.kept("F-102", Visit) if row.happened_on == date(2026, 11, 22))
        assert (visit.started_at, visit.present, visit.account) == (
            "15:40",
            ("mother", "gran"),
            "All calm.\nThen left.",
        )
        seen = next(row for row in desk.kept("F-102", Seen) if row.visit_id == visit.id)
        assert (seen.child_words, seen.impact) == ("She makes the toast.", "She carries the mornings.")
        assert (seen.what_i_saw, seen.how_we_talked) == ("Her bag by the bed.", "drawing")
        assert desk.kept("F-102", Hypothesis)[-1].text == "Who wakes her?"
        assert [(row.what, row.due_on) for row in desk.kept("F-102", Action)[-2:]] == [
            ("Ring school", date(2026, 11, 30)),
            ("Ask gran", date(2026, 11, 30)),
        ]


async def test_why_not_alone_is_asked_only_of_a_child_who_was_not(at: Open) -> None:
    """`a` draws no reason, `w` does; Backspace takes the answer back."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("v tab tab a")
        assert "Why not" not in desk.text
        await desk.press("shift+tab w")
        assert "Why not" in desk.text
        await desk.press("shift+tab backspace")
        assert "Why not" not in desk.text


async def test_a_colleagues_visit_counts_and_the_line_says_by_whom(at: Open) -> None:
    """Seen alone by a colleague: the date moves, and the visits page names them."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("v tab tab a")
        await desk.fill(By="c")
        await desk.press("ctrl+o")
        assert desk.kept("F-102", Visit)[-1].by == "colleague"
        assert "Mon 23 Nov  Mon 23 Nov" in desk.row
        await desk.press("enter")
        await desk.menu("visits")
        assert "colleague" in desk.row + desk.foot


async def test_a_video_call_is_kept_and_resets_nothing(at: Open) -> None:
    """The dates stay as they were, and so does the prompt."""
    async with at() as desk:
        await on_f102(desk)
        before = desk.row
        await desk.press("v tab tab w")
        await desk.fill(Where="v")
        await desk.press("ctrl+o")
        assert desk.kept("F-102", Visit)[-1].place == "video"
        await desk.press("home")
        assert desk.row[38:] == before[38:]
        await desk.press("0")
        assert "Last alone Tue 3 Nov, 14 wd" in desk.text


async def test_a_wrong_date_stays_and_the_focus_returns_to_it(at: Open) -> None:
    """The foot says why; nothing is saved; the mended date saves."""
    async with at() as desk:
        await on_f102(desk)
        count = len(desk.kept("F-102", Visit))
        await desk.press("v")
        for typed, said in (("13/25", "13/25 is not a date."), ("tom", "has not come yet"), ("31/4", "is not a date")):
            await desk.write(typed)
            await desk.press("tab tab ctrl+o")
            assert said in desk.foot
            assert desk.row.startswith(f"> When         │ {typed}")
        assert len(desk.kept("F-102", Visit)) == count
        await desk.write("mon")
        await desk.press("tab tab a ctrl+o")
        assert "Visit of Mon 23 Nov saved." in desk.foot


async def test_a_visit_says_of_one_child_at_least_how_they_were_seen(at: Open) -> None:
    """Not seen counts too; a visit without any is not one."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("v ctrl+o")
        assert "Seen is needed for one child at least." in desk.foot
        await desk.press("n ctrl+o")
        assert desk.kept("F-102", Seen)[-1].seen == "not_seen"


async def test_a_letter_that_is_no_answer_is_refused_in_the_foot(at: Open) -> None:
    """And the field stays open and blank."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("v tab tab q")
        assert "q is not one of the letters." in desk.foot
        assert desk.row.startswith("> Seen         │ ")


async def test_changing_a_visit_writes_a_version_and_undo_brings_the_text_back(at: Open) -> None:
    """From the list of visits; the menu undoes it, as a new version."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("enter")
        await desk.menu("visits")
        await desk.press("enter")
        await desk.fill(Account="Mother stayed in the room.")
        await desk.press("ctrl+o")
        visit = next(row for row in desk.kept("F-102", Visit) if row.happened_on == date(2026, 11, 17))
        assert (visit.account, visit.revision) == ("Mother stayed in the room.", 2)
        await desk.press("escape")
        await desk.menu("undo")
        assert "Undo the last change?" in desk.text
        assert "visit" in desk.text
        await desk.press("shift+tab enter")
        assert "Undone." in desk.foot
        again = next(row for row in desk.kept("F-102", Visit) if row.id == visit.id)
        assert (again.account, again.revision) == ("", 3)
        texts = [version.record for version in desk.house.store.versions(again.case_id, visit.id)]
        assert [text.account for text in texts if isinstance(text, Visit)] == ["", "Mother stayed in the room."]
