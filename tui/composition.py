"""The composition root: where the clock, the data folder, the key and the store are chosen. Everything else is handed them."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from checklists.clock import Clock
from checklists.wrong import Wrong
from store.case_store import StoreTrouble
from store.home import home
from store.locations import Places
from store.store_file import StoreFile, read_store_file

if TYPE_CHECKING:
    from checklists.limits import Limits
    from checklists.my_limits import Mine
    from checklists.rulebook import Rulebook
    from store.case_store import CaseStore as CaseStore
    from store.doctor import Finding as Finding
    from store.embedded_store import EmbeddedStore
    from store.keys import Keys
    from store.practitioner import CpdFact, Practitioner
    from store.review_files import FoundFile
    from store.upkeep import Upkeep as Upkeep

K = TypeVar("K")

MARKING = "OFFICIAL-SENSITIVE - PERSONAL"
COPIES = 40
"""How many files of a backup a command copies before it ends."""
FICTIONAL = "fictional.txt"
"""A store with this file in it is a demonstration; the file says on which day it was made."""
TODAY = "CASEREFLECT_TODAY"


class NoStore(StoreTrouble):
    """There is no store in the data folder yet."""


class Asking(Protocol):
    """Gets the passphrase from somewhere and gives it to `answer`, which opens the key or raises WrongPassphrase."""

    def __call__(self, answer: Callable[[str], K]) -> K: ...  # noqa: D102


@dataclass(slots=True)
class House:
    """All that screens and commands work with. The store is opened, and the passphrase asked, when it is first needed."""

    places: Places
    clock: Clock
    store_file: StoreFile
    asking: Asking
    fictional: bool = False
    marking: str = MARKING
    environ: Mapping[str, str] = field(default_factory=dict)
    _store: "EmbeddedStore | None" = field(default=None, repr=False)
    _limits: "tuple[tuple[int, ...], Rulebook, Limits] | None" = field(default=None, repr=False)
    _own: "tuple[tuple[int, int], Practitioner] | None" = field(default=None, repr=False)

    @property
    def today_is_set(self) -> bool:
        """The day was given by CASEREFLECT_TODAY."""
        return self.clock.fixed is not None

    @property
    def encrypted(self) -> bool:
        """The case files are encrypted."""
        return self.store_file.encrypted

    @property
    def notes(self) -> tuple[str, ...]:
        """What every screen says beside its facts: fictional, or not encrypted; and that the day was set by hand."""
        plain = () if self.encrypted else ("not encrypted",)
        kind = ("fictional",) if self.fictional else plain
        return (*kind, "day set") if self.today_is_set else kind

    @property
    def locked(self) -> bool:
        """The store is closed until `unlock`; nothing can be read."""
        return self._store is not None and self._store.closed

    @property
    def store(self) -> "CaseStore":
        """The store. Raises WrongPassphrase, StoreTrouble."""
        from store.keys import Keys

        if self._store is not None:
            return self._store
        return self.open_with(self._unlocking(self.asking) if self.encrypted else Keys())

    def unlock(self, passphrase: str) -> None:
        """Open the same store again. Without encryption there is nothing to ask. Raises WrongPassphrase, StoreTrouble."""
        from store.keys import Keys

        keys = self._unlocking(_known(passphrase)) if self.encrypted else Keys()
        if self._store is not None:
            self._store.reopen(keys)

    def on(self, day: date) -> "House":
        """The same house as it is on another day: what is saved through it carries that day."""
        return replace(self, clock=Clock(fixed=day), _store=None)

    def for_me(self, today: date) -> "tuple[date | None, date | None, tuple[CpdFact, ...] | None]":
        """The day of the next supervision, of the last one that was held, and what counts of my own pieces of CPD.

        None where none is recorded, where no learning is kept here, or the file that says so cannot be read.
        """
        kept = self._practitioner()
        if kept is None:
            return None, None, None
        return kept.next_on(today), kept.last_on(today), kept.cpd if kept.keeps_learning else None

    def _practitioner(self) -> "Practitioner | None":
        """The practitioner's own file, read anew once it has changed; None while there is none, or it cannot be read."""
        try:
            status = self.places.practitioner.stat()
        except OSError:
            return None
        mark = (status.st_mtime_ns, status.st_size)
        if self._own is None or self._own[0] != mark:
            try:
                self._own = (mark, self.store.practitioner())
            except StoreTrouble:
                return None  # Today stands all the same; whatever writes that file says what is wrong with it
        return self._own[1]

    def limits(self) -> "Limits":
        """The limits in force, read anew once one of their files has changed; once the store is open, with the days away."""
        self.rulebook()
        assert self._limits is not None
        limits = self._limits[2]
        kept = self._practitioner() if self._store is not None and not self.locked else None
        return replace(limits, away=kept.away) if kept and kept.away else limits

    def rulebook(self) -> "Rulebook":
        """The layers of limits. A file that cannot be used is left out and says why."""
        from store.limits_file import limits_mark

        mark = limits_mark(self.places, self.environ)
        if self._limits is None or self._limits[0] != mark:
            book = self._read_limits()
            self._limits = (mark, book, book.in_force)
        return self._limits[1]

    def _read_limits(self) -> "Rulebook":
        from checklists.limits import load_limits
        from checklists.rulebook import Rulebook
        from store.limits_file import read_council, read_my_limits

        built_in = load_limits()
        try:
            council_text, mine_text = read_council(self.environ), read_my_limits(self.places)
            if not council_text and not mine_text:
                return Rulebook(built_in, built_in)
            from checklists import my_limits
            from checklists.council import read_council as council_limits

            council = council_limits(council_text, built_in) if council_text else built_in
            return Rulebook(built_in, council, my_limits.read_mine(mine_text) if mine_text else ())
        except (Wrong, StoreTrouble) as trouble:
            return Rulebook(built_in, built_in, trouble=f"{trouble} The built-in limits are used.")

    def keep_limits(self, mine: "Sequence[Mine]") -> None:
        """Write the person's own limits. Raises Wrong where the files cannot be read, SaveFailed."""
        from checklists import my_limits
        from store.limits_file import write_my_limits

        if trouble := self.rulebook().trouble:
            raise Wrong(trouble, "Nothing was written.")
        write_my_limits(self.places, my_limits.write_mine(mine))
        self._limits = None

    def review_files(self) -> "list[FoundFile]":
        """The files in the folders of reviews, one's own and the council's."""
        from store.review_files import read_review_files

        return read_review_files(self.environ)

    @property
    def upkeep(self) -> "Upkeep":
        """What looks after the files of the store. Raises WrongPassphrase, StoreTrouble."""
        _ = self.store
        assert self._store is not None
        return self._store.upkeep()

    def settle(self) -> None:
        """What waits until a command has done its work: that the store was opened is noted, and what was saved backed up.

        A command copies some files of a large caseload and leaves the others to the next one, or to the app.
        """
        if self._store is None or self._store.closed:
            return
        self._store.settle()
        if self._store.saved:
            copies = iter(range(COPIES))
            self.back_up(lambda: next(copies, None) is not None)

    def back_up(self, go_on: Callable[[], bool]) -> None:
        """The backup of the day, a file at a time while `go_on` says so. What the disk refuses now is done another time."""
        if self._store is not None and not self._store.closed:
            with suppress(StoreTrouble):
                self._store.settle()
                upkeep = self._store.upkeep()
                upkeep.mend_recovery()
                upkeep.daily_backup(go_on)

    def lock(self) -> None:
        """Close the store and let go of the key. Forms that are open keep their hold on the store, to work on later."""
        if self._store is not None:
            self._store.close()
        self._own = None

    def open_with(self, keys: "Keys") -> "CaseStore":
        """Open the store with keys that are there already."""
        from checklists.summaries import summarise
        from store.embedded_store import EmbeddedStore

        self._store = EmbeddedStore(self.places, keys, summarise=summarise, now=self.clock.now)
        return self._store

    def _unlocking(self, asking: Asking) -> "Keys":
        from store.case_store import WrongPassphrase
        from store.keys import Unlocking

        unlocking = Unlocking(self.places, self.store_file.recipients)

        def answer(passphrase: str) -> "Keys":
            try:
                return unlocking.answer(passphrase)
            except WrongPassphrase:
                self._note_refused()
                raise

        try:
            return asking(answer)
        finally:
            unlocking.cancel()

    def unlocked(self) -> "Keys":
        """The keys, asked for now, without opening the store with them. Raises WrongPassphrase, StoreTrouble."""
        return self._unlocking(self.asking)

    def unlocked_with(self) -> "tuple[Upkeep, str]":
        """What looks after the files, and the passphrase that was typed for it. Raises WrongPassphrase, StoreTrouble."""
        from store.upkeep import Upkeep

        typed: list[str] = []

        def asking(answer: Callable[[str], K]) -> K:
            def heard(passphrase: str) -> K:
                typed[:] = [passphrase]
                return answer(passphrase)

            return self.asking(heard)

        keys = self._unlocking(asking)
        return Upkeep(self.places, keys, self.clock.now), typed[0]

    def recover(self, secret: str, passphrase: Callable[[], str]) -> None:
        """Open the store with the recovery key, and wrap its key with a new passphrase, asked for once the key is right.

        Raises StoreTrouble, SaveFailed.
        """
        from store.events import Event
        from store.trail import note
        from store.wrapping import change_passphrase, recovered

        keys = recovered(self.places, self.store_file.recipients, secret)
        change_passphrase(self.places, keys, passphrase())
        note(self.places, keys, Event(self.clock.now(), "recovered"))

    def _note_refused(self) -> None:
        """A passphrase that did not open the key, in the audit trail: for that the public keys are enough."""
        from store.events import Event
        from store.keys import Keys
        from store.trail import note

        note(self.places, Keys(None, self.store_file.recipients), Event(self.clock.now(), "refused"))


