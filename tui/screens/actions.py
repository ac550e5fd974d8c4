"""Practical actions: of all cases by date, or of one case beginning with the seven kinds."""

from typing import TYPE_CHECKING, ClassVar

from checklists.pages.blocks import Page
from checklists.pages.spot import Spot
from tui.keys import Context, bindings
from tui.screens.base import spot_of
from tui.screens.on_action import OnAction
from tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from store.case import Case


class ActionsScreen(OnAction):
    """A list of actions."""

    footer = "actions"
    about = "actions"
    contexts: ClassVar[tuple[Context, ...]] = ("list", "case", "move")
    BINDINGS: ClassVar = [*bindings("list", "case")]

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """The action's form, filled; on one of the seven kinds a new action of that kind."""
        from tui.screens.opening import open_record

        message.stop()
        spot = spot_of(self)
        if spot.what == "kind":
            self.plan(spot.record_id)
        elif case := self.the_case():
            open_record(self, case, spot.record_id)

    def action_new(self) -> None:
        """A new action; of the kind under the cursor, where it stands on one."""
        spot = spot_of(self)
        self.plan(spot.record_id if spot.what == "kind" else "")

    def plan(self, kind: str = "") -> None:
        """The form for a new action."""
        if case := self.the_case():
            plan_action(self, case, kind)


class AllActionsScreen(ActionsScreen):
    """The open actions of all cases, oldest date first."""

    def compose_page(self) -> Page:
        """Drawn from the caseload rows alone."""
        from checklists.pages.actions import all_actions_page

        return all_actions_page(self.house.store.caseload(), self.today(), self.house.limits())

    def mark(self) -> str:
        """The mark of all cases together."""
        return self.house.store.stamp()

    def action_new(self) -> None:
        """A new action, for a case that is chosen first."""
        from tui.screens.choosing import choose_case

        choose_case(self, "Plan an action: for which case?", lambda case: plan_action(self, case, ""))


class CaseActionsScreen(ActionsScreen):
    """The seven practical actions of one case, then what is open, then what is done."""

    def __init__(self, case_id: str, start: Spot | None = None) -> None:
        super().__init__(start)
        self.case_id = case_id

    def compose_page(self) -> Page:
        """The page of the case."""
        from checklists.pages.actions import case_actions_page

        return case_actions_page(self.fresh(self.case_id), self.today(), self.house.limits())

    def mark(self) -> str:
        """The mark of the case's file."""
        return self.house.store.stamp(self.case_id)


def plan_action(page: OnAction, case: "Case", kind: str) -> None:
    """The form for a new action of the case."""
    from checklists.journeys.actions import action_form

    house = page.house
    about: dict[str, object] = {"type": kind} if kind else {}
    page.fill(lambda: action_form(house.store, house.clock, case, about=about))
