"""The named queries of ontology/queries in: their questions, what they need, and their text out."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kg.errors import QueryError
from kg.graph.write.vocabulary import BASE, PREFIXES, ontology_folder

HEADER = re.compile(r"^#\+ ([a-z-]+): *(.*?) *$", re.MULTILINE)
HEADLINE = re.compile(r"^#\+.*\n", re.MULTILINE)
EXPECTED = re.compile(r"((?:\w+=\S+ +)*)≥ *([0-9]+)(?:, with (.+))?")


@dataclass(frozen=True, slots=True)
class Expected:
    """What a query finds on the seeds: what is bound, how many rows at least, and words that one row has."""

    bound: Mapping[str, str]
    least: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question that somebody wrote the SPARQL of: `needs` names the labels that it must be given."""

    name: str
    question_zh: str
    question_en: str
    needs: tuple[str, ...]
    on_seeds: tuple[Expected, ...]
    text: str

    @property
    def sparql(self) -> str:
        """The query without its head, which says for us what whoever reads the question knows."""
        return HEADLINE.sub("", self.text)

    def bound(self, given: Collection[str]) -> str:
        """The SPARQL, if all that it needs is given and nothing else."""
        if set(given) != set(self.needs):
            needs = " ".join(f"{need}=…" for need in self.needs) or "nothing"
            if set(given) <= set(self.needs):
                remedy = "such as " + " ".join(f"--set {need}={words}" for need, words in self.example.items())
            else:
                remedy = "leave out " + ", ".join(sorted(set(given) - set(self.needs)))
            raise QueryError(f"query {self.name}", f"needs {needs}", remedy)
        return self.text

    @property
    def example(self) -> Mapping[str, str]:
        """What may be filled in, as the query itself is tried with."""
        return self.on_seeds[0].bound


def read_query(path: Path) -> NamedQuery:
    """A query file: SPARQL under a head of `#+ key: value` lines."""
    text = path.read_text("utf-8")
    head: dict[str, list[str]] = {}
    for key, said in HEADER.findall(text):
        head.setdefault(key, []).append(said)
    questions = [head.get(key, [""])[0] for key in ("question-zh", "question-en")]
    expected = [EXPECTED.fullmatch(said) for said in head.get("on-seeds", [])]
    if not all(questions) or not expected or not all(expected):
        raise QueryError(path.name, "has no full head", "write #+ question-zh:, #+ question-en: and #+ on-seeds: ≥ 1")
    on_seeds = tuple(
        Expected(
            MappingProxyType(dict(pair.split("=", 1) for pair in match[1].split())),
            int(match[2]),
            tuple(match[3].split(" | ")) if match[3] else (),
        )
        for match in expected
        if match
    )
    needs = tuple(" ".join(head.get("needs", [])).split())
    return NamedQuery(path.stem, questions[0], questions[1], needs, on_seeds, text)


@cache
def named_queries() -> Mapping[str, NamedQuery]:
    """All queries that we have, by name.

    >>> named_queries()["mechanism-parts"].question_zh
    '某项机制由什么组成？'
    """
    paths = sorted((ontology_folder() / "queries").glob("*.rq"))
    return MappingProxyType({path.stem: read_query(path) for path in paths})


def named_query(name: str) -> NamedQuery:
    """The query of that name; QueryError says which is meant, or which there are."""
    known = named_queries()
    if name not in known:
        meant = " or ".join(get_close_matches(name, known))
        remedy = f"is it {meant}?" if meant else "there are: " + ", ".join(known)
        raise QueryError(f"query {name}", "is not one of ours", remedy)
    return known[name]


def names_like(words: str, most: int = 6) -> str:
    """The SPARQL that finds the names and indicators that hold these words or are held by them, the likest first.

    >>> from kg.graph.store import Graph
    >>> graph = Graph([f'<{BASE}云岭县> <{PREFIXES["rdfs"]}label> "云岭县"@zh-Hans .'])
    >>> [row["name"] for row in graph.query(names_like("云岭"))]
    ['云岭县']
    """
    said = json.dumps(words, ensure_ascii=False)
    return f"""SELECT DISTINCT ?name {{
  ?thing rdfs:label|skos:altLabel|skos:hiddenLabel|jc:indicator ?name
  FILTER NOT EXISTS {{ ?thing a jc:Part }}
  FILTER (CONTAINS(STR(?name), {said}) || (STRLEN(?name) > 1 && CONTAINS({said}, STR(?name))))
}}
ORDER BY ABS(STRLEN(?name) - {len(words)}) ?name
LIMIT {most}"""


def standalone(sparql: str, bindings: Mapping[str, str] | None = None, base: str = BASE) -> str:
    """A query as every endpoint understands it: with the prefixes that it uses, and what its variables stand for.

    >>> print(standalone("SELECT ?名 { ?县 rdfs:label ?名 }", {"名": '云岭"县'}))
    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    SELECT ?名 { ?县 rdfs:label ?名 }
    VALUES (?名) { ("云岭\\"县"@zh-Hans) }
    """
    known = {"id": base, **PREFIXES}
    used = [name for name in known if re.search(rf"(?<![\w:]){name}:", sparql)]
    whole = "".join(f"PREFIX {name}: <{known[name]}>\n" for name in used) + sparql
    if not bindings:
        return whole
    names = " ".join(f"?{name}" for name in bindings)
    words = " ".join(f"{json.dumps(text, ensure_ascii=False)}@zh-Hans" for text in bindings.values())
    # SPARQL lets one say at its end what variables stand for.
    return f"{whole.rstrip()}\nVALUES ({names}) {{ ({words}) }}"
