"""What the record of a case says to a theme: prompts, concerns and the last answers, each with its day, by date."""

from collections.abc import Iterator
from datetime import date

from checklists.dates import say_count, say_day
from checklists.library import Theme, library
from checklists.limits import Limits
from checklists.naming import called
from checklists.pages.blocks import Fit, Item
from checklists.pages.lists.rows import one_line, words_of
from checklists.pages.prompted import sentence
from checklists.pages.prompts import MISSING
from checklists.pages.spot import Spot
from checklists.signals.prompt import Prompt
from checklists.signals.whole import prompts_of
from checklists.summaries import summarise
from checklists.use_cases.reflect import answers_to
from store.case import Case
from store.records import Concern
from store.summary import CaseSummary


def case_items(case: Case, theme_id: str, today: date, limits: Limits) -> list[Item]:
    """What the record of a case says to the theme: prompts, concerns and the last answers, each with its day, by date."""
    theme = library(case.info.service).theme(theme_id)
    found = [*_prompts(case, theme, today, limits), *_concerns(case, theme, today), *_answers(case, theme, today)]
    return [item for _, item in sorted(found, key=lambda pair: pair[0])]  # what is not recorded stands last


def _prompts(case: Case, theme: Theme, today: date, limits: Limits) -> Iterator[tuple[date, Item]]:
    facts = summarise(case)
    for prompt in prompts_of(case, facts, today, limits):
        if prompt.signal in theme.signals:
            why = " ".join([f"{case.ref} {sentence(facts, prompt)}", *prompt.facts])
            word = "" if prompt.severity in MISSING else prompt.word
            on = date.max if word != prompt.word or prompt.on is None else prompt.on
            yield on, Item((case.ref, _who(facts, prompt), _short(prompt)), word, _spot(case, prompt), why)


def _who(facts: CaseSummary, prompt: Prompt) -> str:
    child = next((child for child in facts.children if child.id == prompt.child_id), None)
    return called(child, facts.ref)[:6] if child else ""


def _short(prompt: Prompt) -> Fit:
    return Fit(prompt.text, prompt.medium, prompt.short, prompt.narrow)


def _spot(case: Case, prompt: Prompt) -> Spot:
    return Spot(case.id, "question", prompt.id, prompt.child_id or "", prompt.question, prompt.signal, prompt.about)


def _concerns(case: Case, theme: Theme, today: date) -> Iterator[tuple[date, Item]]:
    for one in case.of(Concern):
        if one.theme == theme.id:
            came = words_of(case, one, "follow_up", today)
            then = f"Followed up: {came}" if came else "What came of it is not written yet."
            text = f"Concern {say_day(one.happened_on, today)}: {one_line(one.text)}"
            key = Spot(case.id, "record", one.id)
            yield one.happened_on, Item((case.ref, "", text), "", key, f"{case.ref} {text}\n{then}")


def _answers(case: Case, theme: Theme, today: date) -> Iterator[tuple[date, Item]]:
    for question in sorted(theme.questions):
        if answers := answers_to(case, question):
            last = answers[-1]
            often = say_count(len(answers), "answer")
            text = f"Question {question[1:]} answered {say_day(last.answered_on, today)}"
            why = f"{case.ref} {text}, {often} in all.\n{one_line(last.text or last.unchanged_because)}"
            yield last.answered_on, Item((case.ref, "", text), "", Spot(case.id, "record", last.id), why)
