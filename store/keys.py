"""The keys: making a store, opening it with the passphrase, and turning bytes into age files and back."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from store import unlock
from store.case_store import SaveFailed, StoreTrouble, WrongPassphrase
from store.durable import make_private, write_durably
from store.locations import Places
from store.store_file import DamagedStore, StoreFile, read_store_file, write_store_file

# -P: a folder named `store` where the person happens to stand is never run in place of this program.
_PROGRAM = (sys.executable, "-P", "-m", "store.unlock")


class NotARecipient(StoreTrouble):
    """What was given for recovery is no public key of age."""

    exit_code = 2


class NotOurs(StoreTrouble):
    """Encrypted to other keys than these."""

    exit_code = 5


class Cut(StoreTrouble):
    """Not an age file any more: cut, empty, zeroed or changed."""

    exit_code = 5


@dataclass(frozen=True)
class Keys:
    """What opens and closes the files of a store. Without an identity nothing is encrypted."""

    identity: str | None = field(default=None, repr=False)
    """The key; with blanks between them the one in use and those before it, which still open older files."""
    recipients: tuple[str, ...] = ()

    @cached_property
    def _to(self) -> list[Any]:
        from pyrage import RecipientError, x25519

        try:
            return [x25519.Recipient.from_str(recipient) for recipient in self.recipients]
        except (RecipientError, TypeError):
            raise DamagedStore(
                "store.toml names a recipient that age does not know. Put it back from a backup."
            ) from None

    @cached_property
    def _from(self) -> list[Any]:
        from pyrage import x25519

        return [x25519.Identity.from_str(key) for key in (self.identity or "").split()]

    @property
    def own_recipients(self) -> tuple[str, ...]:
        """The public side of each key, the one in use first. Raises DamagedStore."""
        from pyrage import IdentityError

        try:
            return tuple(str(key.to_public()) for key in self._from)
        except IdentityError:
            raise DamagedStore("The key in identity.age is not one. Put the file back from a backup.") from None

    def encrypt(self, data: bytes) -> bytes:
        """An age file that each recipient can open; the bytes themselves where encryption is off."""
        if not self.recipients:
            return data
        import pyrage

        return bytes(pyrage.encrypt(data, self._to))

    def decrypt(self, data: bytes) -> bytes:
        """What was encrypted. Raises NotOurs, Cut."""
        if not self.recipients:
            return data
        import pyrage

        try:
            return bytes(pyrage.decrypt(data, self._from))
        except pyrage.DecryptError as error:
            if "No matching keys" in str(error):
                raise NotOurs("It is encrypted to another key than the one in this store.") from None
            raise Cut("It is cut, empty or damaged.") from None


@dataclass(frozen=True)
class Created:
    """A new store: its keys, and the recovery key to copy to paper, shown this once and kept nowhere."""

    keys: Keys
    places: Places
    recovery_key: str | None = field(default=None, repr=False)


def create_store(
    places: Places, passphrase: str | None, *, recovery_recipient: str | None = None, now: datetime
) -> Created:
    """Make a store in an empty home. Without a passphrase it is plain JSON.

    With a recovery recipient no recovery key is made: whoever holds that key can open everything.
    Raises StoreTrouble where there is a store already, the passphrase is empty or the recipient is none, SaveFailed.
    """
    if passphrase is not None and not _line(passphrase):
        raise StoreTrouble("The passphrase is empty. Give one of several words.")
    if read_store_file(places) is not None:
        raise StoreTrouble("There is a store in this folder already. Choose another, or open that one.")
    made = Places(places.home, encrypted=passphrase is not None)
    keys, recovery_key = _new_keys(recovery_recipient) if passphrase is not None else (Keys(), None)
    for folder in (made.home, made.cases, made.locks, made.drafts):
        make_private(folder)
    if passphrase is not None and keys.identity is not None:
        write_durably(made.identity, wrapped(passphrase, keys))
        keep_for_recovery(made, keys)
    write_store_file(made, StoreFile(f"{now:%Y-%m-%d}", made.encrypted, keys.recipients))
    return Created(keys, made, recovery_key)


def _new_keys(recovery_recipient: str | None) -> tuple[Keys, str | None]:
    from pyrage import x25519

    identity = x25519.Identity.generate()
    own = str(identity.to_public())
    if recovery_recipient is None:
        recovery = x25519.Identity.generate()
        return Keys(str(identity), (own, str(recovery.to_public()))), str(recovery)
    must_be_recipient(recovery_recipient)
    return Keys(str(identity), (own, recovery_recipient)), None


def must_be_recipient(text: str) -> None:
    """Raises NotARecipient for what is no public key of age."""
    from pyrage import RecipientError, x25519

    try:
        x25519.Recipient.from_str(text)
    except RecipientError:
        raise NotARecipient("That is not an age recipient. One begins with age1 and has 62 letters.") from None


def keep_for_recovery(places: Places, keys: Keys) -> None:
    """Keep the key once more, encrypted to those who can recover it: with theirs it can be wrapped anew. Raises SaveFailed."""
    if keys.identity and keys.recipients[1:]:
        write_durably(places.recovery, Keys(None, keys.recipients[1:]).encrypt(_identity_text(keys)))


def _identity_text(keys: Keys) -> bytes:
    """The keys as age reads them from a file: one a line, the one in use first."""
    lines = "\n".join((keys.identity or "").split())
    return f"# public key: {keys.recipients[0]}\n{lines}\n".encode()


def wrapped(passphrase: str, keys: Keys) -> bytes:
    """The key, wrapped with the passphrase into a standard age file. Raises StoreTrouble where it is empty, SaveFailed."""
    if not _line(passphrase):
        raise StoreTrouble("The passphrase is empty. Give one of several words.")
    text = _line(passphrase) + b"\n" + _identity_text(keys)
    done = subprocess.run([*_PROGRAM, "wrap"], input=text, capture_output=True, check=False)
    if done.returncode or not done.stdout:
        raise SaveFailed(
            "The key could not be wrapped: this machine gave too little memory (about 512 MB are needed). Try again."
        )
    return done.stdout


def _line(passphrase: str) -> bytes:
    """The passphrase as the one line that the program reads; what is no text is taken as typed wrongly."""
    return "".join(passphrase.splitlines()).encode(errors="replace")


class Unlocking:
    """Opens the key with a passphrase, in a program of its own that is ready while the person still types."""

    def __init__(self, places: Places, recipients: Sequence[str], *, file: Path | None = None) -> None:
        """`file` is a wrapped key in another place than the usual one."""
        if file is None and not places.identity.exists():
            raise DamagedStore(
                "identity.age is missing from the data folder. Without it, or the recovery key, the cases cannot be opened; "
                "they were left as they are."
            )
        self._recipients = tuple(recipients)
        self._program = subprocess.Popen(
            [*_PROGRAM, "open", str(file or places.identity)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def answer(self, passphrase: str) -> Keys:
        """The keys. May be tried again after a wrong one. Raises WrongPassphrase, DamagedStore, StoreTrouble."""
        assert self._program.stdin is not None
        assert self._program.stdout is not None
        try:
            self._program.stdin.write(_line(passphrase) + b"\n")
            self._program.stdin.flush()
            said = self._program.stdout.readline()
        except BrokenPipeError:
            said = b""
        if said == unlock.WRONG:
            raise WrongPassphrase("That passphrase does not open the key.")
        self.cancel()
        if said == unlock.DAMAGED:
            raise DamagedStore(
                "identity.age cannot be read or is damaged. The recovery key still opens the cases; they were left as they are."
            )
        if not said.startswith(unlock.OPENED):
            raise StoreTrouble(
                "The key could not be opened: that needs more memory or time than this machine gives. "
                "Wrap it anew with `age` on this machine, or ask for 512 MB more."
            )
        return self._checked(Keys(said.removeprefix(unlock.OPENED).strip().decode(), self._recipients))

    def _checked(self, keys: Keys) -> Keys:
        """Refuse to write files that this key would not open again."""
        if not set(keys.own_recipients) & set(self._recipients):
            raise DamagedStore("identity.age and store.toml do not belong together. Put both back from one backup.")
        return keys

    def cancel(self) -> None:
        """End the program."""
        for pipe in (self._program.stdin, self._program.stdout):
            if pipe is not None and not pipe.closed:
                try:
                    pipe.close()
                except BrokenPipeError:
                    continue
        self._program.kill()
        self._program.wait()
