"""However plain mode ends, what was typed is kept, that is said, and it is offered where it was typed."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.running import Run, ended, ok
from tests.acceptance.talking import Talk, nothing_forbidden, script

ANSWERS = (
    "visit F-102", "yest", "15:40", "alone", "yes", "I get myself up.", ".", "", "", "drawing",
    "observed", "", "too young", "", "", "", "", "", "school", "me", "yes", "plan", "mother, gran", "Long.", ".",
    "What if?", "", "", "",
)  # fmt: skip
"""A visit with two children, answer by answer, up to the question whether to save it."""


def drafts(environ: dict[str, str]) -> list[str]:
    """The files of the drafts."""
    return [path.name for path in Path(environ["CASEREFLECT_HOME"], "drafts").iterdir()]


@pytest.mark.parametrize("count", range(1, len(ANSWERS) + 1))
def test_the_end_of_input_at_any_prompt_of_a_visit_leaves_a_draft(
    casereflect: Run, environ: dict[str, str], count: int
) -> None:
    """Exit code 0, and one line that says so; before anything is typed there is nothing to keep, and nothing is said."""
    ran = ok(casereflect("--plain", input="".join(f"{answer}\n" for answer in ANSWERS[:count])))
    typed = count > 1
    assert ran.out.endswith("\nDraft kept.\n") == typed
    assert len(drafts(environ)) == typed


def test_the_next_start_offers_a_draft_first_with_its_place_and_time(casereflect: Run) -> None:
    """And goes on with it there; until it is saved there is no visit."""
    ok(casereflect("--plain", input=script(("", one) for one in ANSWERS)))
    again = ok(casereflect("--plain", input="1\n\nleave\nleave\n"))
    offered, _, rest = again.out.partition("Number of a draft to go on with, or Enter for Today: ")
    assert "1 draft is waiting, not saved yet.\n1 F-102, Log a visit, " in offered
    assert "Mon 23 Nov" not in offered
    assert "Log a visit. F-102." in rest
    assert ok(casereflect("visit", "list", "F-102", "--json")).json == []


def test_a_draft_goes_on_where_it_was_left_and_is_gone_once_saved(casereflect: Run, environ: dict[str, str]) -> None:
    """With the day it was typed for, though it is opened on a later one; its own day is said then."""
    ok(casereflect("--plain", input=script(("", one) for one in ANSWERS[:9])))
    later = {"CASEREFLECT_TODAY": "2026-11-24"}
    ran = ok(casereflect("--plain", input="1\n\nsave\nleave\n", **later))
    assert "1 F-102, Log a visit, Mon 23 Nov " in ran.out
    assert "How we talked, K.M., 8: " in ran.out
    assert "Visit of Sun 22 Nov saved." in ran.out
    assert drafts(environ) == []
    assert ok(casereflect("visit", "list", "F-102", "--json")).json[0]["happened_on"] == "2026-11-22"


def test_a_draft_is_discarded_by_the_whole_word_only(casereflect: Run, environ: dict[str, str]) -> None:
    """Enter, or anything else, goes on with it."""
    ok(casereflect("--plain", input="wonder F-102\nlate nights, or L.?\n"))
    kept = ok(casereflect("--plain", input="1\nd\nleave\nleave\n"))
    assert "Draft kept." in kept.out
    assert len(drafts(environ)) == 1
    gone = ok(casereflect("--plain", input="\nwonder F-102\ndiscard\nleave\nleave\n"))
    assert "Discarded.\n" in gone.out
    assert drafts(environ) == []


def test_leaving_a_form_keeps_a_draft_only_of_what_was_typed(casereflect: Run, environ: dict[str, str]) -> None:
    """Nothing typed is nothing kept."""
    assert "Nothing changed." in ok(casereflect("--plain", input="visit F-102\nleave\nleave\n")).out
    assert drafts(environ) == []
    assert "Draft kept." in ok(casereflect("--plain", input="visit F-102\nyest\nl\nl\n")).out
    assert len(drafts(environ)) == 1


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGINT])
def test_a_signal_keeps_the_draft_and_ends_as_the_signal_does(
    casereflect: Run, terminal: Callable[..., Any], environ: dict[str, str], number: signal.Signals
) -> None:
    """129, 143, 130; it is said, and no escape code is sent."""
    talk = Talk(terminal("--plain"))
    talk.answers(("Today", "visit F-102"), ("When", "yest"))
    talk.hears("\nAt: ")
    talk.child.kill(number)
    assert ended(talk.child) == 128 + number
    assert talk.all.endswith("\r\nDraft kept.\r\n")
    nothing_forbidden(talk.all)
    assert len(drafts(environ)) == 1


def test_a_terminal_that_is_closed_keeps_the_draft(
    casereflect: Run, terminal: Callable[..., Any], environ: dict[str, str]
) -> None:
    """Also the lines of a long text that is not at its end."""
    talk = Talk(terminal("--plain"))
    talk.answers(("Today", "question 4 F-102"), ("Now, ends with a dot on a line of its own", "Two readings:"))
    talk.child.sendline("late nights,")
    talk.hears("late nights,")
    talk.child.sendline("?")
    talk.hears("a line with one dot alone ends it")
    talk.child.close(force=False)
    ran = ok(casereflect("--plain", input="1\n\nagain\nsave\nleave\n"))
    assert "Two readings:\nlate nights,\n" in ran.out
    assert ok(casereflect("answer", "list", "F-102", "--json")).json[0]["text"] == "Two readings:\nlate nights,"


def test_ctrl_c_at_a_place_ends_without_a_draft(
    casereflect: Run, terminal: Callable[..., Any], environ: dict[str, str]
) -> None:
    """Exit code 130."""
    talk = Talk(terminal("--plain"))
    talk.hears("\nToday: ")
    talk.child.sendintr()
    assert ended(talk.child) == 130
    assert "Draft" not in talk.all
    assert drafts(environ) == []


def test_what_the_screens_kept_is_offered_here(casereflect: Run, environ: dict[str, str]) -> None:
    """One store of drafts, one name for each form: a draft written as the screens write it."""
    write = (
        "import os\n"
        "from checklists.use_cases.drafts import DraftKey, keep_draft\n"
        "from tui.composition import open_house\n"
        "from tui.passphrase import Asking\n"
        "house = open_house(os.environ, Asking())\n"
        "case = house.store.caseload()[0]\n"
        "key, texts = DraftKey(case.id, 'question:Q4'), {'answer.text': 'From a box.'}\n"
        "keep_draft(house.store, house.clock, key, texts, 'answer.text:3', '4 Am I being professionally curious?')\n"
    )
    subprocess.run([sys.executable, "-c", write], env=environ, check=True)
    ran = ok(casereflect("--plain", input="1\n\n\nsave\nleave\n"))
    assert "1 F-102, 4 Am I being professionally curious?, " in ran.out
    assert "Now (now: 1 line). Enter to keep" in ran.out
    assert ok(casereflect("answer", "list", "F-102", "--json")).json[0]["text"] == "From a box."


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGINT])
def test_a_line_that_was_not_ended_is_kept_too(
    casereflect: Run, terminal: Callable[..., Any], environ: dict[str, str], number: signal.Signals
) -> None:
    """Half a line behind a whole one, without Enter: a signal, and Ctrl+C at the keyboard, lose no letter of it."""
    talk = Talk(terminal("--plain"))
    talk.answers(("Today", "question 4 F-102"), ("Now, ends with a dot on a line of its own", "Two readings:"))
    talk.hears("Two readings:")
    talk.child.send("late nights, or her bro")
    talk.hears("her bro")
    talk.child.sendintr() if number == signal.SIGINT else talk.child.kill(number)
    assert ended(talk.child) == 128 + number
    assert "Draft kept." in talk.all
    ran = ok(casereflect("--plain", input="1\n\nagain\nsave\nleave\n"))
    assert "Two readings:\nlate nights, or her bro\n" in ran.out
