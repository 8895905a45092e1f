"""Rule files of pages in, what a page says of itself as regular expressions out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kg.match.rulebook.alternation import one_of
from kg.match.rulebook.faults import Faults, RuleFile
from kg.match.rulebook.rule_entries import examples_of, note_unknown
from kg.match.rulebook.rule_types import PageRule

# How the patterns under a key are read; what stands round each of them is no wording.
FRAMES: Mapping[str, str] = MappingProxyType(
    {
        "lines": "{}",
        "related": "{}",
        "notices": r"(?:[①-⑥1-4][①-⑳\d（(.、\s]*)?(?:{})",
        "within": "{}",
        "asides": r"[（(【\[]\s*(?:{})[）)】\]]",
        "dated": "{}",
        "issue": "{}",
        "beside": "{}",
    }
)
PIECES = "pieces"
KEYS = {*FRAMES, PIECES, "yes", "no", "todo"}
WORDS = "page_words"
NAMED = re.compile(r"\{(?:word:([^{}]+)|([a-z_]+))\}")

Words = Mapping[str, Sequence[str]]


def page_rule(file: RuleFile, faults: Faults) -> PageRule:
    """What one file says, as it is written."""
    note_unknown(file, KEYS, faults)
    patterns = {key: _patterns(file, key, faults) for key in FRAMES}
    examples = {key: examples_of(file, key, faults) for key in ("yes", "no", "todo")}
    return PageRule(file.path, MappingProxyType(_pieces(file, faults)), MappingProxyType(patterns), **examples)


def compile_pages(pages: Sequence[PageRule], words: Words) -> Mapping[str, re.Pattern[str]]:
    """What the files say under each key as one regular expression; raises ValueError or re.error."""
    found = {}
    for key, frame in FRAMES.items():
        texts = [expanded(text, page.pieces, words) for page in pages for text in page.patterns[key]]
        found[key] = re.compile(frame.format("|".join(texts)) if texts else "(?!)")
    return MappingProxyType(found)


def checked_pages(
    files: Sequence[RuleFile], pages: Sequence[PageRule], words: Words, faults: Faults
) -> Mapping[str, re.Pattern[str]]:
    """The same; each pattern or piece that cannot be compiled is a fault."""
    try:
        return compile_pages(pages, words)
    except (ValueError, re.error):
        for file, page in zip(files, pages, strict=True):
            _note_faulty(file, page, words, faults)
        return compile_pages((), words)


def expanded(text: str, pieces: Mapping[str, str], words: Words) -> str:
    """A pattern with its pieces and the words of its groups written out.

    >>> expanded("{maker}[:：]", {"maker": "{word:编辑}|校对"}, {"编辑": ["编辑", "责编"]})
    '(?:(?:编(?:辑)|责(?:编))|校对)[:：]'
    """

    def written(found: re.Match[str]) -> str:
        group, name = found.groups()
        if group is None and name not in pieces:
            raise ValueError(f"no piece {{{name}}}; this file has {', '.join(sorted(pieces)) or 'none'}")
        if group is None:
            # A piece that names itself has no end.
            others = {other: body for other, body in pieces.items() if other != name}
            return f"(?:{expanded(pieces[name], others, words)})"
        if group not in words:
            raise ValueError(f"no group '{group}' in lexicon/{WORDS}.tsv")
        return f"(?:{one_of(words[group])})"

    return NAMED.sub(written, text)


def _patterns(file: RuleFile, key: str, faults: Faults) -> tuple[str, ...]:
    found = file.says.get(key, [])
    if isinstance(found, list) and all(isinstance(text, str) for text in found):
        return tuple(found)
    faults.add(file.at(key), f"'{key}' must be a list of patterns", f"Write {key} = ['…'].")
    return ()


def _pieces(file: RuleFile, faults: Faults) -> dict[str, str]:
    found = file.says.get(PIECES, {})
    if isinstance(found, dict) and all(isinstance(body, str) for body in found.values()):
        return {str(name): body for name, body in found.items()}
    faults.add(file.at(PIECES), f"'{PIECES}' must be patterns with a name", f"Write {PIECES}.name = '…'.")
    return {}


def _note_faulty(file: RuleFile, rule: PageRule, words: Words, faults: Faults) -> None:
    """Tells which of the pieces and patterns of a rule cannot be compiled."""
    said = [(PIECES, body) for body in rule.pieces.values()]
    said += [(key, text) for key, patterns in rule.patterns.items() for text in patterns]
    for key, text in said:
        try:
            re.compile(f"(?:{expanded(text, rule.pieces, words)})")
        except re.error as error:
            faults.add(file.at(text), f"{key}: '{text}': not a regular expression: {error}")
        except ValueError as error:
            faults.add(file.at(text), f"{key}: '{text}': {error}")
