"""What a prompt leads to, by command and in plain lines; and what `new` offers on an adult's case."""

from pathlib import Path

from tests.acceptance.running import Run, ok, run
from tests.tui.adult_words import adult_home


def talked(casereflect: Run, *typed: str) -> str:
    """Plain mode with these lines typed."""
    return ok(casereflect("--plain", input="".join(f"{line}\n" for line in (*typed, "leave", "leave")))).out


def test_each_prompt_names_its_form_and_no_key(casereflect: Run) -> None:
    """In `prompts --json`, which has no key to press; what is about me is written down with a case, and names none."""
    found = ok(casereflect("prompts", "--json")).json
    acts = {(one["signal"], one["act"]["form"]) for one in found if one["about"] != "me"}
    assert {("S7", "household_check"), ("S14", "agency"), ("S25", "chronology_review")} <= acts
    assert all(set(one["act"]) == {"words", "form"} and one["act"]["words"] for one in found if one["about"] != "me")
    assert [one["act"] for one in found if one["about"] == "me"] == [None]


def test_done_on_a_prompt_opens_its_form_in_plain_lines(casereflect: Run) -> None:
    """By the number of its row: the household is confirmed, and it is asked no more."""
    said = talked(casereflect, "prompts F-102")
    number = next(line.split()[1] for line in said.splitlines() if "Who lives here has not been confirmed" in line)
    said = talked(casereflect, "prompts F-102", f"why {number}", f"done {number}", "today", "seen", "", "save")
    assert f"done {number}: confirm who lives here." in said
    assert "Saved." in said
    found = ok(casereflect("prompts", "F-102", "--json")).json
    assert "S7" not in {one["signal"] for one in found}


def test_plain_lines_name_the_word_where_a_screen_names_the_key(casereflect: Run) -> None:
    """With the number of its row where one row is explained; a place may have a word of its own; a form is left by a word."""
    ok(casereflect("agency", "add", "F-102", "--sector", "education", "--label", "Hill School"))
    asked = ["--on", "2/11", "--i-asked", "Mornings?", "--basis", "consent"]
    ok(casereflect("contact", "add", "F-102", "--agency", "Hill School", *asked))
    said = talked(
        casereflect, "list contacts F-102", "why 1", "list agencies F-102", "why 1", "away", "limits", "find Household"
    )
    assert "No reply yet. done 1 notes it." in said
    assert "new notes a contact with them." in said
    assert "They hold for every case. new adds. edit N changes. drop N takes out." in said
    assert "edit N changes a limit or a count, with a reason." in said
    said = talked(casereflect, "new unknown F-102", "", "It matters here.", "save", "leave")
    assert "is needed to save. leave keeps what you typed without it." in said
    assert casereflect("unknown", "add", "F-102").err.count("--help says how it is given.") == 1
    assert "\ufffd" not in said


def test_on_an_adults_case_new_offers_no_child(environ: dict[str, str], tmp_path: Path) -> None:
    """Neither asked alone nor where the word is not known."""
    environ["CASEREFLECT_HOME"] = str(adult_home(tmp_path / "adult"))
    said = run(environ, "--plain", input="open A-201\nnew\nback\nnew nothing\nleave\nleave\n").out
    offered = [line for line in said.splitlines() if "visit" in line and "wonder" in line]
    assert offered
    assert not [line for line in offered if "child" in line]
