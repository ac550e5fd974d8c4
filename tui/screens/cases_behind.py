"""A page for which cases have to be opened: it stands at once, and they are read behind it, one at a time."""

import asyncio
import time
from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING

from checklists.pages.blocks import Item
from tui.screens.verbs import CaseVerbs

if TYPE_CHECKING:
    from textual.worker import WorkType

    from checklists.use_cases.gathering import CaseSummary
    from store.case import Case

SHOWN_EVERY = 0.5
"""Seconds after which what was read meanwhile is shown."""


class CasesBehind(CaseVerbs):
    """Rows of each open case, by reference; a case is read again once it was saved, or masked."""

    def __init__(self) -> None:
        super().__init__()
        self._rows_of: dict[str, tuple[tuple[str, bool], list[Item]]] = {}
        self.whole = False
        """All that is open is read."""

    @abstractmethod
    def items_of(self, case: "Case") -> list[Item]:
        """The rows of a case on this page."""

    @property
    def found(self) -> Sequence[Item]:
        """All rows read so far."""
        return [item for row in self.open_rows for item in self._rows_of.get(row.id, (("", False), []))[1]]

    @property
    def open_rows(self) -> "list[CaseSummary]":
        """The cases that are open and can be read, by reference."""
        rows = [row for row in self.reading.caseload() if row.closed_on is None and not row.damaged]
        return sorted(rows, key=lambda row: row.ref.casefold())

    def on_mount(self) -> None:
        """Begin to read once the page stands."""
        self._begin()

    def _begin(self) -> None:
        """Only what the worker begins is ever waited for: a page that goes at once leaves nothing behind."""
        read: WorkType[None] = self._read_cases
        self.run_worker(read, exclusive=True)

    def mark(self) -> str:
        """The mark of all cases together."""
        return self.house.store.stamp()

    def renew(self) -> None:
        """Draw the page anew, and read what was saved since."""
        super().renew()
        if not self.house.locked:
            self._begin()

    async def _read_cases(self) -> None:
        shown_at, news = time.monotonic(), False
        with self.telling():
            for row in self.open_rows:
                await asyncio.sleep(0)
                if self.house.locked:
                    return
                mark = (self.house.store.stamp(row.id), self.is_masked)
                if self._rows_of.get(row.id, (None, []))[0] != mark:
                    self._rows_of[row.id] = (mark, self.items_of(self.reading.case(row.id)))
                    news = True
                if news and time.monotonic() - shown_at > SHOWN_EVERY:
                    shown_at, news = time.monotonic(), False
                    self.reload()
        if news or not self.whole:
            self.whole = True
            self.reload()
