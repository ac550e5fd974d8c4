"""Learning on the command line: themes, reviews, a review asked in a case, and what the folders of reviews offer."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import click

from checklists.dates import read_day
from checklists.learning import offered as use
from checklists.learning.offers import offers
from checklists.learning.own_reviews import all_reviews
from checklists.learning.reviews import Review, find_review, national_reviews
from checklists.learning.signal_words import signal_words
from checklists.library import Theme, library
from checklists.pages.blocks import Item, Page
from checklists.pages.learning import Given, learning_page, services_of
from checklists.pages.learning.reviews import applied_items, broken_block, offered_block, review_page
from checklists.pages.learning.theme_cases import case_items
from checklists.pages.learning.themes import theme_page
from checklists.pages.spot import Spot
from checklists.use_cases.cases import find_case
from checklists.use_cases.gathering import CaseSummary
from checklists.wrong import Wrong
from store.case import Case
from store.records import new_id
from tui.commands.printing import as_json, record_data, say, talk, write_json, write_page
from tui.commands.session import Session, can_ask, handed


@click.command()
@as_json
@handed
def listing(session: Session, *, json_: bool) -> None:
    """Eight themes, and the reviews with the cases they are offered for."""
    store, today = session.store, session.today
    rows, reviews = store.caseload(), all_reviews(store)
    if json_:
        known = library(services_of(rows)[0])
        write_json(
            {
                "themes": [_theme_data(theme, known.service) for theme in known.themes],
                "reviews": [_review_data(one, rows, session) for one in reviews],
            }
        )
        return
    given = Given(store, rows, today, session.house.limits(), reviews, _offered(session))
    write_page(session.house, learning_page(given), explain=True)


@click.command()
@click.argument("theme", metavar="T1")
@as_json
@handed
def theme(session: Session, theme: str, *, json_: bool) -> None:
    """Its signs, what was learned, what belongs to it, and what the record of each open case says to it."""
    rows, named = _open_rows(session), f"T{theme.strip().upper().removeprefix('T')}"
    services = services_of(rows)
    one = library(services[0]).theme(named)
    limits = session.house.limits()
    found = [(row, case_items(session.store.case(row.id), one.id, session.today, limits)) for row in rows]
    if json_:
        on_cases = [_row_data(row, item) for row, items in found for item in items]
        write_json({**_theme_data(one, services[0]), "on_cases": on_cases})
        return
    items = [item for _, items in found for item in items]
    write_page(session.house, theme_page(one.id, services, items), explain=True)


@click.command()
@click.argument("review", metavar="N1")
@as_json
@handed
def review(session: Session, review: str, *, json_: bool) -> None:
    """What it is, what was looked at, what was learned, what to ask; N1 is its id, or words of its title."""
    found, rows = find_review(all_reviews(session.store), review), session.store.caseload()
    cases = [session.store.case(row.id) for row in _open_rows(session)]
    if json_:
        write_json({**_review_data(found, rows, session), "applied": [_applied(case, found) for case in cases]})
        return
    asked = [item for case in cases for item in applied_items(case, found, session.today)]
    write_page(session.house, review_page(found, rows, session.today, asked))


@click.command()
@click.argument("review", metavar="N1")
@click.argument("case")
@click.option("--answer", "answers", multiple=True, metavar="TEXT", help="To its questions in order; blank passes one.")
@click.option("--held", metavar="DATE", help="The day; without it today.")
@as_json
@handed
def apply(session: Session, review: str, case: str, *, answers: tuple[str, ...], held: str | None, json_: bool) -> None:
    """Without --answer the questions are asked one by one. It is kept with the case, and noted in your learning log."""
    from checklists.use_cases.applying import answers_of, apply_review

    found, row = find_review(all_reviews(session.store), review), find_case(session.store, case)
    if not answers:
        _ask(session, row.id, found)
        return
    texts = [session.text_or_input(text) for text in answers]
    day = read_day(held, session.today, "event") if held else session.today
    kept = apply_review(session.store, row.id, new_id(), found, answers_of(texts, found), day)
    if json_:
        write_json(record_data(kept))
    else:
        say(f"Kept with {row.ref}, id {kept.short_id}, and noted in your learning log.")


def _ask(session: Session, case_id: str, found: Review) -> None:
    from tui.form_names import form_named
    from tui.plain.desk import Desk
    from tui.plain.lines import Back
    from tui.plain.run import at_desk

    if not can_ask():
        raise Wrong("There is no terminal to ask on.", "Give --answer TEXT for each question.")

    def work(desk: Desk) -> int:
        with suppress(Back):
            desk.fill(form_named(session.house, case_id, f"apply:{found.record_id or found.id}"))
        return 0

    at_desk(session.house, work)


@click.command()
@as_json
@handed
def offered(session: Session, *, json_: bool) -> None:
    """What lies in the folders of reviews and is not taken, with who gives it, its version and its day."""
    found = _offered(session)
    if json_:
        write_json({"new": [_new_data(one) for one in found.new], "broken": found.broken})
        return
    blocks = tuple(offered_block(found, session.today))
    if blocks:
        write_page(session.house, Page("Offered", "", blocks, national_reviews().folder), explain=True)
    else:
        say(f"Nothing is offered now. {national_reviews().folder}")
    for sentence in found.broken if broken_block(found) else ():
        talk(sentence)


@click.command()
@click.argument("review", metavar="ID")
@handed
def take(session: Session, review: str) -> None:
    """ID is the id that the file gives it, such as L1, or words of its title."""
    new = use.find_new(_offered(session), review)
    kept = use.take(session.store, new)
    say(f"Taken: {new.review.title}, version {new.file.version}, id {kept.short_id}.")


@click.command()
@click.argument("review", metavar="ID")
@handed
def leave(session: Session, review: str) -> None:
    """It can still be taken; a newer version is offered again."""
    new = use.find_new(_offered(session), review)
    use.leave(session.store, new)
    say(f"Left: {new.review.title}, version {new.file.version}. It can still be taken.")


def _offered(session: Session) -> use.Offered:
    return use.look_through(session.house.review_files(), session.store)


def _open_rows(session: Session) -> Sequence[CaseSummary]:
    rows = [row for row in session.store.caseload() if row.closed_on is None and not row.damaged]
    return sorted(rows, key=lambda row: row.ref.casefold())


def _theme_data(one: Theme, service: str) -> dict[str, Any]:
    words, known = signal_words(service), library(service)
    return {
        "id": one.id,
        "title": one.title,
        "note": one.note,
        "signs": [{"id": sign, "text": text} for sign, text in one.bullets],
        "learning": one.learning,
        "in_practice": one.in_practice,
        "look_for": one.look_for,
        "questions": one.questions,
        "signals": {signal: words[signal] for signal in one.signals},
        "actions": [kind.id for kind in known.actions if one.id in kind.themes],
    }


def _review_data(one: Review, rows: Sequence[CaseSummary], session: Session) -> dict[str, Any]:
    return {
        "id": one.id,
        "record_id": one.record_id,
        "title": one.title,
        "kind": one.kind,
        "kind_words": national_reviews().kind(one.kind).words,
        "version": one.version,
        "publications": one.publications,
        "note": one.note,
        "looked_at": one.looked_at,
        "learning": one.learning,
        "questions": [asked.text for asked in one.questions],
        "themes": one.themes,
        "case_questions": one.case_questions,
        "offered_for": [{"ref": offer.ref, "why": offer.why} for offer in offers(one, rows, session.today)],
    }


def _applied(case: Case, one: Review) -> dict[str, Any]:
    from store.records import ReviewReflection

    mine = [row for row in case.of(ReviewReflection) if row.review_id in (one.id, one.record_id)]
    return {"ref": case.ref, "asked": [record_data(row) for row in mine]}


def _row_data(row: CaseSummary, item: Item) -> dict[str, Any]:
    first = item.cells[-1]
    key = item.key if isinstance(item.key, Spot) else Spot()
    text = first if isinstance(first, str) else first.full
    return {
        "ref": row.ref,
        "child": item.cells[1],
        "text": text,
        "word": item.word,
        "signal": key.signal,
        "record_id": key.record_id,
    }


def _new_data(one: use.New) -> dict[str, Any]:
    return {
        "id": one.review.id,
        "title": one.review.title,
        "by": one.file.by,
        "version": one.file.version,
        "dated": one.file.dated,
        "file": one.file.name,
        "whose": one.whose,
        "had": one.had,
        "left": one.left,
    }
