"""Write docs/keys.md and docs/commands.md from the tables that the app itself goes by.

    python tools/reference.py [FOLDER]

Run it after any change of a key or a command; a test says when.
"""

import asyncio
import importlib
import pkgutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click
from pictures import ROOT, TO_THE_CASE, make_fictional, opened, typed

import tui.screens
from tui.app import Casereflect
from tui.commands.root import root
from tui.keys import KEYS, Context, Key, name_of
from tui.screens.base import HouseScreen
from tui.screens.menu import commands
from tui.widgets.page_screen import PageScreen

FOLDER = ROOT / "docs"
MADE = "<!-- Made by `make docs` from {source}. Change it there, not here. -->"
BY_ITSELF = {"--help", "--passphrase-file"}
"""Options that every command has; the page says them once."""

SECTIONS: tuple[tuple[str, tuple[Context, ...]], ...] = (
    ("Everywhere, also while you type", ("always",)),
    ("On every page, but not while you type", ("page",)),
    ("In a list", ("move", "list", "prompt")),
    ("On a case, or on a row that has one", ("case",)),
    ("On a page for others: a pack, what has changed, a hand-over", ("paper",)),
    ("While there are no cases yet", ("empty",)),
    ("In a form", ("field",)),
    ("In a CPD piece that comes from a record", ("from record",)),
    ("When it asks a question", ("dialog",)),
)
ON_THE_CASE = (*TO_THE_CASE, "enter")
ON_THE_BABY = ("c", "slash", *"F-130", "enter", "enter")


def from_menu(words: str, before: tuple[str, ...] = ON_THE_CASE) -> tuple[str, ...]:
    """The keys that choose a command of the menu by its words."""
    return (*before, "m", *("space" if letter == " " else letter for letter in words), "enter")


PLACES = (
    ("Today", ()),
    ("Caseload", ("c",)),
    ("A case", ON_THE_CASE),
    ("Prompts", from_menu("prompts")),
    ("The actions of a case", (*ON_THE_CASE, "a")),
    ("All actions", ("a",)),
    ("People of a case", (*ON_THE_CASE, "h")),
    ("Agencies", from_menu("agencies")),
    ("Supervision", from_menu("supervision")),
    ("Escalations", from_menu("escalations")),
    ("The chronology", (*TO_THE_CASE, "t")),
    ("A child's own words", from_menu("own words")),
    ("The supervision pack", (*TO_THE_CASE, "p")),
    ("What has changed", from_menu("what has")),
    ("A hand-over", from_menu("hand-over")),
    ("Learning", ("l",)),
    ("A theme", ("l", "enter")),
    ("A review", ("l", *["down"] * 8, "enter")),
    ("A review, asked in a case", (*from_menu("review reflections", ON_THE_BABY), "enter")),
    ("My learning log", ("l", "end", "up", "enter")),
    ("CPD", ("l", "end", "enter")),
    ("CPD, as the form asks for it", ("l", "end", "enter", "ctrl+o")),
    ("A CPD piece from a record", from_menu("a cpd piece", from_menu("supervision"))),
    ("The system, over all cases", from_menu("the system", ())),
    ("The review companion", from_menu("review companion")),
    ("Then and now", (*from_menu("review companion"), "down", "down", "enter")),
    ("Limits", from_menu("limits", ())),
    ("Days away", from_menu("days away", ())),
    ("The audit trail", from_menu("audit", ())),
    ("Data and safety", from_menu("data and", ())),
    ("A form", (*TO_THE_CASE, "v")),
    ("A question", (*TO_THE_CASE, "1")),
    ("Drafts", from_menu("drafts", (*TO_THE_CASE, "v", "y", "escape", "escape", "0"))),
)
"""Where the menu is looked into, and the keys that lead there from Today; drafts last, as one has to be begun."""
FORMS = 3
LISTS = ("People of a case", "Agencies", "Supervision", "Escalations", "The chronology", "A child's own words")

ABOUT_KEYS = """# Every key

No key means two things. A letter is a command only while you are not typing in a field. In a field, letters are
text, and a choice takes one letter: `a`, `w`, `o` or `n` for how a child was seen, `y` or `n` for yes and no, `-` for
not recorded. The mouse is not used.

`?` lists the keys of the page you are on. Ctrl+Q leaves.
"""
ABOUT_MENU = """## Only in the menu

`m` opens the menu, F9 or Ctrl+P does so while you type. Type a few letters of what you want and press Enter. All the
keys of the page are in it too; these stand there alone.
"""
ABOUT_COMMANDS = """# Every command

`casereflect` alone opens Today. With a command it does one thing and ends, so that it can be scripted.

- CASE is a reference, or any part of it that no other case has. Capitals make no difference.
- Other records are named by the last six letters of their id; lists print it.
- A TEXT of `-` is read from standard input, so that no shell's history keeps it. One that begins with `-` comes after `--`.
- DATE: `today`, `yest`, `mon`, `3/4`, `-3d`; for something ahead also `fri`, `+10wd`, `+6w`, `+3m`. Day comes first.
- Standard output is the result. What is said to a person goes to standard error.
- Every command also takes `--help`, and `--passphrase-file FILE`, which reads the passphrase from the first line of a file.

| It ends with | when |
| --- | --- |
| 0 | it is done |
| 1 | not found, or refused |
| 2 | what was given cannot be read |
| 3 | the store is busy |
| 4 | the passphrase does not open the key |
| 5 | a file is damaged |
| 129, 130, 143 | ended by a hang-up, by Ctrl+C, by a signal to end |
"""


