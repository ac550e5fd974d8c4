"""From one format of a file to the next: how a file that an older program wrote is read.

It is brought up in memory; on the disk it stays as it is until its next save writes it in this program's format.
`store.migrating` makes the backup that comes before the first such save.
"""

from collections.abc import Callable, Mapping
from typing import Any

FORMAT = 2
"""The format of the files that this program writes: those of the cases, and the practitioner's own."""
NEWER = "It was written by a newer casereflect. Use that one; nothing was changed."

Content = dict[str, Any]
Steps = Mapping[int, Callable[[Content], Content]]
"""By the format that it starts from: a way from there to the next one. It changes a copy and no file."""


def _more_kinds(state: Content) -> Content:
    """More kinds of records may be in it. What was in it stays as it is; an older program must not open it and lose them."""
    return state


def _days_away(content: Content) -> Content:
    """Days away are kept in it too."""
    return {**content, "away": []}


CASE: Steps = {1: _more_kinds}
PRACTITIONER: Steps = {1: _days_away}


def brought_up(content: Content, written_in: int, steps: Steps) -> Content:
    """What a file of that format holds, as this program writes it. Raises KeyError for a format that never was."""
    for number in range(written_in, FORMAT):
        content = steps[number](content)
    return content
