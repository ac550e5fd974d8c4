"""CPD: the year and what is asked of it, its pieces; and the pieces in the order of the form, to be written as a file."""

from typing import TYPE_CHECKING, ClassVar

from checklists.pages.blocks import Page
from store.case import OWN
from tui.keys import Context, bindings
from tui.screens.base import Commands, HouseScreen
from tui.screens.own_book import OwnBookScreen
from tui.screens.paper import MASKED, PaperScreen
from tui.widgets.dialog import Answer, Question

if TYPE_CHECKING:
    from checklists.learning.cpd_year import Year
    from checklists.library import Guide
    from checklists.masking import Reading
    from store.case import Case

SAID = 3
"""So many of the names that were found are said in the question; the check says all."""


class CpdScreen(OwnBookScreen):
    """The pieces of this year and of those before."""

    footer = "cpd"
    about = "cpd"
    kind = "cpd_piece"
    contexts: ClassVar[tuple[Context, ...]] = ("list", "move", "sheet")
    BINDINGS: ClassVar = [*bindings("list", "sheet")]

    @property
    def guide(self) -> "Guide | None":
        """A short way to reflect."""
        from checklists.learning.embedding import embedding

        return embedding().reflection

    def compose_page(self) -> Page:
        """The years."""
        from checklists.pages.learning.cpd import cpd_page

        return cpd_page(self.own(), self.today(), self.house.limits())

    def year(self) -> "Year":
        """The year of the row, else this one."""
        from checklists.learning.cpd_year import year_of
        from checklists.learning.embedding import embedding
        from store.records import CpdPiece
        from tui.screens.base import spot_of

        record_id = spot_of(self).record_id
        found = self.own().find(record_id) if record_id else None
        day = found.done_on if isinstance(found, CpdPiece) else self.today()
        return year_of(day, embedding().cpd.ends)

    def action_done(self) -> None:
        """Nothing is left to finish."""
        self.notice("A piece is not finished; it is changed in its form.")

    def action_write(self) -> None:
        """The year of the row in the order of the form, to be read and written."""
        with self.telling():
            self.app.push_screen(CpdRecordScreen(self.year()), self.came_back)

    def check(self) -> None:
        """Say which names stand in the pieces of the year."""
        with self.telling():
            open_check(self, self.year())

    def open_log(self) -> None:
        """The learning log."""
        from tui.screens.learning_log import LogScreen

        self.app.push_screen(LogScreen(), self.came_back)

    def more_commands(self) -> Commands:
        """The form, the check, the log."""
        return {
            "check for names": ("in the pieces of the year, by all cases", self.check),
            "my learning": ("what I read, talked over, applied, asked for, gave", self.open_log),
            **super().more_commands(),
        }


class CpdRecordScreen(PaperScreen):
    """The pieces of a year as the regulator's form asks for them. Names are looked for before it is written."""

    what = "cpd"

    def __init__(self, year: "Year") -> None:
        super().__init__()
        self.year = year

    def own(self) -> "Case":
        """My own book."""
        return self.fresh(OWN)

    def whole_page(self) -> Page:
        """The form."""
        from checklists.pages.learning.cpd import form_page

        return form_page(self.own(), self.year, self.today())

    def named(self) -> str:
        """The year, in the file's name."""
        return f"year-{self.year.last.year}"

    def where(self) -> str:
        """Where it would be written, and what is to be left out of it."""
        from checklists.learning.embedding import embedding
        from tui.outlets.export import where

        return f"Writes {self.path.name} to {where(self.path)}.\n{embedding().cpd.no_case_detail}"

    def mark(self) -> str:
        """The mark of my own book."""
        return self.house.store.stamp(OWN)

    def action_write(self) -> None:
        """Look for names first; where some stand in it, they are said and it is asked."""
        from checklists.use_cases.cpd import check_year

        if self.is_masked:
            self.notice(MASKED)
            return
        with self.telling():
            found, unread = check_year(self.house.store, self.own(), self.year, self.today())
            if not found and not unread:
                super().action_write()
                return
            said = [one.said for one in found[:SAID]]
            if len(found) > SAID:
                said.append(f"and {len(found) - SAID} more, which the menu's check says")
            if unread:
                said.append(f"not looked for: the names of {', '.join(unread)}")
            sentence = f"{'; '.join(said)}."
            self.ask(Question("Write it with these in it?", (sentence,), "Write it", "Leave it"), self._anyway)

    def _anyway(self, answer: Answer) -> None:
        if answer is None:
            self.notice("Nothing was written.")
        else:
            super().action_write()

    def more_commands(self) -> Commands:
        """The check, whole."""
        return {
            "check for names": ("in the pieces of the year, by all cases", lambda: open_check(self, self.year)),
            **super().more_commands(),
        }


def open_check(page: HouseScreen, year: "Year") -> None:
    """What the check finds in the pieces of a year, as a page to read."""
    from checklists.own_book import own_book
    from checklists.pages.learning.cpd import check_page
    from checklists.use_cases.cpd import check_year
    from tui.screens.reading import ReadScreen

    if page.is_masked:
        page.notice(MASKED)
        return
    today = page.today()

    def make(reading: "Reading") -> Page:
        found, unread = check_year(reading, own_book(reading), year, today)
        return check_page(found, unread, year)

    page.app.push_screen(ReadScreen(make))
