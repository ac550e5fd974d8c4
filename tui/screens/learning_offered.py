"""A review that a file offers: read it, then take it or leave it."""

from typing import TYPE_CHECKING, ClassVar

from checklists.pages.blocks import Page
from checklists.pages.learning.reviews import LEAVE, TAKE, offered_page
from tui.keys import Context, bindings
from tui.screens.base import HouseScreen, spot_of
from tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from checklists.learning.offered import New


class OfferedScreen(HouseScreen):
    """The whole of it, and two rows: take it, leave it. Esc decides nothing."""

    footer = "list"
    about = "learning_offered"
    footer_words: ClassVar = {"open": "do it"}
    contexts: ClassVar[tuple[Context, ...]] = ("move",)
    BINDINGS: ClassVar = [*bindings()]

    def __init__(self, new: "New") -> None:
        super().__init__()
        self.new = new

    def compose_page(self) -> Page:
        """What the file says."""
        return offered_page(self.new, self.today())

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Take it, or leave it."""
        from checklists.learning.offered import leave, take

        message.stop()
        what = spot_of(self).what
        with self.telling():
            if what == TAKE:
                take(self.house.store, self.new)
                self.dismiss(f"Taken: {self.new.review.title}.")
            elif what == LEAVE:
                leave(self.house.store, self.new)
                self.dismiss("Left. It can still be taken; a newer version is offered again.")
