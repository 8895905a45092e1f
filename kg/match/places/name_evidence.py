"""What stands round a name by suffix in, what speaks for it and against it out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.match.places.full_names import within
from kg.match.places.name_edges import BEHIND_SURNAMES, ESTATE, LONGEST, OFTEN
from kg.match.places.place_grammar import PLACE_TAGS, Found, PlaceGrammar, is_letter
from kg.match.places.short_levels import LINKS
from kg.match.rulebook.words import Words

LARGE = ("County", "Prefecture")
NATION = re.compile(r"([一-龥]{2,6}?)(?:[一-龥]{1,4}族){1,4}自治[县州旗]\Z")
# What follows where 社区 is no name but what is built up or served: 点亮社区治理.
SERVED = re.compile(r"建设|治理|发展|服务|党建|共建|养老|矫正|教育")
# Behind these a place is named, whatever its name: 走进和平社区.
LIVED_IN = re.compile("(?:家住|住在|住进|搬进|家在|走进|来到|位于|[，。；\n]在)\\Z")
LIVING = re.compile("的?(?:居民|业主|住户|物业|门口|院内|党支部|[0-9一二三四五六七八九十]+[号幢栋])")
LOCATIVE = re.compile(r"(?:在|来到|走进|走入|位于|地处|前往|家住|搬进|走访)\Z")
WIDESPREAD = 250
# 对各街道 names none.
COLLECTIVE = frozenset("各全每本该这些所有数几个多大小和与及在到")
# A preposition does not stand before a name each of so many times.
STEADY = 3
# Mongolian names are written by sound, and of their characters no words can be made.
STEPPE = ("苏木", "嘎查")
FOREIGN = (3, 7)
BY_SOUND, SOUNDED = range(2, 8), frozenset("和到大小多本在")
UNSOUNDED = frozenset("的为是以与于元个家户促建引领带把将被让由们对")
# 各村, 新村, 镇村: of these there is one everywhere.
ANY_VILLAGE = "任全各每本该新老旧古小大山农乡镇多整个驻城富穷双中"
# 任村党支部书记: a post in the village, and not the village of the Rens.
POSTED = re.compile(
    "(?:党委|党总支|党支部|支部|支书|支委|两委|“两委|书记|主任|会计|文书|委会|委员|监委|妇联|民兵|团支|干部|领导|组长)"
)
SERVING = "任"
# 石桥村原村委会主任: whoever once was that of the village.
SERVED_BEFORE = frozenset((SERVING, "原"))
# What a village or community has: 党委, 网格员, 居民委员会.
STAFFED = re.compile(f"{POSTED.pattern}|居民|村民|网格|民警|工作人员|志愿者|党群服务中心")
HELD_BY = re.compile("(?:党委|党总支|党支部|村委会|居委会)?(?:第一|原)?副?(?:书记|支书|主任)")
# 建强村党支部: with these a verb ends as often as a name.
GROWING = frozenset("强优好实")
# 包村干部, 联村领导: who is sent to a village.
SENT_TO = frozenset("包联挂蹲片")
DEED, UNCOMMON = 2, 100
# 水清村秀, 业兴村强: how a thing of the village and the village itself fare.
WELL_OFF = re.compile(
    "[水山民业人家路景天地院田果林花巷街房户][清青绿美富强兴旺净秀靓亮新活和安优通宽畅茂香蓝灵]村"
    "[秀美富强兴靓净旺绿亮安新活]"
)
# 组建组管、片联村办: a saying of four characters behind another.
IN_A_ROW, SHUT_BY = re.compile("(?<![一-龥])[一-龥]{4}[、，]$"), re.compile("(?![内里外民级])[一-龥](?![一-龥])")
OF_THE_LAND = frozenset("山渔农")
# 特色小镇, 产业强镇: of what kind it is.
OF_A_SIZE = frozenset("强大小名重古老城乡集市")
GROWN_THERE = tuple("茶梨果药竹枣橘桔柚桑瓷酒渔稻菌花菜蜜椒蒜姜桃杏蔗莲藕侨水")
COUNTED = frozenset("一二三四五六七八九十两几数各")


class NameEvidence:
    """Asks one text about its names by suffix; `ends` are the places that are known so far, by where they end."""

    def __init__(self, text: str, grammar: PlaceGrammar, words: Words, ends: Mapping[int, Found]) -> None:
        self.text, self.grammar, self.words, self.ends = text, grammar, words, ends

    def is_town(self, begin: int, end: int, kind: str) -> bool:
        """Whether the table holds a township of that name."""
        return kind == "Township" and self.grammar.gazetteer.is_town(self.text[begin:end])

    def is_short(self, core: str, end: int, kind: str) -> bool:
        """新圩镇河村，: one character behind the town, with a mark behind it."""
        alone = len(core) == 1 and not is_letter(self.text[end : end + 1] or "。")
        return kind == "Village" and alone and core not in self.grammar.starts and core not in ANY_VILLAGE

    def with_steady(self, begin: int, left: int, end: int) -> int:
        """The left edge with the character that stands there each time the name does: 可 of 可邑新寨村."""
        if begin != left + 1 or not is_letter(self.text[left]) or self.text[left] in LINKS:
            return begin
        name = self.text[begin:end]
        again = self.text.count(name)
        return left if again >= STEADY and self.text.count(self.text[left] + name) == again else begin

    def recurs(self, left: int, start: int, end: int) -> bool:
        """铁东区对炉街道, 对炉街道: whether the same words stand again and again, and once behind a higher place."""
        core, name = self.text[left:start], self.text[left:end]
        if not 2 <= len(core) <= 3 or not COLLECTIVE.isdisjoint(core):
            return False
        at = [match.start() for match in re.finditer(re.escape(name), self.text)]
        return len(at) >= STEADY and any(place in self.ends for place in at)

    def of_county(self, left: int, start: int) -> bool:
        """云岭县启新街道, 云岭县水合镇: whether what stands behind a county may be the name of a town of it."""
        core = self.text[left:start]
        if not 2 <= len(core) <= 3 or not COLLECTIVE.isdisjoint(core) or core[-1] in OF_A_SIZE:
            return False
        grammar = self.grammar
        if core[0] in grammar.starts or core in grammar.boundaries or any(core[at:] in grammar.never for at in (0, 1)):
            return False
        tokens = self.words.cut(core)
        if any(tag[:1] in "pcudr" or (len(word) > 1 and tag[:1] == "v") for word, tag in tokens):
            return False
        return self.words.frequency(core) < UNCOMMON or self.words.tag(core).startswith(("ns", "nr", "nz", "t"))

    def named_well(self, begin: int, end: int) -> bool:
        """水合镇党委书记: whether somebody holds a post in what is named so, or it is named twice."""
        return POSTED.match(self.text, end) is not None or self.text.count(self.text[begin:end]) > 1

    def told_of(self, left: int, start: int, end: int) -> bool:
        """下虎叫村曾是…: whether what makes no word stands again and again, and opens more than one clause."""
        if not self.unheard(left, start):
            return False
        name = self.text[left:end]
        at = [match.start() for match in re.finditer(re.escape(name), self.text)]
        opening = sum([place == 0 or not is_letter(self.text[place - 1]) for place in at])
        return len(at) >= STEADY and opening > 1

    def posted(self, left: int, start: int, end: int) -> bool:
        """青石街道来鹤亭社区党委, 柳河镇建强村党总支书记李华: what is no word between a town and a post."""
        core = self.text[left:start]
        if not 2 <= len(core) <= 3 or (core[-1] in GROWING and self._held_by_nobody(end)):
            return False
        tokens = self.words.cut(core)
        plain = all(len(word) == 1 or tag[:1] in "na" for word, tag in tokens) or not self.words.frequency(core)
        return plain and not self.words.tag(core).startswith("v") and STAFFED.match(self.text, end) is not None

    def served_in(self, begin: int, start: int, end: int) -> int:
        """他任|青山村支书, 李华任|青山村支书: where the name begins behind who serves there."""
        at = self.text.find(SERVING, begin, start)
        family = self.text[at + 1] in BEHIND_SURNAMES
        if at < 0 or family or start - at <= 2 or not POSTED.match(self.text, end):
            return begin
        return at + 1 if at == begin or (at - begin > 1 and self.text[begin] in self.grammar.surnames) else begin

    def _held_by_nobody(self, end: int) -> bool:
        """配强村党支部书记队伍: whether no person is named behind the post."""
        post = HELD_BY.match(self.text, end)
        return post is None or self.text[post.end() : post.end() + 1] not in self.grammar.surnames

    def unheard(self, left: int, start: int) -> bool:
        """Whether between a higher place and a suffix stand two to four characters that make no word."""
        if not 2 <= start - left <= 4 or self.text[left] in self.grammar.starts:
            return False
        tokens = self.words.cut(self.text[left:start])
        return all(len(word) == 1 for word, _ in tokens) and tokens[0][1][:1] not in ("v", "p", "d", "r", "m", "c")

    def foreign(self, left: int, start: int) -> bool:
        """巴彦查干乡巴彦他拉村: whether all characters between are those that such names are written with."""
        core = self.text[left:start]
        if not FOREIGN[0] - 1 <= len(core) <= FOREIGN[1] or not self.grammar.sounds.issuperset(core.replace("他", "")):
            return False
        first, tag = self.words.cut(core)[0]
        # 龙中乡查那村: the verb is a surname as well.
        if len(core) < FOREIGN[0]:
            return first in self.grammar.surnames and not self.words.frequency(core)
        return not tag.startswith("v") and first not in self.grammar.boundaries

    def sounded(self, left: int, start: int, end: int) -> int | None:
        """奈曼旗白音他拉苏木, 是克尔伦苏木: where a name begins that is written by sound, if it is."""
        if self.text[start:end] not in STEPPE:
            return None
        opened, chained = left + (self.grammar.starts.get(self.text[left], True) is False), left in self.ends
        if not chained:
            opened = max(opened, self.text.rfind("在", left, start) + 1)  # 先后在伊和诺日嘎查
        return opened if self._by_sound(opened, start, chained) else None

    def _by_sound(self, left: int, start: int, chained: bool) -> bool:
        core = self.text[left:start]
        # 打破嘎查界限, 之前我们嘎查, 不断探索嘎查 hold words for what is done and by whom.
        tokens = self.words.cut(core) if core else ()
        said = any(len(word) > 1 and (tag[:1] in "vrpdil" or word in self.grammar.boundaries) for word, tag in tokens)
        # 乌兰苏木额日和图嘎查: behind a higher place no word stands by itself.
        joining = COLLECTIVE - SOUNDED if chained else COLLECTIVE
        # 伊和 is great, and one character makes no other name that 和 could join.
        spoken = joining.isdisjoint(core[:2].replace("和", "") + core[2:]) and UNSOUNDED.isdisjoint(core)
        return len(core) in BY_SOUND and spoken and not core[0].isdigit() and not said

    def core_of(self, begin: int, start: int, end: int, kind: str) -> str:
        """The name without its suffix and nations: 云岭 of 云岭苗族自治县."""
        match = NATION.match(self.text[begin:end]) if kind in LARGE else None
        return match[1] if match else self.text[begin:start][-LONGEST - 1 :]

    def by_table(self, left: int, begin: int | None, start: int, end: int, edge: bool) -> int | None:
        """The left edge that makes a township of the table, if one near the edge found does."""
        text, table = self.text, self.grammar.gazetteer
        above = self.ends.get(left)
        if above is not None and within(table, text, table.find(text[left:end], "Township"), above):
            return left  # 贵南县过马营镇
        # 武夷山青石镇: the mountain lends its name to the city that the town lies in.
        for at in range(left + 2, start - 1) if edge else ():
            above = self.ends.get(at)
            if above is not None and above.rule == "region" and table.is_town(text[at:end]):
                return at
        if begin is not None and begin == left and edge:
            return begin
        if begin is not None and table.is_town(text[begin:end]):
            # 西路街道 lies in one city, and 天目西路街道 in another.
            longer = (at for at in (begin - 2, begin - 1) if at >= left and table.is_town(text[at:end]))
            return next(longer, begin)
        # 店村镇 behind 云岭县 is a town, 高于城镇居民 speaks of none.
        if begin is not None:
            # 九溪 is one word, and 溪江乡 no town beside it.
            cut = [begin + n for n in (1, 2) if not self.words.frequency(text[begin + n - 1 : begin + n + 1])]
            near = [*cut[:1], begin - 1, *cut[1:], begin - 2]
        else:
            firm = [left] if edge else []
            near = firm + [at for at in range(left + 1, start) if LOCATIVE.search(text, max(0, at - 2), at)]
        return next((at for at in near if left <= at < start - 1 and table.is_town(text[at:end])), begin)

    def borne_out(self, begin: int, core: str, end: int) -> bool:
        """Whether what stands round a doubtful name says that it is one."""
        text = self.text
        # 家住邮电小区, 电力小区居民李华
        lived_in = LIVED_IN.search(text, max(0, begin - 3), begin) or LIVING.match(text, end)
        if text.endswith(ESTATE, begin, end) and lived_in:
            return True
        if text[begin - 1 : begin] in LINKS and begin - 1 in self.ends:
            return True
        widespread = self.grammar.settlement.get(core, 0) >= WIDESPREAD
        return widespread and LOCATIVE.search(text, max(0, begin - 2), begin) is not None

    def speaks_against(self, core: str, end: int, kind: str, before: Found | None) -> bool:
        """Whether the words at a name make something else of it."""
        # 伊犁州直八县1市: a number of counties.
        if kind in LARGE and (self._runs_on(core) or core[-1:] in COUNTED):
            return True
        # 从江梨乡: what a county is known for, and no township.
        if self.text[end - 1] == "乡" and core[-1:] in GROWN_THERE and core[:-1] in self.grammar.gazetteer.named:
            return not self.grammar.gazetteer.is_town(f"{core}乡")
        if kind == "Village" and len(core) == 2 and self._is_saying(end):
            return True
        # 福建福州山村: a village in the hills near the city, which has no such name.
        if kind == "Village" and core[-1:] in OF_THE_LAND and core[:-1] in self.grammar.gazetteer.named:
            return True
        if POSTED.match(self.text, end) and (core in SERVED_BEFORE or core in SENT_TO or self._is_done(core, end)):
            return True
        return kind == "Community" and before is None and self._served(end, core)

    def _is_saying(self, end: int) -> bool:
        """水清村秀, 组建组管、片联村办: whether four characters are a saying, in which the village is any."""
        start, after = end - 3, self.text[end : end + 2]
        if is_letter(self.text[start - 1 : start] or "。"):
            return False
        if WELL_OFF.match(self.text, start) is not None and not self.words.frequency(after):
            return True
        row = IN_A_ROW.search(self.text, max(0, start - 5), start)
        return row is not None and SHUT_BY.match(self.text, end) is not None

    def _is_done(self, core: str, end: int) -> bool:
        """任命村党支部书记李华, 选优配强村党支部: whether the core says what is done with who serves in a village."""
        grammar = self.grammar
        deeds = [core[at : at + DEED] for at in range(0, len(core), DEED)]
        if core in grammar.names or grammar.settlement.get(core, 0) >= OFTEN or len(core) % DEED:
            return False
        if all(deed in grammar.done_to_people for deed in deeds):
            return True
        return all(deed in grammar.boundaries for deed in deeds) and self._held_by_nobody(end)

    def _runs_on(self, core: str) -> bool:
        """贵州湄潭兴县富民: whether a county of the table stands there in short, and a verb goes on behind it."""
        named = self.grammar.gazetteer.named
        return any(core[:at] in named for at in range(2, len(core)))

    def _served(self, end: int, core: str) -> bool:
        """点亮社区治理: whether what follows is done to any community, and the core is no name of one."""
        known = core in self.grammar.settlement or self.words.tag(core) in PLACE_TAGS[:1]
        return not known and SERVED.match(self.text, end) is not None
