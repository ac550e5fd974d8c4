"""A working day in plain mode, on a real terminal that can do nothing, and the same by a pipe."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from tests.acceptance.running import Run, ended, ok
from tests.acceptance.talking import Talk, nothing_forbidden, prompts_of, script
from tests.samples.workbooks import annex_a, on_a_plan

TALK = Callable[..., Any]
LONG = "ends with a dot on a line of its own"

VISIT = (
    ("Today", "visit F-102"),
    ("When (now: today). Enter to keep", "yest"),
    ("At", "15:40"),
    ("Seen, K.M., 8", "alone"),
    ("Bedroom, K.M., 8", "1"),
    (f"Their words, K.M., 8, {LONG}", "I get myself up."),
    (f"What it means, K.M., 8, {LONG}", ""),
    (f"What I saw, K.M., 8, {LONG}", ""),
    ("How we talked, K.M., 8", "drawing"),
    ("Seen, L.M.", "observed"),
    ("Bedroom, L.M.", ""),
    ("Why not alone, L.M.", "too young"),
    ("In words, L.M.", ""),
    (f"Their words, L.M., {LONG}", ""),
    (f"What it means, L.M., {LONG}", ""),
    (f"What I saw, L.M., {LONG}", ""),
    ("How we talked, L.M.", ""),
    ("Where (now: home). Enter to keep", ""),
)
"""A visit with two children, up to where it was; the words of K.M. go on over two more lines."""
WORDS = (("", "Mum is asleep when I go."), ("", "."))


def visit(talk: Talk) -> None:
    """Log the visit."""
    for prompt, answer in VISIT:
        talk.answers((prompt, answer))
        if answer == "I get myself up.":
            for _, line in WORDS:
                talk.child.sendline(line)
            talk.hears("2 lines kept.")
    talk.answers(("By", "save"))
    talk.hears("Visit of Sun 22 Nov saved.")


def test_a_whole_working_day_in_plain_lines(casereflect: Run, terminal: Callable[..., Any], tmp_path: Path) -> None:
    """Today, a visit with two children, question 4, an action added and done, an import looked at, and home."""
    file = annex_a(tmp_path / "list.xlsx", [on_a_plan(visit=date(2026, 11, 3))])
    talk = Talk(terminal(TERM="dumb"))
    talk.hears("casereflect in plain lines. OFFICIAL-SENSITIVE - PERSONAL.", "The terminal keeps these lines")
    talk.hears("Today. Mon 23 Nov 2026, 2 children. Not encrypted. Day set.")
    talk.hears("Line 1 of 4. Case F-102. K.M. ", "No time alone is recorded yet")
    talk.hears("In the last 12 weeks: no visit recorded in 12; the default is every 10 working days.")
    visit(talk)
    talk.answers(("Today", "F-102"))
    talk.hears("K.M. 8. In the last 26 weeks: alone in 1, ", "Last alone Sun 22 Nov. Bedroom Sun 22 Nov.")
    talk.answers(("Case F-102", "4"))
    talk.hears("Question 4 of 8. Am I being professionally curious?", "Last time.", "Not answered yet.", "Follow-up.")
    talk.answers((f"Now, {LONG}", "Two readings:"))
    talk.child.sendline("late nights, or she gets L. up.")
    talk.child.sendline(".")
    talk.hears("2 lines kept.")
    talk.answers(("Unchanged", ""), ("That was the last field. Enter to save, or back, or leave", ""))
    talk.hears("Question 4 answered, Mon 23 Nov.")
    talk.answers(("Case F-102", "new action"), ("What", "Ask school about mornings"))
    talk.answers(("Kind", "share"), ("By", "+5wd"))
    talk.hears("By: Mon 30 Nov.")
    talk.answers(("Who", "save"))
    talk.hears("Action saved, by Mon 30 Nov.")
    talk.answers(("Case F-102", "actions"))
    talk.hears("The seven practical actions: 7.", "Open: 1.", "Action 1 of 1. Mon 30 Nov. Ask school about mornings.")
    talk.answers(("Actions F-102", "done 1"), (f"For the child, {LONG}", "Not known yet"))
    talk.child.sendline(".")
    talk.answers(("Look again", "fri"), ("Done on", "save"))
    talk.hears("Done, with what is different.")
    talk.answers(("Actions F-102", f"import {file}"))
    talk.hears("1  Robin Vale")
    talk.answers(("Worker", "1"))
    talk.hears("Child 1 of 1. Id 9212044. ", "Nothing is written until you say so.")
    talk.answers(("Put a new child with a case of yours, as id=case, or Enter to go on", ""))
    talk.answers(("Nothing is written yet. Type import to do it, or Enter to leave it", ""))
    talk.hears("Nothing was written.")
    talk.answers(("Actions F-102", "leave"))
    assert ended(talk.child) == 0
    nothing_forbidden(talk.all)
    as_kept(casereflect)


def as_kept(casereflect: Run) -> None:
    """What the day left in the store, read from outside."""
    record = ok(casereflect("case", "show", "F-102", "--json")).json["records"]
    (kept,) = record["visit"]
    assert (kept["happened_on"], kept["started_at"], kept["place"]) == ("2026-11-22", "15:40", "home")
    seen = {row["seen"]: row for row in kept["seen"]}
    assert set(seen) == {"alone", "observed"}
    assert seen["alone"]["child_words"] == "I get myself up.\nMum is asleep when I go."
    assert (seen["alone"]["sleeping_place_seen"], seen["observed"]["reason"]) == ("yes", "too_young")
    assert [one["text"] for one in record["answer"]] == ["Two readings:\nlate nights, or she gets L. up."]
    (action,) = record["action"]
    assert (action["state"], action["look_again_on"], action["due_rule"]) == ("done", "2026-11-27", "+5wd")
    assert len(ok(casereflect("case", "list", "--json")).json) == 1


def test_the_same_visit_by_a_pipe(casereflect: Run) -> None:
    """A script of answers; no answer is said back, and every prompt is one line that ends with a colon."""
    answers = [pair for one in VISIT for pair in ((one, *WORDS) if one[1] == "I get myself up." else (one,))]
    ran = ok(casereflect("--plain", input=script(answers, "save", "leave")))
    assert "Visit of Sun 22 Nov saved." in ran.out
    assert "I get myself up." not in ran.out.partition("Log a visit.")[2]
    assert ran.err == ""
    nothing_forbidden(ran.out)
    prompts = prompts_of(ran.out)
    assert [f"{prompt}: " for prompt, _ in VISIT] == prompts[: len(VISIT)]
    assert all(prompt[0].isupper() for prompt in prompts)
    (kept,) = ok(casereflect("visit", "list", "F-102", "--json")).json
    assert [row["child_words"] for row in kept["seen"] if row["child_words"]] == [
        "I get myself up.\nMum is asleep when I go."
    ]


def test_the_same_visit_by_plain_lines_and_by_the_command_line_leaves_the_same_records(
    casereflect: Run, environ: dict[str, str]
) -> None:
    """Field by field, but for ids and times."""
    answers = [pair for one in VISIT for pair in ((one, *WORDS) if one[1] == "I get myself up." else (one,))]
    ok(casereflect("--plain", input=script(answers, "save", "leave")))
    ok(
        casereflect(
            "visit", "add", "F-102", "--on", "yest", "--at", "15:40",
            "--seen", "K.M.=alone", "--bedroom", "K.M.=yes", "--words", "K.M.=-", "--talked", "K.M.=drawing",
            "--seen", "L.M.=observed", "--reason", "L.M.=too-young",
            input="I get myself up.\nMum is asleep when I go.",
        )
    )  # fmt: skip
    plain, typed = ok(casereflect("visit", "list", "F-102", "--json")).json
    assert bare(plain) == bare(typed)


def bare(record: dict[str, Any]) -> str:
    """A record without what no two have in common."""
    own = ("id", "recorded_at", "visit_id", "edited_at", "revision")
    seen = [{name: value for name, value in row.items() if name not in own} for row in record["seen"]]
    kept = {name: value for name, value in record.items() if name not in own}
    return json.dumps({**kept, "seen": sorted(seen, key=lambda row: str(row["child_id"]))}, sort_keys=True)
