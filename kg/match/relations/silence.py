"""What a wording found in, what in the sentence forbids to say it out."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from itertools import pairwise

from kg.match.relations.compiled_relations import Relations
from kg.match.relations.folding import Folded
from kg.match.rulebook.patterns import CLAUSE_MARK
from kg.match.rulebook.rule_types import RelationRule

# What may follow a name without making it the first part of a longer one.
AFTER_NAME = frozenset("和与及等以并来为用后也均都已还让使从在由共中上内到至了而各")
# 柑橘、油茶两大产业, 发展柑橘的路子, 柑橘种植等, 组建医院时: what follows is no more of the name.
SAYS_AGAIN = re.compile(
    "(?:[0-9]+|[两二三四五六七八九十]+)[大个类种项][一-龥]{0,4}?产业|的[一-龥]{0,4}?(?:路子|道路|路径|新路)"
    "|(?:[0-9]+|[两二三四五六七八九十]+)大?[块类种项样](?=[，。；])"
    "|(?:特色|优势|主导|支柱|首位|富民)产业|(?:区域)?(?:公用)?(?:品牌|(?:金字)?招牌|名片)(?=[，。；、])"
    "|(?:种植|[种放]?养殖?|栽培|育苗|繁育|培育|[精深粗初]*加工|生产|制造|制作|酿造|编织|冶炼|收购|采摘|销售|开发|研发)+"
    "[产企]?业?(?=[，。；、等和与及])|的[一-龥]{0,8}?(?:企业|公司|厂家|合作社|大户|农户)|(?:的?时候?|之?[前后初]|伊始|之际)(?=[，。；])"
)
# What stands between a name and the next mark or conjunction.
RUN = re.compile("[一-龥]{1,12}?(?![一-龥])|[一-龥]{1,12}?(?=等|和|及|与|、)")
# 建成冷库一座、文化广场两处
SO_MANY = re.compile("[一二两三四五六七八九十几数]+余?[座处所个条家间栋幢口套支](?![一-龥])")
POSTS_IN = ("书记", "副书记", "主任", "副主任", "委员", "成员", "班子", "负责人", "干部", "代表", "党员")
SHORT = 3


def silent(
    relations: Relations, folded: Folded, hits: Container[str],
    rule: RelationRule, n: int, match: re.Match[str], place: int,
) -> str:  # fmt: skip
    """What forbids a claim on the mention at `place`, or nothing."""
    text = folded.text
    if rule.patterns[n].whole and _goes_on(relations, text, place + 1):
        return "only the first part of a longer name"
    before = [m.end() for m in CLAUSE_MARK.finditer(text, 0, match.start())]
    low = before[-1] if before else 0
    after = CLAUSE_MARK.search(text, max(match.end(), place))
    high = after.start() if after else len(text)
    masked = ""
    for pattern in rule.unless:
        if not pattern.may_stand(text, hits):
            continue
        seen = text
        if "object" in pattern.slots:
            seen = masked = masked or _alone(text, relations.masks[rule.path], match, place)
        if pattern.regex.search(seen, low, high):
            return f"unless {pattern.text}"
    return ""


def _alone(text: str, mask: Mapping[int, str], match: re.Match[str], place: int) -> str:
    """The sentence with one object of a rule and no other, so that an `unless` speaks of this one.

    The subject that was bound stands there too, also where it is of the same class (云岭县与东江县).
    """
    who = match.start("subject") if "subject" in match.re.groupindex else -1
    kept = {place, who} - {-1}
    edges = [0, *(edge for at in sorted(kept) for edge in (at, at + 1)), len(text)]
    pieces = [text[a:b] for a, b in pairwise(edges)]
    return "".join(piece if n % 2 else piece.translate(mask) for n, piece in enumerate(pieces))


def _goes_on(relations: Relations, text: str, place: int) -> bool:
    """柑橘 in 柑橘深加工基地, 五崖寨景区 in 五崖寨景区品牌: what follows makes it another thing's name."""
    if text.startswith(POSTS_IN, place):
        return True  # 村党支部书记: who serves in it
    run = RUN.match(text, place)
    if run is None or text[place] in AFTER_NAME or SAYS_AGAIN.match(text, place) or SO_MANY.match(text, place):
        return False
    heads, following = relations.heads, relations.following
    if any(run[0][-n:] in heads for n in range(2, 5)):
        return True
    if any(text[place : place + n] in following for n in range(2, 6)):
        return False
    # A verb and what it governs is longer than the rest of a name: 小程序畅通民情渠道, but 旅游强县.
    return len(run[0]) <= SHORT or any(run[0][k : k + n] in heads for k in range(3) for n in (2, 3))
