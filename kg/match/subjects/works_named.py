"""A clause that only names a works and tells when it came about, and what is said of it next in, the works out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Mention

WORKS = frozenset({"Project", "Facility", "Enterprise", "Program"})
# 开工建设的, 正在推进的, 由省里立项的 before its name
CAME_ABOUT = re.compile(
    "(?:[已正将刚新首率先正在刚刚正式即将全面陆续全部顺利于最近不久前]*?)(?:由[^，。；]{2,16}?)?"
    "(?:(?:开工|动工|启动|建设|兴建|修建|续建|改建|扩建|新建|在建|推进|实施|投用|投产|投运|竣工|完工|建成|落成|落地|签约|引进|规划"
    "|获批|立项|批复|运营|营业|开业|开园|开馆|启用|改造|揭牌|挂牌|通车|投入(?:使用|运营|生产)|并网|试运行|升级|备受关注|引人注目|重点)[并的和]?){1,3}的?"
)
UNDERTAKINGS, SIZE = (
    ("工程", "项目"),
    re.compile("(?:计划|概算|估算|预计)?(?:总投资|投资|占地|总规模|总装机)[^，。；]{0,4}[0-9]"),
)
LONG, NAMED = re.compile("(?:主线|线路|桥梁|路线)?(?:[全总]长|长(?:约|近|达)?[0-9])"), 4
# 高速公路, 环村步道: any of the kind is called so.
ANY = ("高速", "通村", "乡村", "农村", "村级", "环村", "进村", "入户", "产业", "旅游", "城市", "县乡", "该", "这")
# ，由县水利局实施; ，总投资9亿元; ，是全省最大的…: what is said of it in the next clause
TOLD_NEXT = re.compile(
    "，(?:由[^，。；]{2,40}?(?:实施|承建|建设|投资|牵头|负责|运营|管理|出资|打造|设计|筹建|兴建|开发|代建|组建|主办|承办)"
    "|(?:项目|该项目|工程)?(?:计划|概算|估算|预计)?(?:总投资|投资|占地|总?建筑面积|总规模|规划(?:总?面积|占地|用地)|[全总][长程]|总?装机|总库容|设计|设有?床位)[^，。；]{0,8}[0-9]"
    "|是[^，。；]{2,40}?(?:项目|工程|基地|平台|园区|企业|公司|水库|电站))"
)


# 云雾公司所生产的挂面，在第五届果品大会上，荣获…: whose product it is, and that the next clause tells what it won.
WHOSE = re.compile(
    "(?P<made>[^，。；：“”]{0,16}?所?(?:生产|出产|种植|培育|加工|研制|研发|选送|报送|推出|酿造|制作|制成|产|送展|参展)的)|的"
)
AT, WINS = (
    re.compile("在[^，。；！？]{2,40}[上中里]"),
    re.compile(
        "(?:，在[^。；！？]{2,60}?[上中里])?，?(?:先后|连续|一举|成功|双双|接连|还|又|也|均|分别)*"
        "(?:[荣斩喜]?获|被(?:评|授|认定|列|命名)|入选|[勇一]?[夺摘捧揽])"
    ),
)


def goods_that_win(text: str, at: int, end: int, inside: Sequence[Mention]) -> Mention | None:
    """石桥村的脐橙，在果品大会上荣获金奖: the product that a clause names, and the next one tells what it has won."""
    for goods in inside:
        if goods.type != "Industry" or goods.span.end > end:
            continue
        chain = [m for m in inside if m.span.end <= goods.span.start]
        start = chain[-1].span.end if chain else at
        whose = WHOSE.fullmatch(text, start, goods.span.start)
        scene = AT.match(text, goods.span.end, end)
        last = scene.end() if scene else goods.span.end
        if whose and (chain or whose["made"]) and last == end and WINS.match(text, end):
            return goods
    return None


def is_told_of(text: str, works: Mention) -> bool:
    """扩建项目，由县水利局实施; 扩建项目总投资9亿元: whether an undertaking is described, and not only begun."""
    told = TOLD_NEXT.match(text, works.span.end) or SIZE.match(text, works.span.end)
    return text.endswith(UNDERTAKINGS, works.span.start, works.span.end) and told is not None


def is_long(text: str, works: Mention) -> bool:
    """云川大桥全长9公里: whether a road, bridge or the like by name is said to be so long."""
    named = len(works.span) >= NAMED and not text.startswith(ANY, works.span.start)
    return works.type == "Facility" and named and LONG.match(text, works.span.end) is not None


def works_told_of(text: str, at: int, inside: Sequence[Mention]) -> Mention | None:
    """去年开工的石桥水库扩建项目，由县水利局实施，: the works that a clause ends with and the next one tells of."""
    works = inside[-1] if inside else None
    if works is None or works.type not in WORKS or text[works.span.start - 1] != "的":
        return None
    before = [m for m in inside[:-1] if not works.span.covers(m.span)]
    told = CAME_ABOUT.fullmatch(text, at, works.span.start) and TOLD_NEXT.match(text, works.span.end)
    return works if told and not before else None
