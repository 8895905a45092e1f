"""A store and the texts it was read from in, one HTML file out that needs nothing else."""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2
from pyoxigraph import Store

from kg.graph.dossier import FIGURE, Passages, documents, facts, figures, table, things
from kg.graph.network import OPTIONS, Graph, classes, graph_of, positions, pyvis_model, vis_script
from kg.graph.statements import RDFS, Statements

PAGE = Path(__file__).parent / "page"
# In this order they are one script: each uses what stands before it.
SCRIPTS = ("base", "data", "source", "picture", "panel", "tables", "article", "search", "main")
POLICY = (
    "default-src 'none'; script-src {scripts}; style-src {styles}; img-src data: blob:; "
    "base-uri 'none'; form-action 'none'"
)


def render(store: Store, texts: Mapping[str, str]) -> str:
    """The page: graph, tables and the sentences behind them; the same bytes for the same graph.

    `texts` gives each document's source by its id.
    """
    told = Statements(store)
    graph = graph_of(told)
    data = page_data(told, graph, texts)
    scripts = {
        "vis": vis_script(),
        "page": '(() => {\n"use strict";\n' + "\n".join(_read(f"script/{name}.js") for name in SCRIPTS) + "})();\n",
    }
    style = _read("page.css")
    policy = POLICY.format(
        scripts=" ".join(_digest(script) for script in scripts.values()), styles=_digest(style)
    )
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    return environment.from_string(_read("page.html.jinja")).render(
        title=data["title"],
        policy=policy,
        style=style,
        data=script_json(data),
        scripts=scripts,
        words=_words(),
    )


def page_data(told: Statements, graph: Graph, texts: Mapping[str, str]) -> dict[str, Any]:
    """All that the script reads: names once, everything else by number."""
    number = {iri: i for i, iri in enumerate(graph)}
    base = _base(number)
    passages = Passages(told, texts)
    model = pyvis_model(graph, positions(graph))
    more = things(told, number, passages)
    nodes = [
        [
            iri.removeprefix(base),
            node["label"],
            node["group"],
            node["x"],
            node["y"],
            node["size"],
            [name for name in graph.nodes[iri]["names"].split("|") if name],
            [name for name in graph.nodes[iri]["slips"].split("|") if name],
            number.get(graph.nodes[iri]["home"], -1),
            more[node["id"]],
        ]
        for iri, node in zip(graph, model.nodes, strict=True)
    ]
    edges = [
        [edge["from"], edge["to"], edge["relation"], about["status"] if edge["dashes"] else ""]
        for edge, (*_, about) in zip(model.edges, graph.edges(data=True), strict=True)
    ]
    homes = dict.fromkeys(about["home"] for _, about in graph.nodes(data=True) if about["home"])
    return {
        "title": "、".join(graph.nodes[home]["label"] for home in list(homes)[:3] if home in graph),
        "base": base,
        "words": _words(),
        "classes": _classes(graph, told),
        "relations": _relations(edges, told),
        "options": OPTIONS,
        "nodes": table("iri label type x y size names slips home more", nodes),
        "edges": table("from to relation status", edges),
        "facts": table("subject relation object status at period rule more", facts(told, number, passages)),
        "figures": table(
            f"subject indicator status at {' '.join(FIGURE)} check", figures(told, number, passages)
        ),
        "passages": table("document start end exact", passages.rows),
        "documents": table("id title issued source about text", documents(told, passages, texts)),
    }


def script_json(value: object) -> str:
    """JSON that is safe inside a script element and readable by people: a row to a line, no `<`.

    >>> print(script_json({"名": "</script>"}))
    {
    "名":"\\u003c/script>"
    }
    """
    return _lines(value, 0).replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _lines(value: object, depth: int) -> str:
    """Objects and rows on lines of their own down to the rows of a table."""
    if depth < 2 and isinstance(value, dict):
        inner = (f"{json.dumps(key, ensure_ascii=False)}:{_lines(item, depth + 1)}" for key, item in value.items())
        return "{\n" + ",\n".join(inner) + "\n}"
    if depth == 2 and isinstance(value, list) and value and isinstance(value[0], list):
        return "[\n" + ",\n".join(_compact(item) for item in value) + "\n]"
    return _compact(value)


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _read(name: str) -> str:
    return (PAGE / name).read_text("utf-8")


def _digest(content: str) -> str:
    """How a policy names a script or style that may run."""
    return f"'sha256-{b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _words() -> dict[str, list[str]]:
    """The words of the page itself: name to Chinese and English."""
    rows = (line.split("\t") for line in _read("words.tsv").splitlines() if not line.startswith("#"))
    return {row[0]: row[1:3] for row in rows}


def _base(iris: Mapping[str, int]) -> str:
    """What all IRIs begin with, up to a slash or hash."""
    first, last = min(iris, default=""), max(iris, default="")
    shared = 0
    while shared < min(len(first), len(last)) and first[shared] == last[shared]:
        shared += 1
    return first[: max(first.rfind("/", 0, shared), first.rfind("#", 0, shared)) + 1]


def _classes(graph: Graph, told: Statements) -> dict[str, list[Any]]:
    """The classes that occur: family, glyph, two colours, Chinese, English, count; families in the order of the circle."""
    known = classes()
    counts = Counter(about["type"] for _, about in graph.nodes(data=True))
    families = {about["type"]: about["family"] for _, about in graph.nodes(data=True)}
    rows = {}
    for class_, (family, *look) in known.items():
        for found in (class_, *sorted(c for c in counts if c not in known and families[c] == class_ == family)):
            if found in counts or found in families.values():
                glyph, light, dark, chinese, english = look if found == class_ else (*look[:3], found, found)
                rows[found] = [family, glyph, light, dark, chinese, english, counts[found]]
    return rows


def _relations(edges: list[list[Any]], told: Statements) -> dict[str, list[Any]]:
    """The relations that occur: Chinese, English, count."""
    known = {}
    for line in _read("relations.tsv").splitlines():
        if not line.startswith("#"):
            name, chinese, english = line.split("\t")
            known[name] = [chinese, english]
    counts = Counter(edge[2] for edge in edges)
    order = {name: i for i, name in enumerate(known)}
    return {
        name: [*known.get(name, [name, name]), counts[name]]
        for name in sorted(counts, key=lambda name: (order.get(name, len(order)), name))
    }
