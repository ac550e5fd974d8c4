"""The chronology by month: a grid of figures, the same in words, and the gaps."""

from collections.abc import Sequence
from datetime import date

from checklists.by_key import by_key
from checklists.chronology.dated import Dated
from checklists.chronology.gaps import NOT_NOTHING, limit_line
from checklists.chronology.grid import Lane, before, lanes, months, say_gaps, say_lane
from checklists.chronology.of_children import CARE
from checklists.dates import MONTHS, say_day
from checklists.limits import Limits
from checklists.pages.blocks import Block, Column, Fit, Heading, Item, Paragraph, Table
from checklists.pages.chronology_rows import say_entries
from checklists.pages.spot import Spot
from store.case import Case

HIDDEN = 2
"""The oldest months, for which there is no room at 60 columns."""
FIRST, STEP = 18, 5
"""Where the months begin at 80 columns, and how far they stand apart."""
FIRST_NARROW, STEP_NARROW = 18, 4
"""The same at 60."""
NONE_SO_LONG = "None so long."


def by_month(
    case: Case, oldest: Sequence[Dated], ends: date, today: date, limits: Limits, *, every: bool
) -> list[Block]:
    """The blocks of the page. Entries stand oldest first; `every`: no filter has left any out."""
    rows, older = lanes(oldest, ends, children=case.info.service != "adults"), before(oldest, ends)
    said = [say_lane(lane, ends, today, limits) for lane in rows]
    more = [f"Before {say_day(months(ends)[0], today)}: {say_entries(older)}, not counted above."] if older else []
    quiet = say_gaps(oldest, limits, ends, today, case.info.allocated_on, every=every) or [NONE_SO_LONG]
    items = tuple(_item(case, lane, line) for lane, line in zip(rows, said, strict=True))
    return [
        Table((Column("", 3, 3, tight=True), *_titles(ends)), items, "By month", titles=True, drawn=True),
        Heading("In words"),
        *(Paragraph(line) for line in (*said, *more)),
        Heading("Gaps"),
        *(Paragraph(line) for line in (*quiet, f"{limit_line(limits)} {NOT_NOTHING}")),
    ]


def _titles(ends: date) -> list[Column]:
    return [
        Column(
            MONTHS[month.month - 1].capitalize(),
            FIRST + STEP * place,
            FIRST_NARROW + STEP_NARROW * (place - HIDDEN) if place >= HIDDEN else 0,
            tight=True,
        )
        for place, month in enumerate(months(ends))
    ]


def _item(case: Case, lane: Lane, said: str) -> Item:
    name = Fit(lane.name, lane.name.removeprefix(CARE))
    return Item(
        (name, *map(_figure, lane.counts)),
        "",
        Spot(case.id, "kind", lane.name),
        f"{said}\n{by_key('open', 'shows these entries.')}",
    )


def _figure(count: int) -> str:
    return f"{count:>3}" if count else "  ·"
