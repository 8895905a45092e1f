"""Characters in, characters out, one for one: widths, punctuation, quotation marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

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


def simplified(source: str, simple: Mapping[int, str]) -> str:
    """A text in traditional characters in simplified ones; another text as it is, a name keeping its 後 or 於.

    >>> simple = {ord(old): new for old, new in zip("個縣鎮農業後", "个县镇农业后")}
    >>> simplified("青禾縣兩個農業鎮", simple), simplified("青禾县後山" * 20 + "農", simple)[:5]
    ('青禾县兩个农业镇', '青禾县後山')
    """
    if sum([source.count(char) for char in _TRADITIONAL]) * _SHARE <= len(source):
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
    if "](" in text:
        text = _LINK.sub(_label_of, text)
    if "**" in text or "__" in text or "`" in text:
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
_COMMA = re.compile(r",(?!(?<=\d,)\s*\d{3}(?!\d))(?!(?<=[A-Za-z],)\s*[A-Za-z])")
_COLON = re.compile(r":(?!(?<=\d:)\s*\d)(?!(?<=[A-Za-z]:)\s*[A-Za-z/\\])")
_LATIN_MARK = re.compile(r"[;?!](?<=[A-Za-z].)(?=\s*(?:[A-Za-z]|\Z))")
_LATIN_BRACKET = re.compile(r"\((?<=[A-Za-z] \()[ -'*-~]*\)")
_DASHES = re.compile(r"-{2,4}")


def full_width(text: str) -> str:
    """Give Chinese punctuation its full width; numbers, addresses and Latin sentences keep theirs.

    >>> full_width("投入1,200万元,同比增长5.4%(见表):完成!")
    '投入1,200万元，同比增长5.4%（见表）：完成！'
    """
    if "@" in text or "://" in text or "www." in text:
        parts, end = [], 0
        for found in _ADDRESS.finditer(text):
            parts += [_full_width(text[end : found.start()]), found[0]]
            end = found.end()
        return "".join([*parts, _full_width(text[end:])])
    return _full_width(text)


def _full_width(text: str) -> str:
    if "," in text:
        text = _COMMA.sub("，", text)
    if ":" in text:
        text = _COLON.sub("：", text)
    if "--" in text:
        text = _DASHES.sub(_dash, text)
    kept: dict[int, str] = {}
    if ";" in text or "?" in text or "!" in text:
        kept = {found.start(): found[0] for found in _LATIN_MARK.finditer(text)}
    for found in _LATIN_BRACKET.finditer(text):
        kept[found.start()], kept[found.end() - 1] = "(", ")"
    for half, full in (";；", "?？", "!！", "(（", ")）"):
        text = text.replace(half, full)
    if kept:
        chars = list(text)
        for place, char in kept.items():
            chars[place] = char
        text = "".join(chars)
    return text


def _dash(found: re.Match[str]) -> str:
    """A run of hyphens beside Chinese is a dash."""
    text, (start, end) = found.string, found.span()
    beside = text[start - 1 : start] + text[end : end + 1]
    return found[0] if beside.isascii() else "—" * (end - start)
