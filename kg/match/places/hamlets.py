"""The villages of a text in, the hamlets that stand right behind one of them out: 石桥村哈尼寨, 长岭村罗家院子."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.places.occurrences import occurrences
from kg.match.places.place_grammar import PLACE_TAGS, Found, PlaceGrammar, stands_whole
from kg.match.rulebook.words import Words

# 石桥村委会哈尼寨: the committee stands for its village.
BEHIND = "(?:委(?:会|员会)?)?"
HAMLET = re.compile(
    BEHIND
    + "(?P<name>(?P<core>[一-龥]{1,3}?)"
    + "(?P<last>寨|屯|塆|湾|坪|坳|垭|院子|组(?=的?村民|组长|有[0-9])|[庄铺沟营冲坝坡岭塘岗洼窝]))"
    "(?![一-龥]{0,2}(?:社区|居民区))"
)
# 石桥村孟家沟, but 石桥村生态沟, 石桥村鱼塘: with these only a family makes a name.
OF_A_FAMILY = frozenset("庄铺沟营冲坝坡岭塘岗洼窝")
YARD, FAMILY, GROUP = "院子", "家", "组"
OF_TWO = 2
# Where it lies, by what a higher place says.
ABOVE = ("Village", "Township")


def find_hamlets(text: str, named: Sequence[Found], grammar: PlaceGrammar, words: Words) -> list[Found]:
    """The hamlets that a text names behind their village, and wherever their names stand again.

    >>> from kg.gazetteer import load_gazetteer
    >>> from kg.match.places.place_grammar import compile_places
    >>> from kg.match.rulebook.rules import load_rules
    >>> text = "石桥村罗家院子议事，罗家院子很干净"
    >>> village = Found(0, 3, "Village", "suffix")
    >>> grammar = compile_places(load_gazetteer(), load_rules())
    >>> [(f.start, f.end) for f in find_hamlets(text, [village], grammar, Words())]
    [(3, 7), (10, 14)]
    """
    first: dict[str, str] = {}
    for place in named:
        if place.type not in ABOVE:
            continue
        hamlet = HAMLET.match(text, place.end)
        if hamlet is not None and _is_name(hamlet["core"], hamlet["last"], grammar, words):
            first[hamlet["name"]] = "Place" if hamlet["last"] == YARD else "Village"
    places = occurrences(text, sorted(first))
    return [
        Found(at, at + len(name), first[name], "suffix")
        for name in sorted(first)
        for at in places[name]
        if stands_whole(text, at, at + len(name), words)
    ]


def _is_name(core: str, last: str, grammar: PlaceGrammar, words: Words) -> bool:
    """Whether a core is a family, a people or a word of which villages are called, and says of no kind what it is."""
    if core in grammar.signs.kinds or core in grammar.never or core[0] in grammar.starts:
        return False
    # 青石镇下辖柳湾、龙潭两村: a verb opens no name.
    if len(core) > OF_TWO and words.tag(core[:OF_TWO])[:1] == "v":
        return False
    if core.endswith(FAMILY) and core[:-1] in grammar.surnames:
        return True
    if last in OF_A_FAMILY or (last == GROUP and core in grammar.boundaries):
        return False
    return last != YARD and len(core) > 1 and (words.tag(core) in PLACE_TAGS or core in grammar.settlement)
