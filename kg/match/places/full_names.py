"""Text in, the divisions that it names in full out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from kg.gazetteer import Division, Gazetteer
from kg.match.places.chains import Spans
from kg.match.places.occurrences import cover, occurrences
from kg.match.places.place_grammar import Found, Hit, PlaceGrammar, is_letter, stands_whole
from kg.match.rulebook.words import Words

# A word that the dictionary counts so seldom hides no name of three characters or more.
HARDLY_A_WORD, SHORT = 20, 2
LEVELS = ("Province", "Prefecture", "County", "Township")
# 长沙市场, 和平区域: the last character of the name begins another word.
RUNS_ON = {"市": "场民值容面况井", "区": "域间划块别级分位隔", "县": "域", "旗": "帜下袍手号", "盟": "友约主"}
CITY, OF_THE_CITY = "市", re.compile("民(?:政|族|宗|盟|革|建|进|兵|营|办)|容(?:管|环)")
TOWN = re.compile(r"[一-龥]{1,8}?(?:街道|苏木|镇|乡)")
LONGEST_TOWN, CORE = 9, 3
NO_TOWN = re.compile("[村镇亲愁土情贤音风俗味]")
LEAST = 3
EACH_OF = frozenset("分各逐每")  # 分乡镇组织学习
BEFORE_TOWNS = frozenset("到在从由和与及对向的县区市旗")
SEATS = ("委", "政府", "政协", "人大", "纪委", "长")
VERBAL = frozenset(("会同",))
# 房县人民法院: what only a county has; 和县人民法院 may as well be that of another.
ORGAN = re.compile("人民(?:法院|检察院|政府|代表大会)|[农财教公民司审统林水交][一-龥]{1,5}局|公安局")
OTHERWISE, INSIDE = frozenset("和与富兴应代临新成古"), frozenset("域城级内里长中")
LINKING = frozenset("和与及同")


def highest(divisions: Iterable[Division]) -> str:
    """The highest level among divisions that share a name."""
    return min((division.level for division in divisions), key=LEVELS.index)


def full_names(
    text: str, hits: Sequence[Hit], following: Spans, grammar: PlaceGrammar, words: Words, favoured: str
) -> list[Found]:
    """The names of the division table that stand in the text as names.

    `following` are those right behind what they lie in, `favoured` is what its titles say.
    """
    found: list[Found] = []
    doubted: list[Found] = []
    firm: Counter[str] = Counter()
    table, signs = grammar.gazetteer, grammar.signs
    begins = {start for start, _ in following}
    last = 0
    for start, end, word in hits:
        divisions = [d for d in table.named[word] if d.name == word]
        runs_on = end < len(text) and text[end] in RUNS_ON.get(word[-1], "")
        # 商丘市民权县, 金华市民政局: no 市民 stands there.
        runs_on = runs_on and end not in begins and not (word[-1] == CITY and OF_THE_CITY.match(text, end))
        # 夷陵区分乡镇 is no 区分: a town of the district stands there.
        if start < last or (runs_on and not _holds_town(table, text, end, divisions)):
            continue
        chained = bool(found) and found[-1].end == start and within(table, text, divisions, found[-1])
        chained = chained or ((start, end) in following and word not in signs.quarters)
        edge = start == 0 or not is_letter(text[start - 1])
        # 泉州市委, 晋江市政府: the city stands whole where what governs it does.
        seat = next((end + len(tail) for tail in SEATS if text.startswith(tail, end)), end)
        # 紧邻唐山城区: the quarter of 唐山, and no 山城区.
        if not (chained or edge) and word.endswith("城区") and text[start - 1 : start + 1] in table.named:
            continue
        # 归海东市管: 归海 is hardly a word.
        hardly = len(word) > SHORT and 0 < words.frequency(text[start - 1 : start + 1]) < HARDLY_A_WORD
        stands = hardly or stands_whole(text, start, end, words) or stands_whole(text, start, seat, words)
        if not (chained or edge or stands):
            continue
        place = Found(start, end, highest(divisions), "division")
        last = end
        # 指挥部会同县教育局: the verb and 县 are no name of a county.
        verbal = word[:-1] in VERBAL and not (chained or edge)
        if len(word) > 2 and word not in signs.quarters and not verbal:
            found.append(place)
            continue
        # 和县 and 城区 are other words as often as names.
        town = TOWN.match(text, end)
        chained = chained or (town is not None and within(table, text, table.find(town[0], "Township"), place))
        # 新县石桥镇, which no table may know
        chained = chained or (edge and town is not None and word[-1] == "县" and word[0] not in LINKING)
        governed = edge and word[0] not in LINKING and ORGAN.match(text, end) is not None
        # 在城区开展整治: in any town there is one.
        behind = text.endswith(signs.behind, 0, start) and word not in signs.anywhere
        # 寿县推行…, as 富县强村 and 应县里要求 may be, too; 支援寿县.
        opens = word[-1] == "县" and word[0] not in OTHERWISE and not verbal and text[end : end + 1] not in INSIDE
        firm[word] += 2 if chained or governed or behind or opens else edge and word not in signs.anywhere
        doubted.append(place)
    for place in doubted:
        name = text[place.start : place.end]
        titled = name in favoured and (name not in signs.anywhere or f"市{name}" in favoured)
        # 李华和县人大代表王芳: in a title the particle joins as well.
        titled = titled and (name[0] not in LINKING or favoured.startswith(name) or f"\n{name}" in favoured)
        if firm[name] > 1 or titled:
            found.append(place)
    return sorted(found)


def _holds_town(table: Gazetteer, text: str, at: int, divisions: Sequence[Division]) -> bool:
    """Whether a town of one of the divisions begins at a place of the text."""
    towns = (d for end in range(at + 2, at + LONGEST_TOWN) for d in table.find(text[at:end], "Township"))
    return any(table.holds(divisions, d) for d in towns)


def within(table: Gazetteer, text: str, divisions: Sequence[Division], above: Found) -> bool:
    """Whether one of the divisions lies in the place that stands at `above`."""
    parents = table.find(text[above.start : above.end], above.type)
    return any(table.holds(parents, division) for division in divisions)


def towns_of_counties(text: str, full: Sequence[Found], grammar: PlaceGrammar) -> list[Found]:
    """The towns that the table has in the counties of the text, wherever the text names them in full."""
    table = grammar.gazetteer
    counties = {text[f.start : f.end] for f in full if f.type == "County"}
    divisions = [d for name in sorted(counties) for d in table.find(name, "County") if d.name == name]
    names = {town for d in divisions for town in table.towns_of(d) if len(town) >= LEAST and TOWN.fullmatch(town)}
    covered = cover(text, full)
    ends = {f.end for f in full if f.type == "County"}
    return sorted(
        Found(_with_core(start, name, ends), start + len(name), "Township", "division")
        for name, places in occurrences(text, names).items()
        for start in places
        if not any(covered[start : start + len(name)]) and _is_named(text, start, start + len(name), grammar)
    )


def _with_core(start: int, name: str, ends: set[int]) -> int:
    """芒康县盐井纳西民族乡: where the name begins that the table cuts to 纳西民族乡, right behind its county."""
    cores = (at for at in range(start - CORE, start) if at in ends)
    return next(cores, start) if name.endswith("民族乡") else start


def _is_named(text: str, start: int, end: int, grammar: PlaceGrammar) -> bool:
    """到北义城镇的, but not 提高城镇化."""
    name = text[start:end]
    suffix = next(word for word in ("街道", "苏木", "镇", "乡") if name.endswith(word))
    bound = not is_letter(text[start - 1 : start] or "。") or text[start - 1] in BEFORE_TOWNS
    # 来到石城乡，: the county of the text has a town of that name, and no 城乡 is meant.
    loose = bound and NO_TOWN.match(text, end) is None and name[0] not in EACH_OF
    fits = grammar.suffixes[suffix].fits(text, end - len(suffix), end) or loose
    return fits and (bound or not name.endswith(grammar.signs.ending))
