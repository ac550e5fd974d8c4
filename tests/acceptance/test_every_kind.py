"""Whatever the kind of a record: its earlier texts, taking it out, and moving it, by command and in plain lines."""

import shutil
from pathlib import Path

import pytest

from checklists.journeys.moving import move_to_form
from checklists.use_cases.moving import STAYS
from checklists.use_cases.records import edit_record
from store.case import Case
from store.records import KINDS, CaseRecord, Child, Record, Seen
from tests.acceptance.running import ok, run
from tests.acceptance.talking import nothing_forbidden
from tests.checklists.every_kind import another_text, full_case, of_service, the_one
from tests.tui.screens.driving import DAY, Still, house_in
from tui.commands.table import COMMANDS, Branch
from tui.composition import House, new_house
from tui.passphrase import Asking

pytestmark = pytest.mark.walk

CASES = {"children": ("F-102", "F-777"), "adults": ("A-1", "A-2")}
"""From which case to which, by service."""
AT = "23 Nov 2026 15:54"
COMMAND = {"set_aside": "aside"}
"""Kinds whose commands have another name."""


@pytest.fixture(scope="session")
def every_kind(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four cases with a record of every kind, each changed once."""
    folder = tmp_path_factory.mktemp("every") / "home"
    house, _ = new_house(folder, Still(fixed=DAY), None, Asking())
    for service, refs in CASES.items():
        for ref in refs:
            full_case(house.store, ref, service)
    for kind in KINDS:
        if kind is CaseRecord:
            continue
        case, _ = cases_of(house, kind)
        record = the_one(case, kind)
        name, other = another_text(record)
        edit_record(house.store, case.id, record.id, Record, {name: other})
    house.lock()
    return folder


@pytest.fixture
def house(every_kind: Path, environ: dict[str, str]) -> House:
    """The same cases, this test's own."""
    folder = Path(environ["CASEREFLECT_HOME"])
    shutil.copytree(every_kind, folder)
    return house_in(folder)


def cases_of(house: House, kind: type[Record]) -> tuple[Case, Case]:
    """The case where the record stands, and the one where it belongs."""
    rows = {row.ref: row.id for row in house.store.caseload()}
    here, there = CASES[of_service(kind)]
    return house.store.case(rows[here]), house.store.case(rows[there])


def named_in(house: House, record: Record) -> list[str]:
    """What the form asks that moves the record, by its labels; why is asked last."""
    case, target = cases_of(house, type(record))
    form = move_to_form(house.store, house.clock, case, record, target)
    return [entry.label for entry in form.entries(form.start, ())][:-1]


def needs(kind: type[Record]) -> bool:
    """Whether it cannot stand without another record that can be moved."""
    return any(
        kind.ask(name).of not in ("", "child") and info.is_required() for name, info in kind.model_fields.items()
    )


def branch_of(kind: type[Record]) -> tuple[str, Branch] | None:
    """The commands for the kind; None where it has none of its own."""
    word = COMMAND.get(kind.kind, kind.kind.replace("_", "-"))
    found = COMMANDS.get(word)
    return (word, found) if isinstance(found, Branch) and "withdraw" in found.leaves else None


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_by_command(kind: type[Record], house: House, environ: dict[str, str]) -> None:
    """Earlier texts with their times, side by side; moved, and still read; what stays with its case has no such command."""
    found, record = branch_of(kind), the_one(cases_of(house, kind)[0], kind)
    if found is None:
        assert kind in STAYS
        return
    word, branch = found
    assert ("transfer" in branch.leaves) is (kind not in STAYS)
    read = ok(run(environ, word, "show", record.short_id, "--history")).out
    assert read.count(AT) >= 2
    assert "Before" in read
    if kind in STAYS:
        return
    pairs = [part for label in named_in(house, record) for part in ("--is", f"{label.removesuffix(' is')}=1")]
    to = CASES[of_service(kind)][1]
    said = ok(run(environ, word, "transfer", record.short_id, "--to", to, "--reason", "wrong window", *pairs)).out
    assert said.startswith(f"Moved to {to}")
    gone = ok(run(environ, word, "show", record.short_id, "--history")).out
    assert "withdrawn 23 Nov 2026 " in gone
    assert "wrong window" in gone


def test_in_plain_lines(house: House, environ: dict[str, str]) -> None:
    """In one sitting: earlier texts, moved or told why not, withdrawn where it stays, and read again; parts before the whole."""
    typed: list[str] = []
    kinds: list[type[Record]] = sorted(
        (kind for kind in KINDS if kind is not CaseRecord), key=lambda kind: (kind is Child, not needs(kind))
    )
    for kind in kinds:
        record = the_one(cases_of(house, kind)[0], kind)
        typed += [f"history {record.short_id}", f"transfer {record.short_id}"]
        if kind is Seen:
            continue
        if kind in STAYS:
            typed += [f"withdraw {record.short_id}", *(() if kind is Child else ("typed twice", ""))]
        else:
            typed += [CASES[of_service(kind)][1], *("1" for _ in named_in(house, record)), "", ""]
        typed += [f"history {record.short_id}", "today"]
    said = ok(run(environ, "--plain", input="".join(f"{line}\n" for line in (*typed, "leave")))).out
    nothing_forbidden(said)
    kinds.remove(Seen)
    stays: list[type[Record]] = [kind for kind in kinds if kind in STAYS]
    assert all(told in said for told in {STAYS[Seen], *(STAYS[kind] for kind in stays)})
    assert said.count("Moved to ") == len(kinds) - len(stays)
    assert said.count("Withdrawn. It stays readable") == len(stays) - 1
    assert said.count(", withdrawn 23 Nov 2026 ") == len(kinds)  # not the child, but what was seen on the visit
    assert said.count(f"{AT}, as it stands.") > len(kinds)
    assert said.count(", before: ") >= 2 * len(kinds)
    errors = [line for line in said.splitlines() if line.startswith("Error: ")]
    assert len(errors) == len(stays) + 2, errors
