"""How long a case is kept, on pages: closed cases of which it is asked, and on a case its hold or until when it is kept."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from checklists.dates import say_day
from checklists.limits import Limits
from checklists.pages.blocks import Block, Fit, Item, Paragraph, medium
from checklists.pages.spot import Spot
from checklists.retention import WAYS, all_asked, asked, kept_until
from store.summary import CaseSummary

if TYPE_CHECKING:
    from store.case import Case

SHORT = "Purge or keep?"


def closed_items(rows: Sequence[CaseSummary], today: date, limits: Limits) -> Iterator[Item]:
    """One row for each closed case of which it is asked whether it is kept."""
    for one in all_asked(rows, today, limits):
        text = Fit(f"{one.said} {WAYS}", medium(one.brief, "Closed: purge, keep or hold?"), SHORT)
        why = f"{one.row.ref}  {one.said} {WAYS}\n{one.source}."
        yield Item((one.row.ref, "", text, say_day(one.on, today)), "", Spot(one.row.id, "retention"), why)


def keeping(case: "Case", facts: CaseSummary, today: date, limits: Limits) -> list[Block]:
    """On the page of a case: its hold; where it is closed, until when it is kept, or that it is asked."""
    info = case.info
    if info.hold:
        since = f" since {say_day(info.held_on, today)}" if info.held_on else ""
        needs = "" if info.hold == "other" else f" for a {info.hold}"
        return [Paragraph(f"On hold{since}{needs}. Nothing of it can be purged. {info.hold_note}")]
    if info.closed_on is None:
        return []
    if one := asked(facts, today, limits):
        return [Paragraph(f"{one.said} {WAYS}")]
    kept = kept_until(facts)
    if kept is not None and kept.until > today:
        return [Paragraph(f"Kept until {say_day(kept.until, today)}: {' '.join(kept.reason.split())}")]
    return []
