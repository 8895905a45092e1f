"""Wordings of the kinds that recognisers of Chinese numbers are tested with: number, unit and bounds of each."""

from __future__ import annotations

from decimal import Decimal

import pytest

import kg
from kg.model import Value

# Text, and the quantities in it: number, or lower and upper bound, with the unit.
Read = list[tuple[str, str]]


def shown(value: Value) -> tuple[str, str]:
    low, high = ("" if bound is None else f"{bound:f}" for bound in (value.lower, value.upper))
    return (f"{low}~{high}" if low or high else f"{value.number:f}", value.unit)


SPOKEN: list[tuple[str, Read]] = [
    # formal numerals, with their smaller units
    ("合同价款壹佰贰拾叁元肆角伍分。", [("123.45", "元")]),
    ("捐款柒佰捌拾圆陆角", [("780.6", "元")]),
    ("结余贰佰三十四，", [("234", "")]),
    # 零 before a place that 一 is not said of
    ("三千零十人", [("3010", "人")]),
    ("二億零十萬元", [("200100000", "元")]),
    # 点, mixed with figures
    ("全长三千零五点二米", [("3005.2", "米")]),
    ("十几、20几个村", [("20~30", "个")]),
    ("干了10几年", [("10~20", "年")]),
    # money as it is spoken
    ("每斤四块零六，", [("4.06", "元")]),
    ("八块零五", [("8.05", "元")]),
    ("6日元7日本钱", [("6.07", "日元")]),
    ("每件五十令吉", [("50", "林吉特")]),
    # minus and fractions
    ("同比下降了-4.2%", [("-4.2", "%")]),
    ("占总数的1/6。", [("0.166667", "")]),
    ("缩减到1/4，", [("0.25", "")]),
    ("日期为5/12，比分为4/3，", []),
    ("六千分之一", [("0.000166666667", "")]),
    # counts and times
    ("买来毛巾30打", [("30", "打")]),
    ("2030打造新样板，110打进来", []),
    ("每小时走60km，用时15min，误差3ms", [("60", "公里"), ("15", "分钟"), ("3", "毫秒")]),
    ("2小时零8秒", [("7208", "秒")]),
    ("4分半钟跑完", [("4.5", "分钟")]),
    ("加盐2茶匙、油3汤匙", [("2", "茶匙"), ("3", "汤匙")]),
]
BOUNDED: list[tuple[str, Read]] = [
    ("找出大于200的数", [("200~", "")]),
    ("这个数小于或等于八十的话", [("~80", "")]),
    ("大于二百且小于四百的数", [("200~400", "")]),
    ("大于二十的同时小于等于五十", [("20~50", "")]),
    ("大于15小于25，也不大于90不小于40", [("15~25", ""), ("40~90", "")]),
    ("编号在500以上的箱子", [("500~", "")]),
    ("年龄在六十或者以上的", [("60~", "")]),
    ("数在三百之下", [("~300", "")]),
    ("落在1990以上的", []),
    ("最多60最少15个", [("15~60", "个")]),
    ("30岁以上、55岁以下的劳动力", [("30~55", "岁")]),
    ("超过20亩，不足80亩", [("20~80", "亩")]),
    ("超过五分之一，不足30%", [("0.2~", ""), ("~30", "%")]),
    ("60岁以上，30岁以下", [("60~", "岁"), ("~30", "岁")]),
    ("取值介于30和45之间", [("30~45", "")]),
    ("建于1980和1995之间的桥", []),
    ("取值范围为二百至六百", [("200~600", "")]),
]
ALONE: list[tuple[str, Read]] = [
    ("一一", [("11", "")]),
    ("柒柒", [("77", "")]),
    ("三五", [("3~5", "")]),
    ("二两", [("2", "两")]),
    ("点三六", [("0.36", "")]),
    ("百分四十", [("40", "%")]),
    ("百分百", [("100", "%")]),
    ("半折", [("50", "%")]),
    ("六分一公升", [("0.166667", "升")]),
    ("二百点45", [("200.45", "")]),
    ("300万五千", [("3005000", "")]),
    ("60亿零三千120", [("6000003120", "")]),
    ("40几", [("40~50", "")]),
    ("个半小时", [("1.5", "小时")]),
    ("个半月", [("1.5", "个月")]),
    ("三个半钟", [("3.5", "小时")]),
    ("分半钟", [("1.5", "分钟")]),
    ("六蚊", [("6", "元")]),
    ("两毫", [("2", "毛")]),
    ("六仙", [("6", "分")]),
    ("八仙", []),
    ("12-25", []),
    ("0^-1", []),
    ("四蚊三毫至四蚊五毫六", [("4.3~4.56", "元")]),
    ("8毫米", [("8", "毫米")]),
    ("6'", [("6", "英尺")]),
    ("9''", [("9", "英寸")]),
    ("3^4", [("81", "")]),
    ("2.5^-2", [("0.16", "")]),
    ("-2^3", [("-8", "")]),
    ("400与900之间", [("400~900", "")]),
    ("三十一到二千零二", [("31~2002", "")]),
    ("两打", [("2", "打")]),
    ("2.5个", [("2.5", "个")]),
]


@pytest.mark.parametrize(("text", "read"), SPOKEN + BOUNDED + ALONE)
def test_each_wording_gives_its_numbers_units_and_bounds(text: str, read: Read) -> None:
    assert [shown(value) for value in kg.quantities(text)] == read


@pytest.mark.parametrize("text", [text for text, read in ALONE if read and not read[0][1] and "~" not in read[0][0]])
def test_what_is_a_number_only_alone_is_none_in_a_sentence(text: str) -> None:
    assert kg.quantities(f"编为{text}号的那条街") == []


@pytest.mark.parametrize("text", ["灭蚊八蚊香", "一丝一毫不差", "八仙过海", "百分百满意", "花三五"])
def test_cantonese_coins_and_short_wordings_are_none_in_a_sentence(text: str) -> None:
    assert kg.quantities(f"村里{text}。") == []


def test_the_address_of_a_page_and_the_number_of_a_section_count_nothing() -> None:
    text = "2.1人居环境整治\n见 https://example.cn/p30%2012%20a 页，有9个村。\n3.2米宽的路"
    assert [shown(value) for value in kg.quantities(text)] == [("9", "个"), ("3.2", "米")]


def test_everywhere_and_the_stage_of_a_project_count_nothing() -> None:
    text = "他四处奔走，四处取经，建成四处服务站，项目二期投资3亿元"
    assert [shown(value) for value in kg.quantities(text)] == [("4", "处"), ("300000000", "元")]


def test_a_wording_that_stands_alone_is_quoted_as_it_came() -> None:
    (value,) = kg.quantities(" 個半小時 ")
    assert (value.text, value.number, value.unit) == ("個半小時", Decimal("1.5"), "小时")
