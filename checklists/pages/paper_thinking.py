"""What has changed and been answered since last time, what I wonder, what I do not know, what the record asks, what is open."""

from collections.abc import Mapping, Sequence

from checklists.changes import answers_since
from checklists.dates import say_count, say_day
from checklists.pages.actions import case_actions_page
from checklists.pages.blocks import Block, Column, Facts, Item, Paragraph, Table
from checklists.pages.changes import changes_blocks, count_changes
from checklists.pages.lists.escalations import escalations_told
from checklists.pages.lists.explanations import explanation_items
from checklists.pages.lists.rows import in_two, one_line
from checklists.pages.lists.unknowns import open_unknowns
from checklists.pages.lists.wonders import wonder_items
from checklists.pages.paper_about import DAY_AND_WORDS, About, Part, none
from checklists.pages.prompted import first_dated, sentence
from checklists.pages.prompts import said_aside
from checklists.pages.question import said
from checklists.pages.spot import Spot
from checklists.signals import waiting
from checklists.signals.prompt import Prompt
from checklists.signals.whole import every_prompt
from checklists.signals.wording import many_times
from checklists.summaries import summarise
from store.records import (
    Action,
    Answer,
    DayEntry,
    Escalation,
    Explanation,
    Hypothesis,
    Record,
    Supervision,
    Unknown,
)
from store.summary import CaseSummary

NOT_KNOWN = (Column("By", 3, 3), Column("What", 16, 16), Column("Who may know", 56, 44))
BY = (Column("By", 3, 3), Column("What", 16, 16), Column("Moved", 46, 36))
OWN_SECTION: Mapping[str, tuple[type[Record], ...]] = {
    "life": (DayEntry,),
    "wonder": (Hypothesis, Explanation),
    "unknown": (Unknown,),
    "actions": (Action, Escalation),
    "agreed": (Supervision,),
}
"""Kinds of records that have a section of their own: what is left out there is no news elsewhere either."""
ASKED = (Column("What the record asks", 3, 3),)


def changed(about: About) -> Part:
    """What has changed since last time. Answers stand whole in their own section, and not here a second time."""
    left = [kind for section, kinds in OWN_SECTION.items() if not about.has(section) for kind in kinds]
    without: tuple[type[Record], ...] = (Answer, *left)
    blocks = changes_blocks(about.looked, about.today, without)
    counted = Paragraph(f"{about.looked.since.said[:1].upper()}{about.looked.since.said[1:]}.", dim=True)
    none = Paragraph("Nothing was written in that time.")
    return Part(count_changes(about.looked, without) or "nothing", (counted, *(blocks or (none,))))


def answers(about: About) -> Part:
    """What was answered since last time, whole, each under the question as it was asked."""
    rows = answers_since(about.case, about.looked.since.on)
    pairs = tuple((f"{row.question[1:]} {say_day(row.answered_on, about.today)}", _answer(row)) for row in rows)
    count = say_count(len(rows), "answer") if rows else "none"
    return Part(count, (Facts(pairs),) if pairs else (none(),))


def _answer(row: Answer) -> str:
    return "\n".join(part for part in (row.question_text.strip(), said(row)) if part)


def wonder(about: About) -> Part:
    """What I wonder, open ones first, and explanations with how each was checked."""
    case, today = about.case, about.today
    wonders = tuple(in_two(item) for item in wonder_items(case, today))
    accounts = tuple(in_two(item) for item in explanation_items(case, today))
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
    planned = {one.id: one for one in case.of(Action)}
    items = tuple(_open(item, planned[item.key.record_id]) for item in opened.items if isinstance(item.key, Spot))
    blocks: list[Block] = [Table(BY, items, empty="No action is open.", titles=True)]
    if case.of(Escalation):
        blocks += escalations_told(case, about.today, about.limits)
    moved = sum(1 for action in case.of(Action) if action.state == "open" and action.moved)
    return Part(f"{len(items)} open{f', {moved} moved' if moved else ''}", tuple(blocks))


def _open(item: Item, action: Action) -> Item:
    """By when, what, and how often the day was moved, with why the last time."""
    moved = f"moved {many_times(len(action.moved))}, last because: {action.moved[-1].reason}" if action.moved else ""
    return Item((item.cells[0], item.cells[1], moved), item.word, None, item.why)
