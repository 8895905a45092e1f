"""Evened source in, blocks out: which lines make a paragraph, and which of their blanks are mere layout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise
from operator import add
from typing import NamedTuple

from kg.read.page.characters import NOTHING
from kg.read.page.furniture import is_furniture
from kg.read.page.known import NO_LISTS, Known

Stretch = tuple[int, int]


class Block(NamedTuple):
    """A paragraph as the source has it: the stretches that are read, and their text."""

    # A named tuple, as all that is made once a paragraph: it takes half the time of a frozen class.
    stretches: tuple[Stretch, ...]
    text: str
    mark: str = ""
    """what stood before the first word: #, >, □"""
    whole: bool = True
    """whether its beginning is one"""
    closed: bool = False
    """whether it ends here although its last mark is lost"""


class _Line(NamedTuple):
    start: int
    end: int
    indent: int
    breaks: int
    """line breaks before it: more than one leave an empty line between"""


# So many characters of a long text are parted into lines at a time.
_AT_ONCE = 1 << 17
# A gap between half-width characters, with the first of them.
_HALF_WIDTH_GAP = re.compile(r"[!-~]\s+(?=[!-~])")
_PIECE = re.compile(r"\S+")
_WORD = re.compile(r"\w")
_CLOSED = re.compile(r"[。！？!?…；;：:][”’\"'）)】》]*\Z")
_MARK = re.compile(r"(?:#{1,6}(?=\s|[^\x00-\x7f])|>|[□■◆◇●▲△▼▽★☆※◎⊙►▶▪◦◼]|[-*+·](?=\s))\s*")
_MARKED = re.compile(r"#{1,6}\s|>|[□■◆◇●▲△▼▽★☆※◎⊙►▶▪◦◼]|[-*+·]\s")
_ITEM = re.compile(
    r"——|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}(?:[、．]|\.(?=\s*[^\d\s]))"
)
_CLOSES = re.compile(r"[。，、；：！？…”’）》】]")
_CREDIT = re.compile(r"[\s。]\S{2,16}\s?(?:供图|摄影报道|摄影|摄|文/图|图/文)[）)]?\Z")
_CREDITS = frozenset("图影道摄文）)")
# Printed lines are of one width, give or take a squeezed mark or a half-width figure.
_LONGEST_LINE = 80
_SLACK = 2.5
# So short are lines that only look like those of a column; of such, lines of the page hold one of these.
_NARROW = 14
_OF_PAGES = re.compile("[版报：|>】]|[上下]一|打印|关闭|首页|编辑|审|分享")


def blocks(even: str, known: Known = NO_LISTS) -> Iterator[Block]:
    """Part an evened source into paragraphs.

    >>> [block.text for block in blocks("□ 张 三\\n\\n寻乌县 建成 5 个\\n")]
    ['张三', '寻乌县建成5个']
    """
    lines = _lines(even)
    for first, last in _groups(even, lines, known):
        start, end = lines[first].start, lines[last].end
        mark = _marks_end(even, start, end)
        if not _WORD.search(even, mark, end):
            continue
        kept, text = without_layout(even, mark, end)
        said = "".join(even[start:mark].split()) if mark > start else ""
        yield Block(kept, text, said, closed=_is_credited(even, start, end))


def _marks_end(even: str, start: int, end: int) -> int:
    # Nearly every paragraph begins with a letter.
    if even[start].isalnum():
        return start
    while (mark := _MARK.match(even, start, end)) is not None:
        start = mark.end()
    return start


# ---- lines --------------------------------------------------------------------------------


def _lines(even: str) -> list[_Line]:
    found, start, breaks = [], 0, 0
    for line in _split(even):
        bare = line.strip()
        if bare:
            indent = 0 if len(bare) == len(line) else len(line) - len(line.lstrip())
            found.append(_Line(start + indent, start + indent + len(bare), indent, breaks))
            breaks = 0
        start += len(line) + 1
        breaks += 1
    return found


def _split(even: str) -> Iterator[str]:
    """The lines, of a long text some at a time: they fit a cache, and all at once would be the text once more."""
    start = 0
    while (edge := even.find("\n", start + _AT_ONCE)) >= 0:
        yield from even[start:edge].split("\n")
        start = edge + 1
    yield from even[start:].split("\n")


def _groups(even: str, lines: list[_Line], known: Known) -> Iterator[tuple[int, int]]:
    """First and last line of each paragraph."""
    # Double-spaced files: the empty line says nothing.
    loose = len(lines) >= 10 and sum([line.breaks == 2 for line in lines]) >= 0.9 * len(lines)
    allowed = 2 if loose and _are_printed(even, lines) else 1
    if allowed == 1 and not _are_printed(even, [line for line, after in pairwise(lines) if after.breaks == 1]):
        yield from ((index, index) for index in range(len(lines)))
        return
    first = 0
    for index in range(1, len(lines)):
        if lines[index].breaks > allowed or not _goes_on(even, lines, index, known):
            yield first, index - 1
            first = index
    if lines:
        yield first, len(lines) - 1


def _width(even: str, line: _Line) -> float:
    """Width in print: a character of one byte takes half the room of one of three."""
    text = even[line.start : line.end]
    return (len(text) + len(text.encode("utf-8", "replace"))) / 4


