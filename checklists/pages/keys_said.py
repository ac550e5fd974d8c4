"""A page with its keys said: on a screen by the key in force, in plain lines by a word, in a file not at all."""

from collections.abc import Iterable
from dataclasses import replace

from checklists.by_key import BEGIN, Name, filled, unnamed
from checklists.pages.blocks import Block, Cell, Fit, Item, Page, Paragraph, Table


def with_keys(page: Page, name: Name, *, rows_too: bool = True) -> Page:
    """The page as an outlet says it. Without `rows_too` what explains a row waits until the row has its number."""
    blocks = tuple(blocks_with_keys(page.blocks, name, rows_too=rows_too))
    return replace(page, blocks=blocks, foot=filled(page.foot, name))


def without_keys(page: Page) -> Page:
    """The page as it is written to a file: every sentence about a key is left out."""
    return with_keys(page, unnamed)


def blocks_with_keys(blocks: Iterable[Block], name: Name, *, rows_too: bool = True) -> list[Block]:
    """The same for some blocks. Facts and texts side by side are the record's own words, and hold no key."""
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and BEGIN in block.text:
            made.append(block._replace(text=filled(block.text, name)))
        elif isinstance(block, Table):
            made.append(_table(block, name, rows_too=rows_too))
        else:
            made.append(block)
    return made


def _table(table: Table, name: Name, *, rows_too: bool) -> Table:
    if BEGIN not in table.empty and not any(_speaks(item) for item in table.items):
        return table
    items = tuple(_item(item, name, rows_too=rows_too) if _speaks(item) else item for item in table.items)
    return replace(table, items=items, empty=filled(table.empty, name))


def _speaks(item: Item) -> bool:
    return BEGIN in item.why or any(BEGIN in (cell.full if isinstance(cell, Fit) else cell) for cell in item.cells)


def _item(item: Item, name: Name, *, rows_too: bool) -> Item:
    cells = tuple(_cell(cell, name) for cell in item.cells)
    return replace(item, cells=cells, why=filled(item.why, name) if rows_too else item.why)


def _cell(cell: Cell, name: Name) -> Cell:
    if isinstance(cell, Fit):
        return Fit(*(filled(text, name) for text in cell))
    return filled(cell, name)
