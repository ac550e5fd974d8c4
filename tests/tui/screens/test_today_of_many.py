"""Today of a large caseload: its beginning is painted at once, and no key meets less than the whole."""

import re
from datetime import date, timedelta

from benchmarks.stores import write_case
from checklists.pages.today import FIRST, LARGE
from store.records import Action, CaseRecord, Child, Seen, Visit
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import DAY
from tui.composition import House

CAME, SEEN = date(2026, 1, 5), DAY - timedelta(days=60)
LAST = "Ring the school"


def add_many(house: House) -> None:
    """As many children past their date as make Today large; one action, of the last case."""
    for number in range(LARGE + 1):
        child = Child(initials="K.M.", plan="cp", born_on=date(2018, 5, 4))
        visit = Visit(happened_on=SEEN, account="At home.", written_up="copied_out")
        seen = Seen(visit_id=visit.id, child_id=child.id, happened_on=SEEN, seen="alone")
        actions = [Action(what=LAST, due_on=DAY)] if number == LARGE else []
        write_case(house, CaseRecord(ref=f"F-{number:04}", allocated_on=CAME), (child, visit, seen, *actions))


async def test_no_key_meets_half_a_page(no_cases: House, at: Open) -> None:
    """End, typed before anything stands, goes to the last row of all; the header counts all rows."""
    add_many(no_cases)
    async with at(no_cases) as desk:
        await desk.press("end")
        last, count = map(int, re.findall(r"-(\d+)/(\d+)", desk.place)[0])
        assert last == count > LARGE > FIRST
        await desk.press("home")
        assert desk.row.startswith("> F-0000")
        assert f"/{count}" in desk.place
