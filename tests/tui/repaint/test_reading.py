"""The reader: what is a painting, what is sent as it came, and which characters are sure of their width."""

import pytest
from rich.cells import cell_len
from wcwidth import wcwidth

from tui.repaint.frame import Frame, Piece, read
from tui.repaint.glyphs import one_column_each, stands_alone
from tui.repaint.passing import harmless

HELLO = "\x1b[2;3H\x1b[1;38;5;253mHi\x1b[0m!\n\x1b[1;1H"


def test_a_painting_is_read_cell_by_cell() -> None:
    """Each character with its ink, from the place that the cursor was moved to."""
    bold = "1;38;5;253"
    piece = Piece(1, 2, "\x1b[1;38;5;253mHi\x1b[0m!", (("H", bold), ("i", bold), ("!", "")))
    assert read(HELLO, 80, 24) == Frame((piece,), (0, 0))


@pytest.mark.parametrize("odd", ["王", "Zoe\u0308", "a\u200db", "\U0001f600", "محمد", "\u25fd", "\xa9", "한국"])
def test_a_piece_with_a_character_of_unsure_width_keeps_its_text(odd: str) -> None:
    """It is a painting, but its cells are the terminal's to lay out."""
    frame = read(f"\x1b[1;1Ha {odd}\x1b[1;1H", 80, 24)
    assert frame is not None
    assert frame.pieces == (Piece(0, 0, f"a {odd}", None),)


@pytest.mark.parametrize(
    "data",
    [
        "", "abc", "\x1b[2J", "\x1b[1;1Habc", HELLO + "abc", "\x1b[1;1Ha\x1b[K\x1b[2;2H", "\x1b[1;1Ha\tb\x1b[1;1H",
        "\x1b[25;1Hx\x1b[1;1H", "\x1b[1;81Hx\x1b[1;1H", f"\x1b[1;1H{'x' * 81}\x1b[1;1H", "\x1b[24;1Hx\n\x1b[1;1H",
        "\x1b[0;1Hx\x1b[1;1H", "\x1b[1;1H\x1b[1mabc\x1b[2;2H", "\x1b[1;1H\x1b[1ma\x1b[2mb\x1b[0m\x1b[1;1H",
        "\x1b[1;1H\x1b[21ma\x1b[0m\x1b[1;1H", "\x1b[1;1H\x1b[38;5ma\x1b[0m\x1b[1;1H", "\x1b[1;1Ha\x1b_Gx\x1b\\\x1b[1;1H",
        "\x1b[99999999999;1H", "\x1b[1;1H\x1b]8;;http://example.org/\x1b\\a\x1b]8;;\x1b\\\x1b[1;1H",
        "\x1b[1;5H\u0301a\x1b[1;1H", "\x1b[1;5H\u200da\x1b[1;1H", "\x1b[1;5H\U0001f3fd\x1b[1;1H", "\x1b[1;5H\x1b[1m\x1b[1;1H",
    ],
)  # fmt: skip
def test_what_reads_in_any_other_way_is_no_painting(data: str) -> None:
    """Unknown codes, cells outside the screen, ink left open, marks that would join what was written before."""
    assert read(data, 80, 24) is None


def test_characters_taken_as_sure_are_one_column_wide_everywhere() -> None:
    """In two tables of widths, the one Textual lays out with and the one many terminals have."""
    sure = [character for character in map(chr, range(0x20, 0xFFFF)) if one_column_each(character)]
    assert len(sure) > 1000
    assert [character for character in sure if (cell_len(character), wcwidth(character)) != (1, 1)] == []


def test_the_letters_of_british_names_and_our_own_signs_are_sure() -> None:
    """Else slow links would gain nothing for them."""
    assert one_column_each("Siân Llŷr Zoë Nguyễn Wójcik Müller Åsa O’Neill – “yes” … · │ ─ █ > £25 Олена Ελένη")


def test_marks_and_joiners_do_not_stand_alone() -> None:
    """A terminal adds them to the last character it was sent, which may be elsewhere with us."""
    assert [stands_alone(character) for character in "aé王\u0301\u200d\ufe0f\u1161"] == [True] * 3 + [False] * 4


@pytest.mark.parametrize(
    "data",
    ["\x07", "\x1b]2;casereflect\x07\x1b[?25h", "\x1b[?2004h", "\x1b[?7l", "\x1b[>25u", "\x1b[<u", "\x1b[?2048$p"],
)
def test_writes_that_leave_the_screen_alone_are_known(data: str) -> None:
    """Bell, title, cursor, paste, wrap, keyboard, questions."""
    assert harmless(data)


@pytest.mark.parametrize("data", ["\x1b[?1049h", "\x1b[?1049l", "\x1b[?6h", "\x1b]8;;x\x07", "\x1b]4;1;red\x07", "a"])
def test_other_writes_are_not_taken_for_harmless(data: str) -> None:
    """The alternate screen above all."""
    assert not harmless(data)
