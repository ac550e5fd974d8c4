"""How a case becomes its row in the caseload: plain facts, and what counts as seen. Never looks at the day it is."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from checklists.marks import marks_of
from store.case import Case
from store.summary import CaseSummary, ChildFacts, OpenAction, SeenFact, SetAside

if TYPE_CHECKING:
    from store.records import Action, Child, Seen, Visit

LETTERS = {"alone": "a", "observed": "o", "with_others": "w", "seen": "s", "not_seen": "n"}
"""The seen strip's letters; of two in a week the first of these is shown."""
STRIP_WEEKS = 60
"""How many weeks with something in them a row keeps: more than any strip shows."""

IMPORT_NAMES = {"annex_a": "Annex A"}


def summarise(case: Case) -> CaseSummary:
    """The row of a case. A video call never counts as seen; any social worker's visit does."""
    from store.records import Action, Seen, Visit

    visits = {visit.id: visit for visit in case.of(Visit)}
    pairs = [(visits[row.visit_id], row) for row in case.of(Seen) if row.visit_id in visits]
    pairs.sort(key=lambda pair: (pair[0].happened_on, pair[0].started_at or "", pair[0].id))
    return CaseSummary(
        case.id,
        case.ref,
        case.info.service,
        case.info.allocated_on,
        case.info.closed_on,
        tuple(_child(case, child, [pair for pair in pairs if pair[1].child_id == child.id]) for child in case.children),
        _actions(case.of(Action)),
        marks_of(case),
        _set_aside(case),
        revision=case.revision,
    )


def _child(case: Case, child: "Child", pairs: Sequence[tuple["Visit", "Seen"]]) -> ChildFacts:
    in_person = [(visit, row) for visit, row in pairs if visit.place != "video"]
    imported = _imported(case, child)
    reviews = _events(case, child, "lac_review")
    seen = _latest([*(_fact(visit, row) for visit, row in in_person if row.seen != "not_seen"), *imported])
    enough = ("alone", "observed") if child.alone_rule == "observed_counts" else ("alone",)
    alone = _latest(
        [
            *(_fact(visit, row) for visit, row in in_person if row.seen in enough),
            *(f for f in imported if f.how == "alone"),
        ]
    )
    return ChildFacts(
        id=child.id,
        initials=child.initials,
        own_id=child.own_id,
        born_on=child.born_on,
        expected_on=child.expected_on,
        plan=child.plan,
        plan_started_on=child.plan_started_on,
        category=child.category,
        visit_interval=(child.visit_interval.value, child.visit_interval.unit) if child.visit_interval else None,
        alone_interval=(child.alone_interval.value, child.alone_interval.unit) if child.alone_interval else None,
        visit_rule=child.visit_rule,
        placement_started_on=child.placement_started_on,
        first_review_on=child.first_review_on or min(reviews, default=None),
        legal_order_on=max(_events(case, child, "legal_order"), default=None),
        alone_rule=child.alone_rule,
        alone_rule_review_on=child.alone_rule_review_on,
        not_asked_until=child.not_asked_until if child.not_asked_reason else None,
        whereabouts=child.whereabouts,
        whereabouts_since=child.whereabouts_since,
        last_seen=seen,
        last_alone=alone,
        last_sighting=_sighted(case, child),
        last_video=max(
            (visit.happened_on for visit, row in pairs if visit.place == "video" and row.seen != "not_seen"),
            default=None,
        ),
        last_not_seen=_not_seen_since(in_person, seen),
        refused=_refused(in_person),
        bedroom_on=max(
            (visit.happened_on for visit, row in in_person if row.sleeping_place_seen == "yes"), default=None
        ),
        weeks=_weeks([*(_fact(visit, row) for visit, row in in_person), *imported]),
    )


def _events(case: Case, child: "Child", type_: str) -> list[date]:
    """The days of events of a type about this child, or about all."""
    from store.records import Event

    return [event.happened_on for event in case.of(Event) if event.type == type_ and event.child_id in (None, child.id)]


