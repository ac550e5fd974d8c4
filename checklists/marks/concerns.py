"""Concerns without a next step or a reason."""

from collections.abc import Iterator

from store.case import Case
from store.summary import Mark

OPEN = "concern open"
LETTERS = 40
"""How much of a concern's words a row keeps, to know it by."""


def concerns(case: Case) -> Iterator[Mark]:
    """One mark a concern; of those followed up, none."""
    from store.records import Concern

    for concern in case.of(Concern):
        if not concern.follow_up.strip():
            words = " ".join(concern.text.split())
            label = words if len(words) <= LETTERS else f"{words[: LETTERS - 1].rstrip()}…"
            yield Mark(OPEN, concern.id, concern.happened_on, child_id=concern.child_id, label=label)
