"""Learning: the eight themes, the reviews and for which cases they are offered, and whatever else adds a section here."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from checklists.by_key import by_key
from checklists.dates import say_count
from checklists.learning.offered import Offered
from checklists.learning.reviews import Review
from checklists.limits import Limits
from checklists.pages.blocks import Block, Page
from checklists.pages.learning.mine import mine_block
from checklists.pages.learning.reviews import broken_block, offered_block, reviews_block
from checklists.pages.learning.themes import themes_block
from store.summary import CaseSummary

if TYPE_CHECKING:
    from checklists.masking import Reading

ADULTS = "adults"


class Given(NamedTuple):
    """What the sections of Learning are made from. No case is opened for them."""

    reading: "Reading"
    rows: Sequence[CaseSummary]
    today: date
    limits: Limits
    reviews: Sequence[Review]
    offered: Offered

    @property
    def service(self) -> str:
        """In whose words it speaks: an adult's where every open case is an adult's, else a child's."""
        return services_of(self.rows)[0]


Section = Callable[[Given], Sequence[Block]]
SECTIONS: tuple[Section, ...] = (
    lambda given: offered_block(given.offered, given.today),
    lambda given: themes_block(given.service),
    lambda given: reviews_block(given.reviews, given.rows, given.today),
    lambda given: mine_block(given.reading, given.today, given.limits),
    lambda given: broken_block(given.offered),
)
"""What stands on the page, in its order. A section with nothing to say gives no block; a row that can be opened has a Spot
whose `what` the screen and plain lines know (`tui/screens/learning.py` and `tui/plain/learning.py`, LEADS)."""


def learning_page(given: Given) -> Page:
    """All sections, one after the other."""
    blocks = [block for section in SECTIONS for block in section(given)]
    foot = f"Reviews are there to learn, not to blame. {by_key('new', 'adds a review of your own.')}"
    facts = f"8 themes, {say_count(len(given.reviews), 'review')}"
    return Page("Learning", facts, tuple(blocks), foot, facts)


def services_of(rows: Sequence[CaseSummary]) -> list[str]:
    """The services of the open cases, children's first; children's where there is none."""
    services = {row.service for row in rows if row.closed_on is None and not row.damaged}
    return sorted(services, key=lambda service: service == ADULTS) or ["children"]
