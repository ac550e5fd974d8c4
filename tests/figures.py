"""What a test of faults counted, for the table of `make faults`."""

import json
import os

FILE = "CASEREFLECT_FIGURES"


def count(fault: str, **figures: int) -> None:
    """Add figures to a row of the table, where one is being made."""
    if file := os.environ.get(FILE):
        with open(file, "a", encoding="utf-8") as table:  # noqa: PTH123 - several tests write at once
            table.write(json.dumps({"fault": fault, **figures}) + "\n")
