"""How a record of the fictional caseload grew: what came later is written on its own day, as a later text."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from store.records import Record, StepBefore

CAME_WITH: Mapping[str, tuple[str, ...]] = {
    "plan_started_on": (),
    "placement_started_on": (),
    "met_on": (),
    "spoken_on": (),
    "checked_on": ("checked_how", "checked_with", "fits"),
    "replied_on": ("reply",),
    "done_on": ("state", "child_outcome", "look_again_on"),
    "closed_on": ("state", "answer", "result"),
}
"""Days that come after the first writing, and what was written down on each of them."""


def grown(record: "Record", written: date, today: date) -> Iterator[tuple[date, "Record"]]:
    """The record as it was first written, then each later text with its day; the last is the record itself."""
    from checklists.validating import remake

    later = _later(record, written, today)
    texts = [(written, record)]
    for on, blank in reversed(later):
        texts[0] = (on, texts[0][1])
        texts.insert(0, (written, remake(texts[0][1], blank)))
    yield from texts


def _later(record: "Record", written: date, today: date) -> list[tuple[date, dict[str, Any]]]:
    """The days after the first writing, oldest first, each with the values that stood before it."""
    found: list[tuple[date, dict[str, Any]]] = []
    fields = type(record).model_fields
    for name, more in CAME_WITH.items():
        on = getattr(record, name, None)
        if on is not None and written < on <= today:
            blank = {field: fields[field].get_default() for field in (name, *more) if field in fields}
            found.append((on, blank))
    moves = getattr(record, "moved", ())
    for place, move in enumerate(moves):
        if written < move.moved_on <= today:
            found.append((move.moved_on, {"moved": moves[:place], "due_on": move.from_on}))
    if steps := getattr(record, "before", ()):
        starts = [*(step.started_on for step in steps[1:]), getattr(record, "step_started_on", today)]
        found += [
            (on, _at_step(step, steps[:place])) for place, (step, on) in enumerate(zip(steps, starts, strict=True))
        ]
    return sorted(found, key=lambda one: one[0])


def _at_step(step: "StepBefore", before: "tuple[StepBefore, ...]") -> dict[str, Any]:
    """The values of an escalation as it stood at a step that is not answered yet."""
    told = {name: getattr(step, name) for name in ("step", "with_agency", "who_was_told", "told_on")}
    return {**told, "step_started_on": step.started_on, "reply": "", "replied_on": None, "before": before}
