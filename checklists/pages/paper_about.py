"""What a page for others is made from, what a section of it is, and the columns that sections share."""

from dataclasses import dataclass
from datetime import date

from checklists.dates import say_day
from checklists.limits import Limits
from checklists.naming import aged, called
from checklists.pages.blocks import Block, Column, Paragraph
from checklists.pages.changes import Looked
from checklists.pages.lists.rows import words_of
from store.case import Case
from store.records import Child, LearningEntry

DAY_AND_WORDS = (Column("When", 3, 3), Column("What", 16, 16))


@dataclass(frozen=True, slots=True)
class About:
    """What a page for others is made from."""

    looked: Looked
    today: date
    limits: Limits
    wanted: str = ""
    """What I want from this hour, as it was typed for the next one."""
    ticked: frozenset[str] | None = None
    """The sections of the pack that it is for; None: all of them."""
    brought: tuple[LearningEntry, ...] = ()
    """Of my learning log, what I want to bring and names this case."""
    shared: tuple[LearningEntry, ...] = ()
    """The same, that names no case."""

    def has(self, section_id: str) -> bool:
        """Whether that section is in the pack."""
        return self.ticked is None or section_id in self.ticked

    @property
    def case(self) -> Case:
        """The case."""
        return self.looked.case


@dataclass(frozen=True, slots=True)
class Part:
    """A section filled in: what a list says of it in a few words, and what stands in it."""

    short: str
    blocks: tuple[Block, ...]


def none() -> Paragraph:
    """What stands where there is nothing."""
    return Paragraph("None recorded.")


def elsewhere(case: Case, today: date) -> tuple[tuple[str, str], ...]:
    """`A., missing since Fri 20 Nov`: of each who is not at home, where. Nothing where all are."""
    away = [child for child in case.children if child.whereabouts != "home"]
    return (("Where", ", ".join(_where(case, child, today) for child in away)),) if away else ()


def _where(case: Case, child: Child, today: date) -> str:
    since = f" since {say_day(child.whereabouts_since, today)}" if child.whereabouts_since else ""
    return f"{called(child, case.ref)} {words_of(case, child, 'whereabouts', today)}{since}"


def children_of(case: Case, today: date) -> str:
    """`K.M., 8, L.M., 3`."""
    return ", ".join(aged(child, today, case.ref) for child in case.children)
