"""A block in, what it is by its own form out: text, by-line, date line, signed caption, or a short line."""

from __future__ import annotations

import calendar
import re
from typing import NamedTuple

from kg.model import Role
from kg.read.page.blocks import Block
from kg.read.page.bylines import Named, Surnames, persons
from kg.read.page.closings import ENDS, closing
from kg.read.page.furniture import is_furniture, is_notice, recommends
from kg.read.page.known import Known
from kg.read.page.labels import names_publisher, names_writers, values
from kg.read.page.navigation import names_a_neighbour
from kg.read.page.openings import NAMING, opening_end

# Named once: before Python 3.12 an enumeration finds its members slowly, and every block is asked for its role.
BODY, BYLINE, CAPTION = Role.BODY, Role.BYLINE, Role.CAPTION
DATELINE, HEADING, TITLE = Role.DATELINE, Role.HEADING, Role.TITLE

# Longer lines are text, even if they lost their end.
_LONGEST_HEADING = 36
LONGEST_TITLE = 45
_LONGEST_BYLINE = 80
_SHORTEST_CODE = 12  # a line of so many signs and figures without a word is for machines
_LONGEST_REST = 8  # behind the words that open a report

_CLOSED = re.compile(r"[。！？…；：][”’\"'）】》]*(?:[（(][^（）()]*[）)])?\Z")
_ENDS = frozenset("。！？…；：")
# What may stand behind the mark that closes.
_CLOSERS = frozenset("”’\"'）】》)")
_SENTENCE_END = re.compile(r"[。；]")
_CLAUSE_END = re.compile("[，；]")
_LONGEST_UNFINISHED = 3
_UNFINISHED = re.compile(
    r"(?:[，、—《（“]|[该本全各这此][县市区州省乡镇村社区街道]{1,2}|[的或把被将从并以其个]|我们|他们|通过|以及|其中"
    # But 小医院大有作为, 干群齐参与, 发展新动向 are whole.
    r"|(?<![作有能善行敢])为|(?<!参)与|(?<!普)及|(?<![祥谐调融温])和|(?<![存实])在|(?<![应面结])对|(?<![方风走面导动])向"
    r"|(?<![礼谦])让|(?<![天大])使|(?<!求)是|(?<!平)等|(?<![拥享到])有)\Z"
)

_BYLINE = re.compile(
    r"(?:\S{2,14}\s+)?(?:本报|本刊|本网|新华社|\S{0,8}?(?:日报|晚报|时报|融媒)\S{0,4}?)?\S{0,6}?(?:记者|通讯员|特派员)"
    r"(?:[\s:：|｜/]|[\u4e00-\u9fff]{2,4}(?:\s|\Z|[/（(])|[\u4e00-\u9fff]{2,30}(?:摄|摄影|报道|文/图|图/文)\Z)"
    r"|[—（(\s]*(?:作者|整理|撰稿|供稿|撰文|执笔|采写|文字|图文|文|摄影|图)\s*[:：/|]\s*\S"
    r"|[—（(\s]*(?:作者|撰稿|撰文|执笔|采写)(?:\s+[\u4e00-\u9fff]{2,4}){1,5}\s*[）)]?\Z"
    r"|.{2,40}[\s/／|](?:文|文/图|图/文|文图|图文|摄|摄影|摄影报道|文/摄|供稿|供图)(?:[\s（(]|\Z)"
    r"|[（(](?:[^（）()]{0,12}(?:记者|通讯员|作者|摄影)|[^（）()]{0,6}图片)[^（）()]{1,60}[）)]\Z"
    r"|(?:本版|本组|文中)?图片\S{0,6}由.{2,24}提供"
)
# （王芳 李志强） in a line of its own, 李志强 王 芳 赵 静
_NAMES_ALONE = re.compile(
    r"[（(]\s*[\u4e00-\u9fff][\u4e00-\u9fff\s、]{1,24}[）)]\Z|[\u4e00-\u9fff]{2,3}(?:\s+[\u4e00-\u9fff]{1,3}){1,6}\Z"
)
_SIGNED_CAPTION = re.compile(r"(?:记者|通讯员)?\s*[^\s。！？；，]{1,4}\s*[^\s。！？；，]{0,3}\s*摄\s*[）)]?\Z")
_OF_A_PICTURE = re.compile(r"[上下左右本]?图(?:[①-⑳\d一二三四五六]{1,2}|片说明)?\s*[:：为]")
_REPORTERS = re.compile("记者|通讯员")
_ROLES = re.compile("记者|通讯员|作者|摄|图|文[/／：]|报道|供稿")
# （东门街道 王芳）: where they work who sent it.
_SENDER = re.compile(
    r"(?:来源|供稿单位)?[:：]?[\u4e00-\u9fff]{2,16}(?:街道|社区|中心|公司|融媒|日报|晚报|电视台|报社|[镇乡村局委办部院校队会])\s+"
)
# 编 辑：, 记 者 |: set wide to stand flush with labels of four.
_SPACED = re.compile(r"\A([\u4e00-\u9fff])[\s]+([\u4e00-\u9fff])(?=\s*[:：|｜/])")
_LETTER = re.compile(r"[\u4e00-\u9fff]")
_BRACKETED = re.compile(r"[（(](?:[^（）()]{0,12}?(?:记者|通讯员))[^（）()\n]{1,50}[）)]")

