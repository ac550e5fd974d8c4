"""A text in the person's own editor: in a file that lies in memory alone, read into the draft every second, deleted after."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import mkdtemp

from checklists.wrong import Wrong
from store.text import clean

EVERY_SECONDS = 1.0
IN_MEMORY = ("tmpfs", "ramfs")
MOUNTS = Path("/proc/self/mounts")
NAME = "text.txt"
"""Says nothing of the case, as an editor shows and may remember it."""


def edited(environ: Mapping[str, str], text: str, keep: Callable[[str], object]) -> str:
    """The text as the editor left it. `keep` is called with each state of it, however this ends. Raises Wrong."""
    command = _command(environ)
    folder = Path(mkdtemp(prefix="casereflect-", dir=_memory(environ)))  # 0700: so is what the editor puts beside it
    path = folder / NAME
    try:
        with path.open("x", encoding="utf-8") as file:
            path.chmod(0o600)
            file.write(text)
        _while_open([*command, str(path)], path, text, keep)
        return _read(path, text)
    finally:
        try:
            keep(_read(path, text))
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _while_open(command: list[str], path: Path, text: str, keep: Callable[[str], object]) -> None:
    """Run the editor, and keep what it has written every second."""
    kept = text
    try:
        program = subprocess.Popen(command)
    except OSError:
        raise Wrong("The editor could not be started.", "Look at EDITOR in your environment.") from None
    with program:
        while True:
            try:
                code = program.wait(EVERY_SECONDS)
            except subprocess.TimeoutExpired:
                now = _read(path, kept)
                if now != kept:
                    keep(now)
                    kept = now
            else:
                break
    if code:
        raise Wrong("The editor ended with an error, so nothing was saved.", "What it wrote is kept as a draft.")


def _read(path: Path, before: str) -> str:
    """What the file holds; what it held before while an editor is about to put another in its place."""
    try:
        return clean(path.read_text(encoding="utf-8", errors="replace")).rstrip("\n")
    except OSError:
        return before


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
