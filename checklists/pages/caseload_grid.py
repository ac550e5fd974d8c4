"""Where the columns of Caseload stand: by what references and names need, and by the width there is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checklists.pages.blocks import LEFT_OUT, Column

REFERENCE_AT = 3
SHORTEST_REFERENCE = len("F-102")
AIR = 2
"""Blanks behind a reference and a name."""
FIRST_DROPPED = ("age", "strip", "seen")
"""What is left out where long references need the room, one after the other, and never more than they need."""


@dataclass(frozen=True, slots=True)
class Room:
    """What stands beside reference and name at a width, and how much room each has, its blanks with it."""

    begins: int
    ends: int
    """Where the word column begins, at the latest."""
    parts: Mapping[str, int]

    def places(self, need: int) -> dict[str, int]:
        """Where each part begins, if references and names need `need` columns."""
        kept = dict(self.parts)
        for name in FIRST_DROPPED:
            if need + sum(kept.values()) > self.ends:
                kept.pop(name, None)
        at, found = max(self.begins, need), {}
        for name, wide in kept.items():
            found[name] = at
            at += wide
        return found


AT_60 = Room(17, 49, {"age": 5, "plan": 9, "alone": 12})
AT_80 = Room(17, 70, {"age": 5, "plan": 9, "strip": 14, "seen": 12, "alone": 13})
AT_100 = Room(16, 90, {"age": 4, "plan": 8, "strip": 13, "seen": 9, "alone": 9, "since": 13, "next": 9, "action": 9})
"""Days without their weekday, so that every column has its room."""
AT_132 = Room(
    17, 122, {"age": 5, "plan": 9, "strip": 14, "seen": 12, "alone": 14, "since": 14, "next": 13, "action": 13}
)


def columns(lines: Sequence[tuple[str, str]], months: str, alone: str) -> tuple[Column, ...]:
    """The columns for lines of reference and name; a reference without a name may take the name's room."""
    named = [len(ref) for ref, name in lines if name]
    who = REFERENCE_AT + max([SHORTEST_REFERENCE, *named]) + AIR
    need = max((who + len(name) if name else REFERENCE_AT + len(ref) for ref, name in lines), default=REFERENCE_AT)
    found = [room.places(need + AIR) for room in (AT_80, AT_60, AT_100, AT_132)]

    def column(part: str, title: str, brief: str = "", *, ruler: bool = False) -> Column:
        at, narrow, wide, widest = (places.get(part, 0) for places in found)
        return Column(
            title, at, narrow, wide or LEFT_OUT, ruler=ruler, widest=widest or LEFT_OUT, brief=brief,
            close=True, only_wide=part not in AT_80.parts,
        )  # fmt: skip

    return (
        Column("case", REFERENCE_AT, REFERENCE_AT, runs=True),
        Column("", who, who),
        column("age", "age"),
        column("plan", "plan"),
        column("strip", months, ruler=True),
        column("seen", "last seen", "seen"),
        column("alone", alone, "private" if alone == "in private" else "alone"),
        column("since", "since then", "since"),
        column("next", "next date", "next"),
        column("action", "oldest action", "action"),
    )
