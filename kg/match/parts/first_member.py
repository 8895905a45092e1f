"""The first piece of a list in, where its first member begins out: behind the verb that governs the list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.match.parts.likeness import opens_with_verb
from kg.match.parts.list_words import ListWords

OPENING = re.compile(r"[一-鿿\d]")
# 大事经支部提议、代表决议: what goes that way is no part of its first step.
THROUGH = re.compile("(?<=.)经(?:过|由)?(?![济营验历典常商费理纪络手])")
# 网格员每天巡查一遍、每周入户一遍: such a character opens what is done, and not what does it.
EACH = frozenset("每各")
# What makes a first member like the rest: their opening, a verb as they have, their length.
SAME_OPENING, VERB_LIKE_THE_REST, SAME_LENGTH, FAR_OFF = 4.0, 3.0, 2.0, 1.5
# A list before its name follows a verb most of the time; one behind its cue mostly begins at once.
BRINGING_IN = ("通过", "采取", "按照", "做到")
BY, BEHIND_BY = "由", 2.0
GOVERNED, LEAD_IN, FIRST_OF_TWO, AFTER_CUE, ALONE = 1.5, 0.5, 0.4, -1.0, 5.0


def first_member(
    piece: str, others: Sequence[str], words: ListWords, *, before: bool, marks: Sequence[str] = ()
) -> int:  # fmt: skip
    """Where the first member begins in its piece; `before`: the list stands before its name.

    Of `marks`, the words of the name, one that all others bear behind their beginning is no place to cut.

    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.parts.list_words import compile_list_words
    >>> from kg.match.shorthand.shorthand import compile_shorthand
    >>> rules = load_rules()
    >>> words = compile_list_words(rules, compile_shorthand(rules))
    >>> first_member("建立一图", ["一表", "一册"], words, before=True)
    2
    >>> first_member("建立台账", ["完善制度", "落实责任"], words, before=True)
    0
    """
    places = {0: 0.0}
    # 企业绑合作社、合作社绑农户 for “双绑”
    borne = [piece.rfind(m) for m in marks if all(_inside(m, said) for said in (piece, *others))]
    for at, likely in _places(piece, others, words, before=before, acted=bool(borne)):
        if borne and at >= borne[0]:
            continue
        if piece.count("“", 0, at) == piece.count("”", 0, at):  # 融合“以房管人” is not cut behind 以
            places[at] = likely if before else AFTER_CUE
    # 推行“三个共同”，通过阵地共同使用、活动共同举办: such a word is no member's own, unless all have it.
    if piece.startswith(BRINGING_IN) and not any(o.startswith(piece[:2]) for o in others):
        places[2] = max(places.get(2, 0.0), GOVERNED)
    return max(sorted(places), key=lambda at: places[at] + _likeness(piece[at:], others, words, acted=bool(borne)))


def _inside(mark: str, said: str) -> bool:
    return said.find(mark, 1) > 0 and not said.endswith(mark)


def _places(
    piece: str, others: Sequence[str], words: ListWords, *, before: bool, acted: bool = False
) -> Iterator[tuple[int, float]]:  # fmt: skip
    """The places where the first member may begin, and how likely each is by itself.

    `acted`: each member says who does what, and begins with no verb of its own.
    """
    hits = words.lead_ins.find(piece)
    # 建立 holds 建, which is no place to cut.
    hits = [h for h in hits if not any(s <= h[0] and h[1] <= e and (s, e) != h[:2] for s, e, _ in hits)]
    ends = {end for _, end, _ in hits}
    shortest = min(map(len, others))
    yield from _behind_verbs(piece, others, hits, min(2, shortest), words, acted)
    yield from ((found.end(), LEAD_IN) for found in THROUGH.finditer(piece, 0, len(piece) - 1))
    opening = others[0][: 1 if len(others) > 1 else 2]
    if OPENING.match(opening) and all(o.startswith(opening) for o in others):
        for found in re.finditer(re.escape(opening), piece[1:]):
            at = found.start() + 1
            near = opening in EACH and len(others) > 1 and len(piece) - at <= max(map(len, others)) + 2
            if before or at in ends or near:
                yield at, LEAD_IN
    # 具有本地特色的稻子、柚子: what describes them all is no part of the first.
    described = piece.rfind("的", 0, len(piece) - 1) + 1
    if described and len(others) > 1 and not any("的" in o for o in others):
        yield described, LEAD_IN
    # 完善了县、乡、村: what is done stands before 了.
    done = piece.find("了", 2, len(piece) - 1) + 1
    if done and not any("了" in o for o in others):
        yield done, GOVERNED
    cut = len(piece) - shortest
    same_length = len(others) > 1 and len({len(o) for o in others}) == 1
    # 党员学习在前、服务在前: who does all of it is no part of the first.
    acts = not before and same_length and len(piece) - cut == shortest and piece[:cut] in words.actors
    if acts and not any(o[:cut] in words.actors for o in others):
        yield cut, LEAD_IN
    # Behind an unlisted verb, or behind so little at the start of the clause that it can only be one.
    if before and not hits and same_length and (1 < cut < 4 or (cut > 3 and piece[cut - 2 : cut] in words.verbs)):
        yield cut, LEAD_IN


def _behind_verbs(
    piece: str, others: Sequence[str], hits: Sequence[tuple[int, int, str]], least: int, words: ListWords, acted: bool
) -> Iterator[tuple[int, float]]:  # fmt: skip
    own_verbs = not acted and all(opens_with_verb(o, words.verbs) for o in others)
    # 采取特色创建、扎实推进、辐射引领: what governs stands before the first alone, and leaves it as long as the rest.
    lone = len(others) > 1 and not any(o[:k] in words.governing for o in others for k in (2, 3))
    lengths = {len(o) for o in others} if lone else set()
    reached = 0
    for start, end, word in hits:
        # 推行由支部统筹、村委实施: what does the first of it stands behind 由.
        if word == BY and any(e == start for _, e, _ in hits) and len(piece) - end >= least:
            yield end, BEHIND_BY
            continue
        governs = start == reached
        reached = end if governs else reached
        if len(piece) - end < least:
            continue
        if any(s == end for s, _, _ in hits):
            yield end, FIRST_OF_TWO  # 探索 goes on into 推行
        else:
            # The verb that opens the clause governs the list, unless each member has a verb of its own.
            alone = own_verbs and lengths == {len(piece) - end}
            # Where each says who does what, such a verb can only govern them all.
            alone = alone or (acted and start == 0)
            yield end, ALONE if alone else GOVERNED if governs and not own_verbs else LEAD_IN


def _likeness(piece: str, others: Sequence[str], words: ListWords, *, acted: bool) -> float:
    score = SAME_OPENING if all(o[0] == piece[0] for o in others) else 0.0
    if not acted and all(opens_with_verb(o, words.verbs) for o in others):
        score += VERB_LIKE_THE_REST if opens_with_verb(piece, words.verbs) else -VERB_LIKE_THE_REST
    lengths = [len(o) for o in others]
    if set(lengths) == {len(piece)}:
        score += SAME_LENGTH
    outside = max(min(lengths) - len(piece), len(piece) - max(lengths), 0)
    return score - min(FAR_OFF, outside / min(len(piece), *lengths))
