"""Pages over all cases, whose rows can be opened: what Enter, done, another date and drop do to the row."""

from checklists.pages.cpd_line import CPD
from tui.keys import Context
from tui.screens.base import spot_of
from tui.screens.on_action import OnAction
from tui.widgets.line_list import LineList

EMPTY: tuple[Context, ...] = ("move", "empty")


class Acting(OnAction):
    """A page over all cases."""

    @property
    def contexts_now(self) -> tuple[Context, ...]:
        """Without a case, how to make the first one, and nothing that acts on a row."""
        return EMPTY if self.footer == "empty" else self.contexts

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A letter brings in a file only while there is no case; later it is in the menu."""
        if action == "import_file" and self.footer != "empty":
            return False
        return super().check_action(action, parameters)

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Open the case at the place that the row is about."""
        from tui.screens.opening import open_spot

        message.stop()
        spot = spot_of(self)
        if spot.what == "damaged":
            self.notice(message.row.why)
        elif spot.case_id or spot.what in ("supervision", CPD):
            open_spot(self, spot)

    def add_case(self) -> None:
        """A form for a new case and its first child."""
        from checklists.journeys.cases import new_case_form

        house = self.house
        self.fill(lambda: new_case_form(house.store, house.clock))

    def bring_in(self) -> None:
        """Ask for a workbook and show what it would bring."""
        from tui.screens.bring_in import ask_file

        ask_file(self)
