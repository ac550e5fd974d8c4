"""Removing a case for good: its file and the one before, frozen copies, drafts, versions, copies in backups and aside, its row.

First a certificate says what is to go; then it goes, the case's own file last. Cut off anywhere, it is gone on with.
"""

import contextlib
import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import orjson

from store.backups import MANIFEST, read_manifest, sweep_halves, write_manifest
from store.case import Case
from store.case_store import Draft, StoreTrouble
from store.caseload_file import marks_of, put_rows
from store.certificates import Certificate, write_certificate
from store.drafts import read_draft
from store.durable import save_failed, sync_folder, write_durably
from store.keys import Keys
from store.locations import Places
from store.locks import held
from store.unlinking import Links, alone_with_links, copy_without, take_out

LOCK_SECONDS = 5.0


def certificate_of(case: Case, versions: int, drafts: int, on: date, reason: str) -> Certificate:
    """What is to be kept of it."""
    counts = Counter({kind: len(rows) for kind, rows in case.tables.items()})
    counts.update({"earlier texts": versions, "drafts": drafts})
    return Certificate(case.id, case.ref, on, reason, {kind: many for kind, many in counts.items() if many})


def finish(places: Places, keys: Keys, certificate: Certificate, now: datetime) -> None:
    """Go on with a purge that was cut off. Raises Busy, SaveFailed."""
    with (
        held(places.locks, "backup", LOCK_SECONDS),
        alone_with_links(places, keys, certificate, now) as links,
    ):
        remove(places, keys, certificate, links, now)


def remove(places: Places, keys: Keys, certificate: Certificate, links: Links, now: datetime) -> None:
    """Remove all of the case that is in this data folder. May be done again. Raises Busy, SaveFailed."""
    case_id = certificate.case_id
    try:
        take_out(places, keys, links, now)
        for draft in drafts_of(places, keys, case_id):
            draft.unlink(missing_ok=True)
        _from_backups(places, keys, case_id, links)
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


def mentions(places: Places, keys: Keys, words: Collection[str]) -> list[str]:
    """The files, by name, in which one of the words stands once they are opened; not the certificates and the trail."""
    return [
        path.relative_to(places.home).as_posix()
        for path in sorted(places.home.rglob("*"))
        if path.is_file() and not {places.certificates, places.audit, places.locks} & set(path.parents)
        if not _certificate_or_trail(path) and stands_in(_opened(path, keys), words)
    ]


def stands_in(data: bytes, words: Collection[str]) -> bool:
    """One of the words stands there, large or small, and not as a part of a longer one: F-1 does not stand in F-10."""
    text = data.decode(errors="replace")
    small = text.casefold()
    if not any(orjson.dumps(word).decode()[1:-1].casefold() in small for word in words):
        return False
    said = re.compile("|".join(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])" for word in words))
    try:
        return any(said.search(one.casefold()) for one in _texts(orjson.loads(text)))
    except orjson.JSONDecodeError:
        return said.search(small) is not None


def _texts(value: object) -> Iterator[str]:
    """Every text in what a file holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            yield name
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


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


def _from_backups(places: Places, keys: Keys, case_id: str, links: Links) -> None:
    """Its file, its frozen copies, links to it, and what is wanted from supervision about it, in every backup here.

    Those half made too. The list comes first: cut off, what is not as it says is written once more.
    """
    seen: dict[str, bytes | None] = {}
    for folder in [path for path in places.backups.glob("*") if (path / MANIFEST).is_file()]:
        sweep_halves(folder)
        pieces = read_manifest(folder)
        copies = [path.relative_to(folder).as_posix() for path in folder.glob(f"frozen/{case_id}-*")]
        gone = (f"cases/{case_id}{places.ending}", *copies)
        for name in gone:
            pieces.pop(name, None)
        anew = {name: _copy_without(folder / name, keys, links, seen) for name in pieces if name.startswith("cases/")}
        anew[places.practitioner.name] = _without(folder / places.practitioner.name, keys, case_id)
        written = {name: data for name, data in anew.items() if data is not None}
        for name in written.keys() & pieces.keys():
            pieces[name] = replace(pieces[name], sha256=hashlib.sha256(written[name]).hexdigest(), mark="")
        write_manifest(folder, pieces)
        for name in gone:
            (folder / name).unlink(missing_ok=True)
        for name, data in written.items():
            write_durably(folder / name, data)
        with contextlib.suppress(FileNotFoundError):
            sync_folder(folder / "cases")


def _copy_without(path: Path, keys: Keys, links: Links, seen: dict[str, bytes | None]) -> bytes | None:
    """A copy in a backup without the links. Most are one file with several names: what was `seen` is not opened again."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    known = hashlib.sha256(data).hexdigest()
    if known not in seen:
        seen[known] = copy_without(path.name.partition(".")[0], data, keys, links)
    return seen[known]


def _from_practitioner(places: Places, keys: Keys, case_id: str) -> None:
    for path in (places.practitioner, places.practitioner_before):
        without = _without(path, keys, case_id)
        if without is not None:
            write_durably(path, without)


def _without(path: Path, keys: Keys, case_id: str) -> bytes | None:
    """The practitioner's file without what is wanted about the case; None where it says nothing of it."""
    try:
        kept = orjson.loads(keys.decrypt(path.read_bytes()))
        wanted = {known: said for known, said in kept["wanted"].items() if known != case_id}
    except (OSError, StoreTrouble, ValueError, KeyError, TypeError, AttributeError):
        return None
    if kept["wanted"] == wanted:
        return None
    return keys.encrypt(orjson.dumps({**kept, "wanted": wanted}))
