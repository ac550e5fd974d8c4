"""What is kept of a case that was purged, as a page; and what a purge reaches and what it does not, in words."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from checklists.dates import say_day
from checklists.naming import of_each_kind
from checklists.pages.blocks import Column, Facts, Item, Page, Paragraph, Table
from checklists.pages.spot import Spot

if TYPE_CHECKING:
    from checklists.use_cases.holding import StillNamed
    from store.certificates import Certificate

GOES = "It takes out its records, earlier texts and drafts, its copies in the backups here, and what links to it."
FOR_GOOD = "What is removed cannot be put back."
GONE = "Its records, earlier texts, drafts, the copies in the backups here and the links to it in other cases are gone."
BEYOND = (
    "Not reached: backups and copies made elsewhere, files that were written from it, snapshots of the disk, what a "
    "terminal or a clipboard keeps."
)
CUT_OFF = "It was cut off: `casereflect doctor --repair` finishes it."
NONE = "Nothing was purged."
FOOT = "A certificate holds no content: the reference, how many records of each kind, the day and the reason."


def say_purged(ref: str, still: "Iterable[StillNamed]") -> str:
    """What a purge did, what it cannot reach, and where the reference still stands, each on a line of its own."""
    return "\n".join([f"{ref} is purged. {GONE}", BEYOND, *(say_still(one) for one in still)])


def say_still(one: "StillNamed") -> str:
    """That the reference still stands in a file, in whose, and why: nobody's words are rewritten."""
    if not one.ref:
        return f"It is named in words in {one.file}. They were left as they are."
    if one.on_hold:
        return f"{one.ref} names it and is on hold, so {one.file} was left as it is."
    if "frozen/" in one.file:
        return f"A frozen copy of {one.ref} names it, and is never changed: {one.file}."
    if one.file.startswith("backups/"):
        return f"{one.ref} names it in words, in a copy that goes with its backup: {one.file}."
    if one.file.endswith(".1"):
        return f"{one.ref} names it in words, in the file before its last save: {one.file}."
    return f"{one.ref} names it in words. Change them there if they should not stand; {one.file} was left as it is."


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
