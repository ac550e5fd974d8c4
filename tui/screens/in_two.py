"""A page that may be large: its beginning is drawn at once, and the whole of it right after, before any key comes."""

from abc import abstractmethod
from collections.abc import Callable

from checklists.pages.blocks import Page
from checklists.pages.today import FIRST
from tui.screens.base import HouseScreen
from tui.widgets.frame import MOST_SAID

Whole = Callable[[], Page]


class InTwo(HouseScreen):
    """Made in two steps when it is drawn for the first time; later, as every page, in one."""

    _whole: Whole | None = None
    """What makes the whole page, while only its beginning is drawn."""

    @abstractmethod
    def begin(self) -> tuple[Page | None, Whole]:
        """The beginning of the page, if it is worth showing by itself, and what makes the whole."""

    def compose_page(self) -> Page:
        """The beginning, where it fills the window and the whole will follow; else the whole."""
        whole, self._whole = self._whole, None
        self.list.begun = False
        if whole is not None:
            return whole()
        beginning, whole = self.begin()
        if beginning is None or self.ready or self._start is not None or self.size.height > FIRST:
            return whole()
        self._whole, self.list.begun = whole, True
        return beginning

    @property
    def foot_room(self) -> int:
        """While the rest is made, as much as any row of it may need."""
        return max(super().foot_room, MOST_SAID if self._whole is not None else 0)

    def drawn(self) -> None:
        """Keys come when the whole page stands: none shall meet half of it."""
        if self._whole is not None:
            self.list.reload()
        super().drawn()
