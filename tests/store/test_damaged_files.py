"""Files that are cut, empty, zeroed, foreign, changed or newer: said in a sentence, left as they are, and alone in it."""

import os
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest
from pyrage import x25519

from store.case import Case
from store.case_store import NewerFormat, StoreTrouble, UnreadableCase
from store.embedded_store import EmbeddedStore
from store.keys import Keys
from store.locations import Places
from store.records import CaseRecord, Hypothesis, changed

WORDS = "late nights, and her brother"


def kept(store: EmbeddedStore, ref: str) -> Case:
    """A case saved twice, so that there is a file before its last save."""
    case = store.add_case(CaseRecord(ref=ref), (Hypothesis(text=WORDS),))
    with store.change(case.id) as change:
        change.put(changed(case.of(Hypothesis)[0], text=WORDS + " again"))
    return store.case(case.id)


def emptied(whole: bytes, keys: Keys) -> bytes:
    """Nothing in it."""
    return b""


def cut(whole: bytes, keys: Keys) -> bytes:
    """Half of it."""
    return whole[: len(whole) // 2]


def zeroed(whole: bytes, keys: Keys) -> bytes:
    """As a lost disk block reads."""
    return bytes(len(whole))


def one_bit(whole: bytes, keys: Keys) -> bytes:
    """One bit another."""
    return whole[:-100] + bytes([whole[-100] ^ 4]) + whole[-99:]


def no_age_file(whole: bytes, keys: Keys) -> bytes:
    """Something else."""
    return b"%PDF-1.7 something else altogether"


def no_json(whole: bytes, keys: Keys) -> bytes:
    """Opens, but is cut inside."""
    return keys.encrypt(b'{"meta":')


def no_tables(whole: bytes, keys: Keys) -> bytes:
    """Opens, and is a list."""
    return keys.encrypt(b'["late nights"]')


def tables_of_lists(whole: bytes, keys: Keys) -> bytes:
    """A table is a list."""
    return keys.encrypt(keys.decrypt(whole).replace(b'"versions":', b'"other":[1],"versions":'))


def rows_of_text(whole: bytes, keys: Keys) -> bytes:
    """A row is a text."""
    return keys.encrypt(keys.decrypt(whole).replace(b'"versions":', b'"child":{"a":"b"},"versions":'))


def unknown_field(whole: bytes, keys: Keys) -> bytes:
    """A field that this program does not write."""
    return keys.encrypt(keys.decrypt(whole).replace(b'"service"', b'"sirvice"'))


def no_case(whole: bytes, keys: Keys) -> bytes:
    """Records without their case."""
    state = orjson.loads(keys.decrypt(whole))
    return keys.encrypt(orjson.dumps({name: rows for name, rows in state.items() if name != "case"}))


DAMAGES = [
    emptied,
    cut,
    zeroed,
    one_bit,
    no_age_file,
    no_json,
    no_tables,
    tables_of_lists,
    rows_of_text,
    unknown_field,
    no_case,
]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_case_is_said_and_left_and_the_others_are_shown(
    files: EmbeddedStore, places: Places, keys: Keys, damage: Callable[[bytes, Keys], bytes]
) -> None:
    """With the name of the copy before it, its reference in the caseload, and no word of its text."""
    case, other = kept(files, "F-1"), kept(files, "F-2")
    damaged = damage(places.case(case.id).read_bytes(), keys)
    places.case(case.id).write_bytes(damaged)
    for call in (lambda: files.case(case.id), lambda: files.versions(case.id, case.id), lambda: begin(files, case)):
        with pytest.raises(UnreadableCase) as told:
            call()
        assert f"{case.id}.age.1" in str(told.value)
        assert "left as it is" in str(told.value)
        assert "late nights" not in str(told.value)
    row, whole = files.caseload()
    assert (row.id, row.ref) == (case.id, "F-1")
    assert row.damaged
    assert (whole.id, whole.damaged) == (other.id, "")
    assert places.case(case.id).read_bytes() == damaged


def begin(store: EmbeddedStore, case: Case) -> None:
    """A save on the case."""
    with store.change(case.id) as change:
        change.put(Hypothesis(text="new"))


def test_the_file_before_opens_the_case_again(files: EmbeddedStore, places: Places) -> None:
    """What the sentence names is of use: put in its place it is the case before its last save."""
    case = kept(files, "F-1")
    places.case(case.id).write_bytes(b"")
    places.case(case.id).write_bytes(places.previous(case.id).read_bytes())
    assert [row.text for row in files.case(case.id).of(Hypothesis)] == [WORDS]
    assert not files.caseload()[0].damaged


def test_a_file_of_another_case_under_its_name_is_refused(files: EmbeddedStore, places: Places) -> None:
    """A mixed-up copy would show one household under another's reference."""
    case, other = kept(files, "F-1"), kept(files, "F-2")
    places.case(case.id).write_bytes(places.case(other.id).read_bytes())
    with pytest.raises(UnreadableCase, match="not the file of this case"):
        files.case(case.id)


def test_a_file_of_another_key_is_told_from_a_damaged_one(
    files: EmbeddedStore, places: Places, open_files: Callable[..., EmbeddedStore]
) -> None:
    """So that nobody throws away a whole file."""
    case = kept(files, "F-1")
    stranger = x25519.Identity.generate()
    theirs = open_files(places, Keys(str(stranger), (str(stranger.to_public()),)))
    with pytest.raises(UnreadableCase, match="another key"):
        theirs.case(case.id)


@pytest.mark.parametrize("shape", [b'{"meta":{"meta":{"format":3,"case_id":"?"}},"pages":[1]}', None])
def test_a_newer_case_is_left_alone(files: EmbeddedStore, places: Places, keys: Keys, shape: bytes | None) -> None:
    """Whatever else it may hold; the sentence says which program reads it."""
    case = kept(files, "F-1")
    whole = keys.decrypt(places.case(case.id).read_bytes())
    newer = keys.encrypt(shape or whole.replace(b'"format":2', b'"format":3'))
    places.case(case.id).write_bytes(newer)
    with pytest.raises(NewerFormat, match="newer casereflect"):
        begin(files, case)
    assert "newer casereflect" in files.caseload()[0].damaged
    assert places.case(case.id).read_bytes() == newer


@pytest.mark.parametrize("content", [None, b"", b"nonsense", b'{"format":1,"rows":{"a":{}}}', b'{"format":9}', b"[]"])
def test_a_lost_or_broken_caseload_is_drawn_anew(
    files: EmbeddedStore, places: Places, keys: Keys, content: bytes | None
) -> None:
    """It is only a cache; afterwards it is there again."""
    kept(files, "F-1")
    rows = files.caseload()
    places.caseload.unlink()
    if content is not None:
        places.caseload.write_bytes(keys.encrypt(content) if content.startswith((b"{", b"[")) else content)
    assert files.caseload() == rows
    assert b"F-1" in keys.decrypt(places.caseload.read_bytes())


def test_a_caseload_of_before_the_last_save_is_drawn_anew(files: EmbeddedStore, places: Places) -> None:
    """As when the program was killed between the two files, or a copy was put back."""
    case = kept(files, "F-1")
    before = places.caseload.read_bytes()
    begin(files, case)
    rows = files.caseload()
    places.caseload.write_bytes(before)
    assert files.caseload() == rows
    assert rows[0].revision == case.revision + 1


def test_a_case_that_can_be_read_again_is_shown_again(files: EmbeddedStore, places: Places) -> None:
    """Also where its size and time are the same: a permission was given back, or a newer program came."""
    case = kept(files, "F-1")
    path = places.case(case.id)
    whole = path.read_bytes()
    path.write_bytes(bytes(len(whole)))
    assert files.caseload()[0].damaged
    times = path.stat()
    path.write_bytes(whole)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert [(row.ref, row.damaged) for row in files.caseload()] == [("F-1", "")]


@pytest.mark.parametrize("name", ["{} (copy).age", ".{}.age", "{}.age~", "{}.age.1.age", "notes.txt"])
def test_a_file_with_no_cases_name_is_no_case_and_no_trouble(files: EmbeddedStore, places: Places, name: str) -> None:
    """Whoever copied it there; it is left as it is."""
    case = kept(files, "F-1")
    stray = places.cases / name.format(case.id)
    stray.write_bytes(places.case(case.id).read_bytes())
    begin(files, case)
    assert [(row.id, row.damaged) for row in files.caseload()] == [(case.id, "")]
    assert stray.exists()


@pytest.mark.parametrize("table", ["versions", "changes"])
def test_damage_in_what_was_is_told_like_damage_in_what_is(
    tmp_path: Path, open_files: Callable[..., EmbeddedStore], table: str
) -> None:
    """By the file's name; the case itself can still be read. Only a plain file can be spoilt so by hand."""
    places = Places(tmp_path / "home", encrypted=False)
    files = open_files(places, Keys())
    case = kept(files, "F-1")
    state = orjson.loads(places.case(case.id).read_bytes())
    for row in state[table].values():
        row.update({"replaced_at": "never", "at": "never", "record": {"id": case.of(Hypothesis)[0].id}})
    places.case(case.id).write_bytes(orjson.dumps(state))
    with pytest.raises(UnreadableCase, match=rf"{case.id}\.json was left as it is"):
        files.versions(case.id, case.of(Hypothesis)[0].id) if table == "versions" else files.changes(case.id)
    assert files.case(case.id).of(Hypothesis)[0].text.startswith(WORDS)


def test_a_case_put_back_or_taken_away_by_hand_is_noticed(files: EmbeddedStore, places: Places) -> None:
    """The caseload follows the files."""
    case, other = kept(files, "F-1"), kept(files, "F-2")
    away = places.case(case.id).rename(places.home / "elsewhere")
    assert [row.id for row in files.caseload()] == [other.id]
    away.rename(places.case(case.id))
    assert [row.id for row in files.caseload()] == [case.id, other.id]


def test_a_size_tells_little_of_a_sentence(files: EmbeddedStore, places: Places, keys: Keys) -> None:
    """The text that is encrypted is filled up to whole blocks."""
    case = kept(files, "F-1")
    for path in (places.case(case.id), places.caseload):
        assert len(keys.decrypt(path.read_bytes())) % 4096 == 0


def test_a_drafts_file_that_cannot_be_read_is_skipped_and_left(files: EmbeddedStore, places: Places) -> None:
    """Perhaps another key opens it."""
    broken = places.drafts / f"{'0' * 32}.age"
    broken.write_bytes(b"nonsense")
    assert files.drafts() == []
    assert broken.read_bytes() == b"nonsense"


def test_a_folder_that_is_a_file_is_a_sentence(places: Places, open_files: Callable[..., EmbeddedStore]) -> None:
    """Never a traceback."""
    places.home.mkdir()
    places.cases.write_text("not a folder")
    with pytest.raises(StoreTrouble):
        open_files(places)
