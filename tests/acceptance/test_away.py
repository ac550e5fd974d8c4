"""Days away, and supervision for me: on the command line and in plain lines."""

from tests.acceptance.running import Run, ok


def school_asked(casereflect: Run) -> None:
    """A school was asked long ago and has not replied."""
    ok(casereflect("agency", "add", "F-102", "--sector", "education", "--label", "Hill School"))
    ok(casereflect("contact", "add", "F-102", "--agency", "Hill School", "--on", "2/11", "--i-asked", "Mornings?",
                   "--basis", "consent"))  # fmt: skip


def s14(casereflect: Run) -> list[str]:
    """What is asked of agencies."""
    return [one["text"] for one in ok(casereflect("prompts", "F-102", "--json")).json if one["signal"] == "S14"]


def test_a_school_holiday_lets_the_school_wait_and_is_taken_out_again(casereflect: Run) -> None:
    """On Today, in prompts; the list prints the id by which it goes."""
    school_asked(casereflect)
    assert len(s14(casereflect)) == 1
    assert (
        "School holiday Mon 23 Nov to Fri 27 Nov."
        in ok(casereflect("away", "add", "school-holiday", "23/11", "27/11")).out
    )
    assert s14(casereflect) == []
    assert "Hill School" not in ok(casereflect("today")).out
    (days,) = ok(casereflect("away", "list", "--json")).json
    assert days["id"][-6:] in ok(casereflect("away", "list")).out
    ok(casereflect("away", "drop", days["id"][-6:]))
    assert len(s14(casereflect)) == 1
    assert casereflect("away", "drop", days["id"]).code == 2


def test_what_cannot_be_days_away_is_refused(casereflect: Run) -> None:
    """The last day before the first, and no day at all: exit 2, in a sentence."""
    for days, said in ((("27/11", "23/11"), "before the first day"), (("13/25",), "Day comes first here")):
        ran = casereflect("away", "add", "own-leave", *days, "--cover", "duty")
        assert ran.code == 2
        assert said in ran.err


def test_my_own_leave_in_plain_lines(casereflect: Run) -> None:
    """Added, heard with each dated prompt, changed, and taken out with the whole word."""
    typed = ("away", "new", "own leave", "today", "27/11", "duty", "save", "away", "prompts F-102", "away", "drop 1",
             "drop", "leave")  # fmt: skip
    said = ok(casereflect("--plain", input="".join(f"{line}\n" for line in typed))).out
    assert "Own leave Mon 23 Nov to Fri 27 Nov, cover: duty. Kept, for every case." in said
    assert "Taken out." in said
    assert ok(casereflect("away", "list", "--json")).json == []


def test_supervision_for_me_is_asked_on_today_and_in_prompts(casereflect: Run) -> None:
    """A month after the last hour that was written down on any case; in no case's own list."""
    ok(casereflect("supervision", "add", "F-102", "--held", "21/9", "--with-role", "team manager"))
    text = ok(casereflect("today")).out
    assert "Supervision. Last Mon 21 Sep" in text
    assert "Me" in text
    said = [one for one in ok(casereflect("prompts", "--json")).json if one["about"] == "me"]
    assert [one["text"] for one in said] == ["Last supervision for me Mon 21 Sep. One month was Wed 21 Oct."]
    assert said[0]["source"]
    assert "Last supervision for me" in ok(casereflect("prompts")).out
    assert "Last supervision for me" not in ok(casereflect("prompts", "F-102")).out


def test_no_supervision_for_me_is_a_message_of_its_own(casereflect: Run) -> None:
    """In the list of prompts, without a word of severity; Today does not say it."""
    (one,) = [one for one in ok(casereflect("prompts", "--json")).json if one["about"] == "me"]
    assert (one["text"], one["severity"]) == ("No supervision for me is recorded yet.", "not recorded")
    assert "for me" not in ok(casereflect("today")).out
