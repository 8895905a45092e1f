"""A place in the text in, the body, facility or project named before that goes by the words there out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.match.figures.clause_words import WORKS
from kg.match.figures.owner_words import OwnerWords
from kg.match.subjects.mentions import Mentions
from kg.match.subjects.works_named import UNDERTAKINGS
from kg.model import Form, Mention, Span

# What goes by the end of its name when it is named again: 红枣加工厂 … 加工厂长年用工45人.
AGAIN = frozenset({"Facility", "Institution", "Enterprise", "Region", "Association", "Project"})
QUOTED = re.compile("“([一-鿿A-Za-z0-9]{2,8})”(?![、和])")
POINTED = re.compile("该|这家|这个|这座|这所|这处|这片|本")
STAGE = re.compile("[一二三四五]期")
INSIDE = re.compile("([园厂馆场院社校店站])(?:区|子)?[里内](?![人面外])")
LIKE = re.compile("[^，。；的]{2,14}的(?=[一-鿿]{2})")
COUNTED = re.compile("[0-9.]+[余多万]*[个所处座家支间条]")
TWO = re.compile("(?:[和与及、]|以及)(?:[1一][座个条家处所])?")
# 加工厂 can only be the 红枣加工厂 of the article; 中心 may be another one.
UNMISTAKABLE = 3
# A described undertaking of so many characters is one of its own: 茶园标准化改造项目.
WHOLE = 6
RECALL = 40


def nameable(mentions: Mentions) -> Mentions:
    """The mentions that go by the end of their name when they are named again."""
    return Mentions([m for m in mentions.all if m.type in AGAIN or m.type == "Team" or _is_undertaking(m)])


def _is_undertaking(mention: Mention) -> bool:
    """茶旅融合项目: what goes by 项目 when it is named again."""
    return mention.type == "Program" and mention.name.endswith(UNDERTAKINGS)


@dataclass(frozen=True, slots=True)
class Again:
    """The text with its mentions, and where a noun stands for one (该公司)."""

    text: str
    mentions: Mentions
    nameable: Mentions
    stands: Mapping[int, Mention]
    words: OwnerWords

    def meant(self, span: Span, at: int, spoken: Sequence[Mention | None], begin: int, since: int) -> Mention | None:
        """加工厂: what the article last named by a name that ends so; else what the noun there stands for.

        Of several that end so it is the one of which the text has been speaking; the article begins at `begin`, the
        paragraph at `since`.
        """
        if quoted := QUOTED.match(self.text, at, span.end):
            return self._quoted(quoted[1], at)
        if self.text.startswith(("前者", "后者"), at):
            return self._of_two(at, since)
        if (inside := INSIDE.match(self.text, at, span.end)) is not None:
            return self._inside(inside[1], at, since)
        if (stage := STAGE.match(self.text, at, span.end)) is not None:
            return self._stage(stage[0], at, begin)
        pointed = POINTED.match(self.text, at, span.end)
        at = pointed.end() if pointed else at
        # 这个总投资9亿元的渔港完工: what it is like stands before its last word.
        at = like.end() if pointed and (like := LIKE.match(self.text, at, span.end)) else at
        # Most names do not even hold the first two characters that stand here.
        first = self.text[at : at + 2]
        said = [m for m in spoken if m is not None and first in m.name and m.type in AGAIN]
        before = [m for m in self._recalled(at) if first in m.name and m.span.start >= begin]
        best, size = None, 1
        for mention in (*said, *reversed(before)):
            ends = self._ends(mention, at, span.end)
            near = pointed is not None or mention.span.start >= since or ends >= UNMISTAKABLE
            own = mention.form is not Form.NOMINAL or mention in spoken or self._is_whole(mention)
            # 公园建有观星台、芦苇荡等。该公园…: a house among others in a row is not what is pointed at.
            if pointed and mention not in spoken and mention.type == "Facility" and self._in_a_row(mention):
                continue
            if ends > size and near and (own or pointed or ends >= UNMISTAKABLE):
                best, size = mention, ends
        # 养殖项目多。…建起西山养殖基地，该项目投资百万元: what the same sentence named is nearer.
        stand = self.stands.get(pointed.start()) if pointed else None
        nearer = best is not None and stand is not None and best.span.end <= stand.span.start
        if nearer and stand is not None and "。" not in self.text[stand.span.end : span.start]:
            return stand
        # 建设实践中心7个，实践站90个: what is counted is nobody's owner.
        if best is not None and COUNTED.match(self.text, at + size):
            return None
        # 传习所的绣品卖了9万元
        if best is not None and size >= UNMISTAKABLE and self.text.startswith("的", at + size):
            return best
        if best is not None:
            sized = self.words.made.match(self.text, at + size) is not None  # 中心建筑面积9亩 is no 中心建
            return best if sized or not self.words.not_called.match(self.text, at + size) else None
        return self.stands.get(pointed.start() if pointed else at)

    def _stage(self, stage: str, at: int, begin: int) -> Mention | None:
        """二期全长9公里: the undertaking that the article, which begins at `begin`, named by that part of it."""
        before = (m for m in reversed(self._recalled(at)) if m.span.start >= begin)
        return next((m for m in before if stage in m.name and m.type in WORKS), None)

    def _inside(self, last: str, at: int, since: int) -> Mention | None:
        """园里9家企业: of the works that the paragraph named by such a last character."""
        before = self.nameable.between(since, at)
        return next((m for m in reversed(before) if m.name.rstrip("”").endswith(last)), None)

    def _is_whole(self, mention: Mention) -> bool:
        """茶园标准化改造项目: an undertaking of one's own, and not the second half of a longer name."""
        whole = _is_undertaking(mention) and len(mention.span) >= WHOLE
        return whole and TWO.match(self.text, mention.span.start - 1) is None

    def _in_a_row(self, mention: Mention) -> bool:
        return self.text[mention.span.start - 1] == "、" or self.text.startswith("、", mention.span.end)

    def _recalled(self, at: int) -> Sequence[Mention]:
        """Those of the last mentions before a place that can be named again."""
        nearest = self.mentions.before(at, RECALL)
        return self.nameable.between(nearest[0].span.start, at) if nearest else ()

    def _quoted(self, core: str, at: int) -> Mention | None:
        """“邻里通”注册用户…: what was named as “邻里通”小程序."""
        before = (m for m in reversed(self._recalled(at)) if m.form is Form.QUOTED)
        return next((m for m in before if m.core and self.text[m.core.start : m.core.end] == core), None)

    def _of_two(self, at: int, since: int) -> Mention | None:
        """援建了冷库和住院楼，前者…，后者…: of the last two of a kind that stand side by side the first or second."""
        # Those whom 前者 meant are before it.
        told = self.text.rfind("前者", since, at) if self.text[at] == "后" else -1
        recalled = self.mentions.before(told if told >= 0 else at, RECALL)
        before = [m for m in recalled if m.span.start >= since and m.form is not Form.ANAPHOR]
        for first, second in reversed([*pairwise(before)]):
            if first.type == second.type and TWO.fullmatch(self.text, first.span.end, second.span.start):
                return first if self.text[at] == "前" else second
        return None

    def _ends(self, mention: Mention, at: int, end: int) -> int:
        """How many of the last characters of a name stand at a place where no other name begins; 0 if too few."""
        name = mention.name.rstrip("”")
        most = len(name) if mention.form is Form.NOMINAL else len(name) - 1
        for size in range(min(most, end - at), 1, -1):
            if self.text.startswith(name[-size:], at):
                other = next(iter(self.mentions.between(at, at + 1)), None)
                whole = other is None or other.form is Form.NOMINAL or other.span.end <= at + size
                return size if whole else 0
        return 0
