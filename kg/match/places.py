"""Sentences in, mentions of places out: names, short forms, lists of names, and words like 该村 that stand for one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from kg.match.known_places import KnownPlaces
from kg.match.place_grammar import Found, PlaceGrammar, is_letter, stands_whole
from kg.match.settlements import Settlements
from kg.match.words import Words
from kg.model import Document, Form, Mention, Sentence, Span

QUARTER = re.compile(
    r"(?P<region>[赣湘鄂皖苏浙闽粤桂琼川黔滇陕陇冀晋豫鲁辽](?:东南|西南|东北|西北|[东西南北中]){1,2}(?:部(?!署)|山区|地区|革命老区|老区)?"
    r"|(?:(?<![一-龥])|(?<=[将把在对由到处于从市县区]))(?P<quarter>中心城区|主城区))"
)
# 位于莲花山脚下: what follows says that a mountain or water is meant.
NATURE = re.compile(
    r"(?:[山岭岩峰](?=脚|南麓|北麓|东麓|西麓|深处|腹地|主峰|之巅|余脉)|[河江湖溪海](?=流域|两岸|沿岸|南岸|北岸|东岸|西岸|之滨|之畔|畔|上游|中游|下游|源头))"
)
LIST_END = re.compile(
    r"(?:等(?:[0-9]+|[一二两三四五六七八九十百多几数]+)个|等|(?<=[一-龥])(?:[0-9]+|[两三四五六七八九十]+)个)"
    r"(?P<kind>自然村|行政村|村民小组|村屯|村寨|社区|乡镇|街道|县区|县市|区县|村|镇|乡|县|区)(?![级民委务集域内里长书两党庄落办])"
)
LIST_START = re.compile(r"[，。；：！？“”（）\n]")
LISTED = {"社区": "Community", "乡镇": "Township", "街道": "Township", "镇": "Township", "乡": "Township"} | dict.fromkeys(
    ("县区", "县市", "区县", "县", "区"), "County"
)
LIST_REACH = 120
LEVELS = {"县": "County", "区": "County", "旗": "County", "市": "Prefecture", "州": "Prefecture", "盟": "Prefecture"} | {
    "省": "Province", "镇": "Township", "乡": "Township", "街道": "Township", "村": "Village", "村庄": "Village", "社区": "Community"
}  # fmt: skip
ANAPHOR = re.compile(
    r"(?:(?<![安健完保周齐成])全|(?<!应)该|(?<![自忘])我|(?<![基根资成样版文日])本|这(?:个|一)|我们(?:这个)?)"
    r"(?P<a>县|市(?![场民值容面])|区(?![域分间别划块])|旗|州|盟|省(?!略)|镇(?!定)|乡(?![村镇愁土])|街道|村(?!落)|社区)(?!乡镇)"
    r"|(?<![一-龥])(?P<b>[县市区镇乡村])里(?![面程])|(?<=[在到从由给让被向对是使由])(?P<c>[县镇乡村])里(?![面程])"
    r"|(?P<d>县域)|(?P<e>当地)"
    r"|(?<![一-龥、“”])(?P<f>村庄|社区|街道|村(?=内))(?=[一-龥])"
)
# After a bare 社区 or 村庄 that opens a clause: what such a body is or does, not what the word is part of.
BODIES = re.compile(r"党(?:委|总支|支部|工委)|“?两委|内")


def find_places(document: Document, sentences: Sequence[Sentence], grammar: PlaceGrammar, words: Words) -> list[Mention]:
    """All mentions of places, in the order of the text; one that is part of another stands inside it.

    >>> from kg.gazetteer import load_gazetteer
    >>> from kg.match.place_grammar import compile_places
    >>> from kg.match.rules import load_rules
    >>> from kg.model import Source
    >>> text = "江西省云岭县白石镇大柘村是示范村，全县都来该村学习。"
    >>> page = Document(Source("报", text, "0", "utf-8"), text, range(len(text)), ())
    >>> lines = [Sentence(Span(0, len(text)), (), 0, 0)]
    >>> [m.name for m in find_places(page, lines, compile_places(load_gazetteer(), load_rules()), Words())]
    ['江西省', '云岭县', '白石镇', '大柘村', '全县', '该村']
    """
    text = document.text
    details = document.source.details
    titles = (document.quote(article.title) for article in document.articles if article.title is not None)
    favoured = "\n".join((details.place, details.title, *titles))
    known = KnownPlaces(text, grammar, words, favoured)
    shorts = known.short_names()
    settled = Settlements(text, known.full, shorts, grammar, words, favoured)
    named = [*known.full, *settled.found()]
    large = {text[f.start : f.end] for f in named if f.rule == "suffix" and f.type in ("County", "Prefecture")}
    names = [
        *named,
        *shorts,
        *known.extra_shorts(large, named),
        *_regions(text, grammar, words),
        *_nature(text, settled, words),
        *_cores(text, named, words),
        *_listed(text, settled, named),
    ]
    kept = _outermost(names)
    return _mentions(text, sentences, kept, _anaphors(text, kept, words))


def _outermost(names: Iterable[Found]) -> list[tuple[Found, tuple[Found, ...]]]:
    """The names that no other covers or cuts, each with those inside it; of two that cross the first stands."""
    kept: list[tuple[Found, tuple[Found, ...]]] = []
    for found in sorted(set(names), key=lambda f: (f.start, -f.end, f.rule)):
        if not kept or found.start >= kept[-1][0].end:
            kept.append((found, ()))
        elif found.end <= kept[-1][0].end and found.end - found.start < kept[-1][0].end - kept[-1][0].start:
            outer, inner = kept[-1]
            if outer.type == "Region" and (not inner or inner[-1].end <= found.start):
                kept[-1] = (outer, (*inner, found))
    return kept


def _mentions(
    text: str, sentences: Sequence[Sentence], names: Sequence[tuple[Found, tuple[Found, ...]]], anaphors: Sequence[Found]
) -> list[Mention]:
    starts = [sentence.span.start for sentence in sentences]
    ends = [sentence.span.end for sentence in sentences]
    mentions = []
    for found, inner in sorted([*names, *((anaphor, ()) for anaphor in anaphors)]):
        i = bisect_right(starts, found.start) - 1
        if i >= 0 and found.end <= ends[i]:
            mentions.append(_mention(text, found, tuple(_mention(text, part) for part in inner)))
    return mentions


def _mention(text: str, found: Found, inside: tuple[Mention, ...] = ()) -> Mention:
    span = Span(found.start, found.end)
    return Mention(span, found.type, f"place/{found.rule}", text[found.start : found.end], found.form, None, inside)


def _regions(text: str, grammar: PlaceGrammar, words: Words) -> list[Found]:
    """赣中南, 粤北: a province by its one character, and a quarter of it; 中心城区."""
    found = []
    for match in QUARTER.finditer(text):
        if match["quarter"]:
            found.append(Found(*match.span("quarter"), "Place", "quarter"))
        elif match[0] not in grammar.gazetteer.named and stands_whole(text, *match.span(), words):
            found.append(Found(*match.span(), "Region", "region"))
    return found


def _nature(text: str, settled: Settlements, words: Words) -> list[Found]:
    """Mountains and waters that the words after them give away, and the same names elsewhere."""
    names = set()
    for match in NATURE.finditer(text):
        begin = settled.name_before(match.end())
        name = text[begin : match.end()] if begin is not None else ""
        if len(name) > 2 and words.tag(name) in ("ns", "x", "nz") and not settled.grammar.regions.keys() & {name[-2:], name[-3:], name[-4:]}:
            names.add(name)
    found = []
    for name in sorted(names):
        start = text.find(name)
        while start != -1:
            found.append(Found(start, start + len(name), "Place", "nature"))
            start = text.find(name, start + 1)
    return found


def _cores(text: str, named: Sequence[Found], words: Words) -> list[Found]:
    """A village without its last word, where that is long enough to mean nothing else: 骆驼湾 for 骆驼湾村."""
    found = []
    for name, kind in sorted({(text[f.start : f.end], f.type) for f in named if f.type == "Village"}):
        core = name.removesuffix("村")
        start = text.find(core) if 2 < len(core) < len(name) else -1
        while start != -1:
            end = start + len(core)
            if text[end : end + 1] != "村" and stands_whole(text, start, end, words):
                found.append(Found(start, end, kind, "core", Form.SHORT))
            start = text.find(core, end)
    return found


def _listed(text: str, settled: Settlements, named: Sequence[Found]) -> list[Found]:
    """瓦窑、木桥、朱行塔等9个自然村: what the end of a list says of its members."""
    taken = {f.end for f in named}
    found = []
    for match in LIST_END.finditer(text):
        at = match.start()
        since = max(at - LIST_REACH, 0)
        opening = max((m.end() for m in LIST_START.finditer(text, since, at)), default=since)
        if "、" not in text[opening:at]:
            continue
        kind = LISTED.get(match["kind"], "Village")
        items = _items(text, opening, at, settled, taken)
        found += [Found(a, b, kind, "list", Form.PROPER if kind == "Village" else Form.SHORT) for a, b in items]
    return found


def _items(text: str, opening: int, end: int, settled: Settlements, taken: set[int]) -> list[tuple[int, int]]:
    """The members of a list that are no names by themselves; none where one of them cannot be a name."""
    found = []
    at = opening
    for n, item in enumerate(text[opening:end].split("、")):
        start, stop = at, at + len(item)
        at = stop + 1
        if stop in taken:
            continue
        begin = settled.name_before(stop, start)
        if begin is None or (n and begin != start) or not 2 <= stop - begin <= 6:
            return []
        found.append((begin, stop))
    return found


def _anaphors(text: str, names: Sequence[tuple[Found, tuple[Found, ...]]], words: Words) -> list[Found]:
    """全县, 该村, 县里, 当地, and a bare 社区 that opens a clause."""
    spans = [(found.start, found.end) for found, _ in names]
    starts = [start for start, _ in spans]
    found = []
    for match in ANAPHOR.finditer(text):
        start, end = match.span()
        i = bisect_right(starts, start) - 1
        if (i >= 0 and spans[i][1] > start) or (i + 1 < len(starts) and starts[i + 1] < end):
            continue
        group = match.lastgroup or "e"
        word = match[group]
        if group == "f" and not BODIES.match(text, end) and not _acts(text, end, words):
            continue
        kind = "County" if group == "d" else LEVELS.get(word, "Place")
        found.append(Found(start, end, kind, "anaphor", Form.ANAPHOR))
    return found


def _acts(text: str, start: int, words: Words) -> bool:
    """Whether a verb stands here."""
    end = start
    while end < min(len(text), start + 6) and is_letter(text[end]):
        end += 1
    first = words.cut(text[start:end])[:1]
    return bool(first) and first[0][1] in ("v", "d", "p") and first[0][0] not in ("治理", "服务", "建设", "管理")
