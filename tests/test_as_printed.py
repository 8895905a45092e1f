"""What reports say in wordings of their own, read from the text to what the graph knows."""

from __future__ import annotations

import pytest

from kg.model import Knowledge, Source
from kg.pipeline import Tools, understand

HERE = "绩溪县地处皖南。\n"


def known(text: str, tools: Tools) -> Knowledge:
    return understand(Source("报.txt", HERE + text, "0" * 64, "utf-8"), tools)


def entities(text: str, tools: Tools) -> set[str]:
    return {f"{e.type}:{e.name}" for e in known(text, tools).entities} - {"County:绩溪县", "Region:皖南"}


def facts(text: str, tools: Tools) -> set[str]:
    found = known(text, tools)
    names = {e.iri: e.name for e in found.entities}
    return {f"{names.get(f.subject)} {f.predicate} {names.get(f.object)}" for f in found.facts}


def figures(text: str, tools: Tools) -> set[str]:
    found = known(text, tools)
    names = {e.iri: e.name for e in found.entities}
    return {f"{names.get(o.subject)} {o.indicator} {o.value.number:f}{o.value.unit}" for o in found.observations}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("华能集团投资的石桥风电场装机5万千瓦。", "Facility:石桥风电场"),
        ("石桥光伏治沙项目总装机20万千瓦。", "Project:石桥光伏治沙项目"),
        ("汽车从宁波舟山港装船。", "Facility:宁波舟山港"),
        ("游客走进黄河湿地公园。", "Facility:黄河湿地公园"),
        ("游客带着孩子来到石桥村的桃源人家民宿，体验陶艺。", "Facility:桃源人家民宿"),
        ("石桥村发展休闲农业产业。", "Industry:休闲农业"),
        ("绩溪县清水乡有300户。", "Township:清水乡"),
        ("临城县石城乡有300户。", "Township:石城乡"),
        ("河北省临城县地处山区。记者来到石城乡，看到田里绿油油的。", "Township:石城乡"),
        ("阿巴嘎旗水草丰美。记者来到巴彦图嘎苏木，牛羊成群。", "Township:巴彦图嘎苏木"),
        ("绩溪县马家乡党委书记李华来到田头。", "Township:马家乡"),
        ("石桥村是集观光、采摘于一体的国家3A级旅游景区。", "Honor:国家3A级旅游景区"),
        ("走进“中国丝网之乡”绩溪县，机声隆隆。", "Honor:中国丝网之乡"),
        ("“中国羽毛球产业基地”绩溪县机声隆隆。", "Honor:中国羽毛球产业基地"),
        ("绩溪县获评江西省旅游强县等12项省级以上荣誉。", "Honor:江西省旅游强县"),
        ("绩溪县荣获“国家卫生县城”（2020年）、“安徽省文明城市”（2021年）称号。", "Honor:安徽省文明城市"),
        ("绩溪县承担历史经典产业生产制造方式转型示范项目。", "Project:历史经典产业生产制造方式转型示范项目"),
        ("绩溪县制定“一户一策”帮扶方案。", "Mechanism:一户一策"),
        ("绩溪县推进“一窗通办”改革。", "Program:一窗通办"),
        ("绩溪县推行“三资”监管机制。", "Mechanism:“三资”监管机制"),
        ("绩溪县采取“先建后补、以奖代补”的补助方式，建设大棚。", "Mechanism:先建后补、以奖代补"),
        ("石桥村明确了统一规划、联村治理、抱团发展的思路。", "Mechanism:统一规划、联村治理、抱团发展"),
        (
            "讲课的有电子商务中心讲师马旭辉、甘肃慧通电子商务有限公司总经理张哲豪。",
            "Enterprise:甘肃慧通电子商务有限公司",
        ),
        ("绩溪县建成南马公用型保税仓。", "Facility:南马公用型保税仓"),
        ("石桥社区采取“一带一、一帮多”等形式，带动农户种菜。", "Mechanism:一带一、一帮多"),
        ("石桥村修建全长60公里的茶旅环线。", "Facility:茶旅环线"),
        ("绩溪县成立“巾帼宣讲团”。", "Team:巾帼宣讲团"),
        ("石桥村组建15人的护林队。", "Team:护林队"),
        ("石桥村活跃着一支巾帼宣讲队。", "Team:巾帼宣讲队"),
        ("石桥社区成立“社区+物业”联合党支部。", "PartyOrganization:“社区+物业”联合党支部"),
        ("镇林草站站长戴佳音说，要护林。", "GovernmentBody:镇林草站"),
        ("2015年底柳湾村有300户。", "Village:柳湾村"),
        ("广和社区筹集30万元改造广场。", "Community:广和社区"),
        ("时任青石乡（现青石镇）乡长李华说，要修路。", "Township:青石镇"),
        ("绩溪县推进乡村全民健身提升工程。", "Program:乡村全民健身提升工程"),
        ("绩溪县水利局总工程师江慧容说，产量增加了。", "Person:江慧容"),
        ("绩溪县建立“收购—加工—运输”的作用机制。", "Mechanism:收购—加工—运输"),
        ("绩溪县进一步推动“戏曲进校园、进课堂、进家庭”。", "Mechanism:戏曲进校园、进课堂、进家庭"),
        ("中国共产党绩溪县委员会宣传部发布消息。", "PartyOrganization:中国共产党绩溪县委员会宣传部"),
    ],
)
def test_a_name_is_found_whole(text: str, named: str, tools: Tools) -> None:
    assert named in entities(text, tools)


