"""A store and the texts it was read from in, one HTML file out that needs nothing else."""

from __future__ import annotations

import gc
import hashlib
import json
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import jinja2
from pyoxigraph import Store

from kg.graph.query.statements import Statements, local
from kg.graph.show.dossier import FIGURE, Passages, documents, facts, figures, table, things
from kg.graph.show.network import OPTIONS, Picture, classes, picture_of, positions, pyvis_model, vis_script
from kg.graph.show.readings import readings
from kg.graph.write.vocabulary import term_labels

PAGE = Path(__file__).parents[1] / "page"
# In this order they are one script: each uses what stands before it.
SCRIPTS = (
    "base",
    "data",
    "source",
    "drawing",
    "picture",
    "panel",
    "query",
    "tables",
    "article",
    "search",
    "compare",
    "export",
    "main",
)
# Relations of other vocabularies, which the ontology does not name.
OUTSIDE = {"creator": ["作者", "By"], "isPartOf": ["载于", "Part of"]}
_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
POLICY = (
    "default-src 'none'; script-src {scripts}; style-src {styles}; img-src data: blob:; "
    "base-uri 'none'; form-action 'none'"
)


def render(store: Store, texts: Mapping[str, str]) -> str:
    """The page: graph, tables and the sentences behind them; the same bytes for the same graph.

    `texts` gives each document's source by its id.
    """
    with uncollected():
        told = Statements(store)
        data = page_data(told, picture_of(told), texts)
        title, written = data["title"], script_json(data)
        # Before the collector comes back, what it would have to walk is gone.
        del told, data
    scripts = {
        "vis": vis_script(),
        "page": '(() => {\n"use strict";\n' + "\n".join(_read(f"script/{name}.js") for name in SCRIPTS) + "})();\n",
    }
    style = _read("page.css")
    policy = POLICY.format(scripts=" ".join(_digest(script) for script in scripts.values()), styles=_digest(style))
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    return environment.from_string(_read("page.html.jinja")).render(
        title=title,
        policy=policy,
        style=style,
        data=written,
        scripts=scripts,
        words=_words(),
    )


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the garbage collector wait: it would walk the growing graph again and again, for half of the time."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def page_data(told: Statements, picture: Picture, texts: Mapping[str, str]) -> dict[str, Any]:
    """All that the script reads: names once, everything else by number."""
    number = {iri: i for i, iri in enumerate(picture.things)}
    base = _base(number)
    passages = Passages(told, texts)
    model = pyvis_model(picture, positions(picture))
    more = things(told, number, passages)
    seen = _classes(picture)
    counted = Counter([edge["relation"] for edge in model.edges])
    relations = dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))
    homes = dict.fromkeys(about["home"] for about in picture.things.values() if about["home"] in picture.things)
    titles = [picture.things[home]["label"] for home in homes]
    nodes = _nodes(picture, model.nodes, number, list(seen), base, more)
    local_names = {local(predicate) for predicate in told.predicates}
    return {
        "title": "、".join(titles[:3]) + ("等" if len(titles) > 3 else ""),
        "base": base,
        "outside": list(OUTSIDE),
        "words": _words(),
        "terms": _terms([*seen, *relations, *local_names]),
        "classes": seen,
        "relations": relations,
        "options": OPTIONS,
        "readings": readings(about[name] for about in picture.things.values() for name in ("label", "names", "slips")),
        "nodes": table("label type x y size home iri names slips more", nodes),
        "edges": _edges(picture, model.edges, list(relations)),
        "facts": table("subject relation object status at period rule more", facts(told, number, passages)),
        "figures": table(f"subject indicator status at {' '.join(FIGURE)} check", figures(told, number, passages)),
        "passages": table("document start end exact", passages.rows),
        "documents": table("id title issued source about text", documents(told, passages, texts)),
    }


def _nodes(
    picture: Picture,
    drawn: Sequence[Mapping[str, Any]],
    number: Mapping[str, int],
    classes: Sequence[str],
    base: str,
    more: Mapping[int, Any],
) -> list[list[Any]]:
    """A row for each thing: its label, class, place and size, its home, IRI and other names."""
    kind = {name: i for i, name in enumerate(classes)}
    return [
        [
            node["label"],
            kind[node["group"]],
            node["x"],
            node["y"],
            node["size"],
            number.get(about["home"], -1),
            # Most IRIs hold the label, which need not be said twice.
            iri.removeprefix(base).replace(node["label"], "*", 1),
            about["names"].split("|") if about["names"] else [],
            about["slips"].split("|") if about["slips"] else [],
            more[node["id"]],
        ]
        for (iri, about), node in zip(picture.things.items(), drawn, strict=True)
    ]


def _edges(picture: Picture, drawn: Sequence[Mapping[str, Any]], relations: Sequence[str]) -> dict[str, Any]:
    """A column for each end of the lines, for their relations, and for the status of those that are not stated."""
    kind = {name: i for i, name in enumerate(relations)}
    return {
        "from": [edge["from"] for edge in drawn],
        "to": [edge["to"] for edge in drawn],
        "relation": [kind[edge["relation"]] for edge in drawn],
        # Few are not simply stated: only those are told apart.
        "status": {
            i: about["status"]
            for i, (_, _, about) in enumerate(picture.relations)
            if about["status"] not in ("", "Stated")
        },
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


def _classes(picture: Picture) -> dict[str, list[Any]]:
    """The classes that occur and their families: family, glyph, two colours, count; in the order of the circle."""
    known = classes()
    counts = Counter([about["class"] for about in picture.things.values()])
    families = {about["class"]: about["family"] for about in picture.things.values()}
    rows = {}
    for class_, (family, *look) in known.items():
        if class_ in counts or class_ in families.values():
            rows[class_] = [family, *look, counts[class_]]
        # A class that a rule file adds looks like its family.
        for added in sorted(added for added in counts if added not in known and families[added] == class_):
            rows[added] = [class_, *look, counts[added]]
    return rows


def _terms(names: Iterable[str]) -> dict[str, list[str]]:
    """What the ontology calls classes and properties: Chinese and English."""
    known = {local(iri): said for iri, said in term_labels().items()}
    found = {}
    for name in sorted(set(names)):
        chinese, english = known.get(name, (name, name))
        found[name] = [chinese, english[:1].upper() + english[1:]]
    return found | OUTSIDE
