"""Files hold the same graph in the same bytes, whole or not at all."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib.compare import to_isomorphic

from kg.errors import OutputError
from kg.graph.write.files import replace_file
from kg.graph.write.formats import turtle
from kg.graph.write.lines import escaped
from kg.graph.write.triples import triples
from kg.graph.write.vocabulary import BASE, JC, RDFS, XSD, Vocabulary
from kg.model import Knowledge

HOSTILE = [
    '甲"乙',
    "100%",
    "a b",
    "<b>&",
    "😀",
    "𠮷",
    "\\",
    "\\u0041",
    '"""',
    "a\nb",
    "'",
    " .",
    '"^^<x>',
    "@en",
    "\x00",
]


def graph(text: str, form: pyoxigraph.RdfFormat) -> list[str]:
    return sorted(str(one) for one in pyoxigraph.parse(text, format=form))


def same_graph(lines: list[str], base: str = BASE) -> bool:
    """Whether both readers find in the Turtle what the lines say."""
    text = turtle(lines, base).decode("utf-8")
    back = rdflib.Graph().parse(data=text, format="turtle")
    first = rdflib.Graph().parse(data="".join(lines), format="nt")
    found = graph(text, pyoxigraph.RdfFormat.TURTLE) == graph("".join(lines), pyoxigraph.RdfFormat.N_TRIPLES)
    return found and to_isomorphic(back) == to_isomorphic(first)


# ---- Turtle ---------------------------------------------------------------------------------


def test_both_readers_find_in_turtle_what_the_lines_say(lines: list[str]) -> None:
    assert same_graph(lines)


def test_the_ontology_can_be_written_as_turtle(vocabulary: Vocabulary) -> None:
    assert same_graph(list(vocabulary.lines))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_survive(text: str) -> None:
    assert same_graph([f'<{BASE}a> <{RDFS}label> "{escaped(text)}"@zh-Hans .\n'])


@pytest.mark.parametrize("name", ["a/b", "a%20b", "a,b", "-a", "a.", ".a", "", "a:b", "a(b)", "a~b", "①", "a'b", "é"])
def test_names_that_need_an_escape_are_written_in_full(name: str) -> None:
    lines = [f"<{BASE}{name}> <{JC}adopts> <{BASE}{name}> .\n"]
    assert same_graph(lines)
    assert "\\" not in turtle(lines).decode()


@given(st.text(alphabet="县a.-_1:/é①", min_size=1, max_size=6))
def test_names_of_all_kinds_survive(name: str) -> None:
    assert same_graph([f"<{BASE}{name}> <{JC}adopts> <{BASE}{name}> .\n"])


@pytest.mark.parametrize(
    ("literal", "written"),
    [
        (f'"3"^^<{XSD}integer>', "3"),
        (f'"-1.90"^^<{XSD}decimal>', "-1.90"),
        (f'"100"^^<{XSD}decimal>', '"100"^^xsd:decimal'),
        (f'"true"^^<{XSD}boolean>', "true"),
        (f'"1"^^<{XSD}boolean>', '"1"^^xsd:boolean'),
        (f'"2018"^^<{XSD}gYear>', '"2018"^^xsd:gYear'),
        (f'"３"^^<{XSD}integer>', '"３"^^xsd:integer'),
        ('"县"@zh-Hans', '"县"@zh-Hans'),
        ('"x"^^<http://a.example/t>', '"x"^^<http://a.example/t>'),
    ],
)
def test_numbers_and_truths_are_written_bare(literal: str, written: str) -> None:
    lines = [f"<{BASE}a> <{JC}value> {literal} .\n"]
    assert turtle(lines).decode().endswith(f"\nid:a jc:value {written} .\n")


def test_turtle_is_grouped_and_begins_with_the_classes(lines: list[str]) -> None:
    text = turtle(lines).decode()
    block = text[text.index("\nid:云岭县 ") :].split("\n\n")[0]
    classes = "jc:County, jc:Place, prov:Location, schema:AdministrativeArea, schema:Place"
    assert block.startswith(f"\nid:云岭县 a {classes} ;\n")
    assert '\n    rdfs:label "云岭县"@zh-Hans ;\n' in block
    assert "\n    jc:adopts id:云岭县-机制-三联,\n        id:云岭县-机制-五好,\n" in block
    subjects = re.findall(r"^(\S+:\S+) ", text.partition("\n\n")[2], re.MULTILINE)
    assert len(subjects) == len(set(subjects)) == len({line.split(" ")[0] for line in lines})


def test_another_base_is_the_one_behind_id(yunling: Knowledge, vocabulary: Vocabulary) -> None:
    base = "https://a.example/kg#"
    lines = triples(yunling, vocabulary, base=base)
    assert same_graph(lines, base)
    assert "\nid:云岭县 a " in turtle(lines, base).decode()


def test_turtle_is_written_five_times_as_fast_as_rdflib_writes_it(lines: list[str]) -> None:
    many = sorted(line.replace("云岭", f"云岭{n}").replace("doc-", f"doc-{n}") for n in range(8) for line in lines)
    theirs = rdflib.Graph().parse(data="".join(many), format="nt")

    def seconds(work: Callable[[], object]) -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    ours = min(seconds(lambda: turtle(many)) for _ in range(3))
    assert 5 * ours < seconds(lambda: theirs.serialize(format="turtle"))


# ---- N-Triples ------------------------------------------------------------------------------


def test_lines_end_in_line_feeds_everywhere(tmp_path: Path, lines: list[str]) -> None:
    replace_file(tmp_path / "g.nt", lines)
    assert (tmp_path / "g.nt").read_bytes() == "".join(lines).encode("utf-8")


# ---- files ----------------------------------------------------------------------------------


def test_a_failure_leaves_what_stood_there(tmp_path: Path) -> None:
    path = tmp_path / "g.nt"
    path.write_text("good", "utf-8")

    def blocks() -> Iterator[str]:
        yield "half"
        raise OSError(28, "No space left on device")

    with pytest.raises(OutputError, match="No space left"):
        replace_file(path, blocks())
    assert path.read_text("utf-8") == "good"
    assert [found.name for found in tmp_path.iterdir()] == ["g.nt"]


def test_an_interrupt_leaves_no_litter(tmp_path: Path) -> None:
    def blocks() -> Iterator[str]:
        yield "half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        replace_file(tmp_path / "g.nt", blocks())
    assert not list(tmp_path.iterdir())


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    for path in (tmp_path / "file" / "g.nt", tmp_path):
        with pytest.raises(OutputError, match="cannot be written"):
            replace_file(path, ["x"])


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    replace_file(tmp_path / "a" / "b" / "g.nt", ["云岭县\n"])
    assert (tmp_path / "a" / "b" / "g.nt").read_bytes() == "云岭县\n".encode()
