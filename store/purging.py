"""Removing a case for good: its file and the one before, frozen copies, drafts, versions, copies in backups and aside, its row.

First a certificate says what is to go; then it goes, the case's own file last. Cut off anywhere, it is gone on with.
"""

import contextlib
import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import orjson

from store.backups import MANIFEST, read_manifest, write_manifest
from store.case import Case
from store.case_store import Draft, StoreTrouble
from store.caseload_file import marks_of, put_rows
from store.certificates import Certificate, write_certificate
from store.drafts import read_draft
from store.durable import save_failed, sync_folder, write_durably
from store.keys import Keys
from store.locations import Places
from store.locks import held
from store.practitioner import practitioner_in, practitioner_out

LOCK_SECONDS = 5.0


def certificate_of(case: Case, versions: int, drafts: int, on: date, reason: str) -> Certificate:
    """What is to be kept of it."""
    counts = Counter({kind: len(rows) for kind, rows in case.tables.items()})
    counts.update({"earlier texts": versions, "drafts": drafts})
    return Certificate(case.id, case.ref, on, reason, {kind: many for kind, many in counts.items() if many})


def remove(places: Places, keys: Keys, certificate: Certificate) -> None:
    """Remove all of the case that is in this data folder. May be done again. Raises Busy, SaveFailed."""
    case_id = certificate.case_id
    try:
        for draft in drafts_of(places, keys, case_id):
            draft.unlink(missing_ok=True)
        _from_backups(places, keys, case_id)
        _from_practitioner(places, keys, case_id)
        copies = [*places.frozen.glob(f"{case_id}-*"), *places.aside.rglob(f"{case_id}-*")]
        for path in [
            *copies,
            *places.aside.rglob(f"{case_id}.*"),
            places.previous(case_id),
            *_halves(places, case_id),
        ]:
            path.unlink(missing_ok=True)
        places.case(case_id).unlink(missing_ok=True)
        for folder in (places.drafts, places.cases, *([places.frozen] if copies else [])):
            sync_folder(folder)
    except OSError as error:
        raise save_failed(error) from None
    with held(places.locks, "caseload", LOCK_SECONDS):
        put_rows(places, keys, {}, marks_of(places))
    write_certificate(places, keys, replace(certificate, finished=True))


def drafts_of(places: Places, keys: Keys, case_id: str) -> list[Path]:
    """The drafts of a case."""
    found: Iterator[tuple[Path, Draft | None]] = (
        (path, read_draft(path, keys)) for path in places.drafts.glob(f"[!.]*{places.ending}")
    )
    return [path for path, draft in found if draft is not None and draft.key.case_id == case_id]


def mentions(places: Places, keys: Keys, *words: str) -> list[str]:
    """The files, by name, that still hold one of the words once they are opened; not the certificates and the trail."""
    needles = [word.encode() for word in words]
    return [
        path.relative_to(places.home).as_posix()
        for path in sorted(places.home.rglob("*"))
        if path.is_file() and not {places.certificates, places.audit, places.locks} & set(path.parents)
        if not _certificate_or_trail(path) and any(needle in _opened(path, keys) for needle in needles)
    ]


def _certificate_or_trail(path: Path) -> bool:
    """The same in a backup."""
    return path.parent.name in ("certificates", "audit")


def _opened(path: Path, keys: Keys) -> bytes:
    data = path.read_bytes()
    with contextlib.suppress(StoreTrouble):
        return keys.decrypt(data)
    return data


def _halves(places: Places, case_id: str) -> list[Path]:
    """What writes that were cut off left of it."""
    return [
        *places.cases.glob(f".{case_id}.*"),
        *places.frozen.glob(f".{case_id}-*"),
        *places.locks.glob(f"{case_id}.*"),
    ]


def _from_backups(places: Places, keys: Keys, case_id: str) -> None:
    """Its file, its frozen copies, and what is wanted from supervision about it, in every backup here; those half made too."""
    for folder in [path for path in places.backups.glob("*") if (path / MANIFEST).is_file()]:
        pieces = read_manifest(folder)
        copies = [path.relative_to(folder).as_posix() for path in folder.glob(f"frozen/{case_id}-*")]
        for name in (f"cases/{case_id}{places.ending}", *copies):
            (folder / name).unlink(missing_ok=True)
            pieces.pop(name, None)
        mine = places.practitioner.name
        without = _without(folder / mine, keys, case_id)
        if without is not None:
            write_durably(folder / mine, without)
            if mine in pieces:
                pieces[mine] = replace(pieces[mine], sha256=hashlib.sha256(without).hexdigest(), mark="")
        write_manifest(folder, pieces)
        with contextlib.suppress(FileNotFoundError):
            sync_folder(folder / "cases")


def _from_practitioner(places: Places, keys: Keys, case_id: str) -> None:
    for path in (places.practitioner, places.practitioner_before):
        without = _without(path, keys, case_id)
        if without is not None:
            write_durably(path, without)


def _without(path: Path, keys: Keys, case_id: str) -> bytes | None:
    """The practitioner's file without what is wanted about the case; None where it says nothing of it."""
    try:
        kept = practitioner_in(path.read_bytes(), keys)
    except (OSError, StoreTrouble, ValueError, KeyError, TypeError):
        return None
    if case_id not in kept.wanted:
        return None
    return keys.encrypt(orjson.dumps(practitioner_out(kept.with_wanted(case_id, ""))))
