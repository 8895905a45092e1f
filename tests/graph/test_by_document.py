"""Of a graph one can tell again what each of its documents says."""

from __future__ import annotations

from kg.corpus import Corpus
from kg.graph.write.by_document import by_document
from kg.model import Source
from kg.pipeline import Tools, lines, understand
from tests.reports import reports


def test_the_documents_of_a_graph_come_apart_as_they_went_in(seeds: Corpus, tools: Tools) -> None:
    sources = [Source(f"{i}.txt", text, f"{i + 1:016x}" * 4, "utf-8") for i, text in enumerate(reports(24))]
    known = [*seeds.documents, *(understand(source, tools) for source in sources)]
    said = {one.document.id: lines(one, tools) for one in known}
    assert len(said) == 26
    union = sorted({line for one in said.values() for line in one})
    assert len(union) < sum(map(len, said.values())), "no two of them share a statement"
    apart = by_document(union)
    assert list(apart) == sorted(said)
    for name, one in said.items():
        assert apart[name] == one, name


def test_a_spelling_stands_with_the_document_that_writes_it() -> None:
    a, b = "<a:doc-000000000000000a", "<a:doc-000000000000000b"
    spelt = '<a:云岭县> <http://www.w3.org/2004/02/skos/core#altLabel> "云岭"@zh-Hans .\n'
    said = [spelt]
    for document, words in ((a, "云 岭"), (b, "云岭县")):
        said.append(f"{document}> <a:a> <a:b> .\n")
        said.append(f'{document}-0-3> <http://www.w3.org/ns/oa#exact> "{words}" .\n')
        said.append(f"<a:云岭县> <http://www.w3.org/ns/prov#wasDerivedFrom> {document}-0-3> .\n")
    apart = by_document(sorted(said))
    assert spelt in apart["doc-000000000000000a"] and spelt not in apart["doc-000000000000000b"]


def test_what_leads_to_no_document_stands_with_all() -> None:
    documents = [f"<a:doc-000000000000000{sign}> <a:a> <a:b> .\n" for sign in "ab"]
    stray = "<a:x> <a:y> <a:z> .\n"
    assert all(stray in said for said in by_document([*documents, stray]).values())
