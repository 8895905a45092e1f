"""A quotation in, the name round it out: “四联”活动, “A、B”的网格体系, or the quotation alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.names.goods_items import COMMON
from kg.match.names.grammar import Page
from kg.match.names.phrases import Atom, Name
from kg.match.names.quotation_tails import GOES_ON, NO_SPOT, heads, last_of_content, last_of_name
from kg.match.names.quotation_wholes import KIND, for_each, is_product, sums_up, with_quotation
from kg.match.names.quoted_ways import LINKS, PARTS, PLUS, is_way
from kg.match.names.reach import name_start
from kg.match.rulebook.kinds import WAYS
from kg.match.rulebook.rule_types import EntityRule
from kg.match.rulebook.words import IDIOMS
from kg.match.shorthand.decomposed import SUM, decompose, number_of
from kg.model import Form, Mention, Span

# “九分石头一分土” says how a place is.
SHARES = re.compile("[一二三四五六七八九]分[一-龥]{1,3}[，、]?[一二三四五六七八九]分[一-龥]{1,3}")
LEVELS_OF = re.compile("的?(?P<number>[二两三四五六七八九])级")
COUNTED_WAYS = re.compile("的?(?P<number>[两二三四五六七八九])种[一-龥]{0,8}?(?:方式|模式|机制|路径|办法)(?![一-龥])")
# 把“问题清单”变成“成效清单”
TURNED, TURNED_LENGTH = re.compile("(?:变|化|转化|转变|升级|换|说|当|看)[成为作]了?\\Z"), 4
TURNS = re.compile("(?:也|正|已|已经|都|就)?(?:变|转化|转变|化)[成为]")
SERIES = re.compile("系列(?!活动|行动|工程|举措|措施|机制|做法|培训|宣讲|赛|文化|主题|制度|服务)")
# “…创新实验区”“…”体系: what a place may be named is no way of working.
AWARDED = ("区”", "县”", "市”", "镇”", "村”", "单位”")
# “上门办理”“帮办代办”两项举措: how many they are together.
SUMMED_UP = re.compile("[0-9两二三四五六七八九十]+[项个大条种类]")
# “小村规”撬动乡村“大治理”: rhetoric, and neither a name.
SMALL, GREAT = re.compile("小[一-龥]{1,4}"), re.compile("[^，。；：！？“”]{1,10}“大[一-龥]{1,5}”")
# “敲门问”“坐堂诊”机制: the last word belongs to all of them.
BESIDE = re.compile("(?:[、和与暨]?“[^“”，。\\n]{2,16}”)+")
SHARED = re.compile(
    "的?(?P<shared>(?:工作|服务|治理|(?:(?![在为把被让等和与及的对向])[一-龥]){2,7}?(?=活动|行动|模式|机制|体系))?"
    "(?:机制|制度|模式|体系|(?:工作|做)法|原则|行动|工程|活动|建设(?![项单用标指成]|[的得了])))"
    "(?![一-龥]{0,2}(?:创新|改革))"
)
# “带、网、片”相结合的防护林体系
COMBINED = re.compile(
    "(?:相|有机|紧密|深度)?(?:结合|融合|衔接|统一|协同|配套|补充|促进)的[一-龥]{0,8}?(?:体系|模式|机制|制度|格局|工作法)(?![一-龥])"
)
# “新时代‘枫桥经验’”: the inner marks hold the name.
INNER = re.compile("“[一-龥]{0,6}‘([^‘’]{2,12})’”")
BRANDED = re.compile(
    "(?:牌(?![子匾])|(?P<series>系列))([一-龥]{2,6}?)(?=[，。；、：！？）]|[被获入远畅在是为等和与及])"
)
SAID_OF = frozenset("浓旺火热忙美暖红亮俏香")
SEVERAL = re.compile("[二两三四五六七八九十](?:[个大]|[美好净优有无](?:[一-龥]{0,2}(?:庭院|院落|小院|农家|村庄)))")
WHERE = ("在", "到", "把", "让", "被")
# “五个一”关爱服务: so many words may stand before the last of the name.
SPELLED_ATOMS, SPELLED_TAGS = 4, frozenset("nvabz@")
LONGEST, LONGEST_NAME = 60, 20
BRAND, BRAND_LENGTH = (
    re.compile("(?:党建|治理|服务|调解|普法|法治|营商环境|志愿|议事|养老|政务|解纷)(?:工作)?子?品牌\\Z"),
    12,
)
BY_WAY_OF = re.compile("的[一-龥]{0,2}?(?:形式|方式|办法|做法)")
# A name that no mark parts.
NAME = re.compile("[一-龥A-Za-z0-9·]{2,8}")
VARIETY = re.compile("[一-龥A-Za-z]{1,6}[0-9]{1,4}号")
CALLED = frozenset({"Facility", "Team", "Enterprise", "Association", "Institution"})
SENTENCE_TAGS = ("v", "d", "p", "c", "m", "u", "r", "f")
ENDS_SPEECH = frozenset("。！？，")
# “点对点”服务, “面对面”: of whom to whom.
OPPOSITE = re.compile("(.)对\\1")


def quotation(page: Page, atoms: Sequence[Atom], q: int) -> Name | None:
    """The name round the quotation that is atom `q`.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.names.phrases import cut_phrase
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> page = open_page("开展“敲门问需”活动", compile_grammar(load_rules()), Words())
    >>> atoms = cut_phrase(page, 0, 10, [10], [])
    >>> quotation(page, atoms, 1).mention.name
    '敲门问需'
    """
    if marked := INNER.fullmatch(atoms[q].text):
        at = atoms[q].start + marked.start(1)
        nested = Atom(at - 1, at + len(marked[1]) + 1, f"“{marked[1]}”", "“")
        return quotation(page, [*atoms[:q], nested, *atoms[q + 1 :]], q)
    core = atoms[q].text[1:-1]
    if len(core) < 2 or len(core) > LONGEST or core[-1] in ENDS_SPEECH or "。" in core or SHARES.fullmatch(core):
        return None
    behind = atoms[q].end
    if SMALL.fullmatch(core) and GREAT.match(page.text, behind):
        return None
    if (each := for_each(page, atoms, q, core)) is not None:
        return with_quotation(page, atoms, q, q, each, page.grammar.ways)
    words = page.grammar.way_words
    # “致富带富”型, “红旅木塔”名片, “三多三少”的治理困境
    said = words.figure.match(page.text, behind) or words.trouble.match(page.text, behind)
    if said or page.text[behind : behind + 1] in KIND:
        return None
    turned = TURNED.search(page.text, max(0, atoms[q].start - TURNED_LENGTH), atoms[q].start)
    if (
        turned
        or TURNS.match(page.text, behind)
        or (SERIES.match(page.text, behind) and not BRANDED.match(page.text, behind))
    ):
        return None
    # “上门办理”“帮办代办”两项举措: a member of a list that is summed up has no name of its own.
    # But so has “云党3号” of “云黄5号”“云党3号”两个品种.
    summed_up = page.before(atoms[q].start) in ("”", "、") and SUMMED_UP.match(page.text, behind)
    itself = VARIETY.fullmatch(core) or is_product(page, core) or PLUS.search(core)
    if sums_up(page, atoms[q]) or (summed_up and not itself):
        return None
    # “名存实亡”的双向通道改造: an idiom says how it is.
    if (
        page.text[behind : behind + 1] == "的"
        and page.words.tag(core) in IDIOMS
        and not decompose(core, page.grammar.shorthand)
    ):
        return None
    levelled = words.levelled.match(page.text, behind) if len(LINKS.findall(core)) > 1 else None
    # “县有中心、乡有站点、村有窗口”的三级体系: so too of a list with as many members as the levels counted.
    listed = LEVELS_OF.match(page.text, behind) if not levelled and "、" in core else None
    if listed and number_of(listed["number"]) == len(core.split("、")):
        levelled = words.levelled.match(page.text, behind)
    # “出地、出工、出租”三种合作方式: as many ways as the quotation lists.
    as_many = COUNTED_WAYS.match(page.text, behind) if not levelled and "、" in core else None
    if as_many and number_of(as_many["number"]) == len(core.split("、")):
        levelled = as_many
    # The dictionary may know 网络体系 as one word.
    ends = {levelled.end(), levelled.end() + 2} if levelled else set()
    whole = next((k for k in range(q + 1, len(atoms)) if atoms[k].end in ends and heads(page, atoms[k])), None)
    if whole is not None:
        return with_quotation(page, atoms, q, q, whole, page.grammar.ways)
    # “带、网、片”相结合的防护林体系: how what it lists goes together stands before the last word.
    combined = COMBINED.match(page.text, behind)
    if combined is not None and len(core) > 2:
        last = next((k for k in range(q + 1, len(atoms)) if atoms[k].end == combined.end()), None)
        if last is not None:
            return with_quotation(page, atoms, q, q, last, page.grammar.ways)
    content = last_of_content(page, atoms, q) if decompose(core, page.grammar.shorthand) else None
    if content is not None:
        return with_quotation(page, atoms, q, q, content, page.grammar.ways)
    # 以“三会一评”的形式走访: how something is done; 走访 is no last word of it.
    if BY_WAY_OF.match(page.text, behind) and decompose(core, page.grammar.shorthand):
        return with_quotation(page, atoms, q, q, q, page.grammar.ways)
    # 党建品牌“连心桥”: what the brand is of says that it is a way of working.
    if NAME.fullmatch(core) and BRAND.search(page.text, max(0, atoms[q].start - BRAND_LENGTH), atoms[q].start):
        return with_quotation(page, atoms, q, q, q, page.grammar.ways)
    end = last_of_name(page, atoms, q)
    if end is not None:
        rule = page.head_of(atoms[end].start, atoms[end].end) or page.head_of(atoms[q].end, atoms[end].end)
        # “六助”居家养老服务: behind a shorthand no trade is meant.
        counted = rule is not None and rule.type == "Industry" and decompose(core, page.grammar.shorthand)
        if counted and (on := _spelled_on(page, atoms, q)) > q:
            return with_quotation(page, atoms, q, q, on, page.grammar.ways)
        if rule is not None:
            named = with_quotation(page, atoms, name_start(page, atoms, q, rule), q, end, rule)
            if named is not None or rule.type in WAYS or not SUM.fullmatch(core):
                return named
            # “1+2+X”的志愿者队伍: the sum is how a team is made up.
            return with_quotation(page, atoms, q, q, q, page.grammar.ways)
    if branded := BRANDED.match(page.text, behind):
        # “红松”牌丝袜: the goods that bear the brand.
        goods = _is_noun(page, branded[2], "n" if branded["series"] else "nvbz")
        return _goods(page, atoms, q, branded) if goods else None
    beside = _beside(page, atoms[q])
    if beside is not None:
        return with_quotation(page, atoms, q, q, q, beside)
    inner = _named_inside(page, atoms[q], core)
    # 公路“路长制” is no road called so.
    kind = _called(page, atoms, q, core) if inner is None or inner.type not in WAYS else None
    if kind is not None:
        j, rule = kind
        return with_quotation(page, atoms, j, q, q, rule)
    known = page.grammar.bodies.get(core, "")
    if known in WAYS:
        marks, held = Span(atoms[q].start, behind), Span(atoms[q].start + 1, behind - 1)
        return Name(q, Mention(marks, known, "lexicon/programmes", core, Form.QUOTED, held))
    if inner is not None:
        # “四个家园”, “五美庭院” is what is striven for in so many ways, and no one home.
        several = inner.type in WAYS or (inner.type == "Facility" and SEVERAL.match(core))
        numbered = bool(several and decompose(core, page.grammar.shorthand))
        # “党建+庭院整治”: what is added to what is a way of working, whatever it ends in.
        # 推行“积分超市”: what is put into practice or tried out is a way of working, and no house yet.
        tried = inner.type == "Facility" and q > 0 and atoms[q - 1].text in page.grammar.quotation_words.trying
        summed = PLUS.search(core) and not core.endswith(page.grammar.quotation_words.sums)
        if numbered or tried or (inner.type in WAYS and summed):
            return with_quotation(page, atoms, q, q, q, page.grammar.ways)
        return with_quotation(page, atoms, name_start(page, atoms, q, inner), q, q, inner)
    # 推行“六助”居家养老服务: what the shorthand opens is its name, whatever noun stands behind it.
    if decompose(core, page.grammar.shorthand) and (on := _spelled_on(page, atoms, q)) > q + 1:
        return with_quotation(page, atoms, q, q, on, page.grammar.ways)
    if not is_way(page, atoms, q, core):
        return None
    called = q + 1 < len(atoms) and atoms[q + 1].text in words.spelling and atoms[q + 1].start == atoms[q].end
    numbered = bool(decompose(core, page.grammar.shorthand))
    last = q + (called and numbered)
    if numbered and last == q:
        last = _spelled_on(page, atoms, q)
    return with_quotation(page, atoms, q, q, last, page.grammar.ways)


def _spelled_on(page: Page, atoms: Sequence[Atom], q: int) -> int:
    """“五个一”关爱服务: the last atom of the name that a shorthand opens, if such a word ends the clause near by."""
    grammar = page.grammar
    for k in range(q + 1, min(len(atoms), q + 1 + SPELLED_ATOMS)):
        if atoms[k].tag[:1] not in SPELLED_TAGS or atoms[k].text in grammar.function or atoms[k].text[0].isdigit():
            return q
        if atoms[k].text in grammar.way_words.spelling and GOES_ON.match(page.text, atoms[k].end):
            return k
        if atoms[k].text in grammar.boundaries and atoms[k].text not in grammar.ambivalent:
            return q
    return q


def _goods(page: Page, atoms: Sequence[Atom], q: int, behind: re.Match[str]) -> Name:
    brand, rule = atoms[q], page.grammar.trade
    core = Span(brand.start + 1, brand.end - 1)
    name = brand.text[1:-1] + behind[0]
    return Name(q, Mention(Span(brand.start, behind.end()), rule.type, rule.path, name, Form.QUOTED, core))


def _is_noun(page: Page, name: str, tags: str) -> bool:
    """Whether a name is made of nouns alone, or of words with the given tags."""
    return all(tag[:1] in tags and word not in page.grammar.function for word, tag in page.words.cut(name))


def _beside(page: Page, atom: Atom) -> EntityRule | None:
    """“敲门问”“坐堂诊”机制: what the last word behind the next quotations makes of this one."""
    others = BESIDE.match(page.text, atom.end)
    last = SHARED.match(page.text, others.end()) if others else None
    if last is None or "，" in atom.text or atom.text.endswith(AWARDED):
        return None
    # “甲、乙、丙”“三联”机制: a list of as many as the next name states has no name of its own.
    stated = decompose(others[0].split("“")[1].split("”")[0], page.grammar.shorthand) if others else ()
    if len(stated) == 1 and stated[0].number == len(atom.text.split("、")) > 1:
        return None
    rule = page.grammar.quoted.get(last["shared"]) or page.head_of(*last.span("shared"))
    # “甲”“乙”的活动: 的 joins quotations to ways of working alone.
    joined = last[0] != last["shared"]
    return rule if rule is not None and rule.type in (WAYS - {"Program"} if joined else WAYS) else None


def _called(page: Page, atoms: Sequence[Atom], q: int, core: str) -> tuple[int, EntityRule] | None:
    """护边点“北塔哨”, 改成“听柚山房”, “渭党5号”: what a bare quotation is by the words before it, or by itself."""
    if not NAME.fullmatch(core):
        return None
    goes_on = q + 1 < len(atoms) and not atoms[q + 1].tag.startswith(SENTENCE_TAGS) and atoms[q + 1].text != "的"
    ordered = q > 0 and page.text.endswith(page.grammar.quotation_words.put_to_use, 0, atoms[q].start)
    if VARIETY.fullmatch(core) or (is_product(page, core) and not ordered):
        return q, page.grammar.trade
    if goes_on or q == 0 or decompose(core, page.grammar.shorthand):
        return None
    before = atoms[q - 1]
    rule = page.head_of(before.start, before.end)
    # 与江岳大学“联姻”: what the body does is no name of it.
    if core in page.grammar.boundaries:
        return None
    # 冬日大棚“春意浓”: what the quotation says of the house.
    if core[-1] in SAID_OF and page.words.frequency(core) < COMMON:
        return None
    if rule is not None and rule.type in CALLED and Form.QUOTED in rule.forms and len(page.ends[before.end][1]) > 1:
        return name_start(page, atoms, q - 1, rule), rule
    if before.text in page.grammar.teaming:
        return q, page.grammar.heads["服务队"]
    k = q - 1 if before.text != "的" else next((k for k in range(q - 2, -1, -1) if atoms[k].tag == "v"), q - 1)
    return (q, page.grammar.heads["驿站"]) if atoms[k].text in page.grammar.housing else None


def _named_inside(page: Page, atom: Atom, core: str) -> EntityRule | None:
    """“红色物业服务站”: the quotation ends with the last word of a name itself."""
    if (
        atom.end - 1 not in page.ends
        or len(core) > LONGEST_NAME
        or "、" in core
        or OPPOSITE.fullmatch(core)
        or NO_SPOT.fullmatch(core)
    ):
        return None
    # “在樟树下议事” says where.
    if page.grammar.way_words.meeting.fullmatch(core) or core.startswith(WHERE):
        return None
    head = next((core[k:] for k in range(len(core)) if core[k:] in page.grammar.heads), "")
    rule = page.grammar.quoted.get(head) or page.grammar.heads.get(head)
    # “党建+合作社” is no co-operative.
    summed = rule is not None and rule.type not in WAYS and PARTS.search(core)
    named = rule is not None and rule.type != "Industry" and Form.QUOTED in rule.forms
    return rule if named and not summed else None
