"""Limits: every timescale and count, where it comes from, and who set it. Each can be changed, with a reason."""

from typing import ClassVar

from checklists.by_key import by_key
from checklists.my_limits import AnySetting, keep_over, take_out
from checklists.pages.blocks import Page
from checklists.pages.limits import limits_page
from tui.keys import Context, bindings
from tui.screens.base import HouseScreen, spot_of
from tui.widgets.dialog import Answer, Question
from tui.widgets.line_list import LineList


class LimitsScreen(HouseScreen):
    """The rows by kind; Enter changes one, x takes one's own value out."""

    footer = "limits"
    about = "limits"
    foot_height = 3
    footer_words: ClassVar = {"open": "change", "drop": "take mine out"}
    contexts: ClassVar[tuple[Context, ...]] = ("list", "move")
    BINDINGS: ClassVar = [*bindings("list")]
    find_where = "a word of the limit"

    def compose_page(self) -> Page:
        """All of them."""
        book = self.house.rulebook()
        return limits_page(book.settings(self.today()), book.counts(self.today()), self.today())

    def mark(self) -> str:
        """The marks of the files."""
        self.house.rulebook()
        return str(hash(self.house.rulebook().mine))

    @property
    def _setting(self) -> AnySetting | None:
        spot = spot_of(self)
        return self.house.rulebook().any_setting(spot.record_id, self.today()) if spot.record_id else None

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Change the limit, or choose between one's own and what changed beneath it."""
        message.stop()
        setting = self._setting
        if setting is None:
            self.notice("There is no limit on this row.")
        elif setting.changed_beneath:
            self._ask_which(setting)
        else:
            self._change(setting)

    def _change(self, setting: AnySetting) -> None:
        from checklists.journeys.limits import limits_form

        house = self.house
        self.fill(lambda: limits_form(house.clock, setting, house.rulebook().mine, house.keep_limits))

    def _ask_which(self, setting: AnySetting) -> None:
        mine = f"Yours is {setting.said}: {setting.mine.reason if setting.mine else ''}"
        theirs = f"Beneath it is {setting.said_beneath} now ({setting.beneath.source})."
        question = Question("Keep your own limit?", (mine, theirs), "Keep mine", "Take the other", safe="yes")
        self.ask(question, lambda answer: self._chosen(setting, answer))

    def _chosen(self, setting: AnySetting, answer: Answer) -> None:
        mine = self.house.rulebook().mine
        kept = keep_over(mine, setting) if answer is not None else take_out(mine, setting.id)
        with self.telling():
            self.house.keep_limits(kept)
            self.came_back("Yours is kept." if answer is not None else "Yours is taken out.")

    def action_drop(self) -> None:
        """Take one's own value out: what lies beneath is in force again."""
        setting = self._setting
        if setting is None or setting.mine is None:
            self.notice("Only a limit that you changed yourself can be taken out.")
            return
        sentence = f"{setting.name}: yours is {setting.said}, then it is {setting.said_beneath} again."
        self.ask(
            Question("Take your own limit out?", (sentence,), "Take out", "Keep"),
            lambda answer: self._taken_out(setting, answer),
        )

    def _taken_out(self, setting: AnySetting, answer: Answer) -> None:
        if answer is None:
            return
        with self.telling():
            self.house.keep_limits(take_out(self.house.rulebook().mine, setting.id))
            self.came_back(f"{setting.name}: the limit beneath is in force again.")

    def action_new(self) -> None:
        """Limits are what there is."""
        self.notice(by_key("open", "changes the limit on the row."))

    def action_done(self) -> None:
        """Nothing to finish here."""
        self.action_new()

    def action_re_date(self) -> None:
        """No dates here."""
        self.action_new()

    def action_part(self) -> None:
        """The next kind."""
        self.list.next_part()
