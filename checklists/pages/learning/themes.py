"""The eight themes, and one theme: its signs, what was learned, what belongs to it, and the rows of my own cases."""

from collections.abc import Iterator, Sequence

from checklists.by_key import by_key
from checklists.learning.signal_words import signal_words
from checklists.library import Library, Theme, library
from checklists.pages.blocks import Block, Column, Facts, Heading, Item, Page, Paragraph, Table
from checklists.pages.spot import Spot

FINDING = "What reviews keep finding"
ASKS = (Column("", 3, 3), Column("asks", 48, 40))
ON_CASES = (Column("", 3, 3), Column("", 10, 10), Column("", 17, 17))
NONE = "Nothing of this theme stands in the record of an open case."
SIGN = "sign"
"""What a line of the theme itself stands for: something to read, at which the cursor stops."""
READING = "The cases are being read."


def themes_block(service: str) -> Sequence[Block]:
    """The eight, each with the questions that belong to it."""
    known = library(service)
    items = tuple(
        Item(
            (f"{theme.id[1:]} {theme.title}", _asks(theme)),
            "",
            Spot("", "theme", theme.id),
            f"{theme.learning}\n{_RULE}",
        )
        for theme in known.themes
    )
    return (Table(ASKS, items, FINDING, titles=True),)


_RULE = "Reviews are there to learn, not to blame."


def _asks(theme: Theme) -> str:
    numbers = " ".join(sorted(question[1:] for question in theme.questions))
    return f"question{'s' if len(theme.questions) > 1 else ''} {numbers}"


def theme_page(theme_id: str, services: Sequence[str], items: Sequence[Item], *, read: bool = True) -> Page:
    """The theme in the words of each service that the caseload has, and the rows of the cases read so far."""
    blocks: list[Block] = []
    for service in services:
        known = library(service)
        theme = known.theme(theme_id)
        if len(services) > 1:
            blocks.append(Heading(f"With {service}: {theme.title}"))
        blocks += _told(known, theme, whole=len(services) == 1)
    blocks.append(Table(ON_CASES, tuple(items), "On your cases", empty=NONE if read else READING))
    theme = library(services[0]).theme(theme_id)
    facts = "" if read else READING
    foot = f"{theme.learning} {by_key('open', 'goes to the place on the case.') if items else ''}".strip()
    return Page(f"{theme_id[1:]} {theme.title}", facts, tuple(blocks), foot, facts)


def _told(known: Library, theme: Theme, *, whole: bool) -> Iterator[Block]:
    if theme.note:
        yield Paragraph(theme.note, dim=True)
    if whole:
        yield Heading("Recognisable signs")
    yield Facts(theme.bullets, tuple(Spot("", SIGN, f"{known.service} {one}") for one, _ in theme.bullets))
    yield Heading("Learning")
    yield Paragraph(theme.learning)
    yield Paragraph(theme.in_practice)
    yield Facts((("Look for", "\n".join(theme.look_for)),))
    yield Heading("What belongs to it")
    words = signal_words(known.service)
    asked = [f"{one[1:]} {known.question(one).title}" for one in sorted(theme.questions)]
    actions = [kind.label for kind in known.actions if theme.id in kind.themes]
    belongs = {"Questions": asked, "Prompts": [words[one] for one in theme.signals], "Actions": actions}
    pairs = tuple((label, "\n".join(lines)) for label, lines in belongs.items() if lines)
    yield Facts(pairs, tuple(Spot("", SIGN, f"{known.service} {label}") for label, _ in pairs))
