"""A document in, the people whom its sentences name out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from kg.match.people.foreign_names import DOT, find_foreign
from kg.match.people.person_context import People
from kg.match.people.person_evidence import AFTER, BEFORE, Candidate, find_candidate, what_is_after, what_is_before
from kg.match.people.signatures import find_signed
from kg.match.places.occurrences import occurrences
from kg.match.rulebook.words import Words
from kg.model import Document, Mention, Role, Sentence, Span

ENOUGH = 30
# What a single place cannot decide, two places of the document may.
LEAST = 10
JOINTS = "、和与及"
LONGEST = 4
# What the dictionary counts no oftener is hardly a word.
RARE = 3
# By-lines and datelines have been read already.
LEADER = "person/leader"
DOCTRINE = "关于|重要|为核心|的?[^，。；了]{0,8}(?:思想|论述|指示|讲话|嘱托|精神|理论|号召)"
MASTER = "师傅"
TITLED = re.compile(f"(?:总书记|国家主席|主席|总理|委员长|同志|总司令)(?!{DOCTRINE})")
# 邓小平理论, 毛泽东的军事著作: what bears a leader's name is no deed of his.
BORNE_BY = re.compile(f"(?:同志)?(?:为(?:核心|首|代表)|新时代|生平|故居|诞辰|{DOCTRINE})")
UNBOUNDED = -1000
OF_SOMEBODY = re.compile("（(?:[男女]|(?:[男女][，、])?[一-鿿]{1,5}族)）(?=[、和与及])")
READ = frozenset({Role.BYLINE, Role.DATELINE})
COUNTIES = "县市区旗"
# 通讯员 李书设: whoever signs stands there alone, however rare the last character of his name is.
SIGNS, SIGNS_LENGTH = re.compile("(?:记者|通讯员|特约记者)[ \u3000]{0,2}\\Z"), 6
LAST_CHARACTER = re.compile("[一-龥](?<![文图摄讯等报说供制])(?=[ \u3000）)\n]|报道|摄影|$)")
CONTRAST, GOING_ON, GOES_ON = "则", "正", re.compile("[一-龥]")
# 李卫正说: what nobody is just about to do where a report quotes him.
TELLS = re.compile("说|介绍|告诉|表示|回忆|坦言|感[慨叹]|直言|认为|称|讲|道|指出|强调|是|为|出生|当选|担?任|获|被")

# So often nobody does by chance what begins with the same character.
AGAIN_AND_AGAIN = 3


def find_people(document: Document, sentences: Sequence[Sentence], words: Words, people: People) -> list[Mention]:
    """The people of a document wherever it names them, in order; leaders who stand for a doctrine are left out.

    >>> from kg.gazetteer import load_gazetteer
    >>> from kg.match.people.person_context import compile_people
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.model import Source
    >>> text = "种植大户刘会保介绍，刘会保家有高质量水田。"
    >>> document = Document(Source("", text, "", ""), text, range(len(text)), ())
    >>> whole = Sentence(Span(0, len(text)), (), 0, 0)
    >>> people = compile_people(load_gazetteer(), load_rules())
    >>> [(m.name, m.span.start, m.rule) for m in find_people(document, [whole], Words(), people)]
    [('刘会保', 4, 'person/role'), ('刘会保', 10, 'person/again')]
    """
    text = document.text
    readable = _readable(sentences)
    foreign = [m for m in find_foreign(text, people, words) if readable(m.span.start)]
    foreign += _again(text, foreign, readable, words)
    foreign += _by_part(text, foreign, readable, people, words)
    taken = {place for m in foreign for place in range(m.span.start, m.span.end)}
    found = [c for c in _candidates(text, people, words) if readable(c.span.start) and c.span.start not in taken]
    found = [c for c in found if c.before == "role" or not _begins_with_county(text, c.name)]
    found = [c for c in found if c.name not in people.leaders and not text.startswith("总书记", c.span.end)]
    sure = _whole_names(text, _apart(_beside(text, found, _sure(found), people, words)), people)
    sure = [_without_adverb(text, c, people, words) for c in sure]
    sure += [
        c for c in find_signed(text, people, words) if readable(c.span.start) and c.span not in {d.span for d in sure}
    ]
    foreign += [m for m in _leaders(text, people, words) if readable(m.span.start) and m.span.start not in taken]
    mentions = foreign + [Mention(c.span, "Person", f"person/{_reason(c)}", c.name) for c in sure]
    mentions += _again(text, [m for m in mentions if m.rule != LEADER], readable, words)
    return sorted(mentions, key=lambda mention: mention.span)


def _leaders(text: str, people: People, words: Words) -> Iterator[Mention]:
    """习近平总书记, 周恩来总理: a leader with a title or at work; what only bears the name (毛泽东思想) is none."""
    for name, places in occurrences(text, sorted(people.leaders)).items():
        for start in places:
            span = Span(start, start + len(name))
            if TITLED.match(text, span.end) or _acts(text, span, people, words):
                yield Mention(span, "Person", LEADER, name)


def _acts(text: str, span: Span, people: People, words: Words) -> bool:
    """Whether a leader does something here, or stands in a list of people, and lends no name to a theory."""
    if BORNE_BY.match(text, span.end) or text[span.start - 1 : span.start] in tuple("《“"):
        return False
    before = what_is_before(text, span.start, people)
    after = what_is_after(text, span, people, words, UNBOUNDED)
    beside = text[span.end : span.end + 1] in (*JOINTS, "等")
    meets = text.startswith(people.person_verbs, span.end)
    return before == "role" or after in ("speech", "person", "verb") or beside or meets


def _begins_with_county(text: str, name: str) -> bool:
    """“清水占大半” in a text on 清水县: the place for short, and what it does."""
    return len(name) == 3 and any(name[:2] + last in text for last in COUNTIES)


def _readable(sentences: Sequence[Sentence]) -> Callable[[int], bool]:
    """Whether a place lies in a sentence."""
    spans = [s.span for s in sentences if s.role not in READ]
    spans.sort(key=lambda span: span.start)
    starts = [span.start for span in spans]

    def readable(place: int) -> bool:
        i = bisect_right(starts, place) - 1
        return i >= 0 and place < spans[i].end

    return readable


def _starts(text: str, people: People) -> Iterator[tuple[int, str]]:
    """Where a name may begin, and what stands before: behind roles and marks, and shortly before verbs of speech."""
    starts = {match.end() for match in people.after_role.finditer(text)}
    starts.update([match.end() for match in people.opening.finditer(text)])
    starts.update([match.end() for match in people.taking.finditer(text)])
    if people.opens.match(text):
        starts.add(0)
    surnames = people.naming.surnames
    for match in people.speech.finditer(text):
        verb = match.start()
        starts.update(start for start in range(max(0, verb - LONGEST), verb - 1) if text[start] in surnames)
    for start in sorted(starts):
        yield start, what_is_before(text, start, people)


def _candidates(text: str, people: People, words: Words) -> Iterator[Candidate]:
    known: set[str] = set()
    last = -1
    for start, before in _starts(text, people):
        # A name of three characters is weighed until it is sure; where else it stands, nothing needs weighing.
        if text[start : start + 3] in known or (start - 1 != last and text[max(0, start - 1) : start + 2] in known):
            continue
        # 木匠师傅义正发: a master is called 师傅, and nobody of the surname 师.
        if text.startswith(MASTER, start):
            continue
        if start and text[start - 1] in JOINTS and text[max(0, start - 4) : start - 1] in known:
            before = "list"
        candidate = find_candidate(text, start, before, people, words, LEAST)
        if candidate is not None:
            last = start
            yield candidate
            if candidate.score >= ENOUGH and len(candidate.name) == 3:
                known.add(candidate.name)


def _sure(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates for which enough speaks, in one place or in several together."""
    sure = [c for c in found if c.score >= ENOUGH]
    names = {c.name for c in sure}
    pooled: dict[str, list[Candidate]] = {}
    for c in found:
        if c.name not in names and c.context > 0:
            pooled.setdefault(c.name, []).append(c)
    for places in pooled.values():
        if len(places) > 1 and places[0].likeness + sum(c.context for c in places) >= ENOUGH:
            sure += places
    return sure


