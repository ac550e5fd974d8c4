"""The pack of a review: which sections are in it, each to be read, and one key that writes the file."""

from typing import ClassVar

from checklists.pages.blocks import Column, Item, Page, Paragraph, Table
from checklists.pages.spot import Spot
from tui.keys import Context
from tui.reviewing import reviewed
from tui.screens.base import spot_of
from tui.screens.paper import PaperScreen, read_only
from tui.screens.review import CaseReadScreen
from tui.widgets.line_list import LineList


class ReviewPackScreen(PaperScreen):
    """Space takes a section in or out, Enter reads it, Ctrl+O writes the file."""

    footer = "pack"
    about = "review_pack"
    what = "review"
    contexts: ClassVar[tuple[Context, ...]] = ("paper", "move")
    footer_words: ClassVar = {"open": "read"}

    def __init__(self, case_id: str) -> None:
        from checklists.pages.review_pack import ticked_at_first

        super().__init__(case_id)
        self.ticked = set(ticked_at_first())

    @property
    def about_case(self) -> str:
        """The case."""
        return self.case_id

    def whole_page(self) -> Page:
        """All that is ticked."""
        from checklists.pages.review_pack import review_pack_page

        return review_pack_page(reviewed(self.house, self.reading, self.case_id), self.ticked)

    def compose_page(self) -> Page:
        """The list of the sections."""
        from checklists.learning.review_process import review_process
        from checklists.pages.review_pack import in_short, review_sections

        of = reviewed(self.house, self.reading, self.case_id)
        items = tuple(
            Item(
                (f"[{'x' if section.id in self.ticked else ' '}] {section.title}", in_short(of, section.id)),
                "",
                Spot(self.case_id, "section", section.id),
                self.where(),
            )
            for section in review_sections()
        )
        said = review_process()
        columns = (Column("", 3, 3), Column(f"Format: {self.form.name}", 50, 42))
        blocks = (
            Paragraph(said.header),
            Table(columns, items, "In this pack", titles=True),
            Paragraph(said.pack_left_out),
            Paragraph(said.kept_out.text),
        )
        return Page(said.pack_title, of.case.ref, blocks, self.where(), of.case.ref)

    def action_tick(self) -> None:
        """Take the section in, or leave it out."""
        section = spot_of(self).record_id
        self.ticked ^= {section} if section else set()
        self.renew()

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Read the section as it would stand in the file."""
        from checklists.pages.review_pack import review_pack_page

        message.stop()
        section = spot_of(self).record_id
        if section:
            self.app.push_screen(
                CaseReadScreen(
                    self.case_id,
                    lambda reading: read_only(review_pack_page(reviewed(self.house, reading, self.case_id), {section})),
                )
            )
