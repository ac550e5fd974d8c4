"""Cases and children on the command line."""

from tests.acceptance.running import Run, ok


def test_a_case_is_added_with_its_first_child(bare: Run) -> None:
    """Allocated today unless said; `looked-after` is understood."""
    ok(bare("init", "--no-encryption"))
    added = ok(
        bare("case", "add", "F-104", "--child", "J.D.", "--plan", "looked-after", "--visit-rule", "reg28-2", "--json")
    ).json
    assert (added["ref"], added["service"], added["allocated_on"]) == ("F-104", "children", "2026-11-23")
    child = added["children"][0]
    assert (child["initials"], child["plan"], child["visit_rule"]) == ("J.D.", "lac", "reg28_2")


def test_an_adults_case_has_one_person_with_the_plan_adult(casereflect: Run) -> None:
    """`--service adult`, and no second person."""
    ok(casereflect("case", "add", "A-201", "--service", "adult", "--person", "G.W."))
    assert ok(casereflect("child", "list", "A-201", "--json")).json[0]["plan"] == "adult"
    second = casereflect("child", "add", "A-201", "B.")
    assert second.code == 2
    assert "one person" in second.err


def test_a_reference_is_taken_once(casereflect: Run) -> None:
    """Case ignored."""
    ran = casereflect("case", "add", "f-102")
    assert ran.code == 2
    assert "another case has that one" in ran.err


def test_a_child_needs_something_to_be_called_by(casereflect: Run) -> None:
    """With a new case, and on one that is there."""
    for ran in (
        casereflect("case", "add", "F-105", "--plan", "cp"),
        casereflect("child", "add", "F-102", "--plan", "cp"),
    ):
        assert ran.code == 2
        assert "Initials" in ran.err
    assert "F-105" not in ok(casereflect("case", "list")).out


def test_a_case_is_named_by_any_part_that_no_other_has(casereflect: Run) -> None:
    """Else it asks which one, or says that there is none."""
    ok(casereflect("case", "add", "F-110"))
    assert ok(casereflect("case", "show", "02", "--json")).json["ref"] == "F-102"
    several = casereflect("case", "show", "f-1")
    assert (several.code, "F-102, F-110" in several.err) == (2, True)
    assert casereflect("case", "show", "Z").code == 1


def test_a_case_is_edited_closed_and_opened_again(casereflect: Run) -> None:
    """Closing asks why; a second closing is refused; a closed case leaves Today and stays in the list."""
    assert ok(casereflect("case", "edit", "F-102", "--see-also", "F-9, F-10", "--json")).json["see_also"] == [
        "F-9",
        "F-10",
    ]
    closed = ok(
        casereflect(
            "case", "close", "F-102", "--reason", "Settled.", "--could-still-go-wrong", "-", "--json", input="School\n"
        )
    )
    assert (closed.json["closed_on"], closed.json["could_still_go_wrong"]) == ("2026-11-23", "School")
    assert ok(casereflect("today", "--json")).json == []
    assert "could still go wrong" not in closed.err
    assert casereflect("case", "close", "F-102", "--reason", "again").code == 2
    assert ok(casereflect("case", "list", "--json")).json[0]["closed_on"] == "2026-11-23"
    assert "open again" in ok(casereflect("case", "reopen", "F-102")).out


def test_a_child_is_edited_by_the_end_of_the_id(casereflect: Run) -> None:
    """An option given blank empties its field; nothing given is bad input."""
    child = ok(casereflect("child", "list", "F-102", "--json")).json[0]
    short = child["id"][-6:].lower()
    edited = ok(casereflect("child", "edit", short, "--visit-interval", "6 weeks", "--own-id", "", "--json")).json
    assert (edited["visit_interval"], edited["own_id"]) == ({"value": 6, "unit": "week"}, "")
    assert casereflect("child", "edit", short).code == 2
    assert casereflect("child", "edit", "ZZZZZZ", "--plan", "cin").code == 1
    wrong = casereflect("child", "edit", short, "--plan", "danger")
    assert wrong.code == 2
    assert "one of the choices" in wrong.err


def test_the_glance_at_a_case_shows_children_questions_and_actions(casereflect: Run) -> None:
    """As text, and as JSON with every record."""
    page = ok(casereflect("case", "show", "F-102")).out
    assert "K.M. 8" in page
    assert "1 Seen alone" in page
    data = ok(casereflect("case", "show", "F-102", "--json")).json
    assert [child["initials"] for child in data["records"]["child"]] == ["K.M.", "L.M."]
    assert data["prompts"][0]["signal"] == "S1"


def test_closing_with_the_box_blank_says_what_s21_asks(casereflect: Run) -> None:
    """By command it closes, and the prompt with its count and source is said beside; plain lines ask once, then close."""
    closed = ok(casereflect("case", "close", "F-102", "--reason", "Settled."))
    assert closed.out == "F-102 closed.\n"
    asks = "What could still go wrong is not written. Who would notice, and what would they do?"
    assert f"{asks} Since Sun 23 Aug: 0 readings, 0 better; 0 concerns noted." in closed.err
    assert "S21, casereflect default" in closed.err
    ok(casereflect("case", "reopen", "F-102"))
    typed = ("close F-102", "", "Settled.", ".", ".", "save", "save", "leave")
    said = ok(casereflect("--plain", input="".join(f"{line}\n" for line in typed))).out
    assert said.count(asks) == 1
    assert "S21, casereflect default" in said
    assert said.index(asks) < said.index("F-102 closed on Mon 23 Nov.")
