"""CPD: what a reflection becomes a piece from, the names in the pieces of a year, and what Today knows of the year."""

import contextlib
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from checklists.learning.cpd_year import Year, fact_of, in_year, year_of
from checklists.learning.embedding import embedding
from checklists.learning.names import Found, look_for, names_in_case, names_in_rows, names_in_store
from checklists.wrong import Wrong
from store.case import OWN, Case
from store.case_store import CaseStore, StoreTrouble
from store.practitioner import CpdFact
from store.records import Answer, CpdPiece, LearningEntry, Record, ReviewReflection, Supervision

if TYPE_CHECKING:
    from checklists.masking import Reading

OF_AN_ENTRY = {
    "read": "reading_a_review",
    "discussed": "team_discussion",
    "applied": "reading_a_review",
    "challenged": "other",
    "contributed": "teaching_others",
}
"""Which kind of activity a learning entry most likely was; it can be changed on the form."""
BECOMES = (Answer, Supervision, ReviewReflection, LearningEntry)
"""The kinds of record that can become a piece."""


class Source(NamedTuple):
    """What a piece begins from. Its texts go into the piece only if the person takes them over."""

    case: Case
    record: Record
    type: str
    done_on: date
    texts: Mapping[str, str]
    """By the field of the piece that each would go into."""


def source_of(case: Case, record: Record) -> Source:
    """What a record can give to a piece. Raises Wrong for a kind that is no reflection."""
    match record:
        case Answer():
            return Source(case, record, "other", record.answered_on, _filled(learned=record.text))
        case Supervision():
            texts = _filled(learned=record.tested, impact=record.decided, peer_role=record.with_role)
            return Source(case, record, "supervision", record.held_on, texts)
        case ReviewReflection():
            said = "\n".join(answer for _, answer in record.asked if answer.strip())
            return Source(case, record, "reading_a_review", record.held_on, _filled(what=record.review, learned=said))
        case LearningEntry():
            texts = _filled(
                what=record.review,
                learned=record.what_i_take,
                impact=record.result,
                peer_role=record.with_role,
                peer_reflection=record.what_was_said if record.type == "discussed" else "",
            )
            return Source(case, record, OF_AN_ENTRY[record.type], record.happened_on, texts)
        case _:
            raise Wrong(
                "That is no reflection.", "An answer, a supervision, a review reflection or a learning entry is."
            )


def _filled(**texts: str) -> dict[str, str]:
    return {name: text for name, text in texts.items() if text.strip()}


def names_near(store: CaseStore, texts: Mapping[str, str], source: Source | None = None) -> list[Found]:
    """What stands in the texts of one piece that points to somebody, by the caseload and the case it comes from.

    No other case is opened: that is for the check before a year is written to a file.
    """
    names = names_in_rows(store.caseload())
    if source is not None and source.case.id != OWN:
        names += names_in_case(source.case)
    titles = {name: CpdPiece.model_fields[name].title or name for name in texts}
    return look_for(names, [(titles[name], text) for name, text in texts.items()])


def check_year(reading: "Reading", own: Case, year: Year, today: date) -> tuple[list[Found], list[str]]:
    """What stands in the pieces of a year that points to somebody, by all cases; and the cases that cannot be read."""
    from checklists.pages.learning.cpd import texts_of

    unread: list[str] = []
    pieces = in_year(own.of(CpdPiece), year)
    return look_for(names_in_store(reading, unread), texts_of(pieces, today)), unread


def note_cpd(store: CaseStore) -> None:
    """Keep beside the dates of supervision what Today needs of the pieces: days, whether with a peer, no text.

    The pieces are saved already. Where the practitioner's own file cannot be written just now it is done next time.
    """
    with contextlib.suppress(StoreTrouble):
        own = store.case(OWN)
        kept = different(own)
        in_use = bool(kept or own.of(LearningEntry))
        before = store.practitioner()
        if (before.cpd, before.keeps_learning) != (kept, in_use):
            store.change_practitioner(lambda now: now.with_cpd(kept, in_use=in_use))


def different(own: Case) -> tuple[CpdFact, ...]:
    """The different pieces of each year: of two that say the same one, with a peer if either is."""
    once: dict[tuple[date, str], CpdFact] = {}
    for piece in own.of(CpdPiece):
        fact = fact_of(piece)
        key = (year_of(fact.on, embedding().cpd.ends).last, fact.words)
        peer = fact.with_peer or (key in once and once[key].with_peer)
        once[key] = CpdFact(fact.on, peer)
    return tuple(sorted(once.values(), key=lambda one: (one.on, one.with_peer)))
