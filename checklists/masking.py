"""The privacy mask: initials become the reference, or `child 1`; free text becomes x letters. Dates, choices and counts stay.

What is shown is made of masked records, so no page has to know of the mask, and none can forget it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, get_args

from checklists.naming import masked_names
from store.case import Case
from store.case_store import CaseStore, Change, Version
from store.practitioner import Practitioner
from store.records import (
    Action,
    Answer,
    CaseRecord,
    Child,
    Escalation,
    Event,
    Explanation,
    ImportBatch,
    ImportedFact,
    NeglectEntry,
    OwnReview,
    Record,
    ReviewReflection,
    StepBefore,
)
from store.records.base import TEXTS
from store.summary import CaseSummary, ChildFacts, OpenAction
from store.text import masked_text

if TYPE_CHECKING:
    from store.certificates import Certificate
    from store.frozen import FrozenCase

R = TypeVar("R", bound=Record)
ME = "me"
KEPT: Mapping[type[Record], frozenset[str]] = {
    CaseRecord: frozenset({"ref", "see_also"}),
    Answer: frozenset({"question_text"}),
    ImportedFact: frozenset({"value", "source"}),
    ImportBatch: frozenset(),
    Event: frozenset({"happened_text"}),
    Explanation: frozenset({"event_text"}),
    NeglectEntry: frozenset({"happened_text"}),
    OwnReview: frozenset({"from_file"}),
    ReviewReflection: frozenset({"review_id", "review", "questions"}),
}
"""Texts that are no one's: references, the question as it was asked, days as they were typed, and cells of a file."""


class Reading(Protocol):
    """What pages are made from: the store itself, or the store behind the mask."""

    def caseload(self) -> list[CaseSummary]: ...  # noqa: D102
    def case(self, case_id: str) -> Case: ...  # noqa: D102
    def versions(self, case_id: str, record_id: str = "") -> list[Version]: ...  # noqa: D102
    def changes(self, case_id: str) -> list[Change]: ...  # noqa: D102
    def stamp(self, case_id: str = "") -> str: ...  # noqa: D102
    def practitioner(self) -> Practitioner: ...  # noqa: D102
    def certificates(self) -> "list[Certificate]": ...  # noqa: D102
    def frozen(self, name: str) -> "FrozenCase": ...  # noqa: D102


class Masked:
    """A store as it may be seen by someone who looks over a shoulder. It only reads."""

    def __init__(self, store: CaseStore) -> None:
        self._store = store

    def caseload(self) -> list[CaseSummary]:
        """The rows, masked."""
        return [masked_row(row) for row in self._store.caseload()]

    def case(self, case_id: str) -> Case:
        """The case, masked. Raises UnknownCase, UnreadableCase."""
        return masked_case(self._store.case(case_id))

    def versions(self, case_id: str, record_id: str = "") -> list[Version]:
        """The earlier texts, masked."""
        found = self._store.versions(case_id, record_id)
        return [_masked_version(one) for one in found]

    def changes(self, case_id: str) -> list[Change]:
        """The last saves; they hold no text."""
        return self._store.changes(case_id)

    def stamp(self, case_id: str = "") -> str:
        """The mark of the store."""
        return self._store.stamp(case_id)

    def practitioner(self) -> Practitioner:
        """The dates of supervision, and what is wanted from it, masked."""
        kept = self._store.practitioner()
        return replace(kept, wanted={case_id: masked_text(text) for case_id, text in kept.wanted.items()})

    def frozen(self, name: str) -> "FrozenCase":
        """A frozen copy, masked. Raises UnreadableCase."""
        found = self._store.frozen(name)
        earlier = tuple(_masked_version(one) for one in found.versions)
        return found._replace(case=masked_case(found.case), versions=earlier)

    def certificates(self) -> "list[Certificate]":
        """What was purged, its reasons masked."""
        return [replace(one, reason=masked_text(one.reason)) for one in self._store.certificates()]


def _masked_version(one: Version) -> Version:
    return one._replace(record=masked_record(one.record), reason=masked_text(one.reason))


def masked_case(case: Case) -> Case:
    """The case with every record masked."""
    tables = {kind: tuple(masked_record(record) for record in records) for kind, records in case.tables.items()}
    tables[Child.kind] = masked_children(case.children)
    return Case(masked_record(case.info), tables, case.revision)


def masked_children(children: "Sequence[Child]") -> tuple[Child, ...]:
    """The children of a case, told apart by their order alone."""
    names = masked_names(len(children))
    return tuple(
        masked_record(one).model_copy(update={"initials": name}) for one, name in zip(children, names, strict=True)
    )


def masked_record(record: R) -> R:
    """The record with its names and texts masked."""
    values: dict[str, Any] = {name: _masked(getattr(record, name)) for name in _texts(type(record))}
    if isinstance(record, Child):
        values |= {"initials": "", "own_id": ""}
    if isinstance(record, Action):
        values["moved"] = tuple(m.model_copy(update={"reason": masked_text(m.reason)}) for m in record.moved)
    if isinstance(record, Escalation):
        values["before"] = tuple(_masked_step(step) for step in record.before)
    return record.model_copy(update=values)


def _masked_step(step: StepBefore) -> StepBefore:
    texts = ("with_agency", "who_was_told", "reply")
    return step.model_copy(update={name: masked_text(getattr(step, name)) for name in texts})


def masked_row(row: CaseSummary) -> CaseSummary:
    """The row without initials: the reference or the order of the child stands in their place; texts masked."""
    return row._replace(
        children=tuple(map(_masked_child, row.children, masked_names(len(row.children)))),
        actions=tuple(_masked_action(action) for action in row.actions),
        marks=tuple(mark._replace(label=masked_text(mark.label)) for mark in row.marks),
        set_aside=tuple(one._replace(reason=masked_text(one.reason)) for one in row.set_aside),
    )


def _masked_child(child: ChildFacts, name: str) -> ChildFacts:
    refused = (*child.refused[:2], masked_text(child.refused[2])) if child.refused else None
    sighting = (child.last_sighting[0], masked_text(child.last_sighting[1])) if child.last_sighting else None
    return child._replace(
        initials=name, own_id="", category=masked_text(child.category), refused=refused, last_sighting=sighting
    )


def _masked_action(action: OpenAction) -> OpenAction:
    return action._replace(what=masked_text(action.what), owner=_masked(action.owner))


def _masked(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_masked(part) for part in value)
    return masked_text(value) if isinstance(value, str) and value != ME else value


@cache
def _texts(kind: type[Record]) -> tuple[str, ...]:
    """The fields of a kind that hold text or names, by the validators that say so."""
    kept = KEPT.get(kind, frozenset())
    return tuple(
        name
        for name, info in kind.model_fields.items()
        if name not in kept
        and (_is_text(info.metadata) or any(_is_text(get_args(part)) for part in get_args(info.annotation)))
    )


def _is_text(notes: Any) -> bool:
    return any(note is text for note in notes for text in TEXTS)
