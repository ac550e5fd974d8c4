"""Explanations not checked yet, and pairs of accounts of one event that differ."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from store.case import Case
from store.summary import Mark

if TYPE_CHECKING:
    from store.records import Explanation

UNCHECKED, DIFFER = "explanation unchecked", "accounts differ"


def explanations(case: Case) -> Iterator[Mark]:
    """A mark for each pair that differs while one of the two is unchecked, and for each other account that is unchecked."""
    from store.records import Explanation

    every = case.of(Explanation)
    pairs = _pairs(every)
    paired = {one.id for pair in pairs for one in pair}
    for first, then in pairs:
        yield _differ(first, then)
    for one in every:
        if _unchecked(one) and one.id not in paired:
            yield Mark(UNCHECKED, one.id, one.given_on, label=one.event_key)


def _pairs(every: "Sequence[Explanation]") -> "list[tuple[Explanation, Explanation]]":
    """Two accounts of one event, one naming the other, not both checked; each pair once, the earlier first."""
    by_id = {one.id: one for one in every}
    found: dict[frozenset[str], tuple[Explanation, Explanation]] = {}
    for one in every:
        other = by_id.get(one.differs_from or "")
        if other is None or not _same_event(one, other) or not (_unchecked(one) or _unchecked(other)):
            continue
        first, then = sorted((one, other), key=lambda account: (account.given_on, account.id))
        found[frozenset((one.id, other.id))] = (first, then)
    return list(found.values())


def _differ(first: "Explanation", then: "Explanation") -> Mark:
    """Due from the day of the second account; it counts from the first that is unchecked, and says both days."""
    since = min(one.given_on for one in (first, then) if _unchecked(one))
    days = (first.given_on.isoformat(), then.given_on.isoformat())
    return Mark(DIFFER, then.id, since, then.given_on, label=then.event_key, more=days)


def _same_event(one: "Explanation", other: "Explanation") -> bool:
    return " ".join(one.event_key.casefold().split()) == " ".join(other.event_key.casefold().split())


def _unchecked(one: "Explanation") -> bool:
    return not one.checked_how.strip()
