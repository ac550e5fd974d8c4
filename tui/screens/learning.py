"""Learning: themes, reviews and the cases they are offered for, and what else stands under learning."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from checklists.learning.offered import Offered, find_new, look_through
from checklists.learning.own_reviews import all_reviews
from checklists.pages.blocks import Page
from checklists.pages.cpd_line import CPD, LOG
from checklists.pages.learning import Given, learning_page
from checklists.pages.spot import Spot
from store.case import OWN
from tui.keys import Context, bindings
from tui.screens.base import Commands, HouseScreen, spot_of
from tui.widgets.line_list import LineList


class LearningScreen(HouseScreen):
    """Its sections, one after the other; Enter opens the row, n adds a review of one's own."""

    footer = "learning"
    about = "learning"
    contexts: ClassVar[tuple[Context, ...]] = ("list", "move")
    BINDINGS: ClassVar = [*bindings("list")]
    find_where = "a word of the title"

    def offered(self) -> Offered:
        """What lies in the folders and is not taken."""
        return look_through(self.house.review_files(), self.reading)

    def compose_page(self) -> Page:
        """All sections."""
        rows, today = self.reading.caseload(), self.today()
        given = Given(self.reading, rows, today, self.house.limits(), all_reviews(self.reading), self.offered())
        return learning_page(given)

    def mark(self) -> str:
        """The marks of all cases together, and of my own book."""
        return f"{self.house.store.stamp()} {self.house.store.stamp(OWN)}"

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """What the row stands for."""
        message.stop()
        spot = spot_of(self)
        if lead := LEADS.get(spot.what):
            with self.telling():
                lead(self, spot)

    def action_new(self) -> None:
        """A review of one's own."""
        from tui.form_names import form_named

        self.fill(lambda: form_named(self.house, OWN, "own_review"))

    def action_done(self) -> None:
        """Nothing is finished here."""
        self.notice("Enter opens the row.")

    def action_re_date(self) -> None:
        """No dates are set here."""
        self.action_done()

    def action_drop(self) -> None:
        """A review of one's own is taken out where it is read."""
        self.notice("Enter opens it; the menu there takes one of your own out.")

    def action_part(self) -> None:
        """The next section."""
        self.list.next_part()

    def more_commands(self) -> Commands:
        """What only the menu has."""
        return {"add a review": ("of your own, local or national", self.action_new)}


def _theme(page: HouseScreen, spot: Spot) -> None:
    from tui.screens.learning_theme import ThemeScreen

    page.app.push_screen(ThemeScreen(spot.record_id), page.came_back)


def _review(page: HouseScreen, spot: Spot) -> None:
    from tui.screens.learning_review import LearningReviewScreen

    page.app.push_screen(LearningReviewScreen(spot.record_id), page.came_back)


def _offered(page: HouseScreen, spot: Spot) -> None:
    from tui.screens.learning_offered import OfferedScreen

    new = find_new(look_through(page.house.review_files(), page.reading), spot.record_id)
    page.app.push_screen(OfferedScreen(new), page.came_back)


def _log(page: HouseScreen, _spot: Spot) -> None:
    from tui.screens.learning_log import LogScreen

    page.app.push_screen(LogScreen(), page.came_back)


def _cpd(page: HouseScreen, _spot: Spot) -> None:
    from tui.screens.cpd import CpdScreen

    page.app.push_screen(CpdScreen(), page.came_back)


LEADS: Mapping[str, Callable[[HouseScreen, Spot], None]] = {
    "theme": _theme,
    "review": _review,
    "offered": _offered,
    LOG: _log,
    CPD: _cpd,
}
"""What Enter does, by what the row of a section stands for."""
