"""Sentences in, mentions of honours out: what stands behind 获评, 荣获, 被列为 … and names a title, prize or list."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg.match.honours.conferring import (
    BEFORE_NAME,
    BEFORE_PLACE,
    ENDING,
    GIVING,
    before_holder,
    behind_recipient,
    fits,
    in_a_name,
    in_quotes,
    openings,
    person_ahead,
    place_ahead,
    prize_name,
    stands_before,
    with_outer_marks,
)
from kg.match.honours.honour_titles import Honours, title_name, titles
from kg.match.rulebook.patterns import CLAUSE_MARK
from kg.match.rulebook.signs import Sieve, Stretches
from kg.model import Document, Form, Mention, Sentence

# Of whom a title is said that stands before a name.
AHEAD = {BEFORE_NAME: person_ahead, BEFORE_PLACE: place_ahead}
# 从“官方主导”升级为“全民共治”: what something turns into is no title.
TURNED, TURNED_REACH = re.compile("(?:从|由)[“‘][^“”‘’]*[”’]$"), 24
NOT_YET = re.compile("(?:没有?|未能?|尚未|从未|并未|未曾|不曾)$")  # 尚未入选全国示范区
DASH = 2  # 全国文明村——青石村
# 荣获云岭省“A”“B”，云州市“C”，云岭县“D”等称号: a list goes on behind its comma with another level and a quotation.
NEXT_LEVEL = re.compile(
    "[，；](?:(?:[12][0-9]{3}年度?)?(?:(?:[一-龥]{1,7}|全)?[国省市县区州旗盟镇乡]级?(?:首个|首批|唯一)?)?“[^“”，。]+”(?:$|[“、，；。和及与等荣称]|[一-龥]{0,6}(?:称号|荣誉|奖))"
    # 全国文明村，国家4A级景区、国家绿色矿山: or with several of the nation's.
    "|(?:国家|中国)[^，。；、的了在将把为使让由是有]{2,14}、(?:国家|中国|全国|省级)"
    # 获评全省先进县，全省农村改革先进县: or with a title that says its level and its merit.
    "|(?:全[国省市县区]|国家级?|[省市县]级?|[一-龥]{2,3}[省市县])[^，。；、的了在将把为使让由是有]{2,20}"
    "(?:示范|先进|文明|优秀|模范|百强|特色|重点)[一-龥]{1,5}(?=[、，。；等]|$))"
)


def find_honours(
    document: Document, sentences: Sequence[Sentence], known: Sequence[Mention], honours: Honours,
    stretches: Stretches | None = None,
) -> list[Mention]:  # fmt: skip
    """The honours that the text says somebody received, in order."""
    text = with_outer_marks(document.text)
    found: list[Mention] = []
    starts = [m.span.start for m in known]
    ways = openings(honours)
    stretches = stretches if stretches and text is document.text else Stretches(text, Sieve(ways))
    for sentence in sentences:
        done = low = sentence.span.start
        high = sentence.span.end
        verbs = [
            match
            for way in (ways if stretches.may_stand(ways, low, high) else ())
            for match in stretches.each(way, low, high)
        ]
        for verb in sorted(verbs, key=lambda match: (match.start(), -match.end())):
            denied = NOT_YET.search(text, max(low, verb.start() - 4), verb.start())
            turned = TURNED.search(text, max(low, verb.start() - TURNED_REACH), verb.start())
            if verb.start() < done or in_a_name(text, low, verb.start()) or denied or turned:
                continue
            end = _region_end(text, verb.end(), high)
            end = before_holder(text, verb.end(), end, known[bisect_left(starts, verb.end()) :])
            start = verb.end()
            if GIVING.search(verb[0]):
                start = behind_recipient(text, start, end, known[bisect_left(starts, start) :])
            ending = ENDING[verb.re].search(text, start + 2, end) if verb.re in ENDING else None
            end = ending.start() if ending else end
            ahead = AHEAD.get(verb.re)
            who = ahead(verb.end(), known[bisect_left(starts, verb.end()) :]) if ahead else None
            end = min(end, who.span.start - DASH * text.endswith("——", verb.end(), who.span.start)) if who else end
            spans = [s for s in titles(text, start, end, honours, verb[0]) if fits(text, verb, s, end, honours.words)]
            if ahead and not (who and spans and stands_before(text, spans[-1].end, who)):
                continue
            for span in spans:
                near = known[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
                inside = tuple(m for m in near if span.covers(m.span) and m.span != span)
                name = prize_name(text, low, verb, span) or title_name(text, span)
                found.append(Mention(span, "Honor", "honours", name, Form.NOMINAL, None, inside))
            if spans:
                done = spans[-1].end
    return found


def _region_end(text: str, start: int, limit: int) -> int:
    """The end of the clause, where no quotation holds its comma."""
    place = start
    while True:
        mark = CLAUSE_MARK.search(text, place, limit)
        if mark is None:
            return limit
        if NEXT_LEVEL.match(text, mark.start(), limit) is None and not in_quotes(text, start, mark.start()):
            return mark.start()
        place = mark.end()
