"""What the rules of parts make of an example, held against its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from kg.match.parts.part_rules import PartRules, compile_parts
from kg.match.parts.parts import find_listings
from kg.match.rulebook.faults import RuleFile
from kg.match.rulebook.rule_types import Rules
from kg.model import Article, Document, Form, Listing, Mention, Paragraph, Span
from kg.proof.demands import likeliest_first, opening, texts_of
from kg.proof.pages import plain_document
from kg.read.page.sentences import sentences

NAME = re.compile(r"\{([a-z]+)(?::([^={}]+))?=")
# “五诊”解“五难”: two quotations with a verb between them are one name.
PAIR = re.compile("“[^“”]{2,4}”[一-龥]{1,2}“[^“”]{2,4}”")
QUOTED = re.compile("“((?:[^“”]|“[^“”]*”)*)”")


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch: its role, what follows the colon, and where it stands."""

    role: str
    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class Said:
    """What an example says, or what the rules make of it: parts of its wholes by group, an open list, glosses."""

    parts: tuple[tuple[str, str], ...]  # label or "", text
    open: bool
    glosses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """An example as its file holds it, and the key under which it stands: `yes` or `no`."""

    key: str
    marked: str


def unmark(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """Take the marks out; a mark may stand inside another.

    >>> unmark("{whole=“{part=甲}、{part=乙}”机制}")[0]
    '“甲、乙”机制'
    """
    text = ""
    begun: list[tuple[str, str, int]] = []
    found: list[Mark] = []
    at = 0
    while at < len(marked):
        if name := NAME.match(marked, at):
            begun.append((name[1], name[2] or "", len(text)))
            at = name.end()
        elif marked[at] == "}" and begun:
            role, label, start = begun.pop()
            found.append(Mark(role, label, Span(start, len(text))))
            at += 1
        else:
            text += marked[at]
            at += 1
    return text, tuple(sorted(found, key=lambda m: (m.span.start, -m.span.end)))


def document(text: str) -> Document:
    """A document of one article with a paragraph a line."""
    paragraphs, at = [], 0
    for line in text.split("\n"):
        paragraphs.append(Paragraph(Span(at, at + len(line))))
        at += len(line) + 1
    return replace(plain_document(text), articles=(Article(Span(0, len(text)), tuple(paragraphs)),))


def mention(text: str, span: Span, type_: str = "Mechanism") -> Mention:
    """A mention of a way of working; what its first quotation marks hold is its core and its name."""
    pair = PAIR.match(text, span.start, span.end)
    quoted = None if pair else QUOTED.search(text, span.start, span.end)
    core = Span(*pair.span()) if pair else Span(quoted.start(1), quoted.end(1)) if quoted else None
    name = text[core.start : core.end] if core else text[span.start : span.end]
    return Mention(span, type_, "example", name, Form.QUOTED if core else Form.NOMINAL, core)


def expected(text: str, marks: Sequence[Mark]) -> Said:
    """What the marks of an example say."""
    said = [(m, text[m.span.start : m.span.end]) for m in marks]
    return Said(
        tuple((m.label, words) for m, words in said if m.role == "part"),
        any(m.role == "open" for m, _ in said),
        tuple(words for m, words in said if m.role == "gloss"),
    )


def found(text: str, marks: Sequence[Mark], rules: PartRules) -> tuple[Said, list[Listing]]:
    """What the rules make of the example, in the same shape, and the listings themselves."""
    page = document(text)
    named = [mention(text, m.span, m.label or "Mechanism") for m in marks if m.role in ("whole", "also")]
    listings, glosses, _ = find_listings(page, sentences(page), named, rules)
    labelled = any(m.label for m in marks if m.role == "part")
    items = [(g.label if labelled else "", i) for listing in listings for g in listing.groups for i in g.items]
    parts = tuple((label, i.text) for label, i in sorted(items, key=lambda pair: pair[1].span))
    return Said(parts, any(g.open for li in listings for g in li.groups), tuple(g.text for g in glosses)), listings


def prove_parts(file: RuleFile, rules: Rules) -> list[str]:
    """The faults of one file of parts: examples that fail, and lines that none of them needs."""
    compiled = compile_parts(rules)
    told = {one: _fault(one, compiled) for one in _examples(file.says)}
    faults = [f"{file.at(opening(one.marked))}: {fault}" for one, fault in told.items() if fault]
    # What fails with the line says nothing of what it is good for.
    examples = [one for one, fault in told.items() if not fault]
    for todo in texts_of(file.says.get("todo")):
        text, marks = unmark(todo)
        if found(text, marks, compiled)[0] == expected(text, marks):
            faults.append(f"{file.at(opening(todo))}: todo: works now: move it to yes")
    for line, says in without_lines(file.says):
        others = tuple(replace(f, says=says) if f.path == file.path else f for f in rules.parts)
        fewer = compile_parts(replace(rules, parts=others))
        if not any(_fault(one, fewer) for one in likeliest_first(line, examples, attrgetter("marked"))):
            faults.append(f"{file.at(line)}: no example needs '{line}'\n  Write one that does, or take it out.")
    return faults


def _examples(says: Mapping[str, object]) -> list[Marked]:
    return [Marked(key, marked) for key in ("yes", "no") for marked in texts_of(says.get(key))]


def _fault(one: Marked, rules: PartRules) -> str:
    """What the rules make of an example where that is not what it marks, or ""."""
    text, marks = unmark(one.marked)
    made = found(text, marks, rules)[0]
    if one.key == "no":
        return f"no: {text}\n  says {_shown(made)}" if made.parts or made.glosses else ""
    wanted = expected(text, marks)
    return "" if made == wanted else f"yes: {text}\n  says {_shown(made)}, not {_shown(wanted)}"


def _shown(said: Said) -> str:
    words = [f"{label}：{text}" if label else text for label, text in said.parts]
    return "、".join([*words, *said.glosses]) + ("等" if said.open else "") or "nothing"


def without_lines(says: Mapping[str, object]) -> Iterator[tuple[str, dict[str, object]]]:
    """Every pattern, word and exception of a file, and what the file says without it."""
    for key in ("patterns", "unless"):
        for line, fewer in _each_left_out(says.get(key)):
            yield line, {**says, key: fewer}
    groups = _table(says.get("words"))
    for group, words in groups.items():
        for word, fewer in _each_left_out(words):
            if fewer:
                yield word, {**says, "words": {**groups, group: fewer}}


def _table(value: object) -> dict[str, object]:
    return dict(value) if isinstance(value, dict) else {}


def _each_left_out(value: object) -> Iterator[tuple[str, list[object]]]:
    lines = list(value) if isinstance(value, list) else []
    for i, line in enumerate(lines):
        yield str(line), [*lines[:i], *lines[i + 1 :]]
