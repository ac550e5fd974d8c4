"""The eight questions in lines: what the record holds, what was said last time, then the box."""

from typing import TYPE_CHECKING

from tui.form_names import form_named
from tui.plain.desk import Desk
from tui.plain.filling import Ended
from tui.plain.going import question_id
from tui.plain.named import the_case
from tui.plain.outlet import sentences

if TYPE_CHECKING:
    from checklists.use_cases.drafts import Draft


def question(desk: Desk, named: str) -> None:
    """One question, by its number, on the case named after it or that one is at."""
    number, _, rest = named.partition(" ")
    asked = question_id(number or desk.lines.line("Question, 1 to 8: "))
    ask_question(desk, the_case(desk, rest.strip()).id, asked)


def reflect(desk: Desk, named: str) -> None:
    """The eight one after the other. Nothing typed goes on to the next; leave ends it."""
    ask_questions(desk, the_case(desk, named).id)


def ask_questions(desk: Desk, case_id: str) -> None:
    """Each question in its order, until one is left."""
    from checklists.library import library

    asked = library(desk.case(case_id).info.service)
    desk.lines.say(asked.intro)
    for one in asked.questions:
        if ask_question(desk, case_id, one.id) == "left":
            return


def ask_question(desk: Desk, case_id: str, asked: str, draft: "Draft | None" = None) -> Ended:
    """The evidence, last time's answer, the follow-up prompts; then what I think now, or why nothing has changed."""
    from checklists.pages.blocks import Page
    from checklists.pages.question import question_view
    from checklists.use_cases.reflect import answers_to

    case = desk.reading.case(case_id)
    versions = {answer.id: desk.reading.versions(case.id, answer.id) for answer in answers_to(case, asked)}
    view = question_view(case, asked, desk.today, desk.house.limits(), versions)
    desk.lines.say(f"Question {view.number} of 8. {view.title} {case.ref}.")
    if view.signal:
        desk.lines.say("\n".join(" ".join(line.split()) for line in view.signal.split("\n")))
    for blocks in (view.last_time, view.evidence, view.follow_up):
        desk.lines.page_through([said.text for said in sentences(Page("", blocks=tuple(blocks)))])
    desk.lines.say(f"{view.prompt}\nA good answer: {view.good_answer}")
    return desk.fill(form_named(desk.house, case.id, f"question:{asked}"), titled=False, draft=draft)
