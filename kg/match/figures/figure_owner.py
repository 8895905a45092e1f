"""A figure in, whose it is out: whom the words at the figure itself name, else of whom its clause speaks."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from kg.match.figures.portions import PORTION, shared_by
from kg.match.figures.runs import Figure
from kg.match.rulebook.kinds import BODIES, OFFICES, PLACES
from kg.match.subjects.owner import Owner
from kg.model import Form, Mention

DWELLERS = re.compile(
    "村集体|[村居牧渔农市]民[^，。；]{0,6}(?:收入|增收|人均|户均|满意)|(?:城镇|城乡|农村|农牧区)(?:常住)?居民|[全该](?:县|市|区|乡|镇|村)|(?:常住|户籍)人口"
    # 脱贫106户，贫困发生率降至0.3%, whoever has helped.
    "|贫困(?:发生率|人口)|脱贫(?:户|人口)?(?=[0-9])|森林覆盖率|城镇化率|绿化率"
    # 修复工程完工，国考断面水质…: what offices count of a whole region
    "|(?:[国省市]考)?断面水质|PM2\\.5|PM10|空气质量|优良天数|地区生产总值|规上工业|规模以上工业|一般公共预算|社会消费品零售|固定资产投资"
    "|城镇新增就业|(?:农村)?劳动力转移就业|进出口总[额值]|参保率"
)
SERVING = frozenset("为给帮替")
GOT = re.compile("[领拿分得]")
BUILT = re.compile("建|打造|改|拾掇|收拾|腾|开辟|装修|布置")
NOMINAL = Form.NOMINAL
ALSO = re.compile("(?:、[^，。；、的0-9]{1,10}[0-9.]+[万亿千百余多]*[^，。；、的0-9]{1,4})+的")
AREA, WORKS = re.compile("(?:建筑|占地|使用|经营|展陈|办公|规划|总)+面积$"), ("项目", "工程")
OWNERS = BODIES | PLACES | {"Facility", "Project"}
# 新建成了石桥种植基地85亩: the verb before a works, and how long a name is at least that says which one.
FOUNDS, VERB_REACH, WHOLE = re.compile("(?:建[成起立有了]|新建|打造|创[建办]|扩建)(?:了|起)?$"), 5, 6
# 建成1200平方米的加工厂: a works is built, too.
SIZED = frozenset({"Facility", "Enterprise", "Institution"})
ONE = re.compile("一[座个条家处间栋口]")
LANDLESS = frozenset({"Facility", "Industry", "Place"})
ADJACENT = 8
# But 对全区5所学校开展巡察 is what somebody does to them.
ALL_OF = re.compile(
    "(?<=[，；：。、“\n在到给占居是为即有与含及送了动把将入遍覆盖])([全该](?:[省市县区乡镇村州旗]|街道|社区|苏木|嘎查))"
    "(?:中小学|农村|城乡|城镇|企业)?(?:共有的|现有|共有|所有|共|现|的)?(?:[0-9.]+[万余多]*户)?$"
)
ALL_REACH = 12
COUNTS_ONE = re.compile("[村乡镇旗州市县区社居道][0-9]+[余多]?个[一-鿿]{1,6}$")
COUNTED_BEFORE = re.compile("的[0-9]+[余多]?[名位个支家项][一-鿿]{1,8}$")
ONE_OF = re.compile("之一|[中里]的一[个名员位]")
LIKE_ME = re.compile("像[我俺咱他她]")
GAP, LINKED = re.compile("这|的这|[现共]?有|共"), re.compile("[一-鿿]{0,6}(?:达到?|为|有|是|超过?|突破)了?")
# 辖13个村, 167个村民小组: a road, a river or a park has none of them.
# 教学楼占地9亩，学生90人: they are not those of a building.
HOUSE = re.compile("(?:楼|室|房|厅|舍|阵地|围墙|操场)$")
DWELLERS_OF = re.compile(
    "(?:党员|教师|教职工|教职员工|学生|师生|职工|村民|居民|群众|农户|住户|村干部|常住人口)(?:人?数)?"
)
TERRITORY = re.compile("(?:行政|自然)?村(?:（社区）|屯|庄|寨|民小组)?|社区|居民小组|乡镇|嘎查")
SPREAD = re.compile("(?:推[开广行]|铺开|落地|试点|试行|推广应用|种植|上市)")
INHABITED = re.compile("(?:国土|幅员|耕地)(?:总?面积)?|(?:常住|户籍)(?:人口|户数|人数)|总?人口")
# 村党委获评…。目前净资产达3.6亿元，耕地500亩: a committee has neither land nor trade, its village has.
ESTATE = re.compile(
    "(?:村集体|全村|村级|村)?(?:总|净|固定|集体|流动|经营性)(?:资产|资金)(?:总额)?|(?:现有|拥有)?(?:耕|林|山|草|水|旱|园|土)(?:地|田|场)(?:总?面积)?"
    "|(?:村域|辖区|区域|镇域|总)?(?:总|占地)?面积|(?:总|常住|户籍)?(?:人口|户数|人数)|(?:村|居|农|牧)民(?:小组)?|农户|住户|小区|楼栋|居民小组|村民小组"
    "|(?:工农业|农业|工业|年|社会)?总?产值|(?:地区)?生产总值|森林覆盖率"
)
MAKE_UP = re.compile("(?:代表|骨干)?(?:[、和与及][^，。；：]{2,20}?)?(?:共同|联合|自愿)?(?:组成|结成|组建成?)[的了]?“?")
PICKED = re.compile("[^，。；0-9]{0,10}，(?:共同|联合|一起)?组(?:成|建)(?:起来|起|了)?“?")
PICKS = re.compile("[挑选抽招请召]|集结|动员|发动")
# 镇党委拆除违建9处: what is done in the town is the town's; the committee has its branches and members.
OF_TOWN = re.compile("(?:镇|乡|苏木|街道)(?:党委|党工委|党政|党委政府|两委)$")
OF_COMMITTEE = re.compile("党(?:组织|总?支部|支委|员|小组|委|课|费|日)|支部|委员|组织生活|[会次]议|班子")
# 集体菇房已建有9间: what is done with a house that is itself counted.
BUILT_SO = re.compile(
    "(?:已经?|目前|现已?|先后|陆续|相继|累计|共计?|总共|新近?)*(?:建有|建成|建起|建好|新?建|修建|改建|打造|盖起|布设|设立)了?(?:共|达|超过?|近|约)*"
)
GOVERNED = re.compile("(?:下?辖|管辖|现?有|共有|拥有)?")
GIVES = re.compile(
    "(?:已|共|累计|先后|又|还|再|每年|去年|今年)*"
    "(?:出资|捐资|捐赠|捐款|拨付|奖补|补助|配套|注入|注资|援助|资助|赞助|划拨|下拨|捐)(?:了|约|近|达|资金|的)*"
)
PAID = re.compile(
    "(?:已|也|都|均|及时|全部|足额|陆续|直接|顺利|很快)*(?:拨付?|划拨|下拨|下达|发放|汇|打|送)(?:到|给|至|往)了?"
)
NO_GIVER = frozenset("由、和与及向")

Owned = tuple[Mention | None, str]


def figure_owner(
    text: str, figure: Figure, owner: Owner, starts: Mapping[int, Mention], kinds: Mapping[str, str],
    owning: Collection[str],
) -> Owned:  # fmt: skip
    """Of whom a figure speaks, and what it measures of them.

    `owner` is whom its clause speaks of, `starts` the mentions of the sentence by where they begin,
    `kinds` the kind of each unit, `owning` the verbs of having.
    """
    if figure.rule == "measures/shared-out":
        return starts[figure.span.start], figure.indicator
    if figure.rule == PORTION and (way := shared_by(text, starts)) is not None:
        return way, figure.indicator
    named = _behind(text, figure, starts, kinds, owning)
    if named is not None:
        return named
    if (built := _built(text, figure, starts, kinds)) is not None:
        return built, "面积"
    if (beside := _beside(text, figure, starts)) is not None:
        return beside, figure.indicator
    if (giver := _giver(text, figure, starts)) is not None:
        return giver, figure.indicator.rpartition(giver.name)[2] or figure.indicator
    if (paid := _paid_to(text, figure, starts)) is not None:
        return paid, figure.indicator
    if (whole := _whole(text, figure, starts)) is not None:
        return whole, figure.indicator
    if (described := _behind_noun(text, figure, starts, owning)) is not None:
        return described, figure.indicator
    # 李华是白河村最早种茶的6户人家之一: those of the place, of whom he is one.
    one_of = figure.noun is not None and owner.who is not None and text.startswith("之一", figure.noun.end)
    if one_of and owner.who is not None and owner.who.type == "Person" and owner.place is not None:
        return owner.place, figure.indicator
    # “像我家这样回来的，已有14户”: those of the place, too.
    start = figure.span.start
    like = figure.rule == "measures/clause" and LIKE_ME.search(text, max(0, start - 4), start + 4)
    if like:
        return owner.place, figure.indicator
    # 住了37年的老党员李华
    if figure.rule == "measures/lasting" and text.startswith("的", figure.value.span.end):
        at = figure.value.span.end + 1
        near = (m for m in starts.values() if m.type == "Person" and at <= m.span.start <= at + ADJACENT)
        who = next((m for m in near if text[at : m.span.start].isalpha() or m.span.start == at), None)
        if who is not None:
            return who, figure.indicator
    # 9个“茶话屋”开办以来: how many there are is said of the place.
    # 像这样的食堂，全市已有9处: so it is where what stands before is what is counted.
    thing = figure.span if figure.rule == "measures/clause" else figure.noun
    counted = thing is not None and owner.who is not None and thing.covers(owner.who.span)
    if counted and owner.place is not None:
        return owner.place, figure.indicator
    # 集体菇房已建有9间: how many there are is said of the place, and no room has them.
    if owner.who is not None and owner.place is not None and _counts_itself(text, figure, owner.who, kinds):
        return owner.place, owner.who.name
    return (owner.place if _is_of_place(text, figure, owner.who) else owner.who), figure.indicator


def _counts_itself(text: str, figure: Figure, who: Mention, kinds: Mapping[str, str]) -> bool:
    """Whether a verb of building stands between a house and how many there are of it."""
    start = figure.value.span.start
    if who.type != "Facility" or who.form is Form.QUOTED or kinds.get(figure.value.unit) != "count" or figure.noun:
        return False
    return who.span.end <= start and BUILT_SO.fullmatch(text, who.span.end, start) is not None


def _behind(
    text: str, figure: Figure, starts: Mapping[int, Mention], kinds: Mapping[str, str], owning: Collection[str]
) -> Owned | None:
    """占地120亩的物流园, 80余人“合唱队”: the words behind a figure name the owner."""
    end, unit = figure.value.span.end, figure.value.unit
    at = end + 1 if text[end : end + 1] == "的" else end
    # 总投资8亿元、占地300亩的加工项目: both are told of what stands behind the last.
    if at == end and (on := ALSO.match(text, end)):
        at = on.end()
    mention = starts.get(at)
    if unit == "人" and text[at : at + 1] == "“":
        team = mention or next((m for m in starts.values() if m.span.start < at < m.span.end), None)
        if team is not None and team.type in BODIES:
            return team, "人数"
    of_them = text[figure.value.span.start - 1] == "由" or not figure.verb
    if figure.noun and unit == "人" and of_them and (made_up := MAKE_UP.match(text, figure.noun.end)):
        # 由41名妇女组成的劝导队, 9名党员和30名村民组成“轻骑队”
        team = next((starts[at] for at in (made_up.end(), made_up.end() - 1) if at in starts), None)
        if team is not None and team.type in BODIES:
            return team, figure.indicator
    # 选出老党员9名，组成“轻骑队”: those who are picked for a team are its people.
    picked = PICKED.match(text, end) if unit == "人" else None
    begins = max(text.rfind(mark, 0, figure.value.span.start) for mark in "，。；") + 1
    if picked and PICKS.search(text, begins, picked.end()):
        team = next((starts[at] for at in (picked.end(), picked.end() - 1) if at in starts), None)
        if team is not None and team.type == "Team":
            return team, figure.indicator
    # 海拔900米的青石镇白河村: of a chain the last.
    while mention is not None and mention.type in PLACES and (inner := starts.get(mention.span.end)) is not None:
        if inner.type not in PLACES:
            break
        mention = inner
    works = mention is not None and mention.type == "Program" and mention.name.endswith(WORKS)
    if mention is None or not (works or mention.type in OWNERS):
        return None
    if unit == "人" and mention.type == "Team":
        return mention, "人数"
    own = mention.form is not NOMINAL or BUILT.search(figure.verb)
    sized = kinds.get(unit) == "area" and figure.verb[:1] != "占"
    if sized and own and mention.type in SIZED:
        area = AREA.search(figure.indicator)
        return mention, area[0] if area else "面积"
    if figure.rule == "measures/described" and mention.type in PLACES:
        return mention, figure.indicator
    # 距县城9公里的石桥村
    if at > end and figure.rule == "measures/distance":
        return mention, figure.indicator
    if at > end and (figure.verb in owning or figure.rule == "measures/before"):
        # 建成一座100吨的保鲜库: that it is one says nothing of what is measured.
        if ONE.fullmatch(figure.indicator):
            return mention, mention.name
        return mention, _unowned(figure, starts) if figure.rule == "measures/before" else figure.verb
    return None


def _built(text: str, figure: Figure, starts: Mapping[int, Mention], kinds: Mapping[str, str]) -> Mention | None:
    """建成石桥种植基地85亩: the works that is so large, where it stands right before how large."""
    if kinds.get(figure.value.unit) != "area":
        return None
    works = next((m for m in starts.values() if m.span.end == figure.value.span.start and m.type in SIZED), None)
    # 建成标准厂房9万平方米: a short common name is no works of its own.
    if works is None or (works.form is not Form.QUOTED and not works.inside and len(works.span) < WHOLE):
        return None
    return works if FOUNDS.search(text, max(0, works.span.start - VERB_REACH), works.span.start) else None


def _unowned(figure: Figure, starts: Mapping[int, Mention]) -> str:
    """云岭县投资3亿元的水库: what is measured, without who has paid."""
    payer = starts.get(figure.span.start)
    named = payer is not None and payer.type in PLACES and len(payer.span) < len(figure.indicator)
    return figure.indicator[len(payer.span) :] if named and payer is not None else figure.indicator


def _beside(text: str, figure: Figure, starts: Mapping[int, Mention]) -> Mention | None:
    """青石村达到94万元, 居委会这11个人: the owner stands at the figure itself."""
    start = figure.value.span.start
    for mention in starts.values():
        if mention.type in OWNERS and figure.span.start - ADJACENT <= mention.span.end <= start:
            gap = text[mention.span.end : start]
            # 青石村、白河村共3个村: of the last of several it is not.
            if gap == "共" and text[mention.span.start - 1] in "、和与及":
                continue
            # 建站26座，白河镇9座、柳林镇8座; 白河镇3个村、柳林镇4个村
            if not gap and (figure.rule == "measures/another" or _in_row(text, figure, mention, starts)):
                return mention
            # 江岳农科院的8位专家和江岳大学的3位教授
            row = gap == "的" and mention.type in BODIES and text[mention.span.start - 1] in "、和与"
            if row and COUNTED_BEFORE.search(text, 0, mention.span.start - 1):
                return mention
            # 青石镇14个低收入村之一: of those that the place has.
            if not gap and figure.noun and mention.type in PLACES and ONE_OF.match(text, figure.noun.end):
                return mention
            if (GAP.fullmatch(gap) if figure.rule != "measures/another" else LINKED.fullmatch(gap)) is not None:
                return mention
    return None


def _giver(text: str, figure: Figure, starts: Mapping[int, Mention]) -> Mention | None:
    """白河县出资90万元: whoever gives it; but 由恒远公司投资 is told of what is built."""
    for mention in starts.values():
        if mention.type in PLACES | BODIES and GIVES.fullmatch(text, mention.span.end, figure.value.span.start):
            return mention if text[mention.span.start - 1] not in NO_GIVER else None
    return None


def _paid_to(text: str, figure: Figure, starts: Mapping[int, Mention]) -> Mention | None:
    """28万元扶贫资金拨到了石桥村: who has got it, whoever paid."""
    paid = PAID.match(text, figure.noun.end if figure.noun else figure.value.span.end)
    who = starts.get(paid.end()) if paid else None
    return who if who is not None and who.type in PLACES | BODIES else None


def _in_row(text: str, figure: Figure, mention: Mention, starts: Mapping[int, Mention]) -> bool:
    """Whether a place with what it has so many of stands in a row with another such: 白河镇3个村、柳林镇4个村."""
    if figure.noun is None or mention.type not in PLACES:
        return False
    following = starts.get(figure.noun.end + 1) if text[figure.noun.end : figure.noun.end + 1] in ("、", "和") else None
    before = text[mention.span.start - 1] in "、和" and COUNTS_ONE.search(text, 0, mention.span.start - 1)
    counts = (
        following is not None
        and following.type in PLACES
        and text[following.span.end : following.span.end + 1].isdigit()
    )
    return bool(counts or before)


def _whole(text: str, figure: Figure, starts: Mapping[int, Mention]) -> Mention | None:
    """在全县244个村中, 送到全区20余家企业: what the whole of a place has, whoever speaks of it."""
    start = figure.value.span.start
    found = ALL_OF.search(text, max(0, start - ALL_REACH), start)
    mention = starts.get(found.start(1)) if found else None
    return mention if mention is not None and mention.type in PLACES else None


def _behind_noun(text: str, figure: Figure, starts: Mapping[int, Mention], owning: Collection[str]) -> Mention | None:
    """拥有80名员工的公司, 种了30亩茶的李华: the owner stands behind what is counted."""
    if not figure.noun or text[figure.noun.end : figure.noun.end + 1] != "的":
        return None
    mention = starts.get(figure.noun.end + 1)
    if mention is None:
        return None
    start = figure.value.span.start
    held = figure.verb in owning or text[start - 2 : start] in owning or text[start - 1] == "有"
    return mention if (held and mention.type in OWNERS) or mention.type == "Person" else None


def _is_of_place(text: str, figure: Figure, subject: Mention | None) -> bool:
    """全村人均收入, 辖13个村: of the place, also where a body or a road of the place is the subject."""
    if subject is None:
        return False
    # “云岭8号”在6个镇推开: where it has come to is no land of anybody's.
    spread = figure.noun is not None and SPREAD.match(text, figure.noun.end) is not None
    if subject.type in LANDLESS and _is_land(figure) and not spread:
        return True
    if subject.type in OFFICES and ESTATE.fullmatch(figure.indicator):
        return True
    if subject.type == "PartyOrganization" and OF_TOWN.search(subject.name):
        # 镇党委抽调干部90名: whom it picks.
        picks = figure.value.unit == "人" and figure.verb != ""
        return not picks and OF_COMMITTEE.search(figure.indicator) is None
    if subject.type == "Facility" and DWELLERS_OF.fullmatch(figure.indicator) and HOUSE.search(subject.name):
        return True
    # 为村集体增收9万元, 领到村集体分红9元: but who does so for the place, or gets it, is the subject.
    served = text[figure.span.start - 1] in SERVING or GOT.match(figure.verb) is not None
    # 车间有工人90人，其中贫困人口9人: of those who are the subject's.
    if subject.type in PLACES or served or figure.rule == "measures/among":
        return False
    dwelling = DWELLERS.match(text, figure.span.start, figure.value.span.end) or DWELLERS.match(figure.indicator)
    return dwelling is not None or "常住人口" in figure.indicator


def _is_land(figure: Figure) -> bool:
    """Whether a figure counts what only a place has: its villages, its people, its land."""
    villages = GOVERNED.fullmatch(figure.verb) and TERRITORY.fullmatch(figure.indicator)
    return bool(villages or INHABITED.fullmatch(figure.indicator))
