"""The eight questions: answer one, answer them one after the other, read what was written before."""

import click

from checklists.library import library
from checklists.pages.history import history_page
from checklists.pages.question import question_view
from checklists.use_cases.cases import find_case
from checklists.use_cases.reflect import answer_question, answers_to
from checklists.wrong import Wrong
from store.case import Case
from store.records import Answer
from tui.commands.asking import ask_text
from tui.commands.printing import as_json, record_data, say, write_json, write_page
from tui.commands.session import Session, can_ask, handed

HOW = "Write what you think now; an empty line ends it. Enter alone goes on to the next. Ctrl+D leaves."


@click.command()
@click.argument("case")
@click.option("--question", metavar="N", help="1 to 8.")
@click.option("--answer", metavar="TEXT", help="What you think today.")
@click.option("--unchanged", metavar="TEXT", help="Nothing has changed since, because …")
@click.option("--history", is_flag=True, help="Earlier answers, the newest first.")
@as_json
@handed
def reflect(
    session: Session,
    case: str,
    question: str | None,
    answer: str | None,
    unchanged: str | None,
    *,
    history: bool,
    json_: bool,
) -> None:
    """Without --question the eight are asked one by one. A second answer on one day continues that day's."""
    number = _question_id(question) if question is not None else None
    if history:
        _history(session, case, number, json_=json_)
    elif answer is not None or unchanged is not None:
        if number is None:
            raise Wrong("--question is needed with an answer.", "Give a number from 1 to 8.", "question")
        _answer(session, case, number, answer, unchanged, json_=json_)
    elif can_ask():
        _ask(session, case, number)
    else:
        raise Wrong("There is no terminal to ask on.", "Give --question N and --answer TEXT, or --history.")


def _question_id(text: str) -> str:
    typed = text.strip().upper().removeprefix("Q")
    if typed not in tuple("12345678"):
        raise Wrong("There are eight questions.", "Give a number from 1 to 8.", "question")
    return f"Q{typed}"


def _answer(
    session: Session, case: str, number: str, answer: str | None, unchanged: str | None, *, json_: bool
) -> None:
    text = session.text_or_input(answer or "")
    because = session.text_or_input(unchanged or "")
    whole = session.store.case(find_case(session.store, case).id)
    kept = _keep(session, whole, number, text, because)
    if json_:
        write_json(record_data(kept))
    else:
        say(f"Question {number[1:]} answered, id {kept.short_id}.")


def _keep(session: Session, case: Case, number: str, text: str, because: str = "") -> Answer:
    view = question_view(case, number, session.today, session.house.limits())
    return answer_question(
        session.store,
        session.house.clock,
        case.id,
        number,
        text=text,
        unchanged_because=because,
        evidence_ids=view.evidence_ids,
    )


def _history(session: Session, named: str, number: str | None, *, json_: bool) -> None:
    case = session.store.case(find_case(session.store, named).id)
    numbers = [number] if number else [question.id for question in library(case.info.service).questions]
    answers = [answer for one in numbers for answer in answers_to(case, one)]
    versions = {answer.id: session.store.versions(case.id, answer.id) for answer in answers}
    if json_:
        earlier = {key: [record_data(version.record) for version in found] for key, found in versions.items()}
        write_json([{**record_data(answer), "versions": earlier[answer.id]} for answer in answers])
        return
    for one in numbers:
        write_page(session.house, history_page(case, one, versions, session.today))


def _ask(session: Session, named: str, number: str | None) -> None:
    """Ask on plain lines: the question, what was said last time, what the record asks."""
    from checklists.pages.blocks import Page
    from tui.outlets.text import plain

    found = find_case(session.store, named)
    asked = library(found.service)
    say(f"{asked.intro}\n\n{HOW}")
    try:
        for question in asked.questions:
            if number not in (None, question.id):
                continue
            case = session.store.case(found.id)
            view = question_view(case, question.id, session.today, session.house.limits())
            blocks = (*view.last_time, *view.evidence, *view.follow_up)
            page = Page(f"{view.number} {view.title}", case.ref, blocks, view.signal)
            say(f"\n{plain(page, marking=session.house.marking)}\n{view.prompt}")
            text = ask_text("Now> ")
            if text.strip():
                _keep(session, case, question.id, text)
                say(f"Question {view.number} answered.")
    except EOFError:
        say("\nWhat you answered is kept.")
