"""S11: concerns without a next step or a reason."""

from collections.abc import Iterator
from datetime import date

from checklists.limits import Limits
from checklists.marks.concerns import OPEN
from checklists.pages.blocks import quoted
from checklists.signals.elapsed import Elapsed, elapsed
from checklists.signals.marked import dated, marked
from checklists.signals.prompt import Prompt
from store.summary import CaseSummary, Mark

ID = "S11"


def concern_open(case: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """Each concern by itself; none recorded is an ordinary state."""
    for concern in marked(case, OPEN):
        gone = elapsed(concern.since, "concern_follow_up", on, limits)
        if gone:
            yield _asked(concern, gone)


def _asked(concern: Mark, gone: Elapsed) -> Prompt:
    return dated(
        ID,
        concern.about,
        gone,
        f"Concern of {gone.day} ({gone.counted}) has no next step or reason. {gone.limited}.",
        (
            f"Concern {gone.day}, {gone.brief}. {gone.limited}",
            f"Concern {gone.day}, {gone.brief}",
            f"Concern {gone.day}",
            f"Concern, {gone.brief}",
        ),
        question="Q4",
        theme="T6",
        child_id=concern.child_id,
        facts=(f"Noted on {gone.day}: {quoted(concern.label)}", "No next step and no reason is recorded."),
    )
