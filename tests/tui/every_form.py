"""Every form there is, by the name of its draft, on cases with a record of every kind; and every field that takes typing."""

import ast
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path as Folder
from types import FrameType
from typing import Any

from textual.app import App

from checklists import journeys
from checklists.entry import Entry, Path
from checklists.journeys.form import Form
from checklists.my_limits import AnySetting
from checklists.signals import every_dated
from checklists.signals.whole import every_prompt
from checklists.summaries import summarise
from checklists.use_cases.drafts import Draft, DraftKey, keep_draft
from checklists.wrong import Wrong
from store.case import OWN, Case
from store.case_store import StoreTrouble
from store.records import BY_KIND, CaseRecord, Child, Record
from tests.store.records import for_an_adult, one_of_each
from tests.tui.screens.driving import DAY, Still, house_in
from tui.composition import House, new_house
from tui.form_names import _ON_A_CASE, form_named
from tui.passphrase import Asking

TEXT = "A text."
QUESTIONS = (*(f"question:Q{number}" for number in range(1, 9)), "looking ahead:T4")
TYPED = ("line", "long", "day", "number", "interval", "time", "many", "named")
"""Kinds of field into which one types; a choice is one key."""


@dataclass(frozen=True)
class Named:
    """A form by its name, on a case; and what has to be chosen first, so that more of its fields are asked."""

    case_id: str
    name: str
    chosen: tuple[tuple[Path, str], ...] = ()
    fields: tuple[Path, ...] = ()
    """The fields to type in."""

    def __str__(self) -> str:
        """How a test is called."""
        return f"{self.name.partition(':')[0]} {len(self.fields)}"


def full_home(folder: Folder) -> House:
    """A plain store with two cases that hold a record of every kind: F-1 of a child, A-1 of an adult; and F-2, empty."""
    house, _ = new_house(folder, Still(fixed=DAY), None, Asking())
    every = one_of_each(TEXT)
    house.store.add_case(CaseRecord(ref="F-1"), tuple(row for row in every if row.only_for in ("", "children")))
    (child,) = (row for row in every if isinstance(row, Child))
    person = child.with_changes(id=child.id[:-1] + "0", plan="adult")
    house.store.add_case(CaseRecord(ref="A-1", service="adults"), (person, *for_an_adult(TEXT)))
    house.store.add_case(CaseRecord(ref="F-2"))
    from checklists.use_cases.away import keep_away

    keep_away(house.store, {"type": "own_leave", "from_on": DAY, "to_on": DAY, "cover": "Robin Vale"})
    house.lock()
    return house_in(folder)


def every_form(house: House, *, twice: bool = True) -> list[Named]:
    """All forms, each as often as it takes to be asked all its fields once; of forms that ask the same, one.

    `twice`: also where one is for a new record and one for changing it.
    """
    found: dict[tuple[object, ...], Named] = {}
    for case_id, name in _names(house):
        try:
            form = form_named(house, case_id, name)
        except (Wrong, StoreTrouble, KeyError, ValueError):
            continue  # a kind without a form, or one that this case does not have
        if form.name == name:
            kind, _, about = name.partition(":")
            for chosen, fields in _ways(form):
                like = (kind, twice and bool(about), kind == "finish" and fields, tuple(path[-1] for path in fields))
                found.setdefault(like, Named(case_id, name, chosen, fields))
    return [one for one in found.values() if one.fields]


def _names(house: House) -> Iterator[tuple[str, str]]:
    """Everything that might be the name of a form."""
    yield from (("", name) for name in ("case", "away", "hour"))
    yield (OWN, "own_review")
    yield from ((OWN, name) for name in ("learning_entry", "cpd_piece"))
    yield from (("", f"limit:{one.id}") for one in _first_of_each(house))
    yield from (("", f"away:{one.id}") for one in house.store.practitioner().away)
    rows = {row.ref: row.id for row in house.store.caseload()}
    for ref in ("F-1", "A-1"):
        case = house.store.case(rows[ref])
        yield from ((case.id, name) for name in (*_ON_A_CASE, *QUESTIONS, *BY_KIND))
        for record in _one_of_a_kind(case):
            yield from (
                (case.id, f"{name}:{record.id}")
                for name in (record.kind, *_ON_A_CASE, f"move to {rows['F-2']}", "make unknown")
            )
        yield (case.id, "apply:N1")
        yield from ((case.id, f"set aside:{about}") for about in _asides(house, case))


def _first_of_each(house: House) -> list[AnySetting]:
    """A limit, and a count with each choice of numbers."""
    book = house.rulebook()
    settings: list[AnySetting] = [*book.settings(DAY), *book.counts(DAY)]
    shapes = {
        (type(one).__name__, len(form_named(house, "", f"limit:{one.id}").entries({}, ()))): one for one in settings
    }
    return list(shapes.values())


