"""The reviews with the cases they are offered for; one review; and what lies in the folders and is not taken."""

from collections.abc import Iterator, Sequence
from datetime import date

from checklists.by_key import by_key
from checklists.dates import say_day
from checklists.learning.offered import New, Offered
from checklists.learning.offers import Offer, offers
from checklists.learning.own_reviews import say_publication
from checklists.learning.reviews import Review, national_reviews
from checklists.library import library
from checklists.pages.blocks import Block, Column, Facts, Fit, Heading, Item, Page, Paragraph, Table
from checklists.pages.spot import Spot
from store.case import Case
from store.summary import CaseSummary, short_id

OFFERED_AT = 48
COLUMNS = (Column("", 3, 3, tight=True), Column("", 7, 7), Column("on your caseload", OFFERED_AT, 42))
NEW = (Column("", 3, 3), Column("by", 40, 30, runs=True))
ON_CASES = (Column("", 3, 3), Column("", 13, 13))
BRIEF_ID = 3
"""Letters of an id that have room before the title: N1, L1; not the end of a record's id."""
ANOTHER = "other"
READ, APPLY, TAKE, LEAVE = "review", "apply", "take", "leave"
"""What a row stands for: a review to read, a case to apply it to; what is done with one that is offered."""


def reviews_block(reviews: Sequence[Review], rows: Sequence[CaseSummary], today: date) -> Sequence[Block]:
    """Each review with the cases for which it is offered; what kind of publication it is stands beside where it is no review."""
    items = tuple(_item(review, offers(review, rows, today)) for review in reviews)
    return (Table(COLUMNS, items, national_reviews().heading, titles=True),)


def _item(review: Review, offered: Sequence[Offer]) -> Item:
    kind = national_reviews().kind(review.kind)
    refs = [one.ref for one in offered]
    aside = f"{kind.brief}; " if review.note and refs else kind.brief if review.note else ""
    few = f"{refs[0]}, +{len(refs) - 1}" if len(refs) > 1 else ", ".join(refs)
    cell = Fit(aside + ", ".join(refs), aside + few, few or aside, ", ".join(refs))
    said = "; ".join(f"{one.ref}: {one.why}" for one in offered)
    offer = f"Offered for {said}." if offered else "Offered for no case by what is recorded."
    why = f"{kind.words[:1].upper()}{kind.words[1:]}. {review.looked_at}\n{offer}"
    return Item(
        (review.id if len(review.id) <= BRIEF_ID else "", review.title, cell), "", Spot("", READ, review.id), why
    )


def review_page(
    review: Review, rows: Sequence[CaseSummary], today: date, applied: Sequence[Item] = (), *, read: bool = True
) -> Page:
    """What it is, what was looked at, what was learned, what to ask in this case, and the cases for which it is offered."""
    said = national_reviews()
    kind = said.kind(review.kind)
    blocks = _text(review)
    blocks.append(Table(ON_CASES, tuple(_cases(review, rows, today)), "Apply it to a case"))
    if applied or not read:
        blocks.append(Table(ON_CASES, tuple(applied), "Applied", empty="The cases are being read."))
    foot = f"{said.reminder} {by_key('open', 'asks its questions in the case of the row.')}"
    return Page(review.title, f"{review.id}, {kind.brief}", tuple(blocks), foot, review.id)


def _text(review: Review) -> list[Block]:
    """What it is and says."""
    about = tuple(_about(review))
    blocks: list[Block] = [Facts(about, tuple(Spot("", READ, review.id, part=words) for _, words in about))]
    blocks += [Paragraph(review.note)] if review.note else []
    blocks += [Heading("What was looked at"), *(Paragraph(line) for line in review.looked_at.split("\n"))]
    blocks += [Heading("What was learned"), _numbered(review, review.learning, READ)]
    asked = _numbered(review, [one.text for one in review.questions], APPLY)
    return [*blocks, Heading("Questions to ask in this case"), asked]


