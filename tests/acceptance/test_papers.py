"""Pages for others by command and in plain lines: what has changed, the pack, a hand-over, the next supervision."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.acceptance.running import Run, ok
from tests.acceptance.test_plain_journeys import lines, records  # noqa: F401

Lines = Callable[..., str]
MARKING = "OFFICIAL-SENSITIVE - PERSONAL"


def read(path: Path) -> str:
    """The words of a file."""
    if path.suffix != ".docx":
        return path.read_text(encoding="utf-8").replace("\\", "")
    paper = Document(str(path))
    parts = (paper.sections[0].header._element, paper.element.body)
    return "\n".join(one.text or "" for part in parts for one in part.iter(qn("w:t")))


@pytest.fixture
def told(casereflect: Run) -> Run:
    """The case has a visit, a private note, and something not known."""
    ok(casereflect("visit", "add", "F-102", "--on", "3/11", "--seen", "K.M.=alone", "--seen", "L.M.=observed",
                   "--words", "K.M.=I get myself up."))  # fmt: skip
    ok(casereflect("supervision", "add", "F-102", "--held", "21/9", "--with-role", "team manager",
                   "--decided", "Ask legal\nSee K. early", "--me-note", "I was tired."))  # fmt: skip
    ok(casereflect("unknown", "add", "F-102", "Who is D?", "--by", "fri"))
    return casereflect


def test_what_has_changed_is_text_and_json(told: Run) -> None:
    """Since the last supervision, or a day; an empty or wrong day is refused."""
    text = ok(told("changes", "F-102")).out
    assert text.startswith(MARKING)
    assert "Since supervision on Mon 21 Sep." in text
    assert "unknown: Fri 27 Nov, Who is D?" in text
    found = ok(told("changes", "F-102", "--since", "today", "--json")).json
    assert {one["how"] for one in found} == {"new"}
    assert {"visit", "unknown"} <= {one["record"]["kind"] for one in found}
    assert all(one["since"] == "2026-11-23" for one in found)
    assert "F-102" in ok(told("changes")).out
    for day in ("13/25", "", "+3d"):
        assert told("changes", "F-102", "--since", day).code == 2


def test_a_pack_is_written_to_a_file_by_its_ending(told: Run, tmp_path: Path) -> None:
    """Each form has the marking, the day, the words and what was left out; the file is its owner's alone."""
    for ending in (".md", ".html", ".txt", ".docx"):
        path = tmp_path / f"pack{ending}"
        ran = ok(told("pack", "F-102", "--out", str(path)))
        assert ran.out == ""
        assert "only you can read it" in ran.err
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        text = read(path)
        for part in (MARKING, "Mon 23 Nov 2026", "I get myself up.", "Who is D?", "My private notes, full names"):
            assert part in text, (ending, part)
        assert "I was tired" not in text
    refused = told("pack", "F-102", "--out", str(tmp_path / "pack.doc"))
    assert (refused.code, ".md, .html, .txt, .docx" in refused.err) == (2, True)


def test_a_file_that_is_there_is_not_written_over_unasked(told: Run, tmp_path: Path) -> None:
    """Exit code 2 and the file as it was; --over writes it."""
    path = tmp_path / "pack.md"
    path.write_text("mine", encoding="utf-8")
    refused = told("pack", "F-102", "--out", str(path))
    assert (refused.code, "is there already" in refused.err) == (2, True)
    assert path.read_text(encoding="utf-8") == "mine"
    ok(told("pack", "F-102", "--out", str(path), "--over"))
    assert path.read_text(encoding="utf-8").startswith(MARKING)


def test_private_notes_and_sections_are_chosen(told: Run) -> None:
    """Left out unless asked for; a section that is not known is refused with those that are."""
    assert "I was tired." in ok(told("pack", "F-102", "--private")).out
    text = ok(told("pack", "F-102", "--without", "own-words", "--without", "unknown")).out
    assert "In their own words, What I do not know, My private notes, full names" in " ".join(text.split())
    assert "Who is D?" not in text.partition("Prompts from the record")[0].partition("What I wonder")[2]
    refused = told("pack", "F-102", "--without", "everything")
    assert (refused.code, "own_words" in refused.err) == (2, True)


