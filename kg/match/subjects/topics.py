"""A clause and the mentions of its sentence in, whom or what the clause itself says that it speaks of out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.posts.role_phrases import BRINGS
from kg.match.rulebook.kinds import ACTORS, BODIES, PLACES, WAYS
from kg.match.subjects.chains_named import NOT_ACTING, acting_group, by_account, called_by, owned, within
from kg.match.subjects.descriptions import BY_NAME, described
from kg.match.subjects.inverted import OTHER_SIDE, behind_is, meant_by, of_him, other_side
from kg.match.subjects.mentions import Mentions
from kg.match.subjects.openers import Openers
from kg.match.subjects.passed_over import only_chairs
from kg.match.subjects.phrases_named import TOPICS, grown_at, headed, praised, worked_upon
from kg.match.subjects.topic_words import TopicWords
from kg.match.subjects.works_named import goods_that_win, is_long
from kg.model import Form, Mention, Span

THIS = frozenset("该这此")
# 这个藏在山里的小村，现有…: what is pointed at and described, before a comma or what it does.
THIS_PLACE = re.compile(
    "这(?:一?个|座|片|一)?(?:[^，。；：“”]{1,18}的)?[一-龥]{0,2}?(?P<what>村(?:庄|子|寨|落)?|寨子|屯子|社区|小区|镇(?:子)?|乡|县(?:城)?)"
    "(?=[先已今去现如正就还也又从建办种]|$)"
)
OF_KIND = {
    "村": frozenset(("Village",)),
    "寨": frozenset(("Village",)),
    "屯": frozenset(("Village",)),
    "区": frozenset(("Community",)),
    "镇": frozenset(("Township",)),
    "乡": frozenset(("Township",)),
    "县": frozenset(("County",)),
}
HE, OF_HIM = ("他", "她"), ("的他", "的她")
OF_HIS = re.compile(
    "[他她]的?(?:[大小二三老]?(?:儿子|女儿|儿媳妇?|女婿|孙[子女]|外孙女?)|妻子|丈夫|老伴|爱人|媳妇|父亲|母亲|爷爷|奶奶|外[公婆]|[父母]亲"
    "|[表堂]?[哥弟姐妹]|哥哥|弟弟|姐姐|妹妹|[表堂]?侄[子女]|外甥女?|叔叔|伯父|伯伯|舅舅|姑姑|姨妈"
    "|徒弟|师傅|师父|同事|同学|战友|邻居|搭档|同伴|老乡|好友|朋友)"
)
# 该, before a body that goes by its last word alone.
THIS_ONE = re.compile("该|这家|这个|这所|这座|(?:[县城镇村乡区街][里内城上口头边])?那[家个所座间](?=“)")
# 培育龙头企业47家，示范联合体5个，: a member of a list is counted.
COUNTED_BY = re.compile("[0-9]+余?[万多]?[个家所处座支名条](?=[，；。、]|$)")
# Nobody acts for an estate but its community.
ESTATE = "小区"
# 县委、县政府 and 镇党委政府 act for the place.
LEADERS = re.compile("[一-龥]{0,8}?(?:[省市州盟县区旗]委|党委)(?:[一-龥]{0,8}?[省市州盟县区旗镇乡])?(?:人民)?政府")
# 青石镇党委、政府: no mention names the other half.
OTHER_HALF = re.compile("[、和及](?:人民)?(?:政府|办事处|管委会)(?![部机领])")
# 石桥村的变化，源于…; 石桥村的做法是：…: what follows is the village's.
WHAT_IT_HAS = re.compile(
    "[一-龥]{0,4}?(?:变化|改变|转变|蝶变|嬗变|做法|经验|秘诀|法宝|成功|答案|探索|实践|底气)(?=[，是：源离得缘在就便]|$)"
)
ITS_WORK = "工作"
DAUGHTER = re.compile("(?:旗下|下属)?的?(?:全资|控股|参股)?(?:子公司|分公司|下属企业|下属公司|关联企业)")
SENT_HERE = re.compile("(?:选派|派驻|派出|委派|下派|派来|选聘|聘请)的[^，。；：、]{1,14}")
FIRST = re.compile("(?:首[个家批条座所支例部]|第一[个家条座所批]|唯一|(?:规模)?最[大早长高先])")
# 中学坐落在青石镇——…, 建立品牌——…: what a verb leads to before the dash is not what the clause speaks of.
LED_TO = re.compile(
    "[建成设创组]立|打造|创办|组建|建[成起了]|推出|开办|引[进入]|研发|注册|坐落|位于|地处|落户|走进|来到|前往|参观"
)
# 东邻云岭高速, 南与白河县接壤: what lies beside is not what the clause speaks of.
BESIDE = re.compile(
    "[东西南北]{1,2}[面边侧部]?(?:[毗相紧]?[邻接连临]|依|靠|抵|至|距|望|倚|枕|濒|隔|[与同和][^，。；]{1,12}(?:相[邻接连望]|毗[邻连]|接壤|交界|为邻))"
    "|毗邻|毗连|紧[邻临靠挨连]|背靠|背倚|比邻"
)
# How many mentions back 该机制, 他 and a way of working without its last word may look.
RECALL, LAST_RESORT = 12, 6
# So many mentions may stand in the posts of a person, and his name behind them.
POSTS = 8
CREDITED = "byline"
LAST_WORD = 4  # so long is the last word of a road's name
ROAD = re.compile("[^，。；]{0,12}?(?:公路|通道|高速|铁路|高铁|大道|干线|航线|班车|专线|客运|段)")


def topic(
    text: str, span: Span, at: int, limit: int, mentions: Mentions, openers: Openers
) -> tuple[Mention, ...] | None:
    """Of whom a clause speaks, if it says so itself; `at` is where its opening words end, `limit` its sentence."""
    if text[at : at + 1] in THIS:
        this = openers.topics.this_way.match(text, at, span.end)
        if this and text[this.end() : this.end() + 1] not in "的、":
            return _this_way(text, this, mentions)
        if (pointed := THIS_PLACE.match(text, at, span.end)) and (place := _this_place(pointed["what"], at, mentions)):
            return (place,)
    if is_beside(text, at, span.end, mentions):
        return None
    led = _leading(text, span, at, mentions, openers.topics) if text[at : at + 1] == "由" else None
    if led:
        return led
    if text[at : at + 1] == "据" and (teller := by_account(text, span, at + 1, mentions.between(at + 1, span.end))):
        return teller
    if text[at : at + 1] == "由" and (made := _made_by(text, span, at, mentions)):
        return (made,)
    named = mentions.between(at, span.end)
    # 遂宁至射洪快速通道全线贯通: the road is spoken of, and not the place where it begins.
    if len(named) > 1 and named[0].span.start == at and named[0].type in PLACES and _leads_on(text, named[0], named[1]):
        return (named[1],) if named[1].type == "Facility" else None
    # Most clauses name nobody.
    if named and (goods := goods_that_win(text, at, span.end, mentions.between(at, limit))) is not None:
        return (goods,)
    if named and (inverted := behind_is(text, span, at, named, openers)) is not None:
        return (inverted,)
    if text.startswith(OTHER_SIDE, at) and (other := other_side(text, mentions.before(at, RECALL), at)) is not None:
        return (other,)
    # 她领办的合作社…, before 他种茶, and 不愿再当贫困户的他，种茶
    if named and (his := of_him(text, span, at, named)) is not None:
        return (his,)
    he = text.startswith(HE, at) and text[at + 1 : at + 2] != "们"
    if he and (other := _of_his(text, at, mentions)) is not None:
        return (other,)
    if he or text.endswith(OF_HIM, at, span.end):
        # The reporter of a byline is nobody of whom the report goes on.
        people = [m for m in reversed(mentions.before(at, RECALL)) if m.type == "Person" and m.rule != CREDITED]
        she = text.startswith("她", at) or text.endswith("的她", at, span.end)
        person = meant_by(people, she)
        return (person,) if person else None
    this_one = THIS_ONE.match(text, at, span.end)
    # 该社区 is a mention itself.
    at = this_one.end() if this_one and not mentions.between(at, at + 1) else at
    inside = mentions.between(at, limit)
    dash = text.find("——", at, span.end)
    if dash > 0 and not _governing(text, at, inside, openers) and not LED_TO.search(text, at, dash):
        called = _called(text, span, dash + 2, inside)
        if called:
            return called
    k = 0
    while k < len(inside) and inside[k].span.start == at:
        if inside[k].type in TOPICS:
            return _acting(text, span, at, inside[k:], openers, mentions)
        k += 1
    return described(text, span, at, mentions, openers)


def _of_his(text: str, at: int, mentions: Mentions) -> Mention | None:
    """他的表哥李涛回乡办厂: who is called after what he is to another."""
    kin = OF_HIS.match(text, at)
    near = mentions.between(kin.end(), kin.end() + 1) if kin else ()
    return next((m for m in near if kin and m.type == "Person" and m.span.start == kin.end()), None)


def _leads_on(text: str, start: Mention, other: Mention) -> bool:
    """云州至青石公路, 云州到青石的高铁: from where to where a road leads."""
    return (
        other.span.start == start.span.end + 1
        and text[start.span.end] in "至到"
        and ROAD.match(text, max(other.span.start, other.span.end - LAST_WORD)) is not None
    )


def _this_place(what: str, at: int, mentions: Mentions) -> Mention | None:
    """这个藏在山里的小村，…: the last place that was named of the kind, or went by it."""
    kinds = next(kinds for last, kinds in OF_KIND.items() if last in what)
    return next((m for m in reversed(mentions.before(at, RECALL)) if m.type in kinds), None)


def is_beside(text: str, at: int, end: int, mentions: Mentions) -> bool:
    """东邻云岭高速, but not 东至县, and not 东临大海的石桥村."""
    if BESIDE.match(text, at, end) is None or text.find("的", at, end) > 0:
        return False
    return not any(m.type in PLACES for m in mentions.between(at, at + 1))


def _governing(text: str, at: int, inside: Sequence[Mention], openers: Openers) -> bool:
    """石桥村成立股份公司——绿野公司，…: whether a clause opens with who acts, and goes on with what he does."""
    return bool(inside) and inside[0].span.start == at and openers.governs(text, inside[0].span.end)


def _called(text: str, span: Span, start: int, inside: Sequence[Mention]) -> tuple[Mention, ...] | None:
    """“云岭模式”的开创地——白河村，…: a clause that ends with what the dash explains speaks of it."""
    chain = [m for m in inside if start <= m.span.start and m.span.end <= span.end]
    if not chain or chain[0].span.start != start or chain[-1].span.end != span.end:
        return None
    group, k = acting_group(text, span, chain)
    return group if k + 1 == len(chain) and group[0].type in ACTORS else None


def _leading(text: str, span: Span, at: int, mentions: Mentions, words: TopicWords) -> tuple[Mention, ...] | None:
    """由县教育局牵头，会同…: who leads acts in what follows."""
    inside = [m for m in mentions.between(at + 1, span.end) if m.type in BODIES or m.type in PLACES]
    if not inside or inside[0].span.start != at + 1:
        return None
    group, k = acting_group(text, span, inside)
    return group if words.leads.match(text, inside[k].span.end) else None


def _made_by(text: str, span: Span, at: int, mentions: Mentions) -> Mention | None:
    """由县文旅集团投资建设的综合体去年开业: what somebody made is spoken of."""
    for mention in mentions.between(at + 1, span.end):
        if text[mention.span.start - 1] == "的" and mention.type in ACTORS - PLACES - {"Person"}:
            return mention if span.end - mention.span.end >= 3 and text[mention.span.end] not in "的、和与等" else None
    return None


def _this_way(text: str, this: re.Match[str], mentions: Mentions) -> tuple[Mention, ...] | None:
    """该机制: the last way of working that is called so, or has a name of its own."""
    before = mentions.before(this.start(), RECALL)
    ways = [m for m in reversed(before) if m.type in WAYS]
    way = next((m for m in ways if text[m.span.end - 2 : m.span.end] == this[0][-2:]), None)
    way = way or next((m for m in ways if m.form is not Form.NOMINAL), None)
    way = way or next((m for m in reversed(before[-LAST_RESORT:]) if m.type in WAYS), None)
    return (way,) if way else None


def _its_body(text: str, place: Mention, mentions: Mentions) -> Mention | None:
    """该市工商联: the body of the place that was named before by the same last word."""
    end = place.span.end
    for mention in reversed(mentions.before(place.span.start, RECALL)):
        tails = [mention.name[-n:] for n in (5, 4, 3) if len(mention.name) > n]
        named = mention.type in BODIES and mention.form is not Form.ANAPHOR
        if named and any(text.startswith(tail, end) for tail in tails):
            return mention
    return None


def _acting(
    text: str, span: Span, at: int, inside: Sequence[Mention], openers: Openers, mentions: Mentions
) -> tuple[Mention, ...] | None:
    """Who acts in a clause that opens with the first of the mentions."""
    group, k = acting_group(text, span, inside)
    last = group[-1]
    # 云岭县精准扶贫工作接受评估，被评为…: of the county's work in it the county is praised.
    ground = inside[k - 1] if k else last
    if (
        last.type in WAYS
        and ground.type in PLACES
        and ground.span.end == last.span.start
        and text.startswith(ITS_WORK, last.span.end)
    ):
        return (ground,)
    if last.type != "Person" and only_chairs(text, span, inside[k].span.end, inside[k + 1 : k + 3], openers):
        return None
    halves = last.type == "PartyOrganization" and OTHER_HALF.match(text, last.span.end, span.end)
    if halves or LEADERS.fullmatch("".join([m.name for m in group])):
        places = [m for body in group for m in body.inside if m.type in PLACES and m.form is not Form.ANAPHOR]
        return (places[-1],) if places else None
    whole = (
        headed(text, span, inside[k:])
        or worked_upon(text, span, inside[k : k + 4], openers.topics)
        or praised(text, inside[k : k + 2])
    )
    if whole:
        return (whole,)
    if openers.topics.known.match(text, inside[k].span.end, span.end):
        return None
    # 云岭公司的全资子公司青石智能: the daughter acts.
    daughter = DAUGHTER.match(text, last.span.end, span.end) if last.type in BODIES else None
    if daughter and k + 1 < len(inside) and inside[k + 1].span.start == daughter.end():
        return _acting(text, span, daughter.end(), inside[k + 1 :], openers, mentions)
    # 供销合作社主任李华: of a body, a role and a person the person acts.
    person = next((m for m in inside[k + 1 : k + POSTS] if m.type == "Person" and m.span.end <= span.end), None)
    # 水利局派出党员李华: he is sent, and the bureau acts.
    sent = last.type in BODIES and person and openers.topics.sends.match(text, last.span.end, person.span.start)
    # 水利局选派的第一书记李华来到村里: what he is sent by only describes him.
    if sent and SENT_HERE.fullmatch(text, last.span.end, person.span.start if person else last.span.end):
        return (person,) if person else None
    # 石桥村民李华: the last character of the village is the first of what he is.
    end = last.span.end - text.startswith("村民", last.span.end - 1)
    # 镇党委委员、石桥村党总支书记李华: each of his posts.
    # 县水利局派驻石桥村第一书记李华说: where he only tells something he was sent before.
    tells = person and openers.tells.match(text, person.span.end, span.end + 1)
    # 云岭县引进画家李华: he comes, and the county acts.
    posts = text[end : person.span.start].split("、") if person and (tells or not sent) else ()
    brought = BRINGS.match(text, end) is not None
    if person and posts and not brought and all(map(openers.role.fullmatch, posts)):
        return (person,)
    if person and not brought and BY_NAME.fullmatch(text, end, person.span.start):
        return (person,)
    end = inside[k].span.end
    again = _its_body(text, last, mentions) if last.form is Form.ANAPHOR else None
    if again:
        return (again,)
    beside = openers.topics.beside.match(text, end, span.end)
    if beside:
        # 黄河东岸的青石镇建成…: who lies there acts.
        there = [m for m in inside[k + 1 :] if m.span.start >= beside.end()]
        lies = there and there[0].span.start == beside.end()
        return _acting(text, span, beside.end(), there, openers, mentions) if lies else None
    after = text[end : end + 1]
    if after == "、":
        return None  # the next member of the list is nobody whom a mention names
    if after == "内" and openers.goes_on(text, Span(end + 1, span.end)):
        return group  # 村内先后荣获…
    if after == "的" and WHAT_IT_HAS.match(text, end + 1, span.end):
        return group
    if last.type in PLACES:
        if last.name.endswith(ESTATE):
            return None
        # 青石镇的云雾茶业公司建成…: what stands in the place acts.
        if after == "的":
            if openers.topics.people.match(text, end + 1, span.end):
                return group
            return owned(text, span, inside[k + 1 : k + 2], end + 1) or within(text, span, inside[k + 1 :], end + 1)
        # 江西省首个共享仓在云岭县启用: of what it is the first.
        if last.type == "Province" and FIRST.match(text, end, span.end):
            return None
        # 在青石镇、白河镇，…: where it is said, not who acts.
        if len(group) > 1 and at != span.start and after in "，。" and span.end - end <= 1:
            return None
    elif last.type == "Person":
        # 李华所在的石桥村建成…, 李华创办的云川公司获评…: who is called by him acts.
        if called := called_by(text, span, end, inside[k + 1 :], openers):
            return called
    # But 云川大桥全长9公里 tells of the bridge.
    elif not is_long(text, last) and (
        openers.topics.measured.match(text, end, span.end) or COUNTED_BY.match(text, end, span.end)
    ):
        return grown_at(inside[k - 1], last) if k else None
    return None if NOT_ACTING.match(text, end, span.end) else group
