"""Characters in, characters out, one for one: widths, punctuation, quotation marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from kg.read.page.known import NEVER

# Stands for a character that is dropped and leaves no blank behind; str and re count it among the blanks.
NOTHING = "\x1f"

_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
for _kept in "，：；？！（）～":
    del _WIDE[_kept]
_COMPATIBLE = {
    char: plain
    for first, last in ((0x2E80, 0x2FE0), (0xF900, 0xFB00))
    for char in map(chr, range(first, last))
    if len(plain := unicodedata.normalize("NFKC", char)) == 1 and plain != char
}
# What PDF files write for common characters, their fonts having one shape for both.
_RADICALS = dict(
    zip(
        "⺟⺠⻁⻄⻅⻆⻉⻋⻑⻒⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻯⻰⻳⼾",
        "母民虎西见角贝车长长长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龙龟户",
        strict=True,
    )
)
_TABLE = {
    **_WIDE,
    **_COMPATIBLE,
    **_RADICALS,
    **dict.fromkeys("\u3000\xa0\t", " "),
    **dict.fromkeys("\v\f\x85\u2028\u2029", "\n"),
    **dict(zip("「」『』﹁﹂﹃﹄〝〞＂", '“”‘’“”‘’“”"', strict=True)),
    **dict(zip("︵︶﹐﹑﹔﹕﹖﹗﹙﹚｡､", "（），、；：？！（）。、", strict=True)),
    **dict(zip("─━―", "———", strict=True)),
    **dict(zip("•‧∙・･", "·····", strict=True)),
}
_INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    # Private use, and halves of characters: nothing that a reader could read.
    "\ud800-\udfff\ue000-\uf8ff\U000e0000-\U0010ffff"
)
_UNUSUAL = re.compile("[" + "".join(map(re.escape, _TABLE)) + _INVISIBLE + "]")

_KANA = re.compile("[ぁ-ゖァ-ヺー]")
# What search can skip to stands first: the kana, and only then what may not stand before it.
_LONE_KANA = re.compile(rf"{_KANA.pattern}(?<!\S{_KANA.pattern}){_KANA.pattern}?(?!\S)")
_LINK = re.compile(r"(!?\[)([^\[\]\n]{0,200})(\]\([^()\s]{0,2000}\))")
# Of markup, as Markdown allows it, nothing is part of the report.
_TAG = re.compile(r"<!--[^\x00]{0,2000}?-->|</?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>\n]{0,300})?/?>")
_EMPHASIS = re.compile(r"\*\*|__(?=[^\s_])|(?<=[^\s_])__|`")


# Of what is written in traditional characters some hundredths are these, of what is not there is hardly one.
_TRADITIONAL = "國縣個這為來時會發業農們"
_SHARE = 100
# So many characters of a long text are searched for one after the other: they fit a cache.
_AT_ONCE = 1 << 17


def simplified(source: str, simple: Mapping[int, str]) -> str:
    """A text in traditional characters in simplified ones; another text as it is, a name keeping its 後 or 於.

    >>> simple = {ord(old): new for old, new in zip("個縣鎮農業後", "个县镇农业后")}
    >>> simplified("青禾縣兩個農業鎮", simple), simplified("青禾县後山" * 20 + "農", simple)[:5]
    ('青禾县兩个农业镇', '青禾县後山')
    """
    edges = range(0, len(source), _AT_ONCE)
    # Most texts have none of them, which is found in a sixth of the time of counting.
    found = sum(
        [
            source.count(char, edge, edge + _AT_ONCE)
            for edge in edges
            for char in _TRADITIONAL
            if source.find(char, edge, edge + _AT_ONCE) >= 0
        ]
    )
    if found * _SHARE <= len(source):
        return source
    return source.translate(simple)


def even_out(source: str, asides: re.Pattern[str] = NEVER) -> str:
    """Give every character its usual form; what is invisible, markup or an aside becomes a kind of blank.

    >>> even_out("２０２１年，「三治」⼈")
    '2021年，“三治”人'
    """
    text = _UNUSUAL.sub(lambda found: _TABLE.get(found[0], NOTHING), source)
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    if _KANA.search(text):
        text = _LONE_KANA.sub(lambda found: NOTHING * len(found[0]), text)
    if "<" in text:
        text = _TAG.sub(_blanked, text)
    text = asides.sub(_blanked, text)
    if "[" in text:
        text = _LINK.sub(_label_of, text)
    # One character is found in a tenth of the time of two.
    if "*" in text or "_" in text or "`" in text:
        text = _EMPHASIS.sub(lambda found: NOTHING * len(found[0]), text)
    return text


def _blanked(markup: re.Match[str]) -> str:
    return "".join([char if char == "\n" else NOTHING for char in markup[0]])


def _label_of(link: re.Match[str]) -> str:
    before, label, after = link.groups()
    # Of a picture nothing is left, its description being no part of the report.
    return NOTHING * len(before) + (label if before == "[" else NOTHING * len(label)) + NOTHING * len(after)


# ---- punctuation --------------------------------------------------------------------------

_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.-]+@[\w-]+\.[\w.]+", re.ASCII)
# A column may have parted the figures of 1,200 and 8:30.
_KEPT_COMMA = re.compile(r",(?:(?<=\d,)(?=\s*\d{3}(?!\d))|(?<=[A-Za-z],)(?=\s*[A-Za-z]))")
_KEPT_COLON = re.compile(r":(?:(?<=\d:)(?=\s*\d)|(?<=[A-Za-z]:)(?=\s*[A-Za-z/\\]))")
# One for each, since a search for one character is the fastest that there is.
_KEPT_MARKS = tuple(
    (mark, full, re.compile(rf"{re.escape(mark)}(?<=[A-Za-z].)(?=\s*(?:[A-Za-z]|\Z))"))
    for mark, full in (";；", "?？", "!！")
)
_LATIN_BRACKET = re.compile(r"\((?<=[A-Za-z] \()[ -'*-~]*\)")
_DASHES = re.compile(r"-{2,4}")


def full_width(text: str) -> str:
    """Give Chinese punctuation its full width; numbers, addresses and Latin sentences keep theirs.

    >>> full_width("投入1,200万元,同比增长5.4%(见表):完成!")
    '投入1,200万元，同比增长5.4%（见表）：完成！'
    """
    if "@" in text or (":" in text and "://" in text) or ("w" in text and "www." in text):
        parts, end = [], 0
        for found in _ADDRESS.finditer(text):
            parts += [_full_width(text[end : found.start()]), found[0]]
            end = found.end()
        return "".join([*parts, _full_width(text[end:])])
    return _full_width(text)


def _full_width(text: str) -> str:
    if "," in text:
        text = _widened(text, ",", "，", [found.start() for found in _KEPT_COMMA.finditer(text)])
    if ":" in text:
        text = _widened(text, ":", "：", [found.start() for found in _KEPT_COLON.finditer(text)])
    if "-" in text:
        text = _DASHES.sub(_dash, text)
    brackets = [found.span() for found in _LATIN_BRACKET.finditer(text)]
    for mark, full, kept in _KEPT_MARKS:
        if mark in text:
            text = _widened(text, mark, full, [found.start() for found in kept.finditer(text)])
    if "(" in text or ")" in text:
        text = _widened(text, "(", "（", [start for start, _ in brackets])
        text = _widened(text, ")", "）", [end - 1 for _, end in brackets])
    return text


def _widened(text: str, half: str, full: str, kept: Sequence[int]) -> str:
    """A half-width mark in full width, but for those at some places, which stand in order."""
    wide = text.replace(half, full)
    if not kept:
        return wide
    edges = [0, *[place + 1 for place in kept]]
    parts = [wide[start:place] for start, place in zip(edges, kept, strict=False)]
    return half.join([*parts, wide[edges[-1] :]])


def _dash(found: re.Match[str]) -> str:
    """A run of hyphens beside Chinese is a dash."""
    text, (start, end) = found.string, found.span()
    beside = text[start - 1 : start] + text[end : end + 1]
    return found[0] if beside.isascii() else "—" * (end - start)
