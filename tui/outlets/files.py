"""A page as a file: which ending is which form, who can read the folder, and that nothing is ever written over unasked."""

import contextlib
import errno
import os
import re
import stat
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from checklists.pages.blocks import Page
from checklists.wrong import Wrong
from tui.data_folder import SYNCED
from tui.outlets.html import html
from tui.outlets.markdown import markdown
from tui.outlets.paper import paper

FOLDER = "packs"
"""In the person's own folder: where a file goes unless another place is named."""
OTHERS = stat.S_IRGRP | stat.S_IXGRP | stat.S_IROTH | stat.S_IXOTH


@dataclass(frozen=True, slots=True)
class Format:
    """A form in which a page can be written."""

    name: str
    ending: str
    write: Callable[[Page, str], str | bytes]
    """The page and the marking, as the content of a file."""


def _docx(page: Page, marking: str) -> bytes:
    """A Word document; what makes it is loaded only where one is asked for."""
    from tui.outlets.docx import docx

    return docx(page, marking)


FORMATS: tuple[Format, ...] = (
    Format("Markdown", ".md", markdown),
    Format("HTML", ".html", html),
    Format("text", ".txt", paper),
    Format("Word", ".docx", _docx),
)
"""Every form, the one that is taken unless another is chosen first."""


class IsThere(Wrong):
    """A file of that name is there already."""


def format_of(path: Path) -> Format:
    """The form that the ending of a file's name asks for. Raises Wrong."""
    found = next((one for one in FORMATS if path.name.lower().endswith(one.ending)), None)
    if found is None:
        endings = ", ".join(one.ending for one in FORMATS)
        raise Wrong("That ending names no form that can be written.", f"It may be {endings}.", "out")
    return found


def after(current: Format) -> Format:
    """The form after this one; after the last the first."""
    return FORMATS[(FORMATS.index(current) + 1) % len(FORMATS)]


def file_name(what: str, named: str, on: date, form: Format) -> str:
    """`pack-2026-11-27-F-102.md`: the reference and never a name; what no file name can hold is left out."""
    plainly = re.sub(r"[^A-Za-z0-9_-]+", "-", named).strip("-")
    return "-".join(part for part in (what, on.isoformat(), plainly) if part) + form.ending


def own_folder() -> Path:
    """Where files go unless another place is named."""
    return Path.home() / FOLDER


def ready_folder(folder: Path) -> None:
    """Make the folder for its owner alone where it is not there yet. Raises Wrong."""
    try:
        if not folder.is_dir():
            folder.mkdir(mode=0o700, parents=True)
            folder.chmod(0o700)
    except OSError as error:
        raise _refused(error) from None


def who_can_read(folder: Path) -> str:
    """A sentence about a folder; of one that is not there yet, as it will be made."""
    parts = [part.casefold() for part in folder.absolute().parts]
    if any(name in part for name in SYNCED for part in parts):
        return "a folder that looks as if another program copies it elsewhere"
    if not folder.is_dir():
        return "a new folder for you alone"
    return (
        "a folder that others on this machine can look into"
        if _open_to_others(folder)
        else "a folder only you can read"
    )


def _open_to_others(folder: Path) -> bool:
    """True unless the folder, or one above it, keeps everybody else out."""
    for each in (folder.resolve(), *folder.resolve().parents):
        with contextlib.suppress(OSError):
            if not each.stat().st_mode & OTHERS:
                return False
    return True


def shown_path(path: Path) -> str:
    """The path as a person knows it: `~/packs`."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) and path != home else str(path)


def write_file(path: Path, content: str | bytes, *, over: bool = False) -> None:
    """Write a new file that only its owner can read (0600); over one that is there only if `over` says so.

    Raises IsThere, Wrong. A file is whole or not there: what stops half-way leaves the old one.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        _fill(beside, content.encode() if isinstance(content, str) else content)
        if over:
            beside.replace(path)
        else:
            _put_new(beside, path)
    except FileExistsError:
        raise IsThere(
            f"{path.name} is there already.", "Choose another name, or say that it may be written over."
        ) from None
    except OSError as error:
        raise _refused(error) from None
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


def _put_new(beside: Path, path: Path) -> None:
    """Give the file its name, which no other may have; where the disk knows no links, after a look."""
    try:
        os.link(beside, path)
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.ENOSYS):
            raise
        if path.exists() or path.is_symlink():
            raise FileExistsError from None
        beside.replace(path)


def _fill(path: Path, data: bytes) -> None:
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    with os.fdopen(handle, "wb") as file:
        os.fchmod(handle, 0o600)
        file.write(data)
        file.flush()
        os.fsync(handle)


def _refused(error: OSError) -> Wrong:
    said = {
        errno.ENOENT: ("The folder is not there.", "Make it first, or name another."),
        errno.ENOTDIR: ("That is no folder.", "Name another."),
        errno.ENOSPC: ("The disk is full.", "Free some room and write again."),
        errno.EACCES: ("There is no permission to write there.", "Name another folder."),
        errno.EROFS: ("That disk can only be read.", "Name another folder."),
    }
    trouble, mend = said.get(error.errno or 0, ("The file cannot be written.", f"{os.strerror(error.errno or 0)}."))
    return Wrong(f"Not written. {trouble}", mend, "out")
