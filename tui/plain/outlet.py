"""A page as sentences: a record on a line, each value with its name, the seen strip in words. No table, nothing drawn."""

import re
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass

from checklists.pages.blocks import Block, Column, Compare, Facts, Fit, Heading, Item, Page, Paragraph, Table
from checklists.pages.spot import Spot
from store.text import clean, one_line

StripOf = Callable[[Hashable, int], str]
"""The seen strip of a row in a sentence, given what the row stands for and how many weeks are shown."""
PROMPT = "prompt"
SUMS = (PROMPT, "since then")
"""Titles of columns whose words are a sum."""
SILENT = ("", "who", "what", "when", "words", "how", PROMPT)
"""Titles of columns whose words say themselves what they are."""
IN_FULL = {("age", "due"): "Not born yet"}
"""What a column has no room to say."""
_DAY = re.compile(r"[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2}( \d{4})?")
_ENDS = re.compile(r"(?<=[a-z\d)][.?!]) (?=[A-Z])")
_DAYS = re.compile(r"\b(\d+) wd\b")
_MORE = re.compile(r",? \+(\d+)\b")
EACH = "Type prompts to hear each."
"""How the prompts are heard that a page folds into one row."""
MOST = 200
"""Letters of one line, after which the next sentence begins a line of its own."""


@dataclass(frozen=True, slots=True)
class Said:
    """Something a page says: a line or a few. With `item` it is a record of a list."""

    text: str
    item: Item | None = None
    parts: tuple[str, ...] = ()
    """The sentences of the record."""


def header(page: Page, notes: Collection[str] = ()) -> str:
    """Where one is and what it is about."""
    noted = [note[:1].upper() + note[1:] for note in notes]
    return " ".join(map(sentence, filter(None, (page.place, page.facts, *noted))))


def sentences(page: Page, noun: str = "", strip_of: StripOf | None = None, counted: Collection[str] = ()) -> list[Said]:
    """What the page says, block by block. With a noun the rows are numbered through; `counted` says which."""
    total = sum(
        1
        for block in page.blocks
        if isinstance(block, Table) and not block.drawn
        for item in block.items
        if _counts(item, counted)
    )
    found: list[Said] = []
    number = 0
    for block in page.blocks:
        for said in _block(block, noun, strip_of):
            if noun and said.item is not None and _counts(said.item, counted):
                number += 1
                found.append(Said(_broken([f"{noun} {number} of {total}.", *said.parts]), said.item))
            else:
                found.append(Said(said.text))
    return found


def sentence(text: str) -> str:
    """The text with a full stop, unless it ends already."""
    said = one_line(text)
    return said if not said or said.rstrip('")')[-1:] in tuple(".?!:") else f"{said}."


def _counts(item: Item, counted: Collection[str]) -> bool:
    if isinstance(item.key, Spot):
        return not counted or item.key.what in counted
    return item.key is not None


def _block(block: Block, noun: str, strip_of: StripOf | None) -> Iterator[Said]:
    match block:
        case Heading():
            yield Said(sentence(", ".join([block.text, *(words for _, words in block.beside if words)])))
        case Paragraph():
            yield Said(clean(block.text))
        case Facts():
            for label, value in block.pairs:
                yield Said(f"{label}: {clean(value)}" if label and value else clean(value) or f"{label}: not recorded")
        case Compare():
            for label, *texts in block.fields:
                for title, text in zip(block.titles, texts, strict=True):
                    yield Said(f"{label}, {title.lower()}: {clean(text) or 'not recorded'}")
        case Table():
            yield from _table(block, noun, strip_of)


def _table(block: Table, noun: str, strip_of: StripOf | None) -> Iterator[Said]:
    if block.drawn:
        yield Said(sentence(block.heading))
    elif block.heading and not block.inline:
        yield Said(f"{one_line(block.heading)}: {len(block.items) or one_line(block.empty)}.".replace("..", "."))
    elif not block.items and block.empty:
        yield Said(sentence(f"{block.heading}: {block.empty}" if block.inline else block.empty))
    for place, item in enumerate(() if block.drawn else block.items):
        lead = f"{block.heading}: " if block.inline and not place else ""
        first, *rest = _row(item, block.columns, noun, strip_of) or ["not recorded."]
        parts = (lead + first, *rest)
        yield Said(_broken(parts), item, parts)


def _row(item: Item, columns: tuple[Column, ...], noun: str, strip_of: StripOf | None) -> list[str]:
    """The sentences of the row. The seen strip ends with when the child was last seen, so that is not said again."""
    parts: list[str] = []
    strip = ""
    for cell, column in zip(item.cells, columns, strict=False):
        full = cell.full if isinstance(cell, Fit) else cell
        text = " ".join(one_line(full).split())
        if column.ruler:
            strip = strip_of(item.key, len(full)) if strip_of and full else ""
            parts.append(strip)
        elif text and not strip.endswith(sentence(said := _named(column, noun, text))):
            parts.append(said)
    more = [EACH] if isinstance(item.key, Spot) and item.key.what == "prompts" else []
    return [sentence(part) for part in [*_with_word([part for part in parts if part], item.word), *more]]


def _with_word(parts: list[str], word: str) -> list[str]:
    """`Due Tue 24 Nov, overdue`: the word with the day it is about, where that stands alone; else a sentence of its own."""
    if not word:
        return parts
    place = next((place for place in reversed(range(1, len(parts))) if _DAY.fullmatch(parts[place])), 0)
    if not place:
        return [*parts, word[:1].upper() + word[1:]]
    said = f"Due {parts[place]}" if word == "due" else f"Due {parts[place]}, {word}"
    return [*parts[:place], said, *parts[place + 1 :]]


def _named(column: Column, noun: str, text: str) -> str:
    """The words of a cell after the name of its column, in full."""
    title = column.title.casefold()
    if (title, text) in IN_FULL:
        return IN_FULL[title, text]
    said = _sum(text) if title in SUMS else text
    if said.startswith("observed "):
        return f"{column.title.capitalize()}: {said}"
    if title and f"{text.casefold()} ".startswith((f"{title} ", f"not {title} ")):
        return said[:1].upper() + said[1:]
    return said if _silent(column, noun) else f"{column.title.capitalize()} {said}"


def _sum(text: str) -> str:
    """`14 wd, plan 10, +1` in words: a sum is read aloud without its signs."""
    days = _DAYS.sub(lambda found: f"{found[1]} working {'day' if found[1] == '1' else 'days'}", text)
    said = _MORE.sub(r", and \1 more", days)
    return said[:1].upper() + said[1:]


def _silent(column: Column, noun: str) -> bool:
    """The words say themselves what they are."""
    return column.title.casefold() in (*SILENT, noun.casefold())


def _broken(parts: Sequence[str]) -> str:
    """The sentences on one line; where that would be long, on a few, and a cell that is long in itself too."""
    lines: list[str] = []
    for part in (piece for whole in parts for piece in ([whole] if len(whole) < MOST else _ENDS.split(whole))):
        if lines and len(lines[-1]) + len(part) < MOST:
            lines[-1] += f" {part}"
        else:
            lines.append(part)
    return "\n".join(lines)
