"""The folders into which files with reviews may be put: one's own beside the settings, the council's beside its file."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from store.home import config_path
from store.limits_file import COUNCIL, COUNCIL_FILE

FOLDER = "reviews"
LARGEST = 200_000
"""So many bytes at most; no file of reviews comes near it."""
Whose = Literal["council", "own"]


class FoundFile(NamedTuple):
    """A file that lies there."""

    whose: Whose
    name: str
    text: str = ""
    trouble: str = ""
    """Why it cannot be read, in a sentence."""


def folders(environ: Mapping[str, str]) -> tuple[tuple[Whose, Path], ...]:
    """The council's folder, and one's own."""
    council = Path(environ.get(COUNCIL, "") or COUNCIL_FILE)
    return (("council", council.parent / FOLDER), ("own", config_path(environ).parent / FOLDER))


def read_review_files(environ: Mapping[str, str]) -> list[FoundFile]:
    """Every file there, the council's first, by name. Without surroundings no folder is looked into."""
    return [found for whose, folder in folders(environ) for found in _in(whose, folder)] if environ else []


def _in(whose: Whose, folder: Path) -> Iterator[FoundFile]:
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".toml")
    except FileNotFoundError:
        return
    except OSError:
        yield FoundFile(whose, f"{FOLDER}/", trouble=f"The folder {FOLDER} cannot be read. Look at its permissions.")
        return
    for path in paths:
        yield _read(whose, path)


def _read(whose: Whose, path: Path) -> FoundFile:
    try:
        if path.stat().st_size > LARGEST:
            return FoundFile(whose, path.name, trouble=f"{path.name} is larger than a file of reviews can be.")
        return FoundFile(whose, path.name, path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return FoundFile(
            whose, path.name, trouble=f"{path.name} cannot be read. Look at its permissions; it is UTF-8 text."
        )
