"""Who holds which post where, since when, and whether it is so."""

from __future__ import annotations

import pytest

from kg.match.posts.posts import compile_posts, find_posts, find_roles
from kg.match.posts.reporters import find_papers, find_reporters
from kg.match.rulebook.rule_entries import parse_example
from kg.match.rulebook.rules import load_rules
from kg.model import Article, Claim, Credit, Document, Mention, Paragraph, Source, Span
from kg.read.page.sentences import sentences

RULES = load_rules()
POSTS = compile_posts(RULES)

HELD = [
    # the body right before the role
    ("{Village=青石村}党支部书记{Person=李华}说。", "李华 memberOf 青石村: 党支部书记"),
    ("{PartyOrganization=青石村党支部}书记{Person=李华}说。", "李华 memberOf 青石村党支部: 村党支部书记"),
    ("{GovernmentBody=云岭县农业农村局}局长{Person=陈敏之}介绍。", "陈敏之 memberOf 云岭县农业农村局: 局长"),
    ("{County=云岭县}副县长{Person=李华}到{Village=青石村}调研。", "李华 memberOf 云岭县: 副县长"),
    ("{Enterprise=云茶集团}的负责人{Person=李华}说。", "李华 memberOf 云茶集团: 负责人"),
    ("{Enterprise=“听雨轩”}精品民宿负责人{Person=李华}回村创业。", "李华 memberOf “听雨轩”: 负责人"),
    ("{Institution=云州大学}教授{Person=李华}来到{Village=青石村}指导。", "李华 memberOf 云州大学: 教授"),
    ("{Community=花山社区}网格员{Person=李华}来了。", "李华 memberOf 花山社区: 网格员"),
    ("在{Village=青石村}驻村第一书记{Person=李华}的帮助下，路修好了。", "李华 memberOf 青石村: 驻村第一书记"),
    (
        "{Village=青石村}变了样。{GovernmentBody=县水利局}派驻第一书记{Person=李华}来了。",
        "李华 memberOf 青石村: 第一书记",
    ),
    ("{Person=李华}毕业后，考进{Institution=云岭县人民医院}当护士。", "李华 memberOf 云岭县人民医院: 护士"),
    # who has just been chosen; whose body the words before it describe; a party group and its office are one body
    ("刚当选{PartyOrganization=青石村党总支}书记的{Person=李华}写了信。", "李华 memberOf 青石村党总支: 村党总支书记"),
    (
        "{PartyOrganization=青石村党支部}领办的{Association=云雾茶叶合作社}里，饲养员{Person=李华}在喂羊。",
        "李华 memberOf 云雾茶叶合作社: 饲养员",
    ),
    ("{County=云岭县}引进画家{Person=李华}，办起画室。", ""),
    (
        "{Association=云岭县妇联}很忙。县妇联党组书记{Person=李华}说。",
        "李华 memberOf 云岭县妇联: 县妇联党组书记",
    ),
    ("{Facility=“鱼见”民宿}很忙，店主{Person=李华}笑了。", "李华 memberOf “鱼见”民宿: 店主"),
    ("{Facility=积分超市}开了门。{Person=李华}如今是“鱼见”的店长。", ""),
    # an office that nobody names apart, beside or behind a body
    (
        "{PartyOrganization=云州市委宣传部}副部长、文明办主任{Person=李华}来了。",
        "李华 memberOf 云州市委宣传部: 文明办主任; 李华 memberOf 云州市委宣传部: 市委宣传部副部长",
    ),
    ("{Township=青石镇}旧改办主任{Person=李华}来了。", "李华 memberOf 青石镇: 旧改办主任"),
    ("{GovernmentBody=云岭县政协}主席{Person=李华}来了。", "李华 memberOf 云岭县政协: 县政协主席"),
    ("{Person=李华}是{GovernmentBody=云岭县税务局}的一名党员干部。", "李华 memberOf 云岭县税务局: 党员干部"),
    (
        "{Person=李华}是{Village=青石村}的信息员，在村里还担任村委会主任。",
        "李华 memberOf 青石村: 信息员; 李华 memberOf 青石村: 村委会主任",
    ),
    # one of a crowd, by its body; who comes from a place or a body
    ("{Person=李华}是{Team=青石志愿服务队}的成员之一。", "李华 memberOf 青石志愿服务队: 成员"),
    (
        "来自{Township=青石镇}的{Person=李华}，{Township=白河镇}的{Person=王芳}参赛。",
        "李华 residentOf 青石镇; 王芳 residentOf 白河镇",
    ),
    ("{Enterprise=云茶集团}的{Person=李华}参赛。", "李华 memberOf 云茶集团"),
    # the body of another post is not that of the one before
    (
        "{Association=云岭县妇联}主席{Person=王芳}、总工会主席{Person=李华}来了。",
        "王芳 memberOf 云岭县妇联: 县妇联主席",
    ),
    ("{Person=李华}是{County=云岭县}{Township=青石镇}人。", "李华 residentOf 青石镇"),
    (
        "{Community=松湾社区}{Association=松湾社区居民委员会}开会。居委会主任{Person=李华}来了。",
        "李华 memberOf 松湾社区居民委员会: 居委会主任",
    ),
    ("在{Village=青石村}务农的{Person=李华}会修表。", "李华 residentOf 青石村"),
    ("{Person=李华}家住在离镇上最远的{Village=青石村}。", "李华 residentOf 青石村"),
    ("{Person=李华}，{Village=青石村}人。", "李华 residentOf 青石村"),
    ("{Township=青石镇}的{Person=李华}学成去了杭州。", "李华 residentOf 青石镇"),
    ("{Township=青石街道}姑娘{Person=王芳}带头。", "王芳 residentOf 青石街道"),
    ("{Village=青石村}民宿老板{Person=王芳}熬了姜汤。", "王芳 memberOf 青石村: 老板"),
    ("{Village=青石村}的餐馆老板{Person=王芳}熬了姜汤。", "王芳 memberOf 青石村: 老板"),
    ("{Person=王芳}如今在{Enterprise=青石制衣厂}当线长。", "王芳 memberOf 青石制衣厂: 线长"),
    ("{Person=王芳}在{Enterprise=青石制衣厂}做过零工。", ""),
    ("{Team=“红嫂”志愿队}送出煎饼。挑头的{Person=王芳}今年60岁。", "王芳 memberOf “红嫂”志愿队: 挑头的"),
    ("{Team=青石应急分队}有28人，队长还是那位腿打着钢板的{Person=李华}。", "李华 memberOf 青石应急分队: 队长"),
    ("{GovernmentBody=云岭县公路管理段}忙。段长{Person=李华}翻出一本账。", "李华 memberOf 云岭县公路管理段: 段长"),
    ("{GovernmentBody=云岭县水务局}打井。局长{Person=李华}说水够了。", "李华 memberOf 云岭县水务局: 局长"),
    ("{Person=李华}，男，46岁，{Township=青石镇}{Village=青石村}人。", "李华 residentOf 青石村"),
    # 他 is the one person of the sentence before
    ("{Person=李华}回来了。他今年45岁，是{Village=青石村}的村支书。", "李华 memberOf 青石村: 村支书"),
    ("{Person=李华}回来了。2018年，他当选{Village=青石村}村委会主任。", "李华 memberOf 青石村: 村委会主任 (2018)"),
    ("{Person=李华}现在是{Village=青石村}的党支部书记。", "李华 memberOf 青石村: 党支部书记"),
    ("{Person=李华}在{Community=柳湾小区}住了16年。", "李华 residentOf 柳湾小区"),
    ("{Village=柳湾村}变了样。首任书记{Person=李华}干了24年。", "李华 memberOf 柳湾村: 首任书记"),
    # the body in which somebody has long worked, or which the role names by its end
    ("在{GovernmentBody=云岭县公路站}干了22年的{Person=刘军}站长说。", "刘军 memberOf 云岭县公路站: 站长"),
    ("在{Association=云岭县供销社}工作了30年的老主任{Person=李华}说。", "李华 memberOf 云岭县供销社: 老主任"),
    (
        "{PartyOrganization=水源农业片区党委}成立后，片区党委书记{Person=李华}常来。",
        "李华 memberOf 水源农业片区党委: 片区党委书记",
    ),
    (
        "{PartyOrganization=青石村党支部}立下规矩，以党支部书记{Person=李华}牵头。",
        "李华 memberOf 青石村党支部: 党支部书记",
    ),
    ("{Institution=云岭县第一中学}高一（2）班学生{Person=李华}说。", "李华 memberOf 云岭县第一中学: 学生"),
    ("{GovernmentBody=云岭县公安局}的{Person=刘军}局长说。", "刘军 memberOf 云岭县公安局: 局长"),
    ("{Institution=云岭县医院}{Person=王芳}护士长说。", "王芳 memberOf 云岭县医院: 护士长"),
    (
        "{Association=青石果业合作社}成立于2015年。理事长{Person=李华}说。",
        "李华 memberOf 青石果业合作社: 理事长",
    ),
    # dwellers
    ("{Township=云台镇}{Village=青石村}村民{Person=王芳}家里来了客人。", "王芳 residentOf 青石村: 村民"),
    ("{Village=青石村}“党员致富带头人”{Person=王芳}笑了。", "王芳 residentOf 青石村: 党员致富带头人"),
    ("{Village=青石村}退休老党员{Person=王芳}笑了。", "王芳 residentOf 青石村: 退休老党员"),
    ("{Village=青石村}的果园里，67岁的{Person=王芳}正忙。", "王芳 residentOf 青石村"),
    ("来自{Village=青石村}的{Person=王芳}种了10亩地。", "王芳 residentOf 青石村"),
    ("家住{Community=松湾社区}6号楼的退休工人{Person=王芳}笑了。", "王芳 residentOf 松湾社区"),
    ("{GovernmentBody=云岭县人民法院}设立工作室，庭长{Person=李华}常来。", "李华 memberOf 云岭县人民法院: 庭长"),
    (
        "{PartyOrganization=云岭县委}书记{Person=李华}，{PartyOrganization=云岭县委}副书记{Person=王刚}出席。",
        "李华 memberOf 云岭县委: 县委书记; 王刚 memberOf 云岭县委: 县委副书记",
    ),
    ("{Person=王芳}是{Village=青石村}的种粮大户。", "王芳 residentOf 青石村: 种粮大户"),
    # where the sentence has gone
    ("在{Enterprise=青石食品公司}的包装车间，质检员{Person=李华}正忙。", "李华 memberOf 青石食品公司: 质检员"),
    ("走进{Facility=青石葡萄园}，负责人{Person=李华}在剪枝。", "李华 memberOf 青石葡萄园: 负责人"),
    ("{Facility=青石葡萄园}里，负责人{Person=李华}在剪枝。", "李华 memberOf 青石葡萄园: 负责人"),
    # several posts, several people
    (
        "{GovernmentBody=云州市人大常委会}副主任、{PartyOrganization=云岭县委}书记{Person=曹刚}说。",
        "曹刚 memberOf 云岭县委: 县委书记; 曹刚 memberOf 云州市人大常委会: 市人大常委会副主任",
    ),
    (
        "{Enterprise=云茶集团}党委书记、董事长{Person=蒙德}介绍。",
        "蒙德 memberOf 云茶集团: 董事长; 蒙德 memberOf 云茶集团: 党委书记",
    ),
    (
        "{Village=青石村}村民{Person=李华}、{Person=王芳}和{Person=赵刚}来了。",
        "李华 residentOf 青石村: 村民; 王芳 residentOf 青石村: 村民; 赵刚 residentOf 青石村: 村民",
    ),
    (
        "{Association=云岭茶协}会长{Person=李华}和{Enterprise=云茶公司}总经理{Person=王芳}签约。",
        "李华 memberOf 云岭茶协: 会长; 王芳 memberOf 云茶公司: 总经理",
    ),
    # after the name
    ("2019年，{Person=李华}当选为{Village=青石村}党支部书记。", "李华 memberOf 青石村: 党支部书记 (2019)"),
    ("自2016年起，{Person=李华}担任{Village=青石村}支书。", "李华 memberOf 青石村: 支书 (2016/)"),
    ("{Person=李华}，男，1970年生，现任{Village=青石村}村委会主任。", "李华 memberOf 青石村: 村委会主任"),
    ("{Person=李华}（{Village=青石村}党支部书记）说。", "李华 memberOf 青石村: 党支部书记"),
    ("村民选举{Person=李华}为{Village=青石村}村委会主任。", "李华 memberOf 青石村: 村委会主任"),
    (
        "{Person=李华}是退役军人，今年8月当选{PartyOrganization=江岳站点党支部}书记。",
        "李华 memberOf 江岳站点党支部: 党支部书记",
    ),
    ("{Person=李华}爱琢磨，2019年又担任{Village=青石村}村委会主任。", "李华 memberOf 青石村: 村委会主任 (2019)"),
    ("{Person=李华}任{Association=云岭茶协}会长。", "李华 memberOf 云岭茶协: 会长"),
    ("{Person=李华}拒绝出任{Village=青石村}党支部书记。", "李华 memberOf 青石村: 党支部书记 [Denied]"),
    ("{Person=李华}不再担任{Enterprise=云茶集团}董事长。", "李华 memberOf 云茶集团: 董事长 [Denied]"),
    ("{Person=李华}拟任{GovernmentBody=云岭县教育局}局长。", "李华 memberOf 云岭县教育局: 局长 [Planned]"),
    ("{Person=李华}加入了{Team=青石志愿服务队}。", "李华 memberOf 青石志愿服务队"),
    # the body named before
    ("{Village=青石村}变化大，村党支部书记{Person=李华}功不可没。", "李华 memberOf 青石村: 村党支部书记"),
    ("2018年，{Person=李华}被推选为村党支部书记，{Village=青石村}变了。", "李华 memberOf 青石村: 村党支部书记 (2018)"),
    ("{Village=青石村}茶园连片。种茶大户{Person=李华}笑了。", "李华 residentOf 青石村: 种茶大户"),
    ("{Village=青石村}缺人手，2019年{Person=李华}回村担任党支部书记。", "李华 memberOf 青石村: 党支部书记 (2019)"),
    ("{Township=青石镇}的辣椒红了，种植户{Person=李华}笑了。", "李华 residentOf 青石镇: 种植户"),
    ("{Village=青石村}变化大，老支书{Person=李华}功不可没。", "李华 memberOf 青石村: 老支书"),
    ("驻村第一书记{Person=李华}为{Village=青石村}跑来了项目。", "李华 memberOf 青石村: 驻村第一书记"),
    ("{Facility=云岭种苗繁育中心}建成了，中心主任{Person=李华}笑了。", "李华 memberOf 云岭种苗繁育中心: 主任"),
    ("{Facility=云岭林场}场长{Person=李华}笑了。", "李华 memberOf 云岭林场: 场长"),
    ("{County=云岭县}副县长（挂职）{Person=李华}到{Village=青石村}调研。", "李华 memberOf 云岭县: 副县长"),
    ("村里请来{Institution=云州大学}的{Person=李华}教授授课。", "李华 memberOf 云州大学: 教授"),
    (
        "{Village=青石村}变了，驻村第一书记、{GovernmentBody=云州市林草局}干部{Person=李华}功不可没。",
        "李华 memberOf 云州市林草局: 干部; 李华 memberOf 青石村: 驻村第一书记",
    ),
    ("{PartyOrganization=市委组织部}副部长{Person=李华}说。", "李华 memberOf 市委组织部: 市委组织部副部长"),
    (
        "{Association=惠民合作社}理事长是{Village=青石村}退伍军人{Person=李华}。",
        "李华 residentOf 青石村: 退伍军人; 李华 memberOf 惠民合作社: 理事长",
    ),
    ("{Team=“邻里帮”志愿服务队}巡诊，队员{Person=李华}上门。", "李华 memberOf “邻里帮”志愿服务队: 队员"),
    ("{Institution=云岭医院}扩建了，副院长{Person=李华}说。", "李华 memberOf 云岭医院: 副院长"),
    ("{Association=云岭商会}成立了，会长{Person=李华}说。", "李华 memberOf 云岭商会: 会长"),
    ("作为{Village=青石村}妇联主席，{Person=李华}带头种茶。", "李华 memberOf 青石村: 妇联主席"),
    ("作为市人大代表和{Village=青石村}妇联主席，{Person=李华}带头种茶。", "李华 memberOf 青石村: 妇联主席"),
    ("时任{PartyOrganization=云岭县委}书记的{Person=李华}来过。", "李华 memberOf 云岭县委: 县委书记"),
    ("{Person=李华}返乡多年，如今是{Association=惠民合作社}理事长。", "李华 memberOf 惠民合作社: 理事长"),
    ("{Person=李华}到{County=云岭县}挂职，任副县长。", "李华 memberOf 云岭县: 副县长"),
    ("村民推选老党员{Person=李华}为{Association=云岭茶协}会长。", "李华 memberOf 云岭茶协: 会长"),
    (
        "{Institution=云岭融媒体中心}主任{Person=李华}、副主任{Person=王芳}来了。",
        "李华 memberOf 云岭融媒体中心: 主任; 王芳 memberOf 云岭融媒体中心: 副主任",
    ),
    (
        "{Person=李华}、{Person=王芳}受聘为{Association=云岭茶协}技术顾问。",
        "李华 memberOf 云岭茶协: 技术顾问; 王芳 memberOf 云岭茶协: 技术顾问",
    ),
    ("在{Village=青石村}，党支部书记{Person=李华}很忙。", "李华 memberOf 青石村: 党支部书记"),
    ("{Person=李华}家住{Township=青石镇}{Village=柳湾村}。", "李华 residentOf 柳湾村"),
    ("{Institution=云州农科院}设有试验站，研究员{Person=李华}带队。", "李华 memberOf 云州农科院: 研究员"),
    ("{Enterprise=云茶公司}扩产了，董事长{Person=李华}说。", "李华 memberOf 云茶公司: 董事长"),
    ("公司负责人{Person=李华}说，{Enterprise=云茶公司}扩产了。", "李华 memberOf 云茶公司: 负责人"),
    ("{Prefecture=云州市}开会，市长{Person=李华}说。", "李华 memberOf 云州市: 市长"),
    ("{County=东湖区}开会，副区长{Person=李华}说。", "李华 memberOf 东湖区: 副区长"),
    ("{Institution=云岭中学}扩建了，副校长{Person=李华}说。", "李华 memberOf 云岭中学: 副校长"),
    ("{County=东湖区}开会，区委书记{Person=李华}说。", "李华 memberOf 东湖区: 区委书记"),
    ("{Village=双凤村}的土家族摆手舞传承人{Person=李华}来了。", "李华 memberOf 双凤村: 传承人"),
    ("{Association=惠民合作社}成立了，合作社理事长{Person=李华}笑了。", "李华 memberOf 惠民合作社: 理事长"),
    # the last character of a name is no former post
    ("{Village=柳原村}党支部书记{Person=李华}说。", "李华 memberOf 柳原村: 党支部书记"),
    ("{PartyOrganization=柳原村党支部}书记{Person=李华}说。", "李华 memberOf 柳原村党支部: 村党支部书记"),
    # two posts with one body
    (
        "{Village=青石村}党支部书记兼村主任{Person=李华}说。",
        "李华 memberOf 青石村: 村主任; 李华 memberOf 青石村: 党支部书记",
    ),
    ("{Facility=青石综治中心}主任、“说事亭”成员{Person=李华}来了。", "李华 memberOf 青石综治中心: 主任"),
    ("{Association=青石村联合社理事会}成员{Person=李华}来了。", "李华 memberOf 青石村联合社理事会: 理事会成员"),
    ("{Village=青石村}回族群众{Person=李华}来了。", "李华 residentOf 青石村: 群众"),
    ("{Village=青石村}党建联建指导员{Person=李华}来了。", "李华 memberOf 青石村: 党建联建指导员"),
    (
        "{Village=青石村}党支部书记兼护林队队长{Person=李华}来了。",
        "李华 memberOf 青石村: 护林队队长; 李华 memberOf 青石村: 党支部书记",
    ),
    (
        "{County=云岭县}{Association=云岭县红十字会}会长、副县长{Person=李华}来了。",
        "李华 memberOf 云岭县: 副县长; 李华 memberOf 云岭县红十字会: 会长",
    ),
    (
        "{PartyOrganization=云岭县医院党委}书记、院长{Person=李华}来了。",
        "李华 memberOf 云岭县医院党委: 院长; 李华 memberOf 云岭县医院党委: 党委书记",
    ),
    (
        "{Institution=青石农技站}站长{Person=李华}、农技员{Person=王刚}来了。",
        "李华 memberOf 青石农技站: 站长; 王刚 memberOf 青石农技站: 农技员",
    ),
    (
        "{Township=青石镇}镇长{Person=李华}主持，党委书记{Person=王刚}讲话。",
        "李华 memberOf 青石镇: 镇长; 王刚 memberOf 青石镇: 党委书记",
    ),
    ("{Village=青石村}党支部书记：{Person=李华}。", "李华 memberOf 青石村: 党支部书记"),
    ("{Person=李华}返乡办起了{Association=青石合作社}并任理事长。", "李华 memberOf 青石合作社: 理事长"),
    ("{Person=李华}今年七十，他以前住在{Village=青石村}。", "李华 residentOf 青石村"),
    ("代表{Person=李华}来自{Township=青石镇}{Village=柳湾村}。", "李华 residentOf 柳湾村"),
    (
        "{Facility=“听雨院”}负责人{Person=王芳}、“90后”主播{Person=李华}回乡。",
        "王芳 memberOf “听雨院”: 负责人",
    ),
    ("{Village=柳湾村}{Person=李华}等农户种了木耳。", "李华 residentOf 柳湾村"),
    ("{Person=李华}正忙着包装。家在{Village=柳湾村}的她每月挣三千。", "李华 residentOf 柳湾村"),
    (
        "来自{Township=青石镇}的蒙古族大娘{Person=李华}来了。",
        "李华 residentOf 青石镇",
    ),
    (
        "{Village=青石村}党支部书记，{Enterprise=云茶公司}董事长{Person=李华}来了。",
        "李华 memberOf 云茶公司: 董事长; 李华 memberOf 青石村: 党支部书记",
    ),
    ("{Township=青石镇}代表联络站站长{Person=李华}来了。", "李华 memberOf 青石镇: 代表联络站站长"),
    (
        "{Village=青石村}妇联执委、巾帼志愿者{Person=李华}来了。",
        "李华 memberOf 青石村: 巾帼志愿者; 李华 memberOf 青石村: 妇联执委",
    ),
    ("{Association=青石协会}会员、高级畜牧师{Person=李华}来了。", "李华 memberOf 青石协会: 会员"),
    # whose house it is
    ("{Facility=青石生态园}开放了。园主{Person=李华}笑了。", "李华 memberOf 青石生态园: 园主"),
    ("{Association=青石合作社}成立于2015年，法人{Person=李华}笑了。", "李华 memberOf 青石合作社: 法人"),
    ("{Facility=青石菌菇产业园}丰收，园区负责人{Person=李华}笑了。", "李华 memberOf 青石菌菇产业园: 园区负责人"),
    ("{Facility=青石基地}内一派繁忙，技术员{Person=李华}正忙。", "李华 memberOf 青石基地: 技术员"),
    ("记者进入{Enterprise=青石公司}的车间，裁剪工{Person=李华}正忙。", "李华 memberOf 青石公司: 裁剪工"),
    # what somebody is said to be, before the verb
    ("{Village=青石村}新任村支书是29岁的{Person=李华}。", "李华 memberOf 青石村: 新任村支书"),
    ("{Village=青石村}有位护林员，名叫{Person=李华}。", "李华 memberOf 青石村: 护林员"),
    # where somebody lives
    ("{Person=李华}和家人住在{Community=柳湾小区}。", "李华 residentOf 柳湾小区"),
    ("{Village=青石村}五组的{Person=李华}来了。", "李华 residentOf 青石村"),
    ("{Village=青石村}人{Person=李华}来了。", "李华 residentOf 青石村"),
    # sent to a post
    ("{Person=李华}到{Village=青石村}任党支部书记。", "李华 memberOf 青石村: 党支部书记"),
    ("{Person=李华}肯干，2019年起担任{Village=青石村}支书。", "李华 memberOf 青石村: 支书 (2019/)"),
    # a list of what somebody is
    (
        "{Person=李华}有三个身份：{Village=青石村}党支部副书记、{Association=青石合作社}理事长，还是县人大代表。",
        "李华 memberOf 青石合作社: 理事长; 李华 memberOf 青石村: 党支部副书记",
    ),
    (
        "{Person=李华}闲不住。45岁的他，头衔有好几个：{Village=青石村}村医、{Facility=“听雨”民宿}主人。",
        "李华 memberOf “听雨”民宿: 主人; 李华 memberOf 青石村: 村医",
    ),
    (
        "{Person=李华}既是{Village=青石村}妇联主席，又是{Association=青石合作社}社长。",
        "李华 memberOf 青石村: 妇联主席; 李华 memberOf 青石合作社: 社长",
    ),
    (
        "{Person=李华}身兼{Village=青石村}妇联主席、{Association=青石合作社}理事长。",
        "李华 memberOf 青石合作社: 理事长; 李华 memberOf 青石村: 妇联主席",
    ),
    # whom the text points back on, and what is somebody's own
    (
        "{Person=李华}来了。这位{GovernmentBody=云岭县林业局}的副科长很忙。",
        "李华 memberOf 云岭县林业局: 副科长",
    ),
    ("{Person=王芳}毕业了。她的{Enterprise=彩霞家庭农场}丰收了。", "王芳 memberOf 彩霞家庭农场"),
    # who has been sent, by whom and where to
    (
        "{Institution=云州农科所}派来的两名专家{Person=李华}、{Person=王芳}吃住在村。",
        "李华 memberOf 云州农科所: 专家; 王芳 memberOf 云州农科所: 专家",
    ),
    ("{Person=李华}是{GovernmentBody=云岭县农业局}下派的干部。", "李华 memberOf 云岭县农业局: 干部"),
    (
        "2021年7月，{GovernmentBody=县教育局}派驻第一书记{Person=李华}到{Village=青石村}任职。",
        "李华 memberOf 青石村: 第一书记; 李华 memberOf 青石村: 第一书记 (2021-07)",
    ),
    ("2021年6月，来{County=云岭县}挂职副县长的{Person=李华}常到村里。", "李华 memberOf 云岭县: 挂职副县长 (2021-06)"),
    ("{Person=李华}那年到{County=云岭县}挂职科技副县长。", "李华 memberOf 云岭县: 挂职科技副县长"),
    # a second post
    (
        "{Enterprise=云茶公司}成立了，由{Institution=青石农技站}站长{Person=李华}兼任经理。",
        "李华 memberOf 青石农技站: 站长; 李华 memberOf 云茶公司: 经理",
    ),
    (
        "{Enterprise=云茶公司}成立了，总经理由{Village=青石村}党支部书记{Person=李华}兼任。",
        "李华 memberOf 青石村: 党支部书记; 李华 memberOf 云茶公司: 总经理",
    ),
    ("{Person=李华}办起{Enterprise=彩霞家庭农场}，自己当农场主。", "李华 memberOf 彩霞家庭农场: 农场主"),
    # of whom the paragraph speaks
    (
        "{Enterprise=云茶公司}由{Enterprise=金谷公司}出资建成。总经理{Person=李华}说。",
        "李华 memberOf 云茶公司: 总经理",
    ),
    (
        "{Enterprise=云茶公司}有职工三百人，{Facility=炒茶车间}主任{Person=李华}说。",
        "李华 memberOf 云茶公司: 车间主任",
    ),
    ("{Institution=青石检测中心}添了设备，主任{Person=李华}说。", "李华 memberOf 青石检测中心: 主任"),
    (
        "{Institution=云州医院}变了样。与{Institution=江岳医院}结对后，院党委书记{Person=李华}说。",
        "李华 memberOf 云州医院: 党委书记",
    ),
    (
        "{Institution=云州医院}在{Institution=江岳医院}开了门诊，医生{Person=李华}每周都来。",
        "李华 memberOf 云州医院: 医生",
    ),
    (
        "{Township=青石镇}的路修通了。" + "山高水长，" * 70 + "大家都高兴。镇党委书记{Person=李华}说。",
        "李华 memberOf 青石镇: 镇党委书记",
    ),
    ("{PartyOrganization=县委政法委}副书记{Person=李华}说。", "李华 memberOf 县委政法委: 县委政法委副书记"),
    ("{GovernmentBody=云岭县人民政府}副县长{Person=李华}说。", "李华 memberOf 云岭县人民政府: 副县长"),
    (
        "{PartyOrganization=云岭县委}常委、组织部部长{Person=李华}说。",
        "李华 memberOf 云岭县委: 组织部部长; 李华 memberOf 云岭县委: 县委常委",
    ),
    (
        "{PartyOrganization=云岭文旅集团党委}书记、董事长{Person=李华}说。",
        "李华 memberOf 云岭文旅集团党委: 董事长; 李华 memberOf 云岭文旅集团党委: 党委书记",
    ),
    # for how long, until when, after whom
    ("从2008年到2020年，{Person=李华}担任{Village=青石村}支书。", "李华 memberOf 青石村: 支书 (2008/2020)"),
    ("{Person=李华}担任{Village=青石村}支书已有12年。", "李华 memberOf 青石村: 支书"),
    ("在{Village=青石村}当了12年支书的{Person=李华}说。", "李华 memberOf 青石村: 支书"),
    ("担任{Village=青石村}支书12年来，{Person=李华}没休过假。", "李华 memberOf 青石村: 支书"),
    ("{Person=王芳}接替{Person=李华}担任{Township=青石镇}镇长。", "王芳 memberOf 青石镇: 镇长"),
    ("{Village=青石村}变了样，难忘时任村主任的胞弟{Person=李华}。", "李华 memberOf 青石村: 时任村主任"),
    ("2015年，{Person=李华}被乡亲们选为{Village=青石村}村主任。", "李华 memberOf 青石村: 村主任 (2015)"),
    ("社员推举{Person=李华}当{Association=青石合作社}理事长。", "李华 memberOf 青石合作社: 理事长"),
    ("{Person=李华}退下来后，仍是{Association=青石合作社}顾问。", "李华 memberOf 青石合作社: 顾问"),
    ("{Person=李华}回到{Village=青石村}当村医。", "李华 memberOf 青石村: 村医"),
    ("{Enterprise=云茶公司}法定代表人为{Person=李华}。", "李华 memberOf 云茶公司: 法定代表人"),
    ("{Person=李华}2018年从{Village=青石村}搬到{Community=柳湾社区}。", "李华 residentOf 柳湾社区"),
    # who has founded it
    (
        "{Enterprise=云茶集团}创办人{Person=李华}说起往事。",
        "李华 memberOf 云茶集团: 创办人; 李华 establishes 云茶集团",
    ),
    (
        "{Enterprise=云茶集团}创始人之一{Person=李华}说起往事。",
        "李华 memberOf 云茶集团: 创始人; 李华 establishes 云茶集团",
    ),
    ("县里拟任命{Person=李华}为{Township=青石镇}镇长。", "李华 memberOf 青石镇: 镇长 [Planned]"),
]

