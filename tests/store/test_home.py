"""Where this user's folders are."""

import sys
from pathlib import Path

import platformdirs
import pytest
from platformdirs.macos import MacOS

from store.home import config_path, home, surely_encrypted
from tests.light_key import light_store


@pytest.mark.parametrize("named", ["", "/srv/of/mine", "relative/is/not/taken"])
def test_the_folders_are_those_that_programs_here_use(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same as the library finds that knows every system, with and without a folder named by the desktop."""
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(variable, named)
    environ = {"XDG_DATA_HOME": named, "XDG_CONFIG_HOME": named}
    assert home(environ) == platformdirs.user_data_path("casereflect", appauthor=False)
    assert config_path(environ) == platformdirs.user_config_path("casereflect") / "config.toml"


def test_on_a_mac_they_are_those_of_a_mac(monkeypatch: pytest.MonkeyPatch) -> None:
    """Library/Application Support."""
    monkeypatch.setattr(sys, "platform", "darwin")
    assert home({}) == Path(MacOS("casereflect").user_data_dir)
    assert config_path({}) == Path(MacOS("casereflect").user_config_dir) / "config.toml"


def test_a_folder_that_is_named_comes_first(tmp_path: Path) -> None:
    """CASEREFLECT_HOME and CASEREFLECT_CONFIG."""
    environ = {"CASEREFLECT_HOME": str(tmp_path), "CASEREFLECT_CONFIG": str(tmp_path / "mine.toml")}
    assert home({**environ, "XDG_DATA_HOME": "/elsewhere"}) == tmp_path
    assert config_path({**environ, "XDG_CONFIG_HOME": "/elsewhere"}) == tmp_path / "mine.toml"


def test_a_store_is_surely_encrypted_only_as_this_program_writes_it(tmp_path: Path) -> None:
    """Not of a newer format, not where there is none, and not where it is no text."""
    assert not surely_encrypted(tmp_path)
    file = light_store(tmp_path).store_file
    text = file.read_text(encoding="utf-8")
    assert surely_encrypted(tmp_path)
    for other in (text.replace("format = 1", "format = 2"), text.replace('"age"', '"none"'), "", "\udcff"):
        file.write_text(other, encoding="utf-8", errors="surrogateescape")
        assert not surely_encrypted(tmp_path)
