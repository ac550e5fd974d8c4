"""Lists of a case as pages for a file: own words of every child, and every escalation with all its steps."""

from collections.abc import Sequence
from datetime import date

from checklists.dates import say_day
from checklists.limits import Limits
from checklists.naming import called
from checklists.pages.blocks import Block, Facts, Heading, Page, Paragraph
from checklists.pages.lists.escalations import escalation_facts
from checklists.pages.own_words import TITLES, words_on_paper
from checklists.pages.pack import NOT_THE_RECORD
from store.case import Case
from store.records import Child, Escalation

LEFT_OUT = "Left out: full names, my private notes on supervision, drafts, and what was taken out."
NO_ESCALATION = "No escalation is recorded."


def words_to_write(case: Case, children: Sequence[Child], today: date, theme: str = "") -> Page:
    """What each of these children has said or shown, in time order, one after the other."""
    blocks: list[Block] = []
    for child in children:
        blocks += [Heading(called(child, case.ref)), *words_on_paper(case, child, today, theme)]
    empty = () if blocks else (Paragraph("Nobody is recorded on this case yet."),)
    return _to_write(TITLES[case.info.service], case, today, (*blocks, *empty))


def escalations_to_write(case: Case, today: date, limits: Limits) -> Page:
    """Every escalation: what it is about, each step with its limit and its answer, and what came of it. Open ones first."""
    rows = sorted(case.of(Escalation), key=lambda one: (one.closed_on is not None, one.step_started_on, one.id))
    blocks: list[Block] = []
    for one in rows:
        blocks += [Heading(one.about), Facts(escalation_facts(case, one, today, limits))]
    return _to_write("Escalations", case, today, tuple(blocks) or (Paragraph(NO_ESCALATION),))


def _to_write(place: str, case: Case, today: date, blocks: Sequence[Block]) -> Page:
    """With the day, and what is left out."""
    made = (Heading("About these pages"), Paragraph(f"Made on {say_day(today, date.min)}."), Paragraph(LEFT_OUT))
    facts = f"{case.ref}, {say_day(today, today)} {today.year}"
    return Page(place, facts, (*blocks, *made), NOT_THE_RECORD, case.ref, cases=(case.id,))
