"""Other recipients: who can open the files besides the practitioner. Every file is encrypted anew, one after the other.

`rekeying` lists what is done. Cut off, it is gone on with; until it is done the store works as ever, as every key that
opened a file before is still there.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from store.case_store import StoreTrouble
from store.caseload_file import Kept, mark_of, marks_of, put_rows, read_rows
from store.durable import save_failed, sync_folder, write_durably
from store.keys import Keys, keep_for_recovery, must_be_recipient
from store.locations import Places
from store.locks import held
from store.store_file import DamagedStore, StoreFile, read_store_file, write_store_file
from store.wrapping import change_passphrase

LOCK_SECONDS = 10.0


def new_recovery_key() -> tuple[str, str]:
    """A key to copy to paper, and its public side."""
    from pyrage import x25519

    key = x25519.Identity.generate()
    return str(key), str(key.to_public())


def add_recipient(places: Places, keys: Keys, recipient: str) -> Keys:
    """Somebody more can open what is written from now on; `encrypt_anew` does it for what there is. Raises StoreTrouble."""
    must_be_recipient(recipient)
    if recipient in keys.recipients:
        raise StoreTrouble("That key can open the store already.")
    return _begin(places, Keys(keys.identity, (*keys.recipients, recipient)))


def remove_recipient(places: Places, keys: Keys, recipient: str, passphrase: str) -> Keys:
    """Somebody can open nothing any more that is written from now on. Raises StoreTrouble.

    The store gets a new key of its own: who could recover may have taken the one that there was.
    """
    from pyrage import x25519

    if recipient not in keys.recipients[1:]:
        raise StoreTrouble("That is not a recovery key of this store. `casereflect recovery list` names those.")
    fresh = x25519.Identity.generate()
    rest = tuple(known for known in keys.recipients[1:] if known != recipient)
    changed = Keys(f"{fresh} {keys.identity}", (str(fresh.to_public()), *rest))
    change_passphrase(places, changed, passphrase)  # opens with the old recipients too, should it be cut off here
    return _begin(places, changed)


def under_way(places: Places) -> bool:
    """Files are still to be encrypted anew."""
    return places.rekeying.exists()


def encrypt_anew(places: Places, keys: Keys) -> Iterator[tuple[int, int]]:
    """Encrypt every file to the recipients in force that is not done yet: how many are, and how many there are.

    Raises Busy, SaveFailed. A file that cannot be read is left as it is; the doctor says of it what it says of any.
    """
    done = _done(places)
    every = _files(places)
    before = read_rows(places, keys)
    marks: dict[str, tuple[str, str]] = {}
    for number, path in enumerate(every, 1):
        name = path.relative_to(places.home).as_posix()
        if name not in done:
            with held(places.locks, _lock_of(places, path), LOCK_SECONDS):
                old = mark_of(path)
                _anew(path, keys)
                marks[path.name.removesuffix(places.ending)] = (old, mark_of(path))
            _note_done(places, name)
        yield number, len(every)
    true = {case_id: Kept(row.row, marks[case_id][1]) for case_id, row in before.items() if _same(row, marks, case_id)}
    with held(places.locks, "caseload", LOCK_SECONDS):
        put_rows(places, keys, true, marks_of(places))
    _end(places)


def _same(row: Kept, marks: dict[str, tuple[str, str]], case_id: str) -> bool:
    return case_id in marks and marks[case_id][0] == row.mark


def _begin(places: Places, keys: Keys) -> Keys:
    """Note that it is to be done, then say who can open from now on: a kill between the two does it for nobody new."""
    found = read_store_file(places)
    if found is None:
        raise DamagedStore("store.toml is missing from the data folder. `casereflect doctor` says more.")
    write_durably(places.rekeying, b"")
    with contextlib.suppress(FileNotFoundError):
        places.recovery.unlink()
    keep_for_recovery(places, keys)
    write_store_file(places, StoreFile(found.created, found.encrypted, keys.recipients))
    return keys


def _files(places: Places) -> list[Path]:
    """What is kept for long. A draft is short-lived, and is encrypted to the keys in force when it is next written."""
    ending = places.ending
    cases = (*places.cases.glob(f"[!.]*{ending}"), *places.cases.glob(f"[!.]*{ending}.1"))
    frozen = places.frozen.glob(f"[!.]*{ending}")
    alone = (places.practitioner, places.practitioner_before)
    return sorted(
        [*cases, *frozen, *places.certificates.glob(f"[!.]*{ending}"), *(path for path in alone if path.exists())]
    )


def _lock_of(places: Places, path: Path) -> str:
    return "practitioner" if path.parent == places.home else path.name.partition(".")[0].partition("-")[0]


def _anew(path: Path, keys: Keys) -> None:
    try:
        text = keys.decrypt(path.read_bytes())
    except (OSError, StoreTrouble):
        return
    write_durably(path, keys.encrypt(text))


def _done(places: Places) -> set[str]:
    try:
        return set(places.rekeying.read_text(encoding="ascii").splitlines())
    except OSError:
        return set()


def _note_done(places: Places, name: str) -> None:
    handle = os.open(places.rekeying, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        os.fchmod(handle, 0o600)
        os.write(handle, f"{name}\n".encode())
    finally:
        os.close(handle)


def _end(places: Places) -> None:
    try:
        places.rekeying.unlink(missing_ok=True)
        sync_folder(places.home)
    except OSError as error:
        raise save_failed(error) from None
