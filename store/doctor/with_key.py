"""What can be seen with the key: every case and copy, the practitioner's file, drafts, the caseload, the trail, backups."""

import contextlib
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from store.backups import backups_of, faults_in
from store.case_store import NewerFormat, StoreTrouble
from store.caseload_file import read_rows
from store.certificates import read_certificates
from store.doctor.copies import cases_in_backups, good_case, good_copy
from store.doctor.finding import Finding, put_aside, put_in_place
from store.drafts import read_draft
from store.frozen import trouble_with
from store.keys import Keys, keep_for_recovery
from store.locations import Places, is_plain
from store.locks import held
from store.migrations import NEWER
from store.pieces import case_in, case_whole, wrong_with
from store.practitioner import practitioner_in
from store.purging import finish
from store.rekey import encrypt_anew, under_way
from store.trail_check import faults_of, saves_not_noted

LOCK_SECONDS = 5.0


def look_with_key(places: Places, keys: Keys, now: datetime) -> list[Finding]:
    """Everything that is found, cases first."""
    looks = (
        _purges,
        _cases,
        _missing_cases,
        _copies_before,
        _frozen,
        _practitioner,
        _drafts,
        _caseload,
        _recovery,
        _backups,
    )
    found = [finding for look in looks for finding in look(places, keys, now)]
    return [*found, *_trail(places, keys)]


def revisions_of(places: Places, keys: Keys) -> dict[str, int]:
    """How often each case was saved, of those that can be read."""
    found: dict[str, int] = {}
    for path in _case_files(places):
        case_id = path.name.removesuffix(places.ending)
        try:
            found[case_id] = case_in(case_id, path.read_bytes(), keys)
        except (OSError, StoreTrouble):
            continue
    return found


def _case_files(places: Places) -> list[Path]:
    paths = sorted(places.cases.glob(f"*{places.ending}"))
    return [path for path in paths if is_plain(path.name.removesuffix(places.ending))]


def _purges(places: Places, keys: Keys, now: datetime) -> Iterator[Finding]:
    """A purge that was cut off: part of the case may still be there."""
    for one in read_certificates(places, keys):
        if not one.finished:
            says = "A purge was cut off. Part of the case may still be in the data folder."
            name = f"certificates/{one.case_id}{places.ending}"
            yield Finding(name, says, "It can be finished.", partial(finish, places, keys, one, now), one.case_id)


def _cases(places: Places, keys: Keys, now: datetime) -> Iterator[Finding]:
    for path in _case_files(places):
        case_id = path.name.removesuffix(places.ending)
        try:
            case_in(case_id, path.read_bytes(), keys)
        except NewerFormat as trouble:
            yield Finding(f"cases/{path.name}", f"A case was not read. {trouble}", case_id=case_id)
        except OSError:
            yield Finding(f"cases/{path.name}", "The system does not let it be read.", case_id=case_id)
        except StoreTrouble as trouble:
            yield _case(places, keys, now, case_id, f"A case cannot be read. {trouble}")


def _missing_cases(places: Places, keys: Keys, now: datetime) -> Iterator[Finding]:
    """A case of which only copies are left, unless it was purged."""
    there = {path.name.removesuffix(places.ending) for path in _case_files(places)}
    before = {path.name.partition(".")[0] for path in places.cases.glob(f"*{places.ending}.1")}
    for case_id in sorted((before | cases_in_backups(places)) - there):
        if is_plain(case_id) and not places.certificate(case_id).exists():
            yield _case(places, keys, now, case_id, "The file of a case is missing. Only a copy of it is left.")


def _case(places: Places, keys: Keys, now: datetime, case_id: str, says: str) -> Finding:
    name = f"cases/{case_id}{places.ending}"
    good = good_case(places, keys, case_id)
    if good is None:
        return Finding(name, f"{says} No copy of it can be read. The file was left as it is.", case_id=case_id)

    def repair() -> None:
        with held(places.locks, case_id, LOCK_SECONDS):
            put_in_place(places, places.case(case_id), good.data, now)

    can = f"It can be put back from {good.source}, as it was after save {good.revision}. What was saved later is lost."
    return Finding(name, says, can, repair, case_id)


def _copies_before(places: Places, keys: Keys, now: datetime) -> Iterator[Finding]:
    for path in sorted(places.cases.glob(f"*{places.ending}.1")):
        case_id = path.name.partition(".")[0]
        try:
            case_in(case_id, path.read_bytes(), keys)
        except (OSError, StoreTrouble):
            if places.case(case_id).exists():
                says = "The copy before the last save cannot be read. The next save makes another."
                yield _aside(places, path, now, says)


def _frozen(places: Places, keys: Keys, now: datetime) -> Iterator[Finding]:
    """Frozen copies that are not what their case says was made, and those that no case names."""
    named: set[str] = set()
    for path in _case_files(places):
        with contextlib.suppress(OSError, StoreTrouble):
            for one in case_whole(path.name.removesuffix(places.ending), path.read_bytes(), keys).info.frozen:
                named.add(one.name)
                if trouble := trouble_with(places, keys, one.name, one.sha256):
                    yield _frozen_copy(places, keys, now, one.name, trouble)
    for path in sorted(places.frozen.glob(f"[!.]*{places.ending}")):
        name = path.name.removesuffix(places.ending)
        if name not in named and places.case(name.partition("-")[0]).exists():
            yield _aside(places, path, now, "A frozen copy that its case does not name: making it was cut off.")


