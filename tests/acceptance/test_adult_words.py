"""An adult's case by command and in plain lines: no word of children's cases is written of it."""

from pathlib import Path

import pytest

from tests.acceptance.running import Run, ok, run
from tests.tui.adult_words import adult_home, child_only

pytestmark = pytest.mark.walk

KINDS = """person hypothesis household-check sighting day-entry concern explanation unknown agency contact outcome
 outcome-reading engagement event neglect-entry chronology-review supervision escalation capacity-note advocate
 desired-outcome visit child answer""".split()  # noqa: SIM905
PAGES = (
    "case show",
    "prompts",
    "chronology",
    "words",
    "action list",
    "changes",
    "pack",
    "handover",
    "reflect --history",
)
PROGRAM = ("If a child may be", "[CHILD]", "caseload [next", "children [CASE]", "today: who has not", "school holidays")
"""Help of the program over all cases."""


@pytest.fixture
def adults(environ: dict[str, str], tmp_path: Path) -> Run:
    """The command on a store with A-201 alone."""
    environ["CASEREFLECT_HOME"] = str(adult_home(tmp_path / "adult"))
    return lambda *args, **given: run(environ, *args, **given)


def talked(adults: Run, *typed: str) -> str:
    """Plain mode with these lines typed."""
    return adults("--plain", input="".join(f"{line}\n" for line in (*typed, "leave", "leave"))).out


@pytest.mark.parametrize("kind", KINDS)
def test_the_records_of_an_adults_case_are_told_in_its_words(adults: Run, kind: str) -> None:
    """Listed, and one of them in full."""
    assert child_only(ok(adults(kind, "list", "A-201")).out) == []
    for one in ok(adults(kind, "list", "A-201", "--json")).json[:1]:
        assert child_only(ok(adults(kind, "show", one["id"])).out) == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_an_adults_case_is_told_in_its_words(adults: Run, page: str) -> None:
    """As text."""
    name, *more = page.split()
    words = [name, "A-201", *more] if page.startswith("reflect") else [*page.split(), "A-201"]
    assert child_only(ok(adults(*words)).out) == []


@pytest.mark.parametrize(
    "kind", ["visit", "action", "wonder", *(kind for kind in KINDS if kind not in ("answer", "visit", "hypothesis"))]
)
def test_a_form_in_plain_lines_asks_in_the_words_of_an_adults_case(adults: Run, kind: str) -> None:
    """Each field with its help."""
    assert child_only(talked(adults, f"new {kind} A-201", *(["?", ""] * 25)), PROGRAM) == []


@pytest.mark.parametrize("number", range(1, 9))
def test_a_question_in_plain_lines_is_an_adults(adults: Run, number: int) -> None:
    """With its evidence and what it asks."""
    assert child_only(talked(adults, f"question {number} A-201", "?", "", "?", ""), PROGRAM) == []


def test_the_places_of_plain_lines_are_an_adults(adults: Run) -> None:
    """The case and each of its lists."""
    pages = ["A-201", "people", "visits", "wonders", "answers", "prompts", "actions", "children", "chronology month",
             "words", "pack", "changes", "handover", "close"]  # fmt: skip
    typed = [line for page in pages for line in (page if page == "A-201" else f"{page} A-201", "", "", "")]
    typed = [line.replace("chronology month A-201", "chronology A-201 month") for line in typed]
    assert child_only(talked(adults, *typed), PROGRAM) == []
