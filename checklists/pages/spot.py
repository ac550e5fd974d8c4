"""What a row stands for, so that Enter opens the right thing and a verb acts on the right case."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the caseload."""

    case_id: str = ""
    what: str = "case"
    """case, child, question, action, actions, kind, record, people, damaged."""
    record_id: str = ""
    child_id: str = ""
    question: str = ""
