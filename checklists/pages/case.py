"""A case at a glance: each child, the people, the eight questions, the next actions."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from checklists.by_key import by_key
from checklists.dates import say_brief, say_day
from checklists.due import date_word
from checklists.library import Question, library
from checklists.limits import Limits
from checklists.naming import age, called
from checklists.pages.blocks import Block, Cell, Column, Fit, Item, Page, Paragraph, Table
from checklists.pages.case_wide import all_actions, in_full, last_entries
from checklists.pages.evidence import count_of
from checklists.pages.keeping import keeping
from checklists.pages.missing import folded, lookers
from checklists.pages.people import household_line
from checklists.pages.prompted import asked_at, first_dated, sentence, sum_of
from checklists.pages.prompts import aside_table
from checklists.pages.spot import Spot
from checklists.pages.strip import ruler, say_strip, strip
from checklists.pages.today import say_due
from checklists.signals import waiting
from checklists.signals.guards import waits
from checklists.signals.prompt import Prompt
from checklists.signals.whole import every_prompt, prompts_of
from checklists.summaries import summarise
from checklists.use_cases.reflect import answers_to
from store.case import Case
from store.summary import CaseSummary, ChildFacts, OpenAction

WEEKS = 26
NEXT_ACTIONS = 2
"""One where the page would not fit 24 rows otherwise: with several children, and something not recorded."""
ROOMS = (54, 33)
"""The room for a line beside its heading, at 80 columns and at 60, without its comma."""

PLANS = {
    "early_help": "early help",
    "assessment": "assessment",
    "cin": "child in need",
    "cp": "CP plan",
    "lac": "in care",
    "care_leaver": "care leaver",
}
WIDE, WIDEST = 100, 132
"""From so many columns on a prompt is said in full; and the page has all actions and the last entries too."""
SEEN = "Q1"
"""The question of visits: a child's line says what is asked there; the other questions have their own lines."""
QUIET = ("note", "not recorded")
"""What a prompt is that asks for nothing by a date."""


def case_page(case: Case, today: date, limits: Limits, width: int = 80) -> Page:
    """The overview; every list and form of the case is one key away from it. A wide screen has more of it."""
    facts = summarise(case)
    asked = prompts_of(case, facts, today, limits)
    blocks: list[Block] = [
        *keeping(case, facts, today, limits),
        _seen(facts, asked, today, limits),
        _household(case),
        _questions(case, facts, asked, today, limits, width),
        *(fold := folded(facts, asked)),
        _actions(facts, 1 if fold and len(facts.children) > 1 else NEXT_ACTIONS, today, limits),
    ]
    if width >= WIDEST:
        blocks[-1:] = [all_actions(facts, today, limits), last_entries(case, today)]
    if waiting(facts, today) and not case.info.closed_on:
        blocks.append(aside_table(facts, every_prompt(case, facts, today, limits), today))
    if not case.info.closed_on and not _anything(facts, asked, today, limits):
        blocks.append(Paragraph(_nothing(facts, asked)))
    if width >= WIDE:
        blocks = [replace(block, wide=True) if isinstance(block, Table) else block for block in blocks]
    held = "HOLD" if case.info.hold else ""
    long, brief = _joined(held, case_facts(case, today)), _joined(held, short_facts(case, today))
    return Page(case.ref, long, tuple(blocks), "", brief, held)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def case_facts(case: Case, today: date) -> str:
    """`CP plan since Tue 17 Feb, neglect`; several plans each by its name; or when the case was closed."""
    if case.info.closed_on:
        return f"closed {say_day(case.info.closed_on, today)}"
    planned = [child for child in case.children if child.plan in PLANS]
    names = list(dict.fromkeys(PLANS[child.plan] for child in planned))
    if len(names) != 1:
        return ", ".join(names)
    first = planned[0]
    since = f" since {say_day(first.plan_started_on, today)}" if first.plan_started_on else ""
    return f"{names[0]}{since}{f', {first.category}' if first.category else ''}"


def short_facts(case: Case, today: date) -> str:
    """The plans alone."""
    if case.info.closed_on:
        return f"closed {say_day(case.info.closed_on, today)}"
    return ", ".join(dict.fromkeys(PLANS[child.plan] for child in case.children if child.plan in PLANS))


def _anything(facts: CaseSummary, asked: Sequence[Prompt], today: date, limits: Limits) -> bool:
    """A prompt with a date, something to ask before a birth, or an action that is due."""
    dated = any(prompt.severity != "not recorded" for prompt in asked)
    return dated or any(date_word(action.due_on, today, limits) for action in facts.actions)


def _nothing(facts: CaseSummary, asked: Sequence[Prompt]) -> str:
    """How many prompts looked, and how many had too little recorded to look."""
    looked = lookers(facts)
    blind = {prompt.signal for prompt in asked if prompt.severity == "not recorded"} & looked
    little = len(blind) if facts.children else len(looked)
    more = f"; {little} had too little recorded to look" if little else ""
    return f"Nothing is asked today from what is recorded. On this case {len(looked)} prompts looked{more}."


