"""Rule files and word lists in, compiled rules out; whatever is not understood is refused, all faults at once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from kg.errors import RuleError
from kg.match.rulebook.faults import Faults, RuleFile
from kg.match.rulebook.page_rules import WORDS, checked_pages, page_rule
from kg.match.rulebook.patterns import FIRST_FOLD, compile_pattern
from kg.match.rulebook.rule_entries import (
    examples_of,
    label_of,
    note_unknown,
    own_words,
    table_of,
    text_of,
    types_of,
    words_of,
)
from kg.match.rulebook.rule_files import Written, read_files
from kg.match.rulebook.rule_types import (
    FAMILIES,
    EntityRule,
    Header,
    Pattern,
    RelationRule,
    Rules,
    StanceRule,
)
from kg.match.rulebook.word_lists import COLUMNS, check_lists, columns_of
from kg.model import Form, Stance

ENTITY_KEYS = {"class", "below", "label", "heads", "forms", "alone", "never", "listed", "yes", "no", "todo"}
RELATION_KEYS = {
    "predicate", "label", "subject", "object", "words", "agents", "values", "patterns", "unless", "yes", "no", "todo",
}  # fmt: skip
STANCE_KEYS = {"stance", "label", "headings", "openings", "until", "onward", "patterns", "unless", "yes", "no", "todo"}


def _entity(file: RuleFile, lists: Mapping[str, tuple[str, ...]], faults: Faults) -> EntityRule:
    note_unknown(file, ENTITY_KEYS, faults)
    forms: dict[str, frozenset[Form]] = {}
    for key in ("forms", "alone"):
        names = words_of(file, key, {}, faults)
        for name in names:
            if name not in set(Form):
                faults.add(file.at(name), f"'{key}' has no form '{name}'", f"Forms are {', '.join(Form)}.")
        forms[key] = frozenset(Form(n) for n in names if n in set(Form))
    examples = {key: examples_of(file, key, faults) for key in ("yes", "no", "todo")}
    heads, never = (words_of(file, key, lists, faults) for key in ("heads", "never"))
    return EntityRule(
        file.path,
        str(file.says.get("class", "")),
        frozenset(heads),
        forms["forms"],
        forms["alone"],
        frozenset(never),
        own_words(file, "heads", heads),
        own_words(file, "never", never),
        frozenset(words_of(file, "listed", lists, faults)),
        **examples,
    )


def _patterns(
    file: RuleFile, key: str, slots: Mapping[str, str],
    groups: Mapping[str, tuple[str, ...]], folds: Mapping[str, str], faults: Faults,
) -> tuple[Pattern, ...]:  # fmt: skip
    found = []
    for text in words_of(file, key, {}, faults):
        try:
            pattern = compile_pattern(text, slots, groups, folds)
            if not file.built_in:
                re.compile(pattern.source)  # Ours are proved; a fault in a user's is told before anything is read.
            found.append(pattern)
        except ValueError as error:
            faults.add(file.at(text), f"{key}: '{text}': {error}")
        except re.error as error:
            faults.add(file.at(text), f"{key}: '{text}': not a regular expression: {error}")
    return tuple(found)


def _relation(
    file: RuleFile, families: Mapping[str, frozenset[str]],
    groups: Mapping[str, tuple[str, ...]], folds: Mapping[str, str], faults: Faults,
) -> RelationRule:  # fmt: skip
    note_unknown(file, RELATION_KEYS, faults)
    subject = types_of(file, file.says.get("subject", ""), families, faults)
    object_ = types_of(file, file.says.get("object", ""), families, faults)
    agents = {name: types_of(file, types, families, faults) for name, types in table_of(file, "agents", faults).items()}
    values = table_of(file, "values", faults)
    words = str(file.says.get("words", ""))
    slots = _slots(subject, object_, agents, values, folds, words)
    return RelationRule(
        file.path,
        str(file.says.get("predicate", "")),
        Path(file.path).stem,
        subject,
        object_,
        MappingProxyType(agents),
        MappingProxyType(values),
        _patterns(file, "patterns", slots, groups, folds, faults),
        _patterns(file, "unless", slots, groups, folds, faults),
        words,
        *(examples_of(file, key, faults) for key in ("yes", "no", "todo")),
    )


def _slots(
    subject: frozenset[str], object_: frozenset[str], agents: Mapping[str, frozenset[str]],
    values: Mapping[str, str], folds: Mapping[str, str], words: str,
) -> dict[str, str]:  # fmt: skip
    return (
        {
            name: "[" + "".join(sorted(folds[t] for t in types)) + "]" if types else "(?!)"
            for name, types in (("subject", subject), ("object", object_), *agents.items())
        }
        | ({"object": words} if words else {})
        | dict(values)
    )


def slots_of(rule: RelationRule | StanceRule | EntityRule, rules: Rules) -> dict[str, str]:
    """The slots that the patterns of a rule may use, each with its regular expression."""
    if isinstance(rule, RelationRule):
        return _slots(rule.subject, rule.object, rule.agents, rule.values, rules.folds, rule.words)
    return {}


def _stance(
    file: RuleFile, groups: Mapping[str, tuple[str, ...]], folds: Mapping[str, str],
    faults: Faults,
) -> StanceRule:  # fmt: skip
    note_unknown(file, STANCE_KEYS, faults)
    name = str(file.says.get("stance", ""))
    if name not in set(Stance):
        faults.add(file.at("stance"), f"unknown stance '{name}'", f"Stances are {', '.join(Stance)}.")
    return StanceRule(
        file.path,
        Stance(name) if name in set(Stance) else Stance.STATED,
        _patterns(file, "headings", {}, groups, folds, faults),
        _patterns(file, "openings", {}, groups, folds, faults),
        _patterns(file, "until", {}, groups, folds, faults),
        _patterns(file, "onward", {}, groups, folds, faults),
        _patterns(file, "patterns", {}, groups, folds, faults),
        _patterns(file, "unless", {}, groups, folds, faults),
        *(examples_of(file, key, faults) for key in ("yes", "no", "todo")),
    )


def _header(kind: str, file: RuleFile, faults: Faults) -> Header:
    zh, en = label_of(file, faults)
    if kind == "class":
        return Header(text_of(file, "class", faults), kind, zh, en, str(file.says.get("below", "")))
    domain, range_ = (tuple(str(file.says.get(key, "")).split()) for key in ("subject", "object"))
    return Header(text_of(file, "predicate", faults), kind, zh, en, "", domain, range_)


def load_rules(folders: Sequence[Path] = ()) -> Rules:
    """The built-in rules and word lists with those of `folders` added; raises RuleError with all faults.

    A folder holds `rules/` and `lexicon/` as the package does, or entities/, relations/, parts/, stances/, page/.
    """
    faults = Faults()
    rules = _assemble(read_files(folders, faults), faults)
    if faults.found:
        raise RuleError("rules", f"{len(faults.found)} fault(s)", "\n  ".join(faults.found))
    return rules


def _assemble(written: Written, faults: Faults) -> Rules:
    words = {name: tuple(dict.fromkeys(row[0] for row in rows)) for name, rows in written.tables.items()}
    groups = _groups(*(written.tables.get(name, ()) for name in ("verbs", "wordings")))
    page_words = _groups(written.tables.get(WORDS, ()))
    pages = tuple(page_rule(file, faults) for file in written.files["page"])
    families = _families(written.files["entities"], faults)
    folds = {name: chr(FIRST_FOLD + i) for i, name in enumerate(families)}
    check_lists(written.lists, columns_of(written.tables[COLUMNS]), families, faults)
    return Rules(
        entities=tuple(_entity(file, words, faults) for file in written.files["entities"]),
        relations=tuple(_relation(file, families, groups, folds, faults) for file in written.files["relations"]),
        stances=tuple(_stance(file, groups, folds, faults) for file in written.files["stances"]),
        parts=tuple(written.files["parts"]),
        pages=pages,
        printed=checked_pages(written.files["page"], pages, page_words, faults),
        headers=tuple(
            _header(kind, file, faults)
            for kind, key in (("class", "entities"), ("property", "relations"))
            for file in written.files[key]
        ),
        words=MappingProxyType(words),
        tables=MappingProxyType(dict(written.tables)),
        groups=MappingProxyType(groups),
        page_words=MappingProxyType(page_words),
        folds=MappingProxyType(folds),
        families=MappingProxyType(families),
        files=MappingProxyType({file.path: file for files in written.files.values() for file in files}),
        digest=written.digest,
    )


def _groups(*tables: Sequence[tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in chain(*tables):
        for group in row[1].split(" ") if len(row) > 1 else ():
            found.setdefault(group, []).append(row[0])
    return {name: tuple(words) for name, words in found.items()}


def _families(files: Sequence[RuleFile], faults: Faults) -> dict[str, frozenset[str]]:
    """Every class with all classes below it, in the order of their names."""
    below: dict[str, set[str]] = {name: set(members.split()) for name, members in FAMILIES.items()}
    for file in files:
        parent = str(file.says.get("below", ""))
        if parent:
            if parent not in below:
                faults.add(
                    file.at(parent), f"unknown superclass '{parent}'", f"Classes are {', '.join(sorted(below))}."
                )
            below.setdefault(parent, set()).add(str(file.says.get("class", "")))
    types = sorted(set().union(*below.values()) | {str(file.says.get("class", "")) for file in files} - {""})
    return {name: frozenset(below.get(name, set()) | {name}) for name in types}
