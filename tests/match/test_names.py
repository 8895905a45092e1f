"""Which names of bodies, places of work, ways and trades are found, and where they begin and end."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kg.model import Document, Form, Mention
from kg.pipeline import find_mentions, load_tools
from kg.proof.pages import plain_document
from kg.read.page.sentences import sentences

TOOLS = load_tools()


def mentions(text: str) -> tuple[Document, list[Mention]]:
    document = plain_document(text)
    found = find_mentions(document, sentences(document), TOOLS)
    return document, found


def named(text: str) -> list[tuple[str, str]]:
    document, found = mentions(text)
    return [(document.quote(m.span), m.type) for m in found]


def one(text: str, words: str) -> Mention:
    document, found = mentions(text)
    return next(m for m in found if document.quote(m.span) == words)


def test_a_house_that_was_quoted_once_is_found_without_its_marks() -> None:
    found = [name for name, kind in named("“和莓庄园”开门迎客。\n和莓庄园占地9亩。") if kind == "Facility"]
    assert found == ["“和莓庄园”", "和莓庄园"]


def test_who_works_with_a_body_is_no_part_of_its_name() -> None:
    assert ("绿野果品专业合作社", "Association") in named("石桥村同绿野果品专业合作社一道探索。")
    assert ("同心果品专业合作社", "Association") in named("同心果品专业合作社发展壮大。")


def test_a_member_of_an_aim_that_has_a_last_word_of_its_own_is_an_undertaking() -> None:
    assert ("“四送”工程", "Program") in named("云川县做到“四送、四个走遍”。实施“四送”工程，书戏到村。")
    assert not [name for name, _ in named("云川县推行“四送三联”机制。“四送”暖了人心。") if name == "“四送”"]


def test_what_firms_have_is_no_firm() -> None:
    assert not any(kind == "Enterprise" for _, kind in named("云州股东会、云州薪酬等企业制度逐一完善。"))


def test_members_of_a_row_of_projects_are_projects_where_they_read_like_names() -> None:
    text = "瑞丰光伏组件、宏昌源9万吨粮油加工等一批重点项目已开工。"
    assert [name for name, kind in named(text) if kind == "Project"] == ["瑞丰光伏组件", "宏昌源9万吨粮油加工"]
    assert not [name for name, kind in named("种植、养殖、加工等一批项目落地。") if kind == "Project"]


def test_the_second_house_of_its_kind_is_so_called_where_it_is_being_built() -> None:
    assert one("江岳市青湖县第二污水处理厂建设工程的项目现场很忙。", "青湖县第二污水处理厂建设工程").type == "Program"


def test_what_joins_a_partner_is_no_part_of_its_name() -> None:
    text = "青石村让甘岭果品专业合作社代管果园。青山镇甘岭果品专业合作社成立于2007年。"
    assert next(name for name, kind in named(text) if kind == "Association") == "甘岭果品专业合作社"


FOUND = [
    ("组建“夕阳红”宣讲队。", "“夕阳红”宣讲队", "Team"),
    ("云岭县第八届脐橙节在青石镇开幕。", "脐橙节", "Event"),
    ("云岭县竹产业研究院揭牌成立。", "云岭县竹产业研究院", "Institution"),
    ("恒远服饰有限公司车间里机声阵阵。", "恒远服饰有限公司", "Enterprise"),
    ("走进青石镇石桥村食用菌产业园大棚内。", "青石镇石桥村食用菌产业园", "Facility"),
    ("在云岭县锦绣花园扶贫产业园三楼，工人忙碌。", "云岭县锦绣花园扶贫产业园", "Facility"),
    ("云岭县首家共享书房在松湾社区揭牌。", "共享书房", "Facility"),
    ("青石镇石桥村获省民政厅表彰。", "省民政厅", "GovernmentBody"),
    ("引进市级龙头企业惠农农业科技公司出资。", "惠农农业科技公司", "Enterprise"),
    ("三井街道建设局到社区指导。", "三井街道建设局", "GovernmentBody"),
    ("构建“社区搭台、机构赋能”的多方共赢格局。", "“社区搭台、机构赋能”的多方共赢格局", "Mechanism"),
    ("成立云岭县国道227线示范带片区党委。", "云岭县国道227线示范带片区党委", "PartyOrganization"),
    ("去年园区西红柿总产量达2500公斤。", "西红柿", "Industry"),
    ("大力支持光明乳业发展鲜奶。", "光明乳业", "Enterprise"),
    ("种植豆角，专供刀板香公司。", "刀板香公司", "Enterprise"),
    ("组织干部系统学习青石社区党委的办法。", "青石社区党委", "PartyOrganization"),
    ("镇里专题学习泉州市委组织部推广的做法。", "泉州市委组织部", "PartyOrganization"),
    ("温室大棚里成片西瓜长势喜人。", "西瓜", "Industry"),
    ("培育发展枸杞、苹果等特色产业。", "枸杞", "Industry"),
    ("他到青石镇杨家村任村党支部书记。", "村党支部", "PartyOrganization"),
    ("镇里组建党员志愿服务队。", "党员志愿服务队", "Team"),
    ("村里建起党员教育培训基地。", "党员教育培训基地", "Facility"),
    ("成立青石镇茶叶协会，吸纳会员。", "青石镇茶叶协会", "Association"),
    ("随后召开了云岭县委办党支部会议。", "云岭县委办党支部", "PartyOrganization"),
    ("云岭县美团城北站点党支部书记来了。", "云岭县美团城北站点党支部", "PartyOrganization"),
    ("推行“枫林夜话”机制。去年，“枫林夜话”入选典型。", "“枫林夜话”", "Mechanism"),
    ("由区市场监管局牵头。", "区市场监管局", "GovernmentBody"),
    ("石桥村建设光伏电站。", "光伏电站", "Facility"),
    ("石桥村林下种植黄精500亩。", "黄精", "Industry"),
    ("来了县水利局驻村扶贫工作队。", "县水利局驻村扶贫工作队", "Team"),
    ("——记市第三驻村扶贫工作队", "市第三驻村扶贫工作队", "Team"),
    ("云茶集团的全资子公司绿野公司中标。", "绿野公司", "Enterprise"),
    ("云茶集团所属绿野公司中标。", "绿野公司", "Enterprise"),
    ("开展“敲门问需”活动。", "“敲门问需”活动", "Program"),
    ("探索“街巷吹哨、部门报到”，问题当天解决。", "“街巷吹哨、部门报到”", "Mechanism"),
    ("构建支部—中心户（楼长）—住户的三级管理网格。", "支部—中心户（楼长）—住户的三级管理网格", "Mechanism"),
    ("在城区—集镇—村庄三级联动体系下，面貌一新。", "城区—集镇—村庄三级联动体系", "Mechanism"),
    ("开展红“廉”宣讲。", "红“廉”宣讲", "Program"),
    ("推进移风易俗与乡风建设行动。", "移风易俗与乡风建设行动", "Program"),
    ("推行“三包五联”工作法。", "“三包五联”工作法", "Mechanism"),
    ("落实三包五联机制。", "三包五联机制", "Mechanism"),
    ("构建支部——网格——楼栋三级体系。", "支部——网格——楼栋三级体系", "Mechanism"),
    ("发展茶产业。", "茶产业", "Industry"),
    ("建成县乡村三级物流体系。", "县乡村三级物流体系", "Mechanism"),
    ("推行“综合查一次”，减少上门。", "“综合查一次”", "Mechanism"),
    ("广东果之源生物科技有限公司投产。", "广东果之源生物科技有限公司", "Enterprise"),
    ("石桥村把荒山租给广东天天茶油有限公司。", "广东天天茶油有限公司", "Enterprise"),
    ("滨海远航精工机械有限公司交付新品。", "滨海远航精工机械有限公司", "Enterprise"),
    ("浙江大学温州研究院落户园区。", "浙江大学温州研究院", "Institution"),
    ("常熟工学院派来老师。", "常熟工学院", "Institution"),
    ("江岳大学与园区共建海洋中试平台。", "海洋中试平台", "Facility"),
    ("深圳（河源）产业转移工业园扩建。", "深圳（河源）产业转移工业园", "Facility"),
    ("江滨经开区放权，管委会只留八个机构。", "管委会", "GovernmentBody"),
    ("按照“小事不出格、大事不出镇”的要求设点。", "“小事不出格、大事不出镇”的要求", "Mechanism"),
    ("社区把这套办法叫作“围炉夜谈会”，每周三不断。", "“围炉夜谈会”", "Mechanism"),
    ("镇上琢磨出一个法子，取名“板凳断理”。", "“板凳断理”", "Mechanism"),
    ("做到“进门五看”，心中有数。", "“进门五看”", "Mechanism"),
    ("以“四送”为抓手，推动政策落地。", "“四送”", "Mechanism"),
    ("“双报到”工作扎实开展。", "“双报到”", "Mechanism"),
    ("推出“先看病、后付费”服务。", "“先看病、后付费”", "Mechanism"),
    ("走出“支部领办、能人带动”的产业发展路子。", "“支部领办、能人带动”的产业发展路子", "Mechanism"),
    ("实施农村饮水安全巩固与提升工程。", "农村饮水安全巩固与提升工程", "Program"),
    ("推进林草保护与生态修复工程。", "林草保护与生态修复工程", "Program"),
    ("推进污水治理和村容村貌提升行动。", "村容村貌提升行动", "Program"),
    ("社区推出楼栋共治公约。", "楼栋共治公约", "Mechanism"),
    ("建立县、乡、村三级林长体系。", "三级林长体系", "Mechanism"),
    ("国网云岭县供电公司上门检修。", "国网云岭县供电公司", "Enterprise"),
    ("藏羊之府生态养殖合作社分红。", "藏羊之府生态养殖合作社", "Association"),
    ("官山农场种茶，建起茶亭。", "官山农场", "Enterprise"),
    ("青石镇八一小学建成。", "青石镇八一小学", "Institution"),
    ("青石镇前进志愿服务队走村入户。", "青石镇前进志愿服务队", "Team"),
    ("青石镇和润茶园占地30亩。", "青石镇和润茶园", "Facility"),
    ("青石镇好得利家庭农场有5人。", "青石镇好得利家庭农场", "Enterprise"),
    ("寻乌县建设投资有限公司成立。", "寻乌县建设投资有限公司", "Enterprise"),
    ("走进青石镇和乐·共富工坊，订单不断。", "青石镇和乐·共富工坊", "Facility"),
    ("云鹿直播带货·共富工坊带动增收。", "云鹿直播带货·共富工坊", "Facility"),
    ("镇里依托红帆里·邻里中心开课。", "红帆里·邻里中心", "Facility"),
    ("云州大学海洋与地球学院派来教授。", "云州大学海洋与地球学院", "Institution"),
    ("县海洋与渔业局发来公告。", "县海洋与渔业局", "GovernmentBody"),
    ("青禾农业科学院云岭分院派来专家。", "青禾农业科学院云岭分院", "Institution"),
    ("回来时县卫生健康局给了设备。", "县卫生健康局", "GovernmentBody"),
    ("与云州市合建的山海协作产业园投用。", "山海协作产业园", "Facility"),
    ("联合云州大学护理学院办班。", "云州大学护理学院", "Institution"),
    ("机制被省整治河湖水质领导小组办公室列入经验。", "省整治河湖水质领导小组办公室", "GovernmentBody"),
    ("青石镇强村发展有限公司成立之初。", "青石镇强村发展有限公司", "Enterprise"),
    ("云岭县康养产业集团投资建园。", "云岭县康养产业集团", "Enterprise"),
    ("走进远华纺织有限公司缫丝车间。", "远华纺织有限公司", "Enterprise"),
    ("青石镇成立文明乡村示范创建工作组。", "文明乡村示范创建工作组", "Team"),
    ("经验在全区山区林业工作现场会上交流。", "山区林业工作现场会", "Event"),
    ("牵头成立呼日勒畜牧业专业合作社。", "呼日勒畜牧业专业合作社", "Association"),
    ("江海—云岭产业园在城东动工。", "江海—云岭产业园", "Facility"),
    ("商会与学院共建设计工坊。", "设计工坊", "Facility"),
    ("县医院建成胸痛、卒中、康复三大中心。", "胸痛", "Facility"),
    ("县里建成鲜茧收购站9个。", "鲜茧收购站", "Facility"),
    ("桃花节开幕，游客很多。", "桃花节", "Event"),
    ("青石镇举办龙虾节、荷花节。", "荷花节", "Event"),
    ("在全国乡村振兴职业技能大赛上亮相。", "全国乡村振兴职业技能大赛", "Event"),
    ("县里召开全县教育系统思想政治工作会议。", "教育系统思想政治工作会议", "Event"),
    ("承办首届世界茶艺大会暨“云上茶路”国际高峰论坛。", "“云上茶路”国际高峰论坛", "Event"),
    ("承办全国职业院校技能大赛茶艺与插花赛项。", "全国职业院校技能大赛茶艺与插花赛项", "Event"),
    ("全省脱贫人口、监测对象就业工作推进会召开。", "脱贫人口、监测对象就业工作推进会", "Event"),
    ("亮相第八届云州茶艺大赛及第三届国际茶王赛。", "云州茶艺大赛", "Event"),
    ("“川薯7号”“川薯12号”两个品种推广开来。", "“川薯12号”", "Industry"),
    ("“海星”系列童袜，远销海外。", "“海星”系列童袜", "Industry"),
    ("推出的“青石茶猴”成了爆款。", "“青石茶猴”", "Industry"),
    ("建成一条茶叶初加工生产线。", "茶叶初加工生产线", "Facility"),
    ("走进十八梯景区，游客很多。", "十八梯景区", "Facility"),
    ("串联起白石寨、云顶天池等热门景点。", "云顶天池", "Facility"),
    ("南风基金会“暖冬计划”送来棉衣。", "“暖冬计划”", "Program"),
    ("天源咖啡厂收购鲜果。", "天源咖啡厂", "Enterprise"),
    ("国能永州电厂投产。", "国能永州电厂", "Facility"),
    ("市“春风”驻村工作领导小组办公室开会。", "市“春风”驻村工作领导小组办公室", "GovernmentBody"),
    ("中储粮云岭直属库有限公司收粮。", "中储粮云岭直属库有限公司", "Enterprise"),
    ("执行“五统一”（统一供种、统一销售）经营模式。", "“五统一”（统一供种、统一销售）经营模式", "Mechanism"),
]


@pytest.mark.parametrize(("text", "words", "kind"), FOUND, ids=[row[1] for row in FOUND])
def test_a_name_is_found_from_its_first_to_its_last_character(text: str, words: str, kind: str) -> None:
    assert (words, kind) in named(text)


ABSENT = [
    ("全县各地召开现场推进会。", "各地召开现场推进会", "who holds it"),
    ("办好国际茶文化节、云岭茶叶博览会。", "国际茶文化节、云岭茶叶博览会", "two"),
    ("全市干部职工参加大会。", "干部职工参加大会", "nor who takes part"),
    ("学习全国林业工作会议精神。", "全国林业工作会议", "what came of it"),
    ("县水利局创新思路，修了渠。", "县水利局创新思路", "what a bureau does"),
    ("青石镇规范制度，修了渠。", "青石镇规范制度", "and a town"),
    ("青石镇将“清水绕村”工程纳入民生实事。", "“清水绕村”工程纳入民生实事", "what the undertaking is made"),
    ("青石镇支持村委会办厂。", "青石镇支持村委会", "what a town does with the committee of a village"),
    ("青石镇培训村党支部书记12人。", "青石镇培训村党支部", "and with its secretaries"),
    ("青石镇有新广场，和大水库相邻。", "青石镇有新广场", "what a town has"),
    ("青石镇五一假期景区人气旺。", "青石镇五一假期景区", "a day that nothing is called after here"),
    ("寻乌县培育家庭农场15家。", "寻乌县培育家庭农场", "what a place does with its farms"),
    ("寻乌县发展专业合作社120家。", "寻乌县发展专业合作社", "and with its co-operatives"),
    ("寻乌县12家家庭农场签约。", "寻乌县12家家庭农场", "and how many they are"),
    ("建成红帆里·邻里中心12个。", "红帆里·邻里中心", "many of a kind have no name of their own"),
    ("寻乌县2012年计划完成改造与建设低压项目9个。", "计划完成改造", "what somebody means to do"),
    ("今年投巨资改造低压电网。", "投巨资改造", "and with what"),
    ("发展特色产业。", "特色产业", "what ranks an industry does not name it"),
    ("构建基层治理新格局。", "基层治理新格局", "nothing of one's own is named"),
    ("全县有3个合作社。", "个合作社", "a measure word counts"),
    ("他和合作社签了约。", "和合作社", "a conjunction is no part of a name"),
    ("“80后”青年回乡。", "“80后”", "an age"),
    ("建成示范庭院4730个。", "示范庭院", "a kind of thing is counted"),
    ("市民反映“停车难”。", "“停车难”", "a complaint is no way of working"),
    ("化肥、农药等企业停产。", "化肥", "common nouns say of what kind the firms are"),
    ("云茶集团签署战略合作协议。", "云茶集团签署战略", "nor is it part of the name of what it signs"),
    ("石桥村与江岳大学“联姻”。", "江岳大学“联姻”", "what it does in marks is none either"),
    ("县妇联举办培训班。", "县妇联举办培训班", "or holds"),
    ("县水利局驻石桥村扶贫工作队来了。", "石桥村扶贫工作队", "where a team was sent is no part of its name"),
    ("农科院共建工作站。", "农科院共建工作站", "behind a body the verb is what the body does"),
    ("建立与广东合作机制。", "广东合作机制", "the place is whom the verb joins with"),
    ("织密养老网络。", "密养老网络", "half of a verb is no part of a name"),
    ("助餐点一荤两素一汤，老人都说好。", "一荤两素一汤", "dishes are counted, and no verb puts them into practice"),
    ("二楼租给两家培训班。", "二楼租给两家培训班", "tenants are counted"),
    ("“双岭蜜柚”拿到了认证。", "“双岭蜜柚”", "a fruit, whatever its numeral"),
    ("站所人员“人在乡镇、心在条线”，很少到岗。", "“人在乡镇、心在条线”", "what somebody is like"),
    ("“县里看不见、镇里管不着”矛盾突出。", "“县里看不见、镇里管不着”", "what is wrong"),
    ("他总结出三步法，即“先听、再劝、后访”。", "“先听、再劝、后访”", "a list that spells another name out"),
    ("“三通一平”全部完成。", "“三通一平”", "a word of builders"),
    ("打好“组合拳”，唱响主旋律。", "“组合拳”", "a figure of speech"),
    ("他们获评全国“五好”县级工商联。", "“五好”县级工商联", "what a body is named, and no body"),
    ("培养“致富带富”型村党支部书记。", "“致富带富”型村党支部", "what kind of secretary it is"),
    ("推行“党建+合作社”，年年增收。", "“党建+合作社”的合作社", "a way of working, and no co-operative"),
    ("每月召开治理联席会议。", "治理联席会议", "a sitting, and not the body"),
    ("打通服务群众“最后一米”。", "“最后一米”", "a distance, and no crop"),
    ("对邮电局车棚进行改造。", "邮电局车棚进行改造", "进行 says no more than that it is done"),
    ("企业内强管理、外拓市场。", "外拓市场", "what a firm does"),
    ("柳林三村紧靠云岭机场。", "柳林三村紧靠云岭机场", "the verb is the sentence's own"),
    ("小事由社区办，大事街道办。", "大事街道办", "who settles what"),
    ("让群众搭上合作社的快车。", "群众搭上合作社", "a verb stands in no name of a body"),
    ("在“十四五”移民区培育枸杞。", "“十四五”移民区培育枸杞", "a period of planning is no product"),
    ("培养“致富带富”型村党支部书记。", "“致富带富”型村党支部", "of what kind they are"),
    ("创建“五好”党支部。", "“五好”党支部", "what is rated so is no body of its own"),
    ("“五好”党支部越来越多。", "“五好”", "nor is the rating one"),
    ("擦亮“红旅木塔”名片。", "“红旅木塔”", "a figure of speech is no facility"),
    ("“绿色家园”绘新颜。", "“绿色家园”", "a figure of speech is no home"),
    ("改造2万亩老油茶园。", "万亩老油茶园", "a figure before a name is no part of it"),
    ("云岭县国道227线修通。", "云岭县国道", "the name of a road goes on behind its number"),
    ("新甘肃客户端张掖讯。", "甘肃客户端", "the name began before the place"),
    ("把石桥村等8个试点村打造成样板。", "8个试点", "how many there are"),
    ("“名存实亡”的双向通行道路改造为单向回路。", "“名存实亡”的双向通行道路改造", "an idiom says how it is"),
    ("2楼旧仓库变成舞蹈房。", "楼旧仓库", "on which floor it is"),
    ("村民呼吁修桥。", "村民呼吁修桥", "what people call for"),
    ("组织各镇党委书记学习。", "镇党委", "of each town there is one"),
    ("几位镇人大代表围坐一起。", "镇人大", "who sits in it"),
    ("“红色网格”织就幸福家园。", "“红色网格”织就幸福家园", "a verb behind a quotation makes a headline"),
    ("建立健全农户“绑定”农民专业合作社的机制。", "农户“绑定”农民专业合作社", "what the one does with the other"),
    ("项目区咖啡种植面积3200亩。", "项目区咖啡", "where it grows"),
    ("全力推进党建引领物业服务。", "党建引领物业", "the last word goes on"),
    ("“3”即衡德工业园区。", "“3”即衡德工业园区", "what a number stands for"),
    ("社区活动室内设台球室。", "活动室内设台球室", "one room holds the other"),
    ("在社区经营餐馆。", "社区经营餐馆", "behind a word of place the verb is the sentence's own"),
    ("把它改造成优美的湿地公园。", "湿地公园", "any of the kind"),
    ("铺上沙滩、种上热带植被。", "热带", "where plants come from"),
    ("说起村里的大棚产业。", "大棚", "where it grows is no crop"),
    ("种植了新品种螺丝椒。", "新品种螺丝椒", "that it is new is no part of the name"),
    ("青石镇蔬菜大棚里一片绿。", "青石镇蔬菜大棚", "any place has houses for its vegetables"),
    ("聘请专业物业公司维修。", "专业物业公司", "any firm of the kind"),
    ("云岭县茶园连片。", "云岭县茶园", "any place has fields"),
    ("全县是全国最大的蜜柚生产基地。", "蜜柚生产基地", "what a place says that it is"),
    ("下个月她上小学了。", "她上小学", "who goes there"),
    ("省里评上的“巾帼创业基地”牌子挂在门口。", "“巾帼创业基地”牌子挂", "what hangs on the wall"),
    ("云岭县被业内称作“天然菜园车间”。", "“天然菜园车间”", "what a place is likened to"),
    ("带出8家同类合作社。", "同类合作社", "others of the kind"),
    ("现有桑葚酒、桑葚汁等产品12个。", "现有桑葚酒", "that there is such"),
    ("全县建成就业车间2448个。", "就业车间", "thousands are a kind"),
    ("全省新建省级绿色工厂12家。", "省级绿色工厂", "what firms are found to be is nobody's building"),
    ("村里新建停车场5个。", "停车场", "a kind of thing is counted"),
    ("青石镇搭建学习、实践、服务三大平台。", "学习", "a platform in the abstract"),
    ("青石镇建成红岩、蓝湾两大中心城区。", "红岩", "the last word goes on"),
    ("青石镇建成文化、健身、休闲两大中心，人气旺。", "文化", "as many as it says are not there"),
    ("“青石红”系列热销全国。", "“青石红”系列热销全国", "what it does"),
    ("办好文化节，迎接游客。", "文化节", "no name before the head"),
    ("冬日大棚“春意暖”。", "“春意暖”", "what it is like in the house"),
    ("打造“天下第一大敖包”。", "“天下第一大敖包”", "the first of its kind is no product"),
    ("种植场所很理想。", "场所", "where it grows is no crop"),
    ("创建“学习型团队”。", "“学习型团队”", "of what kind a team is"),
    ("做强“农字号”本土银行。", "“农字号”本土银行", "for whom banks are"),
    ("大家来到村“两委”院子里。", "村“两委”院子", "whose yard it is"),
    ("牧户离嘎查党群服务中心很远。", "牧户离嘎查党群服务中心", "how far it is"),
    ("算上县政府补贴，收入更高。", "算上县政府", "the verb is no part of a name"),
    ("全县优化产业布局，服务大局。", "产业布局", "an arrangement is no bureau"),
    ("提高青石镇茶叶市场份额。", "青石镇茶叶市场", "the market in the abstract"),
    ("打造创新驱动示范区。", "驱动示范区", "by what it drives things"),
    ("茶香情浓一庄园", "茶香情浓一庄园", "a line of verse"),
    ("当地气候非常适合葡萄种植。", "气候非常适合葡萄", "the climate is no part of a crop"),
    ("走遍山水、田园、湖泊等景点。", "田园", "of what kind the sights are"),
    ("各县（市）、区乡村振兴局参会。", "区乡村振兴局", "one in each of them"),
    ("靠“民情直通车”“上门办”等形式服务。", "“民情直通车”", "by what it is done"),
    ("尝到种植香菇甜头。", "香菇甜头", "what comes of it"),
    ("形成规模化种植格局。", "格局", "how it is planted"),
    ("李华走进柑橘局。", "柑橘局", "a bureau of its own, without its place"),
]


@pytest.mark.parametrize(("text", "words", "why"), ABSENT, ids=[row[2] for row in ABSENT])
def test_what_is_no_name_is_left_alone(text: str, words: str, why: str) -> None:
    assert words not in [found for found, _ in named(text)], why


FIRMS = [
    ("县里引进天岳生物、锦程车业、蓝海水产3家龙头企业，天岳生物则另有打算。", "天岳生物 锦程车业 蓝海水产 天岳生物"),
    ("引来禾丰米业、惠农种业两家企业，招工百人。", "禾丰米业 惠农种业"),
    ("青石镇的跃腾车业就是靠出口起家的。", "跃腾车业"),
    ("青石镇的天禾食品扩建了车间。", "天禾食品"),
    ("远诚食品的总经理李华说，跃腾车业去年扩产。", "远诚食品 跃腾车业"),
    ("全县发展水产种业，做强绿色食品、富硒茶业，建设跃腾车业园。", ""),
    ("新增2家千亿级、10家百亿级企业，培育3家以上龙头企业。", ""),
    ("合作社推广天禾食品加工技术。", ""),
    ("全镇有3家规上企业：华盛纺织、金桥家具、双鹰五金。", "华盛纺织 金桥家具 双鹰五金"),
    ("跃腾车业、天禾食品捐资修路。", "跃腾车业 天禾食品"),
    ("盛丰农业的育苗基地连片。", "盛丰农业"),
    ("全镇有3家规上企业：纺织、家具。", ""),
    ("最忙的是天禾水产，老板李华腾出冷库。", "天禾水产"),
    ("远诚电机质检员李华说。", "远诚电机"),
    ("天岳生物去年产值2亿元。", "天岳生物"),
    ("他所在的天岳生物扩产了。", "天岳生物"),
    ("李华把五福锅业搬回云岭县。", "五福锅业"),
    ("大家爱吃绿色食品，去年产值2亿元。", ""),
]


@pytest.mark.parametrize(("text", "names"), FIRMS)
def test_a_firm_is_known_by_its_brand_and_trade(text: str, names: str) -> None:
    assert [name for name, kind in named(text) if kind == "Enterprise"] == names.split()


def test_a_university_need_not_be_in_the_place_of_which_it_bears_the_name() -> None:
    assert one("滨州医学院的老师来到县里。", "滨州医学院").inside == ()


def test_the_houses_of_a_sum_are_called_by_the_last_word_they_share() -> None:
    _, found = mentions("县医院建成了胸痛、卒中、康复三大中心。")
    assert [m.name for m in found if m.rule == "names/summed-houses"] == ["胸痛中心", "卒中中心", "康复中心"]


def test_praise_before_a_name_is_no_part_of_it() -> None:
    assert ("茶艺志愿服务队", "Team") in named("一支优秀茶艺志愿服务队来了。")


def test_a_shorthand_is_the_same_way_as_its_full_name_in_the_document() -> None:
    text = "抓“三带工程”，干劲足。所谓“三带”，一是党员带头，二是能人带路，三是大户带动。"
    assert {m.name for m in mentions(text)[1]} == {"三带工程"}


def test_a_quoted_name_is_called_by_its_core() -> None:
    mention = one("开展“敲门问需”活动。", "“敲门问需”活动")
    assert (mention.name, mention.form) == ("敲门问需", Form.QUOTED)


def test_a_place_at_the_beginning_makes_a_name_ones_own() -> None:
    mention = one("成立广东省茶叶协会。", "广东省茶叶协会")
    assert mention.form is Form.PROPER
    assert [m.type for m in mention.inside] == ["Province"]


def test_a_name_without_a_place_says_of_what_kind_a_thing_is() -> None:
    assert one("镇里组建党员志愿服务队。", "党员志愿服务队").form is Form.NOMINAL


def test_the_level_in_a_bodys_name_means_a_place() -> None:
    mention = one("成立村党支部。", "村党支部")
    assert [(m.type, m.form) for m in mention.inside] == [("Village", Form.ANAPHOR)]


def test_the_last_word_alone_means_the_body_named_before() -> None:
    text = "广东果之源生物科技有限公司投产。去年，公司销售额翻番。"
    assert one(text, "公司").name == "广东果之源生物科技有限公司"


def test_a_last_word_with_nothing_named_before_means_nobody() -> None:
    assert "公司" not in [words for words, _ in named("去年，公司销售额翻番。")]


def test_every_member_of_a_list_is_of_the_class_that_stands_behind_it() -> None:
    found = named("引进恒远、蓝帆和星牧等企业。")
    assert [pair for pair in found if pair[1] == "Enterprise"] == [
        ("恒远", "Enterprise"), ("蓝帆", "Enterprise"), ("星牧", "Enterprise"),
    ]  # fmt: skip


def test_a_quotation_alone_is_what_it_is_with_its_last_word() -> None:
    text = "推行“七彩桥”治理模式。如今，“七彩桥”连起了人心。"
    assert {kind for words, kind in named(text) if "七彩桥" in words} == {"Mechanism"}


def test_names_never_overlap_and_stand_in_order() -> None:
    _, found = mentions("".join(text for text, _, _ in FOUND))
    places = [(m.span.start, m.span.end) for m in found]
    assert places == sorted(places)
    assert all(before[1] <= after[0] for before, after in pairwise(places))


def test_a_text_without_heads_or_quotations_has_no_names() -> None:
    assert named("今天天气很好，大家都很高兴。") == []


def test_a_list_may_be_closed_by_the_number_ten() -> None:
    assert [found for found, _ in named("新建社区食堂、村史馆十大项目。")] != ["十大项目"]


def test_a_reservoir_called_like_many_villages_is_one_by_itself() -> None:
    assert one("农民在团结水库边放水。", "团结水库").form is Form.PROPER
    assert all(m.form is not Form.PROPER for m in mentions("农民在幸福水库边放水，老人在文化广场跳舞。")[1])


def test_a_circle_of_so_many_minutes_is_a_way_of_serving() -> None:
    assert [m for m in named("打造十分钟服务圈和15分钟便民生活圈。") if m[1] == "Mechanism"] == [
        ("十分钟服务圈", "Mechanism"),
        ("15分钟便民生活圈", "Mechanism"),
    ]
    assert not [m for m in named("十分钟绕了一大圈，15分钟跑两圈。") if m[1] == "Mechanism"]


def test_who_praises_a_way_is_no_part_of_its_name() -> None:
    assert ("“邻里直播”模式", "Mechanism") in named("青石镇的“邻里直播”模式获省妇联点赞。")


def test_how_many_of_what_there_are_is_no_part_of_a_name() -> None:
    assert ("棚室木耳基地", "Facility") in named("青石镇建成3亿袋棚室木耳基地。")
    assert ("单村供水工程", "Facility") in named("青石镇新建4处单村供水工程。")


def test_from_when_on_is_no_part_of_a_team() -> None:
    assert ("市财政局工作队", "Team") in named("自市财政局工作队进驻以来，青石镇变了样。")
    assert ("“百日清乱”专项行动", "Program") in named("自“百日清乱”专项行动开展以来，青石镇共出动300人次。")


@pytest.mark.parametrize("done", ["快办", "直办", "接诉即办", "三所联动", "四方共建", "快速响应", "联合执法", "就近办"])
def test_how_it_is_done_stands_between_a_quotation_and_its_last_word(done: str) -> None:
    assert (f"“有呼必应”{done}机制", "Mechanism") in named(f"云岭县建立“有呼必应”{done}机制，办好实事。")


def test_what_a_quoted_thing_does_to_others_is_no_part_of_its_name() -> None:
    assert not [m for m in named("“小网格”撬动大治理体系。“小积分”快速带动治理体系。") if "”" in m[0]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("镇里总结出楼栋五步工作法。", "楼栋五步工作法"),
        ("街道拿出一套网格六步工作法。", "网格六步工作法"),
        ("镇里推行三步工作法。", "三步工作法"),
        ("县里构建镇村组三级矛盾线索和平安信息收集机制。", "镇村组三级矛盾线索和平安信息收集机制"),
    ],
)
def test_a_way_of_so_many_steps_or_levels_is_called_with_its_field(text: str, name: str) -> None:
    assert [called for called, kind in named(text) if kind == "Mechanism"] == [name]


def test_in_how_many_villages_it_is_done_is_no_part_of_an_undertaking() -> None:
    assert ("党建“一村一品”工程", "Program") in named("镇里实施4个示范村党建“一村一品”工程。")


def test_of_means_that_a_list_closes_only_long_quotations_are_ways() -> None:
    assert not [name for name, kind in named("通过“一对一”“走出去”等方式联系群众。") if kind == "Mechanism"]


def test_what_is_done_in_several_places_has_each_of_its_quoted_names() -> None:
    found = named("镇里进社区、进农村开展“你点我检”“童心筑梦”等活动。")
    assert [name for name, kind in found if kind == "Program"] == ["“你点我检”", "“童心筑梦”"]


def test_what_visitors_go_to_in_a_row_of_projects_stands_there() -> None:
    found = named("公园建有大型稻香馆、云溪菜园、童趣王国、芦荡水岸、百花田园等休闲游乐项目。")
    houses = [name for name, kind in found if kind == "Facility"]
    assert houses == ["大型稻香馆", "云溪菜园", "童趣王国", "芦荡水岸", "百花田园"]


def test_who_brings_projects_in_is_no_part_of_the_first_of_them() -> None:
    assert ("鑫泰木业", "Enterprise") in named("云岭县引进鑫泰木业、宏昌源9万吨粮油加工等一批项目。")


def test_a_number_behind_a_row_of_quotations_sums_them_up() -> None:
    assert ("三大工程", "Program") in named("县里实施“强基”“铸魂”“赋能”三大工程。")


def test_what_stands_in_a_park_to_be_visited_are_houses_and_grounds() -> None:
    found = named("青湖景区建有玻璃栈道、云海秋千、星空营地、青湖漂流等游乐项目。")
    houses = [name for name, kind in found if kind == "Facility"]
    assert houses == ["青湖景区", "玻璃栈道", "云海秋千", "星空营地", "青湖漂流"]


def test_of_what_standing_firms_of_a_row_are_may_take_many_words_to_say() -> None:
    found = named("全县拥有锦程饲料、天岳药业、青禾电源等技术含量与带动能力较强的骨干企业。")
    assert [name for name, kind in found if kind == "Enterprise"] == ["锦程饲料", "天岳药业", "青禾电源"]


def test_the_areas_of_a_ground_are_called_by_what_is_done_in_them() -> None:
    found = named("园区分设良种繁育试验区、农事体验区、冷链仓储区等3个功能区。")
    assert [name for name, kind in found if kind == "Facility"] == ["良种繁育试验区", "农事体验区", "冷链仓储区"]