def _beside(
    text: str, found: Sequence[Candidate], sure: Sequence[Candidate], people: People, words: Words
) -> list[Candidate]:
    """With the candidates that stand in a row with sure ones: 李华、王芳和赵建国."""
    grown = list(sure)
    seen = {c.span.start for c in grown}
    ending: dict[int, list[Candidate]] = {}
    for d in found:
        ending.setdefault(d.span.end, []).append(d)
    # The list grows while it is walked: each name of a row is asked for the next.
    for c in grown:
        joined = text[c.span.start - 1 : c.span.start] in tuple(JOINTS)
        row = [d._replace(before="list") for d in ending.get(c.span.start - 1, ())] if joined else []
        if joined and not row:
            row = _left_of(text, c.span.start - 1, people, words)
        # 李华（女）、王芳（回族）: the bracket says more of the person, and the list goes on behind it.
        bracket = OF_SOMEBODY.match(text, c.span.end)
        start = (bracket.end() if bracket else c.span.end) + 1
        if text[start - 1 : start] in tuple(JOINTS) and start < len(text):
            behind = find_candidate(text, start, "list", people, words, ENOUGH) or _between(text, start, found, people)
            row += [behind] if behind else []
        grown += [d for d in row if d.score >= ENOUGH and d.span.start not in seen]
        seen.update(d.span.start for d in row)
    return grown


