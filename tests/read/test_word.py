"""A Word file is its paragraphs as a reader sees them."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.oxml import parse_xml

from kg.errors import InputError
from kg.read.files.formats import extract
from tests.read.printed import one_colour
from tests.read.reading import paragraphs, read

BODY = "青禾县推行“三上门”制度，建成便民服务站12个，服务群众3.5万人次，得到各方好评。"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOX = (
    f'<w:r {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent>'
    "<mc:Choice Requires='wps'><w:txbxContent><w:p><w:r><w:t>框中的话。</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
    "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>框中的话。</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


def saved(write: Callable[[docx.document.Document], object]) -> bytes:
    document = docx.Document()
    write(document)
    onto = io.BytesIO()
    document.save(onto)
    return onto.getvalue()


def report(document: docx.document.Document) -> None:
    document.add_heading("办好小事 服务到家", 0)
    document.add_paragraph("来源：青禾日报　时间：2024-05-13")
    document.add_heading("抓实便民服务", 1)
    paragraph = document.add_paragraph("　　青禾县推行“三上门”")
    paragraph.add_run("制度").bold = True
    paragraph.add_run("，建成便民服务站12个，服务群众3.5万人次，得到各方好评。")


def test_headings_paragraphs_and_runs_come_in_order() -> None:
    document = read(extract(saved(report), "报.docx").text)
    assert paragraphs(document) == ["办好小事服务到家", "来源：青禾日报时间：2024-05-13", "抓实便民服务", BODY]
    assert [part.role.value for part in document.articles[0].paragraphs] == ["title", "dateline", "title", "body"]
    assert document.issued == "2024-05-13"


def test_it_is_known_by_its_bytes() -> None:
    assert extract(saved(report), "报.txt").encoding == "docx"


@pytest.mark.parametrize(
    ("more", "text"),
    [
        (f"<w:ins {W}><w:r><w:t>插入的。</w:t></w:r></w:ins>", "插入的。"),
        (f"<w:del {W}><w:r><w:delText>删去的。</w:delText></w:r></w:del>", ""),
        (f"<w:moveFrom {W}><w:r><w:t>移走的。</w:t></w:r></w:moveFrom>", ""),
        (f"<w:sdt {W}><w:sdtContent><w:r><w:t>控件里的。</w:t></w:r></w:sdtContent></w:sdt>", "控件里的。"),
        (f"<w:hyperlink {W}><w:r><w:t>链接上的。</w:t></w:r></w:hyperlink>", "链接上的。"),
        (f"<w:r {W}><w:instrText>PAGE</w:instrText></w:r>", ""),
        (BOX, "\n\n框中的话。"),
    ],
    ids=["inserted", "deleted", "moved", "control", "link", "field", "text box"],
)
def test_what_a_reader_sees_is_read_once(more: str, text: str) -> None:
    data = saved(lambda document: document.add_paragraph(BODY)._p.append(parse_xml(more)))
    assert extract(data, "报.docx").text == f"{BODY}{text}\n"


def test_a_table_is_read_row_by_row_and_a_page_set_as_a_table_by_paragraphs() -> None:
    def write(document: docx.document.Document) -> None:
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "粮食产量", "12万吨"
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = BODY
        cell.add_paragraph(BODY)
        inner = cell.add_table(1, 2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "茶叶", "3吨"

    assert extract(saved(write), "报.docx").text == f"粮食产量\t12万吨\n\n{BODY}\n\n{BODY}\n\n茶叶\t3吨\n"


def changed(data: bytes, name: str, content: bytes) -> bytes:
    """The same file with one part exchanged."""
    onto = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(onto, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return onto.getvalue()


ENTITIES = b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 20))
BOMB = b'<!DOCTYPE x [<!ENTITY e0 "aaaaaaaaaa">%s]>' % ENTITIES


@pytest.mark.parametrize(
    ("make", "what"),
    [
        (lambda: saved(lambda document: None), "without text"),
        (lambda: saved(lambda document: document.add_picture(io.BytesIO(one_colour(8)))), "without text"),
        (lambda: saved(report)[:5000], "broken"),
        (lambda: changed(saved(report), "word/document.xml", b"<w:document"), "broken DOCX"),
        (lambda: changed(saved(report), "word/document.xml", b""), "broken DOCX"),
        (lambda: changed(saved(report), "word/document.xml", b"\x00\xff" * 50), "broken DOCX"),
        (lambda: changed(saved(report), "[Content_Types].xml", b"<Types/>"), "broken DOCX"),
        (lambda: changed(saved(report), "_rels/.rels", b"<x/>"), "broken DOCX"),
        (lambda: changed(saved(report), "word/styles.xml", b"<"), "broken DOCX"),
        (lambda: changed(saved(report), "word/document.xml", BOMB + b"<x>&e19;</x>"), "DOCX"),
        (lambda: changed(saved(report), "word/document.xml", b" " * 30_000_000), "ZIP bomb"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Office file"),
    ],
    ids=["empty", "picture", "cut short", "torn", "hollow", "binary", "no types", "no relations", "no styles",
         "entity bomb", "ZIP bomb", "encrypted", "old"],
)  # fmt: skip
def test_what_cannot_be_read_says_why_and_the_way_out(make: Callable[[], bytes], what: str) -> None:
    with pytest.raises(InputError) as raised:
        extract(make(), "报.docx")
    assert raised.value.where == "报.docx"
    assert what in raised.value.what
    assert raised.value.remedy


def test_without_the_library_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    data = saved(report)
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(InputError) as raised:
        extract(data, "报.docx")
    assert raised.value.remedy == 'pip install "jiceng[office]"'