def test_a_pack_of_all_cases_goes_into_a_folder_under_a_name_without_names(told: Run, tmp_path: Path) -> None:
    """A folder gets a file named by its day."""
    ok(told("case", "add", "F-200", "--child", "T."))
    folder = tmp_path / "packs"
    folder.mkdir()
    ok(told("pack", "--out", str(folder)))
    (file,) = folder.iterdir()
    assert file.name == "pack-2026-11-23.md"
    text = file.read_text(encoding="utf-8").replace("\\", "")
    assert "2 cases" in text
    assert "## F-200" in text


def test_a_hand_over_is_written(told: Run, tmp_path: Path) -> None:
    """Of one case, as text or as a file."""
    text = ok(told("handover", "F-102")).out
    assert "What this child's life is like" in text
    assert "I was tired" not in text
    ok(told("handover", "F-102", "--out", str(tmp_path)))
    assert (tmp_path / "handover-2026-11-23-F-102.md").exists()
    assert told("handover", "F-999").code == 1


def test_a_format_alone_writes_into_the_persons_own_folder(told: Run, tmp_path: Path) -> None:
    """Every page that can be a file takes it; a second time it is refused, and an ending that says otherwise too."""
    for command, name in (
        ("pack", "pack"), ("handover", "handover"), ("changes", "changes"), ("chronology", "chronology"),
        ("words", "words"), ("escalation report", "escalations"),
    ):  # fmt: skip
        ran = ok(told(*command.split(), "F-102", "--format", "docx"))
        assert (ran.out, f"~/packs/{name}-2026-11-23-F-102.docx" in ran.err) == ("", True)
        path = tmp_path / "packs" / f"{name}-2026-11-23-F-102.docx"
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert MARKING in read(path)
        assert told(*command.split(), "F-102", "--format", "docx").code == 2
    noted = [one["what"] for one in ok(told("audit", "--json")).json]
    assert noted.count("exported") == 6
    refused = told("pack", "F-102", "--format", "docx", "--out", str(tmp_path / "pack.md"))
    assert (refused.code, "ends otherwise" in refused.err) == (2, True)


def test_the_next_supervision_is_a_day_where_a_date_is_due(casereflect: Run) -> None:
    """It stands on Today; another day takes its place; a day that has passed is refused."""
    assert ok(casereflect("supervision", "next")).out == "No next supervision is recorded.\n"
    assert " Me\n" not in ok(casereflect("today")).out
    ok(casereflect("supervision", "next", "fri"))
    assert ok(casereflect("supervision", "next", "--json")).json == {"next_on": "2026-11-27"}
    today = ok(casereflect("today")).out
    assert "Supervision" in today.partition(" Me\n")[2]
    kept = ok(casereflect("action", "add", "F-102", "Test my thinking", "--due", "next supervision", "--json")).json
    assert kept["due_on"] == "2026-11-27"
    moved = ok(casereflect("supervision", "next", "+2w")).out
    assert moved == "Next supervision Mon 7 Dec.\n"
    assert casereflect("supervision", "next", "3/11/26").code == 2
    later = ok(casereflect("supervision", "next", CASEREFLECT_TODAY="2026-12-08")).out
    assert later == "No next supervision is recorded.\n"


def test_plain_lines_say_the_pack_and_write_it(told: Run, lines: Lines, tmp_path: Path) -> None:  # noqa: F811
    """Sections by number, ticked and read; what I want is typed; the file is written in the form chosen."""
    said = lines(
        "wanted F-102",
        "Is it time?",
        ".",
        "save",
        "pack F-102",
        "open 10",
        "tick 12",
        "write",
        "1",
        "write",
        "1",
        "over",
    )
    assert "Section 1 of 12. In their own words. taken in." in said
    assert "Is it time?" in said
    assert "In the pack." in said
    assert "Written: ~/packs/pack-2026-11-23-F-102.md. Only you can read it." in said
    assert "is there already" in said
    text = (tmp_path / "packs" / "pack-2026-11-23-F-102.md").read_text(encoding="utf-8")
    assert "I was tired." in text.replace("\\", "")


