"""Unsaved text on disk: a small file for each filling-in of a form, encrypted to the public keys: writing needs no key."""

import hashlib
from datetime import datetime
from pathlib import Path

import orjson

from store.case_store import Draft, DraftKey, StoreTrouble
from store.durable import write_durably
from store.keys import Keys
from store.locations import Places
from store.text import clean


def path_of(places: Places, key: DraftKey) -> Path:
    """The file of a draft; its name says nothing. One that was kept before windows were told apart has its old name."""
    parts = (key.case_id, key.form, *((key.window,) if key.window else ()))
    name = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
    return places.drafts / f"{name}{places.ending}"


def write_draft(places: Places, keys: Keys, draft: Draft) -> None:
    """Keep it. Takes no lock, so it may be called while the process is being ended. Raises SaveFailed."""
    content = {
        "case_id": draft.key.case_id,
        "form": draft.key.form,
        "window": draft.key.window,
        "texts": {field: clean(text) for field, text in draft.texts.items()},
        "at": draft.at.isoformat(),
        "place": draft.place,
        "title": draft.title,
    }
    write_durably(path_of(places, draft.key), keys.encrypt(orjson.dumps(content)))


def read_draft(path: Path, keys: Keys) -> Draft | None:
    """The draft in a file; None where there is none, or none that can be read."""
    try:
        content = orjson.loads(keys.decrypt(path.read_bytes()))
        key = DraftKey(content["case_id"], content["form"], content.get("window", ""))
        at = datetime.fromisoformat(content["at"])
        return Draft(key, content["texts"], at, content["place"], content.get("title", ""))
    except (OSError, StoreTrouble, ValueError, KeyError, TypeError):
        return None
