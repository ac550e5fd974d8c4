"""The one door by which a page leaves the program as a file: screens, plain lines and commands all go through it."""

from dataclasses import replace
from pathlib import Path

from checklists.pages.blocks import Page
from tui.composition import House
from tui.outlets.files import format_of, shown_path, who_can_read, write_file


def export(house: House, page: Page, path: Path, *, over: bool = False) -> None:
    """Write the page in the form that the ending of the name asks for, with the marking of the house.

    The audit trail says of which cases. Raises Wrong where the ending names no form, IsThere where such a file is there
    and `over` does not say so, SaveFailed or Busy where it cannot be noted: then nothing is written.
    """
    form = format_of(path)
    if over or not path.exists():  # one that is there is refused, and nothing is to be noted
        house.store.note("exported", *page.cases, must=True)
    write_file(path, form.write(with_notes(house, page), house.marking), over=over)


def with_notes(house: House, page: Page) -> Page:
    """The page with what every page of this house says: fictional, not encrypted."""
    return replace(page, facts=", ".join(part for part in (page.facts, *house.notes) if part))


def where(path: Path) -> str:
    """`~/packs, a folder only you can read`: where a file of that name would lie, and who can look into it."""
    folder = path.absolute().parent
    return f"{shown_path(folder)}, {who_can_read(folder)}"
