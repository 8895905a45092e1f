"""Sentences in, mentions of places out: names, short forms, lists of names, and words like 该村 that stand for one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence

from kg.match.places.chains import chains
from kg.match.places.corps import corps_places
from kg.match.places.full_names import full_names, towns_of_counties
from kg.match.places.hamlets import find_hamlets
from kg.match.places.name_edges import NameEdges
from kg.match.places.occurrences import DEFINED, occurrences
from kg.match.places.place_grammar import (
    BAYS,
    LAGOONS,
    PAPER,
    Found,
    Hit,
    PlaceGrammar,
    Role,
    is_letter,
    scan,
    stands_whole,
)
from kg.match.places.place_lists import announced_places, listed_again, listed_places, sharing_last_word
from kg.match.places.settlements import Settlements
from kg.match.places.short_names import ShortNames
from kg.match.rulebook.words import Words
from kg.model import Document, Form, Mention, Rejection, Sentence, Span
from kg.model import Role as Line

SIDE = re.compile(r"[一-龥](?:东南|西南|东北|西北|[东西南北中]){1,2}(?:部(?!署)|山区|地区|革命老区|老区)?")
# 将中心城区分为三片: the words that may stand before it.
BEFORE_QUARTER = "将把在对由到处于从市县区"
# 在县里, 为村里: a bare 里 belongs to the level only behind these.
BEFORE_INSIDE = "在到从由给让被向对是使和与同跟里为帮替助持但当靠"
# 如今村里, 以前村里, 今年村里: or where they say when.
THEN, THEN_REACH = (
    re.compile(
        "(?:如今|以前|之前|从前|过去|当时|目前|眼下|那时|后来|原来|原先|随后|此后|最近|现在|[今去前近两几当每那同]年"
        "|所以|因此|为此|于是|同时|不过|但是|可是|而且|幸好|好在|听说|只是|结果|甚至|另外|此外)$"
    ),
    2,
)
# 治理淇河, 穿城而过的清溪河: what is done with a river, and what it does.
FLOWS = re.compile(
    "(?:流经|汇入|注入|治理|守护|濒临|横跨|跨越|(?:流淌|[穿绕][城村镇县乡境寨]而过|奔流不息|蜿蜒(?:而过|流淌|曲折))的)(?!好|了|[一这那每各全大小])"
    "[一-龥]{1,3}[河江湖溪](?![道流水面区堤沟边床畔岸长段口头])"
    # 清溪河全长9公里, 清溪河在云岭县境内…
    "|(?<![一-龥])[一-龥]{1,3}[河江湖](?=[全总]长|流经|流域面积|在[一-龥]{2,8}境内|水域面积|水面|位于|地处|[又亦]称|[也俗古]称|[穿绕][城镇村县乡境寨]而过|蜿蜒|贯穿|横贯|流淌|自[东西南北]|由[东西南北]向|蓄水|库容|碧波|波光|水质)"
    # 余晖洒在清溪河上; 石鼓岭海拔900米, 石鼓岭作为…
    "|(?:[洒映照落飘泊停]|倒映|荡漾|行驶|漫步|蜿蜒)在[一-龥]{1,3}[河江湖溪](?=[上畔边岸中])"
    "|(?<![一-龥])[一-龥]{2,3}[岭峰岩](?=海拔|主峰|地处|作为[^，。；]{0,16}(?:瀑布|景区|景点|主峰|山|林|所在地))"
    # 泛舟清溪湖上, 来到清溪湖边; 清溪湖，大山里的人工湖
    "|(?:泛舟|荡舟|来到|走近|走进|漫步|环绕|俯瞰|依傍)[一-龥]{2,3}湖(?=[边上畔岸，])"
    "|(?<![一-龥])[一-龥]{1,3}湖(?=，[一-龥]{0,12}的[一-龥]{0,6}湖[。，]|即[一-龥]{2,6}水库)"
)
# 在“柳树坡”建起茶园: what lies there, by what it is called.
QUOTED_LAND = re.compile(
    "(?:[在到至于]|叫做?|名为|称为)“([一-龥]{1,3}[坡沟湾岭坪坝塘岗洼垭冲垅坳])”(?=[建种开办流栽修养，。、创发试上下里的一])"
    "(?!的(?:精神|故事|模式|品牌|经验))"
)
RIVERS = tuple("河江湖溪")
# 穿村而过的白石溪、清溪: the waters that stand in a row with one that is told of so.
MORE_WATERS = re.compile("[、和与](?!大|小|[一两三各])([一-龥]{1,3}[河江湖溪])(?![道流水面区堤沟边床畔岸长段口头])")
TOWNS = "镇乡县市"
STRETCH = "段"
# The dictionary knows them as no verbs.
BOATING = ("泛舟", "荡舟")
RARE = 500
HOW_OFTEN = re.compile("每[年月周天季]")
CORE_OF = {"Village": ("村",), "Community": ("社区",), "Township": ("街道", "镇", "乡")}
LONG = 3
FULL = ("村", "街道", "镇", "乡", "社区")
OPENING = frozenset(("村内", "村庄", "社区", "街道", "嘎查"))
# After a bare 社区 or 村庄 that opens a clause: what such a body is or does, not what the word is part of.
BODIES = re.compile(r"党(?:委|总支|支部|工委)|“?两委|内")
DOING = ("v", "d", "p", "t")
NOT_DONE_BY_IT = frozenset(("治理", "服务", "建设", "管理"))


UNSHOWN = "named once, and nothing says that it is a county or city"


def find_places(
    document: Document, sentences: Sequence[Sentence], grammar: PlaceGrammar, words: Words
) -> list[Mention]:
    """All mentions of places, in the order of the text; one that is part of another stands inside it.

    >>> from kg.gazetteer import load_gazetteer
    >>> from kg.match.places.place_grammar import compile_places
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.model import Source
    >>> text = "江西省云岭县白石镇大柘村是示范村，全县都来该村学习。"
    >>> page = Document(Source("报", text, "0", "utf-8"), text, range(len(text)), ())
    >>> lines = [Sentence(Span(0, len(text)), (), 0, 0)]
    >>> [m.name for m in find_places(page, lines, compile_places(load_gazetteer(), load_rules()), Words())]
    ['江西省', '云岭县', '白石镇', '大柘村', '全县', '该村']
    """
    return places_and_doubts(document, sentences, grammar, words)[0]


def places_and_doubts(
    document: Document, sentences: Sequence[Sentence], grammar: PlaceGrammar, words: Words
) -> tuple[list[Mention], list[Rejection]]:
    """The mentions of places, and what ends as the name of a county does and is left out."""
    text = document.text
    details = document.source.details
    titles = (document.quote(article.title) for article in document.articles if article.title is not None)
    favoured = "\n".join((details.place, details.title, *titles))
    hits = scan(text, grammar)
    whole, parts = _by_fullness(hits[Role.NAME], grammar)
    opening, following = chains(hits[Role.NAME], grammar)
    # 山西吉县: no 西吉县
    crossing = {at for start, end in opening for at in range(start + 1, end)}
    whole = [hit for hit in whole if hit[0] not in crossing]
    counties = full_names(text, whole, following, grammar, words, favoured)
    full = sorted([*counties, *towns_of_counties(text, counties, grammar), *corps_places(text)])
    known = ShortNames(text, parts, full, (opening, following), grammar, words, favoured)
    shorts = known.found()
    inside = {at for start, end in following for at in range(start + 1, end)}
    suffixes = [hit for hit in hits[Role.SUFFIX] if hit[1] not in inside]
    settled = Settlements(_parted(text, sentences), suffixes, full, shorts, grammar, words, favoured)
    named = [*full, *settled.found()]
    doubts = [
        Rejection(Span(f.start, f.end), text[f.start : f.end], f"place/{f.rule}", UNSHOWN) for f in settled.doubted
    ]
    listed = listed_places(text, hits[Role.LIST], settled.edges, named)
    listed += announced_places(text, settled.edges, named)
    listed += sharing_last_word(text, settled.edges, named)
    listed += listed_again(text, listed, words)
    hamlets = find_hamlets(text, [*named, *listed], grammar, words)
    # 瓦窑、木桥、朱行塔三村 are three, and none of them is called 朱行塔三村.
    members = {f.start for f in listed}
    named = [f for f in named if f.rule != "suffix" or f.start not in members]
    large = {text[f.start : f.end] for f in named if f.rule == "suffix" and f.type in ("County", "Prefecture")}
    names = [
        *named,
        *shorts,
        *known.extra(large, named),
        *_sides(text, hits[Role.SIDE], grammar, words),
        *_nature(text, hits[Role.NATURE], grammar, words),
        *_cores(text, named, grammar, words),
        *[Found(*match.span(1), "Place", "nature") for match in QUOTED_LAND.finditer(text)],
        *listed,
        *hamlets,
    ]
    names += _defined(text, names)
    kept = _outermost(names)
    return _mentions(text, sentences, kept, _anaphors(text, hits[Role.ANAPHOR], kept, grammar, words)), doubts


def _defined(text: str, names: Sequence[Found]) -> list[Found]:
    """青禾经济技术开发区（以下简称青禾经开区）: wherever the text says what a bracket behind a full name defines."""
    meant: dict[str, Found] = {}
    for found in sorted(names, key=lambda f: (f.start, -f.end)):
        bracket = DEFINED.match(text, found.end) if found.form is Form.PROPER else None
        if bracket is not None and bracket[1] != text[found.start : found.end]:
            meant.setdefault(bracket[1], found)
    places = occurrences(text, sorted(meant)) if meant else {}
    return [
        Found(at, at + len(short), full.type, "defined", Form.SHORT, text[full.start : full.end])
        for short, full in sorted(meant.items())
        for at in places[short]
        if not full.start <= at < full.end
    ]


def _parted(text: str, sentences: Sequence[Sentence]) -> str:
    """The text with a mark at the end of each by-line that the report goes on behind: 本报讯湖东街道."""
    ends = [s.span.end for s in sentences if s.role is Line.BYLINE and is_letter(text[s.span.end : s.span.end + 1])]
    for end in ends:
        text = f"{text[: end - 1]}，{text[end:]}"
    return text


def _by_fullness(hits: Sequence[Hit], grammar: PlaceGrammar) -> tuple[list[Hit], list[Hit]]:
    """The hits that are whole names of divisions, and those that are short forms and regions."""
    named = grammar.gazetteer.named
    whole: list[Hit] = []
    parts: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        full = any(division.name == hit[2] for division in named.get(hit[2], ()))
        (whole if full else parts).append(hit)
    return whole, parts


def _outermost(names: Iterable[Found]) -> list[tuple[Found, tuple[Found, ...]]]:
    """The names that no other covers or cuts, each with those inside it; of two that cross the first stands."""
    kept: list[tuple[Found, tuple[Found, ...]]] = []
    for found in sorted(set(names), key=lambda f: (f.start, -f.end, f.rule, f.type, f.form)):
        if not kept or found.start >= kept[-1][0].end:
            kept.append((found, ()))
            continue
        outer, inner = kept[-1]
        within = found.end <= outer.end and found.end - found.start < outer.end - outer.start
        # The river of 营口辽河经济开发区 is no place of the text.
        own = outer.rule == "suffix" and found.rule == "region"
        if within and outer.type == "Region" and not own and (not inner or inner[-1].end <= found.start):
            kept[-1] = (outer, (*inner, found))
    return kept


def _mentions(
    text: str,
    sentences: Sequence[Sentence],
    names: Sequence[tuple[Found, tuple[Found, ...]]],
    anaphors: Sequence[Found],
) -> list[Mention]:
    starts = [sentence.span.start for sentence in sentences]
    mentions = []
    for found, inner in sorted([*names, *((anaphor, ()) for anaphor in anaphors)], key=lambda pair: pair[0].start):
        i = bisect_right(starts, found.start) - 1
        if i >= 0 and found.end <= sentences[i].span.end:
            mentions.append(_mention(text, found, tuple(_mention(text, part) for part in inner)))
    return mentions


def _mention(text: str, found: Found, inside: tuple[Mention, ...] = ()) -> Mention:
    span = Span(found.start, found.end)
    name = found.name or text[found.start : found.end]
    return Mention(span, found.type, f"place/{found.rule}", name, found.form, None, inside)


def _sides(text: str, hits: Sequence[Hit], grammar: PlaceGrammar, words: Words) -> list[Found]:
    """赣中南, 粤北: a province by its one character, and a side of it; 中心城区."""
    found = []
    for start, end, word in hits:
        if word[-1] == "区":
            before = text[start - 1 : start]
            if not before or not is_letter(before) or before in BEFORE_QUARTER:
                found.append(Found(start, end, "Place", "quarter"))
            continue
        if any(division.level == "Province" for division in grammar.gazetteer.named.get(word, ())):
            continue  # 陕西 is a province, and no west of one
        match = SIDE.match(text, start)
        known = match is not None and (match[0] in grammar.gazetteer.named or match[0] in grammar.regions)
        if match is not None and PAPER.match(text, match.end()):
            continue
        if match is not None and not known and stands_whole(text, start, match.end(), words):
            found.append(Found(start, match.end(), "Region", "region"))
    return found


def _nature(text: str, hits: Sequence[Hit], grammar: PlaceGrammar, words: Words) -> list[Found]:
    """Mountains and waters that the words after them give away, and the same names elsewhere."""
    edges = NameEdges(text, grammar, words)
    names = set()
    ends = [start + 1 for start, _, word in hits if word not in LAGOONS and word[0] != STRETCH]
    ends += [end for match in FLOWS.finditer(text) for end in _row(text, match.end())]
    # 石门潟湖, 白沙湾大墩段滩涂: where the name stops that is whole only behind it.
    longer = {end: at for start, end, word in hits if (at := _stops(text, start, word)) is not None}
    for end in (*ends, *longer):
        begin = edges.bare(longer.get(end, end))
        # 新村港, 新村潟湖: any village may be a 新村, and hardly a bay.
        if begin is None and (end in longer or text[end - 1] in BAYS):
            town = longer.get(end, end) - (text[longer.get(end, end) - 1] in BAYS)
            begin = town - 2 if words.tag(text[town - 2 : town]) == "ns" else None
        begin = begin + 2 if begin is not None and text.startswith(BOATING, begin) else begin
        name = text[begin:end] if begin is not None else ""
        name = name[:-1] if name[-2:-1] == name[-1:] else name  # 沙河河畔
        name = name[max((name.rfind(last, 1) for last in TOWNS), default=-1) + 1 :]  # 青石镇沙河沿线
        # 江苏金湖 is the county, and no lake.
        divisions = grammar.gazetteer.named
        listed = any(name[at:] in grammar.regions for at in range(len(name))) or any(
            name[at:] in divisions and (at == 0 or name[:at] in divisions) for at in range(len(name))
        )
        # 淇河 is a word for nobody but those who live there; 大河 may be any.
        own = len(name) > 2 or (name[-1:] in RIVERS and len(name) > 1 and words.frequency(name) < RARE)
        if own and not listed and name not in grammar.signs.waters and words.tag(name) in ("ns", "x", "nz", "nr"):
            names.add(name)
    places = occurrences(text, names)
    return [Found(at, at + len(name), "Place", "nature") for name in sorted(names) for at in places[name]]


def _stops(text: str, start: int, word: str) -> int | None:
    """Where the water stops that a lagoon's last word, or a stretch of its shore, goes on behind.

    >>> _stops("白沙湾大墩段滩涂", 5, "段滩涂")
    3
    """
    if word in LAGOONS:
        return start
    if word[0] != STRETCH:
        return None
    return next((at for at in range(start - 1, max(0, start - 4), -1) if text[at - 1] in BAYS), None)


def _row(text: str, end: int) -> list[int]:
    """Where a water ends, and each of the row that goes on behind it.

    >>> _row("白石溪、清溪成了景点", 3)
    [3, 6]
    """
    ends = [end]
    while (more := MORE_WATERS.match(text, ends[-1])) is not None:
        ends.append(more.end())
    return ends


def _cores(text: str, named: Sequence[Found], grammar: PlaceGrammar, words: Words) -> list[Found]:
    """A village or town without its last word, where that means nothing else: 骆驼湾 for 骆驼湾村, 会川 for 会川镇.

    Where the text names 昌黎县, 昌黎 is the county and not its 昌黎镇.
    """
    found = []
    cores = {}
    full = {text[place.start : place.end] for place in named}
    for place in named:
        name = text[place.start : place.end]
        core = next((name[: -len(last)] for last in CORE_OF.get(place.type, ()) if name.endswith(last)), "")
        if any(division.name in full for division in grammar.gazetteer.named.get(core, ())):
            continue
        if len(core) >= LONG or (len(core) == LONG - 1 and not words.frequency(core)):
            cores[core] = place.type
    places = occurrences(text, sorted(cores))
    for core, kind in sorted(cores.items()):
        for start in places[core]:
            end = start + len(core)
            if not text.startswith(FULL, end) and stands_whole(text, start, end, words):
                found.append(Found(start, end, kind, "core", Form.SHORT))
    return found


def _anaphors(
    text: str,
    hits: Sequence[Hit],
    names: Sequence[tuple[Found, tuple[Found, ...]]],
    grammar: PlaceGrammar,
    words: Words,
) -> list[Found]:
    """全县, 该村, 县里, 当地, and a bare 社区 that opens a clause."""
    starts = [found.start for found, _ in names]
    found: list[Found] = []
    for start, end, word in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        anaphor = grammar.anaphors[word]
        i = bisect_right(starts, start) - 1
        named = (i >= 0 and names[i][0].end > start) or (i + 1 < len(starts) and starts[i + 1] < end)
        if named or (found and start < found[-1].end) or not anaphor.fits(text, start, end):
            continue
        before = text[start - 1 : start]
        inner = word[-1] == "里" and before and is_letter(before) and before not in BEFORE_INSIDE
        if inner and THEN.search(text, max(0, start - THEN_REACH), start) is None:
            continue
        if word in OPENING and not _opens(text, start, end, word, words, grammar.signs.ways):
            continue
        found.append(Found(start, end, anaphor.type, "anaphor", Form.ANAPHOR))
    return found


def _opens(text: str, start: int, end: int, word: str, words: Words, ways: Collection[str]) -> bool:
    """Whether the bare word opens a clause and is what acts in it."""
    before = text[start - 1 : start]
    if before and (is_letter(before) or before in "、“”"):
        return False
    if word == "村内" or BODIES.match(text, end):
        return True
    last = end
    while last < min(len(text), end + 6) and is_letter(text[last]):
        last += 1
    first = words.cut(text[end:last])[:1]
    # 街道每年拿出90万元: how often it does so.
    often = bool(first) and HOW_OFTEN.match(first[0][0]) is not None
    return often or (
        bool(first) and (first[0][0] in ways or (first[0][1] in DOING and first[0][0] not in NOT_DONE_BY_IT))
    )
