"""What the forms have in common: the names of their fields in order, and filling them in."""

from collections.abc import Callable, Mapping

import pytest

from checklists.entry import Path
from checklists.journeys.form import Form

Fields = Callable[..., list[str]]
Filled = Callable[..., dict[Path, str]]


@pytest.fixture
def fields() -> Fields:
    """`fields(form, texts, path)`: the paths asked, in order, joined by dots."""

    def asked(form: Form, texts: Mapping[Path, str] | None = None, path: Path = ()) -> list[str]:
        return [".".join(entry.path) for entry in form.entries(form.start if texts is None else texts, path)]

    return asked


@pytest.fixture
def filled() -> Filled:
    """`filled(form, {"action.what": "…"})`: what stands in the form after typing."""

    def typed(form: Form, texts: Mapping[str, str]) -> dict[Path, str]:
        return {**form.start, **{tuple(path.split(".")): text for path, text in texts.items()}}

    return typed
