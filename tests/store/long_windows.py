"""Two programs that save the same case in turn, many times over: what was acknowledged is counted, and what of it is there."""

import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pyrage import x25519

from store.case import Case
from store.embedded_store import EmbeddedStore
from store.keys import Keys
from store.locations import Places
from store.records import CaseRecord, Hypothesis
from store.summary import CaseSummary
from tests.store.test_two_windows import hear, tell, window


@dataclass(frozen=True)
class Counted:
    """What two windows came to."""

    saves: int
    """Records put by both together."""
    lost: int
    conflicts: int
    """Saves that were told of another text; both texts are kept."""
    seconds: float


def row(case: Case) -> CaseSummary:
    """The least that a caseload needs."""
    return CaseSummary(case.id, case.ref, revision=case.revision)


def two_windows(home: Path, saves: int) -> Counted:
    """Each window adds a record and changes one that both have, `saves` times over, as fast as it can."""
    identity = x25519.Identity.generate()
    keys = Keys(str(identity), (str(identity.to_public()),))
    places = Places(home)
    store = EmbeddedStore(places, keys, summarise=row, now=lambda: datetime.now(UTC))
    case = store.add_case(CaseRecord(ref="F-1"), (Hypothesis(text="first"),))
    began = datetime.now(UTC)
    with window(places, keys, case, "a", saves) as one, window(places, keys, case, "b", saves) as other:
        tell(one, "go")
        tell(other, "go")
        assert (hear(one), hear(other)) == ("done", "done")
    seconds = (datetime.now(UTC) - began).total_seconds()
    now, *beside = store.case(case.id).of(Hypothesis)
    versions = store.versions(case.id, now.id)
    there = {now.text, *(each.text for each in beside)} | {
        each.record.text for each in versions if isinstance(each.record, Hypothesis)
    }
    wanted = {f"{words}{name} {number}" for words in ("", "beside ") for name in "ab" for number in range(saves)}
    conflicts = sum(each.why == "conflict" for each in versions)
    assert store.case(case.id).revision == 1 + 4 * saves
    return Counted(len(wanted), len(wanted - there), conflicts, seconds)


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        sys.stdout.write(f"{two_windows(Path(folder) / 'home', int(sys.argv[1]))}\n")
