"""An encrypted store whose passphrase opens at once: wrapped with a thousandth of the work that age would choose.

age measures the machine and takes a second or more, on purpose; that is tested where a store is made. The file in
`samples/light_key` is an ordinary age file of scrypt work factor 10, which the program opens as any other.
"""

import shutil
from pathlib import Path

from store.durable import make_private
from store.locations import Places
from store.store_file import StoreFile, write_store_file

PASSPHRASE = "four plain words of mine"
OWN = "age1379hp9czahlnag6yv20c099dpyd7ycj74qktz5j3syhhejuy8shsfyud87"
RECOVERY = "age12e6mthr44g4c5sen3zf8g6qt0w4nxnsvufl8qf0phd7jz3nt3pas25sumr"
_WRAPPED = Path(__file__).parent / "samples" / "light_key" / "identity.age"


def light_store(home: Path) -> Places:
    """An empty encrypted store in a folder, as `casereflect init` leaves it; PASSPHRASE opens it."""
    places = Places(home)
    for folder in (home, places.cases, places.locks, places.drafts):
        make_private(folder)
    shutil.copyfile(_WRAPPED, places.identity)
    places.identity.chmod(0o600)
    write_store_file(places, StoreFile("2026-11-23", encrypted=True, recipients=(OWN, RECOVERY)))
    return places


def written_secret(folder: Path) -> Path:
    """The passphrase in a file for its owner alone."""
    path = folder / "passphrase.txt"
    path.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    path.chmod(0o600)
    return path
