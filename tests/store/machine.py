"""A store driven at random through saves, two windows, faults, kills, reopenings and restores, beside a model of what it must hold.

The model is plain: of each case what stands, and every text that was acknowledged. After each step the store is read anew
and held against it.
"""

import copy
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from checklists.use_cases.records import undo_last_change
from checklists.wrong import Wrong
from store.case import Case
from store.case_store import CaseStore, Conflict, Draft, DraftKey, RefTaken
from store.memory_store import MemoryStore
from store.records import CaseRecord, Hypothesis, changed
from tests.store.conftest import row

WINDOWS = st.integers(0, 1)
PICKS = st.integers(0, 11)
REFS = ("F-1", "F-2", "F-3", "f-1")
FIRST = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DONE: Counter[str] = Counter()
"""How often each thing was done, for the table of `make faults`."""


@dataclass
class Save:
    """One save of a case: which record, what it said before and after, blank where there was or is none."""

    record_id: str
    before: str
    after: str
    undoing: bool = False
    undone: bool = False


@dataclass
class Book:
    """One case as it must be."""

    ref: str
    revision: int = 0
    stands: dict[str, Hypothesis] = field(default_factory=dict)
    said: set[tuple[str, str]] = field(default_factory=set)
    """Every text that was acknowledged, by its record; also one that came too late."""
    newest: dict[str, int] = field(default_factory=dict)
    """The highest revision that each record had."""
    saves: list[Save] = field(default_factory=list)

    def keep(self, record: Hypothesis) -> None:
        """It stands now."""
        assert record.revision > self.newest.get(record.id, 0)
        self.newest[record.id] = record.revision
        self.stands[record.id] = record
        self.said.add((record.id, record.text))


@dataclass
class Model:
    """All that must be there."""

    books: dict[str, Book] = field(default_factory=dict)
    drafts: dict[DraftKey, str] = field(default_factory=dict)


