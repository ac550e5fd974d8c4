"""Help for a screen: what it is for, its keys, and what to do if a child may be in danger now."""

from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any, ClassVar

import tomli

from checklists.library import Guide
from checklists.pages.blocks import Block, Facts, Heading, Page, Paragraph
from checklists.pages.guiding import guided
from store.text import masked_text
from tui.keys import STANDARD, Context, KeyTable
from tui.screens.base import HouseScreen


class HelpScreen(HouseScreen):
    """A page to read about another page."""

    footer = "read"
    contexts: ClassVar[tuple[Context, ...]] = ("move",)
    _was_masked = False

    def __init__(
        self,
        about: str,
        contexts: tuple[Context, ...],
        more: tuple[tuple[str, str], ...],
        keys: KeyTable,
        guide: Guide | None = None,
        row: str = "",
        *,
        adult: bool = False,
    ) -> None:
        """`row` is what the foot of the page had no room to say in full; `adult` that the page is of an adult's case."""
        super().__init__()
        page = help_page(about, contexts, more, keys, adult=adult)
        self.page = replace(page, blocks=(*guided(guide), *page.blocks)) if guide else page
        self.row = row

    def compose_page(self) -> Page:
        """What the foot had no room for, behind the mask where it is on; then the page."""
        if not self.row:
            return self.page
        said = masked_text(self.row) if self.is_masked and not self._was_masked else self.row
        return replace(
            self.page,
            blocks=(Heading("The line you are on"), Paragraph(said), Heading(self.page.facts), *self.page.blocks),
        )

    def on_mount(self) -> None:
        """What was made behind the mask needs no other."""
        self._was_masked = self.is_masked


QUESTION = "reflect"
"""Only a question has a next one."""


@cache
def words() -> dict[str, Any]:
    """What help says, by screen."""
    return tomli.loads(files("tui").joinpath("help.toml").read_text(encoding="utf-8"))


def help_page(
    about: str,
    contexts: tuple[Context, ...],
    more: tuple[tuple[str, str], ...] = (),
    keys: KeyTable = STANDARD,
    *,
    adult: bool = False,
) -> Page:
    """What the page is for, its keys by heading, what only the menu has, and the words that lists shorten."""
    said = words()
    found = said.get(about, said["any"])
    blocks: list[Block] = [Paragraph(text) for text in (adult and found.get("adult_about")) or found["about"]]
    shortened = {**said["words"], **(said["adult_words"] if adult else {})}
    of_a_question = keys.key("next_question").help
    for heading, pairs in keys.help_rows(
        (*contexts, "always") if "field" in contexts else (*contexts, "page", "always")
    ):
        told = [pair for pair in pairs if about == QUESTION or pair[1] != of_a_question]
        blocks += [Heading(heading), Facts(tuple(told))]
    if more:
        blocks += [Heading("Only in the menu"), Facts(more)]
    blocks += [Heading("Words and letters"), Facts(tuple(shortened.items()))]
    blocks += [
        Heading(f"If {'someone' if adult else 'a child'} may be in danger now"),
        Paragraph(said["danger"]["text"]),
    ]
    return Page("Help", found["title"], tuple(blocks), said["any"]["foot"], found["title"])
