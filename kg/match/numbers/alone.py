"""A text that is nothing but a quantity in, the same in full words out: 个半小时, 百分三十, 四分一升, 8', 2^5."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from kg.match.numbers.numerals import DIGITS, EITHER

DIGIT = f"[{''.join(mark for mark in DIGITS if mark not in '两兩俩倆')}]"
COUNT = f"[{''.join(DIGITS)}十几数百千万0-9]"
POWER = re.compile(r"([-－负]?)(?=[0.]*[1-9])(\d{1,6}(?:\.\d{1,6})?)\^([+-]?\d{1,2})")
COINS = str.maketrans("蚊毫仙", "块毛分")
FULL: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (POWER, lambda match: match[1] + f"{Decimal(match[2]) ** int(match[3]):.12f}"),
    # 个半小时 is one and a half, 分半钟 too.
    (re.compile("(个半.+|分半钟)"), r"一\1"),
    (re.compile("(.*)百分(?=百$|[0-9一二三四五六七八九十])(.+)"), r"\1百分之\2"),
    # 四分一升; 五分一秒 is of time.
    (re.compile(f"({COUNT}+)分一(?=[^秒之十百])(.+)"), r"\1分之一\2"),
    (re.compile("([点點].+)"), r"零\1"),
    (re.compile("([0-9.]+)['′]"), r"\1英尺"),
    (re.compile("([0-9.]+)(?:''|[\"″])"), r"\1英寸"),
    # 三蚊, 两毫 and 五仙 are Cantonese for 块, 毛 and 分; 毫米 and the like are measures.
    (
        re.compile(f"(?:.*{COUNT})?(?:蚊|毫(?![米升克秒安巴伏西居])|(?<!八)仙).*"),
        lambda match: re.sub(f"(?<={COUNT})[蚊毫仙]", lambda coin: coin[0].translate(COINS), match[0]),
    ),
    # 10000与20000之间
    (re.compile("(?:介于|位于|在)?([^与和]+)[与和]([^与和]+?)之?间"), r"\1至\2"),
    # 一一 and 五零 are read digit by digit, 三五 is three or five.
    (re.compile(f"(?!{EITHER.pattern})({DIGIT}{{2}})"), lambda match: "".join(str(DIGITS[mark]) for mark in match[0])),
)


def in_full(text: str) -> str:
    """What a text says that is nothing but a quantity, in words that a sentence would have.

    >>> in_full("个半小时"), in_full("百分三十"), in_full("四分一升"), in_full("2^5"), in_full("十亩")
    ('一个半小时', '百分之三十', '四分之一升', '32.000000000000', '十亩')
    """
    for wording, full in FULL:
        if match := wording.fullmatch(text):
            return match.expand(full) if isinstance(full, str) else full(match)
    return text
