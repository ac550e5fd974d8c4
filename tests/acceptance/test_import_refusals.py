"""Files that cannot be brought in: each is refused in one sentence, and nothing of it is kept."""

import zipfile
from pathlib import Path

from tests.acceptance.running import Run, ok
from tests.samples.workbooks import SAMPLES, annex_a, on_a_plan


def written(path: Path, content: bytes) -> Path:
    """A file with this content."""
    path.write_bytes(content)
    return path


def refused_files(folder: Path) -> dict[str, tuple[Path, str]]:
    """Files that are no Annex A workbook, and what is said of each."""
    sample = (SAMPLES / "Annex_A_2024_Jan.xlsx").read_bytes()
    census = b'<?xml version="1.0"?><Message><Header><Year>2026</Year></Header></Message>'
    (folder / "a folder").mkdir()
    return {
        "another inspection's workbook": (SAMPLES / "fake_sen.xlsx", "not an Annex A workbook"),
        "a census": (written(folder / "CIN.xml", census), "XML file"),
        "903 episodes": (written(folder / "episodes.csv", b"CHILD,DECOM,RNE,LS\n1,01/02/2020,S,C2\n"), "CSV file"),
        "903 header": (written(folder / "header.csv", b"CHILD,SEX,DOB,ETHNIC\n1,1,02/03/2012,WBRI\n"), "CSV file"),
        "a folder": (folder / "a folder", "That is a folder"),
        "nothing": (folder / "missing.xlsx", "no file of that name"),
        "0 bytes": (written(folder / "empty.xlsx", b""), "This file is empty"),
        "a zip that is no workbook": (zipped(folder / "letters.xlsx"), "not an Excel workbook"),
        "half a workbook": (written(folder / "half.xlsx", sample[: len(sample) // 2]), "damaged or only part"),
        "text": (written(folder / "notes.xlsx", b"Dear all"), "not an Excel workbook"),
    }


def zipped(path: Path) -> Path:
    """A zip with a letter in it."""
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("letter.txt", "Dear all")
    return path


def test_what_is_no_annex_a_workbook_is_refused_in_a_sentence(empty: Run, tmp_path: Path) -> None:
    """Exit code 2, one line, nothing on standard output, nothing written."""
    for what, (path, said) in refused_files(tmp_path).items():
        ran = empty("import", str(path), "--worker", "Ezra Leigh", "--yes")
        assert (ran.code, ran.out) == (2, ""), what
        assert said in ran.err, what
        assert ran.err.count("\n") == 1, what
    assert ok(empty("case", "list", "--json")).json == []


def test_a_file_that_may_not_be_read_is_told_so(held: Run, tmp_path: Path) -> None:
    """Permissions of the system."""
    ok(held("init", "--no-encryption"))
    file = annex_a(tmp_path / "list.xlsx", [on_a_plan()])
    file.chmod(0)
    ran = held("import", str(file), "--worker", "Robin Vale")
    assert (ran.code, "no permission to read" in ran.err) == (2, True)
