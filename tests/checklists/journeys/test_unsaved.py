"""A form that is being filled in: its draft, other windows' drafts, its days, its place, its one save."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from checklists.clock import Clock
from checklists.entry import Path
from checklists.journeys.actions import action_form
from checklists.journeys.form import Form
from checklists.journeys.reflect import reflect_form
from checklists.journeys.unsaved import Unsaved
from checklists.journeys.visit import visit_form
from checklists.limits import Limits
from checklists.use_cases.drafts import NOTHING, DraftKey, drafts_of, keep_draft
from store.case import Case
from store.case_store import CaseStore, Draft, SaveFailed
from store.memory_store import MemoryStore
from store.records import Action, Answer, Visit
from tests.checklists.conftest import TODAY

TEXT: Path = ("answer", "text")
WHEN: Path = ("visit", "happened_on")
ACCOUNT: Path = ("visit", "account")
TOMORROW = Clock(fixed=TODAY + timedelta(days=1))


def question(store: CaseStore, clock: Clock, case: Case) -> Unsaved:
    """A window with question 4 open."""
    return Unsaved(store, clock, reflect_form(store, clock, store.case(case.id), "Q4"))


def texts_of(store: CaseStore, case: Case, form: str = "question:Q4") -> set[str]:
    """What the drafts of that form say, each in one piece."""
    return {" ".join(draft.texts.values()).strip() for draft in drafts_of(store, case.id, form)}


@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("saves", [0, 1])
def test_two_windows_that_open_a_form_at_once_keep_a_draft_each(
    store: CaseStore, clock: Clock, case: Case, first: int, saves: int
) -> None:
    """Whoever writes first, and whoever saves: neither overwrites nor drops the other's."""
    windows, texts = [question(store, clock, case) for _ in range(2)], ["Mine.", "Theirs."]
    for place in (first, 1 - first):
        assert windows[place].keep({TEXT: texts[place]}).at
    assert texts_of(store, case) == {"Mine.", "Theirs."}
    assert windows[saves].save({TEXT: texts[saves]}) is None
    assert texts_of(store, case) == {texts[1 - saves]}


def test_who_comes_later_goes_on_with_the_newest_and_is_told_of_the_other(
    store: CaseStore, clock: Clock, case: Case
) -> None:
    """It can be taken up too; then the first one is the other, and both stay."""
    one, two = question(store, clock, case), question(store, clock, case)
    one.keep({TEXT: "One."})
    two.keep({TEXT: "Two."})
    three = question(store, clock, case)
    assert three.texts[TEXT] == "Two."
    (other,) = three.others()
    assert three.another() == f"There is another of {other.at.astimezone():%H:%M}."
    three.take_up(other)
    assert three.texts[TEXT] == "One."
    three.keep({TEXT: "One, and more."})
    assert texts_of(store, case) == {"One, and more.", "Two."}
    assert [draft.texts["answer.text"] for draft in three.others()] == ["Two."]


def test_what_was_taken_up_elsewhere_and_written_on_is_kept_again(store: CaseStore, clock: Clock, case: Case) -> None:
    """A window whose draft another took up, and saved, has its text on disk the next time it keeps."""
    one = question(store, clock, case)
    one.keep({TEXT: "One."})
    two = question(store, clock, case)
    two.save({TEXT: "One, saved."})
    assert texts_of(store, case) == set()
    assert one.keep({TEXT: "One."}).at, "it says that it is kept, and it is"
    assert texts_of(store, case) == {"One."}


def test_a_draft_that_its_window_wrote_on_is_not_dropped_by_who_took_it_up(
    store: CaseStore, clock: Clock, case: Case
) -> None:
    """Its later text was never seen there."""
    one = question(store, clock, case)
    one.keep({TEXT: "One."})
    two = question(store, clock, case)
    one.keep({TEXT: "One, and on."})
    two.keep({TEXT: "One, elsewhere."})
    assert texts_of(store, case) == {"One, and on.", "One, elsewhere."}
    two.save({TEXT: "One, elsewhere."})
    assert texts_of(store, case) == {"One, and on."}


