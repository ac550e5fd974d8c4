"""A page as rows of a screen: blocks at columns, the word column, and what the foot says of a row."""

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from rich.cells import cell_len

from checklists.pages.blocks import Block, Cell, Column, Compare, Facts, Fit, Heading, Item, Paragraph, Table
from tui.look import BLANK, WORD_INK, Line, at, cut, shown, wrap

WORD = 10
"""The room for a word at the edge of the screen."""
READ = 72
"""The widest line of reading."""
REFERENCE = "Case"
"""The title of the column of references, which are never cut: it takes the room it needs from the sentence."""
_DATE_OF_YEAR = re.compile(r"[A-Z][a-z]{2} (\d{1,2} [A-Z][a-z]{2} \d{4})")


class Row(NamedTuple):
    """One line of a page. With a key it can be chosen; `why` is what the foot says about it."""

    line: Line = BLANK
    key: Hashable = None
    why: str = ""
    heading: bool = False
    find: str = ""
    """What finding looks at."""


def rows(blocks: Iterable[Block], width: int) -> list[Row]:
    """All rows of a page at a width; a blank before each heading and between a list and words, but not under 80 columns."""
    made: list[Row] = []
    before: Block | None = None
    for block in _with_room_for_references(list(blocks)):
        begins = isinstance(block, Heading) or (isinstance(block, Table) and bool(block.heading))
        begins = begins or (isinstance(block, Paragraph) and isinstance(before, Table))
        if made and begins and width >= 80:
            made.append(Row(BLANK))
        made.extend(block_rows(block, width))
        before = block
    return made


