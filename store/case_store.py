"""What every store keeps: the Protocol, its errors, and what a version is. Nothing here says how it is kept."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, TypeVar

from store.case import Case
from store.events import Event
from store.summary import CaseSummary

if TYPE_CHECKING:
    from store.certificates import Certificate
    from store.frozen import Frozen, FrozenCase
    from store.practitioner import Practitioner
    from store.records import CaseRecord, Record

R = TypeVar("R", bound="Record")
Why = Literal["changed", "withdrawn", "conflict"]

Summarise = Callable[[Case], CaseSummary]
"""How a case becomes its row in the caseload; what counts as seen is practice's to say, so the store is handed it."""

Now = Callable[[], datetime]
"""The clock: now, with a time zone."""


class StoreTrouble(Exception):  # noqa: N818 - a person reads the sentence, not the name
    """Something the store cannot do, in one sentence a person can act on. Never holds text of a case."""

    exit_code = 1


class UnknownCase(StoreTrouble):
    """No case has this id or reference."""


class UnknownRecord(StoreTrouble):
    """No record of the case has this id."""


class RefTaken(StoreTrouble):
    """Another case has this reference."""

    exit_code = 2


class Busy(StoreTrouble):
    """Another window or program is saving this case."""

    exit_code = 3


class OnHold(StoreTrouble):
    """The case is on hold: a review, a court or a complaint needs it."""


class SaveFailed(StoreTrouble):
    """The save did not happen; what was there before is whole."""


class WrongPassphrase(StoreTrouble):
    """The passphrase does not open the key."""

    exit_code = 4


class UnreadableCase(StoreTrouble):
    """The case file is damaged, empty, cut or not ours; it was left as it is."""

    exit_code = 5


class NewerFormat(UnreadableCase):
    """Written by a newer casereflect; this one does not touch it."""


class Conflict(StoreTrouble):
    """The record was changed elsewhere since it was opened. Both texts are kept: `mine` as a version, `theirs` as it stands."""

    def __init__(self, sentence: str, mine: "Record", theirs: "Record | None") -> None:
        super().__init__(sentence)
        self.mine = mine
        self.theirs = theirs


class Version(NamedTuple):
    """An earlier text of a record, or one that was withdrawn, or the losing text of two windows."""

    record: "Record"
    replaced_at: datetime
    why: Why
    reason: str = ""
    change_id: str = ""
    """The save that replaced it."""


class Change(NamedTuple):
    """One save: which records it touched. `before` and `after` are revisions; None where there was or is no record."""

    id: str
    at: datetime
    touched: tuple[tuple[str, str, int | None, int | None], ...]
    """(kind, record id, revision before, revision after)."""
    undoes: str = ""
    """The id of the save that this one undid."""


class DraftKey(NamedTuple):
    """Where unsaved text belongs: one case (empty: a new one) and one form or question."""

    case_id: str
    form: str
    """Such as `visit`, `question:Q4`, `action`, `person:01J…`."""
    window: str = ""
    """Which filling-in of the form it is: each keeps its own text, so that none can overwrite another's."""


class Draft(NamedTuple):
    """Unsaved text, as typed, field by field. Counts for nothing until it is saved."""

    key: DraftKey
    texts: Mapping[str, str]
    at: datetime
    place: str = ""
    """The field and caret where the person was, `field:offset`."""
    title: str = ""
    """What the form is called, `Log a visit`: a list can say it without opening the form, or when it is gone."""


class CaseChange(Protocol):
    """One save under way: reads and writes of one case, all or nothing."""

    @property
    def case(self) -> Case:
        """The case as it stands in this change, read anew when the change began."""

    def put(self, record: R, *, expected: int | None = None) -> R:
        """Keep a record, new or changed; gives it back with its revision and times.

        `expected` is the revision that the person saw. If the record has moved on since, raises Conflict; then
        nothing of this change is saved but the person's text, which is kept as a version.
        """

    def withdraw(self, record_id: str, reason: str) -> None:
        """Take a record out of the case; it stays readable as a version. Raises UnknownRecord."""


class CaseStore(Protocol):
    """Where cases are kept. Every store passes the same suite of tests."""

    def caseload(self) -> list[CaseSummary]:
        """One row a case, by reference; no case file is opened unless a row is missing or stale."""

    def case(self, case_id: str) -> Case:
        """The whole case. Raises UnknownCase, UnreadableCase."""

    def look(self, case_id: str) -> Case:
        """The same without a line in the audit trail: whoever looks through many cases notes that once.

        Raises UnknownCase, UnreadableCase.
        """

    def add_case(self, info: "CaseRecord", records: "tuple[Record, ...]" = ()) -> Case:
        """Keep a new case with its first records, in one save. Raises RefTaken, SaveFailed."""

    def change(self, case_id: str, *, undoes: str = "") -> AbstractContextManager[CaseChange]:
        """A save: `with store.change(id) as change:`; durable when it ends without an error.

        Raises UnknownCase, UnreadableCase, Busy, SaveFailed, Conflict.
        """

    def versions(self, case_id: str, record_id: str = "") -> list[Version]:
        """Earlier texts of a record, oldest first; those withdrawn and those that lost to another window too.

        Without an id, those of all records of the case.
        """

    def changes(self, case_id: str) -> list[Change]:
        """The last saves of the case, oldest first, without any text."""

    def stamp(self, case_id: str = "") -> str:
        """A mark that differs once the case was saved again, by whomever; without a case, once any was.

        Cheap: one look at a file.
        """

    def save_draft(self, draft: Draft) -> None:
        """Keep unsaved text. Takes no lock; safe to call while the process is being ended. Raises SaveFailed."""

    def draft(self, key: DraftKey) -> Draft | None:
        """The draft of this form on this case from this filling-in, and of no other."""

    def drafts(self) -> list[Draft]:
        """All drafts, oldest first."""

    def drop_draft(self, key: DraftKey) -> None:
        """Forget a draft: it was saved, or a person let it go on purpose."""

    def practitioner(self) -> "Practitioner":
        """What is kept for the practitioner and not for a case. Raises StoreTrouble where it cannot be read."""

    def change_practitioner(self, change: "Callable[[Practitioner], Practitioner]") -> "Practitioner":
        """Read it anew, change it, keep it, alone with its file. Raises Busy, SaveFailed, StoreTrouble."""

    def purge(self, case_id: str, reason: str) -> tuple[str, ...]:
        """Remove a case for good, with drafts, earlier texts and copies; a certificate without content is kept.

        Gives the names of files that still hold its reference. Raises UnknownCase, OnHold, Busy, SaveFailed.
        """

    def freeze(self, case_id: str) -> "Frozen":
        """Copy a case as it stands into a file of its own that no save touches. Raises UnknownCase, Busy, SaveFailed."""

    def frozen(self, name: str) -> "FrozenCase":
        """A frozen copy, opened. Raises UnreadableCase."""

    def certificates(self) -> "list[Certificate]":
        """What was purged, oldest first."""

    def note(self, what: str, *case_ids: str, number: int = 0, must: bool = False) -> None:
        """Note in the audit trail what was done, a line for each case. Raises Busy, SaveFailed where it `must`."""

    def trail(self) -> list[Event]:
        """Every event of the audit trail that can be read, oldest first. Raises StoreTrouble."""

    def close(self) -> None:
        """Let go of the key; every further call but `save_draft` raises StoreTrouble."""
