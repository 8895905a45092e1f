"""Quantities: exact numbers, their units, their bounds; and what only looks like one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.match.numerals import read_numeral
from kg.match.rules import load_rules
from kg.match.units import compile_units
from kg.match.values import find_values
from kg.model import Value

UNITS = compile_units(load_rules().tables)


def values(text: str) -> list[Value]:
    return find_values(text, 0, len(text), UNITS)


def shown(value: Value) -> str:
    """Comparator, number, unit and bounds in one line: > 200 人 [200,]."""
    low, high = ("" if bound is None else f"{bound:f}" for bound in (value.lower, value.upper))
    number = "…" if value.number is None else f"{value.number:f}"
    return f"{value.comparator} {number} {value.unit} [{low},{high}]"


HEDGES = [
    ("260余名党员", "> 260 人 [260,]"),
    ("带动50多户", "> 50 户 [50,]"),
    ("投入2000余万元", "> 20000000 元 [20000000,]"),
    ("6亿多元", "> 600000000 元 [600000000,]"),
    ("百余名志愿者", "> 100 人 [100,]"),
    ("十多万亩", "> 100000 亩 [100000,]"),
    ("超20家", "> 20 家 [20,]"),
    ("超过1.2万人次", "> 12000 人次 [12000,]"),
    ("突破百亿元", "> 10000000000 元 [10000000000,]"),
    ("逾3000件", "> 3000 件 [3000,]"),
    ("40岁出头", "> 40 岁 [40,]"),
    ("5亩多地", "> 5 亩 [5,]"),
    ("十几万元", "> 100000 元 [100000,200000]"),
    ("98%以上", ">= 98 % [98,]"),
    ("至少3次", ">= 3 次 [3,]"),
    ("每年至少举办2期培训班", ">= 2 期 [2,]"),
    ("不低于80%", ">= 80 % [80,]"),
    ("不少于15名", ">= 15 人 [15,]"),
    ("上百家企业", ">= 100 家 [100,]"),
    ("迈上2万亿元台阶", ">= 2000000000000 元 [2000000000000,]"),
    ("不足5万元", "< 50000 元 [,50000]"),
    ("不到三成", "< 30 % [,30]"),
    ("近150栋", "<~ 150 栋 [,150]"),
    ("近百万元", "<~ 1000000 元 [,1000000]"),
    ("将近3米", "<~ 3 米 [,3]"),
    ("20天以内", "<= 20 天 [,20]"),
    ("至多5人", "<= 5 人 [,5]"),
    ("不超过10分钟", "<= 10 分钟 [,10]"),
    ("约9.5亿元", "~ 950000000 元 [,]"),
    ("46万人左右", "~ 460000 人 [,]"),
    ("大约60户", "~ 60 户 [,]"),
    ("达到12个", "= 12 个 [,]"),
]
RANGES = [
    ("1至2名", ">= … 人 [1,2]"),
    ("1200—1500毫米", ">= … 毫米 [1200,1500]"),
    ("3到5年", ">= … 年 [3,5]"),
    ("三四百人", ">= … 人 [300,400]"),
    ("七八十户", ">= … 户 [70,80]"),
    ("10至20万元", ">= … 元 [100000,200000]"),
    ("9000至1万元", ">= … 元 [9000,10000]"),
    ("100元至200元", ">= … 元 [100,200]"),
    ("15%—20%", ">= … % [15,20]"),
    ("5~8家", ">= … 家 [5,8]"),
]
PLAIN = [
    ("26万亩", "= 260000 亩 [,]"),
    ("51,377人", "= 51377 人 [,]"),
    ("1.2万亿元", "= 1200000000000 元 [,]"),
    ("3亿5000万元", "= 350000000 元 [,]"),
    ("五十一万三千人", "= 513000 人 [,]"),
    ("一百二十三户", "= 123 户 [,]"),
    ("十一个党支部", "= 11 个 [,]"),
    ("八间教室", "= 8 间 [,]"),
    ("三斤半", "= 3.5 斤 [,]"),
    ("三成", "= 30 % [,]"),
    ("六成五", "= 65 % [,]"),
    ("四分之一", "= 0.25  [,]"),
    ("百分之五", "= 5 % [,]"),
    ("千分之三", "= 3 ‰ [,]"),
    ("翻一番", "= 2 倍 [,]"),
    ("翻了两番", "= 4 倍 [,]"),
    ("0.7个百分点", "= 0.7 百分点 [,]"),
    ("零下12℃", "= -12 摄氏度 [,]"),
    ("3600元/人", "= 3600 元/人 [,]"),
    ("2万元/亩", "= 20000 元/亩 [,]"),
    ("31微克每立方米", "= 31 微克/立方米 [,]"),
    ("¥500", "= 500 元 [,]"),
    ("12位代表", "= 12 人 [,]"),
    ("18千米", "= 18 公里 [,]"),
    ("30块钱", "= 30 元 [,]"),
    ("五元三毛", "= 5.3 元 [,]"),
    ("57万云岭儿女", "= 570000 人 [,]"),
    ("8万果农", "= 80000 人 [,]"),
    ("1.2亿千瓦时", "= 120000000 千瓦时 [,]"),
    ("指数达85.6，", "= 85.6  [,]"),
]


@pytest.mark.parametrize(("text", "expected"), [*HEDGES, *RANGES, *PLAIN])
def test_a_quantity_keeps_its_number_unit_and_bounds(text: str, expected: str) -> None:
    assert [shown(value) for value in values(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "三联四会",
        "四个一",
        "五个统一",
        "驻村第一书记",
        "一批项目",
        "一步一个脚印",
        "2020年",
        "二〇二五年",
        "12345热线",
        "4A级景区",
        "G105线",
        "国道105",
        "万亩产业园",
        "百亿产业",
        "名列第三位",
        "前三名",
        "“423”工作机制",
        "1+4+X",
        "5G网络",
        "5月20日",
        "晚上10点",
        "电话0797-8123456",
        "千方百计",
        "三门峡",
        "五台山",
        "二元结构",
        "一成不变",
        "万吨级码头",
        "党的二十届四中全会",
        "两个维护",
        "十大行动",
        "三三制",
        "18号楼",
        "3栋2单元",
        "近三年",
        "80后",
    ],
)
def test_what_only_looks_like_a_quantity_is_none(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize("text", ["节约100万元", "签约38个项目", "最近3公里", "反超20家", "通过10项"])
def test_the_tail_of_another_word_is_no_hedge(text: str) -> None:
    assert [value.comparator for value in values(text)] == ["="]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("26亩", "17333.33", "m2"),
        ("3公顷", "30000", "m2"),
        ("12公里", "12000", "m"),
        ("168厘米", "1.68", "m"),
        ("5吨", "5000", "kg"),
    ],
)
def test_lengths_areas_and_masses_have_an_si_value(text: str, number: str, unit: str) -> None:
    (value,) = values(text)
    assert (value.si_number, value.si_unit) == (Decimal(number), unit)


def test_the_text_of_a_quantity_is_its_stretch() -> None:
    text = "全县近3.5万户、两千余名党员，每亩约1200至1500元。"
    assert [(value.text, text[value.span.start : value.span.end]) for value in values(text)] == [
        ("近3.5万户", "近3.5万户"),
        ("两千余名", "两千余名"),
        ("约1200至1500元", "约1200至1500元"),
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("四亿五千六百四十二万零一十五", "456420015"),
        ("拾万零五十六点叁叁", "100056.33"),
        ("一千零五", "1005"),
        ("一万三", "13000"),
        ("两千四百五", "2450"),
        ("四万万", "400000000"),
        ("7万5千4百", "75400"),
        ("廿三", "23"),
        ("十五点七", "15.7"),
    ],
)
def test_numerals_are_read_in_all_their_writings(text: str, number: str) -> None:
    numeral = read_numeral(text)
    assert numeral is not None and numeral.number == Decimal(number)


DIGIT, PLACE = "零一二三四五六七八九", ("", "十", "百", "千")


def han(number: int) -> str:
    """A number below ten thousand as it is read aloud."""
    text, gap = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            text += ("零" if gap and text else "") + DIGIT[digit] + PLACE[place]
        gap = digit == 0
    return text


@given(st.integers(min_value=1, max_value=9999), st.integers(min_value=0, max_value=9999))
def test_a_number_read_aloud_is_the_number(high: int, low: int) -> None:
    spoken = han(high) + "万" + ("零" if 0 < low < 1000 else "") + (han(low) if low else "")
    numeral = read_numeral(spoken)
    assert numeral is not None and numeral.number == high * 10000 + low


@given(st.text(alphabet="一二三百千万亿余多近约超12.,%个名元亩至点半几两人以上年级第，。“”", max_size=24))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    for value in values(text):
        assert value.text == text[value.span.start : value.span.end] and value.text
        assert value.number is not None or (value.lower is not None and value.upper is not None)
