"""The driver: Textual's own, except that what it writes goes through Repaint first."""

from collections.abc import Callable
from typing import Any

from textual.driver import Driver

from tui.repaint.erasing import keeps_ground
from tui.repaint.repaint import Repaint
from tui.terminal import ERASE


def repainting(base: type[Driver], size: Callable[[], tuple[int, int]], term: str) -> type[Driver]:
    """The driver `base`, sending only cells that changed, on a terminal of the kind `term`."""

    class RepaintingDriver(base):  # type: ignore[valid-type, misc]  # which driver it is turns out when the app runs
        """Writes in the thread and at the moment that Textual does; every text leaves in the call that brought it."""

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self.repaint = Repaint(size, erases=keeps_ground(term))

        def forget(self) -> None:
            """Trust nothing on the terminal: the next paintings go out whole."""
            self.repaint.forget()

        def write(self, data: str) -> None:
            """Send what differs."""
            text = self.repaint.sent_for(data)
            if text:
                super().write(text)

        def stop_application_mode(self) -> None:
            """The page goes before the program does."""
            super().write(ERASE)
            super().stop_application_mode()

    return RepaintingDriver
