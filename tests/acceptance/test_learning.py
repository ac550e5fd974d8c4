"""Learning from outside: by command as text and JSON, in plain lines, and files of reviews in the folders."""

from pathlib import Path

import pytest

from tests.acceptance.running import Ran, Run, ok, run
from tests.acceptance.talking import nothing_forbidden
from tests.checklists.learning.test_reviews import FILE

APPLY = ("learn", "apply", "N5", "F-102", "--answer", "He makes his own tea.", "--answer", "")


def plain(casereflect: Run, *lines: str) -> str:
    """What is said to these lines in one sitting."""
    said = ok(casereflect("--plain", input="".join(f"{line}\n" for line in (*lines, "leave")))).out
    nothing_forbidden(said)
    return said


def test_themes_and_reviews_by_command(casereflect: Run) -> None:
    """As text with why, and as JSON with all of it; a theme by its number, a review by words of its title."""
    ok(casereflect("case", "add", "F-9", "--child", "B.Y.", "--born", "1/9/2026"))
    said = ok(casereflect("learn", "list")).out
    assert "1 The Child Not Being Seen" in said
    assert "Spotlight theme of an annual report, not a review of its own." in said
    every = ok(casereflect("learn", "list", "--json")).json
    assert [len(every["themes"]), len(every["reviews"])] == [8, 5]
    assert [sign["id"] for theme in every["themes"] for sign in theme["signs"]][:5] == [
        "T1.1",
        "T1.2",
        "T1.3",
        "T1.4",
        "T2.1",
    ]
    assert every["reviews"][4]["offered_for"] == [{"ref": "F-9", "why": "B.Y. is under 6"}]
    theme = ok(casereflect("learn", "theme", "1", "--json")).json
    assert theme["signals"]["S1"] == "when each child was last seen alone"
    assert {row["ref"] for row in theme["on_cases"]} == {"F-102", "F-9"}
    assert "On your cases" in ok(casereflect("learn", "theme", "T1")).out
    assert "Where will this baby sleep tonight" in ok(casereflect("learn", "review", "sudden")).out
    assert (casereflect("learn", "theme", "9").code, casereflect("learn", "review", "N9").code) == (2, 2)


def test_a_review_is_asked_by_command(casereflect: Run) -> None:
    """Kept with the case and noted in the log, shown, listed, in the chronology and the pack; too many answers are refused."""
    made = ok(casereflect(*APPLY, "--held", "yest", "--json"))
    short, kept = made.id[-6:], made.json
    assert (kept["held_on"], kept["answer_1"], kept["answer_2"]) == ("2026-11-22", "He makes his own tea.", "")
    assert "Mental health of parents" in ok(casereflect("review-reflection", "list", "F-102")).out
    shown = ok(casereflect("review-reflection", "show", short)).out
    assert "What happens to this child on the adult's worst day?" in shown
    ok(casereflect("review-reflection", "edit", short, "--answer-2", "Partner D's."))
    dated = " ".join(ok(casereflect("chronology", "F-102")).out.split())
    assert "Asked the questions of Mental health of parents. What happens" in dated
    assert "Asked in this case: Mental health of parents" in ok(casereflect("pack", "F-102")).out
    (entry,) = ok(casereflect("learn", "log", "--json")).json
    assert (entry["type"], entry["case_ids"]) == ("applied", [kept["case_id"]])
    (asked,) = [one for one in ok(casereflect("learn", "review", "N5", "--json")).json["applied"] if one["asked"]]
    assert asked["ref"] == "F-102"
    five = [part for number in range(5) for part in ("--answer", str(number))]
    refused = casereflect("learn", "apply", "N5", "F-102", *five)
    assert (refused.code, "N5 asks 4 questions." in refused.err) == (2, True)
    assert casereflect("learn", "apply", "N5", "F-102").code == 2
    assert casereflect("learn", "apply", "N5", "F-102", "--answer", " ").code == 2


LATER = ("offered", "open 1", "", "3")
OWN = (
    "--looked-at",
    "A girl of two.",
    "--learning",
    "Ask.",
    "--questions",
    "Who hears her?",
    "--offered-for",
    "under-6",
)


def test_a_review_of_ones_own_by_command(casereflect: Run) -> None:
    """Added, used by its id, changed, withdrawn; what was written in a case stays there."""
    short = ok(casereflect("learn", "add-review", "--title", "Child Birch", *OWN, "--json")).id[-6:]
    ok(casereflect("case", "add", "F-9", "--child", "B.Y.", "--born", "1/9/2026"))
    assert "F-9: B.Y. is under 6" in ok(casereflect("learn", "list")).out.split("Child Birch")[1]
    ok(casereflect("learn", "apply", short, "F-102", "--answer", "Her nursery."))
    ok(casereflect("own-review", "edit", short, "--title", "Child Birch, again"))
    assert "Child Birch, again" in ok(casereflect("own-review", "list")).out
    assert casereflect("own-review", "edit", short, "--questions", "\n".join("abcdefg")).code == 2
    ok(casereflect("own-review", "withdraw", short, "--reason", "twice"))
    assert len(ok(casereflect("learn", "list", "--json")).json["reviews"]) == 5
    assert "Child Birch" in ok(casereflect("review-reflection", "list", "F-102")).out


