"""A store in, GraphML and GEXF out, as Gephi and yEd open them: labels, scalar attributes, an id for each edge."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable
from typing import Any

import networkx as nx
from pyoxigraph import Store

from kg.graph.query.statements import local
from kg.graph.show.network import network
from kg.graph.write.vocabulary import term_labels

# What XML cannot hold at all.
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
# networkx dates what it writes, and the same graph must give the same bytes.
CLOCK = re.compile(r' lastmodifieddate="[^"]*"')

Edges = Counter[tuple[str | None, ...]]


def graphml(store: Store) -> str:
    """The entities and what relates them, as GraphML."""
    return _written(_drawn(store), nx.write_graphml_xml)


def gexf(store: Store) -> str:
    """The same as GEXF."""
    return CLOCK.sub("", _written(_drawn(store), nx.write_gexf))


def _drawn(store: Store) -> Any:
    """The network with Chinese names on its edges, and a number for each edge: two of one relation are two."""
    names = {local(iri): chinese for iri, (chinese, _) in term_labels().items()}
    plain, drawn = network(store), nx.MultiDiGraph()
    for node, about in plain.nodes(data=True):
        drawn.add_node(node, **{key: _clean(text) for key, text in about.items()})
    for number, (source, target, about) in enumerate(plain.edges(data=True), 1):
        label = names.get(about["relation"], about["relation"])
        drawn.add_edge(source, target, key=f"e{number}", label=label, **{k: _clean(v) for k, v in about.items()})
    return drawn


def _clean(text: str) -> str:
    # A parser of XML reads every line end as a line feed.
    return NO_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def _written(graph: Any, write: Callable[[Any, io.BytesIO], None]) -> str:
    onto = io.BytesIO()
    write(graph, onto)
    return onto.getvalue().decode("utf-8")


def is_drawn(text: str, store: Store) -> bool:
    """Whether another parser finds in what was written the nodes, labels and edges of the store."""
    wanted = _drawn(store)
    try:
        nodes, edges = _read(text)
    except ET.ParseError:
        return False
    same_nodes = nodes == {node: about["label"] for node, about in wanted.nodes(data=True)}
    return same_nodes and edges == Counter((s, t, about["relation"]) for s, t, about in wanted.edges(data=True))


def _read(text: str) -> tuple[dict[str | None, str | None], Edges]:
    """Nodes with their labels, and edges, of GraphML or GEXF."""
    root = ET.fromstring(text)
    space = root.tag.rpartition("}")[0] + "}"
    if root.tag.endswith("graphml"):
        keys = {key.get("id"): key.get("attr.name") for key in root.iter(f"{space}key")}

        def about(item: ET.Element) -> dict[str | None, str | None]:
            return {keys[data.get("key")]: data.text or "" for data in item.iter(f"{space}data")}
    else:
        keys = {key.get("id"): key.get("title") for key in root.iter(f"{space}attribute")}

        def about(item: ET.Element) -> dict[str | None, str | None]:
            said = {keys[value.get("for")]: value.get("value") for value in item.iter(f"{space}attvalue")}
            return {**said, "label": item.get("label")}

    nodes = {node.get("id"): about(node)["label"] for node in root.iter(f"{space}node")}
    found = root.iter(f"{space}edge")
    return nodes, Counter((edge.get("source"), edge.get("target"), about(edge)["relation"]) for edge in found)