def _known(passphrase: str) -> Asking:
    """A passphrase that was typed already."""

    def give(answer: Callable[[str], K]) -> K:
        return answer(passphrase)

    return give


def open_house(environ: Mapping[str, str], asking: Asking, folder: Path | None = None) -> House:
    """The house over the data folder, or over the folder given. Raises NoStore, Wrong, StoreTrouble."""
    clock = clock_of(environ)
    places = Places(folder or home(environ))
    found = read_store_file(places)
    if found is None:
        raise NoStore(
            "There is no store here yet. `casereflect init` makes one; `casereflect demo` opens a fictional caseload."
        )
    places = Places(places.home, encrypted=found.encrypted)
    fictional = made_fictional(places.home) is not None
    return House(places, clock, found, asking, fictional, environ=environ)


def clock_of(environ: Mapping[str, str]) -> Clock:
    """The system's clock, or the day that CASEREFLECT_TODAY sets. Raises Wrong."""
    text = environ.get(TODAY, "")
    if not text:
        return Clock()
    try:
        return Clock(fixed=date.fromisoformat(text))
    except ValueError:
        raise Wrong(f"{TODAY} is not a date.", "Write it as 2026-11-23.") from None


def data_folder(environ: Mapping[str, str]) -> Path:
    """Where the store is, or would be."""
    return home(environ)


