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


# The kinds of input with which recognisers of Chinese numbers and units are commonly tested.
COMMON = [
    ("一百五十万元", "1500000", "元"),
    ("3.5万人", "35000", "人"),
    ("二点五公里", "2.5", "公里"),
    ("百分之三十", "30", "%"),
    ("三分之一", "0.333333", ""),
    ("两万五千人", "25000", "人"),
    ("1.5kg", "1.5", "公斤"),
    ("肆佰陆拾元", "460", "元"),
    ("十余万元", "100000", "元"),
    ("一百五十二页", "152", "页"),
    ("1,000,000元", "1000000", "元"),
    ("20.45元", "20.45", "元"),
    ("七千三百五十二万元", "73520000", "元"),
    ("五十八亿零三十元", "5800000030", "元"),
    ("百分之七十", "70", "%"),
    ("100%", "100", "%"),
    ("打五折", "50", "%"),
    ("八成", "80", "%"),
    ("七成五", "75", "%"),
    ("50多人", "50", "人"),
    ("五百万美元", "5000000", "美元"),
    ("三十元", "30", "元"),
    ("5毛", "5", "毛"),
    ("八块三毛", "8.3", "元"),
    ("两千五百港币", "2500", "港元"),
    ("3.5英镑", "3.5", "英镑"),
    ("两百万日元", "2000000", "日元"),
    ("六百六十二千米", "662", "公里"),
    ("七十五平方米", "75", "平方米"),
    ("一百公斤", "100", "公斤"),
    ("7.2英寸", "7.2", "英寸"),
    ("三十岁", "30", "岁"),
    ("6周岁", "6", "岁"),
    ("三十六点五摄氏度", "36.5", "摄氏度"),
    ("零下40度", "-40", "度"),
    ("零下40摄氏度", "-40", "摄氏度"),
    ("十八个月", "18", "个月"),
    ("五十吨", "50", "吨"),
    ("2000毫升", "2000", "毫升"),
    ("四又二分之一小时", "4.5", "小时"),
    ("一个半小时", "1.5", "小时"),
    ("半小时", "0.5", "小时"),
    ("半公斤", "0.5", "公斤"),
    ("两个半月", "2.5", "个月"),
    ("三斤半", "3.5", "斤"),
    ("二十多岁", "20", "岁"),
    ("三五个人", "3–5", "个"),
    ("一两百人", "100–200", "人"),
    ("七八百块钱", "700–800", "元"),
    ("百分之零点五", "0.5", "%"),
    ("百分之一百二十", "120", "%"),
    ("千分之三", "3", "‰"),
    ("5‰", "5", "‰"),
    ("万分之一", "1", "‱"),
    ("十分之九", "0.9", ""),
    ("五倍", "5", "倍"),
    ("3.2倍", "3.2", "倍"),
    ("一点二万亿元", "1200000000000", "元"),
    ("1亿2千万元", "120000000", "元"),
    ("三亿五千万", "350000000", ""),
    ("每小时60公里", "60", "公里"),
    ("时速350公里", "350", "公里"),
    ("60公里/小时", "60", "公里/小时"),
    ("12元/斤", "12", "元/斤"),
    ("50千瓦时", "50", "千瓦时"),
    ("3.6万千瓦", "36000", "千瓦"),
    ("500兆瓦", "500", "兆瓦"),
    ("2GB", "2", "GB"),
    ("三百五十亩地", "350", "亩"),
    ("二亩三分地", "2.3", "亩"),
    ("6尺", "6", "尺"),
    ("八两", "8", "两"),
    ("5海里", "5", "海里"),
    ("20立方米", "20", "立方米"),
    ("30分钟", "30", "分钟"),
    ("45秒", "45", "秒"),
    ("二十四小时", "24", "小时"),
    ("三周", "3", "周"),
    ("两天", "2", "天"),
    ("三个星期", "3", "周"),
    ("四五十户", "40–50", "户"),
    ("20到30人", "20–30", "人"),
    ("1.5—2万元", "15000–20000", "元"),
    ("三千到五千元", "3000–5000", "元"),
    ("3～5公里", "3–5", "公里"),
    ("大于500元", "500", "元"),
    ("不足100人", "100", "人"),
    ("至少5000元", "5000", "元"),
    ("最多20个", "20", "个"),
    ("200元以下", "200", "元"),
    ("100斤左右", "100", "斤"),
    ("差不多30人", "30", "人"),
    ("将近两千亩", "2000", "亩"),
    ("上千名群众", "1000", "人"),
    ("上万人次", "10000", "人次"),
    ("百余户", "100", "户"),
    ("2万多元", "20000", "元"),
    ("万余亩", "10000", "亩"),
    ("两百来人", "200", "人"),
    ("7万5千人", "75000", "人"),
    ("一千二百三十四点五六米", "1234.56", "米"),
    ("-3℃", "-3", "摄氏度"),
    ("+5%", "5", "%"),
    ("$500", "500", "美元"),
    ("￥1200", "1200", "元"),
    ("€20", "20", "欧元"),
    ("人民币500万元", "5000000", "元"),
    ("500万元人民币", "5000000", "元"),
    ("3元5角", "3.5", "元"),
    ("两元五", "2.5", "元"),
    ("十五块六", "15.6", "元"),
]


@pytest.mark.parametrize(("text", "number", "unit"), COMMON)
def test_common_inputs_give_number_and_unit(text: str, number: str, unit: str) -> None:
    (value,) = values(text)
    found = f"{value.lower:f}–{value.upper:f}" if value.number is None else f"{value.number:f}"
    assert (found, value.unit) == (number, unit)


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
