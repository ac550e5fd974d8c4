"""Today: who has not been seen alone by the date set, and what is due. Drawn from the caseload rows alone."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from checklists.by_key import by_key
from checklists.dates import say_count, say_day
from checklists.due import date_word
from checklists.limits import Limits
from checklists.pages.blocks import Block, Column, Fit, Item, Page, Paragraph, Table
from checklists.pages.cpd_line import cpd_item
from checklists.pages.keeping import closed_items
from checklists.pages.spot import Spot
from checklists.pages.strip import ruler, strip
from checklists.pages.today_lines import FOOT, Line, alone_lines, in_order, lines, of_reviews, say_due, time_alone_of
from checklists.signals import waiting as put_aside
from checklists.signals.supervision import supervision_for_me
from checklists.working_days import covered, working_days_between
from store.summary import CaseSummary

if TYPE_CHECKING:
    from store.practitioner import CpdFact

__all__ = ["FOOT", "how_many", "in_two", "lines", "say_due", "today_page"]

WEEKS = 12
EMPTY_FOOT = "A place to think, not the record. Nothing here leaves this computer."
UNCOVERED = "The table of bank holidays does not reach this year: working days leave none out."
TO_WRITE_UP = "Waiting to be written up"
CLOSED = "Closed: purge, keep or hold"
ME = "Me"
LARGE, FIRST = 300, 100
"""From so many lines of the first block on, a page begins with the first so many: more than any window shows."""
NOTHING = "Nothing is asked today from what is recorded."
BY_PACK = f"{by_key('pack', 'on a case opens its pack.')} {by_key('open', 'opens the pack of all.')}"


class Of(NamedTuple):
    """What the page is of: the open cases, those that cannot be read, the day, the limits in force."""

    rows: Sequence[CaseSummary]
    damaged: Sequence[CaseSummary]
    today: date
    limits: Limits


def today_page(
    rows: Sequence[CaseSummary],
    today: date,
    limits: Limits,
    next_supervision: date | None = None,
    last_supervision: date | None = None,
    cpd: "Sequence[CpdFact] | None" = None,
) -> Page:
    """The page that casereflect opens on. Oldest date first, then by reference; never a score."""
    _, whole = in_two(rows, today, limits, next_supervision, last_supervision, cpd)
    return whole()


def in_two(
    rows: Sequence[CaseSummary],
    today: date,
    limits: Limits,
    next_supervision: date | None = None,
    last_supervision: date | None = None,
    cpd: "Sequence[CpdFact] | None" = None,
) -> tuple[Page | None, Callable[[], Page]]:
    """The beginning of a large page, if it is sure to stand so in the whole page; and what makes the whole page.

    A screen can show the one while the other is made. `cpd`: of each piece of mine its day and whether a peer had a part.
    """
    if not rows:
        return None, lambda: _no_cases(today)
    of = Of(
        [row for row in rows if not row.closed_on and not row.damaged],
        [row for row in rows if row.damaged],
        today,
        limits,
    )
    asked = time_alone_of(of.rows, today, limits)

    def whole() -> Page:
        mine = (*_for_me(next_supervision, last_supervision, today, limits), *cpd_item(cpd, today, limits))
        alone, due, waiting = lines(of.rows, today, limits, asked)
        due = in_order([*due, *of_reviews(rows, today, limits)])
        return _page(of, (alone, due, waiting), mine, tuple(closed_items(rows, today, limits)))

    begun = alone_lines(of.rows, asked, today)
    sure = len(begun) >= LARGE and _as_wide_as_any(begun[:FIRST], rows)
    return _page(of, (begun[:FIRST], [], []), ()) if sure else None, whole


def _no_cases(today: date) -> Page:
    day = say_day(today, today)
    return Page("Today", f"{day} {today.year}, no cases yet", (empty(),), EMPTY_FOOT, day)


def _page(
    of: Of, found: tuple[list[Line], list[Line], list[Line]], mine: tuple[Item, ...], closed: tuple[Item, ...] = ()
) -> Page:
    some = of.rows or not of.damaged
    day = say_day(of.today, of.today)
    blocks = (*_blocks(of, found, mine, closed), *([Paragraph(NOTHING)] if some and not any((*found, closed)) else []))
    facts = f"{day} {of.today.year}" + (f", {how_many(of.rows)}" if some else "")
    foot = f"{FOOT}{_aside(of.rows, of.today)}"
    return Page(
        "Today", facts, blocks, foot if covered(of.today) else f"{foot}\n{UNCOVERED}", day, day.partition(" ")[2]
    )


def _blocks(
    of: Of, found: tuple[list[Line], list[Line], list[Line]], mine: tuple[Item, ...], closed: tuple[Item, ...]
) -> Iterator[Block]:
    """Time alone, what is due, what waits to be written up, closed cases: each as wide as its neighbours."""
    alone, due, waiting = found
    names = [_name(line) for line in (*alone, *due, *waiting)]
    plain = _columns("", names)
    if of.damaged:
        yield Table(plain, tuple(_damaged(row) for row in of.damaged), "Cannot be read")
    if alone:
        columns = _columns(ruler(of.today, WEEKS), names, date_narrow=0)
        items = tuple(_alone_item(line, of.today) for line in alone)
        yield Table(columns, items, _alone_heading(of.rows), titles=True)
    if due:
        near = f"Past its date, today and the next {of.limits.row('today_horizon').said}"
        yield Table(plain, tuple(_due_item(line, of.today) for line in due), near)
    if waiting:
        yield Table(plain, tuple(_due_item(line, of.today) for line in waiting), TO_WRITE_UP)
    if closed:
        yield Table(plain, closed, CLOSED)
    if mine:
        yield Table(plain, mine, ME)


def _as_wide_as_any(begun: Sequence[Line], rows: Sequence[CaseSummary]) -> bool:
    """No other reference or name is longer than those of these lines: the columns stand as in the whole page."""
    refs = max(len(row.ref) for row in rows)
    names = max((len(child.initials or row.ref) for row in rows for child in row.children), default=0)
    return refs <= max(len(line.case.ref) for line in begun) and names <= max(len(_name(line)) for line in begun)


def _aside(rows: Iterable[CaseSummary], today: date) -> str:
    """How many prompts wait until a day, over all cases; each case lists its own."""
    count = sum(len(put_aside(row, today)) for row in rows)
    return f"   Set aside: {count}" if count else ""


def how_many(rows: Sequence[CaseSummary]) -> str:
    """`18 children`, `1 adult`, `18 children, 1 adult`."""
    if not rows:
        return "no open cases"
    adults = sum(len(row.children) for row in rows if row.service == "adults")
    children = sum(len(row.children) for row in rows) - adults
    said = [f"{children} child" if children == 1 else f"{children} children"] if children or not adults else []
    return ", ".join([*said, *([f"{adults} adult" if adults == 1 else f"{adults} adults"] if adults else [])])


def empty() -> Paragraph:
    """What the first page says while there is no case."""
    return Paragraph(
        "No cases yet.\n\nAdd one with your own reference and initials. It takes a minute.\n"
        "Or bring in your own rows of an Annex A workbook; nothing is written before you have seen it.\n\n"
        f"{by_key('new', ' add a case')}\n{by_key('import', ' import a file')}\n{by_key('help', ' help')}"
    )


def _columns(title: str, names: Sequence[str], *, date_narrow: int = 37) -> tuple[Column, ...]:
    """The grid of Today; a name longer than initials takes its room from the sentence, so that none is cut."""
    text = 16 + max(0, max(map(len, names), default=0) - len("K.M."))
    return (
        Column("Case", 3, 3, 3),
        Column("Who", 10, 10, 10),
        Column("", text, text, text, tight=True),
        Column(title, 54, date_narrow, 74, ruler=bool(title)),
    )


def _name(line: Line) -> str:
    """The initials, or the reference in their place; blank where an action is for all of them."""
    return (line.child.initials or line.case.ref) if line.child else ""


def _alone_heading(rows: Iterable[CaseSummary]) -> str:
    adults_only = all(row.service == "adults" for row in rows)
    return "Not seen in private by the date set" if adults_only else "Not seen alone by the date set"


def _alone_item(line: Line, today: date) -> Item:
    assert line.child is not None
    cells = (line.case.ref, _name(line), line.text, strip(line.child, today, WEEKS, line.case.allocated_on))
    return Item(cells, line.word, line.key, line.why)


def _due_item(line: Line, today: date) -> Item:
    missing = line.prompt is not None and line.prompt.severity == "not recorded"
    day = "" if missing else say_day(line.on, today)
    return Item((line.case.ref, _name(line), line.text, day), line.word, line.key, line.why)


def _for_me(ahead: date | None, last: date | None, today: date, limits: Limits) -> Iterable[Item]:
    """Supervision for me: how long ago it was, once that is near its limit (S19), and the day named for the next one."""
    prompt = supervision_for_me(last, today, limits) if last is not None else None
    if prompt is not None and prompt.on is not None:
        text = Fit(prompt.medium, short=prompt.short)
        why = f"{prompt.text}\n{prompt.signal}, {prompt.source}."
        yield Item(("", "", text, say_day(prompt.on, today)), prompt.word, Spot("", "supervision"), why)
    if ahead is not None:
        yield _supervision(ahead, today, limits)


def _supervision(day: date, today: date, limits: Limits) -> Item:
    """`Supervision  Fri 27 Nov`: the day that was named for the next one."""
    why = f"Supervision {say_day(day, today)} ({say_count(working_days_between(today, day))} left). {BY_PACK}"
    key = Spot("", "supervision")
    return Item(("", "", "Supervision", say_day(day, today)), date_word(day, today, limits), key, why)


def _damaged(row: CaseSummary) -> Item:
    text = Fit("This case cannot be read", short="Cannot be read")
    return Item((row.ref, "", text, ""), "", Spot(row.id, "damaged"), row.damaged)
