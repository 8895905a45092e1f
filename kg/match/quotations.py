"""A quotation in, the name round it out: “四联”活动, “A、B”的网格体系, or the quotation alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.announced import UNITED
from kg.match.decomposed import decompose, inner_count
from kg.match.goods import COMMON
from kg.match.grammar import CLOSING_NOUNS, Page
from kg.match.kinds import BODIES, WAYS
from kg.match.phrases import Atom, Name
from kg.match.reach import name_start
from kg.match.rule_types import EntityRule
from kg.model import Form, Mention, Span

# “A、B”为主要内容的“四联”活动, “A、B”4个融合: such a quotation lists the parts of another name.
SPELLS_OUT = re.compile(
    r"的?[^，。；“]{0,4}“|为(?:主要)?(?:内容|抓手|载体|主题|目标|主线)|等"
    r"|的?[0-9一二三四五六七八九十两]+(?:[个大项条支类种]|硬核)|的"
)
# 即“甲、乙、丙”: what a cue brings in spells out a name that stands before it.
SPELLED_BEFORE = re.compile("(?:即|就是|包括|是指|分别[是为]|具体[是为])[：，]?\\Z")
AGE = re.compile("[0-9]{2}后")
FOLLOWING = (*CLOSING_NOUNS, "an")
NOUNS = ("n", "r", "@")
LACKING = re.compile("不[强优足高多精亲紧实愿敢会见着动]|没[空处人钱法有门地]|[难乱差慢散]$")
# The dictionary takes these for nouns; 围绕“三治”做文章 says what is done with the name.
NO_NOUNS = frozenset({"做文章", "下功夫", "落地", "见效", "助力"})
LIGHT_NOUNS = frozenset({"工作", "服务"})
# “五治”融合, “四有”目标: such a word is said of a shorthand alone, and is a spelling of its name.
SAID_OF_NUMBERS = frozenset({"服务", "融合", "联动", "协同", "共治", "目标", "经营"})
PARTS = re.compile("[、+＋]")
RANKED = re.compile("[国省市县区乡镇村基]层?级|[型式]")
OWN_NUMBERS = ("工作法", "工作机制", "工作模式", "模式", "治理模式")
# 走出一条“甲、乙”的新路子, 打造“甲-乙-丙”三位一体的生态: the quotation says what the road or the whole is.
ROAD_BEFORE = re.compile("[走闯趟蹚踏探开]出?了?(?:一条)?\\Z|一条\\Z")
ROAD_BEHIND = re.compile("的[^，。；、：！？“”]{0,24}?路")
# “甲、乙”的多方共赢格局: what the quotation joins is told behind more words than a name has.
WHOLE_BEHIND = re.compile("的[^，。；、：！？“”的]{2,16}?(?:系统|体系|格局|机制|模式|网络|矩阵|链条)(?![一-龥])")
# “晒账会”, “屋场恳谈会”: a meeting that is called by what is done at it is a way of working.
MEETING = re.compile(
    "(?!村民|居民|村居|乡贤|党员|妇女|代表|家长)[一-龥]{0,4}(?:[晒议谈说评讲听碰][一-龥]|恳谈|圆桌|坝坝|院坝|板凳|屋场|田埂|炕头)会"
)
LINKS = re.compile("[—－–→-]")
STEPS = re.compile("[二三四五六七八九][一-龥](?<![个大项条支类种张份本家名位座所处])")
SHORTHAND_LENGTH = 6
TAIL_LENGTH = 14
PRACTISING = frozenset(("深化", "开展", "推进", "推行", "实施", "落实", "启动", "抓好", "做好", "抓实", "做实", "加强"))
SAYING_LENGTH = 4
CUE_LENGTH, CALLED_LENGTH = 6, 20
LONGEST, LONGEST_NAME = 60, 20
# A name that no mark parts.
NAME = re.compile("[一-龥A-Za-z0-9·]{2,8}")
VARIETY = re.compile("[一-龥A-Za-z]{1,6}[0-9]{1,4}号")
# 一家叫“戈壁女儿”的女创客团队
CALLING = ("叫", "名为", "名叫", "取名")
CALLED = frozenset({"Facility", "Team", "Enterprise", "Association", "Institution"})
SENTENCE_TAGS = ("v", "d", "p", "c", "m", "u", "r", "f")
ENDS_SPEECH = frozenset("。！？，")


def quotation(page: Page, atoms: Sequence[Atom], q: int) -> Name | None:
    """The name round the quotation that is atom `q`.

    >>> from kg.match.grammar import compile_grammar, open_page
    >>> from kg.match.phrases import cut_phrase
    >>> from kg.match.rules import load_rules
    >>> from kg.match.words import Words
    >>> page = open_page("开展“敲门问需”活动", compile_grammar(load_rules()), Words())
    >>> atoms = cut_phrase(page, 0, 10, [10], [])
    >>> quotation(page, atoms, 1).mention.name
    '敲门问需'
    """
    core = atoms[q].text[1:-1]
    if not core or len(core) > LONGEST or core[-1] in ENDS_SPEECH or "。" in core:
        return None
    end = _tail(page, atoms, q)
    if end is not None:
        rule = page.head_of(atoms[end].start, atoms[end].end) or page.head_of(atoms[q].end, atoms[end].end)
        if rule is not None:
            return with_quotation(page, atoms, name_start(page, atoms, q, rule), q, end, rule)
    kind = _called(page, atoms, q, core)
    if kind is not None:
        j, rule = kind
        return with_quotation(page, atoms, j, q, q, rule)
    inner = _named_inside(page, atoms[q], core)
    if inner is not None:
        numbered = inner.type in WAYS and bool(decompose(core, page.grammar.shorthand))
        if numbered:
            return with_quotation(page, atoms, q, q, q, page.grammar.ways)
        return with_quotation(page, atoms, name_start(page, atoms, q, inner), q, q, inner)
    if not _is_way(page, atoms, q, core):
        return None
    called = q + 1 < len(atoms) and atoms[q + 1].text in SAID_OF_NUMBERS and atoms[q + 1].start == atoms[q].end
    called = called and bool(decompose(core, page.grammar.shorthand))
    return with_quotation(page, atoms, q, q, q + called, page.grammar.ways)


def _called(page: Page, atoms: Sequence[Atom], q: int, core: str) -> tuple[int, EntityRule] | None:
    """护边点“北塔哨”, 改成“听柚山房”, “渭党5号”: what a bare quotation is by the words before it, or by itself."""
    if not NAME.fullmatch(core):
        return None
    goes_on = q + 1 < len(atoms) and not atoms[q + 1].tag.startswith(SENTENCE_TAGS) and atoms[q + 1].text != "的"
    if VARIETY.fullmatch(core) or _is_product(page, core):
        return q, page.grammar.trade
    if goes_on or q == 0 or decompose(core, page.grammar.shorthand):
        return None
    before = atoms[q - 1]
    rule = page.head_of(before.start, before.end)
    if rule is not None and rule.type in CALLED and Form.QUOTED in rule.forms and len(page.ends[before.end][1]) > 1:
        return name_start(page, atoms, q - 1, rule), rule
    if before.text in page.grammar.teaming:
        return q, page.grammar.heads["服务队"]
    k = q - 1 if before.text != "的" else next((k for k in range(q - 2, -1, -1) if atoms[k].tag == "v"), q - 1)
    return (q, page.grammar.heads["驿站"]) if atoms[k].text in page.grammar.building else None


def _is_product(page: Page, core: str) -> bool:
    """“双髻蜜柚”, “乌珠穆沁羊”: a quotation that ends as a product does and is no other word."""
    goods = page.grammar.goods
    if core in goods.never or core.endswith(goods.trades):
        return False
    if any(core[at:] in goods.known for at in range(len(core) - 1)):
        return True
    # “踩着机器干” is no name of anything.
    words = page.words.cut(core)
    said = any(tag[0] in "vdpcurm" or word in page.grammar.function for word, tag in words)
    said = said or (len(words[-1][0]) > 1 and page.words.frequency(words[-1][0]) > COMMON)
    return len(core) > 3 and core[-1] in goods.endings and not page.words.frequency(core) and not said


def _named_inside(page: Page, atom: Atom, core: str) -> EntityRule | None:
    """“红色物业服务站”: the quotation ends with the last word of a name itself."""
    whole = len(core) > LONGEST_NAME or PARTS.search(core) or MEETING.fullmatch(core)
    if atom.end - 1 not in page.ends or whole:
        return None
    head = next((core[k:] for k in range(len(core)) if core[k:] in page.grammar.heads), "")
    rule = page.grammar.quoted.get(head) or page.grammar.heads.get(head)
    return rule if rule is not None and rule.type != "Industry" and Form.QUOTED in rule.forms else None


def _is_way(page: Page, atoms: Sequence[Atom], q: int, core: str) -> bool:
    """Whether a bare quotation is the name of a way of working: “三联四会”, “社区吹哨、部门报到”, “稻+虾”."""
    grammar, start = page.grammar, atoms[q].start
    numerals = decompose(core, grammar.shorthand)
    if "、" in core and ROAD_BEFORE.search(page.text, max(0, start - CUE_LENGTH), start):
        return ROAD_BEHIND.match(page.text, atoms[q].end) is not None
    if UNITED.match(page.text, atoms[q].end) and (PARTS.search(core) or LINKS.search(core)):
        return True
    if "、" in core and WHOLE_BEHIND.match(page.text, atoms[q].end):
        return True
    if spelling := SPELLS_OUT.match(page.text, atoms[q].end):
        # 以“四送”为抓手, “三包”“三定”制度: a shorthand spells nothing out.
        beside = q + 1 < len(atoms) and atoms[q + 1].tag == "“" and decompose(atoms[q + 1].text, grammar.shorthand)
        return bool(numerals) and bool(spelling[0].startswith("为") or beside)
    if "、" in core and SPELLED_BEFORE.search(page.text, max(0, start - CUE_LENGTH), start):
        return False
    if len(numerals) > 1:
        return True
    # “两新”组织: what goes on behind the quotation would be part of the name, and is no last word of one.
    after = atoms[q + 1].text if q + 1 < len(atoms) and atoms[q + 1].tag.startswith(FOLLOWING) else ""
    after = "" if after in NO_NOUNS or len(after) == 1 else after
    # “双报到”工作, “先看病、后付费”服务: of a shorthand 工作 says no more than that it is one.
    if after == "工作" and len(core) == SAYING_LENGTH and _practised(page, atoms, q):
        return True
    said = after in LIGHT_NOUNS or (after in SAID_OF_NUMBERS and len(core) <= SHORTHAND_LENGTH)
    light = (numerals and said) or (after in LIGHT_NOUNS and PARTS.search(core))
    if (after and not light) or page.text.startswith("组织", atoms[q].end):
        return False
    if numerals:
        # “两椒” are two crops.
        crops = len(core) == 2 and core[-1] in grammar.goods.endings
        return not crops and not any(core.endswith(product) for product in grammar.products if len(product) > 1)
    if (
        inner_count(core, grammar.shorthand)
        or MEETING.fullmatch(core)
        or grammar.called.search(page.text, max(0, start - CALLED_LENGTH), start)
    ):
        return "，" not in core
    if q > 0 and len(core) >= 3 and atoms[q - 1].text in page.grammar.naming:
        return "，" not in core  # 推行“综合查一次”: only a way of working is put into practice
    # 干部“人在乡镇、心在条线”: behind a noun the quotation says how somebody is.
    described = q > 0 and atoms[q - 1].tag.startswith(NOUNS) and atoms[q - 1].text not in grammar.boundaries
    if described or LACKING.search(core):
        return False
    pieces = PARTS.split(core)
    return 2 <= len(pieces) <= 8 and all(2 <= len(piece) <= 12 for piece in pieces)


def _practised(page: Page, atoms: Sequence[Atom], q: int) -> bool:
    """深化党组织“结对帮带”工作: whether a verb of putting into practice governs what the quotation is said of."""
    return any(atom.text in PRACTISING for atom in atoms[:q])


def _tail(page: Page, atoms: Sequence[Atom], q: int) -> int | None:
    """The last atom of the name that goes on after a quotation."""
    grammar = page.grammar
    best = _steps(page, atoms, q)
    k = q + 1
    # “五统一”（统一销售、…）经营模式: what spells the name out stands inside it.
    while k < len(atoms) and (atoms[k].text == "的" or atoms[k].tag == "（"):
        k += 1
    first = k
    joined = page.text.startswith("的", atoms[q].end)
    called = page.text.endswith(CALLING, 0, atoms[q].start)
    while k < len(atoms) and atoms[k].end - atoms[first].start <= TAIL_LENGTH:
        atom = atoms[k]
        if atom.tag in ("“", "@", "（") or atom.text in grammar.function or atom.text[0].isdigit():
            break
        rule = page.head_of(atom.start, atom.end)
        if rule is not None and Form.QUOTED in rule.forms:
            # “办事不出村”的要求设点: 的 joins a quotation to ways of working alone.
            best = best if joined and best is not None and rule.type not in WAYS and not called else k
        elif _ends_tail(page, atom, k > first) and not _before_head(page, atoms, k):
            break
        k += 1
    return best


def _steps(page: Page, atoms: Sequence[Atom], q: int) -> int | None:
    """“听、议、办”三步工作法: the last atom of what counts the members of a list; “甲、乙”两个品牌 are two names."""
    if PARTS.search(atoms[q].text) and STEPS.match(page.text, atoms[q].end):
        for k in range(q + 1, len(atoms)):
            if atoms[k].text in page.grammar.function or atoms[k].end - atoms[q].end > TAIL_LENGTH:
                break
            rule = page.head_of(atoms[q].end + 2, atoms[k].end)
            if rule is not None and rule.type in WAYS and Form.QUOTED in rule.forms:
                return k
    return None


def _before_head(page: Page, atoms: Sequence[Atom], k: int) -> bool:
    """“甲、乙”的产业发展路子: a verb between a noun and the last word belongs to the name."""
    follows = k + 1 < len(atoms) and atoms[k - 1].tag == "n" and atoms[k].text in page.grammar.ambivalent
    rule = page.head_of(atoms[k + 1].start, atoms[k + 1].end) if follows else None
    return rule is not None and rule.type in WAYS and Form.QUOTED in rule.forms


def _ends_tail(page: Page, atom: Atom, later: bool) -> bool:
    """Whether a word behind a quotation is the sentence's own; `later` than the first it may be any verb."""
    grammar = page.grammar
    if atom.tag == "v" and len(atom.text) > 1 and atom.text not in grammar.ambivalent:
        return True
    return (later and atom.text in grammar.boundaries) or atom.tag in ("m", "t") or atom.tag.startswith(tuple("dpcr"))


