"""What the pages of a review are made from, for screens, plain lines and commands alike."""

from datetime import date
from typing import TYPE_CHECKING

from tui.composition import House

if TYPE_CHECKING:
    from checklists.masking import Reading
    from checklists.pages.review_pack import Reviewed
    from checklists.pages.review_timeline import Then


def is_recoverable(house: House) -> bool:
    """Somebody else's key can open the store too."""
    return house.encrypted and bool(house.upkeep.recipients())


def then_of_case(reading: "Reading", case_id: str, today: date, day: date | None = None) -> "Then":
    """The timeline of a case, read anew. Raises StoreTrouble."""
    from checklists.pages.review_timeline import then_of

    return then_of(reading.case(case_id), reading.versions(case_id), today, day)


def reviewed(house: House, reading: "Reading", case_id: str) -> "Reviewed":
    """What the pack of a review is made from. Raises StoreTrouble."""
    from checklists.pages.review_pack import Reviewed

    today = house.clock.today()
    then = then_of_case(reading, case_id, today)
    return Reviewed(then, house.limits(), house.store.trail(), reading.caseload())
