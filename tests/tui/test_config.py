"""The person's settings."""

from pathlib import Path

import pytest

from tui.config import THEME_NAMES, Config, keep_setting, load_config, read_config, written
from tui.keys import KEYS
from tui.themes import THEMES

HERE = Path("config.toml")


def said(text: str) -> list[str]:
    """What is wrong in a text, as it is told."""
    return [problem.said(HERE) for problem in read_config(text, HERE).problems]


def test_a_missing_file_sets_nothing(tmp_path: Path) -> None:
    """Every setting has its default, and no key is moved."""
    config = load_config({"CASEREFLECT_CONFIG": str(tmp_path / "none.toml")})
    assert (config.get("theme"), config.get("plain"), config.keys.moved, config.problems) == ("auto", False, {}, ())


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('theme = "dark"\nthme = "light"\n', "config.toml, line 2: There is no setting thme. Did you mean theme?"),
        ('\n\ntheme = "pink"\n', "config.toml, line 3: theme may be auto, dark, light, contrast, 16, 16-light, mono."),
        ("plain = 1\n", "config.toml, line 1: plain is true or false."),
        ("[keys]\nvist = 'b'\n", "config.toml, line 2: There is no key vist. Did you mean visit?"),
        ("[keys]\nvisit = 'a'\n", "config.toml, line 2: visit and actions are both a. Choose another for one of them."),
        ("[keys]\nvisit = 'Enter'\n", "config.toml, line 2: Enter cannot be put elsewhere: Enter opens and presses."),
        (
            "[keys]\nsave = 'b'\n",
            "config.toml, line 2: save acts while you type, so it cannot be a letter. Take Ctrl and a letter, or F1 to F12.",
        ),
        ("[keys]\nquestion = 'b'\n", "config.toml, line 2: question stays where it is: it is several keys in one."),
        ("[keys]\nvisit = 3\n", 'config.toml, line 2: visit is a key, such as "l" or "Ctrl+T", or a list of them.'),
        ("theme = \n", "config.toml, line 1: That is not TOML. Mend it, or take the line out."),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, sentence: str) -> None:
    """And with the nearest name, where there is one."""
    assert sentence in said(text)


def test_what_is_right_beside_it_counts_all_the_same() -> None:
    """One wrong line takes nothing else away."""
    config = read_config('theme = "light"\nbogus = 1\n[keys]\nvisit = "y"\nsave = "a"\n', HERE)
    assert config.get("theme") == "light"
    assert config.keys.moved == {"visit": "y"}
    assert len(config.problems) == 2


def test_two_keys_may_change_places() -> None:
    """Neither is in the other's way once both have moved."""
    config = read_config('[keys]\nvisit = "a"\nactions = "v"\n', HERE)
    assert (config.problems, config.keys.moved) == ((), {"visit": "a", "actions": "v"})


def test_a_moved_key_is_named_in_foot_and_help() -> None:
    """Whatever names keys reads the same table."""
    table = read_config('[keys]\nvisit = "y"\nsave = ["Ctrl+G", "Ctrl+R"]\n', HERE).keys
    assert ("y", "visit") in table.footer("today", 80)
    assert table.meaning("field")["ctrl+g"] == "save"
    assert "ctrl+o" not in table.meaning("field")
    assert ("Ctrl+G, Ctrl+R", "save") in dict(table.help_rows(("field",)))["In a field"]


def test_what_is_written_reads_back_the_same() -> None:
    """`config show` is a file that `config validate` takes."""
    config = read_config('theme = "mono"\n[keys]\nvisit = "y"\n', HERE)
    again = read_config(written(config), HERE)
    assert (again.problems, again.get("theme"), again.keys.moved) == ((), "mono", {"visit": "y"})
    assert read_config(written(Config(HERE)), HERE).problems == ()


def test_a_setting_is_kept_and_comments_stay(tmp_path: Path) -> None:
    """Choosing a theme in the menu writes one line."""
    path = tmp_path / "folder" / "config.toml"
    keep_setting(path, "theme", "light")
    path.write_text("# mine\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    keep_setting(path, "theme", "mono")
    assert path.read_text(encoding="utf-8") == '# mine\ntheme = "mono"\n'


def test_the_themes_are_those_that_there_are() -> None:
    """Their names are said in the settings too, so that no command loads colours for them."""
    assert tuple(THEMES) == THEME_NAMES


def test_every_key_that_is_one_key_can_be_moved() -> None:
    """To a free F key, with nothing else in its way."""
    for key in KEYS:
        if "{key}" not in key.action and key.id != "caret":
            config = read_config(f'[keys]\n{key.id} = "F11"\n', HERE)
            assert (config.problems, config.keys.moved) == ((), {key.id: "f11"})
