"""A store in, a networkx graph out; that graph in, places on a plane and the pyvis model of its picture out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

import networkx as nx
import pyvis
from pyoxigraph import Store
from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from kg.graph.layout import arrange
from kg.graph.sectors import Box
from kg.graph.statements import Statements, local
from kg.graph.vocabulary import DCTERMS, JC, PROV, RDF, RDFS, SKOS

Graph: TypeAlias = nx.MultiDiGraph
Point = tuple[int, int]

# Classes that stand beside the entities and say something of them.
BESIDE = frozenset({"Fact", "Observation", "Part", "Passage"})
# The strongest first: what one text states and another plans, is.
STATUSES = ("Stated", "Reported", "Planned", "Denied")
LINE = 8  # characters of a label on one line of the picture
CHARACTER, LINE_HEIGHT = 13, 17

OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "selectConnectedEdges": False, "tooltipDelay": 100000, "keyboard": False},
    "nodes": {"shape": "custom", "chosen": False},
    "edges": {"smooth": False, "chosen": False, "selectionWidth": 0, "width": 1, "hoverWidth": 0},
}


def classes() -> dict[str, tuple[str, ...]]:
    """How the picture draws each class: family, glyph, colour on light, colour on dark.

    >>> classes()["Village"][0]
    'Place'
    """
    text = (Path(__file__).parent / "page" / "classes.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {row[0]: tuple(row[1:]) for row in rows}


def network(store: Store) -> Graph:
    """The entities of a store and what relates them, every attribute a string, ready for GraphML, GEXF or networkx.

    What is planned, denied or only reported is there too, and `status` says so.
    """
    return graph_of(Statements(store))


def graph_of(told: Statements) -> Graph:
    """The same, from statements already read."""
    graph = nx.MultiDiGraph()
    known, homes = classes(), _homes(told)
    types, labels, titles = told.table(RDF + "type"), told.table(RDFS + "label"), told.table(DCTERMS + "title")
    names, slips = told.table(SKOS + "altLabel"), told.table(SKOS + "hiddenLabel")
    # A page whose articles are known is one thing too many in the picture: its articles say whose they are.
    part_of = told.table(DCTERMS + "isPartOf")
    articles = [iri for iri, kinds in types.items() if JC + "Article" in kinds]
    paged = {page for article in articles for page in part_of.get(article, ())}
    for iri in sorted(types):
        kinds = {kind.removeprefix(JC) for kind in types[iri] if kind.startswith(JC)}
        if not kinds or kinds & BESIDE or iri in paged:
            continue
        label = (labels.get(iri) or titles.get(iri) or (_unnamed(iri, told),))[0]
        documents = _documents(told, iri)
        graph.add_node(
            iri,
            label=label,
            **{"class": _most_specific(kinds, known)},
            family=_family(kinds, known),
            names="|".join(name for name in names.get(iri, ()) if name != label),
            slips="|".join(slips.get(iri, ())),
            documents="|".join(documents),
            home=next((homes[document] for document in documents if document in homes), ""),
        )
    for iri, home in homes.items():
        for node in (iri, home):
            if home in graph and node in graph:
                graph.nodes[node]["home"] = home
    _relate(graph, told)
    if not any(home for _, home in graph.nodes(data="home")) and len(graph):
        # No report says what it is about: the place with most relations, or whatever has most, is the middle.
        middle = min(graph, key=lambda node: (graph.nodes[node]["family"] != "Place", -graph.degree(node), node))
        graph.nodes[middle]["home"] = middle
    return graph


def positions(graph: Graph) -> dict[str, Point]:
    """A place for every node: each county in the middle of what its reports tell, classes in sectors, rings by hops.

    The same integers on every machine.
    """
    order = {family: i for i, family in enumerate(dict.fromkeys(row[0] for row in classes().values()))}
    near = {node: sorted({*graph.successors(node), *graph.predecessors(node)} - {node}) for node in graph}
    centres = sorted(node for node, home in graph.nodes(data="home") if node == home)
    boxes = {}
    for node, about in graph.nodes(data=True):
        width, height = _label_size(about["label"])
        radius = size(len(near[node]), node in centres)
        boxes[node] = Box(
            node, about["home"], order[about["family"]], max(width, 2 * radius) + 14, height + 2 * radius + 14
        )
    return arrange(boxes, near, centres)


def pyvis_model(graph: Graph, places: Mapping[str, Point]) -> Network:
    """Nodes, edges and options of the picture, as pyvis has them; nodes are numbered, because a name is no safe id."""
    model = Network(directed=True)
    number = {iri: i for i, iri in enumerate(graph)}
    degree = dict(graph.degree())
    # pyvis.add_node and add_edge look through lists: quadratic. Its own Node and Edge are put where those put them.
    for iri, about in graph.nodes(data=True):
        x, y = places[iri]
        model.nodes.append(
            Node(
                number[iri],
                "custom",
                about["label"],
                group=about["class"],
                x=x,
                y=y,
                size=size(degree[iri], iri == about["home"]),
            ).options
        )
    model.node_ids = list(number.values())
    model.node_map = {node["id"]: node for node in model.nodes}
    for subject, target, about in graph.edges(data=True):
        dashes = about["status"] not in ("Stated", "")
        model.edges.append(
            Edge(number[subject], number[target], True, relation=about["relation"], dashes=dashes).options
        )
    model.set_options(json.dumps(OPTIONS))
    return model


def vis_script() -> str:
    """The vis-network that pyvis brings, its licence at the head."""
    library = Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    return library.read_text("utf-8")


def size(degree: int, centre: bool) -> int:
    """The radius of a node: a centre is large, and what has many relations larger than what has few.

    >>> size(0, False), size(12, False), size(300, True)
    (8, 14, 30)
    """
    return 30 if centre else 8 + min(8, 2 * (degree + 1).bit_length() - 2)


def _label_size(label: str) -> Point:
    """Width and height of a label set in at most two lines.

    >>> _label_size("云岭县"), _label_size("三联四会六带头工作机制")
    ((39, 17), (104, 34))
    """
    # A Latin letter or a digit takes half the room of a Han character.
    length = sum(2 if ord(char) > 0x2E7F else 1 for char in label[: 3 * LINE])
    longest = min(length, 2 * LINE)
    return (longest * CHARACTER + 1) // 2, LINE_HEIGHT * (2 if length > 2 * LINE else 1)


def _unnamed(iri: str, told: Statements) -> str:
    """What to call a thing without a name: an article by its place, anything else by its IRI."""
    place = told.value(RDFS + "label", told.value(JC + "aboutPlace", iri))
    return f"无题（{place}）" if place else local(iri)


def _most_specific(names: Iterable[str], known: Mapping[str, tuple[str, ...]]) -> str:
    """Of a class and its superclasses, the class: superclasses are the families, and a rule may add classes we lack."""
    own = sorted(name for name in names if name not in known or known[name][0] != name)
    return own[0] if own else min(names)


def _family(names: Iterable[str], known: Mapping[str, tuple[str, ...]]) -> str:
    return min((known[name][0] for name in names if name in known), default="Thing")


def _documents(told: Statements, iri: str) -> tuple[str, ...]:
    """The documents that name an entity: those its passages are part of, or it is itself."""
    part_of = told.table(DCTERMS + "isPartOf")
    passages = told.table(PROV + "wasDerivedFrom").get(iri, ())
    return tuple(dict.fromkeys(document for passage in passages for document in part_of.get(passage, ())))


def _homes(told: Statements) -> dict[str, str]:
    """Document or article to the place it is about."""
    part_of = told.table(DCTERMS + "isPartOf")
    homes = {}
    for text, places in sorted(told.table(JC + "aboutPlace").items()):
        homes[text] = places[0]
        for document in part_of.get(text, ()):
            homes.setdefault(document, places[0])
    return homes


def _relate(graph: Graph, told: Statements) -> None:
    """Add the edges: plain statements between entities, and facts that are only planned, denied or reported."""
    beside = _facts(told)
    for predicate in told.predicates:
        if not predicate.startswith((JC, DCTERMS)):
            continue
        relation = local(predicate)
        for subject, target in told.things(predicate):
            if subject in graph and target in graph and (subject, predicate, target) not in beside:
                graph.add_edge(subject, target, key=relation, relation=relation, status="", period="", facts="")
    statuses, periods = told.table(JC + "status"), told.table(JC + "period")
    for (subject, predicate, target), found in sorted(beside.items()):
        if subject not in graph or target not in graph:
            continue
        said = {status.removeprefix(JC) for fact in found for status in statuses.get(fact, ())}
        graph.add_edge(
            subject,
            target,
            key=local(predicate),
            relation=local(predicate),
            status=next((status for status in STATUSES if status in said), "Stated"),
            period="|".join(sorted({period for fact in found for period in periods.get(fact, ())})),
            facts="|".join(found),
        )


def _facts(told: Statements) -> dict[tuple[str, str, str], list[str]]:
    """Each statement that a `jc:Fact` speaks of, with those facts."""
    predicates, objects = told.table(RDF + "predicate"), told.table(RDF + "object")
    facts: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for fact, subjects in sorted(told.table(RDF + "subject").items()):
        if fact in predicates and fact in objects:
            facts[subjects[0], predicates[fact][0], objects[fact][0]].append(fact)
    return facts
