"""casereflect: the way in. Reads the command line, and says every trouble in one sentence with its exit code."""

import contextlib
import os
import signal
import sys
from types import FrameType, TracebackType

from tui import garbage, openssl

TYPE_CHECKING = False  # as typing has it, without loading typing before the passphrase is asked for
if TYPE_CHECKING:
    from tui.commands.session import Session
    from tui.hidden import Hidden

NOT_HERE = "casereflect runs on Linux, macOS and WSL; on Windows itself it does not. The council's machine is used through a terminal to one of those."
INTERRUPTED = 130


def main() -> int:
    """Run the command line; the exit code."""
    if sys.platform == "win32":
        sys.stderr.write(f"{NOT_HERE}\n")
        return 1
    _leave_no_core()
    garbage.leave_for_now()
    openssl.leave_out()
    _write_anything()
    _end_in_order()
    try:
        return _told()
    except BrokenPipeError:
        return _nobody_reads()
    except (KeyboardInterrupt, EOFError):
        sys.stderr.write("\n")
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last place: a traceback could hold text of a case
        sys.stderr.write(f"casereflect: {fault(error)}\n")
        return 1


def _leave_no_core() -> None:
    """A core dump would hold the key, and text of cases. The programs that this one starts have the limit too."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _end_in_order() -> None:
    """SIGTERM and a hang-up end the program as Ctrl+C does: the terminal echoes again, a half-written file is removed."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)


def _end(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def _told() -> int:
    """Run the command; a trouble that has a sentence is said on standard error."""
    from tui.early_prompt import asked_at_once

    with asked_at_once(sys.argv[1:], os.environ) as terminal:
        code, sentence = _ran(terminal)
    if sentence:
        sys.stderr.write(f"{sentence}\n")
    return code


def _ran(terminal: "Hidden | None") -> tuple[int, str]:
    """The exit code of the command, and the sentence of a trouble. `terminal`: the passphrase was asked for there already."""
    from checklists.troubles import StoreTrouble, Wrong
    from store.text import clean
    from tui.commands.session import Session

    session = Session(standing=terminal)
    try:
        return _command(session) if sys.argv[1:] else (_alone(session), "")
    except (Wrong, StoreTrouble) as trouble:
        from tui.commands.usage import of_commands

        return trouble.exit_code, clean(f"casereflect: {of_commands(trouble)}")


def _alone(session: "Session") -> int:
    """Nothing stands behind the program's name: Today is opened without what reads a command line."""
    from tui.commands.opening import open_today

    try:
        return open_today(session)
    finally:
        session.settle()


def _command(session: "Session") -> tuple[int, str]:
    """What the command line asks for; the exit code, and what is said where it cannot be read."""
    import click

    from store.text import clean
    from tui.commands.root import root
    from tui.commands.usage import sentence

    try:
        with root.make_context("casereflect", sys.argv[1:], obj=session) as context:
            code = root.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code, ""
    except click.exceptions.NoArgsIsHelpError as error:
        return error.exit_code, error.message
    except click.ClickException as error:
        return error.exit_code, clean(f"casereflect: {sentence(error)}")
    return code if isinstance(code, int) else 0, ""


def fault(error: BaseException) -> str:
    """A fault of the program itself: its kind and the lines it passed; never a value, which may be text of a case."""
    return f"a fault of its own, {type(error).__name__} at {_lines(error.__traceback__)}. Nothing half-done was saved."


def _lines(trace: TracebackType | None) -> str:
    import traceback

    frames = traceback.extract_tb(trace)
    return ", ".join(f"{os.path.basename(frame.filename)}:{frame.lineno}" for frame in frames[-6:])  # noqa: PTH119


def _write_anything() -> None:
    """A character that the terminal has no letters for is written as its code, and one that is none is read all the same."""
    ways = ((sys.stdout, "backslashreplace"), (sys.stderr, "backslashreplace"), (sys.stdin, "surrogateescape"))
    for stream, way in ways:
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors=way)  # type: ignore[union-attr]


def _nobody_reads() -> int:
    """The program that read our output has ended, as `head` does."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


if __name__ == "__main__":
    sys.exit(main())
