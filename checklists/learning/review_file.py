"""A file of reviews, read and looked through; docs/how-to.md has a whole one."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import tomli

from checklists.learning.reading import MEND, Reading
from checklists.learning.reviews import (
    CHILDREN,
    SERVICES,
    Asked,
    KindOf,
    NationalReviews,
    Publication,
    Review,
    ReviewFile,
    national_reviews,
    version_of,
)
from checklists.near import nearest
from checklists.wrong import Wrong

THEMES = tuple(f"T{number}" for number in range(1, 9))
QUESTIONS = tuple(f"Q{number}" for number in range(1, 9))
FIELDS = (
    "id",
    "title",
    "kind",
    "looked_at",
    "publications",
    "learning",
    "questions",
    "themes",
    "case_questions",
    "link_when",
    "note",
    "service",
)
TOP = ("schema", "by", "version", "dated", "review")
OF_A_PUBLICATION = ("title", "by", "year", "note", "sure")
OF_THE_BUILT_IN = ("heading", "reminder", "unsure", "asks", "applied", "folder")
_ID = re.compile(r"[A-Z]{1,2}[0-9]{1,3}")
_AGE = re.compile(r"age (?:under (\d{1,3})|(\d{1,3}) or over)")


class _Reviews(Reading):
    """One file of reviews."""

    def __init__(self, text: str, name: str, kinds: Iterable[str], offered_when: Iterable[str]) -> None:
        super().__init__(text, name)
        self.kinds = list(kinds)
        self.offered_when = list(offered_when)

    def review(self, place: int, row: Any) -> Review:
        """One review of the file. Raises Wrong."""
        self.begin(place, f"review {place + 1}")
        if not isinstance(row, Mapping):
            raise self.wrong("review", "each review begins with [[review]].")
        self.known(row, FIELDS)
        named = self.text(row, "id")
        if not _ID.fullmatch(named):
            raise self.wrong("id", "it is one or two capital letters and a number, such as L1.")
        self.called = named
        return Review(
            named,
            self.text(row, "title"),
            self.one(row, "kind", self.kinds),
            self.text(row, "looked_at"),
            tuple(self._publication(one) for one in self.rows(row, "publications", needed=True)),
            self.texts(row, "learning", needed=True),
            tuple(self._asked(one) for one in self.rows(row, "questions", needed=True)),
            self.among(row, "themes", THEMES),
            self.among(row, "case_questions", QUESTIONS),
            tuple(self._link(one) for one in self.texts(row, "link_when")),
            self.text(row, "note", needed=False),
            self.one({"service": row.get("service", CHILDREN)}, "service", SERVICES),
        )

    def _publication(self, row: Any) -> Publication:
        if not isinstance(row, Mapping):
            raise self.wrong("publications", 'each is { title = "…", by = "…", year = 2026, sure = true }.')
        self.known(row, OF_A_PUBLICATION)
        year, sure = row.get("year"), row.get("sure")
        if isinstance(year, bool) or not isinstance(year, int) or not 1900 <= year <= 2200:
            raise self.wrong("year", "it is a year in four figures, such as 2026.")
        if not isinstance(sure, bool):
            raise self.wrong("sure", "it is true where title and year were looked up, else false.")
        by, note = self.text(row, "by"), self.text(row, "note", needed=False)
        return Publication(self.text(row, "title"), by, year, note, sure)

    def _asked(self, row: Any) -> Asked:
        if not isinstance(row, Mapping):
            return Asked(self.text({"questions": row}, "questions"))
        self.known(row, ("ask", "beside"))
        beside = self.one(row, "beside", QUESTIONS) if "beside" in row else ""
        return Asked(self.text(row, "ask"), beside)

    def _link(self, said: str) -> str:
        if _AGE.fullmatch(said) or said in self.offered_when:
            return said
        allowed = ["age under 5", "age 10 or over", *(one for one in self.offered_when if not one.startswith("age "))]
        raise self.wrong("link_when", f"nothing is known by that.{nearest(said, allowed, len(allowed))}")


def read_file(text: str, name: str) -> ReviewFile:
    """A file of one's own or of the council. Raises Wrong, naming file, line, review, field and reason."""
    built_in = national_reviews()
    raw = _parsed(text, name)
    reading = _Reviews(text, name, (kind.id for kind in built_in.kinds), built_in.offered_when)
    reading.known(raw, TOP)
    found = _file(reading, raw, reading.text(raw, "by"))
    for place, review in enumerate(found.reviews):
        if any(one.id == review.id for one in built_in.reviews):
            reading.begin(place, review.id)
            raise reading.wrong("id", "a built-in review has it. Take another letter, such as L.")
    return found


def read_national(text: str, name: str) -> NationalReviews:
    """The built-in file. Raises Wrong in the same way."""
    raw = _parsed(text, name)
    kinds = tuple(KindOf(row["id"], row["words"], row["brief"]) for row in raw.get("kind", ()))
    offered = {row["is"]: row["words"] for row in raw.get("offered_when", ())}
    reading = _Reviews(text, name, (kind.id for kind in kinds), offered)
    reading.known(raw, (*TOP, *OF_THE_BUILT_IN, "kind", "offered_when"))
    found = _file(reading, raw, "")
    heading, reminder, unsure, asks, applied, folder = (reading.text(raw, field) for field in OF_THE_BUILT_IN)
    own = (heading, reminder, unsure, asks, applied, folder, kinds, offered)
    return NationalReviews(name, found.version, found.dated, "", found.reviews, *own)


def years_of(link: str) -> tuple[int | None, int | None]:
    """`age under 5` as (5, None), `age 10 or over` as (None, 10); of anything else (None, None)."""
    found = _AGE.fullmatch(link)
    return (int(found[1]) if found[1] else None, int(found[2]) if found[2] else None) if found else (None, None)


def _parsed(text: str, name: str) -> dict[str, Any]:
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise Wrong(f"{name} cannot be read: {error}.", MEND) from None


def _file(reading: _Reviews, raw: Mapping[str, Any], by: str) -> ReviewFile:
    if raw.get("schema") != 1:
        raise reading.wrong("schema", "it is 1.")
    version, dated = reading.text(raw, "version"), raw.get("dated")
    if not isinstance(dated, date) or isinstance(dated, datetime):
        raise reading.wrong("dated", "it is a day, such as 2026-11-02, without quotation marks.")
    reviews = [reading.review(place, row) for place, row in enumerate(reading.rows(raw, "review", needed=True))]
    for place, review in enumerate(reviews):
        if any(one.id == review.id for one in reviews[:place]):
            reading.begin(place, review.id)
            raise reading.wrong("id", "another review of this file has it.")
    stamped = tuple(replace(review, version=version_of(version, dated)) for review in reviews)
    return ReviewFile(reading.name, version, dated, by, stamped)
