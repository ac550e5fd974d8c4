"""The companion of a case under review: first steps, the six steps each with its own list, the ladder, and the pack."""

from typing import TYPE_CHECKING, ClassVar

from checklists.pages.blocks import Page
from tui.keys import Context, bindings
from tui.screens.base import Commands, spot_of
from tui.screens.reading import ReadScreen
from tui.screens.verbs import CaseVerbs
from tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Callable

    from checklists.masking import Reading
    from store.case import Case


class CaseReadScreen(ReadScreen):
    """A page to read that is about one case: its header says that the case is on hold."""

    def __init__(self, case_id: str, make: "Callable[[Reading], Page]") -> None:
        super().__init__(make)
        self.case_id = case_id

    @property
    def about_case(self) -> str:
        """The case."""
        return self.case_id


class ReviewScreen(CaseVerbs):
    """Enter on a row opens its list; before the review is begun the first row begins it."""

    footer = "list"
    about = "review"
    contexts: ClassVar[tuple[Context, ...]] = ("move", "case")
    BINDINGS: ClassVar = [*bindings("case")]

    def __init__(self, case_id: str) -> None:
        super().__init__()
        self.case_id = case_id

    def mark(self) -> str:
        """The mark of the case's file."""
        return self.house.store.stamp(self.case_id)

    def compose_page(self) -> Page:
        """The page, from the case as it stands."""
        from checklists.pages.review import review_page
        from tui.reviewing import is_recoverable

        case = self.fresh(self.case_id)
        return review_page(case, self.today(), self.house.limits(), recoverable=is_recoverable(self.house))

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Open what the row is about."""
        message.stop()
        if case := self.the_case():
            self.open_part(case, spot_of(self).record_id)

    def open_part(self, case: "Case", what: str) -> None:
        """The list, the form or the page of that name."""
        from checklists.learning.review_process import review_process
        from tui.screens.review_pack import ReviewPackScreen
        from tui.screens.review_timeline import TimelineScreen

        match what:
            case "begin":
                begin_review(self, case)
            case "timeline" | "R2":
                self.app.push_screen(TimelineScreen(case.id), self.came_back)
            case "account":
                self.add_record("review_note")
            case "frozen":
                read_frozen(self, case)
            case "pack":
                self.app.push_screen(ReviewPackScreen(case.id), self.came_back)
            case _ if what.startswith("rung"):
                self._note_rung(case, what)
            case _ if what:
                self.open_register(review_process().kept_under(what))

    def _note_rung(self, case: "Case", what: str) -> None:
        """The event that shows that a rung was reached."""
        from checklists.pages.review_ladder import rung_event

        event = rung_event(case.info.service, what)
        if event:
            self.add_record("event", {"type": event})
        else:
            self.notice("No event of a case shows this rung; write what you hear under meetings.")

    def more_commands(self) -> Commands:
        """Beginning it, and another copy."""
        case = self.the_case()
        if case is None:
            return {}
        return {
            "begin the review": ("a hold, and a frozen copy as the case stands", lambda: begin_review(self, case)),
            "freeze another copy": ("those before stay", lambda: freeze_again(self, case)),
            "read the frozen copy": ("and what was added since", lambda: read_frozen(self, case)),
        }


def open_companion(page: CaseVerbs, case: "Case") -> None:
    """From the menu of a case."""
    page.app.push_screen(ReviewScreen(case.id), page.came_back)


def begin_review(page: CaseVerbs, case: "Case") -> None:
    """Who asked for it; then the hold and the frozen copy."""
    from checklists.journeys.reviewing import begin_form

    if case.info.frozen and case.info.hold:
        page.notice("It is under review already. The menu freezes another copy.")
        return
    page.fill(lambda: begin_form(page.house.store, page.house.clock, case))


def freeze_again(page: CaseVerbs, case: "Case") -> None:
    """One more copy, as the case stands now."""
    from checklists.use_cases.reviewing import freeze_again as freeze

    with page.telling():
        freeze(page.house.store, case.id)
        page.came_back("Another copy is frozen. Those before stay as they were.")


def read_frozen(page: CaseVerbs, case: "Case") -> None:
    """The newest copy; with several the person chooses."""
    from checklists.pages.history import say_instant
    from tui.screens.choosing import Choice, choose_one

    copies = case.info.frozen
    if len(copies) < 2:
        _read(page, case.id, "")
        return
    choices = [Choice(say_instant(one.taken_at), f"save {one.revision}") for one in copies]
    choose_one(page, "Which frozen copy?", choices, lambda place: _read(page, case.id, str(place + 1)))


def _read(page: CaseVerbs, case_id: str, number: str) -> None:
    from checklists.pages.review_frozen import frozen_page
    from checklists.use_cases.reviewing import frozen_copy, open_frozen

    today = page.today

    def make(reading: "Reading") -> Page:
        case = reading.case(case_id)
        copy = frozen_copy(case.info, number)
        return frozen_page(case, copy, open_frozen(reading, copy), today())

    with page.telling():
        make(page.reading)
        page.app.push_screen(CaseReadScreen(case_id, make), page.came_back)
