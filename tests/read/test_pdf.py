"""A printed page is read as a reader reads it, and what cannot be read says so."""

from __future__ import annotations

import sys

import pytest

from kg.errors import InputError
from kg.model import Document
from kg.read.files import pdf_file, print_pages
from kg.read.files.extract import Extract
from kg.read.files.print_lines import Paragraph, text_of
from kg.read.files.print_pages import read_pdf
from tests.read.printed import bomb, column, in_columns, printed, raw, shapes_only
from tests.read.reading import paragraphs, read

FIRST = "青禾县推行“三上门”制度，建成便民服务站12个，服务群众3.5万人次，得到各方好评，走出一条基层治理的新路子。"
SECOND = "近年来，青禾县坚持生态优先，推进产业发展，群众生活一天比一天好。南湖镇投入1200万元，建设高标准农田3万亩。"
THIRD = "2021年，全县粮食产量达12万吨，同比增长5.4%，农村居民人均可支配收入达1.8万元，村集体收入全部超过10万元。"
OTHER = ["云岭县在每个村设一名代办员，群众办事不出村，一年来代办事项8400件，群众满意度达98.6%，成为全省样板。"] * 2


def said(extract: Extract) -> Document:
    return read(extract.text)


def test_columns_are_read_one_after_the_other_and_a_headline_stands_above_them() -> None:
    page = in_columns(column([FIRST, SECOND, THIRD], 18), 2)
    found = pdf_file.read(printed([*page, (100, 40, 26, "办好小事 服务到家门口"), (220, 75, 10, "□记者 王芳 文/图")]))
    document = said(found)
    assert paragraphs(document) == ["办好小事服务到家门口", "记者王芳文/图", FIRST, SECOND, THIRD]
    assert [credit.name for credit in document.articles[0].credits] == ["王芳"]
    assert not document.repairs


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_paragraph_goes_on_in_the_next_column(count: int) -> None:
    found = pdf_file.read(printed(in_columns(column([FIRST, SECOND, THIRD] * 2, 16), count, width=160)))
    assert paragraphs(said(found)) == [FIRST, SECOND, THIRD] * 2


def test_two_articles_on_a_page_are_two() -> None:
    above = in_columns(column([FIRST, SECOND], 12), 3, width=120)
    below = in_columns(column(OTHER, 18), 2, top=420)
    heads = [(100.0, 40.0, 24.0, "办好小事 服务到家门口"), (100.0, 370.0, 24.0, "村里有了代办员")]
    document = said(pdf_file.read(printed([*below, *above, *heads])))
    assert [document.quote(article.title) for article in document.articles if article.title] == [
        "办好小事服务到家门口", "村里有了代办员",
    ]  # fmt: skip
    assert paragraphs(document) == ["办好小事服务到家门口", FIRST, SECOND, "村里有了代办员", *OTHER]


def test_articles_side_by_side_are_read_one_after_the_other() -> None:
    left = in_columns(column([FIRST, SECOND], 11), 2, width=110)
    right = in_columns(column(OTHER, 11), 2, left=320, width=110)
    heads = [(60.0, 60.0, 20.0, "办好小事服务到家"), (340.0, 60.0, 20.0, "村里有了代办员")]
    document = said(pdf_file.read(printed([*left, *right, *heads])))
    assert paragraphs(document) == ["办好小事服务到家", FIRST, SECOND, "村里有了代办员", *OTHER]


def test_a_byline_above_the_middle_column_is_of_all() -> None:
    page = in_columns(column([FIRST, SECOND, THIRD], 12), 3, width=120)
    found = pdf_file.read(printed([*page, (100, 40, 26, "办好小事 服务到家门口"), (205, 80, 10, "记者 王芳")]))
    assert paragraphs(said(found))[:3] == ["办好小事服务到家门口", "记者王芳", FIRST]


def test_a_headline_may_be_set_upright_beside_the_text() -> None:
    page = in_columns(column([FIRST, SECOND], 18), 1, left=120)
    title = [(60.0, 90.0 + 26 * index, 24.0, char) for index, char in enumerate("服务到家")]
    assert paragraphs(said(pdf_file.read(printed([*page, *title])))) == ["服务到家", FIRST, SECOND]


def test_a_large_first_character_belongs_to_its_paragraph() -> None:
    page: list[tuple[float, float, float, str]] = [(40, 100, 30, FIRST[0])]
    page += [
        (72, 100, 10, FIRST[1:16]),
        (72, 115, 10, FIRST[16:31]),
        (40, 132, 10, FIRST[31:49]),
        (40, 147, 10, FIRST[49:]),
    ]
    assert "".join(pdf_file.read(printed(page)).text.split()) == FIRST


def test_bold_print_is_one_character_and_not_two() -> None:
    found = pdf_file.read(printed(in_columns(column([FIRST, "Hello ill well 1122。"], 30), 1), bold=True))
    assert "".join(found.text.split()) == f"{FIRST}Helloillwell1122。"


