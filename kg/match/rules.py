"""Rule files and word lists in, compiled rules out; whatever is not understood is refused, all faults at once."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from kg.errors import RuleError
from kg.model import Form, Stance

BUILT_IN = Path(__file__).parent.parent
GAP = "[^，。；：！？\n]"
LONG_GAP = "[^。！？\n]"
GAP_LENGTH, LONG_GAP_LENGTH = 28, 60
# Mention types are folded into private-use characters from here on: a pattern is then an ordinary regular expression.
FIRST_FOLD = 0xE000

SLOT = re.compile(r"\{([a-zA-Z]+)([?!]?)(?::([^{}]+))?\}")
WHOLE = "{object!}"
OPENS = re.compile(r"(?:\(\?<![^()]*\))*\{(?:verb|does):([^{}]+)\}")
# A verb that governs what follows, and no noun (的建设), purpose (以建设…为目标) or member of a list (建设、治理).
DOES, DONE = "(?<![的就])(?<![^得可予加难足]以)", "(?![的、])"
# Who acts, right before the verb: the subject, or the beginning of a clause that goes on about somebody.
WHO = (
    r"(?:(?<![被由经获])(?!(?<=代表){Place}){subject}(?:（[^（）]{0,20}）)?(?:个人|本人|同志)?(?:的(?:做法|经验|案例)|{verb?:案例})?(?:等[^，。；]{0,8}?)?[内里]?"
    r"|(?<![^，。；：！？、\n“])(?:[该这此][一-龥]{1,5}?|{verb?:该村})?)"
    r"(?:[于在]?(?:[12][0-9]{3}年|[今去前]年)(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?|[上下]半年|年?[底末初])?)?(?:{verb?:先后})*"
)
ALTERNATION = re.compile(r"\(\?:([^()]*\|[^()]*)\)")
WORD_LIST = re.compile(r"\{(\w+)\}")
MARK = re.compile(r"\{([A-Za-z]+)(?::([A-Za-z]+))?=([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of a rule file with its mentions marked in place: {subject=云岭县}推行{object=“四联”机制}。"""

    text: str
    marks: tuple[tuple[str, str, int, int], ...]  # role, type or "", start, end
    why: str = ""


@dataclass(frozen=True, slots=True)
class EntityRule:
    """How the names of one class are written."""

    path: str
    type: str
    heads: frozenset[str]
    forms: frozenset[Form]
    alone: frozenset[Form]  # forms that are things of the text also where no claim speaks of them
    never: frozenset[str]
    heads_own: frozenset[str]  # of both, those that stand in the file itself: an example must need each
    never_own: frozenset[str]
    listed: frozenset[str]  # A、B、C等企业: words that say of what class the members of the list before them are
    yes: tuple[Example, ...] = ()
    no: tuple[Example, ...] = ()
    todo: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """One wording: as written, compiled over folded text, and the word lists of which it needs a word."""

    text: str
    regex: re.Pattern[str]
    needs: tuple[str, ...]
    whole: bool = False  # the object is the whole of its noun phrase: 柑橘 in 柑橘基地 is not
    opens: str = ""  # the word list with which it begins, so that it need be tried at those words alone


