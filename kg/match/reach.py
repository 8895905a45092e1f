"""The head of a name in, how far to the left of it the name reaches out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.grammar import CLOSING_NOUNS, FREE_TAGS, LEVEL_WORDS, NAME_LENGTH, Page
from kg.match.kinds import BODIES, PLACES, WAYS
from kg.match.phrases import SPEECH_LENGTH, Atom
from kg.match.rule_types import EntityRule
from kg.model import Form

NUMERAL = re.compile(
    r"[0-9０-９一二三四五六七八九十百千万亿两几余多.%第]+"
    r"[个名位家户条次期支项处所座件批届例场种类大级]?|第[0-9一二三四五六七八九十]+批?"
)
# 县乡村三级物流体系, 万亩果园: the number is part of the name.
LEVELS = re.compile("[一二三四五六七八九两]级")
SIZES = frozenset({"万亩", "千亩", "百亩"})
STRETCHES = frozenset({"流域", "沿线", "境内", "辖区"})
LINKS = frozenset("与和及暨")
POSTED = frozenset(
    ("驻", "赴", "援疆", "援藏", "援青", "对口", "对口帮扶", "对口支援", "对口协作", "援建", "帮扶", "支援")
)
KINDS = frozenset(
    ("企业", "国企", "民企", "央企", "外企", "台企", "单位", "公司", "客商", "集团", "厂家", "厂商", "机构", "合作社")
)
NAMED_BEHIND_KINDS = ("Enterprise", "Association", "Institution")
# The branch of a bank or a court is in a place that stands behind the bank's own name.
BRANCH_OFFICES = ("支行", "分行", "分公司", "分局", "分社", "分院", "分校", "支公司", "营业部")
# What has institutes of its own in other places, as a bank has branches.
SCHOOLS = ("大学", "科学院", "工学院")
JOINTLY = frozenset(("共建", "合建", "联建"))
# 江岳（云岭）工业园: two places run it.
TWIN = re.compile("（[一-龥]{2,4}）")
NEVER_REGISTERED = frozenset("在的和与由了及")
NOT_BEFORE = (*FREE_TAGS, "m", "q")
# The heads of a trade that say of themselves that it is one.
BRANCHES = ("产业", "经济")
# The dictionary tags some of them as nouns.
RAW = frozenset(("原料", "主料", "产品", "品种", "良种", "核心群"))
YIELDS = frozenset("产种养栽卖售供销采育")
FIELD_TAGS = frozenset({"n", "vn", "v", "l", "j", "an", "nt", "nz", "a", "b"})
# 林草保护与生态修复: a verb that ends the first half.
DEED_TAGS = ("v", "vn")
# So many words may stand before 与 in one name.
LONGEST_HALF = 4
COMMON_VERB = 100
# 原重工业部, 任省政协主席: what says of a body that it was one, or of somebody that he serves it.
FORMER = frozenset(("原", "前", "任", "现任", "时任", "曾任", "历任", "该", "各", "某"))
JOINED_TAGS = frozenset({"n", "vn", "v", "l", "j", "an"})


def registered_start(page: Page, atoms: Sequence[Atom], first: int) -> int | None:
    """A registered name begins with its place, and may hold any character in between: 云岭果之源生物科技有限公司."""
    best = None
    for j in range(first - 1, -1, -1):
        atom = atoms[j]
        if atoms[first].start - atom.start > NAME_LENGTH or atom.tag in "“（" or atom.text in page.grammar.verbs:
            break
        # 龙头企业云岭果业有限公司: the kind before the place is no part of the name.
        if best is not None and atom.text in KINDS:
            break
        if atom.known is None:
            if atom.text in NEVER_REGISTERED:
                break
        elif atom.known.type not in PLACES or atom.known.form is Form.ANAPHOR:
            break
        elif j < first - 1:
            best = j
    return best


def name_start(page: Page, atoms: Sequence[Atom], first: int, rule: EntityRule) -> int:
    """The first atom of the name whose head, or quotation, begins with atom `first`.

    >>> from kg.match.grammar import compile_grammar, open_page
    >>> from kg.match.phrases import cut_phrase
    >>> from kg.match.rules import load_rules
    >>> from kg.match.words import Words
    >>> page = open_page("积极组建党员志愿服务队", compile_grammar(load_rules()), Words())
    >>> atoms = cut_phrase(page, 0, 11, [11], [])
    >>> atoms[name_start(page, atoms, len(atoms) - 1, page.grammar.heads["服务队"])].text
    '党员'
    """
    j = _leftmost(page, atoms, first, rule)
    # What only praises at the left edge is no part of the name.
    while j < first and (atoms[j].text in page.grammar.praise or (rule.type in BODIES and atoms[j].text in FORMER)):
        j += 1
    # 涪江流域古城水电站: of what a river or road has along it the name begins behind 流域.
    if j + 1 < first and atoms[j].tag == "@" and atoms[j + 1].text in STRETCHES:
        j += 2
    # 在社区经营餐馆: behind a word of place the verb is the sentence's own.
    if page.before(atoms[j].start) in ("在", "到", "于", "从"):
        for k in range(first - 1, j, -1):
            if atoms[k].tag == "v" and atoms[k].text in page.grammar.ambivalent:
                return k + 1
    return j


def _leftmost(page: Page, atoms: Sequence[Atom], first: int, rule: EntityRule) -> int:
    j = first
    end = atoms[first].end
    while j > 0 and end - atoms[j - 1].start <= NAME_LENGTH:
        before = atoms[j - 1]
        # 家属全国联谊会: a body of the whole country begins with that.
        if atoms[j].text == "全国" and rule.type in BODIES:
            break
        if before.tag == "@":
            return _from_place(page, atoms, j, first, rule)
        if before.tag == "“":
            if len(before.text) > SPEECH_LENGTH or atoms[first].tag == "“":
                break
            j -= 1
            continue
        sent = _sent(atoms, j) if rule.type in BODIES else None
        if sent is not None:
            return _from_place(page, atoms, sent, first, rule)
        if before.text in KINDS and rule.type in NAMED_BEHIND_KINDS and j < first:
            break
        inner = page.ends.get(before.end)
        mother = page.grammar.heads.get(inner[1]) if inner and rule.type in BODIES else None
        if inner and mother is not None and mother.type in ("GovernmentBody", "Institution") and mother != rule:
            # 湘江大学文学与新闻学院“红韵”志愿队: from here on it is the name of the mother.
            return _leftmost(page, atoms, next(k for k in range(j) if atoms[k].end > inner[0]), mother)
        if inner and inner[0] < before.start and rule.type in BODIES and page.grammar.is_body(inner[1]):
            # 区委办党支部: a body that jieba cuts is one piece of the longer name.
            j = next(k for k in range(j) if atoms[k].end > inner[0])
            continue
        if before.tag == "（" and rule.type == "Facility" and j > 1 and TWIN.fullmatch(before.text):
            twin = atoms[j - 2].known
            if twin is not None and twin.type in PLACES and twin.form is not Form.ANAPHOR:
                return j - 2
        joined = _joined_start(page, atoms, j - 1, rule)
        if joined is not None:
            return joined
        if _lists(page, atoms, j - 1, rule):
            j -= 2
            continue
        if (
            before.tag == "（"
            or not _modifies(page, atoms, j - 1, first, rule)
            or _acts(page, atoms, j - 1, first, rule)
        ):
            break
        j -= 1
    return j


def _from_place(page: Page, atoms: Sequence[Atom], j: int, first: int, rule: EntityRule) -> int:
    """The place before a name is part of it, and the places before that: 云岭县青石镇茶叶协会."""
    # A trade is what a place has, not what it is called.
    while j > 0 and rule.type != "Industry" and atoms[first].end - atoms[j - 1].start <= NAME_LENGTH:
        place = atoms[j - 1]
        if place.known is None or place.known.type not in PLACES:
            break
        if place.known.form is Form.ANAPHOR and not (place.text in LEVEL_WORDS and rule.type in BODIES):
            break
        # 建立与深圳合作机制: the place is whom the verb joins with.
        if rule.type in WAYS and page.before(place.start) in ("与", "同", "和", "跟"):
            break
        j -= 1
    if j > 0 and atoms[first].text.startswith(BRANCH_OFFICES):
        return _mother(page, atoms, j)
    firm = page.ends.get(atoms[j - 1].end) if j > 0 and rule.type == "PartyOrganization" else None
    if firm is not None and page.grammar.bodies.get(firm[1]) == "Enterprise":
        # 美团城北站点党支部: the firm stands before the place of its branch.
        return _from_place(page, atoms, _mother(page, atoms, j), first, rule)
    school = page.ends.get(atoms[j - 1].end, (0, ""))[1] if j > 0 and rule.type == "Institution" else ""
    if school.endswith(SCHOOLS):
        # 江岳大学云岭研究院: the school has set it up there.
        return _mother(page, atoms, j)
    sent = _sent(atoms, j) if rule.type in BODIES else None
    return j if sent is None else _from_place(page, atoms, sent, first, rule)


def _sent(atoms: Sequence[Atom], j: int) -> int | None:
    """The atom behind the place that sends a body: 衢州市|援疆指挥部, 中国|驻美国大使馆."""
    sender = j
    while sender > 0 and j - sender < 2 and atoms[sender - 1].tag != "@":
        sender -= 1
    said = "".join([atom.text for atom in atoms[sender:j]])
    return sender if said in POSTED and sender > 0 and atoms[sender - 1].tag == "@" else None


def _mother(page: Page, atoms: Sequence[Atom], j: int) -> int:
    """Where the body begins whose branch is in the place that is atom `j`: 农业银行云岭支行."""
    before = page.ends.get(atoms[j - 1].end)
    if before is None or not page.grammar.is_body(before[1]):
        return j
    k = next(k for k in range(j) if atoms[k].end > before[0])
    rule = page.grammar.heads.get(before[1])
    return k if rule is None or before[1] in page.grammar.bodies else _leftmost(page, atoms, k, rule)


def _acts(page: Page, atoms: Sequence[Atom], i: int, first: int, rule: EntityRule) -> bool:
    """农科院共建工作站, 石桥村建设文化广场: behind a body or a place the verb is what the body or the place does."""
    if rule.type in WAYS:
        # 青石镇推广“稻渔共生”模式, 逐步形成“三治”机制, but 党建引领“一核多元”模式: these govern what is quoted.
        return atoms[i + 1].tag == "“" and atoms[i].text.endswith(page.grammar.running)
    if i == 0 or atoms[i].text not in page.grammar.ambivalent:
        return False
    actor = page.ends.get(atoms[i - 1].end)
    if actor is not None and page.grammar.is_body(actor[1]):
        return True
    # 云岭县建设中心 bears the verb in its name: there no noun is what the verb is done to.
    bare = atoms[first].text in page.grammar.heads
    done_to = atoms[i + 1].tag in ("n", "a") and (first > i + 1 or len(atoms[first].text) > 2 or not bare)
    if rule.type == "Facility" and atoms[i].text in JOINTLY and first > i + 1:
        return len(atoms[i - 1].text) > 1  # 与园区共建海洋中试平台, but 校地共建基地 and 省部共建国家实验室
    if rule.type == "Facility" and atoms[i].text in page.grammar.founding and atoms[i - 1].text in page.grammar.praise:
        return True  # 高标准建设科创中心: how it is built
    if rule.type == "Facility" and atoms[i - 1].text in page.grammar.founding and done_to:
        return True  # 改造提升农村公路: one deed in two verbs
    if atoms[i - 1].tag != "@" or atoms[i].text not in page.grammar.boundaries:
        return False
    if rule.type == "Industry":
        return first - i > 1 or not atoms[first].text.startswith(BRANCHES)  # 石桥村种植产业 is its trade
    return rule.type == "Facility" and atoms[i].text in page.grammar.founding and done_to


def _joined_start(page: Page, atoms: Sequence[Atom], i: int, rule: EntityRule) -> int | None:
    """综合治理与生态修复工程: where a name begins whose two halves the word at `i` joins; None where it joins no name.

    和 is as often between two names, so that only one word may stand before it.
    """
    if atoms[i].text not in LINKS or (rule.type not in WAYS and rule.type != "GovernmentBody"):
        return None
    longest = 1 if atoms[i].text == "和" or rule.type == "GovernmentBody" else LONGEST_HALF
    for j in range(i - 1, max(-1, i - 1 - longest), -1):
        deed = atoms[j].tag in DEED_TAGS or atoms[j].text in page.grammar.boundaries
        deed = deed and j == i - 1 and j > 0 and _is_half(page, atoms[j - 1])
        if not deed and not _is_half(page, atoms[j]):
            return None
        if j > 0 and atoms[j - 1].text in page.grammar.boundaries:
            return j
    return None


def _is_half(page: Page, atom: Atom) -> bool:
    """Whether a word may stand in the first half of a joined name."""
    grammar = page.grammar
    # The dictionary takes 水土保持 for a person; no Chinese one has four characters.
    noun = atom.tag in JOINED_TAGS or len(atom.text) == 4
    return (
        ((noun and len(atom.text) >= 2) or atom.tag in ("n", "ng"))
        and atom.text not in grammar.verbs
        and atom.text not in grammar.heads
        and atom.text[-2:] not in grammar.heads
    )


def _lists(page: Page, atoms: Sequence[Atom], i: int, rule: EntityRule) -> bool:
    """云岭县文化广电和旅游局: whether 和 joins the fields of a body whose place or mother stands before them."""
    if atoms[i].text not in LINKS or rule.type not in ("GovernmentBody", "Institution"):
        return False
    k = i - 1
    while k >= 0 and atoms[k].tag in FIELD_TAGS and len(atoms[k].text) > 1 and atoms[k].text not in page.grammar.verbs:
        if atoms[k].end in page.ends and page.grammar.is_body(page.ends[atoms[k].end][1]):
            return k < i - 1
        k -= 1
    if k < 0 or k == i - 1:
        return False
    return atoms[k].tag == "@" or atoms[k].text in LEVEL_WORDS


def _modifies(page: Page, atoms: Sequence[Atom], i: int, head: int, rule: EntityRule) -> bool:
    """Whether an atom may stand inside a name, left of its head."""
    grammar = page.grammar
    atom = atoms[i]
    text = atom.text
    # 产蓝莓, 县脐橙, 三大产业: who does it, and how many there are, is no part of what a trade is called.
    if rule.type == "Industry" and _no_trade(page, atom, atoms[head]):
        return False
    if text in grammar.ambivalent and i > 0:
        before = atoms[i - 1]
        # 合作社发展民宿 is no trade, 通用设备制造产业 is one.
        grown = rule.type == "Industry" and not atoms[head].text.startswith(BRANCHES)
        if not grown and before.tag.startswith((*CLOSING_NOUNS, "@")):
            # 党员创业培训班: behind a noun the verb is part of the name.
            return before.text not in grammar.boundaries
        # 培育发展枸杞: two verbs, one behind the other, are no part of what is grown.
        if grown and before.text in grammar.boundaries:
            return False
        if before.text in grammar.generic:
            return True
    if len(text) == 1:
        return _single(page, atoms, i, head, rule)
    if text in grammar.boundaries:
        return _governed(page, atoms, i, head, rule)
    if rule.type in BODIES and atom.tag == "v" and _ends_a_body(page, text):
        # 远航 and 领航 are as good a firm's own name as any; what governs a name ends it further up.
        return atoms[head].text.endswith(page.grammar.registered) and i + 1 < head
    if LEVELS.fullmatch(text) or text in SIZES:
        return True
    if NUMERAL.fullmatch(text) or text[0].isdigit():
        return False
    return text in grammar.generic or not (
        atom.tag.startswith(FREE_TAGS) or atom.tag in ("m", "q", "f") or text[-1] in "的了着"
    )


def _ends_a_body(page: Page, verb: str) -> bool:
    """感谢贸易理事会: a verb that stands in no name of a body; what the dictionary hardly knows may be a brand."""
    grammar = page.grammar
    return verb not in grammar.ambivalent and verb not in grammar.inner and page.words.frequency(verb) >= COMMON_VERB


def _no_trade(page: Page, atom: Atom, head: Atom) -> bool:
    """Whether a word before the head of a trade says who does it, or how many there are."""
    if len(atom.text) == 1:
        # 领茶叶; but the dictionary cuts 抹茶产业 into 抹 and 茶产业.
        deed = atom.tag[0] == "v" and "产业" not in head.text
        return deed or atom.tag[0] in "md" or atom.text in LEVEL_WORDS or atom.text in YIELDS
    if atom.text in RAW:
        return True
    return atom.text in page.grammar.goods.growing and not head.text.startswith(BRANCHES)


def _single(page: Page, atoms: Sequence[Atom], i: int, head: int, rule: EntityRule) -> bool:
    """Whether a single character may stand inside a name."""
    grammar = page.grammar
    text = atoms[i].text
    before = atoms[i - 1].text if i else ""
    # 织密养老网络: the dictionary cuts 织 and 密, and 共 and 治 of 楼栋共治公约 as well.
    cut = (text + atoms[i + 1].text, before + text)
    if any(word in grammar.boundaries and (word not in grammar.ambivalent or i < 2) for word in cut):
        return False
    if text in grammar.function:
        return False
    if text in grammar.classifiers and i > 0 and NUMERAL.fullmatch(before):
        return False
    if i + 1 < head and len(atoms[i + 1].text) == 1:
        return "一" <= text <= "龥"  # 共 in 共富产业园, which the dictionary cuts into single characters
    if text in grammar.boundaries:
        return False
    return "一" <= text <= "龥"


def _governed(page: Page, atoms: Sequence[Atom], i: int, head: int, rule: EntityRule) -> bool:
    """质量提升行动: a verb just before the head is part of the name where a noun stands before it."""
    grammar = page.grammar
    text = atoms[i].text
    if head - i != 1 or i == 0 or len(text) != 2 or atoms[i].tag[:1] not in "vn" or atoms[head].tag == "“":
        return False
    if rule.type not in WAYS and text not in grammar.ambivalent:
        return False
    before = atoms[i - 1]
    return (
        before.tag != "（"
        and (before.text not in grammar.boundaries or before.text in grammar.ambivalent)
        and before.text not in grammar.function
        and not before.tag.startswith(NOT_BEFORE)
    )
