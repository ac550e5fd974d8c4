"""What the record of a case asks: each prompt in full, what is not recorded, and what is set aside."""

from collections.abc import Sequence
from datetime import date

from checklists.by_key import by_key
from checklists.dates import say_day
from checklists.journeys.answering import act_of
from checklists.limits import Limits
from checklists.naming import called
from checklists.pages.blocks import Block, Column, Fit, Item, Page, Paragraph, Table
from checklists.pages.missing import in_guide_order
from checklists.pages.prompted import first_dated, sentence
from checklists.pages.spot import Spot
from checklists.pages.today import FOOT, NOTHING
from checklists.signals import Prompt, waiting
from checklists.signals.whole import every_prompt
from checklists.summaries import summarise
from store.case import Case
from store.summary import CaseSummary, SetAside

COLUMNS = (Column("", 3, 3, tight=True), Column("", 11, 11))
NOT_RECORDED, ASIDE = "Not recorded yet", "Set aside"
MISSING = ("not recorded",)


def prompts_page(case: Case, today: date, limits: Limits) -> Page:
    """By date, oldest first; then what has no date; then what is not recorded; then what waits until a day."""
    facts = summarise(case)
    put_aside = waiting(facts, today)
    every = every_prompt(case, facts, today, limits)
    asked = first_dated([prompt for prompt in every if (prompt.signal, prompt.about) not in put_aside])
    missing = in_guide_order([prompt for prompt in asked if prompt.severity in MISSING])
    others = [prompt for prompt in asked if prompt.severity not in MISSING]
    blocks: list[Block] = [Table(COLUMNS, tuple(prompt_item(case, facts, one) for one in others))] if others else []
    blocks = blocks or [Paragraph(NOTHING)]
    if missing:
        blocks.append(Table(COLUMNS, tuple(prompt_item(case, facts, one) for one in missing), NOT_RECORDED))
    if put_aside:
        blocks.append(aside_table(facts, every, today))
    return Page("Prompts", case.ref, tuple(blocks), FOOT, case.ref)


def prompt_item(case: Case, facts: CaseSummary, prompt: Prompt) -> Item:
    """A prompt as a row; its foot has the message in full, its source, the facts it rests on, and what can be done."""
    word = "" if prompt.severity in MISSING else prompt.word
    text = Fit(prompt.text, prompt.medium, prompt.short, prompt.narrow)
    key = Spot(facts.id, "question", prompt.id, prompt.child_id or "", prompt.question, prompt.signal, prompt.about)
    why = " ".join([sentence(facts, prompt), by_key("done", f": {act_of(case, prompt).words}."), *prompt.facts])
    return Item((_who(facts, prompt.child_id), text), word, key, why)


def aside_table(facts: CaseSummary, every: Sequence[Prompt], today: date) -> Table:
    """What is set aside now, each until its day; Enter takes it back."""
    found = {(prompt.signal, prompt.about): prompt for prompt in every}
    items = tuple(_aside_item(facts, one, found.get(key), today) for key, one in waiting(facts, today).items())
    return Table((*COLUMNS, Column("", 62, 43)), items, ASIDE)


def said_aside(one: SetAside, today: date) -> str:
    """`set aside until Fri 4 Dec: reason`."""
    return f"set aside until {say_day(one.until, today)}: {' '.join(one.reason.split())}"


def _aside_item(facts: CaseSummary, one: SetAside, prompt: Prompt | None, today: date) -> Item:
    day = f"until {say_day(one.until, today)}"
    text = Fit(prompt.text, prompt.medium, prompt.short, prompt.narrow) if prompt else one.signal
    what = sentence(facts, prompt).replace("\n", "  ") if prompt else f"{one.signal}, not asked today."
    why = f"{said_aside(one, today)}\n{what}"
    who = _who(facts, prompt.child_id if prompt else None)
    return Item((who, text, day), "", Spot(facts.id, "set aside", one.id), why)


def _who(facts: CaseSummary, child_id: str | None) -> str:
    child = next((child for child in facts.children if child.id == child_id), None)
    return called(child, facts.ref)[:7] if child else ""
