"""Files as the first format had them: samples written by a program of that format, and a store taken back to it."""

import shutil
from pathlib import Path

import orjson

from store.keys import Keys
from store.locations import Places

SAMPLES = Path(__file__).parents[1] / "samples"
CASE_ID = "01M88FVQHYJ3SKZW0C5PC6ER5T"
"""Of the case in the sample: F-102, with one I wonder and its earlier text."""
TEXTS = ("Late nights may be noise.", "Late nights.")
"""What it says, and what it said before."""


def older_store(places: Places, keys: Keys) -> Path:
    """Put the sample of a case, and of the practitioner's own file, into the data folder. Where the case lies."""
    places.cases.mkdir(parents=True, exist_ok=True)
    for path, sample in ((places.case(CASE_ID), "case"), (places.practitioner, "practitioner")):
        path.write_bytes(keys.encrypt((SAMPLES / f"{sample}-format-1.json").read_bytes()))
        path.chmod(0o600)
    return places.case(CASE_ID)


def format_of(path: Path, keys: Keys) -> int:
    """The format of a case's file."""
    return int(orjson.loads(keys.decrypt(path.read_bytes()))["meta"]["meta"]["format"])


def taken_back(places: Places, keys: Keys) -> dict[Path, bytes]:
    """Every case as the first format had it, and no backup; the bytes by file."""
    shutil.rmtree(places.backups, ignore_errors=True)
    files = {}
    for path in places.cases.glob(f"[!.]*{places.ending}"):
        state = orjson.loads(keys.decrypt(path.read_bytes()))
        state["meta"]["meta"]["format"] = 1
        files[path] = keys.encrypt(orjson.dumps(state))
        path.write_bytes(files[path])
    return files
