"""S13 to S15: unknowns by their day, agencies not heard from, replies waited for, sectors with nobody. On Mon 23 Nov 2026."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from checklists.limits import Limits
from checklists.pages.prompted import sum_of
from store.records import Record, Sighting
from store.summary import CaseSummary
from tests.checklists.signals.listed import at, child, day_of, word_on
from tests.checklists.signals.tending import OLD, TODAY, agency, asked, asked_of, heard, one, requested, told, unknown

NEW = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("on", "text"),
    [
        (
            "13 Nov",
            '"Who collects K. on Fridays?" is to be known by Wed 18 Nov (3 working days left). Who could tell me?',
        ),
        ("18 Nov", '"Who collects K. on Fridays?" is to be known by today. Who could tell me?'),
        (
            "23 Nov",
            '"Who collects K. on Fridays?" was to be known by Wed 18 Nov (3 working days ago). Who could tell me?',
        ),
    ],
)
def test_s13_says_the_day_and_the_count(on: str, text: str, limits: Limits) -> None:
    """Before its day, on it, and after it."""
    found = one(limits, [child(), unknown(date(2026, 11, 18))], "S13", day_of(on))
    assert found is not None
    assert found.text == text


@pytest.mark.parametrize("state", ["answered", "cannot_be_known"])
def test_s13_asks_nothing_of_what_is_closed(state: str, limits: Limits) -> None:
    """Answered, or it cannot be known."""
    closed = unknown(date(2026, 11, 18), state=state, closed_on=date(2026, 11, 20), answer="Gran does.")
    assert one(limits, [child(), closed], "S13") is None


@pytest.mark.parametrize(
    ("by", "on", "word"),
    [
        (date(2026, 11, 20), date(2026, 11, 21), "due"),
        (date(2026, 11, 20), date(2026, 11, 22), "due"),
        (date(2026, 11, 20), date(2026, 11, 23), "overdue"),
        (date(2026, 4, 2), date(2026, 4, 6), "due"),
        (date(2026, 4, 2), date(2026, 4, 7), "overdue"),
        (date(2026, 12, 24), date(2026, 12, 28), "due"),
        (date(2026, 12, 24), date(2026, 12, 29), "overdue"),
        (date(2028, 2, 28), date(2028, 2, 29), "overdue"),
    ],
)
def test_s13_is_past_from_the_next_working_day(by: date, on: date, word: str, limits: Limits) -> None:
    """Over a weekend, Easter, Christmas and a leap day."""
    found = one(limits, [child(), unknown(by)], "S13", on)
    assert found is not None
    assert found.severity == word


def test_s13_none_added_or_closed_for_a_while_is_due(limits: Limits) -> None:
    """Over 30 days since the last one was written down or closed; on the thirtieth not yet."""
    late = date(2027, 1, 4)
    old = unknown(late, recorded_at=at(date(2026, 10, 24)))
    assert one(limits, [child(), old], "S13", date(2026, 11, 23)) is None
    found = one(limits, [child(), old], "S13", date(2026, 11, 24))
    assert found is not None
    assert (found.severity, found.on, found.count) == ("due", date(2026, 11, 23), 31)
    assert found.text == "Nothing recorded as unknown in 30 days. What am I not sure of?"
    closed = unknown(
        late, recorded_at=at(date(2026, 9, 1)), state="answered", closed_on=date(2026, 11, 2), answer="Gran."
    )
    assert one(limits, [child(), old, closed], "S13", date(2026, 11, 24)) is None


def test_s13_none_recorded_is_not_recorded_and_waits_while_the_case_is_new(limits: Limits) -> None:
    """Its thirty days are spoken of only where the case is as old as that (G2)."""
    assert one(limits, [child()], "S13", allocated_on=NEW) is None
    young = one(limits, [child()], "S13", date(2026, 11, 30), allocated_on=NEW)
    old = one(limits, [child()], "S13")
    assert young is not None
    assert old is not None
    assert (young.severity, young.text) == (
        "not recorded",
        "Nothing recorded as unknown yet. What am I not sure of?",
    )
    assert (old.severity, old.text) == (
        "not recorded",
        "Nothing recorded as unknown in 30 days. What am I not sure of?",
    )


def test_s13_an_open_unknown_is_asked_about_in_a_new_case(limits: Limits) -> None:
    """It could say more than nothing yet."""
    found = one(limits, [child(), unknown(date(2026, 11, 18))], "S13", allocated_on=NEW)
    assert found is not None
    assert found.severity == "overdue"


def test_s14_says_when_the_agency_was_last_heard_from(limits: Limits) -> None:
    """Limit day Fri 13 Nov, six working days past."""
    found = one(limits, [child(), *heard(date(2026, 10, 2))], "S14")
    assert found is not None
    assert (found.severity, found.on) == ("overdue", date(2026, 11, 13))
    assert found.text == "School last heard from Fri 2 Oct (36 working days). Limit 30."
    assert word_on(limits, [child(), *heard(date(2026, 10, 2))], "S14", "25 Dec") == "overdue"


@pytest.mark.parametrize(("on", "word"), [(date(2026, 12, 29), "overdue"), (date(2026, 12, 30), "strong")])
def test_s14_is_well_past_over_sixty_working_days(on: date, word: str, limits: Limits) -> None:
    """The sixtieth from Fri 2 Oct is Tue 29 Dec, Christmas left out."""
    found = one(limits, [child(), *heard(date(2026, 10, 2))], "S14", on)
    assert found is not None
    assert found.severity == word


def test_s14_what_an_agency_saw_and_what_it_replied_is_heard(limits: Limits) -> None:
    """Something only asked of it, or shared with it, is not."""
    school = agency()
    k = child()
    first = told(school, date(2026, 10, 2))
    shared = told(school, date(2026, 11, 20), they_said="", i_shared="That she was seen.", basis="consent")
    saw = Sighting(child_id=k.id, happened_on=date(2026, 11, 19), agency_id=school.id, seen="with_others")
    replied = asked_of(school, date(2026, 10, 5), replied_on=date(2026, 11, 18))
    assert one(limits, [k, school, first, shared], "S14") is not None
    assert one(limits, [k, school, first, saw], "S14") is None
    assert one(limits, [k, school, first, replied], "S14") is None


def test_s14_a_request_by_the_limit_and_its_sum(limits: Limits) -> None:
    """Due today, then past; a reply ends it."""
    waiting = [child(), *requested(date(2026, 11, 9))]
    today, later = one(limits, waiting, "S14"), one(limits, waiting, "S14", date(2026, 11, 24))
    assert today is not None
    assert later is not None
    assert (today.severity, today.text) == ("due", "GP asked Mon 9 Nov, no reply (10 working days): due today.")
    assert (later.severity, later.text) == ("overdue", "GP asked Mon 9 Nov, no reply (11 working days). Limit 10.")
    assert word_on(limits, waiting, "S14", "7 Dec") == "overdue"
    assert word_on(limits, waiting, "S14", "8 Dec") == "strong"
    assert one(limits, [child(), *requested(date(2026, 11, 9), replied_on=TODAY)], "S14") is None


def test_a_reply_by_its_own_day_is_not_counted_against_a_limit(limits: Limits) -> None:
    """12 working days on, with three left: the case's row says the day, never `12 wd, limit 10, due soon`."""
    records = [child(), *requested(date(2026, 11, 5), reply_by_on=date(2026, 11, 26))]
    found = one(limits, records, "S14")
    assert found is not None
    assert (found.severity, found.count) == ("due soon", None)
    assert sum_of(CaseSummary("one", "F-102"), [found], TODAY, limits).full == "due Thu 26 Nov"
    assert found.text == "GP asked Thu 5 Nov, no reply (12 working days): due Thu 26 Nov (3 working days left)."


