"""One thing that was found, and how what is replaced is put aside."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from store.case_store import StoreTrouble
from store.durable import make_private, save_failed, sync_folder, write_durably
from store.locations import Places


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be: the file, what it means, and what can be done."""

    where: str
    """The name of the file within the data folder."""
    says: str
    """What is wrong, and what that means."""
    can: str = ""
    """What a repair does; blank where nothing can be done from here."""
    repair: Callable[[], None] | None = field(default=None, repr=False, compare=False)
    case_id: str = ""
    done: bool = False
    """It was repaired."""
    serious: bool = True
    """False: it is told, and nothing is lost."""


def repaired(findings: Iterable[Finding]) -> list[Finding]:
    """Repair what can be repaired; the findings, those that are repaired noted as that."""
    return [_mended(one) for one in findings]


def _mended(one: Finding) -> Finding:
    if one.repair is None:
        return one
    try:
        one.repair()
    except StoreTrouble as trouble:
        return Finding(one.where, f"{one.says} {trouble}", "", None, one.case_id, serious=one.serious)
    return Finding(one.where, one.says, one.can, None, one.case_id, done=True, serious=one.serious)


def put_aside(places: Places, path: Path, now: datetime) -> None:
    """Move a file out of the way, where nothing reads it and nothing removes it. Raises SaveFailed."""
    if not path.exists():
        return
    folder = places.aside / f"{now:%Y-%m-%d-%H%M%S}" / path.parent.relative_to(places.home)
    make_private(folder)
    target, number = folder / path.name, 1
    while target.exists():
        number += 1
        target = folder / f"{path.name}.{number}"
    try:
        path.rename(target)
        sync_folder(target.parent)
    except OSError as error:
        raise save_failed(error) from None


def put_in_place(places: Places, path: Path, data: bytes, now: datetime) -> None:
    """Put good bytes where a file is damaged or missing; what stood there is put aside. Raises SaveFailed."""
    put_aside(places, path, now)
    make_private(path.parent)
    write_durably(path, data)
