"""The order in which the eight questions are walked: those with least recorded first."""

from checklists.library import library
from checklists.pages.evidence import recorded
from checklists.use_cases.reflect import answers_to
from store.case import Case


def walk(case: Case) -> tuple[str, ...]:
    """Questions not answered yet, then those answered longest ago; among equals the one with the shorter list first."""

    def thin(question: str) -> tuple[str, int, str]:
        answers = answers_to(case, question)
        last = answers[-1].answered_on.isoformat() if answers else ""
        return last, len(recorded(case, question)), question

    return tuple(sorted((question.id for question in library(case.info.service).questions), key=thin))
