"""What is not recorded, folded on a case into one line; each is said in full at its own question."""

from collections.abc import Sequence

from checklists.by_key import by_key
from checklists.pages.blocks import Block, Column, Fit, Item, Table
from checklists.pages.spot import Spot
from checklists.signals.prompt import Prompt
from checklists.signals.whole import SIGNALS
from store.summary import CaseSummary

CHILDREN_ONLY = frozenset({"S17"})
"""Signals that do not look at an adult's case."""
NAMES = {
    "S1": "time alone",
    "S2": "visits",
    "S3": "visits in a row",
    "S4": "reasons",
    "S5": "adults in the home",
    "S6": "adults around the home",
    "S7": "household",
    "S8": "child's day",
    "S9": "what it means",
    "S10": "I wonder",
    "S13": "unknowns",
    "S14": "agencies",
    "S15": "sectors",
    "S16": "outcomes",
    "S17": "plan start",
    "S19": "supervision",
    "S20": "taking part",
    "S21": "readings",
    "S22": "case history",
    "S25": "chronology",
    "desired_outcome": "what they want",
    "advocate": "advocate",
    "capacity_note": "capacity where refused",
    "move_to_adults": "move to adults",
}
"""What had too little recorded to look, in a word or two."""
ADULT_NAMES = {
    "S1": "time in private",
    "S5": "people with control",
    "S6": "people around",
    "S7": "who lives here",
    "S8": "an ordinary day",
}
ALL = frozenset(signal.id for signal in SIGNALS)
LEAD, END = "Not recorded yet: ", by_key("open")
END_ROOM = 7
"""The letters of a key in brackets, as `(Enter)`."""
ROOMS = (65, 54, 43)
"""The room for the line at 80 columns, and at 60 with and without a word behind it."""


def lookers(facts: CaseSummary) -> set[str]:
    """The signals that look at this case."""
    every = {signal.id for signal in SIGNALS}
    return every - CHILDREN_ONLY if facts.service == "adults" else every


def folded(facts: CaseSummary, asked: Sequence[Prompt]) -> list[Block]:
    """`Not recorded yet: household, child's day, agencies … (Enter)`; nothing where all could look."""
    missing = [prompt for prompt in asked if prompt.severity == "not recorded"]
    if not missing:
        return []
    names = list(dict.fromkeys(_name(facts, prompt) for prompt in in_guide_order(missing)))
    full = f"{LEAD}{', '.join(names)} {END}"
    medium, narrow, short = (_within(names, room) for room in ROOMS)
    cell = Fit(full, medium, short, narrow)
    why = f"{full}\n{by_key('open', 'shows each in full, with the question where it is asked.')}"
    item = Item((cell,), "", Spot(facts.id, "prompts"), why)
    return [Table((Column("", 3, 3),), (item,))]


def in_guide_order(asked: Sequence[Prompt]) -> list[Prompt]:
    """S1 before S2, S9 before S10; other dated lines last."""
    return sorted(asked, key=lambda one: (one.signal not in ALL, len(one.signal), one.signal))


def _name(facts: CaseSummary, prompt: Prompt) -> str:
    own = ADULT_NAMES if facts.service == "adults" else {}
    return own.get(prompt.signal) or NAMES.get(prompt.signal) or prompt.short.lower()


def _within(names: Sequence[str], room: int) -> str:
    """As many names as there is room for, and an ellipsis for the others."""
    for count in range(len(names), 0, -1):
        more = " …" if count < len(names) else ""
        line = f"{LEAD}{', '.join(names[:count])}{more} "
        if len(line) + END_ROOM <= room:
            return f"{line}{END}"
    return f"{LEAD}… {END}"
