"""The chronology as a value: both days, gaps in their place, approximate days, filters that say what they leave out."""

from datetime import date
from typing import Any

import pytest

from checklists.chronology.choosing import Only, read_typed
from checklists.chronology.every import UNDATED, entries
from checklists.limits import Limits, load_limits
from checklists.masking import masked_case
from checklists.pages.blocks import Cell, Fit, Heading, Item, Page, Paragraph, Table
from checklists.pages.chronology import Way, chronology_page, printed
from store.case import Case, case_of
from store.records import KINDS, CaseRecord, Event, ImportBatch, ImportedFact, Person, Visit
from tests.checklists.chronology.written import TODAY, K, L, at, family, on, visit, written
from tests.store.records import one_of_each


def page(
    case: Case | None = None, only: Only | None = None, way: Way = "entries", limits: Limits | None = None
) -> Page:
    """The page of the family, unless another case is given."""
    return chronology_page(case or family(), TODAY, limits or load_limits(), only, way)


def full(cell: Cell) -> str:
    """What a cell says in full."""
    return cell.full if isinstance(cell, Fit) else cell


def items(of: Page) -> list[Item]:
    """The rows of the list."""
    (table,) = [block for block in of.blocks if isinstance(block, Table)]
    return list(table.items)


def days(of: Page) -> list[str]:
    """The first column; a gap says its text."""
    return [full(item.cells[0]) or full(item.cells[2]) for item in items(of)]


def row(of: Page, words: str) -> Item:
    """The row with these words."""
    return next(item for item in items(of) if words in " ".join(map(full, item.cells)))


def paragraphs(of: Page) -> list[str]:
    """The lines of words."""
    return [block.text for block in of.blocks if isinstance(block, Paragraph)]


def test_the_newest_stands_on_top_and_gaps_and_approximate_days_in_their_place() -> None:
    """From the month of an approximate day on, and from one entry to the next, a gap of 28 days or more is named."""
    assert days(page()) == [
        "Fri 20 Nov", "Wed 18 Nov", "Tue 17 Nov", "Mon 16 Nov", "Wed 11 Nov", "Tue 3 Nov", "Tue 3 Nov", "Fri 23 Oct",
        "No entry for 31 days, Tue 22 Sep to Thu 22 Oct", "Mon 21 Sep", "Thu 10 Sep",
        "No entry for 204 days, Wed 18 Feb to Wed 9 Sep", "Tue 17 Feb",
        "No entry for 2453 days, Sat 1 Jun 2019 to Mon 16 Feb, before the case came to me", "c. May 2019",
    ]  # fmt: skip


def test_oldest_first_is_the_same_list_the_other_way_round() -> None:
    """Gaps too."""
    assert days(page(only=Only(oldest_first=True))) == days(page())[::-1]


@pytest.mark.parametrize(("later", "named"), [("28 Oct", False), ("29 Oct", True), ("30 Oct", True)])
def test_a_gap_is_named_from_the_limit_on(later: str, named: bool) -> None:
    """27 days without an entry are not named, 28 are; up to today it is the same."""
    case = case_of(CaseRecord(ref="F-1"), [*visit("30 Sep"), *visit(later)])
    found = [one for one in days(chronology_page(case, on(later), load_limits())) if one.startswith("No entry")]
    assert bool(found) == named


def test_the_days_up_to_today_are_a_gap_too_but_not_after_a_case_closed() -> None:
    """Nothing is expected of a closed case."""
    seen = [*visit("1 Oct")]
    assert days(page(case_of(CaseRecord(ref="F-1"), seen)))[0] == "No entry for 53 days, Fri 2 Oct to Mon 23 Nov"
    closed = CaseRecord(ref="F-1", closed_on=on("2 Oct"))
    assert not any(day.startswith("No") for day in days(page(case_of(closed, seen))))


def test_a_gap_before_the_case_came_to_me_says_so() -> None:
    """What was recorded then is in another's hands; a gap since is mine to name."""
    case = case_of(
        CaseRecord(ref="F-1", allocated_on=on("1 Sep")), [*visit("2 Mar"), *visit("1 Oct"), *visit("20 Nov")]
    )
    said = [day for day in days(page(case)) if day.startswith("No entry")]
    assert said == [
        "No entry for 49 days, Fri 2 Oct to Thu 19 Nov",
        "No entry for 29 days, Wed 2 Sep to Wed 30 Sep",
        "No entry for 182 days, Tue 3 Mar to Mon 31 Aug, before the case came to me",
    ]


def test_a_changed_limit_changes_which_gaps_are_named() -> None:
    """The length is a row of the limits, in any unit."""
    limits = load_limits()
    rows = {**limits.rows, "chronology_gap": limits.row("chronology_gap")._replace(value=2, unit="month")}
    found = [one for one in days(page(limits=Limits(rows, limits.counts))) if one.startswith("No entry")]
    assert len(found) == 2


