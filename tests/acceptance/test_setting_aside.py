"""Setting a prompt aside on the command line and in plain lines."""

import re
from typing import Any

from tests.acceptance.running import Run, ok


def s1(casereflect: Run) -> dict[str, Any]:
    """The S1 line of K.M."""
    found = ok(casereflect("prompts", "F-102", "--json")).json
    return next(one for one in found if one["signal"] == "S1" and one["child"] == "K.M.")


def test_a_prompt_is_set_aside_by_its_id_and_says_until_when(casereflect: Run) -> None:
    """In `prompts --json` with its state; on Today it waits; asked again it is there at once."""
    named = str(s1(casereflect)["id"])
    assert s1(casereflect)["set_aside"] is None
    ran = ok(casereflect("set-aside", named, "--until", "4/12", "--reason", "seen at school tomorrow"))
    assert "set aside until Fri 4 Dec" in ran.out
    aside = s1(casereflect)["set_aside"]
    assert (aside["until"], aside["reason"]) == ("2026-12-04", "seen at school tomorrow")
    assert "set aside until Fri 4 Dec: seen at school tomorrow" in ok(casereflect("prompts", "F-102")).out
    assert "Set aside: 1" in ok(casereflect("today")).out
    assert "asked again" in ok(casereflect("set-aside", named, "--again")).out
    assert s1(casereflect)["set_aside"] is None


def test_what_cannot_wait_so_is_refused(casereflect: Run) -> None:
    """A short reason, a day that has come, one too far ahead, an id that nobody asks by: exit 2, in a sentence."""
    named = str(s1(casereflect)["id"])
    for args, said in (
        ((named, "--until", "4/12", "--reason", "busy"), "at least 10 letters"),
        ((named, "--until", "today", "--reason", "seen at school tomorrow"), "has come already"),
        ((named, "--until", "+3m", "--reason", "seen at school tomorrow"), "at the latest"),
        ((named, "--until", "4/12"), "Until when, and why?"),
        (("S1:ZZZZZZ", "--until", "4/12", "--reason", "seen at school tomorrow"), "No prompt has that id"),
        ((named, "--again"), "not set aside"),
    ):
        ran = casereflect("set-aside", *args)
        assert ran.code == 2
        assert said in ran.err


def test_prompts_give_patterns_too_with_facts_limit_and_source(casereflect: Run) -> None:
    """Each with what it rests on; of one case, and of all."""
    for day, child in (("2/11", "K.M."), ("16/11", "K.M.")):
        ok(casereflect("visit", "add", "F-102", "--on", day, "--seen", f"{child}=with-others"))
    for args in (("prompts", "F-102", "--json"), ("prompts", "--json")):
        found = {one["signal"]: one for one in ok(casereflect(*args)).json if one["child"] == "K.M."}
        assert (found["S3"]["severity"], found["S3"]["word"]) == ("due", "noticed")
        assert found["S3"]["limit"] == "not_alone_in_a_row"
        assert found["S3"]["facts"]
        assert found["S3"]["source"]


def test_in_plain_lines_a_row_is_set_aside_and_asked_again(casereflect: Run) -> None:
    """By its number in the list of prompts; until when, and why; again by the whole word."""
    typed = ("prompts F-102", "aside 1", "4/12", "seen at school tomorrow", ".", "", "prompts", "", "", "", "leave")
    first = ok(casereflect("--plain", input="".join(f"{line}\n" for line in typed))).out
    assert "Set aside until Fri 4 Dec. It comes back by itself." in first
    waiting = [one for one in ok(casereflect("prompts", "F-102", "--json")).json if one["set_aside"]]
    assert len(waiting) == 1
    number = re.search(r"Prompt (\d+)[^\n]*until Fri 4 Dec", first)
    assert number is not None
    again = ("prompts F-102", "", "", "", f"aside {number[1]}", "ask", "leave")
    assert "It is asked again." in ok(casereflect("--plain", input="".join(f"{line}\n" for line in again))).out
    assert not [one for one in ok(casereflect("prompts", "F-102", "--json")).json if one["set_aside"]]


def test_a_count_is_changed_by_its_id(casereflect: Run) -> None:
    """As a limit is, with a reason; `limits list --json` gives its numbers and who set it."""
    ran = ok(casereflect("limits", "change", "impact_blank", "40", "--strong", "6", "--reason", "ours here"))
    assert "noticed at more than 40%, repeated at 6" in ran.out
    rows = {row["id"]: row for row in ok(casereflect("limits", "list", "--json")).json}
    assert (rows["impact_blank"]["more_than"], rows["impact_blank"]["set_by"]) == (0.4, "me")
    assert rows["impact_blank"]["beneath"]["more_than"] == 0.5
    assert (
        "not a number that it has"
        in casereflect("limits", "change", "restarts", "1", "--of-last", "3", "--reason", "x").err
    )
    assert "noticed at more than 50%" in ok(casereflect("limits", "reset", "impact_blank")).out
