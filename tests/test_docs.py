"""What is written for people is true of the app: keys, commands, links, pictures, the tour, and the words themselves."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from html import unescape
from pathlib import Path

import click
import pytest
from textual.events import Key
from textual.keys import _character_to_key

from tests.checklists.test_wording import found as banned_in
from tests.tui.conftest import character_of
from tui import keys
from tui.app import Casereflect
from tui.commands.root import root
from tui.commands.table import COMMANDS, Branch
from tui.composition import open_house
from tui.demo import ready_demo
from tui.keys import KEYS, label_of, name_of
from tui.passphrase import Asking

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
CHORD = re.compile(r"\b(?:Ctrl|Shift|Alt)\+\w+|\bF(?:[1-9]|1[0-2])\b")
NOT_OF_PEOPLE = (
    "no score, no ranking, no blame, no all-clear",
    "never scores, ranks or gives an all-clear",
    "are not a risk score",
    "not-safe",
    "the safe answer",
    "standard error",
    "`Error: `",
    "a test fails",
    "Clear it, or close its window",
)
"""What may stand: that the app does not do it; an option, a button, a stream, a word of plain mode, a test, a terminal."""
THE_TERMINALS_OWN = {"Ctrl+D"}
"""What ends input, in plain lines."""


def names(path: Path) -> str:
    """A page by its name, in the report of a test."""
    return path.name


def text_of(path: Path) -> str:
    """The page."""
    return path.read_text(encoding="utf-8")


def made_by(tool: str, folder: Path) -> Path:
    """What a tool writes now, in a folder of its own."""
    subprocess.run([sys.executable, ROOT / "tools" / tool, folder], check=True, cwd=folder.parent)
    return folder


# What is made from the app


def test_the_pages_of_keys_and_commands_are_those_of_the_app(tmp_path: Path) -> None:
    """`make docs` writes them anew."""
    now = made_by("reference.py", tmp_path / "docs")
    for name in ("keys.md", "commands.md"):
        assert text_of(ROOT / "docs" / name) == text_of(now / name), f"{name} is out of date: make docs"


def test_the_pictures_show_the_app_as_it_is(tmp_path: Path) -> None:
    """The words of each, row by row; `make pictures` draws them anew. No path of a machine and no address is in them."""
    now = made_by("pictures.py", tmp_path / "pictures")
    drawn = sorted(path.name for path in now.iterdir())
    assert drawn == sorted(path.name for path in (ROOT / "docs" / "pictures").iterdir())
    for name in drawn:
        kept = text_of(ROOT / "docs" / "pictures" / name)
        assert words_of(kept) == words_of(text_of(now / name)), f"{name} is out of date: make pictures"
        assert "OFFICIAL-SENSITIVE" in " ".join(words_of(kept))
        assert not re.search(r"url\(.?http|/home/|/tmp/|/Users/|terminal-\d", kept)


def words_of(svg: str) -> list[str]:
    """The pieces of text in a picture, with the row in which each stands."""
    return [f"{row} {unescape(words)}" for row, words in re.findall(r'<text [^>]*y="([^"]+)"[^>]*>([^<]+)<', svg)]


# Whole


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.id)
def test_every_key_is_in_the_page_of_keys(key: keys.Key) -> None:
    """Its name, and what it does, in one row."""
    rows = [row for row in text_of(ROOT / "docs" / "keys.md").splitlines() if row.endswith(f"| {key.help} |")]
    assert any(f"`{label_of(key)}`" in row for row in rows)


def every_command() -> Iterator[tuple[str, str]]:
    """Each command by its whole name, and its line."""
    for name, entry in COMMANDS.items():
        yield name, entry.help
        if isinstance(entry, Branch):
            yield from ((f"{name} {leaf}", found.help) for leaf, found in entry.leaves.items())


@pytest.mark.parametrize(("name", "line"), every_command(), ids=lambda value: value.split(".")[0])
def test_every_command_is_in_the_page_of_commands(name: str, line: str) -> None:
    """Under a heading of its own, with its line."""
    page = text_of(ROOT / "docs" / "commands.md")
    part = re.split(rf"^#+ casereflect {re.escape(name)}$", page, maxsplit=1, flags=re.MULTILINE)[1]
    assert line in part.split("\n#", 1)[0]


# Nothing that is not there


@pytest.mark.parametrize("page", PAGES, ids=names)
def test_no_link_is_dead(page: Path) -> None:
    """Of those within the project: the file is there, and so is the heading."""
    for link in LINK.findall(text_of(page)):
        if "://" in link:
            continue
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        assert target.exists(), f"{link} in {page.name}"
        assert not anchor or anchor in anchors(target), f"{link} in {page.name}"


def anchors(page: Path) -> set[str]:
    """The headings of a page, as links name them."""
    heads = re.findall(r"^#+ (.+)$", text_of(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=names)
def test_no_command_is_named_that_does_not_exist(page: Path) -> None:
    """Every `casereflect …` in code, with its options."""
    for line in lines_of_code(text_of(page)):
        must_exist(line, f"{line} in {page.name}")


def lines_of_code(page: str) -> list[str]:
    """What begins with the name of the program, in a line of code or a block of it."""
    without_blocks = re.sub(r"^```.*?^```", "", page, flags=re.MULTILINE | re.DOTALL)
    blocks = re.findall(r"^```\w*\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    lines = [line.strip() for block in blocks for line in block.splitlines()]
    lines += [line.strip() for line in page.splitlines() if line.startswith("    ")]
    found = [*CODE.findall(without_blocks), *(re.split(r"\s{2,}|\s#", line)[0] for line in lines)]
    commands = [re.sub(r"^(?:[A-Z_]+=\S+ )*(?:\S*bin/)?", "", line) for line in found]
    return [line for line in commands if re.match(r"casereflect(?: |$)", line)]


def must_exist(line: str, where: str) -> None:
    """The command of a line, and each of its options."""
    command: click.Command = root
    context = click.Context(root, info_name="casereflect")
    words = shlex.split(line)[1:]
    known = set(root.params)
    while words and isinstance(command, click.Group) and not words[0].startswith("-"):
        if not re.fullmatch(r"[a-z-]+", words[0]):
            break
        below = command.get_command(context, words.pop(0))
        assert below is not None, where
        command = below
        known |= set(command.params)
    options = {option for param in known for option in param.opts} | {"--help"}
    assert {word.split("=")[0] for word in words if word.startswith("--")} <= options, where


@pytest.mark.parametrize("page", PAGES, ids=names)
def test_no_key_is_named_that_does_not_exist(page: Path) -> None:
    """Function keys, and keys held together with another."""
    known = {name_of(pressed) for key in KEYS for pressed in key.keys}
    assert set(CHORD.findall(text_of(page))) <= known | THE_TERMINALS_OWN


# The words


@pytest.mark.parametrize("page", PAGES, ids=names)
def test_no_page_says_of_people_what_the_app_never_says(page: Path) -> None:
    """The list of the app's own words."""
    text = " ".join(text_of(page).split())
    for phrase in NOT_OF_PEOPLE:
        text = text.replace(phrase, "")
    assert banned_in(text) == []


