"""Chinese local-government reports in, a knowledge graph out: the public words.

Nothing is loaded before it is asked for.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError, KgError, OutputError, QueryError, RuleError

if TYPE_CHECKING:
    from kg.graph.store import Graph
    from kg.model import Value

__version__ = "0.1.0"

__all__ = [
    "Graph",
    "InputError",
    "KgError",
    "OutputError",
    "QueryError",
    "RuleError",
    "__version__",
    "build",
    "load",
    "quantities",
]


def build(
    *inputs: str | Path,
    rules: Sequence[str | Path] = (),
    issued: str = "",
    place: str = "",
    title: str = "",
    url: str = "",
    encoding: str | None = None,
) -> Graph:
    """Read files and folders, and return the graph of what they say.

    An input that cannot be read is warned of and left out; if none can, its error is raised.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "报纸.txt").write_text("太康县推行“四步议事”机制。", "utf-8")
    ...     graph = build(folder)
    >>> [row["做法"] for row in graph.query("SELECT ?做法 { ?县 jc:adopts/rdfs:label ?做法 }")]
    ['四步议事']
    """
    from kg.corpus import date_of_issue, read_corpus
    from kg.graph.store import Graph
    from kg.model import Details
    from kg.pipeline import load_tools

    details = Details(date_of_issue(issued), place, title, url)
    tools = load_tools([Path(folder) for folder in rules])
    corpus = read_corpus([Path(name) for name in inputs], tools, details, encoding)
    if corpus.failures and not corpus.documents:
        raise corpus.failures[0]
    for failure in corpus.failures:
        warnings.warn(str(failure), stacklevel=2)
    return Graph.from_lines(corpus.lines)


def load(folder: str | Path) -> Graph:
    """Open the graph that `kg build` wrote into a folder."""
    from kg.graph.store import Graph

    return Graph.load(Path(folder))


def quantities(text: str) -> list[Value]:
    """The quantities of a text: number or bounds, unit, and where each stands.

    >>> [(q.number, q.unit) for q in quantities("建成一千二百亩茶园，每斤卖到八块五。")]
    [(Decimal('1200'), '亩'), (Decimal('8.5'), '元')]
    """
    from kg.numbers import quantities as read

    return read(text)


def __getattr__(name: str) -> object:
    if name == "Graph":
        from kg.graph.store import Graph

        return Graph
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
