"""Lines, themes, and what a terminal without our glyphs is given."""

import random

import pytest
from rich.cells import cell_len
from rich.color import Color, ColorSystem
from rich.color_triplet import ColorTriplet
from rich.style import Style
from textual.document._document import Document
from textual.document._wrapped_document import WrappedDocument

from tui.look import ascii_only, at, beside, cut, lit, words, wrap
from tui.themes import THEMES, Token, choose
from tui.widgets.lines import strip

WORDS: tuple[Token, ...] = ("text", "head", "dim", "accent", "amber", "strong", "cursor", "open")


def luminance(colour: ColorTriplet) -> float:
    parts = [value / 255 for value in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(style: Style) -> float:
    assert style.color
    assert style.bgcolor
    ink, ground = (Color.parse(colour.name).get_truecolor() for colour in (style.color, style.bgcolor))
    light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def names(theme: str) -> set[str]:
    colours = [THEMES[theme].inks[token].color for token in WORDS]
    return {colour.name for colour in colours if colour}


@pytest.mark.parametrize(("name", "least"), [("dark", 7.0), ("light", 5.6), ("contrast", 12.3)])
def test_words_of_a_theme_can_be_read(name: str, least: float) -> None:
    """Every ink for words meets the contrast that its theme promises."""
    inks = THEMES[name].inks
    assert {token: round(contrast(inks[token]), 2) for token in WORDS if contrast(inks[token]) < least} == {}


CONTRAST: dict[str, dict[Token, float]] = {
    "dark": {"text": 11.0, "head": 17.0, "dim": 8.0, "accent": 7.4, "amber": 8.3, "strong": 8.3, "rule": 2.0, "cursor": 7.0, "open": 11.4},
    "light": {"text": 15.1, "head": 21.0, "dim": 7.1, "accent": 7.0, "amber": 5.7, "strong": 5.7, "rule": 1.7, "cursor": 7.0, "open": 15.0},
    "contrast": {"text": 21.0, "head": 21.0, "dim": 13.6, "accent": 13.2, "amber": 15.1, "strong": 15.1, "rule": 8.8, "cursor": 21.0, "open": 21.0},
}  # fmt: skip
"""The contrast of each ink on its ground, by the formula of WCAG 2; before any downgrade."""


@pytest.mark.parametrize("name", CONTRAST)
def test_every_ink_keeps_its_contrast(name: str) -> None:
    """Each token, to a tenth."""
    found = {token: contrast(THEMES[name].inks[token]) for token in CONTRAST[name]}
    assert set(found) == set(THEMES[name].inks)
    assert found == pytest.approx(CONTRAST[name], abs=0.06)


@pytest.mark.parametrize(("name", "least"), [("dark", 7.0), ("light", 5.6), ("contrast", 12.3)])
def test_words_can_be_read_where_256_colours_are_all_there_is(name: str, least: float) -> None:
    """Rich takes greys a step darker there; what is left is still enough."""
    inks = THEMES[name].inks
    for token in WORDS:
        colours = [inks[token].color, inks[token].bgcolor]
        ink, ground = (colour.downgrade(ColorSystem.EIGHT_BIT).get_truecolor() for colour in colours if colour)
        light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= least - 0.05, token


def test_only_amber_of_the_light_theme_is_under_seven() -> None:
    """Light words are 7 or more, but amber, which is AA."""
    inks = THEMES["light"].inks
    assert {token for token in WORDS if contrast(inks[token]) < 6.99} == {"amber", "strong"}


def test_sixteen_colours_never_use_an_ink_that_cannot_be_read() -> None:
    """No bright black or blue words on a dark ground, no yellow or cyan words on a light one."""
    assert not names("16") & {"bright_black", "blue"}
    assert not names("16-light") & {"yellow", "cyan"}
    assert all(theme.ansi for name, theme in THEMES.items() if name.startswith("16"))


def test_mono_has_no_colour_at_all() -> None:
    """Bold and reverse carry it."""
    assert all(style.color is None and style.bgcolor is None for style in THEMES["mono"].inks.values())


@pytest.mark.parametrize(
    ("environ", "named", "theme"),
    [
        ({"TERM": "xterm"}, "", "16"),
        ({"TERM": "xterm-256color"}, "", "dark"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "", "dark"),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, "", "mono"),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, "light", "light"),
        ({"TERM": "xterm-256color"}, "no such theme", "dark"),
    ],
)
def test_the_theme_follows_the_terminal_unless_one_is_named(environ: dict[str, str], named: str, theme: str) -> None:
    """NO_COLOR is mono; few colours are 16; a named theme wins."""
    assert choose(environ, named).name == theme


