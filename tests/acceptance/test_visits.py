"""Visits on the command line: how each child was seen."""

from typing import Any

import pytest

from tests.acceptance.running import Run, ok


def seen_by_child(casereflect: Run, visit: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What was kept of each child, by initials."""
    names = {child["id"]: child["initials"] for child in ok(casereflect("child", "list", "F-102", "--json")).json}
    return {names[row["child_id"]]: row for row in visit["seen"]}


def test_a_visit_says_of_each_child_what_was_said_of_that_child(casereflect: Run) -> None:
    """By initials with or without dots, or by own id; a text may have `=` in it."""
    visit = ok(
        casereflect(
            "visit", "add", "F-102", "--on", "yest", "--place", "school", "--account", "-", "--json",
            "--seen", "771=alone", "--words", "km=2 = too many", "--bedroom", "K.M.=yes",
            "--seen", "l.m.=not-seen", "--reason", "L.M.=asleep", input="Line one\nline two\n",
        )
    ).json  # fmt: skip
    assert (visit["happened_on"], visit["place"], visit["account"]) == ("2026-11-22", "school", "Line one\nline two")
    seen = seen_by_child(casereflect, visit)
    assert seen["K.M."] | {"seen": "alone", "child_words": "2 = too many", "sleeping_place_seen": "yes"} == seen["K.M."]
    assert seen["L.M."] | {"seen": "not_seen", "reason": "asleep", "sleeping_place_seen": None} == seen["L.M."]


def test_an_only_child_needs_no_name(casereflect: Run) -> None:
    """Also where what is said has `=` in it."""
    ok(casereflect("case", "add", "F-110", "--child", "T."))
    visit = ok(casereflect("visit", "add", "F-110", "--seen", "with-others", "--words", "a=b", "--json")).json
    assert (visit["seen"][0]["seen"], visit["seen"][0]["child_words"]) == ("with_others", "a=b")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--seen", "alone"], "more than one child"),
        (["--seen", "Z.=alone"], "more than one child"),
        (["--seen", "K.M.=alone", "--seen", "771=observed"], "twice for one child"),
        (["--seen", "K.M.=asleep"], "not one of the choices"),
        (["--words", "K.M.=Hello"], "Seen is needed"),
        ([], "--seen is needed"),
        (["--seen", "K.M.=alone", "--on", "13/25/26"], "Day comes first here"),
        (["--seen", "K.M.=alone", "--on", "24/11/26"], "has not come yet"),
        (["--seen", "K.M.=alone", "--minutes", "long"], "whole number"),
        (["--seen", "K.M.=alone", "--at", "25:00"], "not a time"),
    ],
)
def test_a_visit_that_cannot_be_kept_is_told_in_a_sentence(casereflect: Run, args: list[str], said: str) -> None:
    """Exit code 2, and no visit."""
    ran = casereflect("visit", "add", "F-102", *args)
    assert ran.code == 2
    assert said in ran.err
    assert "No visit is recorded yet." in ok(casereflect("visit", "list", "F-102")).out


def test_a_visit_counts_on_today_and_withdrawn_it_does_not(casereflect: Run) -> None:
    """The list gives the id; withdrawing asks why and takes what was seen with it."""
    ok(casereflect("visit", "add", "F-102", "--seen", "K.M.=alone", "--seen", "L.M.=alone"))
    waits = ok(casereflect("today", "--json")).json
    assert [(line["signal"], line["severity"], line["on"]) for line in waits] == [("S27", "due soon", "2026-11-25")]
    short = ok(casereflect("visit", "list", "F-102")).out.splitlines()[-1].split()[0]
    assert "K.M., 8" in ok(casereflect("visit", "show", short)).out
    edited = ok(casereflect("visit", "edit", short, "--on", "20/11", "--seen", "L.M.=observed", "--json")).json
    assert sorted(row["seen"] for row in edited["seen"]) == ["alone", "observed"]
    assert {row["happened_on"] for row in edited["seen"]} == {"2026-11-20"}
    ok(casereflect("visit", "withdraw", short, "--reason", "Wrong case"))
    missing = ok(casereflect("today", "--json")).json
    assert {line["severity"] for line in missing} == {"not recorded"}
    named = [(line["signal"], line["child"]) for line in missing]
    assert named == [("S1", "K.M."), ("S1", "L.M."), ("S2", "K.M."), ("S2", "L.M.")]
    assert missing[-1]["text"] == "No visit is recorded for L.M."


def test_two_texts_cannot_both_come_from_standard_input(casereflect: Run) -> None:
    """The second would be blank without a word."""
    ran = casereflect("visit", "add", "F-102", "--seen", "K.M.=alone", "--words", "K.M.=-", "--account", "-", input="x")
    assert ran.code == 2
    assert "one text only" in ran.err
