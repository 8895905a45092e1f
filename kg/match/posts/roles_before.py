"""A person in a sentence in, the roles that the words before the name, or a title behind it, give out."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.match.posts.role_phrases import chain_start, phrases
from kg.match.posts.role_scene import DWELLS, LIVED_IN, OF, Held, Scene, since
from kg.match.posts.roles import RolePhrase
from kg.match.rulebook.kinds import BODIES, PLACES, SETTLEMENTS, STANDING
from kg.model import Mention, Span

# 时任青石县委书记的李华.
CAME = (
    "挂职", "挂任", "兼任", "出任", "就任", "接任", "村任", "镇任", "乡任", "县任", "当选", "当选为", "当上", "新任",
)  # fmt: skip
OFFICE, CAME_REACH = ("时任", "担任", "现任", "身为", "身兼", "作为", *CAME), 40
# 理事长由青石村党支部书记李华兼任.
BY, TAKES_IT = "由", re.compile("(?:同志)?(?:兼任|担任|出任|接任|继任|兼)(?=[，。；、！：]|$)")
FROM, JOINS = "来自", tuple("，、和及")
AGED, AGED_REACH = re.compile("[0-9]{2}(?:多|来)?岁的$"), 8
BRACKETED, BRACKET_REACH = re.compile("(?:（[^（），。]{1,8}）|之一)$"), 10
# 在县供销社干了30年的老主任李华; 在…干了22年的李华站长.
SERVED = re.compile(
    "(?:工作|干|任职|服务|坚守|上班|任教|执教|教书|奋战|扎根)(?:了|满|过)?(?:整整|将近|近)?"
    "[0-9一二三四五六七八九十]+[多余]?个?年头?的"
)
# 在青石村当了12年村支书的李华
AS_LONG = re.compile("(?:当|做|干|担任|任)[了过]?(?:整整|将近|近)?[0-9一二三四五六七八九十]+[多余]?个?年头?的?$")
LIST_MARK = "："
A_PEOPLE, PEOPLE_REACH = re.compile("(?<=的)[一-鿿]{1,4}族$"), 8
LEVEL_WORD = 3
SETTLED = re.compile("(?:务农|种地|种田|放羊|放牧|生活|居住|长大|土生土长|出生)的")
# 村支书是李华, 有位老党员叫李华, 一位护林员，名叫李华
SAID_TO_BE = re.compile(
    "(?:，?(?:名叫|叫做?|名字叫|名为)|[还仍就正便]?是(?:[那这一]?[位名个](?:[^，。；：的]{1,12}的)?)?|(?P<for>为))(?:(?:年近|年仅|今年|现年)?[0-9一二三四五六七八九十]{1,3}[多来余]?岁的|“?[0-9]0后”?的?)?$"
)
SAID_REACH, CLOSES = 24, tuple("，。；")
# 青石村五组的李华, 青石村王家组李华, 青石村人李华
OF_GROUP = re.compile("人|(?:第?[0-9一二三四五六七八九十]{1,3}|[一-鿿]{1,3})(?:村民)?小?[组社队屯](?:的|人)?")
# 作为青石村妇联主席，李华….
# 担任青石村党支部书记12年来，李华….
SINCE_TAKEN = re.compile(
    "(?:担任|出任|就任|接任|当选)(?P<post>[^，。；：！？]{3,28}?)(?:[0-9一二三四五六七八九十]+[多余]?年)?(?:以来|[年]?来|期间|后|时)，$"
)
LIVES_THERE = re.compile("(?:家住|住在|居住在|租住在|家在|现住|常住)\\Z")
AS, AS_REACH = re.compile("作为(?=[^，。；：！？]{3,28}，$)"), 32


def before(scene: Scene, person: Mention) -> list[Held]:
    """青石村党支部书记李华; 作为青石村妇联主席，李华; 时任县委书记的李华; 理事长由村支书李华兼任."""
    row = [_not_where_he_lives(scene, held) for held in _led_up_to(scene, person)]
    return [*row, *_given(scene, person, row)]


def _given(scene: Scene, person: Mention, row: list[Held]) -> list[Held]:
    """理事长由青石村党支部书记李华兼任: the post before 由."""
    start = min([person.span.start, *(_opening(scene, held) for held in row)])
    if scene.text[start - 1 : start] != BY or not TAKES_IT.match(scene.text, person.span.end):
        return []
    return [held for held in phrases(scene, start - 1, "posts/given") if held.role.kind == "post"]


def _not_where_he_lives(scene: Scene, held: Held) -> Held:
    """家住青石村的护林员李华: the village is where he lives, and not for whom he works."""
    if (
        held.body is None
        or held.body.type not in PLACES
        or held.body not in scene.grounds
        or held.role.kind in ("post", DWELLS)
    ):
        return held
    lives = LIVES_THERE.search(scene.text, scene.sentence.span.start, chain_start(scene, held.body))
    return replace(held, body=None) if lives else held


def _opening(scene: Scene, held: Held) -> int:
    """Where the words of a role begin, with the body that stands before it."""
    beside = held.body is not None and held.body in scene.grounds and held.rule == "posts/before"
    return min(held.role.span.start, chain_start(scene, held.body) if beside and held.body else held.role.span.start)


def _led_up_to(scene: Scene, person: Mention) -> list[Held]:
    """The roles that the words before a name give."""
    row = phrases(scene, _bracketed(scene, person.span.start), "posts/before")
    end = person.span.start - 1
    if not row and scene.text[end : end + 1] == "，":
        low = max(scene.sentence.span.start, person.span.start - AS_REACH)
        row = phrases(scene, end, "posts/as") if AS.search(scene.text, low, person.span.start) else []
        if not row and (taken := SINCE_TAKEN.search(scene.text, low, person.span.start)):
            row = phrases(scene, taken.end("post"), "posts/as")
    if not row and scene.text[end : end + 1] == LIST_MARK:
        # 党支部书记：李华
        row = [held for held in phrases(scene, end, "posts/before") if held.role.kind == "post"]
    # 时任县委书记的李华, 时任村主任的胞弟李华
    held = _besides(scene, person.span.start) - 1
    if not row and scene.text[held : held + 1] == OF:
        served = phrases(scene, held, "posts/before")
        start = min((_opening(scene, one) for one in served), default=0)
        if served and AS_LONG.search(scene.text, scene.sentence.span.start, start):
            return served
        if served and (scene.text.endswith(OFFICE, 0, start) or any(word in served[-1].role.text for word in OFFICE)):
            # 2021年6月来云岭县挂职副县长的李华
            came = scene.text.endswith(CAME, 0, start) or any(word in served[-1].role.text for word in CAME)
            period = since(scene, start - CAME_REACH, start) if came else ""
            return [replace(one, period=period) for one in served]
    if row and row[0].body is None and (place := _served(scene, row[-1].role.span.start)) is not None:
        return [replace(held, body=place, rule="posts/served") for held in row]
    # 新任村支书是29岁的李华: what he is said to be stands before the verb.
    if not row and (
        named := SAID_TO_BE.search(
            scene.text, max(scene.sentence.span.start, person.span.start - SAID_REACH), person.span.start
        )
    ):
        # 村支书为李华送去了药: done for him.
        meant = not named["for"] or scene.text[person.span.end : person.span.end + 1] in CLOSES
        row = phrases(scene, named.start(), "posts/is") if meant else []
        if row:
            return row
    # 柳湾村五组的李华, 柳湾村人李华
    if not row and (native := _in_group(scene, person.span.start)) is not None:
        return [Held(RolePhrase(Span(end, end), end, DWELLS, False, ""), native, "posts/of")]
    # 青石镇的蒙古族大娘李华: what kin or what people she is of stands between.
    end = end if row else _besides(scene, person.span.start) - 1
    home = scene.ending.get(end) if scene.text[end : end + 1] == OF else None
    # 柳湾村李华等农户
    beside = scene.ending.get(person.span.start)
    home = beside if home is None and beside is not None and beside.type in SETTLEMENTS else home
    # 舞阳街道姑娘李华
    opening = _besides(scene, person.span.start) if not row and home is None else -1
    # 街道姑娘 is none: the place lends its last word to the role.
    kin = next((scene.ending[at] for at in range(opening, opening + LEVEL_WORD) if at in scene.ending), None)
    home = kin if kin is not None and kin.type in LIVED_IN else home
    # 青石镇的李华: but 青石镇的李华书记 is in office there.
    lived = home is not None and home.type in LIVED_IN and not _is_titled(scene, person)
    if not row and home is not None and (lived or _comes_from(scene, home, person)):
        return [Held(RolePhrase(Span(end, end), end, DWELLS, False, ""), home, "posts/of")]
    if not row and (settled := _settled(scene, person.span.start)) is not None:
        return [Held(RolePhrase(Span(end, end), end, DWELLS, False, ""), settled, "posts/of")]
    if not row and AGED.search(scene.text, max(scene.sentence.span.start, end - AGED_REACH), end + 1):
        # 柳湾村的果园里，67岁的李华…
        near = [m for m in scene.grounds if m.type in SETTLEMENTS and m.span.end <= end]
        row = [Held(RolePhrase(Span(end, end), end, DWELLS, False, ""), home, "posts/aged") for home in near[-1:]]
    return row


def _besides(scene: Scene, start: int) -> int:
    """Where a word of kin, and the people somebody belongs to, begin before a name."""
    role = scene.roles.before(scene.text, start)
    start = role.span.start if role is not None and role.kind == "kin" else start
    people = A_PEOPLE.search(scene.text, max(scene.sentence.span.start, start - PEOPLE_REACH), start)
    return people.start() if people else start


def _is_titled(scene: Scene, person: Mention) -> bool:
    return scene.roles.titles.match(scene.text, person.span.end, scene.sentence.span.end) is not None


def _comes_from(scene: Scene, home: Mention, person: Mention) -> bool:
    """来自青石镇的李华，白河镇的王芳: whether somebody comes from a place, or from a body."""
    start = chain_start(scene, home)
    if home.type in BODIES:
        return not _is_titled(scene, person)
    if scene.text.endswith(FROM, 0, start):
        return True
    listed = home.type in PLACES and scene.text[start - 1 : start] in JOINS
    return listed and scene.text.find(FROM, scene.sentence.span.start, start) >= 0


def titled(scene: Scene, person: Mention) -> list[Held]:
    """江岳大学的李华教授: the title behind the name."""
    title = scene.roles.titles.match(scene.text, person.span.end, scene.sentence.span.end)
    start = person.span.start
    body = scene.ending.get(start - (scene.text[start - 1 : start] == OF)) or _served(scene, start)
    if title is None or body is None or body.type not in STANDING:
        return []
    role = RolePhrase(Span(*title.span()), title.start(), "post", False, title[0])
    return [Held(role, body, "posts/titled")]


def _settled(scene: Scene, end: int) -> Mention | None:
    """在家乡青石镇柳湾村务农的李华: the place in which somebody is said to live, right before the name."""
    for home in reversed(scene.grounds):
        if home.type in SETTLEMENTS and home.span.end < end:
            return home if SETTLED.fullmatch(scene.text, home.span.end, end) else None
    return None


def _in_group(scene: Scene, end: int) -> Mention | None:
    """The village somebody is said to be of, or in a group of which he lives."""
    for home in reversed(scene.grounds):
        if home.span.end < end:
            settled = home.type in SETTLEMENTS and OF_GROUP.fullmatch(scene.text, home.span.end, end)
            return home if settled else None
    return None


def _served(scene: Scene, end: int) -> Mention | None:
    """The body in which somebody has worked for years, where that stands right before the name or the role."""
    for body in reversed(scene.grounds):
        if body.span.end <= end and SERVED.fullmatch(scene.text, body.span.end, end):
            start = chain_start(scene, body)
            return body if scene.text[start - 1 : start] == "在" and body.type in STANDING else None
    return None


def _bracketed(scene: Scene, end: int) -> int:
    """Where a bracket before a name begins, 副县长（挂职）李华, or 创始人之一李华."""
    bracket = BRACKETED.search(scene.text, max(scene.sentence.span.start, end - BRACKET_REACH), end)
    return bracket.start() if bracket else end
