"""The eight themes, and one theme: its signs, what was learned, what belongs to it, and where my own cases speak to it."""

from collections.abc import Iterator, Sequence
from datetime import date

from checklists.by_key import by_key
from checklists.dates import say_count, say_day
from checklists.learning.signal_words import signal_words
from checklists.library import Library, Theme, library
from checklists.limits import Limits
from checklists.naming import called
from checklists.pages.blocks import Block, Column, Facts, Fit, Heading, Item, Page, Paragraph, Table
from checklists.pages.lists.rows import one_line, words_of
from checklists.pages.prompted import sentence
from checklists.pages.prompts import MISSING
from checklists.pages.spot import Spot
from checklists.signals.prompt import Prompt
from checklists.signals.whole import prompts_of
from checklists.summaries import summarise
from checklists.use_cases.reflect import answers_to
from store.case import Case
from store.summary import CaseSummary

FINDING = "What reviews keep finding"
ASKS = (Column("", 3, 3), Column("asks", 48, 40))
ON_CASES = (Column("", 3, 3), Column("", 10, 10), Column("", 17, 17))
NONE = "Nothing of this theme stands in the record of an open case."
SIGN = "sign"
"""What a line of the theme itself stands for: something to read, at which the cursor stops."""
READING = "The cases are being read."


def themes_block(service: str) -> Sequence[Block]:
    """The eight, each with the questions that belong to it."""
    known = library(service)
    items = tuple(
        Item(
            (f"{theme.id[1:]} {theme.title}", _asks(theme)),
            "",
            Spot("", "theme", theme.id),
            f"{theme.learning}\n{_RULE}",
        )
        for theme in known.themes
    )
    return (Table(ASKS, items, FINDING, titles=True),)


_RULE = "Reviews are there to learn, not to blame."


def _asks(theme: Theme) -> str:
    numbers = " ".join(sorted(question[1:] for question in theme.questions))
    return f"question{'s' if len(theme.questions) > 1 else ''} {numbers}"


def theme_page(theme_id: str, services: Sequence[str], items: Sequence[Item], *, read: bool = True) -> Page:
    """The theme in the words of each service that the caseload has, and the rows of the cases read so far."""
    blocks: list[Block] = []
    for service in services:
        known = library(service)
        theme = known.theme(theme_id)
        if len(services) > 1:
            blocks.append(Heading(f"With {service}: {theme.title}"))
        blocks += _told(known, theme, whole=len(services) == 1)
    blocks.append(Table(ON_CASES, tuple(items), "On your cases", empty=NONE if read else READING))
    theme = library(services[0]).theme(theme_id)
    facts = "" if read else READING
    foot = f"{theme.learning} {by_key('open', 'goes to the place on the case.') if items else ''}".strip()
    return Page(f"{theme_id[1:]} {theme.title}", facts, tuple(blocks), foot, facts)


def _told(known: Library, theme: Theme, *, whole: bool) -> Iterator[Block]:
    if theme.note:
        yield Paragraph(theme.note, dim=True)
    if whole:
        yield Heading("Recognisable signs")
    yield Facts(theme.bullets, tuple(Spot("", SIGN, f"{known.service} {one}") for one, _ in theme.bullets))
    yield Heading("Learning")
    yield Paragraph(theme.learning)
    yield Paragraph(theme.in_practice)
    yield Facts((("Look for", "\n".join(theme.look_for)),))
    yield Heading("What belongs to it")
    words = signal_words(known.service)
    asked = [f"{one[1:]} {known.question(one).title}" for one in sorted(theme.questions)]
    actions = [kind.label for kind in known.actions if theme.id in kind.themes]
    belongs = {"Questions": asked, "Prompts": [words[one] for one in theme.signals], "Actions": actions}
    pairs = tuple((label, "\n".join(lines)) for label, lines in belongs.items() if lines)
    yield Facts(pairs, tuple(Spot("", SIGN, f"{known.service} {label}") for label, _ in pairs))


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
    from store.records import Concern

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
