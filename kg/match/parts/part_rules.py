"""Rule files of parts in, compiled patterns out: where a list stands that spells a name out, and how it is known."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import RuleError
from kg.match.parts.list_words import ListWords, compile_list_words
from kg.match.rulebook.faults import Faults
from kg.match.rulebook.patterns import compile_pattern
from kg.match.rulebook.rule_types import Rules
from kg.match.shorthand.shorthand import LEVELS, NUMBER, Shorthand, compile_shorthand

KEYS = {"label", "patterns", "unless", "words", "yes", "no", "todo"}
# What a pattern hangs on: a name that states a number, one that states none, the label of one of several numbers.
WHOLE, WAY, GROUP = ANCHORS = ("{whole}", "{way}", "{group}")
# The name itself as a list hangs on nothing.
JOINED = "{joined}"
WORD_LAST = re.compile(r"\{[a-z?]+(?::[^{}]+)?\}(?:的\?)?\Z")
# What a slot may hold. Of {bare}, {told}, {dealt}, {united}, {run}, {spelled} and {keyed} the place says only where a
# list ends or begins; its other end is found by reading it.
SLOTS: Mapping[str, str] = {
    "quoted": "[^“”\n]*(?:“[^“”\n]*”[^“”\n]*)*",
    "flank": "[^“”\n]{4,80}",
    "beside": "[^“”\n]{4,80}",
    "bracketed": "[^（）\n]*(?:（[^（）\n]*）[^（）\n]*)*",
    "enclosed": "[^。！？；\n]{2,160}?",
    "means": "[^。！？；：\n]{2,120}?",
    "aimed": "[^。！？；：\n]{2,120}?",
    "glossed": "[^（）\n]{2,40}",
    "gloss": "[^，。；：！？（）\n]{2,24}",
    "levels": LEVELS,
    "ordinals": "(?=一是|一要|首先|其一|第一|（一）|①|1[.．、]|一、)",
    "bare": "",
    "told": "",
    "dealt": "",
    "united": "",
    "asked": "[^。！？；：“”\n]{4,80}?",
    "run": "",
    "spelled": "",
    "keyed": "",
    # These stand beside a list and hold none.
    "tail": "[^，。；：、！？“”（）\n]{0,8}?",
    "phrase": rf"(?:{NUMBER})(?:大|个|项|条|种|类|方面)[^，。；、：“”（）\n]{{0,4}}?",
}
BESIDE_A_LIST, GLOSSES = ("tail", "phrase"), ("glossed", "gloss")


@dataclass(frozen=True, slots=True)
class PartPattern:
    """One place in which a list may stand, before or behind what it hangs on."""

    rule: str
    anchor: str
    before: bool
    slot: str
    needs: tuple[str, ...]  # the words of its lists
    closing: frozenset[str]  # what stands before a list must end in one of these; empty: in anything
    regex: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class PartRules:
    """All patterns by what they hang on, with the word lists that reading needs."""

    before: tuple[PartPattern, ...]
    after: tuple[PartPattern, ...]
    way_before: tuple[PartPattern, ...]
    way_after: tuple[PartPattern, ...]
    group_before: tuple[PartPattern, ...]
    group_after: tuple[PartPattern, ...]
    gloss: tuple[PartPattern, ...]
    joined: tuple[str, ...]  # the rules that read the name itself as a list
    sections: re.Pattern[str]  # without one of these words no pattern of way_after can match
    unless: re.Pattern[str]
    words: ListWords
    shorthand: Shorthand


def compile_parts(rules: Rules) -> PartRules:
    """Compile the files of rules/parts; raises RuleError with every fault of every file."""
    faults = Faults()
    patterns: list[PartPattern] = []
    joined: list[str] = []
    unless: list[str] = []
    for file in rules.parts:
        rule = f"parts/{Path(file.path).stem}"
        for key in sorted(set(file.says) - KEYS):
            faults.add(file.at(key), f"unknown key '{key}'", f"Such a file may say: {', '.join(sorted(KEYS))}.")
        for key in ("yes", "no"):
            if not file.says.get(key):
                faults.add(file.path, f"no example under '{key}'", "Write one, with its marks: {whole=…}, {part=…}.")
        words = file.says.get("words", {})
        own = {str(k): tuple(map(str, v)) for k, v in words.items()} if isinstance(words, dict) else {}
        for text in _strings(file.says.get("patterns", [])):
            try:
                if text == JOINED:
                    joined.append(rule)
                else:
                    patterns.append(_pattern(rule, text, {**rules.groups, **own}))
            except ValueError as error:
                faults.add(file.at(text), f"patterns: '{text}': {error}")
        unless += _strings(file.says.get("unless", []))
    if faults.found:
        raise RuleError("rules/parts", f"{len(faults.found)} fault(s)", "\n  ".join(faults.found))
    return _assembled(rules, patterns, joined, unless)


def _assembled(
    rules: Rules, patterns: Sequence[PartPattern], joined: Sequence[str], unless: Sequence[str]
) -> PartRules:  # fmt: skip
    def hanging(anchor: str, *, before: bool) -> tuple[PartPattern, ...]:
        return tuple(p for p in patterns if (p.anchor, p.before) == (anchor, before) and p.slot not in GLOSSES)

    shorthand = compile_shorthand(rules)
    way_after = hanging(WAY, before=False)
    return PartRules(
        before=hanging(WHOLE, before=True),
        after=hanging(WHOLE, before=False),
        way_before=hanging(WAY, before=True),
        way_after=way_after,
        group_before=hanging(GROUP, before=True),
        group_after=hanging(GROUP, before=False),
        gloss=tuple(p for p in patterns if p.slot in GLOSSES),
        joined=tuple(joined),
        sections=re.compile("|".join(word for p in way_after for word in p.needs) or "(?!)"),
        unless=re.compile("|".join(unless) or "(?!)"),
        words=compile_list_words(rules, shorthand),
        shorthand=shorthand,
    )


def _strings(value: object) -> list[str]:
    return [str(entry) for entry in value] if isinstance(value, list) else []


def _pattern(rule: str, text: str, groups: Mapping[str, Sequence[str]]) -> PartPattern:
    anchor = next((a for a in ANCHORS if a in text), "")
    if not anchor or text.count(anchor) != 1:
        raise ValueError(f"needs one of {', '.join(ANCHORS)} once")
    left, right = text.split(anchor)
    if bool(left) == bool(right):
        raise ValueError(f"needs its list on one side of {anchor}")
    pattern = compile_pattern(left or right, SLOTS, groups, {})
    slots = [name for name in SLOTS if name in pattern.slots and name not in BESIDE_A_LIST]
    if len(slots) != 1:
        raise ValueError(f"needs one of {', '.join('{' + name + '}' for name in SLOTS if name not in BESIDE_A_LIST)}")
    regex = re.compile(pattern.source + r"\Z") if left else pattern.regex
    needs = tuple(word for group in pattern.needs for word in groups[group])
    return PartPattern(rule, anchor, bool(left), slots[0], needs, _closing(left, needs), regex)


def _closing(left: str, needs: Sequence[str]) -> frozenset[str]:
    """The characters with which the left side of a pattern can end, so that most places need no search."""
    if needs:
        return frozenset(word[-1] for word in needs) | {"的"} if WORD_LAST.search(left) else frozenset()
    before = left.removesuffix("的?")
    last = frozenset(before[-1:]) & {"”", "等", "的"}
    return last | {"的"} if last and before != left else last
