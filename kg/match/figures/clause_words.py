"""The wordings by which a clause says of whom its figures speak, and the classes that figures may speak of."""

from __future__ import annotations

import re

from kg.match.rulebook.kinds import BODIES, PLACES, SETTLED

MEASURED = PLACES | BODIES | {"Person", "Facility", "Project"}
SCENES = SETTLED | BODIES | {"County", "Facility", "Region", "Event"}
TENDED = frozenset({"Facility", "Institution", "Enterprise", "Region"})
AIDED = SETTLED | {"Association"}
DIGIT = re.compile("[0-9]")
WORKS = frozenset({"Project", "Program", "Facility"})
SIZED = re.compile(
    # 由县水利局建设的龙潭水库，总库容…
    "由[^，。；]{2,30}?(?:建设|承建|投资|共建|合建|设计|运营|施工|兴建|援建|捐建|打造|创办)的(?:[^，。；的]{2,6}的)?"
    "|(?:园区|项目)?(?:[该全][县市区镇乡村]|总|计划|规划|概算)*(?:投资|占地|造价|建筑面积|面积|库容)(?:约|近|达|超过?)*"
    "[0-9.]+[余多]?[百千万亿]*[余多]?(?:元|亩|平方米|平方公里|立方米|方)的"
)
# 这样的就业车间有134个: how many there are, and nothing that they have.
HOW_MANY = re.compile("(?:已经?|现|共|就)*有[0-9.]+[余多万]*[条个处座项家所间](?![一-鿿])")
SO_MANY = re.compile("[0-9.]+[余多万]*[条个处座项家所件]")
LONG = 4
# 选育的“云岭8号”在6个镇推开
BRED = re.compile("[^，。；“”]{0,8}(?:选育|培育|育成|研发|研制|推出|注册)(?:成功|出来)?的")
# 第二棵树是板栗，种植面积90万亩: of which product a clause says that it is the one spoken of.
SHOWN = re.compile(
    "(?:第[一二三四五六七八九十][一-鿿]{0,8}?|那一?[棵条株个只张朵块味头匹][一-鿿]{0,4}?|首先|其次|再次|最后"
    "|[^，。；]{0,6}最[大多早响广高]的(?:产业|特产|作物|果树|品种)?)(?:就是|便是|要数|当数|是|叫)"
)
SERVICE = re.compile("(?:贷|险|券|债|银行|夜校|热线|小程序|平台|码|卡|保|通)$")
HOLDS = re.compile(
    "(?:[里内中]|[园厂场馆]区内?)?(?:目前|如今|现|已|共|就)*(?:有(?=[0-9])|(?:入驻|集聚|聚集|汇聚|落户)了?(?=[^，。；]*[0-9]))"
)
# 两地合办的劳务工作站, 园区里的青石公司: whose it is, or where it stands.
CAME = re.compile(
    "[^，。；“”的]{0,10}(?:引[进来入]|招引|落户|入驻|建成|建起|投产|新建|创办|办起|成立|组建|打造)的"
    "|[^，。；“”]{2,24}?(?:合办|共建|合建|联办|共同[一-鿿]{2})的"
    "|(?:园区|园|厂区|景区|[镇乡村县市]|这)[里内上]的"
)
JOINT = re.compile("[^，。；“”]{2,24}?[与和同][^，。；“”]{2,24}?(?:合办|共建|合建|联办|共同[一-鿿]{2})的")
# 18名退休教师组成, 由老党员9人结成; 抽调9名干部组成 is what somebody does.
PICKS = "抽调|选派|挑选|[选抽派挑]出|组织|动员|吸纳|整合|招募|聘请|安排"
FORMED = re.compile(
    f"(?![^，。；0-9]{{0,6}}(?:{PICKS}))[^，。；“”]{{0,12}}?[0-9]+[余多]?[名个位人][^，。；]{{0,20}}?(?:组成|结成|组建成?)了?“?"
)
FULL_NAME = re.compile("[^，。；“”]{2,8}?的?(?:全名|全称|正式名称)[叫是为]?")
IS = re.compile("是|原为|[曾原]叫")
ESTATE = "小区"
BUILT_THEN = re.compile("(?:建成|建|始建|交付|落成)[于在][^，。；、]{2,12}的")
IS_OR_HAS = re.compile(
    "[0-9]{4}年[^，。；]{0,4}(?:建|交付|投用|入住|竣工|落成)|[是曾有共现占位始建，里内]|总|目前|常住|户籍|由|楼龄|面积"
)
# 对口帮扶大莫村的龙岗区: whom it helps stands before it.
HELPS = re.compile("(?:负责|一直)?(?:对口|结对|定点|东西部)?(?:帮扶|支援|援建|协作|扶持|包联|联系|挂钩)")
# 县财政配套, but not 县财政局 and 县财政收入
FISCAL, RECALL = re.compile("([省市县区州旗镇乡])(?:级|本级)?财政(?![局所厅部科总支收]|一般|预算)"), 60
CAUSED, DONE = re.compile("[^，。；：“”]{1,12}?[让使](?=[^他她])"), re.compile("了|起来|上")
EPITHET = re.compile("“[^“”，。]{1,8}”(?=[一-鿿]{2,4}的)")
# A name of six characters or more says of itself which one it is: 石门实验小学.
WHOLE = 6
# …托幼中心1所: a kind of facility and how many there are now.
COUNTED = re.compile("[”’]?(?:[1一][个所处座家条间支])?[。！；]?")
# 建起10个服务站: what follows is of none of them.
SEVERAL = re.compile("(?:[2-9]|[0-9]{2,}|[二三四五六七八九十两几数百千万]+)[余多]?[个所座处家条间支类种批项]$")


# 云雾茶业有限公司, 云雾种茶专业合作社: a registered name says which one it is.
REGISTERED = re.compile("有限(?:责任)?公司$|专业合作社$|家庭[农牧]场$")
BRANDED = 7
# 把传习所设到, 教室设在: before the house that only gives room
ROOM_GIVEN = re.compile("(?:[把将][^，。；]{1,14}?[设办建放安开搬送迁装]|[一-龥]{2}[设办放])(?:[在到进入]了?)\\Z")
# 记者走进石桥村养殖场, 7月4日，记者一行来到…: who comes to see it.
REPORTER = re.compile("(?:本报|本网|本台)?(?:记者|笔者|采访[组团])(?:一行|们)?(?:再次|又|首先|随后|先后)?")