def test_late_writing_is_shown_and_both_days_are_there() -> None:
    """A row whose two days are one says nothing on a screen; its foot and a file say both, with the days between."""
    late, same = row(page(), "Mon 16 Nov").cells[3], row(page(), "Fri 23 Oct").cells[3]
    assert isinstance(late, Fit)
    assert isinstance(same, Fit)
    assert (late.within(17), late.within(5)) == ("noted Thu 19 Nov", "19 Nov")
    assert late.full.startswith("Written Thu 19 Nov")
    assert late.full.endswith(", 3 days after")
    assert (same.within(17), "the same day" in same.full) == (" ", True)
    assert "Written Thu 19 Nov" in row(page(), "Mon 16 Nov").why


def test_what_was_changed_later_says_when() -> None:
    """The first writing stays, the edit stands beside it; what a later text brought was written with that text."""
    event = written(Event(type="police", happened_on=on("2 Nov"), text="Called out."), "2 Nov")
    edited = event.model_copy(update={"edited_at": at(on("9 Nov")), "revision": 2})
    assert "the same day; edited Mon 9 Nov" in row(page(family(edited)), "Called out").why
    gran = written(Person(label="gran", known_since=on("2 Mar"), met_on=on("5 Nov")), "2 Mar")
    met = gran.model_copy(update={"edited_at": at(on("6 Nov"))})
    assert "noted Fri 6 Nov" in str(row(page(family(met)), "gran: met").cells[3])


def test_an_entry_says_what_it_means_its_source_and_its_weight() -> None:
    """Apart from what happened."""
    said = list(map(full, row(page(), "core group").cells))
    assert said[2:] == ["core group: Breakfast club.", said[3], "It means: Eats before school.", "", "Key event",
                        "Themes: drift"]  # fmt: skip
    assert "Source: school, call" in list(map(full, row(page(), "They said: No coat.").cells))


def test_a_reply_that_came_later_is_an_entry_of_its_own() -> None:
    """On its day, with a key of its own, so that the cursor tells the two apart."""
    reply, call = row(page(), "replied"), row(page(), "They said")
    assert full(reply.cells[0]) == "Fri 20 Nov"
    assert reply.key != call.key


def test_a_filter_says_what_it_leaves_out_and_its_gaps_are_of_such_entries() -> None:
    """In the header how many of how many; above the list, which."""
    found = page(only=Only(kind="visit"))
    assert found.facts == "F-102, 2 of 12, visit"
    assert paragraphs(found)[0] == "Only visit: 2 of 12."
    assert paragraphs(page(only=Only(child=K.id)))[0].startswith("Only K.M.: ")
    assert days(page(only=Only(kind="police"))) == []
    assert "No such entry for" in days(page(only=Only(kind="event")))[0]


@pytest.mark.parametrize(
    ("only", "found"),
    [
        (Only(kind="Visits"), 2),
        (Only(kind="neglect-entry"), 1),
        (Only(kind="care"), 1),
        (Only(theme="T8"), 2),
        (Only(person="GRAN"), 2),
        (Only(person="head of year"), 1),
        (Only(child=L.id), 7),
        (Only(since=on("16 Nov")), 4),
        (Only(until=date(2019, 5, 20)), 1),
        (Only(since=date(2019, 5, 20), until=date(2019, 12, 31)), 1),
        (Only(words="no coat"), 2),
        (Only(words="key event"), 1),
        (Only(words="k.m. school"), 3),
    ],
)
def test_each_filter_keeps_what_it_asks_for(only: Only, found: int) -> None:
    """By kind in any of its names, theme, person, child with what is about all, period, and words in any order."""
    assert len([item for item in items(page(only=only)) if item.key is not None]) == found


def test_what_is_typed_is_read_as_days_theme_and_words() -> None:
    """A day that is not whole yet is left alone, so that a list does not jump while one types."""
    typed = read_typed("coat since 1/11 t6", TODAY, Only(kind="school"))
    assert typed == Only(kind="school", words="coat", since=on("1 Nov"), theme="T6")
    assert read_typed("since 1/", TODAY, Only()) == Only()
    assert read_typed("until 3/11 since 1/9", TODAY, Only()) == Only(since=on("1 Sep"), until=on("3 Nov"))


def test_one_child_s_chronology_has_no_words_of_another() -> None:
    """Of a visit only this child's part is told."""
    said = " ".join(full(cell) for item in items(page(only=Only(child=L.id))) for cell in item.cells)
    assert "Looked to gran." in said
    assert "I get myself up" not in said
    assert "Alone each morning" not in said


def test_the_private_note_on_supervision_stays_out_of_every_way() -> None:
    """It is for me alone."""
    for way in ("entries", "month", "written"):
        assert "out of my depth" not in repr(page(way=way))


