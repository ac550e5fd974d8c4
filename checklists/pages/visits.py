"""The visits of a case: when, where, by whom, and how each child was seen."""

from datetime import date

from checklists.dates import say_day
from checklists.entry import entry_of
from checklists.naming import called
from checklists.pages.blocks import Fit, Item
from checklists.pages.spot import Spot
from store.case import Case
from store.records import Seen, Visit

BY = {"me": "", "colleague": ", by a colleague", "duty": ", by duty"}


def visit_items(case: Case, today: date) -> list[Item]:
    """One row a visit, the newest on top."""
    children = {child.id: called(child, case.ref) for child in case.children}
    visits = sorted(
        case.of(Visit), key=lambda visit: (visit.happened_on, visit.started_at or "", visit.id), reverse=True
    )
    return [_item(case, visit, children, today) for visit in visits]


def how_seen(case: Case, visit: Visit, children: dict[str, str]) -> str:
    """`K.M. alone, L.M. observed`."""
    rows = [row for row in case.of(Seen) if row.visit_id == visit.id]
    words = how_words(case)
    return ", ".join(f"{children.get(row.child_id, '?')} {words[row.seen]}" for row in rows)


def how_words(case: Case) -> dict[str, str]:
    """How a child was seen, in words; an adult is seen in private."""
    return {str(choice.value): choice.words for choice in entry_of(Seen, "seen", case.info.service).choices}


def _item(case: Case, visit: Visit, children: dict[str, str], today: date) -> Item:
    video = " A video call is kept, and does not count as seen." if visit.place == "video" else ""
    said = [row.child_words.replace("\n", " ") for row in case.of(Seen) if row.visit_id == visit.id and row.child_words]
    what = how_seen(case, visit, children)
    where = f"{visit.place}{BY[visit.by]}"
    day = say_day(visit.happened_on, today)
    why = f"{day}, {where}. {what or 'Nobody is marked as seen'}.{video}"
    why += f"\n{_quoted(said[0])}" if said else ""
    return Item((day, Fit(where, short=visit.place), what), "", Spot(case.id, "record", visit.id), why)


def _quoted(words: str) -> str:
    """What a child said, in quotation marks; their own are left as they were typed."""
    return words if words.startswith(('"', "'", "\u201c", "\u2018")) else f'"{words}"'
