"""The rounds: every probe once a round, to and fro, so that the noise of the machine falls on all of them alike."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.probes import ROOT, Probe

Figures = dict[str, float]
LIMIT = "25"
"""Seconds after which a program that shows nothing is given up."""


@dataclass(slots=True)
class Measured:
    """The figures of each round, by probe."""

    rounds: list[dict[str, Figures]] = field(default_factory=list)

    def values(self, probe: str, figure: str) -> list[float]:
        """One figure of a probe, round by round."""
        return [row[probe][figure] for row in self.rounds if figure in row.get(probe, {})]

    def middle(self, probe: str, figure: str) -> float | None:
        """The median over the rounds; None where it was not measured."""
        found = self.values(probe, figure)
        return median(found) if found else None

    def ratios(self, probe: str, figure: str, beside: str, its: str) -> list[float]:
        """A figure beside another program's of the same round."""
        pairs = [(row.get(probe, {}).get(figure), row.get(beside, {}).get(its)) for row in self.rounds]
        return [one / other for one, other in pairs if one is not None and other]


def measure(
    bench: Path, found: Mapping[str, Probe], rounds: int, environ: Mapping[str, str], stores: Path
) -> Iterator[dict[str, Figures]]:
    """The figures, round by round. The first round fills the caches and is thrown away."""
    for turn in range(-1, rounds):
        names = [name for name, probe in found.items() if not probe.once or turn == 0]
        figures = {}
        for name in names if turn % 2 else reversed(names):
            forget_drafts(stores)
            figures[name] = one(bench, found[name], environ)
        if turn >= 0:
            yield figures


def forget_drafts(stores: Path) -> None:
    """What another probe typed is kept, as it should be, and would be offered in the form that this one opens."""
    for draft in stores.glob("*/drafts/*"):
        draft.unlink()


def one(bench: Path, probe: Probe, environ: Mapping[str, str]) -> Figures:
    """One probe, once; empty where it gave no figures, which is told."""
    call = [
        sys.executable,
        str(bench),
        probe.mode,
        "--rounds",
        "1",
        "--discard",
        "0",
        "--limit",
        LIMIT,
        "--json",
        *probe.options,
    ]
    done = subprocess.run(
        [*call, "--", *probe.command], env=dict(environ), cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode or done.stderr:
        sys.stderr.write(f"{' '.join(probe.command)}: {done.stderr or done.stdout}\n")
    return _figures(done.stdout)


def _figures(said: str) -> Figures:
    try:
        return dict(json.loads(said)["commands"][0]["median"])
    except ValueError:
        return {}
