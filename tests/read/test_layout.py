"""The text is what the editor wrote, and every character knows its place."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Document, Role, Span
from kg.read.page import layout
from kg.read.page.sentences import sentences
from tests.read.reading import read

BODY = "青禾县推行“三上门”制度，建成便民服务站12个，服务群众3.5万人次，得到各方好评。"


def texts(document: Document) -> list[str]:
    return [document.quote(paragraph.span) for article in document.articles for paragraph in article.paragraphs]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("青 禾\u3000县 建成 5 个 站。", "青禾县建成5个站。"),
        ("全县 173 个村收入达 4212.16 万 元,增长 5.4%。", "全县173个村收入达4212.16万元，增长5.4%。"),
        ("投入1,200万元,惠及群众。", "投入1,200万元，惠及群众。"),
        ("投入1, 200万元。", "投入1,200万元。"),
        ("20 24年,产茶1 1吨。", "2024年，产茶11吨。"),
        ("上午8:30开始:三项工作;成效(见表)!", "上午8:30开始：三项工作；成效（见表）！"),
        ("同比增长5.4%,2022年完成。", "同比增长5.4%，2022年完成。"),
        ("２０２１年，增长９９．２％。", "2021年，增长99.2%。"),
        ("实施\"净空、净水\"行动,评为'示范县'。", "实施“净空、净水”行动，评为‘示范县’。"),
        ("突出党员\"支部书记'双带头人'\"2支队伍。", "突出党员“支部书记‘双带头人’”2支队伍。"),
        ("「三上门」与『五到家』。", "“三上门”与‘五到家’。"),
        ("引进 Big Data 平台和 5 G 网络。", "引进Big Data平台和5G网络。"),
        ("见 https://example.org/a,b?c=1 网页。", "见https://example.org/a,b?c=1网页。"),
        ("青禾<b>县</b><!-- 注 -->推行<font color='red'>制度</font>。", "青禾县推行制度。"),
        ("建成<三上门>站，产值<5亿元。", "建成<三上门>站，产值<5亿元。"),
        ("青\u200b禾\ufeff县\u00ad。", "青禾县。"),
        ("⻘禾县⼈⺠。", "青禾县人民。"),
        ("青禾县\r\n建成。", "青禾县\n建成。"),
        ("艾力亚尔•库尔斑说。", "艾力亚尔·库尔斑说。"),
        ("体系建成--服务到家。", "体系建成——服务到家。"),
        ("国家4 A级景区1 家。", "国家4A级景区1家。"),
    ],
)
def test_layout_goes_and_language_stays(source: str, text: str) -> None:
    assert read(source).text == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        # an end is lost: what comes later is paired all the same
        ('实现"全覆盖体系;推进"三化"建设。', "实现“全覆盖体系；推进“三化”建设。"),
        ('走出路子"。"打铁还需自身硬"。', "走出路子”。“打铁还需自身硬”。"),
        ('"看病难""看病贵"问题。', "“看病难”“看病贵”问题。"),
        ('他说:"好。"\n\n"是的。"', "他说：“好。”\n“是的。”"),
        ("评为“示范县“，获奖。", "评为“示范县”，获奖。"),
    ],
)
def test_quotation_marks_open_and_close(source: str, text: str) -> None:
    assert read(source).text == text


def test_wrapped_lines_are_one_paragraph_and_full_stops_with_room_end_it() -> None:
    lines = [
        "青禾县坚持把基层治理摆在突出位置，推",
        "行“三上门”制度，建成便民服务站十二个，",
        "服务群众三万余人次。",
        "县里还组织党员干部走村入户，收集意见",
        "建议，办结群众诉求八十四件，群众满意",
        "度不断提升。",
    ]
    document = read("\n".join(lines))
    assert texts(document) == ["".join(lines[:3]), "".join(lines[3:])]


def test_a_line_a_paragraph_stays_so() -> None:
    source = "\n".join([BODY, BODY * 3, "群众得实惠。", BODY * 2])
    assert texts(read(source)) == [BODY, BODY * 3, "群众得实惠。", BODY * 2]


def test_double_spaced_lines_are_joined() -> None:
    lines = [
        "青禾县坚持把基层治理摆在突出位置，推",
        "行“三上门”制度，建成服务站十二个，服",
        "务群众三万余人次，群众满意度有了提高",
    ] * 4
    assert len(texts(read("\n\n".join([*lines, "，各方好评。"])))) == 1


def test_ornaments_of_a_headline_are_dropped() -> None:
    assert texts(read(f"以党建 の 引 の 治理\n\n□记者 王芳 文/图\n\n{BODY}"))[0] == "以党建引治理"


def test_markdown_marks_are_layout() -> None:
    document = read(
        f"# 三上门服务到家\n\n> 本报记者  王  芳《青禾日报》（2024年05月13日第 01 版）\n\n**{BODY}**\n\n---\n"
    )
    assert texts(document)[0] == "三上门服务到家"
    assert texts(document)[-1] == BODY
    assert document.issued == "2024-05-13"


def test_paragraphs_without_an_end_are_open() -> None:
    document = read(f"{BODY}\n\n{BODY[:-1]}\n\n## 小标题\n\n{BODY}")
    assert [paragraph.tail for paragraph in document.articles[0].paragraphs] == [True, False, True, True]


def test_an_empty_page_has_no_articles() -> None:
    document = read("……\n——\n")
    assert (document.text, document.articles, sentences(document)) == ("", (), ())


# ---- laws ---------------------------------------------------------------------------------

PRINTED = st.text(
    st.one_of(
        st.sampled_from(
            "青禾县三上门。，、；：！？“”‘’\"',.:;!?()（）《》—-… \u3000\n\n\n\r\t０１２３９％＋#>*□●の[]_`\u200b"
            "\ufeff012389%ABab/@𠮷⼈"
        ),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=200,
)
SIGNS = {
    ",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）", '"': "“”", "'": "‘’", "-": "—",
    "“": "”", "”": "“", "「": "“", "」": "”", "『": "‘", "』": "’",
}  # fmt: skip


def is_form_of(char: str, printed: str) -> bool:
    plain = unicodedata.normalize("NFKC", printed)
    # Of the radicals only some have an equal in the standard; fonts have one shape for all and their characters.
    if "\u2e80" <= printed <= "\u2fdf":
        return "一" <= char <= "鿿" or char == printed
    return char in (printed, plain) or char in SIGNS.get(plain, "") or char in SIGNS.get(printed, "")


@settings(max_examples=400, deadline=None)
@given(PRINTED)
def test_every_character_knows_its_origin(source: str) -> None:
    document = read(source)
    assert len(document.text) == len(document.origin)
    for char, place in zip(document.text, document.origin, strict=True):
        printed = source[place]
        assert is_form_of(char, printed) or (char in "\n " and printed.isspace()) or char in "·—“”‘’（），、；：！？。"


@settings(max_examples=200, deadline=None)
@given(PRINTED)
def test_the_parts_of_a_page_tile_its_text(source: str) -> None:
    document = read(source)
    assert "\n".join(texts(document)) == document.text
    for sentence in sentences(document):
        assert document.quote(sentence.span).strip()
        assert all(sentence.span.covers(clause) for clause in sentence.clauses)


@settings(max_examples=200, deadline=None)
@given(PRINTED)
def test_no_printed_word_is_lost(source: str) -> None:
    document = read(source)
    kept = set(document.origin)
    lost = [char for place, char in enumerate(source) if "一" <= char <= "鿿" and place not in kept]
    # Only the address of a link, the name of a picture and markup go.
    assert not lost or "](" in source or "<" in source


@settings(max_examples=200, deadline=None)
@given(PRINTED)
def test_what_is_quoted_stands_in_the_source(source: str) -> None:
    document = read(source)
    for sentence in sentences(document):
        spans = document.in_source(sentence.span)
        assert all(span.start < span.end for span in spans)
        places = list(document.origin[sentence.span.start : sentence.span.end])
        assert all(any(span.start <= place < span.end for span in spans) for place in places)


def test_reading_twice_gives_the_same() -> None:
    assert read(BODY) == read(BODY)


def test_spans_are_those_of_the_file() -> None:
    source = "  青 禾县\n\n□记者 王 芳 文/图\n\n" + BODY
    document = read(source)
    (credit,) = document.articles[0].credits
    (span,) = document.in_source(credit.span)
    assert (credit.name, source[span.start : span.end]) == ("王芳", "王 芳")
    assert document.in_source(Span(0, 3)) == (Span(2, 6),)
    assert document.articles[0].paragraphs[0].role is Role.TITLE


def test_a_long_text_is_read_in_parts_as_it_would_be_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    odd = [
        "<p\nclass=a>建站 1,200 个。",
        "２０２１年;共\n\n300户。",
        "“上接\n天线”(1:30)。",
        "ア。",
        "**办好**小事--\n难事。",
    ]
    text = "\n".join([f"青禾县建成便民服务站{i}个，群众满意。\n{odd[i % len(odd)]}" for i in range(9000)])
    assert len(text) > 2 * layout.PART
    parted = read(text)
    monkeypatch.setattr(layout, "PART", len(text))
    assert parted == read(text)


def test_a_comment_over_many_lines_of_a_long_text_is_none_of_it() -> None:
    text = "青禾县建成便民服务站。\n" * (layout.PART // 4)
    hidden = text[: layout.PART + 5] + "<!--\n" + "不读。\n" * 100 + "-->" + text[layout.PART + 5 :]
    assert "不读" not in read(hidden).text


def test_a_by_line_below_a_caption_does_not_end_the_report() -> None:
    caption = "三上门制度将更好地服务群众。"
    page = f"三上门启动\n\n服务到家\n\n{caption}\n\n□本报记者 王芳\n\n{BODY}\n\n建成站点\n\n{BODY}\n"
    assert len(read(page).articles) == 1


def test_a_caption_that_names_who_took_the_picture_ends_there() -> None:
    source = (
        "青禾县老街有了巷长\n"
        "去年入冬以来，青禾县白石新区给每一条老街巷都配上了一名热心肠的巷长，家家都说好。\n"
        "白石新区竹桥街道杏花社区的巷长和邻居们一早就在清扫门前的积雪 白石新区宣传办供图\n"
        "巷长、楼长、户长都有了分工，雪天出行方便多了。\n"
    )
    assert [text for text in texts(read(source)) if text.startswith("巷长")]
