"""A search under way: cases read one after the other into memory, looked through with every letter, dropped at its end."""

import heapq
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple, Protocol

from checklists.own_book import with_cases
from checklists.searching.sources import EVERY, Source
from checklists.searching.texts import Piece, Searched, texts_of
from checklists.searching.words import Sentence, fold, sentence_around, words_of
from checklists.troubles import StoreTrouble
from store.case import OWN, Case
from store.summary import CaseSummary
from store.text import masked_text

MOST = 100
"""So many are shown, the newest; one more word leaves fewer."""
NOTED = "searched"
"""What the audit trail calls it: one line, without the words, in place of an `opened` for each case."""


class Readable(Protocol):
    """The store, as far as a search needs it."""

    def caseload(self) -> list[CaseSummary]: ...  # noqa: D102
    def look(self, case_id: str) -> Case: ...  # noqa: D102
    def stamp(self, case_id: str = "") -> str: ...  # noqa: D102
    def note(self, what: str, *case_ids: str, number: int = 0, must: bool = False) -> None: ...  # noqa: D102


class Hit(NamedTuple):
    """Something that was found, and the sentence around the words."""

    what: Searched
    label: str
    """The field in which the sentence stands."""
    sentence: Sentence


class Found(NamedTuple):
    """What was found so far."""

    hits: tuple[Hit, ...] = ()
    """The newest of them."""
    many: int = 0
    """How many there are."""
    read: int = 0
    of: int = 0
    """How many cases are read, and of how many."""
    unread: tuple[str, ...] = ()
    """The references of cases that cannot be read."""
    asked: bool = False
    """There was something to look for."""


class Search:
    """The texts of the cases, as far as they are read. Only in memory; `drop` lets go of them."""

    def __init__(
        self,
        store: Readable,
        today: date,
        *,
        case_id: str = "",
        most: int | None = MOST,
        sources: Sequence[Source] = EVERY,
    ) -> None:
        """Over everything, or over one case; `most` are shown, None: all. Reading is noted once, here. Raises StoreTrouble."""
        self._store = store
        self._today = today
        self._case_id = case_id
        self._most = most
        self._sources = () if case_id else sources
        self._texts: dict[str, list[Searched]] = {}
        self._marks: dict[str, str] = {}
        self._rows: dict[str, str] = {}
        self._unread: dict[str, str] = {}
        self.left: list[str] = []
        """The ids of what is still to be read, the next one last."""
        self.look_again()
        store.note(NOTED, *filter(None, (case_id,)), number=len(self._rows))

    # Reading

    def look_again(self) -> None:
        """See which cases there are, and which have to be read, or read again, as they were saved since."""
        rows = [row for row in self._store.caseload() if self._case_id in ("", row.id)]
        self._rows = {row.id: row.ref for row in rows}
        self._unread = {row.id: row.ref for row in rows if row.damaged}
        ids = [row.id for row in sorted(rows, key=_last_visit) if not row.damaged]
        every = ids if self._case_id else [*ids, OWN]
        for gone in self._texts.keys() - set(every) - {""}:
            del self._texts[gone]
        self.left = [one for one in every if self._marks.get(one) != self._store.stamp(one) or one not in self._texts]
        if "" not in self._texts:
            self._texts[""] = [one for source in self._sources for one in source()]

    def read_next(self) -> None:
        """Read one more case, those visited last before the others; one that cannot be read is said to be left out."""
        case_id = self.left.pop()
        self._marks[case_id] = self._store.stamp(case_id)
        try:
            case = self._store.look(case_id)
            whole = with_cases(case, self._store.caseload()) if case_id == OWN else case
            self._texts[case_id] = list(texts_of(whole, self._today))
        except StoreTrouble:
            self._texts.pop(case_id, None)
            self._unread[case_id] = self._rows.get(case_id, "")

    def read_all(self, told: Callable[[int, int], None] = lambda _read, _of: None) -> None:
        """Read all that is left; `told` is given how many cases are read, and of how many."""
        while self.left:
            self.read_next()
            told(*self.progress)

    @property
    def progress(self) -> tuple[int, int]:
        """How many cases are read, and of how many; my own book is no case."""
        left = sum(one != OWN for one in self.left)
        return len(self._rows) - left, len(self._rows)

    def drop(self) -> None:
        """Let go of every text."""
        for held in (self._texts, self._marks, self._rows, self._unread, self.left):
            held.clear()

    # Finding

    def find(self, typed: str, *, masked: bool = False) -> Found:
        """Every record that has all the words, by its day, the newest first. Masked, its texts are x letters."""
        words = words_of(typed)
        read, of = self.progress
        unread = tuple(sorted(filter(None, self._unread.values())))
        if not words:
            return Found((), 0, read, of, unread)
        every = [one for texts in self._texts.values() for one in texts if all(word in one.hay for word in words)]
        every = _each_once(every)
        hits = tuple(_hit(one, words, masked=masked) for one in _newest(every, self._most))
        return Found(hits, len(every), read, of, unread, asked=True)


def _each_once(every: Sequence[Searched]) -> list[Searched]:
    """Of the lines of one piece of content the first; a record of a person is there once."""
    content = {one.spot: one for one in reversed(every) if not one.spot.case_id}
    return [one for one in every if one.spot.case_id or content[one.spot] is one]


def _newest(every: Sequence[Searched], most: int | None) -> list[Searched]:
    """The newest of them, or all; of one day by reference. What has no day comes last."""
    return heapq.nsmallest(len(every) if most is None else most, every, key=_order)


def _order(one: Searched) -> tuple[int, str, str]:
    return -one.on.toordinal() if one.on else 0, one.ref, one.spot.record_id


def _last_visit(row: CaseSummary) -> date:
    """When somebody of the case was seen last."""
    return max((child.last_seen.on for child in row.children if child.last_seen), default=date.min)


def _hit(one: Searched, words: Sequence[str], *, masked: bool) -> Hit:
    """With the sentence from the field that has the most of the words; a written one before one that was chosen."""
    piece = max(one.pieces, key=lambda piece: _worth(piece, words), default=Piece("", ""))
    sentence = sentence_around(piece.text, words)
    if masked and piece.covered:
        sentence = sentence._replace(text=masked_text(sentence.text))
    return Hit(one, piece.label, sentence)


def _worth(piece: Piece, words: Sequence[str]) -> tuple[int, bool]:
    folded = fold(piece.text)
    return sum(word in folded for word in words), piece.plain
