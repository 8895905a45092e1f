"""More ways of naming in more ways of listing, and sentences in which a list stands beside a name and is none of it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from kg.model import Details, Source
from kg.pipeline import Tools, understand
from tests.match.listed import Groups, flat, leaves, listed, misread

NAMES: dict[str, Groups] = {
    "“三访三问”工作法": (("访老党员", "访困难户", "访种养户"), ("问需求", "问困难", "问建议")),
    "“432”机制": (("四级联动",), ("三方会商",), ("两项保障",)),
    "“一核三化五联”模式": (
        ("党建核心",),
        ("网格化", "智能化", "多元化"),
        ("组织联建", "活动联办", "资源联享", "治安联防", "环境联治"),
    ),
    "“议事三步”工作法": (("会前征集", "会中商议", "会后公示"),),
    "“邻里五帮”机制": (("帮困", "帮学", "帮医", "帮业", "帮老"),),
    "“双带”机制": (("带头致富", "带领致富"),),
    "“两清两建”行动": (("清垃圾", "清淤泥"), ("建花园", "建步道")),
    "“三员一顾问”制度": (("宣传员", "调解员", "监督员"), ("法律顾问",)),
    "“四即”工作法": (("即接即办", "即查即改", "即收即报", "即督即结"),),
    "“五事”工作法": (("党员提事", "支部议事", "代表定事", "村委办事", "群众评事"),),
    "“七有”标准": (("有班子", "有场地", "有队伍", "有制度", "有经费", "有活动", "有成效"),),
    "“三个不”承诺": (("不推诿", "不拖延", "不敷衍"),),
    "“六必访”制度": (("新婚家庭必访", "困难家庭必访", "矛盾家庭必访", "空巢家庭必访", "丧葬家庭必访", "参军家庭必访"),),
    "“三色”预警机制": (("红色预警", "黄色预警", "蓝色预警"),),
    "“四张网”体系": (("组织网", "平安网", "服务网", "文明网"),),
    "“三早三不”要求": (("早发现", "早报告", "早处置"), ("不过夜", "不出院", "不上交")),
    "“四个聚焦”行动": (("聚焦产业", "聚焦民生", "聚焦生态", "聚焦治理"),),
    "“一站三中心”体系": (("综合服务站",), ("党群中心", "文化中心", "康养中心")),
    "“四心四办”服务法": (("热心", "耐心", "细心", "贴心"), ("马上办", "就近办", "网上办", "帮代办")),
    "“1+2+3”治理模式": (("一个核心",), ("两支队伍",), ("三项制度",)),
    "“四单制”服务模式": (("群众点单", "支部派单", "党员接单", "居民评单"),),
    "“三治融合”模式": (("自治", "法治", "德治"),),
    "“三步走”战略": (("打基础", "强产业", "促融合"),),
    "“五个一”活动": (("上一堂党课", "办一件实事", "交一户朋友", "解一个难题", "写一篇日记"),),
    "“双联双促”机制": (("支部联企业", "党员联农户"), ("促产业兴旺", "促农民增收")),
    "“三大提升”工程": (("环境提升", "产业提升", "治理提升"),),
    "“六小”工程": (("小食堂", "小书屋", "小广场", "小超市", "小菜园", "小舞台"),),
    "“三张清单”": (("需求清单", "资源清单", "项目清单"),),
}
# What the numbers of a name are called where each has a list of its own.
LABELS = {
    "“三访三问”工作法": ("三访", "三问"),
    "“一核三化五联”模式": ("一核", "三化", "五联"),
    "“两清两建”行动": ("两清", "两建"),
    "“三员一顾问”制度": ("三员", "一顾问"),
    "“三早三不”要求": ("三早", "三不"),
    "“一站三中心”体系": ("一站", "三中心"),
    "“四心四办”服务法": ("四心", "四办"),
    "“双联双促”机制": ("双联", "双促"),
}
DONE = ("干部带头落实", "专人跟踪办理", "群众全程参与", "每月通报进度")
DIGITS, CIRCLED = "一二三四五六七八九十", "①②③④⑤⑥⑦⑧⑨⑩"


def _rows(groups: Groups, mark: str = "，") -> str:
    return mark.join("、".join(group) for group in groups)


def _each(groups: Groups, frame: str, mark: str) -> str:
    """The frame with the part, its number and what is done about it, once for each part."""
    return mark.join(
        frame.format(part=part, han=DIGITS[k % 10], circle=CIRCLED[k % 10], arabic=k + 1, done=DONE[k % 4])
        for k, part in enumerate(flat(groups))
    )


def _core(name: str) -> str:
    return name[: name.index("”") + 1]


def _labelled(name: str, groups: Groups, frame: str, mark: str) -> str:
    pairs = zip(LABELS[name], groups, strict=True)
    return mark.join(frame.format(label=label, rows="、".join(group)) for label, group in pairs)


FRAMES: dict[str, Callable[[str, Groups], str]] = {
    "被称为": lambda n, g: f"他们坚持{_rows(g)}，被称为{n}。",
    "概括为": lambda n, g: f"镇里把{_rows(g)}的做法概括为{n}。",
    "归纳为": lambda n, g: f"他们坚持{_rows(g)}，归纳为{n}。",
    "俗称": lambda n, g: f"推行{_rows(g)}，俗称{n}。",
    "（简称）": lambda n, g: f"推行{_rows(g)}（简称{n}）。",
    "叫做": lambda n, g: f"坚持{_rows(g)}，当地人叫做{n}。",
    "提炼出：": lambda n, g: f"镇里提炼出{n}：{_rows(g, '；')}。",
    "归纳为，即": lambda n, g: f"镇里把做法归纳为{n}，即{_rows(g)}。",
    "第一，": lambda n, g: f"推行{n}。{_each(g, '第{han}，{part}', '；')}。",
    "其一，": lambda n, g: f"推行{n}。{_each(g, '其{han}，{part}', '；')}。",
    "（一）": lambda n, g: f"推行{n}：{_each(g, '（{han}）{part}', '；')}。",
    "①": lambda n, g: f"推行{n}：{_each(g, '{circle}{part}', '；')}。",
    "即①": lambda n, g: f"推行{n}，即{_each(g, '{circle}{part}', '、')}。",
    "1.": lambda n, g: f"推行{n}：{_each(g, '{arabic}.{part}', '；')}。",
    "“”，即；": lambda n, g: f"推行{n}。{_each(g, '“{part}”，即{done}', '；')}。",
    "“”即，": lambda n, g: f"推行{n}，{_each(g, '“{part}”即{done}', '，')}。",
    "“”就是。": lambda n, g: f"推行{n}。{_each(g, '“{part}”就是{done}', '。')}。",
    "“”——；": lambda n, g: f"推行{n}：{_each(g, '“{part}”——{done}', '；')}。",
    "：；": lambda n, g: f"推行{n}。{_each(g, '{part}：{done}', '；')}。",
    "，。": lambda n, g: f"推行{n}。{_each(g, '{part}，{done}', '。')}。",
    "paragraphs ——": lambda n, g: f"推行{n}，打通堵点。\n" + _each(g, "——{part}。{done}，群众满意。", "\n"),
    "paragraphs （一）": lambda n, g: f"推行{n}，打通堵点。\n" + _each(g, "（{han}）{part}。{done}，群众满意。", "\n"),
    "paragraphs ：": lambda n, g: f"推行{n}，打通堵点。\n" + _each(g, "{part}：{done}，群众满意。", "\n"),
    "paragraphs “”": lambda n, g: f"推行{n}，打通堵点。\n" + _each(g, "“{part}”，{done}。群众满意。", "\n"),
    "paragraphs 一是": lambda n, g: f"推行{n}，打通堵点。\n" + _each(g, "{han}是{part}。{done}，群众满意。", "\n"),
    "构成的": lambda n, g: f"打造由{_rows(g)}构成的{n}。",
    "于一体的": lambda n, g: f"打造集{_rows(g, '、')}于一体的{n}。",
    "涵盖…的": lambda n, g: f"构建涵盖{_rows(g)}的{n}。",
    "在内的": lambda n, g: f"构建包括{_rows(g, '、')}在内的{n}。",
    "为核心的": lambda n, g: f"推行以{_rows(g)}为核心的{n}，效果明显。",
    "“”为抓手": lambda n, g: f"以“{_rows(g, '、')}”为抓手，推行{n}。",
    "形成": lambda n, g: f"通过{_rows(g)}，形成{n}。",
    "指的是": lambda n, g: f"{n}指的是{_rows(g)}，群众满意。",
    "由…组成": lambda n, g: f"{n}由{_rows(g, '、')}组成。",
    "要求": lambda n, g: f"推行{n}，要求{_rows(g)}。",
    "所谓": lambda n, g: f"镇里推行{n}。所谓{_core(n)}，就是{_rows(g)}。",
    "是指": lambda n, g: f"镇里推行{n}，群众叫好。据介绍，{_core(n)}是指{_rows(g)}。",
    "该做法": lambda n, g: f"镇里推行{n}。该做法主要包括{_rows(g)}。",
    "again": lambda n, g: f"镇里推行{n}，群众叫好。{n}主要包括{_rows(g)}。",
    "“我们的做法": lambda n, g: f"镇里推行{n}。“我们的做法就是{_rows(g)}。”支部书记说。",
    "“”即、": lambda n, g: f"推行{n}。{_labelled(n, g, '“{label}”即{rows}', '，')}。",
    "“”（）": lambda n, g: f"推行{_labelled(n, g, '“{label}”（{rows}）', '、')}的{n}。",
    "label：": lambda n, g: f"推行{n}。{_labelled(n, g, '{label}：{rows}', '；')}。",
    "“”是。": lambda n, g: f"推行{n}，效果好。{_labelled(n, g, '“{label}”是{rows}，干部带头落实', '。')}。",
    "paragraphs 就是": lambda n, g: f"推行{n}，效果好。\n" + _labelled(n, g, "“{label}”就是{rows}。干部带头。", "\n"),
}
OF_LABELS = ("“”即、", "“”（）", "label：", "“”是。", "paragraphs 就是")
# Nothing but the place ties these to the name, and none of them bears its word.
WEAK = ("“”为抓手", "形成", "，。")
UNTIED = set(product(("“议事三步”工作法", "“三步走”战略"), WEAK)) | {
    ("“双带”机制", "形成"),
    ("“双带”机制", "paragraphs “”"),
    ("“四张网”体系", "形成"),
    ("“三个不”承诺", "“”——；"),
    ("“1+2+3”治理模式", "“”为抓手"),
}
# The colour alone, the verb before the only part, two rows of headings without a number: read, but not word for word.
READ_IN = {
    ("“三色”预警机制", "，。"),
    ("“一核三化五联”模式", "要求"),
    ("“一站三中心”体系", "要求"),
    ("“四心四办”服务法", "：；"),
}

# A name, and beside it a list of something else.
BESIDE = [
    "石桥镇推行“三联”机制，青石村、柳河村、东坝村率先试点，产业、项目、民生同步推进。",
    "石桥镇推行“三包”责任制，县、镇、村干部全部下沉，走访农户、企业、学校。",
    "云川县落实“四议两公开”工作法，道路、水渠、路灯、广场等项目陆续完工。",
    "白鹭社区用好“三会”制度，物业、业委会、居委会坐到一起，停车、垃圾、噪声等难题逐一化解。",
    "石桥镇开展“三清”行动，出动铲车、卡车、洒水车，清理垃圾30吨。",
    "云川县实施“五大工程”，粮食、蔬菜、水果、茶叶、药材产量连年增长。",
    "石桥镇党委书记李明、镇长王芳、副镇长张强督导“三项行动”。",
    "云川县推行“三长”制，今年新修道路、桥梁、水渠三处。",
    "青石村推行“1+3+N”模式，1个月内，3户村民、5家企业先后受益。",
    "石桥镇推行“123”工作法，去年获得1个省级奖、2个市级奖、3个县级奖。",
    "石桥镇“三员”队伍走进学校、医院、企业，宣讲政策、化解矛盾、服务群众。",
    "石桥镇推行“四心”服务，办事大厅设置了饮水机、轮椅、雨伞、药箱。",
    "云川县推进“三变”改革，土地、山林、水面全部确权。",
    "柳河村推行“三治融合”，小区里有凉亭、步道、花坛。",
    "石桥镇把“三联”机制与网格化管理、积分制、“红黑榜”结合起来。",
    "石桥镇推行“四单制”，会议记录、台账、照片、签到表一应俱全。",
    "云川县推行“三个不”承诺。居民反映，办事不难了，路不堵了，灯不黑了。",
    "石桥镇推行“三访三问”工作法，问题清单、整改清单、责任清单同步建立。",
    "青石村“三步走”战略实施三年，产值、收入、就业三项指标翻番。",
    "云川县推行“一核三化五联”模式，报纸、广播、电视等媒体先后报道。",
    "柳河村推行“四张网”体系，老李、老张、老王、老赵成了网格员。",
    "石桥镇开展“三亮三比”活动。第一，组织领导到位。第二，宣传发动到位。第三，督导检查到位。",
    "云川县推行“三联”机制。一是缺人才；二是缺资金；三是缺技术。",
    "白鹭社区推行“三员一顾问”制度，“以前有事没人管，有话没处说，有理没处讲。”居民王大妈说。",
    "云川县探索“五色”工作法：组织部牵头，宣传部、民政局、团县委、妇联配合。",
    "青石村推行“双带”机制，种上了辣椒、花椒。",
    "白鹭社区推行“三方共治”机制，栽树、修路、装灯。",
    "石桥镇“三长联动”机制由镇党委统筹，派出所、司法所、综治中心参与。",
    "石桥镇推行“三领三创”行动，“金点子”就是好点子，“土办法”就是好办法。",
    "柳河村推行“三问”工作法，“今年收成好”“孩子上学近”“看病不用愁”，村民这样说。",
    "石桥镇落实“两个责任”，即日起，各村、各单位自查。",
    "梅溪村立了“四不”规矩，喜事新办，丧事简办，余事不办。",
    "北塘社区推行“四百”走访法。即日起，网格员、楼栋长、志愿者上门。",
    "北塘社区探索“1+4”工作法，1名书记带着4名委员跑遍了小区。",
    "松岭县实施“三大行动”。其一在城，其二在乡，其三在山，各有侧重。",
    "南山乡推行“四联”共建，县、乡、村、组四级干部参加。",
    "河湾镇推行“双评”制度，“以前没人管。”“现在有人问。”村民说。",
    "松岭县开展“三比三看”活动，荣获先进单位、文明单位、平安单位称号。",
]


@pytest.mark.parametrize("name", NAMES)
def test_the_parts_of_a_name_come_out_word_for_word_however_they_are_told(name: str, tools: Tools) -> None:
    frames = {
        frame: write
        for frame, write in FRAMES.items()
        if (name, frame) not in READ_IN and (frame not in OF_LABELS or name in LABELS)
    }
    assert misread(name, NAMES[name], frames, UNTIED, tools) == []


def test_each_pair_that_is_left_out_is_one_of_those_that_are_tried() -> None:
    assert set(product(NAMES, FRAMES)) >= UNTIED | READ_IN


@pytest.mark.parametrize("text", BESIDE)
def test_a_list_of_something_else_beside_a_name_is_none_of_its_parts(text: str, tools: Tools) -> None:
    knowledge = understand(Source("report.txt", text, "0" * 64, "utf-8", Details()), tools)
    assert [leaves(part.parts) for _, parts, *_ in knowledge.parts for part in parts if part.parts] == []
    assert all(part.stated for _, parts, *_ in knowledge.parts for part in parts)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "村里的规矩有三条。竹凳谈大事，人人到；木凳聊家事，随时来；石凳了小事，当场清。这套办法叫“三凳议事”。",
            "竹凳谈大事 木凳聊家事 石凳了小事",
        ),
        ("按照“622”比例分红，六成归农户，两成归村集体，两成留作公益金。", "六成归农户 两成归村集体 两成留作公益金"),
        ("推行“3+1”团队制，1名镇医、1名护士、1名村医，外加1名专家，上门服务。", "1名镇医 1名护士 1名村医 1名专家"),
        ("推行“五统一、双返利”模式，修枝、施肥、打药、采摘、销售全由公司统起来。", "修枝 施肥 打药 采摘 销售 双返利"),
        (
            "推行“一社两仓三查”机制，由供销社统管，公益仓、经营仓分设，居民查、商户查、街道查。",
            "供销社 公益仓 经营仓 居民查 商户查 街道查",
        ),
        ("镇里管这套办法叫“一册两补”。补的是什么？头一补是差价，第二补是红利。", "一册 差价 红利"),
        ("推行“红黄绿”管理机制，红的一周一访，黄的半月一访，绿的每季一访。", "红的一周一访 黄的半月一访 绿的每季一访"),
        ("归纳成“一盏灯”工作法：点灯问事、围灯议事、举灯办事。", "点灯问事 围灯议事 举灯办事"),
        (
            "推行“一线工作法”，情况在一线掌握、问题在一线解决、作风在一线转变。",
            "情况在一线掌握 问题在一线解决 作风在一线转变",
        ),
        ("建起“1+5+N”监测网，“1”是乡中心，“5”是五个片区站，“N”是各村监测员。", "乡中心 五个片区站 各村监测员"),
        ("推行“四环”调解，第一环摸情况，第二环定方案，第三环做工作，第四环常回访。", "摸情况 定方案 做工作 常回访"),
        ("推行“三色工单”，红色工单当日办，黄色工单三日办，绿色工单七日办。", "红色工单 黄色工单 绿色工单"),
        ("推行“四百”走访法（进百家门、知百家情、解百家难、暖百家心）。", "进百家门 知百家情 解百家难 暖百家心"),
        (
            "建起“镇党委书记牵头、班子成员督办、村党支部书记落实、党员值守”的四级责任体系。",
            "镇党委书记牵头 班子成员督办 村党支部书记落实 党员值守",
        ),
        ("她把做法归成三句话：支部领着种、能人带着卖、大家一起管。", "支部领着种 能人带着卖 大家一起管"),
        ("街道推行“三长制”。去年，“片长—巷长—院长”架构建了起来。", "片长 巷长 院长"),
        (
            "“三三四”制工作法怎么用？第一个“三”即遇事劝解、仲裁、诉讼三步走；第二个“三”是村有调解室、镇有中心、县有专家三级组织；"
            "第三个“四”是包宣传、包排查、包整改、包回访。",
            "遇事劝解 仲裁 诉讼 村有调解室 镇有中心 县有专家 包宣传 包排查 包整改 包回访",
        ),
        (
            "推行“三联三共”机制。\n产业抱团联营，带动群众共富。\n矛盾上门联调，实现邻里共治。\n环境动手联建，抓出庭院共美。",
            "产业抱团联营 矛盾上门联调 环境动手联建 群众共富 邻里共治 庭院共美",
        ),
        (
            "镇党委在换届工作中突出“三个严把”，全镇四个村六个居委会的换届选举现已全部完成，村班子面貌一新。\n"
            "一是着力严把人选。看口碑。二是着力严把程序。逐环公开。三是严把纪律。违规必究。",
            "严把人选 严把程序 严把纪律",
        ),
        (
            "云川县探索“三联三共”治理模式。推行以支部联合、产业联育、资源联享的村企“三联”模式，建了新园。",
            "支部联合 产业联育 资源联享",
        ),
    ],
)
def test_what_a_name_stands_for_is_read_as_papers_tell_it(text: str, parts: str, tools: Tools) -> None:
    assert parts.split() in listed(f"云川县{text}", tools)


@pytest.mark.parametrize("text", ["遇上急事，做到“喜事、丧事、急病等必到”。", "护林是一项‘没有终点的工程’。"])
def test_what_is_said_of_all_and_what_is_one_of_its_kind_have_no_parts(text: str, tools: Tools) -> None:
    assert listed(f"云川县{text}", tools) == []
