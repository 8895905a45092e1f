"""Rule files and word lists in, compiled rules out; whatever is not understood is refused, all faults at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from kg.errors import RuleError
from kg.match.faults import Faults, RuleFile
from kg.match.patterns import FIRST_FOLD, compile_pattern
from kg.match.rule_files import Written, read_files
from kg.match.rule_types import (
    FAMILIES,
    EntityRule,
    Example,
    Header,
    Pattern,
    RelationRule,
    Rules,
    StanceRule,
)
from kg.match.word_lists import COLUMNS, check_lists, columns_of
from kg.model import Form, Stance

WORD_LIST = re.compile(r"\{(\w+)\}")
MARK = re.compile(r"\{([A-Za-z]+)(?::([A-Za-z]+))?=([^{}]*)\}")

ENTITY_KEYS = {"class", "below", "label", "heads", "forms", "alone", "never", "listed", "yes", "no", "todo"}
RELATION_KEYS = {
    "predicate", "label", "subject", "object", "agents", "values", "patterns", "unless", "yes", "no", "todo",
}  # fmt: skip
STANCE_KEYS = {"stance", "label", "headings", "openings", "until", "onward", "patterns", "unless", "yes", "no", "todo"}


def parse_example(marked: str, why: str = "") -> Example:
    """Take the marks out of an example sentence.

    >>> parse_example("{subject=云岭县}推行{object:Mechanism=河长制}。").marks
    (('subject', '', 0, 3), ('object', 'Mechanism', 5, 8))
    """
    text, marks, at = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        marks.append((mark[1], mark[2] or "", len(text), len(text) + len(mark[3])))
        text += mark[3]
        at = mark.end()
    return Example(text + marked[at:], tuple(marks), why)


def _examples(file: RuleFile, key: str, faults: Faults) -> tuple[Example, ...]:
    entries = file.says.get(key, [])
    if not isinstance(entries, list):
        faults.add(file.at(key), f"'{key}' must be a list")
        return ()
    found = []
    for entry in entries:
        if isinstance(entry, str) and key == "yes":
            found.append(parse_example(entry))
        elif isinstance(entry, dict) and set(entry) == {"text", "why"}:
            found.append(parse_example(str(entry["text"]), str(entry["why"])))
        else:
            shape = "a sentence" if key == "yes" else '{ text = "…", why = "…" }'
            faults.add(file.at(key), f"an example under '{key}' is not {shape}: {entry}")
    if key == "yes" and not found:
        faults.add(file.path, "no example under 'yes'", "Write a sentence in which the rule must speak.")
    if key == "no" and not found:
        faults.add(file.path, "no example under 'no'", 'Write { text = "…", why = "…" } in which it must be silent.')
    return tuple(found)


def _unknown(file: RuleFile, keys: Iterable[str], faults: Faults) -> None:
    for key in sorted(set(file.says) - set(keys)):
        faults.add(file.at(key), f"unknown key '{key}'", f"Such a file may say: {', '.join(sorted(keys))}.")


def _words(file: RuleFile, key: str, lists: Mapping[str, tuple[str, ...]], faults: Faults) -> list[str]:
    """A list of words; an entry such as "{facility_heads}" stands for a whole word list of the lexicon."""
    found: list[str] = []
    entries = file.says.get(key, [])
    if not isinstance(entries, list) or not all(isinstance(e, str) for e in entries):
        faults.add(file.at(key), f"'{key}' must be a list of words")
        return []
    for entry in entries:
        named = WORD_LIST.fullmatch(entry)
        if named:
            name = named[1]
            if name in lists:
                found += lists[name]
            else:
                faults.add(
                    file.at(entry), f"no word list lexicon/{name}.tsv", "Make the file, or name one that stands there."
                )
        else:
            found.append(entry)
    return found


def _label(file: RuleFile, faults: Faults) -> tuple[str, str]:
    label = file.says.get("label")
    if isinstance(label, dict) and set(label) == {"zh", "en"}:
        return str(label["zh"]), str(label["en"])
    faults.add(file.at("label"), "no label", 'Write label = { zh = "…", en = "…" }.')
    return "", ""


def _types(file: RuleFile, text: object, families: Mapping[str, frozenset[str]], faults: Faults) -> frozenset[str]:
    found: set[str] = set()
    for name in str(text).split():
        if name in families:
            found |= families[name]
        else:
            faults.add(file.at(name), f"unknown class '{name}'", f"Classes are {', '.join(sorted(families))}.")
    return frozenset(found)


def _entity(file: RuleFile, lists: Mapping[str, tuple[str, ...]], faults: Faults) -> EntityRule:
    _unknown(file, ENTITY_KEYS, faults)
    forms: dict[str, frozenset[Form]] = {}
    for key in ("forms", "alone"):
        names = _words(file, key, {}, faults)
        for name in names:
            if name not in set(Form):
                faults.add(file.at(name), f"'{key}' has no form '{name}'", f"Forms are {', '.join(Form)}.")
        forms[key] = frozenset(Form(n) for n in names if n in set(Form))
    examples = {key: _examples(file, key, faults) for key in ("yes", "no", "todo")}
    heads, never = (_words(file, key, lists, faults) for key in ("heads", "never"))
    return EntityRule(
        file.path,
        str(file.says.get("class", "")),
        frozenset(heads),
        forms["forms"],
        forms["alone"],
        frozenset(never),
        _own(file, "heads", heads),
        _own(file, "never", never),
        frozenset(_words(file, "listed", lists, faults)),
        **examples,
    )


def _own(file: RuleFile, key: str, words: Iterable[str]) -> frozenset[str]:
    """Of the words of a list, those that stand in the rule file itself."""
    written = file.says.get(key, [])
    return frozenset(word for word in words if isinstance(written, list) and word in written)


def _patterns(
    file: RuleFile, key: str, slots: Mapping[str, str],
    groups: Mapping[str, tuple[str, ...]], folds: Mapping[str, str], faults: Faults,
) -> tuple[Pattern, ...]:  # fmt: skip
    found = []
    for text in _words(file, key, {}, faults):
        try:
            found.append(compile_pattern(text, slots, groups, folds))
        except ValueError as error:
            faults.add(file.at(text), f"{key}: '{text}': {error}")
    return tuple(found)


def _relation(
    file: RuleFile, families: Mapping[str, frozenset[str]],
    groups: Mapping[str, tuple[str, ...]], folds: Mapping[str, str], faults: Faults,
) -> RelationRule:  # fmt: skip
    _unknown(file, RELATION_KEYS, faults)
    subject = _types(file, file.says.get("subject", ""), families, faults)
    object_ = _types(file, file.says.get("object", ""), families, faults)
    agents = {name: _types(file, types, families, faults) for name, types in _table(file, "agents", faults).items()}
    values = _table(file, "values", faults)
    slots = _slots(subject, object_, agents, values, folds)
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
        *(_examples(file, key, faults) for key in ("yes", "no", "todo")),
    )


def _table(file: RuleFile, key: str, faults: Faults) -> dict[str, str]:
    found = file.says.get(key, {})
    if isinstance(found, dict) and all(isinstance(value, str) for value in found.values()):
        return {str(name): value for name, value in found.items()}
    faults.add(file.at(key), f"'{key}' must be a table of words", f'Write {key} = {{ name = "…" }}.')
    return {}


def _slots(
    subject: frozenset[str], object_: frozenset[str], agents: Mapping[str, frozenset[str]],
    values: Mapping[str, str], folds: Mapping[str, str],
) -> dict[str, str]:  # fmt: skip
    return {
        name: "[" + "".join(sorted(folds[t] for t in types)) + "]" if types else "(?!)"
        for name, types in (("subject", subject), ("object", object_), *agents.items())
    } | dict(values)


def slots_of(rule: RelationRule | StanceRule | EntityRule, rules: Rules) -> dict[str, str]:
    """The slots that the patterns of a rule may use, each with its regular expression."""
    if isinstance(rule, RelationRule):
        return _slots(rule.subject, rule.object, rule.agents, rule.values, rules.folds)
    return {}


def _stance(
    file: RuleFile, groups: Mapping[str, tuple[str, ...]], folds: Mapping[str, str],
    faults: Faults,
) -> StanceRule:  # fmt: skip
    _unknown(file, STANCE_KEYS, faults)
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
        *(_examples(file, key, faults) for key in ("yes", "no", "todo")),
    )


def _header(kind: str, file: RuleFile, faults: Faults) -> Header:
    zh, en = _label(file, faults)
    if kind == "class":
        return Header(_text(file, "class", faults), kind, zh, en, str(file.says.get("below", "")))
    domain, range_ = (tuple(str(file.says.get(key, "")).split()) for key in ("subject", "object"))
    return Header(_text(file, "predicate", faults), kind, zh, en, "", domain, range_)


def _text(file: RuleFile, key: str, faults: Faults) -> str:
    value = file.says.get(key)
    if isinstance(value, str) and value:
        return value
    faults.add(file.at(key), f"no {key}", f'Write {key} = "…".')
    return ""


def load_rules(folders: Sequence[Path] = ()) -> Rules:
    """The built-in rules and word lists with those of `folders` added; raises RuleError with all faults.

    A folder holds `rules/` and `lexicon/` as the package does, or entities/, relations/, parts/, stances/.
    """
    faults = Faults()
    rules = _assemble(read_files(folders, faults), faults)
    if faults.found:
        raise RuleError("rules", f"{len(faults.found)} fault(s)", "\n  ".join(faults.found))
    return rules


def _assemble(written: Written, faults: Faults) -> Rules:
    words = {name: tuple(dict.fromkeys(row[0] for row in rows)) for name, rows in written.tables.items()}
    groups = _groups(written.tables)
    families = _families(written.files["entities"], faults)
    folds = {name: chr(FIRST_FOLD + i) for i, name in enumerate(families)}
    check_lists(written.lists, columns_of(written.tables[COLUMNS]), families, faults)
    return Rules(
        entities=tuple(_entity(file, words, faults) for file in written.files["entities"]),
        relations=tuple(_relation(file, families, groups, folds, faults) for file in written.files["relations"]),
        stances=tuple(_stance(file, groups, folds, faults) for file in written.files["stances"]),
        parts=tuple(written.files["parts"]),
        headers=tuple(
            _header(kind, file, faults)
            for kind, key in (("class", "entities"), ("property", "relations"))
            for file in written.files[key]
        ),
        words=MappingProxyType(words),
        tables=MappingProxyType(dict(written.tables)),
        groups=MappingProxyType(groups),
        folds=MappingProxyType(folds),
        families=MappingProxyType(families),
        digest=written.digest,
    )


def _groups(tables: Mapping[str, tuple[tuple[str, ...], ...]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in (*tables.get("verbs", ()), *tables.get("wordings", ())):
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