@pytest.mark.parametrize(
    ("on", "word"),
    [("11 Nov", "due soon"), ("16 Nov", "due"), ("17 Nov", "overdue"), ("30 Nov", "overdue"), ("1 Dec", "strong")],
)
def test_s14_a_day_of_its_own_goes_before_the_limit(on: str, word: str, limits: Limits) -> None:
    """Earlier or later than the limit; well past it is as far behind its day as the limit's mark is behind the limit."""
    assert word_on(limits, [child(), *requested(date(2026, 11, 9), reply_by_on=date(2026, 11, 16))], "S14", on) == word
    late = [child(), *requested(date(2026, 9, 7), reply_by_on=date(2026, 12, 18))]
    assert one(limits, late, "S14", date(2026, 12, 14)) is None
    found = one(limits, late, "S14", date(2026, 12, 21))
    assert found is not None
    assert (found.severity, found.source, found.on) == ("overdue", "the day set on the contact", date(2026, 12, 18))
    assert found.text == "GP asked Mon 7 Sep, no reply (75 working days). Reply was to come by Fri 18 Dec."


def test_s14_is_about_one_child_where_the_contact_was(limits: Limits) -> None:
    """Of two children, or of all, it is the case's."""
    k, l_m = child(), child(initials="L.M.")
    both = [k, l_m]
    mine = one(limits, [*both, *requested(date(2026, 11, 9), about_children=(k.id,))], "S14")
    all_of_them = one(limits, [*both, *requested(date(2026, 11, 9), about_children=(k.id, l_m.id))], "S14")
    assert mine is not None
    assert all_of_them is not None
    assert (mine.child_id, all_of_them.child_id) == (k.id, None)


