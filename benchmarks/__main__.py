"""Measure all of it, or some: `python -m benchmarks [--rounds N] [--only PROBE]... [--keep docs/performance.md]`."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import stores
from benchmarks.measuring import Figures, Measured, measure
from benchmarks.probes import PROGRAM, ROOT, environment, probes
from benchmarks.report import put_in, table

TOOLS = ROOT.parent / "shared" / "tools"
NEEDED = (
    "termbench.py is not in {folder}. It measures a program on a terminal from outside, and is not part of this "
    "project: name the folder that has it, `make bench BENCH_TOOLS=DIR`.\n"
)
QUICK = {"loaded by --version": ["--version"], "loaded by today --json": ["today", "--json"]}


def main() -> int:
    """Make the stores, run the rounds, print the table and keep it where asked."""
    asked = _asked()
    bench = Path(os.environ.get("BENCH_TOOLS") or TOOLS) / "termbench.py"
    if not bench.exists():
        sys.stderr.write(NEEDED.format(folder=bench.parent))
        return 2
    begun, measured = os.getloadavg()[0], Measured()
    with tempfile.TemporaryDirectory(prefix="casereflect-bench-") as made:
        folder = Path(made)
        long_case = make_stores(folder)
        environ = environment(folder, dict(os.environ))
        found = {name: probe for name, probe in probes(folder).items() if not asked.only or name in asked.only}
        for figures in measure(bench, found, asked.rounds, environ, folder):
            measured.rounds.append({**figures, **_beside(folder, long_case, environ)})
            sys.stderr.write(f"round {len(measured.rounds)} of {asked.rounds}\n")
    text = table(measured, (begun, os.getloadavg()[0]), f"{datetime.now(UTC):%d %B %Y}".lstrip("0"))
    sys.stdout.write(f"{text}\n")
    if asked.keep:
        put_in(asked.keep, text)
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", action="append", default=[], metavar="PROBE", help="only this probe; may be repeated")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="write the table between the marks in this document")
    return parser.parse_args()


def make_stores(folder: Path) -> str:
    """Every store that a probe opens, in the folder; the id of the one long case."""
    for cases in (25, 200, 2000):
        stores.made_plain(folder / str(cases), cases)
    stores.made_encrypted(folder / "encrypted", 25)
    for cases in (25, 200):
        stores.made_full(folder / f"{cases} full", cases)
    stores.made_demo(folder / "demo")
    stores.made_chronology(folder / "chronology")
    return stores.add_long_case(stores.new_store(folder / "long", stores.PASSPHRASE))


def _beside(folder: Path, long_case: str, environ: Mapping[str, str]) -> dict[str, Figures]:
    """What needs no terminal: saving, and what the quick commands load."""
    saving = [sys.executable, "-m", "benchmarks.saving", str(folder / "long"), long_case]
    said = subprocess.run(saving, env=dict(environ), cwd=ROOT, capture_output=True, text=True, check=True).stdout
    home = {**environ, "CASEREFLECT_HOME": str(folder / "200")}
    return {"save": json.loads(said), **{name: {"modules": _loaded(args, home)} for name, args in QUICK.items()}}


def _loaded(args: list[str], environ: Mapping[str, str]) -> int:
    """How many modules of Textual a command imports."""
    call = [sys.executable, "-X", "importtime", str(PROGRAM), *args]
    done = subprocess.run(call, env=dict(environ), capture_output=True, text=True, check=True)
    return sum(line.rpartition("|")[2].strip().split(".")[0] == "textual" for line in done.stderr.splitlines())


if __name__ == "__main__":
    sys.exit(main())
