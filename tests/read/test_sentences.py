"""Sentences end where a reader would end them."""

from __future__ import annotations

import pytest

from kg.model import Role
from kg.read.page.sentences import sentences
from tests.read.reading import read


def parts(source: str) -> list[str]:
    document = read(source)
    return [document.quote(sentence.span) for sentence in sentences(document)]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("青禾县建站。群众好评！", ["青禾县建站。", "群众好评！"]),
        (
            "“建了站。群众方便了，办事也快了，大家都说好。”王芳说。",
            ["“建了站。", "群众方便了，办事也快了，大家都说好。”", "王芳说。"],
        ),
        ("“好。”王芳说。", ["“好。”", "王芳说。"]),
        ("打造“来了！就是青禾人”品牌。", ["打造“来了！就是青禾人”品牌。"]),
        ("响应“撸起袖子加油干！”的号召，建站。", ["响应“撸起袖子加油干！”的号召，建站。"]),
        ("成立联合党支部……针对党员分散，建站。", ["成立联合党支部……", "针对党员分散，建站。"]),
        ("（部门办实事。党员办小事）建站。", ["（部门办实事。党员办小事）建站。"]),
        ("实现“全覆盖。群众好评。推进“三化”建设。", ["实现“全覆盖。", "群众好评。", "推进“三化”建设。"]),
        ("他说：“茶园里满是茶香……”青禾县建站。", ["他说：“茶园里满是茶香……”", "青禾县建站。"]),
        ("建站吗？？！是的。", ["建站吗？？！", "是的。"]),
    ],
)
def test_sentences_end_at_their_marks(source: str, found: list[str]) -> None:
    assert parts(source) == found


def test_clauses_are_parted_outside_quotations_and_brackets() -> None:
    document = read("按照“点、线，面”思路（一村一策，一户一案），建站12个；投入1,200万元：群众好评。")
    (sentence,) = sentences(document)
    assert [document.quote(clause) for clause in sentence.clauses] == [
        "按照“点、线，面”思路（一村一策，一户一案）",
        "建站12个",
        "投入1,200万元",
        "群众好评。",
    ]


def test_headlines_have_sentences_and_bylines_none() -> None:
    document = read("青禾县：建站到家\n\n□记者 王芳 文/图\n\n青禾县建成便民服务站12个，服务群众3.5万人次。")
    assert [sentence.role for sentence in sentences(document)] == [Role.TITLE, Role.BODY]


def test_sentences_know_whether_they_open_a_paragraph_and_are_whole() -> None:
    document = read(
        "青禾县建站。群众好评。\n\n县里投入资金用于改善办事环境。下一步，县里还将围绕群众关心的问题，从教育、医疗、养老等方面入手"
    )
    found = [(sentence.first, sentence.whole) for sentence in sentences(document)]
    assert found == [(True, True), (False, True), (True, True), (False, False)]


@pytest.mark.parametrize(
    "opening",
    [
        "本报讯（记者 王芳）",
        "本报讯（记者王芳 通讯员李强）",
        "新华社南昌5月6日电",
        "中新网南昌5月6日电（记者 王芳）",
        "江岳日报讯",
        "云岭融媒讯（王芳）",
        "东江网云岭讯（记者 王芳）",
        "云岭县融媒体中心讯记者王芳报道",
        "云岭发布讯记者王芳、李强报道：",
        "（记者 王芳）",
    ],
)
def test_who_sends_a_report_stands_before_its_first_sentence(opening: str) -> None:
    document = read(f"{opening}青禾林场推行“三定”办法，建站12个。")
    sent, said = sentences(document)
    assert (document.quote(sent.span), sent.role, sent.clauses) == (opening.replace(" ", ""), Role.BYLINE, ())
    assert document.quote(said.clauses[0]) == "青禾林场推行“三定”办法" and said.first


@pytest.mark.parametrize(
    "text", ["国家电网充电桩遍布城乡。", "本报电力版改版。", "县融媒体中心电话开通。", "（一村一策）建站。"]
)
def test_what_only_looks_like_it_is_the_sentence_itself(text: str) -> None:
    assert parts(text) == [text]
