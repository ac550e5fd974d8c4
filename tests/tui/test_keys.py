"""The one table of keys."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from itertools import combinations

import pytest

import tui
from tui.keys import FOOTERS, KEYS, TOGETHER, bindings, footer, help_rows, meaning, name_of


@pytest.mark.parametrize("contexts", TOGETHER)
def test_no_key_means_two_things_at_one_moment(contexts: tuple[str, ...]) -> None:
    """Whatever can be active together shares no key."""
    here = [key for key in KEYS if set(key.contexts) & set(contexts)]
    for one, other in combinations(here, 2):
        assert not set(one.keys) & set(other.keys), (one.id, other.id)


def test_a_letter_means_one_thing_everywhere() -> None:
    """A letter learnt on one page holds on every page."""
    owners: dict[str, str] = {}
    for key in KEYS:
        for pressed in key.keys:
            if len(pressed) == 1:
                assert owners.setdefault(pressed, key.id) == key.id
                assert pressed == pressed.lower()


def test_keys_of_the_text_box_are_left_to_it() -> None:
    """F6 and F7 select in Textual's box, Ctrl+H is Backspace, Ctrl+I and Ctrl+M are Tab and Enter."""
    assert not {"f6", "f7", "ctrl+h", "ctrl+i", "ctrl+m"} & {pressed for key in KEYS for pressed in key.keys}


@pytest.mark.parametrize(("width", "most"), [(60, 5), (80, 5), (100, 6), (132, 8)])
def test_a_footer_fits_its_width(width: int, most: int) -> None:
    """At most 5 keys at 80, 8 at 132, and never past the edge."""
    for name in FOOTERS:
        hints = footer(name, width)
        assert len(hints) <= most
        if width >= 80:
            assert 1 + sum(len(key) + len(word) + 4 for key, word in hints) - 3 < width, name


def test_footers_say_what_the_pictures_say() -> None:
    """Today and a case, with their own words."""
    assert footer("today", 80) == [("Enter", "open"), ("v", "visit"), ("/", "find"), ("m", "menu"), ("?", "help")]
    assert footer("case", 80)[0] == ("1-8", "question")
    assert footer("actions", 80, {"done": "answered"})[1] == ("d", "answered")


def test_bindings_come_from_the_table() -> None:
    """Digits carry their number; keys that act in fields have priority."""
    case = {binding.key: binding.action for binding in bindings("case")}
    assert case["4"] == "question(4)"
    assert case["v"] == "visit"
    assert all(binding.priority for binding in bindings("always"))
    assert not any(binding.priority for binding in bindings("page"))
    assert meaning("field")["ctrl+s"] == "save"


def test_help_names_each_key_once() -> None:
    """The rows for a screen, under their headings."""
    rows = dict(help_rows(("page", "always", "list")))
    assert ("?", "help for this screen") in rows["Anywhere"]
    assert ("Esc, Backspace", "back; what you typed is kept") in rows["Anywhere"]
    assert all(len(found) == len(set(found)) for found in rows.values())
    assert name_of("shift+tab") == "Shift+Tab"


def bound_anywhere() -> Iterator[tuple[str, str]]:
    """Each key that a screen, a widget or the app binds, with the name of what binds it."""
    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        if module.name.endswith("__main__"):
            continue
        for name, one in vars(importlib.import_module(module.name)).items():
            if inspect.isclass(one) and one.__module__ == module.name:
                for binding in vars(one).get("BINDINGS", ()):
                    keys = binding if isinstance(binding, str) else getattr(binding, "key", None) or binding[0]
                    yield from ((name, pressed) for pressed in keys.split(","))


def test_whatever_is_bound_on_any_screen_stands_in_the_table() -> None:
    """So that the page of keys, which is made of the table, has it; a key bound past the table fails here."""
    found = set(bound_anywhere())
    assert len({name for name, _ in found}) > 12
    table = {pressed for key in KEYS for pressed in key.keys}
    assert [one for one in found if one[1] not in table] == []
