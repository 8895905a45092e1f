"""Everything that the graph says leads back to the characters that say it."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, Store

from kg.corpus import Corpus, read_corpus
from kg.graph.store import query
from kg.pipeline import Tools
from tests.command import SEEDS
from tests.exchange import exchanged
from tests.reports import reports


@pytest.fixture(scope="module", params=["seeds", "exchanged", "reports", "endings"])
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
