"""The options that the design of the command line names are there, each with a line of help."""

import pytest

from tests.acceptance.running import Run, ok

SEEN = "--on --seen --reason --words --saw --talked --impact --bedroom --account"
PROMISED = {
    "case add": "--child --own-id --plan --service --allocated --json",
    "case list": "--json",
    "case show": "--json",
    "child add": "--own-id --plan --json",
    "child edit": "--initials --plan --json",
    "visit add": f"{SEEN} --json",
    "visit list": "--json",
    "visit edit": SEEN,
    "visit withdraw": "--reason",
    "reflect": "--question --answer --history --json",
    "answer show": "--history --json",
    "action add": "--due --type --json",
    "action list": "--due --json",
    "action done": "--outcome --look-again",
    "action move": "--due --reason",
    "person withdraw": "--reason",
    "hypothesis add": "--text --wondering --json",
    "prompts": "--json",
    "today": "--json",
    "import": "--worker --yes --json",
    "init": "--no-encryption --recovery",
    "undo": "--json",
    "demo": "--home",
}


@pytest.mark.parametrize("command", PROMISED)
def test_every_promised_option_is_there(bare: Run, command: str) -> None:
    """And the file of the passphrase on each."""
    shown = ok(bare(*command.split(), "--help")).out
    listed = [line.split()[0].rstrip(",") for line in shown.splitlines() if line.startswith("  --")]
    assert {*PROMISED[command].split(), "--passphrase-file"} <= set(listed)


def test_one_visit_takes_all_that_may_be_said_of_it(casereflect: Run) -> None:
    """Date, how, reason, words, seeing, talking, meaning, bedroom, account; a choice is written with a hyphen."""
    visit = ok(
        casereflect(
            "visit", "add", "F-102", "--on", "yest", "--seen", "K.M.=with-others", "--reason", "K.M.=adult-stayed",
            "--words", "K.M.=Not now", "--saw", "K.M.=She looked at the door", "--talked", "K.M.=Drawing",
            "--impact", "K.M.=She cannot say it there", "--bedroom", "K.M.=no", "--account", "At home.", "--json",
        )
    ).json  # fmt: skip
    (seen,) = visit["seen"]
    assert (visit["happened_on"], visit["account"]) == ("2026-11-22", "At home.")
    assert (seen["seen"], seen["reason"], seen["sleeping_place_seen"]) == ("with_others", "adult_stayed", "no")
    assert (seen["child_words"], seen["what_i_saw"]) == ("Not now", "She looked at the door")
    assert (seen["how_we_talked"], seen["impact"]) == ("Drawing", "She cannot say it there")
    shown = ok(casereflect("visit", "show", visit["id"])).out
    assert "adult stayed" in shown
    assert "adult_stayed" not in shown
    assert "with_others" not in shown
