"""Two windows with one form of one case: each keeps its own text, in whatever order they write, save and leave."""

import os
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path

import pytest

from checklists.use_cases.drafts import DraftKey, drafts_of, keep_draft
from store.records import Answer
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import DAY, Desk, house_in
from tui.composition import House

pytestmark = pytest.mark.walk

ONE, TWO = "She set the alarm.", "Gran comes on Fridays."
BOTH = [TWO, ONE]
"""As `texts` gives them: by the alphabet."""
WAIT = 20
"""Seconds after which nothing more comes."""
FORMS = {"question:Q4": "4", "visit": "v tab tab a tab"}


def texts(home: Path, form: str) -> list[str]:
    """What the drafts of a form on F-102 say that was typed here, as another program reads them."""
    store = house_in(home).store
    case_id = next(row.id for row in store.caseload() if row.ref == "F-102")
    said = [" ".join(draft.texts.values()) for draft in drafts_of(store, case_id, form)]
    return sorted(text for one in said for text in (ONE, TWO) if text in one)


async def opened(desk: Desk, keys: str) -> None:
    """The form on F-102."""
    await desk.to_row("F-102  K.M.  Last alone")
    await desk.press(keys)


class Plain:
    """Plain mode in a program of its own over the same folder, line by line."""

    def __init__(self, home: Path) -> None:
        given = {"CASEREFLECT_HOME": str(home), "CASEREFLECT_TODAY": f"{DAY}", "HOME": str(home), "LANG": "C.UTF-8"}
        pipe = subprocess.PIPE
        self.program = subprocess.Popen([sys.executable, "-m", "tui", "--plain"], env=given, stdin=pipe, stdout=pipe)
        self.all = ""
        self.heard = 0

    def hears(self, words: str) -> None:
        """Wait until it has said this, after what was waited for before."""
        assert self.program.stdout is not None
        while words not in self.all[self.heard :]:
            assert select.select([self.program.stdout], [], [], WAIT)[0], self.all[-2000:]
            more = os.read(self.program.stdout.fileno(), 65536).decode()
            assert more, self.all
            self.all += more
        self.heard = self.all.index(words, self.heard) + len(words)

    def types(self, *lines: str) -> None:
        """Lines, one after the other."""
        assert self.program.stdin is not None
        self.program.stdin.write("".join(f"{line}\n" for line in lines).encode())
        self.program.stdin.flush()

    def ends(self) -> str:
        """The end of input; all that it said."""
        self.all += self.program.communicate(timeout=60)[0].decode()
        assert self.program.returncode == 0
        return self.all


@contextmanager
def plain(home: Path) -> Iterator[Plain]:
    """A window of plain lines."""
    window = Plain(home)
    try:
        yield window
    finally:
        window.program.kill()
        window.program.communicate()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("first", [0, 1])
async def test_neither_screen_loses_its_text(at: Open, house: House, form: str, first: int) -> None:
    """Both open, both type, both keep, in both orders; one saves: the other's draft stands, and is offered again."""
    home = house.places.home
    async with AsyncExitStack() as windows:
        desks = [await windows.enter_async_context(at(over)) for over in (house, house_in(home))]
        for desk in desks:
            await opened(desk, FORMS[form])
        for desk, text in zip(desks, (ONE, TWO), strict=True):
            await desk.say(text)
        for place in (first, 1 - first):
            await desks[place].press("ctrl+c")
        assert texts(home, form) == BOTH
        await desks[first].press("ctrl+o")
        assert texts(home, form) == [(TWO, ONE)[first]]
        await desks[1 - first].press("escape")
        assert "Draft kept." in desks[1 - first].foot
    assert texts(home, form) == [(TWO, ONE)[first]]
    async with at(house_in(home)) as desk:
        await desk.to_row("F-102")
        await desk.press(FORMS[form].partition(" ")[0])
        assert (TWO, ONE)[first] in desk.text


async def two_drafts(at: Open, home: Path) -> None:
    """Two windows that are gone left a text each in question 4."""
    async with at(house_in(home)) as one, at(house_in(home)) as two:
        for desk, text in ((one, ONE), (two, TWO)):
            await opened(desk, "4")
            await desk.say(text)
            assert text in desk.text
        for desk in (one, two):
            desk.app.keep()


async def test_another_draft_is_said_read_and_taken_up(at: Open, house: House) -> None:
    """From the menu: read it, go on with it; then the first is the other one, and none is lost."""
    home = house.places.home
    await two_drafts(at, home)
    async with at(house) as desk:
        await opened(desk, "4")
        assert "There is another of 15:54. F9 has it." in " ".join(desk.foot.split())
        here, there = (ONE, TWO) if f"│ {ONE}" in desk.text else (TWO, ONE)
        await desk.menu("another draft")
        assert there in desk.foot
        await desk.menu("read the draft")
        assert there in desk.text
        await desk.press("escape enter")
        assert f"│ {there}" in desk.text
        assert f"│ {here}" not in desk.text
        assert texts(home, "question:Q4") == BOTH
        await desk.press("ctrl+o")
        assert texts(home, "question:Q4") == [here]
        assert [row.text for row in desk.kept("F-102", Answer) if row.answered_on == DAY] == [there]


async def test_another_draft_is_discarded_from_within_the_form(at: Open, house: House) -> None:
    """After a question; the one in the form stays."""
    home = house.places.home
    await two_drafts(at, home)
    async with at(house) as desk:
        await opened(desk, "4")
        here = ONE if f"│ {ONE}" in desk.text else TWO
        await desk.menu("another draft")
        await desk.press("x left enter")
        assert texts(home, "question:Q4") == [here]
        await desk.press("escape")
        assert f"│ {here}" in desk.text


