"""What is not an Annex A workbook is refused in one sentence, before anything reads it."""

import os
import zipfile
from pathlib import Path

import pytest

from store.exchange.annex_a import read_annex_a
from store.exchange.refused import Refused
from store.exchange.workbook import cell_name, open_workbook
from tests.samples.workbooks import SAMPLES, annex_a, on_a_plan, raw_workbook, workbook


def refusal(path: Path) -> str:
    """The sentence with which the file is refused; a person is asked to mend the file, so the exit code is 2."""
    with pytest.raises(Refused) as caught:
        read_annex_a(open_workbook(path))
    assert caught.value.exit_code == 2
    return str(caught.value)


@pytest.mark.parametrize(
    ("row", "column", "name"), [(0, 0, "A1"), (4, 10, "K5"), (8, 26, "AA9"), (1, 701, "ZZ2"), (1, 702, "AAA2")]
)
def test_cells_are_named_as_excel_names_them(row: int, column: int, name: str) -> None:
    """Columns go A to Z, then AA."""
    assert cell_name(row, column) == name


def test_the_send_workbook_is_refused_although_its_sheets_are_called_list_1_and_list_2() -> None:
    """It has Unique ID, but no Child Unique ID."""
    assert refusal(SAMPLES / "fake_sen.xlsx").startswith("This is not an Annex A workbook")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><Message>&b;</Message>', "XML"),
        (b"CHILD,DECOM,RNE\n123,01/04/2020,S\n", "CSV"),
        (b"just words\n", "not an Excel workbook"),
        (b"\0\1\2\3" * 100, "not an Excel workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
        (b"PK\x03\x04 and then it was cut off", "damaged"),
    ],
)
def test_other_files_are_told_what_they_look_like(tmp_path: Path, content: bytes, says: str) -> None:
    """Whatever the name of the file says."""
    path = tmp_path / "list.xlsx"
    path.write_bytes(content)
    assert says in refusal(path)


def test_a_missing_file_a_folder_and_a_pipe_are_refused(tmp_path: Path) -> None:
    """Nothing waits for a pipe that nobody writes to."""
    os.mkfifo(tmp_path / "pipe")
    assert "no file of that name" in refusal(tmp_path / "nowhere.xlsx")
    assert "folder" in refusal(tmp_path)
    assert "not an ordinary file" in refusal(tmp_path / "pipe")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    """With advice, not with a traceback."""
    path = annex_a(tmp_path / "list.xlsx")
    path.chmod(0)
    assert "permission" in refusal(path)


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    """A document of another program is a zip too."""
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as package:
        package.writestr("word/document.xml", "<document/>")
    assert "not an Excel workbook" in refusal(tmp_path / "a.xlsx")


def test_a_workbook_that_was_cut_is_refused(tmp_path: Path) -> None:
    """Half a download."""
    whole = (SAMPLES / "Annex_A_2024_Jan.xlsx").read_bytes()
    (tmp_path / "cut.xlsx").write_bytes(whole[: len(whole) // 2])
    assert "damaged" in refusal(tmp_path / "cut.xlsx")


def test_a_workbook_with_a_damaged_part_is_refused(tmp_path: Path) -> None:
    """One byte in a packed sheet is enough."""
    whole = bytearray((SAMPLES / "Annex_A_2024_Jan.xlsx").read_bytes())
    place = whole.index(b"xl/worksheets/sheet7.xml") + 200
    whole[place : place + 4] = b"\xff\xff\xff\xff"
    (tmp_path / "damaged.xlsx").write_bytes(whole)
    assert "damaged" in refusal(tmp_path / "damaged.xlsx")


def test_a_zip_that_grows_past_60_mb_is_refused_unread(tmp_path: Path) -> None:
    """A small file can hold a very large one."""
    path = annex_a(tmp_path / "bomb.xlsx", [on_a_plan()])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package, package.open("xl/more.xml", "w") as part:
        for _ in range(61):
            part.write(b" " * 1_000_000)
    assert path.stat().st_size < 1_000_000
    assert "60 MB" in refusal(path)


def test_a_file_larger_than_50_mb_is_refused_unread(tmp_path: Path) -> None:
    """The size is looked at before the content."""
    with (tmp_path / "large.xlsx").open("wb") as large:
        large.truncate(50_000_001)
    assert "50 MB" in refusal(tmp_path / "large.xlsx")


def test_two_cells_far_apart_are_refused_rather_than_given_room(tmp_path: Path) -> None:
    """The reader would reserve seventeen thousand million cells and end the program."""
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert "too far" in refusal(raw_workbook(tmp_path / "far.xlsx", {"List 7": far}))


def test_formatting_down_to_the_last_row_is_no_reason_to_refuse(tmp_path: Path) -> None:
    """Excel writes empty cells with a style for a column that was formatted whole."""
    styled = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'
    assert open_workbook(raw_workbook(tmp_path / "styled.xlsx", {"Notes": styled})).sheets[0].rows == ((1.0,),)


def test_declared_entities_are_refused_never_expanded(tmp_path: Path) -> None:
    """The thousand laughs have no place in a workbook."""
    path = annex_a(tmp_path / "laughs.xlsx")
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/sharedStrings.xml", '<!DOCTYPE sst [<!ENTITY a "ha">]><sst><si><t>&a;</t></si></sst>')
    assert "declarations" in refusal(path)


def test_a_formula_is_read_as_the_value_that_stood_there_and_text_like_one_as_text(tmp_path: Path) -> None:
    """Nothing is ever worked out."""
    path = workbook(tmp_path / "a.xlsx", {"Sheet": [["=1+1", "@cmd"]]})
    assert open_workbook(path).sheets[0].rows == (("=1+1", "@cmd"),)


def test_the_same_file_has_the_same_hash_wherever_it_lies(tmp_path: Path) -> None:
    """The hash is of the bytes."""
    copy = tmp_path / "copy.xlsx"
    copy.write_bytes((SAMPLES / "example-B-2004.xlsx").read_bytes())
    assert open_workbook(copy).file_hash == open_workbook(SAMPLES / "example-B-2004.xlsx").file_hash
