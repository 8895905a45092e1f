"""A name in, the places and bodies that stand inside it out: 云岭县农业农村局 in 云岭县农业农村局党组."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.names.grammar import LEVEL_TYPES, LEVEL_WORDS, Page
from kg.match.names.phrases import Atom
from kg.match.rulebook.kinds import BODIES, WAYS
from kg.match.rulebook.rule_types import EntityRule
from kg.model import Form, Mention, Span

UNIVERSITY = re.compile("[一-龥]{0,6}?(?:大学|医学院|师范学院|科技学院|工学院|师专|高专)")
# 村级党支部, 镇域产业园: the word ranks, it means no place.
NOT_A_PLACE = frozenset(["", *"级内域际情城辖直属道史界民校企干组"])
ASSEMBLIES = ("政协", "人大")
OPENS_A_BRAND = frozenset("，。；：、！？\n“（省市县区旗镇乡村")
# 云岭县农业农村局, 云岭县人民医院: behind its place the head of such a body is a name.
STANDING = frozenset(("GovernmentBody", "Institution"))
WATERS_AND_HEIGHTS = ("江", "河", "湖", "海", "山", "岭", "峡", "溪", "泉", "岛", "湾")


def nested(
    page: Page, atoms: Sequence[Atom], j: int, i: int, head_start: int, outer: EntityRule
) -> tuple[Mention, ...]:
    """The places and bodies that stand inside a name."""
    inner = [
        atom.known for atom in atoms[j : i + 1] if atom.known is not None and not _called_after(page, atom.known, outer)
    ]
    own_head = page.text[head_start : atoms[i].end]
    level = _level(page, atoms[j + (atoms[j].text == "驻")], outer)
    if level is not None:
        inner.insert(0, level)
    for k in range(j, i):
        hit = page.ends.get(atoms[k].end)
        if hit is None or atoms[k].tag == "“":
            continue
        start, word = hit
        # 甘肃渭水源药业有限公司 and 农业银行云岭支行 are one firm each.
        branch = own_head.startswith(page.grammar.name_words.offices)
        if outer.type == "Enterprise" and (atoms[k].end == head_start or branch):
            continue
        # 云岭合作社联合社 is no part of one of its members.
        if word.endswith("合作社") and page.text.startswith("联合", atoms[k].end):
            continue
        if word == "物业" and not page.text.startswith("党", atoms[k].end):
            continue  # 红色物业联盟
        if word in page.grammar.bodies and start >= atoms[j].start:
            if page.grammar.bodies[word] in WAYS and outer.type not in WAYS:
                continue  # 新时代文明实践站 is a house
            inner.append(Mention(Span(start, atoms[k].end), page.grammar.bodies[word], "lexicon/bodies", word))
            continue
        rule = page.grammar.heads.get(word) if atoms[k].end <= head_start and atoms[k].tag != "@" else None
        if rule is not None and rule.type in BODIES and start > atoms[j].start:
            body = _inner_body(page, atoms, j, k, word, rule, inner)
            if body is not None:
                inner.append(body)
    return tuple(inner)


def _called_after(page: Page, place: Mention, outer: EntityRule) -> bool:
    """云州大学, 黄河湿地公园: who bears the short name of a place, or that of a river, need not be there."""
    if outer.type == "Facility" and place.type == "Place" and place.name.endswith(WATERS_AND_HEIGHTS):
        return True
    # 瀑河源食品有限公司: behind one character of a brand no place begins.
    if outer.type == "Enterprise" and place.form is Form.SHORT and starts_in_a_brand(page, place.span.start):
        return True
    # 宁夏银行, 江苏银行云岭支行: nor need a bank.
    if place.form is Form.SHORT and outer.type == "Enterprise" and page.text.startswith("银行", place.span.end):
        return True
    school = outer.type == "Institution" and place.form is Form.SHORT
    return school and UNIVERSITY.match(page.text, place.span.end) is not None


def starts_in_a_brand(page: Page, start: int) -> bool:
    """Whether what looks like the short name of a place stands behind a single character of a brand.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> page = open_page("瀑河源食品有限公司，在河源设厂", compile_grammar(load_rules()), Words())
    >>> starts_in_a_brand(page, 1), starts_in_a_brand(page, 11)
    (True, False)
    """
    before = page.before(start)
    opens = page.before(start - 1) in OPENS_A_BRAND or start == 1
    if not before or not opens or not "一" <= before <= "龥" or before in page.grammar.function:
        return False
    return before not in page.grammar.boundaries and page.words.tag(before)[:1] not in "vpdcrufm"


def _level(page: Page, atom: Atom, outer: EntityRule) -> Mention | None:
    """村党支部: the place that the first word of a body's name means."""
    if atom.tag in ("@", "“") or not page.text.startswith(LEVEL_WORDS, atom.start):
        return None
    level = next(word for word in LEVEL_WORDS if page.text.startswith(word, atom.start))
    end = atom.start + len(level)
    if (outer.type not in BODIES and outer.type != "Facility") or page.text[end : end + 1] in NOT_A_PLACE:
        return None
    return Mention(Span(atom.start, end), LEVEL_TYPES[level], "names/level", level, Form.ANAPHOR)


def _inner_body(
    page: Page, atoms: Sequence[Atom], j: int, k: int, head: str, rule: EntityRule, inner: Sequence[Mention]
) -> Mention | None:
    """县委办党支部: the body whose name the longer name begins with."""
    start = atoms[j].start + page.text.startswith("驻", atoms[j].start)
    span = Span(start, atoms[k].end)
    name = page.text[span.start : span.end]
    own = sum([len(atom.text) for atom in atoms[j : k + 1] if atom.tag != "@"]) - len(head)
    placed = atoms[j].tag == "@" and (len(head) > 2 or head in ASSEMBLIES) and rule.type in STANDING
    if name in rule.never or (own < 2 and not placed and not name.startswith(LEVEL_WORDS)):
        return None
    return Mention(span, rule.type, rule.path, name, Form.NOMINAL, None, tuple(m for m in inner if span.covers(m.span)))
