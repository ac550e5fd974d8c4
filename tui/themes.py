"""The six themes: six tokens of ink and one ground each. Nothing here is left to a terminal's own downgrade."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from rich.style import Style

Token = Literal["text", "head", "dim", "accent", "amber", "strong", "rule", "cursor", "open"]
Inks = Mapping[Token, Style]


class Theme(NamedTuple):
    """A theme: the inks of the lines, and what the one stock widget, the text box, needs in CSS."""

    name: str
    inks: Inks
    ground: str
    open_ground: str
    open_ink: str
    open_dim: str
    """For what an open field means while it is blank."""
    lit_ground: str
    lit_ink: str
    ansi: bool = False
    """The sixteen colours of the terminal itself; Textual must not turn them into others."""


def _inks(ground: str, **ink: str) -> Inks:
    """Styles from `token="colour"` or `token="colour/ground"`; a leading `*` is bold."""
    made: dict[Token, Style] = {}
    for token, words in ink.items():
        colour, _, under = words.lstrip("*").partition("/")
        made[token] = Style(color=colour, bgcolor=under or ground, bold=words.startswith("*"))  # type: ignore[index]
    return made


_PLAIN, _BOLD = Style(bold=False), Style(bold=True)

THEMES: dict[str, Theme] = {
    "dark": Theme(
        "dark",
        _inks(
            "#1c1c1c", text="#d0d0d0", head="*#ffffff", dim="#b2b2b2", accent="*#87afd7", amber="#d7af5f",
            strong="*#d7af5f", rule="#4e4e4e", cursor="#ffffff/#005f87", open="#ffffff/#3a3a3a",
        ),
        "#1c1c1c", "#3a3a3a", "#ffffff", "#d0d0d0", "#005f87", "#ffffff",
    ),
    "light": Theme(
        "light",
        _inks(
            "#ffffff", text="#262626", head="*#000000", dim="#585858", accent="*#005f87", amber="#875f00",
            strong="*#875f00", rule="#c6c6c6", cursor="#ffffff/#005f87", open="#000000/#dadada",
        ),
        "#ffffff", "#dadada", "#000000", "#3a3a3a", "#005f87", "#ffffff",
    ),
    "contrast": Theme(
        "contrast",
        _inks(
            "#000000", text="#ffffff", head="*#ffffff", dim="#d0d0d0", accent="*#87d7ff", amber="#ffd75f",
            strong="*#ffd75f", rule="#a8a8a8", cursor="*#000000/#ffffff", open="#ffffff/#000000",
        ),
        "#000000", "#000000", "#ffffff", "#d0d0d0", "#ffffff", "#000000",
    ),
    "16": Theme(
        "16",
        _inks(
            "default", text="white", head="*bright_white", dim="white", accent="*cyan", amber="yellow",
            strong="*yellow", rule="bright_black", cursor="bright_white/blue", open="white",
        ),
        "ansi_default", "ansi_default", "ansi_white", "ansi_white", "ansi_blue", "ansi_bright_white", ansi=True,
    ),
    "16-light": Theme(
        "16-light",
        _inks(
            "bright_white", text="black", head="*black", dim="bright_black", accent="*blue", amber="*black",
            strong="*black", rule="white", cursor="bright_white/blue", open="black",
        ),
        "ansi_bright_white", "ansi_bright_white", "ansi_black", "ansi_bright_black", "ansi_blue", "ansi_bright_white", ansi=True,
    ),
    "mono": Theme(
        "mono",
        {
            "text": _PLAIN, "head": _BOLD, "dim": _PLAIN, "accent": _BOLD, "amber": _BOLD, "strong": _BOLD,
            "rule": _PLAIN, "cursor": Style(reverse=True), "open": _PLAIN,
        },
        "ansi_default", "ansi_default", "ansi_default", "ansi_default", "ansi_default", "ansi_default", ansi=True,
    ),
}  # fmt: skip


def choose(environ: Mapping[str, str], named: str = "") -> Theme:
    """The theme at the start: the one named, else mono under NO_COLOR, 16 where the terminal has few colours, else dark."""
    if named in THEMES:
        return THEMES[named]
    if environ.get("NO_COLOR"):
        return THEMES["mono"]
    deep = "256" in environ.get("TERM", "") or environ.get("COLORTERM") in ("truecolor", "24bit")
    return THEMES["dark" if deep else "16"]
