"""My learning in lines: the log, the year of CPD and its pieces, a piece from a reflection, the sheet of a review."""

from typing import TYPE_CHECKING

from checklists.pages.blocks import Page
from checklists.wrong import Wrong
from store.case import OWN
from tui.plain.desk import Desk, Place
from tui.plain.named import asked_case, case_by_reference, the_record_meant
from tui.plain.papers import Paper

if TYPE_CHECKING:
    from checklists.learning.cpd_year import Year
    from checklists.pages.spot import Spot
    from store.case import Case
    from store.records import Record

CHECK, FROM = "check", "from"
CASE_HELP = "The reference, or a part no other has."
FIRST_YEAR = 1000
"""A number with four figures is a year, a smaller one a row."""
NO_YEAR = "Give the year in which it ends, as in cpd 2026; or check, or from and a number."


def log(desk: Desk, _named: str) -> None:
    """My learning log; done and a number makes a CPD piece of an entry."""
    from checklists.own_book import own_book
    from checklists.pages.learning.log import log_page

    def compose(at: Desk) -> Page:
        return log_page(own_book(at.reading), at.today, at.house.limits())

    desk.go(Place("My learning", compose, "Entry", ("record",), case_id=OWN, makes="learning_entry"))


def cpd(desk: Desk, named: str) -> None:
    """The years; the form of one; the check for names; or a piece from a row, or from the record that one is at."""
    word, _, rest = named.casefold().partition(" ")
    if word == CHECK:
        year = _year(desk, rest)
        desk.lines.page_through(_checked(desk, year))
    elif word == FROM:
        case, record = the_record_meant(desk, rest.strip())
        piece_from(desk, case, record)
    elif named:
        desk.go(form_place(_year(desk, named)))
    else:
        desk.go(years_place(desk))


def years_place(desk: Desk) -> Place:
    """The pieces of this year and of those before; it can be written as the form of this year."""
    from checklists.own_book import own_book
    from checklists.pages.learning.cpd import cpd_page

    def compose(at: Desk) -> Page:
        return cpd_page(own_book(at.reading), at.today, at.house.limits())

    paper = _paper(_year(desk, ""))
    return Place("CPD", compose, "Piece", ("record",), case_id=OWN, makes="cpd_piece", paper=paper)


def form_place(year: "Year") -> Place:
    """The pieces of a year in the order of the form."""
    paper = _paper(year)
    return Place(f"CPD {year.last.year}", paper.page, case_id=OWN, makes="cpd_piece", paper=paper)


def _paper(year: "Year") -> Paper:
    from checklists.own_book import own_book
    from checklists.pages.learning.cpd import form_page

    def page(at: Desk) -> Page:
        return form_page(own_book(at.reading), year, at.today)

    return Paper("cpd", f"year-{year.last.year}", page, check=lambda at: _found(at, year))


def _year(desk: Desk, named: str) -> "Year":
    from checklists.learning.cpd_year import year_named, year_of
    from checklists.learning.embedding import embedding

    ends = embedding().cpd.ends
    if not named.strip():
        return year_of(desk.today, ends)
    if not named.strip().isdecimal() or not FIRST_YEAR <= int(named) <= desk.today.year + 1:
        raise Wrong("That is no year of CPD.", NO_YEAR)
    return year_named(int(named), ends)


def _found(desk: Desk, year: "Year") -> list[str]:
    """What stands in the pieces of the year that points to somebody; nothing where nothing was found."""
    from checklists.own_book import own_book
    from checklists.pages.learning.cpd import check_lines
    from checklists.use_cases.cpd import check_year

    found, unread = check_year(desk.house.store, own_book(desk.house.store), year, desk.today)
    return check_lines(found, unread) if found or unread else []


def _checked(desk: Desk, year: "Year") -> list[str]:
    from checklists.pages.learning.cpd import check_lines

    if desk.masked:
        raise Wrong("Names and text are masked.", "Type mask to show them, then cpd check.")
    return _found(desk, year) or check_lines((), ())


def piece_from(desk: Desk, case: "Case", record: "Record") -> None:
    """A piece from a reflection: it begins empty, unless the whole word takes the text over. Raises Wrong."""
    from checklists.journeys.learning import cpd_form, say_found
    from checklists.use_cases.cpd import names_near, source_of

    source, house = source_of(case, record), desk.house
    taken = bool(source.texts) and desk.lines.confirm(
        "Is the text of the record to stand in the piece? It may hold names.", "take"
    )
    if taken:
        said = say_found(names_near(house.store, source.texts, source)).strip()
        desk.lines.say(said or "Taken over. Take out what could point to somebody before you save.")
    desk.fill(cpd_form(house.store, house.clock, source=source, taken=taken))


def escalate(desk: Desk, named: str) -> None:
    """An escalation on a case, from an entry of the log: on the case that it names, else on one that is asked."""
    from checklists.journeys.escalating import any_record_form
    from store.records import Escalation, LearningEntry

    _, entry = the_record_meant(desk, named)
    assert isinstance(entry, LearningEntry)
    house = desk.house
    known = [row.id for row in house.store.caseload() if row.id in entry.case_ids and not row.closed_on]
    if len(known) == 1:
        case = desk.case(known[0])
    else:
        case = asked_case(desk, "On which case, by reference: ", CASE_HELP, case_by_reference)
    about = {"about": " ".join((entry.what_was_said or entry.what_i_take).split())}
    desk.fill(any_record_form(house.store, house.clock, house.limits(), case, Escalation, about=about))


def sheet(desk: Desk, named: str) -> None:
    """The sheet of a review for a team meeting; of the review that is named, that one is at, or that is asked."""
    from checklists.pages.learning.team_sheet import team_sheet_page
    from tui.plain.learning import APPLY, the_review

    at = desk.place.makes.removeprefix(APPLY) if desk.place.makes.startswith(APPLY) else ""
    review_id = named or at or desk.lines.line("Which review, by its id or title: ")
    review = the_review(desk, review_id)
    named_by = review.record_id or review.id

    def page(now: Desk) -> Page:
        return team_sheet_page(the_review(now, named_by), now.today)

    desk.go(Place(f"Sheet {review.id}", page, paper=Paper("team-sheet", review.id, page)))


def open_log(desk: Desk, _spot: "Spot") -> None:
    """From Learning to the log."""
    log(desk, "")


def open_cpd(desk: Desk, _spot: "Spot") -> None:
    """From Learning, and from Today, to CPD."""
    cpd(desk, "")
