"""What a build counted in, words to read out: what was found, and how to look further."""

from __future__ import annotations

import re
import shlex
import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kg.cli.terminal import breadth, padded

# What a build counts, in the order of the manifest.
COUNTED = {
    "documents": "文章",
    "entities": "实体",
    "facts": "事实",
    "observations": "数据",
    "parts": "组成",
    "triples": "三元组",
    "rejected": "未采纳",
    "repairs": "修复",
}

LABEL = re.compile(r'<[^>]*#(\w+)> <[^>]*#label> "([^"]*)"@zh-Hans ')


def summary(output: Path, found: Mapping[str, Any], labels: Mapping[str, str]) -> str:
    """What a build found, and how to look further.

    >>> found = {"documents": 1, "entities": 3, "entitiesByClass": {"Mechanism": 2, "County": 1}, "facts": 2}
    >>> found |= {"observations": 0, "parts": 9, "triples": 120, "rejected": 4, "repairs": 0}
    >>> lines = summary(Path("output"), found, {"Mechanism": "机制", "County": "县"}).splitlines()
    >>> print("\\n".join(lines[1:5]))
    实体 entities                     3
      机制 Mechanism                  2
      县 County                       1
    事实 facts                        2
    """
    rows = []
    for name, words in COUNTED.items():
        rows.append((f"{words} {name}", found[name]))
        if name == "entities":
            rows += [(f"  {labels.get(kind, '')} {kind}", count) for kind, count in found["entitiesByClass"].items()]
    return "\n".join([*(f"{padded(name, 30)}{count:>5}" for name, count in rows), "", *further(output)])


def placeless(count: int) -> str:
    """How to tell what some texts are about that do not show it themselves.

    >>> placeless(2).split("，")[0]
    '2 篇看不出写的是哪里'
    """
    return (
        f"{count} 篇看不出写的是哪里，没有主语的事实和数据只好略去；可用 --place 或 documents.csv 说明\n"
        "texts do not show which place they are about, and what names no subject was left out: say it with --place"
    )


def further(output: Path) -> list[str]:
    """What to do with the graph that was just written.

    >>> [line.count("  ") > 0 for line in further(Path("一个很长的文件夹/里面还有一个文件夹"))]
    [True, True, True, True]
    """
    place, kg = shlex.quote(str(output)), own_name()
    commands = {
        f"{kg} view {place}": "看图、查原文 look at it",
        f"{kg} query {place}": "能问些什么 what can be asked",
        f"{kg} serve {place}": "开网页和 SPARQL serve it",
        f"{output / 'rejected.tsv'}": "没有采纳的，及其原因 what was left out, and why",
    }
    # A command is copied: nothing may be glued to it, however long the path is.
    wide = max(28, *map(breadth, commands))
    return [f"{padded(command, wide + 2)}{words}" for command, words in commands.items()]


def own_name() -> str:
    """How this command can be called again: its name, or where that is not on the path, as it was called now."""
    if shutil.which("kg"):
        return "kg"
    called = Path(sys.argv[0])
    return "python -m kg" if called.name == "__main__.py" else str(called)


def chinese(ontology: Iterable[str]) -> dict[str, str]:
    """The Chinese label of each class and property, from the ontology's N-Triples.

    >>> term, label = "<https://w3id.org/jiceng/ontology#County>", "<http://www.w3.org/2000/01/rdf-schema#label>"
    >>> chinese([f'{term} {label} "县"@zh-Hans .'])
    {'County': '县'}
    """
    return {found[1]: found[2] for found in map(LABEL.match, ontology) if found}
