"""The records that an import makes: a batch, the child, and one fact for each value of the file."""

from collections.abc import Iterable, Sequence

from checklists.imported import FileChild, Line, Preview, child_fields
from checklists.use_cases.import_compare import Outcome, Write, fact_writes
from checklists.validating import make, remake
from store.records import Child, ImportBatch, ImportedFact, Record


def batch_of(preview: Preview, lines: Sequence[Line]) -> ImportBatch:
    """One import into one case."""
    rows = sum(len(line.child.places) for line in lines)
    given = {"file_kind": preview.file_kind, "file_hash": preview.file_hash, "as_at": preview.as_at, "rows": rows}
    return make(ImportBatch, given)


def new_child(child: FileChild, batch_id: str = "") -> Child:
    """A child as the file has them; initials stay blank. Raises Wrong."""
    fields = child_fields({name: one.value for name, one in child.said.items()})
    given = {name: value for name, value in fields.items() if value}
    return make(Child, {"own_id": child.own_id, "origin": origin(batch_id, child), **given})


def origin(batch_id: str, child: FileChild) -> str:
    """The import and the first of the child's rows, such as `import:<batch>:7.5`."""
    return f"import:{batch_id}:{next((one.row for one in child.said.values()), '')}"


def first_records(child: FileChild, batch: ImportBatch) -> list[Record]:
    """The records of a child who is new."""
    made = new_child(child, batch.id)
    return [made, *_facts(made, fact_writes({}, child.said), batch)]


def next_records(known: Child, outcome: Outcome, batch: ImportBatch) -> list[Record]:
    """The records that a newer file changes or adds for a child who is there."""
    updates = {name: value or None for name, value in (outcome.child or {}).items()}
    return [*([remake(known, updates)] if updates else []), *_facts(known, outcome.writes, batch)]


def _facts(child: Child, writes: Iterable[Write], batch: ImportBatch) -> list[ImportedFact]:
    return [_fact(child, write, batch) for write in writes]


def _fact(child: Child, write: Write, batch: ImportBatch) -> ImportedFact:
    given = {
        "batch_id": batch.id,
        "value": write.said.value,
        "as_at": batch.as_at,
        "source": write.said.source,
        "origin": f"import:{batch.id}:{write.said.row}",
    }
    if write.replaces:
        return remake(write.replaces, given)
    return make(ImportedFact, {"child_id": child.id, "field": write.field, **given})
