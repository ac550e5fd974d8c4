"""How much a workbook's shared texts come to once every cell has its own copy, as the reader gives it one.

Excel keeps a text that stands in many cells once. A small file can so name one long text a million times.
"""

import re
from collections.abc import Mapping

_ITEM = re.compile(rb"<(?:[\w.-]+:)?si(?:\s[^>]*)?(?:/>|>(.*?)</(?:[\w.-]+:)?si\s*>)", re.DOTALL)
_SHARING = re.compile(rb"""<(?:[\w.-]+:)?c\s[^>]*?\bt\s*=\s*["']s["'][^>]*>""")
_NAMED = re.compile(rb"""\bt\s*=\s*["']s["'][^>]*>\s*<(?:[\w.-]+:)?v\s*>\s*([0-9]{1,9})\s*<""")


def spelled_out(parts: Mapping[str, bytes]) -> int:
    """The bytes of all shared texts, each as often as a cell names it. A cell that does not say plainly which counts for the longest."""
    lengths = [len(item) for name, part in parts.items() if _holds_texts(name) for item in _ITEM.findall(part)]
    if not lengths:
        return 0
    longest, total = max(lengths), 0
    for name, part in parts.items():
        if _holds_texts(name):
            continue
        sharing = sum(1 for _ in _SHARING.finditer(part))
        named = [int(number) for number in _NAMED.findall(part)] if sharing else []
        total += sum(lengths[number] if number < len(lengths) else 0 for number in named)
        total += max(0, sharing - len(named)) * longest
    return total


def _holds_texts(name: str) -> bool:
    return "sharedstrings" in name.lower()
