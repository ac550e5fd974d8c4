"""Practical actions, people, each "I wonder", and undoing."""

import pytest

from tests.acceptance.running import Run, ok
from tui.commands.table import COMMANDS, Branch


def test_an_action_is_planned_in_working_days_and_listed_by_its_id(casereflect: Run) -> None:
    """+10wd from Mon 23 Nov 2026 is Mon 7 Dec."""
    action = ok(
        casereflect(
            "action",
            "add",
            "F-102",
            "Ring the GP",
            "--due",
            "+10wd",
            "--type",
            "share-info",
            "--child",
            "K.M.",
            "--json",
        )
    ).json
    assert (action["due_on"], action["due_rule"], action["type"]) == ("2026-12-07", "+10wd", "share_info")
    assert action["child_id"]
    assert action["id"][-6:] in ok(casereflect("action", "list")).out
    assert action["id"][-6:] in ok(casereflect("action", "list", "F-102")).out
    assert ok(casereflect("action", "list", "--due", "--json")).json == []


def test_an_action_is_moved_with_a_reason_and_finished_with_what_is_different(casereflect: Run) -> None:
    """Not known yet asks for a day to look again."""
    named = ok(casereflect("action", "add", "F-102", "See K. early", "--due", "fri", "--json")).id[-6:]
    assert casereflect("action", "move", named, "--due", "+10wd", "--reason", " ").code == 2
    moved = ok(casereflect("action", "move", named, "--due", "+10wd", "--reason", "School trip", "--json")).json
    assert moved["moved"] == [
        {"from_on": "2026-11-27", "to_on": "2026-12-07", "reason": "School trip", "moved_on": "2026-11-23"}
    ]
    assert 'Fri 27 Nov to Mon 7 Dec, "School trip"' in ok(casereflect("action", "show", named)).out
    unknown = casereflect("action", "done", named, "--outcome", "not known yet")
    assert unknown.code == 2
    assert "date to look again" in unknown.err
    again = ok(
        casereflect("action", "done", named, "--outcome", "not known yet", "--look-again", "+5wd", "--json")
    ).json
    assert (again["state"], again["look_again_on"]) == ("done", "2026-11-30")
    told = ok(casereflect("action", "done", named, "--outcome", "not known yet", "--look-again", "+6wd")).out
    assert told == f"Action {named} done; to look at again Tue 1 Dec.\n"
    assert "Look again: See K. early" not in ok(casereflect("today")).out
    ok(casereflect("undo", "F-102"))
    assert "Look again: See K. early" in ok(casereflect("today")).out


def test_an_action_is_let_go_once(casereflect: Run) -> None:
    """A second time there is nothing to let go."""
    named = ok(casereflect("action", "add", "F-102", "Ask again", "--due", "fri", "--json")).id
    assert ok(casereflect("action", "drop", named, "--reason", "Done by school", "--json")).json["state"] == "dropped"
    assert casereflect("action", "drop", named, "--reason", "again").code == 2


def test_next_supervision_asks_for_a_date_while_none_is_recorded(casereflect: Run) -> None:
    """Exit code 2."""
    ran = casereflect("action", "add", "F-102", "Test my thinking", "--due", "next supervision")
    assert ran.code == 2
    assert "no date of the next supervision is recorded" in ran.err


def test_a_text_that_begins_with_a_dash_comes_after_two(casereflect: Run) -> None:
    """As every command line has it."""
    kept = ok(casereflect("action", "add", "F-102", "--due", "fri", "--json", "--", "- ring, then write")).json
    assert kept["what"] == "- ring, then write"


