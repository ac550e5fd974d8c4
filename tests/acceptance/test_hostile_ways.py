"""Hostile text by every way in and out again by every way out: it is shown or written literally, and nothing of it acts.

A table of ways in (command, standard input, plain lines, a file of limits, the council's file, a workbook, settings)
and ways out (plain lines, text, Markdown, HTML, Word, JSON, chronology, pack, hand-over, names of files). Forms and
pastes on screens are in `tests/tui/test_hostile.py`.
"""

import json
import os
import re
import zipfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from store.text import MARK, clean
from tests.acceptance.running import Run, ok
from tests.acceptance.talking import FORBIDDEN
from tests.figures import count
from tests.samples.workbooks import annex_a, on_a_plan
from tests.tui.test_hostile import EACH

MORE = ('=HYPERLINK("http://x")', "+1+cmd|' /C calc'!A0", "@SUM(1,1)", "-2+3", "\t=1+1", "\uff1d1+1", "--help",
        "../../etc/passwd", '{"a": [1]} \\u0000', "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
        "# **b** [l](http://x) `c` | t |", "$(touch pwned); `id`", "Za\u200b\u200d\u2060\ufeffra",
        "\U000e0041\U000e0042", "\ufffe\uffff", "Zoe\u0308" + "\u0301" * 60, "&amp;<!--", "]]>")  # fmt: skip
EVERY = os.environ.get("CASEREFLECT_EVERY_WAY") == "1"
STRINGS = (*EACH, *MORE)
TEXT = "\n".join(f"MK{place:02} {text} KM{place:02}" for place, text in enumerate(STRINGS))
"""All of them, one a line, each between two marks."""
HUGE = "HUGE " + "word " * 200_000
PAPERS = (("pack",), ("chronology", "F-102"), ("handover", "F-102"), ("changes", "F-102", "--since", "1/1/26"))


def as_bytes(text: str) -> bytes:
    """As it comes through a pipe: half a pair is a byte that is no UTF-8."""
    return text.encode("utf-8", "surrogateescape")


def by_standard_input(casereflect: Run, text: str) -> None:
    """A `-` in a command."""
    given = as_bytes(text.replace("\0", ""))
    ok(
        casereflect(
            "supervision", "add", "F-102", "--held", "21/9", "--with-role", "manager", "--decided", "-", input=given
        )
    )


def by_plain_lines(casereflect: Run, text: str) -> None:
    """Line by line, in a question; a line that is a word of its own is none here."""
    ok(casereflect("--plain", input=b"question 4 F-102\n" + as_bytes(text) + b"\n.\n\nsave\nleave\nleave\n"))


def by_command(casereflect: Run, text: str) -> None:
    """On the command line itself, where no NUL can stand."""
    raw = text.replace("\0", "").replace("\udc80", "")
    ok(casereflect("visit", "add", "F-102", "--on", "3/11", "--seen", "K.M.=alone", "--words", f"K.M.={raw}"))


WAYS_IN: tuple[Callable[[Run, str], None], ...] = (by_standard_input, by_plain_lines, by_command)


def nothing_acts(said: str) -> None:
    """No control, no turned writing, no half of a pair; marks stand where they stood."""
    found = FORBIDDEN.search(said.replace("\n", " "))
    assert found is None, said[max(0, found.start() - 60) : found.end() + 20]


def strings_of(value: Any) -> Iterator[str]:
    """Every text in what was read as JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings_of(each)


class Elements(HTMLParser):
    """Which elements and attributes a page has."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element."""
        self.names |= {tag, *(f"@{name}" for name, _ in attrs)}

    def handle_data(self, data: str) -> None:
        """Words."""
        self.words.append(data)


def words_of(path: Path) -> str:
    """All words of a file of one of the four kinds, after a look at what else is in it."""
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        assert not [name for name in parts if "vba" in name.lower() or "embed" in name.lower()]
        assert b"http://x" not in b"".join(part for name, part in parts.items() if name.endswith(".rels"))
        trees = [ET.fromstring(part) for name, part in parts.items() if name.endswith(".xml")]
        return "\n".join(one.text or "" for tree in trees for one in tree.iter() if one.tag.endswith("}t"))
    said = path.read_text(encoding="utf-8")
    if path.suffix != ".html":
        return said
    page = Elements()
    page.feed(said)
    assert not page.names & {"script", "img", "a", "@onerror", "@href", "iframe", "link"}
    return "".join(page.words)