class Driven(RuleBasedStateMachine):
    """What every store is driven through."""

    def __init__(self) -> None:
        super().__init__()
        self.model = Model()
        self.at = FIRST
        self.texts = self.steps = 0
        self.seen: list[dict[str, Case]] = [{}, {}]
        """What each window has on its screen."""

    @initialize()
    def begin(self) -> None:
        """Two windows, one case."""
        self.windows = self.opened()
        self.add_case(0, 0)

    def opened(self) -> list[CaseStore]:
        """The windows."""
        store = MemoryStore(summarise=row, now=self.now)
        return [store, store]

    def now(self) -> datetime:
        """The clock."""
        return self.at

    def text(self) -> str:
        """One that was never said before."""
        self.texts += 1
        return f"said {self.texts}"

    def book(self, pick: int) -> tuple[str, Book]:
        """One of the cases."""
        return list(self.model.books.items())[pick % len(self.model.books)]

    @rule(window=WINDOWS, pick=PICKS)
    def add_case(self, window: int, pick: int) -> None:
        """A new case, unless its reference is taken."""
        info = CaseRecord(ref=REFS[pick % len(REFS)])
        taken = info.ref.casefold() in {book.ref.casefold() for book in self.model.books.values()}
        try:
            case = self.windows[window].add_case(info)
        except RefTaken:
            assert taken
            return
        assert not taken
        self.model.books[case.id] = Book(info.ref, revision=1)

    @rule(window=WINDOWS, pick=PICKS)
    def look(self, window: int, pick: int) -> None:
        """A window shows the case as it is."""
        case_id, _ = self.book(pick)
        self.seen[window][case_id] = self.windows[window].case(case_id)

    @rule(window=WINDOWS, pick=PICKS)
    def put(self, window: int, pick: int) -> None:
        """Something new is saved."""
        case_id, book = self.book(pick)
        with self.windows[window].change(case_id) as change:
            kept = change.put(Hypothesis(text=self.text()))
        self.saved(book, kept, "")
        self.look(window, pick)

    @rule(window=WINDOWS, pick=PICKS, which=PICKS)
    def change(self, window: int, pick: int, which: int) -> None:
        """What a window shows is changed there; if it has moved on since, both texts are kept and it is told."""
        case_id, book = self.book(pick)
        if case_id not in self.seen[window]:
            self.look(window, pick)
        shown = self.seen[window][case_id]
        if not shown.of(Hypothesis):
            return
        mine = shown.of(Hypothesis)[which % len(shown.of(Hypothesis))]
        mine, stands = changed(mine, text=self.text()), book.stands.get(mine.id)
        try:
            with self.windows[window].change(case_id) as change:
                kept = change.put(mine, expected=mine.revision)
        except Conflict as told:
            assert stands is None or stands.revision != mine.revision
            assert told.theirs == stands
            book.said.add((mine.id, mine.text))
            book.revision += 1
            DONE["conflicts"] += 1
            return
        assert stands is not None
        assert stands.revision == mine.revision
        self.saved(book, kept, stands.text)
        self.look(window, pick)

    @rule(window=WINDOWS, pick=PICKS, which=PICKS)
    def change_in_both(self, window: int, pick: int, which: int) -> None:
        """Both windows show the case, and change the same record one after the other."""
        for each in (window, 1 - window):
            self.look(each, pick)
        for each in (window, 1 - window):
            self.change(each, pick, which)

    @rule(window=WINDOWS, pick=PICKS, which=PICKS)
    def withdraw(self, window: int, pick: int, which: int) -> None:
        """One is taken out."""
        case_id, book = self.book(pick)
        if not book.stands:
            return
        record_id = list(book.stands)[which % len(book.stands)]
        with self.windows[window].change(case_id) as change:
            change.withdraw(record_id, "typed twice")
        book.saves.append(Save(record_id, book.stands.pop(record_id).text, ""))
        book.revision += 1

    @rule(window=WINDOWS, pick=PICKS)
    def undo(self, window: int, pick: int) -> None:
        """The last save that was not undone is undone, as a save of its own."""
        case_id, book = self.book(pick)
        last = next((one for one in reversed(book.saves) if not one.undoing and not one.undone), None)
        moved_on = last and (last.record_id in book.stands) != bool(last.after)
        try:
            undo_last_change(self.windows[window], case_id)
        except Wrong:
            assert last is None or moved_on
            return
        assert last is not None
        assert not moved_on
        last.undone = True
        stood = book.stands.pop(last.record_id, None)
        book.saves.append(Save(last.record_id, stood.text if stood else "", last.before, undoing=True))
        if last.before:
            (again,) = (one for one in self.windows[window].case(case_id).of(Hypothesis) if one.id == last.record_id)
            assert again.text == last.before
            book.keep(again)
        book.revision += 1
        DONE["undone"] += 1

    @rule(window=WINDOWS, pick=PICKS, form=st.sampled_from(("visit", "action")))
    def draft(self, window: int, pick: int, form: str) -> None:
        """What is typed in a window is kept."""
        key = DraftKey(self.book(pick)[0], form, f"w{window}")
        self.model.drafts[key] = self.text()
        self.windows[window].save_draft(Draft(key, {"note": self.model.drafts[key]}, self.at))

    @precondition(lambda self: self.model.drafts)
    @rule(window=WINDOWS, pick=PICKS)
    def drop(self, window: int, pick: int) -> None:
        """A draft is let go of."""
        key = list(self.model.drafts)[pick % len(self.model.drafts)]
        self.windows[window].drop_draft(key)
        del self.model.drafts[key]

    @rule(window=WINDOWS, pick=PICKS)
    def purge(self, window: int, pick: int) -> None:
        """A case goes for good, with its drafts; the last one stays."""
        if len(self.model.books) == 1:
            return
        case_id, book = self.book(pick)
        self.windows[window].purge(case_id, "kept long enough")
        del self.model.books[case_id]
        self.model.drafts = {key: text for key, text in self.model.drafts.items() if key.case_id != case_id}
        assert book.ref in {one.ref for one in self.windows[window].certificates()}

    def saved(self, book: Book, kept: Hypothesis, before: str) -> None:
        """It was acknowledged."""
        book.keep(kept)
        book.saves.append(Save(kept.id, before, kept.text))
        book.revision += 1
        DONE["acknowledged saves"] += 1

    @invariant()
    def all_is_there(self) -> None:
        """What stands, every text that was acknowledged, the rows, the drafts; read in the one window, then in the other."""
        self.steps += 1
        holds(self.windows[self.steps % 2], self.model)

    def remembered(self) -> Model:
        """The model as it is now, to come back to."""
        return copy.deepcopy(self.model)

    def a_day_later(self) -> None:
        """The clock goes on."""
        self.at += timedelta(days=1)


def holds(store: CaseStore, model: Model) -> None:
    """Hold a store against what it must hold."""
    rows = {one.id: one for one in store.caseload()}
    assert rows.keys() == model.books.keys()
    for case_id, book in model.books.items():
        case = store.case(case_id)
        assert rows[case_id] == row(case)
        assert (case.ref, case.revision) == (book.ref, book.revision)
        assert {one.id: one for one in case.of(Hypothesis)} == book.stands
        earlier = [one.record for one in store.versions(case_id)]
        readable = {(one.id, one.text) for one in (*case.of(Hypothesis), *earlier) if isinstance(one, Hypothesis)}
        assert book.said <= readable
        assert len(store.changes(case_id)) == min(book.revision, 100)
    assert {draft.key: draft.texts["note"] for draft in store.drafts()} == model.drafts
