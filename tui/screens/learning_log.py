"""My learning log: the five ways on top, what I wrote below. Kept in my own book, with no case."""

from typing import TYPE_CHECKING, ClassVar

from checklists.pages.blocks import Page
from checklists.pages.spot import Spot
from store.case import OWN
from tui.screens.base import Commands, spot_of
from tui.screens.own_book import OwnBookScreen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checklists.library import Guide
    from store.case import Case
    from store.records import LearningEntry

AN_ENTRY = "That is one of the five ways. What you wrote stands below."


class LogScreen(OwnBookScreen):
    """The five ways, and what I wrote."""

    about = "learning log"
    kind = "learning_entry"
    footer_words: ClassVar = {"done": "CPD piece"}
    foot_height = 2

    @property
    def guide(self) -> "Guide | None":
        """The five ways, and what each asks."""
        from checklists.learning.embedding import embedding

        return embedding().ways

    def compose_page(self) -> Page:
        """The log."""
        from checklists.pages.learning.log import log_page

        return log_page(self.own(), self.today(), self.house.limits())

    def open_row(self, spot: Spot) -> None:
        """Of one of the five ways a new entry of its kind."""
        if spot.record_id:
            self.open_form(spot.record_id)
        else:
            self.add({"type": spot.part} if spot.part else {})

    def action_new(self) -> None:
        """A new entry, of the kind of the way on the row."""
        part = spot_of(self).part
        self.add({"type": part} if part else {})

    def add(self, about: "Mapping[str, object]") -> None:
        """The form for a new entry; `about` fills in what is known."""
        from checklists.journeys.learning import learning_form

        self.fill(lambda: learning_form(self.house.store, self.house.clock, about=about))

    def the_entry(self) -> "LearningEntry | None":
        """The entry on the row; None, said in the foot, where the row is one of the five ways."""
        from store.records import LearningEntry

        if spot_of(self).part:
            self.notice(AN_ENTRY)
            return None
        row = self.the_row()
        return row if isinstance(row, LearningEntry) else None

    def action_done(self) -> None:
        """A CPD piece from the entry."""
        from tui.screens.becoming_cpd import piece_from

        if entry := self.the_entry():
            piece_from(self, self.own(), entry)

    def bring(self) -> None:
        """Take the entry into the next packs, or out of them."""
        from checklists.use_cases.records import edit_record
        from store.records import LearningEntry

        if entry := self.the_entry():
            with self.telling():
                edit_record(self.house.store, OWN, entry.id, LearningEntry, {"bring": not entry.bring})
                self.renew()
                self.notice("It stands in no pack now." if entry.bring else "It stands in the next packs.")

    def raise_concern(self) -> None:
        """An escalation on a case, from what I would ask for; the case is chosen unless the entry names one."""
        from tui.screens.choosing import choose_case

        entry = self.the_entry()
        if entry is None:
            return
        known = {row.id for row in self.house.store.caseload() if not row.closed_on and not row.damaged}
        named = [case_id for case_id in entry.case_ids if case_id in known]
        with self.telling():
            if len(named) == 1:
                self._escalate(self.case_of(named[0]), entry)
            else:
                choose_case(self, "On which case?", lambda case: self._escalate(case, entry))

    def _escalate(self, case: "Case", entry: "LearningEntry") -> None:
        from checklists.journeys.escalating import any_record_form
        from store.records import Escalation

        house, about = self.house, {"about": " ".join((entry.what_was_said or entry.what_i_take).split())}
        given = (house.store, house.clock, house.limits(), case, Escalation)
        self.fill(lambda: any_record_form(*given, about=about))

    def more_commands(self) -> Commands:
        """What an entry can become."""
        return {
            "a CPD piece from this": ("the entry of the row; it begins empty", self.action_done),
            "bring to supervision": ("the entry of the row stands in the next packs, or does not", self.bring),
            "raise a concern": ("on a case, from the entry of the row: an escalation", self.raise_concern),
            "CPD": ("the year, what is asked of it, its pieces", self.open_cpd),
            **super().more_commands(),
        }

    def open_cpd(self) -> None:
        """The year of CPD."""
        from tui.screens.cpd import CpdScreen

        self.app.push_screen(CpdScreen(), self.came_back)
