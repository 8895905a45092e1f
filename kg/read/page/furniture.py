"""A line in, whether a newspaper or web page says it of itself out; how pages word it, the rules of pages know."""

from __future__ import annotations

from kg.read.page.known import Known
from kg.read.page.labels import values
from kg.read.page.navigation import is_navigation


def is_furniture(line: str, known: Known) -> bool:
    """Whether a line is of the page and not of a report.

    >>> import re
    >>> known = Known(lines=re.compile("扫码看.{0,8}"))
    >>> is_furniture("扫码看视频", known), is_furniture("村里扫码看病", known)
    (True, False)
    """
    return (
        known.lines.fullmatch(line) is not None
        or recommends(line, known)
        or is_navigation(line, known.site_words)
        or is_notice(line, known)
        or ("：" in line and bool(values(line, known.labels)))
    )


def is_notice(line: str, known: Known) -> bool:
    """Whether a line of any length says what the law has a site say.

    >>> import re
    >>> known = Known(notices=re.compile("凡本[网站]"), within=re.compile("转载请注明"))
    >>> [is_notice(line, known) for line in ("凡本网注明来源的作品", "欢迎转发，转载请注明出处", "凡本县村民")]
    [True, True, False]
    """
    return known.notices.match(line) is not None or known.within.search(line) is not None


def recommends(line: str, known: Known) -> bool:
    """Whether below this line stands what else there is to read.

    >>> import re
    >>> known = Known(related=re.compile("新闻推荐"))
    >>> recommends("新闻推荐", known), recommends("新闻推荐会", known)
    (True, False)
    """
    return known.related.fullmatch(line) is not None
