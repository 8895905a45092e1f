"""A stretch of text in, where names made of numerals stand in it out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.match.shorthand.decomposed import decompose, number_of
from kg.match.shorthand.enumeration import list_start, pieces
from kg.match.shorthand.shorthand import COUNTED, FRESH, HAN_NUMBER, ONES, STATES_A_NUMBER, Shorthand
from kg.model import Span

# Without these no name made of two bare numerals, and none of a number and a measure word, stands in a sentence.
TWO_NUMBERS = re.compile(rf"[{ONES}十双]{COUNTED}{{1,4}}[{ONES}十双]")
MEASURED = re.compile(rf"[{ONES}十双\d”等](?:(?<![”等])[大级]|(?<=[”等])[{ONES}十双\d省市州盟县旗区乡镇村街社组户])")
BARE = re.compile(rf"{FRESH}(?:{HAN_NUMBER}{COUNTED}{{1,4}}){{2,6}}")
QUOTED = re.compile(r"“([^“”\n]{2,20})”")
# 四项举措, 3篇文章: nouns of doing, which name a way of working where a list before them has as many members.
SUMMING = re.compile(
    r"(?P<number>[二两三四五六七八九十]|[2-9])(?:[大项个条篇种]|方面)"
    "(?:[一-龥]{2}){0,3}?(?:举措|措施|工作|任务|文章|抓手|行动|路径|要求|战略|计划|模式|机制|制度|方式|做法|办法)"
)
SUMMED = re.compile(rf"(?<=[一-龥”])(?<![第每几数]){SUMMING.pattern}(?![组站室队员者量人会点法机台])")
FIGURE = re.compile(r"\d")
# 实行四步走工作法: one number is enough where the last word is that of a way of working alone.
METHOD = re.compile(
    rf"{FRESH}(?:{HAN_NUMBER}{COUNTED}{{1,3}}(?:工作|调解|议事|走访|服务|办事)法"
    # 落实四个一机制: so much only a shorthand is called.
    r"|[二三四五六七八九]个一(?:[一-龥]{2})?(?:工作法|机制|制度|模式|工程|行动|活动|计划|举措)"
    r"|[三四五六七八九]个?统一(?:服务|管理|经营|机制|模式|标准|办法)|[双两三四五六][长员]制(?![度定约作造])"
    ")"
)
LEAST_SUMMED, LEAST_IN_USE, IN_USE = 4, 2, ("机制", "制度", "模式")
CLAUSE_END = frozenset("，。；：、！？“”（）等的和及与\n")
# A bare 两镇三村 counts places and people; only quotation marks or a last word make a name of it.
PEOPLE_AND_PLACES = frozenset("省市县区乡镇村组户人家名位次处所座个国校企厂园街路河湖江岸山线带")
FUNCTION = frozenset("是为在了的和与及以就有到把将被由对从向给")
# Behind a number these count people and things, also before a last word: 两家培训班.
COUNTERS = frozenset("家名位个座所处次")


def shorthand_spans(text: str, start: int, end: int, shorthand: Shorthand) -> list[Span]:
    """Where names made of numerals stand: a quoted one without its marks, a bare one with its last word.

    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.shorthand.shorthand import compile_shorthand
    >>> line = "开展“三带”活动，落实两包三联机制，走访两镇三村，推行四个一工作法。"
    >>> [line[s.start : s.end] for s in shorthand_spans(line, 0, len(line), compile_shorthand(load_rules()))]
    ['三带', '两包三联机制', '四个一工作法']
    """
    found = [Span(*m.span(1)) for m in QUOTED.finditer(text, start, end) if decompose(m[1], shorthand)]
    if not STATES_A_NUMBER.search(text, start, end):
        return found
    for match in BARE.finditer(text, start, end) if TWO_NUMBERS.search(text, start, end) else ():
        if (span := _bare(text, match.start(), end, shorthand)) and not any(span.overlaps(s) for s in found):
            found.append(span)
    for match in METHOD.finditer(text, start, end):
        span = Span(*match.span())
        if decompose(match[0], shorthand) and not any(span.overlaps(s) for s in found):
            found.append(span)
    for match in shorthand.measured.finditer(text, start, end) if MEASURED.search(text, max(0, start - 1), end) else ():
        # Other measures mostly count: 三项活动 is a name only where a list stands before it, and 等6座桥 are bridges.
        if match["measure"] in COUNTERS:
            continue
        if match["measure"] in "大级" or text[match.start() - 1 : match.start()] in ("”", "等"):
            stop = _headed(text, match.start("noun"), match.end(), shorthand)
            span = Span(match.start(), stop)
            if stop and number_of(match["number"]) != 1 and not any(span.overlaps(s) for s in found):
                found.append(span)
    found += [s for s in _summing_up(text, start, end) if not any(s.overlaps(f) for f in found)]
    return sorted(found) if len(found) > 1 else found


def _summing_up(text: str, start: int, end: int) -> Iterator[Span]:
    """通过甲、乙、丙三项举措, “甲、乙”2篇文章: where a number with a noun of doing counts the list before it.

    >>> line = "通过空间再拓展、政策再优化、服务再发力三项举措，完成目标。"
    >>> [line[s.start : s.end] for s in _summing_up(line, 0, len(line))]
    ['三项举措']
    >>> line = "完善预警、会商、处置三项机制，推进水、电、路三项工作。"
    >>> [line[s.start : s.end] for s in _summing_up(line, 0, len(line))]
    ['三项机制']
    """
    for match in SUMMED.finditer(text, start, end):
        number, at = number_of(match["number"]), match.start()
        first = text.rfind("“", start, at) if text[at - 1] == "”" else -1
        inside = first >= 0 and text[first - 1] != "”"
        # “甲、乙、丙”三项机制 counts what one quotation holds, “甲”“乙”“丙”三项机制 the quotations.
        listed = pieces(text, Span(first + 1, at - 1) if inside else Span(list_start(text, start, at), at), 1)
        # 预警、会商、处置、反馈、复盘五项机制: of ways in use a word each says enough; 水、电、路三项工作 is none.
        in_use = match[0].endswith(IN_USE) and len(listed) > 2
        least = 1 if first >= 0 else LEAST_IN_USE if in_use else LEAST_SUMMED
        said = len(listed) == number and all(len(s) >= least for s in listed)
        if said and not any(FIGURE.search(text, s.start, s.end) for s in listed[1:]):
            yield Span(at, match.end())


def _head_at(text: str, at: int, shorthand: Shorthand) -> str:
    """The longest generic last word that begins at a place, or none."""
    for head in shorthand.heads_at.get(text[at : at + 1], ()):
        if text.startswith(head, at):
            return head
    return ""


def _headed(text: str, start: int, end: int, shorthand: Shorthand) -> int:
    """Where the last generic word of a noun ends; 0 where it has none."""
    for stop in range(end, start, -1):
        if text[stop - 1] in shorthand.head_lengths and shorthand.head(text[start:stop]):
            return stop
    return 0


def _bare(text: str, start: int, end: int, shorthand: Shorthand) -> Span | None:
    """The shortest stretch that is numerals and what they count, closed by a mark or by a generic last word."""
    for stop in range(start + 4, min(end, start + 24) + 1):
        if text[stop - 1] in "“”":
            return None
        tail = _head_at(text, stop, shorthand)
        if not tail and stop < end and text[stop] not in CLAUSE_END:
            continue
        numerals = decompose(text[start:stop], shorthand)
        # 一图一表一册 is one number with three words.
        keys = tuple(n.key for n in numerals) if len(numerals) != 1 or numerals[0].key else numerals[0].marks
        if len(keys) < 2:
            continue
        counting = keys[-1] in COUNTERS or (not tail and any(k in PEOPLE_AND_PLACES for k in keys))
        if counting or any(set(k) & FUNCTION for k in keys):
            return None
        return Span(start, stop + len(tail))
    return None
