"""How long a saved answer takes on one long case, encrypted, until it is on the disk.

python -m benchmarks.saving FOLDER CASE_ID
"""

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.stores import DAY, PASSPHRASE, SENTENCES
from checklists.clock import Clock
from checklists.library import library
from checklists.use_cases.reflect import answer_question
from store.durable import write_durably
from store.keys import Unlocking
from tui.composition import House, open_house
from tui.passphrase import Asking

SAVES = 15


def main(folder: Path, case_id: str) -> None:
    """Write the medians as JSON: a save, the processor time of one, and the disk's own part."""
    house = open_house({"CASEREFLECT_HOME": str(folder), "CASEREFLECT_TODAY": DAY.isoformat()}, Asking())
    house.open_with(Unlocking(house.places, house.store_file.recipients).answer(PASSPHRASE))
    found = {**saved(house, case_id), **written(house.places.case(case_id))}
    json.dump(found, sys.stdout)


def saved(house: House, case_id: str) -> dict[str, float]:
    """Answer one question again and again; the first time loads what a save needs and is left out."""
    clock, question = Clock(fixed=DAY), library("children").questions[3].id
    store = house.store

    def save(number: int) -> None:
        answer_question(store, clock, case_id, question, text=f"{number}. {' '.join(SENTENCES)}")

    save(0)
    size = house.places.case(case_id).stat().st_size
    return {"bytes": size, **timed(save, "wall", "processor")}


def written(path: Path) -> dict[str, float]:
    """The same bytes written as a save writes them, and nothing else."""
    data, other = path.read_bytes(), path.with_name("beside")
    return timed(lambda _: write_durably(other, data), "disk", "disk processor")


def timed(do: Callable[[int], None], wall: str, processor: str) -> dict[str, float]:
    """The medians of some times, in ms."""
    walls, processors = [], []
    for number in range(1, SAVES + 1):
        begun, worked = time.perf_counter(), time.process_time()
        do(number)
        walls.append((time.perf_counter() - begun) * 1000)
        processors.append((time.process_time() - worked) * 1000)
    return {wall: statistics.median(walls), processor: statistics.median(processors)}


if __name__ == "__main__":
    os.umask(0o077)
    main(Path(sys.argv[1]), sys.argv[2])
