"""What is asked while a case is reviewed: that it begins, a note beside an entry, and on which day to look."""

from collections.abc import Sequence
from dataclasses import replace

from checklists.clock import Clock
from checklists.entry import Path, entries_of, texts_of
from checklists.journeys.form import Form, Texts, fixed, placed_in, under, values_of
from checklists.journeys.holding import HoldAsked
from checklists.journeys.registers import record_form
from checklists.learning.review_process import review_process
from checklists.use_cases import reviewing as use
from store.case import Case
from store.case_store import CaseStore
from store.records import ReviewNote

BEGIN = "begin review"
"""The form, by the name of its draft."""
NOTE = "then"
"""Begins the name of the form of a note beside entries, before their ids: a draft leads back to them."""
BEGUN = "is under review: held, and a frozen copy is kept. Nothing in it can be deleted."


def begin_form(store: CaseStore, clock: Clock, case: Case) -> Form:
    """Who asked for the review; saving places the hold and freezes a copy. A hold that is there already stays."""
    head, today = HoldAsked.kind, clock.today()
    asked = replace(
        entries_of(HoldAsked, ("hold_note",), under=(head,))[0], label="Asked by", needed=not case.info.hold
    )
    entry = replace(asked, help="Who asked for the review, and for what. Roles, no names.")

    def save(texts: Texts) -> str:
        values = under(values_of([entry], texts, today), head)
        with placed_in(head):
            kept = use.begin_review(store, clock, case.id, str(values["hold_note"] or ""))
        return f"{kept.ref} {BEGUN}"

    def hint(_texts: Texts, _path: Path) -> str:
        return review_process().header

    start = texts_of([entry], {entry.path: case.info.hold_note if case.info.hold else None}, today)
    form = Form(BEGIN, case.id, "This case is under review", case.ref, fixed([entry]), start, save, hint, foot=3)
    return replace(form, worth_keeping=bool(case.info.hold))


def note_form(store: CaseStore, clock: Clock, case: Case, about_ids: Sequence[str] = ()) -> Form:
    """A note of then and now; with the entries that it is about. The box for then stays empty: it is for me to write."""
    made = record_form(store, clock, case, ReviewNote, about={"about_ids": tuple(about_ids)} if about_ids else None)
    return replace(made, name=f"{NOTE}:{' '.join(about_ids)}") if about_ids else made
