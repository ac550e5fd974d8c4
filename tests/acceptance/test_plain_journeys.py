"""Every job of the screens in plain lines, by a script of answers, and what is in the store afterwards."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.running import Ran, Run, ended, ok
from tests.acceptance.talking import Talk, nothing_forbidden
from tests.samples.workbooks import annex_a, on_a_plan

Lines = Callable[..., str]


@pytest.fixture
def lines(casereflect: Run) -> Lines:
    """Plain mode with these lines typed, left at the end; what it said."""

    def talk(*typed: str) -> str:
        ran: Ran = ok(casereflect("--plain", input="".join(f"{line}\n" for line in (*typed, "leave"))))
        nothing_forbidden(ran.out)
        assert ran.err == ""
        assert ran.out.endswith("Left. What was saved is kept.\n"), ran.out[-400:]
        return ran.out

    return talk


def records(casereflect: Run, kind: str, case: str = "F-102") -> list[dict[str, Any]]:
    """The records of a kind, read from outside."""
    found = ok(casereflect("case", "show", case, "--json")).json["records"]
    return list(found.get(kind, []))


def test_a_case_is_added_changed_closed_and_reopened(casereflect: Run, lines: Lines) -> None:
    """Closing asks what could still go wrong; reopening asks for the whole word."""
    said = lines("new", "F-200", "", "", "", "T.", "", "3/4/20", "", "none", "save")
    assert "F-200 is on your caseload." in said
    assert "Born: Fri 3 Apr 2020." in said
    assert "F-201 saved." in lines("F-200", "edit", "F-201", "save")
    said = lines("close F-201", "", "Moved away", ".", "Nobody looks", ".", "save")
    assert "F-201 closed on Mon 23 Nov." in said
    assert "F-201" not in lines("caseload").partition("Caseload.")[2]
    assert "Case 2 of 2. F-201." in lines("cases")
    assert "Nothing changed." in lines("reopen F-201", "y")
    assert "F-201 is open again." in lines("reopen F-201", "reopen")
    case = next(one for one in ok(casereflect("case", "list", "--json")).json if one["ref"] == "F-201")
    assert case["closed_on"] is None
    assert case["children"][0]["born_on"] == "2020-04-03"


def test_children_and_people_are_added_and_changed(casereflect: Run, lines: Lines) -> None:
    """By their number in the list."""
    assert "The child is saved." in lines("new child F-102", "P.", "save")
    assert "Child 3 of 3. P." in lines("children F-102")
    assert "The child is saved." in lines("children F-102", "edit 3", "M.P.", "save")
    said = lines("F-102", "people", "new", "partner D", "mother's partner", "save", "again")
    assert "Person 1 of 1. partner D. mother's partner. " in said
    assert "Saved. What it said before is kept." in lines("people F-102", "edit 1", "", "gran's lodger", "save")
    (person,) = records(casereflect, "person")
    assert (person["label"], person["relation"], person["adult"]) == ("partner D", "gran's lodger", True)


def test_actions_are_planned_moved_dropped_and_done(casereflect: Run, lines: Lines) -> None:
    """Over one case and over all; a moved date and one let go ask why."""
    for what in ("Ask school", "Ring the GP"):
        assert "Action saved, by Mon 7 Dec." in lines("new action F-102", what, "", "+10wd", "save")
    said = lines("actions", "move 1", "+1wd", "GP is away", "no", "")
    assert said.index("Error: No field is open, so that was not taken.") < said.index("Moved to Tue 24 Nov.")
    assert "Moved to Tue 24 Nov. The earlier date stays in view." in said
    said = lines("actions all", "why 1", "drop 2", "Done by school nurse", "", "again")
    assert "Let go, with the reason. It stays in the list." in said
    assert "moved once" in said
    assert "Action 1 of 1." in said
    said = lines("F-102", "actions", "open 1", "done", "Weight is known", ".", "", "", "")
    assert "Done, with what is different." in said
    kept = {one["state"]: one for one in records(casereflect, "action")}
    assert set(kept) == {"done", "dropped"}
    assert kept["done"]["moved"][0]["reason"] == "GP is away"


def test_a_wondering_is_one_line_and_has_its_list(casereflect: Run, lines: Lines) -> None:
    """Set down with a reason from there."""
    assert "Saved, to come back to." in lines("wonder F-102", "Late nights, or L.?", "")
    said = lines("wonders F-102", "edit 1", "", "", "", "", "", "set down", "School explained", "", "again")
    assert "(set down) Late nights, or L.?" in said
    assert records(casereflect, "hypothesis")[0]["set_down_reason"] == "School explained"


def test_the_eight_questions_are_walked_and_what_is_blank_goes_on(casereflect: Run, lines: Lines) -> None:
    """Each with its number; nothing has changed since is an answer; leave ends the walk."""
    said = lines("reflect F-102", "", "", "", "the review is on Friday", "", "leave")
    assert [f"Question {n} of 8." in said for n in (1, 2, 3, 4)] == [True, True, True, False]
    (answer,) = records(casereflect, "answer")
    assert (answer["question"], answer["unchanged_because"]) == ("Q2", "the review is on Friday")


def test_the_history_of_a_question_says_what_changed(casereflect: Run, lines: Lines) -> None:
    """Words added on the same day continue the answer; the earlier text stays readable."""
    lines("question 4 F-102", "It was late nights.", ".", "save")
    said = lines("question 4 F-102", "Or L. wakes her.", ".", "save")
    assert "Now (now: 1 line). Enter to keep" in said
    assert records(casereflect, "answer")[0]["text"] == "It was late nights.\nOr L. wakes her."
    said = lines("F-102", "history 4")
    assert "4 Am I being professionally curious?. F-102, 2 texts." not in said
    assert "Added: Or L. wakes her." in said
    assert "earlier text" in said


def test_undo_and_withdraw_leave_both_texts_readable(casereflect: Run, lines: Lines) -> None:
    """Undo needs its whole word, withdrawing a reason."""
    lines("wonder F-102", "First", "")
    lines("wonder F-102", "Second", "")
    assert "Nothing changed." in lines("F-102", "undo", "")
    said = lines("undo", "F-9", "F-102", "undo")
    assert "Error: No case has that reference. At a page, cases says them all.\nCase, by reference or number: " in said
    assert re.search(r"F-102: .+, Mon 23 Nov \d\d:\d\d\. Nothing is erased\. Type undo to do it", said)
    assert "the last change is undone." in said
    assert [one["text"] for one in records(casereflect, "hypothesis")] == ["First"]
    said = lines("wonders F-102", "withdraw 1", "Wrong case", "", "again")
    assert "Withdrawn. It stays readable among the earlier texts." in said
    assert records(casereflect, "hypothesis") == []


def test_a_visit_is_changed_from_its_page_and_its_earlier_text_stays(casereflect: Run, lines: Lines) -> None:
    """With each child as it was marked."""
    ok(casereflect("visit", "add", "F-102", "--on", "20/11", "--seen", "K.M.=alone", "--seen", "L.M.=observed"))
    said = lines("visits F-102", "1", "edit", "19/11", "save", "history")
    assert "Visit of Thu 19 Nov saved." in said
    assert "Earlier texts of visit." in said
    assert "Fri 20 Nov" in said.partition("Earlier texts of visit.")[2]
    assert records(casereflect, "visit")[0]["happened_on"] == "2026-11-19"


def test_a_record_typed_in_the_wrong_case_is_transferred(casereflect: Run, lines: Lines) -> None:
    """It asks to which case, and why; here it stays readable."""
    ok(casereflect("case", "add", "F-200", "--child", "T."))
    lines("wonder F-102", "Late nights, or L.?", "")
    said = lines("wonders F-102", "transfer 1", "F-200", "by mistake", "", "again")
    assert "Moved to F-200. Here it stays readable among the earlier texts." in said
    assert records(casereflect, "hypothesis") == []
    assert [one["text"] for one in records(casereflect, "hypothesis", "F-200")] == ["Late nights, or L.?"]


def test_a_save_over_a_change_of_another_window_is_told_and_loses_nothing(
    casereflect: Run, terminal: Callable[..., Any]
) -> None:
    """Saving again puts it on top; the other text stays as an earlier one."""
    ok(casereflect("person", "add", "F-102", "gran"))
    talk = Talk(terminal("--plain"))
    talk.answers(("Today", "people F-102"), ("People F-102", "edit 1"), ("Who", "grandmother"))
    talk.hears("\nLink: ")
    short = ok(casereflect("person", "list", "F-102", "--json")).json[0]["id"]
    ok(casereflect("person", "edit", short, "--relation", "mother's mother"))
    talk.child.sendline("save")
    talk.hears("Error: ", "What you typed is still here.")
    talk.answers(("That was the last field. Enter to save, or back, or leave", ""))
    talk.hears("Saved.")
    talk.answers(("People F-102", "leave"))
    assert ended(talk.child) == 0
    assert records(casereflect, "person")[0]["label"] == "grandmother"


def test_limits_are_heard_changed_with_a_reason_and_taken_out_again(
    casereflect: Run, lines: Lines, environ: dict[str, str]
) -> None:
    """A limit of law is made shorter only; one's own goes by its whole word."""
    said = lines("limits", "why 2", "edit 2", "9", "", "our team", "", "5", "save", "drop 2", "", "drop 2", "drop")
    assert "Limit 2 of " in said
    assert "Error: That is a limit of law. It can be made shorter, not longer." in said
    assert "5 weeks from now on. It was 6 weeks." in said
    assert "Nothing changed." in said
    assert "the limit beneath is in force again." in said