def _with_room_for_references(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, the columns beside the references moved to the right by what the longest one needs."""
    tables = [block for block in blocks if isinstance(block, Table) and block.columns[0].title == REFERENCE]
    refs = [shown(str(item.cells[0])) for table in tables for item in table.items]
    more = max((cell_len(ref) for ref in refs), default=0) - 5
    if more <= 0:
        return list(blocks)
    return [replace(block, columns=_moved(block, more)) if block in tables else block for block in blocks]


def _moved(table: Table, more: int) -> tuple[Column, ...]:
    """The columns up to and with the first that can be said shorter, moved; those after it stay."""
    flexible = [place for item in table.items for place, cell in enumerate(item.cells) if isinstance(cell, Fit)]
    last = min(flexible, default=len(table.columns) - 1)
    moved = [
        column._replace(
            at=column.at + more,
            narrow=column.narrow and column.narrow + more,
            wide=column.wide and column.wide + more,
            widest=column.widest and column.widest + more,
        )
        for column in table.columns[1 : last + 1]
    ]
    return (table.columns[0], *moved, *table.columns[last + 1 :])


def block_rows(block: Block, width: int) -> Iterator[Row]:
    """The rows of one block."""
    match block:
        case Heading():
            yield Row(_heading(block.text, block.beside, width), heading=True)
        case Paragraph():
            for text in wrap(shown_lines(block.text), min(READ, width - 5)):
                yield Row(at((3, text, "dim" if block.dim else "text")))
        case Facts():
            yield from _facts(block, width)
        case Compare():
            yield from _compare(block, width)
        case Table():
            yield from _table(block, width)


def shown_lines(text: str) -> str:
    """Text from a record on many lines."""
    return "\n".join(shown(line) for line in text.split("\n"))


def _heading(text: str, beside: Sequence[tuple[int, str]], width: int) -> Line:
    placed = [(column, words, "dim") for column, words in beside if column + cell_len(words) < width]
    return at((1, text, "head"), *placed)  # type: ignore[arg-type]


def _facts(block: Facts, width: int) -> Iterator[Row]:
    longest = max((cell_len(label) for label, _ in block.pairs), default=0)
    value_at = max(16 if width >= 80 else 14, 4 + longest)
    for number, (label, value) in enumerate(block.pairs):
        lines = wrap(shown_lines(value or "not recorded"), min(READ, width - value_at - 2))
        key = block.keys[number] if number < len(block.keys) else None
        for place, text in enumerate(lines):
            line = at((3, "" if place else label, "dim"), (value_at, text, "text" if value else "dim"))
            yield Row(line, key=None if place else key)


def _compare(block: Compare, width: int) -> Iterator[Row]:
    """Side by side from 80 columns on; below that one above the other, each under its title."""
    if width < 80:
        for label, *texts in block.fields:
            yield from _facts(
                Facts(
                    tuple((f"{label}, {title.lower()}", text) for title, text in zip(block.titles, texts, strict=True))
                ),
                width,
            )
        return
    left, room = 16, min(READ, width - 18) // 2 - 2
    right = left + room + 2
    yield Row(at((left, block.titles[0], "dim"), (right, block.titles[1], "dim")), heading=True)
    for label, *texts in block.fields:
        sides = [wrap(shown_lines(text or "not recorded"), room) for text in texts]
        inks = ["text" if text else "dim" for text in texts]
        for place in range(max(map(len, sides))):
            cells = [
                (column, side[place].rstrip() if place < len(side) else "", ink)
                for column, side, ink in zip((left, right), sides, inks, strict=True)
            ]
            yield Row(at((3, "" if place else cut(label, left - 4), "dim"), *cells))  # type: ignore[arg-type]


def _places(columns: Sequence[Column], width: int) -> list[int]:
    """Where each column begins at a width; 0 leaves it out."""
    if width >= 132:
        return [max(column.widest or column.wide or column.at, 0) for column in columns]
    if width >= 100:
        return [max(column.wide or column.at, 0) for column in columns]
    if width >= 80:
        return [0 if column.only_wide else column.at for column in columns]
    return [0 if column.only_wide else column.narrow for column in columns]


def word_column(columns: Sequence[Column], width: int) -> int:
    """Where the words stand: 70 at 80 columns, 49 at 60, further right where a wide table has more columns."""
    if width < 80:
        return max(width - 11, 30)
    last = max(_places(columns, width), default=0)
    return max(70, min(last + 16, width - 10)) if width >= 100 and last >= 70 else 70


def _table(block: Table, width: int) -> Iterator[Row]:
    places = _places(block.columns, width)
    side = width - WORD if block.wide and width >= 100 else word_column(block.columns, width)
    worded = any(item.word for item in block.items)
    edge = side if worded else width - 1
    if block.titles or (block.heading and not block.inline):
        yield Row(_titles(block, places), heading=True)
    for number, item in enumerate(block.items):
        head = [(1, block.heading, "head")] if block.inline and not number else []
        cells = _cells(item, places, edge, block.columns, width)
        line = at(*head, *cells, (side, item.word, WORD_INK.get(item.word, "text")))  # type: ignore[arg-type]
        yield Row(line, item.key, item.why, find=item.sought)
    if not block.items:
        yield from _empty(block, width)


def _empty(block: Table, width: int) -> Iterator[Row]:
    """What stands where a list has no row; beside its heading where that is inline."""
    column = 12 if block.inline else 3
    for number, text in enumerate(wrap(block.empty, min(READ, width - column - 2))):
        head = [(1, block.heading, "head")] if block.inline and not number else []
        yield Row(at(*head, (column, text, "dim")))  # type: ignore[arg-type]


def _titles(block: Table, places: Sequence[int]) -> Line:
    titles: list[tuple[int, str, str]] = []
    for column, place in zip(block.columns, places, strict=True):
        if place and column.title and (column.ruler or block.titles):
            room = next((after for after in places if after > place), READ * 2) - place
            titles.append(
                (place, column.title if cell_len(column.title) < room else column.brief or column.title, "dim")
            )
    heading = block.heading if not block.inline else ""
    kept = [title for title in titles if not heading or title[0] > cell_len(heading) + 1]
    return at((1, heading, "head"), *kept)  # type: ignore[arg-type]


def _cells(
    item: Item, places: Sequence[int], edge: int, columns: Sequence[Column], width: int
) -> list[tuple[int, str, str]]:
    kept = [place for place in places if place]
    ends = dict(zip(kept, [*kept[1:], edge], strict=True))
    made, said = [], edge  # `said`: where the next cell to the right stands that says anything
    for cell, place, column in zip(item.cells[::-1], places[::-1], columns[::-1], strict=True):
        if not place:
            continue
        end = said if column.runs else ends[place]
        close = column.tight or column.ruler or (column.close and 100 <= width < 132)
        gap = 1 if close or (end == edge and not item.word) else 2
        text = fitted(cell, end - place - gap)
        said = place if text.strip() else said
        made.append((place, text, "text"))
    return made[::-1]


def fitted(cell: Cell, room: int) -> str:
    """The cell's longest text that has room, cut if even the shortest has not."""
    text = shown(cell.within(room) if isinstance(cell, Fit) else cell)
    if cell_len(text) > room and (day := _DATE_OF_YEAR.fullmatch(text)):
        return day[1]
    return cut(text, room)
