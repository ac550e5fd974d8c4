"""The files that a store is made of, by name, and whether one of them is whole. Caches, drafts and locks are none."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import orjson
import tomli

from store.case_store import NewerFormat, StoreTrouble, UnreadableCase
from store.keys import Keys
from store.locations import Places

if TYPE_CHECKING:
    from store.case import Case

WRAPPED = b"age-encryption.org/v1\n-> scrypt "
"""How a key that is wrapped with a passphrase begins."""
AGE = b"age-encryption.org/v1\n"
_NAME = re.compile(
    r"store\.toml|my-timescales\.toml|fictional\.txt|identity\.age|recovery\.age|practitioner\.(age|json)"
    r"|frozen/[0-9A-Za-z]+-[0-9A-Za-z]+\.(age|json)|(cases|certificates)/[0-9A-Za-z]+\.(age|json)|audit/(head|\d{4}-\d\d\.log)"
)
_ALONE = ("store.toml", "my-timescales.toml", "fictional.txt", "identity.age", "recovery.age")
CUT = "It is cut, empty or damaged."


def is_piece(name: str) -> bool:
    """True for a name that a file of a store may have, and so for none that leads out of the folder."""
    return _NAME.fullmatch(name) is not None


def pieces_of(places: Places) -> list[str]:
    """The files there are, by their names within the home. The head of the trail comes before its lines: it may lag."""
    ending = places.ending
    found = [name for name in (*_ALONE, f"practitioner{ending}") if (places.home / name).is_file()]
    for folder in ("cases", "frozen", "certificates"):
        found += sorted(path.relative_to(places.home).as_posix() for path in (places.home / folder).glob(f"*{ending}"))
    found += ["audit/head", *sorted(f"audit/{path.name}" for path in places.audit.glob("*.log"))]
    return [name for name in found if is_piece(name) and (places.home / name).is_file()]


def wrong_with(name: str, data: bytes, keys: Keys | None) -> str:
    """Why a file is not whole, in a sentence; blank where nothing is wrong. Without keys only what can be seen so."""
    kind, _, file = name.rpartition("/")
    checks: dict[str, Callable[[], None]] = {
        "cases": lambda: _case(file.partition(".")[0], data, keys),
        "frozen": lambda: _case(file.partition("-")[0], data, keys),
        "certificates": lambda: _sealed(data, keys),
    }
    try:
        if kind in checks:
            checks[kind]()
        elif kind == "":
            _alone(name, data, keys)
    except NewerFormat:
        return ""  # it opens, and is whole as far as this program can see
    except StoreTrouble as trouble:
        return str(trouble)
    except (ValueError, KeyError, TypeError):
        return CUT
    return ""


def case_in(case_id: str, data: bytes, keys: Keys) -> int:
    """Read a case's file whole, every record and earlier text validated; its revision. Raises UnreadableCase."""
    return case_whole(case_id, data, keys).revision


def case_whole(case_id: str, data: bytes, keys: Keys) -> "Case":
    """The case in a file of these bytes, every record and earlier text of it validated. Raises UnreadableCase."""
    from store.case_file import state_in
    from store.ledger import Ledger

    state, _ = state_in(data, keys, case_id)
    ledger = Ledger(state, lambda: datetime.now(UTC))
    ledger.versions("")
    ledger.changes()
    return ledger.case


def _case(case_id: str, data: bytes, keys: Keys | None) -> None:
    if keys is not None:
        case_in(case_id, data, keys)
    elif not data:
        raise UnreadableCase(CUT)


def _sealed(data: bytes, keys: Keys | None) -> None:
    if keys is not None:
        orjson.loads(keys.decrypt(data))


def _alone(name: str, data: bytes, keys: Keys | None) -> None:
    if name == "store.toml":
        recipients = tomli.loads(data.decode())["recipients"]
        Keys(None, tuple(recipients)).encrypt(b"")  # a changed letter of a public key shows here
    elif name.endswith(".toml"):
        tomli.loads(data.decode())
    elif name == "identity.age" and not data.startswith(WRAPPED):
        raise UnreadableCase("It is no key that is wrapped with a passphrase.")
    elif name == "recovery.age" and not data.startswith(AGE):
        raise UnreadableCase(CUT)
    elif name.startswith("practitioner") and keys is not None:
        from store.practitioner import practitioner_in

        practitioner_in(data, keys)