@pytest.mark.parametrize("way", WAYS_IN, ids=lambda way: way.__name__)
def test_hostile_text_is_kept_and_comes_out_literally(
    casereflect: Run, tmp_path: Path, way: Callable[..., None]
) -> None:
    """Every string by each way in; out as plain lines, JSON, and every page in every kind of file."""
    way(casereflect, TEXT)
    lists = [ok(casereflect(kind, "list", "F-102", "--json")).json for kind in ("supervision", "answer", "visit")]
    said = list(strings_of(lists))
    for one in said:
        nothing_acts(one)
    pages = [ok(casereflect(*command)).out for command in PAPERS]
    pages.append(ok(casereflect("--plain", input="case F-102\nvisits\n1\nback\nhistory\nleave\n")).out)
    for command in PAPERS if EVERY else PAPERS[:2] if way is by_command else ():
        for ending in ("txt", "md", "html", "docx"):
            path = tmp_path / f"{command[0]}.{ending}"
            ok(casereflect(*command, "--out", str(path)))
            pages.append(words_of(path))
    for page in pages:
        nothing_acts(page)
    assert set(re.findall(r"KM(\d\d)", "".join(pages))) == {f"{place:02}" for place in range(len(STRINGS))}
    count("hostile", strings_in=len(STRINGS), pages_out=len(pages))
    whole = {kept_as(TEXT), kept_as(TEXT.replace("\0", MARK))}
    assert way is by_command or whole & {kept_as(one) for one in said}


def kept_as(text: str) -> str:
    """The text as it is kept; a NUL cannot be piped by every way, and blanks at the end of a line are not told apart."""
    return "\n".join(line.rstrip() for line in clean(text.replace("\0", "")).split("\n"))


def test_a_text_of_a_megabyte_goes_in_or_is_refused_and_comes_out(casereflect: Run, tmp_path: Path) -> None:
    """By standard input and in plain lines; never half of it."""
    ran = casereflect("supervision", "add", "F-102", "--held", "21/9", "--with-role", "m", "--decided", "-", input=HUGE)
    assert ran.code in (0, 2)
    if ran.code == 0:
        out = ok(casereflect("supervision", "list", "F-102", "--json")).json
        assert len(out[0]["decided"]) >= len(HUGE) - 5
    else:
        assert ran.err.count("\n") == 1
        assert len(ran.err) < 300


def test_a_hostile_reference_is_a_name_and_nothing_else(casereflect: Run, environ: dict[str, str]) -> None:
    """It makes no file of its name, leads nowhere else, and is listed as it may be shown."""
    for place in range(0, len(STRINGS), 1 if EVERY else 6):
        text = "".join(STRINGS[place : place + 6]).replace("\0", "").replace("\udc80", "")[:30]
        ran = casereflect("case", "add", "--child", "Z.Z.", "--plan", "cin", "--", f"R{place}{text}")
        assert ran.code in (0, 2)
        nothing_acts(ran.out + ran.err)
    home = Path(environ["CASEREFLECT_HOME"])
    assert not [path for path in home.rglob("*") if not re.fullmatch(r"[\w.-]+", path.name)]
    nothing_acts(ok(casereflect("case", "list")).out)


def test_hostile_files_are_refused_or_shown_literally(
    casereflect: Run, environ: dict[str, str], tmp_path: Path
) -> None:
    """Limits of one's own, the council's file, settings, and a workbook with such text in its cells."""
    hostile = [text.replace("\0", "").replace("\udc80", "") for text in STRINGS]
    rows = [on_a_plan(own_id=f"{place}{text}"[:60], category=text) for place, text in enumerate(hostile)]
    rows = [
        [re.sub(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]", "\ufffd", one) if isinstance(one, str) else one for one in row]
        for row in rows
    ]
    ran = casereflect("import", str(annex_a(tmp_path / "list.xlsx", rows)), "--worker", "Robin Vale", "--yes")
    assert ran.code in (0, 1, 2)
    nothing_acts(ran.out + ran.err)
    for command in (("case", "list"), ("today",), ("pack",)):
        nothing_acts(ok(casereflect(*command)).out)
    home = Path(environ["CASEREFLECT_HOME"])
    for place, text in enumerate(hostile):
        if place % (1 if EVERY else 40) == 0:
            content = f"[[limit]]\nid = {json.dumps(text)}\nreason = {json.dumps(text)}\n"
            (home / "my-timescales.toml").write_bytes(as_bytes(content))
            council = tmp_path / "council.toml"
            council.write_bytes(as_bytes(content))
            config = tmp_path / "config.toml"
            config.write_bytes(as_bytes(f"theme = {json.dumps(text)}\n{json.dumps(text)} = 1\n"))
            given = {"CASEREFLECT_COUNCIL": str(council), "CASEREFLECT_CONFIG": str(config)}
            for command in (("limits",), ("today",), ("config", "validate"), ("config", "show")):
                ran = casereflect(*command, **given)
                nothing_acts(ran.out + ran.err)
                assert ran.code in (0, 1, 2), (command, ran)
