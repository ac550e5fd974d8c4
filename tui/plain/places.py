"""The places of plain mode: each a page of `checklists/pages`, and what its numbered rows are called."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from checklists.own_book import book
from checklists.pages.blocks import Page, Paragraph
from checklists.pages.caseload import LEGEND, Order, caseload_page
from checklists.pages.cases_list import cases_page
from checklists.pages.today import today_page
from tui.plain.desk import Desk, Place

if TYPE_CHECKING:
    from store.case import Case
    from store.records import Record

EMPTY = (
    "No cases yet. Type new to add one, with your own reference and initials; it takes a minute. "
    "Or type import to bring in your own rows of an Annex A workbook; nothing is written before you have heard it."
)


def today() -> Place:
    """Who has not been seen alone by the date set, and what is due."""

    def compose(desk: Desk) -> Page:
        rows = desk.reading.caseload()
        page = today_page(rows, desk.today, desk.house.limits(), *desk.house.for_me(desk.today))
        return page if rows else replace(page, blocks=(Paragraph(EMPTY),))

    return Place("Today", compose, "Line", makes="case")


def caseload(order: Order = "next") -> Place:
    """One line a child or adult, in the order chosen."""

    def compose(desk: Desk) -> Page:
        rows = desk.reading.caseload()
        page = caseload_page(rows, desk.today, desk.house.limits(), order)
        shown = page if rows else replace(page, blocks=(Paragraph(EMPTY),))
        return replace(shown, foot=shown.foot.replace(LEGEND, "").strip())

    return Place("Caseload", compose, "Case", makes="case")


def cases() -> Place:
    """All cases by reference, closed ones too."""
    return Place("Cases", lambda desk: cases_page(desk.reading.caseload(), desk.today), "Case", makes="case")


def case(found: "Case") -> Place:
    """A case at a glance."""
    from checklists.pages.case import case_page

    return _of(found, f"Case {found.ref}", lambda desk, whole: case_page(whole, desk.today, desk.house.limits()), "")


def all_actions() -> Place:
    """The open actions of all cases."""
    from checklists.pages.actions import all_actions_page

    def compose(desk: Desk) -> Page:
        return all_actions_page(desk.reading.caseload(), desk.today, desk.house.limits())

    return Place("Actions", compose, "Action", ("action",), makes="action")


def actions_over() -> Place:
    """The actions of all open cases that are done or let go."""
    from checklists.pages.done_actions import done_actions_page

    def compose(desk: Desk) -> Page:
        rows = [row for row in desk.reading.caseload() if not row.closed_on and not row.damaged]
        return done_actions_page([desk.reading.case(row.id) for row in rows], desk.today)

    return Place("Actions over", compose, "Action", ("action",), makes="action")


def actions(found: "Case") -> Place:
    """The actions of one case, open and over."""
    from checklists.pages.actions import case_actions_page

    place = _of(
        found,
        f"Actions {found.ref}",
        lambda desk, whole: case_actions_page(whole, desk.today, desk.house.limits()),
        "action",
    )
    return replace(place, noun="Action", counted=("action",))


CHANGES = {"open": "edit N"}
"""Where a number opens no page, and its row is changed."""
NOUNS = {"person": "Person", "hypothesis": "I wonder", "visit": "Visit", "child": "Child", "answer": "Answer"}


def register(found: "Case", kind: str) -> Place:
    """The list of one kind of record on a case."""
    from checklists.pages.register import register_page
    from checklists.pages.registers import NAMED
    from store.records import BY_KIND

    adult = kind == "child" and found.info.service == "adults"
    noun = "Person" if adult else NOUNS.get(kind) or _capital(BY_KIND[kind].name)
    name = "People" if kind == "person" else "Children" if noun == "Child" else f"{noun}s"
    name = _capital(NAMED[kind].word) if kind in NAMED else name

    def compose(desk: Desk, whole: "Case") -> Page:
        return register_page(whole, kind, desk.today, desk.house.limits())

    place = _of(found, f"{name} {found.ref}", compose, kind)
    return replace(place, noun=noun)


def concern_words(found: "Case") -> Place:
    """Words to use for each step of an escalation."""
    from checklists.pages.guiding import concern_page

    def compose(desk: Desk, whole: "Case") -> Page:
        return concern_page(whole.info.service, desk.house.limits(), whole.ref)

    return _of(found, f"Words {found.ref}", compose, "")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def record(found: "Case", about: "Record") -> Place:
    """All that is recorded in one record."""
    from checklists.pages.actions import action_detail
    from checklists.pages.register import record_page
    from checklists.use_cases.records import the_record
    from store.records import Action, Record

    def compose(desk: Desk, whole: "Case") -> Page:
        now = the_record(whole, about.id, Record)
        if isinstance(now, Action):
            return Page("Action", f"{whole.ref}, id {now.short_id}", action_detail(whole, now, desk.today))
        return record_page(whole, now, desk.today, desk.house.limits())

    name = about.name[0].upper() + about.name[1:]
    return replace(_of(found, f"{name} {about.short_id}", compose, about.kind), record_id=about.id)


def record_history(found: "Case", record_id: str) -> Place:
    """The earlier texts of a record, also of one that was taken out."""
    from checklists.pages.record_history import record_history_page

    def compose(desk: Desk, whole: "Case") -> Page:
        versions = desk.reading.versions(whole.id)
        about = whole.find(record_id) or next(one.record for one in reversed(versions) if one.record.id == record_id)
        return record_history_page(whole, about, versions, desk.today)

    return replace(_of(found, f"Earlier texts {found.ref}", compose, ""), record_id=record_id)


def question_history(found: "Case", question: str) -> Place:
    """Every answer to a question with its date, and what changed between two."""
    from checklists.pages.history import history_page
    from checklists.use_cases.reflect import answers_to

    def compose(desk: Desk, whole: "Case") -> Page:
        versions = {answer.id: desk.reading.versions(whole.id, answer.id) for answer in answers_to(whole, question)}
        return history_page(whole, question, versions, desk.today)

    return _of(found, f"History {question[1:]} {found.ref}", compose, "")


def limits() -> Place:
    """Every timescale and count, where it comes from, and who set it."""
    from checklists.pages.limits import limits_page

    def compose(desk: Desk) -> Page:
        book = desk.house.rulebook()
        return limits_page(book.settings(desk.today), book.counts(desk.today), desk.today)

    return Place("Limits", compose, "Limit", ("limit", "count"), makes="limit", own_words=CHANGES)


def away() -> Place:
    """School holidays here, and my own leave."""
    from checklists.pages.away import away_page

    def compose(desk: Desk) -> Page:
        return away_page(desk.reading.practitioner().away, desk.today)

    return Place("Days away", compose, "Days", ("away",), makes="away", own_words=CHANGES)


def asked(found: "Case") -> Place:
    """What the record of a case asks, what is not recorded, and what is set aside; each row with its number."""
    from checklists.pages.prompts import prompts_page

    place = _of(
        found,
        f"Prompts {found.ref}",
        lambda desk, whole: prompts_page(whole, desk.today, desk.house.limits()),
        "",
    )
    return replace(place, noun="Prompt", counted=("question", "set aside"))


def _of(found: "Case", name: str, compose: "Callable[[Desk, Case], Page]", makes: str) -> Place:
    """A place on a case; the case is read anew whenever it is said."""
    return Place(name, lambda desk: compose(desk, book(desk.reading, found.id)), case_id=found.id, makes=makes)
