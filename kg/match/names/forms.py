"""A name in, whether it is one thing's own or says of what kind a thing is out."""

from __future__ import annotations

from collections.abc import Sequence

from kg.match.names.grammar import LEVEL_TYPES, LEVEL_WORDS, Grammar
from kg.match.names.phrases import Atom
from kg.match.rulebook.kinds import BODIES, PLACES, SETTLED, WAYS
from kg.model import Form, Mention

CONTESTS = ("Program", "Event")
ON_THE_SPOT = 6
WORD = 3
LAKES = ("水库", "大坝")
LAND = frozenset("塘坑沟坝岭坪湾坡冲垅坳垄")


def form_of(
    atoms: Sequence[Atom],
    j: int,
    i: int,
    bare: bool,
    kind: str,
    inside: Sequence[Mention],
    grammar: Grammar,
) -> Form:
    """Whether a name is one thing's own (云岭县工业园, 万尚家居中心) or says of what kind a thing is."""
    words = grammar.name_words
    if bare:
        return Form.PROPER if kind == "Event" else Form.SHORT  # 桃花节
    named = any(m.type in PLACES or m.form is not Form.NOMINAL or m.rule == "lexicon/bodies" for m in inside)
    # 华侨大学建筑学院: a university is one, and bears the name of a place where it need not be.
    named = named or any(m.type == "Institution" and m.name.endswith("大学") for m in inside)
    opening = atoms[j].known
    named = named or (kind == "Institution" and opening is not None and opening.form is Form.SHORT)
    # 黄河湿地公园: what bears a river's name is not in it, and yet one thing.
    named = named or (kind == "Facility" and opening is not None and opening.type == "Place")
    called = kind == "Facility" and atoms[j].tag[:2] == "nr" and i > j and atoms[i].text.endswith(words.works)
    # 桐子塘废弃矿山, 杨柳沟水库: two words that end in how the land lies are what a spot is called.
    spot = kind == "Facility" and i > j + 1 and len(atoms[j].text) > 1 and atoms[j + 1].text in LAND
    called = called or (spot and "".join(a.text for a in atoms[j : i + 1]).endswith(words.works))
    # 石门水库, which the dictionary has whole; 跨海大桥, 蓄水库 say of what kind it is.
    called = called or (kind == "Facility" and i == j and len(atoms[i].text) > WORD and atoms[i].text.endswith(LAKES))
    # 王家岭茶场
    farm = kind == "Enterprise" and i == j + 1 and atoms[i].text in words.farms
    called = called or (farm and atoms[j].tag[:2] == "nr")
    # 瀑河源食品有限公司: a brand, in which the dictionary sees the short name of a place.
    behind = atoms[j + 1].known if kind == "Enterprise" and i > j + 1 and len(atoms[j].text) == 1 else None
    called = called or (behind is not None and behind.form is Form.SHORT)
    # 团结水库, 和平广场: what many villages are called.
    villages = kind == "Facility" and i == j + 1 and atoms[j].text in grammar.callings
    called = called or (villages and atoms[i].text.endswith(words.grounds))
    # 全国农民技能大赛
    # 全区山区林业工作现场会: of a sitting on the spot so much is said.
    told = kind == "Event" and atoms[i].end - atoms[j].start > ON_THE_SPOT and atoms[i].text.endswith("会")
    contest = told or (kind in CONTESTS and atoms[i].text.endswith(("赛", "会")) and atoms[j].text in words.wide)
    if named or called or contest or atoms[j].tag in ("ns", "nz") or (atoms[j].tag == "nt" and kind in BODIES):
        return Form.PROPER
    # What the dictionary cuts into single characters is no word of the language.
    spelled = i - j > 1 and len(atoms[j].text) == len(atoms[j + 1].text) == 1
    # Of an undertaking only what it is done to has a name of its own: 铁机小区改造.
    spelled = spelled and (kind not in WAYS or any(a.text in words.sites for a in atoms[j : i + 1]))
    return Form.PROPER if spelled else Form.NOMINAL


def is_the_levels(head: str, found: Sequence[Mention]) -> bool:
    """县委, and 镇党委 where the text knows one town: the body of the place that the text is about."""
    level = next((word for word in LEVEL_WORDS if head.removeprefix("团").startswith(word)), None)
    kind = LEVEL_TYPES.get(level or "", "")
    if kind not in SETTLED:
        return bool(kind)
    # An estate has no body of its own: 社区党委 beside 望江社区 and 望江小区.
    return len({m.name for m in found if m.type == kind and m.form is Form.PROPER and m.name[-2:] != "小区"}) == 1
