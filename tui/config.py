"""The person's settings: a TOML file that may be missing. What is wrong in it is named with its line, and left out."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import tomli

from checklists.near import nearest
from store.home import config_path

if TYPE_CHECKING:
    from tui.keys import KeyTable

THEME_NAMES = ("dark", "light", "contrast", "16", "16-light", "mono")
"""Said here too, as this file is on the way of commands that draw nothing; a test compares it with the themes."""
AUTO = "auto"


class Setting(NamedTuple):
    """One thing that can be set."""

    name: str
    help: str
    default: str | bool
    choices: tuple[str, ...] = ()
    """The words it may be; none: true or false."""

    def wrong(self, value: Any) -> str:
        """Why the value cannot be taken; blank where it can."""
        if self.choices:
            return "" if value in self.choices else f"may be {', '.join(self.choices)}"
        return "" if isinstance(value, bool) else "is true or false"


SETTINGS: tuple[Setting, ...] = (
    Setting("theme", "The colours. auto looks at the terminal.", AUTO, (AUTO, *THEME_NAMES)),
    Setting("plain", "Open in plain lines in place of screens.", default=False),
    Setting("ascii", "Draw with letters alone, for fonts without line glyphs.", default=False),
    Setting(
        "editor",
        "Allow --editor. It is off because an editor may keep plain copies of what you write, outside the encryption.",
        default=False,
    ),
    Setting(
        "repaint",
        "changed sends only what changed on the screen; stock is Textual's own way.",
        "changed",
        ("changed", "stock"),
    ),
)
KEYS = "keys"
"""The table of keys that were put elsewhere: `visit = "b"`."""


class Problem(NamedTuple):
    """Something in the file that cannot be taken."""

    line: int
    """Counted from 1; 0 where it is about the whole file."""
    sentence: str

    def said(self, path: Path) -> str:
        """With the file and the line."""
        return f"{path.name}, line {self.line}: {self.sentence}" if self.line else f"{path.name}: {self.sentence}"


@dataclass(frozen=True)
class Config:
    """The settings in force."""

    path: Path
    values: Mapping[str, str | bool] = field(default_factory=dict)
    text: str = ""
    given_keys: Mapping[str, Any] = field(default_factory=dict)
    """What the file says of keys, not looked at yet."""
    wrong_values: tuple[Problem, ...] = ()

    @cached_property
    def _keys(self) -> "tuple[KeyTable, list[tuple[str, str]]]":
        if not self.given_keys:
            from tui.keys import STANDARD

            return STANDARD, []
        from tui.key_names import remapped

        return remapped(self.given_keys)

    @property
    def keys(self) -> "KeyTable":
        """The keys in force."""
        return self._keys[0]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that cannot be taken, by line."""
        find = _finder(self.text)
        keys = [Problem(find(name), sentence) for name, sentence in self._keys[1]]
        return tuple(sorted((*self.wrong_values, *keys), key=lambda problem: problem.line))

    def get(self, name: str) -> str | bool:
        """A setting, or its default."""
        return self.values.get(name, next(setting.default for setting in SETTINGS if setting.name == name))


def load_config(environ: Mapping[str, str]) -> Config:
    """The settings; a file that is missing sets nothing."""
    path = config_path(environ)
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Config(path)
    except (OSError, UnicodeDecodeError):
        return Config(path, wrong_values=(Problem(0, "It cannot be read. Look at its permissions; it is UTF-8 text."),))
    return read_config(text, path)


def read_config(text: str, path: Path) -> Config:
    """The settings in a text, and what in it cannot be taken."""
    try:
        content = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        return Config(
            path, wrong_values=(Problem(_line_of(error), "That is not TOML. Mend it, or take the line out."),)
        )
    find = _finder(text)
    problems = list(_unknown(content, find))
    values = {}
    for setting in SETTINGS:
        if setting.name not in content:
            continue
        if wrong := setting.wrong(content[setting.name]):
            problems.append(Problem(find(setting.name), f"{setting.name} {wrong}."))
        else:
            values[setting.name] = content[setting.name]
    keys = content.get(KEYS, {})
    if not isinstance(keys, dict):
        problems.append(Problem(find(KEYS), 'keys is a table: [keys], and under it visit = "b".'))
        keys = {}
    return Config(path, values, text, keys, tuple(problems))


def written(config: Config) -> str:
    """The settings in force as the file could say them, each with what it means."""
    lines = []
    for setting in SETTINGS:
        value = config.get(setting.name)
        said = str(value).lower() if isinstance(value, bool) else f'"{value}"'
        words = f" May be {', '.join(setting.choices)}." if setting.choices else ""
        lines += [f"# {setting.help}{words}", f"{setting.name} = {said}", ""]
    lines += ['# Keys put elsewhere, by the id that `casereflect config keys` lists: visit = "b"', f"[{KEYS}]"]
    lines += [f'{key_id} = "{keys}"' for key_id, keys in config.keys.moved.items()]
    return "\n".join(lines) + "\n"


def keep_setting(path: Path, name: str, value: str | bool) -> None:
    """Write one setting into the file; comments and all else stay as they are. Raises OSError."""
    import tomlkit

    content = tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else tomlkit.document()
    content[name] = value
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.write_text(tomlkit.dumps(content), encoding="utf-8")


def _unknown(content: Mapping[str, Any], find: Callable[[str], int]) -> Iterator[Problem]:
    names = [*(setting.name for setting in SETTINGS), KEYS]
    for name in content:
        if name not in names:
            yield Problem(find(name), f"There is no setting {name}.{nearest(name, names)}")


def _finder(text: str) -> Callable[[str], int]:
    """Where a name stands in the text: its line, counted from 1."""
    lines = text.splitlines()

    def find(name: str) -> int:
        here = re.compile(rf"""\s*(\[\s*)?["']?{re.escape(name)}["']?\s*[\].=]""")
        return next((number for number, line in enumerate(lines, 1) if here.match(line)), 0)

    return find


def _line_of(error: tomli.TOMLDecodeError) -> int:
    found = re.search(r"line (\d+)", str(error))
    return int(found[1]) if found else 0
