"""Everything one child has said or shown, in time order: on visits, to others, and of the day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from checklists.chronology.dated import Told
from store.case import Case
from store.records import Concern, DayEntry, DesiredOutcome, Seen, Sighting, Visit

CARE_PARTS = ("food", "care", "night")
"""Parts of a day that speak of care."""


@dataclass(frozen=True, slots=True)
class Words:
    """What was said or shown on a day."""

    on: date
    record_id: str
    words: str
    """What was said; blank where it was shown, not said."""
    saw: str
    """What was observed."""
    where: str
    how: str
    """Alone, with others in the room, observed; blank where that is not known."""
    there: tuple[str, ...] = ()
    talked: str = ""
    """How we talked: play, drawing, an interpreter."""
    told_by: str = ""
    """Who passed it on, where it was not said to a social worker."""
    themes: tuple[str, ...] = ("T1",)
    verbatim: bool = True
    """As it was said; else as it was written down of what was said."""


def own_words(case: Case, child: str, today: date, theme: str = "") -> list[Words]:
    """Oldest first. A theme is the record's own, that of its kind, or that of a concern noted on the same day."""
    told = Told(case, today, child)
    concerns = {(one.happened_on, one.theme) for one in case.of(Concern) if one.child_id in (None, child)}
    found = []
    for one in (*_on_visits(told), *_to_others(told), *_of_the_day(told), *_wanted(told)):
        themes = {*one.themes, *(of for on, of in concerns if on == one.on and of)}
        if not theme or theme in themes:
            found.append(one)
    return sorted(found, key=lambda one: one.on)


def _on_visits(told: Told) -> Iterator[Words]:
    visits = {one.id: one for one in told.case.of(Visit)}
    for row in told.case.of(Seen):
        visit = visits.get(row.visit_id)
        if visit and row.child_id == told.child and (row.child_words or row.what_i_saw):
            how = told.choice(Seen, "seen", row.seen)
            yield Words(
                visit.happened_on,
                visit.id,
                row.child_words,
                row.what_i_saw,
                visit.place,
                how,
                visit.present,
                row.how_we_talked,
                {"me": "", "colleague": "a colleague", "duty": "duty"}[visit.by],
                ("T1", *row.themes),
            )


def _to_others(told: Told) -> Iterator[Words]:
    for one in told.case.of(Sighting):
        if one.child_id == told.child and one.child_words:
            by = told.agency(one.agency_id) or "an agency"
            how, who = told.choice(Sighting, "seen", one.seen), ", ".join(filter(None, (by, one.told_by)))
            yield Words(one.happened_on, one.id, one.child_words, "", by, how, told_by=who, themes=("T1", *one.themes))


def _of_the_day(told: Told) -> Iterator[Words]:
    for one in told.case.of(DayEntry):
        if one.child_id == told.child and one.source == "child":
            part = told.choice(DayEntry, "part", one.part)
            themes = ("T1", *(("T8",) if one.part in CARE_PARTS else ()), *one.themes)
            yield Words(one.happened_on, one.id, one.text, "", f"the day, {part}", "", themes=themes, verbatim=False)


def _wanted(told: Told) -> Iterator[Words]:
    """What an adult wants to happen, as they said it."""
    for one in told.case.of(DesiredOutcome):
        if one.words:
            stage = told.choice(DesiredOutcome, "stage", one.stage)
            yield Words(one.asked_on, one.id, one.words, "", f"what they want, {stage}", "", themes=("T1", "T3"))
