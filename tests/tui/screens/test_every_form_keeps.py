"""No typed word is lost, form by form and field by field: typed, then gone in each way, then offered where it was typed.

The forms come from the records, so a new kind is walked by itself. Each form is lost in one of the ways, in turn; with
CASEREFLECT_EVERY_WAY=1 (`make faults`) each is lost in all of them. What a signal does is tested on real terminals in
`test_hangup.py` and `tests/acceptance`; here each form answers the call that a signal makes.
"""

import os
import shutil
from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path as Folder

import pytest
from textual.events import Paste

from checklists.entry import Path
from checklists.journeys.unsaved import Unsaved
from checklists.use_cases.drafts import Draft
from tests.figures import count
from tests.tui.every_form import Named, every_form, full_home, in_a_form, makers, makers_of, open_named, typed_in
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import Desk, house_in
from tui.composition import House
from tui.form_names import form_named

pytestmark = pytest.mark.walk

EVERY = os.environ.get("CASEREFLECT_EVERY_WAY") == "1"
GOES_ON = ("esc", "signal", "lock", "ctrl+c", "today")
"""Ways after which the program still runs."""
ASKED = ("withdraw", "finish", "move", "drop", "wonder", "set aside", "wanted")
"""Forms that are asked in the rows below a page."""
PARTS = 4


@pytest.fixture(scope="module")
def every_kind(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A record of every kind, made once."""
    folder = tmp_path_factory.mktemp("every") / "home"
    full_home(folder)
    return folder


@pytest.fixture(scope="module")
def forms(every_kind: Folder) -> list[Named]:
    """Every form there is on them; in the short form one of those that ask the same of a new record and of an old one."""
    return every_form(house_in(every_kind), twice=EVERY)


@pytest.fixture
def full(every_kind: Folder, tmp_path: Folder) -> House:
    """A copy of it."""
    return house_in(Folder(shutil.copytree(every_kind, tmp_path / "full")))


def is_asked(named: Named) -> bool:
    """Whether it is asked in the rows below a page."""
    return named.name.partition(":")[0] in ASKED


async def type_in(desk: Desk, fields: Iterable[Path]) -> dict[Path, str]:
    """Open each field in turn, and type; what stands in them then. Days and numbers are typed so that they can be read.

    A field that is not asked any more, once another is filled, is left out.
    """
    marks: dict[Path, str] = {}
    for path in fields:
        desk.form.open_path(path)
        entry = desk.form.state.entry
        if entry is None or entry.path != path:
            continue
        marks[path] = typed_in(entry, len(marks))
        if entry.kind != "long":
            desk.form.editor.select_all()
        desk.app.post_message(Paste(marks[path]))
        await desk.app.key_queue.done()
    return marks


async def gone(desk: Desk, way: str) -> None:
    """The form goes, or the program might end now."""
    match way:
        case "esc":
            await desk.press("escape")
        case "signal":
            desk.app.keep()
            await desk.press("escape")
        case "lock":
            desk.app.action_lock()
            await desk.press("enter")
            await desk.pilot.pause()
            await desk.press("escape")
        case "ctrl+c":
            await desk.press("ctrl+c")
            assert "Draft kept" in desk.text
            await desk.press("escape")
        case "today":
            await desk.press("escape") if desk.app.screen.asking else desk.app.action_today()  # type: ignore[attr-defined]
    await desk.pilot.pause()


def the_draft(folder: Folder, named: Named) -> Draft:
    """What is kept of this form, as another program reads it; and nothing of any other."""
    (draft,) = house_in(folder).store.drafts()
    assert (draft.key.case_id, draft.key.form) == (named.case_id, named.name)
    return draft


async def offered(desk: Desk, named: Named, marks: dict[Path, str], *, look: bool) -> None:
    """Opened again, the form has every text in its field, the place where one was, and the time. `look`: on the screen."""
    draft, last = the_draft(desk.house.places.home, named), list(marks)[-1]
    again = Unsaved(desk.house.store, desk.house.clock, form_named(desk.house, named.case_id, named.name))
    texts, place = again.texts, again.at
    assert again.status == "draft 15:54"
    if look:
        open_named(desk.app, desk.house, named, asked=is_asked(named))
        await desk.pilot.pause()
        assert "Your draft 15:54 is here again, not saved yet" in " ".join(desk.text.split())
        texts, place = desk.form.texts, desk.form.at[0]
        await desk.press("escape")
    assert {path: text for path, text in marks.items() if not in_a_form(text, texts.get(path, ""))} == {}
    assert place == last
    desk.house.store.drop_draft(draft.key)


async def lost_and_found(desk: Desk, named: Named, way: str) -> None:
    """One form, one way."""
    left = list(named.fields)
    while left:
        open_named(desk.app, desk.house, named, asked=is_asked(named))
        await desk.pilot.pause()
        marks = await type_in(desk, left)
        assert marks, f"{left} cannot be come to:\n{desk.text}"
        await gone(desk, way)
        await offered(desk, named, marks, look=EVERY or len(marks) % 3 == 1)
        left = [path for path in left if path not in marks]
        count("forms on screens", fields_kept=len(marks), ways_of_losing=1)


@pytest.mark.parametrize("part", range(PARTS))
async def test_what_is_typed_in_any_field_of_any_form_is_offered_again(
    at: Open, full: House, forms: list[Named], part: int
) -> None:
    """Esc, Ctrl+C, lock, a signal, and going to Today."""
    async with at(full, size=(60, 20)) as desk:
        await desk.menu("drafts")
        for place in range(part, len(forms), PARTS):
            for way in GOES_ON if EVERY else (GOES_ON[place % len(GOES_ON)],):
                await lost_and_found(desk, forms[place], way)


@pytest.mark.parametrize("way", ["a fault", "ctrl+q"])
async def test_a_form_keeps_its_text_when_the_program_ends(
    at: Open, full: House, forms: list[Named], way: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """By a fault of its own, made on purpose, which is told with what became of the text; or by Ctrl+Q and a yes."""
    some = [next(one for one in forms if is_asked(one) == asked and not one.chosen) for asked in (True, False)]
    for named in forms if EVERY else some:
        with pytest.raises(LookupError) if way == "a fault" else nullcontext():
            async with at(full) as desk:
                open_named(desk.app, desk.house, named, asked=is_asked(named))
                await desk.pilot.pause()
                marks = await type_in(desk, named.fields)
                if way == "a fault":
                    desk.app._handle_exception(LookupError())
                    await desk.pilot.pause()
                elif is_asked(named):  # a question stands already, so there is no second one: it is kept first
                    await desk.press("escape ctrl+q shift+tab enter")
                else:
                    await desk.press("ctrl+q shift+tab enter")
                    assert desk.app.return_code == 0
        draft = the_draft(full.places.home, named)
        kept = {tuple(field.split(".")): text for field, text in draft.texts.items()}
        assert {path for path, text in marks.items() if not in_a_form(text, kept.get(path, ""))} == set()
        if way == "a fault":
            assert "What you typed and did not save is kept as a draft." in " ".join(capsys.readouterr().err.split())
        house_in(full.places.home).store.drop_draft(draft.key)


def test_no_way_to_make_a_form_is_left_out(every_kind: Folder, forms: list[Named]) -> None:
    """Every function of the journeys that makes a form made one of those that are walked."""
    assert makers_of(house_in(every_kind), forms) == makers()