NOT_HELD = [
    ("在{Facility=文化广场}旁等了三年的老主任{Person=李华}说。", "he waited there"),
    ("{Person=李华}常说，当选的{Village=青石村}村委会主任很负责。", "somebody else's post"),
    ("{Person=李华}带着{Person=王芳}干，后来当选{Village=青石村}村委会主任。", "which of the two is not said"),
    ("{Village=青石村}旁有{Institution=云岭医院}，护理院院长{Person=李华}说。", "of another house"),
    ("{PartyOrganization=居委会}搬了家，会长{Person=李华}说。", "a committee has no such head"),
    ("原{Village=青石村}党支部书记{Person=李华}退休了。", "a former post"),
    ("{Village=青石村}原党支部书记{Person=李华}退休了。", "a former post"),
    ("{Person=李华}曾任{GovernmentBody=云岭县教育局}局长。", "a former post"),
    ("{Person=李华}说，{Village=青石村}村委会主任很负责。", "somebody else's post"),
    ("{Village=青石村}变化大，游客{Person=李华}说。", "a guest lives elsewhere"),
    ("{County=云岭县}供销社主任{Person=李华}说。", "he heads a body that nobody has named"),
    ("{Enterprise=云茶公司}和{Enterprise=金谷公司}来了，董事长{Person=李华}说。", "of which firm is not said"),
    ("{Village=青石村}的茶园让{Person=李华}着迷。", "no role"),
    ("{County=云岭县}离城近，市长{Person=李华}常来。", "of which city is not said"),
    ("{Person=李华}到{Village=青石村}调研。", "a visit"),
    ("在{Enterprise=云茶公司}带动下，{Person=王刚}回乡，技术员{Person=李华}来了。", "a clause lies between"),
    ("计划让{Person=李华}一家搬进{Community=柳湾社区}。", "a plan"),
    ("{Facility=青石果园}的果子卖得好。店主{Person=李华}说。", "an orchard is no shop"),
    ("王刚找到村支书，组长{Person=李华}也来了。{Village=青石村}不大。", "somebody else's post"),
    ("{Person=李华}，把{Village=青石村}居民的事放在心上。", "what he cares for"),
    ("{Village=青石村}养殖场场长{Person=李华}说。", "of another house"),
    ("{Person=李华}搬进了{Facility=柳湾车间}。", "no house to live in"),
    ("{Enterprise=金谷公司}和{Enterprise=云茶公司}签约，合伙人{Person=李华}说。", "of which firm is not said"),
    ("{Person=王芳}到{County=云岭县}挂职锻炼。", "no post is named"),
    ("{Village=青石村}支书为{Person=李华}送去了药。", "somebody else's post"),
    ("{Person=李华}由{Village=青石村}来。", "no post is named"),
    ("{Person=李华}来了。这位大姐在{Enterprise=云茶公司}买过茶。", "a guest of the firm"),
    ("{Person=李华}来了。他的{Enterprise=云茶公司}同事也来了。", "the firm is not his own"),
    ("{Person=李华}说，{Person=王芳}来了。她的{Enterprise=彩霞家庭农场}丰收了。", "whose it is, is not said"),
    ("{Enterprise=金谷公司}派来的车接走了{Person=李华}。", "the car was sent"),
    ("受益于{Enterprise=云茶公司}，技术员{Person=李华}学会了炒茶。", "nobody has gone there"),
]


