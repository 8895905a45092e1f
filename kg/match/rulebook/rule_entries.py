"""The entries of a rule file in, what each of them says out; faults are noted, so that all are told at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kg.match.rulebook.faults import Faults, RuleFile
from kg.match.rulebook.rule_types import Example

WORD_LIST = re.compile(r"\{(\w+)\}")
MARK = re.compile(r"\{([A-Za-z]+)(?::([A-Za-z]+))?=([^{}]*)\}")


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


def examples_of(file: RuleFile, key: str, faults: Faults) -> tuple[Example, ...]:
    """The marked sentences under a key."""
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


def note_unknown(file: RuleFile, keys: Iterable[str], faults: Faults) -> None:
    """Every key that such a file may not say is a fault."""
    for key in sorted(set(file.says) - set(keys)):
        faults.add(file.at(key), f"unknown key '{key}'", f"Such a file may say: {', '.join(sorted(keys))}.")


def words_of(file: RuleFile, key: str, lists: Mapping[str, tuple[str, ...]], faults: Faults) -> list[str]:
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


def label_of(file: RuleFile, faults: Faults) -> tuple[str, str]:
    """What the term is called in Chinese and in English."""
    label = file.says.get("label")
    if isinstance(label, dict) and set(label) == {"zh", "en"}:
        return str(label["zh"]), str(label["en"])
    faults.add(file.at("label"), "no label", 'Write label = { zh = "…", en = "…" }.')
    return "", ""


def types_of(file: RuleFile, text: object, families: Mapping[str, frozenset[str]], faults: Faults) -> frozenset[str]:
    """The classes that an entry names, each with all below it."""
    found: set[str] = set()
    for name in str(text).split():
        if name in families:
            found |= families[name]
        else:
            faults.add(file.at(name), f"unknown class '{name}'", f"Classes are {', '.join(sorted(families))}.")
    return frozenset(found)


def own_words(file: RuleFile, key: str, words: Iterable[str]) -> frozenset[str]:
    """Of the words of a list, those that stand in the rule file itself."""
    written = file.says.get(key, [])
    return frozenset(word for word in words if isinstance(written, list) and word in written)


def table_of(file: RuleFile, key: str, faults: Faults) -> dict[str, str]:
    """The names under a key with the words that stand for each."""
    found = file.says.get(key, {})
    if isinstance(found, dict) and all(isinstance(value, str) for value in found.values()):
        return {str(name): value for name, value in found.items()}
    faults.add(file.at(key), f"'{key}' must be a table of words", f'Write {key} = {{ name = "…" }}.')
    return {}


def text_of(file: RuleFile, key: str, faults: Faults) -> str:
    """The one word under a key that must be there."""
    value = file.says.get(key)
    if isinstance(value, str) and value:
        return value
    faults.add(file.at(key), f"no {key}", f'Write {key} = "…".')
    return ""
