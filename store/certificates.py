"""What is kept of a case that was purged: its reference, how many records there were, when, and why. No content."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import orjson

from store.case_store import StoreTrouble
from store.durable import make_private, sweep, write_durably
from store.keys import Keys
from store.locations import Places


@dataclass(frozen=True, slots=True)
class Certificate:
    """That a case was purged."""

    case_id: str
    ref: str
    purged_on: date
    reason: str
    counts: Mapping[str, int]
    """How many records of each kind; earlier texts and drafts too."""
    finished: bool = False
    """False while it is being removed: cut off, it is gone on with."""


def write_certificate(places: Places, keys: Keys, certificate: Certificate) -> None:
    """Keep it, durably, by whom is alone with the case. Raises SaveFailed."""
    make_private(places.certificates)
    path = places.certificate(certificate.case_id)
    sweep(path)
    write_durably(path, keys.encrypt(orjson.dumps({"format": 1, **asdict(certificate)})))


def read_certificates(places: Places, keys: Keys) -> list[Certificate]:
    """All that can be read, oldest first."""
    paths = sorted(places.certificates.glob(f"[!.]*{places.ending}"))
    found = [one for path in paths if (one := _read(path.read_bytes(), keys))]
    return sorted(found, key=lambda one: (one.purged_on, one.case_id))


def _read(data: bytes, keys: Keys) -> Certificate | None:
    try:
        row: dict[str, Any] = orjson.loads(keys.decrypt(data))
        row.pop("format")
        return Certificate(**{**row, "purged_on": date.fromisoformat(row["purged_on"])})
    except (StoreTrouble, ValueError, KeyError, TypeError):
        return None
