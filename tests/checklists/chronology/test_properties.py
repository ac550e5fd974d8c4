"""Whatever is recorded, and whatever is asked: no entry is lost or doubled, and none is told that was not asked for."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from checklists.chronology.choosing import Only, chosen, names_on
from checklists.chronology.dated import Dated
from checklists.chronology.every import entries
from checklists.chronology.gaps import gaps
from checklists.chronology.grid import before, lanes
from checklists.limits import load_limits
from checklists.pages.blocks import Table
from checklists.pages.chronology import WAYS, Way, chronology_page
from checklists.pages.spot import Spot
from store.case import Case, case_of
from store.records import CaseRecord, Concern, DayEntry, Event, NeglectEntry, Record, Seen, Visit
from tests.checklists.chronology.written import TODAY, K, L, at

DAYS = st.dates(date(2024, 1, 1), TODAY)
WORDS = st.sampled_from(["No coat.", "Toast.", "gran came", "x" * 90, "line\nline", "[b]not markup[/b]", "cold"])
CHILDREN = st.sampled_from([K.id, L.id])


@st.composite
def records(draw: st.DrawFn) -> list[Record]:
    """A few records of several kinds, each written on its day or up to forty days after, or at a time not recorded."""
    day, words, child = draw(DAYS), draw(WORDS), draw(CHILDREN)
    visit = Visit(happened_on=day, place=draw(st.sampled_from(["home", "video"])), account=words)
    made: list[Record] = draw(
        st.sampled_from(
            [
                [visit, Seen(visit_id=visit.id, child_id=child, happened_on=day, seen="alone", child_words=words)],
                [Event(type=draw(st.sampled_from(["police", "school", "move", "other"])), happened_on=day, text=words)],
                [Event(type="positive", happened_on=day.replace(day=1), happened_text="c. May", approx=True)],
                [Concern(happened_on=day, text=words, theme=draw(st.sampled_from(["T1", "T8", None])))],
                [NeglectEntry(child_id=child, happened_on=day, area="food", what=words)],
                [DayEntry(child_id=child, happened_on=day, source="child", text=words)],
            ]
        )
    )
    later = draw(st.integers(0, 40))
    stamp = at(day + timedelta(days=later)) if draw(st.booleans()) else None
    return [one.model_copy(update={"recorded_at": stamp}) for one in made]


CASES = st.lists(records(), max_size=14).map(
    lambda found: case_of(CaseRecord(ref="F-102", allocated_on=date(2025, 1, 6)), [K, L, *chain.from_iterable(found)])
)
ONLY = st.builds(
    Only,
    theme=st.sampled_from(["", "T1", "T8"]),
    child=st.sampled_from(["", K.id]),
    kind=st.sampled_from(["", "visit", "Police", "Care"]),
    since=st.none() | DAYS,
    until=st.none() | DAYS,
    words=st.sampled_from(["", "coat", "gran k.m."]),
    oldest_first=st.booleans(),
)


def told(case: Case, only: Only, way: Way) -> Counter[tuple[str, str]]:
    """The entries of a page, by record and part."""
    page = chronology_page(case, TODAY, load_limits(), only, way)
    rows = [item for block in page.blocks if isinstance(block, Table) for item in block.items]
    return Counter((item.key.record_id, item.key.part) for item in rows if isinstance(item.key, Spot))


def named(found: list[Dated]) -> Counter[tuple[str, str]]:
    """The same of entries."""
    return Counter((one.record_id, one.part) for one in found)


@settings(deadline=None)
@given(CASES)
def test_each_entry_stands_once_in_every_order(case: Case) -> None:
    """Newest first, oldest first and as written hold the same entries, each of them once."""
    whole = named(entries(case, TODAY))
    assert set(whole.values()) <= {1}
    for way in ("entries", "written"):
        for oldest_first in (False, True):
            assert told(case, Only(oldest_first=oldest_first), way) == whole


@settings(deadline=None)
@given(CASES, ONLY)
def test_a_filter_keeps_what_fits_and_leaves_out_only_what_does_not(case: Case, only: Only) -> None:
    """What is kept and what is left out by each part of the filter alone make up the whole."""
    every = entries(case, TODAY, only.child)
    names = names_on(case)
    kept = named(chosen(every, only, names, TODAY))
    alone = [
        Only(theme=only.theme),
        Only(child=only.child),
        Only(kind=only.kind),
        Only(since=only.since),
        Only(until=only.until),
        Only(words=only.words),
    ]
    wanted = named(every)
    for one in alone:
        wanted &= named(chosen(every, one, names, TODAY))
    assert kept == wanted
    assert told(case, only, "entries") == told(case, only, "written") == kept


@settings(deadline=None)
@given(CASES, ONLY)
def test_no_entry_is_on_a_day_that_is_called_a_gap(case: Case, only: Only) -> None:
    """Gaps are in order, apart from each other, as long as the limit at least, and no entry's day is in one."""
    found = chosen(entries(case, TODAY), replace(only, oldest_first=True), names_on(case), TODAY)
    quiet = list(gaps(found, load_limits(), TODAY))
    for gap in quiet:
        assert gap.days >= load_limits().row("chronology_gap").value
        assert not [one for one in found if gap.first <= one.on <= gap.last and not one.day_text]
    assert all(first.last < second.first for first, second in pairwise(quiet))


@settings(deadline=None)
@given(CASES)
def test_the_grid_counts_every_entry_of_its_rows_once(case: Case) -> None:
    """The figures of a row are its entries of these months; older ones are counted beside it."""
    found = entries(case, TODAY)
    for lane in lanes(found, TODAY):
        older = [one for one in found if lane.name in one.lanes and one not in lane.found]
        assert sum(lane.counts) == len(lane.found)
        assert len(older) <= before(found, TODAY)


def test_the_three_ways_are_those_that_tab_turns_through() -> None:
    """Entries, by month, as written."""
    assert WAYS == ("entries", "month", "written")
