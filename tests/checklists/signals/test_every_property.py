"""Over all signals at once: each looks at its own kinds of records only, never at their order, and at no limit in code."""

import random
from dataclasses import replace
from datetime import date

import pytest

from checklists.limits import Count, Limit, Limits, load_limits
from checklists.signals.whole import SIGNALS, every_prompt
from checklists.summaries import summarise
from store.case import Case, case_of
from store.records import BY_KIND, Child, Record
from tests.checklists.signals.spoken import DAYS, LIMITS, asides, cases
from tests.checklists.signals.test_acts import WISHES
from tests.store.records import one_of_each

pytestmark = pytest.mark.walk

NAMED: dict[str, tuple[str, ...]] = {
    "S1": ("visit", "seen", "import_batch", "imported_fact", "sighting", "agency", "event"),
    "S2": ("visit", "seen", "sighting", "agency", "event", "import_batch", "imported_fact"),
    "S3": ("visit", "seen", "import_batch", "imported_fact"),
    "S4": ("visit", "seen"),
    "S5": ("person",),
    "S6": ("person",),
    "S7": ("household_check",),
    "S8": ("day_entry",),
    "S9": ("seen", "concern", "day_entry"),
    "S10": ("hypothesis",),
    "S11": ("concern",),
    "S12": ("explanation",),
    "S13": ("unknown",),
    "S14": ("agency", "contact", "sighting"),
    "S15": ("agency",),
    "S16": ("outcome", "outcome_reading"),
    "S17": ("answer",),
    "S18": ("action",),
    "S19": ("supervision",),
    "S20": ("engagement",),
    "S21": ("outcome", "outcome_reading", "concern"),
    "S22": ("event",),
    "S23": ("neglect_entry",),
    "S24": ("event",),
    "S25": ("chronology_review",),
    "S26": ("escalation", "agency"),
    "S27": ("visit", "seen", "contact", "event", "agency"),
    "desired_outcome": ("desired_outcome",),
    "advocate": ("advocate",),
    "capacity_note": ("capacity_note", "seen", "event", "action"),
    "move_to_adults": ("agency", "action", "unknown", "event"),
}
"""The kinds each looks at, with those whose names it says; the case and its children are looked at by all."""
ALL_CASES = {
    (service, number): case
    for service in ("children", "adults")
    for number, case in enumerate([*cases(adult=service == "adults"), *asides(adult=service == "adults")])
}


def said(case: Case, on: date, signal: str = "", limits: Limits = LIMITS) -> list[tuple[str, ...]]:
    """All that is asked, as it is said; of one signal or of all."""
    found = every_prompt(case, summarise(case), on, limits)
    return [(one.signal, one.about, one.severity, one.text, *one.facts) for one in found if signal in ("", one.signal)]


def with_more(case: Case, more: list[Record]) -> Case:
    """The case with these records too."""
    return case_of(case.info, [*(row for rows in case.tables.values() for row in rows), *more])


def only(case: Case, kinds: tuple[str, ...]) -> Case:
    """The case with its children and the records of these kinds alone."""
    return case_of(case.info, [row for kind, rows in case.tables.items() if kind in ("child", *kinds) for row in rows])


def test_every_signal_names_its_kinds() -> None:
    """A signal without a row here would be held to nothing."""
    assert set(NAMED) == {signal.id for signal in SIGNALS} | WISHES
    assert {kind for kinds in NAMED.values() for kind in kinds} <= set(BY_KIND)


@pytest.mark.parametrize("signal", sorted(NAMED))
def test_records_of_a_kind_that_it_does_not_name_change_nothing(signal: str) -> None:
    """Neither a letter nor a day, on any case: a record of every other kind is added, and all of other kinds taken away."""
    left = ("child", "set_aside", "case", *NAMED[signal])
    others = [one for one in one_of_each("words") if one.kind not in left]
    assert others
    for case in ALL_CASES.values():
        for on in DAYS[::4]:
            heard = said(case, on, signal)
            assert said(with_more(case, others), on, signal) == heard
            assert said(only(case, NAMED[signal]), on, signal) == heard


@pytest.mark.parametrize("key", sorted(ALL_CASES))
def test_the_order_of_records_says_nothing(key: tuple[str, int]) -> None:
    """The children stay as they are; all else is written in another order."""
    case = ALL_CASES[key]
    records = [row for rows in case.tables.values() for row in rows if not isinstance(row, Child)]
    random.Random(5).shuffle(records)
    mixed = case_of(case.info, [*case.children, *records])
    for on in DAYS[::3]:
        assert said(mixed, on) == said(case, on)


def longer_ones(limits: Limits) -> Limits:
    """The same limits, each twice as long and each count one more."""

    def longer(row: Limit) -> Limit:
        return row._replace(value=2 * row.value + 1, strong=None if row.strong is None else 2 * row.strong + 2)

    def more(row: Count) -> Count:
        up = {name: value + 1 for name in ("due", "strong", "at_least") if (value := getattr(row, name)) is not None}
        return row._replace(**up)

    rows = {name: longer(row) for name, row in limits.rows.items()}
    return replace(limits, rows=rows, counts={name: more(row) for name, row in limits.counts.items()})


@pytest.mark.parametrize("signal", sorted(signal.id for signal in SIGNALS))
def test_a_limit_is_read_from_its_row(signal: str) -> None:
    """With every limit longer and every mark higher it says something else: no number of its own stands in its rule."""
    twice = longer_ones(LIMITS)
    differs = [
        (key, on)
        for key, case in ALL_CASES.items()
        for on in DAYS
        if said(case, on, signal, twice) != said(case, on, signal)
    ]
    assert differs
    assert load_limits().rows != twice.rows
