"""The chronology and own words by command and in plain lines: narrowed, as a file of its own, as JSON."""

import stat
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from tests.acceptance.running import Run, ended, ok
from tests.acceptance.test_plain_journeys import lines  # noqa: F401

Lines = Callable[..., str]
WORDS = "I get myself up & go."


@pytest.fixture
def told(casereflect: Run) -> Run:
    """The case has a visit written late, an approximate event, a concern, and an account."""
    visit = ["--on", "3/11", "--seen", "K.M.=alone", "--seen", "L.M.=observed", "--words", f"K.M.={WORDS}"]
    ok(casereflect("visit", "add", "F-102", *visit, "--present", "gran"))
    ok(casereflect("event", "add", "F-102", "Home cold.", "--type", "referral", "--on", "c. May 2019"))
    ok(casereflect("event", "add", "F-102", "Called out.", "--type", "police", "--on", "1/9", "--significance", "key"))
    ok(casereflect("concern", "add", "F-102", "No coat.", "--on", "18/11", "--theme", "8", "--impact", "Cold."))
    return casereflect


def test_both_days_and_gaps_stand_in_the_list(told: Run) -> None:
    """Each line begins with the id by which its record is named; late writing is at the right."""
    said = ok(told("chronology", "F-102")).out
    assert "noted Mon 23 Nov" in said
    assert "c. May 2019" in said
    assert "No entry for" in said
    assert "20 days after. Source: my visit, home." in " ".join(said.split()), "what was cut stands whole below"
    named = next(line for line in said.splitlines() if "Called out" in line).split()[0]
    assert "police" in ok(told("event", "show", named)).out


def test_it_is_narrowed_by_each_option_and_says_so(told: Run) -> None:
    """A wrong one is refused in a sentence."""
    counts = {
        ("--kind", "visit"): 1, ("--theme", "8"): 1, ("--person", "gran"): 1, ("--since", "1/11"): 2,
        ("--until", "1/1/2020"): 1, ("--child", "L.M.", "--kind", "visit"): 1,
    }  # fmt: skip
    for options, count in counts.items():
        found = ok(told("chronology", "F-102", *options, "--json")).json
        assert len(found["entries"]) == count, options
        assert found["only"], options
    for options, trouble in {
        ("--theme", "9"): "eight themes", ("--since", "13/25"): "not a date", ("--child", "Z."): "No child",
    }.items():  # fmt: skip
        refused = told("chronology", "F-102", *options)
        assert (refused.code, trouble in refused.err) == (2, True), options


def test_json_has_both_days_meaning_and_weight(told: Run) -> None:
    """An approximate day says that it is one."""
    entries = {one["word"]: one for one in ok(told("chronology", "F-102", "--json")).json["entries"]}
    assert (entries["Concern"]["it_means"], entries["Concern"]["themes"]) == ("Cold.", ["T8"])
    assert entries["Police"]["key_event"] is True
    assert entries["Referral"]["approximate"] is True
    assert entries["Referral"]["happened_text"] == "c. May 2019"
    assert entries["Visit"]["happened_on"] == "2026-11-03"
    assert entries["Visit"]["written_at"].startswith("2026-11-23")


@pytest.mark.parametrize("ending", ["txt", "md", "html"])
def test_a_file_is_new_the_owner_s_alone_and_whole(told: Run, tmp_path: Path, ending: str) -> None:
    """With its marking, its day, what was left out, and that it is not the record; a second time it is refused."""
    path = tmp_path / f"c.{ending}"
    said = ok(told("chronology", "F-102", "--kind", "visit", "--out", str(path))).err
    assert f"c.{ending}" in said
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    text = " ".join(path.read_text(encoding="utf-8").replace("\\", "").replace("&amp;", "&").split())
    for words in (
        "OFFICIAL-SENSITIVE - PERSONAL",
        WORDS,
        "Made on Mon 23 Nov 2026.",
        "the rest is left out: visit.",
        "A reflection aid, not the statutory record.",
        "20 days after",
    ):
        assert words in text, words
    assert "Called out" not in text
    before = path.read_bytes()
    refused = told("chronology", "F-102", "--out", str(path))
    assert (refused.code, "is there already" in refused.err) == (2, True)
    assert path.read_bytes() == before
    assert told("chronology", "F-102", "--out", str(tmp_path / "c.doc")).code == 2


def test_on_a_terminal_it_asks_before_it_writes_over(
    told: Run, terminal: "Callable[..., pexpect.spawn[str]]", tmp_path: Path
) -> None:
    """No is what Enter means."""
    path = tmp_path / "c.txt"
    path.write_text("mine", encoding="utf-8")
    for answer, kept in (("", True), ("y", False)):
        child = terminal("chronology", "F-102", "--out", str(path))
        child.expect("Write over it")
        child.sendline(answer)
        ended(child)
        assert (path.read_text(encoding="utf-8") == "mine") == kept
    assert ok(told("chronology", "F-102")).out


def test_by_month_it_is_said_in_figures_and_in_words(told: Run) -> None:
    """The same figures twice."""
    said = ok(told("chronology", "F-102", "--by", "month")).out
    assert "Police: 1 in Sep." in said
    assert next(line for line in said.splitlines() if line.startswith("   Police  ")).count("1") == 1
    assert "As written" in ok(told("chronology", "F-102", "--by", "written")).out


def test_own_words_of_each_child_or_of_one(told: Run) -> None:
    """With the day, the place, how and who was there."""
    said = ok(told("words", "F-102")).out
    assert "K.M., F-102" in said
    assert "L.M., F-102" in said
    assert f'"{WORDS}"' in said
    assert "There: gran." in said
    (k,) = ok(told("words", "F-102", "K.M.", "--json")).json
    assert (k["child"], k["words"][0]["words"], k["words"][0]["how"]) == ("K.M.", WORDS, "alone")
    assert ok(told("words", "F-102", "K.M.", "--theme", "8", "--json")).json[0]["words"] == []
    assert told("words", "F-102", "Z.").code == 2


def test_plain_lines_say_the_chronology_narrow_it_and_mark_it(told: Run, lines: Lines) -> None:  # noqa: F811
    """Entries are numbered; find takes days and words; by month there is no table; new adds an event."""
    said = lines("F-102", "chronology", "find since 1/11 coat", "open 1", "chronology month", "chronology written")
    assert "Entry 1 of " in said
    assert "Only since Sun 1 Nov" in said
    assert "Worry: No coat." in said
    assert "Visits: 1 in Nov." in said
    assert "By the day it was written down" in said or "by the day it was written down" in said
    said = lines("F-102", "new chronology-review", "", "Cold again.", ".", "save", "chronology", "find looked")
    assert "Pattern: Cold again." in said


def test_plain_lines_say_a_child_s_words(told: Run, lines: Lines) -> None:  # noqa: F811
    """The child by initials, from anywhere; asked where there are two."""
    for way in (("words K.M. F-102",), ("F-102", "words K.M."), ("F-102", "words", "1")):
        said = lines(*way)
        assert f'"{WORDS}"' in said
        assert "There: gran." in said


def test_help_says_the_themes_and_questions_in_words(casereflect: Run) -> None:
    """A number says nothing by itself: of a record and of a chronology."""
    for args in (("chronology", "--help"), ("words", "--help")):
        assert "1 not seen, 2 information" in " ".join(ok(casereflect(*args)).out.split())
    said = " ".join(ok(casereflect("action", "add", "--help")).out.split())
    assert "T1 not seen, T2 information" in said
    assert "Q1 seen alone, Q2 adults" in said
