"""How the pages beside the cases look in a small window: limits, days away, drafts, escalations, a move, the lock."""

from collections.abc import Callable

import pytest

from tests.tui.screens.test_pictures import picture, utc  # noqa: F401 - its days and times
from tui.composition import House

Snap = Callable[..., bool]
SMALL = (60, 20)


def typed(words: str) -> str:
    """The words as keys."""
    return " ".join("space" if letter == " " else letter for letter in words)


PAGES = {
    "limits": f"m {typed('limits')} enter",
    "away": f"m {typed('days away')} enter",
    "drafts": f"c home v tab tab a escape m {typed('drafts')} enter",
    "escalations": f"c home enter m {typed('escalations')} enter",
    "escalating": f"c home enter m {typed('raise a concern')} enter",
    "which-case": f"c home enter m {typed('visits')} enter m {typed('move to another')} enter",
    "move": f"c home enter m {typed('visits')} enter m {typed('move to another')} enter enter",
    "lock": "z",
    "masked-visit": "c home f2 v tab tab a",
}
"""Each page by the keys that lead to it."""


@pytest.mark.parametrize("name", PAGES)
def test_each_page_in_a_small_window(snap_compare: Snap, house: House, name: str) -> None:
    """At 60x20: nothing runs over the edge, and the foot says what can be done."""
    assert picture(snap_compare, house, PAGES[name], SMALL)
