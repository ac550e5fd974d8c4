"""The passphrase asked for at once: `casereflect` alone, on a terminal, over an encrypted store.

The command line and what it needs take twice as long to load as Python itself. So where a look at a few things makes it
certain that the passphrase will be asked for, the question is put first, and the rest is loaded while it is read. What is
typed meanwhile waits in the terminal, unseen. Wherever it is not certain nothing is done here, and the usual way decides.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from checklists.wrong import Wrong
from store.home import config_path, home, surely_encrypted
from tui.hidden import FILE, Hidden
from tui.terminal import PLAIN, at_a_terminal

QUESTION = "Passphrase: "


@contextmanager
def asked_at_once(arguments: Sequence[str], environ: Mapping[str, str]) -> Iterator[Hidden | None]:
    """The terminal, without echo and with the question on it; None where it is not certain that it is to be asked."""
    terminal = _terminal() if _is_sure(arguments, environ) else None
    if terminal is None:
        yield None
        return
    with terminal:
        terminal.put(QUESTION)
        yield terminal


def _terminal() -> Hidden | None:
    try:
        return Hidden()
    except Wrong:
        return None


def _is_sure(arguments: Sequence[str], environ: Mapping[str, str]) -> bool:
    return (
        not arguments
        and not environ.get(FILE)
        and not environ.get(PLAIN)
        and at_a_terminal(environ)
        and surely_encrypted(home(environ))
        and not _may_ask_for_lines(config_path(environ))
    )


def _may_ask_for_lines(settings: Path) -> bool:
    """The settings speak of plain lines, or cannot be read: that takes a closer look than this one."""
    try:
        return b"plain" in settings.read_bytes()
    except FileNotFoundError:
        return False
    except OSError:
        return True