@dataclass(frozen=True, slots=True)
class RelationRule:
    """The ways in which papers say one relation."""

    path: str
    predicate: str
    name: str
    subject: frozenset[str]
    object: frozenset[str]
    agents: Mapping[str, frozenset[str]]
    values: Mapping[str, str]  # literal qualifiers: name → regular expression
    patterns: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    yes: tuple[Example, ...] = ()
    no: tuple[Example, ...] = ()
    todo: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class StanceRule:
    """The words by which a sentence says that a thing is planned, denied or hearsay."""

    path: str
    stance: Stance
    headings: tuple[Pattern, ...]  # a heading after which everything is so
    openings: tuple[Pattern, ...]  # the first words of a paragraph that opens such a part without a heading
    until: tuple[Pattern, ...]  # a heading that ends it
    onward: tuple[Pattern, ...]  # a sentence after which the rest of the paragraph is so, and the list after it
    patterns: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    yes: tuple[Example, ...] = ()
    no: tuple[Example, ...] = ()
    todo: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Header:
    """The term that a rule file declares for the ontology."""

    name: str
    kind: str  # "class" or "property"
    zh: str
    en: str
    below: str = ""
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules and word lists of a build, and the hash of their bytes."""

    entities: tuple[EntityRule, ...]
    relations: tuple[RelationRule, ...]
    stances: tuple[StanceRule, ...]
    parts: tuple[tuple[str, Mapping[str, object]], ...]  # path and content: match/parts.py knows the keys
    headers: tuple[Header, ...]
    words: Mapping[str, tuple[str, ...]]
    tables: Mapping[str, tuple[tuple[str, ...], ...]]
    groups: Mapping[str, tuple[str, ...]]  # verb groups, named by their commonest word
    folds: Mapping[str, str]  # mention type → private-use character
    families: Mapping[str, frozenset[str]]  # a type with all types below it
    digest: str = field(default="")


FAMILIES: Mapping[str, str] = MappingProxyType(
    {
        "Place": "Place Province Prefecture County Township Village Community Region",
        "Organization": "Organization PartyOrganization GovernmentBody Enterprise Association Institution Team",
        "Person": "Person",
        "Facility": "Facility",
        "Program": "Program Project",
        "Mechanism": "Mechanism Guideline",
        "Honor": "Honor",
        "Industry": "Industry",
        "Event": "Event",
    }
)
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


def compile_pattern(
    text: str, slots: Mapping[str, str], groups: Mapping[str, Sequence[str]], folds: Mapping[str, str]
) -> Pattern:
    """Compile one wording over folded text: `slots` gives each slot's regular expression.

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
            words = "(?:" + "|".join(sorted(map(re.escape, groups[group]), key=lambda w: (-len(w), w))) + ")"
            return f"{DOES}{words}{DONE}" if name == "does" else words
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
    try:
        opens = OPENS.match(text)
        return Pattern(text, re.compile(body), tuple(needs), WHOLE in text, opens[1] if opens else "")
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from None


def read_table(path: Path) -> tuple[tuple[str, ...], ...]:
    """The rows of a word list: one name a line, columns parted by tabs, `#` lines are remarks."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


class _Faults:
    """Collects the faults of all files, so that they are reported together."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def add(self, path: str, what: str, remedy: str = "") -> None:
        self.found.append(f"{path}: {what}" + (f"\n  {remedy}" if remedy else ""))


def _examples(path: str, raw: Mapping[str, object], key: str, faults: _Faults) -> tuple[Example, ...]:
    entries = raw.get(key, [])
    if not isinstance(entries, list):
        faults.add(path, f"'{key}' must be a list")
        return ()
    found = []
    for entry in entries:
        if isinstance(entry, str) and key == "yes":
            found.append(parse_example(entry))
        elif isinstance(entry, dict) and set(entry) == {"text", "why"}:
            found.append(parse_example(str(entry["text"]), str(entry["why"])))
        else:
            shape = "a sentence" if key == "yes" else '{ text = "…", why = "…" }'
            faults.add(path, f"an example under '{key}' is not {shape}: {entry}")
    if key == "yes" and not found:
        faults.add(path, "no example under 'yes'", "Write a sentence in which the rule must speak.")
    if key == "no" and not found:
        faults.add(path, "no example under 'no'", 'Write { text = "…", why = "…" } in which it must be silent.')
    return tuple(found)


def _unknown(path: str, raw: Mapping[str, object], keys: Iterable[str], faults: _Faults) -> None:
    for key in sorted(set(raw) - set(keys)):
        faults.add(path, f"unknown key '{key}'", f"Such a file may say: {', '.join(sorted(keys))}.")


def _words(
    path: str, raw: Mapping[str, object], key: str, lists: Mapping[str, tuple[str, ...]], faults: _Faults
) -> list[str]:
    """A list of words; an entry such as "{facility_heads}" stands for a whole word list of the lexicon."""
    found: list[str] = []
    entries = raw.get(key, [])
    if not isinstance(entries, list) or not all(isinstance(e, str) for e in entries):
        faults.add(path, f"'{key}' must be a list of words")
        return []
    for entry in entries:
        named = WORD_LIST.fullmatch(entry)
        if named:
            name = named[1]
            if name in lists:
                found += lists[name]
            else:
                faults.add(path, f"no word list lexicon/{name}.tsv", "Make the file, or name one that stands there.")
        else:
            found.append(entry)
    return found


def _label(path: str, raw: Mapping[str, object], faults: _Faults) -> tuple[str, str]:
    label = raw.get("label")
    if isinstance(label, dict) and set(label) == {"zh", "en"}:
        return str(label["zh"]), str(label["en"])
    faults.add(path, "no label", 'Write label = { zh = "…", en = "…" }.')
    return "", ""


