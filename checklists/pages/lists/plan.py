"""Question 8: outcomes with their readings, taking part beside the child's change, events, and what drives a plan on."""

from datetime import date

from checklists.by_key import by_key
from checklists.dates import say_brief, say_day
from checklists.naming import called
from checklists.pages.blocks import Block, Item, Table
from checklists.pages.lists.rows import THREE, child_of, day_of, newest, row, words_of
from store.case import Case
from store.records import Engagement, Event, Outcome, OutcomeReading, Supervision


def outcome_items(case: Case, today: date) -> list[Item]:
    """One row an outcome with its last reading, in the order they were set."""
    return [_outcome(case, one, today) for one in sorted(case.of(Outcome), key=lambda one: (one.set_on, one.id))]


def readings_of(case: Case, outcome: Outcome) -> list[OutcomeReading]:
    """How it stood, the newest first."""
    return newest((one for one in case.of(OutcomeReading) if one.outcome_id == outcome.id), lambda one: one.read_on)


def _outcome(case: Case, one: Outcome, today: date) -> Item:
    read = next(iter(readings_of(case, one)), None)
    who, day = child_of(case, one.child_id), say_day(one.set_on, today)
    good = f"Good looks so: {one.good_looks_like}" if one.good_looks_like else f"Set {day}."
    if read is None:
        reads = by_key("done", "reads it: is anything different?")
        last, why = "not read yet", f"Set {day}, not read yet. {reads}"
    else:
        change = words_of(case, read, "change", today)
        last = f"{change} {say_brief(read.read_on, today)}"
        how = "seen" if read.seen_or_told == "seen" else "told"
        why = f"{say_day(read.read_on, today)}: {change}, {how}. {read.evidence}"
    return row(case, one, (who, one.need, last), f"{one.need}. {good}", why)


def reading_items(case: Case, today: date) -> list[Item]:
    """Every reading, the newest on top."""
    return [_reading(case, one, today) for one in newest(case.of(OutcomeReading), lambda one: one.read_on)]


def _reading(case: Case, one: OutcomeReading, today: date) -> Item:
    day, change = say_day(one.read_on, today), words_of(case, one, "change", today)
    outcome = words_of(case, one, "outcome_id", today)
    how = words_of(case, one, "seen_or_told", today)
    return row(case, one, (day, change, f"{outcome}: {one.evidence}"), f"{outcome}. {change}, {how}.", one.evidence)


def engagement_items(case: Case, today: date) -> list[Item]:
    """Two facts side by side at each review, the newest on top."""
    return [_engagement(case, one, today) for one in newest(case.of(Engagement), lambda one: one.review_on)]


def _engagement(case: Case, one: Engagement, today: date) -> Item:
    day, who = say_day(one.review_on, today), child_of(case, one.child_id)
    both = f"taking part: {words_of(case, one, 'engagement', today)}; for {who or 'them'}: {words_of(case, one, 'child_change', today)}"
    return row(case, one, (day, who, both), f"{day}, {both}.", one.note)


def engagement_below(case: Case, today: date) -> tuple[Block, ...]:
    """Taking part beside the child's change, under the outcomes; nothing where none is recorded."""
    rows = engagement_items(case, today)
    return (Table(THREE, tuple(rows), "Taking part, and the change"),) if rows else ()


def event_items(case: Case, today: date) -> list[Item]:
    """One row an event, the newest on top."""
    return [_event(case, one, today) for one in newest(case.of(Event), lambda one: one.happened_on)]


def _event(case: Case, one: Event, today: date) -> Item:
    day, what = day_of(one, "happened_on", today), words_of(case, one, "type", today)
    who, key = child_of(case, one.child_id) or "all", "key event, " if one.significance == "key" else ""
    text = f"{what}{': ' if one.text else ''}{one.text}"
    decided = f"Decided: {one.decision}. " if one.decision else ""
    means = f"It means: {one.meaning_for_child}" if one.meaning_for_child else ""
    return row(case, one, (day, who, text), f"{key}{text}", f"{decided}{means}")


def supervision_items(case: Case, today: date) -> list[Item]:
    """One row a session, the newest on top."""
    return [_supervision(case, one, today) for one in newest(case.of(Supervision), lambda one: one.held_on)]


def _supervision(case: Case, one: Supervision, today: date) -> Item:
    day, what = say_day(one.held_on, today), one.decided or one.tested or one.wanted
    kind = words_of(case, one, "type", today)
    decided = f"Decided: {one.decided}" if one.decided else "What was decided is not written yet."
    return row(case, one, (day, kind, what), f"{day}, {kind}. {f'Tested: {one.tested}' if one.tested else ''}", decided)


def plan_line(case: Case, today: date) -> str:
    """When each plan began: `K.M. CP since Tue 17 Feb.`; blank where none is recorded."""
    begun = [child for child in case.children if child.plan_started_on and child.plan != "none"]
    said = [
        f"{called(child, case.ref)} {words_of(case, child, 'plan', today)} since {say_day(child.plan_started_on, today)}"
        for child in begun
        if child.plan_started_on
    ]
    return f"{', '.join(said)}." if said else ""
