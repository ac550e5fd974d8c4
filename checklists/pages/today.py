"""Today: who has not been seen alone by the date set, and what is due. Drawn from the caseload rows alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from checklists.dates import say_count, say_day
from checklists.due import date_word, within_horizon
from checklists.limits import Limits
from checklists.naming import called
from checklists.pages.blocks import Block, Column, Fit, Item, Page, Paragraph, Table, medium, short
from checklists.pages.spot import Spot
from checklists.pages.strip import ruler, strip
from checklists.signals import prompts
from checklists.signals.prompt import Prompt
from checklists.working_days import working_days_between
from store.summary import CaseSummary, ChildFacts, OpenAction

WEEKS = 12
FOOT = "Prompts come from what is recorded. They are not a risk score."
NOTHING = "Nothing is asked today from what is recorded."


@dataclass(frozen=True, slots=True)
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


def today_page(rows: Sequence[CaseSummary], today: date, limits: Limits) -> Page:
    """The page that casereflect opens on. Oldest date first, then by reference; never a score."""
    open_rows = [row for row in rows if not row.closed_on and not row.damaged]
    facts = f"{say_day(today, today)} {today.year}, {how_many(open_rows)}"
    damaged = tuple(_damaged(row) for row in rows if row.damaged)
    if not rows:
        return Page("Today", facts, (empty(),), short_facts=say_day(today, today))
    alone, due = lines(open_rows, today, limits)
    blocks: list[Block] = []
    if damaged:
        blocks.append(Table(_columns(""), damaged, "Cannot be read"))
    if alone:
        items = tuple(_alone_item(line, today) for line in alone)
        blocks.append(Table(_columns(ruler(today, WEEKS), date_narrow=0), items, _alone_heading(open_rows), titles=True))
    ahead = limits.row("today_horizon")
    heading = f"Due today and in the next {say_count(ahead.value, ahead.unit)}"
    if due:
        blocks.append(Table(_columns(""), tuple(_due_item(line, today) for line in due), heading))
    if not alone and not due:
        blocks.append(Paragraph(NOTHING))
    return Page("Today", facts, tuple(blocks), FOOT, say_day(today, today))


def how_many(rows: Iterable[CaseSummary]) -> str:
    """`18 children`, `18 children, 2 adults`."""
    counts = {"children": 0, "adults": 0}
    for row in rows:
        counts[row.service] = counts.get(row.service, 0) + len(row.children)
    one = {"children": "child", "adults": "adult"}
    said = [f"{count} {one[key] if count == 1 else key}" for key, count in counts.items() if count]
    return ", ".join(said) or "no children"


def empty() -> Paragraph:
    """What the first page says while there is no case."""
    return Paragraph(
        "No cases yet.\n\nAdd the first one, or bring in your own rows of an Ofsted Annex A workbook; nothing is written before "
        "you have seen it.\n\nn  add a case\ni  import a file\n?  help"
    )


def lines(rows: Iterable[CaseSummary], today: date, limits: Limits) -> tuple[list[Line], list[Line]]:
    """The lines of both blocks, each by date and then by reference."""
    alone: list[Line] = []
    due: list[Line] = []
    for row in rows:
        said: set[tuple[str, str]] = set()
        for prompt in prompts(row, today, limits):
            if prompt.severity == "note" or (prompt.about, prompt.text) in said:
                continue
            said.add((prompt.about, prompt.text))  # one sentence that two prompts share is one line
            (alone if _first_block(prompt) else due).append(_prompt_line(row, prompt, today))
        due += _action_lines(row, today, limits)
    shown = [line for line in due if line.prompt is None or line.word in ("", "not recorded") or within_horizon(line.on, today, limits)]
    return sorted(alone, key=_order), sorted(shown, key=_order)


def _first_block(prompt: Prompt) -> bool:
    """Time alone past its date or due, not recorded, or a child recorded as away."""
    return prompt.signal == "S1" and prompt.severity != "due soon"


def _order(line: Line) -> tuple[date, str, str]:
    return line.on, line.case.ref.casefold(), line.key.child_id


def _prompt_line(row: CaseSummary, prompt: Prompt, today: date) -> Line:
    child = next(child for child in row.children if child.id == prompt.child_id)
    word = "" if prompt.severity == "not recorded" else prompt.word
    why = f"{called(child, row.ref)}  {prompt.text}"
    why += f"\n{prompt.signal}, {prompt.source}." if prompt.source else f"\n{prompt.signal}. {FOOT}"
    key = Spot(row.id, "question", child_id=child.id, question=prompt.question)
    return Line(prompt.on or today, row, child, Fit(prompt.medium, short=prompt.short), word, why, key, prompt)


def _action_lines(row: CaseSummary, today: date, limits: Limits) -> Iterator[Line]:
    for action in row.actions:
        if action.owner != "me" or not within_horizon(action.due_on, today, limits):
            continue
        child = next((child for child in row.children if child.id == action.child_id), None)
        what = f"Look again: {action.what}" if action.look_again else action.what
        why = f"{what}\n{say_due(action, today)}"
        word = date_word(action.due_on, today, limits)
        yield Line(action.due_on, row, child, Fit(what), word, why, Spot(row.id, "action", action.id))


def say_due(action: OpenAction, today: date) -> str:
    """`Due Mon 26 Oct (20 working days past), moved twice.`"""
    day, gone = say_day(action.due_on, today), working_days_between(action.due_on, today)
    past = f" ({say_count(gone)} past)" if gone > 0 and action.due_on < today else ""
    moved = f", moved {times(action.moved)}" if action.moved else ""
    verb = "To look at again" if action.look_again else "Due"
    return f"{verb} {day}{past}{moved}."


def times(count: int) -> str:
    """once, twice, 3 times."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _columns(title: str, *, date_narrow: int = 37) -> tuple[Column, ...]:
    return (
        Column("Case", 3, 3, 3),
        Column("Child", 10, 10, 10),
        Column("", 16, 16, 16),
        Column(title, 54, date_narrow, ruler=bool(title)),
    )


def _alone_heading(rows: Iterable[CaseSummary]) -> str:
    adults_only = all(row.service == "adults" for row in rows)
    return "Not seen in private by the date set" if adults_only else "Not seen alone by the date set"


def _alone_item(line: Line, today: date) -> Item:
    assert line.child is not None
    cells = (line.case.ref, called(line.child), line.text, strip(line.child, today, WEEKS, line.case.allocated_on))
    return Item(cells, line.word, line.key, line.why)


def _due_item(line: Line, today: date) -> Item:
    missing = line.prompt is not None and line.prompt.severity == "not recorded"
    day = "" if missing else say_day(line.on, today)
    name = called(line.child) if line.child else ""
    return Item((line.case.ref, name, line.text, day), line.word, line.key, line.why)


def _damaged(row: CaseSummary) -> Item:
    text = Fit(medium("This case cannot be read"), short=short("Cannot be read"))
    return Item((row.ref, "", text, ""), "", Spot(row.id, "damaged"), row.damaged)
