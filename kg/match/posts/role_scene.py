"""What the readers of posts share: a sentence with its mentions, and a role with the body it is held in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.match.posts.roles import RolePhrase, Roles
from kg.match.rulebook.kinds import BODIES, PLACES, SETTLEMENTS, STANDING
from kg.model import Mention, Sentence, Stance

DWELLS = "resident"
OF = "的"
LIVED_IN = SETTLEMENTS | {"Township", "County"}
HEADS = re.compile("(?:常务)?副?(?P<of>[院校局社所站厂馆园场队])长")
YEAR = re.compile("(自|从)?((?:19|20)[0-9]{2})年(?:([0-9]{1,2})月)?(?:[0-9]{1,2}日)?(以来|起|至今|开始)?")
SPELL = re.compile("((?:19|20)[0-9]{2})年?(?:[至到]|—+|-)((?:19|20)[0-9]{2})年")
# 县文旅集团党委书记、董事长
OF_FIRM, FIRM = ("董事长", "经理", "总裁", "监事长"), ("集团", "公司", "厂", "银行", "合作社")
PARTY_OF = re.compile("(?:党委|党组|党总支|党支部)$")
PARTY = re.compile("党|书记|支部|支委|常委|(?:组织|宣传|纪检)委员")


@dataclass(frozen=True, slots=True)
class Held:
    """A role that the text gives a person: its words, its body, the kind of wording, and since when."""

    role: RolePhrase
    body: Mention | None
    rule: str
    stance: Stance = Stance.STATED
    period: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with people in it, and what its article named shortly before."""

    text: str
    sentence: Sentence
    inside: Sequence[Mention]
    earlier: Sequence[Mention]
    roles: Roles
    takes: re.Pattern[str]
    people: Sequence[Mention]
    grounds: Sequence[Mention]
    ending: Mapping[int, Mention]
    article: Sequence[Mention]  # all that the article has named before
    meant: Mapping[Mention, Mention]  # for 他 and 她 the people of whom they speak


def scene_of(
    text: str,
    sentence: Sentence,
    inside: Sequence[Mention],
    earlier: Sequence[Mention],
    roles: Roles,
    takes: re.Pattern[str],
    article: Sequence[Mention],
    meant: Mapping[Mention, Mention],
) -> Scene:
    """The sentence with its people, and the places and bodies in which posts are held."""
    people = [m for m in inside if m.type == "Person"]
    grounds = [m for m in inside if m.type in PLACES or m.type in STANDING]
    ending = {m.span.end: m for m in grounds}
    return Scene(text, sentence, inside, earlier, roles, takes, people, grounds, ending, article, meant)


def nested(mention: Mention) -> Iterable[Mention]:
    """A mention and all those in its name."""
    yield mention
    for inner in mention.inside:
        yield from nested(inner)


def named_before(scene: Scene, end: int) -> list[Mention]:
    """All that was named before a place in the sentence, with what stands in the names."""
    near = [m for top in (*scene.earlier, *scene.inside) for m in nested(top)]
    return [m for m in near if m.span.end <= end]


def ground(body: Mention, role: str) -> Mention:
    """Where a second role is held that stands without a body: 镇长 after 青石镇党委副书记, 董事长 after 党委书记."""
    if body.type != "PartyOrganization" or PARTY.search(role):
        return body
    bodies = [m for m in body.inside if m.type in BODIES]
    places = [m for m in body.inside if m.type in PLACES]
    # 县医院党委书记、院长: of the hospital, which nobody has named apart.
    head, house = HEADS.fullmatch(role), PARTY_OF.sub("", body.name)
    if not bodies and ((head and house.endswith(head["of"])) or (role.endswith(OF_FIRM) and house.endswith(FIRM))):
        return body
    # 市总工会党组副书记、副主席: the second post is held in no place.
    return (bodies or ([body] if body.name.endswith("党组") else places[-1:]) or [body])[0]


def since(scene: Scene, low: int, verb: int) -> str:
    """The last year that the sentence gives from `low` on before a verb of taking a post, or from when to when."""
    if spell := SPELL.search(scene.text, max(scene.sentence.span.start, low), verb):
        return f"{spell[1]}/{spell[2]}"
    years = list(YEAR.finditer(scene.text, max(scene.sentence.span.start, low), verb))
    if not years:
        return ""
    begun, year, month, on = years[-1].groups()
    return year + (f"-{int(month):02}" if month else "") + ("/" if begun or on else "")
