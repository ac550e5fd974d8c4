"""What a command is about: the case, the action or the record that was named, numbered, or that one is at."""

from typing import TYPE_CHECKING

from checklists.pages.spot import Spot
from checklists.troubles import UnknownCase, UnknownRecord
from checklists.wrong import Wrong
from tui.plain.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from store.case import Case
    from store.records import Action, Record

NO_CASE = "No case has that reference. At a page, cases says them all."
CASE_HELP = "The reference or any part that no other has, or the number of a row that was said."


def spot_of(desk: Desk, number: str) -> Spot:
    """What the row of that number stands for. Raises Wrong."""
    key = desk.row(number).key
    assert isinstance(key, Spot)
    return key


def days_of(desk: Desk, number: str) -> str:
    """The id of the days away in the row of that number. Raises Wrong."""
    if not number:
        raise Wrong("Which one?", "Give its number in the list, as in edit 2.")
    return spot_of(desk, number).record_id


def the_case(desk: Desk, named: str) -> "Case":
    """The case named or numbered; without a name the one that one is at, else it is asked. Raises Wrong, Back."""
    if not named and desk.place.case_id:
        return desk.case(desk.place.case_id)
    if named:
        return _case_named(desk, named)
    return asked_case(desk, "Case, by reference or number: ", CASE_HELP, _case_named)


def asked_case(desk: Desk, question: str, help_: str, find: "Callable[[Desk, str], Case]") -> "Case":
    """The case that is typed; asked until there is one. Raises Back."""
    while True:
        try:
            return find(desk, desk.lines.line(question, help_))
        except (Wrong, UnknownCase) as wrong:
            desk.lines.trouble(wrong)


def case_by_reference(desk: Desk, named: str) -> "Case":
    """The case of that reference, whole or in part. Raises UnknownCase, Wrong."""
    from checklists.use_cases.cases import find_case

    try:
        found = find_case(desk.house.store, named)
    except UnknownCase:
        raise UnknownCase(NO_CASE) from None
    return desk.case(found.id)


def _case_named(desk: Desk, named: str) -> "Case":
    if named.isdecimal() and desk.rows and int(named) <= len(desk.rows):
        return desk.case(spot_of(desk, named).case_id)
    return case_by_reference(desk, named)


def the_record_meant(desk: Desk, named: str) -> "tuple[Case, Record]":
    """The record numbered, named by the last letters of its id, or that one is at. Raises Wrong, StoreTrouble."""
    from checklists.use_cases.records import locate, the_record
    from store.records import Record

    if named.isdecimal() and len(named) < 6:
        spot = spot_of(desk, named)
        record_id = spot.record_id or spot.child_id
        if not record_id:
            raise Wrong("That row is no record of its own.", "Open its case first.")
        case = desk.case(spot.case_id)
        try:
            return case, the_record(case, record_id, Record)
        except UnknownRecord:
            raise Wrong("That row is not in the list any more.", "Type again to hear the list.") from None
    if named:
        return locate(desk.house.store, named, Record)
    if desk.place.record_id:
        case = desk.case(desk.place.case_id)
        return case, the_record(case, desk.place.record_id, Record)
    raise Wrong("Which one?", "Give its number in the list, as in edit 2.")


def the_action(desk: Desk, named: str) -> "tuple[Case, Action]":
    """The same for an action. Raises Wrong."""
    from store.records import Action

    if not named and not desk.place.record_id:
        raise Wrong("Which action?", "Type actions for the list, then its number, as in done 2.")
    case, record = the_record_meant(desk, named)
    if not isinstance(record, Action):
        raise Wrong("That is no action.", "Type actions for the list of them.")
    return case, record
