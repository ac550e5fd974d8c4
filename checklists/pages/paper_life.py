"""What a child said or showed, and what life is like: what a supervisor and the next worker read first."""

from datetime import date

from checklists.chronology.own_words import Words
from checklists.chronology.own_words import own_words as words_in_time_order
from checklists.dates import say_count, say_day
from checklists.naming import called
from checklists.pages.blocks import Block, Column, Item, Paragraph, Table, quoted
from checklists.pages.lists.rows import newest, one_line, words_of
from checklists.pages.paper_about import DAY_AND_WORDS, About, Part, none
from checklists.pages.strip import ruler, say_strip, strip
from checklists.summaries import summarise
from store.case import Case
from store.records import DayEntry, Seen
from store.summary import CaseSummary, SeenFact

WEEKS = 26
FEW = 3
"""So many of what was seen and lived are told, however long ago."""
WORDS = (Column("When", 3, 3), Column("Words", 16, 16), Column("How", 56, 44))


def own_words(about: About) -> Part:
    """Everything that each child said or showed, in time order, with who was there and how we talked."""
    case, blocks, count = about.case, [], 0
    for child in case.children:
        found = words_in_time_order(case, child.id, about.today)
        count += len(found)
        name = called(child, case.ref) if len(case.children) > 1 else ""
        items = tuple(_words(one, about.today) for one in found)
        blocks.append(Table(WORDS, items, name, empty="Nothing is recorded yet."))
    return Part(say_count(count, "time") if count else "none recorded", tuple(blocks) or (none(),))


def _words(one: Words, today: date) -> Item:
    said = one_line(one.words)
    what = (quoted(said) if one.verbatim else said) if said else f"I saw: {one_line(one.saw)}"
    there = f"with {', '.join(one.there)}" if one.there else ""
    told = f"passed on by {one.told_by}" if one.told_by else ""
    how = ", ".join(part for part in (one.how, one.where, there, one.talked, told) if part)
    return Item((say_day(one.on, today), what, how), "", None, what)


def life(about: About, *, whole: bool = False) -> Part:
    """The seen strip with the sentence that says the same, what was seen, and the lived day.

    Not `whole`: what was seen and lived since last time, and never less than the newest few.
    """
    case, facts, today = about.case, summarise(about.case), about.today
    adult = facts.service == "adults"
    strips = [
        Item((called(child, case.ref), strip(child, today, WEEKS, facts.allocated_on), _alone(child.last_alone, today)))
        for child in facts.children
    ]
    columns = (
        Column("Who", 3, 3),
        Column(ruler(today, WEEKS), 12, 12, ruler=True),
        Column("in private" if adult else "last alone", 42, 42),
    )
    blocks: list[Block] = [Table(columns, tuple(strips), titles=True, empty="Nobody is recorded on this case yet.")]
    for child in facts.children:
        told = say_strip(child, today, WEEKS, facts.allocated_on, adult=adult, limits=about.limits)
        blocks.append(Paragraph(f"{called(child, case.ref)}: {told}"))
    every = newest(_days_and_sights(case), _day)
    since = [row for row in every if whole or _day(row) >= about.looked.since.on]
    shown = every[: max(len(since), FEW)]
    lived = tuple(_lived(case, row, today) for row in shown)
    blocks.append(Table(DAY_AND_WORDS, lived, "Seen, and the lived day", empty="Nothing of the day is recorded yet."))
    if len(shown) < len(every):
        before = f"{len(every) - len(shown)} from before {say_day(_day(shown[-1]), today)}"
        blocks.append(Paragraph(f"Left out here: {before}.", dim=True))
    return Part(_longest_ago(facts, today), tuple(blocks))


def _alone(fact: SeenFact | None, today: date) -> str:
    if fact is None:
        return "not recorded"
    day = say_day(fact.on, today)
    return f"observed {day}" if fact.how == "observed" else day


def _longest_ago(facts: CaseSummary, today: date) -> str:
    """The child whose time alone was longest ago: what is recorded of one says nothing of a brother or sister."""
    word = "in private" if facts.service == "adults" else "alone"
    waiting = [child for child in facts.children if not child.unborn]
    if not waiting:
        return f"no time {word} recorded"
    child = min(waiting, key=lambda one: one.last_alone.on if one.last_alone else date.min)
    who = f"{called(child, facts.ref)} " if len(facts.children) > 1 else ""
    return f"{who}last {word} {_alone(child.last_alone, today)}" if child.last_alone else f"{who}no time {word} yet"


def _days_and_sights(case: Case) -> list[Seen | DayEntry]:
    return [*(row for row in case.of(Seen) if row.what_i_saw or row.impact), *case.of(DayEntry)]


def _day(row: Seen | DayEntry) -> date:
    return row.happened_on


def _lived(case: Case, row: Seen | DayEntry, today: date) -> Item:
    child = next((child for child in case.children if child.id == row.child_id), None)
    name = f"{called(child, case.ref)}: " if child else ""
    if isinstance(row, Seen):
        parts = [row.what_i_saw, f"It means: {row.impact}" if row.impact else ""]
    else:
        part, source = words_of(case, row, "part", today), words_of(case, row, "source", today)
        parts = [f"{part} ({source}): {row.text}", f"It means: {row.impact}" if row.impact else ""]
    text = one_line(f"{name}{' '.join(part for part in parts if part)}")
    return Item((say_day(row.happened_on, today), text), "", None, text)
