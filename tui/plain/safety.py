"""Data and safety in plain lines: backups, damage, the audit trail, what was purged."""

from dataclasses import replace
from typing import TYPE_CHECKING

from checklists.pages import safety as page
from checklists.pages.blocks import Page
from checklists.wrong import Wrong
from tui.plain.desk import Desk, Place
from tui.plain.named import the_case
from tui.plain.papers import ALL, Paper
from tui.safety import known_of, made_backup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checklists.pages.spot import Spot
    from tui.composition import Finding

DONE = (
    "open and a number does what the row says. A passphrase or a recovery key is typed at a command, after you leave."
)
READING = "Reading every file."


def safety(desk: Desk, named: str) -> None:
    """The page; or make a backup; or look for damage. Raises Wrong."""
    word = named.casefold()
    if word == page.BACKUP:
        desk.lines.say(made_backup(desk.house))
    elif word == page.DAMAGE:
        desk.lines.say(READING)
        desk.go(_place(desk.house.upkeep.findings()))
    elif word:
        raise Wrong("That is not one of the words.", "Type safety, safety backup or safety damage.")
    else:
        desk.go(_place())


def _place(found: "Sequence[Finding] | None" = None) -> Place:
    def compose(desk: Desk) -> Page:
        made = page.safety_page(known_of(desk.house, desk.reading, found), desk.today)
        return replace(made, foot=DONE)

    return Place("Safety", compose, "Row", ("safety",))


def open_row(desk: Desk, spot: "Spot", why: str) -> None:
    """What a row of the page does, or one certificate whole; else what there is to say of it."""
    if spot.what == "certificate":
        desk.go(certificate(spot.case_id))
    elif spot.record_id == page.AUDIT:
        audit(desk, ALL)
    elif spot.record_id == page.CERTIFICATES:
        certificates(desk, "")
    elif spot.record_id in (page.BACKUP, page.DAMAGE):
        safety(desk, spot.record_id)
    else:
        desk.lines.say(why)


def certificates(desk: Desk, _named: str) -> None:
    """What was purged."""
    from checklists.pages.certificates import certificates_page

    desk.go(
        Place(
            "Certificates",
            lambda at: certificates_page(at.reading.certificates(), at.today),
            "Certificate",
            ("certificate",),
        )
    )


def certificate(case_id: str) -> Place:
    """What is kept of one case."""
    from checklists.pages.certificates import certificate_page
    from checklists.use_cases.holding import certificate_of

    return Place("Certificate", lambda at: certificate_page(certificate_of(at.reading, case_id), at.today))


def audit(desk: Desk, named: str) -> None:
    """Of the case named or that one is at; else of all."""
    everything = named.casefold() == ALL or not (named or desk.place.case_id)
    case = None if everything else the_case(desk, named)
    desk.lines.say("Reading the trail.")
    trail, faults = desk.house.upkeep.whole_trail()

    def compose(at: Desk) -> Page:
        from checklists.pages.audit import audit_page

        return audit_page(trail, at.reading.caseload(), at.today, faults, at.reading.certificates(), case_id=case_id)

    case_id, ref = (case.id, case.ref) if case else ("", "")
    paper = Paper("audit", ref, compose, case_id=case_id)
    desk.go(Place(f"Audit {ref or 'of all cases'}", compose, "Case", ("case",), case_id=case_id, paper=paper))
