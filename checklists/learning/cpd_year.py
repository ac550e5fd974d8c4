"""The year of professional development: when it ends, what is asked of it, and what is still open."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from checklists.dates import say_day
from checklists.limits import Limits
from checklists.working_days import working_days_between

if TYPE_CHECKING:
    from checklists.learning.embedding import Cpd
    from store.records import CpdPiece


class Year(NamedTuple):
    """A year, from its first day to its last; it is called by the year in which it ends."""

    first: date
    last: date

    @property
    def said(self) -> str:
        """Its last day, such as `30 November 2026`."""
        return f"{self.last.day} {self.last:%B %Y}"

    def holds(self, day: date) -> bool:
        """Whether the day is in it."""
        return self.first <= day <= self.last


class Fact(NamedTuple):
    """What counts of a piece: when, its words as they are compared, and whether a peer had a part in it."""

    on: date
    words: str
    with_peer: bool


class Standing(NamedTuple):
    """How a year stands beside what is asked of it."""

    year: Year
    pieces: int
    """Different ones: two that say the same are one."""
    with_peer: int
    asked: int
    asked_with_peer: int
    source: str

    @property
    def is_open(self) -> bool:
        """Something that is asked is not there yet."""
        return self.pieces < self.asked or self.with_peer < self.asked_with_peer

    @property
    def counted(self) -> str:
        """`1 piece, none with a peer yet`."""
        pieces = "no piece yet" if not self.pieces else "1 piece" if self.pieces == 1 else f"{self.pieces} pieces"
        if not self.pieces:
            return pieces
        return f"{pieces}, {self.with_peer or 'none'} with a peer{'' if self.with_peer else ' yet'}"

    @property
    def short(self) -> str:
        """`1 of 2, no peer`, for a row with little room."""
        return f"{self.pieces} of {self.asked}{'' if self.with_peer else ', no peer'}"

    @property
    def wanted(self) -> str:
        """`Asked for: 2 pieces, at least 1 of them with a peer`, with who asks it."""
        pieces = "1 piece" if self.asked == 1 else f"{self.asked} pieces"
        peer = f", at least {self.asked_with_peer} of them with a peer" if self.asked_with_peer else ""
        return f"Asked for: {pieces}{peer} ({self.source})."

    def said(self, today: date) -> str:
        """`CPD year ends Mon 30 Nov: 1 piece, none with a peer yet`."""
        ends = "ends" if today <= self.year.last else "ended"
        return f"CPD year {ends} {say_day(self.year.last, today)}: {self.counted}"


def year_of(day: date, ends: tuple[int, int]) -> Year:
    """The year that holds a day. `ends`: day and month of its last day."""
    last = date(day.year, ends[1], ends[0])
    return _ending(last if day <= last else last.replace(year=day.year + 1))


def year_named(named: int, ends: tuple[int, int]) -> Year:
    """The year that ends in that year."""
    return _ending(date(named, ends[1], ends[0]))


def _ending(last: date) -> Year:
    return Year(last.replace(year=last.year - 1) + timedelta(days=1), last)


def fact_of(piece: "CpdPiece") -> Fact:
    """What counts of a piece."""
    return Fact(piece.done_on, " ".join(piece.what.casefold().split()), bool(piece.peer_reflection.strip()))


def standing(facts: Iterable[Fact], year: Year, cpd: "Cpd", limits: Limits) -> Standing:
    """How a year stands. A limit that is switched off asks for nothing."""
    here = [fact for fact in facts if year.holds(fact.on)]
    pieces, peer = limits.row(cpd.pieces), limits.count(cpd.peer)
    return Standing(
        year,
        len({fact.words for fact in here}),
        len({fact.words for fact in here if fact.with_peer}),
        pieces.value if pieces.enabled else 0,
        (peer.at_least or 0) if peer.enabled else 0,
        peer.cited,
    )


def in_window(year: Year, today: date, cpd: "Cpd") -> bool:
    """Whether its end is so near that Today says what is open."""
    return today <= year.last and working_days_between(today, year.last) <= cpd.reminder_days


def in_year(pieces: Sequence["CpdPiece"], year: Year) -> list["CpdPiece"]:
    """The pieces of a year, oldest first."""
    return sorted((one for one in pieces if year.holds(one.done_on)), key=lambda one: (one.done_on, one.id))