def _types(path: str, text: object, families: Mapping[str, frozenset[str]], faults: _Faults) -> frozenset[str]:
    found: set[str] = set()
    for name in str(text).split():
        if name in families:
            found |= families[name]
        else:
            faults.add(path, f"unknown class '{name}'", f"Classes are {', '.join(sorted(families))}.")
    return frozenset(found)


def _entity(path: str, raw: Mapping[str, object], lists: Mapping[str, tuple[str, ...]], faults: _Faults) -> EntityRule:
    _unknown(path, raw, ENTITY_KEYS, faults)
    forms: dict[str, frozenset[Form]] = {}
    for key in ("forms", "alone"):
        names = _words(path, raw, key, {}, faults)
        for name in names:
            if name not in set(Form):
                faults.add(path, f"'{key}' has no form '{name}'", f"Forms are {', '.join(Form)}.")
        forms[key] = frozenset(Form(n) for n in names if n in set(Form))
    examples = {key: _examples(path, raw, key, faults) for key in ("yes", "no", "todo")}
    heads, never = (_words(path, raw, key, lists, faults) for key in ("heads", "never"))
    return EntityRule(
        path,
        str(raw.get("class", "")),
        frozenset(heads),
        forms["forms"],
        forms["alone"],
        frozenset(never),
        _own(raw, "heads", heads),
        _own(raw, "never", never),
        frozenset(_words(path, raw, "listed", lists, faults)),
        **examples,
    )


def _own(raw: Mapping[str, object], key: str, words: Iterable[str]) -> frozenset[str]:
    """Of the words of a list, those that stand in the rule file itself."""
    written = raw.get(key, [])
    return frozenset(word for word in words if isinstance(written, list) and word in written)


def _patterns(
    path: str, raw: Mapping[str, object], key: str, slots: Mapping[str, str],
    groups: Mapping[str, tuple[str, ...]], folds: Mapping[str, str], faults: _Faults,
) -> tuple[Pattern, ...]:  # fmt: skip
    found = []
    for text in _words(path, raw, key, {}, faults):
        try:
            found.append(compile_pattern(text, slots, groups, folds))
        except ValueError as error:
            faults.add(path, f"{key}: '{text}': {error}")
    return tuple(found)


def _relation(
    path: str, raw: Mapping[str, object], families: Mapping[str, frozenset[str]],
    groups: Mapping[str, tuple[str, ...]], folds: Mapping[str, str], faults: _Faults,
) -> RelationRule:  # fmt: skip
    _unknown(path, raw, RELATION_KEYS, faults)
    subject = _types(path, raw.get("subject", ""), families, faults)
    object_ = _types(path, raw.get("object", ""), families, faults)
    named = raw.get("agents", {})
    agents = {str(k): _types(path, v, families, faults) for k, v in named.items()} if isinstance(named, dict) else {}
    literal = raw.get("values", {})
    values = {str(k): str(v) for k, v in literal.items()} if isinstance(literal, dict) else {}
    slots = _slots(subject, object_, agents, values, folds)
    return RelationRule(
        path,
        str(raw.get("predicate", "")),
        Path(path).stem,
        subject,
        object_,
        MappingProxyType(agents),
        MappingProxyType(values),
        _patterns(path, raw, "patterns", slots, groups, folds, faults),
        _patterns(path, raw, "unless", slots, groups, folds, faults),
        *(_examples(path, raw, key, faults) for key in ("yes", "no", "todo")),
    )


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
    path: str, raw: Mapping[str, object], groups: Mapping[str, tuple[str, ...]], folds: Mapping[str, str],
    faults: _Faults,
) -> StanceRule:  # fmt: skip
    _unknown(path, raw, STANCE_KEYS, faults)
    name = str(raw.get("stance", ""))
    if name not in set(Stance):
        faults.add(path, f"unknown stance '{name}'", f"Stances are {', '.join(Stance)}.")
    return StanceRule(
        path,
        Stance(name) if name in set(Stance) else Stance.STATED,
        _patterns(path, raw, "headings", {}, groups, folds, faults),
        _patterns(path, raw, "openings", {}, groups, folds, faults),
        _patterns(path, raw, "until", {}, groups, folds, faults),
        _patterns(path, raw, "onward", {}, groups, folds, faults),
        _patterns(path, raw, "patterns", {}, groups, folds, faults),
        _patterns(path, raw, "unless", {}, groups, folds, faults),
        *(_examples(path, raw, key, faults) for key in ("yes", "no", "todo")),
    )


