"""Limits: every timescale and count with its value, its kind, where it comes from, and who set it."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from checklists.by_key import by_key
from checklists.dates import say_count, say_day
from checklists.limits import Count, Limit
from checklists.my_counts import CountSetting
from checklists.my_limits import Setting
from checklists.pages.blocks import Block, Column, Fit, Item, Page, Table
from checklists.pages.spot import Spot

KINDS = {"law": "Law", "guidance": "Statutory guidance", "policy": "Local practice and our own defaults"}
COLUMNS = (Column("", 3, 3), Column("limit", 45, 34), Column("set by", 65, 0))
FOOT = (
    f"{by_key('open', 'changes a limit or a count, with a reason.')} A limit of law can be made shorter, never longer."
)
CHOOSES = by_key("open", "chooses.")


def limits_page(found: Sequence[Setting], counts: Sequence[CountSetting], today: date) -> Page:
    """The rows by kind; those that changed beneath a row of one's own come first."""
    blocks: list[Block] = []
    both = (
        *(_item(setting, today) for setting in found if setting.changed_beneath),
        *(_count(setting, today) for setting in counts if setting.changed_beneath),
    )
    if both:
        blocks.append(Table(COLUMNS, both, "Changed since you set your own: choose"))
    ordered = sorted(found, key=lambda setting: list(KINDS).index(setting.limit.kind))
    for kind, rows in groupby(ordered, key=lambda setting: setting.limit.kind):
        items = tuple(_item(setting, today) for setting in rows if not setting.changed_beneath)
        blocks.append(Table(COLUMNS, items, KINDS[kind], titles=kind == "law"))
    items = tuple(_count(setting, today) for setting in counts if not setting.changed_beneath)
    blocks.append(Table(COLUMNS, items, "Counts of patterns"))
    return Page("Limits", f"{len(found) + len(counts)}", tuple(blocks), FOOT)


def _item(setting: Setting, today: date) -> Item:
    limit, unit = setting.limit, setting.limit.unit
    said = say_count(limit.value, unit) if limit.enabled else "off"
    return Item((limit.name, said, setting.who), "", Spot("", "limit", limit.id), _why(setting, today), _signal(limit))


def _why(setting: Setting, today: date) -> str:
    limit = setting.limit
    trigger = f" counted from {limit.trigger}" if limit.trigger else ""
    strong = f"; well past at {say_count(limit.strong, limit.unit)}" if limit.strong is not None else ""
    first = f"{_called(limit)}: {say_count(limit.value, limit.unit)}{trigger}{strong}."
    if setting.changed_beneath:
        return f"{first}\n{_beneath(setting)} {CHOOSES}"
    mine = setting.mine
    if mine is not None:
        return f"{first}\nYours since {say_day(mine.on, today)}, before {mine.was}: {mine.reason}"
    return f"{first}\n{_source(limit, today)}"


def _called(row: Limit | Count) -> str:
    """Its name with the prompts that it is for, as their foot names them."""
    return f"{row.name} ({_signal(row)})" if _signal(row) else row.name


def _signal(row: Limit | Count) -> str:
    """The prompts that it is for, by which it is found too: `S8`; blank for one that only gives a line of its own."""
    return row.signal if row.signal[:1] == "S" else ""


def _beneath(setting: Setting) -> str:
    was = setting.mine.under if setting.mine else ""
    return f"Yours is {setting.limit.value}; the one beneath was {was} and is {setting.beneath.value} now."


def _source(limit: Limit, today: date) -> str:
    checked = f", checked {say_day(limit.last_checked, today)}" if limit.last_checked else ""
    return f"{limit.source}{checked}."


def _count(setting: CountSetting, today: date) -> Item:
    count, mine = setting.count, setting.mine
    first = f"{_called(count)}: {count.said}."
    if setting.changed_beneath:
        why = f"{first}\nYours is {count.said}; beneath it is {setting.beneath.said} now. {CHOOSES}"
    elif mine is not None:
        why = f"{first}\nYours since {say_day(mine.on, today)}, before {mine.was}: {mine.reason}"
    else:
        why = f"{first}\n{count.cited}."
    return Item(
        (count.name, Fit(count.said, short=_brief(setting)), setting.who),
        "",
        Spot("", "count", count.id),
        why,
        _signal(count),
    )


def _brief(setting: CountSetting) -> str:
    """`2, then 3`: the marks alone, where there is little room."""
    count = setting.count
    marks = [mark for mark in (count.due, count.strong) if mark is not None]
    return ", then ".join(map(str, marks)) or f"at least {count.at_least}"
