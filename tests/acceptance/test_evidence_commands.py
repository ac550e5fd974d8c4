"""The records of evidence by command and in plain lines: named by their words, kept with their rules."""

from collections.abc import Callable

import pytest

from tests.acceptance.running import Run, ok
from tests.acceptance.test_plain_journeys import lines, records  # noqa: F401

Lines = Callable[..., str]
ADDED = (
    ("household-check", ["--how", "seen", "Nobody new."], "2026-11-23"),
    ("sighting", ["--child", "K.M.", "--agency", "school", "--seen", "alone"], "school"),
    ("day-entry", ["--child", "K.M.", "--source", "child", "Toast if there is bread."], "Toast"),
    ("concern", ["No coat.", "--area-of-care", "food"], "No coat."),
    (
        "explanation",
        ["--event-key", "burn", "--event", "c. May 2019", "--given-by", "mother", "An iron."],
        "c. May 2019",
    ),
    ("unknown", ["Who is D?", "--by", "+5wd"], "2026-11-30"),
    ("contact", ["--agency", "school", "Late four times."], "Late"),
    ("outcome", ["--child", "K.M.", "Somebody gets me up"], "Somebody"),
    ("engagement", ["--child", "K.M.", "--engagement", "in", "--child-change", "same"], "same"),
    ("event", ["--type", "core-group", "--on", "-3d"], "core_group"),
    ("neglect-entry", ["--child", "K.M.", "--on", "c. Sep 2026", "--area", "home", "Cold."], "c. Sep 2026"),
    ("chronology-review", ["Better after each conference."], "Better"),
    ("supervision", ["Say it aloud."], "one_to_one"),
    ("escalation", ["The threshold", "--step", "2", "--with-agency", "school"], '"step": 2'),
)
"""A command, what is given after the case, and what is in the record."""


@pytest.fixture
def school(casereflect: Run) -> str:
    """The case has an agency; its id."""
    return str(ok(casereflect("agency", "add", "F-102", "school", "--sector", "education", "--json")).json["id"])


@pytest.mark.parametrize(("command", "given", "held"), ADDED, ids=[row[0] for row in ADDED])
def test_each_kind_is_added_listed_shown_changed_and_withdrawn(
    command: str, given: list[str], held: str, casereflect: Run, school: str
) -> None:
    """By the same five commands; another record is named by its words, and kept by its id."""
    kept = ok(casereflect(command, "add", "F-102", *given, "--json"))
    named = kept.json["id"][-6:]
    assert held in kept.out or school in kept.out
    assert named in ok(casereflect(command, "list", "F-102")).out
    assert ok(casereflect(command, "list", "F-102", "--json")).json[0]["id"] == kept.json["id"]
    assert school not in ok(casereflect(command, "show", named)).out
    assert casereflect(command, "edit", named).code == 2
    ok(casereflect(command, "withdraw", named, "--reason", "Typed twice."))
    assert casereflect(command, "show", named).code == 1


def test_an_outcome_is_read_by_its_words(casereflect: Run) -> None:
    """The reading keeps the outcome's id; the list of outcomes shows it."""
    outcome = ok(casereflect("outcome", "add", "F-102", "Somebody gets me up", "--child", "K.M.", "--json")).json
    given = ["--outcome", "Somebody gets me up", "--change", "worse", "--seen-or-told", "seen", "Nobody was up."]
    reading = ok(casereflect("outcome-reading", "add", "F-102", *given, "--json")).json
    assert (reading["outcome_id"], reading["read_on"]) == (outcome["id"], "2026-11-23")
    assert "worse Mon 23 Nov" in ok(casereflect("outcome", "list", "F-102")).out


def test_answering_an_unknown_by_command_keeps_its_rule_and_its_day(casereflect: Run) -> None:
    """Without an answer it is refused; with it the day is today."""
    named = ok(casereflect("unknown", "add", "F-102", "Who is D?", "--by", "fri", "--json")).json["id"][-6:]
    refused = casereflect("unknown", "edit", named, "--state", "answered")
    assert (refused.code, "needs its answer" in refused.err) == (2, True)
    kept = ok(casereflect("unknown", "edit", named, "--state", "answered", "--answer", "A cousin.", "--json")).json
    assert kept["closed_on"] == "2026-11-23"