async def test_a_short_form_says_that_there_is_another(at: Open, house: House) -> None:
    """Asked below a page, where there is no menu: it says where the other is."""
    home = house.places.home
    async with at(house_in(home)) as one, at(house_in(home)) as two:
        for desk, text in ((one, ONE), (two, TWO)):
            await opened(desk, "w")
            await desk.say(text)
        for desk in (one, two):
            await desk.press("escape")
    assert texts(home, "wonder") == BOTH
    async with at(house) as desk:
        await opened(desk, "w")
        assert "There is another of 15:54. The menu has it: drafts." in " ".join(desk.text.split())


NOW = "Now, ends with a dot on a line of its own: "


@pytest.mark.parametrize("plain_first", [True, False])
@pytest.mark.parametrize("plain_saves", [True, False])
async def test_a_screen_and_plain_lines_keep_a_draft_each(
    at: Open, house: House, *, plain_first: bool, plain_saves: bool
) -> None:
    """Both open question 4 before either types; in both orders; one saves, and the other's text stands."""
    home = house.places.home
    with plain(home) as lines:
        async with at(house) as desk:
            lines.types("question 4 F-102")
            lines.hears(NOW)
            await opened(desk, "4")
            for plain_turn in (plain_first, not plain_first):
                if plain_turn:
                    lines.types(TWO, ".")
                    lines.hears("1 line kept.")
                    lines.hears("Unchanged: ")
                else:
                    await desk.say(ONE)
                    await desk.press("ctrl+c")
            assert texts(home, "question:Q4") == BOTH
            if plain_saves:
                lines.types("save")
                lines.hears("Question 4 answered")
                await desk.press("escape")
            else:
                await desk.press("ctrl+o")
                lines.types("leave")
                lines.hears("Draft kept.")
            assert texts(home, "question:Q4") == [ONE if plain_saves else TWO]
        lines.ends()


@pytest.mark.parametrize("first", [0, 1])
def test_neither_window_of_plain_lines_loses_its_text(house: House, first: int) -> None:
    """Both have question 4 open before either types; in both orders; the first one saves."""
    home = house.places.home
    with plain(home) as one, plain(home) as two:
        windows, said = [one, two], [ONE, TWO]
        for window in windows:
            window.types("question 4 F-102")
            window.hears(NOW)
        for place in (first, 1 - first):
            windows[place].types(said[place], ".")
            windows[place].hears("Unchanged: ")
        assert texts(home, "question:Q4") == BOTH
        windows[first].types("save")
        windows[first].hears("Question 4 answered")
        assert texts(home, "question:Q4") == [said[1 - first]]
        windows[1 - first].types("leave")
        windows[1 - first].hears("Draft kept.")
    assert texts(home, "question:Q4") == [said[1 - first]]


async def test_plain_lines_say_another_draft_and_go_on_with_it(at: Open, house: House) -> None:
    """`other` says it; Enter goes on with the one that was said; saving drops that one only."""
    home = house.places.home
    await two_drafts(at, home)
    with plain(home) as lines:
        lines.types("", "question 4 F-102")
        lines.hears("There is another of ")
        lines.types("other")
        lines.hears("Now: ")
        lines.hears("\n")
        said = lines.all[: lines.heard].rpartition("Now: ")[2].strip()
        lines.types("", "save", "leave")
        lines.ends()
    assert said in (ONE, TWO)
    assert texts(home, "question:Q4") == [TWO if said == ONE else ONE]
    store = house_in(home).store
    case = store.case(next(row.id for row in store.caseload() if row.ref == "F-102"))
    assert [row.text for row in case.of(Answer) if row.answered_on == DAY] == [said]


async def test_plain_lines_discard_one_draft_and_offer_the_other(at: Open, house: House) -> None:
    """By the whole word, one at a time."""
    home = house.places.home
    await two_drafts(at, home)
    with plain(home) as lines:
        lines.types("", "question 4 F-102", "discard", "discard", "leave", "leave")
        said = lines.ends()
    assert said.count("Discarded.") == 2
    assert texts(home, "question:Q4") == []


def test_plain_lines_read_out_a_draft_whose_case_is_gone(house: House) -> None:
    """It is listed, said whole, and discarded by the whole word only."""
    home = house.places.home
    key = DraftKey("01KAQ0000000000000000ZZZ09", "visit", "a")
    keep_draft(house.store, house.clock, key, {"visit.account": ONE}, title="Log a visit")
    for word, left in (("no", 1), ("discard", 0)):
        with plain(home) as lines:
            lines.types("1", word, "leave")
            said = lines.ends()
        assert "1 case is not here, Log a visit, 15:54." in said
        assert f"account: {ONE}" in said
        assert len(house_in(home).store.drafts()) == left


def test_plain_lines_never_say_kept_of_what_could_not_be(house: House) -> None:
    """A file has the folder's name: the reason at once; leaving asks for a whole word; the end of input says it too."""
    drafts = house.places.drafts
    with plain(house.places.home) as lines:
        lines.types("visit F-102")
        lines.hears("When")
        drafts.rmdir()
        drafts.write_text("", encoding="utf-8")
        lines.types("yest", "leave")
        lines.hears("The draft cannot be kept. Not saved.")
        lines.hears("What you typed would be lost. Leave all the same?")
        lines.types("no")
        lines.hears("At: ")
        lines.types("leave", "lose")
        lines.hears("Today")
        lines.types("wonder F-102", ONE)
        said = lines.ends()
    assert "The draft cannot be kept." in said.rpartition("I wonder")[2]
    assert "Draft kept" not in said
