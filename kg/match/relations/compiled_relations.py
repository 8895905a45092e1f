"""The relation files in, the same with one automaton over all their trigger words out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import NamedTuple

from kg.match.numbers.periods import Periods, compile_periods
from kg.match.relations.folding import QUOTED
from kg.match.rulebook.lexicon import Lexicon
from kg.match.rulebook.rule_types import Pattern, RelationRule, Rules, StanceRule
from kg.match.rulebook.signs import Signs
from kg.match.rulebook.to_come import once_built
from kg.match.subjects.speakers import compile_tellers

# The group of nouns that may follow the name of an object and leave it the name of that object: 柑橘面积.
TAILS = "面积"
# The group of last words of papers, brands and the like, which are no entities.
PAPERS = "文件"
# 种植西瓜2万亩、辣椒1万亩: how much there is of a member parts no list.
COUNTED = "[0-9.]+[万千百]?[多余]?(?:亩|公顷|头|只|羽|箱|株|棚|座|处|个|家|所|条)"
# 发展水稻种植、香菇栽培: what is done with a member of a list of goods parts none either.
TENDED = (
    "(?:特色|生态|规模化?|标准化|林下)?(?:种植|养殖|种养|栽培|[精深粗初]*加工|生产|制造|制作|酿造|采摘|销售)*(?:产?业)?"
)


class Wording(NamedTuple):
    """A pattern, of which rule, and its place there."""

    rule: RelationRule
    n: int
    pattern: Pattern
    signs: int  # what a sentence must show for it to stand there


@dataclass(frozen=True, slots=True)
class Relations:
    """The relation rules with one automaton over all their trigger words."""

    stances: tuple[StanceRule, ...]
    folds: Mapping[str, str]
    triggers: Lexicon
    groups: Mapping[str, tuple[str, ...]]  # trigger word → its groups
    types: frozenset[str]  # object types of any rule
    chains: Mapping[str, re.Pattern[str]]  # rule path → how a list of its objects goes on
    masks: Mapping[str, Mapping[int, str]]  # rule path → its objects, of which an `unless` that names {object} sees one
    following: frozenset[str]  # words that may follow the name of an object
    heads: frozenset[str]  # last words of names
    periods: Periods
    tells: re.Pattern[str]  # between a person and what he tells without quotation marks
    wordings: tuple[Wording, ...]  # of all rules in turn, in each first those that name who acts
    needing: Mapping[str, tuple[int, ...]]  # word list → the wordings to look at where the sentence holds a word of it
    showing: Mapping[int, tuple[int, ...]]  # of those that need no word: the sign of the sentences to look at, or 0
    shown: int  # all of these signs
    signs: Signs  # what the wordings and stances need
    speaking: tuple[tuple[StanceRule, tuple[tuple[Pattern, int], ...]], ...]  # the patterns of stances with their signs
    to_come: re.Pattern[str]  # 建成后，预计…: what is said of what is not yet built
    committees: frozenset[str]  # who leads a town or village, behind its name


def compile_relations(rules: Rules) -> Relations:
    """One automaton over the words of all groups that a pattern names."""
    named = {g for rule in rules.relations for p in (*rule.patterns, *rule.unless) for g in p.needs}
    named |= {g for rule in rules.stances for p in (*rule.patterns, *rule.unless) for g in p.needs}
    groups: dict[str, list[str]] = {}
    for group in sorted(named):
        for word in rules.groups[group]:
            groups.setdefault(word, []).append(group)
    chains, masks = {}, {}
    for rule in rules.relations:
        kinds = "".join(sorted(rules.folds[t] for t in rule.object))
        masks[rule.path] = {ord(kind): QUOTED for kind in kinds}
        # 荣获云岭省“A”，云州市“B”等荣誉: nothing but a title stands right behind a comma.
        titles = set(rule.object) == {"Honor"}
        comma = "[，；]?" if titles else ""
        styled = "|(?:荣誉|光荣)?称号" if titles else ""
        tended = TENDED if set(rule.object) == {"Industry"} else ""
        if kinds:
            chains[rule.path] = re.compile(
                rf"(?:（[^（）]{{0,30}}）|”|{COUNTED}{styled})?{tended}(?:(?:、|和|与|及|以及|暨)([一-龥0-9“]{{0,8}}?|(?:[一-龥]{{2,8}}、){{1,3}})|({comma}))([{kinds}])"
            )
    signs = Signs()
    wordings = tuple(
        Wording(rule, n, pattern, signs.bits(pattern.signs))
        for rule in rules.relations
        for n, pattern in sorted(enumerate(rule.patterns), key=_names_nobody)
    )
    showing: dict[int, list[int]] = {}
    for k, wording in enumerate(wordings):
        if not wording.pattern.needs:
            showing.setdefault(signs.bits(wording.pattern.signs[:1]), []).append(k)
    return Relations(
        rules.stances,
        rules.folds,
        Lexicon(groups),
        {word: tuple(found) for word, found in groups.items()},
        frozenset().union(*(rule.about for rule in rules.relations)) if rules.relations else frozenset(),
        chains,
        masks,
        frozenset((*rules.words["boundaries"], *rules.words["verbs"], *rules.groups.get(TAILS, ()))),
        frozenset((*rules.groups.get(PAPERS, ()), *(head for rule in rules.entities for head in rule.heads))),
        compile_periods(rules.tables),
        compile_tellers(rules),
        wordings,
        {group: tuple(k for k, w in enumerate(wordings) if group in w.pattern.needs[:1]) for group in named},
        {sign: tuple(some) for sign, some in showing.items()},
        reduce(or_, showing, 0),
        signs,
        tuple((rule, tuple((p, signs.bits(p.signs)) for p in rule.patterns)) for rule in rules.stances),
        re.compile(once_built(rules.tables)),
        frozenset(rules.words["committees"]),
    )


def _names_nobody(row: tuple[int, Pattern]) -> bool:
    return "subject" not in row[1].slots