def read(marked: str) -> tuple[Document, list[Mention]]:
    example = parse_example(marked)
    text = example.text
    span = Span(0, len(text))
    source = Source("报纸", text, "0" * 64, "utf-8")
    document = Document(source, text, range(len(text)), (Article(span, (Paragraph(span),)),))
    return document, [Mention(Span(a, b), kind, "marked", text[a:b]) for kind, _, a, b in example.marks]


def said(claim: Claim) -> str:
    assert claim.subject is not None
    qualifiers = dict(claim.qualifiers)
    words = f"{claim.subject.name} {claim.predicate} {claim.object.name}"
    words += f": {qualifiers['role']}" if "role" in qualifiers else ""
    words += f" ({qualifiers['period']})" if "period" in qualifiers else ""
    return words + (f" [{claim.stance.value}]" if claim.stance.value != "Stated" else "")


@pytest.mark.parametrize(("marked", "expected"), HELD)
def test_a_post_is_claimed_with_its_body_and_role(marked: str, expected: str) -> None:
    document, mentions = read(marked)
    claims = find_posts(document, sentences(document), mentions, POSTS)
    assert "; ".join(map(said, claims)) == expected


@pytest.mark.parametrize(("marked", "why"), NOT_HELD)
def test_nothing_is_claimed_that_the_text_does_not_say(marked: str, why: str) -> None:
    document, mentions = read(marked)
    assert find_posts(document, sentences(document), mentions, POSTS) == [], why


