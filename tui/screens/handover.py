"""A hand-over of a case, to read, to write as a file, to print."""

from checklists.pages.blocks import Page
from tui.screens.paper import PaperScreen


class HandoverScreen(PaperScreen):
    """The page for the next worker."""

    what = "handover"

    def whole_page(self) -> Page:
        """What the next worker needs, from the case as it stands."""
        from checklists.pages.handover import handover_page
        from checklists.use_cases.gathering import gather

        return handover_page(gather(self.reading, self.case_id, self.today(), self.house.limits()))
