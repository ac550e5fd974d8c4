"""The parts of pages for others, each made from one case: what a supervisor asks first, and what the next worker needs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from checklists.changes import answers_since
from checklists.chronology.own_words import Words
from checklists.chronology.own_words import own_words as words_in_time_order
from checklists.dates import say_count, say_day
from checklists.limits import Limits
from checklists.naming import aged, called
from checklists.pages.actions import case_actions_page
from checklists.pages.blocks import Block, Column, Facts, Item, Paragraph, Table, quoted
from checklists.pages.changes import Looked, changes_blocks, count_changes
from checklists.pages.lists.explanations import explanation_items
from checklists.pages.lists.plan import escalation_items
from checklists.pages.lists.rows import newest, one_line, words_of
from checklists.pages.lists.unknowns import open_unknowns
from checklists.pages.lists.wonders import wonder_items
from checklists.pages.prompted import first_dated, sentence
from checklists.pages.prompts import said_aside
from checklists.pages.question import said
from checklists.pages.strip import ruler, say_strip, strip
from checklists.signals import waiting
from checklists.signals.prompt import Prompt
from checklists.signals.whole import every_prompt
from checklists.summaries import summarise
from store.case import Case
from store.records import Action, DayEntry, Escalation, Explanation, Hypothesis, Seen, Supervision
from store.summary import CaseSummary, SeenFact

WEEKS = 26
DAY_AND_WORDS = (Column("When", 3, 3), Column("What", 16, 16))
WORDS = (Column("When", 3, 3), Column("Words", 16, 16), Column("How", 56, 44))
NOT_KNOWN = (Column("By", 3, 3), Column("What", 16, 16), Column("Who may know", 56, 44))
ASKED = (Column("What the record asks", 3, 3),)


@dataclass(frozen=True, slots=True)
class About:
    """What a page for others is made from."""

    looked: Looked
    today: date
    limits: Limits
    wanted: str = ""
    """What I want from this hour, as it was typed for the next one."""

    @property
    def case(self) -> Case:
        """The case."""
        return self.looked.case


@dataclass(frozen=True, slots=True)
class Part:
    """A section filled in: what a list says of it in a few words, and what stands in it."""

    short: str
    blocks: tuple[Block, ...]


Make = Callable[[About], Part]


def own_words(about: About) -> Part:
    """Everything that each child said or showed, in time order, with who was there and how we talked."""
    case, blocks, count = about.case, [], 0
    for child in case.children:
        found = words_in_time_order(case, child.id, about.today)
        count += len(found)
        name = called(child, case.ref) if len(case.children) > 1 else ""
        items = tuple(_words(one, about.today) for one in found)
        blocks.append(Table(WORDS, items, name, empty="Nothing is recorded yet."))
    return Part(say_count(count, "time") if count else "none recorded", tuple(blocks) or (_none(),))


def _words(one: Words, today: date) -> Item:
    said = one_line(one.words)
    what = (quoted(said) if one.verbatim else said) if said else f"I saw: {one_line(one.saw)}"
    there = f"with {', '.join(one.there)}" if one.there else ""
    told = f"passed on by {one.told_by}" if one.told_by else ""
    how = ", ".join(part for part in (one.how, one.where, there, one.talked, told) if part)
    return Item((say_day(one.on, today), what, how), "", None, what)


def life(about: About) -> Part:
    """The seen strip with the sentence that says the same, what was seen, and the lived day."""
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
    lived = tuple(_lived(case, row, today) for row in newest(_days_and_sights(case), _day))
    blocks.append(Table(DAY_AND_WORDS, lived, "Seen, and the lived day", empty="Nothing of the day is recorded yet."))
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


def changed(about: About) -> Part:
    """What has changed since last time."""
    blocks = changes_blocks(about.looked, about.today)
    counted = Paragraph(f"{about.looked.since.said[:1].upper()}{about.looked.since.said[1:]}.", dim=True)
    none = Paragraph("Nothing was written in that time.")
    return Part(count_changes(about.looked) or "nothing", (counted, *(blocks or (none,))))


def answers(about: About) -> Part:
    """What was answered since last time, whole."""
    rows = answers_since(about.case, about.looked.since.on)
    pairs = tuple((f"{row.question[1:]} {say_day(row.answered_on, about.today)}", said(row)) for row in rows)
    count = say_count(len(rows), "answer") if rows else "none"
    return Part(count, (Facts(pairs),) if pairs else (_none(),))


def wonder(about: About) -> Part:
    """What I wonder, open ones first, and explanations with how each was checked."""
    case, today = about.case, about.today
    wonders = tuple(_plain(item) for item in wonder_items(case, today))
    accounts = tuple(_plain(item) for item in explanation_items(case, today))
    blocks = (
        Table(DAY_AND_WORDS, wonders, empty="No I wonder recorded yet."),
        Table(DAY_AND_WORDS, accounts, "Explanations", empty="No account is recorded yet."),
    )
    still = [row for row in case.of(Hypothesis) if row.state == "open"]
    unchecked = [row for row in case.of(Explanation) if not row.checked_how]
    said = [f"{len(still)} open" if still else "", f"{len(unchecked)} not checked" if unchecked else ""]
    return Part(", ".join(part for part in said if part) or "none open", blocks)


def unknown(about: About) -> Part:
    """What is not known yet, by the day by which to have asked."""
    rows = open_unknowns(about.case)
    items = tuple(
        Item((say_day(row.by_on, about.today), one_line(row.what), row.who_may_know), "", None, row.what)
        for row in rows
    )
    table = Table(NOT_KNOWN, items, empty="Nothing is listed as not known. What do you not know yet?")
    return Part(f"{len(rows)} open" if rows else "none listed", (table,))


def prompts(about: About) -> Part:
    """What the record asks, each in full with its source; what is not recorded; what is set aside and why."""
    facts = summarise(about.case)
    every = every_prompt(about.case, facts, about.today, about.limits)
    aside = waiting(facts, about.today)
    asked = first_dated([one for one in every if (one.signal, one.about) not in aside])
    dated = [one for one in asked if one.severity != "not recorded"]
    blocks: list[Block] = [_asked(facts, dated)]
    if missing := [one for one in asked if one.severity == "not recorded"]:
        blocks.append(_asked(facts, missing, "Not recorded yet"))
    if aside:
        found = {(one.signal, one.about): one for one in every}
        blocks.append(
            Table(
                ASKED,
                tuple(
                    Item((f"{_name(facts, found.get(key), key[0])} {said_aside(one, about.today)}",))
                    for key, one in aside.items()
                ),
                "Set aside",
            )
        )
    count = f"{len(dated)}, each with its dates" if dated else "nothing is asked today"
    return Part(count, tuple(blocks))


def _asked(facts: CaseSummary, asked: Sequence[Prompt], heading: str = "") -> Table:
    items = tuple(Item((sentence(facts, one).replace("\n", " "),), one.word, None, one.text) for one in asked)
    return Table(ASKED, items, heading, empty="Nothing is asked today from what is recorded.")


def _name(facts: CaseSummary, prompt: Prompt | None, signal: str) -> str:
    return sentence(facts, prompt).partition("\n")[0] if prompt else f"{signal}, not asked today:"


def actions(about: About) -> Part:
    """Open actions with what was moved and why, and escalations."""
    case = about.case
    page = case_actions_page(case, about.today, about.limits)
    opened = next(block for block in page.blocks if isinstance(block, Table) and block.heading == "Open")
    items = tuple(_in_full(case, item) for item in opened.items)
    blocks: list[Block] = [Table(opened.columns, items, empty="No action is open.", titles=True)]
    if case.of(Escalation):
        blocks.append(
            Table(DAY_AND_WORDS, tuple(_plain(item) for item in escalation_items(case, about.today)), "Escalations")
        )
    moved = sum(1 for action in case.of(Action) if action.state == "open" and action.moved)
    return Part(f"{len(items)} open{f', {moved} moved' if moved else ''}", tuple(blocks))


def _in_full(_case: Case, item: Item) -> Item:
    """The row without its key; what is only in the foot on a screen is not lost on paper."""
    return Item(item.cells, item.word, None, item.why)


def learning(_about: About) -> Part:
    """What I want to bring from reviews."""
    return Part("none noted", (Paragraph("Nothing is noted to bring."),))


def private(about: About) -> Part:
    """Notes for me alone, the newest on top."""
    rows = newest((row for row in about.case.of(Supervision) if row.me_note.strip()), lambda row: row.held_on)
    pairs = tuple((say_day(row.held_on, about.today), row.me_note) for row in rows)
    return Part(say_count(len(rows), "note") if rows else "none", (Facts(pairs),) if pairs else (_none(),))


def wanted(about: About) -> Part:
    """The line typed for this hour."""
    text = about.wanted.strip()
    return Part("1 line" if text else "not written yet", (Paragraph(text or "Nothing is written here yet."),))


def agreed(about: About) -> Part:
    """What was decided in the hour of this day, or what was decided last time; each with the role of with whom."""
    rows = newest(about.case.of(Supervision), lambda row: row.held_on)
    now = next((row for row in rows if row.held_on == about.today), None)
    last = next((row for row in rows if row.held_on < about.today), None)
    blocks: list[Block] = [_hour(now, about.today) if now else Paragraph("To be filled in during the hour.")]
    if last:
        blocks += [Paragraph("Last time:", dim=True), _hour(last, about.today)]
    return Part(f"last {say_day(last.held_on, about.today)}" if last else "none yet", tuple(blocks))


def _hour(row: Supervision, today: date) -> Facts:
    return Facts(
        (
            ("Held on", say_day(row.held_on, today)),
            ("With", row.with_role),
            ("Tested", row.tested),
            ("Decided", row.decided),
        )
    )


def _plain(item: Item) -> Item:
    """The row in two columns, without its key: its day or name, and all the rest in words."""
    first, *rest = (cell if isinstance(cell, str) else cell.full for cell in item.cells)
    text = one_line("  ".join(part for part in rest if part))
    return Item((first, text), "", None, text)


def _none() -> Paragraph:
    return Paragraph("None recorded.")


def children_of(case: Case, today: date) -> str:
    """`K.M., 8, L.M., 3`."""
    return ", ".join(aged(child, today, case.ref) for child in case.children)


PACK_PARTS: Mapping[str, Make] = {
    "own_words": own_words,
    "life": life,
    "changed": changed,
    "answers": answers,
    "wonder": wonder,
    "unknown": unknown,
    "prompts": prompts,
    "actions": actions,
    "learning": learning,
    "private": private,
    "wanted": wanted,
    "agreed": agreed,
}
"""What fills each section of a pack."""
