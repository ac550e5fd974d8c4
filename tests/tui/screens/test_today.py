"""Job 1: Today opens on who has not been seen alone, then on what is due; Caseload is one key away."""

from tests.tui.screens.conftest import Open
from tui.composition import House


async def test_it_opens_on_who_has_not_been_seen_alone_then_on_what_is_due(at: Open) -> None:
    """No key at all: three blocks, each by date, each row with its own sum."""
    async with at() as desk:
        assert desk.place.startswith("Today  Mon 23 Nov")
        alone, due = desk.rows.index(desk.starting(" Not seen alone")), desk.rows.index(desk.starting(" Past its date"))
        assert [row[3:8] for row in desk.rows[alone + 1 : due - 1]] == ["F-114", "F-102"]
        assert "Last alone Tue 3 Nov, 14 wd. Plan 10" in desk.rows[alone + 2]
        assert desk.rows[alone + 2].endswith("overdue")
        rows = [row[3:48].rstrip() for row in desk.rows[due + 1 : due + 10]]
        assert rows == [
            "F-114  T.    No visit recorded yet",
            "F-102        Partner D: not met, 15 wd. Limit",
            "F-102  L.M.  Ring the GP for L.'s weight",
            "F-102  K.M.  Plan began Mon 16 Feb, 9-month p",
            "F-102  L.M.  Plan began Mon 16 Feb, 9-month p",
            'F-102        Last "I wonder" Fri 18 Sep, 66 d',
            "F-102  K.M.  Early visit, before school",
            "F-108  R.    Last alone Wed 28 Oct, 18 wd. Pl",
            "F-108  R.    Visit. Last seen Wed 28 Oct",
        ]
        words = ["", *["overdue"] * 5, "due", "due soon", "due soon"]
        assert [row[70:] for row in desk.rows[due + 1 : due + 10]] == words
        waiting = desk.rows.index(desk.starting(" Waiting to be written up"))
        assert desk.rows[waiting + 1].startswith("   F-102        Visit of Tue 17 Nov (4 wd)")


async def test_the_foot_gives_the_row_in_full_with_where_the_limit_comes_from(at: Open) -> None:
    """Missing and past are two messages; each with its arithmetic."""
    async with at() as desk:
        assert "Not recorded does not mean not done" in desk.foot
        await desk.to_row("F-102  K.M.  Last alone")
        assert "14 working days" in desk.foot
        assert "Plan says every 10" in desk.foot


async def test_enter_opens_the_case_where_the_row_is_about(at: Open) -> None:
    """A prompt at its question, an action among the actions."""
    async with at() as desk:
        await desk.to_row("F-102  K.M.  Last alone")
        await desk.press("enter")
        assert desk.place.startswith("F-102  CP plan")
        assert desk.row.startswith("> 1 Seen alone")
        await desk.press("escape")
        await desk.to_row("Ring the GP")
        await desk.press("enter")
        assert desk.place.startswith("Actions  F-102")
        assert "Ring the GP" in desk.row


async def test_a_closed_case_is_on_neither_page_until_it_is_asked_for(at: Open) -> None:
    """The menu shows closed cases on Caseload, and leaves them out again."""
    async with at() as desk:
        assert "F-098" not in desk.text
        await desk.press("c")
        assert "F-098" not in desk.text
        await desk.menu("closed cases")
        assert "F-098" in desk.text
        await desk.menu("closed cases")
        assert "F-098" not in desk.text


async def test_caseload_has_one_line_a_child_in_the_order_that_was_chosen(at: Open) -> None:
    """By next date, by reference, by plan; the cursor stays on its child."""
    async with at() as desk:
        await desk.press("c")
        assert desk.place.startswith("Caseload  by next date")
        assert desk.column(3, 13) == ["F-102  K.M.", "F-108  R.", "F-102  L.M.", "A-201  G.W.", "F-114  T."]
        await desk.to_row("F-108")
        await desk.menu("order by reference")
        assert desk.place.startswith("Caseload  by reference")
        assert desk.column(3, 13) == ["A-201  G.W.", "F-102  K.M.", "F-102  L.M.", "F-108  R.", "F-114  T."]
        assert "F-108" in desk.row
        await desk.menu("order by plan")
        assert "by plan" in desk.place
        assert sorted(desk.column(3, 13)) == ["A-201  G.W.", "F-102  K.M.", "F-102  L.M.", "F-108  R.", "F-114  T."]


async def test_find_narrows_the_list_and_esc_shows_all(at: Open) -> None:
    """Letters filter at once; Enter goes to the list with what was found; Esc brings the others back."""
    async with at() as desk:
        await desk.press("c slash")
        await desk.say("108")
        assert desk.column(3, 13) == ["F-108  R."]
        assert "1 of 5" in desk.place
        await desk.press("enter v")
        assert desk.place.startswith("Log a visit  F-108")
        await desk.press("escape")
        assert desk.column(3, 13) == ["F-108  R."]
        await desk.press("escape")
        assert len(desk.column(3, 13)) == 5


async def test_without_a_case_both_pages_say_what_to_do_first(at: Open, no_cases: House) -> None:
    """What there is to do, and the keys that do it."""
    async with at(no_cases) as desk:
        for page in ("0", "c"):
            await desk.press(page)
            assert "No cases yet." in desk.text
            assert "n  add a case" in desk.text
            assert "i  import a file" in desk.text
            assert desk.keys == "n new   i import   m menu   ? help"


async def test_a_case_that_cannot_be_read_is_told_and_the_others_work(house: House, at: Open) -> None:
    """Its own row; verbs on it are answered in the foot; the next case opens."""
    broken = next(row.id for row in house.store.caseload() if row.ref == "F-108")
    house.places.case(broken).write_text("{", encoding="utf-8")
    async with at() as desk:
        await desk.to_row("cannot be read")
        for key in ("enter", "v", "4", "h", "w"):
            await desk.press(key)
            assert desk.place.startswith("Today"), key
            assert "cannot be read" in desk.foot, key
        await desk.to_row("F-102  K.M.  Last alone")
        await desk.press("enter")
        assert desk.place.startswith("F-102")
        assert house.places.case(broken).read_text(encoding="utf-8") == "{"
