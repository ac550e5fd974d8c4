"""Reading the audit trail back, and what does not fit in it: lines that were removed, changed, cut or forged."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from store.case_store import StoreTrouble
from store.events import Event
from store.keys import Keys
from store.locations import Places
from store.trail import UNSEALED, Line, Place, audit_files, event_of, line_of, read_head, seals_of

WITHOUT_KEY = ("refused", "restored")
"""What is written while nobody has opened the key."""


def read_events(places: Places, keys: Keys) -> Iterator[tuple[int, Event | None]]:
    """Every line's number and event, oldest first; None for one that cannot be read. Raises StoreTrouble."""
    for _, line in _lines(places):
        if line is not None:
            yield line.number, _event(keys, line)


def read_whole(places: Places, keys: Keys) -> tuple[list[Event], list[str]]:
    """Every event that can be read, oldest first, and what does not fit, each line opened once. Raises StoreTrouble."""
    events: list[Event] = []
    return events, faults_of(places, keys, events.append)


def faults_of(
    places: Places, keys: Keys | None = None, heard: Callable[[Event], None] = lambda _event: None
) -> list[str]:
    """What does not fit, each in a sentence. With the keys, each line is read, its event `heard` and its seal looked at too."""
    found: list[str] = []
    stands = Place()
    for path, line in _lines(places):
        if line is None:
            found.append(f"A line of {path.name} is not whole: it was cut off while it was written, or changed.")
            continue
        found += _gap(stands, line)
        if keys is not None:
            event = _event(keys, line)
            found += _sealed(keys, line, event)
            if event is not None:
                heard(event)
        stands = line.place
    return [*found, *_cut(read_head(places), stands)]


def newest_first(places: Places, keys: Keys) -> Iterator[tuple[Event | None, str]]:
    """Every event, the newest first, None for one that cannot be read; and what is wrong with its line or its seal.

    One at a time, as each takes its moment to decrypt. Raises StoreTrouble.
    """
    for line in reversed([line for _, line in _lines(places) if line is not None]):
        event = _event(keys, line)
        yield event, next(iter(_sealed(keys, line, event)), "")


def saves_not_noted(places: Places, keys: Keys, revisions: Mapping[str, int]) -> dict[str, tuple[int, int]]:
    """Cases that were saved later than the trail says: by id, the last save that it has and the last one there is."""
    noted: dict[str, int] = {}
    for _, event in read_events(places, keys):
        if event is not None and event.what == "saved":
            noted[event.case_id] = max(noted.get(event.case_id, 0), event.revision)
    return {
        case_id: (noted[case_id], revision)
        for case_id, revision in revisions.items()
        if case_id in noted and noted[case_id] < revision
    }


def _lines(places: Places) -> Iterator[tuple[Path, Line | None]]:
    for path in audit_files(places):
        try:
            with path.open("rb") as file:
                for raw in file:
                    yield path, line_of(raw.rstrip(b"\n"))
        except OSError:
            raise StoreTrouble(f"The audit trail cannot be read: look at the permissions of {path.name}.") from None


def _event(keys: Keys, line: Line) -> Event | None:
    try:
        return event_of(keys, line)
    except (StoreTrouble, ValueError, KeyError, TypeError):
        return None


def _gap(stands: Place, line: Line) -> list[str]:
    """Whether the line follows the one before it."""
    follows = stands.number + 1
    if line.number == follows:
        if line.before == stands.hash:
            return []
        return [f"Line {stands.number} was changed: line {line.number} does not follow it."]
    if line.number <= stands.number:
        return [f"Line {line.number} stands after line {stands.number}: lines were moved or put in."]
    gone = f"Line {follows} is" if line.number == follows + 1 else f"Lines {follows} to {line.number - 1} are"
    return [f"{gone} missing."]


def _sealed(keys: Keys, line: Line, event: Event | None) -> list[str]:
    """Whether it was written by this program with the key of this store."""
    if event is None:
        return [f"Line {line.number} cannot be read."]
    before = Place(line.number - 1, line.before)
    needs_none = event.what in WITHOUT_KEY or not keys.identity
    if line.seal in seals_of(keys, before, line.message) or (line.seal == UNSEALED and needs_none):
        return []
    return [f"Line {line.number} was not written with the key of this store."]


def _cut(head: Place, stands: Place) -> list[str]:
    """Whether lines are missing at the end, or the last one was changed."""
    if stands.number and not head.number:
        return ["The file head is missing from the folder audit: without it, lines cut from the end do not show."]
    if head.number > stands.number:
        gone = head.number - stands.number
        many = "line is" if gone == 1 else f"{gone} lines are"
        return [f"The last {many} missing: {head.number} were written."]
    if head.number == stands.number and head.hash != stands.hash:
        return [f"Line {stands.number}, the last one, was changed."]
    return []
