"""In their own words: one page a child, with all that the child has said or shown, in time order."""

from dataclasses import replace
from datetime import date

from checklists.chronology.dated import joined
from checklists.chronology.own_words import Words, own_words
from checklists.dates import say_brief, say_count, say_day
from checklists.library import library
from checklists.naming import called
from checklists.pages.blocks import Block, Column, Fit, Item, Page, Paragraph, Table, quoted
from checklists.pages.spot import Spot
from store.case import Case
from store.records import Child

COLUMNS = (
    Column("", 3, 3, tight=True),
    Column("", 16, 0, tight=True),
    Column("", 32, 16),
    *(Column("", 0) for _ in range(4)),
)
"""The day, how and where, the words. The last four, who was there, how we talked, what I saw and who passed it on, have no
room on a screen: the foot says them there, a file and plain lines have them, each with its name."""
ON_PAPER = (Column("When", 3), Column("How", 16), Column("Words", 30))
"""The columns on paper: what has a name of its own stands behind the words."""
TITLES = {"children": "In their own words", "adults": "In this person's words"}
NOTHING = "Nothing is recorded yet in {who}'s own words. What would {who} say an ordinary day is like?"
NONE_SUCH = "Nothing of that theme is recorded in {who}'s own words."


def words_page(case: Case, child: Child, today: date, theme: str = "") -> Page:
    """Oldest first. Each row's foot has who was there, how we talked, and what was seen."""
    who = called(child, case.ref)
    found = own_words(case, child.id, today, theme)
    items = tuple(_item(case, one, today) for one in found)
    facts = ", ".join(filter(None, (who if who != case.ref else "", case.ref, say_count(len(found), "time"))))
    about = (Paragraph(theme_line(case, theme), dim=True),) if theme else ()
    empty = (NONE_SUCH if theme else NOTHING).format(who=who)
    return Page(
        TITLES[case.info.service],
        facts,
        (*about, Table(COLUMNS, items, empty=empty)),
        "",
        f"{who}, {case.ref}" if who != case.ref else case.ref,
        cases=(case.id,),
    )


def words_on_paper(case: Case, child: Child, today: date, theme: str = "") -> tuple[Block, ...]:
    """The same for a file, in columns for which a sheet has room."""
    blocks = words_page(case, child, today, theme).blocks
    return tuple(
        replace(block, columns=ON_PAPER, items=tuple(map(_on_paper, block.items)))
        if isinstance(block, Table)
        else block
        for block in blocks
    )


def _on_paper(item: Item) -> Item:
    day, how, what, *named = item.cells
    return replace(item, cells=(day, how, joined(str(what), *map(str, named))))


def theme_line(case: Case, theme: str) -> str:
    """`Only theme 1: …`, with its title."""
    title = next((one.title for one in library(case.info.service).themes if one.id == theme), "")
    return f"Only theme {theme[1:]}: {title}"


def _item(case: Case, one: Words, today: date) -> Item:
    said = " ".join(one.words.split())
    what = (quoted(said) if one.verbatim else said) if said else f"I saw: {' '.join(one.saw.split())}"
    where = ", ".join(filter(None, (one.how, one.where)))
    cells = (say_brief(one.on, today), Fit(where, short=one.how or one.where), what, *_named(one))
    rest = " ".join(f"{part.rstrip('.')}." for part in _named(one) if part)
    why = f"{say_day(one.on, today)}, {where}. {what}\n{rest}".rstrip()
    return Item(cells, "", Spot(case.id, "record", one.record_id), why)


def _named(one: Words) -> tuple[str, str, str, str]:
    """What stands beside the words, each with its name; blank where it is not recorded."""
    return (
        f"There: {', '.join(one.there)}" if one.there else "",
        f"We talked: {one.talked}" if one.talked else "",
        f"I saw: {' '.join(one.saw.split())}" if one.words and one.saw else "",
        f"Passed on by {one.told_by}" if one.told_by else "",
    )
