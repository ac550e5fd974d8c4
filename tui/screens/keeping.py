"""What the menu of a case has for its keeping: hold, lift, keep until a day, purge; and the certificate afterwards."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from tui.screens.base import Commands, HouseScreen, Said

if TYPE_CHECKING:
    from checklists.masking import Reading
    from checklists.pages.blocks import Page
    from store.case import Case
    from tui.app import Casereflect


def keeping_commands(page: HouseScreen, case: "Case") -> Commands:
    """What can be done with this case as it stands."""
    made: dict[str, tuple[str, Callable[[], None]]] = {}
    if case.info.hold:
        made["lift the hold"] = ("asks why; then it can be purged again", partial(lift, page, case))
    else:
        made["hold case"] = ("for a review, a court or a complaint: nothing is purged", partial(hold, page, case))
    if case.info.closed_on:
        made["keep until a day"] = ("asks why; then it is asked again", partial(keep, page, case))
    made["purge case"] = ("removes it for good, asks for the reference", partial(purge, page, case))
    return made


def hold(page: HouseScreen, case: "Case") -> None:
    """What needs it, and who asked for it."""
    from checklists.journeys.holding import hold_form

    page.fill(lambda: hold_form(page.house.store, page.house.clock, case))


def lift(page: HouseScreen, case: "Case") -> None:
    """Why it can be lifted."""
    from checklists.journeys.holding import lift_form

    page.fill(lambda: lift_form(page.house.store, page.house.clock, case))


def keep(page: HouseScreen, case: "Case") -> None:
    """Until when, and what for."""
    from checklists.journeys.holding import keep_form

    page.fill(lambda: keep_form(page.house.store, page.house.clock, case))


def purge(page: HouseScreen, case: "Case") -> None:
    """The reference once more, and why; then the certificate."""
    from checklists.journeys.holding import purge_form
    from tui.screens.form import FormScreen

    if case.info.hold:
        page.notice("A review, a court or a complaint needs it. m, lift the hold.", "This case is on hold.")
        return

    def purged(said: Said) -> None:
        if any(row.id == case.id for row in page.house.store.caseload()):
            page.came_back(said)
        else:
            show_certificate(page, case.id, said or "")

    with page.telling():
        form = purge_form(page.house.store, page.house.clock, case)
        page.app.push_screen(FormScreen(form), purged)


def show_certificate(page: HouseScreen, case_id: str, said: str) -> None:
    """From Today, as the pages of the case have nothing to show any more: what is kept of it, and what was not reached."""
    from checklists.pages.certificates import certificate_page
    from checklists.use_cases.holding import certificate_of
    from tui.screens.reading import ReadScreen

    app, today = cast("Casereflect", page.app), page.today

    def make(reading: "Reading") -> "Page":
        return certificate_page(certificate_of(reading, case_id), today(), said)

    app.action_today()
    app.push_screen(ReadScreen(make))


def ask_whether_kept(page: HouseScreen, case: "Case") -> None:
    """The three ways of a closed case, and a look at it first."""
    from tui.screens.case import CaseScreen
    from tui.screens.choosing import Choice, choose_one

    ways = (
        (Choice("Read it first", "the page of the case"), lambda: _read(page, CaseScreen(case.id))),
        (Choice("Keep it until a day", "asks until when, and why"), partial(keep, page, case)),
        (Choice("Hold it", "for a review, a court or a complaint"), partial(hold, page, case)),
        (Choice("Purge this working copy", "asks for the reference, and why"), partial(purge, page, case)),
    )
    choose_one(page, f"{case.ref} is closed", [choice for choice, _ in ways], lambda place: ways[place][1]())


def _read(page: HouseScreen, screen: HouseScreen) -> None:
    page.app.push_screen(screen, page.came_back)
