"""The small app of our widgets; what Textual writes is recorded, as JSON line by line, beside what is sent.

RECORD names the file. Run as a program in a pty.
"""

import json
import os
import sys
from pathlib import Path

from textual.driver import Driver

from tests.tui.demo import Demo
from tui import terminal
from tui.themes import choose


class Recorded(Demo):
    """The app, with a driver before ours."""

    def get_driver_class(self) -> type[Driver]:
        """Ours, and each text is recorded before it comes to it."""
        ours = super().get_driver_class()
        record = Path(os.environ["RECORD"]).open("a", encoding="utf-8")  # noqa: SIM115 - as long as the app runs

        class Recording(ours):  # type: ignore[valid-type, misc]
            def write(self, data: str) -> None:
                record.write(json.dumps(data) + "\n")
                record.flush()
                super().write(data)

        return Recording


if __name__ == "__main__":
    sys.exit(Recorded(choose(os.environ), plain=terminal.only_ascii(os.environ)).run_in_terminal())
