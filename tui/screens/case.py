"""A case at a glance: each child, the people, the eight questions, the next actions; everything else one key away."""

from collections.abc import Mapping
from typing import ClassVar

from checklists.by_key import by_key
from checklists.pages.blocks import Page
from checklists.pages.spot import Spot
from tui.keys import Context, bindings
from tui.screens.base import Commands, spot_of
from tui.screens.on_action import OnAction
from tui.screens.on_prompt import OnPrompt
from tui.widgets.line_list import LineList

ADDS = " ".join(
    (
        f"On a question {by_key('new', 'adds what it rests on.')}",
        by_key("visit", "adds a visit."),
        by_key("actions", "opens the actions, where one is added."),
        by_key("menu", "has the rest."),
    )
)
"""What is said on a row where nothing can be added."""


class CaseScreen(OnPrompt, OnAction):
    """The overview of one case."""

    footer = "case"
    about = "case"
    says_hold = True
    contexts: ClassVar[tuple[Context, ...]] = ("case", "list", "prompt", "move")
    BINDINGS: ClassVar = [*bindings("list", "case", "prompt")]

    def __init__(self, case_id: str, start: Spot | None = None) -> None:
        super().__init__(start or Spot(case_id, "question", question="Q1"))
        self.case_id = case_id

    def compose_page(self) -> Page:
        """The page, from the case as it stands in the store."""
        from checklists.pages.case import case_page

        return case_page(self.fresh(self.case_id), self.today(), self.house.limits(), self.size.width)

    def mark(self) -> str:
        """The mark of the case's file."""
        return self.house.store.stamp(self.case_id)

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Open the form or the list of the row."""
        from tui.screens.opening import open_in_case

        message.stop()
        if case := self.the_case():
            open_in_case(self, case, spot_of(self))

    def on_line_list_moved(self, message: LineList.Moved) -> None:
        """On the row of a child the keys named are those for a child."""
        key = message.row.key
        self.footer = "child" if isinstance(key, Spot) and key.what == "child" else "case"

    @property
    def footer_words(self) -> Mapping[str, str]:  # type: ignore[override]
        """What Enter opens on the row of a child: its plan, dates and intervals."""
        return {"open": "plan"} if self.footer == "child" else {}

    def action_new(self) -> None:
        """On the row of a question what it rests on; all else that is new has its own key."""
        from checklists.pages.evidence import grows_by

        spot, case = spot_of(self), self.the_case()
        kind = grows_by(case, spot.question) if case and spot.what == "question" else ""
        if kind == "visit":
            self.action_visit()
        elif kind:
            self.add_record(kind)
        else:
            self.notice(ADDS)

    def more_commands(self) -> Commands:
        """The case itself, its children, and its lists."""
        from tui.screens.case_commands import case_commands

        return case_commands(self)
