"""Mentions in, claims out of who holds which post in which body, and who lives where."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.match.person_context import one_of
from kg.match.roles import RolePhrase, Roles, compile_roles
from kg.match.rules import Rules
from kg.model import Claim, Document, Mention, Sentence, Span, Stance

PLACES = frozenset("Place Province Prefecture County Township Village Community Region".split())
BODIES = frozenset("Organization PartyOrganization GovernmentBody Enterprise Association Institution Team".split())
SETTLEMENTS = frozenset({"Village", "Community"})
JOINTS = frozenset("、和与及兼暨")
DWELLERS = frozenset({"resident", "kin"})
# What may stand between a body and the role in it: “花筑”精品民宿负责人, 青石村退休教师; no verb and no clause.
BETWEEN = re.compile("(?:(?![了着过把被将在是有到从与和说])[一-鿿0-9]){0,8}")
# Whose post 村党支部书记 or 镇长 is, where no body is named, follows from the last place of that level.
LEVELS = {
    "村": frozenset({"Village"}),
    "社区": frozenset({"Community"}),
    "街道": frozenset({"Township"}),
    "镇": frozenset({"Township"}),
    "乡": frozenset({"Township"}),
    "县": frozenset({"County"}),
}
REACH = 300
APPOSITION = re.compile("(?:，(?:男|女|[^，。；：]{1,3}族|(?:现年)?[0-9]{1,3}岁|[0-9]{4}年[^，。；：]{0,8}|中共党员|[^，。；：]{2,6}人))*，(?:现任|系|是)?|（|是|系|为|：|，时任")
CLAUSE_END = re.compile("[，。；：！？（）\n]")
YEAR = re.compile("(自|从)?((?:19|20)[0-9]{2})年(?:([0-9]{1,2})月)?(?:[0-9]{1,2}日)?(以来|起|至今|开始)?")
FORMER = re.compile("(?:原|前|曾|曾经|曾任)$")
REFUSES = re.compile("拒绝|婉拒|谢绝|不再|未能?|没有?|无意|不愿|辞去|辞掉|卸任|免去|落选")
INTENDS = re.compile("[拟将欲]|有望|提名|准备|计划|打算|竞选")
LIVES = re.compile("(?:家住|住在|来自|生活在|出生在|出生于|生于|落户|扎根|回到了?|返回)$")
OF = "的"
PARTY = re.compile("党|书记|支部|支委|常委|组织委员|纪检|宣传委员")
# 公司总经理, 合作社理事长: the last body whose name ends so.
TAILS = (4, 3, 2)


@dataclass(frozen=True, slots=True)
class Posts:
    """The word lists of posts, compiled."""

    roles: Roles
    takes: re.Pattern[str]
    joins: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Held:
    """A role that the text gives a person: how it is worded, in which body, by which wording, and since when."""

    role: RolePhrase
    body: Mention | None
    rule: str
    stance: Stance = Stance.STATED
    period: str = ""


def compile_posts(rules: Rules) -> Posts:
    """The role words and the verbs of taking a post and joining a body, made once for all documents."""
    return Posts(
        compile_roles(rules),
        re.compile(one_of(rules.words["post_verbs"])),
        re.compile(one_of(rules.words["join_verbs"])),
    )


def find_posts(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], posts: Posts
) -> list[Claim]:
    """Who holds which post where, and who lives where, as the sentences say."""
    found = [claim for reading in _readings(document, sentences, mentions, posts) for claim in reading.claims()]
    # Who holds a post in a village is not once more its resident.
    serving = {_pair(claim) for claim in found if claim.predicate == "memberOf"}
    return [claim for claim in found if claim.predicate == "memberOf" or _pair(claim) not in serving]


def find_roles(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], posts: Posts
) -> list[tuple[Mention, str, Span]]:
    """The roles for which the text names no body: the person, the role in its words, and where it says so."""
    return [
        (person, held.role.text, held.role.span)
        for reading in _readings(document, sentences, mentions, posts)
        for person, row in reading.held()
        for held in row
        if held.body is None
    ]


def _readings(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], posts: Posts
) -> Iterator[_Reading]:
    starts = [m.span.start for m in mentions]
    for sentence in sentences:
        low = bisect_left(starts, sentence.span.start)
        inside = mentions[low : bisect_left(starts, sentence.span.end)]
        if any(m.type == "Person" for m in inside):
            first = document.articles[sentence.article].span.start if document.articles else 0
            earlier = mentions[bisect_left(starts, max(first, sentence.span.start - REACH)) : low]
            yield _Reading(document.text, sentence, inside, earlier, posts)


class _Reading:
    """One sentence with people in it."""

    def __init__(
        self, text: str, sentence: Sentence, inside: Sequence[Mention], earlier: Sequence[Mention], posts: Posts
    ) -> None:
        self.text, self.sentence, self.inside, self.earlier, self.posts = text, sentence, inside, earlier, posts
        self.grounds = [m for m in inside if m.type in PLACES or m.type in BODIES]
        self.ending = {m.span.end: m for m in self.grounds}

    def claims(self) -> Iterator[Claim]:
        for person, row in self.held():
            for held in row:
                if held.body is not None:
                    yield self._claim(person, held, held.body)
        yield from self._joined()

    def held(self) -> Iterator[tuple[Mention, list[Held]]]:
        """Each person of the sentence with the roles that it gives: before the name, after it, or as its neighbour."""
        last: tuple[Mention, list[Held]] | None = None
        for person in self.inside:
            if person.type != "Person":
                continue
            row = [*self._before(person), *self._after(person)]
            if not row and last and person.span.start == last[0].span.end + 1 and self.text[last[0].span.end] in JOINTS:
                row = [replace(h, rule="posts/list") for h in last[1] if h.rule != "posts/after"]
            last = (person, row)
            yield last

    # ---- 青石村党支部书记李华 -----------------------------------------------------------

    def _before(self, person: Mention) -> list[Held]:
        phrases = self._phrases(person.span.start, "posts/before")
        if phrases:
            return phrases
        # 来自青石村的李华, 青石村的李华
        end = person.span.start - 1
        home = self.ending.get(end) if self.text[end : end + 1] == OF else None
        if home is not None and home.type in SETTLEMENTS:
            return [Held(RolePhrase(Span(end, end), end, "resident", False, ""), home, "posts/of")]
        return []

    def _phrases(self, end: int, rule: str) -> list[Held]:
        """The roles that end at `end`, the nearest first, each with its body."""
        found: list[Held] = []
        while True:
            role = self.posts.roles.before(self.text, end)
            if role is None or role.kind in ("crowd", "kin") or role.span.start < self.sentence.span.start:
                break
            if FORMER.search(self.text, max(0, role.span.start - 2), role.span.start) or role.text[0] in "原前":
                break
            body = self._body(role)
            found.append(Held(role, body, rule))
            start = self._chain(body).start if body and body.span.end <= role.head else role.span.start
            if start < 2 or self.text[start - 1] not in JOINTS:
                break
            end = start - 1
        return self._shared(found)

    def _body(self, role: RolePhrase) -> Mention | None:
        """The body or place that stands right before a role, or reaches into it: {县委}书记, {村}党支部书记."""
        for end in range(role.span.end - 1, role.span.start - 1, -1):
            body = self.ending.get(end)
            # A body that begins within the role, 村党支部 in 村党支部书记, is nobody's in particular.
            if body is not None and (body.span.start < role.span.start or end == role.span.start):
                return body
        near = [m for m in self.grounds if m.span.end <= role.span.start]
        if near and BETWEEN.fullmatch(self.text, near[-1].span.end, role.span.start):
            gap = self.text[near[-1].span.end : role.span.start]
            if OF not in gap or gap == OF:
                return near[-1]
        return None

    def _chain(self, body: Mention) -> Span:
        """A body with the places written before it: {青石镇}{李庄村}."""
        start = body.span.start
        while start in self.ending:
            start = self.ending[start].span.start
        return Span(start, body.span.end)

    def _shared(self, found: Sequence[Held]) -> list[Held]:
        """A role without a body has that of the role before it: 青石镇党委副书记、镇长李华."""
        row: list[Held] = []
        body: Mention | None = None
        for held in reversed(found):
            if held.body is None and body is not None:
                held = replace(held, body=_ground(body, held.role.text), rule="posts/shared")
            elif held.body is None:
                carried = self._carried(held.role)
                held = replace(held, body=carried, rule="posts/carried" if carried else held.rule)
            body = held.body
            row.insert(0, held)
        return row

    def _carried(self, role: RolePhrase) -> Mention | None:
        """The last place of the level that a role names, or of any settlement for who lives in one."""
        level = _level(role.text)
        types = LEVELS[level] if level else SETTLEMENTS if role.kind in DWELLERS else frozenset()
        near = [m for top in (*self.earlier, *self.inside) for m in _all(top)]
        before = [m for m in near if m.span.end <= role.span.start]
        if not types:
            return self._named_so(role, before)
        fitting = [m for m in before if m.type in types]
        if fitting:
            return fitting[-1]
        after = {m.name: m for m in near if m.span.start > role.span.start and m.type in types}
        return next(iter(after.values())) if level and len(after) == 1 else None

    def _named_so(self, role: RolePhrase, before: Sequence[Mention]) -> Mention | None:
        """The last body that ends in the word before a role: 合作社 in 合作社理事长."""
        for length in TAILS:
            tail = self.text[max(self.sentence.span.start, role.span.start - length) : role.span.start]
            found = [m for m in before if m.type in BODIES and len(m.name) > length and m.name.endswith(tail)]
            if len(tail) == length and found:
                return found[-1]
        return None

    # ---- 李华当选青石村党支部书记 -------------------------------------------------------

    def _after(self, person: Mention) -> list[Held]:
        limit = next((m.span.start for m in self.inside if m.type == "Person" and m.span.start > person.span.start), self.sentence.span.end)
        end = CLAUSE_END.search(self.text, person.span.end, limit)
        verb = self.posts.takes.search(self.text, person.span.end, end.start() if end else limit)
        stated = APPOSITION.match(self.text, person.span.end, limit)
        if verb is None and stated is None:
            return []
        start = verb.end() if verb else stated.end() if stated else 0
        between = self.text[person.span.end : start]
        if verb and FORMER.search(self.text, person.span.end, verb.start()):
            return []
        stance = Stance.DENIED if REFUSES.search(between) else Stance.PLANNED if verb and INTENDS.search(between) else Stance.STATED
        period = self._since(person, verb.start()) if verb else ""
        place = self._role_end(start, limit)
        row = self._phrases(place, "posts/after") if place else []
        return [replace(h, stance=stance, period=period) for h in row if h.role.span.start >= start or (h.body and h.body.span.start >= start)]

    def _role_end(self, start: int, limit: int) -> int | None:
        """Where the role ends that a clause gives: at its end, or before 职务, 一职, 的."""
        end = CLAUSE_END.search(self.text, start, limit)
        stop = end.start() if end else limit
        for place in range(stop, start, -1):
            if place == stop or self.text.startswith(("职务", "一职", "以来", "后", "时", "、"), place):
                if self.posts.roles.before(self.text, place):
                    return place
        return None

    def _since(self, person: Mention, verb: int) -> str:
        """The year that the sentence gives for taking the post."""
        low = max(self.sentence.span.start, person.span.start - 20)
        year = None
        for year in YEAR.finditer(self.text, low, verb):
            pass
        if year is None:
            return ""
        date = year[2] + (f"-{int(year[3]):02}" if year[3] else "")
        return date + ("/" if year[1] or year[4] else "")

    # ---- 李华加入志愿服务队 ------------------------------------------------------------

    def _joined(self) -> Iterator[Claim]:
        for person in self.inside:
            if person.type != "Person":
                continue
            end = CLAUSE_END.search(self.text, person.span.end, self.sentence.span.end)
            verb = self.posts.joins.search(self.text, person.span.end, end.start() if end else self.sentence.span.end)
            if verb is None:
                continue
            body = next((m for m in self.grounds if 0 <= m.span.start - verb.end() <= 6 and m.type in BODIES), None)
            between = self.text[person.span.end : verb.start()]
            if body is None or any(person.span.end <= m.span.start < verb.start() for m in self.inside):
                continue
            stance = Stance.DENIED if REFUSES.search(between) else Stance.PLANNED if INTENDS.search(between) else Stance.STATED
            yield Claim(person, "memberOf", body, (Span(person.span.start, body.span.end),), "posts/joins", stance)

    def _claim(self, person: Mention, held: Held, body: Mention) -> Claim:
        dwells = held.role.kind in DWELLERS and body.type in PLACES
        words = Span(min(person.span.start, held.role.span.start), max(person.span.end, held.role.span.end))
        whole = Span(min(words.start, body.span.start), max(words.end, body.span.end))
        here = self.sentence.span.covers(body.span)
        qualifiers = [("role", held.role.text)] if held.role.text else []
        qualifiers += [("period", held.period)] if held.period else []
        return Claim(
            person, "residentOf" if dwells else "memberOf", body, (whole,) if here else (body.span, words),
            held.rule, held.stance, tuple(qualifiers),
        )  # fmt: skip


def _pair(claim: Claim) -> tuple[str, str]:
    return claim.subject.name if claim.subject else "", claim.object.name


def _level(role: str) -> str:
    return next((level for level in LEVELS if role.startswith(level)), "")


def _all(mention: Mention) -> Iterable[Mention]:
    yield mention
    for inner in mention.inside:
        yield from _all(inner)


def _ground(body: Mention, role: str) -> Mention:
    """Where a second role is held that stands without a body: 镇长 after 青石镇党委副书记, 董事长 after 集团党委书记."""
    if body.type != "PartyOrganization" or PARTY.search(role):
        return body
    bodies = [m for m in body.inside if m.type in BODIES]
    places = [m for m in body.inside if m.type in PLACES]
    return (bodies or places[-1:] or [body])[0]
