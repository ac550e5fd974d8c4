"""Pages to read: what is recorded in one record, its earlier texts, the history of a question."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from checklists.pages.blocks import Page
from tui.keys import Context, bindings
from tui.screens.base import HouseScreen

if TYPE_CHECKING:
    from checklists.limits import Limits
    from checklists.masking import Reading

Today = Callable[[], date]


class ReadScreen(HouseScreen):
    """A page to read, made anew whenever it is drawn."""

    footer = "read"
    about = "read"
    contexts: ClassVar[tuple[Context, ...]] = ("move",)
    BINDINGS: ClassVar = [*bindings()]

    def __init__(self, make: "Callable[[Reading], Page]") -> None:
        super().__init__()
        self.make = make

    def compose_page(self) -> Page:
        """The page."""
        return self.make(self.reading)


def question_history(case_id: str, question: str, today: Today) -> ReadScreen:
    """Every answer to a question with its date, and what changed between two."""
    from checklists.pages.history import history_page
    from checklists.use_cases.reflect import answers_to

    def make(reading: "Reading") -> Page:
        case = reading.case(case_id)
        versions = {answer.id: reading.versions(case_id, answer.id) for answer in answers_to(case, question)}
        return history_page(case, question, versions, today())

    return ReadScreen(make)


def record_history(case_id: str, record_id: str, today: Today) -> ReadScreen:
    """The earlier texts of a record, and the fields that changed. Raises UnknownRecord."""
    from checklists.own_book import book
    from checklists.pages.record_history import record_history_page
    from checklists.use_cases.records import the_record
    from store.records import Record

    def make(reading: "Reading") -> Page:
        case = book(reading, case_id)
        record = the_record(case, record_id, Record)
        return record_history_page(case, record, reading.versions(case_id), today())

    return ReadScreen(make)


def record_reading(case_id: str, record_id: str, today: Today, limits: "Callable[[], Limits]") -> ReadScreen:
    """All that is recorded in a record, and when it was written. Raises UnknownRecord."""
    from checklists.own_book import book
    from checklists.pages.register import record_page
    from checklists.use_cases.records import the_record
    from store.records import Record

    def make(reading: "Reading") -> Page:
        case = book(reading, case_id)
        return record_page(case, the_record(case, record_id, Record), today(), limits())

    return ReadScreen(make)
