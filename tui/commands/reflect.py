"""The eight questions: answer one, answer them one after the other, read what was written before."""

from contextlib import suppress

import click

from checklists.entry import Path
from checklists.library import library
from checklists.pages.history import history_page
from checklists.pages.question import question_view
from checklists.use_cases.cases import find_case
from checklists.use_cases.reflect import answer_question, answers_to
from checklists.wrong import Wrong
from store.case import Case
from store.records import Answer
from tui.commands.in_editor import Place, takes_editor, written
from tui.commands.printing import as_json, record_data, say, write_json, write_page
from tui.commands.session import Session, can_ask, handed


@click.command()
@click.argument("case")
@click.option("--question", metavar="N", help="1 to 8.")
@click.option("--answer", metavar="TEXT", help="What you think today.")
@click.option("--unchanged", metavar="TEXT", help="Nothing has changed since, because …")
@takes_editor({"answer": "text"})
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
    editor: tuple[str, ...],
    history: bool,
    json_: bool,
) -> int:
    """Without --question the eight are asked one by one. A second answer on one day continues that day's."""
    number = _question_id(question) if question is not None else None
    if history:
        _history(session, case, number, json_=json_)
    elif editor:
        _in_editor(session, case, number, editor, unchanged)
    elif answer is not None or unchanged is not None:
        if number is None:
            raise Wrong("--question is needed with an answer.", "Give a number from 1 to 8.", "question")
        _answer(session, case, number, answer, unchanged, json_=json_)
    elif can_ask():
        return _ask(session, case, number)
    else:
        raise Wrong("There is no terminal to ask on.", "Give --question N and --answer TEXT, or --history.")
    return 0


def _in_editor(session: Session, named: str, number: str | None, names: tuple[str, ...], unchanged: str | None) -> None:
    """An answer from the person's editor, saved as from its form: what was written earlier today is continued."""
    if number is None:
        raise Wrong("--question is needed with --editor.", "Give a number from 1 to 8.", "question")
    place = Place(find_case(session.store, named).id, f"question:{number}", Answer.kind)
    given = {"unchanged_because": session.text_or_input(unchanged)} if unchanged is not None else {}
    with written(session, place, names, given) as found:
        assert found.form is not None
        said: dict[Path, str] = {
            (Answer.kind, name): str(value or "") for name, value in {**given, **found.values}.items()
        }
        say(found.form.save({**found.form.start, **said}))


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


def _ask(session: Session, named: str, number: str | None) -> int:
    """Ask on plain lines: the question, what was said last time, what the record asks."""
    from tui.plain.desk import Desk
    from tui.plain.lines import Back
    from tui.plain.reflecting import ask_question, ask_questions
    from tui.plain.run import at_desk

    case_id = find_case(session.store, named).id

    def work(desk: Desk) -> int:
        desk.lines.say(session.house.marking)
        with suppress(Back):
            if number:
                ask_question(desk, case_id, number)
            else:
                ask_questions(desk, case_id)
        return 0

    return at_desk(session.house, work)
