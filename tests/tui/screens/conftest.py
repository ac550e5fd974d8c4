"""A small caseload of a fixed day, and the app over it as a person has it at a terminal."""

import shutil
import tomllib
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from store.embedded_store import EmbeddedStore
from tests.tui.screens.driving import DAY, Desk, Still, house_in
from tui.app import Casereflect
from tui.composition import House, new_house
from tui.config import Config
from tui.demo_content import story
from tui.passphrase import Asking
from tui.themes import THEMES

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))["case"]
Open = Callable[..., AbstractAsyncContextManager[Desk]]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small caseload, made once, save by save, each on its day."""
    folder = tmp_path_factory.mktemp("caseload") / "home"
    house, _ = new_house(folder, Still(fixed=DAY), None, Asking())
    for content in CASES:
        case = story(content, DAY)
        then = house_in(folder, case.first.on)
        then.store.add_case(case.info, case.first.records)
        for saved in case.later:
            with house_in(folder, saved.on).store.change(case.info.id) as change:
                for record in saved.records:
                    change.put(record)
    house.store.caseload()
    house.lock()
    return folder


@pytest.fixture
def house(made: Path, tmp_path: Path) -> Iterator[House]:
    """The small caseload, this test's own copy."""
    shutil.copytree(made, tmp_path / "home")
    found = house_in(tmp_path / "home")
    yield found
    found.lock()


@pytest.fixture
def no_cases(tmp_path: Path) -> Iterator[House]:
    """A store without a case."""
    found, _ = new_house(tmp_path / "none", Still(fixed=DAY), None, Asking())
    yield found
    found.lock()


@pytest.fixture
def elsewhere(house: House) -> Iterator[EmbeddedStore]:
    """The same cases in another window: a store of its own over the same files."""
    other = house_in(house.places.home)
    store = other.store
    assert isinstance(store, EmbeddedStore)
    yield store
    other.lock()


@pytest.fixture
def at(house: House) -> Open:
    """Opens the app, on Today."""

    @asynccontextmanager
    async def opened(
        over: House = house,
        size: tuple[int, int] = (80, 24),
        look: str = "dark",
        *,
        ascii: bool = False,  # noqa: A002
    ) -> AsyncIterator[Desk]:
        app = Casereflect(over, THEMES[look], ascii=ascii, config=Config(over.places.home / "config.toml"))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Desk(app, pilot, over)

    return opened
