"""A reading in, its parts without what only numbers them, explains them or holds them together, out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.match.parts.heads_told import TOLD
from kg.match.parts.judging import Reading
from kg.match.shorthand.enumeration import is_closed, tidy
from kg.model import Group, Item, Span

# （一）, ①, 第一步，, 其一，, ——: what marks each of the members alike.
RANK = re.compile(
    r"——|（[一二三四五六七八九十\d]{1,2}）|[①-⑳]|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,2}是"
    r"|第[一二三四五六七八九十]{1,2}(?:[步招条项]?(?:[，、：]|是|要)|[步招环关轮级]是?)|其[一二三四五六七八九十](?:[，、：]|是|要)"
)
WHICH = re.compile("第[一二三四五六七八九十]{1,2}[步招条项环关轮阶]")
TURN, FIRST_TURN = re.compile("(?:首先|其次|再次|再者|最后)(?:[，、：]|是|要)?"), "首先"
# “甲”，即…; 乙：…; “丙”——…: what stands before is the part, what stands behind tells of it.
HEAD = re.compile(
    "(?:“(?P<quoted>[^，。；：！？“”\n]{1,14})”(?:，|：|——|即|就是|是|指|意为)"
    "|(?P<bare>[^，。；：！？“”\n—]{1,14})(?:：|——))[^\n]"
)
TIED = re.compile(
    "(?:等?[二两三四五六七八九十]个?(?:方面|维度|层面|环节)|(?:所|共同)?(?:构成|组成)|[于为]一体|在内|等(?:主要)?内容|[统合并简]称"
    "|(?:的(?:做法|经验|办法|方法|实践))?(?:概括|归纳|总结|提炼|凝练|浓缩|统称|合称)[为成])\\Z"
)
LEAD = re.compile(
    "(?:分别[叫是为]|包括|涵盖|包含|要求(?:他们|她们|大家)?|坚持|做到|实现|围绕|就是|[把将集由是]"
    "|组织|邀请|选派|选聘|聘请|安排|动员|引导|发动|整合|吸纳|召集|汇聚|抽调)"
)
THEN = re.compile("[一-龥]{1,6}则(?=.{2})")
ONE_QUOTED = re.compile("(?:围绕|聚焦|突出|紧盯|坚持|锚定|树牢|打造)?“(?P<said>[^“”，。]{2,16})”这?")
MADE = re.compile("[^，。；：“”\n]{2,16}?(?:列为|定为|划为|评为|标为|归为)(?P<said>[一-龥]{1,4}[色类级])")
SERVES = re.compile("(?P<said>[^，。；：“”\n]{2,16})为[一-龥]{2,4}")
COUNTED_ONE = re.compile(r"[^，。；：“”\n]{2,14}?[一两二三四五六七八九十\d][名位个](?P<said>[一-龥]{2,8})")
HOW = re.compile("着力|切实|扎实|全力|大力|持续|不断|努力|进一步|全面|注重")
UNITS = frozenset("队室站屋厅岗")
FOR, DONE = frozenset("让使为给向对"), frozenset("出起成了")
SHORTEST, FEWEST = 2, 2
VERB, FEWEST_LED = 2, 3


def trimmed(text: str, reading: Reading) -> Reading:
    """The reading with each part cut to its own words.

    >>> from kg.model import Group
    >>> line = "：“访户”，即听民意；“访企”，即解难题"
    >>> items = tuple(Item(line[a:b], Span(a, b)) for a, b in ((1, 10), (11, 20)))
    >>> [i.text for i in trimmed(line, Reading((Group("两访", 2, items),), 0.0)).groups[0].items]
    ['访户', '访企']
    """
    items = [item.span for group in reading.groups for item in group.items]
    if len(items) < FEWEST:
        return reading
    if all(WHICH.fullmatch(text, s.start, s.end) for s in items):
        return reading._replace(reason=reading.reason or "the members only say which of them they are")
    told = [TOLD.match(text, s.start, s.end) is not None for s in items]
    if any(told) and not all(told):
        return reading._replace(reason=reading.reason or "a member tells of another name")
    spans = _headed(text, _unranked(text, items))
    spans = [_untied(text, spans, k) for k in range(len(spans))] if spans == items else spans
    first = len(reading.groups[0].items)
    spans[0] = _unled(text, spans[:first] if first > 1 else spans)
    fresh = iter(spans)
    groups = [_within(text, group, [next(fresh) for _ in group.items]) for group in reading.groups]
    groups[-1] = _no_more(text, groups)
    return reading._replace(groups=tuple(groups))


def _within(text: str, group: Group, spans: list[Span]) -> Group:
    """公益账、经营账分设; 由联合会统管 for 一会: what goes on behind the word of the number is no part of the last."""
    # 农户则分户管护、分户采摘: who, in contrast to others, does all of it is no part of the first.
    if len(spans) > 1 and (then := THEN.match(text, spans[0].start, spans[0].end - 1)):
        alone = not any(text.find("则", s.start, s.end) >= 0 for s in spans[1:])
        spans = [Span(then.end(), spans[0].end), *spans[1:]] if alone else spans
    spans = _plain(text, group, _bare_first(text, group, _without_verb(text, spans)))
    # 每个网格都有一名林长 for 一长: how many there are, and where, is no part of who they are.
    if (
        spans
        and len(spans) == group.stated
        and group.label
        and (counted := COUNTED_ONE.fullmatch(text, spans[0].start, spans[0].end))
    ):
        own = text[spans[0].end - 1] == group.label[-1] and not any(
            COUNTED_ONE.fullmatch(text, s.start, s.end) for s in spans[1:]
        )
        spans = [Span(*counted.span("said")), *spans[1:]] if own else spans
    # 围绕“有事马上办”这一个目标: of the only one what stands in quotation marks.
    if len(spans) == 1 == group.stated and (one := ONE_QUOTED.fullmatch(text, spans[0].start, spans[0].end)):
        spans = [Span(*one.span("said"))]
    # 巡防队管主干道，联防队管集市 for 两队: what each does is no part of what it is.
    if len(spans) > 1 and group.label[-1:] in UNITS:
        named = [
            re.compile(f"[一-龥]{{1,8}}?{group.label[-1]}(?=[管负抓守为主专每全在把])").match(text, s.start, s.end)
            for s in spans
        ]
        spans = [Span(*m.span()) for m in named if m] if all(named) else spans
    # 社区为阵地、社会组织为帮手 for 五社: what each is to all is no part of who they are, where all have the word.
    serving = [SERVES.fullmatch(text, s.start, s.end) for s in spans] if len(spans) > 1 else [None]
    if all(m and group.label[1:2] in m["said"] for m in serving) and group.label[1:2]:
        spans = [Span(*m.span("said")) for m in serving if m]
    spans = _with_noun(text, group, spans)
    # 独居的列为红色，患病的列为黄色 for 三色: what each is made.
    made = [MADE.fullmatch(text, s.start, s.end) for s in spans] if len(spans) > 1 else [None]
    if all(m and m["said"][-1] in group.label for m in made):
        spans = [Span(*m.span("said")) for m in made if m]
    last = spans[-1] if spans else Span(0, 0)
    if len(spans) == 1 == group.stated and text[last.start] in "由以靠":
        at = text.rfind(group.label[-1], last.start + SHORTEST, last.end - SHORTEST)
        spans = [Span(last.start + 1, at + 1)] if at >= 0 else spans
    elif len(spans) > 1:
        ends, longest = {text[s.end - 1] for s in spans[:-1]}, max(len(s) for s in spans[:-1])
        at = text.find(min(ends), last.start + 1, last.end)
        # But 村民代表会议决议 ends so itself.
        said = len(ends) == 1 and min(ends) in group.label and text[last.end - 1] not in ends
        if said and len(last) >= longest + SHORTEST and last.start < at < last.start + longest + 1:
            spans = [*spans[:-1], Span(last.start, at + 1)]
    return replace(group, items=tuple(Item(text[s.start : s.end], s) for s in spans))


def _with_noun(text: str, group: Group, spans: list[Span]) -> list[Span]:
    """“暖心”院落, “放心”院落 for 四心院落: the noun that the name has itself is part of each."""
    noun = group.label[VERB:]
    named = len(noun) >= VERB and all(
        text[s.start - 1 : s.start] == "“" and text.startswith(f"”{noun}", s.end) for s in spans
    )
    return [Span(s.start - 1, s.end + 1 + len(noun)) for s in spans] if named else spans


def _without_verb(text: str, spans: list[Span]) -> list[Span]:
    """组织联建, 推动产业联营, 推动资源联动: a verb that all but the first have is none of theirs either."""
    verb = text[spans[1].start : spans[1].start + VERB] if len(spans) >= FEWEST_LED else ""
    shared = verb and all(text.startswith(verb, s.start) and len(s) == len(spans[0]) + VERB for s in spans[1:])
    return [spans[0], *(Span(s.start + VERB, s.end) for s in spans[1:])] if shared else spans


def _bare_first(text: str, group: Group, spans: list[Span]) -> list[Span]:
    """村庄绿化、亮化、净化 for 三化: what is said of all of them is no part of the first."""
    ends = {text[s.end - 1] for s in spans} if len(spans) >= FEWEST_LED else set()
    bare = len(ends) == 1 and group.label.endswith(min(ends)) and {len(s) for s in spans[1:]} == {VERB}
    bare = bare and text[spans[0].start : spans[0].end].isalpha()
    return [Span(spans[0].end - VERB, spans[0].end), *spans[1:]] if bare else spans


def _plain(text: str, group: Group, spans: list[Span]) -> list[Span]:
    """着力严把人选, 严把纪律 for 三个严把: how it is done is no part, where all then have the word of the name."""
    word = group.label[-VERB:]
    hows = [HOW.match(text, s.start, s.end) for s in spans] if len(group.label) > VERB else []
    starts = [how.end() if how else s.start for how, s in zip(hows, spans, strict=False)]
    said = any(hows) and all(text.startswith(word, at) for at in starts)
    return [Span(at, s.end) for at, s in zip(starts, spans, strict=True)] if said else spans


def _no_more(text: str, groups: Sequence[Group]) -> Group:
    """法官、检察官和律师定期驻点 for 两官一师: where all others end with the word of their number, so does the last."""
    last, others = groups[-1], [g for g in groups[:-1] if len(g.items) > 1]
    if not others or len(last.items) != 1 or last.stated != 1 or not last.label:
        return last
    said = last.items[0].span
    at = text.find(last.label[-1], said.start + 1, said.end - SHORTEST)
    if at < 0 or not all(item.text.endswith(g.label[-1]) for g in others for item in g.items):
        return last
    own = Span(said.start, at + 1)
    return replace(last, items=(Item(text[own.start : own.end], own),))


def _unranked(text: str, spans: Sequence[Span]) -> list[Span]:
    """（一）访户, （二）访企; 首先清垃圾, 其次清淤泥: the number of each, where all have one."""
    turns = text.startswith(FIRST_TURN, spans[0].start)
    marks = [(TURN if turns else RANK).match(text, s.start, s.end - 1) for s in spans]
    return [Span(m.end(), s.end) for m, s in zip(marks, spans, strict=True) if m] if all(marks) else list(spans)


def _headed(text: str, spans: Sequence[Span]) -> list[Span]:
    heads = [HEAD.match(text, s.start, s.end) for s in spans]
    if not all(heads):
        return list(spans)
    return [Span(*h.span(h.lastgroup or 0)) for h in heads if h]


def _untied(text: str, spans: Sequence[Span], k: int) -> Span:
    """甲、乙、丙构成的; 集甲、乙于一体: what holds them all together is no part of the last."""
    span = spans[k]
    tied = TIED.search(text, span.start + 1, span.end) if k == len(spans) - 1 else None
    if tied is None or any(text.endswith(tied[0], s.start, s.end) for s in spans[:-1]):
        return span
    return tidy(text, Span(span.start, tied.start()))


def _unled(text: str, spans: Sequence[Span]) -> Span:
    """该做法主要包括宣传员、调解员; 镇里把红榜、黑榜: what leads up to the first, where it is longer than others."""
    first, lengths = spans[0], [len(s) for s in spans[1:]]
    # 组织法官、检察官、警官: all end alike, and the first without its verb is as long as one of them.
    gathers = LEAD.match(text, first.start, first.end - 1)
    own = gathers and is_closed(text, Span(first.start, gathers.end())) and first.end - gathers.end() in lengths
    if gathers and own and len({text[s.end - 1] for s in spans}) == 1 and len(gathers[0]) > 1:
        return Span(gathers.end(), first.end)
    if len(first) < max(lengths) + SHORTEST:
        return first
    # 让骑手暖心、安心、舒心: for whom it is done is no part of the first.
    alike = len(set(lengths)) == 1 < len(lengths) and len({text[s.end - 1] for s in spans}) == 1
    if alike and (text[first.start] in FOR or text[first.end - lengths[0] - 1] in DONE):
        return Span(first.end - lengths[0], first.end)
    for lead in LEAD.finditer(text, first.start, first.end - 1):
        fits = min(lengths) <= first.end - lead.end() <= max(lengths) and is_closed(text, Span(first.start, lead.end()))
        if fits and not any(text.startswith(lead[0], s.start) for s in spans[1:]):
            return Span(lead.end(), first.end)
    return first
