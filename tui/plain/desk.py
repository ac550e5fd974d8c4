"""The desk of plain mode: where one is, the way there, and what the numbers of the last list stand for."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from checklists.by_key import filled
from checklists.pages.blocks import Item, Page
from checklists.pages.keys_said import with_keys
from checklists.pages.spot import Spot
from checklists.pages.strip import say_strip
from checklists.wrong import Wrong
from tui.composition import House
from tui.plain.by_word import words_at, words_of_row
from tui.plain.filling import Ended, Filling
from tui.plain.lines import PAGE, Lines
from tui.plain.outlet import Said, header, sentences

if TYPE_CHECKING:
    from checklists.journeys.form import Form
    from checklists.masking import Reading
    from checklists.use_cases.drafts import Draft
    from store.case import Case
    from tui.plain.papers import Paper


@dataclass(frozen=True, slots=True)
class Place:
    """A page that one can be at."""

    name: str
    """Begins the question for a command: `Today`, `Case F-102`."""
    compose: "Callable[[Desk], Page]"
    noun: str = ""
    """What a numbered row is called; blank where the rows are not numbered."""
    counted: tuple[str, ...] = ()
    """Which rows are numbered, by what they stand for; empty: all that can be opened."""
    case_id: str = ""
    makes: str = ""
    """What `new` makes here: case, action, or a kind of record."""
    record_id: str = ""
    find: str = ""
    """Only rows with this in them."""
    paper: "Paper | None" = None
    """A page for others, which can be written as a file."""
    seek: "Callable[[str], Place] | None" = None
    """The same place with only what was asked for, where it finds by itself."""
    own_words: Mapping[str, str] = field(default_factory=dict)
    """What is typed here for a key, where it is another word than elsewhere: on limits `edit N` for `open`."""
    private_name: str = ""
    """The same with whom it is about, `Words K.M.`, said where names are not masked."""


@dataclass
class Desk:
    """Everything a command of plain mode works with."""

    house: House
    lines: Lines
    way: list[Place] = field(default_factory=list)
    rows: list[Item] = field(default_factory=list)
    """The numbered rows of the page last said, from 1."""
    waiting: list[Said] = field(default_factory=list)
    """What is still to be said of a long list."""
    masked: bool = False
    """Names and texts of pages are masked from now on."""
    filling: Filling | None = None
    """The form under way."""

    @property
    def today(self) -> date:
        """The day it is."""
        return self.house.clock.today()

    @property
    def reading(self) -> "Reading":
        """What pages are made from: the store, or the store behind the mask. Saving goes to the store itself."""
        if not self.masked:
            return self.house.store
        from checklists.masking import Masked

        return Masked(self.house.store)

    @property
    def place(self) -> Place:
        """Where one is."""
        return self.way[-1]

    def case(self, case_id: str) -> "Case":
        """The case, read anew. Raises StoreTrouble."""
        return self.house.store.case(case_id)

    # Going

    def go(self, place: Place, *, root: bool = False) -> None:
        """Go to a place and say it; the way back leads here."""
        page = place.compose(self)
        if root:
            self.way.clear()
        self.way.append(place)
        self._say(page)

    def back(self) -> bool:
        """The place before; False where there is none."""
        if len(self.way) < 2:
            return False
        self.way.pop()
        self.show()
        return True

    def show(self) -> None:
        """Say the place again, as it is now."""
        self._say(self.place.compose(self))

    def narrow(self, text: str) -> None:
        """Only the rows with this text; blank: all again."""
        seek = self.place.seek
        self.way[-1] = seek(text) if seek else replace(self.place, find=text)
        self.show()

    def _say(self, page: Page) -> None:
        place = self.place
        page = with_keys(page, words_at(place.own_words, numbered=bool(place.noun)), rows_too=False)
        said = sentences(_narrowed(page, place.find), place.noun, self._strips(), place.counted)
        self.rows = [one.item for one in said if one.item is not None]
        self.lines.say(header(page, self.house.notes))
        if place.find and self.rows:
            self.lines.say(f'Only rows with "{place.find}": {len(self.rows)}. Type find alone for all.')
        elif place.find:
            said.append(Said("No row has that in it. Type find alone for all."))
        self.waiting = [*said, *([Said(page.foot)] if page.foot else [])]
        self.more()

    def more(self) -> None:
        """The next ten rows of a list, and what stands between them."""
        count = 0
        while self.waiting:
            if self.waiting[0].item is not None:
                if count == PAGE:
                    return
                count += 1
            self.lines.say(self.waiting.pop(0).text)

    def _strips(self) -> Callable[[Hashable, int], str]:
        cases = {row.id: row for row in self.reading.caseload()}

        def strip_of(key: Hashable, weeks: int) -> str:
            case = cases.get(key.case_id) if isinstance(key, Spot) else None
            child = next((one for one in case.children if one.id == key.child_id), None) if case else None  # type: ignore[attr-defined]
            if case is None or child is None:
                return ""
            adult, limits = case.service == "adults", self.house.limits()
            return say_strip(child, self.today, weeks, case.allocated_on, adult=adult, limits=limits)

        return strip_of

    # Choosing

    def row(self, typed: str) -> Item:
        """The row of that number in the list last said, explained with the words that act on it. Raises Wrong."""
        number = int(typed) if typed.isdecimal() else 0
        if not 1 <= number <= len(self.rows):
            trouble = "No row of this page has that number." if self.rows else "This page has no numbered rows."
            raise Wrong(trouble, "Type again to hear the page.")
        item = self.rows[number - 1]
        return replace(item, why=filled(item.why, words_of_row(self.place.own_words, number)))

    # Writing

    def fill(self, form: "Form", *, titled: bool = True, draft: "Draft | None" = None) -> Ended:
        """Walk a form, its title first unless that was said. Whatever ends it, what was typed is kept. `draft`: go on with this one. Raises Back."""
        filling = Filling(self.house, self.lines, form, draft, masked=self.masked)
        if titled:
            about = form.facts.partition(",")[0] if self.masked else form.facts  # the reference stays
            self.lines.say(header(Page(form.place, about)))
        filling.offer()
        self.filling = filling
        ended = filling.walk()
        self.filling = None
        return ended


def _narrowed(page: Page, text: str) -> Page:
    """The page with only those rows that have the text in them."""
    from checklists.pages.blocks import Table

    if not text:
        return page
    wanted = text.casefold()

    blocks = [
        replace(block, items=tuple(item for item in block.items if wanted in item.sought))
        if isinstance(block, Table)
        else block
        for block in page.blocks
    ]
    return replace(page, blocks=tuple(block for block in blocks if not isinstance(block, Table) or block.items))