def test_s14_says_what_is_not_recorded_from_the_first_day(limits: Limits) -> None:
    """No agency at all; one of which nothing is heard. That one has no line where a first reply is waited for."""
    none = one(limits, [child()], "S14", allocated_on=NEW)
    silent = one(limits, [child(), agency()], "S14")
    assert none is not None
    assert silent is not None
    assert (none.severity, none.text, none.on) == ("not recorded", "No agencies listed.", NEW)
    assert (silent.severity, silent.text) == (
        "not recorded",
        "School is listed. Nothing heard from there is recorded yet.",
    )


def test_g10_an_agency_without_a_part_waits_until_its_day(limits: Limits) -> None:
    """Neither quiet nor absent; from that day it is asked for again."""
    facts: dict[str, Any] = {
        "not_applicable": True,
        "not_applicable_reason": "a baby",
        "not_applicable_review_on": date(2026, 12, 4),
    }
    nursery = agency("Nursery", **facts)
    records: list[Record] = [child(), nursery, agency("GP", "health"), agency("PC", "police")]
    heard_all = [told(of, date(2026, 11, 20)) for of in records[2:]]  # type: ignore[arg-type]
    day, again = date(2026, 12, 3), date(2026, 12, 4)
    assert asked(limits, [*records, *heard_all], ["S14", "S15"], day) == []
    found = asked(limits, [*records, *heard_all], ["S14", "S15"], again)
    assert [one.signal for one in found] == ["S14", "S15"]
    assert found[1].text.startswith("No education contact listed after")


def test_s15_counts_sectors_from_the_day_after_its_limit(limits: Limits) -> None:
    """Thu 19 Nov is the twentieth working day; one sector is noticed, two are said together."""
    two: list[Record] = [child(), agency("GP", "health"), agency()]
    since = {"allocated_on": date(2026, 10, 22)}
    assert one(limits, two, "S15", date(2026, 11, 19), **since) is None
    found, none = one(limits, two, "S15", date(2026, 11, 20), **since), one(limits, two[:1], "S15", **since)
    assert found is not None
    assert none is not None
    assert (found.severity, found.word, found.on) == ("due", "noticed", None)
    assert found.text == "No police contact listed after 21 working days. Limit 20. Do they hold anything?"
    assert (none.severity, none.word) == ("strong", "repeated")
    assert none.text.startswith("No health, education or police contact listed after 22 working days.")


def test_s15_of_an_adult_looks_for_other_sectors(limits: Limits) -> None:
    """Health, police, and housing or a provider; a school is none of them."""
    person = child(plan="adult")
    case: dict[str, Any] = {"service": "adults"}
    found = one(limits, [person, agency()], "S15", **case)
    assert found is not None
    assert found.text.startswith("No health, police, housing or provider contact listed")
    three = [agency("GP", "health"), agency("PC", "police"), agency("Care agency", "provider")]
    assert one(limits, [person, *three], "S15", **case) is None
    assert one(limits, [person, *three[:2]], "S15", **case) is not None


def test_s15_waits_in_a_new_case_whatever_the_limit_is_set_to(limits: Limits) -> None:
    """G2; and it cannot count where no day of allocation is recorded."""
    assert one(limits, [child()], "S15", allocated_on=NEW) is None
    assert one(limits, [child()], "S15", allocated_on=None) is None
    shorter = replace(limits, rows={**limits.rows, "sector_present": limits.row("sector_present")._replace(value=3)})
    assert one(shorter, [child()], "S15", allocated_on=NEW) is None


def test_a_limit_that_is_off_asks_nothing(limits: Limits) -> None:
    """A person may turn a row off."""
    names = ("unknown_past_by", "unknown_none", "agency_heard", "request_reply", "sector_present")
    off = replace(limits, rows={**limits.rows, **{name: limits.row(name)._replace(enabled=False) for name in names}})
    records = [child(), unknown(OLD), *heard(OLD), *requested(OLD), *requested(OLD, reply_by_on=OLD)]
    assert asked(limits, records, ["S13", "S14", "S15"])
    assert asked(off, records, ["S13", "S14", "S15"]) == []
