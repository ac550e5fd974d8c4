"""A page as one HTML file: it needs nothing else, runs nothing, and prints well on A4. User text is only ever text."""

from collections.abc import Sequence
from functools import cache
from html import escape
from importlib.resources import files

from checklists.pages.blocks import Block, Cell, Column, Compare, Facts, Fit, Heading, Page, Paragraph, Table
from checklists.pages.keys_said import without_keys
from store.text import clean
from tui.outlets.text import MARKING

NOTHING_MAY_RUN = "default-src 'none'; style-src 'unsafe-inline'"
"""Said to the browser, on top of there being nothing to run and nothing to fetch."""
SHORT = 16
"""So many letters of a cell are never broken over lines, where no cell of the column has more."""


def html(page: Page, marking: str = MARKING) -> str:
    """The whole page, with its marking first and last."""
    page = without_keys(page)
    marked, title = _text(marking), _text(page.place)
    facts = f'<p class="quiet">{_text(page.facts)}</p>\n' if page.facts else ""
    foot = f"<footer><p>{_text(page.foot)}</p></footer>\n" if page.foot else ""
    first, *parts = _parts(page.blocks)
    sheets = [f"<h1>{title}</h1>\n{facts}{first}", *parts]
    sheets[-1] += foot
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{NOTHING_MAY_RUN}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f"<title>casereflect</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n"
        f'{"".join(_sheet(sheet, marked) for sheet in sheets)}<p class="marking end">{marked}</p>\n</body>\n</html>\n'
    )


def _sheet(content: str, marked: str) -> str:
    """A part with the marking as the head of a table: the one thing that every browser prints anew on each page."""
    head = f'<thead><tr><td class="marking">{marked}</td></tr></thead>'
    return (
        f'<table class="sheet" role="presentation">\n{head}\n<tbody><tr><td>\n{content}</td></tr></tbody>\n</table>\n'
    )


@cache
def _style() -> str:
    return files("tui.outlets").joinpath("html.css").read_text(encoding="utf-8")


def _text(text: str) -> str:
    """Text as a browser shows it letter for letter."""
    return escape(clean(text), quote=True)


def _parts(blocks: Sequence[Block]) -> list[str]:
    """The blocks before the first part, and those of each part; where there are parts, other headings stand below them."""
    level = 3 if any(isinstance(block, Heading) and block.part for block in blocks) else 2
    made = [""]
    for block in blocks:
        if isinstance(block, Heading) and block.part:
            made.append("")
        made[-1] += _block(block, level)
    return made


def _block(block: Block, level: int) -> str:
    match block:
        case Heading():
            beside = " ".join(_text(words) for _, words in block.beside)
            more = f' <small class="quiet">{beside}</small>' if beside else ""
            tag, kind = ("h2", ' class="part"') if block.part else (f"h{level}", "")
            return f"<{tag}{kind}>{_text(block.text)}{more}</{tag}>\n"
        case Paragraph():
            quiet = ' class="quiet"' if block.dim else ""
            return f"<p{quiet}>{_text(block.text)}</p>\n"
        case Facts():
            pairs = "".join(
                f"<div><dt>{_text(label)}</dt><dd>{_value(value)}</dd></div>\n" for label, value in block.pairs
            )
            return f"<dl>\n{pairs}</dl>\n"
        case Compare():
            return _compare(block)
        case Table():
            return _table(block)


def _value(text: str) -> str:
    return _text(text) if text else '<span class="quiet">not recorded</span>'


def _compare(block: Compare) -> str:
    head = "".join(f'<th scope="col">{_text(title)}</th>' for title in ("", *block.titles))
    rows = "".join(
        f'<tr><th scope="row">{_text(label)}</th>{"".join(f"<td>{_value(text)}</td>" for text in texts)}</tr>\n'
        for label, *texts in block.fields
    )
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"


def _table(block: Table) -> str:
    caption = f"<caption>{_text(block.heading)}</caption>\n" if block.heading else ""
    if not block.items:
        return (
            f'{f"<h4>{_text(block.heading)}</h4>" if block.heading else ""}<p class="quiet">{_text(block.empty)}</p>\n'
        )
    worded = any(item.word for item in block.items)
    head = "".join(_title(column) for column in block.columns) + ("<th></th>" if worded else "")
    heads = f"<thead><tr>{head}</tr></thead>\n" if any(column.title for column in block.columns) else ""
    kinds = [_kind(column, [item.cells[place] for item in block.items]) for place, column in enumerate(block.columns)]
    rows = ""
    for item in block.items:
        cells = "".join(f"<td{kind}>{_text(_full(cell))}</td>" for cell, kind in zip(item.cells, kinds, strict=True))
        word = f'<td class="word">{_text(item.word)}</td>' if worded else ""
        rows += f"<tr>{cells}{word}</tr>\n"
    return f"<table>\n{caption}{heads}<tbody>\n{rows}</tbody>\n</table>\n"


def _title(column: Column) -> str:
    kind = ' class="strip"' if column.ruler else ""
    return f'<th scope="col"{kind}>{_text(column.title)}</th>' if column.title else "<td></td>"


def _kind(column: Column, cells: Sequence[Cell]) -> str:
    """A strip is set to the letter; a column of days or of a few words has its room before the long ones share theirs."""
    if column.ruler:
        return ' class="strip"'
    return ' class="short"' if all(len(_full(cell)) <= SHORT for cell in cells) else ""


def _full(cell: Cell) -> str:
    return cell.full if isinstance(cell, Fit) else cell
