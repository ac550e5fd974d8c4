"""The case beside a list, on a wide screen: what one wants to know of it before it is opened. It is read, not walked."""

from collections.abc import Iterable, Sequence
from datetime import date

from checklists.dates import say_day
from checklists.library import library
from checklists.limits import Limits
from checklists.naming import age
from checklists.pages.blocks import Block, Column, Fit, Heading, Item, Page, Paragraph, Table
from checklists.pages.case import case_facts
from checklists.pages.evidence import count_of
from checklists.pages.prompted import first_dated
from checklists.pages.strip import ruler, say_interval, strip
from checklists.signals.prompt import Prompt
from checklists.signals.whole import prompts_of
from checklists.summaries import summarise
from checklists.use_cases.reflect import answers_to
from store.case import Case
from store.summary import CaseSummary, ChildFacts, OpenAction

WEEKS = 26
MOST = 6
"""So many prompts and so many actions; the heading says of how many."""
DATED = (Column("", 3, 3), Column("", 16, 16))


def beside_page(case: Case, today: date, limits: Limits) -> Page:
    """Who it is about, the weeks of visits, the questions, what is asked by date, and the next actions."""
    facts = summarise(case)
    asked = prompts_of(case, facts, today, limits)
    blocks: tuple[Block, ...] = (
        Heading(case.ref, ((len(case.ref) + 3, ", ".join(_named(facts, child, today) for child in facts.children)),)),
        Paragraph(_facts(case, facts, today, limits)),
        _seen(facts, today),
        _questions(case, today),
        *_prompts(asked, today),
        *_actions(facts.actions, today),
    )
    return Page(case.ref, blocks=blocks)


def _named(facts: CaseSummary, child: ChildFacts, today: date) -> str:
    years = f" {age(child.born_on, today)}" if child.born_on else ""
    return f"{child.initials or facts.ref}{years}"


def _facts(case: Case, facts: CaseSummary, today: date, limits: Limits) -> str:
    """The plan, and how often a visit is due; each sentence once."""
    adult = facts.service == "adults"
    every = [say_interval(child, today, limits, adult=adult) for child in facts.children if not child.unborn]
    said = [case_facts(case, today), *(() if case.info.closed_on else every)]
    return "\n".join(dict.fromkeys(f"{text[:1].upper()}{text[1:]}." for text in said if text))


def _seen(facts: CaseSummary, today: date) -> Table:
    columns = (Column("", 3, 3), Column(ruler(today, WEEKS), 12, 12, ruler=True))
    items = (
        Item(
            (
                Fit(_named(facts, child, today), short=child.initials or facts.ref),
                strip(child, today, WEEKS, facts.allocated_on),
            )
        )
        for child in facts.children
    )
    return Table(columns, tuple(items), "Seen", titles=True, empty="nobody recorded")


def _questions(case: Case, today: date) -> Table:
    columns = (Column("", 3, 3), Column("answered", 19, 19), Column("evidence", 33, 33))
    items = []
    for question in library(case.info.service).questions:
        answers = answers_to(case, question.id)
        answered = say_day(answers[-1].answered_on, today) if answers else "not answered"
        items.append(Item((f"{question.number} {question.short}", answered, count_of(case, question.id))))
    return Table(columns, tuple(items), "Questions", titles=True)


def _prompts(asked: Sequence[Prompt], today: date) -> Iterable[Block]:
    """By date, as on the case; what is not recorded is told there."""
    dated = [prompt for prompt in first_dated(asked) if prompt.severity != "not recorded"]
    if dated:
        rows = ((say_day(one.on, today) if one.on else "", _brief(one)) for one in dated[:MOST])
        yield _table("Prompts", "by date", len(dated), rows)


def _brief(prompt: Prompt) -> Fit:
    return Fit(prompt.text, prompt.medium, prompt.short, prompt.narrow)


def _actions(actions: Sequence[OpenAction], today: date) -> Iterable[Block]:
    if actions:
        rows = ((say_day(one.due_on, today), Fit(one.what)) for one in actions[:MOST])
        yield _table("Actions", "open", len(actions), rows)


def _table(heading: str, word: str, count: int, rows: Iterable[tuple[str, Fit]]) -> Table:
    title = f"{word}, {MOST} of {count}" if count > MOST else word
    columns = (DATED[0], Column(title, 16, 16))
    return Table(columns, tuple(Item(row) for row in rows), heading, titles=True)