@pytest.fixture
def folders(environ: dict[str, str], casereflect: Run, tmp_path: Path) -> tuple[Path, Path]:
    """The council's folder and one's own, and the environment that leads there."""
    ok(casereflect("today"))
    council, own = tmp_path / "council" / "reviews", tmp_path / "settings" / "reviews"
    for folder in (council, own):
        folder.mkdir(parents=True)
    environ["CASEREFLECT_COUNCIL"] = str(council.parent / "council.toml")
    environ["CASEREFLECT_CONFIG"] = str(own.parent / "config.toml")
    return council, own


def test_files_are_offered_taken_and_left_by_command(environ: dict[str, str], folders: tuple[Path, Path]) -> None:
    """New by whom and when; a broken one is named and the others are there; nothing is taken by itself."""

    def call(*args: str) -> Ran:
        return run(environ, *args)

    council, own = folders
    (council / "alder.toml").write_text(FILE, encoding="utf-8")
    second = FILE.replace('"L1"', '"L2"').replace("Child Alder", "Child Birch")
    (own / "birch.toml").write_text(second, encoding="utf-8")
    (own / "broken.toml").write_text(FILE.replace('"local_review"', '"locl_review"'), encoding="utf-8")
    (own / "bytes.toml").write_bytes(b"\xff\xfe")
    found = ok(call("learn", "offered", "--json")).json
    assert [(one["id"], one["whose"], one["version"], one["dated"]) for one in found["new"]] == [
        ("L1", "council", "1", "2026-11-02"),
        ("L2", "own", "1", "2026-11-02"),
    ]
    assert len(found["broken"]) == 2
    said = ok(call("learn", "offered"))
    assert "new: Child Alder" in said.out
    assert "broken.toml, line 9, L1, kind: locl_review is none of them. Did you mean local_review?" in said.err
    assert len(ok(call("learn", "list", "--json")).json["reviews"]) == 5
    assert "Taken: Child Alder, version 1" in ok(call("learn", "take", "L1")).out
    ok(call("learn", "leave", "L2"))
    assert [(one["id"], one["left"]) for one in ok(call("learn", "offered", "--json")).json["new"]] == [("L2", True)]
    assert [one["id"] for one in ok(call("learn", "list", "--json")).json["reviews"]][5:] == ["L1"]
    (council / "alder.toml").unlink()
    ok(call("learn", "apply", "L1", "F-102", "--answer", "Never at night."))
    assert (call("learn", "take", "L9").code, call("learn", "take", "L1").code) == (2, 2)


def test_learning_in_plain_lines(casereflect: Run) -> None:
    """A theme, a row of it, a review, its questions in a case, and something made of an answer; all in lines."""
    boxes = ("He makes his own tea.", ".", ".", ".", ".", "", "")
    asked = ("list review reflections F-102", "open 1", "done 1", "1")
    typed = ("learn", "open 1", "back", "theme 4", "learn N5", "apply", "F-102", *boxes, *asked, *[""] * 12)
    said = plain(casereflect, *typed)
    for words in (
        "Learning. 8 themes, 5 reviews",
        "T1.1: Children not seen at all, or not seen alone",
        "T4.2: Unknown males in the household",
        "On record, child's day: none.",
        "Kept with the case, and noted in your learning log.",
    ):
        assert words in said, said
    assert said.count("What happens to this child on the adult's worst day?") >= 3
    wonders = ok(casereflect("hypothesis", "list", "F-102", "--json")).json
    assert [one["text"] for one in wonders] == ["He makes his own tea."], said


def test_a_file_is_taken_in_plain_lines(environ: dict[str, str], folders: tuple[Path, Path]) -> None:
    """Heard whole, then taken, left, or left to decide."""
    (folders[1] / "alder.toml").write_text(FILE, encoding="utf-8")

    def sit(*lines: str) -> str:
        said = ok(run(environ, "--plain", input="".join(f"{line}\n" for line in (*lines, "leave")))).out
        nothing_forbidden(said)
        return said

    said = sit(*LATER, "offered L1", "", "2", "offered child alder", "", "1", "learn", "learn L1")
    assert "It stays offered." in said
    assert said.count("His nursery knew what he said about home.") >= 3
    assert said.index("Left. It can still be taken") < said.index("Taken: Child Alder.")
    assert "Child Alder" in ok(run(environ, "own-review", "list")).out
