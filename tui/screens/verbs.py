"""What can be done from any row that has a case: a question, a visit, I wonder, actions, people."""

from typing import TYPE_CHECKING

from tui.screens.base import HouseScreen, spot_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from store.case import Case
    from tui.screens.base import Said
    from tui.screens.walked import WalkedScreen

    Step = Callable[[Case, str, tuple[str, ...], str], WalkedScreen]

HERE = "This is that page."
NO_CASE = "There is no case on this row. c opens the caseload."


class CaseVerbs(HouseScreen):
    """A page whose verbs act on a case: the one it is about, else the one on the row."""

    case_id = ""
    """The case that the page is about; blank on a page over all cases."""

    @property
    def about_case(self) -> str:
        """The case of the page."""
        return self.case_id

    @property
    def here(self) -> str:
        """The id of the case that a verb acts on; blank where there is none."""
        return self.case_id or spot_of(self).case_id

    def the_case(self) -> "Case | None":
        """The case that a verb acts on; None, said in the foot, where there is none or it cannot be read."""
        if not self.here:
            self.notice(NO_CASE)
            return None
        with self.telling():
            return self.case_of(self.here)
        return None

    def open_question(self, case: "Case", question: str, walk: tuple[str, ...] = (), news: str = "") -> None:
        """A question of the case, cursor in the box; it may lead to the next."""
        from tui.screens.reflect import ReflectScreen

        self.open_walk(
            lambda case, step, walk, news: ReflectScreen(self.house, case, step, walk, news), case, question, walk, news
        )

    def open_walk(self, make: "Step", case: "Case", step: str, walk: tuple[str, ...] = (), news: str = "") -> None:
        """One box of several that are asked one after the other; saved with Ctrl+N it leads to the next."""
        from tui.screens.walked import GoOn

        def back(said: "Said | GoOn") -> None:
            if not isinstance(said, GoOn):
                self.came_back(said)
                return
            with self.telling():
                self.open_walk(make, self.case_of(case.id), said.step, said.walk, said.news)

        with self.telling():
            self.app.push_screen(make(case, step, walk, news), back)

    def action_question(self, number: int) -> None:
        """Answer that question."""
        if case := self.the_case():
            self.open_question(case, f"Q{number}")

    def action_questions(self) -> None:
        """Walk the questions, those with least recorded first."""
        from checklists.pages.walking import walk

        if case := self.the_case():
            order = walk(case)
            self.open_question(case, order[0], order)

    def action_visit(self) -> None:
        """Log a visit."""
        from checklists.journeys.visit import visit_form

        if case := self.the_case():
            house = self.house
            self.fill(lambda: visit_form(house.store, house.clock, house.limits(), case))

    def action_wonder(self) -> None:
        """I wonder, in one line."""
        from checklists.journeys.registers import wonder_form

        if case := self.the_case():
            house = self.house
            self.ask_form(lambda: wonder_form(house.store, house.clock, case), title="I wonder", yes="Save")

    def action_people(self) -> None:
        """The people in and around the household."""
        self.open_register("person")

    def action_register(self, kind: str) -> None:
        """The list of that kind."""
        self.open_register(kind)

    def action_explain(self) -> None:
        """Add an explanation."""
        from store.records import Explanation

        self.add_record(Explanation.kind)

    def add_record(self, kind: str, about: "Mapping[str, object] | None" = None) -> None:
        """The form for a new record of a kind on the case; `about` fills in what is known already."""
        if case := self.the_case():
            self.add_to(case, kind, about)

    def add_to(self, case: "Case", kind: str, about: "Mapping[str, object] | None" = None) -> None:
        """The same on a case that is named."""
        from checklists.journeys.escalating import any_record_form
        from store.records import BY_KIND

        house = self.house
        given = (house.store, house.clock, house.limits(), case, BY_KIND[kind])
        self.fill(lambda: any_record_form(*given, about=about))

    def open_register(self, kind: str) -> None:
        """The list of one kind of record on the case."""
        from tui.screens.escalations import EscalationsScreen
        from tui.screens.register import RegisterScreen

        if isinstance(self, RegisterScreen) and self.kind == kind:
            self.notice(HERE)
        elif case := self.the_case():
            screen = EscalationsScreen(case.id) if kind == "escalation" else RegisterScreen(case.id, kind)
            self.app.push_screen(screen, self.came_back)

    def action_chronology(self) -> None:
        """Everything dated on the case."""
        from tui.screens.chronology import ChronologyScreen

        if self.here:
            self.app.push_screen(ChronologyScreen(self.here), self.came_back)
        else:
            self.notice(NO_CASE)

    def action_words(self) -> None:
        """What the child on the row, else the first of the case, has said or shown."""
        from tui.screens.own_words import WordsScreen

        if isinstance(self, WordsScreen):
            self.notice(HERE)
        elif case := self.the_case():
            self.app.push_screen(WordsScreen(case.id, spot_of(self).child_id), self.came_back)

    def action_actions(self) -> None:
        """The actions of the case, or of all cases on a page over all of them."""
        from tui.screens.actions import AllActionsScreen, CaseActionsScreen

        if isinstance(self, AllActionsScreen) or (isinstance(self, CaseActionsScreen) and self.case_id):
            self.notice(HERE)
        elif self.case_id:
            self.app.push_screen(CaseActionsScreen(self.case_id), self.came_back)
        else:
            self.app.push_screen(AllActionsScreen(), self.came_back)

    def action_pack(self) -> None:
        """The supervision pack of the case."""
        from tui.screens.pack import PackScreen

        if case := self.the_case():
            self.app.push_screen(PackScreen(case.id), self.came_back)

    def begin_hour(self) -> None:
        """An hour of supervision over several cases: its day and with whom are typed once."""
        from tui.screens.hour import begin_hour

        begin_hour(self)

    def action_part(self) -> None:
        """The next part of the page."""
        self.list.next_part()