def test_an_import_is_heard_first_and_brought_in_by_its_whole_word(
    casereflect: Run, lines: Lines, tmp_path: Path
) -> None:
    """A new child can be put with a case that is there; a file of another kind is told."""
    file = annex_a(tmp_path / "list.xlsx", [on_a_plan(visit=date(2026, 11, 3))])
    assert "Nothing was written." in lines(f"import {file}", "1", "", "yes")
    said = lines(f"import {file}", "Robin", "9212044=F-102", "", "import")
    assert "Noted." in said
    assert "Brought in: 1 new, 0 changed, 0 the same, 0 to look at." in said
    assert [one["own_id"] for one in records(casereflect, "child")] == ["771", "", "9212044"]
    (tmp_path / "letter.txt").write_text("Dear all", encoding="utf-8")
    assert "Error: " in lines(f"import {tmp_path / 'letter.txt'}")


def test_the_caseload_is_ordered_found_in_and_explained(casereflect: Run, lines: Lines) -> None:
    """One line a child."""
    ok(casereflect("case", "add", "A-7", "--child", "Z."))
    said = lines("caseload reference", "find l.m", "why 1", "find")
    assert "Caseload. 3, by reference." in said
    assert "Case 1 of 1. F-102. L.M." in said
    assert "Case 3 of 3. F-102. L.M." in said
    assert "No row has that in it." in lines("caseload", "find zzz")