def _are_printed(even: str, lines: list[_Line]) -> bool:
    """Whether these are lines of a column, all of about one width, and not paragraphs."""
    if len(lines) < 2:
        return False
    widths = [_width(even, line) for line in lines]
    middle = sorted(widths)[len(widths) // 2]
    if not 6 <= middle <= _LONGEST_LINE:
        return False
    slack = max(_SLACK, middle / 8)
    # No line of a column is twice as wide as the others.
    if 10 * sum([width > 2 * middle + slack for width in widths]) > len(lines):
        return False
    alike = [line for line, width in zip(lines, widths, strict=True) if abs(width - middle) <= slack]
    torn = [line for line in alike if not _CLOSED.search(even, max(line.start, line.end - 4), line.end)]
    return 2 * len(alike) > len(lines) and 2 * len(torn) >= len(alike)


def _goes_on(even: str, lines: list[_Line], index: int, known: Known) -> bool:
    """Whether the paragraph of the line before goes on in this one."""
    above, line = lines[index - 1], lines[index]
    if _CLOSES.match(even, line.start):
        return True
    if (line.indent >= 2 and above.indent < line.indent) or _MARKED.match(even, line.start, line.end):
        return False
    if _ITEM.match(even, line.start, line.end) and _CLOSED.search(even, max(above.start, above.end - 4), above.end):
        return False
    # 志愿者在社区清扫 青禾区新闻中心供图: who took the picture ends its caption.
    if _is_credited(even, above.start, above.end):
        return False
    # Full is a line as wide as those round it, or, where a program broke the lines, of as many characters.
    if above.end - above.start <= _NARROW and any(_is_of_the_page(even, each, known) for each in (above, line)):
        return False
    near = lines[max(0, index - 3) : index + 3]
    wide, long = max(_width(even, other) for other in near), max(other.end - other.start for other in near)
    return _width(even, above) >= min(wide - _SLACK, wide * 0.9) or above.end - above.start >= 0.95 * long


def _is_credited(even: str, start: int, end: int) -> bool:
    """Whether a stretch ends with who took the picture that it speaks of."""
    return even[end - 1] in _CREDITS and _CREDIT.search(even, start, end) is not None


def _is_of_the_page(even: str, line: _Line, known: Known) -> bool:
    """Whether a line of a narrow column is none, but one that the page says of itself."""
    found = _OF_PAGES.search(even, line.start, line.end)
    return found is not None and is_furniture(even[line.start : line.end], known)


# ---- blanks -------------------------------------------------------------------------------


def without_layout(even: str, start: int, end: int) -> tuple[tuple[Stretch, ...], str]:
    """What is left when blanks are taken out that are layout and not language: the stretches, and their text."""
    pieces = even[start:end].split()
    if len(pieces) == 1 and len(pieces[0]) == end - start:
        # A clean paragraph.
        return ((start, end),), pieces[0]
    lengths = [*map(len, pieces)]
    if sum(lengths) + len(lengths) - 1 == end - start:
        # Where each gap is of one blank the lengths tell the places, in half the time of a search for them.
        places = [*accumulate([length + 1 for length in lengths], initial=start)]
        found = [*zip(places, map(add, places, lengths), strict=False)]
    else:
        found = [piece.span() for piece in _PIECE.finditer(even, start, end)]
    if len(found) > 1 and (blanks := _kept_blanks(even, start, end)):
        kept = tuple(_with_blanks(found, blanks))
        return kept, "".join([even[first:last] for first, last in kept]).replace("\n", " ")
    return tuple(found), "".join(pieces)


def _kept_blanks(even: str, start: int, end: int) -> dict[int, int]:
    """The blanks that are language, by the place where their gap begins."""
    kept = {}
    for gap in _HALF_WIDTH_GAP.finditer(even, start, end):
        first, last = gap.start() + 1, gap.end()
        if _parts_words(even, first, last):
            kept[first] = last - len(even[first:last].lstrip(NOTHING))
    return kept


def _with_blanks(found: list[Stretch], blanks: dict[int, int]) -> Iterator[Stretch]:
    for start, end in found:
        blank = blanks.get(end)
        if blank == end:
            yield start, end + 1
        else:
            yield start, end
            if blank is not None:
                yield blank, blank + 1


_LATIN_BEFORE = re.compile(r"[A-Za-z]{2}[0-9]*[,.;:!?)'\"]?\Z|(?<![A-Za-z])[A-Za-z]\Z")
_WORD_BEFORE = re.compile(r"[A-Za-z]{2}\Z")
_FIGURE_BEFORE = re.compile(r"(?:\d\s+|[-/:])[\d.,]*\d\Z|\d+[-/:]\d+\Z")
_FIGURE_AFTER = re.compile(r"[\d.,]+(?:\s+\d|[-/:]\d)")


def _parts_words(even: str, first: int, last: int) -> bool:
    """Whether a gap between two half-width characters parts Latin words, or figures of a table."""
    if not even[first:last].strip(NOTHING):
        return False
    before, after = even[max(0, first - 12) : first], even[last : last + 12]
    if before[-1].isdigit() and after[0].isdigit():
        return bool(_FIGURE_BEFORE.search(before) or _FIGURE_AFTER.match(after))
    if after[0].isalpha() or after[0] in "(&":
        return not before[-1].isdigit() and bool(_LATIN_BEFORE.search(before))
    return after[0].isdigit() and _WORD_BEFORE.search(before) is not None
