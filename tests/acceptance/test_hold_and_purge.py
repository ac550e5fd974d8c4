"""A hold and a purge from outside: the reference typed, a reason given, a certificate left, and what is beyond its reach."""

from pathlib import Path

from tests.acceptance.running import Run, ok


def test_a_case_on_hold_cannot_be_purged_until_the_hold_is_lifted_with_a_reason(casereflect: Run) -> None:
    """It is on the page of the case and in the trail; records go on being added."""
    assert casereflect("case", "hold", "F-102").code == 2
    assert casereflect("case", "hold", "F-102", "--for", "review").code == 2
    ok(casereflect("case", "hold", "F-102", "--for", "review", "--note", "A rapid review asked on 20 November."))
    assert casereflect("case", "hold", "F-102", "--for", "court", "--note", "again").code == 2
    assert casereflect("undo", "F-102").code == 2
    assert "HOLD" in ok(casereflect("case", "show", "F-102")).out
    ok(casereflect("hypothesis", "add", "F-102", "Late nights may be noise."))
    refused = casereflect("case", "purge", "F-102", "--reference", "F-102", "--reason", "kept long enough")
    assert (refused.code, "on hold" in refused.err) == (1, True)
    assert casereflect("case", "hold", "F-102", "--lift").code == 2
    ok(casereflect("case", "hold", "F-102", "--lift", "--reason", "The review is published."))
    assert casereflect("case", "hold", "F-102", "--lift", "--reason", "again").code == 2
    assert "HOLD" not in ok(casereflect("case", "show", "F-102")).out
    done = [event["done"] for event in ok(casereflect("audit", "F-102", "--json")).json]
    assert {"hold placed", "hold lifted"} <= set(done)
    ok(casereflect("case", "purge", "F-102", "--reference", "F-102", "--reason", "kept long enough"))


def test_a_purge_needs_the_reference_and_a_reason_and_leaves_a_certificate(
    casereflect: Run, environ: dict[str, str]
) -> None:
    """Part of a reference finds the case, but does not remove it; nothing of it can be found afterwards."""
    ok(casereflect("hypothesis", "add", "F-102", "Late nights may be noise."))
    for words in (["--reference", "f-102"], ["--reference", "F-102"], []):
        more = ["--reason", "kept long enough"] if words != ["--reference", "F-102"] else []
        assert casereflect("case", "purge", "102", *words, *more).code == 2
    ran = ok(casereflect("case", "purge", "102", "--reference", "F-102", "--reason", "kept long enough"))
    assert "Not reached: backups and copies made elsewhere" in ran.err
    assert ok(casereflect("case", "list", "--json")).json == []
    (certificate,) = ok(casereflect("case", "certificates", "--json")).json
    assert (certificate["ref"], certificate["counts"]) == ("F-102", {"child": 2, "hypothesis": 1})
    assert "kept long enough" in ok(casereflect("case", "certificates")).out
    home = Path(environ["CASEREFLECT_HOME"])
    assert not [path for path in home.rglob("*") if path.is_file() and b"noise" in path.read_bytes()]
    assert ok(casereflect("case", "add", "F-102")).code == 0


def test_a_purge_takes_links_out_and_says_whose_words_name_it(casereflect: Run) -> None:
    """By file and case; a case on hold is left as it is, and that is said too."""
    ok(casereflect("case", "add", "F-300", "--see-also", "F-102"))
    ok(casereflect("case", "add", "F-301"))
    ok(casereflect("hypothesis", "add", "F-301", "As on F-102."))
    ok(casereflect("case", "add", "F-302", "--see-also", "F-102"))
    ok(casereflect("case", "hold", "F-302", "--for", "court", "--note", "asked for"))
    ran = ok(casereflect("case", "purge", "F-102", "--reference", "F-102", "--reason", "kept long enough"))
    assert "the links to it in other cases are gone" in ran.out
    assert ok(casereflect("case", "show", "F-300", "--json")).json["see_also"] == []
    assert ok(casereflect("case", "show", "F-302", "--json")).json["see_also"] == ["F-102"]
    assert "F-301 names it in words" in ran.err
    assert "F-302 names it and is on hold" in ran.err
    assert "F-300" not in ran.err
