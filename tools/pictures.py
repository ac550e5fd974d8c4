"""Draw the pictures of the documents from the app itself: the fictional caseload on one day, at 80 by 24.

    python tools/pictures.py [FOLDER]

The same bytes come out each time. Run it after any change of a screen that is shown; a test says when.
"""

import asyncio
import html
import os
import re
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime
from datetime import time as time_of_day
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from textual.events import Key  # noqa: E402
from textual.keys import _character_to_key  # noqa: E402

from checklists.clock import Clock  # noqa: E402
from tui.app import Casereflect  # noqa: E402
from tui.composition import House, mark_fictional, new_house, open_house  # noqa: E402
from tui.demo import make_demo  # noqa: E402
from tui.passphrase import Asking  # noqa: E402

DAY = date(2026, 11, 23)
SIZE = (80, 24)
FOLDER = ROOT / "docs" / "pictures"
TO_THE_CASE = ("c", "slash", *"F-102", "enter")
"""Caseload, and the row of one case."""
LETTERS = {"slash": "/", "space": " "}
CELL = 12.2
"""How wide a letter is in the drawing."""
TEXT = re.compile(
    r'<text class="(?P<ink>[^"]+)" x="(?P<x>[^"]+)" y="(?P<y>[^"]+)" textLength[^>]+>(?P<words>[^<]*)</text>'
)
FONTS = "DejaVu Sans Mono, Menlo, Consolas, monospace"


class Still(Clock):
    """A clock that stands at six minutes to four on the day of the pictures."""

    def now(self) -> datetime:
        """The same moment, always."""
        return datetime.combine(DAY, time_of_day(15, 54), UTC)

    def today(self) -> date:
        """The day of the pictures."""
        return DAY


@dataclass(frozen=True)
class Picture:
    """A picture: its name and the keys that lead to it from Today."""

    name: str
    keys: tuple[str, ...]
    shows: str = ""
    """What comes by itself after a while and belongs to it."""


PICTURES = (
    Picture("today", ("down",) * 4),
    Picture("caseload", ("c",)),
    Picture("case", (*TO_THE_CASE, "enter")),
    Picture(
        "visit",
        (
            *TO_THE_CASE,
            *("v", "tab", "tab", "a", "y"),
            *"I get myself up. Mum is asleep when I go.",
            *("tab", *"Who is there in the morning?"),
            "ctrl+c",
            *("tab", "shift+tab"),
        ),
        shows="draft&#160;15:54",
    ),
    Picture("pack", (*TO_THE_CASE, "p")),
    Picture("question", (*TO_THE_CASE, "4")),
    Picture("chronology-by-month", (*TO_THE_CASE, "t", "tab")),
)


def main(folder: Path = FOLDER) -> None:
    """Write every picture into the folder."""
    os.environ["TZ"] = "UTC"
    time.tzset()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        os.environ["HOME"] = made  # what is said of the person's own folder is the same on every machine
        whole = Path(made) / "whole"
        make_fictional(whole)
        for picture in PICTURES:
            home = Path(made) / picture.name
            shutil.copytree(whole, home)
            svg = asyncio.run(drawn(opened(home), picture))
            (folder / f"{picture.name}.svg").write_text(svg, encoding="utf-8")


def make_fictional(home: Path) -> None:
    """Make the fictional caseload for the day of the pictures."""
    house, _ = new_house(home, Still(fixed=DAY), None, Asking())
    make_demo(house)
    house.store.caseload()
    house.lock()
    mark_fictional(home, DAY)


def opened(home: Path) -> House:
    """The house over it, its clock standing still."""
    house = open_house({}, Asking(), home)
    house.clock = Still()
    return house


async def drawn(house: House, picture: Picture) -> str:
    """The screen after the keys, as SVG."""
    app = Casereflect(house)
    async with app.run_test(size=SIZE) as pilot:
        await typed(app, picture.keys)
        await pilot.pause()
        while picture.shows not in app.export_screenshot():
            await pilot.pause(0.1)
        return tidied(app.export_screenshot(), picture.name)


async def typed(app: Casereflect, keys: tuple[str, ...]) -> None:
    """Type keys one behind the other, as from a terminal, and wait until all are acted on."""
    for name in keys:
        letter = name if len(name) == 1 else LETTERS.get(name)
        app.post_message(Key(_character_to_key(name) if len(name) == 1 else name, letter))
    await app.key_queue.done()


def tidied(svg: str, name: str) -> str:
    """Without what changes from run to run, fonts from the network and the buttons of a window that is none."""
    svg = re.sub(r"terminal-\d+", name, svg)
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r'<g transform="translate\(26,22\)">.*?</g>', "", svg, flags=re.DOTALL)
    svg = TEXT.sub(in_pieces, svg)
    svg = svg.replace("Fira Code, monospace", FONTS).replace("font-family: arial", "font-family: sans-serif")
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def in_pieces(found: re.Match[str]) -> str:
    """A row as one text for each piece between wide gaps: programs differ in how they stretch blanks, and columns would slip."""
    row = html.unescape(found["words"]).replace("\N{NO-BREAK SPACE}", " ")
    pieces = (
        f'<text class="{found["ink"]}" x="{float(found["x"]) + piece.start() * CELL:g}" y="{found["y"]}"'
        f' textLength="{len(piece[0]) * CELL:g}">{html.escape(piece[0], quote=False)}</text>'
        for piece in re.finditer(r"\S+(?: \S+)*", row)
    )
    return "\n".join(pieces)


if __name__ == "__main__":
    main(*(Path(given) for given in sys.argv[1:2]))
