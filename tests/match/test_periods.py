"""Periods: the calendar where there is one, else the words."""

from __future__ import annotations

import pytest

from kg.match.numbers.periods import compile_periods, find_periods
from kg.match.rulebook.rules import load_rules

PERIODS = compile_periods(load_rules().tables)


def literals(text: str) -> list[str]:
    return [period.literal for period in find_periods(text, 0, len(text), PERIODS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018年，他当选", ["2018"]),
        ("二〇二五年", ["2025"]),
        ("2016年以来", ["2016/"]),
        ("自2021年起", ["2021/"]),
        ("2019年至今", ["2019/"]),
        ("2021年3月以来", ["2021-03/"]),
        ("2016年至2020年", ["2016/2020"]),
        ("2025—2027年", ["2025/2027"]),
        ("从2018年到2022年", ["2018/2022"]),
        ("2025年5月", ["2025-05"]),
        ("2015年3月18日", ["2015-03-18"]),
        ("2025年上半年", ["2025-01/2025-06"]),
        ("2024年1—9月", ["2024-01/2024-09"]),
        ("2023年前三季度", ["2023-01/2023-09"]),
        ("由2014年底的1200元增长至2024年底的2.1万元", ["2014", "2024"]),
        ("“十四五”期间", ["2021/2025"]),
        ("十三五时期", ["2016/2020"]),
        ("“十四五”以来", ["2021/"]),
        ("“十四五”开局之年", ["2021"]),
        ("“十四五”收官之年", ["2025"]),
        ("党的十八大以来", ["2012-11/"]),
        ("党的二十大召开以来", ["2022-10/"]),
        ("改革开放以来", ["1978-12/"]),
        ("近三年", ["近三年"]),
        ("连续六年", ["连续六年"]),
        ("十余年来", ["十余年来"]),
        ("今年，去年", ["今年", "去年"]),
        ("截至今年4月底", ["今年4月底"]),
        ("截至目前", ["截至目前"]),
        ("每年，每天", ["每年", "每天"]),
        ("年均增长", ["每年"]),
    ],
)
def test_a_period_has_its_literal(text: str, expected: list[str]) -> None:
    assert literals(text) == expected


@pytest.mark.parametrize(
    "text", ["党的十八大报告", "“十四五”规划纲要", "105国道", "2020个", "项目前期工作", "明年轻人的心"]
)
def test_a_name_without_its_time_is_no_period(text: str) -> None:
    assert [literal for literal in literals(text) if literal[0].isdecimal()] == []


def test_a_period_stands_where_it_was_read() -> None:
    text = "该县自2016年起推行河长制。"
    (period,) = find_periods(text, 0, len(text), PERIODS)
    assert text[period.span.start : period.span.end] == "自2016年起"
