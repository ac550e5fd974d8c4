"""Saving as a person does, while the system fails at one step after the other, until a save comes through whole."""

import errno
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from checklists.journeys.form import Form
from checklists.journeys.unsaved import Unsaved
from store.backups import backups_of, faults_in
from store.keys import Keys
from store.migrating import UNSURE
from store.records import CaseRecord, Hypothesis
from tests.store.failing import REASONS, Failing
from tests.store.older import format_of, taken_back
from tests.tui.screens.driving import DAY, Still, house_in
from tui.composition import House, new_house
from tui.form_names import form_named
from tui.passphrase import Asking

ANSWERS = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EIO)
HOW = ("once", "for good", "late")
FIELDS = {
    "a save": ("wonder", ("hypothesis", "text")),
    "a new case": ("case", ("case", "ref")),
    "a draft": ("wonder", ("hypothesis", "text")),
    "my own file": ("wanted", ("supervision", "wanted")),
    "a migration": ("wonder", ("hypothesis", "text")),
}
"""The form in which it is typed, and the field."""
WRITTEN = "It is written, but the disk did not confirm it."


@dataclass
class Found:
    """What came of failing at every step."""

    steps: int = 0
    refused: int = 0
    """Saves that were told not to be: the old text stood, and the new one was kept."""
    saved: int = 0
    """Saves that came through: what failed was not needed for them."""


def every_step(home: Path, what: str, number: int, how: str) -> Found:
    """Fail at each step of a save in turn; nothing may be lost at any. Raises AssertionError."""
    house, found = small_house(home), Found()
    for step in count(1):
        text = f"Said {step}."
        failing = Failing(home, step, number, for_good=how == "for good", late=how == "late")
        if _one(house, what, text, failing):
            found.saved += bool(failing.failed)
        else:
            found.refused += 1
        if not failing.failed:
            return found
        found.steps += 1
    raise AssertionError("it never came through")


def small_house(home: Path) -> House:
    """A plain store with one case."""
    house, _ = new_house(home, Still(fixed=DAY), None, Asking())
    house.store.add_case(CaseRecord(ref="F-1"), (Hypothesis(text="Said before."),))
    return house_in(home)


def _one(house: House, what: str, text: str, failing: Failing) -> bool:
    """One save during which the system fails; True if it was saved all the same."""
    form = _form(house, what)
    path = FIELDS[what][1]
    unsaved, texts = Unsaved(house.store, house.clock, form), {**form.start, path: text}
    older = taken_back(house.places, Keys()) if what == "a migration" else {}
    before = _texts(house)
    with failing:
        trouble = unsaved.keep(texts).trouble if what == "a draft" else _tried(unsaved, texts)
    kept = [text in draft.texts.values() for draft in house_in(house.places.home).store.drafts()]
    _is_whole(house, before, text, trouble, unsaved, what)
    _old_file_is_there(house, older, changed=text in _texts(house))
    if trouble:
        assert any(kept) or (unsaved.trouble and failing.for_good) or what == "a draft", failing.failed
        assert failing.failed
        _told(trouble, failing)
    elif what == "a draft":
        assert any(kept)
    again = Unsaved(house.store, house.clock, form) if any(kept) else unsaved
    _comes_through(house, again, {**form.start, **again.texts, path: text}, what)
    return not trouble


def _form(house: House, what: str) -> Form:
    name = FIELDS[what][0]
    case_id = "" if name.startswith("case") else house.store.caseload()[0].id
    return form_named(house, case_id, name)


def _tried(unsaved: Unsaved, texts: dict[tuple[str, ...], str]) -> str:
    """Save; the sentence that speaks against it, blank where it is saved."""
    found = unsaved.save(texts)
    return found[1].trouble if found else ""


def _texts(house: House) -> set[str]:
    """Every text that is saved, read anew: the case files can be opened, and say what they said."""
    store = house_in(house.places.home).store
    rows = store.caseload()
    assert not [row.damaged for row in rows if row.damaged]
    said = {one.text for row in rows for one in store.case(row.id).of(Hypothesis)}
    return said | {row.ref for row in rows} | set(store.practitioner().wanted.values())


def _is_whole(house: House, before: set[str], text: str, trouble: str, unsaved: Unsaved, what: str) -> None:
    """What was saved before is there; what is new only where that was said."""
    after, saved = _texts(house), not trouble and what != "a draft"
    if what == "my own file" and text in after:
        before = before - {said for said in before if said.startswith("Said") and said != "Said before."}
    assert before <= after
    assert (text in after) == (saved or (trouble.startswith(WRITTEN) and what != "a draft"))
    assert bool(unsaved.said) == saved


def _old_file_is_there(house: House, older: dict[Path, bytes], *, changed: bool) -> None:
    """As it was; or, once it is written in the new format, beside it, and in a backup that was made before."""
    for path, data in older.items():
        copies = [backup.folder / "cases" / path.name for backup in backups_of(house.places)]
        assert [fault for backup in backups_of(house.places) for fault in faults_in(backup.folder)] == []
        assert all(copy.read_bytes() == data for copy in copies)
        if changed:
            assert (format_of(path, Keys()), len(copies)) == (2, 1)
            assert path.with_name(f"{path.name}.1").read_bytes() == data
        else:
            assert path.read_bytes() == data


def _told(trouble: str, failing: Failing) -> None:
    """One clear sentence, with the reason and no word of what was typed."""
    assert trouble.startswith(("Not saved. What was saved before is whole.", WRITTEN))
    assert trouble.startswith((WRITTEN, UNSURE)) or REASONS[failing.number] in trouble
    assert "Said" not in trouble
    assert "/" not in trouble


def _comes_through(house: House, unsaved: Unsaved, texts: dict[tuple[str, ...], str], what: str) -> None:
    """With the fault gone the same save is made, its draft is gone, and nothing lies about."""
    text = texts[FIELDS[what][1]]
    if not unsaved.said and text not in _texts(house):
        assert unsaved.save(texts) is None
        assert text in _texts(house)
    store = house.store
    for draft in store.drafts():
        store.drop_draft(draft.key)
    if what != "a new case":  # it has another id each time: swept by a later new case
        assert not [*house.places.cases.glob(".*"), *house.places.home.glob(".pract*")]
