"""Posts, roles and speakers in, on whose behalf somebody tells his figures out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.match.rulebook.alternation import one_of
from kg.match.rulebook.kinds import BODIES, OFFICES, PLACES
from kg.match.rulebook.rule_types import Rules
from kg.match.subjects.owner import Owner
from kg.match.subjects.speakers import speaks_for
from kg.model import Claim, Mention, Span

# How far behind a name the verb of telling may end.
PAST = 14
LEADER = re.compile("书记|支书|主任|[局镇乡县市区部社村]长")
CHIEF = re.compile(
    "书记|支书|主任|[局镇乡县市区部科处所院校站队组会社村场厂司]长|经理|董事|负责人|总裁|总监|主席|委员|干部|队员|专员|专干"
)
FOLK = re.compile(
    "(?:农户|[村居牧渔]民|社员|工人|员工|群众|[茶果菜蔗]农|股东|游客|学生|家长|贫困户|脱贫户|种植户|养殖户)$"
)


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks where, the posts that people hold, and the verbs by which one sees that somebody tells."""

    speakers: Mapping[int, Mention]
    posts: Mapping[str, Mention]
    leaders: frozenset[str]
    heads: frozenset[str]  # of any body
    chiefs: frozenset[str]
    folk: frozenset[str]  # 村民, 社员: what they tell is their own
    says: re.Pattern[str]

    def tells(self, text: str, who: Mention, clause: Span) -> bool:
        """李华介绍，…: whether a clause only says who tells what follows."""
        end = who.span.end
        said = self.says.search(text, end, min(end + PAST, clause.end))
        return said is not None and clause.end - said.end() <= 4

    def told_by(self, who: Mention) -> Owner | None:
        """Of whom somebody tells: of his body, or of the place that it governs; who holds no post, of himself."""
        held = self.posts.get(who.name)
        if held is not None and who.name in self.folk:
            return Owner(who, None)
        if held is None:
            return None if who.name in self.chiefs else Owner(who, None)
        if held.type in OFFICES and not any(m.type in BODIES for m in held.inside):
            place = next((m for m in reversed(held.inside) if m.type in PLACES), None)
            return Owner(place, place)
        return Owner(held, held if held.type in PLACES else None)


def compile_voices(
    rules: Rules, speakers: Mapping[int, Mention], posts: Sequence[Claim], roles: Sequence[tuple[Mention, str, Span]]
) -> Voices:
    """The posts of the people of a document by their names; a chief is who leads a body that the text does not name."""
    held = {c.subject.name: c for c in reversed(posts) if c.subject is not None and c.predicate == "memberOf"}
    bodies: dict[str, list[Mention]] = {name: [] for name in held}
    for claim in posts:
        if claim.subject is not None and claim.predicate == "memberOf":
            bodies[claim.subject.name].append(claim.object)
    serving = frozenset(name for name, c in held.items() if LEADER.search(dict(c.qualifiers).get("role", "")))
    heads = frozenset(name for name, c in held.items() if CHIEF.search(dict(c.qualifiers).get("role", "")))
    chiefs = frozenset(person.name for person, role, _ in roles if CHIEF.search(role))
    folk = frozenset(person.name for person, role, _ in roles if FOLK.search(role)) - chiefs
    says = re.compile(one_of(rules.groups.get("说", ())))
    homes = {name: speaks_for(found)[0] for name, found in bodies.items()}
    return Voices(speakers, homes, serving, heads, chiefs, folk, says)
