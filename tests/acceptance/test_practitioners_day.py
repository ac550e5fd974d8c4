"""A practitioner's whole day in plain lines on a real terminal, over the fictional caseload: read as it is heard."""

import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from tests.acceptance.running import ended, ok, run
from tests.acceptance.talking import Talk, nothing_forbidden
from tests.acceptance.test_plain_day import LONG

MORE = "Enter for more, or a command"
Step = tuple[str, str]


def a_text(label: str, text: str) -> Iterable[Step]:
    """A long field: its text, and the dot that ends it."""
    return ((f"{label}, {LONG}", text), ("", "."))


VISIT: tuple[Step, ...] = (
    (f"Today. {MORE}", "visit F-102"),
    ("When (now: today). Enter to keep", "yest"),
    ("At", "15:40"),
    ("Seen, K.M., 8", "alone"),
    ("Bedroom, K.M., 8", "yes"),
    *a_text("Their words, K.M., 8", "I get L. up first."),
    *a_text("What it means, K.M., 8", "She is the one who is up."),
    (f"What I saw, K.M., 8, {LONG}", ""),
    ("How we talked, K.M., 8", "drawing"),
    ("Seen, L.M., 3", "observed"),
    ("Bedroom, L.M., 3", "save"),
)
REFLECT: tuple[Step, ...] = (
    (f"Today. {MORE}", "F-102"),
    ("Case F-102", "4"),
    *a_text("Now", "Two readings: she is tired, or she is the one who gets the house up."),
    ("Unchanged", "save"),
)
RUNG: tuple[Step, ...] = (
    ("Case F-102", "new contact"),
    ("Agency", "school"),
    ("Who", "head of year"),
    ("When (now: today). Enter to keep", ""),
    ("How (now: call). Enter to keep", ""),
    *a_text("They said", "At the gate at 8.15 again, no adult."),
    (f"I asked, {LONG}", ""),
    (f"I shared, {LONG}", "save"),
)
DONE: tuple[Step, ...] = (
    ("Case F-102", "actions"),
    ("Actions F-102", "done 1"),
    *a_text("For the child", "Her weight is back on her line."),
    ("Look again", ""),
    ("Done on (now: today). Enter to keep", ""),
    ("That was the last field. Enter to save, or back, or leave", ""),
)
WORRY: tuple[Step, ...] = (
    ("Actions F-102", "new concern"),
    *a_text("Worry", "No coat again, and frost this morning."),
    ("When (now: today). Enter to keep", ""),
    ("Child", "K.M."),
    ("Theme", "save"),
)


def through(talk: Talk, steps: Iterable[Step]) -> None:
    """Answer prompt after prompt; a blank prompt is the next line of a text that is typed."""
    for prompt, answer in steps:
        if prompt:
            talk.answers((prompt, answer))
        else:
            talk.child.sendline(answer)
            talk.hears("1 line kept.")


def test_a_practitioners_day(terminal: Callable[..., Any], demo_home: Path, environ: dict[str, str]) -> None:
    """Today, a visit, a reflection, an agency rings, an action done, a concern, masked on the bus, the hour, and home."""
    shutil.copytree(demo_home, environ["CASEREFLECT_HOME"])
    talk = Talk(terminal("--plain", TERM="dumb"))
    talk.hears(
        "Today. Mon 23 Nov 2026, 18 children, 1 adult. Fictional. Day set.", "Not seen alone by the date set: 7."
    )
    talk.hears("Line 1 of 72. Case F-108. E. Last seen alone ")
    through(talk, VISIT)
    talk.hears("Visit of Sun 22 Nov saved.")
    through(talk, REFLECT)
    talk.hears("Question 4 answered, Mon 23 Nov.")
    through(talk, RUNG)
    talk.hears("Saved.")
    through(talk, DONE)
    talk.hears("Done, with what is different.")
    through(talk, WORRY)
    talk.hears("Saved.")
    through(talk, (("Actions F-102", "mask"), ("Actions F-102", "F-102")))
    through(talk, (("Case F-102", "mask"), ("Case F-102", "wanted")))
    through(talk, (*a_text("I wanted", "Am I leaning on school too much?"),))
    through(talk, (("That was the last field. Enter to save, or back, or leave", ""), ("Case F-102", "pack")))
    talk.hears("Section 10 of 12. What I want from this hour.")
    through(talk, ((f"Pack F-102. {MORE}", "open 10"),))
    talk.hears("Am I leaning on school too much?", ": ")
    talk.child.sendline("chronology F-102")
    talk.hears("Entry 1 of ", "No coat again, and frost this morning.")
    through(talk, ((f"Chronology F-102. {MORE}", "words"), ("Child", "K.M.")))
    talk.hears("Words K.M.")
    talk.child.sendline("leave")
    talk.hears("Left. What was saved is kept.")
    assert ended(talk.child) == 0
    nothing_forbidden(talk.all)
    assert ".. " not in talk.all
    assert "(Enter)" not in talk.all
    assert not re.search(r", \+\d", talk.all)
    masked = talk.all.partition("Masked from here on.")[2].partition("Shown again.")[0]
    assert "xxxx" in masked
    assert "K.M." not in masked
    kept = ok(run(environ, "case", "show", "F-102", "--json")).json["records"]
    assert kept["visit"][-1]["seen"][0]["child_words"] == "I get L. up first."
    assert kept["contact"][-1]["they_said"] == "At the gate at 8.15 again, no adult."
    assert kept["concern"][-1]["text"] == "No coat again, and frost this morning."
