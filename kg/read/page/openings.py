"""The words by which a paper says who sends a report and from where: 本报讯（记者 王芳）, 新华社南昌5月6日电."""

from __future__ import annotations

import re

_OUTLETS = (
    r"(?:本报|本刊|本网|本台|新华社|新华网|中新社|中新网|人民网|央视网|央广网|光明网"
    r"|[\u4e00-\u9fff]{2,8}(?:日报|晚报|早报|时报|新闻网|融媒体?(?:中心)?|客户端))"
)
# Of an outlet that only its last word shows, a bracket behind must say that somebody reports.
_ANY_OUTLET = r"[\u4e00-\u9fff]{1,10}(?:报|网|台|刊|时刻|传媒|新闻|发布|之声)"
# 青禾在线12月30日讯: the day between shows that it is one.
_DATED_OUTLET = r"[\u4e00-\u9fff]{2,12}?\d{1,2}月\d{1,2}日"
_FROM = r"[\u4e00-\u9fff0-9\s]{0,14}?"
# 本报电力新闻: what is no 电 of a telegram.
_SENT = r"(?:讯(?!员)|消息(?=\s*[（(])|电(?![力子器网脑话视动影商站梯池缆厂线源价费流压量信气炉机车工路报]))"
_BRACKET = r"[（(][^（）()\n]{2,60}[）)]"
_REPORTING = r"[（(](?:[^（）()\n]{0,12}?(?:记者|通讯员|作者))[^（）()\n]{1,50}[）)]"
# 讯 记者王芳报道
_TOLD = r"(?:本报|全媒体|见习|首席)?(?:记者|通讯员)[\u4e00-\u9fff\s、]{2,14}?报道(?:[，：:]|(?=\s|[\u4e00-\u9fff]))"
# 青禾网（江岳日报网）讯: whose site it is.
_OWNED = r"(?:[（(][\u4e00-\u9fff]{2,10}(?:网|报|台|社|客户端|新闻)[）)])?"
# 讯 据江岳报报道（记者 王芳）: where it stood before.
_TAKEN_FROM = rf"(?:据[\u4e00-\u9fff]{{2,10}}?(?:报|网|台|社|客户端)(?:报道|消息|讯)\s*(?:{_BRACKET}|[，：:]))?"
_OPENING = re.compile(
    rf"(?:{_OUTLETS}{_FROM}{_SENT}\s*(?:{_BRACKET}|{_TOLD})?|{_ANY_OUTLET}{_OWNED}{_FROM}[讯电]\s*(?:{_REPORTING}|{_TOLD})"
    rf"|{_DATED_OUTLET}{_SENT}\s*(?:{_BRACKET}|{_TOLD}|[：:])?|{_ANY_OUTLET}\d{{1,2}}月\d{{1,2}}日\s*{_REPORTING}"
    rf"|{_REPORTING})\s*{_TAKEN_FROM}\s*"
)
# 记者 王芳 通讯员 李强 本报讯: the by-line ran into the first line.
_OTHER = r"[^，。；：！？“”（）()\n]"
_RUN_IN = re.compile(
    rf"{_OTHER}{{0,20}}?(?:记者|通讯员){_OTHER}{{2,40}}?(?:本报|本刊|本网|本台){_FROM}{_SENT}\s*(?:{_BRACKET})?\s*"
)
# 青禾日报、青禾网 李强、记者王芳报道 今年以来…
_REPORTED = re.compile(
    r"(?:[\u4e00-\u9fff]{2,12}(?:报|网|台|社|在线|客户端|融媒体?(?:中心)?)[、\s]*){1,3}(?:[\u4e00-\u9fff]{2,4}[、\s]+){0,4}"
    r"(?:全媒体|首席|见习|本报)?(?:记者|通讯员)[\u4e00-\u9fff\s、]{2,14}?报道(?:[，：:]\s*|\s+|(?=[\u4e00-\u9fff])(?![了过的称说道]))"
)
_DATED = re.compile("日\\s*[（(]")
# Within so many characters stands the 讯 or 电 of an outlet.
LONGEST = 60
NAMING = re.compile(f"{_BRACKET}|{_TOLD}")


def opening_end(text: str, start: int, end: int) -> int:
    """Where the words end that say who sends a report and from where; `start` where there are none.

    >>> opening_end("本报讯（记者 王芳）青石镇推行河长制。", 0, 20)
    10
    >>> opening_end("青禾网（江岳日报网）讯（记者 王芳）青石镇推行河长制。", 0, 30)
    18
    >>> opening_end("国家电网充电桩遍布城乡。", 0, 12)
    0
    """
    head = text[start : min(end, start + LONGEST)]
    # Most paragraphs have none, and are spared the search.
    sent = any(word in head for word in ("讯", "电", "消息", "报道"))
    if not sent and head[:1] not in ("（", "(") and not _DATED.search(head):
        return start
    found = _OPENING.match(text, start, end) or ("本" in head and _RUN_IN.match(text, start, end))
    found = found or ("报道" in head and _REPORTED.match(text, start, end))
    return found.end() if found else start
