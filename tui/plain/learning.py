"""Learning in lines: the themes and where my cases speak to them, the reviews, and what the folders of reviews offer."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from checklists.pages.blocks import Page
from checklists.pages.cpd_line import CPD, LOG
from checklists.pages.spot import Spot
from checklists.wrong import Wrong
from store.case import OWN
from tui.plain import embedding
from tui.plain.desk import Desk, Place
from tui.plain.named import asked_case, case_by_reference, the_case

if TYPE_CHECKING:
    from checklists.learning.offered import New, Offered
    from checklists.learning.reviews import Review
    from checklists.use_cases.gathering import CaseSummary
    from store.case import Case
    from store.records import Record, ReviewReflection

APPLY = "apply:"
"""Begins what `new` makes at a review: its questions, asked in a case."""
CASE_HELP = "The reference, or a part no other has."
ANSWERS = "done N makes an I wonder, an unknown or an action of an answer; edit changes the answers."
MADE_OF_IT = {"an I wonder": "hypothesis", "something I do not know": "unknown", "an action": "action"}
"""What can be made of an answer, as it is chosen, and its kind."""


def learn(desk: Desk, named: str) -> None:
    """Learning; with T1, N1 or words of a title that theme or review."""
    if not named:
        desk.go(learning_place())
    elif theme_id := _theme_id(named):
        desk.go(theme_place(theme_id))
    else:
        desk.go(review_place(the_review(desk, named)))


def theme(desk: Desk, named: str) -> None:
    """A theme, 1 to 8. Raises Wrong."""
    theme_id = _theme_id(named or desk.lines.line("Theme, 1 to 8: "), alone=True)
    if not theme_id:
        raise Wrong("There are eight themes.", "Give a number from 1 to 8, as in theme 4.")
    desk.go(theme_place(theme_id))


def apply(desk: Desk, named: str) -> None:
    """The questions of a review in a case: `apply N1 F-102`; what is not named is the one that one is at, or is asked."""
    from tui.form_names import form_named

    first, _, rest = named.partition(" ")
    at = desk.place.makes.removeprefix(APPLY) if desk.place.makes.startswith(APPLY) else ""
    if at and first and not rest and not _is_review(desk, first):
        first, rest = at, first
    review = the_review(desk, first or at or desk.lines.line("Which review, by its id or title: "))
    case = _case_for(desk, rest.strip())
    desk.fill(form_named(desk.house, case.id, f"apply:{review.record_id or review.id}"))


def offered(desk: Desk, named: str) -> None:
    """What the folders of reviews have that is not taken: the list; with an id the whole of it, and whether to take it."""
    from checklists.learning.offered import find_new

    found = _offered(desk)
    if not named:
        desk.go(offered_place())
    else:
        _take_or_leave(desk, find_new(found, named))


def _case_for(desk: Desk, named: str) -> "Case":
    if named or desk.place.case_id:
        return the_case(desk, named)
    return asked_case(desk, "In which case, by reference: ", CASE_HELP, case_by_reference)


def _theme_id(named: str, *, alone: bool = False) -> str:
    """`T1`, and where only a theme can be meant `1`, as T1; blank for anything else."""
    typed = named.strip().upper()
    number = typed.removeprefix("T") if alone or typed.startswith("T") else ""
    return f"T{number}" if number in tuple("12345678") else ""


# Places


def learning_place() -> Place:
    """All sections of Learning."""
    from checklists.learning.own_reviews import all_reviews
    from checklists.pages.learning import Given, learning_page

    def compose(desk: Desk) -> Page:
        rows, reviews = desk.reading.caseload(), all_reviews(desk.reading)
        return learning_page(Given(desk.reading, rows, desk.today, desk.house.limits(), reviews, _offered(desk)))

    return Place("Learning", compose, "Row", makes="own_review")


def theme_place(theme_id: str) -> Place:
    """A theme, with what the record of every open case says to it."""
    from checklists.pages.learning import services_of
    from checklists.pages.learning.theme_cases import case_items
    from checklists.pages.learning.themes import theme_page

    def compose(desk: Desk) -> Page:
        rows = _open_rows(desk)
        limits = desk.house.limits()
        items = [item for row in rows for item in case_items(desk.reading.case(row.id), theme_id, desk.today, limits)]
        return theme_page(theme_id, services_of(rows), items)

    return Place(f"Theme {theme_id[1:]}", compose, "Row", ("question", "record"))


def review_place(review: "Review") -> Place:
    """A review, with the cases for which it is offered and those in which it was asked."""
    from checklists.learning.own_reviews import all_reviews
    from checklists.learning.reviews import find_review
    from checklists.pages.learning.reviews import applied_items, review_page

    named = review.record_id or review.id

    def compose(desk: Desk) -> Page:
        now, rows = find_review(all_reviews(desk.reading), named), desk.reading.caseload()
        asked = [item for row in _open_rows(desk) for item in applied_items(desk.reading.case(row.id), now, desk.today)]
        return review_page(now, rows, desk.today, asked)

    return Place(f"Review {review.id}", compose, "Case", ("apply", "record"), makes=f"{APPLY}{named}")


def offered_place() -> Place:
    """What the folders have, and the files that cannot be used."""
    from checklists.learning.reviews import national_reviews
    from checklists.pages.blocks import Paragraph
    from checklists.pages.learning.reviews import broken_block, offered_block

    def compose(desk: Desk) -> Page:
        found = _offered(desk)
        blocks = (*offered_block(found, desk.today), *broken_block(found))
        nothing = Paragraph("Nothing is offered now.")
        return Page("Offered", "", blocks or (nothing,), national_reviews().folder)

    return Place("Offered", compose, "Row")


def record_place(found: "Case", record: "Record") -> Place:
    """The place of a record; of a review that was asked, its answers."""
    from store.records import ReviewReflection
    from tui.plain import places

    return answers_place(found, record) if isinstance(record, ReviewReflection) else places.record(found, record)


def answers_place(found: "Case", one: "ReviewReflection") -> Place:
    """What was written to the questions of a review in a case, each answer with its number."""
    from checklists.pages.lists.reflections import ANSWER, answers_page
    from checklists.use_cases.records import the_record
    from store.records import ReviewReflection

    def compose(desk: Desk) -> Page:
        case = desk.reading.case(found.id)
        return replace(answers_page(case, the_record(case, one.id, ReviewReflection), desk.today), foot=ANSWERS)

    return Place(f"Answers {found.ref}", compose, "Answer", (ANSWER,), found.id, one.kind, one.id)


# Rows


def _open_theme(desk: Desk, spot: Spot) -> None:
    desk.go(theme_place(spot.record_id))


def _open_review(desk: Desk, spot: Spot) -> None:
    desk.go(review_place(the_review(desk, spot.record_id)))


def _open_offered(desk: Desk, spot: Spot) -> None:
    offered(desk, spot.record_id)


def _apply_row(desk: Desk, spot: Spot) -> None:
    case = desk.case(spot.case_id) if spot.case_id else None
    apply(desk, f"{spot.record_id} {case.ref if case else ''}".strip())


LEADS: Mapping[str, Callable[[Desk, Spot], None]] = {
    "theme": _open_theme,
    "review": _open_review,
    "offered": _open_offered,
    "apply": _apply_row,
    LOG: embedding.open_log,
    CPD: embedding.open_cpd,
}
"""What `open N` does with a row of Learning, by what it stands for."""


def make_of_answer(desk: Desk, spot: Spot) -> None:
    """An I wonder, an unknown or an action with the words of an answer."""
    from checklists.journeys.applying import form_of_answer
    from store.records import BY_KIND

    words = list(MADE_OF_IT)
    kind = BY_KIND[MADE_OF_IT[words[desk.lines.choose("What is made of it", words)]]]
    house, case = desk.house, desk.case(spot.case_id)
    desk.fill(form_of_answer(house.store, house.clock, house.limits(), case, spot.record_id, int(spot.part), kind))


def _take_or_leave(desk: Desk, new: "New") -> None:
    from checklists.learning.offered import leave, take
    from checklists.pages.learning.reviews import offered_page
    from tui.plain.outlet import sentences

    page = offered_page(new, desk.today)
    told = replace(page, blocks=tuple(block for block in page.blocks if not getattr(block, "items", ())))
    desk.lines.page_through([said.text for said in sentences(told)])
    chosen = desk.lines.choose("What to do", ("take it", "leave it", "decide later"))
    if chosen == 0:
        take(desk.house.store, new)
        desk.lines.say(f"Taken: {new.review.title}.")
    elif chosen == 1:
        leave(desk.house.store, new)
        desk.lines.say("Left. It can still be taken; a newer version is offered again.")
    else:
        desk.lines.say("It stays offered.")


def the_review(desk: Desk, named: str) -> "Review":
    """The review of that id or title. Raises Wrong."""
    from checklists.learning.own_reviews import all_reviews
    from checklists.learning.reviews import find_review

    return find_review(all_reviews(desk.reading), named)


def _is_review(desk: Desk, named: str) -> bool:
    try:
        the_review(desk, named)
    except Wrong:
        return False
    return True


def _offered(desk: Desk) -> "Offered":
    from checklists.learning.offered import look_through

    return look_through(desk.house.review_files(), desk.reading)


def _open_rows(desk: Desk) -> "list[CaseSummary]":
    rows = [row for row in desk.reading.caseload() if row.closed_on is None and not row.damaged]
    return sorted(rows, key=lambda row: row.ref.casefold())


def add_review(desk: Desk) -> None:
    """A review of one's own."""
    from tui.form_names import form_named

    desk.fill(form_named(desk.house, OWN, "own_review"))
