"""Move a record that was typed in the wrong case."""

from typing import TYPE_CHECKING

from tui.screens.verbs import CaseVerbs

if TYPE_CHECKING:
    from store.case import Case
    from store.records import Record


def move_to_another_case(page: CaseVerbs, case: "Case", record_id: str) -> None:
    """Choose the case where the record belongs, then say who is who there, and why."""
    from checklists.use_cases.moving import STAYS
    from tui.screens.choosing import choose_case

    record = case.find(record_id) if record_id else None
    if record is None:
        page.notice("There is nothing on this row that can be moved to another case.")
        return
    if stays := STAYS.get(type(record)):
        page.notice(stays)
        return
    choose_case(page, "To which case does it belong?", lambda target: _ask(page, case, record, target), but=case.id)


def _ask(page: CaseVerbs, case: "Case", record: "Record", target: "Case") -> None:
    from checklists.journeys.moving import move_to_form

    page.fill(lambda: move_to_form(page.house.store, page.house.clock, case, record, target))
