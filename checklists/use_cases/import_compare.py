"""What a file says of a child beside what is kept: what is new, what changed, and where the person's own stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from checklists.imported import ENDS, GROUPS, Change, Differs, FileChild, Said, child_fields
from store.case import Case
from store.records import Child, ImportedFact


@dataclass(frozen=True, slots=True)
class Write:
    """A fact to keep: a new one, or the next version of one that an earlier file gave."""

    field: str
    said: Said
    replaces: ImportedFact | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What would be written about one child, and what is shown of it."""

    writes: tuple[Write, ...] = ()
    child: Mapping[str, str] | None = None
    """Fields of the child that take the file's value; None where none does."""
    changes: tuple[Change, ...] = ()
    differs: tuple[Differs, ...] = ()
    note: str = ""

    @property
    def changed(self) -> bool:
        """True where anything would be written."""
        return bool(self.writes or self.child)


def same_id(one: str, other: str) -> bool:
    """Whether two ids of a council's system are the same; case and spaces around them are ignored."""
    return one.strip().casefold() == other.strip().casefold()


def known_child(case: Case, child: FileChild) -> Child | None:
    """The child of the case who has this id."""
    return next((one for one in case.children if same_id(one.own_id, child.own_id)), None)


def doubt(case: Case, known: Child, child: FileChild) -> str:
    """Why the child of the case and the child of the file may not be one and the same; blank where they are."""
    if case.info.service == "adults":
        return "This id belongs to an adult's case of yours. Put that right first."
    born = child.said["born_on"].value if "born_on" in child.said else ""
    if born and known.born_on and born != known.born_on.isoformat():
        return "The file and your case give different dates of birth for this id. It may be two children."
    return ""


def outcome_for(case: Case, known: Child, child: FileChild, as_at: date) -> Outcome:
    """What the file changes for a child of the case."""
    stored = [fact for fact in case.of(ImportedFact) if fact.child_id == known.id]
    return compare(known, stored, child.said, as_at)


def compare(child: Child, stored: Sequence[ImportedFact], said: Mapping[str, Said], as_at: date) -> Outcome:
    """What the file changes for a child who is in the caseload. What the person wrote is never among it."""
    if any(fact.as_at > as_at for fact in stored):
        return Outcome(note="A newer file has been brought in for this child; this one adds nothing.")
    current = _current(stored)
    writes = fact_writes(current, said)
    before = {name: fact.value for name, fact in current.items()}
    after = {**before, **{write.field: write.said.value for write in writes}}
    updates, child_changes, differs = _child_changes(child, before, after, said)
    fact_changes = [
        Change(write.field, before.get(write.field, ""), write.said.value, write.said.source)
        for write in writes
        if before.get(write.field, "") != write.said.value
    ]
    return Outcome(tuple(writes), updates or None, (*child_changes, *fact_changes), differs, _gone(before, said))


def fact_writes(current: Mapping[str, ImportedFact], said: Mapping[str, Said]) -> list[Write]:
    """The facts that are new or changed; those that say the same again are left as they are."""
    visits = {f"{group}.{name}" for group in GROUPS.values() for name in ("last_visit_on", "seen_alone")}
    writes = [
        Write(name, one, current.get(name))
        for name, one in said.items()
        if name not in visits and (name not in current or current[name].value != one.value)
    ]
    return writes + [write for group in GROUPS.values() for write in _visit_writes(group, current, said)]


def _visit_writes(group: str, current: Mapping[str, ImportedFact], said: Mapping[str, Said]) -> list[Write]:
    """The last visit and how the child was seen at it belong together.

    A later visit stands beside the earlier one; any other day takes the earlier one's place. A blank day takes
    nothing away: the file no longer says, and the earlier file did.
    """
    day, alone = f"{group}.last_visit_on", f"{group}.seen_alone"
    visit, old = said.get(day), current.get(day)
    known = old.value if old else ""
    if (visit is None or not visit.value) and known:
        return []
    pair = {name: said[name] for name in (day, alone) if name in said}
    if visit and alone not in pair and alone in current and visit.value != known:
        pair[alone] = Said("", visit.source, visit.row)
    if all(name in current and current[name].value == one.value for name, one in pair.items()):
        return []
    later = bool(visit and known and visit.value > known)
    return [Write(name, one, None if later else current.get(name)) for name, one in pair.items()]


def _current(stored: Sequence[ImportedFact]) -> dict[str, ImportedFact]:
    """The last fact of each name, by the files' own dates."""
    return {fact.field: fact for fact in sorted(stored, key=lambda fact: fact.as_at)}


def _child_changes(
    child: Child, before: Mapping[str, str], after: Mapping[str, str], said: Mapping[str, Said]
) -> tuple[dict[str, str], list[Change], tuple[Differs, ...]]:
    """A field takes the file's value only where it still holds what an earlier file put there."""
    updates, changes, differs = {}, [], []
    put_there = child_fields(before)
    for field, theirs in child_fields(after).items():
        value = getattr(child, field)
        mine = value.isoformat() if isinstance(value, date) else str(value or "")
        if mine == theirs or (field == "expected_on" and child.born_on):
            continue
        where = _source_of(field, said)
        untouched = child.origin.startswith("import:") and mine == put_there.get(
            field, "none" if field == "plan" else ""
        )
        if untouched:
            updates[field] = theirs
            changes.append(Change(field, mine, theirs, where))
        elif theirs:
            differs.append(Differs(field, mine, theirs, where))
    return updates, changes, tuple(differs)


def _source_of(field: str, said: Mapping[str, Said]) -> str:
    """Where in the file a field of the child comes from."""
    order = {
        "plan": (ENDS["lac"], ENDS["cp"]),
        "plan_started_on": ("lac.care_started_on", "cp.plan_started_on"),
        "category": ("cp.category",),
        "legal_status": ("lac.legal_status",),
    }
    return next((said[name].source for name in order.get(field, (field,)) if name in said), "")


def _gone(before: Mapping[str, str], said: Mapping[str, Said]) -> str:
    """A list that held an open plan for the child and has no row of yours for the child any more."""
    for number, group in GROUPS.items():
        if before.get(ENDS[group]) == "" and not any(name.startswith(f"{group}.") for name in said):
            return f"List {number} has no row of yours for this child any more. What was kept stays as it is."
    return ""
