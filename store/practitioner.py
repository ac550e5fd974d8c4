"""The practitioner's own small file: the dates of supervision, what I want from the next hour, and days away."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Any

import orjson

from store.case_store import NewerFormat, UnreadableCase
from store.durable import write_durably
from store.keys import Cut, Keys, NotOurs
from store.locations import Places
from store.migrations import FORMAT, NEWER, PRACTITIONER, brought_up
from store.text import clean, one_line

NOTHING: Mapping[str, str] = MappingProxyType({})


class UnreadablePractitioner(UnreadableCase):
    """The file is damaged; it was left as it is."""


@dataclass(frozen=True, slots=True)
class Session:
    """One supervision: when it was held, and when the next one is. What was said stands with each case."""

    session_id: str
    held_on: date | None = None
    next_on: date | None = None


@dataclass(frozen=True, slots=True)
class Away:
    """Days away, the first and the last among them: a school holiday here, or my own leave and who covers."""

    id: str
    type: str
    """school_holiday or own_leave."""
    from_on: date
    to_on: date
    cover: str = ""

    def holds(self, day: date) -> bool:
        """Whether the day is one of them."""
        return self.from_on <= day <= self.to_on


@dataclass(frozen=True, slots=True)
class CpdFact:
    """What Today needs of a piece of professional development in my own book: its day, and whether a peer had a part."""

    on: date
    with_peer: bool = False


@dataclass(frozen=True, slots=True)
class Practitioner:
    """What is kept for the practitioner and not for a case."""

    sessions: tuple[Session, ...] = ()
    wanted: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    """What I want from the next hour, by the id of the case it is about."""
    away: tuple[Away, ...] = ()
    """Days away, by their first day."""
    cpd: tuple[CpdFact, ...] = ()
    """Of each different piece; the pieces themselves stand in my own book."""
    keeps_learning: bool = False
    """Something of my learning is kept in my own book, so that its year is spoken of."""

    def last_on(self, today: date) -> date | None:
        """The day of the last supervision that was held; None where none is recorded."""
        return max((one.held_on for one in self.sessions if one.held_on and one.held_on <= today), default=None)

    def next_on(self, today: date) -> date | None:
        """The day named for the next supervision, unless it has passed or an hour was held since; else None."""
        held = max((one.held_on for one in self.sessions if one.held_on), default=date.min)
        ahead = [one.next_on for one in self.sessions if one.next_on and one.next_on >= today and one.next_on > held]
        return min(ahead, default=None)

    def with_session(self, session: Session) -> "Practitioner":
        """The same with that session, in place of its earlier dates where it has any."""
        others = tuple(one for one in self.sessions if one.session_id != session.session_id)
        return replace(self, sessions=(*others, session))

    def with_wanted(self, case_id: str, text: str) -> "Practitioner":
        """The same with what is wanted for that case; a blank text takes it out."""
        others = {known: said for known, said in self.wanted.items() if known != case_id}
        return replace(self, wanted={**others, case_id: clean(text)} if text.strip() else others)

    def with_away(self, days: Away) -> "Practitioner":
        """The same with these days away, in place of what was known of them before."""
        others = self.without_away(days.id).away
        kept = (*others, replace(days, cover=one_line(days.cover)))
        return replace(self, away=tuple(sorted(kept, key=lambda one: (one.from_on, one.to_on, one.id))))

    def without_away(self, away_id: str) -> "Practitioner":
        """The same without them."""
        return replace(self, away=tuple(one for one in self.away if one.id != away_id))

    def with_cpd(self, facts: tuple[CpdFact, ...], *, in_use: bool) -> "Practitioner":
        """The same with what is known of the pieces now."""
        return replace(self, cpd=facts, keeps_learning=in_use)


def read_practitioner(places: Places, keys: Keys) -> Practitioner:
    """What is kept; nothing where there is no file yet. Raises UnreadablePractitioner, NewerFormat."""
    try:
        return practitioner_in(places.practitioner.read_bytes(), keys)
    except FileNotFoundError:
        return Practitioner()
    except NewerFormat:
        raise NewerFormat(f"Your own file, practitioner, cannot be read. {NEWER}") from None
    except (OSError, Cut, NotOurs, ValueError, KeyError, TypeError):
        raise UnreadablePractitioner(
            "Your own file, practitioner, cannot be read. It was left as it is; the one before it ends in .1."
        ) from None


def practitioner_in(data: bytes, keys: Keys) -> Practitioner:
    """What a file of these bytes holds. Raises NewerFormat, Cut, NotOurs, ValueError, KeyError, TypeError."""
    content = orjson.loads(keys.decrypt(data))
    written_in = int(content["format"])
    if written_in > FORMAT:
        raise NewerFormat(NEWER)
    return _practitioner(brought_up(content, written_in, PRACTITIONER))


def is_older(places: Places, keys: Keys) -> bool:
    """The file was written in an older format. One that is not there or cannot be read was not."""
    try:
        return int(orjson.loads(keys.decrypt(places.practitioner.read_bytes()))["format"]) < FORMAT
    except (OSError, Cut, NotOurs, ValueError, KeyError, TypeError):
        return False


def practitioner_out(kept: Practitioner) -> dict[str, Any]:
    """What the file holds."""
    return {
        "format": FORMAT,
        "sessions": [asdict(one) for one in kept.sessions],
        "wanted": dict(kept.wanted),
        "away": [asdict(one) for one in kept.away],
        "cpd": [asdict(one) for one in kept.cpd],
        "keeps_learning": kept.keeps_learning,
    }


def write_practitioner(places: Places, keys: Keys, kept: Practitioner) -> None:
    """Keep it, durable when this returns; the file before it is kept too. Raises SaveFailed."""
    write_durably(
        places.practitioner, keys.encrypt(orjson.dumps(practitioner_out(kept))), previous=places.practitioner_before
    )


def _practitioner(content: Mapping[str, Any]) -> Practitioner:
    sessions = tuple(
        Session(row["session_id"], _day(row["held_on"]), _day(row["next_on"])) for row in content["sessions"]
    )
    away = tuple(_away(row) for row in content["away"])
    cpd = tuple(CpdFact(date.fromisoformat(row["on"]), bool(row["with_peer"])) for row in content.get("cpd", ()))
    keeps_learning = bool(content.get("keeps_learning"))  # neither stands in a file that was written before they were
    return Practitioner(sessions, dict(content["wanted"]), away, cpd, keeps_learning)


def _away(row: Mapping[str, Any]) -> Away:
    first, last = date.fromisoformat(row["from_on"]), date.fromisoformat(row["to_on"])
    return Away(row["id"], row["type"], first, last, row["cover"])


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
