"""What a thought becomes: an I wonder, an unknown, a request to somebody, or an action, with its words filled in."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from checklists.clock import Clock
from checklists.journeys.actions import action_form
from checklists.journeys.escalating import any_record_form
from checklists.journeys.form import Form, Texts
from checklists.limits import Limits
from checklists.pages.lists.rows import one_line
from checklists.use_cases.looking_ahead import note_what_it_became
from checklists.use_cases.records import the_record
from store.case import Case
from store.case_store import CaseStore
from store.records import Action, Contact, Hypothesis, LookingAhead, Record, Unknown, new_id

NAME = "make "
"""Begins the name of the form, before the kind of record that is made and the id of what it is made of."""


class Becomes(NamedTuple):
    """One thing that it can become."""

    words: str
    about: str
    field: str
    """The field in which its words then stand."""


BECOMES: Mapping[type[Record], Becomes] = {
    Hypothesis: Becomes("an I wonder", "a possible meaning, held loosely", "text"),
    Unknown: Becomes("something I do not know", "who may know, and by when", "what"),
    Contact: Becomes("a request to an agency", "what I ask, on what basis, reply by when", "i_asked"),
    Action: Becomes("an action", "what, by when, and for whom", "what"),
}
"""By the kind of record that is made."""


def form_with_words(
    store: CaseStore,
    clock: Clock,
    limits: Limits,
    case: Case,
    kind: type[Record],
    words: str,
    about: Mapping[str, object] | None = None,
) -> Form:
    """The form of a new record of one of these kinds, with the words in it, and what else is known of it."""
    known: dict[str, object] = {**(about or {}), BECOMES[kind].field: one_line(words)}
    if kind is Action:
        return replace(action_form(store, clock, case, about=known), worth_keeping=True)
    return any_record_form(store, clock, limits, case, kind, about=known)


def becoming_form(
    store: CaseStore, clock: Clock, limits: Limits, case: Case, thought: LookingAhead, kind: type[Record]
) -> Form:
    """The form of the new record with the words in it. Saving it notes, where they came from, what they became."""
    made = new_id()
    theme = {"theme": thought.theme} if kind is Action else {}
    form = form_with_words(store, clock, limits, case, kind, thought.text, {"id": made, **theme})

    def save(texts: Texts) -> str:
        said = form.save(texts)
        note_what_it_became(store, case.id, thought.id, the_record(store.case(case.id), made, Record))
        return f"{said} It stands there as what came of this."

    return replace(form, name=f"{NAME}{kind.kind}:{thought.id}", save=save)
