"""The prompts in words, read from `content/signals.toml`: what each looks for in the record."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import tomli

FILE = "signals.toml"


@cache
def signal_words(service: str) -> Mapping[str, str]:
    """Each signal by its id, in the words of the service."""
    content = tomli.loads(files("checklists.content").joinpath(FILE).read_text(encoding="utf-8"))
    return {**content["children"], **(content["adults"] if service == "adults" else {})}
