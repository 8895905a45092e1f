"""Names taken apart, names that state no number, and where such names stand in running text."""

from __future__ import annotations

from functools import cache

import pytest

from kg.match.rulebook.rules import load_rules
from kg.match.shorthand.decomposed import decompose, inner_count, phrase
from kg.match.shorthand.shorthand import Shorthand, compile_shorthand
from kg.match.shorthand.shorthand_spans import shorthand_spans


@cache
def lists() -> Shorthand:
    return compile_shorthand(load_rules())


STATES = {
    "三联四会六带头": [(3, "联"), (4, "会"), (6, "带头")],
    "四个一": [(4, "个一")],
    "六个一批": [(6, "个一批")],
    "五统一": [(5, "统一")],
    "三个到位": [(3, "个到位")],
    "两小两微": [(2, "小"), (2, "微")],
    "双带头人": [(2, "带头人")],
    "三亮三比三评": [(3, "亮"), (3, "比"), (3, "评")],
    "两不愁三保障": [(2, "不愁"), (3, "保障")],
    "五办两中心": [(5, "办"), (2, "中心")],
    "三清单一协议": [(3, "清单"), (1, "协议")],
    "一核三治五联": [(1, "核"), (3, "治"), (5, "联")],
    "一张网两平台": [(1, "张网"), (2, "平台")],
    "三议、两公开": [(3, "议"), (2, "公开")],
    "三网格机制": [(3, "网格")],
    "423": [(4, ""), (2, ""), (3, "")],
    "一二三": [(1, ""), (2, ""), (3, "")],
    "1+4+X": [(1, ""), (4, ""), (None, "")],
    "三大发展目标": [(3, "大发展目标")],
    "五条实践路径": [(5, "条实践路径")],
    "七大“红色”工程": [(7, "大“红色”工程")],
    "四级动员机制": [(4, "级动员机制")],
    "五项制度": [(5, "项制度")],
    "五位一体": [(5, "位一体")],
    "十大工程": [(10, "大工程")],
}


@pytest.mark.parametrize(("name", "numbers"), STATES.items())
def test_a_name_is_taken_apart(name: str, numbers: list[tuple[int | None, str]]) -> None:
    assert [(n.number, n.key) for n in decompose(name, lists())] == numbers


def test_all_ones_are_one_group_that_states_how_many_they_are() -> None:
    (numeral,) = decompose("一图一表一册", lists())
    assert (numeral.number, numeral.text, numeral.marks) == (3, "一图一表一册", ("图", "表", "册"))


@pytest.mark.parametrize(
    "name",
    [
        *("一体化", "一流", "三农", "双碳", "双创", "第一", "万众一心", "百日攻坚", "十四五", "一带一路", "七彩社区"),
        *("二十四字", "三年行动", "三公里", "一村一策", "一张网", "五湖四海", "2030", "1996", "12345", "党建+", "两会"),
        *("一村一警、一格一员、一户一卡", "绿水青山", ""),
    ],
)
def test_a_name_that_states_no_number_has_none(name: str) -> None:
    assert decompose(name, lists()) == ()


@pytest.mark.parametrize(
    ("name", "at", "text"),
    [("党建引领五级治理体系", 4, "五级"), ("四大驿站", 0, "四大驿站"), ("县乡村三级网络", 3, "三级")],
)
def test_the_counted_noun_of_a_longer_name_is_found(name: str, at: int, text: str) -> None:
    found = phrase(name, lists())
    assert found is not None
    assert (found[0], found[1].text) == (at, text)


SPANS = {
    "开展“五个一”活动": ["五个一"],
    "落实三联四会六带头机制": ["三联四会六带头机制"],
    "开展三亮三比三评活动，": ["三亮三比三评活动"],
    "实现两不愁三保障。": ["两不愁三保障"],
    "推进五办两中心建设": ["五办两中心建设"],
    "践行五条实践路径": [],
    "“甲、乙”五条实践路径": ["五条实践路径"],
    "实施六大提升行动": ["六大提升行动"],
    "健全县乡村三级物流体系": ["县乡村三级物流体系"],
    "新建3个项目、开展2项活动": [],
    "走访两镇三村。": [],
    "一村一策推进": [],
    "二是一以贯之抓落实": [],
    "第三大产业": [],
    "十四五规划": [],
    "三年两次获奖": [],
}


@pytest.mark.parametrize(("text", "names"), SPANS.items())
def test_names_made_of_numerals_are_found_in_running_text(text: str, names: list[str]) -> None:
    assert [text[s.start : s.end] for s in shorthand_spans(text, 0, len(text), lists())] == names


@pytest.mark.parametrize(("name", "text"), [("敲门问三句", "三句"), ("进门五看", "五看"), ("办酒三不办", "三不办")])
def test_a_number_inside_a_name_counts_the_deeds_behind_it(name: str, text: str) -> None:
    numeral = inner_count(name, lists())
    assert numeral is not None and numeral.text == text


@pytest.mark.parametrize("name", ["东北三省", "七彩社区", "火塘夜话", "第三步", "西湖十景"])
def test_a_number_inside_a_name_that_counts_no_deeds_announces_nothing(name: str) -> None:
    assert inner_count(name, lists()) is None
