"""What comes from the terminal, before anybody reads keys in it."""

import codecs

from store.text import MARK

PASTE, PASTED = "\x1b[200~", "\x1b[201~"
"""What a terminal sends before and after a paste."""
ESC = "\x1b"


class Incoming:
    """Bytes as text. A byte that is not UTF-8 becomes U+FFFD, and so does an escape within a paste.

    Textual would read such an escape as the start of a key, and what follows it as letters that were typed: text
    copied from elsewhere could leave the form and act on the page behind it.
    """

    def __init__(self, _errors: str = "") -> None:
        self._bytes = codecs.getincrementaldecoder("utf-8")("replace")
        self._pasting = False
        self._before = ""
        """The last characters handed on, for a mark that comes in two pieces."""
        self._held = ""
        """What may be the beginning of the mark that ends a paste."""

    def decode(self, data: bytes, final: bool = False) -> str:
        """The next piece of text."""
        text, self._held = self._held + self._bytes.decode(data, final), ""
        made = ""
        while text:
            piece, text = self._pasted(text, final) if self._pasting else self._typed(text)
            made += piece
        return made

    def _typed(self, text: str) -> tuple[str, str]:
        """Up to and with the mark of a paste, and the rest. Nothing is held back: a lone Esc is a key."""
        known = len(self._before)
        found = (self._before + text).find(PASTE)
        if found < 0:
            self._before = (self._before + text)[1 - len(PASTE) :]
            return text, ""
        end = found + len(PASTE) - known
        self._pasting, self._before = True, ""
        return text[:end], text[end:]

    def _pasted(self, text: str, final: bool) -> tuple[str, str]:
        """Up to and with the mark that ends the paste, and the rest."""
        pasted, mark, rest = text.partition(PASTED)
        if mark:
            self._pasting = False
        elif not final:
            self._held = next((PASTED[:size] for size in range(5, 0, -1) if pasted.endswith(PASTED[:size])), "")
            pasted = pasted.removesuffix(self._held)
        return pasted.replace(ESC, MARK) + mark, rest
