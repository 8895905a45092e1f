"""A clause that names its topic in, of whom its figures speak out: the topic, its place, or for whom it acts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.match.figures.clause_signs import is_any
from kg.match.figures.clause_words import MEASURED, TENDED, WHOLE, WORKS
from kg.match.figures.in_passing import FLOWS
from kg.match.figures.owner_words import OwnerWords
from kg.match.rulebook.kinds import BODIES, OFFICES, PLACES
from kg.match.subjects.clause import Clause
from kg.match.subjects.openers import Openers
from kg.match.subjects.owner import Owner
from kg.match.subjects.telling import Voices
from kg.match.subjects.works_named import TOLD_NEXT, UNDERTAKINGS, is_long
from kg.model import Form, Mention, Span

WIDE, WIDE_PLACES = re.compile("[江河湖海山岭]$|流域|三角|地区$|沿[江海黄]"), frozenset({"Place", "Region"})
# These act for the place that they govern: what they tell in figures is the place's.
GOVERNING = {
    "Association": re.compile("(?:村|居|社区居?|村民|居民)委(?:员)?会$"),
    "PartyOrganization": re.compile("^(?!共青团)[^团]*[县市区州旗省]委(?!.*(?:巡察|纪检))"),
    "GovernmentBody": re.compile("政府$|统计局$|调查队$"),
}
# 项目28条, 就业车间有134个, 车间跟着开了71家
COUNTED = re.compile(
    "(?:跟着|已经?|现|共|也|就|先后|陆续|全部)*(?:有|达标|达到?|挂牌|投用|投运|覆盖到?|创成|创建|打造|新建|新增|新设|建设|兴建|布设|布局|设立|设置|改造|改建|修建|培育|投放|开设|开办|建好|亮相|开[了到出]|建[了成到起]|办[了到]|增[至加]到?|发展到?|多达|超过?|升级改造|提升改造)?了?"
    "[0-9.]+[余多万]*[条个处座项家所]"
)
# 标准厂房建成9万平方米
BUILT_SO_LARGE = re.compile(
    "(?:已|共|累计|全部)*(?:建成|竣工|新建|改造|建设|完工|交付|投用)了?[0-9.]+[余多万]*平方米(?!的)"
)
# 支部书记李华拿出自家茶园9亩: what is his own is no figure of those whom he leads.
HIS_OWN = re.compile("自家|自己|自掏|自费|个人|自愿|他家|她家")
BUILDING = re.compile(
    "(?:建设|改造|创建|改建|扩建)(?:共|已|累计|计划)*(?:安排|投入|投资|完成|推进|进展|实施|启动|涉及|覆盖|惠及|列入|纳入|需要)"
)
SIZE_REACH = 24
OF_SIZE = re.compile("[全总]?(?:长|占地|投资|面积)[约近达超]?[0-9.]+[余多]?[万亿]?(?:公里|千米|米|亩|平方米|元)的$")
# 青石至白河快速通道全长9公里: a road that is called after two places is neither's.
ROUTE = re.compile(
    "[至到—–-][一-鿿]{2,8}?(?:的?(?:旅游|产业|通村|水泥|沥青|资源|环线|农村)?路(?=[全总长宽])"
    "|公路|高速|铁路|高铁|通道|快速路|大道|专线|班线|航线|环线)"
)
POSTS = re.compile("(?:第一)?副?(?:书记|主任|经理|负责人|[队会理事校院所站]+长|委员|代表)[、和与]")
# “一超市”，即积分超市: what a name stands for is told, and nothing of what it has.
GLOSSED = ("，即", "，也就是", "，就是", "，指", "，是指")
STAGE = re.compile("[一二三四]期(?:工程|项目)?")
# 白河村茶园: what is grown in a village is the village's.
LAND = re.compile("[茶果橘桔柚桃梨枣橙李梅竹药桑蔗棉菜]园$|葡萄园$|[茶果竹药]林$|[稻麦良农]田$")
OWN_GARDEN = 3
# 恒远公司注塑车间: what stands in a works is the firm's.
SHOP = re.compile("(?:车间|厂区|厂房|生产线|仓库|门店|展厅|办公楼)$")


@dataclass(frozen=True, slots=True)
class TopicOwner:
    """The text, and what is known of the words and people in it."""

    text: str
    openers: Openers
    words: OwnerWords
    voices: Voices

    def owner(self, clause: Clause, place: Mention | None) -> Owner | None:
        """Whose the figures are where a clause names whom it speaks of; `place` is where the text is."""
        fitting = [m for m in clause.topics[-1] if self._is_measured(m, clause.span.end)]
        # 李华、王明承包茶山: what several people do is told of the first.
        people = len(fitting) > 1 and all([m.type == "Person" for m in fitting])
        if people and (
            not self.text.startswith(("、", "等"), end := fitting[-1].span.end) or self.text.startswith("等人", end)
        ):
            fitting = fitting[:1]
        # 沙河、松林等10个县: what several have is counted of the whole.
        if len(fitting) != 1:
            return None
        who = fitting[0]
        # 青石集团、白河集团等7个集团: nor is it of the last of them.
        if self.text.startswith("等", who.span.end) and self.text[who.span.start - 1] in "、和":
            return None
        # 网格党支部书记、物业经理围坐一堂: those who hold posts act, and not the body of the first.
        if who.type in BODIES and POSTS.match(self.text, who.span.end):
            return None
        # 江岳云州港吞吐量: a port that is called after two cities is neither's.
        wide = who.type in WIDE_PLACES and WIDE.search(who.name) and not FLOWS.match(self.text, who.span.end)
        if wide or self.text.startswith("港", who.span.end):
            return None
        # 游客服务中心、步道6公里建成: a list of things that are counted.
        if self.text.startswith("、", who.span.end) and who.type not in PLACES and not people:
            return None
        # 新建水泥路项目28条共215公里: what is counted is nobody's owner, but that of the place that opens its name.
        common = who.form is not Form.PROPER and not who.inside
        if who.type in WORKS and (
            COUNTED.match(self.text, who.span.end) or (common and BUILT_SO_LARGE.match(self.text, who.span.end))
        ):
            opens = who.inside[0] if who.inside and who.inside[0].span.start == who.span.start else None
            return Owner(opens, opens) if opens is not None and opens.type in PLACES else None
        led = self.text.startswith("由", clause.span.start) or self.text[who.span.start - 1] == "由"
        if led and self.words.leads.match(self.text, who.span.end):
            return None
        if who.type == "Person":
            held = self.voices.posts.get(who.name) if who.name in self.voices.leaders else None
            own = HIS_OWN.search(self.text, who.span.end, clause.span.end) is not None
            serves = held is not None and held.type in OFFICES | PLACES and not own
            if serves or self.voices.tells(self.text, who, clause.span):
                return self.voices.told_by(who)
            # 县商务局局长李华并不满意：…: what he goes on to tell is no figure of his own.
            if self.text.startswith("：", clause.span.end) and who.name in self.voices.chiefs | self.voices.heads:
                return self.voices.told_by(who) or Owner(place, place)
        if (land := land_of(who)) is not who:
            return Owner(land, land)
        if _governs(who):
            seat = next((m for m in reversed(who.inside) if m.type in PLACES), place)
            return Owner(seat or who, seat)
        return Owner(who, who if who.type in PLACES else None)

    def _acts(self, at: int, end: int) -> bool:
        """科技园去年建成…, 批发市场二期已于3月交付: whether a verb follows, behind the part and the time."""
        part = STAGE.match(self.text, at, end)
        at = self.openers.skip(self.text, Span(part.end() if part else at, end))
        # 标准化幼儿园建设安排3个村: that such are built is what is spoken of, and no such one builds.
        return BUILDING.match(self.text, at) is None and self.openers.governs(self.text, at)

    def _is_measured(self, topic: Mention, end: int) -> bool:
        """Whether figures may speak of a topic: 桥头镇, 云岭茶业有限公司, 古城水电站增容项目."""
        undertaking = self.text.endswith(UNDERTAKINGS, topic.span.start, topic.span.end)
        if topic.type in PLACES and ROUTE.match(self.text, topic.span.end, end):
            return False
        # 学校食堂“明厨亮灶”率100%: the name says of what it is the rate.
        if self.text.startswith("率", topic.span.end):
            return False
        if topic.span.end == end and topic.form is Form.QUOTED and self.text.startswith(GLOSSED, end):
            return False
        if topic.type not in MEASURED and not (topic.type == "Program" and undertaking):
            return False
        acts = self._acts(topic.span.end, end) and not self.openers.governs(self.text, topic.span.start)
        # 去年开工的石桥水库扩建项目，由县水利局实施
        acts = acts or (topic.span.end == end and TOLD_NEXT.match(self.text, end) is not None)
        # 全长90公里的环湖绿道串起9个村: of such a length there is but one.
        sized = (
            acts
            and topic.type in TENDED
            and OF_SIZE.search(self.text, max(0, topic.span.start - SIZE_REACH), topic.span.start) is not None
        )
        # 云川大桥全长9公里
        whole = (
            sized
            or is_long(self.text, topic)
            or (acts and (topic.type in TENDED or undertaking) and len(topic.span) >= WHOLE)
        )
        return not is_any(topic) or whole


def _governs(who: Mention) -> bool:
    """村委会, 县委组织部: what it does for the place is counted of the place; 县人社局 works for itself."""
    words = GOVERNING.get(who.type)
    return words is not None and words.search(who.name) is not None


def land_of(who: Mention | None) -> Mention | None:
    """The place whose land is spoken of (白河村茶园), the firm whose shop; who is spoken of, where it is neither."""
    if who is None or who.type != "Facility" or not who.inside:
        return who
    if SHOP.search(who.name) and (firms := [m for m in who.inside if m.type in BODIES and not is_any(m)]):
        return firms[-1]
    if LAND.search(who.name) is None:
        return who
    place = who.inside[-1]
    # 石桥村双丰茶园: a garden with a name of its own has what it has.
    own = who.span.end - place.span.end > OWN_GARDEN
    return place if place.span.start == who.span.start and place.type in PLACES and not own else who