def put_back(source: Path, folder: Path) -> int:
    """Put a backup into a new or empty folder; how many files that were. Raises StoreTrouble."""
    from store.events import Event
    from store.keys import Keys
    from store.restoring import restore
    from store.trail import note

    pieces = restore(source, folder)
    found = read_store_file(Places(folder))
    if found is not None:
        places = Places(folder, encrypted=found.encrypted)
        note(places, Keys(None, found.recipients), Event(Clock().now(), "restored", number=len(pieces)))
    return len(pieces)


def examine(environ: Mapping[str, str], asking: Asking, *, repair: bool) -> "list[Finding]":
    """Look through the data folder for damage, and repair it where that is asked for. Raises WrongPassphrase, StoreTrouble."""
    from store import doctor
    from store.keys import Keys

    clock, folder = clock_of(environ), home(environ)
    if not folder.is_dir() or not any(folder.iterdir()):
        raise NoStore("There is no store here yet.")

    def open_keys() -> tuple[Places, Keys]:
        house = open_house(environ, asking)
        return house.places, house.unlocked() if house.encrypted else Keys()

    return doctor.examine(Places(folder), clock.now(), open_keys, repair=repair)


def has_store(folder: Path) -> bool:
    """True where there is a store. Raises StoreTrouble where there is one that cannot be read."""
    return read_store_file(Places(folder)) is not None


def must_be_new(folder: Path) -> None:
    """Raises StoreTrouble where there is a store already."""
    if has_store(folder):
        raise StoreTrouble(
            "There is a store in this folder already. `casereflect` opens it; CASEREFLECT_HOME names another folder."
        )


def new_house(
    folder: Path, clock: Clock, passphrase: str | None, asking: Asking, *, recovery_recipient: str | None = None
) -> tuple[House, str | None]:
    """Make a store, plain JSON without a passphrase; the house over it, open, and the recovery key, kept nowhere.

    Raises StoreTrouble.
    """
    from store.keys import create_store

    created = create_store(Places(folder), passphrase, recovery_recipient=recovery_recipient, now=clock.now())
    content = read_store_file(created.places)
    assert content is not None
    house = House(created.places, clock, content, asking)
    house.open_with(created.keys)
    return house, created.recovery_key


def made_fictional(folder: Path) -> date | None:
    """The day on which the fictional caseload in a folder was made; None where the folder holds none."""
    try:
        return date.fromisoformat((folder / FICTIONAL).read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        return None


def mark_fictional(folder: Path, on: date) -> None:
    """Note in a folder that all in it is fictional, and the day it was made for."""
    (folder / FICTIONAL).touch(mode=0o600)
    (folder / FICTIONAL).write_text(f"{on.isoformat()}\n", encoding="ascii")
