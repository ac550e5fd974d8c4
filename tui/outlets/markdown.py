"""A page as Markdown: headings, tables and facts, with user text shown literally."""

import re

from checklists.pages.blocks import Block, Cell, Compare, Facts, Fit, Heading, Page, Paragraph, Table
from checklists.pages.keys_said import without_keys
from store.text import clean
from tui.look import shown
from tui.outlets.text import MARKING

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_AT_START = re.compile(r"^(\s*\d*)([-+=.)])", re.MULTILINE)


def literal(text: str) -> str:
    """The text as Markdown shows it letter for letter."""
    return _AT_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", clean(text)))


def markdown(page: Page, marking: str = MARKING) -> str:
    """The whole page; it says what it is and what it is not."""
    page = without_keys(page)
    facts = f"\n{literal(page.facts)}\n" if page.facts else ""
    blocks = "\n".join(_block(block) for block in page.blocks)
    foot = f"\n{literal(page.foot)}\n" if page.foot else ""
    return (
        f"{marking}\n\n# {literal(page.place)}\n{facts}\n{blocks}{foot}\nA reflection aid, not the statutory record.\n"
    )


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"## {literal(' '.join([block.text, *(words for _, words in block.beside)]))}\n"
        case Paragraph():
            return "\n".join(f"{literal(line)}  " for line in block.text.split("\n")) + "\n"
        case Facts():
            return (
                "\n".join(f"- **{literal(label)}** {_cell(value or 'not recorded')}" for label, value in block.pairs)
                + "\n"
            )
        case Compare():
            return _compare(block)
        case Table():
            return _table(block)


def _compare(block: Compare) -> str:
    lines = [f"| | {literal(block.titles[0])} | {literal(block.titles[1])} |", "| --- | --- | --- |"]
    lines += [
        "| " + " | ".join(literal(shown(part or "not recorded")) for part in field) + " |" for field in block.fields
    ]
    return "\n".join(lines) + "\n"


def _table(block: Table) -> str:
    head = f"## {literal(block.heading)}\n\n" if block.heading else ""
    if not block.items:
        return f"{head}{literal(block.empty)}\n"
    titles = ["" if column.ruler else literal(column.title) for column in block.columns]
    lines = ["| " + " | ".join([*titles, ""]) + " |", "|" + " --- |" * (len(titles) + 1)]
    lines += [
        "| " + " | ".join([*(_cell(cell) for cell in item.cells), literal(item.word)]) + " |" for item in block.items
    ]
    return head + "\n".join(lines) + "\n"


def _cell(cell: Cell) -> str:
    return literal(shown(cell.full if isinstance(cell, Fit) else cell))
