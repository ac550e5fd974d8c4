"""One review on one page for a team meeting: twenty minutes, four questions, and room for what the team will do."""

from collections.abc import Sequence
from datetime import date

from checklists.dates import say_day
from checklists.learning.embedding import embedding
from checklists.learning.reviews import Publication, Review, national_reviews
from checklists.pages.blocks import Block, Column, Facts, Heading, Item, Page, Paragraph, Table

LINES = ("_" * 34, "_" * 14, "_" * 10)
"""Room to write by hand, under what will be done, who, and by when."""


def team_sheet_page(review: Review, today: date) -> Page:
    """The sheet. It holds nothing of any case."""
    sheet = embedding().team_sheet
    blocks: list[Block] = [
        Paragraph(f"{review.title} ({national_reviews().kind(review.kind).words})"),
        Paragraph(said_publications(review.publications), dim=True),
        Heading("What was looked at"),
        Paragraph(review.looked_at),
        Heading("What was learned"),
        _numbered(review.learning),
        Heading(f"{sheet.minutes} minutes"),
        Facts(tuple((f"{minutes} min", what) for minutes, what in sheet.steps)),
        Heading("Questions"),
        _numbered(_questions(review)),
        _to_fill_in(),
        Paragraph(sheet.close),
    ]
    facts = f"{review.id}, {say_day(today, today)} {today.year}"
    return Page(sheet.title, facts, tuple(blocks), national_reviews().reminder, review.id)


def said_publications(publications: Sequence[Publication]) -> str:
    """Each by title and year; what could not be looked up says so."""
    said = []
    for one in publications:
        by = ", ".join(str(part) for part in (one.by, one.year) if part)
        said.append(f"{one.title}{f' ({by})' if by else ''}{'' if one.sure else f'; {national_reviews().unsure}'}.")
    return "\n".join(said)


def _questions(review: Review) -> list[str]:
    """So many as the sheet has room for: the review's own, and after them those that fit any review."""
    sheet = embedding().team_sheet
    return [*(asked.text for asked in review.questions), *sheet.more_questions][: sheet.questions]


def _numbered(texts: Sequence[str]) -> Facts:
    return Facts(tuple((str(number), text) for number, text in enumerate(texts, 1)))


def _to_fill_in() -> Table:
    """Empty lines, for a pen."""
    sheet = embedding().team_sheet
    columns = tuple(
        Column(title, at, narrow)
        for title, (at, narrow) in zip(sheet.blanks, ((3, 3), (40, 28), (58, 46)), strict=True)
    )
    return Table(columns, tuple(Item(LINES) for _ in range(sheet.actions)), "Actions", titles=True)
