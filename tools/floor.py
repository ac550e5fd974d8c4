"""The floor that speed is measured against: the least that a Textual app with a table of 200 rows can be.

python tools/floor.py
"""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import DataTable, Footer, Header

ROWS = 200
COLUMNS = ("Ref", "Who", "Since", "Next")


class Floor(App[None]):
    """A header, a table and a footer, and nothing of our own."""

    TITLE = "floor"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("v", "nothing", "Visit"),
        ("slash", "nothing", "Find"),
        ("m", "nothing", "Menu"),
        ("q", "quit", "Quit"),
    ]

    def compose(self) -> ComposeResult:
        """Three stock widgets."""
        yield Header()
        yield DataTable(cursor_type="row")
        yield Footer()

    def on_mount(self) -> None:
        """Fill the table, and put the cursor in it."""
        table = self.query_one(DataTable)
        table.add_columns(*COLUMNS)
        table.add_rows((f"B-{row:03}", f"Nobody {row}", "17 Feb 2026", "Wed 25 Nov") for row in range(1, ROWS + 1))
        table.focus()


if __name__ == "__main__":
    Floor().run()
