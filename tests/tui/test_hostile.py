"""Text from outside that would act on a terminal: it is shown, and nothing of it is sent."""

import json
import re
from pathlib import Path

import pytest

from store.text import clean
from tests.tui.on_a_pty import Terminal, demo
from tui.incoming import Incoming

ESC = "\x1b"
SEQUENCES = (
    f"{ESC}[31m", f"{ESC}[2J", f"{ESC}[?1049l", f"{ESC}[6n", f"{ESC}]52;c;eA==\x07", f"{ESC}]0;mine\x07",
    f"{ESC}]8;;http://example.org/{ESC}\\", f"{ESC}Pq#0~{ESC}\\", f"{ESC}Ptmux;{ESC}{ESC}]52;c;eA=={ESC}\\",
    f"{ESC}_Gf=100;AA{ESC}\\", f"{ESC}^aside{ESC}\\", f"{ESC}c", f"{ESC}(0", f"{ESC}]0;never closed",
)  # fmt: skip
CONTROLS = ("\x9b31m", "\x9d0;mine\x9c", "\x90q~\x9c", "\x85", "\0", "\7\7\7", "\b\b\b", "\r", "\x0e\x0f", "\5", "\x7f")
HIDING = ("\u202egnp.", "\u2066b\u2069", "\u2028", "\udc80")
MARKUP = ("[/]", "[red]", "[b]x[/b]", "[@click=app.quit]x[/]", "$primary {0} %s", ":warning:", "\\[b]")
HARMLESS = ("e\u0301", "李小龙", "👨\u200d👩\u200d👧", "محمد", "£25 \u201cyes\u201d \u2013")
EACH = (*SEQUENCES, *CONTROLS, *HIDING, *MARKUP, *HARMLESS)
TEXTS = [f"{text}MK{place:02}" for place, text in enumerate(EACH)]
TOGETHER = [f"{' '.join(EACH[place : place + 7])} MK{place:02}" for place in range(0, len(EACH), 7)]
OURS = re.compile(
    r"\x1b\[[0-9;]*m|\x1b\[\d+;\d+[Hr]|\x1b\[\d*[CKr]|\x1bM|\x1b\[\?[0-9;]+[hl]|\x1b\[[<>=][0-9;]*u"
    r"|\x1b\[\?\d+\$p|\x1b\]2;casereflect\x07"
)
"""What our own drawing sends: inks, places, erasing to the end of a line, scrolling, modes, and the title."""
UNFINISHED = re.compile(r"\x1b(\[[?<>=\d;]*)?$")
"""What has only half arrived when the test looks."""
ACTS = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def acting(raw: bytes) -> list[str]:
    """What was sent that could act on a terminal and is not ours."""
    sent = raw.decode("utf-8")
    theirs = [text for text in SEQUENCES if text in sent.partition("MK")[2].rpartition("MK")[0]]
    return theirs + ACTS.findall(OURS.sub("", UNFINISHED.sub("", sent)))


def given(path: Path, texts: list[str]) -> Terminal:
    """The app with these texts in its rows."""
    file = path / "texts.json"
    file.write_text(json.dumps(texts), encoding="utf-8")
    return demo({"TEXTS": str(file)}, sees="MK00")


def test_no_row_acts_on_the_terminal(tmp_path: Path) -> None:
    """Each text in the cells of its row, and in the foot when its row has the cursor."""
    with given(tmp_path, TEXTS) as terminal:
        for place in range(1, len(TEXTS)):
            terminal.send("j")
            terminal.see(f"> F-{100 + place}")
        assert acting(bytes(terminal.raw)) == []


def test_no_page_acts_on_the_terminal(tmp_path: Path) -> None:
    """Header, heading, facts and words of a page; a form with its fields closed and open; a notice and a question."""
    with given(tmp_path, TOGETHER) as terminal:
        for text in TOGETHER:
            for keys, words in (("d", "Done."), ("x", "Drop this action?"), ("\r\r", "line 1"), ("\x7fv", "Save")):
                terminal.send(keys)
                terminal.see(words)
            terminal.send("\x1b[Z\x1b[Z\x1b[Z")
            terminal.see("> Account")
            assert text[-4:] in terminal.text
            terminal.send("\t\t\rj")
        terminal.see("Enter open")
        assert acting(bytes(terminal.raw)) == []


def test_markup_is_shown_letter_for_letter(tmp_path: Path) -> None:
    """Brackets in a note are brackets, in the foot and in a field."""
    first = len((*SEQUENCES, *CONTROLS, *HIDING))
    texts = TEXTS[first : first + len(MARKUP)]
    with given(tmp_path, ["MK00", *texts]) as terminal:
        terminal.send("j")
        for text in texts:
            terminal.see(f"\n {text}\n")
            terminal.send("v\x1b[Z\x1b[Z\x1b[Z")
            terminal.see(f"> Account      │ {text}")
            terminal.send("\t\t\rj")


@pytest.mark.parametrize("field", ["\x1b[Z\x1b[Z\x1b[Z", "\x1b[Z\x1b[Z\x1b[Z\x1b[Z"])
def test_a_hostile_paste_is_text_and_nothing_else(field: str, tmp_path: Path) -> None:
    """Into a long field and into one line: no part of it is a key, and nothing of it acts on the terminal."""
    saved = tmp_path / "saved.json"
    pasted = "".join(text for text in TEXTS if "\udc80" not in text) + f"{ESC}{ESC}dx{ESC}"
    with demo({"SAVED": str(saved), "KEPT": str(saved)}) as terminal:
        terminal.send(f"v{field}MK\x1b[200~{pasted}\x1b[201~ end\x0f")
        told = json.loads(terminal.hear(saved))
        terminal.see("Today")
        assert acting(bytes(terminal.raw)) == []
    text = told.get("visit.account", "") + told.get("visit.present", "")
    assert text.startswith("MK\ufffd[31mMK00\ufffd[2JMK01")
    assert text.endswith("MK40\ufffd\ufffddx\ufffd end")
    assert text == clean(text)
    assert ("\n" in text) == ("visit.account" in told)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
def test_a_paste_in_pieces_is_guarded_alike(size: int) -> None:
    """The marks around a paste may come in two reads; an escape outside a paste is a key and is never held back."""
    typed = f"a{ESC}[A\x1b[200~x{ESC}[31m{ESC}[20y{ESC}\x1b[201~b{ESC}[B{ESC}"
    incoming, data = Incoming(), typed.encode()
    pieces = [incoming.decode(data[start : start + size]) for start in range(0, len(data), size)]
    assert "".join(pieces) == f"a{ESC}[A\x1b[200~x\ufffd[31m\ufffd[20y\ufffd\x1b[201~b{ESC}[B{ESC}"
    assert pieces[-1].endswith(ESC)


def test_a_byte_that_is_not_utf8_is_typed_as_a_mark(tmp_path: Path) -> None:
    """A pound sign from a terminal set to Latin-1 becomes U+FFFD, and the program goes on."""
    saved = tmp_path / "saved.json"
    with demo({"SAVED": str(saved)}) as terminal:
        terminal.send(b"v\x1b[Z\x1b[Z\x1b[ZCost \xa325, caf\xe9.\x0f")
        assert json.loads(terminal.hear(saved))["visit.account"] == "Cost \ufffd25, caf\ufffd."
        terminal.see("Today")
