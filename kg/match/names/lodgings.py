"""A lodging of a village in, whether it is one house with a name of its own or a kind of trade out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.names.grammar import Page
from kg.match.names.phrases import Atom

LODGINGS = frozenset(("民宿", "客栈", "农家乐"))
KINDS_OF_LODGING = re.compile(
    "(?:乡村|精品|网红|亲子|高端|特色|主题|星级|农家|康养|[湖海山江河]景|山居|窑洞|[古山渔]村|生态|休闲|旅游|民俗|文化|红色|共享|度假|星空|品质|轻奢|各[类式]|家)*"
)
HAS_A_HOUSE = re.compile(
    "的?(?:创办人|老板娘?|主人|主理人|负责人|经营者|店主|院子|院里|门口|房间|一楼|大厅)|[里内]|(?:天天|家家|早已|已经)?(?:客满|满房|开业|迎客)"
)
TO_A_HOUSE = re.compile(
    "(?:走进|来到|入住|住进|住在|推开|开办的?|经营的|名叫|叫作?)(?:了|[一-龥]{2,4}村的?)?$|[到在][一-龥]{2,5}[村镇寨]的?$"
)


def is_one_house(page: Page, atoms: Sequence[Atom], j: int, first: int, start: int, end: int) -> bool:
    """入住拾光里民宿, 听泉民宿的老板: whether a lodging has a name of its own, and no kind is meant."""
    core = page.text[start : atoms[first].start]
    named = len(core) > 1 and not {atom.text for atom in atoms[j:first]} <= page.grammar.generic
    named = named and KINDS_OF_LODGING.fullmatch(core) is None
    return (
        named
        and (HAS_A_HOUSE.match(page.text, end) or TO_A_HOUSE.search(page.text, max(0, start - 8), start)) is not None
    )
