"""Job 3: one of the eight questions: last time beside the box, a version for the same day, every text readable."""

from datetime import date

from store.records import Answer, Hypothesis
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import DAY, Desk


async def on_f102(desk: Desk) -> None:
    """Today, the first row of F-102."""
    await desk.to_row("F-102  K.M.  Last alone")


def todays(desk: Desk, question: str) -> Answer:
    """Today's answer to a question, as it is kept."""
    (found,) = (row for row in desk.kept("F-102", Answer) if row.question == question and row.answered_on == DAY)
    return found


async def test_one_key_opens_the_question_and_the_next_letter_is_in_the_box(at: Open) -> None:
    """`4`, type, Ctrl+O; the answer keeps its day, the question as asked, and what stood beside it."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("4")
        await desk.say("Two readings")
        assert "> Now" in desk.text
        assert "│ Two readings" in desk.text
        await desk.press("ctrl+o")
        assert desk.place.startswith("Today")
        assert "Question 4 answered, Mon 23 Nov." in desk.foot
        kept = todays(desk, "Q4")
        assert kept.text == "Two readings"
        assert kept.question_text == "Am I being professionally curious?"
        assert kept.evidence_ids == tuple(row.id for row in desk.kept("F-102", Hypothesis))


async def test_last_time_the_evidence_and_the_follow_up_stand_around_the_box(at: Open) -> None:
    """With the date, how many texts there are, and the prompt in the foot while the box is empty."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("4")
        assert "F-102" in desk.place
        assert "Last time  Thu 8 Oct, 3 of 3" in desk.text
        assert "Late nights, mum said so. I have" in desk.text
        assert "Evidence   1 I wonder" in desk.text
        assert "Fri 18 Sep   Is K. tired" in desk.text
        assert "From the record" in desk.text
        assert "Write the story you now believe." in desk.foot


async def test_two_columns_never_run_into_each_other(at: Open) -> None:
    """A long sentence on the left is broken before the right one begins, also where a list is empty."""
    async with at() as desk:
        await desk.to_row("F-114  T.    No time alone")
        for number in "12345678":
            await desk.press(number)
            for row in desk.rows[2:20]:
                assert row[37:39].strip("> ") == "", desk.text
            await desk.press("escape")


async def test_ctrl_n_saves_and_goes_to_the_next_question(at: Open) -> None:
    """The foot says what was saved and where one is; an empty one is passed over unsaved."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("4")
        await desk.say("A second reading.")
        await desk.press("ctrl+n")
        assert desk.place.startswith("5 ")
        assert "Question 4 answered" in desk.foot
        assert "Next: question 5." in desk.foot
        assert todays(desk, "Q4").text == "A second reading."
        await desk.press("f8")
        assert desk.place.startswith("6 ")
        assert "Nothing was written there." in desk.foot
        assert not [row for row in desk.kept("F-102", Answer) if row.question == "Q5"]
        await desk.press("ctrl+n ctrl+n ctrl+n")
        assert desk.place.startswith("Today")
        assert "last of the questions" in desk.foot


async def test_nothing_has_changed_is_an_answer_with_its_because(at: Open) -> None:
    """One line below the box; without either there is nothing to save."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("4 ctrl+o")
        assert "an answer needs some words" in desk.foot
        await desk.fill(Unchanged="the school has not rung back")
        await desk.press("ctrl+o")
        assert todays(desk, "Q4").unchanged_because == "the school has not rung back"
        await desk.press("4 f5")
        assert "Nothing has changed since, because the school has not rung back" in " ".join(desk.text.split())


async def test_a_second_answer_on_the_same_day_is_a_new_version_of_it(at: Open) -> None:
    """It stands in the box and is continued; the first text is an earlier version, the days before stay."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("4")
        await desk.say("One.")
        await desk.press("ctrl+o 4")
        assert "│ One." in desk.text
        await desk.press("end")
        await desk.say(" Two.")
        await desk.press("ctrl+o")
        kept = todays(desk, "Q4")
        assert (kept.text, kept.revision) == ("One. Two.", 2)
        versions = [version.record for version in desk.house.store.versions(kept.case_id, kept.id)]
        assert [row.text for row in versions if isinstance(row, Answer)] == ["One."]
        days = [row.answered_on for row in desk.kept("F-102", Answer) if row.question == "Q4"]
        assert days == [date(2026, 8, 7), date(2026, 10, 8), DAY]


async def test_f5_shows_every_text_and_what_changed_between_two(at: Open) -> None:
    """With the day, when it was written, what was added and what was taken out; the box is as it was afterwards."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("4")
        await desk.say("Half a thought")
        await desk.press("f5")
        text = " ".join(desk.text.split())
        assert "Thu 8 Oct written 8 Oct 2026" in text
        assert "Added I have not asked K." in text
        assert "Taken out The house runs on gran's Fridays." in text
        assert "Fri 7 Aug written 7 Aug 2026" in text
        await desk.press("escape")
        await desk.say(".")
        assert "│ Half a thought." in desk.text


async def test_q_walks_the_questions_with_least_recorded_first(at: Open) -> None:
    """Those not answered, then the one answered longest ago; Ctrl+N follows the walk to its end."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("q")
        walked = []
        for _ in range(8):
            walked.append(desk.place[0])
            await desk.press("ctrl+n")
        assert walked == ["3", "5", "6", "7", "2", "8", "4", "1"]
        assert desk.place.startswith("Today")


async def test_i_wonder_is_one_line_from_a_row_and_from_within_a_field(at: Open) -> None:
    """`w` on the row, F3 in the box; what stands in the box is not touched."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("w")
        await desk.say("Who wakes them?")
        await desk.press("ctrl+o")
        assert "Saved, to come back to." in desk.foot
        await desk.press("4")
        await desk.say("In the box.")
        await desk.press("f3")
        await desk.say("Who has the key?")
        await desk.press("ctrl+o")
        assert desk.place.startswith("4 ")
        assert "│ In the box." in desk.text
        assert [row.text for row in desk.kept("F-102", Hypothesis)][1:] == ["Who wakes them?", "Who has the key?"]
        await desk.say(" More.")
        await desk.press("ctrl+o")
        assert todays(desk, "Q4").text == "In the box. More."


async def test_keys_typed_ahead_over_ctrl_n_go_into_the_next_question(at: Open) -> None:
    """The page below is never acted on in between: `d` and `x` are letters."""
    async with at() as desk:
        await on_f102(desk)
        await desk.press("4 a ctrl+n d x ctrl+n v ctrl+o")
        assert [todays(desk, name).text for name in ("Q4", "Q5", "Q6")] == ["a", "dx", "v"]
        assert "Question 6 answered" in desk.foot
        assert desk.place.startswith("Today")
