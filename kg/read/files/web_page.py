"""An HTML page in, its article out, below the title, date and author that the page gives: the door to trafilatura."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from kg.errors import InputError
from kg.read.files.extract import missing

# The names under which pages give these, first the Chinese standard for government sites, then common usage.
_TITLE = ("articletitle", "og:title")
_DATE = ("pubdate", "publishdate", "article:published_time", "firstpublishedtime", "og:release_date", "dcterms.issued")
_SOURCE = ("contentsource", "source")
_AUTHOR = ("author", "article:author")

_HAN = re.compile("[\u4e00-\u9fff]")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_SITE = re.compile(r"\s*(?:[_|]|\s[-–—]\s|[-–—](?=[^-–—]{2,12}\Z)).*\Z", re.S)
_DATED = re.compile(r"\d{4}[年./-]\d{1,2}[月./-]\d{1,2}")
_LABEL = re.compile(r"(?:来源|來源|时间|日期|发布)(?:于|\s*[:：])")
_SAYS_DATE = re.compile("来源|來源|时间|日期|发布")
_LONGEST_LINE = 80
_BOXES = ("div", "td", "section", "article", "center")
# Blocks in which the page's own head may stand once more.
_HEAD = 6

# Elements of the article that begin a block of their own.
_BLOCKS = frozenset(("p", "head", "item", "row", "quote", "code", "list", "table", "div", "body", "ab"))


def article(page: str, name: str) -> str:
    """The text of a page, its headings marked as in Markdown, its paragraphs parted by empty lines."""
    try:
        import trafilatura
    except ImportError:
        raise missing(name, "HTML", "html") from None
    tree = trafilatura.load_html(page)
    if tree is None:
        raise InputError(name, "holds no HTML page", "save the page again, or its text")
    given = _given(tree)
    title = _title(tree, given)
    dated = _first(given, _DATE)
    line = "" if dated else _date_line(tree)
    _set_paragraphs(tree)
    found: Any = trafilatura.bare_extraction(tree, output_format="xml", include_comments=False)
    blocks = [] if found is None else list(_blocks(found.body))
    if not blocks:
        raise InputError(name, "holds no article", "save the text of the page as plain text")
    masthead = _masthead(title, dated, line, given, blocks)
    return "\n\n".join([*masthead, *blocks]) + "\n"


# ---- what the page says of itself ---------------------------------------------------------


def _given(tree: Any) -> dict[str, str]:
    """The metadata by name, in lower case; of two the first."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").strip().lower()
        content = _plain(meta.get("content") or "")
        if name and content:
            found.setdefault(name, content)
    return found


def _first(given: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((given[name] for name in names if name in given), "")


def _title(tree: Any, given: Mapping[str, str]) -> str:
    titles = [_first(given, _TITLE), *(_plain(h1.text_content()) for h1 in tree.iter("h1"))]
    titles += [_SITE.sub("", _plain(title.text_content())) for title in tree.iter("title")]
    return next((title for title in titles if _HAN.search(title)), "")


def _date_line(tree: Any) -> str:
    """The innermost element that dates the page: 来源：青禾日报 发布时间：2024-05-13."""
    best = ""
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "head", "title"):
            continue
        text = _plain("".join(element.itertext())) if len(element) < 30 else ""
        if len(text) <= _LONGEST_LINE and _DATED.search(text) and _SAYS_DATE.search(text):
            return text
    return best


def _masthead(title: str, dated: str, line: str, given: Mapping[str, str], blocks: list[str]) -> list[str]:
    """The lines above the text, without those that the article repeats."""
    lines = []
    head = [block.lstrip("# ") for block in blocks[:_HEAD]]
    # The window's title may be a part of the headline only.
    for index, block in enumerate(head if title else []):
        if len(block) <= _LONGEST_LINE and _bare(title) in _bare(block):
            title = " ".join(head.pop(index).split())
            del blocks[index]
            break
    if title:
        lines.append(f"# {title}")
    short = [block for block in head if len(block) <= _LONGEST_LINE]
    if not any(_DATED.search(block) and _LABEL.search(block) for block in short):
        labelled = line if _LABEL.search(line) else ""
        bare = next((found[0] for text in (*short, line) if (found := _DATED.search(text))), "")
        dated = dated or ("" if labelled else bare)
        source = _first(given, _SOURCE)
        parts = [f"来源：{source}"] if source and dated else []
        parts += [f"时间：{dated}"] if dated else [labelled] if labelled else []
        lines += [" ".join(parts)] if parts else []
    author = _first(given, _AUTHOR)
    if _HAN.match(author) and not any(author in block for block in blocks):
        lines.append(f"作者：{author}")
    return lines


def _set_paragraphs(tree: Any) -> None:
    """Make a paragraph of what stands between line breaks: as text of a bare box it is not taken for an article."""
    for box in [box for box in tree.iter(*_BOXES) if box.find("br") is not None]:
        children, box.text, text = list(box), None, box.text
        paragraph: Any = None
        for child in children:
            box.remove(child)
        for child in [None, *children]:
            if child is None or child.tag == "br":
                paragraph = box.makeelement("p")
                paragraph.text = text if child is None else child.tail
                box.append(paragraph)
            elif child.tag in _BOXES or child.tag in ("p", "table", "ul", "ol"):
                paragraph = box.makeelement("p")
                paragraph.text, child.tail = child.tail, None
                box.extend((child, paragraph))
            else:
                paragraph.append(child)


# ---- the article --------------------------------------------------------------------------


def _blocks(body: Any) -> Iterator[str]:
    """The paragraphs and headings of an article, in order; a line break within one stays one."""
    mark, parts = "", list[str]()
    for mark_after, piece in _pieces(body):
        if mark_after is None:
            parts.append(piece)
            continue
        text = _lines("".join(parts))
        if text:
            yield mark + text
        mark, parts = mark_after, []
    text = _lines("".join(parts))
    if text:
        yield mark + text


def _pieces(element: Any) -> Iterator[tuple[str | None, str]]:
    """Text with None, and where a block begins or ends the mark of what comes next."""
    # By hand, not by recursion: a page may nest more deeply than Python calls.
    todo: list[tuple[Any, bool]] = [(element, True)]
    while todo:
        node, opens = todo.pop()
        if not opens:
            if node.tag in _BLOCKS:
                yield "", ""
            if node.tag == "cell":
                yield None, " "
            if node is not element and node.tail:
                yield None, node.tail
            continue
        if node.tag in _BLOCKS:
            yield _mark(node), ""
        if node.tag == "lb":
            yield None, "\v"
        if isinstance(node.tag, str) and node.text:
            yield None, node.text
        todo.append((node, False))
        todo += [(child, True) for child in reversed(node)]


def _mark(node: Any) -> str:
    if node.tag == "head":
        level = (node.get("rend") or "h2")[-1:]
        return "#" * (int(level) if level.isdigit() else 2) + " "
    return ""


def _lines(text: str) -> str:
    """Text with its blanks as a browser shows them, and a line for each line break."""
    return "\n".join(line for line in map(_plain, text.split("\v")) if line)


def _plain(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text)
