"""A text in the person's own editor: in a file that lies in memory alone, read into the draft every second, deleted after."""

import contextlib
import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import mkdtemp

from checklists.wrong import Wrong
from store.text import clean

EVERY_SECONDS = 1.0
PATIENCE = 0.5
"""Seconds that an editor is given to end, once the program has to."""
IN_MEMORY = ("tmpfs", "ramfs")
MOUNTS = Path("/proc/self/mounts")
NAME = "text.txt"
"""Says nothing of the case, as an editor shows and may remember it."""
OFF = "The editor is off: an editor may keep plain copies."
FOR_THE_EDITOR = (signal.SIGINT, signal.SIGQUIT)
"""Keys that the terminal sends to all who run on it: here they are meant for the editor alone."""
ENDING = (signal.SIGHUP, signal.SIGTERM)
Handler = Callable[[int, object], object]


def is_allowed(environ: Mapping[str, str]) -> bool:
    """The settings allow an editor."""
    from tui.config import load_config

    return load_config(environ).get("editor") is True


def must_be_allowed(environ: Mapping[str, str]) -> None:
    """Raises Wrong where the settings do not allow an editor."""
    if not is_allowed(environ):
        raise Wrong(OFF, "`editor = true` in your settings allows it.")


def edited(environ: Mapping[str, str], text: str, keep: Callable[[str], object]) -> str:
    """The text as the editor left it. `keep` is called with each state of it, however this ends. Raises Wrong."""
    return Editing(environ, text, keep).run()


class Editing:
    """One text that is open in an editor."""

    def __init__(self, environ: Mapping[str, str], text: str, keep: Callable[[str], object]) -> None:
        """Raises Wrong where there is no editor, or no folder in memory."""
        self._keep = keep
        self._kept = text
        self._command = _command(environ)
        self._folder = Path(mkdtemp(prefix="casereflect-", dir=_memory(environ)))  # 0700: so is what is put beside it
        self._path = self._folder / NAME
        self._program: subprocess.Popen[bytes] | None = None
        self._ended = False

    def run(self) -> str:
        """Open the editor, and wait until it ends; the text that it left. Raises Wrong."""
        try:
            with self._path.open("x", encoding="utf-8") as file:
                self._path.chmod(0o600)
                file.write(f"{self._kept}\n" if self._kept else "")  # as editors end a text
            with _instead(FOR_THE_EDITOR, _leave_it):
                self._start()
                self._wait()
        finally:
            self.end()
        return self._kept

    def end(self) -> None:
        """Keep what the file holds, end the editor if it still runs, delete the file. Again, it does nothing.

        It may be called at any moment, also where the program ends without coming back.
        """
        if self._ended:
            return
        self._ended = True
        try:
            self._look()
            self._end_editor()
            self._look()  # an editor may write once more as it is told to end
            self._keep(self._kept)  # what could not be kept a second ago may be kept now
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _start(self) -> None:
        """Start the editor. A signal that comes meanwhile waits: else it would end the program and leave the editor behind."""
        came: list[int] = []
        try:
            with _instead(ENDING, lambda number, _frame: came.append(number)):
                self._program = subprocess.Popen([*self._command, str(self._path)])
        except OSError:
            raise Wrong("The editor could not be started.", "Look at EDITOR in your environment.") from None
        for number in came:
            os.kill(os.getpid(), number)

    def _wait(self) -> None:
        """Until it ends; what it has written is kept every second."""
        assert self._program is not None
        code = None
        while code is None:
            try:
                code = self._program.wait(EVERY_SECONDS)
            except subprocess.TimeoutExpired:
                self._look()
        if code:
            raise Wrong("The editor ended with an error, so nothing was saved.", "What it wrote is kept as a draft.")

    def _look(self) -> None:
        """Keep what the file holds, where that is new; nothing while an editor is about to put another in its place."""
        try:
            now = clean(self._path.read_text(encoding="utf-8", errors="replace")).rstrip("\n")
        except OSError:
            return
        if now != self._kept:
            self._kept = now
            self._keep(now)

    def _end_editor(self) -> None:
        if self._program is None or self._program.poll() is not None:
            return
        self._program.terminate()
        try:
            self._program.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._program.kill()


@contextlib.contextmanager
def _instead(numbers: Iterable[int], handler: Handler) -> Iterator[None]:
    """Another answer to these signals. Never that they are ignored: that the editor would inherit."""
    before = {number: signal.signal(number, handler) for number in numbers}
    try:
        yield
    finally:
        for number, usual in before.items():
            signal.signal(number, usual)


def _leave_it(_number: int, _frame: object) -> None:
    return


def _command(environ: Mapping[str, str]) -> list[str]:
    named = environ.get("VISUAL") or environ.get("EDITOR") or ""
    try:
        command = shlex.split(named)
    except ValueError:
        command = []
    if not command:
        raise Wrong("There is no editor to open.", "Set EDITOR in your environment, to vi or nano, say.")
    return command


def _memory(environ: Mapping[str, str]) -> Path:
    """A folder of this user, or one for everybody, in a file system that never reaches a disk. Raises Wrong."""
    for named in (environ.get("XDG_RUNTIME_DIR", ""), "/dev/shm"):  # noqa: S108 - that it is in memory is looked at
        folder = Path(named)
        if named and folder.is_dir() and os.access(folder, os.W_OK) and _kind(folder) in IN_MEMORY:
            return folder
    raise Wrong(
        "There is no folder in memory here for the editor's file, and on a disk it would leave a plain copy.",
        "Use --plain, or the screens.",
    )


def _kind(folder: Path) -> str:
    """The kind of file system that a folder lies in; blank where the system does not say."""
    try:
        mounts = [line.split(" ") for line in MOUNTS.read_text(encoding="utf-8").splitlines()]
    except OSError:
        return ""
    real = f"{folder.resolve()}/"
    over = [(len(one[1]), one[2]) for one in mounts if real.startswith(f"{one[1].rstrip('/')}/")]
    return max(over)[1] if over else ""
