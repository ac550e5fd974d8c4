"""The doctor from outside: what is damaged is said with its own exit code, repaired when asked, and the case is there again."""

from pathlib import Path

from tests.acceptance.running import Run, ok
from tests.light_key import light_store, written_secret

NEXT = {"CASEREFLECT_TODAY": "2026-11-24"}


def test_a_damaged_case_is_said_then_repaired_and_can_be_read(casereflect: Run, environ: dict[str, str]) -> None:
    """5 while there is damage, 0 once there is none; what was damaged is put aside."""
    assert "No damage was found" in ok(casereflect("doctor")).out
    ok(casereflect("hypothesis", "add", "F-102", "Late nights may be noise."))
    home = Path(environ["CASEREFLECT_HOME"])
    (path,) = (home / "cases").glob("*.json")
    path.write_text("{", encoding="utf-8")
    told = casereflect("doctor")
    assert told.code == 5
    assert "A case cannot be read." in told.out
    assert "--repair" in told.err
    done = ok(casereflect("doctor", "--repair", "--json")).json
    assert [(one["where"], one["repaired"]) for one in done] == [(f"cases/{path.name}", True)]
    assert "K.M." in ok(casereflect("case", "show", "F-102")).out
    assert [each.read_text(encoding="utf-8") for each in (home / "aside").rglob("*.json")] == ["{"]
    assert ok(casereflect("audit", "--json")).json[-1]["what"] == "opened"
    assert "repaired" in [event["what"] for event in ok(casereflect("audit", "--json")).json]


def test_a_key_that_is_damaged_is_put_back_and_opens(bare: Run, environ: dict[str, str], tmp_path: Path) -> None:
    """It looks like a key until it is opened; the passphrase is asked for again and opens the one of the backup."""
    places = light_store(Path(environ["CASEREFLECT_HOME"]))
    key = ("--passphrase-file", str(written_secret(tmp_path)))
    ok(bare("case", "add", "F-103", *key, **NEXT))
    whole = places.identity.read_bytes()
    places.identity.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert bare("today", *key, **NEXT).code == 5
    told = bare("doctor", *key, **NEXT)
    assert told.code == 5
    assert "It can be put back from the backup of 24 Nov 2026." in told.out
    ok(bare("doctor", "--repair", *key, **NEXT))
    assert "F-103" in ok(bare("case", "list", *key, **NEXT)).out


def test_the_doctor_never_needs_a_store_that_can_be_opened(casereflect: Run, environ: dict[str, str]) -> None:
    """store.toml is cut and there is no backup: it says so, and what it did not look at."""
    home = Path(environ["CASEREFLECT_HOME"])
    (home / "store.toml").write_text("format = ", encoding="utf-8")
    ran = casereflect("doctor", "--repair")
    assert ran.code == 5
    assert "No backup in the data folder has a whole copy." in ran.out
    assert "The cases were not looked at" in ran.out
    assert (home / "store.toml").read_text(encoding="utf-8") == "format = "


def test_without_a_store_it_says_so(bare: Run) -> None:
    """Nothing is made."""
    assert bare("doctor").code == 1
