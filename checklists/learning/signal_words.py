"""The prompts in words, read from `content/signals.toml`: what each looks for in the record."""

from collections.abc import Mapping
from functools import cache

import tomli

from checklists.content_file import text_of

FILE = "signals.toml"


@cache
def signal_words(service: str) -> Mapping[str, str]:
    """Each signal by its id, in the words of the service."""
    content = tomli.loads(text_of(FILE))
    return {**content["children"], **(content["adults"] if service == "adults" else {})}
