"""What the record of a case asks, one prompt a row: Enter opens its question, d what it asks for, s sets it aside."""

from typing import ClassVar

from checklists.pages.blocks import Page
from checklists.pages.spot import Spot
from tui.keys import Context, bindings
from tui.screens.base import spot_of
from tui.screens.on_prompt import OnPrompt
from tui.widgets.line_list import LineList


class PromptsScreen(OnPrompt):
    """Those that are asked, those that had too little recorded to look, and those that are set aside."""

    footer = "prompts"
    about = "prompts"
    foot_height = 4
    footer_words: ClassVar = {"done": "do it"}
    contexts: ClassVar[tuple[Context, ...]] = ("prompt", "case", "move")
    BINDINGS: ClassVar = [*bindings("prompt", "case")]

    def __init__(self, case_id: str, start: Spot | None = None) -> None:
        super().__init__(start)
        self.case_id = case_id

    def compose_page(self) -> Page:
        """The page of the case."""
        from checklists.pages.prompts import prompts_page

        return prompts_page(self.fresh(self.case_id), self.today(), self.house.limits())

    def mark(self) -> str:
        """The mark of the case's file."""
        return self.house.store.stamp(self.case_id)

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """The question where it is asked; of one that is set aside, whether to ask it again."""
        message.stop()
        spot = spot_of(self)
        if spot.what == "set aside":
            self.ask_again()
        elif case := self.the_case():
            self.open_question(case, spot.question)
