"""S5 and S6: adults in and around the home. On Mon 23 Nov 2026 unless said."""

from dataclasses import replace
from datetime import date

import pytest

from checklists.limits import Limits
from checklists.signals import prompts
from checklists.summaries import summarise
from store.case import case_of
from store.records import CaseRecord
from store.summary import SetAside
from tests.checklists.signals.listed import OLD, TODAY, asked, at, child, day_of, friend, one, person, word_on


def test_s5_says_who_since_when_and_against_which_limit(limits: Limits) -> None:
    """About the person; the facts say what of it is open, and the day that was set."""
    d = person()
    found = one(limits, [child(), d], "S5")
    assert found is not None
    assert found.text == "Mother's partner D noted Mon 2 Nov (15 working days). Not met or not assessed yet. Limit 10."
    assert (found.about, found.child_id, found.theme) == (d.id, None, "T4")
    assert found.facts == (
        "Mother's partner D noted on Mon 2 Nov.",
        "Not met yet.",
        "Not assessed yet.",
        "The date set was Mon 16 Nov.",
    )


@pytest.mark.parametrize(
    ("day", "word"),
    [
        ("10 Nov", ""),
        ("11 Nov", "due soon"),
        ("15 Nov", "due soon"),
        ("16 Nov", "due"),
        ("17 Nov", "overdue"),
        ("30 Nov", "overdue"),
        ("1 Dec", "strong"),
    ],
)
def test_s5_stands_at_each_edge_of_its_limit(day: str, word: str, limits: Limits) -> None:
    """Three working days before; on the tenth; over it; the twentieth is not over twenty."""
    assert word_on(limits, [child(), person()], "S5", day) == word


@pytest.mark.parametrize(
    ("day", "word"), [("11 Nov", "due soon"), ("16 Nov", "due"), ("17 Nov", "overdue"), ("14 Dec", "overdue"), ("15 Dec", "strong")]
)  # fmt: skip
def test_s6_stands_at_each_edge_of_its_limit(day: str, word: str, limits: Limits) -> None:
    """Known about since Mon 19 Oct: the twentieth, and the fortieth."""
    assert word_on(limits, [child(), friend()], "S6", day) == word


@pytest.mark.parametrize(
    ("since", "due_on"),
    [
        ("21 Nov", "4 Dec"),
        ("30 Mar", "15 Apr"),
        ("24 Dec", "12 Jan 2027"),
        ("28 Feb 2028", "13 Mar 2028"),
        ("29 Feb 2028", "14 Mar 2028"),
    ],
)
def test_s5_counts_working_days_over_weekends_holidays_and_leap_days(since: str, due_on: str, limits: Limits) -> None:
    """A Saturday; over Easter; over Christmas and New Year; before and on a leap day."""
    found = one(limits, [child(), person(known_since=day_of(since))], "S5", day_of(due_on))
    assert found is not None
    assert (found.severity, found.count, found.on) == ("due", 10, day_of(due_on))


def test_s5_at_a_weekend_is_overdue_from_the_next_working_day(limits: Limits) -> None:
    """Due Fri 20 Nov: on the Saturday it is still due that Friday, on Monday past."""
    d = person(known_since=date(2026, 11, 6))
    assert [word_on(limits, [child(), d], "S5", day) for day in ("20 Nov", "21 Nov", "22 Nov", "23 Nov")] == [
        "due", "due", "due", "overdue",
    ]  # fmt: skip


@pytest.mark.parametrize("lives", ["yes", "sometimes", "unknown"])
def test_s5_asks_of_everyone_who_may_live_here(lives: str, limits: Limits) -> None:
    """Only `no` says that they do not; not known is not no."""
    assert word_on(limits, [child(), person(lives_here=lives)], "S5", "23 Nov") == "overdue"


