"""The ontology and a graph in, a page out on which both languages stand side by side, with an example of each term."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from jinja2 import Environment, StrictUndefined

from kg.graph.query.queries import NamedQuery, named_queries
from kg.graph.store import Graph
from kg.graph.write.formats import short, subject_blocks
from kg.graph.write.vocabulary import (
    JC,
    OA,
    OWL,
    PREFIXES,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    Vocabulary,
    core,
    ontology_folder,
    tagged,
)  # fmt: skip

# The sections of the page, in order.
SECTIONS = (
    ("model", "图谱怎么写成", "How a graph is written"),
    ("classes", "类", "Classes"),
    ("properties", "属性", "Properties"),
    ("individuals", "取值与单位", "Values and units"),
    ("others", "用到的其他词汇", "Terms of other vocabularies"),
    ("questions", "现成的问题", "Questions already written"),
)
# What is told of a term besides its label and definition.
TOLD = {
    f"{RDFS}subClassOf": "属于 below",
    f"{RDFS}subPropertyOf": "属于 below",
    f"{RDFS}seeAlso": "参见 see also",
    f"{SCHEMA}domainIncludes": "用于 used of",
    f"{SCHEMA}rangeIncludes": "指向 leads to",
    f"{SKOS}exactMatch": "即 the same as",
    f"{SKOS}notation": "写作 written",
    f"{JC}siNumerator": "换算 factor",
    f"{JC}siDenominator": "除以 over",
    f"{JC}siUnit": "换算为 SI unit",
}
# What only the ontology itself speaks of.
OF_UNITS = {"qudt": "http://qudt.org/schema/qudt/", "unit": "http://qudt.org/vocab/unit/"}
NAMESPACES = {namespace: f"{prefix}:" for prefix, namespace in {**PREFIXES, **OF_UNITS}.items()}

# A passage may be a whole article: so many characters of it are shown, and so many statements looked through.
LONGEST, TRIED = 80, 400
WRITTEN = frozenset({f"<{JC}Document>", f"<{JC}Article>"})

Statement = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Example:
    """A statement of the graph as Turtle, and the words of the text that say it; or both made up."""

    turtle: str
    quote: str
    made_up: bool = False


class Examples:
    """What a graph has to show for each term."""

    def __init__(self, graph: Graph) -> None:
        self._base = graph.base
        self._by_class: dict[str, Statement] = {}
        self._by_property: dict[str, list[Statement]] = defaultdict(list)
        self._by_value: dict[str, list[Statement]] = defaultdict(list)
        self._written: set[str] = set()
        self._exact: dict[str, str] = {}
        self._from: dict[str, list[str]] = defaultdict(list)
        self._labels: dict[str, str] = {}
        facts: dict[str, dict[str, str]] = defaultdict(dict)
        for line in graph.lines:
            subject, predicate, rest = line.split(" ", 2)
            one = (subject, predicate, rest[: rest.rindex(" .")])
            self._take(one)
            if predicate[1:-1] in {f"{RDF}subject", f"{RDF}predicate", f"{RDF}object"}:
                facts[subject][predicate] = one[2]
        self._told = facts
        self._facts = {tuple(told[f"<{RDF}{n}>"] for n in ("subject", "predicate", "object")): fact
                       for fact, told in sorted(facts.items(), reverse=True) if len(told) == 3}  # fmt: skip

    def _take(self, one: Statement) -> None:
        subject, predicate, thing = one
        if predicate == f"<{RDF}type>":
            self._by_class.setdefault(thing, one)
            if thing in WRITTEN:
                self._written.add(subject)
        elif predicate == f"<{OA}exact>":
            self._exact[subject] = thing
        elif predicate == f"<{PROV}wasDerivedFrom>":
            self._from[subject].append(thing)
        elif predicate == f"<{RDFS}label>":
            self._labels.setdefault(subject, thing)
        for kept in (self._by_property[predicate], self._by_value[thing]):
            if len(kept) < TRIED:
                kept.append(one)

    def of(self, term: str, kind: str) -> Example | None:
        """An example of a class, a property or a value; nothing if the graph has none."""
        if kind == "classes":
            found = self._by_class.get(term)
        else:
            kept = self._by_value if kind == "individuals" else self._by_property
            found = min(kept.get(term, ()), key=self._doubt, default=None)
        if found is None:
            return None
        subject, _, _ = found
        lines = [found]
        if kind == "classes" and subject in self._labels:
            lines.append((subject, f"<{RDFS}label>", self._labels[subject]))
        prefixes = {"id": self._base, **PREFIXES}
        turtle = "".join(subject_blocks((f"{s} {p} {o} .\n" for s, p, o in lines), prefixes)).strip()
        return Example(turtle, self._quote(found))

    def _doubt(self, one: Statement) -> tuple[bool, bool]:
        """What speaks against an example: that it is of a whole text, or that no words quoted name its object."""
        words = self._object(one)
        return one[0] in self._written, not any(words in quote for quote in self._quotes(one))

    def _object(self, one: Statement) -> str:
        """What the words quoted should name: of what stands on a fact, the object of the fact."""
        subject, _, thing = one
        named = self._told.get(subject, {}).get(f"<{RDF}object>", thing)
        return _words(self._labels.get(named, named))

    def _quotes(self, one: Statement) -> Iterator[str]:
        """The words of the passages from which a statement, or else its subject, was derived."""
        for node in (self._facts.get(one), one[0]):
            for passage in self._from.get(node or "", ()):
                yield _words(self._exact.get(passage, '""')).replace("\\n", "").replace("\\\\", "\\")

    def _quote(self, one: Statement) -> str:
        """The words that name the object, if any do; cut where they are long."""
        words = self._object(one)
        quotes = list(self._quotes(one))
        quote = next((quote for quote in quotes if words in quote), quotes[0] if quotes else "")
        return quote if len(quote) <= LONGEST else f"{quote[:LONGEST]}……"


def _words(literal: str) -> str:
    """What stands between the quotation marks of a literal; of another term, the term."""
    return literal[1 : literal.rindex('"')].replace('\\"', '"') if literal.startswith('"') else literal


@cache
def made_up() -> Mapping[str, Example]:
    """The examples of what a graph may well have none of, by term."""
    told = tomllib.loads((ontology_folder() / "examples.toml").read_text("utf-8"))
    return MappingProxyType({term: Example(one["turtle"].strip(), one["quote"], True) for term, one in told.items()})


def ontology_page(vocabulary: Vocabulary, graph: Graph) -> str:
    """The page of the ontology, with examples from a graph."""
    told = _told(vocabulary)
    examples = Examples(graph)
    ours = {term for term in told if term.startswith(f"<{JC}")}
    groups: dict[str, list[object]] = {name: [] for name, _, _ in SECTIONS}
    for term, said in told.items():
        kind = _kind(term, said)
        if kind:
            groups[kind].append(_term(term, said, kind, ours, examples))
    about = told[f"<{JC[:-1]}>"]
    template = (ontology_folder() / "page.html.jinja").read_text("utf-8")
    model = tomllib.loads((ontology_folder() / "model.toml").read_text("utf-8"))["model"]
    return (
        Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, keep_trailing_newline=True)
        .from_string(template)
        .render(
            title=_both(about["http://purl.org/dc/terms/title"]),
            about=_both(about["http://purl.org/dc/terms/description"]),
            sections=SECTIONS,
            prefixes=[("id", graph.base), *PREFIXES.items(), *OF_UNITS.items()],
            model=[{**one, "pattern": one["pattern"].strip()} for one in model],
            groups=groups,
            questions=[_question(one) for one in named_queries().values()],
        )
    )


def _told(vocabulary: Vocabulary) -> dict[str, dict[str, list[str]]]:
    """Everything said of each term, in the order of core.ttl and then of the rule files."""
    found: dict[str, dict[str, list[str]]] = {}
    added = (tuple(line[: line.rindex(" .")].split(" ", 2)) for line in vocabulary.lines)
    for s, p, o in (*core(), *added):
        values = found.setdefault(s, {}).setdefault(p[1:-1], [])
        if tagged(o) not in values:
            values.append(tagged(o))
    return found


def _kind(term: str, said: Mapping[str, list[str]]) -> str:
    types = said.get(f"{RDF}type", [])
    if f"<{OWL}Class>" in types:
        return "classes"
    if any(kind.startswith(f"<{OWL}") and kind.endswith("Property>") for kind in types):
        return "properties"
    if term.startswith(f"<{JC}") and types:
        return "individuals"
    return "others" if f"{SKOS}scopeNote" in said else ""


def _term(
    term: str, said: Mapping[str, list[str]], kind: str, ours: Iterable[str], examples: Examples
) -> dict[str, object]:
    label = _both(said.get(f"{RDFS}label", []))
    shown = [*TOLD.items()]
    # A value says of which class it is.
    rows = [("类 class", [_link(o, ours) for o in said[f"{RDF}type"]])] if kind == "individuals" else []
    rows += [(what, [_link(o, ours) for o in said[predicate]]) for predicate, what in shown if predicate in said]
    name = short(term, NAMESPACES)
    is_unit = f"<{JC}Unit>" in said.get(f"{RDF}type", [])
    found = examples.of(f'"{said[f"{SKOS}notation"][0].strip(chr(34))}"' if is_unit else term, kind)
    return {
        "id": _id(term), "name": name, "zh": label["zh"], "en": label["en"],
        "said": _both(said.get(f"{SKOS}definition") or said.get(f"{SKOS}scopeNote", [])),
        "rows": rows, "example": found or made_up().get(name, ""),
    }  # fmt: skip


def _link(term: str, ours: Iterable[str]) -> dict[str, str]:
    name = term.strip('"') if term[0] == '"' and "^^" not in term else short(term, NAMESPACES)
    return {"id": _id(term) if term in ours else "", "name": name}


def _id(term: str) -> str:
    return short(term, NAMESPACES).replace(":", "-")


def _both(texts: Iterable[str]) -> dict[str, str]:
    """Words in both languages, by language."""
    said = {text.rpartition("@")[2]: text[1 : text.rindex('"')].replace('\\"', '"') for text in texts}
    return {"zh": said.get("zh-Hans", ""), "en": said.get("en", "")}


def _question(one: NamedQuery) -> dict[str, object]:
    return {"name": one.name, "needs": one.needs, "question_zh": one.question_zh, "question_en": one.question_en,
            "sparql": one.sparql.strip()}  # fmt: skip
