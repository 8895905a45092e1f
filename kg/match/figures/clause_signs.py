"""A clause in, the scene, possessor or agent that it names by its wording out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.match.figures.clause_words import (
    BRANDED,
    BRED,
    BUILT_THEN,
    COUNTED,
    EPITHET,
    ESTATE,
    FISCAL,
    FULL_NAME,
    HOLDS,
    IS,
    IS_OR_HAS,
    LONG,
    MEASURED,
    RECALL,
    REGISTERED,
    REPORTER,
    ROOM_GIVEN,
    SCENES,
    SERVICE,
    SEVERAL,
    SHOWN,
    SIZED,
    SO_MANY,
    TENDED,
    WHOLE,
    WORKS,
)
from kg.match.figures.owner_words import OwnerWords
from kg.match.rulebook.kinds import BODIES, PLACES, SETTLED, WAYS
from kg.match.subjects.mentions import Mentions
from kg.match.subjects.openers import Openers
from kg.model import Form, Mention, Span


def is_any(mention: Mention) -> bool:
    """Whether what a mention says may be said of any of its kind: 合作社, 茶厂, but not 瑶光电子材料公司."""
    brand = mention.type == "Enterprise" and len(mention.name) >= BRANDED
    return mention.form is Form.NOMINAL and not brand and REGISTERED.search(mention.name) is None


@dataclass(frozen=True, slots=True)
class Signs:
    """The text with its mentions, and the wordings that say whose the figures of a clause are."""

    text: str
    mentions: Mentions
    openers: Openers
    words: OwnerWords

    def possessor(self, span: Span, at: int) -> Mention | None:
        """青石村的村集体收入, 青石镇境内; 全镇辣椒面积; 云雾茶业公司产值."""
        # 李华的恒远公司去年产值9万元
        if (run := self._run_by(at)) is not None:
            return run
        # “茶山姑娘”李华的直播队12人: behind what he is called.
        called = EPITHET.match(self.text, at, span.end)
        at = called.end() if called else at
        chain = [*self._chain(span, at)]
        ground = [mention for mention in chain if mention.type in MEASURED]
        if not ground or (is_any(ground[-1]) and not self._is_whole(ground[-1])):
            return None
        if self.words.not_owning.match(self.text, chain[-1].span.end, span.end):
            return None
        last = ground[-1]
        # 学校食堂“明厨亮灶”率100%: the name says of what it is the rate.
        if self.text.startswith("率", last.span.end):
            return None
        if last is not chain[-1]:
            return last if last.type in PLACES else None
        if self.words.owns.match(self.text, last.span.end, span.end) or self.words.holds.match(
            self.text, last.span.end
        ):
            return last
        proper = last.type not in PLACES and last.type != "Person" and last.form is not Form.SHORT
        return last if proper and self.openers.topics.measured.match(self.text, last.span.end, span.end) else None

    def _run_by(self, at: int) -> Mention | None:
        """李华的恒远公司: the firm or house by its name, right behind whose it is."""
        who = next(iter(self.mentions.between(at, at + 1)), None)
        if who is None or who.type != "Person" or not self.text.startswith("的", who.span.end):
            return None
        run = next(iter(self.mentions.between(who.span.end + 1, who.span.end + 2)), None)
        return run if run is not None and run.type in TENDED | {"Association"} and not is_any(run) else None

    def _is_whole(self, mention: Mention) -> bool:
        """云岭水稻科技示范园的地头: a long name says which one it is, a short one may be any."""
        owns = self.text.startswith("的", mention.span.end)
        return owns and mention.type in TENDED and len(mention.span) >= WHOLE

    def counted(self, span: Span, at: int) -> Mention | None:
        """云岭县新开工水利项目22个: the place that opens the name of what is counted."""
        first = next(self._chain(span, at), None)
        if (
            first is None
            or first.type not in WORKS
            or not first.inside
            or SO_MANY.match(self.text, first.span.end) is None
        ):
            return None
        place = first.inside[0]
        return place if place.span.start == at and place.type in PLACES else None

    def sized(self, span: Span, at: int) -> Mention | None:
        """总投资3亿元的长金水库，解决…: a clause that is nothing but what something of such a size is called."""
        chain = [m for m in self._chain(span, at) if m.type in PLACES]
        at = chain[-1].span.end if chain else at
        last = next(reversed(self.mentions.between(at + 1, span.end)), None)
        if last is None or last.type not in WORKS | TENDED or span.end - last.span.end > 1:
            return None
        return last if SIZED.fullmatch(self.text, at, last.span.start) else None

    def product(self, span: Span, at: int) -> Mention | None:
        """“云岭红茶”品牌价值达…, 云岭县的“时间银行”注册…: a brand or service is measured by itself."""
        inside = self.mentions.between(at, span.end)
        begins = at + 2 * self.text.startswith(("其中", "这个", "这一", "这款", "这种"), at)
        for mention in inside:
            bred = BRED.match(self.text, begins, span.end)
            begins = bred.end() if bred else begins + (self.text[begins] == "的")
            if mention.span.start < begins:
                continue
            if mention.span.start != begins:
                return None
            if mention.form is Form.QUOTED and self._is_offered(mention):
                return mention if not self.text.startswith(("、", "和", "等", "的", "，"), mention.span.end) else None
            if mention.type not in PLACES:
                return None
            begins = mention.span.end
        return None

    def shown(self, span: Span) -> Mention | None:
        """第二棵树是板栗: the product that a clause only says to be the one spoken of."""
        last = self.mentions.between(span.start, span.end)[-1]
        ends = last.span.end == span.end or self.text[last.span.end] in "（。；"
        if last.type != "Industry" or not ends:
            return None
        return last if SHOWN.fullmatch(self.text, span.start, last.span.start) else None

    def _is_offered(self, mention: Mention) -> bool:
        """“兴农贷”, “时间银行”, “云岭红茶”: what somebody sells or lends, and others take."""
        offered = mention.type in WAYS | WORKS and SERVICE.search(mention.name.rstrip("”")) is not None
        return mention.type == "Industry" or offered

    def holding(self, span: Span, at: int) -> Mention | None:
        """占地90亩的云岭产业园里已有9家企业, 园里9家企业: what holds what is counted."""
        for mention in self.mentions.between(at, span.end):
            if mention.type in TENDED and HOLDS.match(self.text, mention.span.end, span.end):
                own = mention.span.start == at or self.text[mention.span.start - 1] == "的"
                return mention if (own or mention.inside) and not is_any(mention) else None
        return None

    def described(self, span: Span, at: int) -> Mention | None:
        """县属国企云岭投资集团出资…: a body behind the word for what it is."""
        first = next(iter(self.mentions.between(at + 1, span.end)), None)
        if first is None or first.type not in BODIES or is_any(first):
            return None
        # 恒远的全称是云岭恒远茶业公司，…
        if FULL_NAME.fullmatch(self.text, at, first.span.start):
            return first
        if span.end - first.span.end < 3:
            return None
        kind = self.words.kind.fullmatch(self.text, at, first.span.start)
        return first if kind and self.text[first.span.end] not in "的、和与等" else None

    def fiscal(self, at: int) -> Mention | None:
        """县财政配套9万元: the last county, or whatever place of that level, that the text has named."""
        purse = FISCAL.match(self.text, at)
        if purse is None:
            return None
        before = (m for m in reversed(self.mentions.before(at, RECALL)) if m.type in PLACES)
        return next((m for m in before if m.name.endswith(purse[1]) and m.form is not Form.ANAPHOR), None)

    def estate(self, span: Span, at: int) -> Mention | None:
        """泸粮小区曾是…, 建成于1998年的泸粮小区共有…: nobody acts for an estate, but it is counted."""
        inside = self.mentions.between(at, span.end)
        last = None
        for mention in inside:
            if last is not None and mention.span.start != last.span.end:
                break
            if (
                last is None
                and mention.span.start != at
                and not BUILT_THEN.fullmatch(self.text, at, mention.span.start)
            ):
                return None
            last = mention
        if last is None or last.type not in SETTLED or not last.name.endswith(ESTATE) or last.form is Form.ANAPHOR:
            return None
        return last if IS_OR_HAS.match(self.text, last.span.end, span.end) else None

    def agent(self, span: Span, at: int) -> Mention | None:
        """由县住建局筹集…: who is said to act."""
        if self.text[at : at + 1] != "由":
            return None
        chain = [*self._chain(span, at + 1)]
        if not chain or chain[-1].type not in BODIES or self.words.leads.match(self.text, chain[-1].span.end):
            return None
        return chain[-1] if span.end - chain[-1].span.end > 2 else None

    def scene(self, span: Span, at: int) -> Mention | None:
        """在X，…; X里，…; …的X，…: the place, body or facility at which a clause only sets the scene."""
        inside = self.mentions.between(at, span.end)
        if not inside or self.text.find("、", at, span.end) >= 0:
            return None
        last = inside[-1]
        kind = last.type in TENDED and len(last.span) >= LONG
        if last.type not in SCENES or last.form is Form.ANAPHOR or (is_any(last) and not kind):
            return None
        start = last.span.start
        for mention in reversed(inside[:-1]):
            if mention.span.end == start:
                start = mention.span.start
        # 记者走进石桥村养殖场: who comes to see it does nothing there.
        if (comes := REPORTER.match(self.text, at, span.end)) is not None:
            at = comes.end()
        enters = self.words.enters.match(self.text, at, span.end)
        tail = self.words.inside.fullmatch(self.text, last.span.end, span.end)
        if last.span.end < span.end and (tail is None or self.words.process.search(tail[0])):
            return None
        if enters is None:
            opens = start == at and (tail is not None or last.type in SETTLED)
            described = self.text[start - 1] == "的" and not self.openers.governs(self.text, at)
            # 前身是1986年办起来的青石镇罐头厂: what somebody was is not what is spoken of.
            described = described and IS.search(self.text, at, start) is None
            if not opens and not described:
                return None
        elif self.words.governed.search(self.text, enters.end(), start) or self._acts(enters.end(), start):
            return None
        return last

    def owned_scene(self, span: Span, at: int) -> Mention | None:
        """青石镇的沙棘林场，6.3万亩…: a clause that is nothing but what stands in a place."""
        inside = self.mentions.between(at, span.end)
        if len(inside) < 2 or inside[0].span.start != at or inside[-1].span.end + 1 < span.end:
            return None
        last = inside[-1]
        return last if last.type in TENDED and self.text[inside[-2].span.end : last.span.start] == "的" else None

    def closing(self, span: Span, at: int) -> Mention | None:
        """The name with which a clause ends, behind the place where it begins to speak."""
        inside = self.mentions.between(at, span.end)
        last = inside[-1] if inside else None
        if last is None or COUNTED.fullmatch(self.text, last.span.end, span.end) is None:
            return None
        # 建设产业园及社区工厂: of several that are built none.
        if SEVERAL.search(self.text, at, last.span.start) or self.text[last.span.start - 1] in "、和与及":
            return None
        # 把传习所设到青石中学, 教室设在职教中心: the house only gives room.
        if last.type not in PLACES and ROOM_GIVEN.search(self.text, at, last.span.start):
            return None
        return last

    def governs(self, verbs: re.Pattern[str], at: int, last: Mention) -> bool:
        """Whether one of the verbs stands before the name that ends a clause."""
        return verbs.search(self.text, at, last.span.start) is not None

    def chained(self, span: Span, at: int) -> Mention | None:
        """The last of the mentions that follow one upon the other from a place on."""
        return next(reversed([*self._chain(span, at)]), None)

    def _chain(self, span: Span, at: int) -> Iterator[Mention]:
        """The mentions that follow one upon the other from a place on: 青石镇李庄村."""
        for mention in self.mentions.between(at, span.end):
            if mention.span.start != at:
                return
            yield mention
            at = mention.span.end

    def _acts(self, start: int, end: int) -> bool:
        """Whether a verb stands between two places."""
        return any(self.text[i : i + 2] in self.openers.governing for i in range(start, end - 1))