def test_the_evidence_is_the_narrowest_passage() -> None:
    document, mentions = read("近日，{Village=青石村}党支部书记{Person=李华}带头清淤。")
    [claim] = find_posts(document, sentences(document), mentions, POSTS)
    assert [document.quote(span) for span in claim.spans] == ["青石村党支部书记李华"]


def test_a_body_named_before_is_part_of_the_evidence() -> None:
    document, mentions = read("{Village=青石村}茶园连片。种茶大户{Person=李华}笑了。")
    [claim] = find_posts(document, sentences(document), mentions, POSTS)
    assert [document.quote(span) for span in claim.spans] == ["青石村", "种茶大户李华"]


def test_a_role_without_a_body_is_kept_apart() -> None:
    document, mentions = read("退休教师{Person=李华}每天来练字。")
    assert find_posts(document, sentences(document), mentions, POSTS) == []
    roles = find_roles(document, sentences(document), mentions, POSTS)
    assert [(person.name, role) for person, role, _ in roles] == [("李华", "退休教师")]
    assert [document.quote(span) for _, _, span in roles] == ["退休教师"]


def test_an_office_in_a_village_makes_no_second_fact_of_living_there() -> None:
    document, mentions = read("{Village=青石村}村民{Person=李华}当选{Village=青石村}党支部书记。")
    assert [c.predicate for c in find_posts(document, sentences(document), mentions, POSTS)] == ["memberOf"]


