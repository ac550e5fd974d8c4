"""HouseScreen: a page over the house. It knows the store and the day, and tells every trouble in its foot."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import BindingType

from checklists.pages.blocks import Paragraph
from checklists.pages.spot import Spot
from checklists.troubles import StoreTrouble
from checklists.use_cases.drafts import NOTHING, Kept, all_kept
from checklists.wrong import Wrong
from tui.composition import House
from tui.keys import Context
from tui.outlets.rows import Row, rows
from tui.widgets.line_list import LineList
from tui.widgets.page_screen import PageScreen

if TYPE_CHECKING:
    from checklists.journeys.form import Form
    from checklists.library import Guide
    from checklists.masking import Reading
    from checklists.use_cases.drafts import Draft
    from store.case import Case
    from tui.app import Casereflect
    from tui.widgets.form_state import Texts
    from tui.widgets.record_form import At, RecordForm

LOOK_AGAIN = 5.0
"""Seconds after which a page is looked at again for what another window saved."""
Commands = Mapping[str, tuple[str, Callable[[], None]]]
"""Commands that only the menu has: words, a sentence, and what each does."""
Said = str | None
"""What a screen says when it is left: a sentence for the foot of the page below, or nothing."""


class HouseScreen(PageScreen):
    """A page of the house."""

    contexts: ClassVar[tuple[Context, ...]] = ()
    """Where its keys come from, for help and the menu."""

    @property
    def contexts_now(self) -> tuple[Context, ...]:
        """Those that act at this moment; help and menu name these."""
        return self.contexts

    about: ClassVar[str] = ""
    """Which words of help.toml explain it."""
    says_hold: ClassVar[bool] = False
    """Its facts say already that the case is on hold."""
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, start: Spot | None = None, news: str = "") -> None:
        super().__init__()
        self._start = start
        self._news = news
        self._day: date | None = None
        self._mark = ""
        self._read: tuple[tuple[str, bool], Case] | None = None

    @property
    def guide(self) -> "Guide | None":
        """Something short to read that help says first; a form may have one."""
        return None

    @property
    def about_case(self) -> str:
        """The id of the case that the page is about; blank on a page over all cases. Help speaks in the words of its service."""
        return ""

    @property
    def house(self) -> House:
        """The house that the app was given."""
        return cast("Casereflect", self.app).house

    @property
    def notes(self) -> tuple[str, ...]:  # type: ignore[override]
        """Whether its case is on hold; fictional, not encrypted, on a day set by hand, or masked: the header says so."""
        notes = masked_notes(self.house.notes) if self.is_masked else self.house.notes
        held = self.about_case in cast("Casereflect", self.app).held and not self.says_hold
        return ("HOLD", *notes) if held else notes

    def compose_rows(self, width: int) -> Sequence[Row]:
        """The rows of the page; where the store cannot give it, the sentence that says why."""
        try:
            return super().compose_rows(width)
        except (Wrong, StoreTrouble) as trouble:
            return rows((Paragraph(str(trouble)),), width)

    @property
    def reading(self) -> "Reading":
        """What pages are made from: the store, or the store behind the mask. Saving goes to the store itself."""
        if not self.is_masked:
            return self.house.store
        from checklists.masking import Masked

        return Masked(self.house.store)

    # What is shown stays true

    def on_mount(self) -> None:
        """Begin where the person came for, with what there is to say."""
        self._day, self._mark = self.today(), self.mark()
        if self._start is not None:
            self.call_after_refresh(self._begin)
        if self._news:
            self.notice(self._news)
        self.set_interval(LOOK_AGAIN, self._look_again)

    def _begin(self) -> None:
        for page in self.query(LineList):
            page.go_to(self._start)

    def mark(self) -> str:
        """What tells whether this page is still true, without opening a case; a screen that shows records says how."""
        return ""

    def on_screen_resume(self) -> None:
        """Come back to: draw what may have changed."""
        if self.ready:
            self.renew()

    def key_pressed(self) -> None:
        """The first key after midnight, or after a save in another window, finds the page as it is now."""
        super().key_pressed()
        if not self.house.locked and (self._day != self.today() or self._mark != self.mark()):
            self.renew()

    def _look_again(self) -> None:
        """Now and then, while nobody presses a key."""
        if self.is_current and not self.house.locked and (self._day != self.today() or self._mark != self.mark()):
            self.renew()

    def renew(self) -> None:
        """Draw the page anew from the store; a form is left as it is. Locked, nothing is read: the page is resumed later."""
        if self.house.locked:
            return
        self._day, self._mark = self.today(), self.mark()
        for page in self.query(LineList):
            with self.telling():
                page.reload()

    @contextmanager
    def telling(self) -> Iterator[None]:
        """What goes wrong inside is told in the foot; the page stays."""
        try:
            yield
        except Wrong as wrong:
            self.notice(wrong.mend, wrong.trouble)
        except StoreTrouble as trouble:
            self.notice("", str(trouble))

    # Forms

    def keep_typed(self) -> Kept:
        """Put what is typed here into its draft now, and what that came to. May run while the program is being ended."""
        if not self.asking:
            return NOTHING
        from tui.widgets.dialog import Dialog

        return all_kept(dialog.question.keep(dialog.form.texts, dialog.form.at) for dialog in self.query(Dialog))

    def draft_is_known(self, draft: "Draft | None") -> None:
        """The person has seen this draft: Today need not say that it waits."""
        if draft is not None:
            cast("Casereflect", self.app).known_drafts.add((draft.key, draft.at))

    def fill(self, make: "Callable[[], Form]", record_id: str = "") -> None:
        """Open a form on a page of its own."""
        from tui.screens.form import FormScreen

        with self.telling():
            self.app.push_screen(FormScreen(make(), record_id), self.came_back)

    def ask_form(
        self,
        make: "Callable[[], Form]",
        *,
        title: str,
        yes: str,
        no: str = "Keep draft",
        after: Callable[[], None] | None = None,
    ) -> None:
        """Ask a short form in the rows below the page; `after` is done once it is saved."""
        from tui.screens.asked import Words, ask_form

        with self.telling():
            ask_form(self, make(), Words(title, yes, no), after)

    def edit_outside(self, form: "RecordForm", keep: "Callable[[Texts, At], Kept]") -> None:
        """Open the text that stands open in the person's editor, which has the terminal meanwhile."""
        from tui.screens.outside import edit_outside

        with self.telling():
            edit_outside(self.app, form, keep)  # type: ignore[arg-type]

    def masked_changed(self) -> None:
        """The mask was put on or taken off."""
        super().masked_changed()
        self.renew()

    def came_back(self, said: Said) -> None:
        """A page above was left; say what it said."""
        if said:
            self.renew()
            self.notice(said)

    def fresh(self, case_id: str) -> "Case":
        """The case as it stands, read again only if it was saved since. Raises StoreTrouble."""
        mark = (self.house.store.stamp(case_id), self.is_masked)
        if self._read is None or self._read[0] != mark:
            self._read = (mark, self._seen(self.reading.case(case_id)))
        return self._read[1]

    def case_of(self, case_id: str) -> "Case":
        """The case, read anew. Raises StoreTrouble."""
        return self._seen(self.house.store.case(case_id))

    def _seen(self, case: "Case") -> "Case":
        """The case; whether it is on hold is known from now on, so that no page of it reads it again for that."""
        held = cast("Casereflect", self.app).held
        (held.add if case.info.hold else held.discard)(case.id)
        return case

    # What the menu adds to the keys

    def more_commands(self) -> Commands:
        """What only the menu has here."""
        return {}


def masked_notes(notes: tuple[str, ...]) -> tuple[str, ...]:
    """With `masked` behind the first: what is left out last where there is little room is that the cases are not real."""
    return (*notes[:1], "masked", *notes[1:])


def spot_of(page: PageScreen) -> Spot:
    """What the cursor's row stands for; a spot of nothing where there is none."""
    for found in page.query(LineList):
        if isinstance(found.row.key, Spot):
            return found.row.key
    return Spot("", "")
