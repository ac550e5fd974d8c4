"""store.toml: the format, the day it was made, and who can open it. No names, nothing secret."""

from typing import NamedTuple

import tomli

from store.case_store import NewerFormat, StoreTrouble
from store.durable import write_durably
from store.home import ENCRYPTED_LINE, FORMAT, FORMAT_LINE
from store.locations import Places

_ENCRYPTED = {"age": True, "none": False}
_UNREADABLE = (
    "store.toml in the data folder cannot be read, so the store was not opened. The case files were left as they are. "
    "Put a copy of store.toml back from a backup."
)


class DamagedStore(StoreTrouble):
    """store.toml or the key cannot be read."""

    exit_code = 5


class StoreFile(NamedTuple):
    """What store.toml says."""

    created: str
    encrypted: bool
    recipients: tuple[str, ...] = ()
    """Public age recipients that can open the cases: our own first, then those for recovery."""


def read_store_file(places: Places) -> StoreFile | None:
    """What store.toml says; None where there is no store yet. Raises NewerFormat, DamagedStore."""
    try:
        content = tomli.loads(places.store_file.read_text(encoding="utf-8"))
        if content["format"] > FORMAT:
            raise NewerFormat("This store was written by a newer casereflect. Use that one; nothing was changed.")
        found = StoreFile(content["created"], _ENCRYPTED[content["encryption"]], tuple(content["recipients"]))
    except FileNotFoundError:
        _refuse_orphans(places)
        return None
    except (OSError, ValueError, KeyError, TypeError):
        raise DamagedStore(_UNREADABLE) from None
    if found.encrypted != bool(found.recipients):  # without a recipient nothing would be encrypted
        raise DamagedStore(_UNREADABLE)
    return found


def write_store_file(places: Places, content: StoreFile) -> None:
    """Write store.toml. Raises SaveFailed."""
    encryption = ENCRYPTED_LINE if content.encrypted else 'encryption = "none"'
    recipients = "".join(f'  "{recipient}",\n' for recipient in content.recipients)
    text = (
        "# casereflect's store. The case files open with `age -d -i identity.age`, with or without this program.\n"
        f'{FORMAT_LINE}\ncreated = "{content.created}"\n{encryption}\n'
        f"recipients = [\n{recipients}]\n"
    )
    write_durably(places.store_file, text.encode())


def _refuse_orphans(places: Places) -> None:
    """A new key beside cases that were encrypted to the old one would lock them for good."""
    if any(places.cases.glob("[!.]*")):
        raise DamagedStore(
            "store.toml is missing from the data folder, but there are cases in it; they were left as they are. "
            "Put store.toml back from a backup."
        )
