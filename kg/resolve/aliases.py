"""Mentions in, which of them name a body or event by a part of its name out: 绿源公司 for 云岭绿源农业发展有限公司."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kg.model import Form, Mention

NAMED = frozenset(
    {"Enterprise", "Association", "Institution", "Facility", "Team", "PartyOrganization", "GovernmentBody", "Event"}
)
EVENT, LAST_WORD = "Event", 2
# 联合党支部, 教育局: each place has one of its own, and only a longer name says which is meant.
OF_ANY_PLACE = frozenset({"PartyOrganization", "GovernmentBody"})
OWN_NAME = 6
CO_OPERATIVE, FARM = "合作社", "农场"
# How offices, institutes and banks are called for short all over the country.
SPELLED = {
    "农科院": "农业科学院",
    "林科院": "林业科学院",
    "社科院": "社会科学院",
    "疾控中心": "疾病预防控制中心",
    "卫健委": "卫生健康委员会",
    "卫健局": "卫生健康局",
    "发改委": "发展和改革委员会",
    "发改局": "发展和改革局",
    "人社局": "人力资源和社会保障局",
    "住建局": "住房和城乡建设局",
    "文旅局": "文化和旅游局",
    "林草局": "林业和草原局",
    "市监局": "市场监督管理局",
    "市场监管局": "市场监督管理局",
    "供销社": "供销合作社",
    "农商行": "农村商业银行",
    "农商银行": "农村商业银行",
}
PEOPLES = re.compile("人民(?=法庭|法院|检察院|政府)")
# What a later mention may put in the place of the legal form.
SHORT_FORM = re.compile("(?:公司|集团|企业|厂)$")
LEGAL_FORM = re.compile("(?:有限责任公司|股份有限公司|集团有限公司|有限公司|集团公司|公司|集团)$")
DISTINCTIVE = 2
# 农机合作社 says of which kind it is, and not which.
KIND_OF_BODY = re.compile(
    "专业|家庭|股份|经济|供销|农民|农机|农业|劳务|土地|旅游|种植|养殖|植保|电商|茶叶?|蔬菜|水果|水稻|果蔬|粮食|粮油|药材|中药材|食用菌|香菇|生猪|肉牛|水产|花卉|苗木"
)
LEVELS = frozenset(["", *"省市县区州旗镇乡村"])
GOODS_NAME = 2


def full_names(mentions: Iterable[Mention]) -> Mapping[str, Mention]:
    """For each short name the mention whose full name it is a part of, where that is but one.

    >>> from kg.model import Span
    >>> full = Mention(Span(0, 12), "Enterprise", "", "绿源农业发展有限公司")
    >>> full_names([full, Mention(Span(20, 24), "Enterprise", "", "绿源公司")])["绿源公司"].name
    '绿源农业发展有限公司'
    """
    bodies: dict[str, Mention] = {}
    for mention in mentions:
        if mention.type in NAMED and mention.form is not Form.QUOTED and mention.form is not Form.SHORT:
            bodies.setdefault(mention.name, mention)
    bare = {name: without_place(mention) for name, mention in bodies.items()}
    # A long page names hundreds of bodies: only those that share some piece are compared.
    sharing: dict[tuple[str, str], list[str]] = {}
    for name, mention in bodies.items():
        for piece in _pieces(mention, bare[name]):
            sharing.setdefault((mention.type, piece), []).append(name)
    found: dict[str, Mention] = {}
    for name, mention in bodies.items():
        pieces = _pieces(mention, bare[name])
        near = {other for piece in pieces for other in sharing[mention.type, piece] if other != name}
        fulls = [other for other in near if _is_part(mention, bare[name], bodies[other], bare[other])]
        if len(fulls) == 1:
            found[name] = bodies[fulls[0]]
    return found


def _pieces(mention: Mention, own: str) -> set[str]:
    """What a short name has in common with its full one, in one of the ways in which `_is_part` takes it for that."""
    name = mention.name
    pieces = {"=" + _spelled(name), "=" + own}
    if mention.type == "GovernmentBody":
        pieces |= {"=" + PEOPLES.sub("", name), "$" + name[1 - OWN_NAME :]}
    elif mention.type == "Enterprise" and own.endswith(FARM):
        pieces.add("$" + FARM)
    elif mention.type == "Enterprise":
        pieces.add("^" + own[:DISTINCTIVE])
    elif mention.type == "Association" and own.endswith(CO_OPERATIVE):
        pieces.add("$" + CO_OPERATIVE)
    elif mention.type == EVENT:
        pieces.add("$" + name[-LAST_WORD:])
    return pieces


def without_place(mention: Mention) -> str:
    """The name without the places that it begins with."""
    at = mention.span.start
    for inner in sorted(mention.inside, key=lambda m: m.span.start):
        if inner.span.start == at and inner.type not in NAMED:
            at = inner.span.end
    return mention.name[at - mention.span.start :]


def _is_part(mention: Mention, own: str, other: Mention, full: str) -> bool:
    """Whether `own` is what `full` is called for short: both without their places."""
    if len(other.name) > len(mention.name) and _spelled(mention.name) == _spelled(other.name):
        return True
    if mention.type == "Association" and own == CO_OPERATIVE:
        return _of_the_place(mention, other, full)
    if mention.type == EVENT:
        return len(other.name) > len(mention.name) and other.name.endswith(own)  # 本届采摘节 is the 脐橙采摘节
    if _by_brand(own, full):
        return True
    if mention.type == "GovernmentBody" and (_in_full(mention, other) or _behind_its_mother(mention, other)):
        return True
    if own == full:
        # The name with its place is the full one; 县文旅集团 says no more than 文旅集团.
        level = mention.name[: len(mention.name) - len(own)]
        # 云岭农村合作银行 is the 云岭县农村合作银行.
        if level and other.name.removesuffix(full) in {level + last for last in "县市区州旗盟"}:
            return True
        if mention.type in OF_ANY_PLACE and (level or len(own) < OWN_NAME):
            return False
        return level in LEVELS and other.name != full and other.name.removesuffix(full) not in LEVELS
    if mention.type != "Enterprise" or not LEGAL_FORM.search(full):
        return False
    core = SHORT_FORM.sub("", own)
    return len(core) >= DISTINCTIVE and len(own) < len(full) and full.startswith(core) and core != ""


def _spelled(name: str) -> str:
    """The name with its short words in full: 农科院 is 农业科学院.

    >>> _spelled("云岭县卫健局"), _spelled("云岭县农商行")
    ('云岭县卫生健康局', '云岭县农村商业银行')
    """
    return next((name.removesuffix(short) + full for short, full in SPELLED.items() if name.endswith(short)), name)


def _of_the_place(mention: Mention, other: Mention, full: str) -> bool:
    """大柘村合作社 is the 青石镇大柘村养殖合作社: whether the other is the co-operative of the same place."""
    place = mention.name.removesuffix(CO_OPERATIVE)
    return (
        bool(place)
        and other.name.removesuffix(full).endswith(place)
        and full.endswith(CO_OPERATIVE)
        and full != CO_OPERATIVE
    )


def _by_brand(own: str, full: str) -> bool:
    """青禾合作社 is the 青禾茶叶专业合作社, and 青禾农场 the 青禾家庭农场.

    >>> _by_brand("青禾合作社", "青禾茶叶专业合作社"), _by_brand("农机合作社", "农机专业合作社")
    (True, False)
    """
    last = next((last for last in (CO_OPERATIVE, FARM) if own.endswith(last)), "")
    brand = own.removesuffix(last)
    named = bool(last) and len(KIND_OF_BODY.sub("", brand)) >= DISTINCTIVE
    return named and len(full) > len(own) and full.startswith(brand) and full.endswith(last)


def _in_full(mention: Mention, other: Mention) -> bool:
    """石桥镇法庭 is the 石桥镇人民法庭: whether the other name says 人民 besides."""
    return PEOPLES.sub("", other.name) == mention.name != other.name


def _behind_its_mother(mention: Mention, other: Mention) -> bool:
    """定柳街派出所 is the 云岭县公安局定柳街派出所: whether the other name has but the mother's before it."""
    if not other.name.endswith(mention.name) or len(mention.name) < OWN_NAME - 1 or other.name == mention.name:
        return False
    cut = other.span.end - len(mention.name)
    return any(inner.span.end == cut and inner.type in NAMED for inner in other.inside)


def general_goods(names: Iterable[str]) -> Mapping[str, str]:
    """For the name of a product that ends in another of the same text that other: 双髻蜜柚 is 蜜柚.

    Of several that end in it each is one of its kinds, and stays apart.

    >>> general_goods(["蜜柚", "双髻蜜柚", "红提", "青提", "阳光青提"])
    {'双髻蜜柚': '蜜柚', '阳光青提': '青提'}
    """
    known = set(names)
    kinds: dict[str, list[str]] = {}
    for name in sorted(known):
        # From the shortest on.
        tails = (name[-size:] for size in range(GOODS_NAME, len(name)))
        general = next((tail for tail in tails if tail in known), None)
        if general is not None:
            kinds.setdefault(general, []).append(name)
    return {longer[0]: general for general, longer in kinds.items() if len(longer) == 1}
