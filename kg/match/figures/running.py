"""A clause that says since when something has run (投产以来, 自服务中心成立以来) in, what has run out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.match.figures.clause_signs import is_any
from kg.match.figures.clause_words import TENDED
from kg.match.figures.owner_words import OwnerWords
from kg.match.rulebook.kinds import BODIES, UNDERTAKEN
from kg.match.subjects.mentions import Mentions
from kg.model import Form, Mention, Span

RUNNING = TENDED | BODIES | {"Project"}
SINCE = re.compile("(?:自从?|从)(?:[0-9年月日底初去今]*)|")
# 在园区建厂, 与公司合作: where it was, and with whom, is not what was begun.
AT = frozenset("在到给于与和同跟向由、")
# 建起榨油厂，运营两年来: so far before the clause stands what has run.
# “标准领跑”计划实施两年来
CARRIED_OUT = re.compile(
    "自?(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?(?:在[^，。；]{2,8})?(?:启动|实施|开展|推行|推进|运行|举办|开幕)(?:[^，。；]{0,4}[年月天]多?来|以来|至今)"
)
# 本届采摘节揽客9万人次: an event draws, sells and earns.
DRAWS = re.compile(
    "(?:期间)?(?:共|总共|累计|已|就|预计|又|还|先后|一共|为期[0-9一二三四五六七八九十]+天|，)*"
    "(?:揽客|迎客|揽|吸引|吸金|接待|引来|迎来|实现|带动|拉动|签约|签下|达成|促成|成交|卖出|销售|售出|收获|征集|评出|展出|发放)"
)
WHICH_ONE = re.compile("(?:今年|去年|当年|本届|首届|该届|此次|这次|第[0-9一二三四五六七八九十]+届|[0-9]{4}年|的)*")
ZONES = ("区", "园", "港")
REACH = 160
NAMED_WELL = 4


@dataclass(frozen=True, slots=True)
class Running:
    """The text with its mentions, and the words for beginning to run."""

    text: str
    mentions: Mentions
    words: OwnerWords

    def named(self, span: Span) -> Mention | None:
        """自2018年服务中心成立以来: what the clause itself says to have run since."""
        for mention in self.mentions.between(span.start, span.end):
            runs = mention.type in RUNNING and self.words.runs.match(self.text, mention.span.end, span.end)
            if mention.type in UNDERTAKEN and mention.form is not Form.NOMINAL:
                runs = runs or CARRIED_OUT.match(self.text, mention.span.end, span.end)
            if mention.type == "Event" and WHICH_ONE.fullmatch(self.text, span.start, mention.span.start):
                runs = runs or DRAWS.match(self.text, mention.span.end, span.end)
            if runs and mention.form is not Form.ANAPHOR:
                return mention
        return None

    def unnamed(self, span: Span, at: int, begin: int) -> Mention | None:
        """投产以来: what was last named that can run, in the article that begins at `begin`."""
        since = SINCE.match(self.text, span.start, span.end)
        start = max(at, since.end() if since else at)
        if self.words.runs.match(self.text, start, span.end) is None:
            return None
        before = self.mentions.between(max(begin, at - REACH), span.start)
        return next((m for m in reversed(before) if self._may_run(m)), None)

    def _may_run(self, mention: Mention) -> bool:
        own = not is_any(mention) or len(mention.span) >= NAMED_WELL
        # 皖南 does not begin to run, a zone does.
        own = own and (mention.type != "Region" or mention.name.endswith(ZONES))
        return mention.type in RUNNING and own and self.text[mention.span.start - 1] not in AT
