"""The content of the review companion: read whole, and refused by name where a file is amiss."""

from importlib.resources import files

import pytest

from checklists.learning.review_process import FILE, STEPS, read_review_process, review_process
from checklists.limits import load_limits
from checklists.wrong import Wrong
from store.records import Supervision
from store.records.event import WORDS, EventType

BUILT_IN = files("checklists.content").joinpath(FILE).read_text(encoding="utf-8")


def test_the_six_steps_and_both_ladders_are_there() -> None:
    """R1 to R6 under the titles of the article, each with a prompt and a kind word."""
    content = review_process()
    assert tuple(step.id for step in content.steps) == STEPS
    assert all(step.prompt and step.reassurance and step.keeps for step in content.steps)
    assert content.ladder("children") and content.ladder("adults")


def test_a_rung_names_limits_and_events_that_exist() -> None:
    """A date on the ladder comes from timescales.toml and from an event of the case, never from this file."""
    ids = set(load_limits().rows)
    for rung in review_process().rungs:
        assert not rung.timescale or rung.timescale in ids
        assert not rung.event or rung.event in EventType.__args__  # type: ignore[attr-defined]
    assert len(WORDS) == len(EventType.__args__)  # type: ignore[attr-defined]


def test_what_private_means_is_said_in_one_way() -> None:
    """The note for me of supervision says what every private box says."""
    assert Supervision.model_fields["me_note"].description == review_process().kept_out.text


@pytest.mark.parametrize(
    ("find", "put", "said"),
    [
        ('id = "R3"', 'id = "R2"', "R1, R2, R2"),
        ('service = "adults"', 'service = "fostering"', "fostering"),
        ("[not_this]", "[this]", "not_this is missing"),
        ("schema = 1", "schema = ", "cannot be read"),
        ("recovery =", "recovered =", "recovery is missing"),
    ],
)
def test_a_broken_file_is_named_with_what_is_amiss(find: str, put: str, said: str) -> None:
    """A council that writes its own file is told what to mend."""
    assert find in BUILT_IN
    with pytest.raises(Wrong) as told:
        read_review_process(BUILT_IN.replace(find, put, 1), "council.toml")
    assert "council.toml" in str(told.value)
    assert said in f"{told.value}"
