"""A ZIP file is read as the folder that it packs, within bounds, and nothing of it is written to disk."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Source
from kg.read.files import archive, texts
from kg.read.files.source import decode, gather

REPORT = "青禾县推行“三上门”制度，建成便民服务站12个。\n"


def packed(path: Path, files: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as file:
        for name, data in files.items():
            file.writestr(name, data)
    return path


def read(*paths: Path) -> tuple[list[Source], list[InputError]]:
    found = list(gather(paths))
    return [item for item in found if isinstance(item, Source)], [i for i in found if isinstance(i, InputError)]


def test_a_zip_file_is_read_in_order_without_hidden_files_and_other_kinds(tmp_path: Path) -> None:
    names = ("b.txt", "a/z.md", "a/.h.txt", "__MACOSX/b.txt", "a.jpg", "c.TXT")
    path = packed(tmp_path / "报.zip", {name: REPORT + name for name in names})
    sources, errors = read(path)
    assert [found.name for found in sources] == ["报.zip/a/z.md", "报.zip/b.txt", "报.zip/c.TXT"]
    assert not errors
    assert list(tmp_path.iterdir()) == [path]


def test_the_document_is_that_of_the_file_in_it(tmp_path: Path) -> None:
    (source,), _ = read(packed(tmp_path / "a.zip", {"x.txt": REPORT}))
    assert source.id == decode(REPORT.encode(), "y.txt").id


def test_a_zip_file_in_a_folder_is_read_with_it(tmp_path: Path) -> None:
    packed(tmp_path / "a.zip", {"x.txt": REPORT})
    (tmp_path / "b.txt").write_text(REPORT + "二", "utf-8")
    assert [found.name for found in read(tmp_path)[0]] == ["a.zip/x.txt", "b.txt"]


def test_a_table_in_it_gives_details(tmp_path: Path) -> None:
    table = "file,place,issued\nx.txt,青禾县,2024-05-13\nno.txt,,\n"
    (source,), (error,) = read(packed(tmp_path / "a.zip", {"报/x.txt": REPORT, "报/documents.csv": table}))
    assert (source.details.place, source.details.issued) == ("青禾县", "2024-05-13")
    assert "no.txt" in error.what


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_names_in_gbk_or_unmarked_utf_8_are_read(tmp_path: Path, encoding: str) -> None:
    raw = "报纸.txt".encode(encoding)
    placeholder = b"x" * len(raw)
    data = packed(tmp_path / "a.zip", {placeholder.decode(): REPORT}).read_bytes().replace(placeholder, raw)
    (tmp_path / "a.zip").write_bytes(data)
    assert [found.name for found in read(tmp_path / "a.zip")[0]] == ["a.zip/报纸.txt"]


def test_two_files_of_one_name_are_both_read(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        file.writestr("x.txt", REPORT)
        file.writestr("x.txt", REPORT * 2)
    assert [found.text for found in read(tmp_path / "a.zip")[0]] == [REPORT, REPORT * 2]


@pytest.mark.parametrize("name", ["../x.txt", "a/../../x.txt", "/etc/x.txt", "C:/x.txt", "..\\x.txt"])
def test_a_name_that_leads_out_is_told_and_the_others_are_read(tmp_path: Path, name: str) -> None:
    sources, (error,) = read(packed(tmp_path / "a.zip", {name: "坏", "good.txt": REPORT}))
    assert [found.name for found in sources] == ["a.zip/good.txt"]
    assert "leads out" in error.what and error.remedy


def test_a_bomb_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    sources, (error,) = read(packed(tmp_path / "a.zip", {"bomb.txt": b"0" * 20_000_000, "good.txt": REPORT}))
    assert [found.name for found in sources] == ["a.zip/good.txt"]
    assert "ZIP bomb" in error.what and error.where.endswith("a.zip/bomb.txt")


def test_a_size_that_lies_does_not_fill_the_memory(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"x.txt": b"0" * 20_000_000, "good.txt": REPORT})
    size = (20_000_000).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, (1000).to_bytes(4, "little")))
    sources, (error,) = read(path)
    assert [found.name for found in sources] == ["a.zip/good.txt"]
    assert "broken ZIP" in error.what


def test_too_much_in_all_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = packed(tmp_path / "a.zip", {f"{n}.txt": REPORT for n in range(5)})
    monkeypatch.setattr(archive, "MAX_FILES", 4)
    assert "too large (5 texts" in read(path)[1][0].what
    monkeypatch.setattr(archive, "MAX_FILES", 5)
    monkeypatch.setattr(archive, "MAX_UNPACKED", 100)
    assert "too large" in read(path)[1][0].what


def test_an_encrypted_file_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"x.txt": REPORT, "good.txt": REPORT * 2}, zipfile.ZIP_STORED)
    data = bytearray(path.read_bytes())
    # The flag stands before the file and once more in the list at the end.
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    sources, (error,) = read(path)
    assert [found.name for found in sources] == ["a.zip/good.txt"]
    assert error.what == "is encrypted" and "password" in error.remedy


@pytest.mark.parametrize(
    ("files", "what"),
    [
        ({"a.jpg": b"x"}, "ZIP file without texts"),
        ({}, "ZIP file without texts"),
        ({"xl/workbook.xml": "<x/>"}, "XLSX"),
        ({"META-INF/container.xml": "<x/>"}, "EPUB"),
        ({"inner.zip": b"PK\x03\x04" + b"x" * 40}, "broken ZIP"),
        ({"empty.txt": b""}, "empty"),
    ],
    ids=["no text", "nothing", "xlsx", "epub", "broken inside", "empty"],
)
def test_what_cannot_be_read_says_why_and_the_way_out(tmp_path: Path, files: dict[str, bytes], what: str) -> None:
    sources, (error,) = read(packed(tmp_path / "a.zip", dict(files)))
    assert not sources
    assert what in error.what and error.remedy and "a.zip" in error.where


def test_a_zip_file_in_a_zip_file_is_not_opened(tmp_path: Path) -> None:
    inner = packed(tmp_path / "i.zip", {"x.txt": REPORT}).read_bytes()
    sources, (error,) = read(packed(tmp_path / "a.zip", {"i.zip": inner}))
    assert not sources and "in a ZIP file" in error.what and "unpack" in error.remedy


@pytest.mark.parametrize("cut", [10, 60, -30])
def test_a_zip_file_that_is_cut_short_is_broken(tmp_path: Path, cut: int) -> None:
    path = packed(tmp_path / "a.zip", {"x.txt": REPORT})
    path.write_bytes(path.read_bytes()[:cut])
    sources, (error,) = read(path)
    assert not sources and "broken ZIP" in error.what


def test_a_wrong_checksum_is_told(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"x.txt": REPORT, "good.txt": REPORT * 2}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(REPORT.encode(), REPORT.replace("12", "13").encode(), 1))
    sources, (error,) = read(path)
    assert [found.name for found in sources] == ["a.zip/good.txt"]
    assert "broken ZIP" in error.what


def test_it_may_come_on_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = packed(tmp_path / "a.zip", {"x.txt": REPORT}).read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [found.name for found in read(Path("-"))[0]] == ["stdin/x.txt"]


def test_a_zip_file_may_be_larger_than_a_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = packed(tmp_path / "a.zip", {"photo.jpg": os.urandom(5000), "x.txt": REPORT}, zipfile.ZIP_STORED)
    monkeypatch.setattr(texts, "MAX_BYTES", 1000)
    assert [found.text for found in read(path)[0]] == [REPORT]
