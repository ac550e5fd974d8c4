"""What a person does about a prompt: the form that it leads to, with what is known filled in, and its words.

A prompt asks and never does. One key on its row opens this form; its question, one key away too, has the evidence.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from checklists.limits import load_limits
from checklists.signals.guards import AWAY
from checklists.signals.intervals import NO_INTERVAL, NO_RULE
from checklists.signals.prompt import Prompt
from store.case import Case
from store.records import Agency, Child, Contact, Explanation, Outcome, Seen

NEW = {
    "visit": "log a visit",
    "contact": "note a contact",
    "event": "note an event",
    "person": "add a person",
    "household_check": "confirm who lives here",
    "day_entry": "add a piece of the day",
    "wonder": "I wonder, one line",
    "unknown": "add an unknown",
    "agency": "add an agency",
    "outcome": "set an outcome",
    "outcome_reading": "write how the outcome stands",
    "engagement": "write a review of taking part and change",
    "supervision": "write down the supervision",
    "chronology_review": "note that you looked at it",
    "desired_outcome": "write what they want",
    "advocate": "write down about an advocate",
    "capacity_note": "write a note about the decision",
    "action": "plan an action",
}
"""The words for something new."""
FINISH = {
    "concern": "write what came of it",
    "explanation": "write how it was checked",
    "unknown": "write the answer",
    "contact": "write the reply",
    "action": "finish the action",
    "escalation": "write what they answered",
    "review_request": "write what was handed over",
    "review_support": "write when you speak next",
}
"""The words for what finishes a record, by its kind."""
CHANGE = {
    "visit": "open that visit",
    "contact": "open that contact",
    "event": "open that event",
    "person": "open that person",
    "child": "open plan, dates and intervals",
}
"""The words for what changes a record."""


@dataclass(frozen=True, slots=True)
class Act:
    """A form, by the name of its draft, with what is known already of something new."""

    form: str
    words: str
    about: Mapping[str, object] = field(default_factory=dict)

    @property
    def question(self) -> str:
        """The question that it answers; blank for any other form."""
        return self.form.partition(":")[2] if self.form.startswith("question:") else ""


def act_of(case: Case, prompt: Prompt) -> Act:
    """What the prompt leads to. Every signal, and every other line of the record, has one."""
    by_signal = _ON.get(prompt.signal)
    return by_signal(case, prompt) if by_signal else _timescale(case, prompt)


def _new(kind: str, **about: object) -> Act:
    return Act(kind, NEW[kind], {name: value for name, value in about.items() if value is not None})


def _change(kind: str, record_id: str) -> Act:
    return Act(f"{kind}:{record_id}", CHANGE[kind])


def _finish(case: Case, record_id: str) -> Act:
    record = case.find(record_id)
    return Act(f"finish:{record_id}", FINISH[record.kind] if record else "")


def _question(number: str) -> Act:
    return Act(f"question:{number}", f"answer question {number[1:]}")


def _seeing(case: Case, prompt: Prompt) -> Act:
    """A visit; the plan where its interval is not set; of a child who is away, whom that was told."""
    if prompt.text in (NO_INTERVAL, NO_RULE):
        return _change("child", prompt.about)
    child = case.find(prompt.about)
    return _new("contact") if isinstance(child, Child) and child.whereabouts in AWAY else _new("visit")


def _no_reason(case: Case, prompt: Prompt) -> Act:
    row = case.find(prompt.about)
    return _change("visit", row.visit_id) if isinstance(row, Seen) else _new("visit")


def _person(case: Case, prompt: Prompt) -> Act:
    return _change("person", prompt.about) if case.find(prompt.about) and prompt.about != case.id else _new("person")


def _explanation(case: Case, prompt: Prompt) -> Act:
    """Of two accounts the one that is not checked."""
    one = case.find(prompt.about)
    other = case.find(one.differs_from or "") if isinstance(one, Explanation) and one.checked_how.strip() else None
    return _finish(case, other.id if other else prompt.about)


def _unknown(case: Case, prompt: Prompt) -> Act:
    return _new("unknown") if prompt.about == case.id else _finish(case, prompt.about)


def _agency(case: Case, prompt: Prompt) -> Act:
    record = case.find(prompt.about)
    if isinstance(record, Contact):
        return _finish(case, record.id)
    return _new("contact", agency_id=record.id) if isinstance(record, Agency) else _new("agency")


def _outcome(case: Case, prompt: Prompt) -> Act:
    record = case.find(prompt.about)
    if isinstance(record, Outcome):
        return _new("outcome_reading", outcome_id=record.id)
    return _new("outcome", child_id=prompt.child_id)


def _where_recorded(number: str, kind: str) -> "Callable[[Case, Prompt], Act]":
    """The question; where too little is recorded to look, what is to be recorded."""

    def made(_case: Case, prompt: Prompt) -> Act:
        if prompt.severity != "not recorded":
            return _question(number)
        return _new(kind, child_id=prompt.child_id) if kind == "engagement" else _new(kind)

    return made


def _plan_age(_case: Case, prompt: Prompt) -> Act:
    return _change("child", prompt.about) if prompt.severity == "not recorded" else _question("Q8")


def _write_up(case: Case, prompt: Prompt) -> Act:
    record = case.find(prompt.about)
    return _change(record.kind, record.id) if record else _new("visit")


def _timescale(_case: Case, prompt: Prompt) -> Act:
    """The event that answers it; a referral is answered by its own decision."""
    row = load_limits().rows.get(prompt.signal)
    if row is None or not row.answered_by:
        return _change("event", prompt.about)
    return _new("event", type=row.answered_by[0], child_id=prompt.child_id)


_ON: "Mapping[str, Callable[[Case, Prompt], Act]]" = {
    "S1": _seeing,
    "S2": _seeing,
    "S3": _seeing,
    "S4": _no_reason,
    "S5": _person,
    "S6": _person,
    "S7": lambda _case, _prompt: _new("household_check"),
    "S8": lambda _case, prompt: _new("day_entry", child_id=prompt.child_id),
    "S9": lambda _case, _prompt: _question("Q3"),
    "S10": lambda _case, _prompt: _new("wonder"),
    "S11": lambda case, prompt: _finish(case, prompt.about),
    "S12": _explanation,
    "S13": _unknown,
    "S14": _agency,
    "S15": lambda _case, _prompt: _new("agency"),
    "S16": _outcome,
    "S17": _plan_age,
    "S18": lambda case, prompt: _finish(case, prompt.about),
    "S19": lambda _case, _prompt: _new("supervision"),
    "S20": _where_recorded("Q8", "engagement"),
    "S21": _where_recorded("Q5", "outcome_reading"),
    "S22": _where_recorded("Q8", "event"),
    "S23": lambda _case, _prompt: _question("Q3"),
    "S24": lambda _case, _prompt: _question("Q8"),
    "S25": lambda _case, _prompt: _new("chronology_review"),
    "S26": lambda case, prompt: _finish(case, prompt.about),
    "S27": _write_up,
    "review_request": lambda case, prompt: _finish(case, prompt.about),
    "review_check_in": lambda case, prompt: _finish(case, prompt.about),
    "looking_ahead_again": lambda _case, _prompt: Act("looking ahead:T1", "look back from a year ahead again"),
    "desired_outcome": lambda _case, _prompt: _new("desired_outcome"),
    "advocate": lambda _case, _prompt: _new("advocate"),
    "capacity_note": lambda _case, _prompt: _new("capacity_note"),
    "move_to_adults": lambda _case, prompt: _new("action", child_id=prompt.child_id),
}
"""By signal; any other is the id of a timescale."""
