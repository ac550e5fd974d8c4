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
    for one, other in pairs:
        yield _differ(one, other)
    for one in every:
        if _unchecked(one) and one.id not in paired:
            yield Mark(UNCHECKED, one.id, one.given_on, label=one.event_key)


def _pairs(every: "Sequence[Explanation]") -> "list[tuple[Explanation, Explanation]]":
    """An account and the one of the same event that it names as another, not both checked; each pair once.

    Where both name each other the later one stands first. An account names one other, so it stands first once at most.
    """
    by_id = {one.id: one for one in every}
    found: dict[frozenset[str], tuple[Explanation, Explanation]] = {}
    for one in sorted(every, key=lambda account: (account.given_on, account.id)):
        other = by_id.get(one.differs_from or "")
        if other is not None and _same_event(one, other) and (_unchecked(one) or _unchecked(other)):
            found[frozenset((one.id, other.id))] = (one, other)
    return list(found.values())


def _differ(one: "Explanation", other: "Explanation") -> Mark:
    """Due from the day of the second account; it counts from the first that is unchecked, and says both days."""
    since = min(account.given_on for account in (one, other) if _unchecked(account))
    first, then = sorted((one.given_on, other.given_on))
    return Mark(DIFFER, one.id, since, then, label=one.event_key, more=(first.isoformat(), then.isoformat()))


def _same_event(one: "Explanation", other: "Explanation") -> bool:
    return " ".join(one.event_key.casefold().split()) == " ".join(other.event_key.casefold().split())


def _unchecked(one: "Explanation") -> bool:
    return not one.checked_how.strip()
