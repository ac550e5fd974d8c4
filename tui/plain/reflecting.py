"""The eight questions, and the eight themes from a year ahead, in lines: what the record holds, last time, then the box."""

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


def ahead(desk: Desk, named: str) -> None:
    """The eight themes one after the other, looked at from a year ahead; or from the one named on. leave ends it."""
    from checklists.journeys.looking_ahead import THEMES
    from checklists.library import library

    number, _, rest = named.partition(" ")
    first, rest = (number, rest) if number.isdecimal() and f"T{number}" in THEMES else ("1", named)
    case = the_case(desk, rest.strip())
    said = library(case.info.service).looking_ahead
    desk.lines.say(f"{said.title}. {said.intro}\n{said.opening}")
    for theme in THEMES[int(first) - 1 :]:
        if ask_theme(desk, case.id, theme) == "left":
            return


def ask_theme(desk: Desk, case_id: str, theme: str, draft: "Draft | None" = None) -> Ended:
    """What the record holds under the theme, what was in sight last time, how reviews describe it; then the box."""
    from checklists.journeys.looking_ahead import NAME
    from checklists.pages.blocks import Page
    from checklists.pages.looking_ahead import ahead_view

    case = desk.reading.case(case_id)
    view = ahead_view(case, theme, desk.today, desk.house.limits())
    desk.lines.say(f"Theme {view.number} of 8. {view.title}. {case.ref}.")
    for blocks in (view.last_time, view.facts, view.signs):
        desk.lines.page_through([said.text for said in sentences(Page("", blocks=tuple(blocks)))])
    desk.lines.say(view.private)
    return desk.fill(form_named(desk.house, case.id, f"{NAME}:{theme}"), titled=False, draft=draft)
