"""From something that was found to the place where it stands, as the lists of its case lead there."""

from typing import TYPE_CHECKING

from checklists.pages.spot import Spot

if TYPE_CHECKING:
    from store.case import Case
    from tui.screens.verbs import CaseVerbs


def go_there(page: "CaseVerbs", case: "Case", record_id: str) -> None:
    """The place of a record. An answer that is the last to its question is gone on with; an earlier one is read."""
    from checklists.use_cases.reflect import answers_to
    from store.records import Action, Answer, ImportBatch, ImportedFact, OwnReview, SetAside
    from tui.screens.learning import LEADS
    from tui.screens.opening import open_in_case
    from tui.screens.reading import record_reading

    record = case.find(record_id)
    match record:
        case Answer() if answers_to(case, record.question)[-1] == record:
            open_in_case(page, case, Spot(case.id, "question", question=record.question))
        case Action():
            open_in_case(page, case, Spot(case.id, "action", record.id))
        case SetAside():
            open_in_case(page, case, Spot(case.id, "set aside", record.id))
        case OwnReview():
            LEADS["review"](page, Spot("", "review", record.id))
        case ImportBatch() | ImportedFact():
            page.app.push_screen(record_reading(case.id, record.id, page.today, page.house.limits))
        case _:
            open_in_case(page, case, Spot(case.id, "record", record_id))
