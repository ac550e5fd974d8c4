"""Looking back from a year ahead, and the system around our work: by command and in plain lines."""

from tests.acceptance.running import Run, ok
from tests.acceptance.talking import nothing_forbidden

CASE = "F-102"


def ids(casereflect: Run, *command: str) -> list[str]:
    """The short ids that a list prints as data."""
    return [row["id"][-6:] for row in ok(casereflect(*command, "--json")).json]


def test_a_thought_is_added_becomes_something_and_is_kept_out_of_a_pack(casereflect: Run) -> None:
    """By command alone; the pack has it only with --private."""
    ok(casereflect("looking-ahead", "add", CASE, "The GP was asked once", "--theme", "information"))
    ok(casereflect("unknown", "add", CASE, "What the GP knows", "--by", "+5wd"))
    (thought,), (made,) = ids(casereflect, "looking-ahead", "list", CASE), ids(casereflect, "unknown", "list", CASE)
    said = ok(casereflect("looking-ahead", "became", thought, made)).out
    assert said == f"Kept: {thought} became unknown {made}.\n"
    assert "asked once" not in ok(casereflect("pack", CASE)).out
    assert "asked once" in ok(casereflect("pack", CASE, "--private")).out
    refused = casereflect("looking-ahead", "became", thought, thought)
    assert refused.code == 2
    assert refused.err.startswith("casereflect: That is not what came of it.")


def test_the_themes_are_walked_in_plain_lines(casereflect: Run) -> None:
    """What to imagine, what the record holds, the box; Enter passes a theme over, leave ends the walk."""
    typed = ("ahead F-102", "", "save", "Nobody knows who D is", ".", "save", "leave", "leave")
    said = ok(casereflect("--plain", input="".join(f"{line}\n" for line in typed))).out
    nothing_forbidden(said)
    assert "Imagine this case a year from now, and it has gone badly." in said
    assert "Theme 1 of 8. The Child Not Being Seen. F-102." in said
    assert "Kept out of packs unless you tick it." in said
    assert len(ids(casereflect, "looking-ahead", "list", CASE)) == 1


def test_the_system_is_collected_without_names(casereflect: Run) -> None:
    """Notes of a case and of none, by factor, with the month alone; what names somebody is left out, and said to be."""
    ok(casereflect("system-note", "add", CASE, "Two colleagues off", "--factors", "leave and cover, staffing"))
    ok(casereflect("system-note", "add", "own", "No room to talk", "--factors", "tools", "--recommendation", "A room"))
    ok(casereflect("system-note", "add", CASE, "K.M. had no interpreter", "--factors", "money"))
    page = ok(casereflect("systems")).out
    assert "Two colleagues off. Also: staffing." in page
    assert "To ask for: A room." in page
    assert "K.M." not in page
    assert CASE not in page
    assert "left out: it names somebody" in page
    stands = {row["text"]: row["on_the_page"] for row in ok(casereflect("systems", "--json")).json}
    assert stands == {"Two colleagues off": True, "No room to talk": True, "K.M. had no interpreter": False}