# The tour, keystroke by keystroke

PRESSED = {**{name_of(pressed): pressed for key in KEYS for pressed in key.keys}, "Left": "left"}
STEP = re.compile(r"`([^`]+)`|\*\*([^*]+)\*\*")


def steps() -> list[str]:
    """The numbered steps of the tour, each as one line."""
    page = text_of(ROOT / "docs" / "tour.md")
    found = re.findall(r"^\d+\. (.*?)(?=\n\n|\n\d+\. )", page, re.MULTILINE | re.DOTALL)
    return [" ".join(step.split()) for step in found]


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2027, 1, 2)], ids=str)
async def test_the_tour_can_be_walked(day: date, tmp_path: Path) -> None:
    """On a Monday and on a bank holiday's weekend: what is in code is pressed or typed, what is bold is then on the screen."""
    environ = {"CASEREFLECT_TODAY": day.isoformat()}
    ready_demo(environ, tmp_path / "demo")
    app = Casereflect(open_house(environ, Asking(), tmp_path / "demo"))
    assert len(steps()) > 15
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for step in steps():
            for named, seen in STEP.findall(step):
                if seen:
                    assert seen in on_screen(app), step
                elif app.is_running:
                    await send(app, [PRESSED[named]] if named in PRESSED else named)
                    await pilot.pause()
    assert app.return_code == 0


async def send(app: Casereflect, pressed: Iterable[str]) -> None:
    """Keys and letters, all at once, as a fast typist's are; wait until each has been acted on."""
    for key in pressed:
        app.post_message(Key(_character_to_key(key) if len(key) == 1 else key, character_of(key)))
    await app.key_queue.done()


def on_screen(app: Casereflect) -> str:
    """All words of the screen, one blank between them."""
    strips = app.screen._compositor.render_strips()
    return " ".join(" ".join("".join(part.text for part in strip) for strip in strips).split())
