"""Whatever the bytes of a file are, they are read or refused with a way out."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Details, Source
from kg.read.files.texts import texts
from tests.read.reading import read
from tests.read.test_web import FIRST, METADATA, SECOND, page
from tests.read.test_word import report, saved

WORD = saved(report)
PAGE = page(
    METADATA, f"<div class='content'><h2>一、服务</h2><p>{FIRST}</p><table><tr><td>{SECOND}</td></tr></table></div>"
)


def packed() -> bytes:
    onto = io.BytesIO()
    with zipfile.ZipFile(onto, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.txt", FIRST)
        file.writestr("b.html", PAGE)
    return onto.getvalue()


FILES = [WORD, PAGE, packed(), FIRST.encode(), FIRST.encode("gb18030"), FIRST.encode("utf-16")]
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=40)), min_size=1, max_size=4)


def edited(data: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    for place, length, instead in edits:
        start = int(place * len(data))
        data = data[:start] + instead + data[start + length :]
    return data


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(FILES), EDITS, st.sampled_from(["a.txt", "a.html", "a.docx", "a.zip"]))
def test_a_damaged_file_is_read_or_refused(data: bytes, edits: list[tuple[float, int, bytes]], name: str) -> None:
    for item in texts(io.BytesIO(edited(data, edits)), f"报/{name}", name, None, Details()):
        if isinstance(item, InputError):
            assert item.where.startswith(f"报/{name}") and item.what and item.remedy
        else:
            assert isinstance(item, Source)
            document = read(item.text)
            assert all(0 <= place < len(item.text) for place in document.origin)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    (item,) = texts(io.BytesIO(data), "报.txt", "报.txt", None, Details())
    assert isinstance(item, Source) or (item.what and item.remedy)


def damaged_parts(part: str, data: bytes) -> bytes:
    onto = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORD)) as old, zipfile.ZipFile(onto, "w") as new:
        for name in old.namelist():
            new.writestr(name, data if name == part else old.read(name))
    return onto.getvalue()


PARTS = {name: zipfile.ZipFile(io.BytesIO(WORD)).read(name) for name in zipfile.ZipFile(io.BytesIO(WORD)).namelist()}


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(sorted(name for name in PARTS if name.endswith((".xml", ".rels")))), EDITS)
def test_a_word_file_with_a_damaged_part_is_read_or_refused(part: str, edits: list[tuple[float, int, bytes]]) -> None:
    data = damaged_parts(part, edited(PARTS[part], edits))
    (item,) = texts(io.BytesIO(data), "报.docx", "报.docx", None, Details())
    assert isinstance(item, Source) or (item.what and item.remedy)
