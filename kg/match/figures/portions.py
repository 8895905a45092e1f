"""The figures of a sentence in, the portions that something is divided into out: 收益的60%归农户、30%归村集体."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.match.figures.indicators import before
from kg.match.figures.runs import Figure
from kg.match.figures.scene import Scene, left
from kg.match.rulebook.kinds import WAYS
from kg.model import Mention, Span

PORTION = "measures/portion"
# 40%收入归村集体, 20%将用于公益事业: what the portion is of may stand behind it, too.
LEAD = re.compile("的?(?P<noun>收入|收益|利润|资金|部分)?(?:[将则都均]|全部|直接)?")
# 村里将收益的60%分给…, 其中20%: neither who divides nor that the rest is meant is part of what is divided.
OPENERS = re.compile("^.*[将把]|^(?:其中|剩余|其余|余下|剩下|即|按照?|由|以|的)+|的$")
WHO = re.compile("[^，。；、（）”0-9]{1,14}")
JOINTS = frozenset("、，；和")
LONGEST_GAP = 5  # ，其余20%
SHARING = re.compile("分红|分配|分享|分成|利益|收益|联结|股份")


def portions(scene: Scene, index: int, last: Figure | None) -> list[Figure]:
    """All portions from the figure at `index` on, if two or more stand side by side and each says to whom it goes."""
    base = ""
    if last is not None and last.rule == PORTION:
        return []
    found: list[Figure] = []
    while index < len(scene.values) and scene.kinds[index] == "percent":
        start, end = scene.starts[index], scene.ends[index]
        if found and (scene.text[found[-1].span.end] not in JOINTS or start - found[-1].span.end > LONGEST_GAP):
            break
        goes = _goes(scene, end)
        if goes is None:
            break
        words, stop = goes
        if not found:
            said = before(scene.text, left(scene, index), start, scene.words, scene.skips, named=True)
            base = OPENERS.sub("", scene.text[said.start : said.end])
        indicator = base + words
        found.append(Figure(scene.values[index], indicator, base or indicator, PORTION, Span(start, stop)))
        index += 1
    return found if len(found) > 1 else []


def _goes(scene: Scene, end: int) -> tuple[str, int] | None:
    """What becomes of a portion whose figure ends at `end`, and where these words end."""
    lead = LEAD.match(scene.text, end, scene.span.end)
    fate = scene.words.fates.match(scene.text, lead.end() if lead else end, scene.span.end)
    who = WHO.match(scene.text, fate.end(), scene.span.end) if fate else None
    if lead is None or fate is None or who is None:
        return None
    return (lead["noun"] or "") + fate[0] + who[0], who.end()


def shared_by(text: str, starts: Mapping[int, Mention]) -> Mention | None:
    """The way of sharing that a sentence names: “433”分红机制（40%归村集体…）."""
    ways = [m for m in starts.values() if m.type in WAYS and SHARING.search(text, m.span.start, m.span.end)]
    outer = [m for m in ways if not any(o is not m and o.span.covers(m.span) for o in ways)]
    return outer[0] if len(outer) == 1 else None