def _one_of_a_kind(case: Case) -> list[Record]:
    kinds = {type(record): record for table in case.tables.values() for record in table}
    return list(kinds.values())


def _asides(house: House, case: Case) -> list[str]:
    limits = house.limits()
    found = [*every_dated(summarise(case), DAY, limits), *every_prompt(case, summarise(case), DAY, limits)]
    return [f"{one.signal}:{one.about}" for one in found[:1]]


def _ways(form: Form) -> Iterator[tuple[tuple[tuple[Path, str], ...], tuple[Path, ...]]]:
    """What to choose, and the fields that are asked then and were not before; each field once."""
    seen: set[Path] = set()
    tried: set[Path] = set()
    waiting: list[dict[Path, str]] = [{}]
    for chosen in waiting:
        asked = _asked(form, {**form.start, **chosen})
        fields = tuple(entry.path for entry in asked if entry.kind in TYPED and entry.path not in seen)
        if fields or not chosen:
            yield tuple(chosen.items()), fields
            seen |= set(fields)
            choices = [entry for entry in asked if entry.choices and entry.path not in tried]
            tried |= {entry.path for entry in choices}
            waiting += [{**chosen, one.path: each.words} for one in choices for each in one.choices]


def _asked(form: Form, texts: Mapping[Path, str]) -> list[Entry]:
    """Every field that can be come to by Tab, whichever is open."""
    found = {entry.path: entry for entry in form.entries(texts, ())}
    for path in list(found):
        found |= {entry.path: entry for entry in form.entries(texts, path)}
    return list(found.values())


def typed_in(entry: Entry, number: int) -> str:
    """A text for this field that can be told from all others; where only a day or a number can be read, one that can."""
    if entry.choices:
        return entry.choices[0].words
    texts = {
        "day": "24/11/26" if entry.ask.day == "due" else "22/11/26",
        "number": "2026" if entry.name == "year" else "3",
        "interval": "2w",
        "time": "15:40",
    }
    return texts.get(entry.kind, f"Kq{number}z")


def in_a_form(typed: str, stands: str) -> bool:
    """Whether what was typed stands there; a day may be said in other words."""
    return typed in stands or (bool(stands) and typed[:1].isdigit())


def seeded(house: House, named: Named) -> Draft | None:
    """What has to be chosen before the fields are asked, as a draft that goes on."""
    if not named.chosen:
        return None
    form = form_named(house, named.case_id, named.name)
    texts = {**form.start, **dict(named.chosen)}
    key = DraftKey(named.case_id, named.name, "before")
    return keep_draft(house.store, house.clock, key, {".".join(path): text for path, text in texts.items()})


def open_named(app: App[Any], house: House, named: Named, *, asked: bool) -> None:
    """The form on the screen as its page opens it: on a page of its own, as a question, or asked below the page."""
    from tui.screens.base import HouseScreen
    from tui.screens.form import FormScreen
    from tui.screens.walked import WALKED, walked

    draft = None if house.store.drafts() else seeded(house, named)
    page = app.screen
    assert isinstance(page, HouseScreen)
    kind, _, step = named.name.partition(":")
    if kind in WALKED:
        app.push_screen(walked(house, house.store.case(named.case_id), kind, step, draft), page.came_back)
    elif asked:
        page.ask_form(lambda: form_named(house, named.case_id, named.name), title="Asked", yes="Save")
    else:
        app.push_screen(FormScreen(form_named(house, named.case_id, named.name), draft=draft), page.came_back)


def makers() -> set[str]:
    """Every function of the journeys that makes a form, as its source says."""
    folder = Folder(journeys.__file__).parent
    trees = [(path.stem, ast.parse(path.read_text(encoding="utf-8"))) for path in folder.glob("*.py")]
    return {
        f"{name}.{function.name}"
        for name, tree in trees
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == Form.__name__
    }


def makers_of(house: House, forms: Iterable[Named]) -> set[str]:
    """The functions in which these forms are made."""
    found: set[str] = set()
    here = Folder(journeys.__file__).parent

    def look(frame: FrameType, event: str, _arg: object) -> None:
        caller = frame.f_back
        if event == "call" and frame.f_code is Form.__init__.__code__ and caller is not None:
            path = Folder(caller.f_code.co_filename)
            found.update({f"{path.stem}.{caller.f_code.co_name}"} if path.parent == here else ())

    sys.setprofile(look)
    try:
        for named in forms:
            form_named(house, named.case_id, named.name)
    finally:
        sys.setprofile(None)
    return found
