"""What Textual and the program write besides paintings, and that leaves cells, cursor and ink where they are."""

import re

_MODES = "7|25|1000|1003|1004|1006|1015|1016|2004|2048"
"""Wrap at the edge, cursor shown, mouse, focus, paste, size told."""
_HARMLESS = re.compile(
    r"(?:\x07"  # the bell
    r"|\x1b\](?:0|1|2|22|52);[^\x00-\x1f\x7f-\x9f]*(?:\x07|\x1b\\)"  # title, pointer, clipboard
    r"|\x1b\[[<>=][0-9]*u"  # how keys are told
    r"|\x1b\[\?[0-9]+\$p"  # questions about modes
    rf"|\x1b\[\?(?:{_MODES})[hl])*"
)


def harmless(data: str) -> bool:
    """True where all that is remembered of the screen still holds after this. The alternate screen is not among it."""
    return _HARMLESS.fullmatch(data) is not None
