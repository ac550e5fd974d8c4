"""What the last change of a case was, in a sentence, before it is undone."""

from collections.abc import Sequence
from datetime import date

from checklists.dates import say_day
from checklists.use_cases.records import last_change
from checklists.wrong import Wrong
from store.case import Case
from store.case_store import Change
from store.records import BY_KIND, Seen

NOTHING = "There is nothing to undo on this case."


def say_last_change(changes: Sequence[Change], case: Case, today: date) -> str:
    """`visit and action added, Mon 23 Nov 15:52`. Raises Wrong where nothing can be undone."""
    found = last_change(list(changes))
    if found is None or any(record_id == case.id and before is None for _, record_id, before, _ in found.touched):
        raise Wrong(NOTHING)
    at = found.at.astimezone()
    done = dict.fromkeys(_done(kind, before, after) for kind, _, before, after in found.touched if kind != Seen.kind)
    return f"{' and '.join(done)}, {say_day(at.date(), today)} {at:%H:%M}."


def _done(kind: str, before: int | None, after: int | None) -> str:
    how = "added" if before is None else "taken out" if after is None else "changed"
    return f"{BY_KIND[kind].name} {how}"
