"""The hour itself: what I bring, what I want from it, what was agreed, and notes for me alone."""

from datetime import date

from checklists.dates import say_count, say_day
from checklists.pages.blocks import Block, Facts, Paragraph
from checklists.pages.lists.rows import newest
from checklists.pages.paper_about import About, Part, none
from store.records import Supervision


def learning(_about: About) -> Part:
    """What I want to bring from reviews."""
    return Part("none noted", (Paragraph("Nothing is noted to bring."),))


def private(about: About) -> Part:
    """Notes for me alone, the newest on top."""
    rows = newest((row for row in about.case.of(Supervision) if row.me_note.strip()), lambda row: row.held_on)
    pairs = tuple((say_day(row.held_on, about.today), row.me_note) for row in rows)
    return Part(say_count(len(rows), "note") if rows else "none", (Facts(pairs),) if pairs else (none(),))


def wanted(about: About) -> Part:
    """The line typed for this hour."""
    text = about.wanted.strip()
    return Part("1 line" if text else "not written yet", (Paragraph(text or "Nothing is written here yet."),))


def agreed(about: About) -> Part:
    """What was decided in the hour of this day, or what was decided last time; each with the role of with whom."""
    rows = newest(about.case.of(Supervision), lambda row: row.held_on)
    now = next((row for row in rows if row.held_on == about.today), None)
    last = next((row for row in rows if row.held_on < about.today), None)
    blocks: list[Block] = [_hour(now, about.today) if now else Paragraph("To be filled in during the hour.")]
    if last:
        blocks += [Paragraph("Last time:", dim=True), _hour(last, about.today)]
    return Part(f"last {say_day(last.held_on, about.today)}" if last else "none yet", tuple(blocks))


def _hour(row: Supervision, today: date) -> Facts:
    return Facts(
        (
            ("Held on", say_day(row.held_on, today)),
            ("With", row.with_role),
            ("Tested", row.tested),
            ("Decided", row.decided),
        )
    )
