"""Rule files of parts in, compiled patterns out: where the list that spells a name out stands, and by which words it is known."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import RuleError
from kg.match.members import ListWords, compile_list_words
from kg.match.rules import Rules, compile_pattern
from kg.match.shorthand import LEVELS, NUMBER, Shorthand, compile_shorthand

KEYS = {"label", "patterns", "words", "unless", "examples"}
GLOSSES = ("gloss", "glossed")
# What a pattern hangs on: a name that states a number, one that states none, the label of one of several numbers.
ANCHORS = ("{whole}", "{way}", "{group}")
# What a slot may hold. {bare}, {told}, {run} and {keyed} say only where a list ends or begins; its other end is found by reading it.
SLOTS: Mapping[str, str] = {
    "quoted": "[^“”\n]*(?:“[^“”\n]*”[^“”\n]*)*",
    "bracketed": "[^（）\n]*(?:（[^（）\n]*）[^（）\n]*)*",
    "enclosed": "[^。！？；\n]{2,160}?",
    "tail": "[^，。；：、！？“”（）\n]{0,8}?",
    "levels": LEVELS,
    "glossed": "[^（）\n]{2,40}",
    "gloss": "[^，。；：！？（）\n]{2,24}",
    "phrase": rf"(?:{NUMBER})(?:大|个|项|条|种|类|方面)[^，。；、：“”（）\n]{{0,4}}?",
    "ordinals": "(?=一是|一要|首先|其一|第一|（一）|①|1[.．、])",
    "bare": "",
    "told": "",
    "run": "",
    "keyed": "",
    "joined": "",
}


@dataclass(frozen=True, slots=True)
class PartPattern:
    """One place in which a list may stand: before or behind its name, or behind the name of one of its groups."""

    rule: str
    text: str
    anchor: str
    before: bool
    slot: str
    gloss: bool
    needs: tuple[str, ...]
    regex: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class PartRules:
    """All patterns, by what they hang on, with the word lists that reading needs."""

    before: tuple[PartPattern, ...]  # the list stands before its name
    after: tuple[PartPattern, ...]
    way_before: tuple[PartPattern, ...]
    way_after: tuple[PartPattern, ...]
    group_before: tuple[PartPattern, ...]
    group_after: tuple[PartPattern, ...]
    sections: re.Pattern[str]  # without one of these words no pattern of way_after can match
    gloss: tuple[PartPattern, ...]
    joined: tuple[str, ...]  # the rules that read the name itself as a list
    unless: re.Pattern[str]
    words: ListWords
    shorthand: Shorthand


def compile_parts(rules: Rules) -> PartRules:
    """Compile the files of rules/parts; raises RuleError with every fault of every file."""
    faults: list[str] = []
    patterns: list[PartPattern] = []
    joined: list[str] = []
    unless: list[str] = []
    for path, raw in rules.parts:
        for key in sorted(set(raw) - KEYS):
            faults.append(f"{path}: unknown key '{key}'\n  Such a file may say: {', '.join(sorted(KEYS))}.")
        words = raw.get("words", {})
        groups = dict(rules.groups) | {str(k): tuple(v) for k, v in words.items()} if isinstance(words, dict) else rules.groups
        for text in _strings(raw.get("patterns", [])):
            try:
                if text == "{joined}":
                    joined.append(f"parts/{Path(path).stem}")
                else:
                    patterns.append(_pattern(f"parts/{Path(path).stem}", text, groups))
            except ValueError as error:
                faults.append(f"{path}: patterns: '{text}': {error}")
        unless += _strings(raw.get("unless", []))
    if faults:
        raise RuleError("rules/parts", f"{len(faults)} fault(s)", "\n  ".join(faults))
    shorthand = compile_shorthand(rules)
    lists = [p for p in patterns if not p.gloss]
    return PartRules(
        before=tuple(p for p in lists if p.anchor == "{whole}" and p.before),
        after=tuple(p for p in lists if p.anchor == "{whole}" and not p.before),
        way_before=tuple(p for p in lists if p.anchor == "{way}" and p.before),
        way_after=tuple(p for p in lists if p.anchor == "{way}" and not p.before),
        group_before=tuple(p for p in lists if p.anchor == "{group}" and p.before),
        group_after=tuple(p for p in lists if p.anchor == "{group}" and not p.before),
        sections=re.compile("|".join(w for p in patterns if p.anchor == "{way}" and not p.before for w in p.needs) or r"(?!)"),
        gloss=tuple(p for p in patterns if p.gloss),
        joined=tuple(joined),
        unless=re.compile("|".join(unless) or r"(?!)"),
        words=compile_list_words(rules, shorthand),
        shorthand=shorthand,
    )


def _strings(value: object) -> list[str]:
    return [str(entry) for entry in value] if isinstance(value, list) else []


def _pattern(rule: str, text: str, groups: Mapping[str, Sequence[str]]) -> PartPattern:
    anchor = next((a for a in ANCHORS if a in text), "")
    if not anchor or text.count(anchor) != 1:
        raise ValueError(f"needs {' or '.join(ANCHORS)} once")
    left, right = text.split(anchor)
    if bool(left) == bool(right):
        raise ValueError(f"needs its list on one side of {anchor}")
    pattern = compile_pattern(left or right, SLOTS, groups, {})
    body = pattern.regex
    needs = tuple(word for group in pattern.needs for word in groups[group])
    slot = next((name for name in SLOTS if name in body.groupindex and name not in ("phrase", "tail")), "")
    if not slot:
        raise ValueError(f"needs one of {', '.join('{' + name + '}' for name in SLOTS)}")
    regex = re.compile(body.pattern + r"\Z") if left else body
    return PartPattern(rule, text, anchor, bool(left), slot, slot in GLOSSES, needs, regex)
