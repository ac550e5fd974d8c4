"""A person at the app: keys by name, text as it is typed, the screen as it is read, the store as it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TypeVar

from textual.events import Event, Key, Paste
from textual.keys import _character_to_key
from textual.pilot import Pilot

from checklists.clock import Clock
from store.case import Case
from store.locations import Places
from store.records import Record
from store.store_file import read_store_file
from tui.app import Casereflect
from tui.composition import House
from tui.passphrase import Asking
from tui.widgets.record_form import RecordForm

DAY = date(2026, 11, 23)
R = TypeVar("R", bound=Record)
LETTERS = {"space": " ", "slash": "/", "question_mark": "?", "minus": "-"}


def key(name: str, letter: str = "") -> Key:
    """A key by its name, with the letter that it types."""
    return Key(name, letter or LETTERS.get(name) or (name if len(name) == 1 else None))


class Still(Clock):
    """A clock that stands at six minutes to four."""

    def now(self) -> datetime:
        """The same moment, always."""
        return datetime.combine(self.today(), time(15, 54), UTC)


def house_in(folder: Path, day: date = DAY) -> House:
    """A house over the plain store in a folder, its clock standing still."""
    found = read_store_file(Places(folder))
    assert found is not None
    return House(Places(folder, encrypted=False), Still(fixed=day), found, Asking())


@dataclass
class Desk:
    """The app, the hands and the eyes of the person before it."""

    app: Casereflect
    pilot: Pilot[None]
    house: House

    async def press(self, keys: str) -> None:
        """Keys by name, with blanks between: `v tab tab a y ctrl+o`. All are sent at once, as a fast typist's are."""
        await self._send([key(name) for name in keys.split()])

    async def say(self, text: str) -> None:
        """Letters, one after the other."""
        await self._send([key(_character_to_key(letter), letter) for letter in text])

    async def paste(self, text: str) -> None:
        """A text in one piece, as a terminal gives a paste."""
        await self._send([Paste(text)])

    async def write(self, text: str) -> None:
        """A new text in place of what stands in the open field of one line."""
        await self._send([key("end"), key("ctrl+u"), Paste(text)])

    async def fill(self, **fields: str) -> None:
        """Go to each field by its label, `_` for a blank, and write; a choice gets its letter."""
        for label, text in fields.items():
            await self.to_field(label.replace("_", " "))
            if len(text) == 1:
                await self.press(text)
            else:
                await self.write(text)

    async def _send(self, events: Sequence[Event]) -> None:
        for event in events:
            self.app.post_message(event)
        await self.app.key_queue.done()
        await self._painted()

    async def _painted(self) -> None:
        """Wait until the screen shows what the last key did."""
        await self.pilot.pause(0)
        await self.pilot.pause(0)

    async def to_row(self, words: str) -> None:
        """Down, row by row, until the cursor stands on a row with these words."""
        await self.press("home")
        for _ in range(60):
            if words in self.row:
                return
            await self.press("down")
        raise AssertionError(f"no row has {words!r}:\n{self.text}")

    async def to_field(self, label: str) -> None:
        """Tab until the field with this label is open."""
        for _ in range(60):
            entry = self.form.state.entry
            if entry is not None and entry.label == label:
                await self._painted()
                return
            self.app.post_message(key("tab"))
            await self.app.key_queue.done()
        raise AssertionError(f"no field is called {label!r}:\n{self.text}")

    @property
    def form(self) -> RecordForm:
        """The form in which one types: the one of a question, where one is asked."""
        return list(self.app.screen.query(RecordForm))[-1]

    async def menu(self, words: str) -> None:
        """Do a command from the menu, by some of its words."""
        await self.press("f9")
        assert self.rows[0].startswith(" Menu"), self.text
        await self.say(words)
        await self.press("enter")

    @property
    def rows(self) -> list[str]:
        """The screen as text."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def text(self) -> str:
        """The screen in one piece."""
        return "\n".join(self.rows)

    @property
    def row(self) -> str:
        """The row or field where one is."""
        found = [row[1:] for row in self.rows if row.startswith(" > ")]
        return found[-1] if found else ""

    def starting(self, words: str) -> str:
        """The row that begins with these words."""
        return next(row for row in self.rows if row.startswith(words))

    def column(self, begin: int, end: int) -> list[str]:
        """What stands between two columns in the rows under the first heading."""
        first = next(place for place, row in enumerate(self.rows) if row.startswith(" > "))
        while first > 3 and self.rows[first - 1].startswith("   "):
            first -= 1
        found = []
        for row in self.rows[first:]:
            if not row.strip():
                break
            found.append(row[begin : end + 1].strip())
        return found

    @property
    def place(self) -> str:
        """The first row: where one is."""
        return self.rows[0].strip()

    @property
    def foot(self) -> str:
        """What the foot says, above the keys, its lines joined."""
        lines = self.rows
        edge = max(
            place for place, row in enumerate(lines) if (row.strip("─- ") == "" and "──" in row) or "─" * 9 in row
        )
        return " ".join(row.strip() for row in lines[edge + 1 : -1] if row.strip())

    @property
    def keys(self) -> str:
        """The last row: the keys."""
        return self.rows[-1].strip()

    def case(self, ref: str) -> Case:
        """A case as the store holds it, read by a house of its own."""
        other = house_in(self.house.places.home)
        (found,) = [row for row in other.store.caseload() if row.ref == ref]
        return other.store.case(found.id)

    def kept(self, ref: str, kind: type[R]) -> tuple[R, ...]:
        """The records of a kind on a case, as the store holds them."""
        return self.case(ref).of(kind)

    @property
    def refs(self) -> list[str]:
        """The references of all cases in the store."""
        return [row.ref for row in house_in(self.house.places.home).store.caseload()]
