"""A numeral as it is written in, its exact number or the bounds that a vague one leaves out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

TEN = Decimal(10)
TO_TEN = "零一二三四五六七八九十"


def _worth(pairs: str) -> Mapping[str, Decimal]:
    return MappingProxyType({pair[0]: Decimal(int(pair[2:])) for pair in pairs.split()})


DIGITS = _worth(
    "零=0 〇=0 一=1 二=2 三=3 四=4 五=5 六=6 七=7 八=8 九=9 两=2 兩=2 俩=2 倆=2 "
    "壹=1 贰=2 叁=3 肆=4 伍=5 陆=6 柒=7 捌=8 玖=9 貳=2 參=3 陸=6"
)
TENS = _worth("十=10 百=100 千=1000 拾=10 佰=100 仟=1000 廿=20 卅=30 卌=40")
SCORES = "廿卅卌"
GROUPS = _worth("万=10000 亿=100000000 萬=10000 億=100000000 兆=1000000000000")
TIMES = {**TENS, **GROUPS}
MARKS = "".join([*DIGITS, *TENS, *GROUPS])
SPACERS = re.compile("[,，]|个(?=多?亿)")  # 1,200 and 三个亿
TOKEN = re.compile(r"\d+(?:\.\d+)?|.")
POINT = re.compile(r"(.+)[点點]([^百千万亿萬億]+)([百千万亿萬億]*)")
FEW = re.compile("[几数幾]")
MORE = re.compile("[余多来+]")
# 两三百, 七八十, 三五个: two digits side by side, each of which may be meant.
EITHER = re.compile("(一[两二]|[二两]三|三[四五]|四五|五六|六七|七八|八九)(?![零一二三四五六七八九])")
POSITIONS = re.compile(
    "[零〇一二三四五六七八九]{3,}|[零壹贰叁肆伍陆柒捌玖]{3,}|[零〇一二三四五六七八九]*〇[零〇一二三四五六七八九]*"
)
SIMPLE = re.compile(r"([0-9]*\.?[0-9]+)(?:([kKwMG])|个?([百千万亿]*))")
SCIENTIFIC = re.compile(r"[0-9]*\.?[0-9]+[eE][+-]?[0-9]+")
MOST_DIGITS = 18
LETTERS = _worth("k=1000 K=1000 w=10000 M=1000000 G=1000000000")


class Numeral(NamedTuple):
    """What a numeral says: one number, a number that is exceeded (`lower`), or no number and two bounds."""

    number: Decimal | None
    lower: Decimal | None = None
    upper: Decimal | None = None


# Such a numeral needs no reading.
HALVES = {"半": Decimal("0.5"), "半百": Decimal(50)}
SINGLE = MappingProxyType({mark: Numeral(worth) for mark, worth in {**DIGITS, **TIMES, **HALVES}.items()})


def read_numeral(text: str) -> Numeral | None:
    """The number of an Arabic, Chinese or mixed numeral; None where the text is none.

    >>> for text in ("五十一万三千", "7万5千4百", "200多万", "十几亿", "两三百"):
    ...     print(text, *read_numeral(text))
    五十一万三千 513000 None None
    7万5千4百 75400 None None
    200多万 2000000 2000000 None
    十几亿 1000000000 1000000000 2000000000
    两三百 None 200 300
    """
    if (single := SINGLE.get(text)) is not None:
        return single
    found = _read(text)
    # 1e999999: what nobody counts to is no quantity, and would take long to write out.
    if found is None or any(n is not None and n and abs(n.adjusted()) > MOST_DIGITS for n in found):
        return None
    return found


def _read(text: str) -> Numeral | None:
    if text.isascii() and text.isdecimal():
        return Numeral(Decimal(text))
    if simple := SIMPLE.fullmatch(text):
        plain = Decimal(simple[1])
        for mark in simple[2] or simple[3]:
            plain *= LETTERS.get(mark) or TIMES[mark]
        return Numeral(plain)
    if SCIENTIFIC.fullmatch(text):
        return Numeral(Decimal(text))
    text = SPACERS.sub("", text)
    if MORE.search(text):
        number = _exact(MORE.sub("", text, count=1))
        return None if number is None else Numeral(number, number)
    if few := FEW.search(text):
        return _few(text[: few.start()], text[few.end() :])
    if (either := EITHER.search(text)) and not (POSITIONS.fullmatch(text) or POINT.fullmatch(text)):
        at = either.start()
        low, high = (_exact(text[:at] + digit + text[at + 2 :]) for digit in text[at : at + 2])
        return None if low is None or high is None else Numeral(None, low, high)
    number = _exact(text)
    return None if number is None else Numeral(number)


def _few(before: str, after: str) -> Numeral | None:
    """十几万 is more than 十万 and less than 二十万: what 几 stands for is worked out from two digits tried there."""
    if before.isdecimal():  # 10几
        before = f"{int(before) // 10}十" if before[-1] == "0" else "x"
    one, two = _exact(f"{before}一{after}"), _exact(f"{before}二{after}")
    if one is None or two is None:
        return None
    step = two - one
    least = one - step if one > step else one
    return Numeral(least, least, one + 9 * step)


def _exact(text: str) -> Decimal | None:
    if point := POINT.fullmatch(text):
        whole, part = _exact(point[1]), "".join(str(DIGITS.get(mark, mark)) for mark in point[2])
        if whole is None or not part.isdecimal():
            return None
        number = whole + Decimal(part).scaleb(-len(part))
        for mark in point[3]:
            number *= TIMES[mark]
        return number
    if POSITIONS.fullmatch(text):
        return Decimal("".join(str(DIGITS[mark]) for mark in text))
    return _sum(TOKEN.findall(text))


def _sum(tokens: list[str]) -> Decimal | None:
    """Add up digits and multipliers; 万 and 亿 multiply all before them that is smaller."""
    groups: list[Decimal] = []
    section, digit, last, gap = Decimal(0), None, Decimal(1), False
    for token in tokens:
        if token in DIGITS:
            if digit:
                return None
            digit, gap = DIGITS[token], gap or token in "零〇"
        elif token in TENS:
            # 一千零十: behind 零 stands no digit that 十 would multiply.
            section += TENS[token] if token in SCORES else (digit or 1) * TENS[token]
            digit, gap, last = None, False, min(TENS[token], TEN) if token in SCORES else TENS[token]
        elif token in GROUPS:
            section, digit, gap, last = section + (digit or 0), None, False, GROUPS[token]
            below = section
            while groups and groups[-1] < last:
                below += groups.pop()
            groups.append((below or (groups.pop() if groups else Decimal(1))) * last)
            section = Decimal(0)
        elif token[0].isdecimal() and digit is None:
            digit, gap = Decimal(token), True
        else:
            return None
    if digit is not None:
        # 一万三 is 13000: a last digit without 零 counts the next smaller place.
        section += digit if gap or last <= 1 else digit * last / TEN
    return sum(groups, section)
