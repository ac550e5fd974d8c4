"""My learning on the command line: the log, the year of CPD, a piece from a reflection, the sheet of a review."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checklists.own_book import book, own_book
from checklists.wrong import Wrong
from tui.commands.giving import FORMS, give, to_file, write
from tui.commands.printing import as_json, record_data, say, talk, write_json, write_page
from tui.commands.records import tell
from tui.commands.session import Session, handed

if TYPE_CHECKING:
    from checklists.learning.cpd_year import Standing, Year
    from checklists.learning.names import Found
    from store.records import CpdPiece

in_year = click.option("--year", type=int, metavar="YEAR", help="The year in which it ends; without it this one.")


@click.command()
@as_json
@handed
def log(session: Session, *, json_: bool) -> None:
    """Each of the five with when it was last done; then the entries, each with the id by which commands name it."""
    from checklists.pages.learning.log import log_page
    from store.records import LearningEntry

    own = own_book(session.store)
    if json_:
        write_json([record_data(one) for one in own.of(LearningEntry)])
    else:
        page = log_page(own, session.today, session.house.limits())
        write_page(session.house, page, ids=True)


@click.command()
@click.argument("named", metavar="REVIEW")
@to_file
@handed
def sheet(session: Session, named: str, **file: Any) -> None:
    """REVIEW is its id, such as N1, or words of its title."""
    from checklists.learning.own_reviews import all_reviews
    from checklists.learning.reviews import find_review
    from checklists.pages.learning.team_sheet import team_sheet_page

    review = find_review(all_reviews(session.store), named)
    give(session, team_sheet_page(review, session.today), "team-sheet", review.id, **file)


@click.command()
@in_year
@as_json
@handed
def listing(session: Session, *, year: int | None, json_: bool) -> None:
    """What is asked of the year and what is still open; with --year the pieces of that one alone."""
    from checklists.learning import cpd_year
    from checklists.pages.learning.cpd import cpd_page, form_page
    from store.records import CpdPiece

    own, found = own_book(session.store), _year(session, year)
    if json_:
        write_json({**_standing(session, found), "pieces": _pieces(cpd_year.in_year(own.of(CpdPiece), found))})
    elif year is None:
        write_page(session.house, cpd_page(own, session.today, session.house.limits()), ids=True)
    else:
        write_page(session.house, form_page(own, found, session.today))


@click.command()
@in_year
@as_json
@handed
def check(session: Session, *, year: int | None, json_: bool) -> None:
    """References, initials, own ids, labels and names that are known here, in the pieces of the year. 1 where one is found."""
    from checklists.pages.learning.cpd import check_lines

    found, unread = _checked(session, _year(session, year))
    if json_:
        write_json({"found": [_found(one) for one in found], "not_looked_for": unread})
    else:
        say("\n".join(check_lines(found, unread)))
    if found or unread:
        raise SystemExit(1)


@click.command()
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="A new file, or a folder.")
@click.option("--format", "ending", type=click.Choice(FORMS), help="Its form; without --out it goes to ~/packs.")
@click.option("--over", is_flag=True, help="Write over a file that is there.")
@click.option("--anyway", is_flag=True, help="Write it also where names were found in it.")
@in_year
@handed
def export(session: Session, *, year: int | None, anyway: bool, **file: Any) -> None:
    """The pieces of a year in the order of the regulator's form. Where names stand in it nothing is written."""
    from checklists.pages.learning.cpd import check_lines, form_page

    found_year = _year(session, year)
    page = form_page(own_book(session.store), found_year, session.today)
    found, unread = _checked(session, found_year)
    if found or unread:
        talk("\n".join(check_lines(found, unread)))
        if not anyway:
            talk("Nothing was written. --anyway writes it all the same.")
            raise SystemExit(1)
    if file["out"] is None and file["ending"] is None:
        give(session, page, "cpd", f"year-{found_year.last.year}", **file)
    else:
        write(session, page, "cpd", f"year-{found_year.last.year}", **file)


@click.command()
@click.argument("named", metavar="ID")
@click.option("--take", is_flag=True, help="With the texts of the record; what could point to somebody is said.")
@click.option("--what", metavar="TEXT", help="What I did, and why I chose it. Needed unless --take has it.")
@as_json
@handed
def begin(session: Session, named: str, *, take: bool, what: str | None, json_: bool) -> None:
    """ID is of an answer, a supervision, a review reflection or a learning entry. Only its day and the kind are taken."""
    from checklists.journeys.learning import say_found
    from checklists.use_cases.cpd import BECOMES, names_near, source_of
    from checklists.use_cases.records import add_record, locate
    from store.case import OWN
    from store.records import CpdPiece, Record

    case, record = locate(session.store, named, Record)
    if not isinstance(record, BECOMES):
        raise Wrong("That is no reflection.", "An answer, a supervision, a review reflection or a learning entry is.")
    source = source_of(book(session.store, case.id), record)
    values: dict[str, Any] = {"type": source.type, "done_on": source.done_on, **(source.texts if take else {})}
    if what is not None:
        values["what"] = session.text_or_input(what)
    kept = add_record(session.store, OWN, CpdPiece, values)
    texts = {name: str(text) for name, text in values.items() if name not in ("type", "done_on")}
    if told := say_found(names_near(session.store, texts, source)).strip():
        talk(told)
    tell(kept, "saved", json_=json_)


def _year(session: Session, named: int | None) -> "Year":
    from checklists.learning.cpd_year import year_named, year_of
    from checklists.learning.embedding import embedding

    ends = embedding().cpd.ends
    if named is None:
        return year_of(session.today, ends)
    if not 1000 <= named <= session.today.year + 1:
        raise Wrong("That is no year of CPD.", "Give the year in which it ends, as in --year 2026.", "year")
    return year_named(named, ends)


def _checked(session: Session, year: "Year") -> "tuple[list[Found], list[str]]":
    from checklists.use_cases.cpd import check_year

    return check_year(session.store, own_book(session.store), year, session.today)


def _standing(session: Session, year: "Year") -> dict[str, Any]:
    from checklists.pages.learning.cpd import stands_on

    stands: Standing = stands_on(own_book(session.store), year, session.house.limits())
    return {
        "kind": "cpd_year",
        "first": year.first,
        "last": year.last,
        "different_pieces": stands.pieces,
        "with_a_peer": stands.with_peer,
        "asked": stands.asked,
        "asked_with_a_peer": stands.asked_with_peer,
        "source": stands.source,
    }


def _pieces(pieces: "list[CpdPiece]") -> list[dict[str, Any]]:
    from checklists.pages.learning.cpd import blanks_of

    return [{**record_data(one), "not_written_yet": blanks_of(one)} for one in pieces]


def _found(one: "Found") -> dict[str, str]:
    return {"where": one.where, "name": one.known.text, "what": one.known.what, "ref": one.known.ref}
