"""Keys typed ahead, in one write, as a slow link delivers them: none is lost, none acts on the page before."""

import json
from pathlib import Path

import pytest

from tests.tui.on_a_pty import Terminal, demo

UP_TO_SAVE = (
    "v\x15tue\t\x1516:05\tay\x15She made toast.\tProud.\toysStacked cups.\t\thmmother, gran\tAll calm.\rThen left."
)
SAVE = "\x0f"


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """The file that gets every saved form."""
    return tmp_path / "saved.json"


def acted_on_the_list(terminal: Terminal) -> bool:
    return "Done." in terminal.text or "Drop this action?" in terminal.text


def test_a_whole_visit_in_one_write(saved: Path) -> None:
    """From `v` to Ctrl+O: each letter stands in its own field."""
    with demo({"SAVED": str(saved)}) as terminal:
        terminal.send(UP_TO_SAVE + SAVE)
        told = json.loads(terminal.hear(saved))
    assert told == {
        "visit.happened_on": "tue",
        "visit.started_at": "16:05",
        "seen.km.seen": "alone",
        "seen.km.sleeping_place_seen": "yes",
        "seen.km.child_words": "She made toast.",
        "seen.km.impact": "Proud.",
        "seen.lm.seen": "observed",
        "seen.lm.sleeping_place_seen": "yes",
        "seen.lm.reason": "asleep",
        "seen.lm.child_words": "Stacked cups.",
        "visit.place": "home",
        "visit.by": "me",
        "visit.present": "mother, gran",
        "visit.account": "All calm.\nThen left.",
    }


def test_a_key_of_the_box_is_not_overtaken_by_the_letters_after_it(saved: Path) -> None:
    """Ctrl+U, letters, Tab, letters: done in that order, though the first is a binding of the box."""
    with demo({"SAVED": str(saved)}) as terminal:
        terminal.send("v")
        terminal.see("Log a visit")
        terminal.send("\x15tue\t\x151\x1b[D\x1b[3~noon\x1579:30\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D\x1b[3~0\x1b[C\x0f")
        told = json.loads(terminal.hear(saved))
    assert (told["visit.happened_on"], told["visit.started_at"]) == ("tue", "09:30")


@pytest.mark.parametrize("ahead", ["d", "xd"])
def test_a_letter_that_would_act_on_the_old_page_is_typed_into_the_new_one(ahead: str, saved: Path) -> None:
    """`v` opens the form; what follows in the same write is typed there and nowhere else."""
    with demo({"SAVED": str(saved), "KEPT": str(saved)}) as terminal:
        terminal.send(f"v{ahead}")
        terminal.see(f"│ {ahead} ")
        terminal.quiet()
        assert not acted_on_the_list(terminal)


def test_keys_after_saving_go_to_the_page_below(saved: Path) -> None:
    """Ctrl+O closes the form; the next letters belong to the list, in order: down, then a question about that row."""
    with demo({"SAVED": str(saved)}) as terminal:
        terminal.send(UP_TO_SAVE + SAVE + "jx")
        terminal.see("Drop this action?")
        told = json.loads(terminal.hear(saved))
        assert told["visit.account"] == "All calm.\nThen left."
        assert terminal.screen.display[4].startswith(" > F-101")


def test_keys_for_a_form_that_stays_open_go_on_in_it(saved: Path) -> None:
    """Ctrl+O on a wrong date saves nothing: the next keys mend the date, and nothing reaches the list."""
    with demo({"SAVED": str(saved)}) as terminal:
        terminal.send("v\x1513/25\x0f\x15wed\x0f")
        told = json.loads(terminal.hear(saved))
        assert told["visit.happened_on"] == "wed"
        terminal.see("Today")
        assert not acted_on_the_list(terminal)


def test_keys_across_several_pages_in_one_write(saved: Path) -> None:
    """Open, back, open another, answer, save: a page that opens or closes takes its own keys and no others."""
    with demo({"SAVED": str(saved)}) as terminal:
        terminal.send("v\x15wed\t\x0f\r\x7f4\x1b[F More.\x0f")
        terminal.until(lambda: saved.exists() and "More" in saved.read_text(encoding="utf-8"), "the answer")
        assert json.loads(terminal.hear(saved))["answer.text"] == "Two readings. More."
        terminal.see("Today")
        assert not acted_on_the_list(terminal)


def test_a_line_feed_in_a_long_text_is_a_new_line(saved: Path) -> None:
    """Text pasted on a terminal that marks no paste comes with line feeds: no two words run together."""
    with demo({"SAVED": str(saved)}) as terminal:
        terminal.send("v\x1b[Z\x1b[Z\x1b[ZOne.\nTwo.\x0f")
        assert json.loads(terminal.hear(saved))["visit.account"] == "One.\nTwo."


def test_a_question_takes_the_keys_after_the_letter_that_asks() -> None:
    """`r`, a date, Tab to the button and Enter in one write: answered; then `j` moves the row."""
    with demo() as terminal:
        terminal.send("rtue\t\rjj")
        terminal.until(lambda: terminal.screen.display[5].startswith(" > F-102"), "the third row")
        terminal.until(lambda: "Re-date?" not in terminal.text, "the page without the question")


def test_one_question_after_another_in_one_write() -> None:
    """The second is asked when the first is answered; each has its own letters."""
    with demo() as terminal:
        terminal.send("rtue\t\rrwed")
        terminal.see("│ wed")
        terminal.quiet()
        assert terminal.text.count("Re-date?") == 1


def test_the_find_line_takes_the_keys_after_the_slash() -> None:
    """`/`, what to find, Enter, and `v` in one write: the visit of the row that was found."""
    with demo() as terminal:
        terminal.send("/105\rv")
        terminal.see("Log a visit")
        terminal.send("\x1b")
        terminal.see("1 of 8")
        assert terminal.screen.display[3].startswith(" > F-105")


def test_a_paste_keeps_its_place_among_the_keys(saved: Path) -> None:
    """A bracketed paste between keys, all in one write."""
    with demo({"SAVED": str(saved)}) as terminal:
        terminal.send("v\t\t\ta\x1b[Z\x1b[B\x1b[B\x1b[F One.\x1b[200~ Two\r\nThree.\x1b[201~ Four.\x0f")
        told = json.loads(terminal.hear(saved))
    assert told["seen.km.child_words"].endswith("One. Two\nThree. Four.")


def test_keys_while_the_window_changes_its_size(saved: Path) -> None:
    """Letters typed during three changes of size all arrive, in order."""
    with demo({"SAVED": str(saved)}) as terminal:
        terminal.send("v\x15")
        for size, letters in (((60, 20), "2"), ((132, 50), "3/1"), ((80, 24), "1")):
            terminal.resize(*size)
            terminal.send(letters)
        terminal.send("\x0f")
        assert json.loads(terminal.hear(saved))["visit.happened_on"] == "23/11"
