"""Everything that the graph says leads back to the characters that say it."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from pyoxigraph import RdfFormat, Store

from kg.corpus import Corpus, read_corpus
from kg.graph.store import query
from kg.pipeline import Tools
from tests.command import SEEDS
from tests.exchange import exchanged
from tests.read.printed import column, in_columns, printed
from tests.read.reading import ARTICLES, broken
from tests.reports import reports


def write_printed(folder: Path, texts: list[str]) -> None:
    """Each text as a PDF file in two columns, a Word file, and a web page."""
    for number, text in enumerate(texts):
        title, *rest = [line for line in text.splitlines() if line]
        lines = column(rest, 20)
        pages = [in_columns(lines[start : start + 60], 2, width=200) for start in range(0, len(lines), 60)]
        (folder / f"{number}.pdf").write_bytes(printed([(80, 40, 24, title), *pages[0]], *pages[1:]))
        document = docx.Document()
        for line in (title, *rest):
            document.add_paragraph(line)
        document.save(str(folder / f"{number}.docx"))
        body = "".join(f"<p>{line}</p>" for line in rest)
        (folder / f"{number}.html").write_text(f"<html><body><h1>{title}</h1><div>{body}</div></body></html>", "utf-8")


@pytest.fixture(scope="module", params=["seeds", "exchanged", "reports", "endings", "broken", "printed"])
def corpus(request: pytest.FixtureRequest, tools: Tools, tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp(request.param)
    texts = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    if request.param == "exchanged":
        texts = [exchanged(text, 0) for text in texts]
    elif request.param == "reports":
        texts = reports(6)
    elif request.param == "endings":
        # Windows line ends, an astral character, a mark and full-width digits: places must not shift.
        texts = ["\U00020bb7\r\n" + text.replace("\n", "\r\n").replace("2", "２") for text in texts]
    elif request.param == "broken":
        texts = [broken(path.read_text("utf-8"), seed) for path in ARTICLES for seed in (1, 2)]
    elif request.param == "printed":
        write_printed(folder, [path.read_text("utf-8") for path in ARTICLES[:4]])
        return read_corpus([folder], tools)
    for number, text in enumerate(texts):
        data = text.encode("utf-8")
        (folder / f"{number}.txt").write_bytes(b"\xef\xbb\xbf" + data if request.param == "endings" else data)
    return read_corpus([folder], tools)


@pytest.fixture(scope="module")
def store(corpus: Corpus) -> Store:
    loaded = Store()
    loaded.load("".join(corpus.lines).encode("utf-8"), RdfFormat.N_TRIPLES)
    return loaded


def rows(store: Store, sparql: str) -> list[tuple[str, ...]]:
    return [tuple(str(value) for value in row.values()) for row in query(store, sparql)]


def test_every_passage_stands_in_its_source(corpus: Corpus, store: Store) -> None:
    where = "?p a jc:Passage ; dcterms:isPartOf ?document ; oa:start ?start ; oa:end ?end ; oa:exact ?exact"
    found = rows(store, f"SELECT ?document ?start ?end ?exact {{ {where} }}")
    assert len(found) == len(rows(store, "SELECT ?p { ?p a jc:Passage }")) > 20
    for document, start, end, exact in found:
        assert corpus.texts[document.rsplit("/", 1)[1]][int(start) : int(end)] == exact


def test_every_passage_of_a_page_has_its_number(corpus: Corpus, store: Store) -> None:
    paged = [known.document.source for known in corpus.documents if known.document.source.pages]
    asked = "SELECT ?document ?start ?page { ?p dcterms:isPartOf ?document ; oa:start ?start ; jc:page ?page }"
    found = {(document.rsplit("/", 1)[1], int(start)): int(page) for document, start, page in rows(store, asked)}
    assert bool(found) == bool(paged)
    for source in paged:
        pages = {page for (document, _), page in found.items() if document == source.id}
        assert pages == set(range(1, len(source.pages) + 1))
        assert all(
            source.pages[page - 1] <= place < (source.pages[page] if page < len(source.pages) else len(source.text))
            for (document, place), page in found.items()
            if document == source.id
        )


@pytest.mark.parametrize("kind", ["Fact", "Observation", "Part"])
def test_everything_said_has_a_passage(store: Store, kind: str) -> None:
    asked = f"SELECT ?x {{ ?x a jc:{kind} FILTER NOT EXISTS {{ ?x prov:wasDerivedFrom/a jc:Passage }} }}"
    assert not rows(store, asked)
    assert rows(store, f"SELECT ?x {{ ?x a jc:{kind} }}")


def test_every_entity_has_a_passage(corpus: Corpus, store: Store) -> None:
    asked = "SELECT DISTINCT ?x { ?x prov:wasDerivedFrom/a jc:Passage }"
    cited = {found[0].rsplit("/", 1)[1] for found in rows(store, asked)}
    entities = {entity.iri for known in corpus.documents for entity in known.entities}
    assert entities and not entities - cited