def test_what_is_asked_or_shared_needs_a_basis(casereflect: Run, school: str) -> None:
    """Exit 2, one sentence, and nothing of the text in it."""
    refused = casereflect("contact", "add", "F-102", "--agency", "school", "--i-shared", "Cold mornings.")
    assert refused.code == 2
    assert "on what basis" in refused.err
    assert "Cold" not in refused.err
    assert ok(casereflect("contact", "list", "F-102", "--json")).json == []
    assert casereflect("contact", "add", "F-102", "--agency", school[-6:], "They rang.").code == 0


def test_what_only_adults_have_is_kept_on_an_adults_case_alone(casereflect: Run) -> None:
    """Capacity is about one decision; on a children's case the sentence says so."""
    refused = casereflect("capacity-note", "add", "F-102", "The flat", "--conclusion", "not-assessed")
    assert (refused.code, "adult's case only" in refused.err) == (2, True)
    ok(casereflect("case", "add", "A-9", "--service", "adults", "--child", "G.W."))
    note = ["The flat", "--conclusion", "lacks", "--basis", "Could not keep two options in mind."]
    named = ok(casereflect("capacity-note", "add", "A-9", *note, "--json")).json["id"][-6:]
    assert "For this one" in ok(casereflect("capacity-note", "show", named)).out
    assert "For this one decision" not in ok(casereflect("case", "show", "A-9")).out
    ok(casereflect("desired-outcome", "add", "A-9", "My own key."))
    assert casereflect("advocate", "add", "A-9", "--needed", "no").code == 2
    ok(casereflect("advocate", "add", "A-9", "--needed", "yes", "--type", "care-act"))


def test_plain_lines_reach_the_lists_and_finish_their_rows(casereflect: Run, lines: Lines) -> None:  # noqa: F811
    """`list` and a word; `new` adds to it; `done` answers; what it is asks is said in full."""
    said = lines(
        "F-102",
        "list unknowns",
        "new",
        "Who is D?",
        "",
        "",
        "fri",
        "",
        "save",
        "again",
        "done 1",
        "A cousin.",
        ".",
        "save",
    )
    assert "Nothing is listed as not known. What do you not know yet?" in said
    assert "Answered. The question stays in the list, with its answer." in said
    (unknown,) = records(casereflect, "unknown")
    assert (unknown["state"], unknown["answer"], unknown["closed_on"]) == ("answered", "A cousin.", "2026-11-23")
    for word in ("day", "care", "concerns", "explanations", "agencies", "outcomes", "events", "household"):
        assert "F-102" in lines(f"list {word} F-102")
    assert "Which list? Type list and one of" in lines("list nonsense F-102")


def test_plain_lines_say_the_rules_of_sharing_at_their_field(casereflect: Run, school: str, lines: Lines) -> None:  # noqa: F811
    """`?` where something is shared says the seven rules; the contact is kept."""
    said = lines(
        "new contact F-102", "1", "head of year", "", "", "Late four times.", ".", "", "?", "That mornings are hard.",
        ".", "3", "", "save",
    )  # fmt: skip
    assert "7. Write down what you decided and why" in said
    (contact,) = records(casereflect, "contact")
    assert (contact["agency_id"], contact["basis"]) == (school, "not_needed_legal_duty")


@pytest.mark.parametrize(
    ("add", "words"),
    [
        (("person", "add", "F-102", "gran"), "person"),
        (("household-check", "add", "F-102", "--how", "seen", "Nobody new."), "household-check"),
    ],
)
def test_what_withdrawing_names_is_a_command_that_reads_it(casereflect: Run, add: tuple[str, ...], words: str) -> None:
    """As it is typed, with the name of the kind."""
    ok(casereflect(*add))
    (record,) = ok(casereflect(words, "list", "F-102", "--json")).json
    said = ok(casereflect(words, "withdraw", record["id"][-6:], "--reason", "typed twice")).out
    command = said.split("`")[1].split()
    assert command[0] == "casereflect"
    assert "typed twice" in ok(casereflect(*command[1:])).out