def with_quotation(page: Page, atoms: Sequence[Atom], j: int, q: int, i: int, rule: EntityRule) -> Name | None:
    """The name from atom `j` to atom `i` that is called by the quotation `q`."""
    # 一哨、一函“五个一”机制: what a list joins to the quotation is no part of its name.
    if j == 0 and page.before(atoms[0].start) == "、":
        j = q
    core = Span(atoms[q].start + 1, atoms[q].end - 1)
    name = page.text[core.start : core.end]
    if rule.type in WAYS and page.text.endswith("品牌", 0, atoms[i].end) and _is_product(page, name):
        rule = page.grammar.trade  # “平武中蜂”区域公用品牌
    if Form.QUOTED not in rule.forms or not name or AGE.fullmatch(name):
        return None
    called = page.text.endswith(CALLING, 0, atoms[q].start)
    if i > q and rule.type not in WAYS and not called and page.text.startswith("的", atoms[q].end):
        return None
    # 全国“五好”县级工商联 is what a body may be named, and no body.
    if i > q and rule.type in BODIES and RANKED.match(page.text, atoms[q].end):
        return None
    if name in rule.never or page.text[core.start : atoms[i].end] in rule.never:
        return None
    if rule.type == "Industry" and (
        page.text.endswith("经济", 0, atoms[i].end) or decompose(name, page.grammar.shorthand)
    ):
        return None
    inside = tuple([atom.known for atom in atoms[j : i + 1] if atom.known is not None])
    span = Span(atoms[j].start, atoms[i].end)
    # “12345”工作法 is no hotline.
    own = name.isdecimal() and i > q and page.text.startswith(OWN_NUMBERS, core.end + 1)
    if own or name not in page.grammar.shorthand.uncounted:
        return Name(j, Mention(span, rule.type, rule.path, name, Form.QUOTED, core, inside))
    # 县委“两新”工委: the quotation is a common word, and the name is the whole.
    if rule.type in WAYS:
        return None
    whole = page.text[span.start : span.end]
    return Name(j, Mention(span, rule.type, rule.path, whole, Form.PROPER, None, inside))
