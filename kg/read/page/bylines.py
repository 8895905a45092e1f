"""A by-line in, the persons whom it names and their roles out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Surnames:
    """With what names begin, and which of that is common enough to begin one in the middle of a run."""

    every: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()

    def __contains__(self, word: str) -> bool:
        return word in self.every

    def __bool__(self) -> bool:
        return bool(self.every)


NO_SURNAMES = Surnames()


@dataclass(frozen=True, slots=True)
class Named:
    """A person of a by-line, and the stretch of the source that names them."""

    name: str
    role: str
    start: int
    end: int


# What he is of whom a by-line says no more.
AUTHOR, REPORTERS = "作者", ("记者", "通讯员")
_HAN = r"\u4e00-\u9fff"
# Roles that stand before their names, as the graph calls them.
_BEFORE = {
    "特约摄影": "摄影",
    "记者站": "记者",
    "记者": "记者",
    "特派员": "记者",
    "采写": "记者",
    "通讯员": "通讯员",
    "实习生": "实习生",
    "摄影师": "摄影",
    "评论员": "作者",
    "作者": "作者",
    "撰稿人": "作者",
    "撰稿": "作者",
    "撰文": "作者",
    "执笔": "作者",
}
# Roles that stand after their names, or before them with a colon or stroke.
_PICTURE = ("摄影报道", "摄影", "供图", "配图", "图片", "图", "摄")
_WRITING = ("文并摄", "文图", "图文", "文字", "报道", "整理", "供稿", "文")
_AFTER = {**dict.fromkeys(_PICTURE, "摄影"), **dict.fromkeys(_WRITING, "作者")}

_TOKEN = re.compile(r"[^\s、，；：/／|（）()【】\[\]《》\d—]+")
_LONGEST_RUN = 12
# Who checked it is no author, and what is said of the author no name.
_END = re.compile(r"[《\d，]|作者单位|\S{0,2}(?:审核|编辑|责编|校对|编审|[终初复一二三]审)\s*[:：/]")
# （本报记者李华、王芳参与采写）: what they did there is no part of the last name.
_TOOK_PART = re.compile(
    r"(?:[也亦均]?(?:参与|协助)了?(?:本文)?(?:采写|采访|报道|写作|撰写|整理|拍摄)|对本文[也亦]?有贡献)[^\u4e00-\u9fff]{0,3}\Z"
)
# 《江岳日报》记者: the reporter's paper, and no beginning of something else.
_PAPER = re.compile(r"《[^《》]{2,12}(?:报|刊|网|台)》(?=\S{0,4}(?:记者|通讯员|特派员))")
# 记 者 | 王芳: set wide to stand flush with labels of four.
_WIDE = re.compile(r"\s*([记作采撰])\s+([者写稿])\s*[:：|｜/]")
_ROLE_BEFORE = re.compile("|".join(_BEFORE))
# Only these are set without a stroke or blank: many a given name ends in 文 or 图.
_ROLE_AFTER = re.compile(r"(?:摄影报道|摄影|报道|供图|供稿|摄)\Z")
_SIGNED = re.compile(r"[/／|：]")
_GIVEN_BY = re.compile(r"(?:图片?|照片|摄影)[^（）由\n]{0,8}由\s*(?P<who>[^（）()\n]{2,24}?)\s*等?(?:提\s*供|拍\s*摄)")
_NO_PERSON = re.compile(
    r"[局部办委院校社台站处室会队厂省市县区乡镇村报网]\Z|公司|中心|融媒|本报|本刊|图片|报道|供稿|首页|来源|全文|街道|审核|编辑|校对"
)


def persons(even: str, start: int, end: int, surnames: Surnames = NO_SURNAMES) -> list[Named]:
    """The persons whom a by-line names; `even` is the evened source, in which it reaches from `start` to `end`.

    >>> line = "□记者 王 芳 通讯员李小明 文/图"
    >>> [(found.name, found.role) for found in persons(line, 0, len(line))]
    [('王芳', '记者'), ('李小明', '通讯员')]
    """
    found: list[Named] = []
    took_part = _TOOK_PART.search(even, start, end)
    end = took_part.start() if took_part else end
    given = _GIVEN_BY.search(even, start, end)
    if given is not None:
        pieces = [token.span() for token in _TOKEN.finditer(even, *given.span("who"))]
        found = list(_named(even, pieces, "摄影", surnames))
        end = given.start()
    paper = _PAPER.search(even, start, end)
    start = paper.end() if paper else start
    stop = _END.search(even, start, end)
    wide = _WIDE.match(even, start, end)
    role, start = (_BEFORE[wide[1] + wide[2]], wide.end()) if wide else ("", start)
    return [*_by_roles(even, start, stop.start() if stop else end, surnames, role), *found]


def _by_roles(even: str, start: int, end: int, surnames: Surnames, role: str) -> Iterator[Named]:
    tokens = [token.span() for token in _TOKEN.finditer(even, start, end)]
    waiting: list[Place] = []
    for index, (first, last) in enumerate(tokens):
        word = even[first:last]
        if word in _AFTER:
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            leads = (
                following is not None
                and _SIGNED.search(even, last, following[0]) is not None
                and even[slice(*following)] not in _AFTER
                and not (index and _SIGNED.search(even, tokens[index - 1][1], first))
            )
            if leads:
                yield from _named(even, waiting, role, surnames)
                role, waiting = _AFTER[word], []
            else:
                yield from _named(even, waiting, _role(role, word), surnames)
                role, waiting = "", []
            continue
        if before := _ROLE_BEFORE.search(word):
            yield from _named(even, waiting, role, surnames)
            role, waiting, first = _BEFORE[before[0]], [], first + before.end()
            # 记者张志宁通讯员李莉: each begins the names of its own.
            while next_role := _ROLE_BEFORE.search(even, first, last):
                yield from _named(even, [(first, next_role.start())], role, surnames)
                role, first = _BEFORE[next_role[0]], next_role.end()
            word = even[first:last]
        after = _ROLE_AFTER.search(word)
        if after is not None and after.start() and len(word) <= _LONGEST_RUN:
            waiting.append((first, first + after.start()))
            yield from _named(even, waiting, _role(role, after[0]), surnames)
            role, waiting = "", []
        elif first < last:
            waiting.append((first, last))
    yield from _named(even, waiting, role, surnames)


def _role(before: str, after: str) -> str:
    """What a name is between two roles: a reporter stays one, unless all that is signed is a picture."""
    return before if before and after not in ("摄", "摄影", "供图") else _AFTER[after]


def _named(even: str, pieces: Sequence[Place], role: str, surnames: Surnames) -> Iterator[Named]:
    """Names out of the pieces between blanks: 程  焕 is one, and so is a name that a line's end parted."""
    for first, last in _joined(even, pieces, surnames):
        name = "".join(even[first:last].split())
        # 通讯员陈思明刘德恒 are two, and 王晋李高明 two that nothing tells apart; 阿布都力木 is one.
        if role and name[:1] in surnames and (ways := _ways(name, surnames)):
            for start, end in ways[0] if len(ways) == 1 and last - first == len(name) else ():
                yield Named(name[start:end], role, first + start, first + end)
        elif _is_name(name, role, surnames):
            yield Named(name, role or AUTHOR, first, last)
        elif last - first == len(name):
            for start, end in _parted(name, surnames):
                yield Named(name[start:end], role or AUTHOR, first + start, first + end)


