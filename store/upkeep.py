"""What looks after the files of a store while its key is open: the audit trail, backups, damage, keys."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING

from store.case_store import Busy, Now, StoreTrouble
from store.events import Event
from store.keys import Keys
from store.locations import Places
from store.locks import held
from store.store_file import read_store_file
from store.trail import append, note

if TYPE_CHECKING:
    from store.backups import Backup, Piece
    from store.doctor import Finding

LOCK_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Upkeep:
    """The files of an open store."""

    places: Places
    keys: Keys = field(repr=False)
    now: Now

    def whole_trail(self) -> tuple[list[Event], list[str]]:
        """Every event of the audit trail, oldest first, and what does not fit in it. Raises StoreTrouble."""
        from store.trail_check import read_whole

        return read_whole(self.places, self.keys)

    def chain_faults(self) -> list[str]:
        """The same as far as the chain of the lines shows it, without opening one: quick. Raises StoreTrouble."""
        from store.trail_check import faults_of

        return faults_of(self.places)

    def newest_events(self) -> Iterator[tuple[Event | None, str]]:
        """Every event of the audit trail, the newest first, and what is wrong with its line. Raises StoreTrouble."""
        from store.trail_check import newest_first

        return newest_first(self.places, self.keys)

    def findings(self) -> "list[Finding]":
        """What is damaged, without repairing it; every file is read. Raises StoreTrouble."""
        from store.doctor import examine

        return examine(self.places, self.now(), lambda: (self.places, self.keys), repair=False)

    def daily_backup(self, go_on: Callable[[], bool] = lambda: True) -> bool:
        """Make the backup of the day if there is none yet, a file at a time while `go_on` says so; True once it stands.

        What it stops at is gone on with the next time. On the day a store was made there is nothing to copy yet.
        Raises SaveFailed.
        """
        from store.backups import backups_of, is_due, make, thin

        today = self.now().date()
        found = read_store_file(self.places)
        if found is None or found.created == f"{today}" or not is_due(self.places, today):
            return False
        with suppress(Busy), held(self.places.locks, "backup", 0):
            before = next(iter(reversed(backups_of(self.places))), None)
            for _ in make(self.places, self.keys, self.places.backups / f"{today}", before):
                if not go_on():
                    return False
            thin(self.places)
            self.noted("backed_up")
            return True
        return False

    def change_passphrase(self, passphrase: str) -> int:
        """Wrap the key anew, also in the backups here; how many of those there are. Raises StoreTrouble, SaveFailed."""
        from store.wrapping import change_passphrase

        many = change_passphrase(self.places, self.keys, passphrase)
        self.noted("passphrase")
        return many

    def mend_recovery(self) -> None:
        """Keep the key for those who can recover it, in a store that was made before that was done. Raises SaveFailed."""
        from store.wrapping import mend_recovery

        mend_recovery(self.places, self.keys)

    def recipients(self) -> tuple[str, ...]:
        """Who can recover the store, by public key."""
        return self.keys.recipients[1:]

    def add_recipient(self, recipient: str | None) -> "tuple[Upkeep, str | None]":
        """Somebody more can open what is written from now on; without one a recovery key is made, and given back.

        `encrypt_anew` does it for what there is. Raises StoreTrouble, SaveFailed.
        """
        from store.rekey import add_recipient, new_recovery_key

        secret, public = new_recovery_key() if recipient is None else (None, recipient)
        keys = add_recipient(self.places, self.keys, public)
        changed = replace(self, keys=keys)
        changed.noted("recovery_added")
        return changed, secret

    def remove_recipient(self, recipient: str, passphrase: str) -> "Upkeep":
        """Somebody can open nothing any more that is written from now on. Raises StoreTrouble, SaveFailed."""
        from store.rekey import remove_recipient

        changed = replace(self, keys=remove_recipient(self.places, self.keys, recipient, passphrase))
        changed.noted("recovery_removed")
        return changed

    def is_under_way(self) -> bool:
        """A change of who can open the store was cut off; `encrypt_anew` goes on with it."""
        from store.rekey import under_way

        return under_way(self.places)

    def encrypt_anew(self) -> Iterator[tuple[int, int]]:
        """Encrypt every file to those who can open it now: how many are done, and how many there are. Raises Busy, SaveFailed."""
        from store.rekey import encrypt_anew

        return encrypt_anew(self.places, self.keys)

    def backup(self, out: Path | None = None) -> Path:
        """Make a backup now: in the home, or in a folder or file elsewhere. Where it is. Raises SaveFailed, StoreTrouble."""
        from store.backups import make, part_of
        from store.restoring import TAR, write_tar

        name = f"{self.now():%Y-%m-%d-%H%M%S}"
        into = out or self.places.backups
        if into.suffix == TAR:
            if into.exists():
                raise StoreTrouble(f"{into.name} is there already. Name a new file.")
            folder = into.with_name(f".{into.stem}.{name}")
        else:
            folder = into / (name if out is None else f"casereflect-{name}")
        self.noted("backed_up", must=True)  # before: then the copy says so too
        try:
            with held(self.places.locks, "backup", LOCK_SECONDS):
                for _ in make(self.places, self.keys, folder):
                    pass
                if into.suffix != TAR:
                    return folder
                write_tar(folder, into)
                return into
        finally:
            if into.suffix == TAR:
                for left in (folder, part_of(folder)):
                    rmtree(left, ignore_errors=True)

    def backups(self) -> "list[Backup]":
        """Those in the home, oldest first."""
        from store.backups import backups_of

        return backups_of(self.places)

    def copied(self, where: Path) -> "list[Piece]":
        """What is in a backup that was just made."""
        from store.restoring import pieces_at

        return list(pieces_at(where).values())

    def noted(self, what: str, case_id: str = "", *, number: int = 0, must: bool = False) -> None:
        """Note in the audit trail what was done. Raises Busy, SaveFailed where it `must`."""
        (append if must else note)(self.places, self.keys, Event(self.now(), what, case_id, number=number))
