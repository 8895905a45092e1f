"""A verb left of the head of a name in, whether it is what the body or the place before it does out."""

from __future__ import annotations

from collections.abc import Sequence

from kg.match.names.grammar import LEVEL_WORDS, Page
from kg.match.names.inner_words import BUILT, SIZES, acts_there, holds
from kg.match.names.named_behind import stands_named_behind
from kg.match.names.phrases import Atom
from kg.match.names.trade_words import BRANCHES
from kg.match.rulebook.kinds import BODIES, WAYS
from kg.match.rulebook.rule_types import EntityRule

HELPED = ("Enterprise", "Association")
# 深度融合“三治”机制
MERGING = frozenset(("融合", "结合", "融入"))
# 绿野公司参与“归雁”行动
TAKING_PART = frozenset(("参与", "参加", "响应", "投身", "加入"))
WORKS = "厂"
SERVING = "服务中心"  # 云岭县建设服务中心 serves those who build
JOINTLY = frozenset(("共建", "合建", "联建"))
# The dictionary takes 智慧 for a name, 卫生 for a quality, and 光伏 for an abbreviation.
DONE_TO = ("n", "a", "an", "nr", "nz", "b", "j")


def _stands_behind_an_actor(page: Page, before: Atom) -> bool:
    """Whether a word right before a verb is a place, or ends the name of a body."""
    body = page.ends.get(before.end)
    return before.tag == "@" or (body is not None and page.grammar.is_body(body[1]))


def fosters(page: Page, atoms: Sequence[Atom], i: int, first: int) -> bool:
    """云岭县培育家庭农场: whether a place does that with bodies of which nothing but their kind is said."""
    verb = atoms[i].text
    firm = page.text.find("公司", atoms[first].start, atoms[first].start + 8) >= 0 or atoms[first].text == "集团"
    fostered = verb in page.grammar.name_words.fostering or verb in page.grammar.founding
    if i == 0 or atoms[i - 1].tag != "@" or firm or not fostered:
        return False
    between = atoms[i + 1 : first]
    return all(atom.text in page.grammar.generic or atom.tag[:1] == "v" for atom in between)


def acts(page: Page, atoms: Sequence[Atom], i: int, first: int, rule: EntityRule) -> bool:
    """农科院共建工作站, 石桥村建设文化广场: behind a body or a place the verb is what the body or the place does."""
    if rule.type in WAYS:
        # 青石镇推广“稻渔共生”模式, 逐步形成“三治”机制, but 党建引领“一核多元”模式: these govern what is quoted.
        if atoms[i + 1].tag == "“":
            return atoms[i].text.endswith(page.grammar.running) or atoms[i].text in MERGING | TAKING_PART
        mends = i > 0 and i + 1 == first and atoms[i].text in page.grammar.name_words.mending
        return mends and _stands_behind_an_actor(page, atoms[i - 1])
    if stands_named_behind(page, atoms, i, first, rule):
        return True
    # 青石镇培训村党支部书记
    level = i > 0 and rule.type in BODIES and atoms[i - 1].tag == "@" and atoms[i + 1].text.startswith(LEVEL_WORDS)
    if level and atoms[i].text in page.grammar.deeds:
        return True
    if i == 0 or atoms[i].text not in page.grammar.ambivalent:
        return False
    # 石桥村发展油茶基地
    if rule.type == "Facility" and atoms[i].text in page.grammar.name_words.raising and atoms[i - 1].tag == "@":
        return True
    if rule.type in HELPED and fosters(page, atoms, i, first):
        return True
    actor = page.ends.get(atoms[i - 1].end)
    if actor is not None and page.grammar.is_body(actor[1]):
        # 云岭大学护理学院: the field of its school.
        return not (actor[1].endswith("大学") and i + 1 == first and atoms[first].text == "学院")
    # 云岭县建设万亩油茶基地: a name begins with how large it is.
    if rule.type == "Facility" and (atoms[i + 1].text in SIZES or holds(atoms, i + 1)):
        return True
    # 云岭县建设中心 bears the verb in its name: there no noun is what the verb is done to.
    # 光伏 of 光伏电站 is the last word of a trade, and of no house.
    ends = (page.ends.get(atom.end, (-1, "")) for atom in atoms[first:])
    word = next((word for start, word in ends if start == atoms[first].start), "")
    last = page.grammar.heads.get(word)
    bare = last is not None and last.type == rule.type
    done_to = atoms[i + 1].tag in DONE_TO and (first > i + 1 or len(atoms[first].text) > 2 or not bare)
    # 石桥村建设公园, 石桥村建设文化广场: a park is built, and no name holds the verb.
    founded = {atoms[first].text, word if len(word) > 2 and word != SERVING else ""}
    done_to = done_to or (first == i + 1 and not page.grammar.founded_kinds.isdisjoint(founded))
    if rule.type == "Facility" and atoms[i].text in JOINTLY and first > i + 1:
        return len(atoms[i - 1].text) > 1  # 与园区共建海洋中试平台, but 校地共建基地 and 省部共建国家实验室
    if rule.type == "Facility" and atoms[i].text in page.grammar.founding and atoms[i - 1].text in page.grammar.praise:
        return True  # 高标准建设科创中心: how it is built
    if rule.type == "Facility" and {atoms[i - 1].text, atoms[i].text} <= page.grammar.founding:
        return True  # 闲置校舍改造建设直播基地
    if rule.type == "Facility" and atoms[i - 1].text in page.grammar.founding and done_to and atoms[i].tag != "n":
        return True  # 改造提升农村公路: one deed in two verbs
    if not acts_there(page, atoms, i) or atoms[i].text not in page.grammar.boundaries:
        return False
    if rule.type == "Industry":
        return first - i > 1 or not atoms[first].text.startswith(BRANCHES)  # 石桥村种植产业 is its trade
    # 石桥村建设果蔬加工厂: a works is built as a house is.
    built = rule.type in BUILT or (rule.type == "Enterprise" and atoms[first].text.endswith(WORKS))
    return built and atoms[i].text in page.grammar.founding and done_to
