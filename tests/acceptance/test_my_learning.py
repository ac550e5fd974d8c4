"""My learning by command and in plain lines: the log, CPD with its check and its form, a piece from a reflection, a sheet."""

from pathlib import Path

import pytest

from tests.acceptance.running import Run, ok
from tests.acceptance.talking import nothing_forbidden

READ = ("learn", "add", "Ask about the night", "--type", "read", "--on", "3/11")
PEER = (
    "cpd",
    "add",
    "A day on sleep",
    "--type",
    "training",
    "--peer-role",
    "colleague",
    "--peer-reflection",
    "Sleep, too",
)


def test_the_log_by_command(casereflect: Run) -> None:
    """Added, shown, changed, withdrawn, undone; a case is named by its reference and kept by its id."""
    made = ok(casereflect(*READ, "--cases", "F-102", "--bring", "yes", "--json"))
    short = made.id[-6:]
    case_id = ok(casereflect("case", "show", "F-102", "--json")).json["id"]
    assert made.json["case_ids"] == [case_id]
    said = ok(casereflect("learn", "log")).out
    assert "E1  Read summaries               last Tue 3 Nov" in said
    assert "E5  Learning events              not recorded yet" in said
    assert f"\n{short} " in said
    assert "Ask about the night" in ok(casereflect("pack", "F-102")).out
    ok(casereflect("learn", "edit", short, "--cases", "", "--bring", "no"))
    assert "Ask about the night" not in ok(casereflect("pack", "F-102")).out
    assert "F-102" in ok(casereflect("learn", "show", short, "--history")).out
    ok(casereflect("learn", "withdraw", short, "--reason", "twice"))
    assert ok(casereflect("learn", "log", "--json")).json == []
    assert ok(casereflect("undo", "own")).out == "my own: the last change is undone, 1 put back to the earlier text.\n"
    assert [one["id"] for one in ok(casereflect("learn", "log", "--json")).json] == [made.id]


def test_a_purged_case_leaves_no_reference_in_the_log(casereflect: Run) -> None:
    """It was named by its id, and nothing of it stands there afterwards."""
    made = ok(casereflect(*READ, "--cases", "F-102", "--json"))
    ok(casereflect("case", "close", "F-102", "--reason", "moved"))
    ok(casereflect("case", "purge", "F-102", "--reference", "F-102", "--reason", "over"))
    said = ok(casereflect("learn", "show", made.id[-6:])).out
    assert "F-102" not in said


def test_the_year_the_check_and_the_form(casereflect: Run, tmp_path: Path) -> None:
    """What is open; names end the check and the export with 1, and nothing is written but with --anyway."""
    ok(casereflect(*PEER, "--done", "16/11"))
    first = ok(casereflect("cpd", "list", "--json")).json
    assert (first["different_pieces"], first["with_a_peer"], first["asked"], first["asked_with_a_peer"]) == (1, 1, 2, 1)
    assert [one["not_written_yet"] for one in first["pieces"]] == [["I learned", "Is different"]]
    assert ok(casereflect("cpd", "check")).out.startswith("No reference, initials")
    named = ok(casereflect("cpd", "add", "Read of k.m.", "--type", "reading-a-review", "--json")).id[-6:]
    found = casereflect("cpd", "check", "--json")
    assert (found.code, [one["name"] for one in found.json["found"]]) == (1, ["K.M."])
    out = tmp_path / "cpd.txt"
    refused = casereflect("cpd", "export", "--out", str(out))
    assert (refused.code, refused.out, out.exists()) == (1, "", False)
    assert f"({named}), What I did: K.M. (initials, F-102)" in refused.err
    ok(casereflect("cpd", "export", "--out", str(out), "--anyway"))
    said = out.read_text(encoding="utf-8")
    asked = [line.strip() for line in said.splitlines() if line.strip().endswith("?")]
    assert asked[:3] == [
        "What kind of activity was it?",
        "What did I do, and why did I choose it?",
        "When?",
    ]
    assert (
        said.index("Piece 1 of 2") < said.index("A day on sleep") < said.index("Piece 2 of 2") < said.index("Read of")
    )
    assert "Compare it before you paste." in " ".join(said.split())
    assert casereflect("cpd", "export", "--year", "1").code == 2
    assert "No piece yet" in ok(casereflect("cpd", "export", "--year", "2025")).out


@pytest.mark.parametrize("take", [False, True])
def test_a_piece_from_a_reflection_by_command(casereflect: Run, *, take: bool) -> None:
    """The day and the kind alone; with --take its texts, and what could point to somebody is said."""
    ok(
        casereflect(
            "supervision", "add", "F-102", "--held", "16/11", "--with-role", "manager", "--tested", "K.M. is tired"
        )
    )
    held = ok(casereflect("supervision", "list", "F-102", "--json")).json[0]["id"][-6:]
    ran = ok(casereflect("cpd", "from", held, "--what", "An hour", "--json", *(["--take"] if take else [])))
    assert (ran.json["type"], ran.json["done_on"]) == ("supervision", "2026-11-16")
    assert ("tired" in ran.out, "K.M. (initials, F-102)" in ran.err) == (take, take)
    child = ok(casereflect("child", "list", "F-102", "--json")).json[0]["id"][-6:]
    assert casereflect("cpd", "from", child).code == 2


def test_the_sheet_of_a_review(casereflect: Run, tmp_path: Path) -> None:
    """By its id or words of its title, to standard output or a new file; nothing of a case is in it."""
    out = tmp_path / "sheet.html"
    ok(casereflect("learn", "sheet", "N1", "--out", str(out)))
    assert "Team-meeting sheet" in out.read_text(encoding="utf-8")
    said = ok(casereflect("learn", "sheet", "exploitation")).out
    assert "20 minutes" in said
    assert "F-102" not in said
    assert casereflect("learn", "sheet", "nothing of that name").code == 2


def test_all_of_it_in_plain_lines(casereflect: Run, tmp_path: Path) -> None:
    """The log with a new entry, a piece from it with its text, what is open, the check, the form as a file, a sheet."""
    out = tmp_path / "cpd.md"
    add = (
        "learn",
        "log",
        "new",
        "discussed",
        "",
        "Out of routine",
        "team",
        "K.M. sleeps",
        ".",
        ".",
        "F-102",
        "",
        "save",
    )
    piece = ("log", "done 1", "take", "", "", "", "", ".", "", "It helped", ".", "save")
    year = ("cpd", "cpd check", f"write {out}", "", f"write {out}", "anyway", "cpd 2026", "log", "raise 1", "leave")
    typed = (*add, *piece, *year, "sheet N2", "leave")
    ran = ok(casereflect("--plain", input="".join(f"{line}\n" for line in typed)))
    nothing_forbidden(ran.out)
    assert "E1. Read summaries of local and national reviews. not recorded yet." in ran.out
    assert "Put one line in the next supervision pack." in ran.out
    assert "Entry 1 of 1. Mon 23 Nov. discussed. Out of routine: K.M. sleeps." in ran.out
    assert "I learned: K.M. (initials, F-102)" in ran.out
    assert "CPD year ends Mon 30 Nov: 1 piece, 1 with a peer." in ran.out
    assert ran.out.count("It would be written with these in it.") == 2
    assert "Nothing was written." in ran.out
    assert "K.M. sleeps" in out.read_text(encoding="utf-8").replace("\\", "")
    assert "Raise a concern. F-102." in ran.out
    assert "Sheet N2: " in ran.out
    ok(casereflect("today"))
