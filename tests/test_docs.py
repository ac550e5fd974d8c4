"""What is written for people is true of the app: keys, commands, links, files, pictures, and the words themselves."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import click
import pytest

from tests.checklists.test_wording import found as banned_in
from tui import keys
from tui.commands.root import root
from tui.commands.table import COMMANDS, Branch
from tui.keys import KEYS, label_of, name_of

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
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
ANSWERS = set("awonys-")
"""Letters that a choice takes, and those of a row of weeks."""
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


@pytest.mark.parametrize("page", PAGES, ids=names)
def test_every_file_that_is_named_is_there(page: Path) -> None:
    """Of the source: what stands in code and begins with one of its folders."""
    for named in re.findall(r"`((?:tui|checklists|store|tests|tools|docs)/[\w/.-]*)`", text_of(page)):
        assert (ROOT / named).exists(), f"{named} in {page.name}"


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


@pytest.mark.parametrize("page", [page for page in PAGES if page.name != "plain-mode.md"], ids=names)
def test_no_letter_is_named_that_does_nothing(page: Path) -> None:
    """A letter in code is a key, or an answer in a form. Plain mode has words of its own."""
    known = {name_of(pressed) for key in KEYS for pressed in key.keys}
    assert set(re.findall(r"`([^`\n])`", text_of(page))) <= known | ANSWERS


def test_what_is_to_be_typed_in_the_menu_is_in_it() -> None:
    """`m`, type `undo`; or `m`, and the words in italics."""
    menu = text_of(ROOT / "docs" / "keys.md").split("## Only in the menu")[1]
    for page in ("how-to.md", "tour.md"):
        text = " ".join(text_of(ROOT / "docs" / page).split())
        named = re.findall(r"`m`, (?:type `([^`]+)`|\*([^*]+)\*)", text)
        assert named
        assert not [words for pair in named for words in pair if words not in menu], page


# The words


@pytest.mark.parametrize("page", PAGES, ids=names)
def test_no_page_says_of_people_what_the_app_never_says(page: Path) -> None:
    """The list of the app's own words."""
    text = " ".join(text_of(page).split())
    for phrase in NOT_OF_PEOPLE:
        text = text.replace(phrase, "")
    assert banned_in(text) == []