def test_what_cannot_be_read_names_the_field_says_how_to_mend_it_and_is_asked_again(lines: Lines) -> None:
    """Nothing typed before is lost."""
    said = lines("visit F-102", "32/13", "yest", "late", "15:40", "maybe", "alone", "save")
    assert re.search(r"Error: .*32/13.*\n(.*\n)?When \(now: today\)", said)
    assert "Error: At is not a time. Try 15:40.\nAt: " in said
    assert "Error: Seen: that is not one of the choices. Type a number from 1 to 4.\nSeen, K.M., 8: " in said
    assert "Visit of Sun 22 Nov saved." in said


def test_what_is_missing_is_asked_when_it_is_saved(lines: Lines) -> None:
    """At its field, in the words of plain lines."""
    said = lines("visit F-102", "yest", "save", "1", "save")
    assert "Error: Seen is needed for one child at least. Type a number; not seen counts too." in said
    assert "Visit of Sun 22 Nov saved." in said


def test_the_five_words_at_a_field(casereflect: Run, lines: Lines) -> None:
    """Help, the field before, again, and a word typed as text."""
    said = lines("new person F-102", "?", "=leave", "link", "back", "again", "", "save")
    assert "Who. Initials or a role" in said
    assert "To type one of these words as text" in said
    assert said.count("Link (now: link). Enter to keep: ") == 2
    assert records(casereflect, "person")[0]["label"] == "leave"


