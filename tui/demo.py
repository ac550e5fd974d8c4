"""The fictional caseload: made from the files in demo_cases, its dates counted from today, in a folder of its own."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from checklists.troubles import StoreTrouble
from checklists.wrong import Wrong
from tui.composition import (
    House,
    clock_of,
    data_folder,
    has_store,
    made_fictional,
    mark_fictional,
    new_house,
)
from tui.passphrase import Asking

if TYPE_CHECKING:
    from tui.demo_content import Review

FOLDER = "casereflect-demo"


def demo_home(environ: Mapping[str, str]) -> Path:
    """Where the fictional caseload is kept: beside the data folder."""
    return data_folder(environ).parent / FOLDER


def ready_demo(environ: Mapping[str, str], folder: Path) -> None:
    """Have the fictional caseload of today in the folder; one of another day is put aside as `demo-<date>`.

    Raises Wrong where the folder holds something else.
    """
    today = clock_of(environ).today()
    made = made_fictional(folder)
    if made == today:
        return
    if made is None and (has_store(folder) or (folder.is_dir() and any(folder.iterdir()))):
        raise Wrong("That folder holds something else.", "Give an empty one, or a new one, to --home.")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        if made is not None:
            folder.rename(_free(folder.parent / f"demo-{made.isoformat()}"))
        # Made beside its place and moved there whole, so that a demo cut short is never found half made.
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".demo-", ignore_cleanup_errors=True) as begun:
            made_in = Path(begun) / FOLDER
            house, _ = new_house(made_in, clock_of(environ), None, Asking())
            make_demo(house)
            mark_fictional(made_in, today)
            made_in.rename(folder)
    except OSError:
        raise StoreTrouble("The fictional caseload cannot be made there: the folder cannot be written to.") from None


def _free(path: Path) -> Path:
    """The path, or the first with a number behind it that is not taken."""
    paths = (path, *(path.with_name(f"{path.name}-{number}") for number in range(2, 1000)))
    return next(found for found in paths if not found.exists())


def make_demo(house: House) -> None:
    """Put the fictional cases into the store, save by save, each as if made on its day; then my own book, in the same way."""
    from tui.demo_content import contents, story

    for content in contents():
        case = story(content, house.clock.today())
        house.on(case.first.on).store.add_case(case.info, case.first.records)
        waiting = case.review
        for saved in case.later:
            if waiting and waiting.on < saved.on:
                begin(house, case.info.id, waiting)
                waiting = None
            with house.on(saved.on).store.change(case.info.id) as change:
                for record in saved.records:
                    change.put(record)
    make_own_book(house)


def make_own_book(house: House) -> None:
    """The fictional practitioner's own book, once the cases are there that it names."""
    from checklists.own_book import own_book
    from checklists.use_cases.cpd import note_cpd
    from store.case import OWN
    from tui.demo_content import own_rows

    for saved in own_rows(own_book(house.store), house.clock.today()):
        with house.on(saved.on).store.change(OWN) as change:
            for record in saved.records:
                change.put(record)
    note_cpd(house.store)


def begin(house: House, case_id: str, review: "Review") -> None:
    """The case is held and frozen on that day, before what was written for the review."""
    from checklists.use_cases.reviewing import begin_review

    then = house.on(review.on)
    begin_review(then.store, then.clock, case_id, review.note)
