"""Where this user's folders are, and what can be seen of a store in one before anything else is loaded."""

import sys
from collections.abc import Mapping
from pathlib import Path

NAME = "casereflect"
STORE_FILE = "store.toml"
FORMAT = 1
FORMAT_LINE = f"format = {FORMAT}"
ENCRYPTED_LINE = 'encryption = "age"'
"""Two lines of store.toml, as this program writes them."""


def home(environ: Mapping[str, str]) -> Path:
    """The data folder: `CASEREFLECT_HOME`, else the user's own data folder of this system."""
    if own := environ.get("CASEREFLECT_HOME"):
        return Path(own).expanduser().absolute()
    return _of_the_user(environ.get("XDG_DATA_HOME", ""), "~/.local/share")


def config_path(environ: Mapping[str, str]) -> Path:
    """The file of settings: `CASEREFLECT_CONFIG`, else in the user's own folder of settings of this system."""
    if own := environ.get("CASEREFLECT_CONFIG"):
        return Path(own).expanduser()
    return _of_the_user(environ.get("XDG_CONFIG_HOME", ""), "~/.config") / "config.toml"


def surely_encrypted(folder: Path) -> bool:
    """There is an encrypted store in the folder, as this program writes one; False wherever that takes a closer look."""
    try:
        lines = (folder / STORE_FILE).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return False
    return FORMAT_LINE in lines and ENCRYPTED_LINE in lines


def _of_the_user(named: str, usual: str) -> Path:
    """Our folder in the one that the XDG variable names, which must be a whole path, or in the usual one."""
    if sys.platform == "darwin":
        usual = "~/Library/Application Support"
    return (Path(named) if named.startswith("/") else Path(usual).expanduser()) / NAME
