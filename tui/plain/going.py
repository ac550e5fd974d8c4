"""Commands that go somewhere and say it; nothing is changed by them."""

from checklists.pages.caseload import ORDERS
from checklists.wrong import Wrong
from tui.plain import learning, papers, places, reviewing, safety
from tui.plain.desk import Desk
from tui.plain.named import spot_of, the_case, the_record_meant


def today(desk: Desk, _named: str) -> None:
    """Today."""
    desk.go(places.today(), root=True)


def caseload(desk: Desk, named: str) -> None:
    """The caseload, in the order named."""
    orders = [order for order in ORDERS if named and order.startswith(named.casefold())]
    if named and not orders:
        raise Wrong("Caseload: that is no order.", "Type caseload next, caseload reference or caseload plan.")
    desk.go(places.caseload(orders[0] if orders else "next"))


def cases(desk: Desk, _named: str) -> None:
    """All cases."""
    desk.go(places.cases())


def open_it(desk: Desk, named: str) -> None:
    """What a row stands for, or a case by its reference."""
    if not named or not named.isdecimal() or not desk.rows:
        desk.go(places.case(the_case(desk, named)))
        return
    spot = spot_of(desk, named)
    if lead := learning.LEADS.get(spot.what) or reviewing.LEADS.get(spot.what):
        lead(desk, spot)
        return
    if spot.what in ("limit", "count", "away", "answer"):
        why(desk, named)
        return
    if desk.place.paper and spot.what == "section":
        papers.read_section(desk, spot.record_id)
        return
    if spot.what == "supervision":
        papers.pack(desk, "all")
        return
    if spot.what in ("safety", "certificate"):
        safety.open_row(desk, spot, desk.row(named).why)
        return
    if spot.what in ("action", "record"):
        case, record = the_record_meant(desk, named)
        desk.go(learning.record_place(case, record))
        return
    desk.go(places.case(desk.case(spot.case_id)))


def find(desk: Desk, text: str) -> None:
    """Only the rows of this list with the text in them."""
    if not desk.place.noun:
        raise Wrong("This page is no list.", "Type today, caseload, cases or actions first.")
    desk.narrow(text)


def why(desk: Desk, named: str) -> None:
    """What stands behind a row: the arithmetic and its source."""
    said = desk.row(named).why or "There is no more to say of it."
    desk.lines.say("\n".join(" ".join(line.split()) for line in said.split("\n")))


def prompts(desk: Desk, named: str) -> None:
    """What the record of a case asks."""
    desk.go(places.asked(the_case(desk, named)))


def actions(desk: Desk, named: str) -> None:
    """Of the case named or that one is at; else of all cases; or those of all cases that are over."""
    if named.casefold() == "over":
        desk.go(places.actions_over())
    elif named.casefold() == "all" or not (named or desk.place.case_id):
        desk.go(places.all_actions())
    else:
        desk.go(places.actions(the_case(desk, named)))


def limits(desk: Desk, _named: str) -> None:
    """Every limit, with its source."""
    desk.go(places.limits())


def away(desk: Desk, _named: str) -> None:
    """School holidays, and my own leave."""
    desk.go(places.away())


def people(desk: Desk, named: str) -> None:
    """The household and people."""
    _register(desk, named, "person")


def wonders(desk: Desk, named: str) -> None:
    """Each I wonder."""
    _register(desk, named, "hypothesis")


def visits(desk: Desk, named: str) -> None:
    """The visits."""
    _register(desk, named, "visit")


def children(desk: Desk, named: str) -> None:
    """The children; on an adult's case the person."""
    _register(desk, named, "child")


def answers(desk: Desk, named: str) -> None:
    """All answers, the newest first."""
    _register(desk, named, "answer")


def listed(desk: Desk, named: str) -> None:
    """A list of evidence by its word, such as unknowns or day; of the case named, or that one is at."""
    from checklists.pages.registers import NAMED

    word = named.casefold()
    begun = word.partition(" ")[0]
    whole = [(kind, one.word) for kind, one in NAMED.items() if f"{word} ".startswith(f"{one.word} ")]
    parts = [(kind, begun) for kind, one in NAMED.items() if begun and f" {begun}" in f" {one.word}"]
    found = whole or parts
    if len(found) != 1:
        raise Wrong("Which list?", f"Type list and one of {', '.join(one.word for one in NAMED.values())}.")
    kind, said = found[0]
    _register(desk, named[len(said) :].strip(), kind)


def _register(desk: Desk, named: str, kind: str) -> None:
    desk.go(places.register(the_case(desk, named), kind))


def history(desk: Desk, named: str) -> None:
    """At a case: every answer to a question, 1 to 8. At a record, or with its number or id: its earlier texts."""
    from checklists.entry import SHORT_ID
    from checklists.use_cases.withdrawn import locate_with_versions
    from store.records import Record

    if len(named) >= SHORT_ID:
        case, record, _ = locate_with_versions(desk.house.store, named, Record)
        desk.go(places.record_history(case, record.id))
        return
    if desk.place.case_id and not desk.place.record_id and not desk.rows:
        case = the_case(desk, "")
        desk.go(places.question_history(case, question_id(named)) if named else places.record_history(case, case.id))
        return
    case, record = the_record_meant(desk, named)
    desk.go(places.record_history(case, record.id))


def question_id(typed: str) -> str:
    """`4` or `Q4` as Q4. Raises Wrong."""
    number = typed.strip().upper().removeprefix("Q")
    if number not in tuple("12345678"):
        raise Wrong("There are eight questions.", "Give a number from 1 to 8, as in question 4.")
    return f"Q{number}"


def search(desk: Desk, typed: str) -> None:
    """Everything that has all the words; what reads the cases is loaded with the first search."""
    from tui.plain import searching

    searching.search(desk, typed)
