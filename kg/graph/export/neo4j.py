"""A store in, the files that neo4j-admin imports out: nodes and relationships as CSV, and its command."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pyoxigraph import Store

from kg.graph.export.tables import EVIDENCE, Read, Table, tables, written
from kg.graph.write.vocabulary import JC, RDF

COMMAND = """\
#!/bin/sh
cd "$(dirname "$0")" || exit
neo4j-admin database import full \\
  --multiline-fields=true \\
  --nodes=nodes.csv --nodes=observations.csv --nodes=parts.csv \\
  --relationships=relationships.csv \\
  neo4j
"""
# What a column is for an import; all others are text.
KINDS = {
    "id": "id:ID", "start": "start:long", "end": "end:long", "position": "position:long",
    "stated_count": "stated_count:long", "listed_count": "listed_count:long",
    "count_verified": "count_verified:boolean", "open_list": "open_list:boolean",
    "value": "value:double", "lower": "lower:double", "upper": "upper:double",
    "from_value": "from_value:double", "si_value": "si_value:double",
}  # fmt: skip


def neo4j_files(store: Store) -> Mapping[str, bytes]:
    """The files of an import folder."""
    found = {table.name: table for table in tables(store)}
    files = {
        "nodes.csv": _things(Read(store)),
        "observations.csv": _nodes(found["observations"], "Observation", {"subject", "subject_label"}),
        "parts.csv": _nodes(found["parts"], "Part", {"whole", "whole_label"}),
        "relationships.csv": _relationships(found),
    }
    return {
        **{name: written(rows).encode("utf-8") for name, rows in files.items()},
        "import.sh": COMMAND.encode("utf-8"),
    }


def _things(read: Read) -> list[Sequence[str]]:
    """The entities, and the articles that speak of them, each with all its classes of ours."""
    rows: list[Sequence[str]] = [("id:ID", "label", "class", "aliases:string[]", "quotation", "document", ":LABEL")]
    for iri, about in sorted(read.network.nodes(data=True)):
        kinds = (kind.removeprefix(JC) for kind in read.told.table(f"{RDF}type").get(iri, ()) if kind.startswith(JC))
        aliases = ";".join(name.replace(";", "；") for name in about["names"].split("|") if name)
        words, document, *_ = read.evidence([iri])
        rows.append((iri, about["label"], about["class"], aliases, words, document, ";".join(sorted(kinds))))
    return rows


def _nodes(table: Table, label: str, without: set[str]) -> list[Sequence[str]]:
    """The rows of a table as nodes; what relates them is said by relationships."""
    kept = [i for i, name in enumerate(table.columns) if name not in without]
    header = [KINDS.get(table.columns[i], table.columns[i]) for i in kept] + [":LABEL"]
    return [header, *([row[i] for i in kept] + [label] for row in table.rows)]


def _relationships(found: Mapping[str, Table]) -> list[Sequence[str]]:
    rows: list[Sequence[str]] = [
        (":START_ID", ":END_ID", ":TYPE", "status", "period", *(KINDS.get(e, e) for e in EVIDENCE))
    ]
    for row in found["edges"].rows:
        one = dict(zip(found["edges"].columns, row, strict=True))
        rows.append(
            (one["source"], one["target"], one["relation"], one["status"], one["period"], *(one[e] for e in EVIDENCE))
        )
    for name, start, end, relation in (
        ("observations", "id", "subject", "observationOf"),
        ("parts", "whole", "id", "hasPart"),
    ):
        for row in found[name].rows:
            one = dict(zip(found[name].columns, row, strict=True))
            rows.append((one[start], one[end], relation, "", "", *(one[e] for e in EVIDENCE)))
    return rows
