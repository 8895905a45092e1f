"""A sentence in, the meetings and contests out whose names open with how often they have been held, or for whom.

第三届世界茶艺大会, 全省林长制工作推进会, 云岭县第十三次党代会: at the left such a name has an edge of its own, so that
any words may stand inside it that govern nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kg.match.rulebook.alternation import one_of
from kg.match.rulebook.kinds import BODIES, PLACES
from kg.model import Form, Mention, Span

if TYPE_CHECKING:
    from kg.match.names.grammar import Page

GATHERINGS = "gatherings"  # the word list that this module reads
RULE = "names/gathering"
LAST = frozenset("会赛坛项武松节议")  # the last characters of all these names
ORDINAL, SECOND = re.compile("第[一二三四五六七八九十百0-9]{1,4}[届次]|首届"), "暨"
# 全省林长制推进会: of which province the text tells.
OF_WHOM = re.compile("全[省市县区州旗盟]")
# For whom it is, or behind 暨 the second name of one meeting.
OPENER = re.compile("第[一二三四五六七八九十百0-9]{1,4}[届次]|首届|全[国省市县区州旗盟军]|世界|国际|亚太|亚洲|中国|暨")
MARKS = frozenset("，。；：！？\n（）《》…")
# “一带一路”世界茶艺大会, 中国（云岭）白莲产业论坛
QUOTED = re.compile("“[^“”]{1,16}”|‘[^‘’]{1,16}’|（[一-龥]{2,6}）")
# 会议室, 大会堂, 大赛组委会, 会议精神: no meeting, or what comes of one.
# 第三届人民代表大会第二次会议: there the ordinal is part of the name.
SITTING = re.compile("代表大会|[党人职团妇工残文]代会|全会|第[^，。；]{1,4}次会议")
GOES_ON = "[员场址堂战室厅徽馆号]|组委会|中心|精神|制度|机制|纪要|代表(?!大)|选手|奖(?!项)|冠军|议题|决议"
# jieba's tags of words that no such name holds, 与 and 和 aside.
FREE = ("p", "u", "d", "r", "t", "y", "e", "o")
JOINTS, NEVER_LAST = frozenset("与和及暨、·-—"), frozenset("的了着在是等于")
# 全省脱贫人口、监测对象就业工作推进会: a list inside the name of one meeting.
BROAD, APART = (
    re.compile("全[国省市县区州旗盟]|[一-龥]{2,8}[省市县区旗州盟]"),
    re.compile("(?:[节会赛杯周日展]|论坛)、"),
)
LONGEST, LEAST, LEAST_NUMBERED = 40, 4, 2
ANY = frozenset(("各类", "重要", "专题", "有关", "相关", "系列", "大型", "工作", "各级", "干部", "群众", "职工"))


def gathering_ends(words: Iterable[str]) -> re.Pattern[str]:
    """Any last word of the name of a meeting or contest, the longest first.

    >>> gathering_ends(["大会", "会议"]).search("全省水利工作会议精神") is None
    True
    """
    return re.compile(f"(?:{one_of(tuple(words))})(?!{GOES_ON})")


def find_gatherings(page: Page, span: Span, known: Sequence[Mention]) -> Iterator[Mention]:
    """The meetings and contests that a sentence names.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> text = "县里召开全县林长制工作推进会，承办首届世界茶艺大会"
    >>> page = open_page(text, compile_grammar(load_rules()), Words())
    >>> [m.name for m in find_gatherings(page, Span(0, len(text)), [])]
    ['林长制工作推进会', '世界茶艺大会']
    >>> page = open_page("云岭县第十三次党代会召开", page.grammar, Words())
    >>> [m.name for m in find_gatherings(page, Span(0, 12), [Mention(Span(0, 3), "County", "", "云岭县")])]
    ['云岭县第十三次党代会']
    """
    text = page.text
    if not any(text.find(last, span.start, span.end) >= 0 for last in LAST):
        return
    for head in page.grammar.gathering.finditer(text, span.start, span.end):
        low = _clause(text, max(span.start, head.start() - LONGEST), head.start())
        start = next((at for at in _openers(page, low, head.start(), known) if _names(page, at, head)), None)
        if start is None:
            continue
        numbered = None if SITTING.search(text, start, head.end()) else ORDINAL.match(text, start)
        start = numbered.end() if numbered else start + text.startswith(SECOND, start)
        own = OF_WHOM.match(text, start)
        start = own.end() if own else start
        # 全省第五届农民运动会
        again = ORDINAL.match(text, start) if own and not SITTING.search(text, start, head.end()) else None
        start = again.end() if again else start
        inside = tuple(m for m in known if start <= m.span.start and m.span.end <= head.end())
        yield Mention(Span(start, head.end()), "Event", RULE, text[start : head.end()], Form.PROPER, None, inside)


def _clause(text: str, low: int, high: int) -> int:
    """Where the words before a place begin that no mark parts from it; a quotation parts nothing."""
    for at in range(high - 1, low - 1, -1):
        if text[at] in MARKS and not any(q.start() <= at < q.end() for q in QUOTED.finditer(text, low, high)):
            return at + 1
    return low


def _openers(page: Page, low: int, high: int, known: Sequence[Mention]) -> Iterator[int]:
    """Where a name may begin, from the left: at the ordinal, at a scope, at a place or body that the text names."""
    starts = {opener.start() for opener in OPENER.finditer(page.text, low, high)}
    starts |= {m.span.start for m in known if low <= m.span.start < high and m.type in (*PLACES, *BODIES)}
    return iter(sorted(starts))


def _names(page: Page, start: int, head: re.Match[str]) -> bool:
    """Whether the words from an opener to the last word are a name: nothing governs, and they say which one."""
    text, grammar = page.text, page.grammar
    whole = text[start : head.start()]
    bare = QUOTED.sub("", whole)
    if "“" in bare or "”" in bare:
        return False
    # 第八届茶艺大赛及第三届茶王赛 are two, and 国际文化节、茶叶博览会 as well.
    if "、" in bare and (ORDINAL.match(bare) or not BROAD.match(bare) or APART.search(bare)):
        return False
    if any(bare[end.end() : end.end() + 1] in JOINTS for end in grammar.gathering.finditer(bare)):
        return False
    own = ORDINAL.sub("", bare)
    said = len(whole) - len(bare)
    opener = OPENER.match(own)
    for word, tag in page.words.cut(own[opener.end() :] if opener else own):
        if word in JOINTS:
            continue
        governs = word in grammar.boundaries and word not in grammar.ambivalent
        if governs or tag.startswith(FREE) or word[-1] in NEVER_LAST:
            return False
        said += len(word) if word not in ANY else 0
    # 全省林长制工作推进会: a longer last word says more by itself.
    return said >= (LEAST_NUMBERED if own != bare else LEAST - (len(head[0]) > LEAST))
