"""The files of limits beside the store: the person's own, and the council's, which is only read."""

from collections.abc import Mapping
from pathlib import Path

from store.case_store import StoreTrouble
from store.durable import write_durably
from store.locations import Places

NAME = "my-timescales.toml"
COUNCIL = "CASEREFLECT_COUNCIL"
COUNCIL_FILE = Path("/etc/casereflect/council.toml")


def read_my_limits(places: Places) -> str:
    """The person's file; blank where there is none. Raises StoreTrouble."""
    return _text(places.home / NAME)


def write_my_limits(places: Places, text: str) -> None:
    """Keep the person's file, durably. Raises SaveFailed."""
    write_durably(places.home / NAME, text.encode())


def read_council(environ: Mapping[str, str]) -> str:
    """The council's file; blank where there is none. Raises StoreTrouble."""
    return _text(Path(environ.get(COUNCIL, "") or COUNCIL_FILE))


def limits_mark(places: Places, environ: Mapping[str, str]) -> tuple[int, ...]:
    """A mark that differs once one of the two files was written again."""
    paths = (places.home / NAME, Path(environ.get(COUNCIL, "") or COUNCIL_FILE))
    return tuple(path.stat().st_mtime_ns if path.exists() else 0 for path in paths)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError):
        raise StoreTrouble(f"{path.name} cannot be read. Look at its permissions; it is UTF-8 text.") from None
