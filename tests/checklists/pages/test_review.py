"""Pages of a review: what was written when, both ladders, a frozen copy that is another, and what a closed case shows."""

from dataclasses import replace
from datetime import date

import pytest

from checklists.clock import Clock
from checklists.limits import Limits
from checklists.pages.blocks import Paragraph, Table
from checklists.pages.review_frozen import OTHER, SAME, frozen_page
from checklists.pages.review_ladder import ladder
from checklists.pages.review_timeline import then_of
from checklists.pages.today import today_page
from checklists.summaries import summarise
from checklists.use_cases.cases import close_case
from checklists.use_cases.reviewing import begin_review, frozen_copy, under_review
from checklists.wrong import Wrong
from store.case import Case, case_of
from store.case_store import CaseStore
from store.memory_store import MemoryStore
from store.records import CaseRecord, Child, Event, ReviewRequest, ReviewSupport

TODAY = date(2026, 11, 23)


def test_a_hold_placed_later_makes_no_late_writing_of_what_came_before(clock: Clock) -> None:
    """The case was closed and that was written the same day; that it is under review since changes nothing of it."""
    days = [date(2026, 7, 20)]
    store = MemoryStore(summarise=summarise, now=lambda: Clock(fixed=days[0]).now())
    made = store.add_case(CaseRecord(ref="F-1", allocated_on=days[0]))
    days[0] = date(2026, 8, 3)
    close_case(store, Clock(fixed=days[0]), made.id, {"closed_on": days[0], "closed_reason": "Moved."})
    days[0] = TODAY
    begin_review(store, clock, made.id, "Asked by the partnership.")
    then = then_of(store.case(made.id), store.versions(made.id), TODAY)
    assert [one.written_on for one in then.entries if "closed" in one.text] == [date(2026, 8, 3)]


@pytest.mark.parametrize(
    ("service", "events", "said"),
    [
        ("children", {"serious_incident": date(2026, 11, 17)}, "by Tue 24 Nov"),
        ("children", {"serious_incident": date(2026, 11, 2), "rapid_review_end": date(2026, 11, 20)}, "Fri 20 Nov"),
        ("children", {"review_decided": date(2026, 10, 1)}, "by Thu 1 Apr 2027"),
        ("adults", {"review_decided": date(2026, 10, 1)}, "by Thu 1 Apr 2027"),
        ("adults", {}, "no day yet"),
    ],
)
def test_a_rung_has_its_day_from_an_event_and_a_limit(
    service: str, events: dict[str, date], said: str, limits: Limits
) -> None:
    """Each with its sum and its source; none without an event."""
    rows = [Event(type=type_, happened_on=on) for type_, on in events.items()]
    case = case_of(CaseRecord(ref="R-1", service=service), [Child(initials="A.", plan="adult"), *rows])
    found = ladder(case, TODAY, limits)
    assert said in [item.cells[0] for item in found.items]
    for item in found.items:
        if str(item.cells[0]).startswith("by "):
            assert " after the " in item.why
            assert "checked 23 Nov 2026" in item.why


def test_a_frozen_copy_that_is_another_is_told(store: CaseStore, case: Case, clock: Clock) -> None:
    """By its fingerprint, which the case keeps."""
    begin_review(store, clock, case.id, "Asked by the partnership.")
    now = store.case(case.id)
    copy = frozen_copy(now.info)
    found = store.frozen(copy.name)
    same = frozen_page(now, copy, found, TODAY)
    other = frozen_page(now, copy, found._replace(sha256="0" * 64), TODAY)
    assert Paragraph(SAME) in same.blocks
    assert Paragraph(OTHER) in other.blocks
    assert under_review(now.info)
    for number in ("0", "2", "x"):
        with pytest.raises(Wrong):
            frozen_copy(now.info, number)


def test_the_days_of_a_review_are_all_that_a_closed_case_has_on_today(case: Case, limits: Limits) -> None:
    """Kindly, and in the order of their days; those handed over or without a day are not there."""
    rows = [
        ReviewRequest(what="A chronology.", asked_by="panel", asked_on=TODAY, due_on=date(2026, 11, 20)),
        ReviewRequest(what="Handed in.", asked_by="panel", asked_on=TODAY, due_on=TODAY, submitted_on=TODAY),
        ReviewRequest(what="No day.", asked_by="panel", asked_on=TODAY),
        ReviewSupport(role="manager", check_in_on=date(2026, 11, 19)),
        ReviewSupport(role="union", check_in_on=date(2026, 11, 25)),
    ]
    info = replace(case, info=case.info.with_changes(closed_on=date(2026, 11, 2), closed_reason="Moved."))
    closed = case_of(info.info, [*case.children, *rows])
    page = today_page([summarise(closed)], TODAY, limits)
    items = [item for block in page.blocks if isinstance(block, Table) for item in block.items]
    assert [(str(item.cells[3]), item.word) for item in items] == [
        ("Thu 19 Nov", "due"),
        ("Fri 20 Nov", "overdue"),
        ("Wed 25 Nov", "due soon"),
    ]
    assert "Who can give you more time, if you need it?" in items[1].why
    assert "How was it, and when do you speak next?" in items[0].why
