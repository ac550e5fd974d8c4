"""The audit trail from outside: what was done, by id, also what was tried with a wrong passphrase."""

from pathlib import Path

from tests.acceptance.running import Run, ok
from tests.light_key import light_store, written_secret


def whats(run: Run, *args: str) -> list[str]:
    """What the trail holds, oldest first, without the unlocking that each command is."""
    return [event["done"] for event in ok(run("audit", *args, "--json")).json if event["what"] != "unlocked"]


def test_what_was_done_is_listed_and_the_words_of_a_case_are_not_in_it(casereflect: Run) -> None:
    """Saved, opened, withdrawn, set aside; of one case or of all."""
    wonder = ok(casereflect("hypothesis", "add", "F-102", "Late nights may be noise.", "--json")).id
    ok(casereflect("hypothesis", "withdraw", wonder, "--reason", "said twice"))
    ok(casereflect("case", "add", "F-103"))
    said = whats(casereflect, "f-102")
    assert said[:2] == ["saved: case, child", "saved: child"]
    assert said[-1] == "withdrawn: I wonder"
    assert whats(casereflect)[-1] == "saved: case"
    for ran in (casereflect("audit"), casereflect("audit", "--json")):
        assert not [word for word in ("noise", "twice", "K.M.") if word in ran.out]


def test_the_page_names_the_case_by_its_reference_and_says_what_does_not_fit(
    casereflect: Run, environ: dict[str, str]
) -> None:
    """A line was taken out."""
    assert "F-102" in ok(casereflect("audit")).out
    (path,) = Path(environ["CASEREFLECT_HOME"], "audit").glob("*.log")
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([lines[0], *lines[2:]]))
    assert "Line 2 is missing." in ok(casereflect("audit")).out
    assert "Line 2 is missing." in ok(casereflect("audit", "--json")).err


def test_a_page_that_is_written_to_a_file_is_noted_for_each_case_in_it(casereflect: Run, tmp_path: Path) -> None:
    """Once; not where a file of that name is there already."""
    ok(casereflect("case", "add", "F-103", "--child", "A.B.", "--plan", "cin"))
    out = str(tmp_path / "pack.md")
    ok(casereflect("pack", "--out", out))
    assert casereflect("pack", "--out", out).code != 0
    events = ok(casereflect("audit", "--json")).json
    written = [event["case_id"] for event in events if event["what"] == "exported"]
    assert len(written) == len(set(written)) == 2
    assert set(written) == {row["id"] for row in ok(casereflect("case", "list", "--json")).json}
    ok(casereflect("handover", "F-103", "--out", str(tmp_path / "handover.txt")))
    assert whats(casereflect, "F-103")[-1] == "written to a file"


def test_a_passphrase_that_does_not_open_the_key_is_noted(bare: Run, environ: dict[str, str], tmp_path: Path) -> None:
    """Without the key; it can be read once somebody has it."""
    light_store(Path(environ["CASEREFLECT_HOME"]))
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("some other words\n", encoding="utf-8")
    wrong.chmod(0o600)
    assert bare("today", "--passphrase-file", str(wrong)).code == 4
    right = written_secret(tmp_path)
    events = ok(bare("audit", "--json", "--passphrase-file", str(right))).json
    assert [event["what"] for event in events] == ["refused"]
    ran = ok(bare("audit", "--passphrase-file", str(right)))
    assert "a passphrase that does not open the key" in ran.out
    assert "was not written with the key" not in ran.out
