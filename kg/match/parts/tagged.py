"""A name of several numbers and the text behind it in, the lists behind the labels of all of them, each exact, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.match.parts.group_labels import says
from kg.match.parts.judging import BEARS, EXACT, LABELLED, Reading
from kg.match.parts.list_words import ListWords
from kg.match.parts.members import members
from kg.match.parts.part_rules import PartRules
from kg.match.shorthand.decomposed import decompose
from kg.match.shorthand.enumeration import JOINT, cut_open, cuts, is_closed, pieces, tidy
from kg.match.shorthand.shorthand import NUMBER, Numeral
from kg.model import Group, Item, Span

# 头一个“2”, 末尾那个“1”, 至于“N”: what may stand between a mark and the label.
BEFORE = "(?:(?<=[，。；：？！（—\n])|(?<=^))(?:而|至于|其中|所谓|最后|[一-龥]{0,4}?[的个那这位])?"
# 都算在内, 一并拉了进来: what becomes of all of them is no part of the last.
ALL_OF_THEM = re.compile(
    "(?:也|全|都|均|一并|统统|通通|全部|一起)*(?:算在内|在其中|算上|包括在内|[拉请吸纳引召]了?进来|组成|构成|参与|加入|加盟"
    "|联动|各[一1]?[名个人位]|各司其职|分别负责|分段负责|共同参与)[^，。；]{0,4}$"
)
POINTED = re.compile("(?:这|那)(?:一|个|张|套|支|名|条|座)[^，。；、]{1,8}$")
MEASURE = "[个张支名项条类套本座家种位大级份块处]"
# 列出2张清单: a count at the head of a clause, behind a verb at the most; 织密县、乡、村三级网络: one at its end.
HEADS = re.compile(
    f"(?P<verb>[一-龥]{{0,6}}?)(?P<number>{NUMBER}|[XNM]|若干|多){MEASURE}?(?P<what>[^，。；：（）、“”\n]{{1,14}})"
)
ENDS = re.compile(
    f"(?:“(?P<short>[^“”\n]{{2,5}})”|(?P<number>{NUMBER}){MEASURE})(?P<what>[^，。；：（）、“”\n]{{0,10}})$"
)
SUMMED_UP = re.compile(f"(?P<number>{NUMBER})(?:步走?|级[一-龥]{{0,6}}|[大种][一-龥]{{2,6}})$")
# 吸纳楼长、骑手、教师等N类力量参与
MANY = re.compile("等?(?:N|X|若干|多)[类支名个方项种][^，。；、]{0,12}$")
# 以甲、乙、丙等新兴产业为补充: what the rest is to the first.
OTHERS = re.compile("以(?P<said>[^，。；：“”（）]+?)等[^，。；、]{0,10}?为(?:补充|辅助?|配套|支撑|特色|延伸|拓展)")
CALLED = re.compile("(?:[，：]?(?:即|分别[是为]|也就是|包括|就是)[：，]?|[，：—]+|（)")
OPENED, BRACKET = re.compile("：|即"), re.compile("（([^（）\n]+)）")
ONE_QUOTED = re.compile("“(?P<said>[^“”，。]{2,16})”(?:这|的)?\\Z")
LONGEST, SHORTEST_WITH_DEED, CLAUSES_EACH = 30, 4, 4
AS_FOR = "至于"
# 以县养老中心为枢纽: what it is to the others is no part of it.
AS_ITS = re.compile("以(?P<said>[^，。；、]{2,16})为(?:核心|枢纽|龙头|中心|主体|统领|引领|总揽|基础|依托)")
GOVERNING = frozenset(
    ("建强", "链接", "配强", "配齐", "筑牢", "织密", "用活", "盘活", "拓展", "联动", "吸纳", "整合", "发动")
)
# 住房和城乡建设局: what follows such a word is no member of its own.
OFFICIAL = re.compile("[和与](?:旅游|城乡|改革|规划|健康|社会保障|信息化)")
SURE = LABELLED + EXACT + BEARS
# Less than the lists behind labels that the rules know.
COUNTED = LABELLED + EXACT - 0.5


def read_tagged(text: str, span: Span, numerals: Sequence[Numeral], rules: PartRules) -> Reading | None:
    """Behind the label of each number exactly as many members as it states; None where one of the lists is not so.

    >>> from kg.match.parts.part_rules import compile_parts
    >>> from kg.match.rulebook.rules import load_rules
    >>> rules = compile_parts(load_rules())
    >>> line = "：“1”就是镇综治中心这个枢纽；“2”是法庭、信访办两家常驻；至于“N”，妇联、商会都算在内"
    >>> numbers = [Numeral(1, "", "1"), Numeral(2, "", "2"), Numeral(None, "", "N")]
    >>> [[i.text for i in g.items] for g in read_tagged(line, Span(0, len(line)), numbers, rules).groups]
    [['镇综治中心'], ['法庭', '信访办'], ['妇联', '商会']]
    """
    if len(groups := list(_behind_labels(text, span, numerals, rules))) == len(numerals):
        return Reading(tuple(groups), SURE)
    bracket = BRACKET.search(text, span.start, span.end)
    # “两带三区”布局（甲、乙两大带，丙、丁、戊三大区）: behind words of their own the numbers are counted in a bracket.
    keyed = bracket is not None and all(n.key and (n.number or 0) > 1 for n in numerals)
    counted = (keyed or not any(n.key for n in numerals)) and any((n.number or 0) > 1 for n in numerals)
    stretches = [*([Span(*bracket.span(1))] if bracket else []), *([] if keyed else [span])]
    for stretch in stretches if counted else ():
        if len(groups := list(_clause_by_clause(text, stretch, numerals, rules.words))) == len(numerals):
            return Reading(tuple(groups), COUNTED)
    return None


def _behind_labels(text: str, span: Span, numerals: Sequence[Numeral], rules: PartRules) -> Iterator[Group]:
    """“1”即…；“3”指…；“N”则由…: the clause behind each label."""
    labels: list[Span] = []
    for numeral in numerals:
        said = f"“{numeral.text}”" if not numeral.key else f"“?{re.escape(numeral.text)}”?(?![、”])"
        at = labels[-1].end if labels else span.start
        # An expression that holds the number takes long to compile, and most texts do not label so.
        if text.find(numeral.text, at, span.end) < 0:
            return
        found = re.compile(BEFORE + said).search(text, at, span.end)
        if found is None:
            return
        labels.append(Span(*found.span()))
    for i, (label, numeral) in enumerate(zip(labels, numerals, strict=True)):
        last = i + 1 == len(labels)
        end = _sentence_end(text, label.end, span.end) if last else labels[i + 1].start
        cues = (p.regex.match(text, label.end, end) for p in rules.group_after if p.slot == "run")
        starts = [cue.end() for cue in cues if cue]
        if not starts and text.startswith(AS_FOR, label.start) and text.startswith("，", label.end):
            starts = [label.end + 1]
        clause = next(iter(pieces(text, Span(starts[0], end), 2)), None) if starts else None
        group = _listed(text, clause, numeral, rules.words) if clause else None
        if group is None:
            return
        yield group


def _sentence_end(text: str, start: int, end: int) -> int:
    return next((c.start for c in cuts(text, start, end) if c.level > 2), end)


def _clause_by_clause(text: str, span: Span, numerals: Sequence[Numeral], words: ListWords) -> Iterator[Group]:
    """建好1个中心，列出2张清单，即甲、乙，织密县、乡、村三级网络: in turn the clause that tells each number."""
    clauses = pieces(text, span, 2)[: CLAUSES_EACH * len(numerals)]
    fresh = iter(numerals)
    numeral = next(fresh)
    for clause in clauses:
        group = _counted(text, clause, span.end, numeral, words)
        if group is None:
            continue
        yield group
        if (following := next(fresh, None)) is None:
            return
        numeral = following


def _counted(text: str, clause: Span, limit: int, numeral: Numeral, words: ListWords) -> Group | None:
    starts = [clause.start, *(m.end() for m in OPENED.finditer(text, clause.start, clause.end))]
    heads = (HEADS.match(text, at, clause.end) for at in starts)
    head = next((h for h in heads if h and _says(h["number"], numeral)), None)
    if head:
        what = Span(*head.span("what"))
        if numeral.number == 1:
            return (
                _group(text, [_deedless(text, what, words)], numeral)
                if "、" not in text[what.end : clause.end]
                else None
            )
        cue = CALLED.match(text, what.end, limit)
        if cue is None and numeral.number is None:
            return _listed(text, Span(what.start, clause.end), numeral, words)
        if cue:
            close = text.find("）", cue.end(), limit) if cue[0] == "（" else limit
            told = next(iter(pieces(text, Span(cue.end(), max(close, cue.end())), 2)), None)
            if told and (group := _listed(text, told, numeral, words)):
                return replace(group, label=_label(text, Span(head.start("number"), what.end), numeral))
    others = OTHERS.fullmatch(text, clause.start, clause.end) if numeral.number is None else None
    if others:
        return _listed(text, Span(*others.span("said")), numeral, words)
    if numeral.number is None and (many := MANY.search(text, clause.start + 1, clause.end)):
        return _listed(text, Span(clause.start, many.start()), numeral, words)
    tail = ENDS.search(text, clause.start + 1, clause.end)
    if tail and tail["number"] and numeral.number == 1 and _says(tail["number"], numeral):
        # 围绕“有事马上办”这一个目标: what it is stands in quotation marks before its number.
        one = ONE_QUOTED.search(text, clause.start, tail.start())
        return _group(text, [Span(*one.span("said"))], numeral) if one else None
    if tail is None or numeral.number in (None, 1) or (numeral.key and numeral.key[-1] not in tail["what"]):
        return None
    named = decompose(tail["short"], words.shorthand) if tail["short"] else ()
    if (len(named) == 1 and named[0].number == numeral.number) or (tail["number"] and _says(tail["number"], numeral)):
        found = members(text, pieces(text, Span(clause.start, tail.start()), 1), numeral, words, before=True)
        if len(found.spans) == numeral.number and all(len(s) <= LONGEST for s in found.spans):
            said = Span(*tail.span("short")) if named else Span(tail.start(), tail.start("what"))
            return replace(_group(text, found.spans, numeral), label=_label(text, said, numeral))
    return None


def _label(text: str, said: Span, numeral: Numeral) -> str:
    """2张清单, “四助”: what the text calls the list, where it writes the number as the name does."""
    return text[said.start : said.end] if text.startswith(numeral.text, said.start) else numeral.text


def _says(number: str, numeral: Numeral) -> bool:
    if numeral.number is None:
        return number in ("若干", "多") or number == numeral.text
    return says(number, numeral.number)


def _deedless(text: str, span: Span, words: ListWords) -> Span:
    """1个综合党委统筹: what it does is no part of what it is."""
    deed = text[span.end - 2 : span.end] in words.verbs and len(span) > SHORTEST_WITH_DEED
    return Span(span.start, span.end - 2) if deed else span


def _listed(text: str, clause: Span, numeral: Numeral, words: ListWords) -> Group | None:
    """The members of a clause as the list of a number, if there are just as many."""
    done = ALL_OF_THEM.search(text, clause.start + 1, clause.end)
    clause = Span(clause.start, done.start()) if done else clause
    if numeral.number == 1:
        return _only(text, clause, numeral, words)
    # 和解、调解、仲裁三步走: how many there are is no part of the last.
    tail = SUMMED_UP.search(text, clause.start + 1, clause.end) if numeral.number else None
    clause = Span(clause.start, tail.start()) if tail and _says(tail["number"], numeral) else clause
    found = members(text, pieces(text, clause, 1), numeral, words)
    spans = list(found.spans)
    if not spans or any(len(s) > LONGEST or not is_closed(text, s) for s in spans):
        return None
    # 建强敬老院、幸福院、互助点: the verb that governs them all is no part of the first.
    verb = text[spans[0].start : spans[0].start + 2]
    if len(spans) > 1 and (verb in words.verbs or verb in GOVERNING) and len(spans[0]) > SHORTEST_WITH_DEED:
        alike = any(text.startswith(verb, s.start) or text[s.start : s.start + 2] in words.verbs for s in spans[1:])
        spans[0] = spans[0] if alike else Span(spans[0].start + 2, spans[0].end)
    if numeral.number is None:
        return _group(text, _parted(text, spans), numeral, open_=found.open)
    return _group(text, spans, numeral) if len(spans) == numeral.number else None


def _parted(text: str, spans: list[Span]) -> list[Span]:
    """调解员、代表和志愿者: the last two of as many as there are."""
    last = spans[-1]
    joints = list(JOINT.finditer(text, last.start + 2, last.end - 2))
    official = OFFICIAL.search(text, last.start, last.end)
    if len(spans) < 2 or len(joints) != 1 or official or any(JOINT.search(text, s.start, s.end) for s in spans[:-1]):
        return spans
    return [*spans[:-1], Span(last.start, joints[0].start()), Span(joints[0].end(), last.end)]


def _only(text: str, clause: Span, numeral: Numeral, words: ListWords) -> Group | None:
    listed, _ = cut_open(text, clause)
    span = tidy(text, listed)
    pointed = POINTED.search(text, span.start + 2, span.end)
    span = Span(span.start, pointed.start()) if pointed else span
    role = AS_ITS.fullmatch(text, span.start, span.end)
    span = Span(*role.span("said")) if role else span
    governed = text[span.start : span.start + 2] in words.governing and len(span) > SHORTEST_WITH_DEED
    span = Span(span.start + 2, span.end) if governed else span
    if not 1 < len(span) <= LONGEST or "、" in text[span.start : span.end]:
        return None
    return _group(text, [span], numeral)


def _group(text: str, spans: Sequence[Span], numeral: Numeral, *, open_: bool = False) -> Group:
    items = tuple(Item(text[s.start : s.end], s) for s in spans)
    return Group(numeral.text, numeral.number, items, open_, Span(spans[0].start, spans[-1].end))
