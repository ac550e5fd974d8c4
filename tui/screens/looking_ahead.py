"""Looking back from a year ahead: one theme at a time, the record's own facts beside the box."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from checklists.entry import Path
from checklists.journeys.form import Texts
from checklists.journeys.looking_ahead import THEMES, ahead_form
from checklists.pages.looking_ahead import AheadView, ahead_view
from checklists.use_cases.drafts import Draft
from store.case import Case
from tui.composition import House
from tui.screens.walked import WalkedScreen
from tui.widgets.reflect_form import Around

if TYPE_CHECKING:
    from store.records import LookingAhead
    from tui.screens.verbs import CaseVerbs


class AheadScreen(WalkedScreen):
    """What was already in sight under a theme. Ctrl+N saves and goes on with the next."""

    about = "looking ahead"
    last_words = "That was the last of the themes."
    footer_words: ClassVar = {"next_question": "next theme"}

    def __init__(
        self,
        house: House,
        case: Case,
        theme: str,
        walk: Sequence[str] = THEMES,
        news: str = "",
        draft: Draft | None = None,
    ) -> None:
        self.case = case
        self.theme = theme
        form = ahead_form(house.store, house.clock, house.limits(), case, theme)
        super().__init__(form, theme, walk, news=news, draft=draft)

    def _view(self) -> AheadView:
        return ahead_view(self.reading.case(self.case.id), self.theme, self.today(), self.house.limits())

    def around(self) -> Around:
        """What was in sight last time, what the record holds, and how reviews describe the theme."""
        view = self._view()
        return Around(view.last_time, view.facts, view.signs)

    def called(self, step: str) -> str:
        """`theme 4`."""
        return f"theme {step[1:]}"

    def hint(self, texts: Texts, path: Path) -> str:
        """In an empty box what to imagine; then what private means, and does not mean."""
        if path[-1:] != ("text",):
            return ""
        view = self._view()
        return view.private if texts.get(path, "").strip() else view.opening

    def show_earlier(self) -> None:
        """All that was in sight before, in the list."""
        from tui.screens.register import RegisterScreen

        self.app.push_screen(RegisterScreen(self.case.id, "looking_ahead"))


def begin_ahead(page: "CaseVerbs", case: Case) -> None:
    """The first theme of the case; each leads to the next."""
    page.open_walk(
        lambda case, step, walk, news: AheadScreen(page.house, case, step, walk, news), case, THEMES[0], THEMES
    )


def make_of_it(page: "CaseVerbs", case: Case, thought: "LookingAhead") -> None:
    """Choose what it becomes; the form of that opens with its words in it."""
    from checklists.journeys.becoming import BECOMES, becoming_form
    from tui.screens.choosing import Choice, choose_one

    house, kinds = page.house, list(BECOMES)

    def chosen(place: int) -> None:
        page.fill(lambda: becoming_form(house.store, house.clock, house.limits(), case, thought, kinds[place]))

    choose_one(page, "What does it become?", [Choice(one.words, one.about) for one in BECOMES.values()], chosen)
