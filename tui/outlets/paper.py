"""A page as a text file: nothing is cut, long words go on under themselves, the same order as on the screen."""

from collections.abc import Iterator

from rich.cells import cell_len

from checklists.pages.blocks import Block, Compare, Facts, Fit, Heading, Item, Page, Paragraph, Table
from checklists.pages.keys_said import without_keys
from tui.look import shown, words, wrap
from tui.outlets.rows import block_rows, shown_lines
from tui.outlets.text import MARKING

WIDTH = 78
AT = 16
"""Where what follows the first column of a row begins."""


def paper(page: Page, marking: str = MARKING) -> str:
    """The whole page, with its marking first and last."""
    page = without_keys(page)
    out = [marking, "", shown(page.place), *([shown(page.facts)] if page.facts else [])]
    for block in page.blocks:
        out += _block(block)
    out += ["", *_under(0, page.foot)] if page.foot else []
    return "\n".join([*(line.rstrip() for line in out), "", marking]) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            said = "  ".join([block.text, *(beside for _, beside in block.beside)])
            line = "=" * WIDTH if block.part else ""
            yield from (["", line, "", shown(said)] if block.part else ["", shown(said)])
        case Paragraph():
            yield from _under(3, block.text)
        case Facts():
            for label, value in block.pairs:
                yield from _beside(label, value or "not recorded")
        case Compare():
            for label, *texts in block.fields:
                for title, text in zip(block.titles, texts, strict=True):
                    yield from _beside(f"{label}, {title}", text or "not recorded")
        case Table():
            yield from _table(block)


def _table(block: Table) -> Iterator[str]:
    if block.drawn:
        yield from ("", *(words(row.line) for row in block_rows(block, WIDTH + 2)))
        return
    if block.heading:
        yield from ("", f" {shown(block.heading)}")
    if not block.items:
        yield from _under(3, block.empty)
    elif any(column.ruler for column in block.columns):
        ruler = "  ".join(column.title if column.ruler else "" for column in block.columns[1:])
        yield f"{' ' * AT}{ruler}"
    for item in block.items:
        first, *rest = [cell.full if isinstance(cell, Fit) else cell for cell in item.cells]
        if rest:
            yield from _beside(first, "  ".join(part for part in (*rest, _word(item)) if part))
        else:
            yield from _under(3, "  ".join(part for part in (first, _word(item)) if part))


def _word(item: Item) -> str:
    return f"[{item.word}]" if item.word else ""


def _under(column: int, text: str) -> Iterator[str]:
    for line in wrap(shown_lines(text), WIDTH - column):
        yield f"{' ' * column}{line}"


def _beside(label: str, text: str) -> Iterator[str]:
    """The label at column 3, and the text beside it, its lines under each other; a long label has its own line."""
    name = shown(label)
    lines = [f"{' ' * AT}{line}" for line in wrap(shown_lines(text), WIDTH - AT)]
    if cell_len(name) > AT - 4:
        yield from (f"   {name}", *lines)
    else:
        yield f"   {name}{' ' * (AT - 3 - cell_len(name))}{lines[0][AT:]}"
        yield from lines[1:]
