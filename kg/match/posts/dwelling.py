"""A person in a sentence in, where it says that somebody lives out: 李华家住青石镇柳湾村."""

from __future__ import annotations

import re

from kg.match.posts.role_scene import DWELLS, LIVED_IN, Held, Scene, named_before
from kg.match.posts.roles import RolePhrase
from kg.match.rulebook.kinds import PLACES, SETTLEMENTS
from kg.model import Mention, Span

FAMILY = (
    "[和与](?:家人|妻子|丈夫|老伴|爱人|孩子|儿子|女儿|父母|母亲|父亲|孙子|孙女)|夫妇|夫妻俩?|老两口|"
    "一家(?:[0-9一二两三四五六七八九十]+口)?人?|全家"
)
LIVES = re.compile(
    f"，?(?:{FAMILY})?(?:[一直就便都也已还]|如今|现在|目前)*"
    "(?:是?(?:[0-9]{4}年)?[^，。；：]{0,4}从[^，。；：]{2,16}(?=搬))?"
    "(?:现住在?|家住在?|住在|居住在|租住在|家在|住进了?|搬进了?|搬[到来]了?|搬入了?|搬迁到了?|迁入了?|入住了?|安家在?|定居在?|落户在?)"
    "(?:离[^，。；：]{2,10}的)?"
)
HE_LIVES = re.compile("，[他她]?(?:以前|原来|过去|从前|之前|曾经?|现在|如今|一家|一直)*(?:家住|住在|居住在|家在)")
COMES = re.compile("，?(?:是|都)?来自")
# 计划让李华一家搬进柳湾社区
MEANT, MEANT_REACH = re.compile("(?:计划|打算|拟|准备|希望|动员|劝说?|想)(?:让|把|帮助?|安排)?$"), 6
# 李华在这里生活近20年: in the place that the text named last.
LIVES_HERE = re.compile(
    "，?(?:一家)?(?:[一直已经也还]|从小|[0-9]{4}年[起就]?)*(?:在|住在)(?:这里|这儿|此地|此处)(?:居住|生活|住了|住|长大|$)"
)
# 李华在柳湾小区住了16年: how long, behind the place.
STAYS = re.compile("，?(?:[一直已也还就]|从小|[0-9]{4}年[起就]?)*在")
FOR_YEARS = re.compile(
    "里?(?:居住|生活|住)(?:了|着|过)?(?=[0-9一二三四五六七八九十]|[大半]?[^，。；]{0,2}(?:年|辈子|[，。]))"
)
# 家住青石镇柳湾村的退休工人李华: where somebody lives, before who he is.
LIVING = re.compile("(?:现住|家住|住在|居住在|租住在|家在)[^，。；：！？“”\n]{2,24}的[^，。；：！？“”的\n]{0,8}$")
LIVING_REACH = 38
# 李华是青石村人, 是土生土长的青石村人
NATIVE = re.compile(
    "，?(?:本来?|都|也)?[是系](?:土生土长的|地道的|地地道道的)?"
    "|(?:，(?:男|女|[^，。；：]{1,3}族|(?:[今现]年)?[0-9]{1,3}岁|[0-9]{4}年[0-9月]{0,3}(?:出?生)?|中共党员))*，"
)
ENDS = tuple("，。；、！")


def dwelling(scene: Scene, person: Mention) -> list[Held]:
    """李华家住青石镇柳湾村, 家住青石镇柳湾村的李华: where somebody lives."""
    text, start, end = scene.text, person.span.end, scene.sentence.span.end
    if MEANT.search(text, max(scene.sentence.span.start, person.span.start - MEANT_REACH), person.span.start):
        return []
    if here := LIVES_HERE.match(text, start, end):
        settled = [m for m in named_before(scene, person.span.start) if m.type in SETTLEMENTS]
        return _lives(here, settled[-1]) if settled else []
    if (native := NATIVE.match(text, start, end)) and (village := _native(scene, native.end())):
        return _lives(native, village, "posts/native")
    if (stays := STAYS.match(text, start, end)) and (home := _home(scene, stays.end())):
        stayed = home.type in SETTLEMENTS and FOR_YEARS.match(text, home.span.end)
        return _lives(stays, home) if stayed else []
    if (comes := COMES.match(text, start, end)) and (home := _home(scene, comes.end())):
        return _lives(comes, home) if home.type in LIVED_IN and text[home.span.end : home.span.end + 1] in ENDS else []
    lives = LIVES.match(text, start, end)
    if lives is None and len(scene.people) == 1:
        # 李华今年七十，他住在柳湾村
        lives = HE_LIVES.search(text, start, end)
    if lives is None:
        living = LIVING.search(
            text, max(scene.sentence.span.start, person.span.start - LIVING_REACH), person.span.start
        )
        lives = LIVES.match(text, living.start()) if living else None
    home = _home(scene, lives.end()) if lives else None
    if lives is None or home is None:
        return []
    return _lives(lives, home) if home.type in PLACES else []


def _lives(words: re.Match[str], home: Mention, rule: str = "posts/lives") -> list[Held]:
    return [Held(RolePhrase(Span(*words.span()), words.end(), DWELLS, False, ""), home, rule)]


def _home(scene: Scene, at: int) -> Mention | None:
    """The last of the places from `at` on, each right behind the other."""
    home: Mention | None = None
    for ground in scene.grounds:
        if ground.span.start == at:
            home, at = ground, ground.span.end
    return home


def _native(scene: Scene, at: int) -> Mention | None:
    """The village of which somebody is said to be, behind the places that it lies in."""
    for ground in scene.grounds:
        if ground.span.start == at:
            at = ground.span.end
            if ground.type in LIVED_IN and scene.text.startswith("人", at):
                return ground if scene.text[at + 1 : at + 2] in ENDS else None
    return None