@pytest.mark.parametrize(
    "facts",
    [
        {"lives_here": "no"},
        {"adult": False},
        {"met_on": TODAY, "assessed": "yes"},
        {"met_on": TODAY, "assessed": "under_way"},
        {"met_on": TODAY, "assessed": "not_needed", "assessed_reason": "a lodger for a week"},
    ],
)
def test_s5_is_quiet_where_it_is_answered(facts: dict[str, object], limits: Limits) -> None:
    """Lives elsewhere; a child; met, and looked at or under way or not needed for a reason."""
    found = one(limits, [child(), person(**facts)], "S5")
    assert found is None or found.severity == "not recorded"


@pytest.mark.parametrize(
    ("facts", "row"),
    [
        ({"met_on": TODAY}, "Mother's partner D: not assessed"),
        ({"assessed": "yes"}, "Mother's partner D: not met, 15 wd"),
    ],
)
def test_s5_asks_for_either_half(facts: dict[str, object], row: str, limits: Limits) -> None:
    """Met and not assessed, or assessed and not met; a row says which, as far as it has room."""
    found = one(limits, [child(), person(**facts)], "S5")
    assert found is not None
    assert found.severity == "overdue"
    assert found.medium == row
    assert len(found.narrow) <= 31
    assert len(found.short) <= 20


@pytest.mark.parametrize("facts", [{"name_known": True}, {"spoken_on": TODAY}])
def test_s6_asks_while_either_is_missing(facts: dict[str, object], limits: Limits) -> None:
    """The name, or their own account."""
    found = one(limits, [child(), friend(**facts)], "S6")
    assert found is not None
    assert found.text == (
        "Friend from school noted Mon 19 Oct (25 working days). Name or own account still missing. Limit 20."
    )
    assert one(limits, [child(), friend(name_known=True, spoken_on=TODAY)], "S6") is None


def test_where_both_speak_of_one_person_they_are_one_line(limits: Limits) -> None:
    """The longer overdue; what the other one would say stands in its facts."""
    d = person(name_known=False, spoken_on=None, known_since=date(2026, 10, 5))
    (found,) = asked(limits, [child(), d], ["S5", "S6"])
    assert (found.signal, found.on) == ("S5", date(2026, 10, 19))
    assert {"Name not known yet.", "Own account not heard yet."} <= set(found.facts)


def test_with_other_limits_the_longer_overdue_may_be_the_other(limits: Limits) -> None:
    """Where a council gives five working days to hear an account, S6 is the line."""
    spoken = limits.row("adult_spoken")._replace(value=5)
    shorter = replace(limits, rows={**limits.rows, "adult_spoken": spoken})
    (found,) = asked(shorter, [child(), person(name_known=False)], ["S5", "S6"])
    assert (found.signal, found.on) == ("S6", date(2026, 11, 9))
    assert "Limit 5." in found.text


def test_two_people_are_two_lines(limits: Limits) -> None:
    """One line a person: S5 of one, S6 of the other."""
    assert [p.signal for p in asked(limits, [child(), person(), friend()], ["S5", "S6"])] == ["S5", "S6"]


def test_setting_one_aside_hides_that_prompt_about_that_person_only(limits: Limits) -> None:
    """The other prompt about D then speaks for itself, and S5 about another adult stays."""
    d = person(name_known=False, spoken_on=None, known_since=date(2026, 10, 5))
    lodger = person(label="lodger")
    until = date(2026, 12, 4)
    row = summarise(case_of(CaseRecord(ref="F-1", allocated_on=OLD), [child(), d, lodger]))
    row = row._replace(set_aside=(SetAside("S5", d.id, until, "we meet on Thursday"),))
    of = {(p.signal, p.about) for p in prompts(row, TODAY, limits) if p.signal in ("S5", "S6")}
    assert of == {("S6", d.id), ("S5", lodger.id)}
    later = {(p.signal, p.about) for p in prompts(row, until, limits) if p.signal in ("S5", "S6")}
    assert later == {("S5", d.id), ("S5", lodger.id)}


