"""Who may import whom: read from the imports, so that the architecture cannot rot."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "kg").rglob("*.py"))

COMMON = {"kg.model", "kg.errors"}
STAGES = ("kg.read", "kg.match", "kg.resolve", "kg.graph")

# The rooms of matching, each of which may open only itself and those before it.
MATCHING = (
    "rulebook", "numbers", "shorthand", "places", "names", "posts",
    "people", "honours", "subjects", "parts", "figures", "relations",
)  # fmt: skip

JOINING = ("pipeline", "explain", "proof", "corpus", "serve")

# A room, and what of ours it may open besides itself. The first that fits a module holds.
ROOMS: dict[str, set[str]] = {
    "kg.model": set(),
    "kg.errors": set(),
    "kg.gazetteer": COMMON,
    "kg.iris": COMMON,
    **{stage: {*COMMON, "kg.gazetteer", "kg.iris"} for stage in STAGES},
    "kg.pipeline": {*COMMON, *STAGES, "kg.gazetteer"},
    "kg.numbers": {*COMMON, "kg.match", "kg.pipeline"},
    "kg.explain": {*COMMON, *STAGES, "kg.gazetteer", "kg.numbers", "kg.pipeline"},
    "kg.proof": {*COMMON, *STAGES, "kg.gazetteer", "kg.pipeline"},
    "kg.corpus": {*COMMON, *STAGES, "kg.gazetteer", "kg.pipeline"},
    # Its workers ask, its pages read the ontology: it knows what is made of RDF, and nothing of how a report is read.
    "kg.serve": {*COMMON, "kg", "kg.graph", "kg.iris"},
    "kg.cli": {*COMMON, *STAGES, "kg.gazetteer", "kg", *("kg." + name for name in JOINING)},
    "kg.__main__": {"kg.cli"},
    "kg": {*COMMON, "kg.pipeline", "kg.corpus", "kg.explain", "kg.graph", "kg.numbers"},
}

# An outside library, and the place that knows it; two make HTML of templates.
DOORS: dict[str, str | tuple[str, ...]] = {
    "jieba": "kg.match.rulebook.words",
    "daachorse": "kg.match.rulebook.lexicon",
    "rdflib": "kg.graph",
    "pyoxigraph": "kg.graph",
    "filelock": "kg.graph.write.files",
    "networkx": "kg.graph",
    "pyshacl": "kg.graph.export.reference",
    "pyvis": "kg.graph.show.network",
    "pypinyin": "kg.graph.show.readings",
    "jinja2": ("kg.graph", "kg.serve.pages"),
    "rich": "kg.cli.terminal",
    "trafilatura": "kg.read.files.web_page",
    "docx": "kg.read.files.word_file",
    "pdfplumber": "kg.read.files.pdf_file",
    "pdfminer": "kg.read.files.pdf_file",
    "starlette": "kg.serve",
    "uvicorn": "kg.serve",
    "httpx": "kg.serve.remote",
}

# Where a library is not called as what is imported.
MODULE_OF = {"pdfminer.six": "pdfminer", "python-docx": "docx"}

# What reads a clock, rolls a die or opens a connection; the build is a function of its input. Only who serves may.
NEVER = {"random", "secrets", "uuid", "time", "datetime", "socket", "urllib.request", "http.client", "requests"}


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[str]:
    """Every module that the file imports, also where it does so late or for types only."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import; write the whole name"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(name: str, room: str) -> bool:
    return name == room or name.startswith(room + ".")


def room_of(name: str) -> str:
    if name == "kg":
        return "kg"
    return next((room for room in ROOMS if room != "kg" and within(name, room)), "")


def test_the_modules_are_found() -> None:
    assert len(MODULES) > 20


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_stands_in_a_room(path: Path) -> None:
    assert room_of(name_of(path)), f"{path} stands in no room of ROOMS; say there what it may import"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_is_imported_against_the_direction(path: Path) -> None:
    room = room_of(name_of(path))
    allowed = {room, *ROOMS.get(room, set())}
    for found in imports(path):
        if within(found, "kg"):
            target = room_of(found) or "kg"  # `from kg import __version__`
            assert target in allowed, f"{path}: {room} must not import {found}"


def test_every_folder_of_matching_has_its_place_in_the_order() -> None:
    assert sorted(path.parent.name for path in (ROOT / "kg" / "match").glob("*/__init__.py")) == sorted(MATCHING)


@pytest.mark.parametrize("path", sorted((ROOT / "kg" / "match").glob("*/*.py")), ids=name_of)
def test_a_room_of_matching_opens_only_those_before_it(path: Path) -> None:
    allowed = MATCHING[: MATCHING.index(path.parent.name) + 1]
    for found in imports(path):
        if within(found, "kg.match"):
            assert found.split(".")[2] in allowed, f"{path}: {path.parent.name} must not import {found}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_each_library_has_one_door(path: Path) -> None:
    name = name_of(path)
    for found in imports(path):
        door = DOORS.get(found.split(".")[0])
        doors = (door,) if isinstance(door, str) else door
        knows = doors is None or any(within(name, one) for one in doors)
        assert knows, f"{path} imports {found}, which only {door} may know"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_clock_chance_or_network(path: Path) -> None:
    for found in imports(path):
        outside = within(name_of(path), "kg.serve")
        assert outside or not any(within(found, name) for name in NEVER), f"{path} imports {found}"


def test_a_folder_holds_code_or_data() -> None:
    data = {path.parent for path in (ROOT / "kg").rglob("*") if path.suffix in {".tsv", ".toml", ".rq", ".ttl"}}
    code = {path.parent for path in MODULES}
    assert data, "no rules or word lists were found"
    assert not data & code


def test_every_dependency_is_used_and_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [
        line for name, lines in project["optional-dependencies"].items() if name not in ("all", "dev") for line in lines
    ]
    declared = {re.split(r"[\[<>=~]", line)[0] for line in [*project["dependencies"], *extras]}
    declared -= {"lxml_html_clean"}  # only trafilatura uses it
    used = {found.split(".")[0] for path in MODULES for found in imports(path)}
    assert {MODULE_OF.get(name, name) for name in declared} == used & set(DOORS) == set(DOORS)


def test_the_extra_for_everything_names_all_formats() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert set(extras) == {"pdf", "office", "html", "shacl", "all", "dev"}
    assert extras["all"] == ["jiceng[html,office,pdf,shacl]"] and "jiceng[all]" in extras["dev"]
