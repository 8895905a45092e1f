"""A mention in, whose its name is and what is left of it out: the 教育局 of 云岭县."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kg.model import Document, Form, Mention, Span
from kg.resolve.families import PLACES
from kg.resolve.keys import Key, clean, key_of

LEGAL = re.compile(r"(?:公司|集团|银行)$")
UNIVERSITY = re.compile(r"大学(?!生)|(?<![党村镇工])[工医农林业]学院$")
INDUSTRY_TAIL = re.compile(r"(?<=..)(?:首位产业|大产业|产业集群|全?产业链条?|产业)$")
LEVELS = ("镇", "乡")
# 茶产业 is that of 茶叶.
SHORT_GOODS = {"茶": "茶叶", "茶产业": "茶叶", "烟产业": "烤烟"}
# 新时代文明实践全国试点工作 is 新时代文明实践.
WORK_TAIL = re.compile(r"(?<=....)(?:(?:全国|全省)?试点)?工作$")


@dataclass(frozen=True, slots=True)
class Belonging:
    """What says to whom the names of one document belong."""

    document: Document
    home: Callable[[Span], str]
    """the IRI of the own place of the article round a span"""
    national: Callable[[Mention], bool]
    """whether a mention names a body of the whole country"""
    tied: Mapping[str, Mention]
    """by a person's name the place or body to which that person belongs"""


def scope_of(mention: Mention, of: Mapping[Key, str], belonging: Belonging) -> tuple[str, str]:
    """The scope of a name, and the name without it; `of` gives the IRIs of the mentions that are settled."""
    name = clean(mention.name)
    if mention.type == "Industry":
        trade = INDUSTRY_TAIL.sub("", name)
        return "", SHORT_GOODS.get(trade, trade)
    if mention.form is not Form.QUOTED and mention.type in ("Program", "Project"):
        name = WORK_TAIL.sub("", name)
    document = belonging.document
    if mention.type == "Person":
        body = belonging.tied.get(name)
        return (of.get(key_of(body)) if body else None) or document.id, name
    if belonging.national(mention) or (mention.type == "Enterprise" and LEGAL.search(name)) or UNIVERSITY.search(name):
        return "", name
    last = _leading_place(mention)
    scope = of.get(key_of(last)) if last else None
    if last and scope:
        return scope, _within_scope(mention, name, last)
    return belonging.home(mention.span) or document.id, name


def _leading_place(mention: Mention) -> Mention | None:
    """The narrowest place of the chain that a name begins with: 云岭县 of 江岳市云岭县教育局."""
    lead = [m for m in mention.inside if m.type in PLACES and (m.form is not Form.ANAPHOR or len(m.name) <= 2)]
    if not lead or lead[0].span.start != mention.span.start or mention.type == "Honor":
        return None
    last = lead[0]
    for inner in lead[1:]:
        if inner.span.start == last.span.end:
            last = inner
    return last


def _within_scope(mention: Mention, name: str, place: Mention) -> str:
    """The name without the place that is its scope, where enough is left of it."""
    if mention.form is Form.QUOTED:
        return name
    cut = place.span.end - mention.span.start
    # 云岭县委 is the 县委 of 云岭县.
    cut -= name[cut : cut + 1] == "委"
    # 刘猴镇镇党委 is its 党委.
    cut += name[cut - 1 : cut] in LEVELS and name[cut : cut + 1] == name[cut - 1]
    rest = name[cut:]
    # 龙口水库 without its place is any reservoir; 云岭县教育局 is the 教育局 of 云岭县.
    enough = 4 if mention.type == "Facility" else 2
    if len(rest) >= enough and rest[:1] not in "(（":
        return rest
    # 青石镇大柘村活动室 is the 大柘村活动室.
    return name[place.span.start - mention.span.start :] if mention.type == "Facility" else name
