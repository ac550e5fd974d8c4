"""Talking with plain mode: on a terminal, prompt by prompt, or by a script of answers; and what may never be sent."""

import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n)|[\u2500-\u259f\u2800-\u28ff\u202a-\u202e]")
"""Controls, a lone CR, drawn boxes, Braille patterns, turned writing."""


class Talk:
    """A conversation on a terminal; it remembers every byte that was sent."""

    def __init__(self, child: Any) -> None:
        self.child = child
        self.log = io.StringIO()
        child.logfile_read = self.log

    def hears(self, *lines: str) -> None:
        """Wait for these texts, one after the other."""
        for line in lines:
            self.child.expect_exact(line)

    def answers(self, *pairs: tuple[str, str]) -> None:
        """Wait for each prompt, which begins a line and ends what was sent, and type its answer.

        What stands in a field is said in its prompt; it may be left out here.
        """
        for prompt, answer in pairs:
            self.child.expect(f"\n{re.escape(prompt)}( \\(now: [^\n]*Enter to keep[^\n]*)?: $")
            self.child.sendline(answer)

    @property
    def all(self) -> str:
        """Everything that was sent to the terminal."""
        return self.log.getvalue()


def nothing_forbidden(sent: str) -> None:
    """No byte that moves, rings, draws or redraws."""
    found = FORBIDDEN.search(sent)
    assert found is None, sent[max(0, found.start() - 80) : found.end() + 20]


def script(pairs: Iterable[tuple[str, str]], *more: str) -> str:
    """The answers as a script for a pipe."""
    return "".join(f"{answer}\n" for answer in (*(answer for _, answer in pairs), *more))


def prompts_of(said: str) -> Sequence[str]:
    """The prompts in what was written to a pipe: each ends its line."""
    return [line for line in said.split("\n") if line.endswith(": ")]