def _sighted(case: Case, child: "Child") -> tuple[date, str] | None:
    """When another agency last saw the child, and which; that they were not seen is no sighting."""
    from store.records import Agency, Sighting

    names = {agency.id: agency.label for agency in case.of(Agency)}
    found = [
        (sighting.happened_on, names.get(sighting.agency_id) or "another agency")
        for sighting in case.of(Sighting)
        if sighting.child_id == child.id and sighting.seen != "not_seen"
    ]
    return max(found, default=None)


def _set_aside(case: Case) -> tuple[SetAside, ...]:
    """What was set aside until when; whether that day has come is not looked at here."""
    from store.records import SetAside as Record

    rows = [SetAside(row.signal, row.about, row.until_on, row.reason, row.id) for row in case.of(Record)]
    return tuple(sorted(rows, key=lambda row: (row.until, row.id)))


def _fact(visit: "Visit", row: "Seen") -> SeenFact:
    return SeenFact(visit.happened_on, visit.by, how=row.seen)


def _imported(case: Case, child: "Child") -> list[SeenFact]:
    """What imports say of the last visit; alone only where the file says Yes."""
    from store.records import ImportBatch, ImportedFact

    kinds = {batch.id: IMPORT_NAMES.get(batch.file_kind, batch.file_kind) for batch in case.of(ImportBatch)}
    by_batch: dict[tuple[str, str], dict[str, ImportedFact]] = {}
    for fact in case.of(ImportedFact):
        if fact.child_id == child.id:
            group = fact.field.partition(".")[0]
            by_batch.setdefault((fact.batch_id, group), {})[fact.field.partition(".")[2] or fact.field] = fact
    found = []
    for (batch, _), facts in by_batch.items():
        visit = facts.get("last_visit_on")
        if visit is None or not visit.value:
            continue
        answer = facts["seen_alone"].value if "seen_alone" in facts else ""
        how = "alone" if answer == "yes" else "seen"
        found.append(SeenFact(date.fromisoformat(visit.value), "me", visit.as_at, kinds.get(batch, "import"), how))
    return found


def _latest(facts: Iterable[SeenFact]) -> SeenFact | None:
    """The latest fact; what the person wrote wins over an import of the same day."""
    return max(facts, key=lambda fact: (fact.on, fact.as_at is None), default=None)


def _not_seen_since(pairs: Sequence[tuple["Visit", "Seen"]], seen: SeenFact | None) -> date | None:
    days = [visit.happened_on for visit, row in pairs if row.seen == "not_seen"]
    last = max(days, default=None)
    return last if last and (seen is None or last > seen.on) else None


def _refused(pairs: Sequence[tuple["Visit", "Seen"]]) -> tuple[date, str, str] | None:
    if not pairs:
        return None
    visit, row = pairs[-1]
    if row.seen == "alone" or row.reason not in ("refused_by_adult", "refused_by_child"):
        return None
    return visit.happened_on, row.reason, row.reason_text


def _weeks(facts: Iterable[SeenFact]) -> tuple[tuple[date, str], ...]:
    order = list(LETTERS.values())
    weeks: dict[date, str] = {}
    for fact in facts:
        monday, letter = fact.on - timedelta(days=fact.on.weekday()), LETTERS[fact.how]
        weeks[monday] = min(letter, weeks.get(monday, letter), key=order.index)
    return tuple(sorted(weeks.items())[-STRIP_WEEKS:])


def _actions(actions: Iterable["Action"]) -> tuple[OpenAction, ...]:
    rows = []
    for action in actions:
        again = action.state == "done" and action.look_again_on is not None
        if action.state != "open" and not again:
            continue
        day = action.look_again_on if again and action.look_again_on else action.due_on
        rows.append(
            OpenAction(
                action.id,
                action.what,
                day,
                action.type,
                action.child_id,
                action.owner,
                len(action.moved),
                action.question,
                again,
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.due_on, row.id)))
