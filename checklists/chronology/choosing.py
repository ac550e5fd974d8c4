"""Which entries are shown, and how that is said: by theme, person, child, kind, period, and words."""

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from checklists.chronology.dated import Dated
from checklists.dates import read_day, say_day
from checklists.naming import called
from checklists.wrong import Wrong
from store.case import Case

PERIOD = re.compile(r"\b(since|until)\s+(\S+)", re.IGNORECASE)
THEME = re.compile(r"\b(?:theme\s*|t)([1-8])\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Only:
    """What is asked of the entries; blank asks nothing."""

    theme: str = ""
    """T1 to T8."""
    child: str = ""
    """A child's id."""
    person: str = ""
    """Initials or a role."""
    kind: str = ""
    """A word of entries, a kind of record, or a row of the grid."""
    since: date | None = None
    until: date | None = None
    words: str = ""
    oldest_first: bool = False

    @property
    def asks(self) -> bool:
        """Something may be left out."""
        return self != Only(oldest_first=self.oldest_first)


def chosen(found: Iterable[Dated], only: Only, names: Mapping[str, str], today: date) -> list[Dated]:
    """The entries that are asked for, the newest first unless asked otherwise. `names` are the children's initials."""
    kept = [one for one in found if _fits(one, only, names, today)]
    return kept if only.oldest_first else kept[::-1]


def _fits(one: Dated, only: Only, names: Mapping[str, str], today: date) -> bool:
    if only.theme and only.theme not in one.themes:
        return False
    if only.child and one.children and only.child not in one.children:
        return False
    if (only.since and one.last_day < only.since) or (only.until and one.on > only.until):
        return False
    if only.kind and not is_of(one, only.kind):
        return False
    if only.person and _plain(only.person) not in _plain(" ".join((*one.people, one.source, one.text))):
        return False
    if not only.words:
        return True
    searched = words_of(one, names, today)
    return all(word in searched for word in only.words.casefold().split())


def is_of(one: Dated, kind: str) -> bool:
    """The entry is of the kind that was named: a word of entries, a kind of record, or a row of the grid."""
    wanted = _plain(kind)
    return wanted in (_plain(one.word), _plain(one.kind), *map(_plain, one.lanes))


def _plain(text: str) -> str:
    return re.sub(r"[\s_-]+", " ", text.casefold()).strip()


def words_of(one: Dated, names: Mapping[str, str], today: date) -> str:
    """Everything that finding looks at, in small letters."""
    who = [names.get(child, "") for child in one.children]
    day = f"{one.day_text} {say_day(one.on, today)} {one.on.year}"
    key = "key event" if one.weighs else ""
    parts = (one.word, one.kind.replace("_", " "), day, one.text, one.means, one.source, key)
    return " ".join((*parts, *one.people, *who, *one.lanes)).casefold()


def read_typed(text: str, today: date, before: Only) -> Only:
    """What was typed as in find: `since 1/9`, `until 3/11`, `t6`, and any words. What is not a day yet is left alone."""
    since, until, rest = before.since, before.until, text
    for found in PERIOD.finditer(text):
        with suppress(Wrong):
            on = read_day(found[2], today, "event")
            since, until = (on, until) if found[1].casefold() == "since" else (since, on)
        rest = rest.replace(found[0], " ")
    theme = THEME.search(rest)
    words = " ".join(THEME.sub(" ", rest).split())
    return replace(before, words=words, since=since, until=until, theme=f"T{theme[1]}" if theme else before.theme)


def said_only(only: Only, names: Mapping[str, str], today: date) -> list[str]:
    """The filter in words, for the header and for what was left out."""
    parts = [
        f"theme {only.theme[1:]}" if only.theme else "",
        names.get(only.child, "") if only.child else "",
        only.person,
        only.kind,
        f"since {say_day(only.since, today)}" if only.since else "",
        f"until {say_day(only.until, today)}" if only.until else "",
        f'"{only.words}"' if only.words else "",
    ]
    return [part for part in parts if part]


def kinds_in(found: Sequence[Dated]) -> list[str]:
    """The words of the entries that there are, in the order of the alphabet."""
    return sorted({one.word for one in found})


def people_in(found: Sequence[Dated]) -> list[str]:
    """Everyone named by a role or initials, once each however it was typed."""
    named = {" ".join(person.split()).casefold(): person for one in found for person in one.people if person.strip()}
    return [named[key] for key in sorted(named)]


def names_on(case: Case) -> dict[str, str]:
    """The children of a case by id; on an adult's case, the person."""
    return {child.id: called(child, case.ref) for child in case.children}
