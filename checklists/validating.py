"""Records made and changed from what people type: pydantic decides, and a person reads one sentence.

The sentence names the field and how to mend it, and never repeats the value, which may be text of a case.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from checklists.dates import About
from checklists.wrong import NEEDED, Wrong
from store.records import Record, changed

R = TypeVar("R", bound=Record)


def make(kind: type[R], values: Mapping[str, Any]) -> R:
    """A new record from values; those that are None are left to the record's own default. Raises Wrong."""
    given = _spread(kind, {name: value for name, value in values.items() if value is not None})
    try:
        return kind.model_validate(given)
    except ValidationError as error:
        raise wrong_from(error, kind) from None


def remake(record: R, changes: Mapping[str, Any]) -> R:
    """The record with other values; None puts a field back to its default. Raises Wrong."""
    kind = type(record)
    changes = _spread(kind, changes)
    for name, value in changes.items():
        if value is None and kind.model_fields[name].is_required():
            raise Wrong(*_sentence(_title(kind, name), "missing", {}), field=name)
    filled = {
        name: kind.model_fields[name].get_default(call_default_factory=True) if value is None else value
        for name, value in changes.items()
    }
    try:
        return changed(record, **filled)
    except ValidationError as error:
        raise wrong_from(error, kind) from None


def _spread(kind: type[Record], values: Mapping[str, Any]) -> dict[str, Any]:
    """A day that may be approximate as its three fields: the day, what was typed, and whether it is approximate."""
    spread: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, About):
            spread |= {name: value.on, kind.ask(name).about: value.text, "approx": bool(value.text)}
        else:
            spread[name] = value
    return spread


def wrong_from(error: ValidationError, kind: type[Record], field: str = "") -> Wrong:
    """The first thing that pydantic found, as a sentence without the value; `field` where it looked at one field alone."""
    found = error.errors(include_url=False, include_input=False)[0]
    loc = found["loc"]
    name = field or (str(loc[0]) if loc else "")
    context = found.get("ctx", {})
    if found["type"] == "value_error":
        label, _, rest = str(context.get("error", found["msg"])).partition(": ")
        return Wrong(f"{label}:", rest, name or _field_titled(kind, label)) if rest else Wrong(label, field=name)
    label = _title(kind, name)
    return Wrong(*_sentence(label, found["type"], context), field=name)


def _title(kind: type[Record], name: str) -> str:
    info = kind.model_fields.get(name)
    return (info.title if info else None) or name.replace("_", " ").capitalize()


def _field_titled(kind: type[Record], title: str) -> str:
    return next((name for name, info in kind.model_fields.items() if info.title == title), "")


def _sentence(label: str, fault: str, context: Mapping[str, Any]) -> tuple[str, str]:
    """What is wrong, and how to mend it."""
    match fault:
        case "missing" | "string_too_short":
            return f"{label} is needed to save.", NEEDED
        case "string_too_long":
            return (
                f"{label} is longer than {context['max_length']} letters.",
                "Shorten it, or put the rest in a longer field.",
            )
        case "literal_error":
            return f"{label} is not one of the choices.", f"It may be {context['expected'].replace('_', '-')}."
        case "greater_than_equal" | "greater_than":
            return f"{label} is too small.", "Give a larger number."
        case "less_than_equal" | "less_than":
            return f"{label} is too large.", "Give a smaller number."
        case "string_pattern_mismatch":
            return f"{label} is not a time.", "Try 15:40."
        case "extra_forbidden":
            return f"{label} is not a field of this record.", "Leave it out."
        case _:
            return f"{label} cannot be kept as it stands.", "Look at it again, or leave it blank."