def test_blanks_take_the_ink_before_them() -> None:
    """A row in one ink is one run, a row with a word in amber two."""
    assert len(at((3, "F-102", "text"), (10, "K.M.", "text"))) == 1
    assert len(at((3, "F-102", "text"), (70, "overdue", "amber"))) == 2


def test_the_cursor_row_is_one_run_with_a_mark() -> None:
    """`>` says where you are without any colour."""
    assert lit(at((3, "F-102", "text"), (70, "overdue", "amber"))) == ((" > F-102" + " " * 62 + "overdue", "cursor"),)


def test_hostile_text_never_reaches_a_line() -> None:
    """Escapes, controls and direction marks are shown, not sent; brackets are just brackets."""
    shown = words(at((1, "a\x1b]52;c;x\x07\u202eb\n[/] [red]", "text")))
    assert shown == " a\ufffd]52;c;x\ufffd\ufffdb [/] [red]"


def test_a_cut_never_ends_in_a_figure() -> None:
    """Half a number would be another number."""
    assert cut("Plan says every 10 working days", 19) == "Plan says every…"
    assert cut("short", 5) == "short"
    assert cell_len(cut("王王王王", 4)) <= 4


def test_closed_and_open_text_break_alike() -> None:
    """Nothing moves when a field opens: our wrapping is the text box's own."""
    pick = random.Random(1)
    for _ in range(300):
        text = "".join(pick.choice("ab  \n-é王" + "cdefg") for _ in range(pick.randint(0, 200)))
        width = pick.randint(5, 60)
        document = WrappedDocument(Document(text), width)
        boxed = [piece for row in range(document.document.line_count) for piece in document.get_sections(row)]
        assert boxed == wrap(text, width), (text, width)


def test_ascii_keeps_every_column_where_it_was() -> None:
    """An ellipsis takes the blanks after it, so the word column does not move."""
    line = at((3, "A long sen…", "text"), (16, "w·a·", "text"), (22, "overdue", "amber"))
    plain = ascii_only(words(line))
    assert plain == "   A long sen. w.a.  overdue" or plain.index("overdue") == words(line).index("overdue")
    assert plain.isascii()
    assert cell_len(plain) == cell_len(words(line))


def test_two_lines_stand_beside_each_other() -> None:
    """The right one begins at its column, with or without a left one."""
    right = at((0, "Follow-up", "head"))
    assert words(beside(at((1, "Evidence", "head")), right, 41)) == " Evidence".ljust(41) + "Follow-up"
    assert words(beside((), right, 41)) == " " * 41 + "Follow-up"


@pytest.mark.parametrize("theme", THEMES)
def test_a_strip_is_exactly_as_wide_as_the_screen(theme: str) -> None:
    """Padded or cut, in every theme."""
    assert strip(at((3, "x", "text")), 80, theme).cell_length == 80
    assert strip(at((3, "x" * 100, "text")), 80, theme).cell_length == 80


@pytest.mark.parametrize(
    ("row", "marked"),
    [("   K.M. 8", " > K.M. 8"), (" Actions    5 open", ">Actions    5 open"), ("", " >")],
)
def test_the_cursor_stands_before_the_words_of_its_row(row: str, marked: str) -> None:
    """Never over a letter, also where a heading stands on the row itself."""
    assert words(lit(((row, "text"),))) == marked