def _seen(facts: CaseSummary, asked: Sequence[Prompt], today: date, limits: Limits) -> Table:
    adults = facts.service == "adults"
    columns = (
        Column("", 3, 3),
        Column(ruler(today, WEEKS), 12, 12, ruler=True),
        Column("in private" if adults else "last alone", 40, 0),
        Column("living space" if adults else "bedroom", 54, 0),
    )
    items = tuple(_child_item(facts, child, asked, today, limits) for child in facts.children)
    empty = f"No {'person' if adults else 'child'} is recorded on this case yet."
    return Table(columns, items, "Seen", titles=True, empty=empty)


def _child_item(facts: CaseSummary, child: ChildFacts, asked: Sequence[Prompt], today: date, limits: Limits) -> Item:
    of_visits = [prompt for prompt in asked if prompt.child_id == child.id and prompt.question == SEEN]
    first = next(iter(first_dated(of_visits)), None)
    word = first.word if first and first.severity not in QUIET else ""
    drawn = strip(child, today, WEEKS, facts.allocated_on)
    cells = (_who(facts, child, today), drawn, _alone(child, today), _bedroom(child, today))
    adult = facts.service == "adults"
    said = say_strip(child, today, WEEKS, facts.allocated_on, adult=adult, limits=limits)
    if waits(child, today) and child.not_asked_until:
        said += f" Visits do not apply until {say_day(child.not_asked_until, today)}. {by_key('open', 'shows why.')}"
    why = sentence(facts, first) if first else f"{called(child, facts.ref)}  {said}"
    return Item(cells, word, Spot(facts.id, "child", child_id=child.id), why)


def _who(facts: CaseSummary, child: ChildFacts, today: date) -> Cell:
    name = child.initials or facts.ref
    years = f" {age(child.born_on, today)}" if child.born_on else " due" if child.unborn else ""
    return Fit(f"{name}{years}", short=name)


def _alone(child: ChildFacts, today: date) -> Cell:
    if child.unborn:
        return ""
    if child.last_alone is None:
        return "not recorded"
    day = say_day(child.last_alone.on, today)
    return Fit(f"observed {day}", short="observed") if child.last_alone.how == "observed" else day


def _bedroom(child: ChildFacts, today: date) -> str:
    if child.unborn:
        return ""
    return say_day(child.bedroom_on, today) if child.bedroom_on else "not recorded"


def _household(case: Case) -> Table:
    line = household_line(case)
    adults = case.info.service == "adults"
    people = "people around this person" if adults else "people in and around the household"
    why = f"{line}\n{by_key('people', f'opens the {people}.')}".lstrip()
    item = Item((line or "none recorded",), "", Spot(case.id, "people"), why)
    return Table((Column("", 12, 12),), (item,), "People" if adults else "Household", inline=True)


def _questions(
    case: Case, facts: CaseSummary, asked: Sequence[Prompt], today: date, limits: Limits, width: int
) -> Table:
    columns = (Column("", 3, 3), Column("answered", 19, 19), Column("evidence", 33, 0), Column("prompt", 49, 33))
    questions = library(case.info.service).questions
    items = tuple(_question_item(case, facts, question, asked, today, limits, width) for question in questions)
    return Table(columns, items, "Questions", titles=True)


def _question_item(
    case: Case, facts: CaseSummary, question: Question, asked: Sequence[Prompt], today: date, limits: Limits, width: int
) -> Item:
    answers = answers_to(case, question.id)
    answered = say_day(answers[-1].answered_on, today) if answers else "not answered"
    mine = [prompt for prompt in asked_at(question.id, asked) if prompt.severity != "not recorded"]
    first = mine[0] if mine else None
    word = first.word if first and first.severity not in QUIET else ""
    count = count_of(case, question.id)
    said = in_full(mine) if mine and width >= WIDE else sum_of(facts, mine, today, limits)
    cells = (f"{question.number} {question.short}", answered, count, said)
    why = sentence(facts, first) if first else f"{question.title}\n{question.prompt}"
    signal, about = (first.signal, first.about) if first else ("", "")
    return Item(cells, word, Spot(case.id, "question", question=question.id, signal=signal, about=about), why)


def _actions(facts: CaseSummary, most: int, today: date, limits: Limits) -> Table:
    rows = facts.actions[:most]
    items = tuple(_action_item(facts, action, not place, today, limits) for place, action in enumerate(rows))
    none = Item(("none open",), "", Spot(facts.id, "actions"), by_key("actions", "opens the seven practical actions."))
    return Table((Column("", 12, 12),), items or (none,), "Actions", inline=True)


def _action_item(facts: CaseSummary, action: OpenAction, first: bool, today: date, limits: Limits) -> Item:
    day = "today" if action.due_on == today else say_brief(action.due_on, today)
    what = f"look again: {action.what}" if action.look_again else action.what
    lead = f"{len(facts.actions)} open. Next: " if first else "then "
    brief, narrow = (f"{lead}{_cut(what, room - len(lead) - len(day))}, {day}" for room in ROOMS)
    cell = Fit(f"{lead}{what}, {day}", brief, narrow)
    key = Spot(facts.id, "action", action.id)
    return Item((cell,), date_word(action.due_on, today, limits), key, f"{action.what}\n{say_due(action, today)}")


def _cut(text: str, room: int) -> str:
    """The text cut short before its date, which is never cut."""
    return text if len(text) <= room else f"{text[: room - 1].rstrip()}…"
