"""Today: who has not been seen alone by the date set, and what is due. casereflect opens here."""

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from checklists.by_key import by_key
from checklists.pages.blocks import Page
from checklists.pages.drafts import refs_of, say_waiting
from checklists.pages.today import in_two
from tui.keys import Context, bindings
from tui.screens.acting import Acting
from tui.screens.beside import Beside
from tui.screens.in_two import InTwo, Whole
from tui.screens.on_prompt import OnPrompt

if TYPE_CHECKING:
    from checklists.use_cases.drafts import Draft
    from tui.app import Casereflect


class TodayScreen(InTwo, Beside, OnPrompt, Acting):
    """Drawn from the caseload rows alone; a case is opened when its row is, or shown beside it on a wide screen."""

    footer = "today"
    foot_height = 2
    _waiting = ""
    """What the foot says of drafts that wait; blank where none does."""
    about = "today"
    contexts: ClassVar[tuple[Context, ...]] = ("case", "list", "prompt", "move")
    BINDINGS: ClassVar = [*bindings("list", "case", "prompt", "empty")]

    def begin(self) -> tuple[Page | None, Whole]:
        """The page of this day, in two where it is large; on a wide screen all children stand below, in a part of their own."""
        rows = self.reading.caseload()
        self.footer = "today" if rows else "empty"
        beginning, whole = in_two(rows, self.today(), self.house.limits(), *self.house.for_me(self.today()))

        def with_all_children() -> Page:
            from checklists.pages.caseload import caseload_page

            page, below = whole(), caseload_page(rows, self.today(), self.house.limits())
            return replace(page, blocks=(*page.blocks, *below.blocks))

        return beginning, with_all_children if rows and self.wide else whole

    # What waits to be saved

    def on_mount(self) -> None:
        """Say at once what waits from last time."""
        self._look_for_drafts()

    def on_resize(self) -> None:  # type: ignore[override]
        """It is said in one line, as long as there is room."""
        self._look_for_drafts()

    def renew(self) -> None:
        """Drafts may have come and gone too."""
        self._look_for_drafts()
        super().renew()

    def say(self, text: str, more: str = "") -> None:
        """What waits to be saved stands above what is said of the row."""
        super().say("\n".join(filter(None, (self._waiting, text))), more)

    def _unseen(self) -> "list[Draft]":
        known = cast("Casereflect", self.app).known_drafts
        return [draft for draft in self.house.store.drafts() if (draft.key, draft.at) not in known]

    def _look_for_drafts(self) -> None:
        with self.telling():
            unseen = self._unseen()
            refs = refs_of(self.house.store.caseload()) if unseen else {}
            self._waiting = say_waiting(unseen, refs, self.today(), self.size.width - 2, self.key_named)
        self.foot_height = 3 if self._waiting else 2
        self.say(self.list.row.why)

    def mark(self) -> str:
        """The mark of all cases together."""
        return self.house.store.stamp()

    def action_back(self) -> None:
        """Today is where one goes back to; leaving is asked. What the foot says of drafts is put away."""
        if self.list.looked_for:
            self.find_text("")
        elif self._waiting:
            for draft in self._unseen():
                self.draft_is_known(draft)
            self._look_for_drafts()
        else:
            self.notice(by_key("leave", "leaves, and asks first."))

    def action_new(self) -> None:
        """A new case."""
        self.add_case()

    def action_import_file(self) -> None:
        """Bring in one's own rows of a workbook."""
        self.bring_in()
