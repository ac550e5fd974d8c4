"""What a file from another system said: never a visit, never over what a person wrote."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from store.records.base import Ask, Line, Record


class ImportBatch(Record):
    """One import of one file into this case."""

    kind: ClassVar[str] = "import_batch"
    name: ClassVar[str] = "import"

    file_kind: Annotated[str, Ask(asked=False)] = Field(title="Kind of file")
    """`annex_a`."""
    file_hash: Annotated[str, Ask(asked=False)] = Field(title="File hash")
    """SHA-256 of the file, in hex."""
    as_at: Annotated[date, Ask(asked=False)] = Field(title="As at")
    """The file's own date, by which it is to be read."""
    rows: Annotated[int, Ask(asked=False)] = Field(default=0, title="Rows")


class ImportedFact(Record):
    """One value of one cell, as the file gave it."""

    kind: ClassVar[str] = "imported_fact"
    name: ClassVar[str] = "imported fact"

    batch_id: Annotated[str, Ask(asked=False)] = Field(title="Import")
    child_id: Annotated[str, Ask(asked=False)] = Field(title="Child")
    field: Annotated[str, Ask(asked=False)] = Field(title="Field")
    """The fact's name: last_visit_on, seen_alone, plan_started_on, plan_ended_on, care_started_on, born_on, category, …"""
    value: Annotated[Line, Ask(asked=False)] = Field(title="Value")
    """Dates in ISO; `seen_alone` is yes, no, unknown or blank."""
    as_at: Annotated[date, Ask(asked=False)] = Field(title="As at")
    source: Annotated[Line, Ask(asked=False)] = Field(default="", title="Where in the file")
    """List and cell, such as `List 7, K5`."""
