"""Mentions in, which of their names mean one thing out: with quotation marks and without, 机制 here and 项目 there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from kg.model import Form, Mention
from kg.resolve.aliases import general_goods
from kg.resolve.families import FAMILY_WORDS, WAYS
from kg.resolve.keys import Key, clean, key_of
from kg.resolve.scopes import INDUSTRY_TAIL, WORK_TAIL

# 乡村旅游 is no other name of 旅游.
TRADES = ("业", "经济", "旅游", "加工", "制造", "服务", "物流", "电商", "养殖", "种植", "文旅", "研学", "康养", "苗木")
# Each has offices of its own.
LEVELS = ("省", "市", "县", "区", "旗", "镇", "乡")
WAY_TAIL = re.compile(
    r"(?<=..)(?:工作机制|推进机制|培养机制|机制|制度|体系|模式|措施|原则|方针|思路|路径|活动|行动|计划|工程|项目|工作)$"
)


def one_family(mentions: Sequence[Mention]) -> Mapping[str, str]:
    """A name that stands for a programme here and a mechanism there is one thing, of the family named oftener."""
    counted: dict[str, Counter[str]] = {}
    for mention in mentions:
        if mention.type in WAYS:
            name = WORK_TAIL.sub("", clean(mention.name))
            counted.setdefault(name, Counter())[FAMILY_WORDS[mention.type]] += 1
    return {
        name: min(families, key=lambda word: (-families[word], word))
        for name, families in counted.items()
        if len(families) > 1
    }


def bare_names(mentions: Sequence[Mention]) -> Mapping[tuple[str, str], str]:
    """三联四会六带头机制 without quotation marks is the thing that the text also writes with them."""
    quoted: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.form is Form.QUOTED and mention.type in FAMILY_WORDS:
            quoted.setdefault(FAMILY_WORDS[mention.type], set()).add(clean(mention.name))
    trades = [m for m in mentions if m.type == "Industry" and m.form is not Form.QUOTED]
    goods = [INDUSTRY_TAIL.sub("", clean(trade.name)) for trade in trades]
    found = {
        (FAMILY_WORDS["Industry"], name): general
        for name, general in general_goods(goods).items()
        if not general.endswith(TRADES)
    }
    for mention in mentions:
        family = FAMILY_WORDS.get(mention.type, "")
        cores = quoted.get(family)
        if cores and mention.form is not Form.QUOTED:
            name = clean(mention.name)
            # 产业片区大党委 where the text also writes “大党委”.
            tails = cores.intersection([name[at:] for at in range(len(name) - 2)])
            if tails and mention.type not in ("Industry", "Honor"):
                found[family, name] = min(tails)
                continue
            bare = WAY_TAIL.sub("", name)
            if bare != name and bare in cores:
                found[family, name] = bare
    return found


def of_levels(mentions: Sequence[Mention], of: Mapping[Key, str], called: Mapping[str, str]) -> Mapping[str, str]:
    """县文旅集团 is the 云岭县文旅集团 of the same text, and 畜牧局 its only 县畜牧局."""
    firms = {clean(m.name) for m in mentions if m.type == "Enterprise"}
    offices = {clean(m.name) for m in mentions if m.type == "GovernmentBody"}
    levels = [(level, name) for name in sorted(offices) for level in LEVELS if name.startswith(level)]
    bare = [name[len(level) :] for level, name in levels]
    found = {
        rest: name for (_, name), rest in zip(levels, bare, strict=True) if rest in offices and bare.count(rest) == 1
    }
    for mention in mentions:
        lead = mention.inside[0] if mention.type == "Enterprise" and mention.inside else None
        if lead is not None and lead.form is Form.ANAPHOR and lead.span.start == mention.span.start:
            full = called.get(of.get(key_of(lead), ""), "") + mention.name[len(lead.name) :]
            if full in firms and full != mention.name:
                found[clean(mention.name)] = full
    return found
