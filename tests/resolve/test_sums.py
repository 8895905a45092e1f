"""Figures that must agree: found right, found wrong, and left alone."""

from __future__ import annotations

import pytest

from kg.match.figures.measures import compile_measuring, find_measures
from kg.match.rulebook.rules import load_rules
from kg.match.rulebook.words import Words
from kg.match.subjects.owner import NOBODY
from kg.model import Evidence, Observation
from kg.read.page.sentences import sentences
from kg.resolve.sums import check_sums
from tests.match.test_measures import document

MEASURING = compile_measuring(load_rules().tables, Words())


def verdicts(text: str) -> list[tuple[str, bool, str]]:
    """Of each figure that is checked: its text, whether it agrees, the arithmetic."""
    page = document(text)
    found = [m for s in sentences(page) for m in find_measures(page, s, (), [NOBODY] * len(s.clauses), MEASURING)]
    observations = [
        Observation("云岭县", m.indicator, m.value, Evidence(m.spans, m.rule, m.stance), m.period, m.before)
        for m in found
    ]
    return [(o.value.text, agrees, words) for o in check_sums(observations) for _, agrees, words in o.agrees]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云岭县划分网格48个，成立42个党小组，网格党小组建成率达87.5%。", [("87.5%", True, "42个 ÷ 48个 = 87.5%")]),
        (
            "全县173个村集体经济年总收入达4212.16万元，平均每村24.35万元。",
            [("24.35万元", True, "4212.16万元 ÷ 173个 = 24.35万元")],
        ),
        ("全镇共有党员1386名，其中青年党员212名，占15.3%。", [("15.3%", True, "212名 ÷ 1386名 = 15.3%")]),
        ("产值由2亿元增加到3亿元，增长50%。", [("50%", True, "(300000000 − 200000000) ÷ 200000000 = 50%")]),
        ("农村居民收入由120元增长至2390元，增长近20倍。", [("近20倍", True, "2390 ÷ 120 = 19.92倍")]),
        ("入学率由95.2%提升至96.9%，提高1.7个百分点。", [("1.7个百分点", True, "96.9 − 95.2 = 1.7")]),
        ("合作社有社员92户，其中种茶户34户，养蜂户58户。", [("92户", True, "34户 + 58户 = 92")]),
        ("全镇摸排隐患260处，整改247处，整改率达95%。", [("95%", True, "247处 ÷ 260处 = 95%")]),
        ("全县收到意见建议300条，采纳270条，占90%。", [("90%", True, "270条 ÷ 300条 = 90%")]),
        ("全年受理群众诉求4215件，化解4019件，占95.4%。", [("95.4%", True, "4019件 ÷ 4215件 = 95.3%")]),
        ("耕地200万亩。建成高标准农田165万亩，占全县耕地面积的82.5%。", [("82.5%", True, "165万亩 ÷ 200万亩 = 82.5%")]),
    ],
)
def test_figures_that_agree_are_found(text: str, expected: list[tuple[str, bool, str]]) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "云岭县划分网格48个，成立43个党小组，网格党小组建成率达87.5%。",
        "云岭县划分网格38个，成立42个党小组，网格党小组建成率达87.5%。",
        "云岭县划分网格48个，成立42个党小组，网格党小组建成率达86.5%。",
        "全县172个村集体经济年总收入达4212.16万元，平均每村24.35万元。",
        "全县173个村集体经济年总收入达4212.16万元，平均每村24.36万元。",
        "全县173个村集体经济年总收入达4512.16万元，平均每村24.35万元。",
        "全镇共有党员1386名，其中青年党员212名，占25.3%。",
        "产值由2亿元增加到3亿元，增长40%。",
        "入学率由95.2%提升至96.9%，提高1.8个百分点。",
        "合作社有社员92户，其中种茶户134户，养蜂户58户。",
        "全镇摸排隐患260处，整改247处，整改率达98%。",
    ],
)
def test_a_changed_digit_is_found(text: str) -> None:
    assert [agrees for _, agrees, _ in verdicts(text)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "全县有党员1200名，办结率98.5%。",  # nothing relates them
        "走访农户300户，发放贷款50万元，满意率99%。",
        "社员92户，其中种茶户34户。",  # the rest is not told
        "受理诉求260件，办结247件，按期办结率达98%。",  # of those that were done, and not of all
        "耕地200万亩。建成高标准农田165万亩，占全县耕地面积的84.6%。",  # the whole may have been counted otherwise
        "村民收入由1万元增加到2万元，粮食产量增长5%。",
        "全县网格约48个，成立42个党小组，网格党小组建成率达80%。",  # a hedged figure contradicts nothing
    ],
)
def test_figures_that_the_text_does_not_relate_are_left_alone(text: str) -> None:
    assert verdicts(text) == []


def test_figures_of_different_subjects_are_not_summed() -> None:
    text = "全镇共有党员1386名，其中青年党员212名，占25.3%。"
    page = document(text)
    (said,) = sentences(page)
    found = find_measures(page, said, (), [NOBODY] * len(said.clauses), MEASURING)
    observations = [
        Observation(f"镇{i}", m.indicator, m.value, Evidence(m.spans, m.rule, m.stance)) for i, m in enumerate(found)
    ]
    assert all(not observation.agrees for observation in check_sums(observations))
