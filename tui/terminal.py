"""The terminal itself: what it must be, its cursor and title, and bytes that are not UTF-8."""

import os
import sys
from collections.abc import Mapping

from tui.incoming import Incoming

SHOW_CURSOR = "\x1b[?25h"
ERASE = "\x1b[r\x1b[0m\x1b[H\x1b[2J"
"""The page is taken off the screen: where there is no alternate one, as in GNU screen, it would stay to be read."""
RESTORE = f"{ERASE}\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[<u\x1b[0m\x1b[?1049l\x1b[?25h\x1b[?1004l"
"""The whole screen scrolls again and is blank, paste mode off, wrap on, keyboard and ink as before, the alternate screen left, cursor shown, focus reports off."""
PLAIN = "CASEREFLECT_PLAIN"
"""Where it is set, plain lines are asked for."""
_COERCED = ("C.UTF-8", "C.utf8")
"""What Python itself puts into LC_CTYPE where the locale is C: it says nothing about the terminal."""
_TITLED = ("xterm", "screen", "tmux", "putty", "rxvt")


def at_a_terminal(environ: Mapping[str, str]) -> bool:
    """True where screens can be opened: keys come from a terminal, and what is written goes to one."""
    real = all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))
    return real and environ.get("TERM", "") not in ("", "dumb")


def can_ask() -> bool:
    """True where a person can be asked a line: what is asked is read on a terminal, and so is the answer."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def missing(environ: Mapping[str, str]) -> str:
    """Why the screens cannot be shown here, in a sentence; blank where they can.

    Textual reads standard input and draws on standard error; without a terminal behind both it would spin unseen.
    """
    if environ.get("TERM", "") in ("", "dumb"):
        return "This terminal cannot show screens (TERM is not set, or dumb). Use --plain."
    if not sys.stdin.isatty() or not sys.stderr.isatty():
        return "The screens need a terminal for both input and output. Use --plain."
    return ""


def only_ascii(environ: Mapping[str, str]) -> bool:
    """The locale does not promise UTF-8, or the stream does not take it."""
    encoding = (getattr(sys.stderr, "encoding", "") or "").lower().replace("-", "")
    letters = environ.get("LC_CTYPE", "")
    if letters in _COERCED:
        letters = ""
    locale = environ.get("LC_ALL") or letters or environ.get("LANG") or ""
    return encoding != "utf8" or "utf8" not in locale.lower().replace("-", "")


def title(environ: Mapping[str, str]) -> str:
    """What sets the window's title to the bare name of the program; blank for terminals that might print it."""
    return "\x1b]2;casereflect\x07" if environ.get("TERM", "").startswith(_TITLED) else ""


def accept_any_bytes() -> None:
    """Read the terminal through Incoming: no byte ends the program, and no paste acts as keys."""
    from textual.drivers import linux_driver

    linux_driver.getincrementaldecoder = lambda _encoding: Incoming  # type: ignore[attr-defined, assignment]


def write_now(text: str) -> None:
    """Write to the terminal without ever waiting for it; a terminal that is gone or stalled gets nothing."""
    try:
        handle = os.open("/dev/tty", os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
    except OSError:
        return
    try:
        os.write(handle, text.encode())
    except OSError:
        return
    finally:
        os.close(handle)
