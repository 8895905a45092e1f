"""A clause that points at somebody (让他…, 据他估算, 我们石桥村) in, at whom out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.match.figures.clause_signs import Signs
from kg.match.rulebook.kinds import SETTLED
from kg.match.subjects.owner import Owner
from kg.match.subjects.telling import Voices
from kg.model import Form, Mention, Span

BY_HIS_WORD, OURS = ("据他", "据她"), ("我们", "咱们")
# 眼里的白河村变了样：这里有居民9户
HERE = re.compile("(?:如今|现在|目前|当时|过去|曾经)*(?:的)?(?:这里|这儿|此地)(?!面)")
# 一是强组织。党工委开会9次: of the subdistrict or town that was named last.
COMMITTEE, RECALL = re.compile("(?:街道)?(?:党工委|办事处)(?!书记|副|委员|[成班领主负]|[、和与])"), 60
HIM = re.compile(
    "[让使令给][他她](?!们)|[^，。；其]{2,12}[他她](?:就|便|一年|每年|每月|年收|月收)"
    # 她在外做运营，年薪9万元: nobody else has a salary.
    "|(?:那时|当时|如今|现在)?(?:每月|每年)?(?:年薪|月薪|底薪|(?:退休|月)?工资|退休金)(?:约|近|超过?|达到?|有|是|涨到)*[0-9一二两三四五六七八九十]"
    # 镇里奖他3万元
    "|[^，。；：其]{1,8}(?:奖励?|补助|补贴|资助|补)(?:给|了)?[他她](?=[0-9])"
)


@dataclass(frozen=True, slots=True)
class PointedOwner:
    """The text, the wordings that say whose a figure is, and what is known of the people in it."""

    text: str
    signs: Signs
    voices: Voices

    def him(self, at: int, since: int) -> Mention | None:
        """让他年收入达9万元, 仅卖菜他就收入9万元: whom the paragraph, which begins at `since`, named last."""
        return self._last_person(at, since) if HIM.match(self.text, at) else None

    def here(self, at: int, since: int) -> Owner | None:
        """这里有居民9户: the settlement that the paragraph, which begins at `since`, named last."""
        if not HERE.match(self.text, at):
            return None
        before = self.signs.mentions.between(since, at)
        place = next((m for m in reversed(before) if m.type in SETTLED and m.form is not Form.ANAPHOR), None)
        return Owner(place, place) if place is not None else None

    def told(self, at: int, since: int) -> Owner | None:
        """村民李华种茶9亩，据他估算，…: of whom he tells that the paragraph named last."""
        person = self._last_person(at, since) if self.text.startswith(BY_HIS_WORD, at) else None
        return self.voices.told_by(person) if person else None

    def committee(self, at: int) -> Mention | None:
        """党工委开会9次: the town whose committee acts under no name."""
        if not COMMITTEE.match(self.text, at) or self.signs.mentions.between(at, at + 1):
            return None
        before = reversed(self.signs.mentions.before(at, RECALL))
        return next((m for m in before if m.type == "Township" and m.form is not Form.ANAPHOR), None)

    def ours(self, span: Span, at: int) -> Owner | None:
        """我们石桥村种茶9亩: the settlement that 我们 stands before."""
        place = self.signs.chained(span, at + 2) if self.text.startswith(OURS, at) else None
        return Owner(place, place) if place is not None and place.type in SETTLED else None

    def _last_person(self, at: int, since: int) -> Mention | None:
        before = self.signs.mentions.between(since, at)
        return next((m for m in reversed(before) if m.type == "Person"), None)