def _left_of(text: str, end: int, people: People, words: Words) -> list[Candidate]:
    """增加了陆光成、赵金宝的墓: the first of two in a row, though no mark stands before it."""
    for start in (end - 3, end - 2):
        if start >= 0 and text[start] in people.naming.surnames and "\n" not in text[start:end]:
            found = find_candidate(text, start, "row", people, words, ENOUGH)
            if found is not None and found.span.end == end and _whole(text, start, end, words):
                return [found]
    return []


def _between(text: str, start: int, found: Sequence[Candidate], people: People) -> Candidate | None:
    """万里 in 李鹏、万里、宋健: between two people stands a third, even if the name is a word as well."""
    for length in (2, 3):
        span = Span(start, start + length)
        name = text[start : span.end]
        likeness = people.naming.likeness(name) if len(name) == length else None
        next_one = any(c.span.start == span.end + 1 and c.score >= ENOUGH for c in found)
        if likeness is not None and text[span.end : span.end + 1] == "、" and next_one:
            return Candidate(span, name, max(likeness, 0), "list", "end")
    return None


def _whole_names(text: str, sure: Sequence[Candidate], people: People) -> list[Candidate]:
    """周益 where the text says 周益才 again and again and never 周益 alone: one man, with the longer name."""
    longer = {c.name for c in sure if len(c.name) == 3}
    found = []
    for c in sure:
        name = text[c.span.start : c.span.end + 1]
        signs = len(c.name) == 2 and SIGNS.search(text, max(0, c.span.start - SIGNS_LENGTH), c.span.start)
        if signs and LAST_CHARACTER.match(text, c.span.end):
            found.append(c._replace(span=Span(c.span.start, c.span.end + 1), name=name))
            continue
        often = text.count(name) if len(c.name) == 2 else 0
        told = name in longer or (often >= AGAIN_AND_AGAIN and (people.naming.likeness(name) or 0) > 0)
        whole = often and told and often == text.count(c.name) and len(name) > len(c.name)
        found.append(c._replace(span=Span(c.span.start, c.span.end + 1), name=name) if whole else c)
    return found


