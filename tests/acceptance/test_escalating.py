"""An escalation by command and in plain lines: raised, answered, taken to the next step, settled; words to use."""

from tests.acceptance.running import Run, ok
from tests.acceptance.test_evidence_commands import Lines, school  # noqa: F401
from tests.acceptance.test_plain_journeys import lines, records  # noqa: F401


def raised(casereflect: Run) -> str:
    """A concern raised on a Thursday; its id."""
    given = ["The threshold", "--with-agency", "school", "--step-started", "thu", "--told", "team manager"]
    return str(ok(casereflect("escalation", "add", "F-102", *given, "--json")).json["id"])


def waiting(casereflect: Run) -> list[str]:
    """What S26 asks today."""
    found = ok(casereflect("prompts", "F-102", "--json")).json
    return [one["text"] for one in found if one["signal"] == "S26"]


def test_an_escalation_is_answered_taken_on_and_settled_by_command(casereflect: Run, school: str) -> None:  # noqa: F811
    """The earlier step stays in the list and on its page; S26 counts from the new step."""
    named = raised(casereflect)
    assert len(waiting(casereflect)) == 1
    assert "by Mon 23 Nov: The threshold" in ok(casereflect("escalation", "list", "F-102")).out
    assert "stays open" in ok(casereflect("escalation", "answer", named, "In January.", "--on", "fri")).out
    said = ok(casereflect("escalation", "step", named, "--with-agency", "head of service")).out
    assert "Step 2, manager to manager. Limit 5 working days: by Mon 30 Nov." in said
    listed = ok(casereflect("escalation", "list", "F-102")).out
    assert "step 2" in listed
    assert "step 1" in listed
    shown = ok(casereflect("escalation", "show", named)).out
    assert "Began Thu 19 Nov. To be answered by Mon 23 Nov. With school." in shown
    assert "Answer Fri 20 Nov: In January." in " ".join(shown.split())
    assert waiting(casereflect) == []  # the new step has days of its own
    ok(casereflect("escalation", "answer", named, "--result", "A discussion on Friday."))
    (kept,) = ok(casereflect("escalation", "list", "F-102", "--json")).json
    assert (kept["closed_on"], kept["before"][0]["reply"]) == ("2026-11-23", "In January.")
    assert kept["before"][0]["with_agency"] == school


def test_what_is_needed_is_said_and_nothing_is_kept(casereflect: Run, school: str) -> None:  # noqa: F811
    """An answer or a result; a result where a day of settling is given; no further step after the last."""
    named = raised(casereflect)
    assert casereflect("escalation", "answer", named).code == 2
    assert casereflect("escalation", "answer", named, "--settled", "fri").code == 2
    assert casereflect("escalation", "step", named, "--replied", "fri").code == 2
    ok(casereflect("escalation", "step", named))
    ok(casereflect("escalation", "step", named))
    assert casereflect("escalation", "step", named).code == 2
    assert [one["step"] for one in records(casereflect, "escalation")] == [3]


def test_words_to_use_are_written_for_either_service(casereflect: Run) -> None:
    """For an adult without a child in them."""
    assert "For the child it means" in " ".join(ok(casereflect("escalation", "words")).out.split())
    adults = ok(casereflect("escalation", "words", "--service", "adults")).out
    assert "What the person wants is" in " ".join(adults.split())
    assert "child" not in adults


def test_an_action_that_is_done_names_the_command_that_writes_it_down(casereflect: Run) -> None:
    """To the person, not into the result."""
    added = ["Ask again", "--type", "escalate", "--due", "+2wd", "--json"]
    named = ok(casereflect("action", "add", "F-102", *added)).json["id"]
    ran = ok(casereflect("action", "done", named, "--outcome", "They meet on Friday."))
    assert "casereflect escalation add F-102" in ran.err
    assert "escalation" not in ran.out


def test_plain_lines_raise_answer_and_take_on(casereflect: Run, school: str, lines: Lines) -> None:  # noqa: F811
    """`raise` asks with whom and who was told; the limit is said; `?` says the words; `done` asks for the answer."""
    said = lines(
        "F-102", "list agencies", "raise 1", "?", "No place.", "", "", "thu", "my manager", "", "save",
        "raise words", "list escalations", "done 1", "In January.", ".", "fri", "2", "head of service", "", "", "save",
    )  # fmt: skip
    assert said.count("Words to take up a concern") == 2
    assert "Step 1, worker to worker. Limit 2 working days: by" in said
    assert "Step 2, manager to manager. Limit 5 working days: by Mon 30 Nov." in said
    (kept,) = records(casereflect, "escalation")
    assert (kept["step"], kept["step_started_on"], kept["with_agency"]) == (2, "2026-11-23", "head of service")
    assert (kept["before"][0]["with_agency"], kept["before"][0]["replied_on"]) == (school, "2026-11-20")


def test_plain_lines_offer_the_escalation_after_an_a7_action(casereflect: Run, lines: Lines) -> None:  # noqa: F811
    """It needs the whole word; Enter leaves it."""
    for what in ("Ask again", "Ask once more"):
        ok(casereflect("action", "add", "F-102", what, "--type", "escalate", "--due", "+2wd"))
    said = lines("F-102", "actions", "done 1", "Friday.", ".", "", "", "", "write", "", "", "", "", "", "save")
    assert "Write down the escalation?" in said
    assert [one["about"] for one in records(casereflect, "escalation")] == ["Ask again"]
    lines("F-102", "actions", "done 1", "Monday.", ".", "", "", "", "")
    assert len(records(casereflect, "escalation")) == 1
