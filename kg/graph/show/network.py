"""A store in, a networkx graph out; that graph in, places on a plane and the pyvis model of its picture out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeAlias

import networkx as nx
import pyvis
from pyoxigraph import Store
from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from kg.graph.query.statements import Statements, local
from kg.graph.show.layout import arrange
from kg.graph.show.sectors import Box
from kg.graph.show.shelves import Point
from kg.graph.write.vocabulary import DCTERMS, JC, PROV, RDF, RDFS, SKOS

Graph: TypeAlias = nx.MultiDiGraph
Attributes: TypeAlias = dict[str, str]

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


class Picture(NamedTuple):
    """Things with what is said of each, and what relates them by their numbers: subject, target, what is said of it."""

    things: dict[str, Attributes]
    relations: list[tuple[int, int, Attributes]]

    def degrees(self) -> list[int]:
        """How many relations each thing has."""
        found = [0] * len(self.things)
        for subject, target, _ in self.relations:
            found[subject] += 1
            found[target] += 1
        return found


def classes() -> dict[str, tuple[str, ...]]:
    """How the picture draws each class: family, glyph, colour on light, colour on dark.

    >>> classes()["Village"][0]
    'Place'
    """
    text = (Path(__file__).parents[1] / "page" / "classes.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {row[0]: tuple(row[1:]) for row in rows}


def network(store: Store) -> Graph:
    """The entities of a store and what relates them, every attribute a string, ready for GraphML, GEXF or networkx.

    What is planned, denied or only reported is there too, and `status` says so.
    """
    things, relations = picture_of(Statements(store))
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(things.items())
    names = list(things)
    graph.add_edges_from((names[i], names[j], about["relation"], about) for i, j, about in relations)
    return graph


def picture_of(told: Statements) -> Picture:
    """The same from statements already read, without the indices of networkx: quick, for a page of many thousands."""
    things: dict[str, Attributes] = {}
    known, homes = classes(), _homes(told)
    types, labels, titles = told.table(RDF + "type"), told.table(RDFS + "label"), told.table(DCTERMS + "title")
    names, slips = told.table(SKOS + "altLabel"), told.table(SKOS + "hiddenLabel")
    # A page whose articles are known is one thing too many in the picture: its articles say whose they are.
    part_of = told.table(DCTERMS + "isPartOf")
    articles = [iri for iri, kinds in types.items() if JC + "Article" in kinds]
    paged = {page for article in articles for page in part_of.get(article, ())}
    looks: dict[tuple[str, ...], tuple[str, str] | None] = {}
    for iri in sorted(types):
        kinds = types[iri]
        # Thousands of things share a few sets of classes: each is looked into once.
        if kinds not in looks:
            looks[kinds] = _look(kinds, known)
        look = looks[kinds]
        if look is None or iri in paged:
            continue
        label = (labels.get(iri) or titles.get(iri) or (_unnamed(iri, told),))[0]
        documents = _documents(told, iri)
        things[iri] = {
            "label": label,
            "class": look[0],
            "family": look[1],
            "names": "|".join([name for name in names[iri] if name != label]) if iri in names else "",
            "slips": "|".join(slips[iri]) if iri in slips else "",
            "documents": "|".join(documents),
            "home": next((homes[document] for document in documents if document in homes), "") if documents else "",
        }
    for iri, home in homes.items():
        for node in (iri, home):
            if home in things and node in things:
                things[node]["home"] = home
    picture = Picture(things, _relations(things, told))
    if things and not any(about["home"] for about in things.values()):
        # No report says what it is about: the place with most relations, or whatever has most, is the middle.
        degree = dict(zip(things, picture.degrees(), strict=True))
        middle = min(things, key=lambda node: (things[node]["family"] != "Place", -degree[node], node))
        things[middle]["home"] = middle
    return picture


def positions(picture: Picture) -> dict[str, Point]:
    """A place for every node: each county in the middle of what its reports tell, classes in sectors, rings by hops.

    The same integers on every machine.
    """
    order = {family: i for i, family in enumerate(dict.fromkeys(row[0] for row in classes().values()))}
    number = {node: i for i, node in enumerate(picture.things)}
    beside: list[set[int]] = [set() for _ in number]
    for i, j, _ in picture.relations:
        if i != j:
            beside[i].add(j)
            beside[j].add(i)
    near = [sorted(others) for others in beside]
    degree = picture.degrees()
    boxes, centres = [], []
    for i, about in enumerate(picture.things.values()):
        width, height = _label_size(about["label"])
        home = number.get(about["home"], -1)
        if home == i:
            centres.append(i)
        across = 2 * size(degree[i], home == i)
        boxes.append(Box(i, home, order[about["family"]], max(width, across) + 14, height + across + 14))
    return dict(zip(number, arrange(boxes, near, centres), strict=True))


def pyvis_model(picture: Picture, places: Mapping[str, Point]) -> Network:
    """Nodes, edges and options of the picture, as pyvis has them; nodes are numbered, because a name is no safe id."""
    model = Network(directed=True)
    # pyvis.add_node and add_edge look through lists: quadratic. Its own Node and Edge are put where those put them.
    model.nodes = [
        Node(
            i, "custom", about["label"], group=about["class"], x=x, y=y, size=size(degree, iri == about["home"])
        ).options
        for i, ((iri, about), (x, y), degree) in enumerate(
            zip(picture.things.items(), places.values(), picture.degrees(), strict=True)
        )
    ]
    model.node_ids = list(range(len(model.nodes)))
    model.node_map = dict(enumerate(model.nodes))
    model.edges = [
        Edge(i, j, True, relation=about["relation"], dashes=about["status"] not in ("Stated", "")).options
        for i, j, about in picture.relations
    ]
    model.set_options(json.dumps(OPTIONS))
    return model


def vis_script() -> str:
    """The vis-network that pyvis brings, its licence at the head."""
    library = Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    return library.read_text("utf-8")


@cache
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
    start = label[: 3 * LINE]
    # In UTF-8 the one is a byte and the other three: half of bytes and characters together.
    length = (len(start.encode()) + len(start)) // 2
    longest = min(length, 2 * LINE)
    return (longest * CHARACTER + 1) // 2, LINE_HEIGHT * (2 if length > 2 * LINE else 1)


def _unnamed(iri: str, told: Statements) -> str:
    """What to call a thing without a name: an article by its place, anything else by its IRI."""
    place = told.value(RDFS + "label", told.value(JC + "aboutPlace", iri))
    return f"无题（{place}）" if place else local(iri)


def _look(kinds: Iterable[str], known: Mapping[str, tuple[str, ...]]) -> tuple[str, str] | None:
    """The class of a thing and its family; none of what is no entity of ours."""
    names = {kind.removeprefix(JC) for kind in kinds if kind.startswith(JC)}
    return None if not names or names & BESIDE else (_most_specific(names, known), _family(names, known))


def _most_specific(names: Iterable[str], known: Mapping[str, tuple[str, ...]]) -> str:
    """Of a class and its superclasses, the class: superclasses are the families, and a rule may add classes we lack."""
    own = sorted(name for name in names if name not in known or known[name][0] != name)
    return own[0] if own else min(names)


def _family(names: Iterable[str], known: Mapping[str, tuple[str, ...]]) -> str:
    return min((known[name][0] for name in names if name in known), default="Thing")


def _documents(told: Statements, iri: str) -> tuple[str, ...]:
    """The documents that name an entity: those its passages are part of, or it is itself."""
    passages = told.table(PROV + "wasDerivedFrom").get(iri)
    if not passages:
        return ()
    part_of = told.table(DCTERMS + "isPartOf")
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


def _relations(things: Iterable[str], told: Statements) -> list[tuple[int, int, Attributes]]:
    """Plain statements between things, and facts that are only planned, denied or reported."""
    beside = _facts(told)
    number = {iri: i for i, iri in enumerate(things)}
    count = len(number)
    found = []
    for predicate in told.predicates:
        if not predicate.startswith((JC, DCTERMS)):
            continue
        # Subject and target as one number: quick to sort.
        plain = set()
        for subject, target in told.pairs(predicate):
            i, j = number.get(subject, -1), number.get(target, -1)
            if i >= 0 and j >= 0:
                plain.add(i * count + j)
        for subject, relation, target in beside:
            if relation == predicate and subject in number and target in number:
                plain.discard(number[subject] * count + number[target])
        about = {"relation": local(predicate), "status": "", "period": "", "facts": ""}
        found += [(*divmod(pair, count), about) for pair in sorted(plain)]
    statuses, periods = told.table(JC + "status"), told.table(JC + "period")
    for (subject, predicate, target), facts in sorted(beside.items()):
        if subject not in number or target not in number:
            continue
        said = {status.removeprefix(JC) for fact in facts for status in statuses.get(fact, ())}
        about = {
            "relation": local(predicate),
            "status": next((status for status in STATUSES if status in said), "Stated"),
            "period": "|".join(sorted({period for fact in facts for period in periods.get(fact, ())})),
            "facts": "|".join(facts),
        }
        found.append((number[subject], number[target], about))
    return found


def _facts(told: Statements) -> dict[tuple[str, str, str], list[str]]:
    """Each statement that a `jc:Fact` speaks of, with those facts."""
    predicates, objects = told.table(RDF + "predicate"), told.table(RDF + "object")
    facts: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for fact, subjects in sorted(told.table(RDF + "subject").items()):
        if fact in predicates and fact in objects:
            facts[subjects[0], predicates[fact][0], objects[fact][0]].append(fact)
    return facts
