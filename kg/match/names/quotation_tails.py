"""A quotation in, the last word of the name that goes on behind it out: “四联”活动, “A、B”的网格体系."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.names.grammar import Page
from kg.match.names.inner_words import MADE_SO
from kg.match.names.phrases import Atom
from kg.match.names.quoted_ways import LINKS, PARTS
from kg.match.rulebook.kinds import WAYS
from kg.match.shorthand.decomposed import decompose
from kg.match.shorthand.shorthand import UNITED
from kg.model import Form

# 一家叫“戈壁女儿”的女创客团队
CALLING = ("叫", "名为", "名叫", "取名")
STEPS = re.compile("[二三四五六七八九][一-龥](?<![个大项条支类种张份本家名位座所处])")
TAIL_LENGTH, CONTENT_LENGTH, DONE_LENGTH = 14, 20, 4
DONE = re.compile("[^\\W的了着过把被和与及为是让对从在以将向并使由等]+")
# “甲+乙+丙”三所联动机制
TOGETHER = re.compile("[两三四五六七八九十][所家方级地村校社](?:[联共协互][动建治管商])?")
NUMBERED_LENGTH = 12
# “631”叫应机制前移到自然村: behind the name the clause may go on to say what is done with it.
GOES_ON = re.compile("[，。；、：！？（）等的在是于已为将后中让使也被从由前上走落写印试实覆延升全]|$")
CLOSED = re.compile("[，。；、：！？（）等]|$")
OF_CONTENT = re.compile("为(?:主要)?(?:内容|抓手|核心|重点|载体|目标)的")
# So many verbs may stand before 活动.
DEEDS = 4
OCCASIONS = ("活动", "行动", "竞赛")
AS_NOUNS = frozenset(("作用", "运作", "反应", "传导"))
# “123”工作模式建设“幸福小区”: last words of names that are verbs where a quotation stands behind.
BUILDS = frozenset(("建设", "创建", "改造", "打造"))
BRINGS_ABOUT = frozenset(
    ("推进", "推动", "促进", "助力", "助推", "赋能", "撬动", "激活", "破解", "提升", "带动", "化解", "护航")
)
# “季节性、倾向性”特点: 点 is no spot there.
NO_SPOT = re.compile("[特优缺弱重观亮热难焦起终要看痛堵卖基节锚支落拐爆燃]点")


def last_of_name(page: Page, atoms: Sequence[Atom], q: int) -> int | None:
    """The last atom of the name that goes on after a quotation."""
    grammar = page.grammar
    best = _done(page, atoms, q) or _numbered(page, atoms, q) or _steps(page, atoms, q)
    k = q + 1
    # “五统一”（统一销售、…）经营模式: what spells the name out stands inside it.
    while k < len(atoms) and (atoms[k].text == "的" or atoms[k].tag == "（"):
        k += 1
    first, worked = k, False
    joined = page.text.startswith("的", atoms[q].end)
    called = page.text.endswith(CALLING, 0, atoms[q].start)
    # “甲、乙、丙”的建点原则: the dictionary may cut a verb from its object, 建|点.
    if joined and k + 2 < len(atoms) and len(atoms[k].text) == 1 == len(atoms[k + 1].text):
        rule = page.head_of(atoms[k + 2].start, atoms[k + 2].end)
        if rule is not None and rule.type in WAYS and atoms[k].text not in grammar.function:
            return k + 2 if CLOSED.match(page.text, atoms[k + 2].end) else best
    while k < len(atoms) and atoms[k].end - atoms[first].start <= TAIL_LENGTH:
        atom = atoms[k]
        if atom.tag in ("“", "@", "（") or atom.text in grammar.function or atom.text[0].isdigit():
            break
        # “126”模式推进治理: nor is what the way of working brings about.
        if worked and atom.text in BRINGS_ABOUT:
            break
        if k > first and atom.text in BUILDS and k + 1 < len(atoms) and atoms[k + 1].tag == "“":
            break  # “123”工作模式建设“幸福小区”: what is built stands behind
        # 工作法: the dictionary cuts it in two.
        start = page.ends.get(atom.end, (atom.start, ""))[0]
        rule = page.head_of(start if atoms[first].start <= start else atom.start, atom.end)
        rule = None if NO_SPOT.fullmatch(atom.text) else rule
        if rule is not None and Form.QUOTED in rule.forms:
            # “办事不出村”的要求设点: 的 joins a quotation to ways of working alone.
            # “林下供地”模式建设树屋: what is built that way is no part of its name.
            if rule.type not in WAYS and (way := built_by(page, atoms, first, k)) is not None:
                return way
            worked = worked or rule.type == "Mechanism"
            if not (joined and k + 1 < len(atoms) and atoms[k + 1].text in grammar.way_words.said):
                best = best if joined and best is not None and rule.type not in WAYS and not called else k
        elif _ends_tail(page, atom, k > first) and not (
            _before_head(page, atoms, k)
            or _before_house(page, atoms, k)
            or _begins_head(page, atoms, k)
            or _of_deeds(page, atoms, first, k)
            or (joined and k == first and _as_attribute(page, atoms, k))
            or (not joined and PARTS.search(atoms[q].text) and _of_work(page, atoms, k))
        ):
            break
        k += 1
    return best


def last_of_content(page: Page, atoms: Sequence[Atom], q: int) -> int | None:
    """以“234”为主要内容的茶业提质机制: the last atom of the way of working that a shorthand is the content of."""
    content = OF_CONTENT.match(page.text, atoms[q].end)
    for k in range(q + 1, len(atoms)) if content else ():
        if content is None or atoms[k].tag in "“（" or atoms[k].end > content.end() + CONTENT_LENGTH:
            return None
        if atoms[k].start >= content.end() and heads(page, atoms[k]):
            rule = page.head_of(page.ends.get(atoms[k].end, (atoms[k].start, ""))[0], atoms[k].end)
            if rule is not None and rule.type == "Mechanism":
                return k
    return None


def built_by(page: Page, atoms: Sequence[Atom], first: int, k: int) -> int | None:
    """The last word of the way of working between which and atom `k` a verb of founding stands."""
    for way in range(first, k - 1):
        rule = page.head_of(atoms[way].start, atoms[way].end)
        if rule is not None and rule.type == "Mechanism" and atoms[way + 1].text in page.grammar.founding:
            return way
    return None


def brings_about(page: Page, atoms: Sequence[Atom], first: int, k: int) -> int | None:
    """“126”模式推进治理: the last word of the way of working that is said to bring about what ends with atom `k`."""
    for way in range(first, k - 1):
        rule = page.head_of(atoms[way].start, atoms[way].end)
        if rule is not None and rule.type == "Mechanism" and atoms[way + 1].text in BRINGS_ABOUT:
            return way
    return None


def heads(page: Page, atom: Atom) -> bool:
    """Whether a word is, or ends with, the last word of a name."""
    return any(page.head_of(at, atom.end) is not None for at in range(atom.start, atom.end))


def _steps(page: Page, atoms: Sequence[Atom], q: int) -> int | None:
    """“听、议、办”三步工作法: the last atom of what counts the members of a list; “甲、乙”两个品牌 are two names."""
    best = None
    listed = PARTS.search(atoms[q].text) or LINKS.search(atoms[q].text)
    if listed and STEPS.match(page.text, atoms[q].end):
        for k in range(q + 1, len(atoms)):
            if atoms[k].text in page.grammar.function or atoms[k].end - atoms[q].end > TAIL_LENGTH:
                break
            rule = page.head_of(atoms[q].end + 2, atoms[k].end)
            if rule is not None and rule.type in WAYS and Form.QUOTED in rule.forms:
                best = k
    return best


def _done(page: Page, atoms: Sequence[Atom], q: int) -> int | None:
    """“有呼必应”快办机制: the last atom of a clause that ends with it, where four characters say how that is done."""
    for k in range(q + 2, len(atoms)):
        done = page.text[atoms[q].end : atoms[k].start]
        if len(done) > DONE_LENGTH or not DONE.fullmatch(done):
            return None
        rule = page.head_of(atoms[k].start, atoms[k].end)
        if rule is None or rule.type != "Mechanism" or Form.QUOTED not in rule.forms:
            continue
        # “红色网格”织就治理体系: what the thing does to it.
        pairs = {done[at : at + 2] for at in range(len(done) - 1)} - page.grammar.way_words.allsided
        governs = not pairs.isdisjoint(page.grammar.boundaries)
        # “甲+乙”两种增收路径 are as many, and not one.
        verb = atoms[k - 1].tag in ("v", "vn") and not governs and atoms[q + 1].tag != "m"
        if (verb or TOGETHER.fullmatch(done)) and CLOSED.match(page.text, atoms[k].end):
            return k
    return None


def _numbered(page: Page, atoms: Sequence[Atom], q: int) -> int | None:
    """“三长”同巡机制, “1+6+N”社会治安综合治理体系: the last atom of a way that a shorthand opens.

    A verb that governs may stand right before the last word alone: “三治”促进治理体系完善 goes on.
    """
    grammar = page.grammar
    if not decompose(page.text[atoms[q].start + 1 : atoms[q].end - 1], grammar.shorthand):
        return None
    best, way = None, False
    for k in range(q + 1, len(atoms)):
        # “126”模式推进治理: behind the way of working stands what it brings about.
        if way and atoms[k].text in BRINGS_ABOUT:
            break
        start = page.ends.get(atoms[k].end, (atoms[k].start, ""))[0]
        said = page.text[atoms[q].end : max(start, atoms[q].end)]
        if len(said) > NUMBERED_LENGTH or not DONE.fullmatch(said or "一") or atoms[k].tag in ("“", "（", "m"):
            break
        rule = page.head_of(start, atoms[k].end)
        way = way or (rule is not None and rule.type == "Mechanism")
        if rule is None or rule.type not in WAYS or Form.QUOTED not in rule.forms or k == q + 1:
            continue
        pairs = {said[at : at + 2] for at in range(len(said) - 2)} - grammar.way_words.allsided - grammar.ambivalent
        if pairs.isdisjoint(grammar.boundaries) and GOES_ON.match(page.text, atoms[k].end):
            best = k
    return best


def _before_house(page: Page, atoms: Sequence[Atom], k: int) -> bool:
    """“向阳”心灵成长工作室: between a noun and a house is told what the house is for; 建设 tells that it is built."""
    if atoms[k - 1].tag != "n" or k + 1 >= len(atoms) or atoms[k].text in page.grammar.founding:
        return False
    named = atoms[k + 1].text in page.grammar.quotation_words.houses
    house = page.head_of(atoms[k + 1].start, atoms[k + 1].end) if named else None
    return house is not None and Form.QUOTED in house.forms


def _before_head(page: Page, atoms: Sequence[Atom], k: int) -> bool:
    """“甲、乙”的产业发展路子: a verb between a noun and the last word belongs to the name."""
    united = UNITED.fullmatch(atoms[k - 1].text) is not None  # 三位一体督责机制
    follows = atoms[k - 1].tag == "n" and atoms[k].text in page.grammar.ambivalent
    follows = k + 1 < len(atoms) and (follows or united)
    # 产业发展新模式: the dictionary cuts 新 off.
    last = k + 1 + (follows and atoms[k + 1].text == "新" and k + 2 < len(atoms))
    rule = page.head_of(atoms[k + 1].start, atoms[last].end) if follows else None
    return rule is not None and rule.type in WAYS and Form.QUOTED in rule.forms


def _as_attribute(page: Page, atoms: Sequence[Atom], k: int) -> bool:
    """“先建后补、以奖代补”的补助方式: a verb between 的 and the last word of a way of working governs nothing."""
    if atoms[k].tag not in ("v", "vn", "vi") or k + 1 >= len(atoms):
        return False
    rule = page.head_of(atoms[k + 1].start, atoms[k + 1].end)
    ends = CLOSED.match(page.text, atoms[k + 1].end) is not None
    return ends and rule is not None and rule.type in WAYS and Form.QUOTED in rule.forms


def _begins_head(page: Page, atoms: Sequence[Atom], k: int) -> bool:
    """“夕阳红”宣讲队: the dictionary cuts the last word of a name, and its first half is a verb."""
    return k + 1 < len(atoms) and page.ends.get(atoms[k + 1].end, (-1, ""))[0] == atoms[k].start


def _of_work(page: Page, atoms: Sequence[Atom], k: int) -> bool:
    """“甲、乙”文明实践志愿服务模式: a verb that governs no sentence, with the last word of a name not far behind it."""
    if atoms[k].tag not in ("v", "vn"):
        return False
    for n, atom in enumerate(atoms[k : k + 1 + DEEDS]):
        if atom.text in page.grammar.function or (atom.tag == "v" and atom.text in page.grammar.boundaries):
            return False
        rule = page.head_of(atom.start, atom.end) if n else None
        if rule is not None and rule.type in WAYS and Form.QUOTED in rule.forms:
            return True
    return False


def _of_deeds(page: Page, atoms: Sequence[Atom], first: int, k: int) -> bool:
    """“跨镇跨村”学习考察比拼活动: verbs that only say what is done there, one behind the other up to the last word."""
    for atom in atoms[first : k + DEEDS]:
        if page.text.endswith(OCCASIONS, atom.start, atom.end):
            return k > first
        if atom.tag not in ("v", "vn") or len(atom.text) < 2 or atom.text in page.grammar.quotation_words.holding:
            return False
    return False


def _ends_tail(page: Page, atom: Atom, later: bool) -> bool:
    """Whether a word behind a quotation is the sentence's own; `later` than the first it may be any verb."""
    grammar = page.grammar
    if atom.text in grammar.way_words.allsided or page.text.startswith(MADE_SO, atom.end):
        return False
    if atom.text in AS_NOUNS:
        return False  # “甲—乙—丙”的作用机制
    if atom.tag == "v" and len(atom.text) > 1 and atom.text not in grammar.ambivalent:
        return True
    return (later and atom.text in grammar.boundaries) or atom.tag in ("m", "t") or atom.tag.startswith(tuple("dpcr"))