def _frozen_copy(places: Places, keys: Keys, now: datetime, name: str, trouble: str) -> Finding:
    path, says = places.frozen_copy(name), f"A frozen copy of a case cannot be relied on. {trouble}"
    file = f"frozen/{path.name}"
    good = good_copy(places, file, keys)
    if good is None:
        return Finding(file, f"{says} No copy of it can be read. The file was left as it is.")
    return Finding(
        file, says, f"It can be put back from {good.source}.", lambda: put_in_place(places, path, good.data, now)
    )


def _practitioner(places: Places, keys: Keys, now: datetime) -> Iterator[Finding]:
    path, before = places.practitioner, places.practitioner_before
    if _is_newer(path, keys):
        yield Finding(path.name, f"Your own file, with the days of supervision, was not read. {NEWER}")
        return
    trouble = _trouble(path, keys)
    if not trouble:
        return
    says = f"Your own file, with the days of supervision, cannot be used. {trouble}"
    if not path.exists() and not before.exists():
        if good_copy(places, path.name, keys) is None:
            return
        says = "Your own file, with the days of supervision, is missing."
    if before.exists() and not wrong_with(path.name, before.read_bytes(), keys):
        data, source = before.read_bytes(), "the file before its last save"
    elif good := good_copy(places, path.name, keys):
        data, source = good.data, good.source
    else:
        yield Finding(path.name, f"{says} No copy of it can be read. The file was left as it is.")
        return
    can = f"It can be put back from {source}."
    yield Finding(path.name, says, can, lambda: put_in_place(places, path, data, now))


def _is_newer(path: Path, keys: Keys) -> bool:
    """Written by a newer program: no older copy is a repair for it."""
    try:
        practitioner_in(path.read_bytes(), keys)
    except NewerFormat:
        return True
    except (OSError, StoreTrouble, ValueError, KeyError, TypeError):
        return False
    return False


def _trouble(path: Path, keys: Keys) -> str:
    try:
        return wrong_with(path.name, path.read_bytes(), keys)
    except FileNotFoundError:
        return "It is missing."
    except OSError:
        return "The system does not let it be read."


def _drafts(places: Places, keys: Keys, now: datetime) -> Iterator[Finding]:
    for path in sorted(places.drafts.glob(f"*{places.ending}")):
        if read_draft(path, keys) is None:
            yield _aside(places, path, now, "A draft cannot be read. It is not offered anywhere.")


def _aside(places: Places, path: Path, now: datetime, says: str) -> Finding:
    name = path.relative_to(places.home).as_posix()
    return Finding(name, says, "It can be put aside.", lambda: put_aside(places, path, now), serious=False)


def _caseload(places: Places, keys: Keys, now: datetime) -> Iterator[Finding]:
    """The list from which Today is drawn: only a cache, made anew from the cases whenever it is not true."""
    if not _case_files(places) or read_rows(places, keys):
        return
    if places.caseload.exists():
        says = "The caseload cannot be read. It is made anew from the cases when it is next looked at."
        yield _aside(places, places.caseload, now, says)
    else:
        says = "The caseload is missing. It is made anew from the cases when it is next looked at."
        yield Finding(places.caseload.name, says, serious=False)


def _recovery(places: Places, keys: Keys, now: datetime) -> Iterator[Finding]:  # noqa: ARG001 - as the others are called
    """Whether those who can recover the store still can, also after a change that was cut off."""
    if keys.recipients[1:] and not places.recovery.exists():
        says = "recovery.age is missing: a lost passphrase could not be set anew with the recovery key."
        yield Finding("recovery.age", says, "It can be made anew.", lambda: keep_for_recovery(places, keys))
    if under_way(places):
        says = "A change of who can open the store was cut off. Until it is done some files open for others than the new ones."

        def finish() -> None:
            for _ in encrypt_anew(places, keys):
                pass

        yield Finding("rekeying", says, "It can be gone on with.", finish)


def _backups(places: Places, keys: Keys, now: datetime) -> Iterator[Finding]:  # noqa: ARG001 - as the others are called
    for backup in backups_of(places):
        for fault in faults_in(backup.folder):
            says = f"{fault} The next backup copies anew what can still be read."
            yield Finding(f"backups/{backup.folder.name}", says, serious=False)


def _trail(places: Places, keys: Keys) -> Iterator[Finding]:
    for fault in faults_of(places, keys):
        yield Finding("audit", fault)
    for case_id, (noted, saved) in saves_not_noted(places, keys, revisions_of(places, keys)).items():
        says = f"The trail ends at save {noted} of a case that is at save {saved}: lines are missing, or a power cut took them."
        yield Finding("audit", says, case_id=case_id)
