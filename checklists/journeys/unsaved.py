"""Unsaved: a form that is being filled in. Its texts, the draft that keeps them, other windows' drafts, and its one save.

Screens and plain lines both fill in forms through it, so what one keeps the other goes on with.
"""

import secrets

from checklists.clock import Clock
from checklists.entry import Path
from checklists.journeys.dated import as_said, dated
from checklists.journeys.form import Form, Texts
from checklists.troubles import Conflict, StoreTrouble
from checklists.use_cases.drafts import (
    NOTHING,
    Draft,
    DraftKey,
    Kept,
    drafts_of,
    forget_draft,
    keep_draft,
    said_at,
    stands,
)
from checklists.wrong import Wrong
from store.case_store import CaseStore

BETWEEN = "."
STILL_HERE = "What you typed is still here."


class Unsaved:
    """One filling-in of a form. It overwrites no draft but its own, and drops none but its own or one it took up."""

    def __init__(self, store: CaseStore, clock: Clock, form: Form, draft: Draft | None = None) -> None:
        """Go on with the draft given, else with the newest of this form. Raises StoreTrouble."""
        self.form = form
        self.said = ""
        """What saving said; blank until it is saved."""
        self.trouble = ""
        """Why the draft could not be kept, in a sentence; blank where it was."""
        self.today = clock.today()
        """The day the form was opened on: what `yest` and its like were typed for."""
        self._store = store
        self._clock = clock
        self._start = dated(form, form.start, self.today)
        self.begin_anew()
        offered = draft or next(iter(drafts_of(store, form.case_id, form.name)), None)
        if offered:
            self.take_up(offered)

    # What stands in it

    def begin_anew(self) -> None:
        """What stood in the form before anybody typed. What is typed from now on is a draft of its own."""
        self._key = DraftKey(self.form.case_id, self.form.name, secrets.token_hex(6))
        self.draft: Draft | None = None
        """What keeps these texts: written here, or taken up here."""
        self.texts: dict[Path, str] = dict(self.form.start)
        self.at: Path = ()
        """The field where the person was; empty where that is not known."""
        self.caret = 0
        self._kept_texts = _filled(self._start)

    def take_up(self, draft: Draft) -> None:
        """Go on with a draft: what it says stands in the form now, and a save here drops it."""
        self.begin_anew()
        self.draft = draft
        typed = {tuple(name.split(BETWEEN)): text for name, text in draft.texts.items()}
        self._kept_texts = _filled(typed)
        self.texts = {**self.form.start, **as_said(self.form, typed, self.today)}
        field, _, caret = draft.place.rpartition(":")
        self.at = tuple(field.split(BETWEEN)) if field else ()
        self.caret = int(caret) if caret.isdecimal() else 0

    @property
    def found(self) -> bool:
        """There is a draft that stands behind it."""
        return self.draft is not None

    @property
    def kept_at(self) -> str:
        """`15:52`, or `Mon 23 Nov 15:52` of another day; blank where nothing is kept."""
        return said_at(self.draft.at, self._clock.today()) if self.draft else ""

    @property
    def status(self) -> str:
        """`draft 15:52`; blank where nothing is kept."""
        return f"draft {self.kept_at}" if self.draft else ""

    def others(self) -> list[Draft]:
        """Drafts of this form that other windows kept, the newest first."""
        mine = {self._key, self.draft.key if self.draft else self._key}
        return [one for one in drafts_of(self._store, *self._where) if one.key not in mine]

    @property
    def _where(self) -> tuple[str, str]:
        return self.form.case_id, self.form.name

    def another(self) -> str:
        """`There is another of 14:02.`; blank where there is none."""
        times = [said_at(one.at, self._clock.today()) for one in self.others()]
        return f"There is another of {' and of '.join(times)}." if times else ""

    def is_changed(self, texts: Texts) -> bool:
        """Something stands there that did not at the start; a field that was opened and left blank is no change."""
        return _filled(dated(self.form, texts, self.today)) != _filled(self._start)

    # Keeping

    def keep(self, texts: Texts, at: Path | None = None, caret: int = 0) -> Kept:
        """Keep these texts as the draft, and where the person is, if that is known. Texts as at the start are none.

        Takes no lock and may run while the program is being ended.
        """
        if self.said:
            return NOTHING
        try:
            return self._keep(dated(self.form, texts, self.today), at, caret)
        except StoreTrouble as trouble:
            self.trouble = str(trouble)
            return Kept(trouble=self.trouble)

    def _keep(self, texts: Texts, at: Path | None, caret: int) -> Kept:
        filled = _filled(texts)
        if filled == _filled(self._start):
            self._forget()
            self.trouble = ""
            return NOTHING
        same = filled == self._kept_texts
        before = self.draft
        place = before.place if before and at is None else f"{BETWEEN.join(at or ())}:{caret}"
        if before is None or not same or place != before.place or not self._stands():
            named = {BETWEEN.join(path): text for path, text in texts.items()}
            since = before.at if before and same else None
            title = self.form.place
            self.draft = keep_draft(self._store, self._clock, self._key, named, place, title, since)
            self._kept_texts = filled
            if before and before.key != self._key:
                _let_go(self._store, before)
        self.trouble = ""
        assert self.draft is not None
        return Kept(self.draft.at)

    def _stands(self) -> bool:
        """Nobody took it up, saved or discarded it. A locked store cannot look; then it is written again."""
        try:
            return self.draft is not None and stands(self._store, self.draft)
        except StoreTrouble:
            return False

    def let_go(self) -> None:
        """Discard the draft, because the person said so. Raises StoreTrouble."""
        self._forget()
        self.begin_anew()

    def _forget(self) -> None:
        if self.draft is not None:
            forget_draft(self._store, self.draft)
        self.draft = None
        self._kept_texts = _filled(self._start)

    # Saving

    def save(self, texts: Texts) -> tuple[Path, Wrong] | None:
        """Save. What speaks against it, and in which field; None once it is saved. What is saved is not saved again."""
        if self.said:
            return None
        try:
            self.said = self.form.save(texts)
        except Wrong as wrong:
            return tuple(wrong.field.split(BETWEEN)) if wrong.field else (), wrong
        except Conflict as conflict:
            if conflict.theirs is not None:
                self.form.expected[conflict.theirs.id] = conflict.theirs.revision
            self.keep(texts)
            return (), Wrong(str(conflict), STILL_HERE)
        except StoreTrouble as trouble:
            self.keep(texts)
            return (), Wrong(str(trouble), STILL_HERE)
        if self.draft is not None:
            _let_go(self._store, self.draft)
        self.draft = None
        return None


def _filled(texts: Texts) -> dict[Path, str]:
    """The texts that hold anything."""
    return {path: text for path, text in texts.items() if text}


def _let_go(store: CaseStore, draft: Draft) -> None:
    """Drop a draft whose text is kept elsewhere now; one that stays behind is offered again and harms nothing."""
    try:
        forget_draft(store, draft)
    except StoreTrouble:
        return
