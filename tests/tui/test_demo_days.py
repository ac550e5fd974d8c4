"""The fictional caseload on any day of the year."""

from datetime import UTC, date, datetime, timedelta

import pytest

from checklists.chronology.every import entries
from checklists.limits import load_limits
from checklists.pages.blocks import Facts
from checklists.pages.register import record_page
from checklists.pages.today import lines, today_page
from checklists.summaries import summarise
from store.case import Case
from store.memory_store import MemoryStore
from store.records import Answer, CaseRecord, Person, Seen, Visit
from tui.demo_content import contents, story
from tui.outlets.text import plain

DAYS = [
    date(2026, 11, 23), date(2026, 11, 21), date(2026, 11, 22), date(2027, 1, 1), date(2028, 2, 29), date(2028, 3, 1),
    date(2026, 12, 25), date(2026, 12, 28), date(2026, 12, 31), date(2026, 4, 6), date(2026, 8, 31), date(2027, 2, 28),
]  # fmt: skip
"""A Monday, a weekend, New Year, leap days, Christmas and a substitute day, Easter Monday, month ends."""


def told(today: date) -> MemoryStore:
    """The caseload as it grew, up to that day."""
    now = [today]
    store = MemoryStore(
        summarise=summarise, now=lambda: datetime.combine(now[0], datetime.min.time(), UTC) + timedelta(hours=12)
    )
    for content in contents():
        case = story(content, today)
        now[0] = case.first.on
        store.add_case(case.info, case.first.records)
        for saved in case.later:
            now[0] = saved.on
            with store.change(case.info.id) as change:
                for record in saved.records:
                    change.put(record)
    return store


def cases(store: MemoryStore) -> dict[str, Case]:
    return {row.ref: store.case(row.id) for row in store.caseload()}


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_it_can_be_made_on_any_day_and_today_shows_every_word(today: date) -> None:
    """Never empty: well past, overdue, due, due soon, and what is not recorded."""
    rows = told(today).caseload()
    alone, due, _ = lines([row for row in rows if not row.closed_on], today, load_limits())
    assert {"well past", "overdue", "due"} <= {line.word for line in alone}
    assert {"overdue", "due", "due soon"} <= {line.word for line in due}
    assert any(line.prompt and line.prompt.severity == "not recorded" for line in alone)
    assert "no cases" not in today_page(rows, today, load_limits()).facts


@pytest.mark.parametrize("today", [DAYS[0] + timedelta(days=31 * n) for n in range(13)], ids=str)
def test_nothing_was_written_before_it_happened_or_after_today(today: date) -> None:
    """The day a record was kept is its own, oldest first."""
    for case in cases(told(today)).values():
        for visit in case.of(Visit):
            assert visit.recorded_at is not None
            assert visit.happened_on == visit.recorded_at.date() <= today
        for answer in case.of(Answer):
            assert answer.answered_on <= today


@pytest.mark.parametrize("today", DAYS[:3], ids=str)
def test_no_entry_of_a_chronology_was_noted_before_its_day(today: date) -> None:
    """Met, heard, checked, done, moved, settled: what came later is a later text of its record, on its own day."""
    for case in cases(told(today)).values():
        early = [one for one in entries(case, today) if one.written_on and one.written_on < one.on]
        assert [(case.ref, one.text, one.written_on) for one in early if one.word != "Import"] == []


def test_every_kind_of_family_is_there() -> None:
    """Twelve cases; brothers and sisters on one visit seen differently; a colleague, duty, a video call, not seen."""
    found = cases(told(DAYS[0]))
    assert len(found) == 12
    children = [child for case in found.values() for child in case.children]
    assert 18 <= len(children) <= 22
    assert {"cin", "cp", "lac", "adult"} <= {child.plan for child in children}
    assert any(child.unborn for child in children)
    visits = [visit for case in found.values() for visit in case.of(Visit)]
    assert {"me", "colleague", "duty"} == {visit.by for visit in visits}
    assert {"home", "school", "video", "hospital", "community", "placement"} == {visit.place for visit in visits}
    seen = [row for case in found.values() for row in case.of(Seen)]
    assert {"alone", "with_others", "observed", "not_seen"} == {row.seen for row in seen}
    hows: dict[str, set[str]] = {}
    for row in seen:
        hows.setdefault(row.visit_id, set()).add(row.seen)
    assert any(len(ways) > 1 for ways in hows.values())


def test_the_closed_case_was_open_before() -> None:
    """Its closing is a save of its own, so that reopening has something to go back to."""
    store = told(DAYS[0])
    case = cases(store)["F-098"]
    assert case.info.closed_on is not None
    (opened,) = [version.record for version in store.versions(case.id, case.id)]
    assert isinstance(opened, CaseRecord)
    assert opened.closed_on is None


def test_answers_have_earlier_texts_of_their_own_day() -> None:
    """So that the history of a question has something to show."""
    store = told(DAYS[0])
    case = cases(store)["F-102"]
    earlier = {answer.question: len(store.versions(case.id, answer.id)) for answer in case.of(Answer)}
    assert earlier["Q8"] == 2
    assert earlier["Q4"] == 1


@pytest.mark.parametrize("width", [80, 60])
def test_no_label_of_a_record_touches_its_value(width: int) -> None:
    """On every page of a record: a blank stands between them."""
    store = told(DAYS[0])
    for case in cases(store).values():
        for record in (*case.children, *case.of(Person), *case.of(Visit)):
            page = record_page(case, record, DAYS[0])
            lines_of = plain(page, width).split("\n")
            for label, _ in (pair for block in page.blocks if isinstance(block, Facts) for pair in block.pairs):
                assert any(line.startswith(f"   {label} ") for line in lines_of), (case.ref, label)


def test_nobody_in_it_has_a_full_name() -> None:
    """Initials and roles only."""
    for case in cases(told(DAYS[0])).values():
        for child in case.children:
            assert child.initials == "Baby" or len(child.initials.replace(".", "")) <= 3
        for person in case.of(Person):
            assert person.label[0].islower()
