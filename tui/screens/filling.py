"""Filling: a form that is being filled in. Its texts are kept as a draft while they are typed, and saving clears it."""

from collections.abc import Callable
from datetime import datetime

from checklists.journeys.form import Form, Texts
from checklists.troubles import Conflict, SaveFailed, StoreTrouble
from checklists.use_cases.drafts import DraftKey, draft_for, forget_draft, keep_draft
from checklists.wrong import Wrong
from tui.composition import House

Path = tuple[str, ...]
BETWEEN = "."


class Filling:
    """One form, its draft, and what saving said."""

    def __init__(self, house: House, form: Form) -> None:
        self.house = house
        self.form = form
        self.said = ""
        """What saving said; blank until it is saved."""
        self.trouble = ""
        """Why the draft could not be kept, in a sentence; blank where it was."""
        draft = draft_for(house.store, form.case_id, form.name)
        self.kept_at: datetime | None = draft.at if draft else None
        self.found = draft is not None
        """There was a draft to go on with."""
        texts = {tuple(name.split(BETWEEN)): text for name, text in draft.texts.items()} if draft else {}
        self.texts: dict[Path, str] = {**form.start, **texts}
        self._kept: Texts = dict(self.texts)
        self.now_typed: Callable[[], Texts] = lambda: self.texts
        """What stands in the boxes at this moment; the screen says how to look."""

    @property
    def status(self) -> str:
        """`draft 15:52`, in local time; blank where nothing is kept."""
        return f"draft {self.kept_at.astimezone():%H:%M}" if self.kept_at else ""

    def keep_now(self) -> None:
        """Keep what stands in the boxes. Takes no lock and may run while the program is being ended."""
        self.keep(self.now_typed())

    def keep(self, texts: Texts) -> bool:
        """Keep these texts as the draft, if they differ from what is kept; True if anything was written.

        Text that is again what it was at the start is no draft.
        """
        if self.said or _filled(texts) == _filled(self._kept):
            return False
        try:
            if _filled(texts) == _filled(self.form.start):
                self._forget()
            else:
                named = {BETWEEN.join(path): text for path, text in texts.items()}
                key = DraftKey(self.form.case_id, self.form.name)
                self.kept_at = keep_draft(self.house.store, self.house.clock, key, named).at
        except SaveFailed as trouble:
            self.trouble = str(trouble)
            return False
        self.trouble = ""
        self._kept = dict(texts)
        return True

    def let_go(self) -> None:
        """Discard the draft, because the person said so."""
        self._forget()
        self._kept = self.form.start

    def _forget(self) -> None:
        forget_draft(self.house.store, self.form.case_id, self.form.name)
        self.kept_at = None

    def try_to_save(self, texts: Texts) -> tuple[Path, Wrong] | None:
        """Save. What speaks against it, and in which field; None once it is saved."""
        try:
            said = self.form.save(texts)
        except Wrong as wrong:
            return tuple(wrong.field.split(BETWEEN)) if wrong.field else (), wrong
        except Conflict as conflict:
            if conflict.theirs is not None:
                self.form.expected[conflict.theirs.id] = conflict.theirs.revision
            self.keep(texts)
            return (), Wrong(str(conflict))
        except StoreTrouble as trouble:
            self.keep(texts)
            return (), Wrong(str(trouble), "What you typed is still here.")
        self.said = said
        try:
            self._forget()
        except SaveFailed:  # it is saved; a draft that stays behind is offered again and harms nothing
            return None
        return None


def _filled(texts: Texts) -> dict[Path, str]:
    """The texts that hold anything: a field that was opened and left blank is no change."""
    return {path: text for path, text in texts.items() if text}
