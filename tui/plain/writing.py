"""Commands that write: each opens a form of `checklists/journeys`, whose saving says what was kept."""

from checklists.troubles import WrongPassphrase
from checklists.wrong import Wrong
from store.case import OWN
from tui.form_names import TO_ANOTHER, form_named
from tui.plain import embedding, learning, limiting, places
from tui.plain.desk import Desk
from tui.plain.named import asked_case, case_by_reference, days_of, the_case, the_record_meant

KINDS = {
    "case": "case",
    "visit": "visit",
    "action": "action",
    "person": "person",
    "wonder": "hypothesis",
    "child": "child",
}
"""What can be made anew, as it is typed, and the name of its form."""
AWAY = "away"
"""Days away: on no case."""


def new(desk: Desk, named: str) -> None:
    """Something new: what this list holds, or what is named; on a case it is asked."""
    word, _, rest = named.partition(" ")
    kinds = _kinds()
    kind = kinds.get(word.casefold()) if word else desk.place.makes
    if kind == AWAY:
        desk.fill(form_named(desk.house, "", AWAY))
        return
    if kind in _own_kinds():
        desk.fill(form_named(desk.house, OWN, str(kind)))
        return
    if kind and kind.startswith(learning.APPLY):
        learning.apply(desk, "")
        return
    if word and kind is None:
        raise Wrong(
            "New what?", f"Type new and one of {', '.join(one for one in kinds if one not in _left_out(desk))}."
        )
    if kind == "set_aside":
        raise Wrong("A prompt is set aside where it stands.", "Type prompts on its case.")
    if not kind or kind in ("answer", "limit"):
        words = [one for one in KINDS if one not in ("case", *_left_out(desk))]
        kind = KINDS[words[desk.lines.choose("New", words)]]
    case_id = "" if kind == "case" else the_case(desk, rest.strip()).id
    if (
        desk.fill(form_named(desk.house, case_id, kind)) == "saved"
        and kind == "case"
        and len(desk.way) == 1
        and not desk.house.store.caseload()[1:]
    ):
        desk.show()


def _left_out(desk: Desk) -> tuple[str, ...]:
    """What is not offered: an adult's case is about one person, and has no child."""
    adult = bool(desk.place.case_id) and desk.case(desk.place.case_id).info.service == "adults"
    return ("child",) if adult else ()


def _own_kinds() -> list[str]:
    """What is kept only in my own book."""
    from store.records import OWN_KINDS

    return [kind.kind for kind in OWN_KINDS if kind.own == "only"]


def _kinds() -> dict[str, str]:
    """What can be made anew, with the records of the lists of evidence, as the command line calls them."""
    from checklists.pages.registers import NAMED

    own = {"review": "own_review", **{kind.replace("_", "-"): kind for kind in _own_kinds()}}
    return KINDS | {"away": AWAY} | own | {kind.replace("_", "-"): kind for kind in NAMED if kind != "set_aside"}


def visit(desk: Desk, named: str) -> None:
    """Log a visit."""
    desk.fill(form_named(desk.house, the_case(desk, named).id, "visit"))


def wonder(desk: Desk, named: str) -> None:
    """An I wonder in one line."""
    desk.fill(form_named(desk.house, the_case(desk, named).id, "wonder"))


def around(desk: Desk, named: str) -> None:
    """A look at the system around a row: an event, an escalation, an outcome, a concern, a contact or an action. Raises Wrong."""
    from checklists.journeys.looking_around import AROUND, NAME

    case, record = the_record_meant(desk, named)
    if not isinstance(record, AROUND):
        raise Wrong(
            "One looks around an event, escalation, outcome, concern, contact or action.", "Type new system-note."
        )
    desk.fill(form_named(desk.house, case.id, f"{NAME}:{record.id}"))


def edit(desk: Desk, named: str) -> None:
    """The record named, numbered or that one is at; on a case its own facts."""
    place = desk.place
    if place.makes == "limit":
        limiting.change(desk, named)
        return
    if place.makes == AWAY:
        desk.fill(form_named(desk.house, "", f"{AWAY}:{days_of(desk, named)}"))
        return
    if not named and place.case_id and not place.record_id:
        desk.fill(form_named(desk.house, place.case_id, "edit case"))
        return
    case, record = the_record_meant(desk, named)
    if record.kind == "answer":
        raise Wrong("An answer is continued on its day, and never changed later.", "Type question and its number.")
    desk.fill(form_named(desk.house, case.id, f"{record.kind}:{record.id}"))


