"""A case under review from outside: by command and in plain lines, then and now, and the pack read back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.acceptance.running import Run, ok
from tests.acceptance.test_papers import read
from tests.acceptance.test_plain_journeys import lines

__all__ = ["lines"]
Lines = Callable[..., str]
PRIVATE, TICKED = "I was frightened of the dog.", "I would ring the school first."


@pytest.fixture
def reviewed(casereflect: Run) -> Run:
    """F-102 under review: a visit written late, a private note beside it, a ticked one, a request, a meeting, support."""
    ok(casereflect("visit", "add", "F-102", "--on", "3/11", "--seen", "K.M.=alone", "--seen", "L.M.=observed",
                   "--words", "K.M.=I get myself up."))  # fmt: skip
    visit = ok(casereflect("visit", "list", "F-102", "--json")).json[0]["id"]
    ok(casereflect("event", "add", "F-102", "--type", "serious-incident", "--on", "17/11", "A fall on the stairs."))
    ok(casereflect("review", "begin", "F-102", "--note", "Asked by the partnership."))
    ok(casereflect("review", "note", "F-102", "--about", visit, "--now-text", PRIVATE))
    ok(casereflect("review", "note", "F-102", "--about", visit, "--now-text", TICKED, "--shared", "y"))
    ok(casereflect("review", "request", "F-102", "A chronology from March.", "--asked-by", "panel secretary",
                   "--due", "fri"))  # fmt: skip
    ok(casereflect("review", "meeting", "F-102", "They told me who reads it.", "--with-role", "panel"))
    ok(
        casereflect(
            "review", "support", "F-102", "--role", "union rep", "--number", "01632 960001", "--check-in", "wed"
        )
    )
    return casereflect


def test_a_review_holds_the_case_and_freezes_a_copy_that_later_notes_do_not_touch(reviewed: Run) -> None:
    """Once; undo lifts neither, and the copy shows what was added since."""
    info = ok(reviewed("review", "show", "F-102", "--json")).json
    assert info["under_review"]
    assert (info["case"]["hold"], len(info["case"]["frozen"])) == ("review", 1)
    assert reviewed("review", "begin", "F-102", "--note", "again").code == 2
    frozen = ok(reviewed("review", "frozen", "F-102", "--json")).json
    assert frozen["same"]
    assert frozen["case"]["hold"] == ""
    text = ok(reviewed("review", "frozen", "F-102")).out
    assert "its fingerprint is the same" in text
    assert "added" in text and "review request" in text
    for _ in range(5):
        ok(reviewed("undo", "F-102"))
    assert reviewed("undo", "F-102").code == 2
    assert ok(reviewed("review", "show", "F-102", "--json")).json["case"]["hold"] == "review"
    ok(reviewed("review", "freeze", "F-102"))
    assert len(ok(reviewed("review", "show", "F-102", "--json")).json["case"]["frozen"]) == 2
    assert reviewed("undo", "F-102").code == 2


def test_then_is_what_was_written_by_that_day_and_now_stands_beside_it(reviewed: Run) -> None:
    """The visit of 3 November was written down on 23 November: as of the 10th it is not there."""
    whole = ok(reviewed("review", "timeline", "F-102", "--json")).json
    visit = next(one for one in whole if one["kind"] == "visit")
    assert [note["now_text"] for note in visit["now"]] == [PRIVATE, TICKED]
    text = ok(reviewed("review", "timeline", "F-102")).out
    assert text.count("Reviews are there to learn.") == 1
    assert "3 Nov" in text
    assert "I get myself up." in text
    before = ok(reviewed("review", "timeline", "F-102", "--on", "10/11", "--json")).json
    assert not [one for one in before if one["kind"] == "visit"]
    assert reviewed("review", "timeline", "F-102", "--on", "13/25").code == 2


def test_the_days_of_a_review_stand_on_today_of_a_closed_case_too(reviewed: Run) -> None:
    """Kindly: what was asked for by its day, and when we speak."""
    said = ok(reviewed("today")).out
    assert "Review: A chronology from March." in said
    assert "Speak with union rep" in said
    ok(reviewed("case", "close", "F-102", "--reason", "Moved."))
    said = ok(reviewed("today")).out
    assert "Review: A chronology from March." in said
    request = ok(reviewed("review-request", "list", "F-102", "--json")).json[0]["id"]
    ok(reviewed("review-request", "edit", request, "--submitted", "today", "--to-whom", "panel"))
    assert "Review: A chronology" not in ok(reviewed("today")).out


@pytest.mark.parametrize("ending", ["md", "html", "txt", "docx"])
def test_the_pack_has_all_of_it_and_nothing_private(reviewed: Run, tmp_path: Path, ending: str) -> None:
    """Ticked notes stand in it with their own day; support only if asked for; that it was written is noted."""
    out = tmp_path / f"review.{ending}"
    ok(reviewed("review", "pack", "F-102", "--out", str(out)))
    text = " ".join(read(out).split())
    for part in (
        "OFFICIAL-SENSITIVE - PERSONAL", "Reviews are there to learn.", "I get myself up.", TICKED, "Written Mon 23 Nov",
        "A chronology from March.", "panel secretary", "They told me who reads it.", "15 working days after the serious incident",
        "frozen copy made", "hold placed", "SHA-256", "Left out: review notes that are not ticked", "not the record",
    ):  # fmt: skip
        assert part in text, part
    assert PRIVATE not in text
    assert "01632 960001" not in text
    ok(reviewed("review", "pack", "F-102", "--support", "--without", "audit", "--out", str(out), "--over"))
    text = " ".join(read(out).split())
    assert "01632 960001" in text
    assert "frozen copy made" not in text
    assert "written to a file" in ok(reviewed("audit", "F-102")).out


def test_what_is_kept_for_a_review_stands_on_no_other_page_for_others(reviewed: Run, tmp_path: Path) -> None:
    """Pack of supervision, changes, hand-over, chronology, own words, escalations: neither ticked nor private notes."""
    for command in ("pack", "changes", "handover", "chronology", "words"):
        out = tmp_path / f"{command}.txt"
        more = ("--private",) if command == "pack" else ()
        ok(reviewed(command, "F-102", *more, "--out", str(out)))
        text = " ".join(out.read_text(encoding="utf-8").split())
        for words in (PRIVATE, TICKED, "A chronology from March", "They told me who", "01632"):
            assert words not in text, (command, words)


def test_the_same_in_plain_lines(casereflect: Run, lines: Lines, tmp_path: Path) -> None:
    """Begun, read, a note beside an entry, a day chosen, a list opened, the pack ticked and written."""
    ok(casereflect("hypothesis", "add", "F-102", "Late nights may be noise."))
    said = lines("review F-102", "open 1", "Asked by the partnership.", ".", "save", "again", "why 1")
    assert "This case is not marked as under review." in said
    assert "F-102 is under review: held, and a frozen copy is kept." in said
    assert "What have you been asked for, by whom, and by when?" in said
    said = lines(
        "review timeline F-102", "account 2", "", "", "", "", "", "It was noise.", ".", "", "save", "again", "open 2"
    )
    assert "Late nights may be noise." in said
    assert "Now, Mon 23 Nov" in said
    assert "It was noise." in said
    said = lines("review timeline F-102", "then 1/11", "then", "then 13/25")
    assert "As I knew it on Sun 1 Nov: only what was written down by then." in said
    assert "is not a date" in said
    out = tmp_path / "plain.txt"
    said = lines("review pack F-102", "tick 7", "open 3", f"write {out}")
    assert "In the pack." in said
    assert "Late nights may be noise." in said
    assert "It was noise." not in out.read_text(encoding="utf-8")
    assert "its fingerprint is the same" in lines("review frozen F-102")
    said = lines("mask", "review timeline F-102")
    assert "noise" not in said
