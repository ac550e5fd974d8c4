"""The hour of supervision: what I want from it, what was agreed, when the next one is; a line of it as an action."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from checklists.clock import Clock
from checklists.entry import Entry, Path, entry_of
from checklists.journeys.form import Form, Texts, fixed, values_of
from checklists.use_cases.supervision import keep_wanted, set_next
from store.case import Case
from store.case_store import CaseStore
from store.records import Supervision

HEAD = Supervision.kind
WANTED = "wanted"
"""Names the form of the line that is typed before the hour."""


def wanted_form(store: CaseStore, clock: Clock, case: Case) -> Form:
    """What I want from the next hour about this case; it stands in the pack, and then in the record of the hour."""
    today = clock.today()
    entry = replace(entry_of(Supervision, "wanted", case.info.service), path=(HEAD, "wanted"))
    start = {entry.path: store.practitioner().wanted.get(case.id, "")}

    def save(texts: Texts) -> str:
        text = values_of([entry], texts, today)[entry.path]
        keep_wanted(store, case.id, str(text or ""))
        return "Kept for the next hour. It stands in the pack."

    return Form(WANTED, case.id, "What I want from this hour", case.ref, fixed([entry]), start, save)


def known_of_the_hour(store: CaseStore, case: Case) -> Mapping[str, object]:
    """What is known already of an hour that is written down now: what was wanted from it."""
    wanted = store.practitioner().wanted.get(case.id, "")
    return {"wanted": wanted} if wanted else {}


def with_next_day(store: CaseStore, today: date, form: Form) -> Form:
    """The form of an hour, which asks for the day of the next one too. That day is kept for the practitioner."""
    next_on = next_day_entry()

    def entries(texts: Texts, path: Path) -> list[Entry]:
        return [*form.entries(texts, path), next_on]

    def save(texts: Texts) -> str:
        day = values_of([next_on], texts, today)[next_on.path]
        if isinstance(day, date):
            set_next(store, day)  # first: it may be said again, and the record of the hour may not be written twice
        return form.save(texts)

    return replace(form, entries=entries, save=save)


def next_day_entry() -> Entry:
    """The day of the next supervision, which no case holds."""
    entry = entry_of(Supervision, "held_on")
    return replace(
        entry,
        path=(HEAD, "next_on"),
        label="Next on",
        short_label="Next",
        help="The day of the next supervision, for all cases. Blank: as it is known.",
        ask=replace(entry.ask, day="due", half=False, today=False, space=True),
        needed=False,
    )
