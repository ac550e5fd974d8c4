"""The line of Today that says how the year of professional development stands, once its end is near."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from checklists.dates import say_count, say_day
from checklists.due import date_word
from checklists.limits import Limits
from checklists.pages.blocks import Fit, Item
from checklists.pages.spot import Spot
from checklists.working_days import working_days_between

if TYPE_CHECKING:
    from store.practitioner import CpdFact

CPD, LOG = "cpd", "learning log"
"""What the line stands for, and what the row of my learning log does where both stand together."""


def cpd_item(facts: "Sequence[CpdFact] | None", today: date, limits: Limits) -> Iterator[Item]:
    """Nothing where no learning is kept here (None), where nothing is open, and until the end of the year is near."""
    if facts is None:
        return
    from checklists.learning.cpd_year import Fact, in_window, standing, year_of
    from checklists.learning.embedding import embedding

    cpd = embedding().cpd
    year = year_of(today, cpd.ends)
    different = [Fact(fact.on, str(place), fact.with_peer) for place, fact in enumerate(facts)]
    stands = standing(different, year, cpd, limits)
    if not stands.is_open or not in_window(year, today, cpd):
        return
    left = say_count(working_days_between(today, year.last))
    text = Fit(f"{stands.said(today)}.", f"CPD: {stands.counted}", f"CPD: {stands.short}")
    why = f"{stands.said(today)} ({left} left).\n{stands.wanted}"
    day = say_day(year.last, today)
    yield Item(("", "", text, day), date_word(year.last, today, limits), Spot("", CPD), why)
