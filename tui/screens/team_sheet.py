"""The sheet of a review for a team meeting, to read, to write as a file, to print."""

from typing import TYPE_CHECKING

from checklists.pages.blocks import Page
from tui.screens.paper import PaperScreen

if TYPE_CHECKING:
    from tui.screens.base import HouseScreen


class TeamSheetScreen(PaperScreen):
    """One review, twenty minutes, four questions. It holds nothing of any case."""

    what = "team-sheet"

    def __init__(self, review_id: str) -> None:
        super().__init__()
        self.review_id = review_id

    def whole_page(self) -> Page:
        """The sheet, from the review as it stands."""
        from checklists.learning.own_reviews import all_reviews
        from checklists.learning.reviews import find_review
        from checklists.pages.learning.team_sheet import team_sheet_page

        return team_sheet_page(find_review(all_reviews(self.reading), self.review_id), self.today())

    def named(self) -> str:
        """The review, in the file's name."""
        return self.review_id

    def where(self) -> str:
        """Where it would be written; there is no case in it."""
        from tui.outlets.export import where

        return f"Writes {self.path.name} to {where(self.path)}."


def open_team_sheet(page: "HouseScreen", review_id: str) -> None:
    """From a review to its sheet."""
    page.app.push_screen(TeamSheetScreen(review_id), page.came_back)