def test_plain_lines_say_what_has_changed_and_hand_over(told: Run, lines: Lines) -> None:  # noqa: F811
    """Since the last supervision or a day, of one case or of all."""
    assert "Since supervision on Mon 21 Sep." in lines("changes F-102")
    assert "Since Mon 23 Nov." in lines("F-102", "changes since today")
    assert "F-102, since supervision on Mon 21 Sep." in lines("changes all")
    assert "What this child's life is like." in lines("handover F-102")
    assert "This page is not one for others." in lines("write")
    assert "This page is not one for others." in lines("F-102", "visits", "write")


def test_plain_lines_write_the_chronology_words_and_escalations(told: Run, lines: Lines, tmp_path: Path) -> None:  # noqa: F811
    """As each stands, with what a filter leaves out; Word is one of the formats."""
    said = lines("F-102", "chronology", "find visit", "write", "4", "words K.M.", "write", "4",
                 "list escalations", "write", "3")  # fmt: skip
    assert "a new folder for you alone. References, not full names." in said or "a folder only you can read" in said
    folder = tmp_path / "packs"
    chronology = read(folder / "chronology-2026-11-23-F-102.docx")
    assert 'the rest is left out: "visit".' in chronology
    assert "I get myself up." in chronology
    assert "I get myself up." in read(folder / "words-2026-11-23-F-102.docx")
    assert "No escalation is recorded." in read(folder / "escalations-2026-11-23-F-102.txt")
    assert "There is no pack here." in lines("tick 1")


def test_plain_lines_mask_a_pack_and_write_nothing_through_the_mask(
    told: Run,
    lines: Lines,  # noqa: F811
    tmp_path: Path,
) -> None:
    """No word of a child is said, and no file is made."""
    said = lines("mask", "pack F-102", "open 1", "changes F-102", "handover F-102", "write").partition("Today: ")[2]
    assert "I get myself up" not in said
    assert "Who is D?" not in said
    assert "Error: Names and text are masked." in said
    assert not (tmp_path / "packs").exists()


def test_plain_lines_make_an_action_of_what_was_agreed(told: Run, lines: Lines) -> None:  # noqa: F811
    """A line is chosen; next supervision is a day there."""
    said = lines("next fri", "agreed F-102", "2", "", "", "next supervision", "save")
    assert "Next supervision Fri 27 Nov." in said
    assert "Action saved, by Fri 27 Nov." in said
    assert [one["what"] for one in records(told, "action")] == ["See K. early"]
    assert "Nothing is written yet of what was agreed." in lines(
        "new case", "F-300", "", "", "", "T.", "save", "agreed F-300"
    )


def test_an_hour_over_several_cases_in_plain_lines(casereflect: Run, lines: Lines) -> None:  # noqa: F811
    """The day and with whom once; then each case its own part; the pack says when it was talked of."""
    ok(casereflect("case", "add", "F-300", "--child", "T."))
    said = lines("hour", "", "", "manager", "fri", "save", "hour F-102", "", "", "", "", "", "Ask legal.", ".", "save",
                 "hour F-300", "", "", "", "", "", "See T.", ".", "save", "hour")  # fmt: skip
    assert "written down" in said
    parts = [one for ref in ("F-102", "F-300") for one in ok(casereflect("supervision", "list", ref, "--json")).json]
    assert [one["with_role"] for one in parts] == ["manager", "manager"]
    assert len({one["session_id"] for one in parts}) == 1
    ok(casereflect("case", "add", "F-301", "--child", "U."))
    also = ok(casereflect("supervision", "also", parts[0]["id"], "F-301", "--decided", "Ring school.", "--json")).json
    again = casereflect("supervision", "also", parts[0]["id"], "F-300", "--decided", "Ring the GP.")
    assert (again.code, "F-300 has a part in that hour already" in again.err) == (2, True)
    assert (also["session_id"], also["with_role"]) == (parts[0]["session_id"], "manager")
    assert ok(casereflect("supervision", "next")).out == "Next supervision Fri 27 Nov.\n"
    assert "No hour is under way." in lines("hour F-102")


def test_the_hour_is_written_down_with_the_next_day(casereflect: Run, lines: Lines) -> None:  # noqa: F811
    """The form asks for it in plain lines too."""
    said = lines("new supervision F-102", "", "", "manager", "", "", "See K.", ".", "", "fri", "save")
    assert "Saved." in said
    assert ok(casereflect("supervision", "next")).out == "Next supervision Fri 27 Nov.\n"
