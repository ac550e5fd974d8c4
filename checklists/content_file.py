"""A built-in content file on its way in: its text, and whatever is amiss said in one sentence that names the file."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files

import tomli

from checklists.wrong import Wrong


def text_of(name: str) -> str:
    """The text of a file of `content/`."""
    return files("checklists.content").joinpath(name).read_text(encoding="utf-8")


@contextmanager
def checked(name: str) -> Iterator[None]:
    """While a file is read: what is no TOML, or lacks something, is said with its name. Raises Wrong."""
    try:
        yield
    except tomli.TOMLDecodeError as error:
        raise Wrong(f"{name} cannot be read: {error}.", "Mend that line.") from None
    except KeyError as error:
        raise Wrong(f"{name}: {error.args[0]} is missing.", "Add it, or take the built-in file.") from None
