"""What is kept of a case that was purged, as a page; and what a purge reaches and what it does not, in words."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from checklists.dates import say_day
from checklists.naming import of_each_kind
from checklists.pages.blocks import Column, Facts, Item, Page, Paragraph, Table
from checklists.pages.spot import Spot

if TYPE_CHECKING:
    from store.certificates import Certificate

GOES = "It takes out its records, earlier texts and drafts, and its copies in the backups here."
FOR_GOOD = "What is removed cannot be put back."
GONE = "Its records, earlier texts, drafts and the copies in the backups here are gone."
BEYOND = (
    "Not reached: backups and copies made elsewhere, files that were written from it, snapshots of the disk, what a "
    "terminal or a clipboard keeps."
)
CUT_OFF = "It was cut off: `casereflect doctor --repair` finishes it."
NONE = "Nothing was purged."
FOOT = "A certificate holds no content: the reference, how many records of each kind, the day and the reason."


def say_purged(ref: str, still: Iterable[str]) -> str:
    """What a purge did, what it cannot reach, and where the reference still stands, each on a line of its own."""
    return "\n".join([f"{ref} is purged. {GONE}", BEYOND, *(say_still(name) for name in still)])


def say_still(name: str) -> str:
    """That the reference still stands in a file, and why."""
    why = "another case names it. Change it there if it should not stand."
    if name.startswith("backups/"):
        why = "a backup of a case that names it; it goes with that backup."
    return f"Its reference still stands in {name}: {why}"


def certificate_page(one: "Certificate", today: date, said: str = "") -> Page:
    """One certificate; right after the purge with what that did and did not reach."""
    kept = (
        ("Reference", one.ref),
        ("Purged on", _day(one, today)),
        ("Why", one.reason),
        ("What was there", say_counts(one)),
    )
    told = tuple(Paragraph(line) for line in said.splitlines()) or (Paragraph(BEYOND),)
    cut = () if one.finished else (Paragraph(CUT_OFF),)
    return Page("Certificate", f"{one.ref}, purged", (Facts(kept), *cut, *told), FOOT, one.ref)


def certificates_page(found: Sequence["Certificate"], today: date) -> Page:
    """All of them, the last purge on top."""
    columns = (Column("Reference", 3, 3), Column("Purged on", 20, 20), Column("Why", 38, 38))
    items = tuple(_item(one, today) for one in reversed(found))
    return Page("Certificates of purges", str(len(found)), (Table(columns, items, titles=True, empty=NONE),), FOOT)


def say_counts(one: "Certificate") -> str:
    """`child (2), I wonder`: how many records of each kind."""
    return of_each_kind(one.counts) or "no records but the case itself"


def _item(one: "Certificate", today: date) -> Item:
    why = f"{one.ref}, purged on {_day(one, today)}: {one.reason}\n{say_counts(one)}"
    cut = "" if one.finished else f"\n{CUT_OFF}"
    return Item((one.ref, _day(one, today), one.reason), "", Spot(one.case_id, "certificate"), why + cut)


def _day(one: "Certificate", today: date) -> str:
    said = say_day(one.purged_on, today)
    return said if said.endswith(str(one.purged_on.year)) else f"{said} {one.purged_on.year}"
