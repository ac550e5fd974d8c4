"""What is asked before an import: which file, and the day it was made where it does not say."""

from datetime import date
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import Field

from checklists.entry import Entry, entries_of
from checklists.journeys.form import Texts, values_of
from store.records import Ask, Record
from store.records.base import Line

PATH, AS_AT = ("file", "path"), ("file", "as_at")


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


def day_entries() -> list[Entry]:
    """The day the file was made."""
    return entries_of(FileAsked, ("as_at",), under=("file",))


def path_in(texts: Texts, today: date) -> Path:
    """The path as typed; ~ is the home folder. Raises Wrong."""
    return Path(str(values_of(file_entries(), texts, today)[PATH]).strip()).expanduser()


def day_in(texts: Texts, today: date) -> date:
    """The day as typed. Raises Wrong."""
    day = values_of(day_entries(), texts, today)[AS_AT]
    assert isinstance(day, date)
    return day