def _parted(run: str, surnames: Surnames) -> list[Place]:
    """The names of a run without blanks, where it can be parted into as few in one way only: 董乃德刘加雷."""
    found = _cut(run, surnames, surnames.every)
    return found[0] if len(found) == 1 else []


def _ways(run: str, surnames: Surnames) -> list[list[Place]]:
    """The ways to part a run that would be one long name into names of which all but the first have common surnames."""
    return _cut(run, surnames, surnames.common) if run[:2] not in surnames or len(run) > 4 else []


def _cut(run: str, surnames: Surnames, further: frozenset[str]) -> list[list[Place]]:
    """The ways to part a run into as few names as can be, each but the first with a surname of `further`."""
    ways: list[list[list[Place]]] = [[[]], *([] for _ in run)]
    for start in range(len(run) if surnames and 4 <= len(run) <= _LONGEST_RUN else 0):
        for end in (start + 2, start + 3):
            opens = run[start] in (further if start else surnames.every)
            if end <= len(run) and ways[start] and opens and _is_name(run[start:end], "", surnames):
                ways[end] += [[*way, (start, end)] for way in ways[start]]
    fewest = min(map(len, ways[-1]), default=0)
    return [way for way in ways[-1] if len(way) == fewest]


def _joined(even: str, pieces: Sequence[Place], surnames: Surnames) -> Iterator[Place]:
    index = 0
    while index < len(pieces):
        first, last = pieces[index]
        singles = index
        while singles < len(pieces) and pieces[singles][1] - pieces[singles][0] == 1:
            singles += 1
        run = singles - index
        if run >= 2:
            # 程 焕 is set wide to stand flush with names of three; three pieces are one such name.
            take = 3 if run % 2 else 2
            yield first, pieces[index + take - 1][1]
            index += take
        elif index + 1 < len(pieces) and (
            (run == 1 and (even[first] in surnames or not surnames))
            or (last - first == 2 and _is_lone(pieces, index + 1, even, surnames))
        ):
            yield first, pieces[index + 1][1]
            index += 2
        else:
            yield first, last
            index += 1


def _is_lone(pieces: Sequence[Place], index: int, even: str, surnames: Surnames) -> bool:
    """Whether a piece is one character that neither begins a name nor is set wide with the next one."""
    singles = index
    while singles < len(pieces) and pieces[singles][1] - pieces[singles][0] == 1:
        singles += 1
    return (singles - index) % 2 == 1 and (singles - index == 1 or even[pieces[index][0]] not in surnames)


_GRAMMAR = frozenset("了的着们")
_NAME = re.compile(rf"[{_HAN}]+(?:·[{_HAN}]+)*")


def _is_name(name: str, role: str, surnames: Surnames) -> bool:
    if not _NAME.fullmatch(name) or any(map(_NO_PERSON.search, name.split("·"))):
        return False
    if "·" in name:
        return True
    # 记者算了笔账
    if any(char in _GRAMMAR for char in name[1:]):
        return False
    if len(name) < 2 or not surnames:
        return 2 <= len(name) <= 4
    if (name[:2] in surnames and 3 <= len(name) <= 4) or (name[0] in surnames and len(name) <= 3):
        return True
    # Names of other peoples have no Chinese surname; a role in front says that they are names.
    return bool(role) and role != "摄影" and 3 <= len(name) <= 6
