"""Today: who has not been seen alone by the date set, and what is due. Drawn from the caseload rows alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from checklists.dates import say_count, say_day
from checklists.due import date_word, within_horizon
from checklists.limits import Limits
from checklists.naming import called
from checklists.pages.blocks import MEDIUM, Block, Column, Fit, Item, Page, Paragraph, Table
from checklists.pages.coming import Ahead, asked_and_coming, coming
from checklists.pages.prompted import WRITE_UP, sentence
from checklists.pages.spot import Spot
from checklists.pages.strip import ruler, strip
from checklists.signals import ON_TODAY_WHEN_MISSING
from checklists.signals import waiting as put_aside
from checklists.signals.prompt import Prompt
from checklists.signals.supervision import supervision_for_me
from checklists.working_days import covered, working_days_between
from store.summary import CaseSummary, ChildFacts, OpenAction

WEEKS = 12
DRIFT = "S18"
FOOT = "Prompts come from what is recorded. They are not a risk score."
EMPTY_FOOT = "A place to think, not the record. Nothing here leaves this computer."
UNCOVERED = "The table of bank holidays does not reach this year: working days leave none out."
TO_WRITE_UP = "Waiting to be written up"
ME = "Me"
NOTHING = "Nothing is asked today from what is recorded."


@dataclass(frozen=True)
class Line:
    """One dated line of Today."""

    on: date
    case: CaseSummary
    child: ChildFacts | None
    text: Fit
    word: str
    why: str
    key: Spot
    prompt: Prompt | None = None


def today_page(
    rows: Sequence[CaseSummary],
    today: date,
    limits: Limits,
    next_supervision: date | None = None,
    last_supervision: date | None = None,
) -> Page:
    """The page that casereflect opens on. Oldest date first, then by reference; never a score."""
    open_rows = [row for row in rows if not row.closed_on and not row.damaged]
    day = say_day(today, today)
    if not rows:
        return Page("Today", f"{day} {today.year}, no cases yet", (empty(),), EMPTY_FOOT, day)
    alone, due, waiting = lines(open_rows, today, limits)
    damaged = tuple(_damaged(row) for row in rows if row.damaged)
    names = [_name(line) for line in (*alone, *due, *waiting)]
    blocks: list[Block] = []
    if damaged:
        blocks.append(Table(_columns("", names), damaged, "Cannot be read"))
    if alone:
        columns = _columns(ruler(today, WEEKS), names, date_narrow=0)
        items = tuple(_alone_item(line, today) for line in alone)
        blocks.append(Table(columns, items, _alone_heading(open_rows), titles=True))
    if due:
        items = tuple(_due_item(line, today) for line in due)
        blocks.append(
            Table(_columns("", names), items, f"Past its date, today and the next {limits.row('today_horizon').said}")
        )
    if waiting:
        items = tuple(_due_item(line, today) for line in waiting)
        blocks.append(Table(_columns("", names), items, TO_WRITE_UP))
    if mine := tuple(_for_me(next_supervision, last_supervision, today, limits)):
        blocks.append(Table(_columns("", names), mine, ME))
    if not alone and not due and not waiting and (open_rows or not damaged):
        blocks.append(Paragraph(NOTHING))
    facts = f"{day} {today.year}" + (f", {how_many(open_rows)}" if open_rows or not damaged else "")
    foot = f"{FOOT}{_aside(open_rows, today)}"
    return Page(
        "Today", facts, tuple(blocks), foot if covered(today) else f"{foot}\n{UNCOVERED}", day, day.partition(" ")[2]
    )


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
        "n  add a case\ni  import a file\n?  help"
    )


def lines(rows: Iterable[CaseSummary], today: date, limits: Limits) -> tuple[list[Line], list[Line], list[Line]]:
    """The lines of the blocks, by date and then by reference: time alone, what is due, what waits to be written up."""
    alone: list[Line] = []
    due: list[Line] = []
    waiting: list[Line] = []
    ahead = Ahead.over(limits)
    for row in rows:
        mine = {action.id: action for action in row.actions if _mine_and_near(action, today, limits)}
        asked = _dated(row, today, ahead)
        drifting = {prompt.about: prompt for prompt in asked if prompt.signal == DRIFT and prompt.about in mine}
        for prompt in asked:
            if prompt not in drifting.values():
                block = alone if _first_block(prompt) else waiting if prompt.signal == WRITE_UP else due
                block.append(_prompt_line(row, prompt, today))
        due += [_action_line(row, action, drifting.get(action.id), today, limits) for action in mine.values()]
    return sorted(alone, key=_order), sorted(due, key=_order), sorted(waiting, key=_order)


def _dated(row: CaseSummary, today: date, ahead: Ahead) -> list[Prompt]:
    """What stands on Today for a case; one sentence that two prompts share is one line.

    A prompt that is due stands here whatever its date: a local step can be reached before the visit is due.
    """
    limits = ahead.limits
    found = [prompt for prompt in asked_and_coming(row, today, ahead) if _belongs_here(prompt)]
    near = [p for p in found if p.severity != "due soon" or p.on is None or within_horizon(p.on, today, limits)]
    once: dict[tuple[str, str], Prompt] = {}
    for prompt in near:
        once.setdefault((prompt.about, prompt.text), prompt)
    return [*once.values(), *coming(row, found, today, limits)]


def _belongs_here(prompt: Prompt) -> bool:
    """What is not recorded stands here for visits only; the other lists say it on the case and at their question."""
    missing = prompt.severity == "not recorded"
    return not missing or prompt.signal in ON_TODAY_WHEN_MISSING


def _first_block(prompt: Prompt) -> bool:
    """Time alone past its date or due, not recorded, or a child recorded as away."""
    return prompt.signal == "S1" and prompt.severity not in ("due soon", "note")


def _order(line: Line) -> tuple[date, str, str]:
    return line.on, line.case.ref.casefold(), line.key.child_id


def _prompt_line(row: CaseSummary, prompt: Prompt, today: date) -> Line:
    child = next((child for child in row.children if child.id == prompt.child_id), None)
    word = "" if prompt.severity == "not recorded" else prompt.word
    text = Fit(prompt.text if len(prompt.text) > MEDIUM else prompt.medium, prompt.medium, prompt.short, prompt.narrow)
    why = f"{f'{called(child, row.ref)}  ' if child else ''}{prompt.text}"
    why += f"\n{prompt.signal}, {prompt.source}." if prompt.source else f"\n{prompt.signal}. {FOOT}"
    named = {"signal": prompt.signal, "about": prompt.about} if prompt.severity != "note" else {}
    key = Spot(row.id, "question", child_id=child.id if child else "", question=prompt.question, **named)
    if prompt.signal == DRIFT:
        key = Spot(row.id, "action", prompt.about, **named)
    return Line(prompt.on or today, row, child, text, word, why, key, prompt)


def _mine_and_near(action: OpenAction, today: date, limits: Limits) -> bool:
    return action.owner == "me" and within_horizon(action.due_on, today, limits)


def _action_line(row: CaseSummary, action: OpenAction, drifting: Prompt | None, today: date, limits: Limits) -> Line:
    """One open action; where it is asked about as drifting it is still one line, with that question and the later word."""
    child = next((child for child in row.children if child.id == action.child_id), None)
    what = f"Look again: {action.what}" if action.look_again else action.what
    why = f"{f'{called(child, row.ref)}  ' if child else ''}{what}\n{say_due(action, today)}"
    word = date_word(action.due_on, today, limits)
    if drifting:
        why = sentence(row, drifting)
        word = word if drifting.severity == "due" and word else drifting.word
    named = {"signal": drifting.signal, "about": drifting.about} if drifting else {}
    return Line(action.due_on, row, child, Fit(what), word, why, Spot(row.id, "action", action.id, **named))


def say_due(action: OpenAction, today: date) -> str:
    """When it is due and how often that moved: `Due Mon 26 Oct (20 working days past), moved twice.`."""
    day, gone = say_day(action.due_on, today), working_days_between(action.due_on, today)
    past = f" ({say_count(gone)} past)" if gone > 0 and action.due_on < today else ""
    moved = f", moved {times(action.moved)}" if action.moved else ""
    verb = "To look at again" if action.look_again else "Due"
    return f"{verb} {day}{past}{moved}."


def times(count: int) -> str:
    """once, twice, 3 times."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


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
    why = f"Supervision {say_day(day, today)} ({say_count(working_days_between(today, day))} left). p on a case is its pack; Enter the pack of all."
    key = Spot("", "supervision")
    return Item(("", "", "Supervision", say_day(day, today)), date_word(day, today, limits), key, why)


def _damaged(row: CaseSummary) -> Item:
    text = Fit("This case cannot be read", short="Cannot be read")
    return Item((row.ref, "", text, ""), "", Spot(row.id, "damaged"), row.damaged)
