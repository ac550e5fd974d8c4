"""Search in plain lines: what was found as numbered rows, the newest first; open and a number goes there."""

import time
from dataclasses import replace

from checklists.pages.blocks import Page
from checklists.pages.search import NOTHING_TYPED, search_page
from checklists.searching.search import Search
from checklists.searching.words import words_of
from checklists.wrong import Wrong
from tui.plain.desk import Desk, Place

QUESTION = "Search for: "
OPENS = "open and a number goes there."
SAID_EVERY = 1.0
"""Seconds between two sentences about how far it is."""


def search(desk: Desk, typed: str) -> None:
    """Everything that has all the words; they are asked for where none was typed. Raises Back, Wrong."""
    text = typed or desk.lines.line(QUESTION, NOTHING_TYPED)
    if not words_of(text):
        raise Wrong("There is no word in that.", "Type search and one word or more.")
    desk.go(_place(text))


def _place(text: str) -> Place:
    """Read anew whenever it is said: between two times nothing of the cases is in memory."""

    def compose(desk: Desk) -> Page:
        looking = Search(desk.house.store, desk.today)
        looking.read_all(_Telling(desk))
        found = looking.find(text, masked=desk.masked)
        page = search_page(found, desk.today)
        return replace(page, foot=f"{page.foot} {OPENS}".strip() if found.hits else "")

    return Place("Search", compose, "Found")


class _Telling:
    """Says now and then how far it is."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._said = time.monotonic()

    def __call__(self, read: int, of: int) -> None:
        if time.monotonic() - self._said > SAID_EVERY:
            self._said = time.monotonic()
            self._desk.lines.say(f"Read {read} of {of} cases.")
