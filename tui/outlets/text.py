"""A page as plain text: no cursor, no colour, the same words in the same places."""

from checklists.pages.blocks import Page
from checklists.pages.keys_said import without_keys
from store.text import clean
from tui.look import shown, words, wrap
from tui.outlets.rows import rows

MARKING = "OFFICIAL-SENSITIVE - PERSONAL"


def plain(page: Page, width: int = 80, *, explain: bool = False, marking: str = MARKING) -> str:
    """The page with its header and marking; with `explain` the sentence under each row that has one."""
    page = without_keys(page)
    head = shown(f"{page.place}  {page.facts}".rstrip())
    out = [marking, head, ""]
    for row in rows(page.blocks, width):
        out.append(words(row.line))
        if explain and row.why:
            out += [f"      {line}".rstrip() for line in wrap(clean(row.why), width - 8)]
    if page.foot:
        out += ["", *(shown(line) for line in page.foot.split("\n"))]
    return "\n".join(out) + "\n"
