"""One review: what was looked at, what was learned, what to ask; and asked in a case of my own."""

from typing import TYPE_CHECKING, ClassVar

from checklists.learning.own_reviews import all_reviews
from checklists.learning.reviews import Review, find_review
from checklists.pages.blocks import Item, Page
from checklists.pages.learning.reviews import APPLY, applied_items, review_page
from store.case import OWN
from tui.keys import Context, bindings
from tui.screens.base import Commands, HouseScreen, spot_of
from tui.screens.cases_behind import CasesBehind
from tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from store.case import Case


class LearningReviewScreen(CasesBehind):
    """The review; Enter on a case asks its questions there, Enter on one where they were asked reads that."""

    footer = "theme"
    about = "learning_review"
    contexts: ClassVar[tuple[Context, ...]] = ("case", "move")
    BINDINGS: ClassVar = [*bindings("case")]

    def __init__(self, review_id: str) -> None:
        super().__init__()
        self.review_id = review_id

    @property
    def review(self) -> Review:
        """The review as it stands now; one of one's own by its record, as another may come to have its id. Raises Wrong."""
        return find_review(all_reviews(self.reading), self.review_id)

    def compose_page(self) -> Page:
        """The page, with where it was asked as far as the cases are read."""
        return review_page(self.review, self.reading.caseload(), self.today(), self.found, read=self.whole)

    def items_of(self, case: "Case") -> list[Item]:
        """Where its questions were asked."""
        return applied_items(case, self.review, self.today())

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Its questions in the case of the row, or in one that is chosen; what was written there before."""
        message.stop()
        spot = spot_of(self)
        if spot.what == "record":
            from tui.screens.learning_answers import AnswersScreen

            self.app.push_screen(AnswersScreen(spot.case_id, spot.record_id), self.came_back)
        elif spot.case_id:
            if case := self.the_case():
                ask_in_case(self, case, self.review)
        elif spot.what == APPLY:
            self.ask_in_another()
        else:
            self.notice("Its questions and the cases stand below; Enter there asks them.")

    def ask_in_another(self) -> None:
        """Any open case."""
        from tui.screens.choosing import choose_case

        choose_case(self, "In which case?", lambda case: ask_in_case(self, case, self.review))

    def more_commands(self) -> Commands:
        """What only the menu has; of a review of one's own also to change it."""
        more: Commands = {
            "ask it in a case": ("its questions, in any open case", self.ask_in_another),
            "sheet for a team meeting": ("twenty minutes, four questions, room for actions", self.open_sheet),
        }
        if self.review.record_id:
            more = {
                **more,
                "change this review": ("what it said before stays readable", self.change),
                "earlier texts": ("of the review, with what changed", self.read_earlier),
                "take this review out": ("with a reason; what was asked in cases stays there", self.take_out),
            }
        return more

    def open_sheet(self) -> None:
        """The review on one page, to be written or printed."""
        from tui.screens.team_sheet import open_team_sheet

        open_team_sheet(self, self.review.record_id or self.review.id)

    def change(self) -> None:
        """Its form, filled."""
        from tui.form_names import form_named

        record_id = self.review.record_id
        self.review_id = record_id
        self.fill(lambda: form_named(self.house, OWN, f"own_review:{record_id}"), record_id)

    def read_earlier(self) -> None:
        """Its earlier texts."""
        from tui.screens.reading import record_history

        with self.telling():
            self.app.push_screen(record_history(OWN, self.review.record_id, self.today))

    def take_out(self) -> None:
        """Out of my own book, with a reason."""
        from checklists.journeys.registers import withdraw_form
        from checklists.use_cases.records import the_record
        from store.records import OwnReview

        house, record_id = self.house, self.review.record_id
        own = house.store.case(OWN)
        self.ask_form(
            lambda: withdraw_form(house.store, house.clock, own, the_record(own, record_id, OwnReview)),
            title="Take this review out?",
            yes="Take out",
            after=self._gone,
        )

    def _gone(self) -> None:
        self.dismiss("Taken out. It stays readable among the earlier texts.")


def ask_in_case(page: HouseScreen, case: "Case", review: Review) -> None:
    """The form with its questions."""
    from checklists.journeys.applying import apply_form

    page.fill(lambda: apply_form(page.house.store, page.house.clock, case, review))


def choose_review(page: HouseScreen, case: "Case") -> None:
    """From a case: choose a review, then its questions; those that are offered for the case stand first."""
    from checklists.learning.offers import offers
    from tui.screens.choosing import Choice, choose_one

    with page.telling():
        rows = [row for row in page.reading.caseload() if row.id == case.id]  # behind the mask where it is on
        today, reviews = page.today(), all_reviews(page.reading)
        why = {one.id: offers(one, rows, today) for one in reviews}
        ordered = sorted(reviews, key=lambda one: not why[one.id])
        choices = [Choice(one.title[:MOST], why[one.id][0].why if why[one.id] else "") for one in ordered]
        choose_one(page, "Which review?", choices, lambda place: ask_in_case(page, case, ordered[place]), at=MOST + 5)


MOST = 36
"""Letters of a title where one of them is chosen."""
