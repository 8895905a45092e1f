"""Whom a clause names in, whether it names him only in passing and goes on of others out."""

from __future__ import annotations

import re

from kg.match.figures.clause_words import TENDED
from kg.match.rulebook.kinds import FIRMS, NATURE
from kg.match.subjects.passed_over import LIES, PLACED
from kg.model import Form, Mention, Span

AIDING = re.compile("(?:驻村|帮扶|扶贫|包村|包联|联村)[一-鿿]{0,4}(?:队|组)$")
MAKES_DO = re.compile("(?:带领|引导|组织|发动|动员)(?:全村|当地|本村|该村|广大)?(?:村民|农户|群众|贫困户|脱贫户|乡亲)")
PAYS = re.compile(
    "(?:给[配送发派拨添]|[配送派]来|拨[来付给]|下拨|划拨|奖补|奖励|奖给|补助|补贴|配套|资助)"
    "[^，。；]{0,10}[0-9.]+[万亿]?元?"
)
FLOWS = re.compile(
    "(?:在[^，。；]{2,12}?境内|(?:[即又]|[又也亦古]?[称名叫])[^，。；]{2,12}|(?:位于|地处)[^，。；]{2,20})?，?"
    "(?:干流)?(?:[全总]?[长程]|流经|流域面积|水域面积|水面|主峰|总?库容|蓄水)"
)


def is_nature(text: str, mention: Mention) -> bool:
    """云岭山移民占三成: no mountain or river is spoken of, but of how long a river is, and where it flows."""
    nature = mention.type == "Place" and mention.name.endswith(NATURE)
    return nature and FLOWS.match(text, mention.span.end) is None


def pays(text: str, who: Mention | None, end: int) -> bool:
    """合作社挂牌，县里拨来资金90万元，盖起大棚9座: who pays does not go on to act."""
    of_place = who is not None and who.form is Form.ANAPHOR
    return of_place and who is not None and PAYS.search(text, who.span.end, end) is not None


def leads_on(text: str, who: Mention | None, end: int) -> bool:
    """工作队带领村民发展药材，种植90亩: whether a team sent to help makes the people of the place do something."""
    if who is None or who.type != "Team" or AIDING.search(who.name) is None:
        return False
    return MAKES_DO.search(text, who.span.end, end) is not None


def placed(text: str, who: Mention | None, span: Span, opens: bool) -> bool:
    """工作站落户云岭: nothing that follows is the station's but what it makes and holds."""
    if who is None or who.type not in TENDED or who.span.start < span.start:
        return False
    # 产业园位于县城东郊，用工90人: where a sentence opens so it goes on of what lies there.
    if opens and LIES.match(text, who.span.end):
        return False
    # But a firm that settles somewhere goes on to build and hire.
    if who.type in FIRMS and text.startswith("落户", who.span.end):
        return False
    found = PLACED.match(text, who.span.end, span.end)
    return found is not None and not text.startswith(("以来", "后", "至今"), found.end())
