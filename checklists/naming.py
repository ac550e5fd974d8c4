"""How a child, a case and a plan are called on screens: initials and ages, never names."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from store.summary import short_id

__all__ = ["Named", "age", "aged", "aged_behind_mask", "called", "masked_names", "of_each_kind", "short_id"]


class Named(Protocol):
    """A child, or the plain facts of one."""

    @property
    def initials(self) -> str: ...  # noqa: D102
    @property
    def own_id(self) -> str: ...  # noqa: D102
    @property
    def born_on(self) -> date | None: ...  # noqa: D102
    @property
    def expected_on(self) -> date | None: ...  # noqa: D102


def age(born_on: date, on: date) -> int:
    """Whole years on a day; a birthday on 29 February falls on 1 March in other years."""
    return on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))


def called(child: Named, ref: str = "") -> str:
    """The child's initials; without them the own id, else the reference of the case."""
    return child.initials or child.own_id or ref


def masked_names(count: int) -> list[str]:
    """What stands for each child of a case behind the mask: `child 1`, by their order; of an only one blank, as the reference does."""
    return [f"child {number}" for number in range(1, count + 1)] if count > 1 else [""] * count


def aged(child: Named, on: date, ref: str = "") -> str:
    """`K.M., 8`; `Baby, not born yet`; the initials alone where no date of birth is recorded."""
    return _with_age(called(child, ref), child, on)


def aged_behind_mask(children: Sequence[Named], on: date, ref: str) -> list[str]:
    """`child 1, 8`: each child of a case as the mask says it."""
    names = masked_names(len(children))
    return [_with_age(name or ref, child, on) for name, child in zip(names, children, strict=True)]


def _with_age(name: str, child: Named, on: date) -> str:
    if child.born_on is not None:
        return f"{name}, {age(child.born_on, on)}"
    return f"{name}, not born yet" if child.expected_on else name


def of_each_kind(counts: Mapping[str, int]) -> str:
    """`visit, child (2)`: records by the name of their kind, with how many where there are more than one."""
    from store.records import BY_KIND

    named = {BY_KIND[kind].name if kind in BY_KIND else kind: count for kind, count in counts.items()}
    return ", ".join(name if count == 1 else f"{name} ({count})" for name, count in named.items())
