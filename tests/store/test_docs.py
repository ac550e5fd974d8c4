"""What is written about the store is what the store does: sentences, files, dependencies."""

import ast
import re
import tomllib
from pathlib import Path

from store.embedded_store import LOCK_SECONDS
from store.ledger import KEPT_CHANGES
from store.locks import POLL_SECONDS

ROOT = Path(__file__).parents[2]
STORE = (ROOT / "docs" / "store.md").read_text(encoding="utf-8")
DEPENDENCIES = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")


def sentences_of_the_store() -> list[str]:
    """Every text in its source."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "store").glob("*.py"))]
    nodes = (node for tree in trees for node in ast.walk(tree))
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def first_cells(page: str, head: str) -> list[str]:
    """The first column of the table that begins so."""
    rows = page.split(f"| {head} ", 1)[1].split("\n\n", 1)[0].splitlines()[2:]
    return [row.split(" | ")[0].removeprefix("| ") for row in rows]


def test_every_sentence_that_is_explained_is_one_that_the_store_says() -> None:
    """Word for word; where it names something, the words around it."""
    said = sentences_of_the_store()
    explained = first_cells(STORE, "It says")
    assert len(explained) > 12
    for sentence in explained:
        for part in sentence.split("…"):
            assert any(part.strip() in text for text in said), part


def test_the_figures_of_the_write_path_are_those_in_force() -> None:
    """The wait, the poll, the log."""
    assert f"every {POLL_SECONDS * 1000:.0f} ms, for at most {LOCK_SECONDS:.0f} seconds" in STORE
    assert f"log of its last {KEPT_CHANGES} saves" in STORE
    assert f"It waited {LOCK_SECONDS:.0f} seconds" in STORE


def test_every_dependency_has_its_line_and_its_range() -> None:
    """And nothing is listed that is not used."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    rows = [row.split(" | ") for row in DEPENDENCIES.splitlines() if row.startswith("| ") and "---" not in row]
    listed = {row[0].removeprefix("| "): row[1] for row in rows if row[0] != "| Library"}
    for line in wanted:
        name, numbers = re.split(r"(?=[<>=])", line, maxsplit=1)[0], re.findall(r"[\d.]+", line.split(">=", 1)[1])
        given = f"{numbers[0]} to below {numbers[1]}" if "<" in line else f"{numbers[0]} or newer"
        assert listed.pop(name) == given
    assert listed == {}
