"""TinyDB over the memory of one transaction: a table for each kind of record, its rows named by the records' own ids.

It lives for one transaction only: its counters and caches never meet another process, and nothing of it is written.
"""

from collections.abc import Mapping
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

State = dict[str, dict[str, Any]]
"""The tables of a case as plain data: what a file holds."""


class _InMemory(Storage):
    """TinyDB's storage over plain data."""

    def __init__(self, state: State) -> None:
        self.state = state

    def read(self) -> State:
        return self.state

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        self.state = {name: dict(rows) for name, rows in data.items()}


class _KeyedTable(Table):
    """Documents are named by a text, never by a counter."""

    document_id_class = str  # type: ignore[assignment]


class Tables(TinyDB):
    """The tables of one case."""

    table_class = _KeyedTable

    def __init__(self, state: State) -> None:
        self._memory = _InMemory(state)
        super().__init__(storage=lambda: self._memory)

    @property
    def state(self) -> State:
        """All tables as plain data."""
        return self._memory.state

    def of(self, name: str) -> Table:
        """A table, without TinyDB's cache of queries."""
        return self.table(name, cache_size=0)

    def row(self, name: str, row_id: str) -> Document | None:
        """The row of that id, if there is one."""
        found = self.of(name).get(doc_id=_named(row_id))
        return found if isinstance(found, Document) else None

    def keep(self, name: str, row_id: str, row: Mapping[str, Any]) -> None:
        """Put a row into a table; one that is there keeps its place."""
        self.of(name).upsert(Document(row, doc_id=_named(row_id)))

    def take_out(self, name: str, *row_ids: str) -> None:
        """Remove rows."""
        self.of(name).remove(doc_ids=[_named(row_id) for row_id in row_ids])


def _named(row_id: str) -> Any:
    """An id for TinyDB, whose own types know only numbers."""
    return row_id