BODIES_OF = [(word, ending) for word, endings in RULES.tables["role_bodies"] for ending in endings.split()]


@pytest.mark.parametrize(("word", "ending"), BODIES_OF)
def test_a_word_for_people_says_in_what_a_body_they_serve(word: str, ending: str) -> None:
    document, mentions = read(f"{{Institution=青石{ending}}}开了义卖，{word}{{Person=李华}}常来。")
    held = find_posts(document, sentences(document), mentions, POSTS)
    assert [said(claim) for claim in held] == [f"李华 memberOf 青石{ending}: {word}"]


BYLINES = [
    ("云岭日报记者 李华", "李华 memberOf 云岭日报: 记者"),
    ("云岭日报讯（全媒体记者 李华 王芳）", "李华 memberOf 云岭日报: 记者; 王芳 memberOf 云岭日报: 记者"),
    ("云岭县融媒体中心记者 李华 通讯员 王芳", "李华 memberOf 云岭县融媒体中心: 记者"),
    ("新华社记者李华 摄", "李华 memberOf 新华社: 记者"),
    ("云岭网云州8月7日讯（记者 李华）", "李华 memberOf 云岭网: 记者"),
    ("来源：云岭日报 记者：李华 王芳 编辑：马超", "李华 memberOf 云岭日报: 记者; 王芳 memberOf 云岭日报: 记者"),
    ("本报记者 李华", ""),
    ("记者 李华", ""),
    ("云岭日报通讯员 李华", ""),
    ("云岭日报社走进青石村，记者 李华", ""),
]


@pytest.mark.parametrize(("byline", "expected"), BYLINES)
def test_a_reporter_is_of_the_paper_before_the_word(byline: str, expected: str) -> None:
    names = [(name, byline.find(name)) for name in ("李华", "王芳") if name in byline]
    said_to_be = {name: "通讯员" if "通讯员" in byline[max(0, at - 5) : at] else "记者" for name, at in names}
    credits = tuple(Credit(name, said_to_be[name], Span(at, at + 2)) for name, at in names)
    span = Span(0, len(byline))
    article = Article(span, (Paragraph(span),), credits=credits)
    document = Document(Source("报纸", byline, "0" * 64, "utf-8"), byline, range(len(byline)), (article,))
    people = [Mention(credit.span, "Person", "byline", credit.name) for credit in credits]
    mentions = [*people, *find_papers(document, people)]
    assert "; ".join(map(said, find_reporters(document, mentions))) == expected
