"""What the picture is made of: nodes, edges, places; the same on every machine and for every order of statements."""

from __future__ import annotations

import math
import random
import re
import time

import networkx as nx
import pytest
from pyoxigraph import RdfFormat, Store

from kg.graph.query.statements import Statements
from kg.graph.show.network import Picture, classes, network, picture_of, positions, pyvis_model
from kg.graph.show.sectors import TURN, UNIT
from tests.graph import example

ID = "https://w3id.org/jiceng/id/"


@pytest.fixture(scope="module")
def graph() -> nx.MultiDiGraph:
    return network(example.store())


def picture(store: Store) -> Picture:
    return picture_of(Statements(store))


def crowd(count: int) -> Store:
    """A county and so many things round it, each related to two that came before."""
    dice = random.Random(7)
    kinds = ["Mechanism", "Program", "Honor", "Industry", "Facility", "Village", "PartyOrganization", "Person"]
    lines = [example.PREFIXES, 'id:云岭县 a jc:County, jc:Place ; rdfs:label "云岭县"@zh-Hans .']
    for i in range(1, count):
        lines.append(f'id:n{i} a jc:{kinds[i % 8]} ; rdfs:label "{"云石桥青竹"[i % 5] * (2 + i % 7)}{i}"@zh-Hans .')
        for j in {dice.randrange(i), dice.randrange(1 + i // 9)}:
            lines.append(f"id:{f'n{j}' if j else '云岭县'} jc:supports id:n{i} .")
    store = Store()
    store.bulk_load("\n".join(lines).encode(), format=RdfFormat.TURTLE)
    return store


def test_entities_are_nodes_and_what_stands_beside_them_is_not(graph: nx.MultiDiGraph) -> None:
    assert f"{ID}云岭县" in graph and f"{ID}云岭县-机制-三帮两带一评" in graph
    kinds = {kind for _, kind in graph.nodes(data="class")}
    assert {"County", "Village", "Mechanism", "Person", "Article"} <= kinds
    assert not kinds & {"Fact", "Observation", "Part", "Passage", "Place", "Organization"}


def test_a_page_whose_articles_are_nodes_is_none_itself(graph: nx.MultiDiGraph) -> None:
    assert f"{ID}doc-yunling-文章-1" in graph and f"{ID}doc-yunling" not in graph


def test_names_and_slips_come_with_a_node(graph: nx.MultiDiGraph) -> None:
    about = graph.nodes[f"{ID}云岭县"]
    assert (about["label"], about["names"], about["slips"]) == ("云岭县", "云岭", "云领县")


def test_planned_and_denied_facts_are_edges_that_say_so(graph: nx.MultiDiGraph) -> None:
    said = {
        (about["relation"], graph.nodes[target]["label"]): about["status"]
        for _, target, about in graph.edges(data=True)
    }
    assert said["establishes", "茶叶交易中心"] == "Planned"
    assert said["participatesIn", "万家行"] == "Denied"
    assert said["adopts", "三帮两带一评"] == "Stated"


def test_an_edge_leads_to_its_facts_and_its_period(graph: nx.MultiDiGraph) -> None:
    [about] = [about for *_, about in graph.edges(data=True) if about["relation"] == "memberOf"]
    assert about["period"] == "2019/" and re.fullmatch(rf"{ID}fact-\d+", about["facts"])


def test_every_attribute_is_one_string_as_graphml_and_gexf_need_it(graph: nx.MultiDiGraph) -> None:
    values = [v for _, about in graph.nodes(data=True) for v in about.values()]
    values += [v for *_, about in graph.edges(data=True) for v in about.values()]
    assert values and all(isinstance(value, str) for value in values)
    assert "&#20113;&#23725;" in "\n".join(nx.generate_graphml(graph))


def test_a_class_that_a_rule_adds_looks_like_its_family() -> None:
    found = network(example.store('id:大棚 a jc:Greenhouse, jc:Facility ; rdfs:label "云岭大棚" .'))
    assert (found.nodes[f"{ID}大棚"]["class"], found.nodes[f"{ID}大棚"]["family"]) == ("Greenhouse", "Facility")


def test_statements_in_any_order_make_the_same_graph_at_the_same_places(graph: nx.MultiDiGraph) -> None:
    lines = [f"{quad.triple} ." for quad in example.store()]
    random.Random(3).shuffle(lines)
    other = Store()
    for line in lines:
        other.load(line, format=RdfFormat.N_TRIPLES)
    again = network(other)
    assert list(again.nodes(data=True)) == list(graph.nodes(data=True))
    assert list(again.edges(data=True)) == list(graph.edges(data=True))
    assert positions(picture(other)) == positions(picture(example.store()))


def test_each_county_stands_in_the_middle_of_what_its_report_tells(graph: nx.MultiDiGraph) -> None:
    places = positions(picture(example.store()))
    for county in ("云岭县", "石桥区"):
        x, y = places[ID + county]
        told = [places[node] for node, home in graph.nodes(data="home") if home == ID + county and node != ID + county]
        assert min(a for a, _ in told) < x < max(a for a, _ in told)
        assert min(b for _, b in told) < y < max(b for _, b in told)


def test_what_is_nearer_in_the_graph_stands_nearer_in_its_sector() -> None:
    store = example.store()
    store.load(
        example.PREFIXES
        + 'id:远 a jc:Village, jc:Place ; rdfs:label "远村" . id:远 jc:locatedIn id:云岭县-青石镇-松坪村 .',
        format=RdfFormat.TURTLE,
    )
    places = positions(picture(store))
    x, y = places[ID + "云岭县"]
    away = [
        math.hypot(a - x, b - y) for a, b in (places[ID + n] for n in ("云岭县-青石镇", "云岭县-青石镇-松坪村", "远"))
    ]
    assert away == sorted(away)


def test_no_two_labels_lie_on_each_other() -> None:
    found = picture(crowd(400))
    model = pyvis_model(found, positions(found))
    boxes = sorted(
        (node["x"], node["y"], 13 * min(len(node["label"]), 8), 2 * node["size"] + 20) for node in model.nodes
    )
    for i, (x, y, width, height) in enumerate(boxes):
        for other_x, other_y, other_width, other_height in boxes[i + 1 :]:
            apart = abs(x - other_x) * 2 >= width + other_width or abs(y - other_y) * 2 >= height + other_height
            assert apart, ((x, y), (other_x, other_y))


def test_five_thousand_nodes_are_placed_at_once() -> None:
    found = picture(crowd(5000))
    start = time.perf_counter()
    places = positions(found)
    assert time.perf_counter() - start < 5
    assert len(set(places.values())) == 5000
    assert all(isinstance(x, int) and isinstance(y, int) for x, y in places.values())


def test_no_cosine_is_so_near_a_half_that_another_machine_would_round_it_otherwise() -> None:
    fractions = [UNIT * math.cos(2 * math.pi * i / TURN) % 1 for i in range(TURN // 4 + 1)]
    assert min(abs(fraction - 0.5) for fraction in fractions) > 1e-6


def test_an_empty_store_is_an_empty_picture() -> None:
    assert len(network(Store())) == 0 and positions(picture(Store())) == {}


def test_the_pyvis_model_numbers_its_nodes_and_keeps_every_edge(graph: nx.MultiDiGraph) -> None:
    found = picture(example.store())
    model = pyvis_model(found, positions(found))
    assert model.get_nodes() == list(range(len(graph)))
    assert len(model.edges) == graph.number_of_edges()
    assert sum(edge["dashes"] for edge in model.edges) == 2
    assert model.options["physics"] == {"enabled": False}


def test_each_class_has_a_family_a_glyph_and_two_colours() -> None:
    for name, (family, glyph, light, dark) in classes().items():
        assert classes()[family][0] == family, name
        assert glyph.isalpha() and re.fullmatch("#[0-9a-f]{6}", light) and re.fullmatch("#[0-9a-f]{6}", dark)
    looks = {(row[1], row[2]) for name, row in classes().items() if row[0] == name}
    assert len({glyph for glyph, _ in looks}) == len(looks) - 1  # a place and any other thing are both discs
