"""A sentence with its mentions in, the roles that it gives its people, each with the body it is held in, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.match.posts.dwelling import dwelling
from kg.match.posts.role_phrases import JOINTS
from kg.match.posts.role_scene import DWELLS, PARTY, Held, Scene, ground
from kg.match.posts.roles_after import after
from kg.match.posts.roles_before import before, titled
from kg.match.rulebook.kinds import PLACES
from kg.model import Mention

# 县妇联主席王芳、总工会主席李华: what stands before the second post is another body.
OTHERS = re.compile(
    "(?:物业|工会|妇联|残联|科协|文联|侨联|工商联|团委|团[省市州县区]委|公司|集团|[局院社所站校厂])(?:党委|党组|党支部)?"
    "(?:第一|常务)?副?(?:[局院社所站校厂会部]长|主席|主任|书记|理事长|总?经理|董事长|负责人)$"
)
# 农技站站长李华、农技员王刚: whoever works beside the head of an office works in it.
OFFICES = ("局", "站", "所", "中心", "医院", "卫生院", "研究院", "大队", "中队", "小学", "中学")
COUNCILS = ("人大", "人大常委会", "政协", "政府")
BESIDE = re.compile("[、和与及兼暨][一-龥]{0,4}")


def held_roles(scene: Scene) -> Iterator[tuple[Mention, list[Held]]]:
    """Each person of the sentence with the roles that stand before the name, after it, or before its neighbour."""
    rows: list[tuple[Mention, list[Held]]] = []
    for person in scene.people:
        row = [*before(scene, person), *titled(scene, person), *after(scene, person)]
        # 家在柳湾村的她 says it once.
        told = {held.body for held in row if held.role.kind == DWELLS}
        row += [held for held in dwelling(scene, person) if held.body not in told]
        if rows:
            last, others = rows[-1]
            row = [_same_body(scene, held, last, others) for held in row]
            if not row and _beside(scene, last, person):
                row = [replace(held, rule="posts/list") for held in others if held.rule != "posts/after"]
        rows.append((person, row))
    # 李华、王刚受聘为…顾问: what is said behind the last is said of all.
    for (person, row), (following, others) in zip(reversed(rows[:-1]), reversed(rows[1:]), strict=True):
        if _beside(scene, person, following) and not any(held.rule == "posts/after" for held in row):
            row += [held for held in others if held.rule == "posts/after"]
    return iter(rows)


def _same_body(scene: Scene, held: Held, before: Mention, others: Sequence[Held]) -> Held:
    """中心主任李华、副主任王刚: the second post is held where the first is."""
    start = held.role.span.start
    joined = BESIDE.fullmatch(scene.text, before.span.end, start)
    bodies = [other.body for other in others if other.body is not None and other.rule != "posts/after"]
    if (
        held.body is not None
        or not joined
        or not bodies
        or not (held.role.kind == "post" or (held.role.kind == "work" and bodies[-1].name.endswith(OFFICES)))
        or OTHERS.search(scene.text, before.span.end, held.role.span.end)
    ):
        return held
    body = ground(bodies[-1], held.role.text)
    if PARTY.search(held.role.text) and body.name.endswith(COUNCILS):
        # 镇人大主席李华、纪委书记王刚
        places = [m for m in body.inside if m.type in PLACES]
        return replace(held, body=places[-1], rule="posts/shared") if places else held
    return replace(held, body=body, rule="posts/shared")


def _beside(scene: Scene, one: Mention, other: Mention) -> bool:
    return other.span.start == one.span.end + 1 and scene.text[one.span.end] in JOINTS
