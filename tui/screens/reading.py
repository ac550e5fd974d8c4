"""Pages to read: what is recorded in one record, its earlier texts, the history of a question."""

from collections.abc import Callable
from typing import ClassVar

from checklists.pages.blocks import Page
from tui.composition import House
from tui.keys import Context, bindings
from tui.screens.base import HouseScreen


class ReadScreen(HouseScreen):
    """A page to read, made anew whenever it is drawn."""

    footer = "read"
    about = "read"
    contexts: ClassVar[tuple[Context, ...]] = ("move",)
    BINDINGS: ClassVar = [*bindings()]

    def __init__(self, make: Callable[[], Page]) -> None:
        super().__init__()
        self.make = make

    def compose_page(self) -> Page:
        """The page."""
        return self.make()


def question_history(house: House, case_id: str, question: str) -> ReadScreen:
    """Every answer to a question with its date, and what changed between two."""
    from checklists.pages.history import history_page
    from checklists.use_cases.reflect import answers_to

    def make() -> Page:
        case = house.store.case(case_id)
        versions = {answer.id: house.store.versions(case_id, answer.id) for answer in answers_to(case, question)}
        return history_page(case, question, versions, house.clock.today())

    return ReadScreen(make)


def record_history(house: House, case_id: str, record_id: str) -> ReadScreen:
    """The earlier texts of a record, and the fields that changed. Raises UnknownRecord."""
    from checklists.pages.history import record_history_page
    from checklists.use_cases.records import the_record
    from store.records import Record

    def make() -> Page:
        case = house.store.case(case_id)
        record = the_record(case, record_id, Record)
        return record_history_page(case, record, house.store.versions(case_id, record_id), house.clock.today())

    return ReadScreen(make)


def record_reading(house: House, case_id: str, record_id: str) -> ReadScreen:
    """All that is recorded in a record, and when it was written. Raises UnknownRecord."""
    from checklists.pages.register import record_page
    from checklists.use_cases.records import the_record
    from store.records import Record

    def make() -> Page:
        case = house.store.case(case_id)
        return record_page(case, the_record(case, record_id, Record), house.clock.today())

    return ReadScreen(make)
