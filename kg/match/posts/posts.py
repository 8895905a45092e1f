"""Mentions in, claims out of who holds which post in which body, and who lives where."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.match.names.shapes import COMMITTEES
from kg.match.posts.held_roles import held_roles
from kg.match.posts.role_scene import DWELLS, Held, Scene, nested, scene_of
from kg.match.posts.roles import RolePhrase, Roles, compile_roles
from kg.match.posts.roles_after import CLAUSE_END, stance_of
from kg.match.rulebook.alternation import one_of
from kg.match.rulebook.kinds import BODIES, PLACES, STANDING
from kg.match.rulebook.rule_types import Rules
from kg.model import Claim, Document, Form, Mention, Role, Sentence, Span, Stance

# How far back a village or a body named before is still the one of which 村支书 or 合作社理事长 speaks.
REACH = 300
# 如今，他是…; 2008年，他当选….
HE = re.compile(
    "(?:(?:如今|现在|目前|后来|当时|随后|同年|次年|[今去前]年|(?:19|20)[0-9]{2}年)[^，。；：“”]{0,8}，)?"
    "(?:今?年?[0-9]{1,3}岁的|(?:家住|家在|住在|来自)[^，。；：“”]{2,24}的)?(?P<he>[他她](?!们)|这[位名])"
)
# What may stand between 加入 and the body: 加入了村里的…
JOIN_REACH = 6
# 到青石村任党支部书记.
SENT = "(?<=[村镇乡县市区旗州局社司校院会])(?:任(?![务期何教命职性意])|当(?![地时年前选作成天日初今代晚家众场即起了]))"
# 被乡亲们选为村主任.
CHOSEN = "被[^，。；：的]{1,8}(?:选|推选|推举|选举|推荐|聘|聘请|任命)为"
GOVERNMENT = "政府"
FOUNDERS = ("创始人", "创办人", "创办者", "创立者", "创建人", "创建者")
# 到云岭县挂职副县长; 挂职锻炼 is no post.
ON_LOAN = "挂职(?=[一-鿿]{0,4}副?[县区市州镇乡局]长|[县区市州镇乡]委)"


@dataclass(frozen=True, slots=True)
class Posts:
    """The word lists of posts, compiled."""

    roles: Roles
    takes: re.Pattern[str]
    joins: re.Pattern[str]


def compile_posts(rules: Rules) -> Posts:
    """The role words and the verbs of taking a post and joining a body, made once for all documents."""
    return Posts(
        compile_roles(rules),
        re.compile(f"{one_of(rules.words['post_verbs'])}|{SENT}|{CHOSEN}|{ON_LOAN}"),
        re.compile(one_of(rules.words["join_verbs"])),
    )


def find_posts(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], posts: Posts
) -> list[Claim]:
    """Who holds which post where, who joined what, and who lives where, as the sentences say.

    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.model import Source
    >>> text = "青石村党支部书记李华笑了。"
    >>> document = Document(Source("", text, "", ""), text, range(len(text)), ())
    >>> mentions = [Mention(Span(0, 3), "Village", "", "青石村"), Mention(Span(8, 10), "Person", "", "李华")]
    >>> sentence = Sentence(Span(0, len(text)), (), 0, 0)
    >>> [claim] = find_posts(document, [sentence], mentions, compile_posts(load_rules()))
    >>> claim.predicate, claim.object.name, claim.qualifiers
    ('memberOf', '青石村', (('role', '党支部书记'),))
    """
    found = []
    for scene in _scenes(document, sentences, mentions, posts, pronouns=True):
        for person, row in held_roles(scene):
            claims = [_claim(scene, person, held, held.body) for held in row if held.body is not None]
            claims += [_founded(claim) for claim in claims if claim.object.type in STANDING and _is_founder(claim)]
            found += [_of_meant(claim, scene.meant) for claim in claims]
        found += [_of_meant(claim, scene.meant) for claim in _joined(scene, posts)]
    # Who holds a post in a village is not once more its resident.
    serving = {_pair(claim) for claim in found if claim.predicate == "memberOf"}
    return [claim for claim in found if claim.predicate != "residentOf" or _pair(claim) not in serving]


def find_held(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], posts: Posts
) -> Iterator[tuple[Mention, list[Held]]]:
    """Each person of the sentences with the roles that they give, whether or not they say where."""
    for scene in _scenes(document, sentences, mentions, posts):
        yield from held_roles(scene)


def find_roles(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], posts: Posts
) -> list[tuple[Mention, str, Span]]:
    """The roles for which the text names no body: the person, the role in its words, and where it says so."""
    return [
        (scene.meant.get(person, person), held.role.text, held.role.span)
        for scene in _scenes(document, sentences, mentions, posts, pronouns=True)
        for person, row in held_roles(scene)
        for held in row
        if held.body is None and held.stance is Stance.STATED
    ]


def _scenes(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    posts: Posts,
    *,
    pronouns: bool = False,
) -> Iterator[Scene]:
    starts = [m.span.start for m in mentions]
    for sentence in sentences:
        if sentence.role is Role.BYLINE:
            continue  # 云岭日报记者王芳: by-lines are asked by themselves
        low = bisect_left(starts, sentence.span.start)
        inside = mentions[low : bisect_left(starts, sentence.span.end)]
        pronoun = HE.match(document.text, sentence.span.start, sentence.span.end) if pronouns else None
        if pronoun or any(m.type == "Person" for m in inside):
            article = document.articles[sentence.article].span.start if document.articles else 0
            begun = mentions[bisect_left(starts, article) : low]
            earlier = mentions[bisect_left(starts, max(article, sentence.span.start - REACH)) : low]
            meant = {}
            if pronoun and (who := _spoken_of(document.text, earlier)) is not None:
                he = replace(who, span=Span(*pronoun.span("he")), rule="posts/pronoun", form=Form.ANAPHOR, inside=())
                meant, inside = {he: who}, [he, *inside]
            yield scene_of(
                document.text, sentence, sorted(inside, key=_start), earlier, posts.roles, posts.takes, begun, meant
            )


def _start(mention: Mention) -> int:
    return mention.span.start


def _spoken_of(text: str, earlier: Sequence[Mention]) -> Mention | None:
    """Of whom 他 speaks: the one person of the sentence that named somebody last."""
    people = [m for m in earlier if m.type == "Person"]
    if not people:
        return None
    opens = max(text.rfind(mark, 0, people[-1].span.start) for mark in "。！？\n") + 1
    names = {m.name for m in people if m.span.start >= opens}
    return people[-1] if len(names) == 1 else None


def _of_meant(claim: Claim, meant: Mapping[Mention, Mention]) -> Claim:
    """What is said of 他 is said of whom the text named before."""
    who = meant.get(claim.subject) if claim.subject else None
    return claim if who is None else replace(claim, subject=who, spans=(who.span, *claim.spans))


def _claim(scene: Scene, person: Mention, held: Held, body: Mention) -> Claim:
    words = Span(min(person.span.start, held.role.span.start), max(person.span.end, held.role.span.end))
    whole = Span(min(words.start, body.span.start), max(words.end, body.span.end))
    spans = (whole,) if scene.sentence.span.covers(body.span) else (body.span, words)
    dwells = held.role.kind == DWELLS and (body.type in PLACES or held.rule == "posts/lives")
    qualifiers = (("role", _wording(scene.text, held.role, body)), ("period", held.period))
    stated = tuple((key, value) for key, value in qualifiers if value)
    return Claim(person, "residentOf" if dwells else "memberOf", body, spans, held.rule, held.stance, stated)


def _is_founder(claim: Claim) -> bool:
    return dict(claim.qualifiers).get("role", "").endswith(FOUNDERS) and claim.stance is Stance.STATED


def _founded(claim: Claim) -> Claim:
    """云茶集团创始人李华: who has founded a body."""
    return replace(claim, predicate="establishes", rule="posts/founder", qualifiers=())


def _wording(text: str, role: RolePhrase, body: Mention) -> str:
    """A role without the end of the place before it: 党支部书记 of 青石村, but 县委书记 of 云岭县委."""
    if body.rule == COMMITTEES and role.span.start < body.span.end < role.span.end:
        return text[body.span.end : role.span.end]  # 共青团云岭县委书记
    if body.name.endswith(GOVERNMENT) and role.span.start < body.span.end < role.span.end:
        return text[body.span.end : role.span.end]  # 云岭县人民政府副县长
    ends = [m.span.end for m in nested(body) if m.type in PLACES and role.span.start < m.span.end < role.span.end]
    # 八里湾村民李华: the place and the role share a character.
    if ends and text[ends[-1]] not in "委民":
        return text[ends[-1] : role.span.end]
    return role.text


def _joined(scene: Scene, posts: Posts) -> Iterator[Claim]:
    """李华加入了青石志愿服务队."""
    text = scene.text
    for person in scene.people:
        start = person.span.end
        end = CLAUSE_END.search(text, start, scene.sentence.span.end)
        verb = posts.joins.search(text, start, end.start() if end else scene.sentence.span.end)
        if verb is None or any(start <= m.span.start < verb.start() for m in scene.inside):
            continue
        near = (m for m in scene.grounds if m.type in BODIES and 0 <= m.span.start - verb.end() <= JOIN_REACH)
        body = next(near, None)
        if body is not None:
            stance = stance_of(text[start : verb.start()])
            yield Claim(person, "memberOf", body, (Span(person.span.start, body.span.end),), "posts/joins", stance)


def _pair(claim: Claim) -> tuple[str, str]:
    return claim.subject.name if claim.subject else "", claim.object.name
