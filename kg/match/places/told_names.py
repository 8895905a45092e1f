"""The words before a suffix in, whether what is told there makes one name of them all out: 建设村1997年建成."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.match.places.name_edges import GOVERNING, MANNERS, ORDINALS, RANKING
from kg.match.places.name_evidence import ANY_VILLAGE, COLLECTIVE, GROWING, HELD_BY, POSTED, SENT_TO, SERVED, SERVING
from kg.match.places.place_grammar import Found, PlaceGrammar
from kg.match.rulebook.words import Words

LONGEST = 7
# Of a village alone, and of nothing that is done: 建设村1997年建成, 发展村村民李华.
ITS_OWN = re.compile(
    "[12][0-9]{3}年(?!启动|开工)|村(?:民|委会|党|[“两]|集体|干部)|位于|地处|坐落|是(?!否)|现?有[0-9]|[共现]有|辖"
)
# What is told of a place, behind a name that is no deed.
TOLD = re.compile(
    r"[，。；：！？）”\n]|\Z|的|[被有在把将以]|大力|积极|通过|依托|围绕|立足|按照|坚持|近年来|去年|今年|成立|流转|组建|建起|推[行出]|探索|设立"
)
STAFFED = re.compile(f"{POSTED.pattern}|居民|村民(?!小组)|网格|党群服务中心")
# 前进路社区, 长有南里社区: a community is called after its street or estate, whatever words those hold.
STREET = re.compile(
    "[一-龥]{1,6}(?:路|街|大道|巷|胡同|里|弄|家园|花园|嘉园|嘉苑|花苑|公寓|新城|新村|花都|名都|国际)[东西南北中]?"
)
# Behind a community and before a name of a person these are its own.
OF_ITS_OWN = re.compile(f"{HELD_BY.pattern}|网格[员长]|(?:社区)?民警|社工")
CLOSED = re.compile("[，。；]|的")
JOINERS, TWO = frozenset("和与及同跟暨"), re.compile("[一-龥]{2,}[和与及同跟暨][一-龥]{2,}")
# jieba's tags of words that stand in names.
NOUNS = ("n", "a", "b", "s", "f", "j", "i", "x", "z", "t")


class ToldNames:
    """Asks one text whether all the words behind a town are the name of a village; `ends` as in NameEvidence."""

    def __init__(self, text: str, grammar: PlaceGrammar, words: Words, ends: Mapping[int, Found]) -> None:
        self.text, self.grammar, self.words, self.ends = text, grammar, words, ends

    def opens(self, left: int, start: int, end: int, kind: str, cut: bool) -> bool:
        """青石镇建设村党支部书记李华, 走进青石镇青瓷社区，: whether the name begins right behind its town.

        `cut` says whether a name has been found there that begins further right.
        """
        core = self.text[left:start]
        if core in self.grammar.names:
            return self._is_its_own(end) or self._gone_to(left, end) or (not self._is_deed(core) and self._told(end))
        # 河口镇惠民社区把…: what says of which kind a community is may be its name, where it acts or has people.
        if kind == "Community" and core in self.grammar.doubtful and self._told(end):
            return True
        if not core or len(core) > LONGEST or core[0] in COLLECTIVE or self._is_kind(core):
            return False
        if len(core) == 1:
            # 青石镇三村村民 may be of three villages.
            counted = core in ORDINALS and (not self._is_its_own(end) or self.text.startswith("村民", end))
            return not counted and self._single(core) and self._told(end)
        if kind == "Community" and STREET.fullmatch(core) and core[0] not in self.grammar.starts:
            return self._told(end)
        if self._is_noun(core) and (core[-1] not in GROWING or not POSTED.match(self.text, end)):
            return self._told(end)
        # 青石镇希望坡社区: a deed by its words, and one village by what is told.
        return not cut and (ITS_OWN.match(self.text, end) is not None or self._gone_to(left, end))

    def opens_clause(self, left: int, start: int, end: int, kind: str) -> int | None:
        """，走进建设村，: where the name begins if a clause names a village whose name is a deed elsewhere."""
        gone = next((len(word) for word in self.grammar.signs.staying if self.text.startswith(word, left, start)), 0)
        core = self.text[left + gone : start]
        common = core not in self.grammar.never and (core in self.grammar.names or core in self.grammar.doubtful)
        # ，惠民社区网格员李华
        if kind == "Community" and core in self.grammar.doubtful and (held := OF_ITS_OWN.match(self.text, end)):
            return left + gone if self.text[held.end() : held.end() + 1] in self.grammar.surnames else None
        if not common and not (kind == "Community" and STREET.fullmatch(core)):
            return None
        told = self._is_its_own(end) or (common and not self._is_deed(core) and self._told(end))
        return left + gone if told or (gone and CLOSED.match(self.text, end)) else None

    def _single(self, core: str) -> bool:
        """岩村, 三村: no word that says which of the villages is meant."""
        free = core not in ANY_VILLAGE and core not in GOVERNING and core not in RANKING and core not in SENT_TO
        return core in ORDINALS or (free and core != SERVING and core not in self.grammar.starts)

    def _is_deed(self, core: str) -> bool:
        return core in self.grammar.boundaries or core in self.grammar.never

    def _is_kind(self, core: str) -> bool:
        """示范, 学习型: what says of which kind a village is."""
        return core.endswith(MANNERS) or any(core[at:] in self.grammar.never for at in range(len(core)))

    def _is_noun(self, core: str) -> bool:
        never, boundaries = self.grammar.never, self.grammar.boundaries
        if TWO.fullmatch(core) and any(word in JOINERS for word, _ in self.words.cut(core)):
            return False  # 柳家寨和青山村
        return core[0] not in self.grammar.starts and all(
            word not in never and word not in boundaries and (tag[:1] in NOUNS or len(word) == 1)
            for word, tag in self.words.cut(core)
        )

    def _told(self, end: int) -> bool:
        """Whether what follows speaks of a place."""
        if SERVED.match(self.text, end):
            return False
        told = TOLD.match(self.text, end) or STAFFED.match(self.text, end)
        return told is not None or self._is_its_own(end)

    def _is_its_own(self, end: int) -> bool:
        """Whether what follows is told of one village."""
        post = HELD_BY.match(self.text, end)
        held = post is not None and self.text[post.end() : post.end() + 1] in self.grammar.surnames
        return held or ITS_OWN.match(self.text, end) is not None

    def _gone_to(self, left: int, end: int) -> bool:
        """来到青石镇青瓷社区，: whether somebody goes there."""
        at = left
        while (before := self.ends.get(at)) is not None:
            at = before.start
        return self.text.endswith(self.grammar.signs.staying, 0, at) and CLOSED.match(self.text, end) is not None