def test_by_month_counts_and_says_the_same_in_words() -> None:
    """A figure for each month; the sentence has the same figures; what is older is counted too."""
    found = page(way="month")
    table = next(block for block in found.blocks if isinstance(block, Table))
    assert [column.title for column in table.columns][1:] == [
        "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
    ]  # fmt: skip
    figures = {full(item.cells[0]): [full(cell).strip() for cell in item.cells[1:]] for item in table.items}
    assert figures["Visits"][-2:] == ["·", "2"]
    assert figures["Their words"][-2:] == ["1", "3"]
    assert figures["School"][-1] == "2"
    said = paragraphs(found)
    assert "Visits: 2 in Nov." in said
    assert "Care: Food and drink: 1 in Nov." in said
    assert "Police: none recorded in these months." in said
    assert "Before Mon 1 Dec 2025: 1 entry, not counted above." in said
    assert "No entry of any kind from Wed 18 Feb to Wed 9 Sep (204 days)." in said


def test_as_written_stands_in_the_order_of_writing() -> None:
    """A visit of the 16th written on the 19th comes after what was written on the 18th, and says of which day it is."""
    found = page(way="written")
    assert days(found)[:2] == ["Thu 19 Nov", "Wed 18 Nov"]
    cell = items(found)[0].cells[3]
    assert isinstance(cell, Fit)
    assert cell.within(17) == "of Mon 16 Nov"


def test_every_kind_of_record_is_told_or_named_as_undated() -> None:
    """A new kind fails here until it is in the chronology or said to have no day."""
    kept = [record.model_copy(update={"recorded_at": at(TODAY)}) for record in one_of_each("text")]
    more: dict[str, dict[str, Any]] = {
        "child": {"plan": "cp", "plan_started_on": TODAY},
        "person": {"known_since": TODAY},
    }
    records = [record.model_copy(update=more.get(record.kind, {})) for record in kept]
    told = {one.kind for one in entries(case_of(CaseRecord(ref="F-1", allocated_on=TODAY), records), TODAY)}
    without_a_day_here = {"imported_fact", "advocate"}
    assert {model.kind for model in KINDS} - told - set(UNDATED) == without_a_day_here


def test_a_file_says_what_it_is_when_it_was_made_and_what_was_left_out() -> None:
    """With a filter which; always the private notes; never that it is the record."""
    only = Only(child=K.id)
    said = paragraphs(printed(page(only=only), family(), TODAY, only))
    assert "Made on Mon 23 Nov 2026." in said
    assert "Only what was asked for is here, the rest is left out: K.M." in said
    assert any("private notes" in line for line in said)
    assert "A reflection aid, not the statutory record. It may still have to be disclosed." in said


def test_the_mask_leaves_days_and_kinds_and_nothing_else() -> None:
    """Initials become the reference, words become x."""
    said = repr(page(masked_case(family())))
    assert "K.M." not in said
    assert "No coat" not in said
    assert "c. May 2019" in said
    assert days(page(masked_case(family()))) == days(page())


def test_an_empty_case_says_what_can_be_done() -> None:
    """Nothing recorded is an ordinary state."""
    found = page(case_of(CaseRecord(ref="F-1")))
    (table,) = [block for block in found.blocks if isinstance(block, Table)]
    assert table.empty.startswith("Nothing with a day is recorded")
    assert isinstance(found.blocks[0], Heading)


def test_a_video_call_is_told_and_not_counted_among_visits() -> None:
    """It is kept, and does not count as seen."""
    case = family(written(Visit(happened_on=on("19 Nov"), place="video"), "19 Nov"))
    said = paragraphs(page(case, way="month"))
    assert "Visits: 2 in Nov." in said
    assert "Video calls: 1 in Nov." in said


def test_days_that_a_file_gave_stand_with_their_cell() -> None:
    """Never as a visit; a birth, and what is no day, are left alone."""
    batch = ImportBatch(file_kind="annex_a", file_hash="ab", as_at=on("16 Nov"))
    about = {"batch_id": batch.id, "child_id": K.id, "as_at": on("16 Nov"), "source": "List 7, K5"}
    facts = [
        ImportedFact(field="cp.last_visit_on", value="2026-11-02", **about),
        ImportedFact(field="cp.seen_alone", value="yes", **about),
        ImportedFact(field="born_on", value="2018-05-04", **about),
        ImportedFact(field="cp.plan_ended_on", value="", **about),
    ]
    found = [one for one in entries(family(batch, *facts), TODAY) if one.word == "Import"]
    assert [(one.kind, one.on) for one in found] == [("imported_fact", on("2 Nov")), ("import_batch", on("16 Nov"))]
    assert found[0].source == "Annex A as at Mon 16 Nov, List 7, K5"
    assert not found[0].lanes
