"""Bodies that stand in, behind or beside others: branches, schools of universities, teams sent elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Form, Mention, Source
from kg.pipeline import Tools, find_mentions, read, understand
from kg.read.page.sentences import sentences

Find = Callable[[str], list[Mention]]


@pytest.fixture
def find(tools: Tools) -> Find:
    def run(text: str) -> list[Mention]:
        document = read(Source("报", text, "0" * 64, "utf-8"), tools)
        return find_mentions(document, sentences(document), tools)

    return run


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("农业银行云岭支行授信500万元。", "农业银行云岭支行", "Enterprise"),
        ("结对的还有工商银行邯郸和平支行。", "工商银行邯郸和平支行", "Enterprise"),
        ("疏附县文化体育广播电视和旅游局派人前来。", "疏附县文化体育广播电视和旅游局", "GovernmentBody"),
        ("疏附县委宣传部组织宣讲。", "疏附县委宣传部", "PartyOrganization"),
        ("来自浙江工业大学食品科学与工程学院。", "浙江工业大学食品科学与工程学院", "Institution"),
        ("龙头企业新疆锦诚袜业有限公司扩产。", "新疆锦诚袜业有限公司", "Enterprise"),
        ("福建梦之乡农业发展有限公司收茶。", "福建梦之乡农业发展有限公司", "Enterprise"),
        ("疏附县委县政府推行河长制。", "县政府", "GovernmentBody"),
        ("法院会同县司法局建立机制。", "县司法局", "GovernmentBody"),
        ("县教育局和县司法局共建学堂。", "县司法局", "GovernmentBody"),
        ("纠纷一律转县矛盾纠纷调处中心。", "县矛盾纠纷调处中心", "Institution"),
        ("冷库交由镇强村公司运营。", "镇强村公司", "Enterprise"),
        ("有关部门指导县妇联办班。", "县妇联", "Association"),
        ("有关部门联系石桥小学办班。", "石桥小学", "Institution"),
        ("村民参观向阳茶业合作社。", "向阳茶业合作社", "Association"),
        ("村里托管报恩寺小学。", "报恩寺小学", "Institution"),
        ("专家检查县第六小学。", "县第六小学", "Institution"),
        ("百年老校报恩寺小学招生。", "报恩寺小学", "Institution"),
        ("民办红旗商会成立。", "红旗商会", "Association"),
        ("国有企业云岭茶厂扩产。", "云岭茶厂", "Enterprise"),
        ("那家向阳茶业合作社分红。", "向阳茶业合作社", "Association"),
        ("另一家红旗商会成立。", "红旗商会", "Association"),
        ("原北山水库已停用。", "北山水库", "Facility"),
        ("刚北山水库放水。", "北山水库", "Facility"),
        ("镇上归县法院审理。", "县法院", "GovernmentBody"),
        ("石桥企业青年党支部成立。", "石桥企业青年党支部", "PartyOrganization"),
        ("村里帮扶向阳茶业合作社。", "向阳茶业合作社", "Association"),
        ("北山水库职工摘茶。", "北山水库", "Facility"),
        ("北山水库内养鱼。", "北山水库", "Facility"),
        ("北山水库主任李华来了。", "北山水库", "Facility"),
        ("大家路过北山水库。", "北山水库", "Facility"),
        ("村集体管理寻乌县农机站。", "寻乌县农机站", "Institution"),
        ("寻乌县石桥村参观云岭电子科技有限公司。", "云岭电子科技有限公司", "Enterprise"),
        ("村里投建镇敬老院。", "镇敬老院", "Institution"),
        ("村小改建成县第六小学。", "县第六小学", "Institution"),
        ("苹果脱毒苗木繁育中心开工。", "苹果脱毒苗木繁育中心", "Facility"),
        ("寻乌县石桥镇对坡小学开学。", "寻乌县石桥镇对坡小学", "Institution"),
        ("寻乌县石桥镇起凤水库蓄水。", "寻乌县石桥镇起凤水库", "Facility"),
        ("寻乌县石桥镇为农茶业合作社分红。", "寻乌县石桥镇为农茶业合作社", "Association"),
        ("寻乌县石桥镇大同小学开学。", "寻乌县石桥镇大同小学", "Institution"),
        ("寻乌县石桥镇打鼓水库蓄水。", "寻乌县石桥镇打鼓水库", "Facility"),
        ("寻乌县和兴茶业有限公司扩产。", "寻乌县和兴茶业有限公司", "Enterprise"),
        ("疏附县县委县政府推行河长制。", "县政府", "GovernmentBody"),
        ("背后是衢州市援疆指挥部八年接力。", "衢州市援疆指挥部", "GovernmentBody"),
        ("广州市海珠区对口帮扶大埔县工作组出资380万元。", "广州市海珠区对口帮扶大埔县工作组", "Team"),
        ("中国驻美国大使馆举行招待会。", "中国驻美国大使馆", "GovernmentBody"),
        ("辽宁队以三比一取胜。", "辽宁队", "Team"),
        ("共青团疏附县委员会举办比赛。", "共青团疏附县委员会", "PartyOrganization"),
        ("共青团疏附县委书记来了。", "共青团疏附县委", "PartyOrganization"),
        ("中国男篮抵达赛地。", "中国男篮", "Team"),
        ("法国外交部昨天作了说明。", "法国外交部", "GovernmentBody"),
        ("韩国国会通过了预算。", "韩国国会", "GovernmentBody"),
        ("印度人民党赢得选举。", "印度人民党", "Organization"),
        ("云岭日报记者到场采访。", "云岭日报", "Institution"),
        ("文章登在《中国少年报》上，反响热烈。", "中国少年报", "Institution"),
        ("作者来信（单位：云岭师范大学）说明了情况。", "云岭师范大学", "Institution"),
        ("他感谢加中贸易理事会的邀请。", "加中贸易理事会", "Association"),
        ("受访的还有退休职工家属全国联谊会。", "全国联谊会", "Association"),
        ("会上成立了云岭县疾病预防控制中心。", "云岭县疾病预防控制中心", "Institution"),
        ("我们社区党总支力量有限。", "社区党总支", "PartyOrganization"),
        ("他在疏附县工业园区建厂。", "疏附县工业园区", "Facility"),
        ("车队驶入太行一号旅游公路。", "太行一号旅游公路", "Facility"),
        ("沿线的国道227线重新铺了路面。", "国道227线", "Facility"),
        ("县里高标准建设奶产业科创中心。", "奶产业科创中心", "Facility"),
        ("镇上牵头创建创业孵化园。", "创业孵化园", "Facility"),
        ("恒仁工贸扩建了厂房。", "恒仁工贸", "Enterprise"),
        ("联合司法所、派出所等力量化解纠纷。", "派出所", "GovernmentBody"),
        ("自2011年9月石口水库蓄水以来，水变清了。", "石口水库", "Facility"),
        ("余晖落在龙王庙水库。", "龙王庙水库", "Facility"),
        ("石门水库位于城北。", "石门水库", "Facility"),
        ("疏附县住建局物业科联合社区开展检查。", "疏附县住建局物业科", "GovernmentBody"),
        ("村里成立“向阳”心灵成长工作室。", "向阳", "Team"),
        ("利用“田间小喇叭”“云岭发布”等平台发布政策。", "田间小喇叭", "Facility"),
        ("柳家岭茶场现有茶园1200亩。", "柳家岭茶场", "Enterprise"),
        ("疏附县清水河水利旅游区开放。", "疏附县清水河水利旅游区", "Facility"),
        ("西红柿被中国绿色食品发展中心核定为A级。", "中国绿色食品发展中心", "Institution"),
        ("村里建成50兆瓦光伏电站。", "50兆瓦光伏电站", "Facility"),
        ("疏附县公安局定石寨派出所接到报警。", "疏附县公安局定石寨派出所", "GovernmentBody"),
        ("疏附县公安局城北分局定柳街派出所走访。", "疏附县公安局城北分局定柳街派出所", "GovernmentBody"),
        ("疏附县公安局抽调派出所民警。", "疏附县公安局", "GovernmentBody"),
        ("石榴镇的矛调中心和疏附县公安局石榴派出所。", "疏附县公安局石榴派出所", "GovernmentBody"),
        ("云岭区委第一巡察组来到学校。", "云岭区委第一巡察组", "PartyOrganization"),
        ("反馈给驻区水利局纪检监察组。", "驻区水利局纪检监察组", "PartyOrganization"),
        ("如今，该区纪委监委派驻纪检监察组打开平台。", "区纪委监委派驻纪检监察组", "PartyOrganization"),
        ("与青禾牧业（深圳）有限公司签约。", "青禾牧业（深圳）有限公司", "Enterprise"),
        ("与云岭投资（集团）有限责任公司签约。", "云岭投资（集团）有限责任公司", "Enterprise"),
        ("云南国有资产投资经营有限责任公司出资。", "云南国有资产投资经营有限责任公司", "Enterprise"),
        ("在云南好仁坚果开发有限公司加工厂，机器到位。", "云南好仁坚果开发有限公司加工厂", "Enterprise"),
        ("村里成立自强互助合作社。", "自强互助合作社", "Association"),
        ("成立重点工作专项推进领导小组。", "重点工作专项推进领导小组", "GovernmentBody"),
        ("中铁十二局承建。", "中铁十二局", "Enterprise"),
        ("他得到青石镇鸟类保护协会的帮助。", "青石镇鸟类保护协会", "Association"),
        ("四川长虹北京分公司派人前来。", "四川长虹北京分公司", "Enterprise"),
        ("参观绿山茶叶基地、三管村茶叶基地等园区重点产业。", "三管村茶叶基地", "Facility"),
        ("考察了金福临门业公司、新大唐装饰材料厂。", "新大唐装饰材料厂", "Enterprise"),
        ("查看了东航线缆、浙东铝模等入驻企业。", "浙东铝模", "Enterprise"),
        ("支持玉立集团、瀛通电子等企业攻关，支持百丈潭酒业、福隽石材等企业扩产。", "福隽石材", "Enterprise"),
        ("市三中的师生都来了。", "市三中", "Institution"),
        ("引育了绿之金、九州天润、兰花中药等龙头企业。", "绿之金", "Enterprise"),
        ("这套办法经区绿化市容局写成导则。", "区绿化市容局", "GovernmentBody"),
        ("县柑橘局派来专家。", "县柑橘局", "GovernmentBody"),
        ("疏附县果业局派来专家。", "疏附县果业局", "GovernmentBody"),
    ],
)
def test_a_body_is_found_whole(find: Find, text: str, name: str, type_: str) -> None:
    assert (name, type_) in [(m.name, m.type) for m in find(text)]


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("护边点“北塔哨”被命名为模范。", "北塔哨", "Facility"),
        ("将教室改成有18间客房的“听柚山房”。", "听柚山房", "Facility"),
        ("律师和调解员组成“法律轻骑”，随会驻场。", "法律轻骑", "Team"),
    ],
)
def test_the_words_before_a_quotation_say_what_it_is(find: Find, text: str, name: str, type_: str) -> None:
    assert (name, type_, Form.QUOTED) in [(m.name, m.type, m.form) for m in find(text)]


def test_the_body_before_a_quoted_team_is_its_mother(find: Find) -> None:
    team = find("湘潭大学文学与新闻学院“红韵”志愿队办了暑假班。")[0]
    assert team.name == "红韵" and [m.name for m in team.inside] == ["湘潭大学文学与新闻学院"]


def test_the_party_body_of_the_only_town_stands_by_itself(find: Find) -> None:
    def forms(text: str) -> list[Form]:
        return [m.form for m in find(text) if m.name == "镇党委"]

    assert forms("青石镇地广人稀，镇党委想了办法。") == [Form.PROPER]
    assert forms("青石镇、白石镇地广人稀，镇党委想了办法。") == [Form.SHORT]


def test_an_office_is_the_same_with_its_level_and_without(tools: Tools) -> None:
    text = "畜牧局下乡暖人心。寻乌县畜牧局的干部来了，县畜牧局送去饲料。"
    known = understand(Source("报", text, "0" * 64, "utf-8"), tools)
    assert sum(entity.type == "GovernmentBody" for entity in known.entities) == 1


def test_a_level_said_twice_is_one_body(tools: Tools) -> None:
    text = "寻乌县晨光镇镇党委书记李华带队，晨光镇党委定下办法。"
    known = understand(Source("报", text, "0" * 64, "utf-8"), tools)
    assert [e.name for e in known.entities if e.type == "PartyOrganization"] == ["党委"]


def test_who_sits_in_a_body_is_not_the_body(find: Find) -> None:
    assert [m.name for m in find("全国人大代表刘桂珍建议修路。") if m.type == "GovernmentBody"] == []


def test_an_estate_has_no_party_body_of_its_own(find: Find) -> None:
    found = find("望江社区的金桂园小区旧了，金桂园小区要改造，社区党委出面。")
    assert [m.form for m in found if m.name == "社区党委"] == [Form.PROPER]


@pytest.mark.parametrize(
    "text",
    [
        "福建梦之乡农业发展有限公司（以下简称“梦之乡公司”）建厂。梦之乡公司总经理陈凌介绍，公司今年增产。",
        "甘肃渭水源药业有限公司扩产，渭水源药业副总经理司马娟介绍了情况。",
        "大埔县双髻蜜柚专业合作社成立，双髻蜜柚专业合作社理事长罗永康介绍，合作社收果260万斤。",
    ],
)
def test_a_short_name_is_no_second_body(tools: Tools, text: str) -> None:
    known = understand(Source("报", text, "0" * 64, "utf-8"), tools)
    assert len([e for e in known.entities if e.type in ("Enterprise", "Association")]) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("会川镇盛产药材，会川中药材交易市场天天开市。", ["会川镇", "会川"]),
        ("霜降过后，会川镇醋那村一片繁忙。", ["会川镇", "醋那村"]),
        ("县里同克孜勒苏州签了协议。", ["克孜勒苏州"]),
    ],
)
def test_a_place_is_found_by_its_short_form_and_behind_its_town(find: Find, text: str, names: list[str]) -> None:
    def flat(mentions: list[Mention]) -> list[str]:
        return [n for m in mentions for n in ([m.name] if m.rule.startswith("place/") else []) + flat(list(m.inside))]

    assert [name for name in flat(find(text)) if name in names] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("牧民巴图孟和家的羊出栏了。", ["巴图孟和"]),
        ("牧民乌云其木格家断了联系。", ["乌云其木格"]),
        ("村民吉好也求住进了新房。", ["吉好也求"]),
        ("尤喀克村的阿卜杜热合曼·艾散去年学了手艺。", ["阿卜杜热合曼·艾散"]),
        ("菲律宾外长西亚松和文莱客人交谈。", ["西亚松"]),
        ("莲农谭孝云头一个站起来。", ["谭孝云"]),
        ("周恩来总理十分关心大寨，大家学习毛泽东思想。", ["周恩来"]),
        ("老板连被褥都给备了，老师傅里头有人叫好。", []),
        ("乌克兰总统到访。", []),
    ],
)
def test_people_of_other_peoples_and_what_only_looks_like_one(find: Find, text: str, names: list[str]) -> None:
    assert [m.name for m in find(text) if m.type == "Person"] == names


def test_a_quotation_of_one_character_is_no_name_without_its_last_word(tools: Tools) -> None:
    known = understand(Source("报", "云岭县白石镇新泾村“乐”居民活动中心开门。", "0" * 64, "utf-8"), tools)
    assert [e.name for e in known.entities if e.type == "Facility"] == ["“乐”居民活动中心"]


def test_who_is_called_as_a_town_is_a_town(find: Find) -> None:
    found = find("近日，黔江区开会。“项目卡壳。”金溪镇镇长何飞回忆。")
    assert [(m.name, m.type) for m in found if m.name in ("金溪镇", "何飞")] == [
        ("金溪镇", "Township"),
        ("何飞", "Person"),
    ]


def test_a_countys_firm_is_the_same_with_the_countys_name(tools: Tools) -> None:
    text = "寻乌县引来寻乌县文旅集团。县文旅集团负责人说，县文旅集团今年投资80万元。"
    known = understand(Source("报", text, "0" * 64, "utf-8"), tools)
    assert [e.name for e in known.entities if e.type == "Enterprise"] == ["寻乌县文旅集团"]


def test_a_name_that_ends_amid_that_of_a_place_is_nobodys(find: Find) -> None:
    found = find("平泉市有林场。120家林场负责人齐聚平泉，参观学习。")
    assert [(m.name, m.type) for m in found if m.type in ("Person", "County")] == [
        ("平泉市", "County"),
        ("平泉", "County"),
    ]


def test_the_secretary_of_the_league_is_none_of_the_party(tools: Tools) -> None:
    knowledge = understand(Source("报", "共青团疏附县委书记李华来了。", "0" * 64, "utf-8"), tools)
    names = {entity.iri: entity.name for entity in knowledge.entities}
    held = [(names[f.object], dict(f.qualifiers)["role"]) for f in knowledge.facts if f.predicate == "memberOf"]
    assert held == [("共青团疏附县委", "书记")]


def test_a_list_summed_up_as_ten_undertakings_holds_as_many_or_none(find: Find) -> None:
    assert find("疏附县实施“甲乙丙”“丁戊己”十大项目。")


def test_a_garden_and_a_city_are_nobody(find: Find) -> None:
    text = "布局荷园、香樟园、栾树园、桂园和茶园。北京天坛医院（张家口）脑科中心成立，张家口也派了人。"
    assert [m.name for m in find(text) if m.type == "Person"] == []


def test_a_member_of_a_list_of_villages_is_nobody(find: Find) -> None:
    found = find("寻乌县整合四联、杨旗、禅山三个村级党组织，杨旗的路修好了。")
    assert [m.name for m in found if m.type == "Person"] == []


def test_who_competes_in_a_contest_is_no_school(find: Find) -> None:
    assert "Institution" not in {m.type for m in find("全县毽球赛小学组开赛。")}
    assert "石桥小学" in {m.name for m in find("石桥小学组织春游。")}
