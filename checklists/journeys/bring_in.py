"""What is asked before an import: which file, and the day it was made where it does not say."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import Field

from checklists.entry import Entry, entries_of, entry_of
from checklists.journeys.form import Texts, values_of
from checklists.wrong import Wrong
from store.records import Ask, Record
from store.records.base import Line

PATH, AS_AT = ("file", "path"), ("file", "as_at")
FOLDER, FILE_NAME = ("file", "folder"), ("file", "name")


class FileAsked(Record):
    """A file to bring in. Asked for, never kept."""

    kind: ClassVar[str] = "file"
    name: ClassVar[str] = "file"

    path: Annotated[Line, Ask()] = Field(
        title="File", description="Where the workbook is, such as ~/annex-a.xlsx.", min_length=1
    )
    as_at: Annotated[date, Ask(day="event")] = Field(title="Made on", description="The day the file was made.")


def file_entries() -> list[Entry]:
    """The path alone."""
    return entries_of(FileAsked, ("path",), under=("file",))


def day_entries(label: str = "", help_: str = "") -> list[Entry]:
    """The day the file was made; or another day to ask for, under its own name."""
    made = entries_of(FileAsked, ("as_at",), under=("file",))
    return [replace(entry, label=label, help=help_) for entry in made] if label else made


def path_in(texts: Texts, today: date) -> Path:
    """The path as typed; ~ is the home folder. Raises Wrong."""
    return Path(str(values_of(file_entries(), texts, today)[PATH]).strip()).expanduser()


def day_in(texts: Texts, today: date) -> date:
    """The day as typed. Raises Wrong."""
    day = values_of(day_entries(), texts, today)[AS_AT]
    assert isinstance(day, date)
    return day


def path_entries() -> list[Entry]:
    """The name of a file to write, and its folder."""
    path = entry_of(FileAsked, "path")
    return [
        replace(path, path=FILE_NAME, label="File", help="Its ending is its form: .md, .html, .txt or .docx."),
        replace(path, path=FOLDER, label="Folder", help="A folder that is there, such as ~/packs."),
    ]


def name_in(texts: Texts, today: date) -> str:
    """The name as typed, of a file and not of a place. Raises Wrong."""
    name = str(values_of(path_entries(), texts, today)[FILE_NAME]).strip()
    if "/" in name or name.startswith("."):
        raise Wrong("That is not the name of a file.", "The folder has a line of its own.")
    return name


def folder_in(texts: Texts, today: date) -> Path:
    """The folder as typed, which must be there; ~ is the home folder. Raises Wrong."""
    folder = Path(str(values_of(path_entries(), texts, today)[FOLDER]).strip()).expanduser()
    if not folder.is_dir():
        raise Wrong("That folder is not there.", "Make it first, or name another.")
    return folder
