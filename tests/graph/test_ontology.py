"""The page of the ontology names every term in both languages, and is made from the files that the build uses."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, parse

from kg.graph.ontology import made_up, ontology_page
from kg.graph.query.queries import named_queries
from kg.graph.store import Graph
from kg.graph.write.lines import escaped
from kg.graph.write.vocabulary import BASE, JC, PREFIXES, RDF, RDFS, Vocabulary, core, tagged
from kg.pipeline import Tools
from tests.command import ROOT, kg

if TYPE_CHECKING:
    from kg.corpus import Corpus

EXAMPLE = re.compile(r'<figure class="(?:example|made-up)".*?</figure>|<p class="none">.*?</p>', re.DOTALL)
TURTLE = re.compile(r'<figure class="example"[^>]*><pre>(.*?)</pre>', re.DOTALL)

OF_RULES = frozenset({f"{JC}rule", f"{JC}rulesHash"})


@pytest.fixture(scope="module")
def page(lines: list[str], vocabulary: Vocabulary) -> str:
    return ontology_page(vocabulary, Graph.from_lines(lines))


def stale(shown: str, made: str, said: set[str]) -> str:
    """What of a page does not fit any more: its terms, or an example that the texts no longer have."""
    if EXAMPLE.sub("", shown) != EXAMPLE.sub("", made):
        return "terms"
    prefixes = "".join(f"@prefix {p}: <{n}> .\n" for p, n in {"id": BASE, **PREFIXES}.items())
    examples: list[str] = TURTLE.findall(shown)
    for turtle in examples:
        for one in parse(prefixes + html.unescape(turtle), format=RdfFormat.TURTLE):
            # Which rule found it changes with every rule file; what the texts say does not.
            if (
                one.predicate.value not in OF_RULES
                and f"{one.subject} {one.predicate} {tagged(str(one.object))} .\n" not in said
            ):
                return turtle
    return ""


def test_the_page_in_docs_is_made_of_the_files_of_today(seeds: Corpus, tools: Tools) -> None:
    shown = (ROOT / "docs" / "ontology.html").read_text("utf-8")
    made = ontology_page(tools.vocabulary, Graph.from_lines(seeds.lines))
    assert len(TURTLE.findall(shown)) > 60
    assert not stale(shown, made, set(seeds.lines)), "docs/ontology.html is stale: make docs"


def test_a_stale_page_is_noticed(page: str, lines: list[str]) -> None:
    assert not stale(page, page, set(lines))
    assert stale(page.replace("有名称的地方", "地方"), page, set(lines)) == "terms"
    assert "云岭县" in stale(page, page, {line for line in lines if "云岭县> " not in line})


def test_every_term_stands_there_in_both_languages(page: str) -> None:
    text = html.unescape(page)
    terms = {s for s, p, _ in core() if s.startswith(f"<{JC}") and p == f"<{RDF}type>"}
    assert len(terms) > 90
    for term in terms:
        assert f'id="jc-{term[1 + len(JC) : -1]}"' in page
    for _, predicate, words in core():
        if predicate.endswith(("#label", "#definition", "#scopeNote")):
            assert words[1 : words.rindex('"')].replace('\\"', '"') in text


def test_an_example_shows_the_statement_and_the_words_of_the_text(page: str) -> None:
    section = html.unescape(page[page.index('id="jc-adopts"') :].split("</section>")[0])
    assert "id:云岭县 jc:adopts id:云岭县-机制-三联 ." in section and '推行"三联"机制' in section
    assert "（种子文本）中没有" in page[page.index('id="jc-page"') :].split("</section>")[0]


def test_a_made_up_example_is_marked_and_uses_its_term(page: str, vocabulary: Vocabulary) -> None:
    prefixes = "".join(f"@prefix {p}: <{n}> .\n" for p, n in {"id": BASE, **PREFIXES}.items())
    for term, one in made_up().items():
        said = list(parse(prefixes + one.turtle, format=RdfFormat.TURTLE))
        full = PREFIXES[term.partition(":")[0]] + term.partition(":")[2]
        assert any(full in str(statement) for statement in said) and one.quote
    bare = ontology_page(vocabulary, Graph.from_lines([]))
    assert bare.count("自拟的例子") == len(made_up())
    assert "自拟的例子" not in page[page.index('id="jc-speaker"') :].split("</section>")[0]


def test_an_example_is_quoted_with_the_words_that_name_its_object(page: str) -> None:
    hidden = page[page.index('id="skos-hiddenLabel"') :].split("</section>")[0]
    assert '<blockquote lang="zh-Hans">云龄</blockquote>' in hidden
    quotes = re.findall("<blockquote[^>]*>(.*?)</blockquote>", page)
    assert quotes and max(len(html.unescape(quote)) for quote in quotes) <= 82


def test_every_question_stands_there_with_its_query(page: str) -> None:
    text = html.unescape(page)
    for name, query in named_queries().items():
        assert f'id="q-{name}"' in page and query.question_zh in text and query.question_en in text
        assert query.text.strip().splitlines()[-1] in text


def test_terms_of_rule_files_are_there_too(lines: list[str], vocabulary: Vocabulary) -> None:
    rents = f"<{JC}rents>"
    more = (
        f"{rents} <{RDF}type> <http://www.w3.org/2002/07/owl#ObjectProperty> .\n",
        f'{rents} <{RDFS}label> "租用"@zh-Hans .\n',
    )
    joined = Vocabulary((*vocabulary.lines, *more), vocabulary.above, vocabulary.texts)
    assert 'id="jc-rents"' in ontology_page(joined, Graph.from_lines(lines))


def test_hostile_names_are_inert_and_nothing_is_loaded(vocabulary: Vocabulary) -> None:
    bad = escaped("<script>alert(1)</script>")
    node = f"<{BASE}a>"
    said = [f'{node} <{RDFS}label> "{bad}"@zh-Hans .\n', f"{node} <{RDF}type> <{JC}County> .\n"]
    page = ontology_page(vocabulary, Graph.from_lines(said))
    assert "<script" not in page and "&lt;script&gt;alert(1)" in page
    assert not re.search(r'(?:src|href)="(?!#)', page)


@pytest.mark.slow
def test_the_command_writes_the_page(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("南漳县推行“四步议事”机制。", "utf-8")
    assert kg("build", tmp_path / "a.txt", "-o", tmp_path / "out").returncode == 0
    done = kg("ontology", tmp_path / "out")
    assert done.returncode == 0 and done.stdout.decode().strip() == str(tmp_path / "out" / "ontology.html")
    assert "id:南漳县 jc:adopts id:南漳县-机制-四步议事 ." in (tmp_path / "out" / "ontology.html").read_text("utf-8")
