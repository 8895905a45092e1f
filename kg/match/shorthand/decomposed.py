"""The name of a mechanism in, the numbers that it states out."""

from __future__ import annotations

import re

from kg.match.numbers.numerals import DIGITS as WORTH
from kg.match.shorthand.shorthand import NUMBER, ONES, RANKS, STATES_A_NUMBER, Numeral, Shorthand

# 一核多元, 一主两副多点: as many as there are.
LAID_OUT = frozenset("核心轴带区片廊翼园环圈极")
WHO_THEY_ARE = frozenset("员长师队")
# 四字诀 announces four words, 二十四字 are so many; 三维发力 three that set to it.
SAYINGS = re.compile("字(?:诀|经|工作法)|维(?:(?!码|空|图|动画|扫描|成像|建?模|地图|打印|数字|生素)[一-龥]{2}|$)")
MANY, BIG, HUNDREDS = "多", "大", "百"
MARK = re.compile(f"{NUMBER}|{MANY}")
DIGITS = re.compile(rf"[1-9]{{2,5}}|[{ONES}]{{3,5}}")
LEADING_DIGITS = re.compile("[1-9]{3,5}(?=[一-龥]{2})")
# A year, a hotline.
NO_NUMBERS = re.compile(r"(?:19|20)\d\d|9[56]\d{3}")
# 1+4+X, 1+3+N: a letter stands for as many as there are.
SUM = re.compile(rf"(?:{NUMBER}|\d{{3,4}}|[XNMxnm])(?:[+＋](?:{NUMBER}|\d{{3,4}}|[XNMxnm]))+")
# “五诊”解“五难” has two numbers, and a verb between them.
PAIRED = re.compile("([^“”]{2,4})”[一-龥]{1,2}“([^“”]{2,4})")
# 五包一: five that look after one.
MANY_TO_ONE = re.compile("(?P<number>[二两三四五六七八九])(?P<deed>[包帮带助联扶])[一1]")
TWICE = re.compile("双([二三四五六七八九]?十[条项件])(?:政策|措施|举措)?")
APART = re.compile("(?P<number>[二三四五六七八九])统一分")
PARTS = re.compile("[、，+＋]")
# “二姐” is somebody.
KIN = re.compile("[姐哥嫂婶叔伯爷奶妹弟舅姨姑爹妈娘爸]{1,2}")
LABEL_LENGTH, COUNTED_LENGTH = 6, 12
MOST = 30
CACHE = 4096
# Stands for the numeral of 统一 or 第一 while the numerals that count are looked for.
HIDDEN = "\ue0ff"
# 三变促三增: what links two numbers is no part of the first.
LINKING = "促带推助"
NOT_IN_LABEL = re.compile(r"[、，。；：！？（）+＋\s—－–→-]")


