"""Every line of a document follows from what is known of it, as the contract of the graph says."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse

from kg.errors import KgError
from kg.graph.write.lines import escaped, number
from kg.graph.write.triples import triples
from kg.graph.write.vocabulary import BASE, DCTERMS, JC, OA, PROV, RDF, RDFS, SKOS, XSD, Vocabulary
from kg.model import Details, Document, Entity, Evidence, Fact, Knowledge, Part, Source, Span, Stance

NAMESPACES = {"jc": JC, "rdf": RDF, "rdfs": RDFS, "skos": SKOS, "prov": PROV, "oa": OA, "dcterms": DCTERMS, "id": BASE}


def full(term: str) -> str:
    if term.startswith('"'):
        text, _, datatype = term.rpartition("^^xsd:")
        return f"{text}^^<{XSD}{datatype}>" if text else term
    prefix, _, local = term.partition(":")
    return f"<{NAMESPACES[prefix]}{local}>"


class Told:
    """The lines of a document, to be asked in a short way."""

    def __init__(self, knowledge: Knowledge, vocabulary: Vocabulary) -> None:
        self.lines = triples(knowledge, vocabulary, "0a1b2c")
        self.id = knowledge.document.id
        self.digits = self.id[4:]

    def says(self, subject: str, predicate: str, *objects: str) -> bool:
        """Whether the objects of subject and predicate are these and no others."""
        start = f"{full(subject)} {full(predicate)} "
        found = [line[len(start) : -3] for line in self.lines if line.startswith(start)]
        return found == sorted(full(o) for o in objects)

    def fact(self, subject: str, predicate: str, thing: str) -> str:
        """The node of a fact."""
        wanted = {"subject": subject, "predicate": predicate, "object": thing}
        ends = [f" <{RDF}{name}> {full(term)} .\n" for name, term in wanted.items()]
        nodes = [{line.split(" ")[0] for line in self.lines if line.endswith(end)} for end in ends]
        (node,) = set.intersection(*nodes)
        return f"id:{node[1 + len(BASE) : -1]}"


@pytest.fixture(scope="module")
def told(yunling: Knowledge, vocabulary: Vocabulary) -> Told:
    return Told(yunling, vocabulary)


def passage(knowledge: Knowledge, words: str) -> str:
    start = knowledge.document.source.text.index(words)
    return f"id:{knowledge.document.id}-{start}-{start + len(words)}"


# ---- laws -----------------------------------------------------------------------------------


def test_lines_are_sorted_and_stand_once(told: Told) -> None:
    assert told.lines == sorted(set(told.lines))
    assert [line.encode() for line in told.lines] == sorted(line.encode() for line in told.lines)


def test_two_documents_say_what_each_says(yunling: Knowledge, qingxi: Knowledge, vocabulary: Vocabulary) -> None:
    one, other = triples(yunling, vocabulary), triples(qingxi, vocabulary)
    shared = set(one) & set(other)
    # What both name carries what follows from its IRI, and each adds its own passages.
    assert {line.split(" ")[0] for line in shared} == {full("id:产业-油茶")}
    assert not any(yunling.document.id in line for line in other)
    assert not any("wasDerivedFrom" in line for line in shared)


def test_the_store_reads_every_line(told: Told) -> None:
    assert len(list(parse("".join(told.lines), format=RdfFormat.N_TRIPLES))) == len(told.lines)


def test_every_term_of_ours_is_in_the_ontology(told: Told, vocabulary: Vocabulary) -> None:
    used = set(re.findall(rf"<{re.escape(JC)}\w+>", "".join(told.lines)))
    assert len(used) > 40
    assert used <= {line.split(" ")[0] for line in vocabulary.lines}


def test_there_are_no_blank_nodes(told: Told) -> None:
    assert not any("_:" in line for line in told.lines)


def test_every_passage_quotes_its_source(yunling: Knowledge, told: Told) -> None:
    text = yunling.document.source.text
    found = re.findall(r"doc-\w+-(\d+)-(\d+)> <http://www\.w3\.org/ns/oa#exact> (.*) \.\n", "".join(told.lines))
    assert len(found) > 25
    assert all(f'"{escaped(text[int(start) : int(end)])}"' == exact for start, end, exact in found)


def test_every_entity_fact_figure_and_part_has_a_passage(told: Told) -> None:
    kinds = "Fact|Observation|Part|Article|Place|Organization|Person|Mechanism|Honor"
    nodes = {line.split(" ")[0] for line in told.lines if re.search(rf"#type> <{re.escape(JC)}({kinds})>", line)}
    grounded = {line.split(" ")[0] for line in told.lines if f" <{PROV}wasDerivedFrom> " in line}
    assert len(nodes) > 25
    assert nodes <= grounded


# ---- entities -------------------------------------------------------------------------------


def test_an_entity_has_its_class_and_those_above(told: Told) -> None:
    assert full("id:云岭县") + f" <{RDF}type> <{JC}County> .\n" in told.lines
    assert full("id:云岭县") + f" <{RDF}type> <{JC}Place> .\n" in told.lines
    assert full("id:云岭县") + f" <{RDF}type> <https://schema.org/AdministrativeArea> .\n" in told.lines


def test_an_entity_has_all_its_names_and_none_twice(told: Told) -> None:
    assert told.says("id:云岭县", "rdfs:label", '"云岭县"@zh-Hans')
    assert told.says("id:云岭县", "skos:altLabel", '"云岭"@zh-Hans')
    assert told.says("id:云岭县", "skos:hiddenLabel", '"云龄"@zh-Hans')
    assert told.says("id:云岭县-机制-三联", "skos:altLabel", '"\\"三联\\"机制"@zh-Hans')
    assert told.says("id:云岭县-机制-三联", "skos:definition", '"联支部、联党员、联群众"@zh-Hans')


def test_a_division_leads_to_the_division_table(told: Told) -> None:
    assert told.says("id:云岭县", "jc:divisionCode", '"990123"')
    assert told.says("id:云岭县", "jc:divisionPath", '"某省/某市/云岭县"@zh-Hans')


def test_an_entity_leads_to_where_it_is_named(yunling: Knowledge, told: Told) -> None:
    assert told.says("id:云岭县", "prov:wasDerivedFrom", passage(yunling, "云岭县"), passage(yunling, "云龄"))


def test_an_illegal_name_is_a_fault_of_ours(yunling: Knowledge, vocabulary: Vocabulary) -> None:
    with pytest.raises(ValueError, match="云岭 县"):
        triples(replace(yunling, entities=(Entity("云岭 县", "County", "云岭 县"),)), vocabulary)


# ---- facts ----------------------------------------------------------------------------------


def test_a_fact_carries_its_triple_rule_status_and_passages(yunling: Knowledge, told: Told) -> None:
    node = told.fact("id:云岭县", "jc:adopts", "id:云岭县-机制-三联")
    assert re.fullmatch(rf"id:fact-{told.digits}-[0-9a-f]{{12}}", node)
    assert told.says(node, "rdf:type", "jc:Fact")
    assert told.says(node, "jc:rule", '"adopts/tuixing"')
    assert told.says(node, "jc:status", "jc:Stated")
    assert told.says(
        node, "prov:wasDerivedFrom", passage(yunling, '推行"三联"机制'), passage(yunling, '没有推行"三联"机制')
    )


@pytest.mark.parametrize(
    ("subject", "predicate", "thing", "status", "stands"),
    [
        ("id:云岭县", "jc:adopts", "id:云岭县-机制-三联", "jc:Stated", True),  # also planned elsewhere
        ("id:云岭县-鹤潭村", "jc:develops", "id:产业-油茶", "jc:Reported", True),
        ("id:云岭县-鹤潭村", "jc:adopts", "id:云岭县-机制-三联", "jc:Denied", False),
        ("id:云岭县", "jc:establishes", "id:云岭县-设施-云岭博物馆", "jc:Planned", False),
    ],
)
def test_only_what_is_so_stands_as_a_plain_triple(
    told: Told, subject: str, predicate: str, thing: str, status: str, stands: bool
) -> None:
    assert told.says(told.fact(subject, predicate, thing), "jc:status", status)
    assert (f"{full(subject)} {full(predicate)} {full(thing)} .\n" in told.lines) == stands


def test_a_fact_carries_its_qualifiers(told: Told) -> None:
    honour = told.fact("id:云岭县", "jc:received", "id:云岭县-荣誉-文明县")
    assert told.says(honour, "jc:period", '"2018"^^xsd:gYear')
    assert told.says(honour, "jc:batch", '"第三批"@zh-Hans')
    assert told.says(honour, "jc:conferredBy", "id:组织-省文明办")
    planned = told.fact("id:云岭县", "jc:establishes", "id:云岭县-设施-云岭博物馆")
    assert told.says(planned, "jc:period", '"2024/"')
    post = told.fact("id:云岭县-鹤潭村-人物-孟凯", "jc:memberOf", "id:云岭县-鹤潭村-组织-党支部")
    assert told.says(post, "jc:role", '"书记"@zh-Hans')
    said = told.fact("id:云岭县-鹤潭村", "jc:develops", "id:产业-油茶")
    assert told.says(said, "jc:speaker", "id:云岭县-鹤潭村-人物-孟凯")


def test_a_fact_read_across_a_column_has_several_passages(yunling: Knowledge, told: Told) -> None:
    node = told.fact("id:云岭县", "jc:adopts", "id:云岭县-机制-五好")
    assert told.says(node, "prov:wasDerivedFrom", passage(yunling, "该县还推行"), passage(yunling, '"五好"标准'))


def test_a_relation_to_words_has_words(told: Told) -> None:
    assert told.says("id:云岭县-机制-三联", "jc:appliesToText", '"联支部、联党员、联群众"@zh-Hans')


def test_the_same_relation_twice_is_one_fact(yunling: Knowledge, vocabulary: Vocabulary) -> None:
    def fact(at: int, stance: Stance, role: str) -> Fact:
        evidence = Evidence((Span(at, at + 2),), "r", stance)
        return Fact("云岭县", "adopts", "云岭县-机制-三联", (evidence,), (("role", role),))

    known = replace(yunling, facts=(fact(0, Stance.PLANNED, "甲"), fact(4, Stance.STATED, "乙")))
    told = Told(known, vocabulary)
    node = told.fact("id:云岭县", "jc:adopts", "id:云岭县-机制-三联")
    assert told.says(node, "jc:status", "jc:Stated")
    assert told.says(node, "jc:role", '"甲"@zh-Hans', '"乙"@zh-Hans')


# ---- observations ---------------------------------------------------------------------------


def figure(yunling: Knowledge, words: str, digits: str) -> str:
    return passage(yunling, words).replace(f"id:{yunling.document.id}", f"id:obs-{digits}")


def test_a_figure_is_multiplied_out_and_in_si_units(yunling: Knowledge, told: Told) -> None:
    node = figure(yunling, "种植油茶1.90万亩", told.digits)
    assert told.says(node, "rdf:type", "jc:Observation")
    assert told.says(node, "jc:observationOf", "id:云岭县-鹤潭村")
    assert told.says(node, "jc:indicator", '"油茶种植面积"@zh-Hans')
    assert told.says(node, "jc:value", '"19000"^^xsd:decimal')
    assert told.says(node, "jc:unit", '"亩"')
    assert told.says(node, "jc:comparator", '"="')
    assert told.says(node, "jc:siValue", '"12666666.67"^^xsd:decimal')
    assert told.says(node, "jc:siUnit", '"m2"')
    assert told.says(node, "jc:period", '"2022"^^xsd:gYear')
    assert told.says(node, "jc:quantityText", '"1.90万亩"')
    assert told.says(node, "jc:status", "jc:Stated")
    assert told.says(node, "prov:wasDerivedFrom", passage(yunling, "种植油茶1.90万亩"))


def test_hedges_and_ranges_have_bounds(yunling: Knowledge, told: Told) -> None:
    more = figure(yunling, "带动200余户", told.digits)
    assert told.says(more, "jc:comparator", '">"') and told.says(more, "jc:lower", '"200"^^xsd:decimal')
    assert told.says(more, "jc:upper") and told.says(more, "jc:period", '"连续六年"')
    assert told.says(more, "jc:speaker", "id:云岭县-鹤潭村-人物-孟凯")
    between = figure(yunling, "1至2名干部", told.digits)
    assert told.says(between, "jc:value")
    assert told.says(between, "jc:lower", '"1"^^xsd:decimal') and told.says(between, "jc:upper", '"2"^^xsd:decimal')


def test_figures_of_one_passage_are_counted_on_and_checked_against_each_other(yunling: Knowledge, told: Told) -> None:
    first = figure(yunling, "48户中有42户脱贫", told.digits)
    share = figure(yunling, "占比由61.2%提升至90%", told.digits)
    assert told.says(first, "jc:quantityText", '"48户"') and told.says(f"{first}-2", "jc:quantityText", '"42户"')
    assert told.says(f"{first}-2", "jc:agreesWith", first)
    assert told.says(share, "jc:disagreesWith", f"{first}-2")
    assert told.says(f"{first}-2", "jc:arithmetic", '"42 / 48 = 87.5%"')
    assert told.says(share, "jc:fromValue", '"61.2"^^xsd:decimal')


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_numbers_have_no_exponent_and_keep_their_worth(value: Decimal) -> None:
    text = number(value)
    assert re.fullmatch(r"-?(0|[1-9]\d*)(\.\d*[1-9])?", text) and text != "-0"
    assert Decimal(text) == value


# ---- parts ----------------------------------------------------------------------------------


def test_a_mechanism_has_groups_and_these_their_items(yunling: Knowledge, told: Told) -> None:
    group = f"id:{told.id}-云岭县-机制-三联-1"
    assert told.says("id:云岭县-机制-三联", "jc:hasPart", group)
    assert told.says(group, "jc:hasPart", f"{group}-1", f"{group}-2", f"{group}-3")
    assert told.says(group, "rdfs:label", '"三联"@zh-Hans')
    assert told.says(f"{group}-2", "rdfs:label", '"联党员"@zh-Hans')
    assert told.says(f"{group}-2", "jc:position", '"2"^^xsd:integer')
    assert told.says(f"{group}-2", "prov:wasDerivedFrom", passage(yunling, "联党员"))
    assert told.says(f"{group}-2", "jc:rule", '"parts/ji"')


@pytest.mark.parametrize(
    ("stated", "items", "is_open", "verified"),
    [
        (3, 3, False, ['"true"^^xsd:boolean']),
        (3, 2, False, ['"false"^^xsd:boolean']),
        (5, 2, True, ['"false"^^xsd:boolean']),
        (3, 3, True, []),  # 等: there may be more
        (3, 0, False, []),  # not spelled out
        (None, 2, False, []),  # no number in the name
    ],
)
def test_a_count_is_verified_only_by_a_full_list(
    yunling: Knowledge, vocabulary: Vocabulary, stated: int | None, items: int, is_open: bool, verified: list[str]
) -> None:
    parts = tuple(Part(f"条{n}", n, (Span(n, n + 1),)) for n in range(1, items + 1))
    whole = ("云岭县-机制-三联", (Part("三联", 1, (Span(0, 2),), stated, items or None, is_open, parts),), "r")
    told = Told(replace(yunling, parts=(whole,)), vocabulary)
    group = f"id:{told.id}-云岭县-机制-三联-1"
    assert told.says(group, "jc:countVerified", *verified)
    assert told.says(group, "jc:statedCount", *([] if stated is None else [f'"{stated}"^^xsd:integer']))
    assert told.says(group, "jc:listedCount", *([f'"{items}"^^xsd:integer'] if items else []))
    assert told.says(group, "jc:openList", *(['"true"^^xsd:boolean'] if is_open else []))


def test_a_whole_that_is_listed_twice_has_no_part_in_two_minds(yunling: Knowledge, vocabulary: Vocabulary) -> None:
    told = Told(replace(yunling, parts=(*yunling.parts, yunling.parts[0])), vocabulary)
    start = f"id:{told.id}-云岭县-机制-三联"
    assert told.says("id:云岭县-机制-三联", "jc:hasPart", f"{start}-1", f"{start}-2")


# ---- documents ------------------------------------------------------------------------------


def test_a_document_says_what_it_is(yunling: Knowledge, told: Told) -> None:
    node = f"id:{told.id}"
    assert told.says(node, "rdf:type", "jc:Document")
    assert told.says(node, "dcterms:title", '"云岭新风"@zh-Hans')
    assert told.says(node, "dcterms:issued", '"2023-05-12"^^xsd:date')
    assert told.says(node, "dcterms:identifier", f'"{yunling.document.source.digest}"')
    assert told.says(node, "dcterms:source", '"云岭.txt"')
    assert told.says(node, "jc:rulesHash", '"0a1b2c"')


def test_an_address_comes_before_a_file_name(qingxi: Knowledge, vocabulary: Vocabulary) -> None:
    told = Told(qingxi, vocabulary)
    assert told.says(f"id:{told.id}", "dcterms:source", '"https://a.example/x?a=1&b=2"^^xsd:anyURI')
    assert told.says(f"id:{told.id}", "dcterms:title", '"青溪三联"@zh-Hans')


def test_an_article_knows_its_document_place_and_writer(told: Told) -> None:
    article = f"id:{told.id}-article-1"
    assert told.says(article, "dcterms:isPartOf", f"id:{told.id}")
    assert told.says(article, "jc:aboutPlace", "id:云岭县")
    for written in (article, f"id:{told.id}"):
        assert told.says(written, "dcterms:creator", "id:云岭县-人物-汤敏")
        node = told.fact(written, "dcterms:creator", "id:云岭县-人物-汤敏")
        assert told.says(node, "jc:role", '"记者"@zh-Hans', '"摄影"@zh-Hans')


@pytest.mark.parametrize("issued", ["", "2023", "2023-05", "暮春"])
def test_only_a_whole_date_is_typed_as_one(yunling: Knowledge, vocabulary: Vocabulary, issued: str) -> None:
    told = Told(replace(yunling, document=replace(yunling.document, issued=issued)), vocabulary)
    assert told.says(f"id:{told.id}", "dcterms:issued", *([f'"{issued}"'] if issued else []))


@pytest.mark.parametrize("base", ["https://a.example/kg/", "https://a.example/kg#", "urn:kg:x/"])
def test_the_base_is_of_ones_own_choice(yunling: Knowledge, vocabulary: Vocabulary, base: str) -> None:
    lines = triples(yunling, vocabulary, base=base)
    assert f'<{base}云岭县> <{RDFS}label> "云岭县"@zh-Hans .\n' in lines
    assert not any(BASE in line for line in lines)


@pytest.mark.parametrize(
    "base", ["", "kg/", "https://a.example/kg", "https://a b/", "https://a>/", "https://a.example/{x}/"]
)
def test_what_cannot_begin_an_iri_is_refused(yunling: Knowledge, vocabulary: Vocabulary, base: str) -> None:
    with pytest.raises(KgError, match="begin an IRI"):
        triples(yunling, vocabulary, base=base)


# ---- hostile text ---------------------------------------------------------------------------

HOSTILE = "a\"b\\c\nd\re\tf\x00g\x1fh\x7fi\x85j\u2028k\ufeffl\ufffem\ud800n𠮷😀<>&'%{}|^`"


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=30) | st.just(HOSTILE))
def test_any_text_survives_in_a_literal(text: str) -> None:
    line = f'<{BASE}a> <{RDFS}label> "{escaped(text)}" .\n'
    assert len(line.splitlines()) == 1
    (one,) = parse(line, format=RdfFormat.N_TRIPLES)
    assert one.object.value == re.sub("[\ud800-\udfff]", "\ufffd", text)


def test_a_hostile_page_gives_lines_that_are_read(vocabulary: Vocabulary) -> None:
    source = Source(HOSTILE, HOSTILE, "f" * 64, "utf-8", Details(title=HOSTILE, url=HOSTILE))
    document = Document(source, HOSTILE, range(len(HOSTILE)), (), issued=HOSTILE)
    whole = (Span(0, len(HOSTILE)),)
    known = Knowledge(
        document,
        (Entity("甲", "Mechanism", HOSTILE, (HOSTILE + "乙",), (HOSTILE,), (HOSTILE,), HOSTILE, HOSTILE),),
        (("甲", whole),),
        (Fact("甲", "adopts", "甲", (Evidence(whole, HOSTILE),), (("role", HOSTILE), ("period", HOSTILE))),),
        parts=(("甲", (Part(HOSTILE, 1, whole),), HOSTILE),),
    )
    lines = triples(known, vocabulary, HOSTILE)
    assert len(list(parse("".join(lines), format=RdfFormat.N_TRIPLES))) == len(lines) > 25
