"""Where everything of a store lies on disk: every path through here, and nothing personal in a name."""

from pathlib import Path
from typing import NamedTuple

from store.case_store import UnknownCase
from store.home import STORE_FILE


class Places(NamedTuple):
    """The paths of one store."""

    home: Path
    encrypted: bool = True

    @property
    def ending(self) -> str:
        """`.age`, or `.json` where encryption is off."""
        return ".age" if self.encrypted else ".json"

    @property
    def store_file(self) -> Path:
        """Format, day it was made, recipients. There is a store where this file is."""
        return self.home / STORE_FILE

    @property
    def identity(self) -> Path:
        """The key, wrapped with the passphrase."""
        return self.home / "identity.age"

    @property
    def recovery(self) -> Path:
        """The key once more, encrypted to those who can recover it."""
        return self.home / "recovery.age"

    @property
    def rekeying(self) -> Path:
        """There while the files are being encrypted to other keys: which of them are done."""
        return self.home / "rekeying"

    @property
    def cases(self) -> Path:
        """One file a case."""
        return self.home / "cases"

    def case(self, case_id: str) -> Path:
        """The file of a case. Raises UnknownCase for an id that could name a file elsewhere."""
        return self.cases / f"{_plain(case_id)}{self.ending}"

    def previous(self, case_id: str) -> Path:
        """The file before the last save."""
        return self.cases / f"{_plain(case_id)}{self.ending}.1"

    @property
    def locks(self) -> Path:
        """Locks of cases, and of the caseload."""
        return self.home / "locks"

    @property
    def caseload(self) -> Path:
        """One row a case; made anew when missing, stale or broken."""
        return self.home / f"caseload{self.ending}"

    @property
    def practitioner(self) -> Path:
        """What is kept for the practitioner and not for a case, such as the dates of supervision."""
        return self.home / f"practitioner{self.ending}"

    @property
    def practitioner_before(self) -> Path:
        """The same file before the last save."""
        return self.home / f"practitioner{self.ending}.1"

    @property
    def drafts(self) -> Path:
        """Text not yet saved."""
        return self.home / "drafts"

    @property
    def backups(self) -> Path:
        """Copies of all of it, a folder a day of use."""
        return self.home / "backups"

    @property
    def aside(self) -> Path:
        """Damaged files that were replaced: nothing is thrown away."""
        return self.home / "aside"

    @property
    def certificates(self) -> Path:
        """What was purged, without content: a small file a case."""
        return self.home / "certificates"

    def certificate(self, case_id: str) -> Path:
        """The certificate of a case that was purged."""
        return self.certificates / f"{_plain(case_id)}{self.ending}"

    @property
    def frozen(self) -> Path:
        """Copies of cases as they stood when a review began: no save touches them."""
        return self.home / "frozen"

    def frozen_copy(self, name: str) -> Path:
        """The file of a frozen copy: the id of a case, and the moment. Raises UnknownCase."""
        case_id, _, moment = name.partition("-")
        return self.frozen / f"{_plain(case_id)}-{_plain(moment)}{self.ending}"

    @property
    def audit(self) -> Path:
        """What was done and when, by id: a file a month."""
        return self.home / "audit"

    @property
    def audit_head(self) -> Path:
        """The number and hash of the last line of the audit trail."""
        return self.audit / "head"

    @property
    def audit_lock(self) -> Path:
        """Held while a line of the audit trail is written."""
        return self.locks / "audit.lock"


def is_plain(case_id: str) -> bool:
    """Letters and figures only: it names a file in its folder and no other."""
    return case_id.isascii() and case_id.isalnum()


def _plain(case_id: str) -> str:
    if not is_plain(case_id):
        raise UnknownCase("No case has that id.")
    return case_id
