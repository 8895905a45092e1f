"""A name in, whether it says which thing it means, and not only of what kind it is, out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.names.founded import is_founded, is_team_set_up
from kg.match.names.grammar import LEVEL_WORDS, Page
from kg.match.names.left_ends import CROPS, DASHES
from kg.match.names.phrases import Atom
from kg.match.rulebook.kinds import BODIES, WAYS
from kg.match.rulebook.rule_types import EntityRule
from kg.model import Form

TELLING_HEAD = 6  # 农村党组织标准化建设 says enough
BARE_HEAD = 4  # 联合党支部 says by itself what was set up
NAMED_AFTER_A_CROP = frozenset(("Institution", "Association", "Event"))
# 2027年计划完成改造, 投巨资改造: what somebody means to do, or with what.
MEANT = re.compile("(?:^|年)计划[完实建改新投开启打推]|投巨资")
# 农产品质量全链条监管: how far something reaches.
THROUGHOUT = ("全链条", "全流程", "全过程")
HELD = re.compile("[^，。；“”、]{0,10}?(?:开幕|启幕|落幕|闭幕|举办|举行|开赛|开锣)|期间|当天|上[，人]")
SPONSORS = "nxsjabz"
DAY, HELD_BEFORE = re.compile("[一-龥]{2,3}节"), 30
HOLDING = re.compile(
    "(?:举办|举行|承办|主办|开办|办起|办好|迎来|打造|参加|推出|策划|筹办)[了过起]?(?:第?[一二三四五六七八九十0-9]+[届场次]|首[届场个次])?"
    "(?:[一-龥“”]{2,8}[、和])*\\Z"
)


def specific(page: Page, atoms: Sequence[Atom], j: int, i: int, name: str, head: str, rule: EntityRule) -> bool:
    """Whether a name says which thing it means, and not only of what kind it is."""
    grammar = page.grammar
    core = name[: -len(head)]
    way, trade, facility = rule.type in WAYS, rule.type == "Industry", rule.type == "Facility"
    # 新建了一座冷库: of any other kind, and one thing of who built it.
    if name in grammar.founded_kinds and is_founded(page, atoms[j].start, atoms[i].end):
        return True
    if rule.type == "Team" and is_team_set_up(page, atoms[j].start, atoms[i].end, name, head):
        return True
    held = rule.type == "Event" and not core and _is_held(page, atoms[j].start, atoms[i].end)
    if held and _is_a_day(page, head):
        return True
    # 利用沿街门店: 街 is no last word there.
    if way and (MEANT.search(name) or name.endswith(THROUGHOUT)):
        return False
    # 休闲农业产业: 农业产业 is any, and what stands there is a trade of the lists.
    known = trade and name.removesuffix("产业") in grammar.goods.known
    if name in rule.never or (len(head) < len(atoms[i].text) and atoms[i].text in rule.never and not known):
        return False
    placed = atoms[j].tag == "@" or name.startswith(LEVEL_WORDS)
    if head in grammar.of_levels and (not placed or atoms[i].text != head):
        return False
    if head in grammar.name_words.sides:
        # 辽宁队, 中国女排: a side is called by its place.
        sponsored = i == j + 2 and head == "队" and len(atoms[j + 1].text) == 2 and atoms[j + 1].tag[0] in SPONSORS
        return (i == j + 1 or sponsored) and atoms[j].tag == "@" and atoms[i].text == head
    own = sum([len(a.text) for a in atoms[j : i + 1] if a.tag != "@" and a.text not in DASHES]) - len(head)
    own_first = next((atom.start for atom in atoms[j : i + 1] if atom.tag != "@"), atoms[i].start)
    if facility and atoms[j].tag == "@" and page.text[own_first : atoms[i].end] in grammar.name_words.fields:
        return False
    # 云岭县计划投资, 云岭县改造农村公路: what the county means to do, or does.
    if own == 0 and (head == "计划" or head in grammar.boundaries) and atoms[j].tag == "@":
        return False
    # Of 云岭县委组织部 only 委 is left over, and ends the name of a body.
    # 甘肃省云岭县委组织部: behind the last of the places.
    own_start = next((k for k in range(j + 1, i) if atoms[k].tag != "@"), i)
    inner = own_start < i and (atoms[own_start].end in page.ends or atoms[own_start].text == "驻")
    of_a_crop = page.text[own_first : atoms[i].end - len(head)] in CROPS
    if of_a_crop and len(head) >= BARE_HEAD - 1 and rule.type in NAMED_AFTER_A_CROP:
        return True  # 云岭县茶产业研究院
    if own < 2 and (len(head) == 1 or (own == 1 and atoms[j].tag == "@" and not inner)):
        return False
    if way and head in grammar.vague and all(atom.text in grammar.generic for atom in atoms[j:i]):
        return False
    if not core and way and len(head) > BARE_HEAD:
        return True
    if rule.type in BODIES or (facility and len(head) >= BARE_HEAD - 1):
        led = name.startswith(LEVEL_WORDS) or name[1:].startswith(LEVEL_WORDS)  # 团县委
        if core in LEVEL_WORDS or (not core and led):
            return True
    # 村容村貌提升行动 says what is done to what; 乡村活动 says nothing.
    telling = way and (len(head) >= BARE_HEAD <= len(core) or len(head) > TELLING_HEAD)
    if core in grammar.generic and not trade and not telling and (way or len(head) < 3):
        return False
    if trade and ((i > j and atoms[i - 1].text in grammar.ranking) or core.endswith(grammar.name_words.ranks)):
        return False
    if trade and len(core) == 1 and len(head) > 1 and page.words.tag(core).startswith("n"):
        return True  # 茶产业
    # 第八届脐橙节, 桃花节开幕
    if held and len(head) > 2:
        return True
    return len(core) >= 2 if core else _stands_bare(page, atoms[j].start, atoms[i].end, head, rule)


def _is_held(page: Page, start: int, end: int) -> bool:
    """举办杏花节、采茶节, 桃花节开幕: whether the words at a festival say that it is held, or how often it has been."""
    held = HOLDING.search(page.text, max(0, start - HELD_BEFORE), start) or HELD.match(page.text, end)
    return page.before(start) == "届" or held is not None


def _is_a_day(page: Page, day: str) -> bool:
    """Whether a festival is called after a crop or a deed, and not after what any place has: 文化节."""
    said, grammar = day[:-1], page.grammar
    return DAY.fullmatch(day) is not None and said not in grammar.generic and said not in grammar.name_words.pastimes


def _stands_bare(page: Page, start: int, end: int, head: str, rule: EntityRule) -> bool:
    """Whether a last word is a name without anything before it."""
    facility = rule.type in ("Facility", "GovernmentBody")
    if Form.PROPER in rule.forms:
        return len(head) >= 2 and head not in page.grammar.generic
    if facility and len(head) >= 2 and "、" in (page.before(start), page.text[end : end + 1]):
        return True
    return rule.type not in WAYS and len(head) >= BARE_HEAD - facility
