"""Opening the app: the screens on a terminal, plain lines where they are asked for, Today as text anywhere else."""

import contextlib
import importlib
import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.commands.session import Session
from tui.composition import House, data_folder, has_store, open_house
from tui.config import load_config
from tui.terminal import PLAIN, at_a_terminal, can_ask

if TYPE_CHECKING:
    from pathlib import Path

HOW = "To open the screens, run `{command}` in a terminal."
SCREENS = "tui.app"
OFF = ("", "0", "no", "false")
"""What CASEREFLECT_PLAIN holds where plain lines are not wanted."""


def open_today(session: Session) -> int:
    """`casereflect` alone: first use where there is no store yet, then Today."""
    in_lines = wants_plain(session.environ)
    if (can_ask() or in_lines) and not has_store(data_folder(session.environ)):
        from tui.first_use import first_use

        if not first_use(session):
            return 0
    if in_lines:
        begun = session.opened  # by first use, in plain lines too
        return open_plain(session.house, told=begun)
    if not at_a_terminal(session.environ):
        write_today(session.house, HOW.format(command="casereflect"))
        return 0
    if session.opened:
        return open_screens(session.house)
    return open_screens(open_house(session.environ, session.asking(_load_meanwhile)))


def open_fictional(session: Session, folder: "Path") -> int:
    """The fictional caseload: the screens, plain lines, or Today as text and how to open it."""
    house = open_house(session.environ, session.asking(), folder)
    if wants_plain(session.environ):
        return open_plain(house)
    if at_a_terminal(session.environ):
        return open_screens(house)
    write_today(house, f"{HOW.format(command='casereflect demo')}\nThe fictional caseload is in {folder}")
    return 0


def open_plain(house: House, *, told: bool = False) -> int:
    """Plain lines, until the person leaves. `told`: it was said already that the terminal keeps them."""
    from tui.plain.run import run

    return run(house, told=told)


def open_screens(house: House) -> int:
    """The full screen, until the person leaves. Asks for the passphrase first, on the plain terminal."""
    _ = house.store
    code: int = importlib.import_module(SCREENS).run(house)
    return code


def wants_plain(environ: Mapping[str, str]) -> bool:
    """Asked for; or a person is there who has set it so, or whose terminal can show no screens."""
    asked = environ.get(PLAIN, "").strip().casefold()
    if asked:
        return asked not in OFF
    return can_ask() and (not at_a_terminal(environ) or load_config(environ).get("plain") is True)


def write_today(house: House, how: str = "") -> None:
    """Today as text, and how to open it where that is to be said."""
    from checklists.pages.today import today_page
    from tui.commands.printing import say, write_page

    today = house.clock.today()
    write_page(house, today_page(house.store.caseload(), today, house.limits(), *house.for_me(today)))
    if how:
        say(f"\n{how}")


def _load_meanwhile() -> None:
    """Import the screens while the passphrase is being typed."""
    threading.Thread(target=_load, daemon=True).start()


def _load() -> None:
    with contextlib.suppress(ImportError):  # said where it is needed: the screens are about to be opened
        importlib.import_module(SCREENS)