def test_text_that_is_again_as_at_the_start_is_no_draft(store: CaseStore, clock: Clock, case: Case) -> None:
    """Nothing typed, and typed and taken back: there is nothing to keep; another window's stays."""
    one, two = question(store, clock, case), question(store, clock, case)
    assert one.keep({}) == NOTHING
    one.keep({TEXT: "One."})
    two.keep({TEXT: "Two."})
    assert one.keep({TEXT: ""}) == NOTHING
    assert texts_of(store, case) == {"Two."}


def test_discarding_lets_go_of_ones_own_only(store: CaseStore, clock: Clock, case: Case) -> None:
    """And the form is as it was before anybody typed."""
    one, two = question(store, clock, case), question(store, clock, case)
    one.keep({TEXT: "One."})
    two.keep({TEXT: "Two."})
    one.let_go()
    assert (one.texts.get(TEXT, ""), one.found) == ("", False)
    assert texts_of(store, case) == {"Two."}


def test_saving_twice_saves_once(store: CaseStore, clock: Clock, case: Case) -> None:
    """A form that was asked twice whether it can be saved has one answer, and keeps no draft any more."""
    saves: list[str] = []
    form = reflect_form(store, clock, case, "Q4")

    def save(texts: object) -> str:
        saves.append(str(texts))
        return "Saved."

    one = Unsaved(store, clock, replace(form, save=save))
    assert one.save({TEXT: "One."}) is None
    assert one.save({TEXT: "One."}) is None
    assert (len(saves), one.said) == (1, "Saved.")
    assert one.keep({TEXT: "One."}) == NOTHING
    assert texts_of(store, case) == set()


class FullStore(MemoryStore):
    """A store on a disk without room for drafts."""

    full = False

    def save_draft(self, draft: Draft) -> None:
        """Refuse while it is full."""
        if self.full:
            raise SaveFailed("There is no room on the disk.")
        super().save_draft(draft)


def test_what_cannot_be_kept_is_trouble_and_never_kept(clock: Clock, case: Case, store: CaseStore) -> None:
    """With the reason; once there is room it is kept."""
    assert isinstance(store, MemoryStore)
    full = FullStore(summarise=store._summarise, now=clock.now)
    one = Unsaved(full, clock, reflect_form(store, clock, case, "Q4"))
    full.full = True
    assert one.keep({TEXT: "One."}).trouble == one.trouble == "There is no room on the disk."
    assert not one.status
    full.full = False
    assert one.keep({TEXT: "One."}).at
    assert one.trouble == ""
    full.full = True
    assert one.keep({TEXT: "One. Two."}).trouble, "the earlier text stands, the new one does not"
    assert texts_of(full, case) == {"One."}


# Days


def visit(store: CaseStore, clock: Clock, limits: Limits, case: Case) -> Unsaved:
    """A visit under way."""
    return Unsaved(store, clock, visit_form(store, clock, limits, case))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("", date(2026, 11, 23)),
        ("today", date(2026, 11, 23)),
        ("yest", date(2026, 11, 22)),
        ("mon", date(2026, 11, 23)),
        ("tue", date(2026, 11, 17)),
        ("-3d", date(2026, 11, 20)),
        ("3/11", date(2026, 11, 3)),
        ("23 nov", date(2026, 11, 23)),
    ],
)
def test_a_day_is_the_day_it_was_typed_for(
    store: CaseStore, clock: Clock, limits: Limits, case: Case, typed: str, day: date
) -> None:
    """A visit begun on Monday at night and saved on Tuesday is Monday's, however its day was typed."""
    seen = ("seen", case.children[0].id, "seen")
    visit(store, clock, limits, case).keep({WHEN: typed, seen: "alone", ACCOUNT: "One."})
    later = visit(store, TOMORROW, limits, case)
    assert later.save(later.texts) is None
    assert [row.happened_on for row in store.case(case.id).of(Visit)] == [day]


