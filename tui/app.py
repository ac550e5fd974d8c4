"""The app: the screens over one house. It opens on Today, and keeps what is typed however it ends."""

import os
import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.screen import Screen

from checklists.by_key import by_key
from checklists.use_cases.drafts import NOTHING, DraftKey, Kept, all_kept
from tui import behind, terminal
from tui.composition import House
from tui.config import Config, keep_setting, load_config
from tui.screens.base import HouseScreen
from tui.screens.idle import Idle, seconds_of
from tui.screens.locked import LockScreen
from tui.screens.today import TodayScreen
from tui.shell import HouseApp
from tui.themes import THEMES, Theme, choose
from tui.widgets.page_screen import PageScreen

if TYPE_CHECKING:
    from tui.screens.menu import Command

BEHIND = (
    "checklists.journeys.visit",
    "checklists.journeys.reflect",
    "checklists.journeys.actions",
    "checklists.pages.case",
    "checklists.pages.question",
    "tui.screens.case",
    "tui.screens.form",
    "tui.screens.reflect",
    "tui.widgets.dialog",
    "store.ledger",
    "filelock",
)
"""What the first page does without; imported behind it, so that the first form opens at once."""


class Casereflect(HouseApp):
    """casereflect on a screen."""

    def __init__(
        self,
        house: House,
        look: Theme = THEMES["dark"],
        *,
        ascii: bool = False,  # noqa: A002 - it is what the setting is called
        config: Config | None = None,
    ) -> None:
        super().__init__(look, ascii=ascii, clock=house.clock, marking=house.marking, keep=self.keep_typed)
        self.known_drafts: set[tuple[DraftKey, datetime]] = set()
        """Drafts that the person has opened or put away: Today says nothing of them any more."""
        self.held: set[str] = set()
        """The ids of the cases that were read here and are on hold: the header of each of their pages says so."""
        self.looked_for = ""
        """What was searched last: kept nowhere else, and only until the program ends or is locked."""
        self._at_lock = NOTHING
        self.house = house
        self.config = config or Config(Path())
        self.use_keys(self.config.keys)
        self.idle = Idle(self, seconds_of(house, "mask_after"), seconds_of(house, "lock_after"))

    def get_default_screen(self) -> Screen[None]:
        """Today; it says what in the settings cannot be taken."""
        wrong = self.config.problems
        more = " `casereflect config validate` says all." if len(wrong) > 1 else ""
        settings = f"{wrong[0].said(self.config.path)}{more}" if wrong else ""
        return TodayScreen(news="\n".join(part for part in (settings, self.house.rulebook().trouble) if part))

    def on_mount(self) -> None:
        """Load the rest once the first page stands, and look after the backup of the day."""
        self.call_after_refresh(self.work_behind)
        self.idle.begin()

    def work_behind(self) -> None:
        """Import what forms and cases need, while the person reads the first page; then the day's backup, in quiet."""
        behind.begin(self.house, *BEHIND, last_key=lambda: self.idle.last)

    def key_came(self) -> None:
        """Masking and locking by themselves count from here."""
        self.idle.key_came()

    def keep_typed(self) -> Kept:
        """Put all that is typed and unsaved into drafts. Takes no lock; may run while the program is being ended."""
        if self.locked and not self._at_lock.trouble:  # all was kept before it was locked
            return self._at_lock
        screens = self.screen_stack if self.is_running else ()
        return all_kept(screen.keep_typed() for screen in screens if isinstance(screen, HouseScreen))

    # Privacy

    @property
    def locked(self) -> bool:
        """The key is let go of, and every page is covered."""
        return isinstance(self.screen, LockScreen) if self.screen_stack else False

    def action_lock(self) -> None:
        """Keep the drafts, let go of the key, cover every page."""
        if self.locked:
            return
        self._at_lock = self.keep_typed()
        self.looked_for = ""
        self.house.lock()
        self.push_screen(LockScreen(self.house, self.work_behind))

    def mask_unseen(self) -> None:
        """Nobody has pressed a key for a while: mask names and texts."""
        if not self.masked and not self.locked:
            self.action_mask()
            if isinstance(self.screen, PageScreen):
                self.screen.notice(
                    f"Masked, as no key was pressed for a while. {by_key('mask', 'shows names and text.')}"
                )

    # What acts on every page

    def action_today(self) -> None:
        """Back to Today, from wherever one is; forms keep their drafts on the way."""
        self._back_to_today()

    def _back_to_today(self) -> None:
        """Nothing is left behind: where a form's text cannot be kept, one stays and is told why."""
        kept = self.keep_typed()
        if kept.trouble:
            if isinstance(self.screen, PageScreen):
                self.screen.notice("Stay here, and save when there is room; or copy your text.", kept.trouble)
            return
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def action_caseload(self) -> None:
        """Caseload."""
        from tui.screens.caseload import CaseloadScreen

        if not isinstance(self.screen, CaseloadScreen):
            self.push_screen(CaseloadScreen())

    def action_search(self) -> None:
        """Search over everything a person has."""
        from tui.screens.search import SearchScreen

        if isinstance(self.screen, SearchScreen):
            self.screen.action_find()
        else:
            self.push_screen(SearchScreen())

    def action_learning(self) -> None:
        """Learning."""
        from tui.screens.learning import LearningScreen

        if not isinstance(self.screen, LearningScreen):
            self.push_screen(LearningScreen())

    def action_help(self) -> None:
        """Help for this screen."""
        from tui.screens.help import HelpScreen

        page = self.screen
        if isinstance(page, HelpScreen):
            self.pop_screen()
        elif isinstance(page, HouseScreen):
            page.keep_typed()
            more = tuple((words, about) for words, (about, _) in page.more_commands().items())
            told = (page.guide, page.cut_short)
            adult = self._is_of_an_adult(page.about_case)
            self.push_screen(HelpScreen(page.about, page.contexts_now, more, self.key_table, *told, adult=adult))

    def _is_of_an_adult(self, case_id: str) -> bool:
        """Whether that case is an adult's; of no case, of one that cannot be read, and locked, it is not said."""
        if not case_id or self.house.locked:
            return False
        return any(row.id == case_id and row.service == "adults" for row in self.house.store.caseload())

    def action_menu(self) -> None:
        """Every command, type to narrow."""
        from tui.screens.menu import MenuScreen, commands

        page = self.screen
        if isinstance(page, MenuScreen) or not isinstance(page, HouseScreen):
            return
        page.keep_typed()
        found = commands(self, page)

        def chosen(place: object) -> None:
            if isinstance(place, int):
                self.call_next(found[place - 1].run)

        self.push_screen(MenuScreen(found), chosen)

    def everywhere(self, page: PageScreen) -> "list[Command]":
        """What only the menu has on every page; in a form, where letters are text, what is a letter elsewhere."""
        from tui.screens.menu import Command

        if not isinstance(page, HouseScreen):
            return []
        if "field" in page.contexts:
            return [Command("lock", "keep the draft and lock", self.action_lock)]
        return [
            Command("add a case", "with its first child", lambda: self._with_today(lambda today: today.add_case())),
            Command(
                "import a file",
                "your own rows of an Annex A workbook",
                lambda: self._with_today(lambda today: today.bring_in()),
            ),
            Command("drafts", "texts that wait to be saved", self.open_drafts),
            Command("supervision pack, all cases", "case by case, to print or take along", self.open_pack),
            Command(
                "supervision hour",
                "over several cases: the day and with whom once",
                lambda: self._with_today(lambda today: today.begin_hour()),
            ),
            Command("what has changed, all cases", "each since its last supervision", self.open_changes),
            Command(
                "the system, over all cases", "by factor, without names: for a talk with the team", self.open_systems
            ),
            Command("limits", "every timescale and count, and who set it", self.open_limits),
            Command("data and safety", "backups, damage, passphrase and recovery, holds", self.open_safety),
            Command("audit trail", "what was done and when, by id", self.open_audit),
            Command("days away", "school holidays here, and your own leave with who covers", self.open_away),
            *self._themes(),
        ]

    def open_drafts(self) -> None:
        """What was typed and not saved: each can be gone on with, read or discarded."""
        from tui.screens.drafts import DraftsScreen

        self.push_screen(DraftsScreen())

    def open_systems(self) -> None:
        """All looks at the system."""
        from tui.screens.systems import SystemsScreen

        self.push_screen(SystemsScreen())

    def open_pack(self) -> None:
        """The supervision pack of the whole caseload."""
        from tui.screens.pack import PackScreen

        self.push_screen(PackScreen())

    def open_changes(self) -> None:
        """What has changed on all cases."""
        from tui.screens.changes import ChangesScreen

        self.push_screen(ChangesScreen())

    def open_away(self) -> None:
        """School holidays, and my own leave."""
        from tui.screens.away import AwayScreen

        self.push_screen(AwayScreen())

    def open_safety(self) -> None:
        """Backups, damage, who can open the store."""
        from tui.screens.safety import SafetyScreen

        self.push_screen(SafetyScreen())

    def open_audit(self) -> None:
        """What was done and when."""
        from tui.screens.audit import AuditScreen

        self.push_screen(AuditScreen())

    def open_limits(self) -> None:
        """Every limit with its source; each can be changed with a reason."""
        from tui.screens.limits import LimitsScreen

        self.push_screen(LimitsScreen())

    def _themes(self) -> "list[Command]":
        """One command a theme; the choice is kept in the settings."""
        from tui.screens.menu import Command

        words = "kept in your settings"
        return [Command(f"theme: {name}", words, partial(self.choose_theme, name)) for name in THEMES]

    def choose_theme(self, name: str) -> None:
        """Use a theme from now on, and next time."""
        self.set_look(THEMES[name])
        page = self.screen
        try:
            keep_setting(self.config.path, "theme", name)
        except OSError:
            if isinstance(page, PageScreen):
                page.notice("It holds until you leave.", f"{self.config.path} cannot be written.")

    def _with_today(self, do: Callable[[TodayScreen], None]) -> None:
        """Do it from Today, where what it says is said."""
        self._back_to_today()
        if isinstance(self.screen, TodayScreen):
            do(self.screen)


def run(house: House) -> int:
    """Open the screens on this terminal until the person leaves; the exit code."""
    sentence = terminal.missing(os.environ)
    if sentence:
        sys.stderr.write(f"casereflect: {sentence}\n")
        return 1
    config = load_config(os.environ)
    plain_glyphs = config.get("ascii") is True or terminal.only_ascii(os.environ)
    app = Casereflect(house, choose(os.environ, str(config.get("theme"))), ascii=plain_glyphs, config=config)
    return app.run_in_terminal()
