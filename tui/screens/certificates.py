"""The certificates of purges: what is kept of each case that was purged."""

from typing import ClassVar

from checklists.pages.blocks import Page
from checklists.pages.certificates import certificate_page, certificates_page
from checklists.use_cases.holding import certificate_of
from tui.keys import Context, bindings
from tui.screens.base import HouseScreen, spot_of
from tui.screens.reading import ReadScreen
from tui.widgets.line_list import LineList


class CertificatesScreen(HouseScreen):
    """One row for each; Enter reads it whole."""

    footer = "list"
    about = "certificates"
    contexts: ClassVar[tuple[Context, ...]] = ("move",)
    BINDINGS: ClassVar = [*bindings()]

    def compose_page(self) -> Page:
        """All of them."""
        return certificates_page(self.reading.certificates(), self.today())

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """The whole of one."""
        message.stop()
        case_id = spot_of(self).case_id
        self.app.push_screen(
            ReadScreen(lambda reading: certificate_page(certificate_of(reading, case_id), self.today()))
        )