@pytest.mark.parametrize(("safety", "said"), [("not_safe", "not safe"), ("ask_first", "ask first")])
def test_g9_contact_is_never_suggested_where_it_is_not_safe(safety: str, said: str, limits: Limits) -> None:
    """Neither meeting nor speaking: who else holds information is asked; date, count and limit stay."""
    marked = {"contact_safety": safety, "contact_safety_reason": "the mother's new address"}
    s5 = one(limits, [child(), person(**marked)], "S5")
    s6 = one(limits, [child(), friend(**marked)], "S6")
    assert s5 is not None
    assert s6 is not None
    asks = f"Contact is marked {said}. Who else holds information (police, probation, IDVA)?"
    assert s5.text == f"Mother's partner D noted Mon 2 Nov (15 working days). {asks} Limit 10."
    assert s6.text == f"Friend from school noted Mon 19 Oct (25 working days). {asks} Limit 20."
    for found in (s5, s6):
        assert "ask elsewhere" in found.medium
        texts = f"{found.text} {found.medium} {found.narrow} {found.short}".lower()
        assert not [word for word in ("not met", "not assessed", "own account", "spoken") if word in texts]


def test_who_lives_here_is_asked_where_nobody_is_listed(limits: Limits) -> None:
    """Of a new case too; about the case, without a word of severity."""
    for records in ([child()], [child(), person(adult=False)]):
        found = asked(limits, records, ["S5", "S6"], allocated_on=TODAY)
        assert sorted((p.signal, p.severity, p.word, p.text) for p in found) == [
            ("S5", "not recorded", "not recorded", "No adults are listed for this home. Who lives here?"),
            ("S6", "not recorded", "not recorded", "No adults are listed in or around this home."),
        ]
        assert len({p.about for p in found}) == 1
    (around,) = [p for p in asked(limits, [child(), friend()], ["S5", "S6"]) if p.severity == "not recorded"]
    assert around.signal == "S5"


def test_without_a_day_a_person_is_known_about_since_they_were_written_down(limits: Limits) -> None:
    """A blank day is that day; with neither, nothing is counted, and nobody is said to be long unknown."""
    written = person(known_since=None, recorded_at=at(date(2026, 11, 2)))
    assert word_on(limits, [child(), written], "S5", "23 Nov") == "overdue"
    assert one(limits, [child(), person(known_since=None)], "S5") is None


def test_in_an_adults_case_it_is_the_carer_or_person_with_control(limits: Limits) -> None:
    """Not yet spoken to is said only while they are not; then what is still open."""
    e_f = child(initials="E.F.", plan="adult")
    son = person(label="son", name_known=True, spoken_on=None)
    s5 = one(limits, [e_f, son], "S5", service="adults")
    s6 = one(limits, [e_f, friend(label="niece", lives_here="no")], "S6", service="adults")
    heard = one(limits, [e_f, person(label="son")], "S5", service="adults")
    assert s5 is not None
    assert s6 is not None
    assert heard is not None
    ask = "Carer or person with control not yet spoken to."
    assert s5.text == f"Son noted Mon 2 Nov (15 working days). {ask} Limit 10."
    assert s6.text == f"Niece noted Mon 19 Oct (25 working days). {ask} Limit 20."
    assert "Not met or not assessed yet." in heard.text


def test_the_order_of_lines_is_by_date(limits: Limits) -> None:
    """The oldest first, whoever was written first."""
    late, early = person(label="lodger", known_since=date(2026, 11, 4)), person()
    assert [p.about for p in asked(limits, [child(), late, early], ["S5"])] == [early.id, late.id]


def test_a_label_is_read_as_words_and_never_as_markup(limits: Limits) -> None:
    """Brackets stay brackets."""
    found = one(limits, [child(), person(label="[bold]D[/]")], "S5")
    assert found is not None
    assert found.text.startswith("[bold]D[/] noted")
