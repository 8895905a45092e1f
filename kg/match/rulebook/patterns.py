"""One wording of a rule file in, a regular expression over folded text out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.match.rulebook.rule_types import FAMILIES, Pattern
from kg.match.rulebook.signs import needed

# The marks that part clauses.
CLAUSE_MARKS = "，。；：！？\n"
CLAUSE_MARK = re.compile(f"[{CLAUSE_MARKS}]")
GAP = f"[^{CLAUSE_MARKS}]"
LONG_GAP = "[^。！？\n]"
GAP_LENGTH, LONG_GAP_LENGTH = 28, 60
# Mention types are folded into private-use characters from here on: a pattern is then an ordinary regular expression.
FIRST_FOLD = 0xE000

SLOT = re.compile(r"\{([a-zA-Z]+)([?!]?)(?::([^{}]+))?\}")
WHOLE = "{object!}"
# Where a word of a list is to stand, and what stands for it where only the rest of a wording is asked for.
LISTED, ANY_WORD = re.compile("\0([^\0]+)\0"), "(?s:.)"
OPENS = re.compile(r"(?:\(\?<![^()]*\))*\{(?:verb|does):([^{}]+)\}")
# A verb that governs what follows, and no noun (的建设), purpose (以建设…为目标) or member of a list (建设、治理).
# 志愿服务组织30个: an organisation that is counted.
DOES, DONE = "(?<![的就])(?<![^得可予加难足]以)", "(?![的、]|[0-9]+[余多]?[个家][，。；、])"
# Who acts, right before the verb: the subject, or the beginning of a clause that goes on about somebody.
WHO = (
    r"(?:(?<![被由经获])(?!(?<=代表){Place}){subject}(?:（[^（）]{0,20}）)?(?:个人|本人|同志)?(?:的(?:做法|经验|案例)|{verb?:案例})?(?:等[^，。；]{0,8}?)?[内里]?"
    r"|(?<![^，。；：！？、\n“])(?:(?:(?:[12][0-9]{3}|[今去前当同次])年(?:[0-9]{1,2}月)?)?[他她](?![们的])|[该这此][一-龥]{1,5}?|{verb?:该村})?)"
    r"(?:[也还又曾更都均]?[于在自]?(?:[12][0-9]{3}(?:年?度?[-—~至到][12]?[0-9]{1,3})?年度?|[今去前]年)(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?|[上下]半年|年?[底末初])?)?(?:{verb?:先后}|(?:[0-9]{1,2}|[一二两三四五六七八九十数多])[次度](?=[获被荣评入蝉捧])|连续(?=[获被荣评入蝉]))*"
)
# What a wording says only perhaps, or not by its characters: groups, what is counted or left out, classes, slots, gaps.
PERHAPS = (
    re.compile(r"\((?:[^()\[\]]|\[[^\]]*\])*\)(?:[?*+]|\{[0-9,]*\})?"),
    re.compile(r"(?:\[[^\]]*\]|[^\]\0])(?:[?*]|\{[0-9,]+\})"),
    re.compile(r"\[[^\]]*\]|…+"),
)
LITERAL = re.compile("[一-龥，、“”—→]+")
# A group of alternatives that holds no other; what stands in brackets or behind a backslash parts none.
_PLAIN = r"\[\^?(?:\\.|[^\]\\])*\]|\\.|[^()|\[\]\\]"
ALTERNATION = re.compile(rf"\(\?:((?:{_PLAIN})*(?:\|(?:{_PLAIN})*)+)\)")
BETWEEN = re.compile(r"\|(?![^\[\]]*\])")


def compile_pattern(
    text: str, slots: Mapping[str, str], groups: Mapping[str, Sequence[str]], folds: Mapping[str, str]
) -> Pattern:
    """Make one wording an expression over folded text: `slots` gives each slot's regular expression.

    `…` is a gap within the clause, `……` within the sentence; `{verb:推行}` a word of the list 推行, `{does:推行}` one
    that governs what follows, `{verb?:先后}` one that need not stand there; `{Person}` any mention of a class,
    `{object!}` an object that is not the first part of a longer name, `{who}` the subject right before its verb, or
    the beginning of a clause that goes on about somebody.
    Raises ValueError for a slot or list that does not exist.
    """
    needs: list[str] = []
    used: set[str] = set()

    def slot(match: re.Match[str]) -> str:
        name, mark, group = match[1], match[2], match[3]
        if group is not None:
            if group not in groups:
                raise ValueError(f"no word list '{group}' in lexicon/verbs.tsv or lexicon/wordings.tsv")
            if not mark:
                needs.append(group)
            return f"{DOES}\0{group}\0{DONE}" if name == "does" else f"\0{group}\0"
        if name in slots:
            if name in used:
                raise ValueError(f"slot {{{name}}} stands twice")
            used.add(name)
            return f"(?P<{name}>{slots[name]})"
        if name in FAMILIES:
            return "[" + "".join(folds[t] for t in FAMILIES[name].split()) + "]"
        if name in folds:
            return folds[name]
        raise ValueError(f"unknown slot {{{name}}}; this file has {', '.join(sorted(slots))}")

    body = SLOT.sub(slot, text.replace("{who}", WHO))
    body = body.replace("……", f"{LONG_GAP}{{0,{LONG_GAP_LENGTH}}}?").replace("…", f"{GAP}{{0,{GAP_LENGTH}}}?")
    opens = OPENS.match(text)
    try:
        signs = needed(LISTED.sub(ANY_WORD, body))
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from None
    return Pattern(
        text, LISTED.sub(lambda match: _any_of(groups[match[1]]), body), frozenset(used), tuple(needs), WHOLE in text,
        opens[1] if opens else "", literals(text), signs,
    )  # fmt: skip


def _any_of(words: Sequence[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w))) + ")"


def literals(text: str) -> tuple[str, ...]:
    """What stands in every sentence that a wording fits: it need not be tried where one of them is missing.

    >>> literals("{object}是{subject}的?(?:主要)?所在地"), literals("以{object}[^，。；]{0,6}?为[主重]")
    (('是', '所在地'), ('以', '为'))
    >>> literals("{object}等{verb?:重大}*项目")
    ('等', '项目')
    """
    text = SLOT.sub("\0", text)
    for perhaps in PERHAPS:
        before = ""
        while before != text:
            before, text = text, perhaps.sub("\0", text)
    return () if "|" in text else tuple(LITERAL.findall(text))
