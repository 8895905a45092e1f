"""The name of a mechanism in, the numbers that it states out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.match.numerals import DIGITS as WORTH
from kg.match.rule_types import Rules
from kg.model import Span

ONES = "一二两三四五六七八九"
HAN_NUMBER = rf"(?:[二三四五六七八九]?十[一二三四五六七八九]?|[{ONES}双])"
NUMBER = rf"(?:{HAN_NUMBER}|\d{{1,2}})"
# 第三 ranks, 每两 repeats, 十三 is one number: a name's number begins at none of these.
FRESH = rf"(?<![{ONES}十百千万\d.第每几数])"
# What a number may count: no further number, no mark.
COUNTED = rf"[^{ONES}十双\d\s，。；：、！？“”（）]"
QUOTED_NOUN = r"(?:“[^“”\n]{1,8}”)?"
# 县乡村三级网络: the levels are part of the name.
LEVELS = "[省市州盟县旗区乡镇街村社组户]{2,6}"
# 一核多元, 一主两副多点: as many as there are.
LAID_OUT = frozenset("核心轴带区片廊翼园环圈极")
SAYINGS = ("字诀", "字经", "字工作法")  # 四字诀 announces four words, 二十四字 are so many
MANY = "多"
MARK = re.compile(f"{NUMBER}|{MANY}")
STATES_A_NUMBER = re.compile(rf"[{ONES}十双\dXNM]")
# Without these no name made of two bare numerals, and none of a number and a measure word, stands in a sentence.
TWO_NUMBERS = re.compile(rf"[{ONES}十双]{COUNTED}{{1,4}}[{ONES}十双]")
MEASURED = re.compile(rf"[{ONES}十双\d”等](?:(?<![”等])[大级]|(?<=[”等])[{ONES}十双\d省市州盟县旗区乡镇村街社组户])")
BARE = re.compile(rf"{FRESH}(?:{HAN_NUMBER}{COUNTED}{{1,4}}){{2,6}}")
DIGITS = re.compile(rf"[1-9]{{2,5}}|[{ONES}]{{3,5}}")
# A year, a hotline.
NO_NUMBERS = re.compile(r"(?:19|20)\d\d|9[56]\d{3}")
# 1+4+X, 1+3+N: a letter stands for as many as there are.
SUM = re.compile(rf"(?:{NUMBER}|[XNMxnm])(?:[+＋](?:{NUMBER}|[XNMxnm]))+")
RANKS = "一二三四五六七八九"
LABEL_LENGTH, COUNTED_LENGTH = 6, 12
MOST = 30
CACHE = 4096
# Stands for the numeral of 统一 or 第一 while the numerals that count are looked for.
HIDDEN = "\ue0ff"
# 三变促三增: what links two numbers is no part of the first.
LINKING = "促带推助"
NOT_IN_LABEL = re.compile(r"[、，。；：！？（）+＋\s—－–→-]")
QUOTED = re.compile(r"“([^“”\n]{2,20})”")
CLAUSE_END = frozenset("，。；：、！？“”（）等的和及与\n")
# A bare 两镇三村 counts places and people; only quotation marks or a last word make a name of it.
PEOPLE_AND_PLACES = frozenset("省市县区乡镇村组户人家名位次处所座个国校企厂园街路河湖江岸山线带")
FUNCTION = frozenset("是为在了的和与及以就有到把将被由对从向给")
# Behind a number these count people and things, also before a last word: 两家培训班.
COUNTERS = frozenset("家名位个座所处次")


class Numeral(NamedTuple):
    """One number of a name, what it counts, and the words that its parts bear, longest first."""

    number: int | None  # None where a letter stands for it
    key: str
    text: str
    marks: tuple[str, ...] = ()
    counted: bool = False  # by a measure word: 三大目标 says less of its parts than 三联
    noun: str = ""  # what a measure word counts: 账 in 四本账


@dataclass(frozen=True, slots=True)
class Shorthand:
    """The word lists that tell a numeral which counts parts from one that does not."""

    uncounted: frozenset[str]
    heads: frozenset[str]
    head_lengths: Mapping[str, tuple[int, ...]]  # last character → lengths of the heads that end so, longest first
    heads_at: Mapping[str, tuple[str, ...]]  # first character → heads that begin so, longest first
    amounts: tuple[str, ...]
    measures: frozenset[str]
    hidden: re.Pattern[str]
    measured: re.Pattern[str]
    counted: re.Pattern[str]
    before: re.Pattern[str]
    inner: re.Pattern[str]  # 入户五看: what stands before a number inside a name, the number, and what it counts
    labelled: re.Pattern[str]  # a number that labels a list: “4”, 4个融合, “四项机制”
    # Names taken apart: one document asks for the same ones over and over.
    known: dict[str, tuple[Numeral, ...]] = field(default_factory=dict, repr=False, compare=False)

    def head(self, text: str) -> str:
        """The longest generic last word that a stretch ends with, or none."""
        for length in self.head_lengths.get(text[-1:], ()):
            if text[-length:] in self.heads:
                return text[-length:]
        return ""


def compile_shorthand(rules: Rules) -> Shorthand:
    """Make the word lists ready to be asked."""
    words = rules.words
    heads = frozenset((*words["heads_mechanism"], *words["heads_program"]))
    return Shorthand(
        frozenset(words["uncounted"]),
        heads,
        {end: tuple(sorted({len(w) for w in heads if w[-1] == end}, reverse=True)) for end in {w[-1] for w in heads}},
        {start: tuple(longest_first(w for w in heads if w[0] == start)) for start in {w[0] for w in heads}},
        words["amounts"],
        frozenset(words["measures"]),
        re.compile("|".join(map(re.escape, longest_first(words["number_words"])))),
        re.compile(
            rf"{FRESH}(?:{LEVELS}(?={NUMBER}级))?(?P<number>{NUMBER})"
            rf"(?P<measure>{'|'.join(longest_first(words['measures']))})(?P<noun>{QUOTED_NOUN}{COUNTED}{{1,10}})"
        ),
        re.compile(rf"{FRESH}(?P<number>{NUMBER})(?P<measure>[大级项条类])(?P<noun>{QUOTED_NOUN}{COUNTED}{{1,10}})$"),
        re.compile(rf"{FRESH}(?P<number>{NUMBER})[大项条种类]\Z"),
        re.compile(
            rf"[一-龥]{{2,6}}{FRESH}(?P<number>[二三四五六七八九]?十[一二三四五六七八九]?|[二三四五六七八九两])"
            rf"(?P<noun>(?:{'|'.join(longest_first(words['deeds']))}))"
        ),
        re.compile(
            rf"“(?P<quoted>\d{{1,2}})”|“?{FRESH}(?P<number>{NUMBER})(?:{'|'.join(longest_first(words['measures']))})"
            rf"{COUNTED}{{1,10}}?(?=[，。；：、！？“”（）\n]|即|是指|指|包括|分别)”?"
        ),
    )


def longest_first(words: Iterable[str]) -> list[str]:
    """Words in the order in which a regular expression must try them."""
    return sorted(words, key=lambda w: (-len(w), w))


def decompose(core: str, shorthand: Shorthand) -> tuple[Numeral, ...]:
    """Take the numbers of a name apart; empty where it states none.

    >>> from kg.match.rules import load_rules
    >>> lists = compile_shorthand(load_rules())
    >>> [(n.number, n.key) for n in decompose("三包五联七带动", lists)]
    [(3, '包'), (5, '联'), (7, '带动')]
    >>> [(n.number, n.text) for n in decompose("一图一表一册", lists)]
    [(3, '一图一表一册')]
    >>> [(n.number, n.text) for n in decompose("752", lists)], decompose("十四五", lists)
    ([(7, '7'), (5, '5'), (2, '2')], ())
    """
    core = core.strip("“”‘’")
    if not STATES_A_NUMBER.match(core):
        return ()
    found = shorthand.known.get(core)
    if found is None:
        found = _taken_apart(core, shorthand)
        if len(shorthand.known) > CACHE:
            shorthand.known.clear()
        shorthand.known[core] = found
    return found


def _taken_apart(core: str, shorthand: Shorthand) -> tuple[Numeral, ...]:
    if core in shorthand.uncounted:
        return ()
    if DIGITS.fullmatch(core):
        return () if NO_NUMBERS.fullmatch(core) else tuple(Numeral(_number(d), "", d) for d in core)
    if SUM.fullmatch(core):
        return tuple(Numeral(_number(t), "", t) for t in re.split("[+＋]", core))
    if "、" in core or "，" in core:
        return _series(re.split("[、，]", core), shorthand)
    whole = _parse(core, shorthand)
    if len(whole) == 1 and whole[0].counted:
        return whole  # 五项制度: the last word is what is counted
    head = shorthand.head(core[2:])
    if not head:
        return whole
    stem = core.removesuffix(head)
    return () if stem in shorthand.uncounted else _parse(stem, shorthand) or whole


def _series(pieces: list[str], shorthand: Shorthand) -> tuple[Numeral, ...]:
    """三联、四会: a number in each piece; 一村一警、一格一员 is a list of its own."""
    found = [_parse(piece, shorthand) for piece in pieces]
    if any(len(f) != 1 for f in found) or all(f[0].number == 1 for f in found):
        return ()
    return tuple(f[0] for f in found)


def _number(text: str) -> int | None:
    """The number below a hundred that the text is; None where a letter stands for it."""
    if text.isdecimal():
        return int(text)
    if text == "双":
        return 2
    tens, ten, ones = text.partition("十")
    if ten:
        return 10 * int(WORTH.get(tens, 1)) + int(WORTH.get(ones, 0))
    return int(WORTH[tens]) if tens in WORTH else None


def _parse(core: str, shorthand: Shorthand) -> tuple[Numeral, ...]:
    masked = shorthand.hidden.sub(lambda m: MARK.sub(HIDDEN, m[0]), core)
    marks = [m for m in MARK.finditer(masked) if m[0] != MANY or 1 < m.start() < len(core) - 1]
    if not marks or marks[0].start() != 0:
        return ()
    found: list[Numeral] = []
    at = 0
    while at < len(marks):
        start, stop = marks[at].span()
        # 四个一: what is counted is itself a numeral.
        if masked[stop : stop + 1] == "个" and at + 1 < len(marks) and marks[at + 1].start() in (stop + 1, stop + 2):
            at += 1
        end = marks[at + 1].start() if at + 1 < len(marks) else len(core)
        key = core[stop:end].strip("+＋和及")
        if len(key) > 1 and at + 1 < len(marks):
            key = key.rstrip(LINKING)
        said = marks[at if stop == marks[at].end() else at - 1][0]
        number = _number(said)
        if said == MANY:
            if not found or not 1 <= len(key) <= LABEL_LENGTH or NOT_IN_LABEL.search(key):
                return ()
            found.append(Numeral(None, key, said + key, (key,)))
        elif number is None or not _is_label(key, number, shorthand, alone=len(marks) == 1):
            return ()
        else:
            found.append(_numeral(number, key, core[start:stop] + key, shorthand))
        at += 1
    if all(n.number == 1 for n in found):
        # 一图一表一册 announces as many as it names; 一村一策 only says that each has its own.
        keys = tuple(n.key for n in found)
        return (Numeral(len(found), "", core, keys),) if len(found) > 2 and "+" not in core else ()
    if len(found) > 1 and any(len(n.key) > LABEL_LENGTH for n in found):
        return ()
    ranks = [n.text.removesuffix(n.key) for n in found]
    if len(found) > 1 and ranks == list(RANKS[: len(found)]) and not any(n.key in LAID_OUT for n in found):
        # 一访二议三办 ranks its steps, and two would be 两.
        return (Numeral(len(found), "", core, tuple(n.text for n in found)),)
    return tuple(found)


def _is_label(key: str, number: int, shorthand: Shorthand, *, alone: bool) -> bool:
    if not 1 <= len(key) <= COUNTED_LENGTH or NOT_IN_LABEL.search(key) or not 1 <= number <= MOST:
        return False
    amount = key.startswith(shorthand.amounts) and not key.startswith(SAYINGS)
    return not (alone and key in shorthand.measures) and not amount


def _numeral(number: int, key: str, text: str, shorthand: Shorthand) -> Numeral:
    bare = key.replace("“", "").replace("”", "")
    if bare in shorthand.measures:
        return Numeral(number, key, text, (), True)
    measure = bare[:2] if bare[:2] in shorthand.measures else bare[:1] if bare[:1] in shorthand.measures else ""
    noun = bare[len(measure) :]
    if measure and measure != "个":
        marks = (noun[-2:],) if len(noun) > 1 and noun != "一体" else ()
        return Numeral(number, key, text, marks, True, noun[-2:])
    shortest = 2 if measure and noun[0] != "一" and len(noun) > 1 else 1
    return Numeral(number, key, text, tuple([noun[:k] for k in range(len(noun), shortest - 1, -1)]))


def phrase(text: str, shorthand: Shorthand) -> tuple[int, Numeral] | None:
    """The last counted noun of a name and where it begins: 五级 in 党建引领五级治理体系.

    >>> from kg.match.rules import load_rules
    >>> at, numeral = phrase("全域治理四大联动机制", compile_shorthand(load_rules()))
    >>> at, numeral.number, numeral.text
    (4, 4, '四大联动机制')
    """
    last = shorthand.counted.search(text)
    if last is None:
        return None
    number = _number(last["number"])
    if number is None or not 2 <= number <= MOST:
        return None
    if last["measure"] == "级":
        return last.start(), Numeral(number, "级", last["number"] + "级", (), True)
    return last.start(), _numeral(number, last["measure"] + last["noun"], last[0], shorthand)


def counted_outside(number: str, text: str) -> Numeral:
    """The number that stands before a quoted name: 四项“清障”机制."""
    return Numeral(_number(number), text, text, (), True)


def inner_count(name: str, shorthand: Shorthand) -> Numeral | None:
    """The counted deeds that a name ends with: 敲门问三句, 入户五看.

    >>> from kg.match.rules import load_rules
    >>> lists = compile_shorthand(load_rules())
    >>> inner_count("入户五看", lists).text, inner_count("东北三省", lists)
    ('五看', None)
    """
    found = shorthand.inner.fullmatch(name)
    if found is None:
        return None
    key = found["noun"]
    return Numeral(_number(found["number"]), key, found["number"] + key, (key,))


def shorthand_spans(text: str, start: int, end: int, shorthand: Shorthand) -> list[Span]:
    """Where names made of numerals stand: a quoted one without its marks, a bare one with its last word.

    >>> from kg.match.rules import load_rules
    >>> line = "开展“三带”活动，落实两包三联机制，走访两镇三村。"
    >>> [line[s.start : s.end] for s in shorthand_spans(line, 0, len(line), compile_shorthand(load_rules()))]
    ['三带', '两包三联机制']
    """
    found = [Span(*m.span(1)) for m in QUOTED.finditer(text, start, end) if decompose(m[1], shorthand)]
    if not STATES_A_NUMBER.search(text, start, end):
        return found
    for match in BARE.finditer(text, start, end) if TWO_NUMBERS.search(text, start, end) else ():
        if (span := _bare(text, match.start(), end, shorthand)) and not any(span.overlaps(s) for s in found):
            found.append(span)
    for match in shorthand.measured.finditer(text, start, end) if MEASURED.search(text, max(0, start - 1), end) else ():
        # Other measures mostly count: 三项活动 is a name only where a list stands before it.
        if match["measure"] in "大级" or text[match.start() - 1 : match.start()] in ("”", "等"):
            stop = _headed(text, match.start("noun"), match.end(), shorthand)
            span = Span(match.start(), stop)
            if stop and _number(match["number"]) != 1 and not any(span.overlaps(s) for s in found):
                found.append(span)
    return sorted(found) if len(found) > 1 else found


def _head_at(text: str, at: int, shorthand: Shorthand) -> str:
    """The longest generic last word that begins at a place, or none."""
    for head in shorthand.heads_at.get(text[at : at + 1], ()):
        if text.startswith(head, at):
            return head
    return ""


def _headed(text: str, start: int, end: int, shorthand: Shorthand) -> int:
    """Where the last generic word of a noun ends; 0 where it has none."""
    for stop in range(end, start, -1):
        if text[stop - 1] in shorthand.head_lengths and shorthand.head(text[start:stop]):
            return stop
    return 0


def _bare(text: str, start: int, end: int, shorthand: Shorthand) -> Span | None:
    """The shortest stretch that is numerals and what they count, closed by a mark or by a generic last word."""
    for stop in range(start + 4, min(end, start + 24) + 1):
        tail = _head_at(text, stop, shorthand)
        if not tail and stop < end and text[stop] not in CLAUSE_END:
            continue
        numerals = decompose(text[start:stop], shorthand)
        # 一图一表一册 is one number with three words.
        keys = tuple(n.key for n in numerals) if len(numerals) != 1 or numerals[0].key else numerals[0].marks
        if len(keys) < 2:
            continue
        counting = keys[-1] in COUNTERS or (not tail and any(k in PEOPLE_AND_PLACES for k in keys))
        if counting or any(set(k) & FUNCTION for k in keys):
            return None
        return Span(start, stop + len(tail))
    return None
