"""The rules of the records of evidence: what is asked for where, each as a sentence."""

from datetime import date
from typing import Any

import pytest

from checklists.validating import make
from checklists.wrong import Wrong
from store.records import (
    Advocate,
    Agency,
    CapacityNote,
    Contact,
    DesiredOutcome,
    Escalation,
    Event,
    Explanation,
    Record,
    Unknown,
)

DAY = date(2026, 11, 20)
BEFORE = date(2026, 11, 19)
ASKED: dict[str, Any] = {"agency_id": "A", "happened_on": DAY}
ACCOUNT: dict[str, Any] = {"event_key": "burn", "event_on": DAY, "given_by": "D", "given_on": DAY, "text": "t"}
STEP: dict[str, Any] = {"about": "the threshold", "step_started_on": DAY}

REFUSED: tuple[tuple[type[Record], dict[str, Any], str], ...] = (
    (Unknown, {"what": "w", "by_on": DAY, "state": "answered"}, "answer"),
    (Contact, {**ASKED, "i_asked": "a"}, "basis"),
    (Contact, {**ASKED, "i_shared": "s"}, "basis"),
    (Contact, ASKED, "they_said"),
    (Contact, {**ASKED, "they_said": "s", "replied_on": BEFORE}, "replied_on"),
    (Explanation, {**ACCOUNT, "fits": "no"}, "checked_how"),
    (Explanation, {**ACCOUNT, "id": "X", "differs_from": "X"}, "differs_from"),
    (Agency, {"label": "l", "sector": "police", "not_applicable": True}, "not_applicable_reason"),
    (
        Agency,
        {"label": "l", "sector": "police", "not_applicable": True, "not_applicable_reason": "r"},
        "not_applicable_review_on",
    ),
    (Escalation, {**STEP, "step": 4}, "step"),
    (Escalation, {**STEP, "closed_on": DAY}, "result"),
    (Escalation, {**STEP, "closed_on": BEFORE, "result": "r"}, "closed_on"),
    (Event, {"type": "move", "happened_on": DAY, "approx": True}, "happened_on"),
    (CapacityNote, {"decision": "d", "asked_on": DAY, "conclusion": "lacks"}, "basis"),
    (Advocate, {"needed": "no"}, "reason_none"),
    (DesiredOutcome, {"asked_on": DAY, "result": "not_asked"}, "reason"),
    (DesiredOutcome, {"asked_on": DAY}, "words"),
)
"""A kind, values that break one of its rules, and the field that the sentence is about."""

KEPT: tuple[tuple[type[Record], dict[str, Any]], ...] = (
    (Unknown, {"what": "w", "by_on": DAY, "state": "cannot_be_known"}),
    (Contact, {**ASKED, "they_said": "s"}),
    (Contact, {**ASKED, "i_asked": "a", "basis": "advice_sought", "replied_on": DAY}),
    (Explanation, {**ACCOUNT, "fits": "partly", "checked_how": "asked the nurse"}),
    (Escalation, {**STEP, "step": 3, "closed_on": DAY, "result": "r"}),
    (CapacityNote, {"decision": "d", "asked_on": DAY, "conclusion": "not_assessed"}),
    (Advocate, {"needed": "not_asked"}),
    (DesiredOutcome, {"asked_on": DAY, "result": "not_asked", "reason": "in hospital"}),
)


@pytest.mark.parametrize(("kind", "values", "field"), REFUSED)
def test_what_a_record_needs_is_asked_for_in_a_sentence_at_its_field(
    kind: type[Record], values: dict[str, Any], field: str
) -> None:
    """Where a reason, an answer or a basis is needed, the sentence names its field and never repeats a value."""
    with pytest.raises(Wrong) as caught:
        make(kind, values)
    assert caught.value.field == field
    assert caught.value.trouble.strip()


@pytest.mark.parametrize(("kind", "values"), KEPT)
def test_blank_means_not_recorded_and_is_kept(kind: type[Record], values: dict[str, Any]) -> None:
    """A field that no rule asks for may stay blank."""
    assert make(kind, values).kind == kind.kind
