"""The file of one case: the tables as JSON, encrypted, and what is said when it cannot be read."""

from typing import TYPE_CHECKING, Any

import orjson

from store.case_store import NewerFormat, StoreTrouble, UnknownCase, UnreadableCase
from store.durable import write_durably
from store.keys import Keys
from store.locations import Places
from store.migrations import CASE, FORMAT, NEWER, brought_up

if TYPE_CHECKING:
    from store.ledger import State

BLOCK = 4096
"""The text is filled up to whole blocks, so that a file's size tells little of a sentence's length."""


def read_state(places: Places, keys: Keys, case_id: str) -> "tuple[State, int]":
    """The tables of a case, and the format of its file. Raises UnknownCase, UnreadableCase with the reason alone."""
    path = places.case(case_id)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnknownCase("That case is not in the data folder.") from None
    except OSError:
        raise UnreadableCase("The system does not let it be read.") from None
    return state_in(data, keys, case_id)


def state_in(data: bytes, keys: Keys, case_id: str) -> "tuple[State, int]":
    """The tables in a file of these bytes, if they are those of this case, and its format. Raises UnreadableCase."""
    try:
        state = orjson.loads(keys.decrypt(data))
    except StoreTrouble as trouble:
        raise UnreadableCase(str(trouble)) from None
    except orjson.JSONDecodeError:
        raise UnreadableCase("It is cut, empty or damaged.") from None
    return _checked(state, case_id)


def write_state(places: Places, keys: Keys, case_id: str, state: "State") -> None:
    """Keep the tables of a case, and the file before as `.1`. Raises SaveFailed."""
    write_durably(places.case(case_id), keys.encrypt(padded(orjson.dumps(state))), previous=places.previous(case_id))


def padded(text: bytes) -> bytes:
    """The JSON filled up with blanks to whole blocks."""
    return text + b" " * (-len(text) % BLOCK)


def unreadable(places: Places, case_id: str, trouble: UnreadableCase) -> UnreadableCase:
    """The same trouble, said of this file and of the copy before it."""
    before = places.previous(case_id)
    copy = f" The file before its last save is {before.name}." if before.exists() else ""
    return type(trouble)(
        f"A case cannot be read. {trouble} The file {places.case(case_id).name} was left as it is.{copy}"
    )


def _checked(state: Any, case_id: str) -> "tuple[State, int]":
    """The tables, if they are those of this case in a format that we know; a newer one may look otherwise but for its meta."""
    try:
        meta = state["meta"]["meta"]
        written_in = int(meta["format"])
        if written_in > FORMAT:
            raise NewerFormat(NEWER)
        state = brought_up(state, written_in, CASE)
        ours = meta["case_id"] == case_id and isinstance(meta["revision"], int)
        whole = all(isinstance(row, dict) for table in state.values() for row in table.values())
    except (TypeError, KeyError, ValueError, AttributeError):
        raise UnreadableCase("It is not the file of a case.") from None
    if not (ours and whole):
        raise UnreadableCase("It is not the file of this case.")
    return {**state, "meta": {**state["meta"], "meta": {**meta, "format": FORMAT}}}, written_in
