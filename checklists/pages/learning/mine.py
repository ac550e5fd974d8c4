"""What I do with learning, as a section of Learning: my log, and how the year of CPD stands. My own book is not opened."""

from datetime import date
from typing import TYPE_CHECKING

from checklists.learning.cpd_year import Fact, standing, year_of
from checklists.learning.embedding import embedding
from checklists.limits import Limits
from checklists.pages.blocks import Block, Column, Fit, Item, Table
from checklists.pages.cpd_line import CPD, LOG
from checklists.pages.spot import Spot

if TYPE_CHECKING:
    from checklists.masking import Reading

HEADING = "What I do with it"
COLUMNS = (Column("", 3, 3), Column("", 21, 21))


def mine_block(reading: "Reading", today: date, limits: Limits) -> list[Block]:
    """Two rows: each leads to a page of its own."""
    facts, cpd = reading.practitioner().cpd, embedding().cpd
    different = [Fact(fact.on, str(place), fact.with_peer) for place, fact in enumerate(facts)]
    stands = standing(different, year_of(today, cpd.ends), cpd, limits)
    ways = ", ".join(way.short.lower() for way in embedding().items)
    log = Item(("My learning log", Fit(f"{ways}", "the five ways, and what I wrote")), "", Spot("", LOG), f"{ways}.")
    year = Item(
        ("CPD", Fit(f"{stands.said(today)}", stands.counted)),
        "",
        Spot("", CPD),
        f"{stands.said(today)}.\n{stands.wanted}",
    )
    return [Table(COLUMNS, (log, year), HEADING)]
