"""What can be kept: one file for each kind of record, and the list of kinds.

Fields, titles, help, choices and limits are said here once; forms, prompts, the command line and importers read them.
"""

from store.records.action import Action, Moved
from store.records.advocate import Advocate
from store.records.agency import Agency
from store.records.answer import Answer
from store.records.base import Ask, Interval, Record, changed, new_id
from store.records.capacity_note import CapacityNote
from store.records.case_record import CaseRecord
from store.records.child import Child
from store.records.chronology_review import ChronologyReview
from store.records.concern import Concern
from store.records.contact import Contact
from store.records.cpd_piece import CpdPiece
from store.records.day_entry import DayEntry
from store.records.desired_outcome import DesiredOutcome
from store.records.engagement import Engagement
from store.records.escalation import Escalation, StepBefore
from store.records.event import Event
from store.records.explanation import Explanation
from store.records.household_check import HouseholdCheck
from store.records.hypothesis import Hypothesis
from store.records.imported import ImportBatch, ImportedFact
from store.records.learning_entry import LearningEntry
from store.records.looking_ahead import LookingAhead
from store.records.neglect_entry import NeglectEntry
from store.records.outcome import Outcome, OutcomeReading
from store.records.own_review import OwnReview
from store.records.person import Person
from store.records.review_meeting import ReviewMeeting
from store.records.review_note import ReviewNote
from store.records.review_reflection import ReviewReflection
from store.records.review_request import ReviewRequest
from store.records.review_support import ReviewSupport
from store.records.seen import Seen
from store.records.set_aside import SetAside
from store.records.sighting import Sighting
from store.records.supervision import Supervision
from store.records.system_note import SystemNote
from store.records.unknown import Unknown
from store.records.visit import Visit

KINDS: tuple[type[Record], ...] = (
    CaseRecord,
    Child,
    Person,
    HouseholdCheck,
    Visit,
    Seen,
    Sighting,
    DayEntry,
    Answer,
    Action,
    Hypothesis,
    Concern,
    Explanation,
    Unknown,
    Agency,
    Contact,
    Outcome,
    OutcomeReading,
    Engagement,
    Event,
    NeglectEntry,
    ChronologyReview,
    ReviewReflection,
    Supervision,
    Escalation,
    SetAside,
    SystemNote,
    LookingAhead,
    ReviewNote,
    ReviewRequest,
    ReviewMeeting,
    ReviewSupport,
    CapacityNote,
    Advocate,
    DesiredOutcome,
    ImportBatch,
    ImportedFact,
)
"""Every kind of record that a case may have, in the order in which a case file lists its tables."""

OWN_KINDS: tuple[type[Record], ...] = (OwnReview, LearningEntry, CpdPiece, SystemNote)
"""What is kept in my own book. A kind that a case may have too stands in both lists."""

BY_KIND: dict[str, type[Record]] = {model.kind: model for model in (*KINDS, *OWN_KINDS)}

__all__ = [
    "BY_KIND",
    "KINDS",
    "OWN_KINDS",
    "Action",
    "Advocate",
    "Agency",
    "Answer",
    "Ask",
    "CapacityNote",
    "CaseRecord",
    "Child",
    "ChronologyReview",
    "Concern",
    "Contact",
    "CpdPiece",
    "DayEntry",
    "DesiredOutcome",
    "Engagement",
    "Escalation",
    "Event",
    "Explanation",
    "HouseholdCheck",
    "Hypothesis",
    "ImportBatch",
    "ImportedFact",
    "Interval",
    "LearningEntry",
    "LookingAhead",
    "Moved",
    "NeglectEntry",
    "Outcome",
    "OutcomeReading",
    "OwnReview",
    "Person",
    "Record",
    "ReviewMeeting",
    "ReviewNote",
    "ReviewReflection",
    "ReviewRequest",
    "ReviewSupport",
    "Seen",
    "SetAside",
    "Sighting",
    "StepBefore",
    "Supervision",
    "SystemNote",
    "Unknown",
    "Visit",
    "changed",
    "new_id",
]