def test_the_day_that_stood_in_the_form_is_kept_as_well(
    store: CaseStore, clock: Clock, limits: Limits, case: Case
) -> None:
    """A blank that means today is the day the form was opened on; seen again on that day it is blank as before."""
    begun = visit(store, clock, limits, case)
    begun.keep({**begun.texts, ACCOUNT: "One."})
    assert visit(store, clock, limits, case).texts[WHEN] == begun.texts.get(WHEN, "")
    assert visit(store, TOMORROW, limits, case).texts[WHEN] == "Mon 23 Nov"


@pytest.mark.parametrize(
    ("typed", "day"), [("+10wd", date(2026, 12, 7)), ("today", date(2026, 11, 23)), ("fri", date(2026, 11, 27))]
)
def test_a_day_ahead_is_the_day_it_was_typed_for(
    store: CaseStore, clock: Clock, case: Case, typed: str, day: date
) -> None:
    """Also one that has passed when the draft is opened: it is not read as next year's."""
    form = action_form(store, clock, case)
    path = next(entry.path for entry in form.entries({}, ()) if entry.name == "due_on")
    what = next(entry.path for entry in form.entries({}, ()) if entry.name == "what")
    Unsaved(store, clock, form).keep({**form.start, path: typed, what: "Ring the GP"})
    later = Unsaved(store, TOMORROW, action_form(store, TOMORROW, case))
    assert later.save(later.texts) is None
    assert [row.due_on for row in store.case(case.id).of(Action)] == [day]


def test_what_is_no_day_stays_as_it_was_typed(store: CaseStore, clock: Clock, limits: Limits, case: Case) -> None:
    """A wrong date is kept to be mended."""
    visit(store, clock, limits, case).keep({WHEN: "31/2", ACCOUNT: "One."})
    assert visit(store, TOMORROW, limits, case).texts[WHEN] == "31/2"


def test_the_day_of_a_draft_is_said_where_it_is_not_today(store: CaseStore, clock: Clock, case: Case) -> None:
    """`draft 15:52` on its day, `draft Mon 23 Nov 15:52` later."""
    one = question(store, clock, case)
    one.keep({TEXT: "One."})
    assert one.draft is not None
    at = f"{one.draft.at.astimezone():%H:%M}"
    assert question(store, clock, case).status == f"draft {at}"
    assert question(store, TOMORROW, case).status == f"draft Mon 23 Nov {at}"


# The place


def test_the_place_is_kept_and_moves_without_being_typed_at(store: CaseStore, clock: Clock, case: Case) -> None:
    """Field and caret; when it was typed stays as it was."""
    one = question(store, clock, case)
    one.keep({TEXT: "One. Two."}, TEXT, 4)
    written = one.draft
    assert written is not None
    later = question(store, clock, case)
    assert (later.at, later.caret) == (TEXT, 4)
    later.keep(later.texts, ("answer", "unchanged_because"), 0)
    (draft,) = drafts_of(store, case.id, "question:Q4")
    assert (draft.place, draft.at) == ("answer.unchanged_because:0", written.at)


def test_a_draft_kept_before_windows_were_told_apart_is_offered(store: CaseStore, clock: Clock, case: Case) -> None:
    """And is gone once it was taken up and saved."""
    keep_draft(store, clock, DraftKey(case.id, "question:Q4"), {"answer.text": "Old."})
    one = question(store, clock, case)
    assert one.texts[TEXT] == "Old."
    assert one.save({TEXT: "Old."}) is None
    assert texts_of(store, case) == set()
    assert [row.text for row in store.case(case.id).of(Answer)] == ["Old."]


def test_a_form_says_what_it_is_called_in_its_draft(store: CaseStore, clock: Clock, case: Case) -> None:
    """So that a list can name it when its case is gone."""
    form: Form = reflect_form(store, clock, case, "Q4")
    Unsaved(store, clock, form).keep({TEXT: "One."})
    (draft,) = drafts_of(store, case.id, "question:Q4")
    assert draft.title == form.place