@pytest.mark.parametrize(
    "text",
    [
        "第三条“跳闸”归供电部门管，男孩穿上羽绒服出了门。",
        "对具有“季节性、倾向性”特点的问题多加留意。",
        "通过“点对点”服务帮助企业。",
        "民警一边赶去，一边叫上综治中心的调解员。",
        "非洲客商占比超八成。",
        "绩溪县没有获得“全国文明城市”称号。",
        "绩溪县尚未入选国家级全域旅游示范区。",
        "绩溪县打造碳汇项目储备区。",
        "绩溪县开拓日本市场。",
        "绩溪县由村民商议“路要不要建、怎么建、钱怎么凑”。",
        "绩溪县是皖南重要交通枢纽。",
        "“白露天气晴、谷米白如银”，9月7日是二十四节气的白露。",
        "实现了从“卖茶叶”到“卖体验”的转变。",
        "古村涌新潮",
        "绩溪县的巾帼宣讲队走村入户。",
        "绩溪县成立多支志愿服务队。",
        "成为居民的“温暖港湾”。",
        "昔日“风沙窝”成“新粮仓”。",
        "如今已是“三足鼎立”。",
        "这是一项落实民生实事的基础性工程。",
        "走出一条符合自身实际的乡村治理模式。",
        "提升政治引领力、示范带动力。",
        "绩溪县部分中小学食堂存在问题。",
        "除了气候、地理环境条件等适合该项目发展外，还离不开支持。",
        "共同探讨种植过程中面临的难点问题。",
        "俗话说，“靠山吃山、靠水吃水”。",
        "“山上种树、山下种菜”，老话这么说。",
        "上汐家居、李忠信红木等品牌亮相舞台。",
        "担心种了没得人来收。",
        "绩溪县推动“三农”工作。",
        "水鸟飞回长白荡边。",
        "院里银匠师傅手中的锤子起起落落。",
    ],
)
def test_what_names_nothing_is_no_thing_of_its_own(text: str, tools: Tools) -> None:
    assert {name for name in entities(text, tools) if not name.startswith("Place:")} == set()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("石桥小学建在大莫村弄关屯。", "弄关屯 locatedIn 大莫村"),
        ("石桥村的“板凳会”制度，柳湾、杨坪等村抢着学。", ""),
        ("“中国丝网之乡”绩溪县机声隆隆。", "绩溪县 received 中国丝网之乡"),
        ("石桥村6头黄牛悠闲地吃草。", ""),
        ("2019年，安徽省首个粮食仓在绩溪县启用，推行“大批进、小批出”模式。", "绩溪县 adopts 大批进、小批出"),
        ("绩溪县在石桥镇建成敬老院一所。", "绩溪县 establishes 敬老院"),
        ("返乡创业的王明成立了云川农业公司。", "王明 establishes 云川农业公司"),
        ("绩溪县成为全国首批农村改革试点县。", "绩溪县 received 农村改革试点县"),
        ("作为首批全国低效用地再开发试点城市，绩溪县探索新路。", "绩溪县 received 全国低效用地再开发试点城市"),
        ("9月初桥头村举办丰收节。", "桥头村 implements 丰收节"),
        ("石桥村争取到县水利局支持。", "水利局 supports 石桥村"),
        ("州政协副主席、县委书记颜长文说，要抓好。", "颜长文 memberOf 绩溪县"),
        ("电商助力渭河源。", ""),
        ("绩溪县石桥村原村委会主任李华种茶。", "李华 memberOf 石桥村"),
    ],
)
def test_a_fact_is_said_of_whom_it_is_true(text: str, fact: str, tools: Tools) -> None:
    found = facts(text, tools)
    assert fact in found if fact else not any("develops" in one or "柳湾 adopts" in one for one in found)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("绩溪县接待游客120万人次，实现旅游收入9亿元，较去年同期分别增长15%和18%。", "绩溪县 游客较去年同期增长 15%"),
        ("绩溪县拿出500万元，企业出资300万元。", "绩溪县 企业出资 3000000元"),
        ("绩溪县组建3支由党员组成的服务队。", "绩溪县 服务队 3支"),
        ("绩溪县总人口85万，多数务农。", "绩溪县 总人口 850000人"),
        ("村民李华做了个手术，花了两万五。", "李华 花费 25000元"),
        ("距绩溪县城50公里的石桥合作社去年扩建，总资产达4000万元。", "石桥合作社 总资产 40000000元"),
        ("绩溪县推行河长制。距县城约50公里的青石镇石桥村，总收入400万元。", "石桥村 总收入 4000000元"),
        ("位于绩溪县东北部的石桥村，总收入400万元。", "石桥村 总收入 4000000元"),
        ("绩溪县新建农村公路320公里，其中柳河镇46公里、青山镇38公里。", "青山镇 农村公路 38公里"),
        ("绩溪县种植茶叶3.2万亩，其中柳河镇1.2万亩、青山镇8000亩。", "青山镇 茶叶 8000亩"),
        ("去年开工的石桥灌区改造项目，由县水利局实施，总投资5亿元。", "石桥灌区改造项目 总投资 500000000元"),
        (
            "去年开工的石桥灌区改造项目，由县水利局实施。目前，已衬砌渠道142公里。",
            "石桥灌区改造项目 衬砌渠道 142公里",
        ),
        ("正在建设的云岭高铁站，总投资6亿元。", "云岭高铁站 总投资 600000000元"),
        ("全长58公里的环湖绿道串起多个景点，去年吸引游客150万人次。", "环湖绿道 游客 1500000人次"),
        ("清溪湖即石桥水库，总库容3亿立方米。", "清溪湖 总库容 300000000立方米"),
        ("县财政局推出“茶农贷”。“茶农贷”已放款2亿元，平均利率3.8%。", "茶农贷 平均利率 3.8%"),
        (
            "青年王大海拉上乡亲，办起江岸柑橘专业合作社。如今社员有872户，橘园扩到9400亩。",
            "江岸柑橘专业合作社 橘园 9400亩",
        ),
        ("村里有15处分类垃圾收集点。", "绩溪县 分类垃圾收集点 15处"),
        ("绩溪县发放1.2万积分。", "绩溪县 发放 12000积分"),
        ("绩溪县105万人，农业人口占了80万。", "绩溪县 农业人口 800000人"),
        ("绩溪县拥有省、市级龙头企业分别达到4家和25家。", "绩溪县 省级龙头企业 4家"),
        ("绩溪县有国家级、省级示范社分别为2家、9家。", "绩溪县 国家级示范社 2家"),
        ("绩溪县的项目建成后年产值达3亿元。", "绩溪县 年产值 300000000元"),
        ("新品种每亩能够达到3万公斤。", "绩溪县 新品种每亩 30000公斤"),
        ("石桥村双丰茶园拥有1000亩优质茶树。", "双丰茶园 优质茶树 1000亩"),
        ("石桥村将7000亩茶园与文旅、电商深度绑定。", "石桥村 茶园 7000亩"),
        ("安徽省召开工作会。专家组已深入全省126个县。", "安徽省 县 126个"),
        ("青石镇下辖柳湾、龙潭、大坪3个行政村，人口2万。", "青石镇 人口 20000人"),
        ("绩溪县农村合作银行成立。绩溪农村合作银行有网点30个。", "绩溪县农村合作银行 网点 30个"),
        ("省水利厅28万元扶贫资金拨到了石桥村。", "石桥村 扶贫资金 280000元"),
        ("石桥村种茶户中，3位是党员。", "石桥村 党员 3人"),
        ("绩溪县832名贫困人口脱贫出列。", "绩溪县 贫困人口 832人"),
        ("彼时石桥村贫困发生率高达26%。", "石桥村 贫困发生率 26%"),
        ("绩溪县的承包价从2.8万涨到5.8万元。", "绩溪县 承包价 58000元"),
        ("绩溪县的租金由每亩300涨到800元。", "绩溪县 租金 800元"),
        ("云川大桥全长1260米，总投资2亿元。", "云川大桥 总投资 200000000元"),
        ("环村步道全长3公里。", "绩溪县 环村步道全长 3公里"),
        ("石桥体育馆建筑面积3万平方米。", "石桥体育馆 建筑面积 30000平方米"),
        ("绩溪县收入90万元，光民宿就占了60万元。", "绩溪县 民宿 600000元"),
        ("73岁的老党员李华竖起大拇指。", "李华 年龄 73岁"),
        ("村民李华，男，45岁，种茶。", "李华 年龄 45岁"),
        ("李华今年45岁了，还在种茶。", "李华 年龄 45岁"),
    ],
)
def test_a_figure_says_whose_it_is_and_what_it_measures(text: str, figure: str, tools: Tools) -> None:
    assert figure in figures(text, tools)


@pytest.mark.parametrize(
    "text",
    [
        "8岁的女儿告诉李华，要种茶。",
        "45岁的村民李华的母亲病了。",
        "李华18岁参军，回村种茶。",
        "李华5岁的儿子上学了。",
    ],
)
def test_the_age_of_somebody_else_or_of_another_time_is_nobodys(text: str, tools: Tools) -> None:
    assert not any("年龄" in figure for figure in figures(text, tools))


def test_a_quotation_ends_with_its_number(tools: Tools) -> None:
    found = known("寻乌县井冈蜜柚种植达9.2万亩。", tools)
    quoted = [found.document.quote(span) for f in found.facts for e in f.evidence for span in e.spans]
    assert any(one.endswith("9.2万亩") for one in quoted), quoted


def test_a_remark_in_brackets_is_on_the_title_before_it(tools: Tools) -> None:
    found = known("绩溪县荣获“国家卫生县城”（连续三届）、“安徽省文明城市”等称号。", tools)
    names = {e.iri: e.name for e in found.entities}
    told = {names[f.object]: dict(f.qualifiers).get("period") for f in found.facts if f.predicate == "received"}
    assert told == {"国家卫生县城": "连续三届", "安徽省文明城市": None}
