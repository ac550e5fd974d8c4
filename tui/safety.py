"""What the page of data and safety is made from, for screens and plain lines alike."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checklists.pages.safety import Known
from tui.composition import House

if TYPE_CHECKING:
    from checklists.masking import Reading
    from tui.composition import Finding


def known_of(house: House, reading: "Reading", found: "Sequence[Finding] | None" = None) -> Known:
    """The store as it is; no case is opened. Raises StoreTrouble."""
    upkeep = house.upkeep
    return Known(
        house.encrypted,
        [one.day for one in upkeep.backups()],
        len(upkeep.recipients()) if house.encrypted else 0,
        house.encrypted and upkeep.is_under_way(),
        upkeep.chain_faults(),
        reading.caseload(),
        len(reading.certificates()),
        found,
    )


def made_backup(house: House) -> str:
    """Make one in the data folder, and say so. Raises StoreTrouble, SaveFailed."""
    upkeep = house.upkeep
    where = upkeep.backup()
    left_out = [piece.name for piece in upkeep.copied(where) if piece.damaged]
    said = f"The backup is in {where.parent.name}/{where.name}. It lies on the same disk."
    return f"{said} Not copied: {', '.join(left_out)}. Look for damage." if left_out else said