def _without_adverb(text: str, c: Candidate, people: People, words: Words) -> Candidate:
    """书记吴斌则希望, 李慧正提醒游客: an adverb is no part of the name before it, where that is written once so."""
    last = c.name[-1] if len(c.name) == 3 and GOES_ON.match(text, c.span.end) else ""
    adverb = last == CONTRAST
    if last == GOING_ON and TELLS.match(text, c.span.end) is None:
        _, tag = next(iter(words.cut(text[c.span.end : c.span.end + LONGEST].partition("\n")[0])), ("", "x"))
        adverb = tag[:1] in "vp"
    if not adverb or text.count(c.name) > 1 or (people.naming.likeness(c.name[:2]) or 0) <= 0:
        return c
    return c._replace(span=Span(c.span.start, c.span.end - 1), name=c.name[:-1])


def _apart(sure: Sequence[Candidate]) -> list[Candidate]:
    """Of candidates that overlap, the one for which most speaks."""
    chosen: list[Candidate] = []
    end = -1
    for c in sorted(sure, key=lambda c: (c.span.start, -c.score)):
        if c.span.start >= end:
            chosen.append(c)
            end = c.span.end
        elif c.score > chosen[-1].score:
            chosen[-1] = c
            end = c.span.end
    return chosen


def _reason(c: Candidate) -> str:
    """The key of the stronger of both sides, as the last part of a rule's name."""
    return (c.before if BEFORE[c.before] >= AFTER[c.after] else c.after).replace(" ", "-")


def _again(text: str, known: Sequence[Mention], readable: Callable[[int], bool], words: Words) -> Iterator[Mention]:
    """The other places of names once known; a name that is also a word counts only where something says so."""
    names = {m.name for m in known if words.frequency(m.name) < RARE or words.tag(m.name).startswith("nr")}
    taken = {place for m in known for place in range(m.span.start, m.span.end)}
    for start, end in _places(text, names):
        if start in taken or end - 1 in taken or not readable(start):
            continue
        if end - start > 2 or _whole(text, start, end, words):
            yield Mention(Span(start, end), "Person", "person/again", text[start:end])


def _by_part(
    text: str, known: Sequence[Mention], readable: Callable[[int], bool], people: People, words: Words
) -> Iterator[Mention]:
    """马丁 is the 马丁·威廉斯 of the text: the first or the last part of a name with a dot, where it stands alone."""
    whole: dict[str, set[str]] = {}
    for name in {m.name for m in known if DOT in m.name}:
        for part in (name[: name.find(DOT)], name[name.rfind(DOT) + 1 :]):
            if len(part) > 1 and (words.frequency(part) < RARE or words.tag(part).startswith("nr")):
                whole.setdefault(part, set()).add(name)
    taken = {place for m in known for place in range(m.span.start, m.span.end)}
    for start, end in _places(text, [part for part, names in whole.items() if len(names) == 1]):
        beside = DOT in (text[start - 1 : start], text[end : end + 1])
        # 艾力克里木 is another one.
        beside = beside or all(char in people.transliterating for char in text[end : end + 2])
        if start not in taken and not beside and readable(start) and _whole(text, start, end, words):
            yield Mention(Span(start, end), "Person", "person/part", min(whole[text[start:end]]))


def _places(text: str, names: Iterable[str]) -> list[tuple[int, int]]:
    """Where any of the names stands, the longest where several begin, none within another."""
    found = [(at, at + len(name)) for name, places in occurrences(text, names).items() for at in places]
    apart: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda place: (place[0], -place[1])):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def _whole(text: str, start: int, end: int, words: Words) -> bool:
    """Whether no dictionary word crosses either end of a short name."""
    at = max(0, start - 3)
    for word, _ in words.cut(text[at : end + 3].replace("\n", "。")):
        if at < start < at + len(word) or at < end < at + len(word):
            return False
        at += len(word)
    return True
