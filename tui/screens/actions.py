"""Practical actions: of all cases by date, or of one case beginning with the seven kinds."""

from typing import TYPE_CHECKING, ClassVar

from checklists.pages.blocks import Page
from checklists.pages.spot import Spot
from tui.keys import Context, bindings
from tui.screens.base import Commands, spot_of
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

    def more_commands(self) -> Commands:
        """The row in full, and its earlier texts."""
        from store.records import Action
        from tui.screens.systems import around_commands

        def on_the_row() -> "Action | None":
            found = self.the_action()
            return found[1] if found else None

        return {
            **around_commands(self, Action, on_the_row),
            "all that is recorded": ("of the action on the row, with each moved date and why", self.read_row),
            "earlier texts": ("of the action on the row, with what changed", self.read_earlier),
            "move to another case": ("the action on the row, typed here by mistake", self.move_row),
        }

    def move_row(self) -> None:
        """Put the action where it belongs."""
        from tui.screens.moving import move_to_another_case

        if found := self.the_action():
            move_to_another_case(self, found[0], found[1].id)

    def read_row(self) -> None:
        """The action as a page to read."""
        from checklists.pages.done_actions import action_page
        from tui.screens.reading import ReadScreen

        if found := self.the_action():
            case, action = found
            self.app.push_screen(
                ReadScreen(lambda reading: action_page(reading.case(case.id), action.id, self.today()))
            )

    def read_earlier(self) -> None:
        """The action's earlier texts."""
        from tui.screens.reading import record_history

        if found := self.the_action():
            case, action = found
            self.app.push_screen(record_history(case.id, action.id, self.today))


class AllActionsScreen(ActionsScreen):
    """The open actions of all cases, oldest date first; or those that are over."""

    def __init__(self) -> None:
        super().__init__()
        self.over = False
        """Show what is done and let go, in place of what is open."""

    def compose_page(self) -> Page:
        """What is open is drawn from the caseload rows alone; for what is over every case is read."""
        from checklists.pages.actions import all_actions_page

        if self.over:
            from checklists.pages.done_actions import done_actions_page

            rows = [row for row in self.reading.caseload() if not row.damaged]
            return done_actions_page([self.reading.case(row.id) for row in rows], self.today())
        return all_actions_page(self.reading.caseload(), self.today(), self.house.limits())

    def mark(self) -> str:
        """The mark of all cases together."""
        return self.house.store.stamp()

    def turn_over(self) -> None:
        """What is over, or what is open again."""
        self.over = not self.over
        self.renew()

    def more_commands(self) -> Commands:
        """What is over has a list of its own."""
        word = "open actions" if self.over else "done actions"
        what = "of all cases, by date" if self.over else "and those let go, of all cases, the newest first"
        return {word: (what, self.turn_over), **super().more_commands()}

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

    def action_done(self) -> None:
        """On one of the kinds that leads to a record of its own, that record at once; else finish the action."""
        from checklists.journeys.actions import FOLLOWING

        spot = spot_of(self)
        following = FOLLOWING.get(spot.record_id) if spot.what == "kind" else None
        if following:
            self.add_record(following.kind)
        else:
            super().action_done()

    def more_commands(self) -> Commands:
        """A concern can be raised at once, without an action before it."""
        raised = ("with an agency, or about a decision: an escalation", lambda: self.add_record("escalation"))
        return {"raise a concern": raised, **super().more_commands()}


def plan_action(page: OnAction, case: "Case", kind: str) -> None:
    """The form for a new action of the case."""
    from checklists.journeys.actions import action_form

    house = page.house
    about: dict[str, object] = {"type": kind} if kind else {}
    page.fill(lambda: action_form(house.store, house.clock, case, about=about))
