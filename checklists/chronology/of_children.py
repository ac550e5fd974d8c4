"""What is dated about the children themselves: visits, sightings, the lived day, care, concerns, outcomes."""

from collections.abc import Iterator, Mapping

from checklists.chronology.dated import Dated, Told, joined
from checklists.pages.blocks import quoted
from store.records import (
    Action,
    Concern,
    DayEntry,
    DesiredOutcome,
    Engagement,
    NeglectEntry,
    Outcome,
    OutcomeReading,
    Seen,
    Sighting,
    Visit,
)

VISITS, VIDEO, WORDS, CONCERNS, GOOD = "Visits", "Video calls", "Their words", "Concerns", "Good news"
CARE = "Care: "
"""Begins the row of an area of care."""
BY = {"me": "my visit", "colleague": "a colleague's visit", "duty": "a visit by duty"}


def visits(told: Told) -> Iterator[Dated]:
    """One entry a visit, with each child that it is about; of one child only where one was asked for."""
    rows: dict[str, list[Seen]] = {}
    for row in told.case.of(Seen):
        rows.setdefault(row.visit_id, []).append(row)
    for visit in told.case.of(Visit):
        yield _visit(told, visit, rows.get(visit.id, []))


def _visit(told: Told, visit: Visit, every: list[Seen]) -> Dated:
    seen = [row for row in every if not told.child or row.child_id == told.child]
    alone = len(every) == len(seen)
    parts = [_seen(told, row) for row in seen] or ["Nobody is marked as seen"]
    video = "A video call: kept, and does not count as seen." if visit.place == "video" else ""
    text = joined(*parts, video, visit.account if alone else "")
    means = joined(*(f"{told.children.get(row.child_id, '')}: {row.impact}" for row in seen if row.impact))
    lanes = (VIDEO if visit.place == "video" else VISITS, *([WORDS] if any(row.child_words for row in seen) else ()))
    return told.made(
        visit,
        visit.happened_on,
        "Visit",
        text,
        children=tuple(row.child_id for row in every),
        means=means,
        source=f"{BY[visit.by]}, {visit.place}",
        people=visit.present,
        themes=("T1", *visit.themes),
        lanes=lanes,
    )


def _seen(told: Told, row: Seen) -> str:
    who, how = told.children.get(row.child_id, "?"), told.choice(Seen, "seen", row.seen)
    said = f": {quoted(row.child_words)}" if row.child_words else ""
    saw = f" I saw: {row.what_i_saw}" if row.what_i_saw else ""
    return joined(f"{who} {how}{said}") + saw if said or saw else f"{who} {how}"


def sightings(told: Told) -> Iterator[Dated]:
    """Another agency saw the child."""
    for one in told.case.of(Sighting):
        how, by = told.choice(Sighting, "seen", one.seen), told.agency(one.agency_id) or "an agency"
        said = quoted(one.child_words) if one.child_words else ""
        who, sector = told.names((one.child_id,)), told.sector(one.agency_id)
        lanes = (*([sector] if sector != "Agency" else ()), *([WORDS] if said else ()))
        yield told.made(
            one,
            one.happened_on,
            sector,
            joined(f"{who} seen {how} by {by}", said),
            children=(one.child_id,),
            source=", ".join(filter(None, (by, one.told_by))),
            people=(one.told_by,) if one.told_by else (),
            themes=("T1", "T2", *one.themes),
            lanes=lanes,
        )


def days(told: Told) -> Iterator[Dated]:
    """A piece of the lived day."""
    for one in told.case.of(DayEntry):
        part = told.choice(DayEntry, "part", one.part)
        yield told.made(
            one,
            one.happened_on,
            "Lived day",
            f"{told.names((one.child_id,))}, {part}: {one.text}",
            children=(one.child_id,),
            means=one.impact,
            source=told.choice(DayEntry, "source", one.source),
            themes=("T1", *one.themes),
            lanes=(WORDS,) if one.source == "child" else (),
        )


def care(told: Told) -> Iterator[Dated]:
    """A small fact about care."""
    for one in told.case.of(NeglectEntry):
        area = told.areas.get(one.area, one.area)
        by = f"Needed by {told.day(one.needs_by_on)}." if one.needs_by_on else ""
        yield told.made(
            one,
            one.happened_on,
            "Care",
            joined(f"{told.names((one.child_id,))}, {area}: {one.what}", by),
            day_text=one.happened_text,
            children=(one.child_id,),
            means=one.impact,
            themes=("T8", *one.themes),
            lanes=(f"{CARE}{area}",),
        )


def concerns(told: Told) -> Iterator[Dated]:
    """A worry, and what came of it."""
    actions = {one.id: one.what for one in told.case.of(Action)}
    for one in told.case.of(Concern):
        came = actions.get(one.follow_up, one.follow_up)
        yield told.made(
            one,
            one.happened_on,
            "Concern",
            joined(one.text, f"Followed up: {came}" if came else ""),
            children=_one(one.child_id),
            means=one.impact,
            themes=(one.theme or "T6", *one.themes),
            lanes=(CONCERNS,),
        )


def outcomes(told: Told) -> Iterator[Dated]:
    """What the plan is to make different: set, and read."""
    found: Mapping[str, Outcome] = {one.id: one for one in told.case.of(Outcome)}
    for one in found.values():
        good = f"Good looks so: {one.good_looks_like}" if one.good_looks_like else ""
        text = joined(f"Set: {one.need}", good)
        yield told.made(one, one.set_on, "Outcome", text, children=(one.child_id,), themes=("T3", "T7", *one.themes))
    for read in told.case.of(OutcomeReading):
        of = found.get(read.outcome_id)
        change = told.choice(OutcomeReading, "change", read.change)
        yield told.made(
            read,
            read.read_on,
            "Outcome",
            joined(f"{change}: {of.need if of else 'an outcome'}", read.evidence),
            children=_one(of.child_id if of else None),
            source=told.choice(OutcomeReading, "seen_or_told", read.seen_or_told),
            themes=("T3", "T5", "T7", *read.themes),
            lanes=(GOOD,) if read.change == "better" else (),
        )


def taking_part(told: Told) -> Iterator[Dated]:
    """Two facts side by side at a review."""
    for one in told.case.of(Engagement):
        part = told.choice(Engagement, "engagement", one.engagement)
        change = told.choice(Engagement, "child_change", one.child_change)
        yield told.made(
            one,
            one.review_on,
            "Engagement",
            joined(f"Taking part: {part}; change for {told.names((one.child_id,)) or 'them'}: {change}", one.note),
            children=(one.child_id,),
            themes=("T3", *one.themes),
        )


def wishes(told: Told) -> Iterator[Dated]:
    """What an adult wants to happen, in their words."""
    for one in told.case.of(DesiredOutcome):
        stage = told.choice(DesiredOutcome, "stage", one.stage)
        result = told.choice(DesiredOutcome, "result", one.result) if one.result else ""
        text = joined(f"{stage}: {quoted(one.words)}" if one.words else stage, result, one.reason)
        lanes = (WORDS,) if one.words else ()
        yield told.made(one, one.asked_on, "Wishes", text, themes=("T3", *one.themes), lanes=lanes)


def _one(child_id: str | None) -> tuple[str, ...]:
    return (child_id,) if child_id else ()
