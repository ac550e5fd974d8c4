"""What an import would do, before anything is written: the person's own rows, and what to look at in the file."""

from collections.abc import Sequence
from datetime import date

from checklists.dates import say_brief, say_day
from checklists.imported import FIELDS, Change, Differs, Line, Preview, Status, child_fields
from checklists.pages.blocks import Block, Column, Facts, Fit, Heading, Item, Page, Paragraph, Table

KINDS = {"annex_a": "Annex A workbook"}
PLANS = {
    "cp": "protection plan",
    "lac": "in care",
    "none": "no plan now",
    "cin": "child in need",
    "early_help": "early help",
    "care_leaver": "care leaver",
}
WHAT: dict[Status, str] = {"new": "new", "changed": "changed", "same": "same", "odd": "look at"}
ALONE = {"yes": "seen alone", "no": "recorded as not seen alone"}
ALONE_NOT_SAID = "alone not recorded"
FOOT = "Nothing is written until you say so. What you wrote yourself stays as it is."
_COLUMNS = (Column("id", 3, 3), Column("plan", 17, 0), Column("what", 34, 17), Column("last visit in the file", 44, 27))


def import_preview(preview: Preview, today: date) -> Page:
    """The preview of an import as a page: one row a child of the worker's, then what to look at."""
    kind = KINDS[preview.file_kind]
    as_at = f"as at {say_day(preview.as_at, today)}"
    items = tuple(_item(line, today) for line in preview.lines)
    blocks: list[Block] = [
        Heading(f"{kind}, {as_at}"),
        Facts((("Worker", preview.worker), ("Children", _counts(preview.lines)), ("Other rows", _others(preview)))),
        Table(_COLUMNS, items, "Your rows", titles=True),
        *_section("To look at", _oddities(preview.lines)),
        *_section(
            "You have something else; yours stays",
            [_differing(line, one, today) for line in preview.lines for one in line.differs],
        ),
        *_section("About the file", preview.notes),
    ]
    return Page("Import", f"{preview.worker}, {as_at}", tuple(blocks), FOOT, as_at)


def import_names(names: Sequence[str]) -> Page:
    """The workers whom a file names, to choose one's own from."""
    items = tuple(Item((name,), key=name) for name in names)
    count = f"{len(names)} name{'' if len(names) == 1 else 's'}"
    return Page("Import", count, (Table((Column("", 3, 3),), items, "Names in the file"),))


def _item(line: Line, today: date) -> Item:
    cells = (line.child.own_id or "no id", _plan(line), WHAT[line.status], _last_visit(line, today))
    return Item(cells, key=line.child.own_id or None, why=_why(line, today))


def _plan(line: Line) -> str:
    fields = child_fields({name: one.value for name, one in line.child.said.items()})
    return PLANS[fields["plan"]] if "plan" in fields else "not known"


def _last_visit(line: Line, today: date) -> Fit:
    found = [
        (one.value, name.partition(".")[0])
        for name, one in line.child.said.items()
        if name.endswith("last_visit_on") and one.value
    ]
    if not found:
        return Fit("not recorded")
    day, group = max(found)
    seen = line.child.said.get(f"{group}.seen_alone")
    said = ALONE.get(seen.value if seen else "", ALONE_NOT_SAID)
    on = say_brief(date.fromisoformat(day), today)
    return Fit(f"{on}, {said}", f"{on}, {said.removeprefix('recorded as ')}", on)


def _why(line: Line, today: date) -> str:
    """What is to become of the row, with the cells it rests on."""
    where = ", ".join(line.child.places)
    if line.trouble:
        return f"{where}. Not brought in: {line.trouble}"
    if line.status == "new":
        facts = "; ".join(
            _fact(field, one.value, one.source, today) for field, one in line.child.said.items() if one.value
        )
        goes = f"Goes with case {line.put_with}" if line.put_with else f"A new case, {line.ref}"
        return f"{where}. {goes}: {facts}."
    if line.status == "changed":
        stays = {one.field for one in line.differs}
        changes = dict.fromkeys(_change(one, today) for one in line.changes if one.field not in stays)
        said = "; ".join(changes) or "What the file says is kept beside what you wrote"
        return f"{where}, case {line.ref}. {said}."
    return f"{where}, case {line.ref}. The file says nothing new."


def _fact(field: str, value: str, source: str, today: date) -> str:
    return f"{FIELDS[field]} {_said(field, value, today)} ({source})"


def _change(change: Change, today: date) -> str:
    old, new = (_said(change.field, value, today) for value in (change.old, change.new))
    return f"{FIELDS[change.field]}: {old} -> {new}{f' ({change.source})' if change.source else ''}"


def _differing(line: Line, differs: Differs, today: date) -> str:
    yours, theirs = (_said(differs.field, value, today) for value in (differs.yours, differs.theirs))
    where = f" ({differs.source})" if differs.source else ""
    mine = f"You have {yours}" if differs.yours else "Not recorded with you"
    return f"{line.ref}, {FIELDS[differs.field]}: {mine}. The file says {theirs}{where}."


def _said(field: str, value: str, today: date) -> str:
    if not value:
        return "not recorded"
    if field.endswith("_on"):
        return say_day(date.fromisoformat(value), today)
    return PLANS.get(value, value.replace("_", " ")) if field == "plan" else value


def _oddities(lines: Sequence[Line]) -> list[str]:
    found = []
    for line in lines:
        name = f"{line.child.own_id}, " if line.child.own_id else ""
        if line.trouble:
            found.append(f"{name}{', '.join(line.child.places)}: {line.trouble}")
        found += [f"{name}{odd.source}: {odd.sentence}" for odd in line.child.odd]
    return found


def _section(title: str, sentences: Sequence[str]) -> list[Block]:
    return [Heading(title), *map(Paragraph, sentences)] if sentences else []


def _counts(lines: Sequence[Line]) -> str:
    numbers = ((WHAT[status], sum(1 for line in lines if line.status == status)) for status in WHAT)
    return ", ".join(
        f"{number} {word}" if word != "look at" else f"{number} to look at" for word, number in numbers if number
    )


def _others(preview: Preview) -> str:
    said = [f"{_rows(preview.others)} of other workers: counted, not kept"] if preview.others else []
    said += [f"{_rows(preview.unnamed)} without a worker: counted, not kept"] if preview.unnamed else []
    return "; ".join(said) or "none"


def _rows(number: int) -> str:
    return f"{number} row{'' if number == 1 else 's'}"