def test_a_field_is_emptied_by_a_dash(casereflect: Run, lines: Lines) -> None:
    """Enter keeps what stands there."""
    lines("new person F-102", "gran", "mother's mother", "save")
    lines("people F-102", "edit 1", "", "-", "save")
    (person,) = records(casereflect, "person")
    assert (person["label"], person["relation"]) == ("gran", "")


def test_what_is_no_command_is_told_without_saying_it_back(lines: Lines) -> None:
    """It may be text of a case, typed at the wrong place."""
    said = lines("Mum said that at home", "open 99", "done", "find x", "question 9 F-102", "new thing")
    assert "Mum said" not in said
    assert said.count("Error: ") == 5


def test_help_names_every_command(lines: Lines) -> None:
    """With what may follow it."""
    from tui.plain.commands import COMMANDS

    said = lines("?")
    for command in COMMANDS:
        assert f"\n{command.word}" in said
        assert f": {command.help}.\n" in said


def test_long_lists_wait_after_ten_rows(bare: Run, demo_home: Path) -> None:
    """Enter says the next ten; a command may be typed at once."""
    ran = ok(bare("--plain", input="caseload\n\nleave\n", CASEREFLECT_HOME=str(demo_home)))
    of = re.findall(r"^Case (\d+) of (\d+)\.", ran.out, re.MULTILINE)
    assert [int(number) for number, _ in of] == list(range(1, len(of) + 1))
    assert ran.out.count("Caseload. Enter for more, or a command: ") >= 1
    assert len(of) in (int(of[0][1]), 20)


def test_the_demo_is_fictional_in_plain_lines_too(bare: Run, demo_home: Path) -> None:
    """Every header says so, and no line of it is drawn."""
    typed = (
        "",
        "caseload",
        "",
        "F-102",
        "people",
        "1",
        "actions all",
        "back",
        "prompts F-102",
        "answers F-102",
        "leave",
    )
    ran = ok(bare("demo", "--plain", "--home", str(demo_home), input="".join(f"{line}\n" for line in typed)))
    nothing_forbidden(ran.out)
    assert ran.out.count(" Fictional.") >= 8
    assert not re.search(r"[aow·]{2,}[.·]{2,}", ran.out)


def test_names_to_choose_from_are_masked_too(casereflect: Run, lines: Lines) -> None:
    """The children by their order, other records as x letters, in the choices, in what stands there and in what is refused."""
    ok(casereflect("agency", "add", "F-102", "--sector", "education", "--label", "Hill School"))
    typed = ["new action F-102", "Ring them", "", "", "+5wd", "", "", "", "?", "9", "2", "again", "leave"]
    typed += ["new contact F-102", "", "", "?", "leave", "words F-102", "2", "visit F-102", "", "", "", ""]
    said = lines("mask", *typed, "leave", "leave", "leave").partition("Masked from here on.")[2]
    assert "1 child 1, 2 child 2." in said
    assert "1 xxxx xxxxxx" in said
    assert "Seen, child 1" in said
    assert "child 2: passed over." in said or "Seen, child 2" in said
    assert not [name for name in ("K.M.", "L.M.", "Hill") if name in said]