_DATE_MARK = re.compile(r"[年./-]")
_DATE = re.compile(r"(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})(?!\d)")
_HAN_DATE = re.compile(
    r"([二一][〇○零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_HOUR = re.compile(r"(?<!\d)\d{1,2}[:：]\d{2}(?!\d)")


class Look(NamedTuple):
    """What a block looks like by itself, before its neighbours are asked."""

    role: Role | None
    """None: a short line, of which the neighbours say what it is"""
    names: tuple[Named, ...] = ()
    issued: str = ""
    opens: bool = False
    """本报讯, or who published it when: begins an article"""
    publisher: str = ""


# Most blocks are one of these two.
TEXT, SHORT_LINE = Look(BODY), Look(None)


def iso_date(text: str) -> str:
    """The first date of a line, if it is one of the calendar.

    >>> iso_date("《人民日报》（2025年05月13日第01版）"), iso_date("二〇二一年七月一日"), iso_date("2021-13-40")
    ('2025-05-13', '2021-07-01', '')
    """
    found = _DATE.search(text)
    numbers = [int(part) for part in found.groups()] if found else []
    if not numbers and (spelt := _HAN_DATE.search(text)):
        digits = "〇一二三四五六七八九"
        spelt_year = "".join(str(max(digits.find(char), 0)) for char in spelt[1])
        numbers = [int(spelt_year), _han_number(spelt[2]), _han_number(spelt[3])]
    if not numbers:
        return ""
    year, month, day = numbers
    if year and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
        return f"{year:04}-{month:02}-{day:02}"
    return ""


def _han_number(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    digits = "〇一二三四五六七八九"
    return (max(digits.find(tens), 1) * 10 if ten else 0) + (digits.find(ones) if ones else 0)


# ---- one block ----------------------------------------------------------------------------


def look(even: str, block: Block, known: Known) -> Look:
    """What a block is by its own form."""
    text, start, end = block.text, block.stretches[0][0], block.stretches[-1][1]
    surnames = known.surnames
    if len(text) > _LONGEST_BYLINE:
        return Look(DATELINE) if is_notice(text, known) or _is_code(text) else _body(even, text, start, end, surnames)
    raw = even[start:end]
    if raw[1:2].isspace():
        raw = _SPACED.sub(r"\1\2", raw)
    if "：" in raw and (labelled := _labelled(even, raw, start, known)):
        return labelled
    closed = is_closed(text)
    if not closed and (_BYLINE.match(raw) or (block.mark and block.mark[-1] in "□■◎" and len(text) <= 30)):
        opened = opening_end(even, start, end)
        if opened > start and end - opened > _LONGEST_REST:
            # 本报讯（记者 王芳）今年以来…: a first line, not a by-line.
            return _body(even, text, start, end, surnames)
        names = tuple(persons(even, start, end, surnames))
        if names and not _SENTENCE_END.search(text):
            caption = names[-1].role == "摄影" and names[0].start - start > 10
            return Look(CAPTION if caption else BYLINE, names, iso_date(text))
    # 江岳网青城8月27日讯（记者 王芳）: the words that open a report, in a line of their own.
    if not closed and raw[-1] in "）)" and opening_end(even, start, end) == end:
        brackets = [found.span() for found in NAMING.finditer(even, start, end)]
        if names := tuple(name for place in brackets for name in persons(even, *place, surnames)):
            return Look(BODY, names, "", True)
    if not closed and (alone := _names_alone(even, raw, start, end, surnames)):
        return Look(BYLINE, alone)
    # 青禾网云岭8月27日讯（记者 王芳）: a line that holds nothing but the opening of a report.
    if not closed and opening_end(even, start, end) == end and (opened_by := _opened_by(even, start, end, surnames)):
        return Look(BYLINE, opened_by, iso_date(text), True)
    # Of whole sentences only a notice is of the page.
    if closed and text[-1] != "：":
        silent = DATELINE if is_notice(text, known) else CAPTION if _OF_A_PICTURE.match(raw) else None
        return Look(silent) if silent else _body(even, text, start, end, surnames)
    if (
        is_furniture(raw, known)
        or _is_code(text)
        or (_DATE_MARK.search(text) and known.dated.search(text) and _is_date_line(text, known))
    ):
        issued = "" if names_a_neighbour(text) else iso_date(text)
        return Look(DATELINE, (), issued, recommends(raw, known) or (bool(issued) and _HOUR.search(text) is not None))
    if raw.rstrip("）)").endswith("摄") and (signed := _SIGNED_CAPTION.search(raw)):
        return Look(CAPTION, tuple(persons(even, start + signed.start(), end, surnames)))
    if _OF_A_PICTURE.match(raw):
        return Look(CAPTION)
    if len(text) <= LONGEST_TITLE and _may_head(text, block):
        return SHORT_LINE
    return _body(even, text, start, end, surnames)


def _is_code(text: str) -> bool:
    """2026-02-06,13021| 2026-02-05,13013: whether a line holds no word."""
    return len(text) >= _SHORTEST_CODE and not text[0].isalpha() and _LETTER.search(text) is None


def _labelled(even: str, raw: str, start: int, known: Known) -> Look | None:
    """A line of labels; where it only says who wrote it is a by-line."""
    found = values(raw, known.labels)
    if not found or all(names_writers(value) for value in found):
        return None
    names = [
        name
        for value in found
        if names_writers(value)
        for name in persons(even, start + value.place, start + value.end, known.surnames)
    ]
    issued = iso_date(raw)
    publisher = next((raw[value.start : value.end].strip() for value in found if names_publisher(value)), "")
    return Look(DATELINE, tuple(names), issued, bool(issued), publisher)


def is_closed(text: str) -> bool:
    """Whether a paragraph ends as paragraphs do."""
    last = text[-1:]
    return last in _ENDS or (last in _CLOSERS and _CLOSED.search(text, max(0, len(text) - 80)) is not None)


def _body(even: str, text: str, start: int, end: int, surnames: Surnames) -> Look:
    """Text, with the names of a bracket at its head (本报讯) or at its end."""
    signed = text.endswith(ENDS)
    if not signed and "记者" not in text and "通讯员" not in text and "电" not in text[:20] and "讯" not in text[:20]:
        return TEXT
    opened = opening_end(even, start, min(end, start + 120))
    places = [found.span() for found in NAMING.finditer(even, start, opened)]
    if places and even[opened - 1] not in "）) " and "（" not in even[start:opened]:
        places = [(start, opened)]  # 青禾日报 李强、记者王芳报道: who stands before the role
    if not places and opened > start and _REPORTERS.search(even, start, opened):
        places = [(start, opened)]
    last = list(_BRACKETED.finditer(even, max(start, end - 70), end))
    if last and not even[last[-1].end() : end].strip("。 \n") and last[-1].span() not in places:
        places.append(last[-1].span())
    names = [name for place in places for name in persons(even, *place, surnames)]
    if not last or last[-1].span() not in places:
        names += _closing_names(even, opened, end, surnames)
    return Look(BODY, tuple(names), "", opened > start and even[start] not in "（(")


def _opened_by(even: str, start: int, end: int, surnames: Surnames) -> tuple[Named, ...]:
    """The reporters in the bracket of a line that opens a report."""
    brackets = (bracket for bracket in NAMING.finditer(even, start, end) if _REPORTERS.search(bracket[0]))
    return tuple(name for bracket in brackets for name in persons(even, *bracket.span(), surnames))


def _closing_names(even: str, start: int, end: int, surnames: Surnames) -> list[Named]:
    """Who signs a text at its end; of a bracket without roles, only if it holds nothing but names."""
    where = closing(even, start, end)
    if where is None:
        return []
    names = persons(even, *where, surnames)
    said = even[slice(*where)]
    said = _SENDER.sub("", said, 1)
    named = sum([name.end - name.start for name in names])
    return names if _ROLES.search(said) or named >= len(_LETTER.findall(said)) else []


def _names_alone(even: str, raw: str, start: int, end: int, surnames: Surnames) -> tuple[Named, ...]:
    """The names of a line that holds nothing but names; without a bracket one must be set wide, or two be of three."""
    # （云岭县融媒体中心 王芳 李志强）: where they work is no name, and says that the others are.
    sent = _SENDER.match(raw, 1) if raw[0] in "（(" else None
    start, raw = (start + sent.end(), raw[0] + raw[sent.end() :]) if sent else (start, raw)
    if _NAMES_ALONE.match(raw) is None:
        return ()
    names = tuple(persons(even, start, end, surnames))
    if sum(len(name.name) for name in names) < len(_LETTER.findall(raw)) or any(
        n.name[0] not in surnames for n in names
    ):
        return ()
    if sent:
        return names
    wide = any(name.end - name.start > len(name.name) for name in names)
    several = len(names) > 1 or len(names[0].name) > 2  # （连载）
    return names if (raw[0] in "（(" and several) or wide or sum(len(n.name) == 3 for n in names) > 1 else ()


def _is_date_line(text: str, known: Known) -> bool:
    date = _DATE.search(text) or _HAN_DATE.search(text)
    if date is None or _SENTENCE_END.search(text):
        return False
    rest = f"{text[: date.start()]} {text[date.end() :]}"
    rest = known.beside.sub("", known.issue.sub("", rest))
    return len(_LETTER.findall(rest)) <= 16 and not text.startswith("—")


def _may_head(text: str, block: Block) -> bool:
    if block.mark.startswith("#"):
        return True
    if len(text) > _LONGEST_HEADING and not text.startswith("——"):
        return False
    # A search for what stands at the end would try every place before it, too.
    end = max(0, len(text) - _LONGEST_UNFINISHED)
    if _UNFINISHED.search(text, end) or _SENTENCE_END.search(text) or text[0] in "，、。；：）”%":
        return False
    clauses = [clause for clause in _CLAUSE_END.split(text) if clause]
    return len(clauses) == 1 or (min(map(len, clauses)) >= 3 and max(map(len, clauses)) <= 18 and len(clauses) <= 4)
