"""The words at the end of a report by which a paper says who sent it: （王芳 李志强）, 记者 王芳 摄."""

from __future__ import annotations

import re

_SIGNS = r"(?:摄影报道|摄影|摄|供图|文/图|图/文|文/摄|文图|图文|报道|供稿)"
_WRITERS = r"(?:记者|通讯员|特约摄影)"
_OTHER = r"[^（）()\n。，；：！？]"
_CLOSING = re.compile(
    r"(?<=[。！？…”；])\s*(?P<said>"
    r"[（(][^（）()\n。；！？]{2,60}[）)]"
    rf"|(?!图){_OTHER}{{2,40}}?{_SIGNS}[）)]?"
    rf"|{_OTHER}{{0,14}}?{_WRITERS}{_OTHER}{{2,20}}[）)]?"
    r")[。\s]*\Z"
)
_LONGEST = 80
# The last character of nearly all such words.
ENDS = ("）", ")", "摄", "影", "图", "道", "文", "稿")


def closing(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the words stand that may say who sent a report; whether they do, the names in them tell.

    >>> closing("青石镇推行河长制。（王芳 李志强）", 0, 17)
    (9, 17)
    >>> closing("青石镇推行河长制（试点）", 0, 12)
    """
    found = _CLOSING.search(text, max(start, end - _LONGEST), end)
    return found.span("said") if found else None
