"""What can be kept: one file for each kind of record, and the list of kinds.

Fields, titles, help, choices and limits are said here once; forms, prompts, the command line and importers read them.
"""

from store.records.action import Action, Moved
from store.records.answer import Answer
from store.records.base import Ask, Interval, Record, changed, new_id
from store.records.case_record import CaseRecord
from store.records.child import Child
from store.records.hypothesis import Hypothesis
from store.records.imported import ImportBatch, ImportedFact
from store.records.person import Person
from store.records.seen import Seen
from store.records.visit import Visit

KINDS: tuple[type[Record], ...] = (
    CaseRecord,
    Child,
    Person,
    Visit,
    Seen,
    Answer,
    Action,
    Hypothesis,
    ImportBatch,
    ImportedFact,
)
"""Every kind of record, in the order in which a case file lists its tables."""

BY_KIND: dict[str, type[Record]] = {model.kind: model for model in KINDS}

__all__ = [
    "BY_KIND",
    "KINDS",
    "Action",
    "Answer",
    "Ask",
    "CaseRecord",
    "Child",
    "Hypothesis",
    "ImportBatch",
    "ImportedFact",
    "Interval",
    "Moved",
    "Person",
    "Record",
    "Seen",
    "Visit",
    "changed",
    "new_id",
]
