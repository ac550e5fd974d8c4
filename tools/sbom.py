"""Write docs/ig/sbom.cdx.json: what casereflect is made of, from the metadata of what is installed beside it.

    python tools/sbom.py [FILE]

The form is CycloneDX 1.5, which councils' scanners read. It names what pyproject.toml asks for to run, and what that
asks for in turn; not what is only needed to work on it. Run it where a release is made, after the tests.
"""

import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution, version
from pathlib import Path
from typing import Any

import orjson
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
FILE = ROOT / "docs" / "ig" / "sbom.cdx.json"
NAME = "casereflect"
LICENCES = "License :: OSI Approved :: "
UNSTATED = {"pyrage": "MIT"}
"""Where the metadata says nothing: as the licence that is packed with it says."""


def main(path: Path = FILE) -> None:
    """Write the file."""
    path.write_bytes(orjson.dumps(bill(), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))


def bill() -> dict[str, Any]:
    """The whole bill: this program, each component with its licence, and which asks for which."""
    found = everything()
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": NAME, "name": NAME, "version": version(NAME)}},
        "components": [component(found[name]) for name in sorted(found)],
        "dependencies": [
            {"ref": NAME, "dependsOn": [reference(found[name]) for name in sorted(asked_for())]},
            *(
                {
                    "ref": reference(found[name]),
                    "dependsOn": [reference(found[below]) for below in sorted(set(needs(found[name])))],
                }
                for name in sorted(found)
            ),
        ],
    }


def asked_for() -> list[str]:
    """The names in pyproject.toml, of what it needs to run."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [canonicalize_name(Requirement(line).name) for line in project["dependencies"]]


def everything() -> dict[str, Distribution]:
    """What is asked for, and what that asks for in turn, by name."""
    found: dict[str, Distribution] = {}
    waiting = asked_for()
    for name in waiting:
        if name not in found:
            found[name] = distribution(name)
            waiting += needs(found[name])
    return found


def needs(one: Distribution, extras: tuple[str, ...] = ("",)) -> Iterator[str]:
    """What one asks for on this machine, without what only its extras want."""
    for line in one.requires or ():
        wanted = Requirement(line)
        if wanted.marker is None or any(wanted.marker.evaluate({"extra": extra}) for extra in extras):
            yield canonicalize_name(wanted.name)
            for extra in wanted.extras:
                yield from needs(distribution(wanted.name), (extra,))


def component(one: Distribution) -> dict[str, Any]:
    """A component as CycloneDX names it."""
    name = canonicalize_name(one.metadata["Name"])
    return {
        "type": "library",
        "bom-ref": reference(one),
        "name": name,
        "version": one.version,
        "licenses": [{"license": {"name": licence(one)}}],
        "purl": reference(one),
    }


def reference(one: Distribution) -> str:
    """Its package URL: `pkg:pypi/tinydb@4.9.0`."""
    return f"pkg:pypi/{canonicalize_name(one.metadata['Name'])}@{one.version}"


def licence(one: Distribution) -> str:
    """As its metadata says it."""
    said = one.metadata.get("License-Expression") or ""
    classed = [line for line in one.metadata.get_all("Classifier") or () if line.startswith(LICENCES)]
    short = (one.metadata.get("License") or "").strip()
    return (
        said
        or ", ".join(line.removeprefix(LICENCES) for line in classed)
        or short.partition("\n")[0]
        or UNSTATED.get(one.metadata["Name"], "not stated")
    )


if __name__ == "__main__":
    main(*(Path(given) for given in sys.argv[1:2]))