def _about(review: Review) -> Iterator[tuple[str, str]]:
    said, known = national_reviews(), library("adults" if review.service == "adults" else "children")
    kind = said.kind(review.kind)
    yield "Kind", f"{kind.words[:1].upper()}{kind.words[1:]}"
    yield "Published", "\n".join(say_publication(one) for one in review.publications)
    if review.themes:
        yield "Themes", ", ".join(known.theme(one).title for one in review.themes)
    if review.case_questions:
        yield "Questions", ", ".join(f"{one[1:]} {known.question(one).short.lower()}" for one in review.case_questions)
    yield "Version", review.version
    if review.record_id:
        yield "Id", short_id(review.record_id)


def _numbered(review: Review, lines: Sequence[str], what: str) -> Facts:
    pairs = tuple((str(number), line) for number, line in enumerate(lines, 1))
    return Facts(pairs, tuple(Spot("", what, review.id, part=words) for _, words in pairs))


def _cases(review: Review, rows: Sequence[CaseSummary], today: date) -> Iterator[Item]:
    for one in offers(review, rows, today):
        yield Item((one.ref, one.why), "", Spot(one.case_id, APPLY, review.id), f"{one.ref}: {one.why}.")
    why = "Any case can be asked its questions, offered or not."
    yield Item((ANOTHER, "another case, whichever you choose"), "", Spot("", APPLY, review.id), why)


def applied_items(case: Case, review: Review, today: date) -> list[Item]:
    """Each time its questions were asked in the case, the newest on top."""
    from store.records import ReviewReflection

    found = [one for one in case.of(ReviewReflection) if one.review_id in (review.id, review.record_id)]
    return [
        Item(
            (case.ref, say_day(one.held_on, today)),
            "",
            Spot(case.id, "record", one.id),
            f"{case.ref}, {say_day(one.held_on, today)}: {next((text for _, text in one.asked if text.strip()), '')}",
        )
        for one in sorted(found, key=lambda one: (one.held_on, one.id), reverse=True)
    ]


# What lies in the folders


def offered_block(offered: Offered, today: date) -> Sequence[Block]:
    """`new: title`, by whom, its version and day; what was left stands last. Nothing where nothing is offered."""
    items = tuple(_new(one, today) for one in offered.new)
    return (Table(NEW, items, "Offered, not taken"),) if items else ()


def _new(one: New, today: date) -> Item:
    word = "left" if one.left else "new version" if one.had else "new"
    version = f"version {one.file.version}, {say_day(one.file.dated, today)} {one.file.dated.year}"
    had = f" You have version {one.had}." if one.had else ""
    why = f"{one.review.title}. By {one.file.by}, {version}, file {one.file.name}.{had} {by_key('open', 'takes or leaves it.')}"
    title = f"{word}: {one.review.title}"
    return Item((title, Fit(f"{one.file.by}, {version}", one.file.by, version)), "", Spot("", "offered", one.id), why)


def offered_page(new: New, today: date) -> Page:
    """The whole of what a file offers, and the two things that can be done with it."""
    take = f"It is yours from then on, as version {new.file.version}; a newer file is offered again."
    leave = "Nothing of it is used. It can still be taken."
    had = "What you took before stays as it is." if new.had else leave
    items = (
        Item(("take it", take), "", Spot("", TAKE, new.id), take),
        Item(("leave it", had), "", Spot("", LEAVE, new.id), had),
    )
    about = (
        ("By", new.file.by),
        ("Version", f"{new.file.version}, {say_day(new.file.dated, today)} {new.file.dated.year}"),
    )
    told = (*about, ("File", f"{new.file.name}, in {'the council' if new.whose == 'council' else 'your own'} folder"))
    blocks = (Facts(told), Table(ON_CASES, items, "Offered"), *_text(new.review))
    return Page(
        new.review.title, f"{new.review.id}, offered", blocks, "Nothing is taken unless you take it.", new.review.id
    )


def broken_block(offered: Offered) -> Sequence[Block]:
    """Each file that is left out, with why."""
    if not offered.broken:
        return ()
    return Heading("Files that cannot be used"), *(Paragraph(one) for one in offered.broken)
