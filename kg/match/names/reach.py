"""The head of a name in, how far to the left of it the name reaches out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.names.deeds import HELPED, acts
from kg.match.names.grammar import LEVEL_WORDS, NAME_LENGTH, Page
from kg.match.names.halves import joined_start, lists_fields
from kg.match.names.inner_words import CALLED, modifies
from kg.match.names.left_ends import opens_behind_place, sounded_start, twin_start
from kg.match.names.levels import LEVEL_MARKS, OFFICES, at_level, behind_level
from kg.match.names.named_behind import sent_by, stands_behind_its_kind
from kg.match.names.phrases import SPEECH_LENGTH, Atom
from kg.match.names.registered import registered_start, with_grid
from kg.match.rulebook.kinds import BODIES, PLACES, WAYS
from kg.match.rulebook.rule_types import EntityRule
from kg.model import Form

OF_AN_AIM = ("领导小组", "工作领导小组", "协调小组", "指挥部")
STRETCHES = frozenset({"流域", "沿线", "境内", "辖区"})
NAMED_BEHIND_KINDS = ("Enterprise", "Association", "Institution")
# What has institutes of its own in other places, as a bank has branches.
SCHOOLS = ("大学", "科学院", "工学院")
# 江岳（云岭）工业园: two places run it.
TWIN = re.compile("（[一-龥]{2,4}）")
# 青松农业（集团）有限公司
HOUSES = ("集团", "控股", "中国")
PARTY_SEAT, BESIDE_THE_PARTY = re.compile("[省市县区旗州盟党工]委"), ("政府", "管委会", "办事处")
# 高质量发展行动, 高质量党建工程: with these it is one word.
COINING, COINED = frozenset({"高质量", "高水平", "高标准"}), frozenset(("党建", "发展", "就业", "充分就业", "农田"))
# What a bureau has in the places of its district.
POST_ATOMS, POST_NAME, EACH_OF = 5, 5, frozenset("各等下所基辖")
SO_MUCH = frozenset("集件套桶瓶箱")  # 集亲子民宿、农家乐于一体, 300件毛衣
DONE_WITH = re.compile("(?:[想盼愿搬住送走跑]进|[想要][去办建开住]|[开办建盖][了起][个家间座所处]小?)\\Z")
LEFT_OVER = frozenset("级个类种次座栋")
# 2021年改造工程, 惠及3.5万居民的: what ends a figure opens no name.
OF_FIGURES = frozenset("年月日万亿余多")
# Of these a level has its own: 县司法局, 镇综治中心, 市委党校.
OF_A_LEVEL = frozenset({"GovernmentBody", "PartyOrganization", "Institution", "Facility", "Enterprise", "Association"})
COUNTED_PLACES = ("村", "镇", "乡", "社区", "街道", "县", "区", "小区", "学校", "企业", "单位", "院落")
COUNTING = frozenset("0123456789百千万亿余多这那哪")
# 回来时县教育局: nor when.
WHERE = "s"  # jieba's tag of a word of place: 棚里, 地里
FORMER = frozenset("原现前该各某记时后")
WHEN = frozenset(("原", "现"))


def name_start(page: Page, atoms: Sequence[Atom], first: int, rule: EntityRule) -> int:
    """The first atom of the name whose head, or quotation, begins with atom `first`.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.names.phrases import cut_phrase
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> page = open_page("积极组建党员志愿服务队", compile_grammar(load_rules()), Words())
    >>> atoms = cut_phrase(page, 0, 11, [11], [])
    >>> atoms[name_start(page, atoms, len(atoms) - 1, page.grammar.heads["服务队"])].text
    '党员'
    """
    j = _leftmost(page, atoms, first, rule)
    if rule.type == "GovernmentBody" and page.text.startswith(OF_AN_AIM, atoms[first].start):
        j = behind_level(page, atoms, j)
    if rule.type in OF_A_LEVEL:
        j = at_level(page, atoms, j, first)
    if rule.type in ("Enterprise", "Facility"):
        j = with_grid(page, atoms, j)
    # What only praises at the left edge is no part of the name.
    while (
        j < first
        and (
            (atoms[j].text in page.grammar.praise and not (atoms[j].text in COINING and atoms[j + 1].text in COINED))
            or atoms[j].text in LEFT_OVER
            # 拱棚里西瓜长势旺: nor is where it grows.
            or (rule.type == "Industry" and (atoms[j].text in SO_MUCH or atoms[j].tag == WHERE))
            or (atoms[j].text in OF_FIGURES and page.before(atoms[j].start).isdigit())
            # 3亿袋棚室木耳基地
            or (atoms[j].text in page.grammar.classifiers and page.before(atoms[j].start) in COUNTING)
            # 4个示范村党建“一村一品”工程: in so many of them.
            or (rule.type in WAYS and j and _is_counted(page, atoms[j - 1], atoms[j]))
            or (rule.type in BODIES and (atoms[j].text in FORMER or atoms[j].text in page.grammar.name_words.serving))
            or (rule.type == "Facility" and atoms[j].text in WHEN)
            # 自市财政局工作队进驻以来, 自“百日清乱”专项行动开展以来: from when on.
            or (atoms[j].text == "自" and atoms[j + 1].text[:1] in (*LEVEL_MARKS, "“"))
        )
    ):
        j += 1
    # 想进|养老院, 开了个|小饭馆: behind what somebody does or wishes nothing but the last word is left.
    if j < first and DONE_WITH.search(page.text, atoms[j].start, atoms[first].start):
        j = first
    if rule.type in HELPED and not page.grammar.sounds.isdisjoint(atoms[j].text):
        j = sounded_start(page, atoms, j)
    # 涪江流域古城水电站: of what a river or road has along it the name begins behind 流域.
    if j + 1 < first and atoms[j].tag == "@" and atoms[j + 1].text in STRETCHES:
        j += 2
    # 在治理区建设调节坝: who or what a character means that builds it.
    builds = rule.type == "Facility" and j + 2 <= first and atoms[j].text in page.grammar.name_words.zones
    if builds and atoms[j + 1].text in page.grammar.name_words.building:
        j += 2
    # 在社区经营餐馆: behind a word of place the verb is the sentence's own.
    before = page.text[max(0, atoms[j].start - 2) : atoms[j].start]
    if before[-1:] in ("在", "到", "于", "从") and not page.words.tag(before).startswith("v"):
        for k in range(first - 1, j, -1):
            registered = page.text.startswith(page.grammar.registered, atoms[k].end)
            # 在云岭县扶贫产业园内: a word that only says what for governs nothing.
            governs = atoms[k].text in page.grammar.ambivalent and atoms[k].text not in page.grammar.name_words.purposes
            if atoms[k].tag == "v" and governs and not registered:
                return k + 1
    return j


def _leftmost(page: Page, atoms: Sequence[Atom], first: int, rule: EntityRule) -> int:
    j = first
    end = atoms[first].end
    known = atoms[first].known
    if known is not None and known.type in PLACES and known.form is not Form.ANAPHOR and rule.type in BODIES:
        # 学习青石社区党委的办法: 社区党委 begins inside the name of the place, and the name with the place.
        return _from_place(page, atoms, first, first, rule)
    while j > 0 and end - atoms[j - 1].start <= NAME_LENGTH:
        before = atoms[j - 1]
        # 到杨家村任村党支部书记: what he serves as begins behind the verb.
        if before.text in page.grammar.name_words.serving and rule.type in BODIES:
            break
        # 县委县政府 are two.
        if atoms[first].text.endswith(BESIDE_THE_PARTY) and PARTY_SEAT.search(page.text, before.end - 2, before.end):
            break
        # 家属全国联谊会: a body of the whole country begins with that.
        if atoms[j].text == "全国" and rule.type in BODIES:
            break
        if before.tag == "@":
            return _from_place(page, atoms, j, first, rule)
        if rule.type == "Facility" and (first_twin := twin_start(atoms, j)) is not None:
            j = first_twin
            continue
        if before.tag == "“":
            if len(before.text) > SPEECH_LENGTH or atoms[first].tag == "“":
                break
            j -= 1
            continue
        sent = sent_by(page, atoms, j) if rule.type in BODIES else None
        if sent is not None:
            return _from_place(page, atoms, sent, first, rule)
        if before.text in page.grammar.name_words.firms and rule.type in NAMED_BEHIND_KINDS and j < first:
            break
        # 在牵头部门市工信局设立: what it is there, and its name.
        if before.text in OFFICES and rule.type == "GovernmentBody" and atoms[j].text.startswith(LEVEL_WORDS):
            break
        if before.text in OFFICES and rule.type == "Institution" and j < first:
            break
        if stands_behind_its_kind(page, atoms, j, first, rule):
            break
        inner = page.ends.get(before.end)
        mother = page.grammar.heads.get(inner[1]) if inner and rule.type in BODIES else None
        if inner and mother is not None and mother.type in ("GovernmentBody", "Institution") and mother != rule:
            # 湘江大学文学与新闻学院“红韵”志愿队: from here on it is the name of the mother.
            return _leftmost(page, atoms, next(k for k in range(j) if atoms[k].end > inner[0]), mother)
        if inner and rule.type != "Industry" and inner[1].endswith(page.grammar.registered):
            # 云南好仁坚果开发有限公司加工厂: a registered name may hold any character.
            k = next(k for k in range(j) if atoms[k].end > inner[0])
            registered = registered_start(page, atoms, k, page.grammar.heads[inner[1]])
            if registered is not None:
                return registered
        # 润琪生物科技有限公司复合肥: what a firm makes is not called after the firm.
        if inner and rule.type == "Industry" and inner[1].endswith(page.grammar.registered):
            break
        station = _post_of(page, atoms, j, first) if rule.type == "GovernmentBody" else None
        if station is not None:
            return _leftmost(page, atoms, station, rule)
        # 山海协作产业园: what the whole country calls an undertaking opens the name of a house.
        undertaken = rule.type == "Facility" and inner is not None and page.grammar.bodies.get(inner[1]) in WAYS
        body = rule.type in BODIES and inner is not None and page.grammar.is_body(inner[1])
        if inner and inner[0] < before.start and (undertaken or body):
            # 区委办党支部: a body that jieba cuts is one piece of the longer name.
            j = next(k for k in range(j) if atoms[k].end > inner[0])
            continue
        if before.tag == "（" and rule.type == "Facility" and j > 1 and TWIN.fullmatch(before.text):
            twin = atoms[j - 2].known
            if twin is not None and twin.type in PLACES and twin.form is not Form.ANAPHOR:
                return j - 2
        if before.tag == "（" and rule.type == "Enterprise" and j > 1 and _is_seat(page, before):
            j -= 1  # 青禾牧业（深圳）有限公司, 青禾牧业（集团）有限公司
            continue
        if atoms[j].tag == "（" and j < first and before.tag not in "“（":
            j -= 1  # 青松投资（集团）有限公司: no name begins with a bracket
            continue
        if before.text == "之" and j < first and rule.type in BODIES and j > 1 and atoms[j - 2].tag[:1] in "nj":
            j -= 2  # 藏羊之府生态养殖合作社
            continue
        if (rule.type in CALLED or rule.type == "Association") and opens_behind_place(page, atoms, j, first):
            j -= 1
            continue
        joined = joined_start(page, atoms, j - 1, rule)
        if joined is not None:
            return joined
        if lists_fields(page, atoms, j - 1, rule):
            j -= 2
            continue
        if before.tag == "（" or not modifies(page, atoms, j - 1, first, rule) or acts(page, atoms, j - 1, first, rule):
            break
        j -= 1
    return j


def _post_of(page: Page, atoms: Sequence[Atom], j: int, first: int) -> int | None:
    """冠县公安局|定远寨|派出所: where the bureau begins whose post stands behind a name of whatever characters."""
    if not atoms[first].text.endswith(page.grammar.name_words.posts):
        return None
    for k in range(j - 1, max(j - 1 - POST_ATOMS, -1), -1):
        mother = page.ends.get(atoms[k].end)
        if mother is not None and mother[1].endswith(page.grammar.name_words.bureaus):
            name = page.text[atoms[k].end : atoms[first].start]
            words = [atom.text for atom in atoms[k + 1 : first]]
            governs = any(_governs(page, word) for word in words)
            named = 2 <= len(name) <= POST_NAME and not governs and words[0] not in page.grammar.generic
            if not named or not page.grammar.function.isdisjoint(name) or words[0][0] in EACH_OF:
                return None
            return next(n for n in range(k + 1) if atoms[n].end > mother[0])
        if atoms[k].tag in "“（":
            return None
    return None


def _governs(page: Page, word: str) -> bool:
    """推行, and 积极探索, which the dictionary takes for one word."""
    boundaries = page.grammar.boundaries
    return len(word) > 1 and (word in boundaries or (len(word) == 4 and {word[:2], word[2:]} <= boundaries))


def _is_seat(page: Page, bracket: Atom) -> bool:
    """Whether a bracket holds nothing but a place, or what house it is, as it does inside the name of a firm."""
    inside = bracket.text[1:-1]
    return TWIN.fullmatch(bracket.text) is not None and (inside in HOUSES or page.words.tag(inside) in ("ns", "x"))


def _from_place(page: Page, atoms: Sequence[Atom], j: int, first: int, rule: EntityRule) -> int:
    """The place before a name is part of it, and the places before that: 云岭县青石镇茶叶协会."""
    # 县水利局驻石桥村工作队: the place is where the team was sent, and no part of what it is called.
    if rule.type == "Team" and (k := _stayed_in(page, atoms, j)) is not None:
        return min(k, first)
    # A trade is what a place has, not what it is called.
    while j > 0 and rule.type != "Industry" and atoms[first].end - atoms[j - 1].start <= NAME_LENGTH:
        place = atoms[j - 1]
        if rule.type == "Facility" and (twin := twin_start(atoms, j)) is not None:
            j = twin
            continue
        if place.known is None or place.known.type not in PLACES:
            break
        if place.known.form is Form.ANAPHOR and not (place.text in LEVEL_WORDS and rule.type in BODIES):
            break
        # 建立与深圳合作机制: the place is whom the verb joins with.
        if rule.type in WAYS and page.before(place.start) in ("与", "同", "和", "跟"):
            break
        j -= 1
    if j > 0 and atoms[first].text.startswith(page.grammar.name_words.offices):
        return _mother(page, atoms, j)
    posted = j > 0 and atoms[first].text.endswith(page.grammar.name_words.posts)
    bureau = page.ends.get(atoms[j - 1].end, (0, ""))[1] if posted else ""
    if bureau.endswith(page.grammar.name_words.bureaus):
        return _mother(page, atoms, j)  # 冠县公安局梁堂派出所
    firm = page.ends.get(atoms[j - 1].end) if j > 0 and rule.type == "PartyOrganization" else None
    if firm is not None and page.grammar.bodies.get(firm[1]) == "Enterprise":
        # 美团城北站点党支部: the firm stands before the place of its branch.
        return _from_place(page, atoms, _mother(page, atoms, j), first, rule)
    school = page.ends.get(atoms[j - 1].end, (0, ""))[1] if j > 0 and rule.type == "Institution" else ""
    if school.endswith(SCHOOLS):
        # 江岳大学云岭研究院: the school has set it up there.
        return _mother(page, atoms, j)
    sent = sent_by(page, atoms, j) if rule.type in BODIES else None
    return j if sent is None else _from_place(page, atoms, sent, first, rule)


def _stayed_in(page: Page, atoms: Sequence[Atom], j: int) -> int | None:
    """The atom behind the places that end with atom `j - 1`, where 驻 stands before them."""
    k = j
    while k > 0 and atoms[k - 1].tag == "@":
        k -= 1
    return j if k < j and page.before(atoms[k].start) == "驻" else None


def _mother(page: Page, atoms: Sequence[Atom], j: int) -> int:
    """Where the body begins whose branch is in the place that is atom `j`: 农业银行云岭支行."""
    before = page.ends.get(atoms[j - 1].end)
    if before is None or not page.grammar.is_body(before[1]):
        # 四川长虹北京分公司: a firm that the dictionary knows.
        named = atoms[j - 1].tag in ("nt", "nz")
        return j - named - (named and j > 1 and atoms[j - 2].tag == "@")
    k = next(k for k in range(j) if atoms[k].end > before[0])
    rule = page.grammar.heads.get(before[1])
    return k if rule is None or before[1] in page.grammar.bodies else _leftmost(page, atoms, k, rule)


def _is_counted(page: Page, classifier: Atom, noun: Atom) -> bool:
    """4|个|示范村: whether a noun that has places or people in it is counted."""
    counted = classifier.text in page.grammar.classifiers and page.before(classifier.start).isdigit()
    return counted and noun.text.endswith(COUNTED_PLACES)
