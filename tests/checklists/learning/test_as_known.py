"""As I knew it on a day: nothing that was written later is there, and all that was written before is."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from checklists.learning.as_known import as_known, later_texts
from checklists.summaries import summarise
from checklists.use_cases.records import undo_last_change
from store.memory_store import MemoryStore
from store.records import CaseRecord, Hypothesis, changed

FIRST = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
Step = tuple[int, str, int]
STEPS = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(("write", "edit", "take out", "undo")), st.integers(0, 3)), max_size=14
)
"""So many days later, what is done, and with which of the records that stand."""


class Diary:
    """A store, the day in it, and how it stood at the end of each day, noted as it went."""

    def __init__(self) -> None:
        self.now = FIRST
        self.store = MemoryStore(summarise=summarise, now=lambda: self.now)
        self.case_id = self.store.add_case(CaseRecord(ref="F-1")).id
        self.stood: dict[int, dict[str, str]] = {}
        self.day = 0
        self.count = 0

    def texts(self) -> dict[str, str]:
        """Each record that stands, with its words."""
        return {row.id: row.text for row in self.store.case(self.case_id).of(Hypothesis)}

    def do(self, days: int, what: str, which: int) -> None:
        """Go on by some days, noting how it stood at the end of each, then do one thing."""
        for _ in range(days):
            self.stood[self.day] = self.texts()
            self.day += 1
            self.now += timedelta(days=1)
        self.now += timedelta(minutes=1)
        self.count += 1
        rows = self.store.case(self.case_id).of(Hypothesis)
        if what == "undo" and self.count > 1:
            try:
                undo_last_change(self.store, self.case_id)
            except ValueError:  # nothing left to undo, or changed since
                return
        elif what == "write" or not rows:
            with self.store.change(self.case_id) as change:
                change.put(Hypothesis(text=f"text {self.count}"))
        else:
            row = rows[which % len(rows)]
            with self.store.change(self.case_id) as change:
                if what == "edit":
                    change.put(changed(row, text=f"text {self.count}"))
                else:
                    change.withdraw(row.id, "typed by mistake")


@given(STEPS)
def test_it_is_what_stood_at_the_end_of_that_day(steps: list[Step]) -> None:
    """Whatever was written, edited, taken out and undone since: the same as somebody would have noted that evening."""
    diary = Diary()
    for step in steps:
        diary.do(*step)
    diary.stood[diary.day] = diary.texts()
    case, versions = diary.store.case(diary.case_id), diary.store.versions(diary.case_id)
    for day, stood in diary.stood.items():
        on = (FIRST + timedelta(days=day)).date()
        found = as_known(case, versions, on)
        assert {row.id: row.text for row in found.of(Hypothesis)} == stood
        later = {text.record.id for row in case.of(Hypothesis) for text in later_texts(case, versions, row.id, on)}
        assert later >= {row.id for row in case.of(Hypothesis) if stood.get(row.id) != row.text}


def test_before_the_case_there_is_nothing_but_its_reference() -> None:
    """And after it everything; looking changes nothing."""
    diary = Diary()
    diary.do(3, "write", 0)
    case, versions = diary.store.case(diary.case_id), diary.store.versions(diary.case_id)
    assert as_known(case, versions, FIRST.date() - timedelta(days=1)).tables == {}
    assert as_known(case, versions, FIRST.date() - timedelta(days=1)).ref == "F-1"
    assert as_known(case, versions, FIRST.date() + timedelta(days=90)).of(Hypothesis) == case.of(Hypothesis)
    assert diary.store.case(diary.case_id) == case
