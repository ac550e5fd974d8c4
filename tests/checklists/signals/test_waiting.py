"""S26 and S27: a step that waits, and what waits to be written up. On Mon 23 Nov 2026 unless said."""

from datetime import date
from typing import Any

import pytest

from checklists.limits import Limits
from store.records import Record, Seen
from tests.checklists.signals.listed import asked, child, one
from tests.checklists.signals.tending import agency, escalated, event, told, visit

NEW = date(2026, 11, 16)
NOT_YET = {"written_up": "not_yet"}


@pytest.mark.parametrize(
    ("step", "began", "on", "word", "said"),
    [
        (1, date(2026, 11, 19), date(2026, 11, 23), "due", "Limit 2 working days: due today. Next step is manager to manager."),
        (
            1, date(2026, 11, 19), date(2026, 11, 24), "overdue",
            "Limit 2 working days: was due Mon 23 Nov (1 working day ago). Next step is manager to manager.",
        ),
        (
            2, date(2026, 11, 23), date(2026, 11, 25), "due soon",
            "Limit 5 working days: due Mon 30 Nov (3 working days left). Next step is senior to senior.",
        ),
        (2, date(2026, 11, 23), date(2026, 12, 31), "overdue", "Next step is senior to senior."),
        (3, date(2026, 11, 19), date(2026, 11, 24), "strong", "It is the last of the agreed steps."),
        (3, date(2026, 12, 24), date(2026, 12, 30), "due", "Limit 2 working days: due today."),
        (3, date(2026, 12, 24), date(2026, 12, 31), "strong", "It is the last of the agreed steps."),
    ],
)  # fmt: skip
def test_s26_says_the_step_its_limit_and_the_next(
    step: int, began: date, on: date, word: str, said: str, limits: Limits
) -> None:
    """Each step by its own limit, over Christmas too; the third is well past as soon as it is past."""
    found = one(limits, [child(), escalated(began, step)], "S26", on)
    assert found is not None
    assert found.severity == word
    assert found.text.startswith(f"No school place. Step {step} began ")
    assert said in found.text
    assert (found.question, found.theme) == ("Q7", "T7")


def test_s26_speaks_from_the_first_day_and_of_open_ones_alone(limits: Limits) -> None:
    """With whom it is, where that is recorded, else what it is about; nothing of one that is settled."""
    housing = agency("Housing", "housing")
    began = date(2026, 11, 18)
    found = one(limits, [child(), housing, escalated(began, with_agency=housing.id)], "S26", allocated_on=NEW)
    assert found is not None
    assert found.text.startswith("Housing. Step 1 began Wed 18 Nov.")
    assert one(limits, [child(), escalated(began, closed_on=date(2026, 11, 20), result="A place.")], "S26") is None


@pytest.mark.parametrize(
    ("happened", "on", "word", "said"),
    [
        (
            date(2026, 11, 18),
            date(2026, 11, 18),
            "due soon",
            ". Limit 2 working days: due Fri 20 Nov (2 working days left).",
        ),
        (date(2026, 11, 18), date(2026, 11, 23), "overdue", " (3 working days). Limit 2."),
        (date(2026, 4, 2), date(2026, 4, 8), "due", " (2 working days). Limit 2."),
        (date(2026, 4, 2), date(2026, 4, 9), "overdue", " (3 working days). Limit 2."),
        (date(2026, 12, 24), date(2026, 12, 30), "due", " (2 working days). Limit 2."),
        (date(2026, 12, 24), date(2026, 12, 31), "overdue", " (3 working days). Limit 2."),
        (date(2026, 11, 21), date(2026, 11, 24), "due", " (2 working days). Limit 2."),
        (date(2028, 2, 28), date(2028, 3, 1), "due", " (2 working days). Limit 2."),
    ],
)
def test_s27_a_visit_waits(happened: date, on: date, word: str, said: str, limits: Limits) -> None:
    """Over a weekend, Easter, Christmas and a leap day."""
    found = one(limits, [child(), visit(happened)], "S27", on)
    assert found is not None
    assert found.severity == word
    assert found.text.startswith("Visit of ")
    assert f" waits to be written up{said}" in found.text
    assert found.question == "Q1"


@pytest.mark.parametrize(
    ("on", "word"), [(date(2026, 11, 27), None), (date(2026, 11, 28), "due"), (date(2026, 11, 29), "overdue")]
)
def test_s27_a_key_event_by_the_next_calendar_day(on: date, word: str | None, limits: Limits) -> None:
    """24 hours are the next day, a Saturday too; it falls on none that is moved."""
    key = event("strategy_discussion", date(2026, 11, 27), significance="key", **NOT_YET)
    found = one(limits, [child(), key], "S27", on)
    assert found is not None
    assert found.severity == (word or "due soon")
    if word is None:
        assert "due Sat 28 Nov (falls on a Saturday; the working day before is Fri 27 Nov)" in found.text


@pytest.mark.parametrize("made", ["contact", "event"])
def test_s27_a_contact_and_another_event_have_five_working_days(made: str, limits: Limits) -> None:
    """Due on the fifth, past on the sixth."""
    school, day = agency(), date(2026, 11, 16)
    record: Record = told(school, day) if made == "contact" else event("move", day, **NOT_YET)
    for on, word in ((date(2026, 11, 23), "due"), (date(2026, 11, 24), "overdue")):
        found = one(limits, [child(), school, record], "S27", on)
        assert found is not None
        assert (found.severity, found.limit_id) == (word, "record_other")
        what = "Contact with School" if made == "contact" else "Event"
        assert found.text.startswith(f"{what} of Mon 16 Nov waits to be written up")


@pytest.mark.parametrize("written", ["copied_out", "elsewhere"])
def test_s27_what_is_written_up_does_not_wait(written: str, limits: Limits) -> None:
    """By this program or elsewhere; an event counts as written up elsewhere unless the person says otherwise."""
    school, day = agency(), date(2026, 11, 2)
    facts: dict[str, Any] = {"written_up": written}
    records = [child(), school, visit(day, **facts), told(school, day, **facts), event("icpc", day)]
    assert one(limits, records, "S27") is None


def test_s27_names_the_child_where_one_alone_was_seen(limits: Limits) -> None:
    """Of two on one visit it is the family's, one line."""
    k, l_m = child(), child(initials="L.M.")
    made = visit(date(2026, 11, 18))
    rows = [Seen(visit_id=made.id, child_id=c.id, happened_on=made.happened_on, seen="alone") for c in (k, l_m)]
    (of_one,), (of_both,) = (asked(limits, [k, l_m, made, *seen], ["S27"]) for seen in (rows[:1], rows))
    assert (of_one.child_id, of_both.child_id) == (k.id, None)


def test_s27_speaks_in_a_new_case_and_of_an_adult(limits: Limits) -> None:
    """It is not a matter of settling in."""
    assert one(limits, [child(), visit(date(2026, 11, 18))], "S27", allocated_on=NEW) is not None
    assert one(limits, [child(plan="adult"), visit(date(2026, 11, 18))], "S27", service="adults") is not None