def test_pages_are_known_and_paragraphs_go_on_over_them() -> None:
    lines = column([FIRST, SECOND], 18)
    cut = 2
    found = pdf_file.read(printed(in_columns(lines[:cut], 1), in_columns(lines[cut:], 1)))
    assert paragraphs(said(found)) == [FIRST, SECOND]
    begins = found.pages[1]
    assert found.pages[0] == 0
    assert found.text[begins:].startswith(lines[cut])


def test_an_empty_page_has_its_number() -> None:
    found = pdf_file.read(printed(in_columns([FIRST], 1), [], in_columns([SECOND], 1)))
    assert len(found.pages) == 3
    assert found.text[found.pages[2] :].strip() == SECOND


def test_page_numbers_and_what_every_page_repeats_are_left_out() -> None:
    pages = [
        [(200.0, 30.0, 9.0, "青禾县政府工作报告"), *in_columns(column([text], 40), 1), (290.0, 760.0, 9.0, f"— {n} —")]
        for n, text in enumerate((FIRST, SECOND, THIRD, OTHER[0]), 1)
    ]
    assert paragraphs(said(pdf_file.read(printed(*pages)))) == [
        "青禾县政府工作报告", FIRST, SECOND, THIRD, OTHER[0],
    ]  # fmt: skip


def test_a_table_is_read_row_by_row() -> None:
    table = [
        (40.0, 250.0, 10.0, "指标"),
        (240.0, 250.0, 10.0, "数"),
        (40.0, 265.0, 10.0, "粮食产量"),
        (240.0, 265.0, 10.0, "12万吨"),
    ]
    found = pdf_file.read(printed([*in_columns(column([FIRST, SECOND], 40), 1), *table]))
    assert "粮食产量 12万吨" in found.text


# ---- what cannot be read ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "what", "remedy"),
    [
        (printed(in_columns([FIRST], 1), password="secret"), "encrypted", "password"),
        (printed([]), "no text", "OCR"),
        (printed([], picture=[1]), "picture without text", "OCR"),
        (shapes_only(FIRST), "no readable text: 55 of 55", "OCR"),
        (shapes_only("青禾", "\ue001\ue002"), "no readable text: 2 of 2", "OCR"),
        (b"%PDF-1.7\n" + bytes(range(256)), "broken PDF", "save it again"),
        (printed(in_columns([FIRST], 1))[:700], "broken PDF", "save it again"),
        (raw([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1>>"]), "no text", "OCR"),
    ],
    ids=["encrypted", "empty", "scan", "cid", "private use", "junk", "cut short", "pages within themselves"],
)
def test_what_cannot_be_read_says_why_and_the_way_out(data: bytes, what: str, remedy: str) -> None:
    with pytest.raises(InputError) as raised:
        pdf_file.read(data)
    assert what in raised.value.what
    assert remedy in raised.value.remedy


def test_a_font_that_says_what_its_shapes_mean_is_read() -> None:
    assert pdf_file.read(shapes_only("xx", "青禾")).text == "青禾\n"


def test_a_page_that_is_a_picture_is_told_and_the_others_are_read() -> None:
    found = pdf_file.read(printed(in_columns(column([FIRST], 30), 1), [], picture=[2]))
    assert paragraphs(said(found)) == [FIRST]
    assert [(fault.where, fault.what) for fault in found.faults] == [(", page 2", "is a picture without text")]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no limit of memory there")
def test_a_file_that_would_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(print_pages, "MAX_MEMORY", 400_000_000)
    with pytest.raises(InputError) as raised:
        read_pdf(bomb(600_000_000), "报.pdf")
    assert raised.value.remedy


def test_the_process_of_its_own_says_the_same() -> None:
    data = printed(in_columns(column([FIRST], 30), 1), [], picture=[2])
    alone, here = read_pdf(data, "报.pdf"), pdf_file.read(data)
    assert (alone.text, alone.pages) == (here.text, here.pages)
    assert [fault.where for fault in alone.faults] == ["报.pdf, page 2"]
    with pytest.raises(InputError) as raised:
        read_pdf(printed([]), "报.pdf")
    assert (raised.value.where, raised.value.what) == ("报.pdf", "has no text")


def test_a_file_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(print_pages, "MAX_SECONDS", 0.01)
    with pytest.raises(InputError) as raised:
        read_pdf(printed(in_columns([FIRST], 1)), "报.pdf")
    assert "takes longer" in raised.value.what


def test_without_the_library_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    with pytest.raises(InputError) as raised:
        read_pdf(printed([]), "报.pdf")
    assert raised.value.remedy == 'pip install "jiceng[pdf]"'


def test_a_paragraph_that_is_closed_does_not_go_on() -> None:
    pages = [[Paragraph("全县建成服务站。", 10, True)], [Paragraph("群众得实惠。", 10, False)]]
    assert text_of(pages) == ("全县建成服务站。\n\n群众得实惠。\n", (0, 10))
