"""Every input comes out as a source or as an error that says what to do, and the others go on."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import BinaryIO

import pytest

from kg.errors import InputError
from kg.model import Details, Source
from kg.read.files import texts
from kg.read.files.source import decode, gather

REPORT = "青禾县推行“三上门”制度，建成便民服务站12个。\n"


def read(*paths: Path, encoding: str | None = None) -> tuple[list[Source], list[InputError]]:
    found = list(gather(paths, encoding))
    return [item for item in found if isinstance(item, Source)], [
        item for item in found if isinstance(item, InputError)
    ]


@pytest.mark.parametrize(
    ("codec", "mark", "said"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-32-le", b"\xff\xfe\x00\x00", "utf-32-le"),
        ("gb18030", b"", "gb18030"),
        ("gbk", b"", "gb18030"),
    ],
)
def test_the_ladder_finds_the_encoding_and_drops_the_mark(codec: str, mark: bytes, said: str) -> None:
    found = decode(mark + REPORT.encode(codec), "a.txt")
    assert (found.text, found.encoding) == (REPORT, said)


def test_characters_beyond_the_first_plane_are_one_character() -> None:
    assert decode("𠮷水县。".encode(), "a.txt").text[0] == "𠮷"


def test_line_ends_stay_as_they_are() -> None:
    assert decode("一\r\n二\r三\n".encode(), "a.txt").text == "一\r\n二\r三\n"


def test_an_encoding_that_is_given_is_not_doubted() -> None:
    data = "青禾縣推行制度".encode("big5")
    assert decode(data, "a.txt", "big5").text == "青禾縣推行制度"


@pytest.mark.parametrize(
    ("data", "encoding", "what"),
    [
        (b"", None, "empty"),
        (" \n\u3000\n".encode(), None, "only blanks"),
        (b"\xef\xbb\xbf", None, "only blanks"),
        (b"%PDF-1.7 \xe4\xb8", None, "PDF"),
        (b"PK\x03\x04xxxx", None, "ZIP"),
        (b"\x89PNG\r\n", None, "PNG"),
        ("青禾".encode("utf-16-le") + b"\x31\x00", None, "NUL"),
        (b"\xff\xfe\x00\xd8", None, "marked as utf-16-le"),
        ("青禾縣推行網格化管理制度，建設便民服務站".encode("big5"), None, "neither UTF-8"),
        (REPORT.encode() + b"\xff", None, "neither UTF-8"),
        (REPORT.encode("gbk"), "utf-8", "is not utf-8"),
        (REPORT.encode(), "klingon", "no such encoding"),
        (REPORT.encode(), "hex", "no such encoding"),
    ],
)
def test_what_cannot_be_decoded_is_refused_with_a_way_out(data: bytes, encoding: str | None, what: str) -> None:
    with pytest.raises(InputError) as raised:
        decode(data, "a.txt", encoding)
    assert what in raised.value.what
    assert raised.value.remedy


def test_a_refusal_names_the_likely_encodings() -> None:
    with pytest.raises(InputError) as raised:
        decode("青禾縣推行網格化管理制度，建設便民服務站".encode("big5"), "a.txt")
    assert "big5" in raised.value.remedy


def test_folders_are_read_in_order_without_hidden_files_and_other_kinds(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/.hidden.txt", ".git/c.txt", "a.csv", "c.TXT"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(REPORT + name, encoding="utf-8")
    sources, errors = read(tmp_path)
    assert [found.name for found in sources] == ["a/z.md", "b.txt", "c.TXT"]
    assert not errors


def test_a_file_that_is_given_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    path = tmp_path / "报纸.dat"
    path.write_text(REPORT, encoding="utf-8")
    assert [found.text for found in read(path)[0]] == [REPORT]


def test_bad_inputs_do_not_stop_the_good_ones(tmp_path: Path) -> None:
    good, empty, pipe, folder, loop = (tmp_path / name for name in ("good.txt", "empty.txt", "pipe.txt", "x.txt", "l"))
    good.write_text(REPORT, encoding="utf-8")
    empty.touch()
    os.mkfifo(pipe)
    folder.mkdir()
    loop.symlink_to(loop)
    sources, errors = read(tmp_path / "none.txt", empty, pipe, folder, loop, Path("/dev/zero"), good)
    assert [found.name for found in sources] == ["good.txt"]
    whats = [error.what for error in errors]
    assert len(whats) == 6
    for error, what in zip(
        errors, ["not exist", "empty", "pipe", "without texts", "cannot be read", "device"], strict=True
    ):
        assert what in error.what
        assert error.where
        assert error.remedy


def test_bad_files_in_a_folder_do_not_stop_the_good_ones(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "b.txt").write_text(REPORT, encoding="utf-8")
    os.mkfifo(tmp_path / "c.txt")
    (tmp_path / "d.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "e").symlink_to(tmp_path)
    sources, errors = read(tmp_path)
    assert [found.name for found in sources] == ["b.txt"]
    assert sorted(Path(error.where).name for error in errors) == ["a.txt", "c.txt", "d.txt", "e"]


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="permissions are others there")
def test_what_may_not_be_read_is_an_error_and_the_others_are_read(tmp_path: Path) -> None:
    # Somebody else must be able to enter, from the folder of all tests down.
    above = [tmp_path, *tmp_path.parents]
    top = next((i for i, folder in enumerate(above) if folder.name.startswith("pytest-of-")), 1)
    for folder in above[: top + 1]:
        folder.chmod(0o755)
    closed, shut, good = tmp_path / "a.txt", tmp_path / "b", tmp_path / "c.txt"
    shut.mkdir()
    for path in (closed, good):
        path.write_text(REPORT, encoding="utf-8")
    closed.chmod(0)
    shut.chmod(0)
    me = os.geteuid()
    try:
        # The super-user may read everything.
        os.seteuid(me or 65534)
        sources, errors = read(tmp_path)
    finally:
        os.seteuid(me)
        shut.chmod(0o700)
    assert [found.name for found in sources] == ["c.txt"]
    assert [Path(error.where).name for error in errors if "may not be read" in error.what] == ["a.txt", "b"]


def test_a_file_that_changes_while_it_is_read_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(REPORT, encoding="utf-8")
    whole = texts.whole

    def slowly(file: BinaryIO, where: str) -> bytes:
        data = whole(file, where)
        path.write_text(REPORT * 2, encoding="utf-8")
        return data

    monkeypatch.setattr(texts, "whole", slowly)
    sources, (error,) = read(path)
    assert not sources
    assert "changed" in error.what and "again" in error.remedy


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (REPORT.encode() + b"\0" + REPORT.encode(), "NUL"),
        (b"\0" * 100, "NUL"),
        (REPORT.encode() + b"\xed\xa0\x80", "neither UTF-8"),
        (b"\xff\xfe" + REPORT.encode("utf-16-le") + b"\x00\xd8", "marked as utf-16-le"),
    ],
    ids=["NUL", "only NUL", "half a character", "half a character in UTF-16"],
)
def test_nul_and_halves_of_characters_are_refused(tmp_path: Path, data: bytes, what: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    sources, (error,) = read(path)
    assert not sources
    assert what in error.what and error.where == str(path) and error.remedy


def test_standard_input_is_a_file_like_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(REPORT.encode("gb18030"))))
    assert [(found.name, found.text) for found in read(Path("-"))[0]] == [("stdin", REPORT)]


@pytest.mark.parametrize("data", [b"", b"x" * (texts.MAX_BYTES + 1)], ids=["empty", "endless"])
def test_standard_input_that_cannot_be_read_says_so(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    sources, (error,) = read(Path("-"))
    assert not sources
    assert error.where == "standard input" and error.remedy


def test_too_large_a_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(2 * texts.MAX_BYTES)
    assert "too large" in read(path)[1][0].what


def test_the_table_beside_the_texts_gives_details(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "documents.csv").write_text(
        "file,issued,place,title\na.txt,2024-05-01,青禾县,三上门\n", encoding="utf-8-sig"
    )
    sources, errors = read(tmp_path)
    assert [found.details for found in sources] == [Details("2024-05-01", "青禾县", "三上门"), Details()]
    assert not errors
    assert read(tmp_path / "a.txt")[0][0].details.place == "青禾县"


def test_what_the_user_says_goes_before_the_table(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "documents.csv").write_text("file,issued,place\na.txt,2024-05-01,青禾县\n", encoding="utf-8")
    (found,) = gather([tmp_path], None, Details(issued="2020-01-01"))
    assert isinstance(found, Source)
    assert found.details == Details("2020-01-01", "青禾县")


@pytest.mark.parametrize(
    ("table", "what"),
    [
        ("file,when\na.txt,2020\n", "unknown columns: when"),
        ("name\nx\n", "unknown columns"),
        ("file\nz.txt\n", "z.txt"),
        ("file,issued\na.txt,2024-02-30\n", "2024-02-30"),
    ],
)
def test_faults_of_the_table_are_told_and_the_texts_are_read(tmp_path: Path, table: str, what: str) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "documents.csv").write_text(table, encoding="utf-8")
    sources, errors = read(tmp_path)
    assert len(sources) == 1
    assert what in errors[0].what


def test_the_identity_of_a_document_is_made_of_its_bytes() -> None:
    assert decode(REPORT.encode(), "a.txt").id == decode(REPORT.encode(), "b.txt").id
    assert decode(REPORT.encode(), "a.txt").id != decode(REPORT.encode("gbk"), "a.txt").id
