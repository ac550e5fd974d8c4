"""A case at a glance: each child, the people, the eight questions, the next actions."""

from collections.abc import Sequence
from datetime import date

from checklists.dates import say_brief, say_day
from checklists.due import date_word
from checklists.library import Question, library
from checklists.limits import Limits
from checklists.naming import age, called
from checklists.pages.blocks import Block, Column, Fit, Item, Page, Paragraph, Table, short
from checklists.pages.evidence import count_of
from checklists.pages.people import household_line
from checklists.pages.spot import Spot
from checklists.pages.strip import ruler, say_strip, strip
from checklists.pages.today import say_due
from checklists.signals import SIGNALS, prompts
from checklists.signals.prompt import Prompt
from checklists.summaries import summarise
from checklists.use_cases.reflect import answers_to
from store.case import Case
from store.summary import CaseSummary, ChildFacts, OpenAction

WEEKS = 26
NEXT_ACTIONS = 2

PLANS = {
    "early_help": "early help",
    "assessment": "assessment",
    "cin": "child in need",
    "cp": "CP plan",
    "lac": "in care",
    "care_leaver": "care leaver",
}


def case_page(case: Case, today: date, limits: Limits) -> Page:
    """The overview; every list and form of the case is one key away from it."""
    facts = summarise(case)
    asked = prompts(facts, today, limits)
    blocks: tuple[Block, ...] = (
        _seen(facts, asked, today),
        _household(case),
        _questions(case, facts, asked, today),
        _actions(facts, today, limits),
    )
    if not [prompt for prompt in asked if prompt.severity != "note"] and not case.info.closed_on:
        blocks = (*blocks, Paragraph(_nothing(), dim=True))
    return Page(case.ref, case_facts(case, today), blocks, "", short_facts(case, today))


def case_facts(case: Case, today: date) -> str:
    """`CP plan since Tue 17 Feb, neglect`, each plan once; or when the case was closed."""
    if case.info.closed_on:
        return f"closed {say_day(case.info.closed_on, today)}"
    said: list[str] = []
    for child in case.children:
        if child.plan in PLANS:
            since = f" since {say_day(child.plan_started_on, today)}" if child.plan_started_on else ""
            category = f", {child.category}" if child.category else ""
            said.append(f"{PLANS[child.plan]}{since}{category}")
    return "; ".join(dict.fromkeys(said))


def short_facts(case: Case, today: date) -> str:
    """The plans alone."""
    if case.info.closed_on:
        return f"closed {say_day(case.info.closed_on, today)}"
    return ", ".join(dict.fromkeys(PLANS[child.plan] for child in case.children if child.plan in PLANS))


def _nothing() -> str:
    looked = len(SIGNALS)
    return f"Nothing is asked today from what is recorded. On this case {looked} prompts looked."


def _seen(facts: CaseSummary, asked: Sequence[Prompt], today: date) -> Table:
    adults = facts.service == "adults"
    place = "living space" if adults else "bedroom"
    alone = "in private" if adults else "last alone"
    columns = (
        Column("", 3, 3),
        Column(ruler(today, WEEKS), 12, 12, ruler=True),
        Column(alone, 41, 0),
        Column(place, 54, 0),
    )
    items = tuple(_child_item(facts, child, asked, today) for child in facts.children)
    return Table(columns, items, "Seen", titles=True, empty="No child is recorded on this case yet." if not adults else "No person is recorded on this case yet.")


def _child_item(facts: CaseSummary, child: ChildFacts, asked: Sequence[Prompt], today: date) -> Item:
    mine = [prompt for prompt in asked if prompt.child_id == child.id]
    first = next((prompt for prompt in mine if prompt.word), None)
    alone = "not recorded"
    if child.last_alone:
        alone = say_brief(child.last_alone.on, today)
    room = say_brief(child.bedroom_on, today) if child.bedroom_on else "not recorded"
    if child.unborn:
        alone = room = ""
    years = f" {age(child.born_on, today)}" if child.born_on else " due" if child.unborn else ""
    name = called(child, facts.ref)[: 8 - len(years)]
    word = first.word if first and first.severity != "not recorded" else ""
    why = "\n".join(prompt.text for prompt in mine) or say_strip(child, today, WEEKS)
    return Item((name + years, strip(child, today, WEEKS, facts.allocated_on), alone, room), word, Spot(facts.id, "child", child_id=child.id), why)


