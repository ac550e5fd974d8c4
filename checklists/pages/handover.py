"""A hand-over of a case: a page for the next worker."""

from collections.abc import Callable, Mapping
from datetime import date

from checklists.dates import say_day
from checklists.pages.actions import action_items
from checklists.pages.blocks import Block, Column, Facts, Heading, Item, Page, Table
from checklists.pages.case import case_facts
from checklists.pages.coming import coming
from checklists.pages.lists.agencies import agency_items, waiting
from checklists.pages.lists.escalations import escalations_told
from checklists.pages.lists.explanations import explanation_items
from checklists.pages.lists.plan import outcome_items
from checklists.pages.lists.rows import in_two, one_line
from checklists.pages.pack import NOT_THE_RECORD
from checklists.pages.paper_about import About, children_of, elsewhere
from checklists.pages.paper_life import life, own_words
from checklists.pages.paper_thinking import unknown
from checklists.pages.people import household_line, people_items
from checklists.pages.prompted import sentence
from checklists.pages.registers import REGISTERS
from checklists.pages.spot import Spot
from checklists.paper_sections import papers
from checklists.signals.whole import prompts_of
from checklists.summaries import summarise
from store.records import Action, Advocate, CapacityNote, DesiredOutcome, Escalation, Explanation

TWO = (Column("When", 3, 3), Column("What", 16, 16))
WHOSE = (Column("Who", 3, 3), Column("What", 16, 16))
PEOPLE = (Column("Who", 3, 3), Column("Relation", 21, 21), Column("Lives", 43, 36), Column("Met", 60, 47))
AGENCIES = (Column("Agency", 3, 3), Column("Sector", 27, 21), Column("Heard", 43, 36), Column("Asked", 61, 47))


def handover_page(about: About) -> Page:
    """What this child's life is like, their words, what is not known, what was tried, dates, people, agencies."""
    case, today = about.case, about.today
    plan = case_facts(case, today)
    intro = (
        ("Made", f"{say_day(today, today)} {today.year}"),
        ("About", children_of(case, today) or case.ref),
        *elsewhere(case, today),
        *((("Plan", plan),) if plan or case.info.service != "adults" else ()),
        ("Left out", f"{papers().handover_left_out}, full names"),
    )
    blocks: list[Block] = [Facts(intro)]
    for section in papers().handover:
        blocks += [Heading(section.titled(case.info.service)), *_PARTS[section.id](about)]
    facts = f"{case.ref}, {say_day(today, today)} {today.year}"
    return Page(papers().handover_title, facts, tuple(blocks), NOT_THE_RECORD, case.ref, cases=(case.id,))


def _tried(about: About) -> tuple[Block, ...]:
    """Actions that are over with what came of them, outcomes with their last reading, what was checked and settled."""
    case, today = about.case, about.today
    over = {one.id: one for one in case.of(Action) if one.state != "open"}
    done = [
        Item((_ended(item, over[item.key.record_id], today), _with_outcome(over[item.key.record_id], today)))
        for item in action_items(case, today)
        if isinstance(item.key, Spot) and item.key.record_id in over
    ]
    checked = {one.id for one in case.of(Explanation) if one.checked_how}
    accounts = [
        in_two(item)
        for item in explanation_items(case, today)
        if isinstance(item.key, Spot) and item.key.record_id in checked
    ]
    outcomes = [in_two(item) for item in outcome_items(case, today)]
    found = [Table(TWO, tuple(done), empty="No action is done or let go yet.")]
    if outcomes:
        found.append(Table(WHOSE, tuple(outcomes), "What the plan is to make different"))
    if accounts:
        found.append(Table(TWO, tuple(accounts), "Explanations that were checked"))
    if case.of(Escalation):
        found += escalations_told(case, today, about.limits)
    return tuple(found)


def _ended(item: Item, action: Action, today: date) -> str:
    """The day on which it was done; else the day that the list has."""
    return say_day(action.done_on, today) if action.done_on else _cell(item, 0)


def _with_outcome(action: Action, today: date) -> str:
    came = action.child_outcome if action.state == "done" else f"let go: {action.dropped_reason}"
    again = f", to look at again {say_day(action.look_again_on, today)}" if action.look_again_on else ""
    return one_line(f"{action.what}: {came}{again}")


def _dates(about: About) -> tuple[Block, ...]:
    """Every open action by its date, and what the record asks by a date or will ask soon."""
    case, today = about.case, about.today
    facts = summarise(case)
    asked = prompts_of(case, facts, today, about.limits)
    ahead = list(coming(facts, asked, today, about.limits))
    rows: list[tuple[date, str, str]] = [
        (one.on, sentence(facts, one).partition("\n")[0], one.word)
        for one in (*asked, *ahead)
        if one.on and one.severity != "not recorded"
    ]
    said = {one.about for one in asked}
    rows += [
        (one.due_on, f"{'Look again: ' if one.look_again else ''}{one.what}", "")
        for one in facts.actions
        if one.id not in said
    ]
    rows.sort(key=lambda row: row[0])
    items = tuple(Item((say_day(day, today), one_line(text)), word, None, text) for day, text, word in rows)
    return (Table(TWO, items, empty="No date is recorded."),)


def _life(about: About) -> tuple[Block, ...]:
    """What life is like; of an adult also what they want to happen, capacity decision by decision, and an advocate."""
    case, lists = about.case, (DesiredOutcome.kind, CapacityNote.kind, Advocate.kind)
    adults = [REGISTERS[kind] for kind in lists] if case.info.service == "adults" else []
    tables = [
        Table(TWO, tuple(map(in_two, one.items(case, about.today))), one.title, empty=one.adult_empty or one.empty)
        for one in adults
    ]
    return (*life(about, whole=True).blocks, *tables)


def _people(about: About) -> tuple[Block, ...]:
    items = tuple(Item(item.cells, item.word, None, item.why) for item in people_items(about.case, about.today))
    line = household_line(about.case)
    return (Facts((("Household", line),)), Table(PEOPLE, items, empty="Nobody is listed yet."))


def _agencies(about: About) -> tuple[Block, ...]:
    case, today = about.case, about.today
    items = tuple(Item(item.cells, item.word, None, item.why) for item in agency_items(case, today))
    asked = tuple(
        Item((say_day(one.happened_on, today), one_line(one.i_asked)), "", None, one.i_asked) for one in waiting(case)
    )
    blocks: list[Block] = [Table(AGENCIES, items, empty="No agency is listed yet.")]
    if asked:
        blocks.append(Table(TWO, asked, "Asked, and not answered yet"))
    return tuple(blocks)


def _cell(item: Item, place: int) -> str:
    cell = item.cells[place]
    return cell if isinstance(cell, str) else cell.full


_PARTS: Mapping[str, Callable[[About], tuple[Block, ...]]] = {
    "life": _life,
    "own_words": lambda about: own_words(about).blocks,
    "unknown": lambda about: unknown(about).blocks,
    "tried": _tried,
    "dates": _dates,
    "people": _people,
    "agencies": _agencies,
}