def main(folder: Path = FOLDER) -> None:
    """Write both pages into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "keys.md").write_text(asyncio.run(keys_page()), encoding="utf-8")
    (folder / "commands.md").write_text(commands_page(), encoding="utf-8")


def table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A table in Markdown."""
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in lines) + "\n"


# Keys


async def keys_page() -> str:
    """Every key under where it acts, then what only the menu has."""
    parts = [MADE.format(source="`tui/keys.py` and the menus"), ABOUT_KEYS]
    for heading, contexts in SECTIONS:
        found = [key for key in KEYS if set(key.contexts) & set(contexts)]
        parts += [f"## {heading}\n", table(("Key", "What it does"), [(named(key), key.help) for key in found])]
    with tempfile.TemporaryDirectory() as made:
        home = Path(made) / "home"
        make_fictional(home)
        menu = await only_in_the_menu(home)
    return "\n".join([*parts, ABOUT_MENU, table(("On", "Type", "What it does"), in_one_place(menu))])


def named(key: Key) -> str:
    """The key, or the keys, as people know them."""
    return f"`{key.label}`" if key.label else ", ".join(f"`{name_of(pressed)}`" for pressed in key.keys)


async def only_in_the_menu(home: Path) -> list[tuple[str, str, str]]:
    """On each place, the commands without a key, with what they do. Stops where a screen with its own is not looked into."""
    app = Casereflect(opened(home))
    found: list[tuple[str, str, str]] = []
    seen: set[type] = set()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for place, keys in PLACES:
            await typed(app, keys)
            await pilot.pause()
            page = app.screen
            assert isinstance(page, PageScreen)
            seen |= set(type(page).__mro__)
            found += [(place, one.words, one.help) for one in commands(app, page) if not one.key]
            while len(app.screen_stack) > 1 or page.asking:
                await typed(app, ("escape",))
                page = app.screen
                assert isinstance(page, PageScreen)
    if missed := {one.__name__ for one in with_commands(HouseScreen)} - {one.__name__ for one in seen}:
        raise SystemExit(f"No place leads to {', '.join(sorted(missed))}: add it to PLACES.")
    return found


def with_commands(kind: type[HouseScreen]) -> Iterator[type[HouseScreen]]:
    """The screens that put commands of their own into the menu."""
    for module in pkgutil.iter_modules(tui.screens.__path__, "tui.screens."):
        importlib.import_module(module.name)
    for one in kind.__subclasses__():
        if "more_commands" in vars(one):
            yield one
        yield from with_commands(one)


def in_one_place(rows: list[tuple[str, str, str]]) -> list[tuple[str, ...]]:
    """Each command once: what stands on every page is said so."""
    seen: dict[tuple[str, str], list[str]] = {}
    for place, words, about in rows:
        seen.setdefault((words, about), []).append(place)
    return [(where(places), words, about) for (words, about), places in seen.items()]


def where(places: list[str]) -> str:
    """The pages; or that it is every page but a form, or every list of a case."""
    if len(places) == len(PLACES) - FORMS:
        return "every page but a form"
    if set(LISTS) <= set(places):
        places = ["every list of a case", *(place for place in places if place not in LISTS)]
    return ", ".join(places)


# Commands


def commands_page() -> str:
    """Every command with its options."""
    top = click.Context(root, info_name="casereflect")
    parts = [MADE.format(source="`tui/commands/`"), ABOUT_COMMANDS, "## casereflect\n", options(root, top)]
    for name in root.list_commands(top):
        command = root.get_command(top, name)
        assert command is not None
        parts += section(command, click.Context(command, info_name=name, parent=top), 2)
    return "\n".join(parts)


def section(command: click.Command, context: click.Context, depth: int) -> Iterator[str]:
    """A command, what it does, its options; or a group of commands."""
    yield f"{'#' * depth} {context.command_path}\n"
    if isinstance(command, click.Group):
        yield f"{command.help}\n"
        for name in command.list_commands(context):
            leaf = command.get_command(context, name)
            assert leaf is not None
            yield from section(leaf, click.Context(leaf, info_name=name, parent=context), depth + 1)
        return
    yield f"    {context.command_path} {' '.join(command.collect_usage_pieces(context))}\n"
    yield f"{command.help}\n"
    if rows := options(command, context):
        yield rows


def options(command: click.Command, context: click.Context) -> str:
    """The options of a command, without those that all have."""
    rows: list[tuple[str, ...]] = [
        (f"`{record[0]}`", record[1])
        for option in command.get_params(context)
        if isinstance(option, click.Option)
        and not BY_ITSELF & set(option.opts)
        and (record := option.get_help_record(context))
    ]
    return table(("Option", "What it does"), rows) if rows else ""


if __name__ == "__main__":
    main(*(Path(given) for given in sys.argv[1:2]))