def raise_concern(desk: Desk, named: str) -> None:
    """An escalation: with the agency of that row of a list of agencies or contacts, or on the case named; or words for it."""
    from checklists.journeys.escalating import any_record_form
    from store.records import Agency, Contact, Escalation

    word, _, rest = named.partition(" ")
    if word.casefold() == "words":
        desk.go(places.concern_words(the_case(desk, rest.strip())))
        return
    if named.isdecimal() and desk.place.makes == "learning_entry":
        embedding.escalate(desk, named)
        return
    about: dict[str, object] = {}
    if named.isdecimal() and desk.place.makes in (Agency.kind, Contact.kind):
        case, row = the_record_meant(desk, named)
        about = {"with_agency": row.agency_id if isinstance(row, Contact) else row.id}
    else:
        case = the_case(desk, named)
    house = desk.house
    desk.fill(any_record_form(house.store, house.clock, house.limits(), case, Escalation, about=about))


def withdraw(desk: Desk, named: str) -> None:
    """Take a record out, with a reason."""
    case, record = the_record_meant(desk, named)
    if record.kind == "child":
        raise Wrong("A child stays with the case.", "Close the case, or change the child's plan.")
    if desk.fill(form_named(desk.house, case.id, f"withdraw:{record.id}")) == "saved" and desk.place.record_id:
        desk.way.pop()


def transfer(desk: Desk, named: str) -> None:
    """Put a record that was typed here by mistake into the case where it belongs."""
    from checklists.use_cases.moving import STAYS

    case, record = the_record_meant(desk, named)
    if stays := STAYS.get(type(record)):
        raise Wrong("That stays with this case.", stays)
    help_ = "The reference, or a part no other has."
    target = asked_case(desk, "To which case does it belong, by reference: ", help_, case_by_reference)
    if target.id == case.id:
        raise Wrong("That is the case it stands in.", "Choose another one.")
    moved = desk.fill(form_named(desk.house, case.id, f"{TO_ANOTHER}{target.id}:{record.id}"))
    if moved == "saved" and desk.place.record_id:
        desk.way.pop()


def mask(desk: Desk, _named: str) -> None:
    """Mask names and text of the pages from now on, or show them again."""
    desk.masked = not desk.masked
    if desk.masked:
        desk.lines.say("Masked from here on. The lines above stay in the terminal, and what you type is shown.")
    else:
        desk.lines.say("Shown again.")
    desk.show()


def lock(desk: Desk, _named: str) -> None:
    """Let go of the key until the passphrase is typed again. What was said stays in the terminal."""
    if not desk.house.encrypted:
        raise Wrong("Nothing is encrypted here, so there is no key to let go of.", "Type leave to end.")
    desk.house.lock()
    desk.lines.say("Locked. The lines above stay in the terminal; clear it where others can read it.")
    try:
        desk.house.asking(desk.house.unlock)
    except WrongPassphrase as wrong:
        desk.lines.trouble(f"{wrong} The program ends, and stays locked.")
        raise SystemExit(wrong.exit_code) from None
    desk.lines.say("Open again.")


def close(desk: Desk, named: str) -> None:
    """Close a case: when, why, and what could still go wrong."""
    desk.fill(form_named(desk.house, the_case(desk, named).id, "close"))


def reopen(desk: Desk, named: str) -> None:
    """Open a closed case again."""
    from checklists.use_cases.cases import reopen_case

    case = the_case(desk, named)
    if desk.lines.confirm(f"Case {case.ref} comes back to Today and Caseload.", "reopen"):
        reopen_case(desk.house.store, case.id)
        desk.lines.say(f"{case.ref} is open again.")
    else:
        desk.lines.say("Nothing changed.")


def undo(desk: Desk, named: str) -> None:
    """Write the earlier text of the last change as a new version."""
    from checklists.pages.last_change import say_last_change
    from checklists.use_cases.records import undo_last_change

    case = the_case(desk, named)
    what = say_last_change(desk.house.store.changes(case.id), case, desk.today)
    if not desk.lines.confirm(f"{case.ref}: {what} Nothing is erased.", "undo"):
        desk.lines.say("Nothing changed.")
        return
    undo_last_change(desk.house.store, case.id)
    desk.lines.say(f"{case.ref}: the last change is undone.")


def drafts(desk: Desk, named: str) -> None:
    """Unsaved texts, each with its place and time; with a number, go on with one."""
    from tui.plain.waiting import go_on, said_drafts

    found = desk.house.store.drafts()
    if not named:
        desk.lines.say("\n".join(said_drafts(desk, found)) or "No draft is waiting.")
        return
    if not named.isdecimal() or not 1 <= int(named) <= len(found):
        raise Wrong("No draft has that number.", "Type drafts for the list.")
    go_on(desk, found[int(named) - 1])
