"""Something short to read, as blocks: its opening, its rules by number, its parts with the sentences under each."""

from collections.abc import Iterator

from checklists.library import Guide
from checklists.limits import Limits
from checklists.pages.blocks import Block, Facts, Heading, Page, Paragraph
from checklists.steps import ready_words


def guided(guide: Guide) -> tuple[Block, ...]:
    """What help says before the keys."""
    return Heading(guide.title), *_blocks(guide)


def _blocks(guide: Guide) -> Iterator[Block]:
    yield Paragraph(guide.opening)
    if guide.rules:
        yield Facts(tuple((str(number), rule) for number, rule in enumerate(guide.rules, 1)))
    for title, sentences in guide.parts:
        yield Heading(title)
        yield Facts(tuple((str(number), sentence) for number, sentence in enumerate(sentences, 1)))
    yield Paragraph(f"{guide.source}.", dim=True)


def concern_page(service: str, limits: Limits, ref: str = "") -> Page:
    """Ready words for each step of an escalation, on a case of that service."""
    guide = ready_words(service, limits)
    return Page(guide.title, ref, tuple(_blocks(guide)), "", ref)
