"""The fictional stores that are measured, made anew each time: the same cases, counted from the same day."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from checklists.clock import Clock
from checklists.library import library
from checklists.use_cases.cases import add_child
from checklists.use_cases.log_visit import log_visit
from checklists.use_cases.reflect import answer_question
from checklists.validating import make
from store.case_file import write_state
from store.keys import Keys
from store.ledger import Ledger, new_state
from store.records import Action, Answer, CaseRecord, Child, Event, Record, Seen, Visit
from tui.composition import House, mark_fictional, new_house
from tui.demo import make_demo
from tui.passphrase import Asking

DAY = date(2026, 11, 23)
PASSPHRASE = "four plain words more"
FIRST = "B-0"
"""How the reference of every case begins; the first one seen is the first case visible."""
BIG = 190_000
"""Bytes of the one long case."""
PLANS: tuple[dict[str, Any], ...] = (
    {"plan": "cp"},
    {"plan": "cin"},
    {"plan": "lac", "visit_rule": "reg28_2"},
)
SENTENCES = (
    "The kitchen was tidy and the table was laid for one.",
    "Mum says that gran comes on most mornings, and school has not met gran.",
    "What would I need to see to think otherwise?",
    "He drew the house with nobody in it, then put the dog in.",
    "The health visitor last saw them in the summer, before the move.",
)


def made_plain(folder: Path, cases: int) -> Path:
    """A store without encryption that holds so many cases."""
    house = new_store(folder, None)
    for number in range(1, cases + 1):
        write_case(house, *small_case(number))
    house.store.caseload()
    return folder


def made_encrypted(folder: Path, cases: int) -> Path:
    """An encrypted store that holds so many cases."""
    house = new_store(folder, PASSPHRASE)
    for number in range(1, cases + 1):
        house.store.add_case(*small_case(number))
    return folder


def new_store(folder: Path, passphrase: str | None) -> House:
    """An empty store, open."""
    return new_house(folder, Clock(fixed=DAY), passphrase, Asking())[0]


def made_demo(folder: Path) -> Path:
    """The fictional caseload of the day, as `casereflect demo` makes it."""
    house = new_store(folder, None)
    make_demo(house)
    house.store.caseload()
    mark_fictional(folder, DAY)
    return folder


def small_case(number: int) -> tuple[CaseRecord, tuple[Record, ...]]:
    """A case with a child, two visits and an action; its dates differ a little from case to case."""
    seen_on = DAY - timedelta(days=20 + number % 40)
    child = make(Child, {"initials": initials(number), "born_on": date(2018, 5, 4), **_plan(number)})
    records: list[Record] = [child]
    for day, how in ((seen_on, "alone"), (seen_on + timedelta(days=9), "with_others")):
        visit = make(Visit, {"happened_on": day, "account": SENTENCES[number % len(SENTENCES)]})
        seen = {"visit_id": visit.id, "child_id": child.id, "happened_on": day, "seen": how}
        records += [visit, make(Seen, seen)]
    what = {"what": "Ring the school about the mornings", "due_on": DAY + timedelta(days=number % 9 - 2)}
    info = make(CaseRecord, {"ref": f"B-{number:04}", "allocated_on": DAY - timedelta(days=120)})
    return info, (*records, make(Action, what))


def made_chronology(folder: Path, entries: int = 1000) -> Path:
    """A store without encryption with one case of so many dated entries: visits, and what school said."""
    house = new_store(folder, None)
    info, (child, *_) = small_case(1)
    records: list[Record] = [child]
    for number in range(entries // 2):
        day = DAY - timedelta(days=3 * number)
        visit = make(Visit, {"happened_on": day, "account": SENTENCES[number % len(SENTENCES)]})
        words = {"child_words": SENTENCES[3], "impact": SENTENCES[2]}
        seen = {"visit_id": visit.id, "child_id": child.id, "happened_on": day, "seen": "alone", **words}
        said = {"type": "school", "happened_on": day, "text": SENTENCES[(number + 1) % len(SENTENCES)]}
        records += [visit, make(Seen, seen), make(Event, said)]
    write_case(house, info, tuple(records))
    house.store.caseload()
    return folder


def made_full(folder: Path, cases: int) -> Path:
    """An encrypted store of so many cases of years, each as long as the long one."""
    house = new_store(folder, PASSPHRASE)
    for number in range(1, cases + 1):
        house.store.add_case(*full_case(number))
    return folder


def full_case(number: int, size: int = BIG) -> tuple[CaseRecord, tuple[Record, ...]]:
    """A case of visits with long accounts, what a child said on each, and answers, until it holds so many bytes."""
    info, (child, *records) = small_case(number)
    asked, made, day = library("children").questions, [child, *records], DAY
    room = size - sum(len(one.model_dump_json()) for one in made)
    while room > 0:
        day -= timedelta(days=1)
        text = " ".join(SENTENCES)
        visit = make(Visit, {"happened_on": day, "account": f"{text} {text} {text}"})
        words = {"seen": "alone", "child_words": SENTENCES[3], "impact": SENTENCES[2]}
        seen = make(Seen, {"visit_id": visit.id, "child_id": child.id, "happened_on": day, **words})
        question = asked[day.toordinal() % len(asked)]
        answer = make(
            Answer, {"question": question.id, "answered_on": day, "text": text, "question_text": question.title}
        )
        made += [visit, seen, answer]
        room -= sum(len(one.model_dump_json()) for one in (visit, seen, answer))
    return info, tuple(made)


def write_case(house: House, info: CaseRecord, records: tuple[Record, ...]) -> None:
    """Write the plain file of a new case. Its row is drawn later, for all of them at once: 2,000 saves take minutes."""
    ledger = Ledger(new_state(info, house.clock.now), house.clock.now)
    ledger.note_new_case(info)
    for record in records:
        ledger.put(record)
    write_state(house.places, Keys(), info.id, ledger.finish())


def add_long_case(house: House, size: int = BIG) -> str:
    """A case of years: visits with long accounts and answers, until its file holds so many bytes; its id."""
    house.store.add_case(*small_case(1))
    asked = library("children").questions
    row = house.store.caseload()[0]
    child = add_child(house.store, row.id, {"initials": "L.M.", "plan": "cp"})
    day = DAY - timedelta(days=900)
    while size_of(house, row.id) < size:
        day += timedelta(days=1)
        seen = {child.id: {"seen": "alone", "child_words": SENTENCES[3], "impact": SENTENCES[2]}}
        visit = {"happened_on": day, "account": " ".join(SENTENCES * 3)}
        log_visit(house.store, row.id, visit, seen)
        question = asked[day.toordinal() % len(asked)].id
        answer_question(house.store, Clock(fixed=day), row.id, question, text=" ".join(SENTENCES))
    return row.id


def size_of(house: House, case_id: str) -> int:
    """Bytes of a case's file."""
    return house.places.case(case_id).stat().st_size


def initials(number: int) -> str:
    """Two letters that belong to nobody."""
    return f"{chr(65 + number % 26)}.{chr(65 + number * 7 % 26)}."


def _plan(number: int) -> dict[str, Any]:
    return {**PLANS[number % len(PLANS)], "plan_started_on": DAY - timedelta(days=100)}
