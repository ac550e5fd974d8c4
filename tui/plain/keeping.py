"""How long a case is kept, in plain lines: hold, lift, keep until a day, purge."""

from checklists.wrong import Wrong
from tui.form_names import form_named
from tui.plain import places, safety
from tui.plain.desk import Desk
from tui.plain.named import the_case


def hold(desk: Desk, named: str) -> None:
    """What needs it, and who asked for it."""
    _ask(desk, named, "hold")


def lift(desk: Desk, named: str) -> None:
    """Why the hold can be lifted."""
    _ask(desk, named, "lift hold")


def keep(desk: Desk, named: str) -> None:
    """Until when a closed case is kept, and what for."""
    _ask(desk, named, "keep")


def purge(desk: Desk, named: str) -> None:
    """The reference once more and the reason; then the certificate, reached from Today, as the case is gone. Raises Wrong."""
    case = the_case(desk, named)
    if case.info.hold:
        raise Wrong("This case is on hold: a review, a court or a complaint needs it.", "Type lift first.")
    if desk.fill(form_named(desk.house, case.id, "purge")) == "saved":
        desk.way[:] = [places.today()]
        desk.go(safety.certificate(case.id))


def _ask(desk: Desk, named: str, form: str) -> None:
    desk.fill(form_named(desk.house, the_case(desk, named).id, form))
