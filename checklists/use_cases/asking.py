"""What the records of many cases ask: each prompt with its case, and with what sets it aside."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from checklists.journeys.answering import Act, act_of
from checklists.limits import Limits
from checklists.naming import called
from checklists.signals import Prompt, waiting
from checklists.signals.supervision import supervision_for_me
from checklists.signals.whole import every_prompt
from store.case_store import CaseStore
from store.summary import CaseSummary, SetAside

Told = Callable[[int, int], None]
"""Is told before each case is read: which one it is, and how many there are."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt with its case, and with what sets it aside, if anything does; without a case where it is about me."""

    row: CaseSummary | None
    prompt: Prompt
    aside: SetAside | None
    act: Act | None
    """What it leads to; what is about me is written down with a case."""

    @property
    def ref(self) -> str:
        """The reference of its case; blank where it is about me."""
        return self.row.ref if self.row else ""

    @property
    def child(self) -> str:
        """Whom it is about."""
        if self.row is None:
            return ""
        names = {child.id: called(child, self.row.ref) for child in self.row.children}
        return names.get(self.prompt.child_id or "", "")


def asked_of(
    store: CaseStore, rows: Sequence[CaseSummary], today: date, limits: Limits, told: Told = lambda _n, _of: None
) -> Iterator[Asked]:
    """All prompts of these cases, patterns too. Of a closed case and one that cannot be read nothing is asked."""
    kept = [row for row in rows if not row.closed_on and not row.damaged]
    for number, row in enumerate(kept, 1):
        told(number, len(kept))
        aside = waiting(row, today)
        case = store.case(row.id)
        for prompt in every_prompt(case, row, today, limits):
            yield Asked(row, prompt, aside.get((prompt.signal, prompt.about)), act_of(case, prompt))


def asked_of_me(last_supervision: date | None, today: date, limits: Limits) -> Iterator[Asked]:
    """What is asked of the practitioner and of no case: the other half of S19."""
    prompt = supervision_for_me(last_supervision, today, limits)
    if prompt is not None:
        yield Asked(None, prompt, None, None)


def by_date(found: Sequence[Asked], today: date) -> list[Asked]:
    """Oldest date first, then by reference; what has no date stands at today."""
    return sorted(found, key=lambda one: (one.prompt.on or today, one.ref.casefold()))
