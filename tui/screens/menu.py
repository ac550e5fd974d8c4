"""The menu: every command of the page below, and those that act everywhere. Type to narrow, Enter does it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checklists.pages.blocks import Column, Item, Page, Table
from tui.keys import Context, label_of
from tui.outlets.rows import Row
from tui.screens.base import HouseScreen
from tui.screens.narrowed import NarrowedScreen
from tui.widgets.page_screen import PageScreen

if TYPE_CHECKING:
    from tui.app import Casereflect


@dataclass(frozen=True)
class Command:
    """Something that can be done."""

    words: str
    help: str
    run: Callable[[], object]
    key: str = ""
    """How a footer names its key; blank where only the menu has it."""


NOT_HERE = ("menu", "menu_too", "help_too", "back", "find", "question", "part")
"""Keys whose command makes no sense from the menu, or stands there in another way."""
THEME = "theme: "
"""Begins the commands that are wanted least often; they stand last."""
COLUMNS = (Column("", 3, 3), Column("", 11, 11), Column("", 40, 0))


def commands(app: "Casereflect", page: PageScreen) -> list[Command]:
    """What can be done from the page: its keys first, then what only the menu has, then what acts everywhere."""
    contexts = page.contexts_now if isinstance(page, HouseScreen) else ()
    here = [context for context in contexts if context not in ("move", "field")]
    more = page.more_commands() if isinstance(page, HouseScreen) else {}
    found = [*_of_keys(app, page, here)]
    found += [Command(words, help_, run) for words, (help_, run) in more.items()]
    found += app.everywhere(page)
    found += _of_keys(app, page, ["page"] if "field" not in contexts else [])
    found += _of_keys(app, page, ["always"])
    return sorted(found, key=lambda command: command.words.startswith(THEME))


def _of_keys(app: "Casereflect", page: PageScreen, contexts: list[Context]) -> Iterator[Command]:
    for key in app.key_table.keys:
        if not set(key.contexts) & set(contexts) or not key.action or key.id in NOT_HERE:
            continue
        yield Command(key.word, key.help, _doing(app, page, key.action), label_of(key))


def _doing(app: "Casereflect", page: PageScreen, action: str) -> Callable[[], object]:
    return lambda: app.run_action(action, page)


class MenuScreen(NarrowedScreen):
    """A list of commands with the find line open below it."""

    find_where = "a word of what you want to do"
    find_hints = (("Enter", "do it"), ("Down", "to the list"), ("Esc", "back"))

    def __init__(self, found: list[Command]) -> None:
        super().__init__()
        self.commands = found

    def compose_page(self) -> Page:
        """One line a command: its key, its words, what it does."""
        items = tuple(
            Item((command.key, command.words, command.help), "", place + 1, command.help)
            for place, command in enumerate(self.commands)
        )
        return Page("Menu", "type to narrow, Enter does it", (Table(COLUMNS, items),), "", "type to narrow")

    def compose_rows(self, width: int) -> Sequence[Row]:
        """Letters find the words of a command, not the sentence about it."""
        found = super().compose_rows(width)
        named = {place: command.words.casefold() for place, command in enumerate(self.commands, 1)}
        return [row._replace(find=named[row.key]) if isinstance(row.key, int) else row for row in found]
