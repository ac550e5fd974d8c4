"""A list that narrows with each letter from the start: the find line is open below it. Enter takes the row."""

from typing import ClassVar

from tui.keys import Context
from tui.screens.base import HouseScreen
from tui.widgets.line_list import LineList


class NarrowedScreen(HouseScreen):
    """Type, or go down into the list; Enter gives back the key of the row, Esc nothing."""

    footer = "list"
    contexts: ClassVar[tuple[Context, ...]] = ("move",)

    def drawn(self) -> None:
        """Letters narrow the list at once."""
        super().drawn()
        self.action_find()

    def find_done(self, *, chosen: bool) -> None:
        """Enter in the find line takes the row under the cursor; Down goes to the list."""
        row = self.list.row
        if row.key is None:  # nothing is called so: the words can be mended where they stand
            return
        self.close_find()
        if chosen:
            self.dismiss(row.key)

    def find_left(self) -> None:
        """Back to the page."""
        self.close_find()
        self.dismiss(None)

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Give back the key of the row."""
        message.stop()
        self.dismiss(message.row.key)

    def action_back(self) -> None:
        """Back to the page."""
        self.dismiss(None)
