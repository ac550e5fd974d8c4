"""A small case told in records, each with the day on which it was written. Everyone in it is made up."""

from datetime import UTC, date, datetime
from typing import TypeVar

from store.case import Case, case_of
from store.records import (
    Agency,
    CaseRecord,
    Child,
    Concern,
    Contact,
    DayEntry,
    Event,
    NeglectEntry,
    Record,
    Seen,
    Sighting,
    Supervision,
    Visit,
)

TODAY = date(2026, 11, 23)
R = TypeVar("R", bound=Record)


def at(day: date) -> datetime:
    """Noon of a day: the same day wherever the machine stands."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def on(text: str) -> date:
    """A day of 2026: `3 Nov`."""
    return datetime.strptime(f"{text} 2026", "%d %b %Y").replace(tzinfo=UTC).date()


def written(record: R, day: str) -> R:
    """The record as it was first written on that day."""
    return record.model_copy(update={"recorded_at": at(on(day)), "revision": 1})


K = written(Child(initials="K.M.", plan="cp", born_on=date(2018, 5, 4)), "17 Feb")
L = written(Child(initials="L.M.", plan="cp", born_on=date(2023, 6, 1)), "17 Feb")
SCHOOL = written(Agency(label="school", sector="education"), "17 Feb")


def visit(day: str, later: str = "") -> list[Record]:
    """A visit on which K. was alone and L. was observed, written on its day or later."""
    made = Visit(happened_on=on(day), present=("gran",))
    k = Seen(
        visit_id=made.id,
        child_id=K.id,
        happened_on=on(day),
        seen="alone",
        child_words="I get myself up.",
        impact="Alone each morning.",
        how_we_talked="drawing",
    )
    small = Seen(visit_id=made.id, child_id=L.id, happened_on=on(day), seen="observed", what_i_saw="Looked to gran.")
    return [written(one, later or day) for one in (made, k, small)]


def family(*more: Record) -> Case:
    """F-102: two children, and what was written of them."""
    records: list[Record] = [
        K,
        L,
        SCHOOL,
        *visit("3 Nov"),
        *visit("16 Nov", "19 Nov"),
        written(
            Event(
                type="referral",
                happened_on=date(2019, 5, 1),
                happened_text="c. May 2019",
                approx=True,
                text="Home cold.",
            ),
            "2 Mar",
        ),
        written(
            Event(
                type="core_group",
                happened_on=on("10 Sep"),
                text="Breakfast club.",
                significance="key",
                meaning_for_child="Eats before school.",
            ),
            "10 Sep",
        ),
        written(
            Contact(
                agency_id=SCHOOL.id,
                happened_on=on("18 Nov"),
                they_said="No coat.",
                i_asked="The register.",
                basis="consent",
                replied_on=on("20 Nov"),
                about_children=(K.id,),
            ),
            "18 Nov",
        ),
        written(
            Sighting(
                child_id=K.id,
                happened_on=on("11 Nov"),
                agency_id=SCHOOL.id,
                seen="alone",
                told_by="head of year",
                child_words="I am not late.",
            ),
            "11 Nov",
        ),
        written(
            DayEntry(child_id=K.id, happened_on=on("23 Oct"), source="child", part="waking", text="Up at six."),
            "23 Oct",
        ),
        written(NeglectEntry(child_id=L.id, happened_on=on("17 Nov"), area="food", what="Fridge bare."), "17 Nov"),
        written(Concern(happened_on=on("3 Nov"), text="No coat in frost.", theme="T8", child_id=K.id), "3 Nov"),
        written(
            Supervision(held_on=on("21 Sep"), decided="See K. at school.", me_note="I felt out of my depth."), "21 Sep"
        ),
        *more,
    ]
    return case_of(CaseRecord(ref="F-102", allocated_on=on("17 Feb")), records)