def decompose(core: str, shorthand: Shorthand) -> tuple[Numeral, ...]:
    """Take the numbers of a name apart; empty where it states none.

    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.shorthand.shorthand import compile_shorthand
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
        return () if NO_NUMBERS.fullmatch(core) else tuple(Numeral(number_of(d), "", d) for d in core)
    # 146监督体系 is called by its digits.
    if (digits := LEADING_DIGITS.match(core)) and digits[0] not in shorthand.uncounted and shorthand.head(core):
        return _taken_apart(digits[0], shorthand)
    if SUM.fullmatch(core):
        return tuple(Numeral(number_of(t), "", t) for t in re.split("[+＋]", core))
    if many := MANY_TO_ONE.fullmatch(core):
        return (Numeral(number_of(many["number"]), many["deed"], core[:-1], (many["deed"],)),)
    # “双十条”: two papers of ten points each.
    if twice := TWICE.fullmatch(core):
        return (Numeral(2, twice[1], core, (twice[1],)),)
    if pair := PAIRED.fullmatch(core):
        return _series([pair[1], pair[2]], shorthand)
    # 五统一分: five things in common, and one apart.
    if parted := APART.fullmatch(core):
        number = parted["number"]
        return (Numeral(number_of(number), "统", f"{number}统", ("统一", "统")), Numeral(1, "分", "一分", ("分",)))
    # “一站受理+多方协同” is a list, “三包+五联” the sum of two shorthands.
    if PARTS.search(core):
        return _series(PARTS.split(core), shorthand)
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


def number_of(text: str) -> int | None:
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
    # 一线 by itself counts nothing, and begins 一线双联三服务.
    masked = shorthand.hidden.sub(
        lambda m: m[0] if not m.start() and MARK.match(core, m.end()) else MARK.sub(HIDDEN, m[0]), core
    )
    marks = [m for m in MARK.finditer(masked) if m[0] != MANY or 1 < m.start() < len(core) - 1]
    if not marks or marks[0].start() != 0:
        return ()
    found: list[Numeral] = []
    at = 0
    while at < len(marks):
        start, stop = marks[at].span()
        # 四个一, 四双: what is counted is itself a numeral.
        measured = masked[stop : stop + 1] == "个" and at + 1 < len(marks)
        if (measured and marks[at + 1].start() in (stop + 1, stop + 2)) or masked[stop:] == "双":
            at += 1
        end = marks[at + 1].start() if at + 1 < len(marks) else len(core)
        key = core[stop:end].strip("+＋和及")
        if len(key) > 1 and at + 1 < len(marks):
            key = key.rstrip(LINKING)
        said = marks[at if stop == marks[at].end() else at - 1][0]
        number = number_of(said)
        if said == MANY:
            if not found or not 1 <= len(key) <= LABEL_LENGTH or NOT_IN_LABEL.search(key):
                return ()
            found.append(Numeral(None, key, said + key, (key,)))
        elif number is None or not _is_label(key, number, shorthand, alone=len(marks) == 1):
            return ()
        elif key == BIG and len(marks) > 1:
            # 三同五大: beside another number 大 is what its parts say.
            found.append(Numeral(number, key, core[start:stop] + key, (key,)))
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
    # 一长二员 counts who they are.
    counts = any(n.key in LAID_OUT for n in found) or found[-1].key in WHO_THEY_ARE
    if len(found) > 1 and ranks == list(RANKS[: len(found)]) and not counts:
        # 一访二议三办 ranks its steps, and two would be 两.
        return (Numeral(len(found), "", core, tuple(n.text for n in found)),)
    return tuple(found)


def _is_label(key: str, number: int, shorthand: Shorthand, *, alone: bool) -> bool:
    if not 1 <= len(key) <= COUNTED_LENGTH or NOT_IN_LABEL.search(key) or not 1 <= number <= MOST:
        return False
    if alone and KIN.fullmatch(key):
        return False
    # “四百”走访法: 进百家门、知百家情、解百家难、暖百家心.
    amount = key.startswith(shorthand.amounts) and not SAYINGS.match(key) and key != HUNDREDS
    return not (alone and key in shorthand.measures) and not amount


def _numeral(number: int, key: str, text: str, shorthand: Shorthand) -> Numeral:
    bare = key.replace("“", "").replace("”", "").replace("个1", "个一")
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

    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.shorthand.shorthand import compile_shorthand
    >>> at, numeral = phrase("全域治理四大联动机制", compile_shorthand(load_rules()))
    >>> at, numeral.number, numeral.text
    (4, 4, '四大联动机制')
    """
    last = shorthand.counted.search(text)
    if last is None:
        return None
    number = number_of(last["number"])
    if number is None or not 2 <= number <= MOST:
        return None
    if last["measure"] == "级":
        return last.start(), Numeral(number, "级", last["number"] + "级", (), True)
    return last.start(), _numeral(number, last["measure"] + last["noun"], last[0], shorthand)


def counted_outside(number: str, text: str) -> Numeral:
    """The number that stands before a quoted name: 四项“清障”机制."""
    return Numeral(number_of(number), text, text, (), True)


def inner_count(name: str, shorthand: Shorthand) -> Numeral | None:
    """The counted deeds that a name ends with: 敲门问三句, 入户五看.

    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.shorthand.shorthand import compile_shorthand
    >>> lists = compile_shorthand(load_rules())
    >>> inner_count("入户五看", lists).text, inner_count("东北三省", lists)
    ('五看', None)
    """
    found = shorthand.inner.fullmatch(name) or shorthand.inner.fullmatch(_stem(name, shorthand))
    if found is None:
        return None
    key = found["noun"]
    return Numeral(number_of(found["number"]), key, found["number"] + key, (key,))


def _stem(name: str, shorthand: Shorthand) -> str:
    """网格五步工作法 without its generic last word."""
    return name.removesuffix(shorthand.head(name[2:]))


def topical_count(name: str, shorthand: Shorthand) -> Numeral | None:
    """The number behind what a name is about: 党建三联, 网格五步工作法; only a list that bears its word shows it right.

    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.shorthand.shorthand import compile_shorthand
    >>> topical_count("党建三联", compile_shorthand(load_rules())).text
    '三联'
    """
    found = shorthand.topical.fullmatch(name) or shorthand.topical.fullmatch(_stem(name, shorthand))
    if found is None:
        return None
    key = found["noun"]
    return Numeral(number_of(found["number"]), key, found["number"] + key, (key,))
