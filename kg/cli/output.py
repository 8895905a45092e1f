"""A corpus in, the files of an output folder out: all of them, or none."""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version

from kg import __version__
from kg.corpus import Corpus
from kg.graph.export.dataset import dataset
from kg.graph.show.render import render
from kg.graph.store import Graph
from kg.graph.write.formats import turtle
from kg.graph.write.vocabulary import JC
from kg.pipeline import Tools

# What decides about bytes, besides the rules.
LIBRARIES = ("daachorse", "jieba", "jinja2", "networkx", "pyoxigraph", "pypinyin", "pyvis", "rdflib")
# What reads other formats, where it is installed.
READERS = ("pdfminer.six", "pdfplumber", "python-docx", "trafilatura")


def counts(corpus: Corpus) -> dict[str, object]:
    """How much of what a corpus holds: entities by class, and the nodes of its documents."""
    types = {(entity.iri, entity.type) for known in corpus.documents for entity in known.entities}
    by_class = Counter(kind for _, kind in types)
    nodes = Counter(line.rsplit(" ", 2)[1] for line in corpus.lines if "#type> " in line)
    return {
        "documents": len(corpus.texts),
        "entities": len({iri for iri, _ in types}),
        "entitiesByClass": dict(sorted(by_class.items(), key=lambda pair: (-pair[1], pair[0]))),
        "facts": nodes[f"<{JC}Fact>"],
        "observations": nodes[f"<{JC}Observation>"],
        "parts": nodes[f"<{JC}Part>"],
        "triples": len(corpus.lines),
        "rejected": sum(len(known.rejected) for known in corpus.documents),
        "repairs": sum(len(known.document.repairs) for known in corpus.documents),
    }


def manifest(corpus: Corpus, tools: Tools, files: Mapping[str, bytes]) -> dict[str, object]:
    """What went in, what came out, and which versions stood between; no clock."""
    return {
        "format": 1,
        "inputs": [
            {
                "name": known.document.source.name,
                "document": known.document.id,
                "sha256": known.document.source.digest,
                "encoding": known.document.source.encoding,
                "characters": len(known.document.source.text),
            }
            for known in corpus.documents
        ],
        "failed": [{"where": error.where, "what": error.what, "remedy": error.remedy} for error in corpus.failures],
        "counts": counts(corpus),
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())},
        "versions": {
            "kg": __version__,
            "python": ".".join(map(str, sys.version_info[:3])),
            **{name: version(name) for name in LIBRARIES},
            **{name: found for name in READERS if (found := _installed(name))},
        },
        "rulesHash": tools.rules.digest,
    }


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def rejected(corpus: Corpus) -> str:
    """The candidates that were left out, with the reason, as a table."""
    rows = [("document", "start", "end", "candidate", "rule", "reason")]
    for known in corpus.documents:
        for span, candidate, rule, reason in sorted(known.rejected):
            rows.append((known.document.source.name, str(span.start), str(span.end), candidate, rule, reason))
    return "".join("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in rows)


def outputs(corpus: Corpus, tools: Tools) -> dict[str, bytes]:
    """Every file of an output folder, the manifest last: where it stands, the others do."""
    graph = Graph.from_lines(corpus.lines)
    files = {
        "graph.nt": "".join(corpus.lines).encode("utf-8"),
        "graph.ttl": turtle(corpus.lines),
        "graph.html": render(graph.store, corpus.texts).encode("utf-8"),
        "rejected.tsv": rejected(corpus).encode("utf-8"),
    }
    files["dataset.ttl"] = dataset(corpus.lines, files, __version__, graph.base)
    told = json.dumps(manifest(corpus, tools, files), ensure_ascii=False, indent=2) + "\n"
    return {**files, "manifest.json": told.encode("utf-8")}
