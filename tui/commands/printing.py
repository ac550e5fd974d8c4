"""What commands write: pages as text, records as JSON; everything made safe for a terminal on its way out."""

import dataclasses
import shutil
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from store.text import clean
from tui.composition import House

if TYPE_CHECKING:
    from checklists.pages.blocks import Page
    from store.records import Record

WIDE = 80
ID_ROOM = 8

as_json = click.option("--json", "json_", is_flag=True, help="Write JSON.")
"""`--json` on every command that lists or shows."""


def say(text: str) -> None:
    """Write text for a person or a pipe."""
    click.echo(clean(text))


def talk(text: str) -> None:
    """Write what is not the result, to standard error."""
    click.echo(clean(text), err=True)


def write_json(value: Any) -> None:
    """Write JSON: days and times in ISO, all text clean."""
    import json

    click.echo(json.dumps(plain_data(value), indent=2, ensure_ascii=False))


def plain_data(value: Any) -> Any:
    """Dataclasses, tuples with names, mappings, sequences and days as what JSON knows."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {clean(str(key)): plain_data(inner) for key, inner in value.items()}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return plain_data(value._asdict())
    if isinstance(value, Sequence):
        return [plain_data(inner) for inner in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return plain_data(dataclasses.asdict(value))
    return value


def record_data(record: "Record") -> dict[str, Any]:
    """A record as plain data, with its kind."""
    return {"kind": record.kind, **record.model_dump(mode="json")}


def write_page(house: House, page: "Page", *, ids: bool = False, explain: bool = False) -> None:
    """Write a page as text; with `ids` each row begins with the id by which commands name its record.

    With `explain` the sentence of each row stands under it; with ids too, where the row is cut.
    """
    from tui.outlets.text import plain

    noted = dataclasses.replace(page, facts=", ".join(part for part in (page.facts, *house.notes) if part))
    if ids:
        say(_with_ids(noted, house.marking, explain=explain).rstrip("\n"))
    else:
        say(plain(noted, _width(), explain=explain, marking=house.marking).rstrip("\n"))


def _width() -> int:
    return max(shutil.get_terminal_size((WIDE, 24)).columns, WIDE)


def _with_ids(page: "Page", marking: str, *, explain: bool) -> str:
    from checklists.naming import short_id
    from checklists.pages.keys_said import without_keys
    from checklists.pages.spot import Spot
    from tui.look import shown, words, wrap
    from tui.outlets.rows import rows

    page = without_keys(page)
    out = [marking, shown(f"{page.place}  {page.facts}".rstrip()), ""]
    for row in rows(page.blocks, _width() - ID_ROOM):
        key = row.key
        named = key.record_id if isinstance(key, Spot) and key.what in ("record", "action", "away") else ""
        line = words(row.line)
        out.append(f"{short_id(named):<{ID_ROOM}}{line}".rstrip())
        if explain and "…" in line:
            out += [f"{' ' * (ID_ROOM + 3)}{part}".rstrip() for part in wrap(clean(row.why), _width() - ID_ROOM - 4)]
    return "\n".join([*out, *([page.foot] if page.foot else [])])
