"""What would point to somebody: references, initials, own ids and labels that the store knows, looked for in a text."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from checklists.masking import Reading
    from store.case import Case
    from store.records import Record
    from store.summary import CaseSummary

_LETTER = re.compile(r"\w")
_INITIALS = re.compile(r"[^\W\d_]\.?(?: ?[^\W\d_]\.?){1,3}")
"""`K.M.`, `KM`, `J. D.`: two to four letters, each with its dot or without; a short word such as `gran` has small ones."""


class Known(NamedTuple):
    """One name that is known: what it is, and of which case."""

    what: str
    """reference, initials, own id, person, agency, who covers."""
    text: str
    ref: str = ""


class Found(NamedTuple):
    """A name that stands in a text: where, and which."""

    where: str
    known: Known

    @property
    def said(self) -> str:
        """`What I did: K.M. (initials, F-102)`."""
        whose = f" ({self.known.what}{f', {self.known.ref}' if self.known.ref else ''})"
        return f"{self.where}: {self.known.text}{whose}"


def names_in_rows(rows: "Iterable[CaseSummary]") -> list[Known]:
    """What the caseload alone knows: references, initials, own ids. No case is opened."""
    return [known for row in rows for known in _of_row(row)]


def _of_row(row: "CaseSummary") -> Iterator[Known]:
    yield Known("reference", row.ref, row.ref)
    for child in row.children:
        yield Known("initials", child.initials, row.ref)
        yield Known("own id", child.own_id, row.ref)


def names_in_store(reading: "Reading", unread: list[str] | None = None) -> list[Known]:
    """What the whole store knows: every case with the earlier texts of its people, cases that were purged, who covers.

    References of cases that cannot be read are put into `unread`: their names were not looked for.
    """
    found = [Known("reference", one.ref, one.ref) for one in reading.certificates()]
    found += [Known("who covers", one.cover) for one in reading.practitioner().away]
    for row in reading.caseload():
        found += _of_row(row)
        if row.damaged:
            if unread is not None:
                unread.append(row.ref)
            continue
        found += names_in_case(reading.case(row.id))
        found += [one for version in reading.versions(row.id) for one in _of_record(version.record, row.ref)]
    return list(dict.fromkeys(found))


def names_in_case(case: "Case") -> list[Known]:
    """What one case knows."""
    records = [case.info, *(record for table in case.tables.values() for record in table)]
    return list(dict.fromkeys(known for record in records for known in _of_record(record, case.ref)))


def _of_record(record: "Record", ref: str) -> Iterator[Known]:
    from store.records import Agency, CaseRecord, Child, Person

    match record:
        case CaseRecord():
            yield Known("reference", record.ref, ref)
        case Child():
            yield Known("initials", record.initials, ref)
            yield Known("own id", record.own_id, ref)
        case Person():
            yield Known("person", record.label, ref)
        case Agency() if any(letter.isupper() or letter.isdecimal() for letter in record.label):
            yield Known("agency", record.label, ref)


def look_for(names: Iterable[Known], texts: Iterable[tuple[str, str]]) -> list[Found]:
    """Each name that stands in a text as a whole word, whatever its case; `texts` are (where, text)."""
    known = _once(names)
    return [
        Found(where, one)
        for where, text in texts
        if text.strip()
        for one in known
        if (pattern := _pattern(one.text)) and pattern.search(text)
    ]


def _once(names: Iterable[Known]) -> list[Known]:
    """Each text once: the same word in two cases is one thing to take out."""
    once: dict[str, Known] = {}
    for known in names:
        once.setdefault(known.text if len(known.text) == 1 else known.text.casefold(), known)
    return list(once.values())


@lru_cache(4096)
def _pattern(name: str) -> re.Pattern[str] | None:
    """The name as a whole word; initials also with dots or blanks put in or left out. None for what has no letter in it.

    One letter alone is looked for as it is written: in small letters it would be the word `a`.
    """
    letters = _LETTER.findall(name)
    if not letters:
        return None
    as_written = r"\s+".join(re.escape(word) for word in name.split())
    if len(letters) == 1:
        ways = [as_written]
    elif _INITIALS.fullmatch(name.strip()) and name.isupper():
        spelled = [re.escape(letter.upper()) for letter in letters]
        dotted = r"\.\s?".join(spelled)
        ways = [f"(?i:{as_written})", rf"(?i:{dotted})\.?", "".join(spelled), " ".join(spelled)]
    else:
        ways = [f"(?i:{as_written})"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)")
