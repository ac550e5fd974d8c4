"""What a row stands for, so that Enter opens the right thing and a verb acts on the right case."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Spot:
    """A place in the caseload."""

    case_id: str = ""
    what: str = "case"
    """case, child, question, action, actions, kind, record, people, prompts, set aside, damaged."""
    record_id: str = ""
    child_id: str = ""
    question: str = ""
    signal: str = field(default="", compare=False)
    """The prompt that the row shows first, and what it is about; a row with another prompt is the same place."""
    about: str = field(default="", compare=False)
    part: str = ""
    """Which of several rows of one record: a contact, and the reply to it."""
