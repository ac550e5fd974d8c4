"""What is sent in place of each text that Textual writes. It cannot lose a change: in every doubt it forgets.

What is forgotten is sent as Textual wrote it, so the worst that can happen is the stock driver's number of bytes.
"""

from collections.abc import Callable

from tui.repaint.frame import read
from tui.repaint.painting import paint
from tui.repaint.passing import harmless
from tui.repaint.picture import Picture

SYNC_START, SYNC_END = "\x1b[?2026h", "\x1b[?2026l"
"""Between these two a terminal that knows them shows nothing yet."""


class Repaint:
    """Remembers the screen from one write to the next.

    `size` tells the terminal's width and height; `erases`: erasing leaves the ground of the ink in use.
    """

    def __init__(self, size: Callable[[], tuple[int, int]], *, erases: bool = False) -> None:
        self.size = size
        self.erases = erases
        self._forgets = 0
        self._shown: tuple[int, Picture] | None = None
        self._synchronised = False

    def forget(self) -> None:
        """Trust nothing on the terminal. It only counts, as a signal may call it in the midst of a painting."""
        self._forgets += 1

    def sent_for(self, data: str) -> str:
        """What to send now for a text; nothing is held back for later."""
        if harmless(data):
            return data
        if data in (SYNC_START, SYNC_END):  # go out with the painting between them, in one write, or not at all
            self._synchronised = data == SYNC_START
            return ""
        text = self._painted(data)
        return f"{SYNC_START}{text}{SYNC_END}" if text and self._synchronised else text

    def _painted(self, data: str) -> str:
        began = self._forgets
        width, height = self.size()
        frame = read(data, width, height)
        if frame is None:
            self.forget()
            return data
        text, after = paint(self._known(width, height), frame, erases=self.erases)
        self._shown = (began, after)
        return text if began == self._forgets else data

    def _known(self, width: int, height: int) -> Picture:
        """What was last painted, if nothing was forgotten since that painting began."""
        if self._shown is not None:
            began, picture = self._shown
            if began == self._forgets and picture.fits(width, height):
                return picture
        return Picture.unknown(width, height)
