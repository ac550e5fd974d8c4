"""An answer in the person's own editor: off until allowed, in memory alone, a draft all along, and nothing left behind."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from store.case_store import Draft
from store.records import BY_KIND
from tests.acceptance.running import COMMAND, Run, ok
from tests.figures import count
from tests.tui.screens.driving import house_in
from tui.commands.in_editor import long_texts

SHM = Path("/dev/shm")
WORDS = "Two readings: late nights."
pytestmark = pytest.mark.skipif(not SHM.is_dir() or not Path("/proc/self/mounts").exists(), reason="no memory folder")


@pytest.fixture
def editor(tmp_path: Path) -> Callable[[str], dict[str, str]]:
    """An editor that does this with its file; the environment in which it is allowed."""
    (tmp_path / "config.toml").write_text("editor = true\n", encoding="utf-8")

    def made(script: str) -> dict[str, str]:
        path = tmp_path / "editor"
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o700)
        return {"EDITOR": str(path), "CASEREFLECT_CONFIG": str(tmp_path / "config.toml"), "TMPDIR": str(tmp_path)}

    return made


def left() -> list[str]:
    """What lies in memory of ours."""
    return [path.name for path in SHM.glob("casereflect-*")]


def test_what_the_editor_wrote_is_the_answer(casereflect: Run, editor: Callable[[str], dict[str, str]]) -> None:
    """Its file is for its owner alone, has a name that says nothing, and is gone afterwards, with what lay beside it."""
    look = 'stat -c "%a %n" "$1" > "$TMPDIR/seen"; echo copy > "$1~"'
    given = editor(f'{look}; echo "{WORDS}" > "$1"')
    assert "answered" in ok(casereflect("reflect", "F-102", "--question", "4", "--editor", **given)).out
    assert [row["text"] for row in ok(casereflect("answer", "list", "F-102", "--json")).json] == [WORDS]
    mode, _, path = Path(given["TMPDIR"], "seen").read_text(encoding="utf-8").strip().partition(" ")
    assert (mode, Path(path).name, Path(path).parents[1]) == ("600", "text.txt", SHM)
    assert left() == []


def test_it_is_off_until_the_settings_allow_it(casereflect: Run, editor: Callable[[str], dict[str, str]]) -> None:
    """It says why; without an editor it says what to set."""
    given = editor("false")
    ran = casereflect("reflect", "F-102", "--question", "4", "--editor", **{**given, "CASEREFLECT_CONFIG": "/none"})
    assert (ran.code, "plain copies" in ran.err) == (2, True)
    ran = casereflect("reflect", "F-102", "--question", "4", "--editor", **{**given, "EDITOR": ""})
    assert (ran.code, "EDITOR" in ran.err) == (2, True)
    ran = casereflect("reflect", "F-102", "--question", "4", "--editor", **given)
    assert (ran.code, "ended with an error" in ran.err) == (2, True)
    assert left() == []


RECORDS = {
    "supervision": ("--held", "21/9", "--with-role", "manager", "--editor", "decided"),
    "concern": ("--editor", "text"),
    "hypothesis": ("--text", "Late nights", "--editor", "speaks-for"),
    "day-entry": ("--child", "K.M.", "--part", "waking", "--source", "child", "--editor", "text"),
    "explanation": ("--event-key", "the lamp", "--event", "3/11", "--given-by", "gran", "--editor"),
    "person": ("--label", "gran", "--relation", "gran", "--editor"),
    "child": ("--own-id", "772", "--plan", "cin", "--editor"),
    "visit": ("--seen", "K.M.=alone", "--editor", "account"),
}
"""A record of some kinds, with a long text from the editor."""


def the_draft(environ: dict[str, str]) -> Draft:
    """The one draft there is, as another program reads it."""
    (draft,) = house_in(Path(environ["CASEREFLECT_HOME"])).store.drafts()
    return draft


@pytest.mark.parametrize("kind", RECORDS)
def test_a_record_takes_a_long_text_from_the_editor_and_changes_it_there(
    casereflect: Run, environ: dict[str, str], editor: Callable[[str], dict[str, str]], kind: str
) -> None:
    """Added with it; changed in it, where what stands is to be changed; and no draft is left."""
    ok(casereflect(kind, "add", "F-102", *RECORDS[kind], **editor(f'echo "{WORDS}" > "$1"')))
    before = ok(casereflect(kind, "list", "F-102", "--json")).json
    row = next(one for one in before if WORDS in one.values())
    which = RECORDS[kind][RECORDS[kind].index("--editor") :]
    ok(casereflect(kind, "edit", row["id"], *which, **editor('echo " And more." >> "$1"')))
    after = ok(casereflect(kind, "show", row["id"], "--json")).json
    assert {f"{WORDS}\n And more."} <= set(map(str, after.values()))
    assert house_in(Path(environ["CASEREFLECT_HOME"])).store.drafts() == []


def test_every_other_command_that_takes_a_long_text_takes_it_from_the_editor(
    casereflect: Run, editor: Callable[[str], dict[str, str]]
) -> None:
    """What came of an action, an hour over two cases, their answer and what settled it, a hold, a closing, a prompt that waits."""
    given = editor(f'echo "{WORDS}" > "$1"')
    say = ("--editor",)
    action = ok(casereflect("action", "add", "F-102", "Call school", "--due", "+5wd", "--json")).id
    ok(casereflect("action", "done", action, *say, **given))
    assert ok(casereflect("action", "show", action, "--json")).json["child_outcome"] == WORDS
    ok(casereflect("case", "add", "F-103", "--child", "Z.Z.", "--plan", "cin"))
    hour = ok(casereflect("supervision", "add", "F-102", "--held", "21/9", "--with-role", "manager", "--json")).id
    ok(casereflect("supervision", "also", hour, "F-103", "--editor", "tested", **given))
    assert ok(casereflect("supervision", "list", "F-103", "--json")).json[0]["tested"] == WORDS
    raised = ok(casereflect("escalation", "add", "F-102", "No reply", "--with-agency", "school", "--json")).id
    ok(casereflect("escalation", "step", raised, "--with-agency", "head of service", *say, **given))
    ok(casereflect("escalation", "answer", raised, "--editor", "result", "--editor", "text", **given))
    settled = ok(casereflect("escalation", "show", raised, "--json")).json
    assert (settled["result"], settled["reply"], settled["before"][0]["reply"]) == (WORDS, WORDS, WORDS)
    ok(casereflect("visit", "add", "F-102", "--seen", "K.M.=alone", "--editor", "K.M.=words", **given))
    assert ok(casereflect("visit", "list", "F-102", "--json")).json[0]["seen"][0]["child_words"] == WORDS
    prompt = next(one["id"] for one in ok(casereflect("prompts", "F-102", "--json")).json)
    ok(casereflect("set-aside", prompt, "--until", "+3wd", *say, **given))
    assert ok(casereflect("aside", "list", "F-102", "--json")).json[0]["reason"] == WORDS
    ok(casereflect("case", "hold", "F-102", "--for", "court", "--editor", "note", **given))
    assert ok(casereflect("case", "show", "F-102", "--json")).json["hold_note"] == WORDS
    ok(casereflect("case", "hold", "F-102", "--lift", "--editor", "reason", **given))
    ok(casereflect("case", "close", "F-102", "--editor", "reason", "--editor", "could-still-go-wrong", **given))
    closed = ok(casereflect("case", "show", "F-102", "--json")).json
    assert (closed["closed_reason"], closed["could_still_go_wrong"]) == (WORDS, WORDS)


def test_what_else_is_needed_is_asked_for_before_a_text_is_written(
    casereflect: Run, editor: Callable[[str], dict[str, str]]
) -> None:
    """And what cannot be read is refused then."""
    given = editor('echo opened > "$TMPDIR/opened"')
    for more, said in ((("--editor", "impact"), "Worry is needed"), (("--on", "x", "--editor", "text"), "not a date")):
        ran = casereflect("concern", "add", "F-102", *more, **given)
        assert (ran.code, said in ran.err) == (2, True), ran.err
    assert not Path(given["TMPDIR"], "opened").exists()


def test_what_cannot_be_saved_stays_a_draft_and_the_same_command_goes_on_with_it(
    casereflect: Run, environ: dict[str, str], editor: Callable[[str], dict[str, str]]
) -> None:
    """A reason that is too short is refused after it was written; another command beside it leaves that draft alone."""
    prompt = next(one["id"] for one in ok(casereflect("prompts", "F-102", "--json")).json)
    aside = ("set-aside", prompt, "--editor", "--until")
    ran = casereflect(*aside, "+3wd", **editor('echo "No." > "$1"'))
    assert (ran.code, "kept as a draft" in ran.err) == (2, True), ran.err
    draft = the_draft(environ)
    assert "No." in draft.texts.values()
    ran = ok(casereflect(*aside, "+2wd", **editor("true")))
    assert ("left as it is" in ran.err, ran.out) == (True, "Nothing changed.\n")
    assert the_draft(environ) == draft
    ok(casereflect(*aside, "+3wd", **editor('echo "Seen on Friday by school." >> "$1"')))
    assert ok(casereflect("aside", "list", "F-102", "--json")).json[0]["reason"] == "No.\nSeen on Friday by school."
    assert house_in(Path(environ["CASEREFLECT_HOME"])).store.drafts() == []


def test_what_another_window_saved_meanwhile_is_not_written_over(
    casereflect: Run, environ: dict[str, str], editor: Callable[[str], dict[str, str]]
) -> None:
    """The second writer is told, and the text is a draft."""
    held = ("--held", "21/9", "--with-role", "manager")
    named = ok(casereflect("supervision", "add", "F-102", *held, "--decided", "First.", "--json")).id
    other = " ".join((*COMMAND, "supervision", "edit", named, "--decided", "Other."))
    ran = casereflect("supervision", "edit", named, "--editor", "decided", **editor(f'{other}; echo "{WORDS}" > "$1"'))
    assert ran.code != 0
    assert "kept as a draft" in ran.err
    assert the_draft(environ).texts["supervision.decided"] == WORDS
    assert ok(casereflect("supervision", "show", named, "--json")).json["decided"] == "Other."


def test_an_editor_left_without_writing_changes_nothing(
    casereflect: Run, environ: dict[str, str], editor: Callable[[str], dict[str, str]]
) -> None:
    """As after `:q!`: no record, no draft, and that is said."""
    assert ok(casereflect("concern", "add", "F-102", "--editor", "text", **editor("true"))).out == "Nothing changed.\n"
    assert ok(casereflect("concern", "list", "F-102", "--json")).json == []
    assert house_in(Path(environ["CASEREFLECT_HOME"])).store.drafts() == []


BESIDE = {
    "supervision": ("--held", "21/9", "--with-role", "manager"),
    "visit": ("--seen", "K.M.=alone"),
    "explanation": ("--event-key", "the lamp", "--event", "3/11", "--given-by", "gran"),
}
"""What else is needed of a record of some kinds."""


def test_an_editor_that_is_killed_leaves_what_it_wrote_as_a_draft(
    casereflect: Run, environ: dict[str, str], editor: Callable[[str], dict[str, str]]
) -> None:
    """Every long text of a kind can be the one."""
    for kind, beside in BESIDE.items():
        words = list(long_texts(BY_KIND[kind]))
        for word in words:
            given = editor(f'echo "{word} {WORDS}" > "$1"; kill -9 $$')
            which = ("--editor", word) if kind == "visit" or words[1:] else ("--editor",)
            ran = casereflect(kind, "add", "F-102", *beside, *which, **given)
            assert (ran.code, "kept as a draft" in ran.err) == (2, True)
            drafts = house_in(Path(environ["CASEREFLECT_HOME"])).store.drafts()
            assert f"{word} {WORDS}" in drafts[-1].texts.values()
            assert left() == []


def test_e_opens_a_long_field_in_plain_lines_where_it_is_allowed(
    casereflect: Run, editor: Callable[[str], dict[str, str]]
) -> None:
    """It is asked again with what was written; `=e` is the letter; where the editor is off, so is `e`."""
    given = editor(f'echo "{WORDS}" >> "$1"')
    said = ok(casereflect("--plain", input="question 4 F-102\n?\ne\n\n\nsave\nleave\n", **given)).out
    assert "e alone opens your editor" in said
    assert "(now: 1 line)" in said
    ok(casereflect("--plain", input="question 5 F-102\n=e\n.\n\nsave\nleave\n", **given))
    off = {**given, "CASEREFLECT_CONFIG": "/none"}
    ok(casereflect("--plain", input="question 6 F-102\ne\n.\n\nsave\nleave\n", **off))
    answers = {row["question"]: row["text"] for row in ok(casereflect("answer", "list", "F-102", "--json")).json}
    assert answers == {"Q4": WORDS, "Q5": "e", "Q6": "e"}


IN_LINES = ("--plain",)
BY_COMMAND = ("reflect", "F-102", "--question", "4", "--editor")


@pytest.mark.parametrize("args", [BY_COMMAND, IN_LINES], ids=["a command", "plain lines"])
@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGKILL])
def test_what_it_has_written_to_its_file_is_a_draft_when_the_program_is_ended(
    casereflect: Run,
    environ: dict[str, str],
    editor: Callable[[str], dict[str, str]],
    number: signal.Signals,
    args: tuple[str, ...],
) -> None:
    """A second after it was written also where nobody is asked; the editor ends with the program; it is offered where it belongs."""
    given = editor(f'echo "{WORDS}" > "$1"; echo $$ > "$TMPDIR/pid"; exec sleep 60')
    program = subprocess.Popen(
        [*COMMAND, *args],
        env={**environ, **given},
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert program.stdin is not None
    program.stdin.write(b"question 4 F-102\ne\n")
    program.stdin.flush()
    store, pid = house_in(Path(environ["CASEREFLECT_HOME"])).store, Path(given["TMPDIR"], "pid")
    for _ in range(500):
        if pid.exists() and pid.read_text(encoding="ascii").strip() and (number != signal.SIGKILL or store.drafts()):
            break
        time.sleep(0.02)  # another program's file gives no sign
    began = time.monotonic()
    program.send_signal(number)
    program.wait(5)
    assert time.monotonic() - began < 2
    program.stdin.close()
    draft = the_draft(environ)
    assert draft.key.form == "question:Q4"
    assert WORDS in draft.texts.values()
    editor_pid = int(pid.read_text(encoding="ascii"))
    if number == signal.SIGKILL:
        os.kill(editor_pid, signal.SIGKILL)
        for path in SHM.glob("casereflect-*"):
            (path / "text.txt").unlink()
            path.rmdir()
    else:
        with pytest.raises(ProcessLookupError):
            os.kill(editor_pid, 0)
    assert left() == []
    count("in an editor", programs_ended=1, texts_kept=1)
