"""Random texts in the form in which Textual paints."""

from dataclasses import dataclass

from hypothesis import strategies as st
from wcwidth import wcswidth

INKS = (
    "", "38;5;253;48;5;235", "1;38;5;253;48;5;235", "48;5;235", "38;2;1;2;3;48;2;9;9;9", "4;31", "7", "1;3;37;44",
    "2;39;49", "9;97;100",
)  # fmt: skip
PLAIN = "   abcdefghij0123456789éß│─▄█…·–Жω"
ODD = (*PLAIN, "王", "Ｆ", "e\u0301", "\U0001f469\u200d\U0001f467", "☕", "한", "م", "\u25fd")
SIZES = ((20, 6), (40, 12))


@dataclass(frozen=True)
class Painting:
    """A text that Textual might write."""

    text: str


@dataclass(frozen=True)
class Resized:
    """The terminal has another size from now on."""

    size: tuple[int, int]


def _clipped(letters: list[str], width: int) -> str:
    text = ""
    for letter in letters:
        if wcswidth(text + letter) > width:
            break
        text += letter
    return text


@st.composite
def stretches(draw: st.DrawFn, width: int, letters: tuple[str, ...] | str) -> str:
    """What is written from one cursor move to the next, at most so wide."""
    written, left = "", width
    for _ in range(draw(st.integers(1, 4))):
        drawn = draw(st.lists(st.sampled_from(letters), max_size=left))
        text = _clipped(drawn, left) if draw(st.booleans()) else " " * left
        ink = draw(st.sampled_from(INKS))
        written += f"\x1b[{ink}m{text}\x1b[0m" if ink and text else text
        left -= wcswidth(text)
    return written


@st.composite
def paintings(draw: st.DrawFn, size: tuple[int, int], letters: tuple[str, ...] | str) -> Painting:
    """Pieces of some rows, and the cursor."""
    width, height = size
    numbers = sorted(draw(st.sets(st.integers(0, height - 1), max_size=height)))
    rows = []
    for number in numbers:
        row = ""
        for column in sorted(draw(st.sets(st.integers(0, width - 1), min_size=1, max_size=3))):
            row += f"\x1b[{number + 1};{column + 1}H" + draw(stretches(width - column, letters))
        rows.append(row)
    return Painting("\n".join(rows) + cursor(draw(st.integers(0, height - 1)), draw(st.integers(0, width - 1))))


@st.composite
def lists(draw: st.DrawFn, size: tuple[int, int]) -> list[Painting]:
    """A list of different rows that is scrolled to and fro below a heading."""
    width, height = size
    text = [f"{number:02} {chr(97 + number % 26) * (width - 3)}" for number in range(60)]
    tops = draw(st.lists(st.integers(0, 60 - height), min_size=2, max_size=6))
    first, last = draw(st.sampled_from(((1, height - 1), (1, height), (0, height))))
    return [
        Painting(
            "\n".join(f"\x1b[{row + 1};1H\x1b[{INKS[1]}m{text[top + row]}\x1b[0m" for row in range(first, last))
            + cursor(first, 0)
        )
        for top in tops
    ]


def cursor(row: int, column: int) -> str:
    """The move at the end of each painting."""
    return f"\x1b[{row + 1};{column + 1}H"


NOT_PAINTINGS = st.sampled_from(
    ("\x1b[2J", "\x1b[1;1Habc\x1b[K", "abc", "\x1b[?25h", "\x07", "\x1b[1;31m\x1b[0m", "\x1b[2;2H\x1b[1mab\x1b[0m")
)


@st.composite
def histories(draw: st.DrawFn) -> list[Painting | Resized]:
    """What a program writes one after the other, and changes of size between."""
    size = draw(st.sampled_from(SIZES))
    found: list[Painting | Resized] = [Resized(size)]
    for kind in draw(st.lists(st.sampled_from(("plain", "plain", "odd", "list", "other", "size")), max_size=12)):
        if kind == "size":
            size = draw(st.sampled_from(SIZES))
            found.append(Resized(size))
        elif kind == "list":
            found += draw(lists(size))
        elif kind == "other":
            found.append(Painting(draw(NOT_PAINTINGS)))
        else:
            found.append(draw(paintings(size, PLAIN if kind == "plain" else ODD)))
    return found
