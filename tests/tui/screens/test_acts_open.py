"""What `d` does on a row with a prompt, for every signal: on the screen the form is there, with what is known in it."""

import pytest

from checklists.journeys.answering import act_of
from checklists.pages.spot import Spot
from store.case import Case
from store.records import Child
from tests.checklists.signals.spoken import LIMITS
from tests.checklists.signals.test_acts import HEARD, of
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import house_in
from tui.composition import House
from tui.screens.form import FormScreen
from tui.screens.prompts import PromptsScreen

pytestmark = pytest.mark.walk


def kept(house: House, case: Case) -> None:
    """The case in the house, with all its records."""
    house.store.add_case(case.info, case.children)
    with house.store.change(case.id) as change:
        for record in (row for rows in case.tables.values() for row in rows if not isinstance(row, Child)):
            change.put(record)


@pytest.mark.parametrize("signal", sorted(HEARD - {"adult_enquiry", "adult_concern_decision"}))
async def test_d_opens_the_form_that_answers_it(signal: str, at: Open, no_cases: House) -> None:
    """On the list of prompts; a question opens with its box, a short form in the rows below the page."""
    case, on, prompt = of(signal)[0]
    act = act_of(case, prompt)
    there = house_in(no_cases.places.home, on)
    kept(there, case)
    async with at(there, size=(100, 40)) as desk:
        desk.app.push_screen(
            PromptsScreen(case.id, Spot(case.id, "question", prompt.id, prompt.child_id or "", prompt.question))
        )
        await desk.press("home")
        rows = [row.key for row in desk.app.screen.list.rows if isinstance(row.key, Spot) and row.key.signal]  # type: ignore[attr-defined]
        for _ in range(next(number for number, key in enumerate(rows) if key.signal == signal)):
            await desk.press("down")
        assert f"d: {act.words}." in desk.foot.replace("\n", " ")
        await desk.press("d")
        screen = desk.app.screen
        if isinstance(screen, FormScreen):
            name, facts = screen.asked.name, screen.asked.start
        else:
            dialog = desk.app.screen.query("Dialog").first()
            name, facts = dialog.question.title, {}  # type: ignore[attr-defined]
        known = {"wonder": "I wonder", f"finish:{prompt.about}": "Finish this action?"}
        assert name in (act.form, known.get(act.form)), name
        assert all(facts.get((act.form, field)) for field in act.about), facts


def test_limits_of_adults_enquiries_are_off_here() -> None:
    """Until the council sets them nothing is asked by them: those two rows are left out above."""
    from checklists.limits import load_limits

    off = {name for name, row in load_limits().rows.items() if not row.enabled}
    assert off == {"adult_enquiry", "adult_concern_decision"}
    assert off <= {name for name, row in LIMITS.rows.items() if row.enabled}
