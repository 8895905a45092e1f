"""Words that stand for a body named before: which body they mean, and which words stand for none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.match.rulebook.rules import load_rules
from kg.match.subjects.openers import compile_openers
from kg.match.subjects.stand_ins import as_named, compile_stand_ins, find_stand_ins
from kg.model import Claim, Source, Span
from kg.pipeline import Tools, understand
from kg.read.page.sentences import sentences
from tests.match.test_subjects import read

RULES = load_rules()
WORDS, OPENERS = compile_stand_ins(RULES), compile_openers(RULES)


def stands(marked: str) -> list[tuple[str, str]]:
    document, mentions = read(marked)
    found = find_stand_ins(document, sentences(document), mentions, WORDS, OPENERS)
    return [(document.quote(word.span), meant.name) for word, meant in found.items()]


STANDS = [
    ("{Enterprise=绿野公司}种茶。该公司建成冷库。", [("该公司", "绿野公司")], "the last body whose name ends so"),
    ("{Enterprise=云茶集团}种茶。该公司建成冷库。", [("该公司", "云茶集团")], "a company may be called a group"),
    ("{Enterprise=云茶集团}种茶。目前，企业建成冷库。", [("企业", "云茶集团")], "whatever enterprise was named last"),
    ("{Enterprise=云茶集团}种茶。9家外地企业来了。企业建成冷库。", [], "others of the kind were counted since"),
    ("{Facility=茶叶大厦}亮了。{Village=柳湾村}富了。该园区建成冷库。", [("该园区", "茶叶大厦")], "of its class"),
    ("{Facility=茶叶大厦}亮了。园区建成冷库。", [], "only the noun that is pointed at goes by its class"),
    ("{Institution=江岳农学院}来了。由该院培育的稻种好。", [("该院", "江岳农学院")], "anywhere in the sentence"),
    ("{Association=柳湾合作社}富了。目前，合作社建成冷库。", [("合作社", "柳湾合作社")], "a noun alone before a verb"),
    ("{Facility=柳湾蓝莓种植园}富了。园区采取新办法。", [("园区", "柳湾蓝莓种植园")], "a park that ends otherwise"),
    ("{Facility=柳湾蓝莓种植园}富了。种植园建成冷库。", [("种植园", "柳湾蓝莓种植园")], "a plantation alone"),
    ("{Facility=柳湾庄园}富了。园区采取新办法。", [], "a manor is no park"),
    ("石桥村建起{Facility=西山光伏电站}，该项目投资百万元。", [("该项目", "西山光伏电站")], "a facility too"),
    ("{Enterprise=云岭公司}由{Enterprise=恒远公司}组建。公司建成冷库。", [("公司", "云岭公司")], "but not by whom"),
    ("{Village=白河村}与{Enterprise=恒远公司}签约。公司建成冷库。", [("公司", "恒远公司")], "unless there is no other"),
    ("{Association=柳湾合作社}富了。他的合作社里很热闹。", [("他的合作社", "柳湾合作社")],
     "his is the last by its noun"),
    ("{Enterprise=绿野公司}富了。他的农场很热闹。", [], "and by no other"),
    ("{Institution=青石中学}富了。学校建成食堂。", [("学校", "青石中学")], "a school by the noun alone"),
    ("{Association=柳湾合作社}富了。合作社里很热闹。", [], "a noun alone that does not act"),
    ("{Association=柳湾合作社}富了。该公司种茶。", [], "another kind of body"),
    ("{Institution=云岭县人民法院}忙。法院收案9件。", [("法院", "云岭县人民法院")], "what is counted of it"),
    ("{Association=柳湾合作社}富了。{Enterprise=合作社联合公司}成立。", [], "the beginning of another name"),
    ("{Event=山地马拉松赛}开跑。此次活动由县里主办。", [("此次活动", "山地马拉松赛")], "an event by any of its nouns"),
    ("{Event=山地马拉松赛}开跑。赛事的两天里人多。", [], "a noun alone of which nothing is done or counted"),
    ("{Event=山地马拉松赛}开跑。赛事吸引千人。", [("赛事", "山地马拉松赛")], "an event by the noun alone"),
    ("{Program=“清水”行动}见效。{Village=柳湾村}参与该行动。", [("该行动", "“清水”行动")], "and a programme"),
    ("{Mechanism=“五老”工作法}叫响。这一做法传开了。", [("这一做法", "“五老”工作法")], "a way of working"),
    ("{Mechanism=“邻里”治理模式}叫响，靠{Mechanism=“五老”说事}。该模式传开了。", [("该模式", "“邻里”治理模式")],
     "the mode sooner than another way"),
    ("{Event=桃花节}开幕。县长出席活动并致辞。", [("活动", "桃花节")], "what somebody attends"),
    ("县里召开会议。县长出席会议。", [], "a sitting that has no name"),
    ("{Facility=白河公路}通了。这条路好走。", [("这条路", "白河公路")], "a road by its short noun"),
    ("{Institution=白河小学}落成。学校占地3亩。", [("学校", "白河小学")], "a school by any of its nouns"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "found", "why"), STANDS, ids=[row[2] for row in STANDS])
def test_what_a_word_stands_for(marked: str, found: list[tuple[str, str]], why: str) -> None:
    assert stands(marked) == found, why


def test_a_claim_names_the_body_itself_and_says_where_it_was_named() -> None:
    document, mentions = read("{Enterprise=绿野公司}种茶。该公司建成{Facility=冷库}。")
    found = find_stand_ins(document, sentences(document), mentions, WORDS, OPENERS)
    [(word, meant)] = found.items()
    claim = as_named(Claim(word, "establishes", mentions[1], (word.span,), "test"), found)
    assert claim.subject == meant
    assert [document.quote(span) for span in claim.spans] == ["绿野公司", "该公司"]


def test_the_firm_whose_shop_was_named_is_meant() -> None:
    document, (shop,) = read("走进{Facility=恒远公司注塑车间}。公司建成冷库。")
    firm = replace(shop, span=Span(shop.span.start, shop.span.start + 4), type="Enterprise", name="恒远公司")
    found = find_stand_ins(document, sentences(document), [replace(shop, inside=(firm,))], WORDS, OPENERS)
    assert [*found.values()] == [firm]


PARAGRAPHS_ON = [
    (
        "云岭县上线“惠企通”小程序。\n路通了。\n天晴了。\n小程序注册企业9家。",
        "惠企通",
        "by its last word",
    ),
    ("云岭县人民法院忙。\n路通了。\n天晴了。\n法院收案9件。", "人民法院", "the only one that the article names"),
    ("云岭法院、云岭县人民法院忙。\n路通了。\n天晴了。\n法院收案9件。", "人民法院", "by either name"),
    (
        "云岭县柳湾镇石桥茶叶合作社忙。\n路通了。\n天晴了。\n云坪茶叶合作社忙。\n天晴了。\n合作社产茶9吨。",
        "云坪茶叶合作社",
        "of two the last",
    ),
]


@pytest.mark.parametrize(("text", "owner", "why"), PARAGRAPHS_ON, ids=[row[2] for row in PARAGRAPHS_ON])
def test_a_noun_alone_means_the_only_one_some_paragraphs_on(tools: Tools, text: str, owner: str, why: str) -> None:
    found = understand(Source("报", text, "0" * 64, "utf-8"), tools)
    names = {entity.iri: entity.name for entity in found.entities}
    assert [names.get(o.subject or "") for o in found.observations] == [owner], why


def test_firms_in_general_are_not_the_one_that_was_named_before() -> None:
    document, mentions = read("{Enterprise=绿野公司}建厂。龙头企业带着，农户跟着。企业推行订单。")
    assert find_stand_ins(document, sentences(document), mentions, WORDS, OPENERS) == {}
