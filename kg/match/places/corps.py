"""Text in, the divisions, regiments and companies of the corps that farms in Xinjiang out: 第八师, 一四九团, 十连."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kg.match.places.place_grammar import Found
from kg.model import Form

# A text that speaks of none of these means soldiers, troupes and rows of wins by 师, 团 and 连.
CUES = ("团场", "连队", "垦区", "生产建设兵团", "师市")
_DIGIT = "[0-9一二三四五六七八九十百〇○零]"
_DIVISION = re.compile(
    rf"(?<!{_DIGIT})[第农]?(?:十[一二三四]?|[一二三四五六七八九]|[0-9]{{1,2}})师(?![资生范傅父级者长兄德])"
)
_REGIMENT = re.compile(rf"(?<!{_DIGIT})第?{_DIGIT}{{1,4}}团(?![体队员结圆聚伙购建支委旗日火和])")
_COMPANY = re.compile(rf"(?<!{_DIGIT})第?{_DIGIT}{{1,2}}连(?![冠胜败涨跌环锁忙夜日续接年天次贯])")
_SAME = re.compile("(?:[该本全我](团)(?![体队员结圆聚伙])|(?:[该本全我])(连)(?![接续]))")
# 十团 and 五连 alone may be anything; named so often, or in a chain, they are places.
_AGAIN, _PLAIN = 2, 2


def corps_places(text: str) -> list[Found]:
    """What the corps calls its places by number, in the order of the text.

    >>> text = "连队变了样。第八师一四九团十连种棉，该连增收。"
    >>> [(text[f.start : f.end], f.type) for f in corps_places(text)]
    [('第八师', 'Region'), ('一四九团', 'Township'), ('十连', 'Village'), ('该连', 'Village')]
    """
    if not any(cue in text for cue in CUES):
        return []
    return sorted(_found(text))


def _found(text: str) -> Iterator[Found]:
    regiments, companies = list(_REGIMENT.finditer(text)), list(_COMPANY.finditer(text))
    called = Counter(match[0] for match in (*regiments, *companies))
    ends, starts = set(), {match.start() for match in companies}
    for match in _DIVISION.finditer(text):
        ends.add(match.end())
        yield Found(*match.span(), "Region", "corps")
    for match in regiments:
        chained = match.start() in ends or match.end() in starts
        if chained or len(match[0].strip("第团")) > _PLAIN or called[match[0]] >= _AGAIN:
            ends.add(match.end())
            yield Found(*match.span(), "Township", "corps")
    for match in companies:
        if match.start() in ends or called[match[0]] >= _AGAIN:
            yield Found(*match.span(), "Village", "corps")
    for match in _SAME.finditer(text):
        yield Found(*match.span(), "Township" if match[1] else "Village", "corps", Form.ANAPHOR)
