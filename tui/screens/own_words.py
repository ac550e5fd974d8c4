"""In their own words: what each child of a case has said or shown. Tab turns to the next child."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from checklists.pages.blocks import Page
from tui.keys import Context, bindings
from tui.screens.base import Commands
from tui.screens.choosing import Choice, choose_one
from tui.screens.register import RegisterScreen

if TYPE_CHECKING:
    from checklists.masking import Reading
    from store.case import Case
    from store.records import Child


class WordsScreen(RegisterScreen):
    """One page a child, oldest first. n logs a visit, Enter opens the record that the words are from."""

    about = "own_words"
    find_where = "day, place or word"
    contexts: ClassVar[tuple[Context, ...]] = ("list", "case", "move", "sheet")
    BINDINGS: ClassVar = [*bindings("list", "case", "sheet")]

    def __init__(self, case_id: str, child_id: str = "") -> None:
        super().__init__(case_id, "visit")
        self.footer = "words"
        self.child_id = child_id
        self.theme = ""

    @property
    def footer_words(self) -> Mapping[str, str]:  # type: ignore[override]
        """What Tab turns to."""
        return {"part": "next person"}

    def compose_page(self) -> Page:
        """The page of the child."""
        from checklists.pages.own_words import TITLES, words_page

        case = self.fresh(self.case_id)
        child = self.child_of(case)
        if child is None:
            return Page(TITLES[case.info.service], case.ref, (), "Nobody is recorded on this case yet.", case.ref)
        return words_page(case, child, self.today(), self.theme)

    def child_of(self, case: "Case") -> "Child | None":
        """The child whose words are read; at first the first of the case."""
        return next((one for one in case.children if one.id == self.child_id), next(iter(case.children), None))

    def action_write(self) -> None:
        """The words of this child, to be written."""
        from checklists.pages.to_write import words_to_write
        from tui.screens.sheet import open_sheet

        def make(reading: "Reading") -> Page:
            case = reading.case(self.case_id)
            child = self.child_of(case)
            return words_to_write(case, [child] if child else [], self.today(), self.theme)

        open_sheet(self, "words", make)

    def action_part(self) -> None:
        """The next child of the case."""
        ids = [one.id for one in self.fresh(self.case_id).children]
        if len(ids) < 2:
            self.notice("There is nobody else on this case.")
            return
        self.child_id = ids[(ids.index(self.child_id) + 1 if self.child_id in ids else 1) % len(ids)]
        self.renew()

    def action_back(self) -> None:
        """Show all again where one theme was chosen; else the page before."""
        if self.theme and not self.list.looked_for:
            self.show_theme("")
        else:
            super().action_back()

    def show_theme(self, theme: str) -> None:
        """Only what speaks to that theme; blank: all."""
        self.theme = theme
        self.renew()

    def choose_theme(self) -> None:
        """One of the eight."""
        from checklists.library import library

        themes = library(self.fresh(self.case_id).info.service).themes
        choices = [Choice(f"Theme {one.id[1:]}", one.title) for one in themes]
        choose_one(self, "Which theme?", choices, lambda place: self.show_theme(themes[place].id))

    def more_commands(self) -> Commands:
        """A theme, then what can be done with the row."""
        return {
            "only one theme": ("of the words, or of a concern noted on the same day", self.choose_theme),
            "show all": ("leave nothing out", lambda: self.show_theme("")),
            **super().more_commands(),
        }
