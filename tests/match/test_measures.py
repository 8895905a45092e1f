"""Measurements: of whom, what, how much, when; across lists, growth, shares and what is shared between figures."""

from __future__ import annotations

import pytest

from kg.match.measures import compile_measuring, find_measures
from kg.match.owner import Owner
from kg.match.rule_entries import parse_example
from kg.match.rules import load_rules
from kg.match.words import Words
from kg.model import Article, Document, Form, Measurement, Mention, Paragraph, Source, Span, Stance
from kg.read.sentences import sentences

MEASURING = compile_measuring(load_rules().tables, Words())
ACTING = ("Village", "County", "Enterprise", "Association", "Person")


def document(text: str, issued: str = "") -> Document:
    whole = Span(0, len(text))
    article = Article(whole, (Paragraph(whole),))
    return Document(Source("report.txt", text, "0" * 64, "utf-8"), text, range(len(text)), (article,), issued)


def measures(marked: str, issued: str = "", silent: tuple[str, ...] = ()) -> list[Measurement]:
    """The measurements of a text whose mentions are marked; the last acting mention at the head of a clause acts."""
    example = parse_example(marked)
    page = document(example.text, issued)
    mentions = []
    for role, _, start, end in example.marks:
        name = example.text[start:end]
        form = Form.QUOTED if name[0] == "“" else Form.PROPER
        mentions.append(Mention(Span(start, end), role, "test", name.strip("“”"), form))
    quiet = [Span(at, at + len(words)) for words in silent for at in [example.text.index(words)]]

    def owner(clause: Span) -> Owner:
        heads = {c.start for said in sentences(page) for c in said.clauses}
        acting = [m for m in mentions if m.type in ACTING and m.span.start in heads and m.span.start < clause.end]
        return Owner(acting[-1] if acting else None, None)

    found = []
    for said in sentences(page):
        found += find_measures(page, said, mentions, [owner(c) for c in said.clauses], MEASURING, quiet)
    return found


def shown(measure: Measurement) -> str:
    value = measure.value
    number = f"{value.lower}–{value.upper}" if value.number is None else f"{value.number:f}"
    before = "" if measure.before is None else f" ({measure.before:f})"
    when = f" @{measure.period}" if measure.period else ""
    sign = "" if value.comparator == "=" else value.comparator
    return f"{measure.indicator} {sign}{number}{value.unit}{before}{when}"