def _header(kind: str, raw: Mapping[str, object], faults: _Faults, path: str) -> Header:
    zh, en = _label(path, raw, faults)
    if kind == "class":
        return Header(str(raw.get("class", "")), kind, zh, en, str(raw.get("below", "")))
    domain, range_ = (tuple(str(raw.get(key, "")).split()) for key in ("subject", "object"))
    return Header(str(raw.get("predicate", "")), kind, zh, en, "", domain, range_)


def load_rules(folders: Sequence[Path] = ()) -> Rules:
    """The built-in rules and word lists with those of `folders` added; raises RuleError with all faults.

    A folder holds `rules/` and `lexicon/` as the package does, or entities/, relations/, parts/, stances/.
    """
    faults = _Faults()
    roots = [(BUILT_IN / "rules", "kg/rules"), *((_rules_root(f), str(f)) for f in folders)]
    lexicons = [BUILT_IN / "lexicon", *(f / "lexicon" for f in folders)]
    hashed = hashlib.sha256()
    tables: dict[str, tuple[tuple[str, ...], ...]] = {}
    for folder in lexicons:
        for path in sorted(folder.glob("*.tsv")):
            hashed.update(path.name.encode() + b"\0" + path.read_bytes())
            # The division table is the gazetteer's, which reads it in a way of its own.
            if path.stem != "divisions":
                tables[path.stem] = tables.get(path.stem, ()) + read_table(path)
    kinds = ("entities", "relations", "parts", "stances")
    raws: dict[str, list[tuple[str, dict[str, object]]]] = {kind: [] for kind in kinds}
    for root, shown in roots:
        for kind in raws:
            for path in sorted((root / kind).glob("*.toml")):
                data = path.read_bytes()
                hashed.update(f"{kind}/{path.name}".encode() + b"\0" + data)
                try:
                    raws[kind].append((f"{shown}/{kind}/{path.name}", tomllib.loads(data.decode("utf-8"))))
                except ValueError as error:
                    faults.add(f"{shown}/{kind}/{path.name}", f"is not TOML: {error}", "See https://toml.io.")
    rules = _assemble(tables, raws, hashed.hexdigest(), faults)
    if faults.found:
        raise RuleError("rules", f"{len(faults.found)} fault(s)", "\n  ".join(faults.found))
    return rules


def _rules_root(folder: Path) -> Path:
    return folder / "rules" if (folder / "rules").is_dir() else folder


def _assemble(
    tables: Mapping[str, tuple[tuple[str, ...], ...]], raws: Mapping[str, list[tuple[str, dict[str, object]]]],
    digest: str, faults: _Faults,
) -> Rules:  # fmt: skip
    words = {name: tuple(dict.fromkeys(row[0] for row in rows)) for name, rows in tables.items()}
    grouped: dict[str, list[str]] = {}
    for row in (*tables.get("verbs", ()), *tables.get("wordings", ())):
        for group in row[1].split(" ") if len(row) > 1 else ():
            grouped.setdefault(group, []).append(row[0])
    groups = {name: tuple(found) for name, found in grouped.items()}
    below: dict[str, set[str]] = {name: set(members.split()) for name, members in FAMILIES.items()}
    for path, raw in raws["entities"]:
        parent = str(raw.get("below", ""))
        if parent:
            if parent not in below:
                faults.add(path, f"unknown superclass '{parent}'", f"Classes are {', '.join(sorted(below))}.")
            below.setdefault(parent, set()).add(str(raw.get("class", "")))
    types = sorted(set().union(*below.values()) | {str(raw.get("class", "")) for _, raw in raws["entities"]} - {""})
    families = {t: frozenset(below.get(t, set()) | {t}) for t in types}
    folds = {name: chr(FIRST_FOLD + i) for i, name in enumerate(types)}
    return Rules(
        entities=tuple(_entity(path, raw, words, faults) for path, raw in raws["entities"]),
        relations=tuple(_relation(path, raw, families, groups, folds, faults) for path, raw in raws["relations"]),
        stances=tuple(_stance(path, raw, groups, folds, faults) for path, raw in raws["stances"]),
        parts=tuple(raws["parts"]),
        headers=tuple(
            _header(kind, raw, faults, path)
            for kind, key in (("class", "entities"), ("property", "relations"))
            for path, raw in raws[key]
        ),
        words=MappingProxyType(words),
        tables=MappingProxyType(dict(tables)),
        groups=MappingProxyType(groups),
        folds=MappingProxyType(folds),
        families=MappingProxyType(families),
        digest=digest,
    )
