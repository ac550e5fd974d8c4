"""A row of the chronology: an entry with both its days, or a gap in its place."""

from datetime import date

from checklists.chronology.dated import Dated, joined
from checklists.chronology.gaps import BEFORE_MINE, NOT_NOTHING, Gap, limit_line
from checklists.dates import MONTHS, say_brief, say_count, say_day
from checklists.library import library
from checklists.limits import Limits
from checklists.pages.blocks import Column, Fit, Item
from checklists.pages.spot import Spot
from store.case import Case

COLUMNS = (
    Column("", 3, 3, tight=True),
    Column("", 16, 15, tight=True),
    Column("", 28, 27, tight=True, runs=True),
    Column("", 62, 52, wide=83, tight=True),
    *(Column("", 0) for _ in range(4)),
)
"""The day, the kind, what happened, when it was written; what happened runs on where both days are one. The last four,
what it means, its source, its weight and its themes, have no room on a screen: the foot says them there, a file and plain
lines have them, each with its name."""
ON_PAPER = tuple(Column(title, at) for title, at in (("Day", 3), ("Kind", 16), ("What happened", 28), ("Written", 62)))
BY_WRITING = (Column("Written", 3), *ON_PAPER[1:3], Column("Day", 62))
"""The columns on paper, and there in the order of writing."""
BLANK = " "
"""Stands on a row whose two days are one."""


def entry_item(case: Case, one: Dated, today: date, *, by_writing: bool = False) -> Item:
    """An entry; `by_writing` begins with the day it was written down, and has the day it is about at the end."""
    key = Spot(case.id, "record", one.record_id, part=one.part)
    written, named, text = said_written(one, today), _named(case, one), " ".join(one.text.split())
    day, when = one.brief_day(today), written
    if by_writing:
        on = one.written_on
        day, when = say_brief(on, today) if on else "not known", _happened(one, today)
    means, source, weight, themes = named
    tail = joined(weight, means, written.full, source, themes)
    why = f"{one.word}, {one.said_day(today)}. {joined(text)}\n{tail}"
    return Item((day, one.word, text, when, *named), "", key, why)


def _named(case: Case, one: Dated) -> tuple[str, str, str, str]:
    """What stands in a file beside the entry, each with its name; blank where it is not recorded."""
    known = library(case.info.service)
    return (
        f"It means: {' '.join(one.means.split())}" if one.means.strip() else "",
        f"Source: {one.source}" if one.source else "",
        "Key event" if one.weighs else "",
        f"Themes: {', '.join(known.theme(theme).short for theme in dict.fromkeys(one.themes))}" if one.themes else "",
    )


def on_paper(item: Item) -> Item:
    """The row in four columns, for which a sheet has room: what had a name of its own stands behind what happened."""
    day, kind, text, when, *named = item.cells
    told = text.full if isinstance(text, Fit) else joined(text, *map(str, named))
    said = (when.full if isinstance(when, Fit) else when.strip()).removeprefix("Written ").removeprefix("Happened ")
    return Item((day, kind, told, said), item.word, item.key, item.why)


def gap_item(gap: Gap, today: date, limits: Limits, *, every: bool) -> Item:
    """Days in a row without an entry; with a filter, without such an entry."""
    what, count = "No entry" if every else "No such entry", say_count(gap.days, "day")
    days = f"{say_day(gap.first, today)} to {say_day(gap.last, today)}"
    mine = BEFORE_MINE if gap.not_mine else ""
    text = Fit(
        f"{what} for {count}, {days}{mine}", f"{what} for {count}{mine}", short=count, narrow=f"{what} for {count}"
    )
    return Item(("", "", text, BLANK, "", "", "", ""), why=f"{NOT_NOTHING} {limit_line(limits)}")


def said_written(one: Dated, today: date) -> Fit:
    """When it was written down; on a row only where that was on another day."""
    if one.written is None:
        return Fit("Written: not recorded", short=BLANK)
    here = one.written.astimezone()
    written = here.date()
    at = f"Written {say_day(written, today)} {here.hour:02}:{here.minute:02}"
    edited = f"; edited {say_day(one.edited.astimezone().date(), today)}" if one.edited else ""
    if written == one.on and not one.day_text:
        return Fit(f"{at}, the same day{edited}", short=BLANK)
    later = 0 if one.day_text else (written - one.on).days
    after = f", {say_count(later, 'day')} after" if later > 0 else ""
    return Fit(f"{at}{after}{edited}", f"noted {say_brief(written, today)}", _shortest(written))


def _happened(one: Dated, today: date) -> Fit:
    """In the order of writing: the day it is about, where that is another."""
    day = f"Happened {one.said_day(today)}"
    if one.written_on == one.on and not one.day_text:
        return Fit(f"{day}, the same day", short=BLANK)
    return Fit(day, f"of {one.brief_day(today)}", _shortest(one.on))


def _shortest(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1].capitalize()}"


def say_entries(count: int) -> str:
    """`1 entry`, `26 entries`."""
    return f"{count} entry" if count == 1 else f"{count} entries"
