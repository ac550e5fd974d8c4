"""The hour itself: what I bring, what I want from it, what was agreed, and notes for me alone."""

from datetime import date

from checklists.agreed import lines_of, what_became
from checklists.dates import add_months, say_count, say_day
from checklists.pages.blocks import Block, Column, Facts, Item, Paragraph, Table
from checklists.pages.learning.applied import brought_blocks, since_last_time
from checklists.pages.learning.brought import entries_blocks
from checklists.pages.lists.rows import newest
from checklists.pages.looking_ahead import private_part
from checklists.pages.paper_about import About, Part, none
from checklists.paper_sections import papers
from store.records import Supervision

AGREED = (Column("Agreed", 3, 3), Column("What", 16, 16), Column("What became of it", 50, 38))


def learning(about: About) -> Part:
    """What I want to bring: the reviews whose questions I asked in this case since last time, and lines of my log."""
    asked = since_last_time(about.case, about.looked.since.on)
    blocks = (*brought_blocks(asked, about.today), *entries_blocks(about.brought, about.today))
    short = [say_count(len(asked), "review")] if asked else []
    short += [f"{len(about.brought)} of my log"] if about.brought else []
    return Part(", ".join(short) or "none noted", blocks or (Paragraph("Nothing is noted to bring."),))


def private(about: About) -> Part:
    """Notes for me alone, the newest on top; then what was in sight when the case was last looked at from a year ahead."""
    rows = newest((row for row in about.case.of(Supervision) if row.me_note.strip()), lambda row: row.held_on)
    pairs = tuple((say_day(row.held_on, about.today), row.me_note) for row in rows)
    ahead = private_part(about.case, about.today)
    found = (*((Facts(pairs),) if pairs else ()), *ahead)
    short = [say_count(len(rows), "note")] if rows else []
    return Part(", ".join([*short, "a year ahead"] if ahead else short) or "none", found or (none(),))


def wanted(about: About) -> Part:
    """The line typed for this hour."""
    text = about.wanted.strip()
    return Part("1 line" if text else "not written yet", (Paragraph(text or "Nothing is written here yet."),))


def agreed(about: About) -> Part:
    """What was decided in the hour of this day, or what was decided last time; each with the role of with whom."""
    rows = newest(about.case.of(Supervision), lambda row: row.held_on)
    now = next((row for row in rows if row.held_on == about.today), None)
    last = next((row for row in rows if row.held_on < about.today), None)
    blocks: list[Block] = [Paragraph(talked_of(about))]
    blocks.append(_hour(now, about.today) if now else Paragraph("To be filled in during the hour."))
    if last:
        blocks += [Paragraph("Last time:", dim=True), _hour(last, about.today)]
    blocks += became(about)
    return Part(f"last {say_day(last.held_on, about.today)}" if last else "none yet", tuple(blocks))


def talked_of(about: About) -> str:
    """On which days the case was talked of in the months looked back; days alone, for whoever asks how often."""
    since = _looked_back(about)
    days = sorted({row.held_on for row in about.case.of(Supervision) if since <= row.held_on <= about.today})
    window = f"since {say_day(since, about.today)}, {papers().months} months back"
    if not days:
        return f"No supervision on this case is recorded {window}."
    said = ", ".join(say_day(day, about.today) for day in days)
    return f"Talked of {say_count(len(days), 'time')} {window}: {said}."


def became(about: About) -> tuple[Block, ...]:
    """Each line that was agreed before today, and how the action that it became stands; nothing where none was."""
    since = _looked_back(about)
    held = newest(about.case.of(Supervision), lambda row: row.held_on)
    rows = tuple(
        Item((say_day(row.held_on, about.today), line, said), "", None, f"{line}: {said}")
        for row in held
        if since <= row.held_on < about.today
        for line in lines_of(row)
        for said in [what_became(about.case, row, line, about.today)]
    )
    return (Table(AGREED, rows, "What became of what was agreed"),) if rows else ()


def _looked_back(about: About) -> date:
    return add_months(about.today, -papers().months)


def _hour(row: Supervision, today: date) -> Facts:
    return Facts(
        (
            ("Held on", say_day(row.held_on, today)),
            ("With", row.with_role),
            ("Tested", row.tested),
            ("Decided", row.decided),
        )
    )
