"""Data and safety: the last backup, what doctor found, who can open the store; and the command where only one does it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from checklists.dates import say_day
from checklists.pages.blocks import Block, Column, Fit, Heading, Item, Page, Paragraph, Table
from checklists.pages.spot import Spot

if TYPE_CHECKING:
    from store.summary import CaseSummary

BACKUP, DAMAGE, AUDIT, CERTIFICATES = "backup", "damage", "audit", "certificates"
"""What can be done from the page, by its rows."""
CHAIN = "The lines of the trail follow one on the other; none is missing, changed or cut."
NO_DAMAGE = "No damage was found. Every file was read, and every record in it."
NOT_LOOKED = "Not looked yet: that reads every file, and takes a while on a large caseload."
SAME_DISK = (
    "One is made by itself on each day of use after the first; seven daily, four weekly and six monthly ones are kept. "
    "They lie on the same disk as the cases. `casereflect backup --out FOLDER` makes one elsewhere, such as on an "
    "encrypted stick. `casereflect restore BACKUP` puts one back into an empty data folder, or beside it with --into."
)
REPAIR = "`casereflect doctor --repair` does what can be done, from copies and backups. Close every other window first."
CHANGE = (
    "`casereflect passphrase` changes it; no case is written anew. A copy made elsewhere opens with the one of its day."
)
LOST = (
    "`casereflect passphrase --lost` sets a lost passphrase anew with the recovery key. Without either the text is gone. "
    "`casereflect recovery add` and `casereflect recovery remove` change who can recover; a backup made before still opens."
)
PLAIN = "This store is not encrypted: it has no passphrase and no recovery key, and whoever can read its files reads every case."
UNDER_WAY = "A change of who can recover was cut off. `casereflect recovery finish` goes on with it."
FOOT = "Enter does what the row says. What a person types at a command is said as it is typed."


class Found(Protocol):
    """One thing that doctor found."""

    @property
    def where(self) -> str: ...  # noqa: D102
    @property
    def says(self) -> str: ...  # noqa: D102
    @property
    def can(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the store as it is."""

    encrypted: bool
    backups: Sequence[date]
    """The days of those in the data folder, oldest first."""
    recipients: int
    """How many others can recover the store."""
    under_way: bool
    faults: Sequence[str]
    """What does not fit in the audit trail."""
    rows: "Sequence[CaseSummary]"
    certificates: int
    found: Sequence[Found] | None = None
    """What doctor found; None where it was not asked."""


def safety_page(known: Known, today: date) -> Page:
    """What to do first, then each thing in words."""
    last = _day(known.backups[-1], today) if known.backups else "none yet"
    brief = f"last backup {last}"
    return Page("Data and safety", brief, (_doing(known, last), *_told(known)), FOOT, brief)


def _doing(known: Known, last: str) -> Table:
    looked = "not looked yet" if known.found is None else _many(len(known.found), "finding")
    trail = (
        "fits together"
        if not known.faults
        else _many(len(known.faults), "place that does not fit", "places that do not fit")
    )
    rows = (
        (
            BACKUP,
            "Make a backup now",
            f"last: {last}",
            f"Last backup: {last}. It is made in the data folder, on the same disk.",
        ),
        (DAMAGE, "Look for damage", looked, f"Every file is read; nothing is changed. {REPAIR}"),
        (AUDIT, "Audit trail", trail, "What was done and when, by id and never with text."),
        (CERTIFICATES, "Certificates of purges", str(known.certificates), "What is kept of each case that was purged."),
    )
    items = tuple(Item((words, Fit(state)), "", Spot("", "safety", do), why) for do, words, state, why in rows)
    return Table((Column("", 3, 3), Column("", 28, 28)), items)


def _told(known: Known) -> Iterator[Block]:
    yield Heading("Backups")
    yield Paragraph(SAME_DISK)
    yield Heading("Damage")
    yield from _damage(known.found)
    yield Heading("Passphrase and recovery")
    yield from _opening(known)
    yield Heading("The audit trail")
    yield Paragraph("\n".join(known.faults) or CHAIN)
    yield Heading("Holds")
    held = [row.ref for row in known.rows if any(mark.kind == "hold" for mark in row.marks)]
    yield Paragraph(f"On hold: {', '.join(held)}." if held else "No case is on hold. The menu of a case places one.")


def _damage(found: Sequence[Found] | None) -> Iterator[Block]:
    if found is None:
        yield Paragraph(f"{NOT_LOOKED} {REPAIR}")
        return
    for one in found:
        yield Paragraph(f"{one.where}: {' '.join(filter(None, (one.says, one.can)))}")
    if not found:
        yield Paragraph(NO_DAMAGE)
    elif any(one.can for one in found):
        yield Paragraph(REPAIR)


def _opening(known: Known) -> Iterator[Block]:
    if not known.encrypted:
        yield Paragraph(PLAIN)
        return
    others = _many(known.recipients, "recovery key", "recovery keys")
    whose = (
        f"{others} can open everything here, beside your passphrase."
        if known.recipients
        else "Only your passphrase opens it."
    )
    yield Paragraph(f"{whose} `casereflect recovery list` names them.")
    yield Paragraph(CHANGE)
    yield Paragraph(LOST)
    if known.under_way:
        yield Paragraph(UNDER_WAY)


def _many(count: int, one: str, more: str = "") -> str:
    return f"{count} {one if count == 1 else more or f'{one}s'}"


def _day(day: date, today: date) -> str:
    return "today" if day == today else say_day(day, today)
