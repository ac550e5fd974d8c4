"""The companion of a case under review: why there are reviews, first steps, the six steps each with its list, the ladder."""

from collections.abc import Sequence
from datetime import date

from checklists.by_key import by_key
from checklists.dates import say_count, say_day
from checklists.learning.review_process import Step, review_process
from checklists.limits import Limits
from checklists.pages.blocks import Block, Column, Heading, Item, Page, Paragraph, Table
from checklists.pages.lists.reviewing import open_requests
from checklists.pages.review_ladder import ladder
from checklists.pages.spot import Spot
from checklists.use_cases.reviewing import under_review
from store.case import Case
from store.records import BY_KIND, ReviewNote, ReviewRequest, ReviewSupport

PLACE = "Review companion"
COLUMNS = (Column("", 3, 3), Column("", 56, 0, tight=True))
TITLED = (Column("", 3, 3), Column("", 56, 40, tight=True))
STEPS, FIRST, HERE = "The six steps", "First steps", "Kept here"
BEGIN = "This case is under review"
PARTS = (
    ("timeline", "Then and now", "The record as it was known on any day, and beside it what I think now."),
    ("account", "An account, box by box", "What I knew, what I did and why, what was in the way, what I think now."),
    ("review_meeting", "Meetings", "What was said, and what I asked."),
    ("frozen", "The frozen copy", "The case as it stood; what was added since is shown beside it."),
    ("pack", "The pack of the review", "All of it as one file; what is private only if you tick it."),
)
"""What else a person can open from here: what it is, its title, and a sentence."""


def review_page(case: Case, today: date, limits: Limits, *, recoverable: bool = False) -> Page:
    """The page; `recoverable` where somebody else's key can open the store, which is then said of private notes too."""
    said, info = review_process(), case.info
    begun = under_review(info) and bool(info.frozen)
    private = said.kept_out.text + (f" {said.kept_out.recovery}" if recoverable else "")
    first: list[Block] = [Heading(FIRST), *map(Paragraph, said.first_steps)]
    blocks: list[Block] = [
        Paragraph(said.header),
        Paragraph(_since(case, today)),
        *([] if begun else [Table((Column("", 3, 3),), (_begin(case),))]),
        *([] if begun else first),
        Table(COLUMNS, tuple(_step(case, step, today, private) for step in said.steps), STEPS),
        ladder(case, today, limits),
        Table(TITLED, tuple(_part(case, *part, today) for part in PARTS), HERE),
        *(first if begun else []),
        Paragraph(private),
        Paragraph(said.not_this),
    ]
    facts = case.ref if begun else f"{case.ref}, not begun"
    return Page(PLACE, facts, tuple(blocks), said.header, case.ref)


def _since(case: Case, today: date) -> str:
    info = case.info
    if not under_review(info):
        return "This case is not marked as under review."
    held = f"On hold since {say_day(info.held_on, today)}." if info.held_on else "On hold."
    many = say_count(len(info.frozen), "frozen copy") if len(info.frozen) == 1 else f"{len(info.frozen)} frozen copies"
    return f"{held} {' '.join(info.hold_note.split())} {many[:1].upper()}{many[1:]}." if info.frozen else held


def _begin(case: Case) -> Item:
    why = f"Places a hold and freezes a copy of the case as it stands now. {by_key('open', 'begins it.')}"
    return Item((BEGIN,), "", Spot(case.id, "companion", "begin"), why)


def _step(case: Case, step: Step, today: date, private: str) -> Item:
    kept_out = f" {private}" if step.private else ""
    why = f"{step.id}  {step.prompt}\n{step.reassurance}{kept_out}"
    return Item((f"{step.id} {step.title}", _kept(case, step, today)), "", Spot(case.id, "companion", step.id), why)


def _kept(case: Case, step: Step, today: date) -> str:
    """What stands under a step, in a few words."""
    if step.keeps[0] == ReviewRequest.kind:
        waiting = open_requests(case)
        dated = next((one.due_on for one in waiting if one.due_on), None)
        if step.id == "R3":
            return f"{sum(one.submitted_on is not None for one in case.of(ReviewRequest))} handed over"
        return f"{len(waiting)} open, {say_day(dated, today)}" if dated else f"{len(waiting)} open"
    if step.keeps[0] == ReviewSupport.kind:
        ahead = sorted(
            one.check_in_on for one in case.of(ReviewSupport) if one.check_in_on and one.check_in_on >= today
        )
        return f"speak {say_day(ahead[0], today)}" if ahead else _count(case, step.keeps)
    return _count(case, step.keeps)


def _count(case: Case, kinds: Sequence[str]) -> str:
    many = sum(len(case.of(BY_KIND[kind])) for kind in kinds)
    return f"{many} kept" if many else "nothing yet"


def _part(case: Case, what: str, title: str, why: str, today: date) -> Item:
    return Item((title, _beside(case, what, today)), "", Spot(case.id, "companion", what), why)


def _beside(case: Case, what: str, today: date) -> str:
    if what == "frozen":
        copies = case.info.frozen
        return say_day(copies[-1].taken_at.astimezone().date(), today) if copies else "none yet"
    if what in BY_KIND:
        return _count(case, (what,))
    if what == "pack":
        ticked = sum(one.shared for one in case.of(ReviewNote))
        return say_count(ticked, "note") + " ticked"
    return ""