TEXTS = [
    ("县城依山而建，全县287户、763人。", ["户数 287户", "人口 763人"]),
    ("制茶已有30多年历史。", ["制茶历史 >30年"]),
    ("从动工到完工，只用了23天。", ["用时 23天"]),
    ("一场直播最多卖过3200单。", ["一场直播最多卖 <=3200单"]),
    ("一亩能卖7000元。", ["一亩能卖 7000元"]),
    # what it was then, what it took before, what several had
    (
        "2024年收入60万元，是2021年8万元的7.5倍。",
        [
            "收入 600000元 @2024",
            "收入 80000元 @2021",
            "收入是2021年 7.5倍 @2024",
        ],
    ),
    ("是去年6万元的2倍。", ["是去年 60000元 @去年"]),
    ("办证从申请到领证由过去的98天压到31天。", ["办证从申请到领证 31天 (98)"]),
    (
        "鲜茶产量8吨，干茶产量2吨，分别比2020年增长7%和5%。",
        [
            "鲜茶产量 8吨",
            "干茶产量 2吨",
            "鲜茶产量比2020年增长 7%",
            "干茶产量比2020年增长 5%",
        ],
    ),
    # what is counted stands before a list, behind a name, or is said by the deed
    ("公司产品有茶饼、腐乳、米粉等12种。", ["公司产品 12种"]),
    ("园区引进{Enterprise=云雾茶业公司}等项目14个。", ["项目 14个"]),
    ("镇上7家餐饮企业与{County=云岭县}签约。", ["餐饮企业 7家"]),
    ("参保的112户平均领款3700元。", ["参保户数 112户", "平均领款 3700元"]),
    ("参保的112户农户领了钱。", ["农户 112户"]),
    ("各类编制外人员612人。", ["各类编制外人员 612人"]),
    ("全镇11个村1.87万人。", ["村 11个", "人口 18700人"]),
    ("5个县（市、区）的负责人发言。", ["县（市、区） 5个"]),
    ("给凉亭换瓦，1.25万元……念完。", ["凉亭换瓦 12500元"]),
    ("建一个储量500吨的薯窖。", ["储量 500吨"]),
    ("调解成功率94.6%，实现合格率98%。", ["调解成功率 94.6%", "合格率 98%"]),
    ("窖里能存8吨。", ["窖里能存 8吨"]),
    ("花生每斤涨了五分钱。", ["花生每斤涨 5分"]),
    ("仓储容量达一千二百吨。", ["仓储容量 1200吨"]),
    ("去年最低气温-12℃。", ["最低气温 -12摄氏度 @去年"]),
    ("订单单价从港币300元提高到港币450元。", ["订单单价 450港元 (300)"]),
    ("每户补助不低于1000元且不超过3000元。", ["每户补助 >=1000–3000元"]),
    ("港口吞吐量达45万标箱，同比-2.5%。", ["港口吞吐量 450000标准箱", "港口吞吐量同比 -2.5%"]),
    ("6名党员挨家算账。", ["党员 6人"]),
    ("46名老人长期在这里用餐。", ["老人 46人"]),
    ("以每月300元的价格租给骑手。", ["价格 300元 @每月"]),
    (
        "群众通过热线反映上报了各类难办的事项9420件，办结9108件。",
        ["群众通过热线反映上报了各类难办的事项 9420件", "办结事项 9108件"],
    ),
    # the noun behind, the noun before
    ("创建省级基地1家、市级基地5家。", ["省级基地 1家", "市级基地 5家"]),
    ("现辖12个乡镇、186个行政村。", ["乡镇 12个", "行政村 186个"]),
    ("拥有7万亩耕地。", ["耕地 70000亩"]),
    ("全县茶园面积稳定在26万亩。", ["茶园面积 260000亩"]),
    ("全面完成248公里通村公路改造工程。", ["通村公路改造工程 248公里"]),
    ("蔬菜、油茶等特色产业面积达13.8万亩。", ["特色产业面积 138000亩"]),
    ("地区生产总值突破百亿元大关。", ["地区生产总值 >10000000000元"]),
    ("建成示范乡（镇）4个、示范村46个。", ["示范乡（镇） 4个", "示范村 46个"]),
    ("处理信访件19条、处理平台工单30条。", ["信访件 19条", "平台工单 30条"]),
    ("梳理问题217个，已解决198个。", ["问题 217个", "解决问题 198个"]),
    ("全社会研发投入占比由1.2%提升至1.9%。", ["全社会研发投入占比 1.9% (1.2)"]),
    ("城区面积从9平方公里拓展到11平方公里。", ["城区面积 11平方公里 (9)"]),
    (
        "贫困户从2014年的512户1789人减少到2019年的4户11人。",
        ["贫困户 4户 (512) @2019", "贫困户 11人 (1789) @2019"],
    ),
    ("生产总值完成228.13亿元，同比增长5.4%。", ["生产总值 22813000000元", "生产总值同比增长 5.4%"]),
    ("城镇化率61.8%，比上年提高0.9个百分点。", ["城镇化率 61.8%", "城镇化率比上年提高 0.9百分点"]),
    ("粮食、蔬菜产量分别达到10万吨和8万吨。", ["粮食产量 100000吨", "蔬菜产量 80000吨"]),
    (
        "工业产值9亿元，投资3亿元，分别增长11%和8%。",
        ["工业产值 900000000元", "投资 300000000元", "工业产值增长 11%", "投资增长 8%"],
    ),
    (
        "全县173个村集体经济年总收入达4212.16万元，平均每村24.35万元。",
        ["村 173个", "村集体经济年总收入 42121600元 @每年", "平均每村村集体经济年总收入 243500元"],
    ),
    ("每户可增加年收入3.5万元左右。", ["每户可增加年收入 ~35000元 @每年"]),
    ("按照每个村5万元的补助标准发放。", ["每个村补助标准 50000元"]),
    ("为210名党员提供贷款739.5万元，贴息63.18万元。", ["党员 210人", "贷款 7395000元", "贴息 631800元"]),
    ("辖7个自然村，共310户1206人。", ["自然村 7个", "户数 310户", "人口 1206人"]),
    ("共有党员86名，其中女党员21名，占24.4%。", ["党员 86人", "女党员 21人", "女党员占比 24.4%"]),
    ("35岁以下党员212名。", ["35岁以下党员 212人"]),
    ("引进亿元以上项目17个，其中10亿元以上项目3个。", ["亿元以上项目 17个", "10亿元以上项目 3个"]),
    ("开展6类2万余场演出，动员参与18.5万人。", ["演出 6类", "演出 >20000场", "动员参与 185000人"]),
    ("带动340人务工，户均增收5200元。", ["带动务工 340人", "户均增收 5200元"]),
    ("57万云岭儿女团结奋进。", ["人口 570000人"]),
    ("这样的护林员，还有90多名。", ["护林员 >90人"]),
    ("修通一条5米宽柏油路。", ["柏油路宽 5米"]),
    ("该村距县城26公里。", ["距县城 26公里"]),
    ("税收突破4000万元、达到4211万元。", ["税收 >40000000元", "税收 42110000元"]),
    ("户籍人口2716户7105人。", ["户籍人口户数 2716户", "户籍人口 7105人"]),
    ("放款213笔1968万元。", ["放款 213笔", "放款 19680000元"]),
    ("村集体收入212万元，是2018年的35倍。", ["村集体收入 2120000元", "村集体收入是2018年 35倍"]),
    ("全村1523户建了档案。", ["建了档案 1523户"]),
    ("一家村集体收入首次迈过30万元门槛。", ["村集体收入 >=300000元"]),
    ("11名党员凑了22万元股金。", ["党员 11人", "股金 220000元"]),
    ("以每亩600元的价格流转土地1500亩。", ["每亩价格 600元", "流转土地 1500亩"]),
    ("建起一座长78米的水泥桥。", ["长 78米"]),
    ("解决3.1万人的饮水问题。", ["解决饮水问题 31000人"]),
    ("卖了286箱。", ["卖出 286箱"]),
    ("利润70%用于扩大生产，30%归入社员分红。", ["利润用于扩大生产 70%", "利润归入社员分红 30%"]),
    ("年接待游客量达到户籍人口的9倍。", ["年接待游客量达到户籍人口 9倍 @每年"]),
    ("医保参保率、养老保险参保率分别达98.6%和95.2%。", ["医保参保率 98.6%", "养老保险参保率 95.2%"]),
    ("家里种着14亩酿酒葡萄。", ["酿酒葡萄 14亩"]),
    ("带着11名退休教师。", ["退休教师 11人"]),
    ("107名已退休的工匠轮流来校。", ["工匠 107人"]),
    ("返聘村民56人长年进厂。", ["村民 56人"]),
    ("15项田间数据每半小时刷新。", ["田间数据 15项"]),
    ("6.7平方公里范围内有商场。", ["面积 6.7平方公里"]),
    ("年加工60万吨大豆的生产线开动。", ["年加工大豆 600000吨 @每年"]),
    ("迁来移民1697户7013人。", ["移民户数 1697户", "移民人数 7013人"]),
    ("院子里住着46户人家，住着138人。", ["人家 46户", "居住人口 138人"]),
    ("现有4个村民小组186户741人。", ["村民小组 4个", "户数 186户", "人口 741人"]),
    ("辖14个行政村，2.9万人。", ["行政村 14个", "人口 29000人"]),
    ("雇用农牧民230人清洗组件、管护草木。", ["农牧民 230人"]),
    ("治理沙地21万亩，已完成13万亩。", ["沙地 210000亩", "完成沙地 130000亩"]),
    ("摆了4.2万袋木耳，去年卖了15万元。", ["木耳 42000袋", "木耳卖出 150000元 @去年"]),
    ("住着150户，去年卖了20万元。", ["户数 150户", "卖出 200000元 @去年"]),
    ("每个月能拿3500元。", ["每个月收入 3500元 @每月"]),
    ("拿了3500元。", ["拿出 3500元"]),
    ("建成“15分钟养老服务圈”26个。", ["养老服务圈 26个"]),
    # a noun of one character goes with what is done with it, or with what they do
    ("去年她家种了7亩蒜。", ["种蒜 7亩 @去年"]),
    ("周边4个村也跟着种。", ["周边村 4个"]),
    ("坡上立着3栋楼。", ["楼 3栋"]),
    ("下辖11个村。", ["村 11个"]),
    ("慢是因为有11个村重新核了面积。", ["村重新核了面积 11个"]),
    ("年产值超1亿元的村有3个。", ["年产值 >100000000元 @每年", "年产值超1亿元的村 3个 @每年"]),
    # what joins figures, and what parts them
    (
        "改造农村公路5条、63公里，新修步道2条1.5公里。",
        ["农村公路 5条", "农村公路 63公里", "新修步道 2条", "新修步道 1.5公里"],
    ),
    ("年底能分红——去年合作社分红7万元，户均2866元。", ["合作社分红 70000元 @去年", "户均合作社分红 2866元 @去年"]),
    ("花房目前全村有3个。", ["花房 3个 @目前"]),
    ("3名党员中的李华有车。", ["党员 3人"]),
    # what is spent, on what, from what
    ("投资3.5亿元建设的锦纶项目。", ["投资 350000000元"]),
    ("投入45万元改造6座危桥。", ["投入 450000元", "危桥 6座"]),
    ("从协作资金中安排600万元。", ["协作资金安排 6000000元"]),
    ("按照高于市场价每斤2元的价格敞开收购。", ["高于市场价每斤价格 2元"]),
    ("两年投入2.2亿元用于农田建设。", ["投入 220000000元"]),
    ("村集体收入实现从5万元到去年150余万元的跨越。", ["村集体收入 >1500000元 (50000) @去年"]),
    ("每月能拿到800元租金。", ["每月租金 800元 @每月"]),
    ("从20多户人家那里流转过来75亩地。", ["人家 >20户", "地 75亩"]),
    ("明确了以茶园等9个片为重点。", ["片为重点 9个"]),
    ("然而全村大棚的年收入也能达到55万元。", ["大棚的年收入 550000元 @每年"]),
    # pace, plan and what was counted before
    (
        "全省农业投资同比增长45%，增速较上年加快10个百分点。",
        ["农业投资同比增长 45%", "农业投资增速较上年加快 10百分点"],
    ),
    ("税收收入71万元，完成年计划的26.4%。", ["税收收入 710000元", "税收收入完成年计划 26.4%"]),
    ("万人成讼率比全省平均水平低11.2个点。", ["万人成讼率比全省平均水平低 11.2点"]),
    ("今年造林任务32亩，截至3月10日已完成24亩。", ["造林任务 32亩 @今年", "完成造林任务 24亩 @3月10日"]),
    # who is counted
    ("吸纳76名妇女从事刺绣。", ["妇女 76人"]),
    ("26名像他这样的在职党员参与进来。", ["在职党员 26人"]),
    ("全村313户人人有份，户户增收。", ["人人有份 313户"]),
    ("对1286项服务事项逐项梳理。", ["服务事项 1286项"]),
    ("辐射周边7个镇街的人流、物流、信息流集散中心。", ["镇街 7个"]),
    ("周边6个苏木镇的干部来过。", ["苏木镇 6个"]),
    ("12个适合农民的项目。", ["适合农民的项目 12个"]),
    ("到6月，14个村全部建起服务站。", ["村建起服务站 14个 @6月"]),
    ("老黄掏了一千块补偿对方。", ["补偿对方 1000元"]),
    ("分散在571户手里。", ["分散 571户"]),
    # when
    ("2020年，全镇发展党员15名。", ["党员 15人 @2020"]),
    ("2016年以来，整顿后进村67个；慰问老人80名。", ["后进村 67个 @2016/", "老人 80人 @2016/"]),
    ("近三年维修活动场所121个。", ["活动场所 121个 @近三年"]),
    ("月营业额20多万元。", ["月营业额 >200000元 @每月"]),
    ("村民收入较2019年增长41%。", ["村民收入较2019年增长 41%"]),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_a_figure_measures_what_the_text_says(text: str, expected: list[str]) -> None:
    assert [shown(measure) for measure in measures(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "连续六年获评先进。",
        "建党100周年。",
        "早上7点以后开门。",
        "提供24小时服务。",
        "65岁的王大爷来了。",
        "全省排名提升6位。",
        "出台“26条”。",
        "坚持“能力、考核、行风”3个融合。",
        "一亩地的收成。",
        "{Facility=万亩产业园}建成。",
        "{Facility=同心桥1号桥}通车。",
        "村集体没有一分钱收入。",
        "尚无村突破500万元。",
        "10亿元以上大项目进展顺利。",
        "吸引三五成群的村民。",
        "二栋居民、十户长都来了。",
        "运用“三所联动”机制。",
        "这支队伍名为先锋队。",
    ],
)
def test_what_measures_nothing_is_left_out(text: str) -> None:
    assert measures(text) == []


@pytest.mark.parametrize(
    ("text", "who"), [("返乡青年李华承包荒山9亩。", "李华"), ("规模最大的云岭公司承包荒山9亩。", "云岭公司")]
)
def test_what_describes_the_subject_is_not_measured(text: str, who: str) -> None:
    page = document(text)
    (said,) = sentences(page)
    start = text.index(who)
    mention = Mention(Span(start, start + len(who)), "Person", "test", who)
    (measure,) = find_measures(page, said, [mention], [Owner(mention, None)], MEASURING)
    assert measure.indicator == "荒山"


@pytest.mark.parametrize(
    ("text", "whose"), [("辖13个村。", "白石镇"), ("常住人口3900人。", "白石镇"), ("占地13亩。", "云岭公路")]
)
def test_a_road_has_no_villages_and_no_people(text: str, whose: str) -> None:
    page = document(f"公路穿过，{text}")
    (said,) = sentences(page)
    road, town = Mention(Span(0, 2), "Facility", "test", "云岭公路"), Mention(Span(0, 2), "Township", "test", "白石镇")
    (measure,) = find_measures(page, said, [], [Owner(road, town)] * 2, MEASURING)
    assert measure.subject is not None
    assert measure.subject.name == whose


def test_the_steps_of_a_mechanism_are_silent() -> None:
    text = "每名党员联系1户农户，全县联系3200户。"
    assert [shown(m) for m in measures(text, silent=("每名党员联系1户农户",))] == ["联系 3200户"]


def test_what_two_have_apart_is_told_of_each_though_an_earlier_clause_names_them() -> None:
    found = measures("{County=云岭县}、{County=白河县}改种药材，产值却分别增长6.2%和9.8%。")
    assert [(m.subject.name, shown(m)) for m in found if m.subject] == [
        ("云岭县", "产值增长 6.2%"),
        ("白河县", "产值增长 9.8%"),
    ]


@pytest.mark.parametrize(
    ("text", "owner", "indicator"),
    [
        ("{County=云岭县}建成占地120亩的{Facility=物流园}。", "物流园", "占地"),
        ("{Village=青石村}组建80余人{Team=“银铃合唱队”}。", "银铃合唱队", "人数"),
        ("{Village=青石村}建设900平方米{Facility=文化礼堂}。", "文化礼堂", "面积"),
        ("{Person=李华}打造了拥有八间教室的{Facility=“山花书院”}。", "山花书院", "教室"),
        ("{Village=青石村}有脱贫户26户。", "青石村", "脱贫户"),
        ("{Person=李华}把教室改成有18间客房的{Facility=“听柚山房”}。", "听柚山房", "客房"),
    ],
)
def test_a_figure_belongs_to_whom_the_words_give_it(text: str, owner: str, indicator: str) -> None:
    (measure,) = measures(text)
    assert measure.subject is not None and (measure.subject.name, measure.indicator) == (owner, indicator)


@pytest.mark.parametrize(
    "text",
    [
        "力争产值达到30亿元。",
        "今后计划改造4万亩。",
        "预计年产值2亿元。",
        "将新增岗位500个。",
        "主要预期目标是：生产总值增长5%左右。",
        "规划到2027年茶园面积达10万亩。",
        "接下来种茶900亩。",
        "到2027年，茶园面积达到20万亩。",
    ],
)
def test_what_is_planned_is_marked_so(text: str) -> None:
    (measure,) = measures(text, issued="2025-05-13")
    assert measure.stance is Stance.PLANNED


@pytest.mark.parametrize(
    "text",
    [
        "未来产业先导区集聚企业150家。",
        "将城区划分为12个片区。",
        "实施培育计划，选出12名。",
        "计划投资2亿元，目前已完成的有1.2亿元。",
        "为确保落实，奖补20万元。",
        "征集建议后改造茶园900亩。",
    ],
)
def test_what_is_done_is_stated(text: str) -> None:
    assert measures(text)[-1].stance is Stance.STATED


def test_a_measurement_is_quoted_from_its_words() -> None:
    text = "该县大力推进绿化，森林覆盖率达58.3%，栽树3万株。"
    assert [text[span.start : span.end] for m in measures(text) for span in m.spans] == [
        "森林覆盖率达58.3%",
        "栽树3万株",
    ]
