"""A piece of CPD from a reflection: it begins empty but for its day; one key takes the text over, and names are said."""

from typing import TYPE_CHECKING, ClassVar

from tui.keys import Context, bindings
from tui.screens.form import FormScreen

if TYPE_CHECKING:
    from checklists.use_cases.cpd import Source
    from store.case import Case
    from store.records import Record
    from tui.screens.base import Commands, HouseScreen

NOTHING_THERE = "There is no text in it to take over."
TAKEN = "Taken over. Take out what could point to somebody before you save."


class CpdFormScreen(FormScreen):
    """The form of a piece that comes from a record."""

    contexts: ClassVar[tuple[Context, ...]] = ("field", "from record")
    BINDINGS: ClassVar = [*bindings("from record")]

    def __init__(self, page: "HouseScreen", source: "Source") -> None:
        from checklists.journeys.learning import cpd_form

        super().__init__(cpd_form(page.house.store, page.house.clock, source=source))
        self.source = source

    def on_mount(self) -> None:
        """Say how the text comes in, unless a draft was found."""
        if not self._unsaved.found:
            table = self.app.key_table  # type: ignore[attr-defined]
            self.notice(f"Nothing of the record is in it. {table.named('take_over')} takes its text over.")

    def action_take_over(self) -> None:
        """Put the texts of the record into the form, behind what is typed; then say which names stand there."""
        from checklists.journeys.learning import say_found, texts_taken
        from checklists.use_cases.cpd import names_near

        if not self.source.texts:
            self.notice(NOTHING_THERE)
            return
        texts = texts_taken(self.form.texts, self.source)
        at = self._unsaved.at, self._unsaved.caret
        self.form.put(texts, at)
        self._kept()
        with self.telling():
            prose = {path[-1]: text for path, text in texts.items() if path[-1] in self.source.texts}
            found = names_near(self.house.store, prose, self.source)
            self.notice(say_found(found).strip() or TAKEN)

    def more_commands(self) -> "Commands":
        """The same from the menu."""
        return {
            "take the text over": ("of the record that it comes from", self.action_take_over),
            **super().more_commands(),
        }


def piece_from(page: "HouseScreen", case: "Case", record: "Record") -> None:
    """A form for a piece from a record of a case, or of my own book. What is no reflection is told in the foot."""
    from checklists.use_cases.cpd import source_of

    with page.telling():
        page.app.push_screen(CpdFormScreen(page, source_of(case, record)), page.came_back)
