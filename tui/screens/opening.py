"""What a row stands for, opened: the case at the right place, a form, a list."""

from typing import TYPE_CHECKING

from checklists.pages.cpd_line import CPD
from checklists.pages.spot import Spot

if TYPE_CHECKING:
    from store.case import Case
    from tui.screens.verbs import CaseVerbs


def open_spot(page: "CaseVerbs", spot: Spot) -> None:
    """From a page over all cases: the case, with the cursor on what the row is about."""
    from tui.screens.actions import CaseActionsScreen
    from tui.screens.case import CaseScreen
    from tui.screens.cpd import CpdScreen
    from tui.screens.keeping import ask_whether_kept
    from tui.screens.pack import PackScreen

    with page.telling():
        if spot.what == "supervision":
            page.app.push_screen(PackScreen(), page.came_back)
            return
        if spot.what == CPD:
            page.app.push_screen(CpdScreen(), page.came_back)
            return
        if spot.what == "retention":
            ask_whether_kept(page, page.case_of(spot.case_id))
            return
        if spot.what == "action":
            page.app.push_screen(CaseActionsScreen(spot.case_id, spot), page.came_back)
            return
        page.case_of(spot.case_id)
        start = Spot(spot.case_id, "question", question=spot.question) if spot.question else None
        page.app.push_screen(CaseScreen(spot.case_id, start), page.came_back)


def open_in_case(page: "CaseVerbs", case: "Case", spot: Spot) -> None:
    """From a page of one case: the form or the list that the row is about."""
    from tui.screens.actions import CaseActionsScreen

    match spot.what:
        case "question":
            page.open_question(case, spot.question)
        case "child":
            open_record(page, case, spot.child_id)
        case "record":
            open_record(page, case, spot.record_id)
        case "people":
            page.open_register("person")
        case "prompts" | "set aside":
            open_prompts(page, spot)
        case "actions":
            page.action_actions()
        case "action":
            page.app.push_screen(CaseActionsScreen(case.id, spot), page.came_back)


def open_prompts(page: "CaseVerbs", start: Spot | None = None) -> None:
    """What the record of the case asks, one prompt a row; with what is not recorded and what is set aside."""
    from tui.screens.prompts import PromptsScreen

    page.app.push_screen(PromptsScreen(page.here, start), page.came_back)


def open_record(page: "CaseVerbs", case: "Case", record_id: str) -> None:
    """The form of a record, filled. Saving it writes a version. An answer is read with its history."""
    from checklists.journeys.actions import action_form
    from checklists.journeys.cases import child_form, edit_case_form
    from checklists.journeys.escalating import any_record_form
    from checklists.journeys.visit import visit_form
    from store.records import (
        Action,
        Answer,
        CaseRecord,
        Child,
        CpdPiece,
        LearningEntry,
        Record,
        ReviewReflection,
        Visit,
    )
    from tui.form_names import form_named
    from tui.screens.learning_answers import AnswersScreen
    from tui.screens.reading import question_history

    house = page.house
    record = case.find(record_id)
    match record:
        case Action():
            page.fill(lambda: action_form(house.store, house.clock, case, record), record.id)
        case Child():
            page.fill(lambda: child_form(house.store, house.clock, case, record), record.id)
        case Visit():
            page.fill(lambda: visit_form(house.store, house.clock, house.limits(), case, record), record.id)
        case CaseRecord():
            page.fill(lambda: edit_case_form(house.store, house.clock, case), record.id)
        case Answer():
            page.app.push_screen(question_history(case.id, record.question, page.today))
        case LearningEntry() | CpdPiece():
            page.fill(lambda: form_named(house, case.id, f"{record.kind}:{record.id}"), record.id)
        case ReviewReflection():
            page.app.push_screen(AnswersScreen(case.id, record.id), page.came_back)
        case Record():
            made = (house.store, house.clock, house.limits(), case, type(record), record)
            page.fill(lambda: any_record_form(*made), record.id)
        case _:
            page.notice("That was taken out in another window. The page is drawn anew.")
            page.renew()
