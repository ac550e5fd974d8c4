"""What is claimed to a council names its proof: each test that is named exists, and the bill of materials is whole."""

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import orjson
import pytest

ROOT = Path(__file__).parents[1]
PAPERS = sorted([*(ROOT / "docs" / "ig").glob("*.md"), ROOT / "docs" / "security.md"])
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
PROVED = re.compile(r"^\|.*\bProved by \|$", re.MULTILINE)


@cache
def those_in(path: Path) -> frozenset[str]:
    """The tests of a file, by name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(one.name for one in tree.body if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef))


def rows_of(page: str) -> list[str]:
    """The rows of every table that names its proofs."""
    found = []
    for head in PROVED.finditer(page):
        for line in page[head.end() :].lstrip("\n").splitlines()[1:]:
            if not line.startswith("|"):
                break
            found.append(line)
    return found


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.name)
def test_every_test_that_is_named_is_there(paper: Path) -> None:
    """In that file, under that name."""
    for file, name in NAMED.findall(paper.read_text(encoding="utf-8")):
        assert (ROOT / file).is_file(), file
        assert name in those_in(ROOT / file), f"{file}::{name}"


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.name)
def test_every_claim_names_its_proof(paper: Path) -> None:
    """Each row of a table of claims; in the table of threats only a row that protects nothing may go without."""
    rows = rows_of(paper.read_text(encoding="utf-8"))
    bare = [row for row in rows if not NAMED.search(row)]
    if paper.name == "security.md":
        assert all(row.endswith("| | |") for row in bare), bare
    else:
        assert not bare


def test_the_pack_has_what_the_practice_guide_lists() -> None:
    """Section 10, 13: inputs for the assessment, bill of materials, accessibility, retention, not the record, access."""
    names = {path.name for path in (ROOT / "docs" / "ig").iterdir()}
    assert names >= {
        "dpia.md",
        "sbom.cdx.json",
        "accessibility.md",
        "retention.md",
        "not-the-record.md",
        "subject-access.md",
    }


def test_the_bill_of_materials_names_everything_that_is_needed_to_run(tmp_path: Path) -> None:
    """Made anew from what is installed, it names nothing that the kept one does not; each with a version and a licence."""
    made = tmp_path / "sbom.json"
    subprocess.run([sys.executable, ROOT / "tools" / "sbom.py", made], check=True)
    kept = orjson.loads((ROOT / "docs" / "ig" / "sbom.cdx.json").read_bytes())
    now = orjson.loads(made.read_bytes())
    assert names_in(now) <= names_in(kept)
    assert {"textual", "tinydb", "pydantic", "pyrage", "lxml"} <= names_in(now)
    for one in kept["components"]:
        assert one["version"]
        assert one["licenses"][0]["license"]["name"] not in ("", "not stated")


def names_in(bill: dict[str, list[dict[str, str]]]) -> set[str]:
    """The components, by name."""
    return {one["name"] for one in bill["components"]}
