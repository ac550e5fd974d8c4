"""Data and safety: the last backup, what doctor found, who can open the store; and the command where only one does it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from checklists.by_key import by_key
from checklists.dates import say_day
from checklists.pages.audit import CHAIN
from checklists.pages.blocks import Block, Column, Heading, Item, Page, Paragraph, Table
from checklists.pages.spot import Spot
from checklists.retention import on_hold
from checklists.signals.counting import many

if TYPE_CHECKING:
    from store.summary import CaseSummary

BACKUP, DAMAGE, AUDIT, CERTIFICATES = "backup", "damage", "audit", "certificates"
PASSPHRASE, RECOVERY, FINDING = "passphrase", "recovery", "finding"
"""What can be done from the page, by its rows."""
MOST = 5
"""So many places of the trail that do not fit are said one by one."""
NO_DAMAGE = "No damage was found. Every file was read, and every record in it."
NOT_LOOKED = "Not looked yet: that reads every file, and takes a while on a large caseload."
SAME_DISK = (
    "One is made by itself on each day of use after the first; seven daily, four weekly and six monthly ones are kept. "
    "They lie on the same disk as the cases. `casereflect backup --out` makes one elsewhere, such as on an "
    "encrypted stick. `casereflect restore` puts one back into an empty data folder, or beside it with --into."
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
FOOT = f"{by_key('open', 'does what the row says.')} What a person types at a command is said as it is typed."


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
    """Each thing in words, and what can be done about it."""
    last = _day(known.backups[-1], today) if known.backups else "none yet"
    return Page("Safety", f"last backup {last}", tuple(_told(known, last)), FOOT, f"backup {last}")


def _told(known: Known, last: str) -> Iterator[Block]:
    """Each thing in words, then its row: the cursor comes by all of it, however small the window."""
    yield Heading("Backups")
    yield Paragraph(SAME_DISK)
    yield _row(BACKUP, "Make a backup now", f"last: {last}", "It is made in the data folder, on the same disk.")
    yield Heading("Damage")
    yield from _damage(known.found)
    looked = "not looked yet" if known.found is None else many(len(known.found), "finding")
    yield _row(DAMAGE, "Look for damage", looked, "Every file is read; nothing is changed.")
    yield from _opening(known)
    yield Heading("The audit trail")
    yield from (Paragraph(fault) for fault in few(known.faults) or [CHAIN])
    trail = (
        many(len(known.faults), "place that does not fit", "places that do not fit")
        if known.faults
        else "fits together"
    )
    yield _row(AUDIT, "Audit trail", trail, "What was done and when, by id and never with text.")
    yield Heading("Holds and purges")
    held = [row.ref for row in known.rows if on_hold(row)]
    yield Paragraph(f"On hold: {', '.join(held)}." if held else "No case is on hold. The menu of a case places one.")
    why = "What is kept of each case that was purged."
    yield _row(CERTIFICATES, "Certificates of purges", str(known.certificates), why)


def few(faults: Sequence[str]) -> list[str]:
    """The first of what does not fit, and how many more there are."""
    more = len(faults) - MOST
    return [*faults[:MOST], *([f"And {more} more: `casereflect audit` says them all."] if more > 0 else [])]


def _row(do: str, words: str, state: str, why: str) -> Table:
    columns = (Column("", 3, 3), Column("", 28, 28))
    return Table(columns, (Item((words, state), "", Spot("", "safety", do), why),))


def _damage(found: Sequence[Found] | None) -> Iterator[Block]:
    if found:
        yield Table((Column("", 3, 3),), tuple(_finding(n, one) for n, one in enumerate(found)))
    yield Paragraph(NO_DAMAGE if found == [] else f"{NOT_LOOKED} {REPAIR}" if found is None else REPAIR)


def _finding(number: int, one: Found) -> Item:
    why = f"{one.where}: {' '.join(filter(None, (one.says, one.can)))}"
    return Item((one.says,), "", Spot("", "safety", f"{FINDING} {number}"), why)


def _opening(known: Known) -> Iterator[Block]:
    yield Heading("Passphrase and recovery")
    if not known.encrypted:
        yield Paragraph(PLAIN)
        return
    others = many(known.recipients, "recovery key", "recovery keys")
    whose = (
        f"{others} can open everything here, beside your passphrase."
        if known.recipients
        else "Only your passphrase opens it."
    )
    yield Paragraph(f"{whose} `casereflect recovery list` names them.{f' {UNDER_WAY}' if known.under_way else ''}")
    yield _row(PASSPHRASE, "Change the passphrase", "by a command", CHANGE)
    yield Paragraph(LOST)
    yield _row(RECOVERY, "A lost passphrase", "by a command", LOST)


def _day(day: date, today: date) -> str:
    return "today" if day == today else say_day(day, today)
