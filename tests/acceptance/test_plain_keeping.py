"""Hold, keep, purge, the audit trail and data and safety in plain lines: what the screens do, by words and numbers."""

from collections.abc import Callable
from pathlib import Path

from tests.acceptance.running import Run, ok
from tests.acceptance.test_plain_journeys import lines

__all__ = ["lines"]
Lines = Callable[..., str]


def test_a_case_is_held_lifted_kept_and_purged(casereflect: Run, lines: Lines) -> None:
    """A closed case stands on Today with its question; the purge says what it cannot reach, and is heard again later."""
    ok(casereflect("case", "add", "F-090", "--allocated", "2026-01-05"))
    ok(casereflect("case", "close", "F-090", "--reason", "Moved away.", "--on", "2026-05-11"))
    said = lines("why 1", "hold F-090", "court", "Asked on Friday.", ".", "save")
    assert "F-090 is on hold." in said
    said = lines("F-090", "purge", "lift", "The hearing is over.", ".", "save")
    assert "This case is on hold: a review, a court or a complaint needs it." in said
    assert "the hold is lifted" in said
    said = lines("today")
    assert "Closed Mon 11 May; 6 months were over on Wed 11 Nov." in said
    said = lines("keep F-090", "1/3/27", "An appeal may come.", ".", "save", "F-090")
    assert "Kept until Mon 1 Mar 2027: An appeal may come." in said
    said = lines("purge F-090", "F-90", "Its time is over.", "save", "F-090", "save", "again")
    assert "letter by letter" in said
    assert "Not reached: backups and copies made elsewhere" in said
    assert "F-090" in lines("certificates", "open 1")
    assert ok(casereflect("case", "list", "--json")).json[0]["ref"] != "F-090"


def test_the_trail_is_heard_of_all_or_of_one_case_and_written(
    casereflect: Run,
    lines: Lines,
    tmp_path: Path,
) -> None:
    """The newest first, with whether its lines fit together."""
    ok(casereflect("hypothesis", "add", "F-102", "Late nights may be noise."))
    out = tmp_path / "trail.txt"
    said = lines("audit F-102", f"write {out}", "back", "audit")
    assert "none is missing, changed or cut" in said
    assert "saved: I wonder" in said
    assert "noise" not in said
    text = out.read_text(encoding="utf-8")
    assert "OFFICIAL-SENSITIVE" in text
    assert "saved: I wonder" in text
    by_command = tmp_path / "again.txt"
    ok(casereflect("audit", "F-102", "--out", str(by_command)))
    assert "written to a file" in by_command.read_text(encoding="utf-8")


def test_data_and_safety_makes_a_backup_and_looks_for_damage(casereflect: Run, lines: Lines) -> None:
    """By a word, or by the number of a row; what is a command alone is said."""
    said = lines("safety", "open 1", "again", "safety damage")
    assert "last: none yet" in said
    assert "The backup is in backups/2026-11-23" in said
    assert "last: today" in said
    assert "No damage was found." in said
    assert "casereflect passphrase" in said or "not encrypted" in said
