"""Choose one from a list: a case, one's own name in a file."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checklists.pages.blocks import Page
from tui.keys import Context
from tui.screens.base import HouseScreen
from tui.screens.narrowed import NarrowedScreen
from tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from store.case import Case
    from tui.outlets.rows import Row


class ChooseScreen(HouseScreen):
    """A page whose rows are the choices; Enter chooses, Esc leaves it."""

    footer = "list"
    about = "choose"
    footer_words: ClassVar = {"open": "choose"}
    contexts: ClassVar[tuple[Context, ...]] = ("move",)

    def __init__(self, make: Callable[[], Page]) -> None:
        super().__init__()
        self.make = make

    def compose_page(self) -> Page:
        """The choices."""
        return self.make()

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Give back the key of the row."""
        message.stop()
        self.dismiss(message.row.key)

    def action_back(self) -> None:
        """Nothing is chosen."""
        if self.list.looked_for:
            self.find_text("")
        else:
            self.dismiss(None)


class ChooseCaseScreen(NarrowedScreen):
    """The open cases; letters narrow them to a reference, or to whom it is about."""

    about = "choose"
    footer_words: ClassVar = {"open": "choose"}
    find_where = "a reference or initials"
    find_hints = (("Enter", "choose"), ("Down", "to the list"), ("Esc", "back"))

    def __init__(self, make: Callable[[], Page]) -> None:
        super().__init__()
        self.make = make

    def compose_page(self) -> Page:
        """The cases."""
        return self.make()

    def compose_rows(self, width: int) -> "Sequence[Row]":
        """A letter is never found in a day or a service."""
        return [row._replace(find=row.why.casefold()) for row in super().compose_rows(width)]


def choose_case(page: HouseScreen, title: str, then: "Callable[[Case], None]", *, but: str = "") -> None:
    """Choose one of the open cases, but for the one with that id."""
    from checklists.pages.cases_list import cases_page
    from checklists.pages.spot import Spot

    def make() -> Page:
        rows = [row for row in page.reading.caseload() if row.id != but and not row.closed_on and not row.damaged]
        found = cases_page(rows, page.today())
        return Page(title, "", found.blocks, found.foot)

    def chosen(key: Hashable) -> None:
        if isinstance(key, Spot):
            with page.telling():
                then(page.case_of(key.case_id))

    page.app.push_screen(ChooseCaseScreen(make), chosen)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few things to choose from."""

    words: str
    about: str = ""


def choose_one(
    page: HouseScreen, title: str, choices: Sequence[Choice], then: Callable[[int], None], *, at: int = 28
) -> None:
    """Choose one of a few things; `then` gets its place among them. `at`: the column of what is said about each."""
    from checklists.pages.blocks import Column, Item, Table

    items = tuple(Item((one.words, one.about), "", place + 1) for place, one in enumerate(choices))
    columns = (Column("", 3, 3), Column("", at, at))

    def chosen(key: Hashable) -> None:
        if isinstance(key, int):
            then(key - 1)

    page.app.push_screen(ChooseScreen(lambda: Page(title, "", (Table(columns, items),))), chosen)