def _household(case: Case) -> Table:
    line = household_line(case)
    people = "people around this person" if case.info.service == "adults" else "people in and around the household"
    why = f"Enter or h opens the {people}."
    item = Item((line or "none recorded",), "", Spot(case.id, "people"), why)
    return Table((Column("", 12, 12),), (item,), "Household" if case.info.service == "children" else "People", inline=True)


def _questions(case: Case, facts: CaseSummary, asked: Sequence[Prompt], today: date) -> Table:
    columns = (Column("", 3, 3), Column("answered", 19, 19), Column("evidence", 33, 32), Column("prompt", 49, 0, 49))
    items = tuple(_question_item(case, facts, question, asked, today) for question in library(case.info.service).questions)
    return Table(columns, items, "Questions", titles=True)


def _question_item(case: Case, facts: CaseSummary, question: Question, asked: Sequence[Prompt], today: date) -> Item:
    answers = answers_to(case, question.id)
    answered = say_brief(answers[-1].answered_on, today) if answers else "not answered"
    mine = [prompt for prompt in asked if prompt.question == question.id]
    shown = next((prompt for prompt in mine if prompt.severity not in ("not recorded", "note")), mine[0] if mine else None)
    more = f", +{len(mine) - 1}" if len(mine) > 1 else ""
    word = shown.word if shown else ""
    cells = (f"{question.number} {question.short}", answered, count_of(case, question.id), Fit(_sum(shown, today, more), short=_sum(shown, today, "")))
    why = f"{_initials(facts, shown)}{shown.text}\n{_source(shown)}" if shown else f"{question.title}\n{question.prompt}"
    return Item(cells, word, Spot(case.id, "question", question=question.id), why)


def _sum(prompt: Prompt | None, today: date, more: str) -> str:
    """`14 wd, plan 10`: the arithmetic in a column."""
    if prompt is None:
        return ""
    if prompt.severity == "not recorded":
        return f"not recorded{more}" if more else ""
    if prompt.count is None:
        return short(f"{prompt.short}{more}", prompt.short)
    tail = prompt.medium.rpartition(". ")[2] if ". " in prompt.medium else ""
    interval = tail.lower() if tail.startswith(("Plan", "Limit")) else f"due {say_brief(prompt.on, today)}" if prompt.on else ""
    unit = "wd" if " wd" in prompt.medium or prompt.signal != "S1" and prompt.limit_id == "cp_visit" else "days"
    return short(f"{prompt.count} {unit}, {interval}{more}", f"{prompt.count} {unit}, {interval}", interval)


def _source(prompt: Prompt) -> str:
    return f"{prompt.signal}, {prompt.source}." if prompt.source else f"{prompt.signal}. Enter opens question {prompt.question[1:]}."


def _initials(facts: CaseSummary, prompt: Prompt) -> str:
    child = next((child for child in facts.children if child.id == prompt.child_id), None)
    return f"{called(child, facts.ref)}  " if child else ""


def _actions(facts: CaseSummary, today: date, limits: Limits) -> Table:
    rows = facts.actions
    if not rows:
        item = Item(("none open",), "", Spot(facts.id, "actions"), "a opens the seven practical actions, also when there are none.")
        return Table((Column("", 12, 12),), (item,), "Actions", inline=True)
    items = tuple(_action_item(facts, action, place, today, limits) for place, action in enumerate(rows[:NEXT_ACTIONS]))
    return Table((Column("", 12, 12),), items, "Actions", inline=True)


def _action_item(facts: CaseSummary, action: OpenAction, place: int, today: date, limits: Limits) -> Item:
    day = "today" if action.due_on == today else say_brief(action.due_on, today)
    what = f"look again: {action.what}" if action.look_again else action.what
    lead = f"{len(facts.actions)} open. Next: " if place == 0 else "then "
    room = 54 - len(lead) - len(day)
    brief = what if len(what) <= room else f"{what[: room - 1].rstrip()}…"
    cell = Fit(f"{lead}{what}, {day}", f"{lead}{brief}, {day}", f"{lead}{day}")
    return Item((cell,), date_word(action.due_on, today, limits), Spot(facts.id, "action", action.id), f"{action.what}\n{say_due(action, today)}")