def test_a_person_is_added_listed_edited_and_withdrawn(casereflect: Run) -> None:
    """What it said before stays readable."""
    kept = ok(casereflect("person", "add", "F-102", "partner D", "--lives-here", "sometimes", "--json"))
    assert (kept.json["label"], kept.json["known_since"]) == ("partner D", "2026-11-23")
    named = kept.id[-6:]
    assert named in ok(casereflect("person", "list", "F-102")).out
    refused = casereflect("person", "edit", named, "--contact-safety", "not-safe")
    assert (refused.code, "ask why" in refused.err) == (2, True)
    ok(
        casereflect(
            "person", "edit", named, "--contact-safety", "not-safe", "--contact-safety-reason", "Police ask first"
        )
    )
    assert "Police ask first" in ok(casereflect("person", "show", named)).out
    assert "partner D" in ok(casereflect("person", "show", named, "--history")).out
    ok(casereflect("person", "withdraw", named, "--reason", "Not him"))
    assert casereflect("person", "show", named).code == 1
    withdrawn = ok(casereflect("person", "show", named, "--history")).out
    assert "withdrawn 23 Nov 2026" in withdrawn
    assert "as it stands" not in withdrawn
    last = ok(casereflect("person", "show", named, "--history", "--json")).json["versions"][-1]
    assert (last["why"], last["reason"], last["record"]["label"]) == ("withdrawn", "Not him", "partner D")
    assert casereflect("action", "show", named, "--history").code == 1


def test_an_i_wonder_is_kept_by_option_or_as_text(casereflect: Run) -> None:
    """Not both, and not neither."""
    assert (
        ok(casereflect("hypothesis", "add", "F-102", "--text", "Is she up late?", "--json")).json["text"]
        == "Is she up late?"
    )
    what_if = ok(casereflect("hypothesis", "add", "F-102", "He stays?", "--wondering", "what-if", "--json")).json
    assert what_if["wondering"] == "what_if"
    assert casereflect("hypothesis", "add", "F-102", "one", "--text", "two").code == 2
    assert casereflect("hypothesis", "add", "F-102").code == 2


def test_the_last_change_is_undone_and_then_the_one_before(casereflect: Run) -> None:
    """Until there is nothing left to undo."""
    ok(casereflect("hypothesis", "add", "F-102", "Is she up late?"))
    assert ok(casereflect("undo", "F-102", "--json")).json == {"ref": "F-102", "restored": 0, "taken_out": 1}
    assert ok(casereflect("hypothesis", "list", "F-102", "--json")).json == []
    assert "1 taken out" in ok(casereflect("undo", "F-102")).out
    nothing = casereflect("undo", "F-102")
    assert (nothing.code, "nothing to undo" in nothing.err) == (2, True)


def test_prompts_show_their_sum_and_their_id(casereflect: Run) -> None:
    """As text and as JSON, of one case or of all."""
    text = ok(casereflect("prompts", "F-102")).out
    assert "No time alone is recorded yet. Not recorded does not mean not done." in text
    prompt = ok(casereflect("prompts", "--json")).json[0]
    assert prompt["id"] == f"S1:{prompt['about'][-6:]}"
    assert prompt["severity"] == "not recorded"


@pytest.mark.parametrize("name", [name for name, found in COMMANDS.items() if isinstance(found, Branch)])
def test_every_command_of_the_table_can_be_made(name: str) -> None:
    """Each has its own help, and an option for the passphrase file."""
    import click

    from tui.commands.root import root

    context = click.Context(root)
    group = root.get_command(context, name)
    assert isinstance(group, click.Group)
    for leaf in group.list_commands(context):
        command = group.get_command(context, leaf)
        assert command is not None
        assert command.help
        assert "passphrase_file" in [option.name for option in command.params]


def test_there_is_a_command_for_every_kind_of_record_that_people_write() -> None:
    """What can be edited are the same kinds; a seen row belongs to its visit, a prompt set aside has limits of its own."""
    from store.records import BY_KIND

    edited = [name for name, found in COMMANDS.items() if isinstance(found, Branch) and "edit" in found.leaves]
    called = {"learn": "learning_entry", "cpd": "cpd_piece"}
    groups = {called.get(name, name.replace("-", "_")) for name in edited}
    assert groups == set(BY_KIND) - {"seen", "set_aside", "import_batch", "imported_fact"}
