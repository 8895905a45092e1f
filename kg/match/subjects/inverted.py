"""A clause that names whom it speaks of behind other words in, at whom out: 排在首位的是石桥村, 她领办的合作社…."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.match.rulebook.kinds import ACTORS, BODIES, PLACES
from kg.match.subjects.openers import Openers
from kg.model import Form, Mention, Span

KEPT = BODIES | {"Facility", "Project"}
# 排在首位的是石桥村
CLEFT = re.compile("[^，。；：“”]{1,18}的(?:(?:还|就|便|则|也|正)?是|还有|包括)")
# 头一个搬来的企业，是恒远公司; 其次是石桥村
ASKED, ASKED_REACH = (
    re.compile(
        "(?:的|(?:第一|首|头一)[个位家批][^，。；：“”]{0,10})，$|(?:其次|再次|最后|接着|接下来|随后|然后|再就|第[二三四五六])还?$"
    ),
    16,
)
# 她所在的绿野公司, 他领办的合作社, 她的家庭农场
HIS = re.compile("[他她](?!们)[^，。；：“”的]{0,8}的")
# 总投资9亿元的码头去年完工
SIZED = re.compile(
    "(?:这[个座条处家所])?(?:总|计划|规划|概算|预算|累计)*(?:投资|占地|造价|建筑面积|面积|库容|耗资|斥资)(?:约|近|达|超过?)*"
    "[0-9.]+[余多]?[百千万亿]*[余多]?(?:元|亩|平方米|平方公里|立方米|方)(?:建设|兴建|修建|打造)?的"
)
# 在广州打拼多年的青年李华: words that open what somebody has been, and govern nobody.
PAST = re.compile("在|从|曾|毕业|出生|生于|返乡|回乡|土生土长|外出|长期|多年|常年|早年|现年|年[过近仅]")
# 大嫂李华, 土专家王芳: what somebody is called who has no role.
CALLED = re.compile("[一-龥]{2,5}")
# Characters with which mostly women are named, and men.
WOMEN = re.compile("[丽芳娟梅燕霞秀兰凤玲莲娜娇婷娥妹媛琴珍菊蓉姗妮娴婉翠]")
MEN = re.compile("[军强刚伟勇斌涛彪虎国柱雄毅磊峰根武锋豪帅]")
OTHER_SIDE = "对方"
WITH, NEAR = frozenset("与同和跟"), 60
LINKS = frozenset("的、和与等")
# 他的合作社与林业局合作, …: it acts with somebody.
JOINTLY = re.compile("[和与同跟][^，。；、]{2,20}?(?:合作|合办|合建|共建|签约|签下|签订|联合|联手|携手|结对)")


def behind_is(
    text: str, clause: Span, at: int, inside: Sequence[Mention], openers: Openers
) -> Mention | None:  # fmt: skip
    """排在首位的是云川县石桥村，: who stands behind 是 at the end of the clause."""
    if not inside or inside[-1].span.end != clause.end:
        return None
    cleft = CLEFT.match(text, at, clause.end)
    asked = text.startswith("是", at) and ASKED.search(text, max(0, at - ASKED_REACH), at) is not None
    start = cleft.end() if cleft else at + 1 if asked else -1
    chain = [m for m in inside if 0 <= start <= m.span.start]
    if not chain or chain[-1].type not in ACTORS or chain[-1].form is Form.NOMINAL:
        return None
    last = chain[-1]
    if last.type == "Person" and openers.role.fullmatch(text, start, last.span.start):
        return last
    joined = all(first.span.end == second.span.start for first, second in pairwise(chain))
    return last if joined and chain[0].span.start == start else None


def other_side(text: str, before: Sequence[Mention], at: int) -> Mention | None:
    """石桥村与恒远公司签约，对方出资…: the last one before 对方 with whom something was done."""
    near = (m for m in reversed(before) if m.type in BODIES | PLACES and at - m.span.end <= NEAR)
    return next((m for m in near if text[m.span.start - 1] in WITH), None)


def meant_by(people: Sequence[Mention], she: bool) -> Mention | None:
    """Whom 他 or 她 means of those named before, the last first: 她 is no 李建军 where the text speaks of a 王丽华."""
    last = people[0] if people else None
    own, other = (WOMEN, MEN) if she else (MEN, WOMEN)
    if last is None or own.search(last.name, 1) or not other.search(last.name, 1):
        return last
    return next((m for m in people[1:] if own.search(m.name, 1) and not other.search(m.name, 1)), last)


def of_him(text: str, clause: Span, at: int, inside: Sequence[Mention]) -> Mention | None:
    """她领办的合作社吸收社员90户, 他帮扶的石桥村: the body that is his, or the place of what he does."""
    his = HIS.match(text, at, clause.end)
    kinds = KEPT if his is None or len(his[0]) == 2 else KEPT | PLACES
    return _that_acts(text, clause, his.end(), inside, kinds) if his else None


def of_such_size(text: str, clause: Span, at: int, inside: Sequence[Mention]) -> Mention | None:
    """投资9亿元的云岭码头去年完工: what is of such a size is spoken of."""
    sized = SIZED.match(text, at, clause.end)
    works = _that_acts(text, clause, sized.end(), inside) if sized else None
    return works if works is not None and works.span.end < clause.end - 1 else None


def _that_acts(
    text: str, clause: Span, at: int, inside: Sequence[Mention], kinds: frozenset[str] = KEPT
) -> Mention | None:  # fmt: skip
    """What begins at a place, where it is no part of something else."""
    owned = next((m for m in inside if m.span.start == at), None)
    if owned is None or owned.type not in kinds:
        return None
    if owned.span.end == clause.end or JOINTLY.match(text, owned.span.end, clause.end):
        return owned
    return None if text[owned.span.end] in LINKS else owned


def who_has_been(
    text: str, clause: Span, at: int, inside: Sequence[Mention], openers: Openers
) -> Mention | None:  # fmt: skip
    """在广州打拼多年的白河村青年李华回乡, 从云川来挂职的副县长李华，: whom the words before describe."""
    if PAST.match(text, at, clause.end) is None:
        return None
    for who in inside:
        of = text.rfind("的", at, who.span.start) + 1
        if who.type != "Person" or not of:
            continue
        titled = of == who.span.start or openers.role.fullmatch(text, of, who.span.start)
        called = CALLED.fullmatch(text, of, who.span.start) and not openers.governs(text, of)
        acts = not text[who.span.end : clause.end].rstrip("，。；！？") or openers.governs(text, who.span.end)
        if acts and (titled or called):
            return who
    return None
