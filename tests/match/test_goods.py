"""Products that no list holds, found by what is done with them."""

from __future__ import annotations

import pytest

from kg.model import Form, Source
from kg.pipeline import Tools, find_all, find_mentions, read
from kg.read.page.sentences import sentences


@pytest.fixture
def products(tools: Tools):  # type: ignore[no-untyped-def]
    """Finds the products of a text that stand by themselves."""

    def run(text: str) -> list[str]:
        document = read(Source("报", text, "0" * 64, "utf-8"), tools)
        found = find_mentions(document, sentences(document), tools)
        return [m.name for m in found if m.type == "Industry" and m.form in (Form.PROPER, Form.QUOTED)]

    return run


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("村里种植绞股蓝1200亩，套种笤帚苗、泡核桃。", "绞股蓝 笤帚苗 泡核桃"),
        ("村里种植藏红椒近3万亩。", "藏红椒"),
        ("镇上培育茶饮、彝绣两个特色产业。", "茶饮 彝绣"),
        ("乡亲们种起了羊奶果，养起了藏香兔。", "羊奶果 藏香兔"),
        ("全县藏鸡养殖户达到210户，乌洋芋面积26万亩。", "藏鸡 乌洋芋"),
        ("布拖县的乌洋芋、美姑县的岩鹰鸡走进超市。", "乌洋芋 岩鹰鸡"),
        ("公司推出沙棘籽油软胶囊。", "沙棘籽油软胶囊"),
        ("白条党参、黄芪、当归堆满药市。", "白条党参 黄芪 当归"),
        ("承包了80亩棉花。", "棉花"),
        ("公司年产白厂丝900吨、高山蔬菜2万吨。", "白厂丝 高山蔬菜"),
        ("上了椒油、椒精两条线，招工百人。", "椒油 椒精"),
        ("公司有饮片、药膳两个系列产品。", "饮片 药膳"),
        ("村里靠的是毛竹，做竹编的不少。", "毛竹 竹编"),
        ("建成基地，饮片、提取物、药膳3个系列产品热销。", "饮片 提取物 药膳"),
        ("给外地客商做毛绒玩具，出口不断。", "毛绒玩具"),
        ("海岛是海带苗的“老窝”。", "海带苗"),
        ("通过培育发展枸杞、苹果等作物增收。", "枸杞 苹果"),
        ("大棚里成片西瓜长势喜人，西瓜卖得好。", "西瓜 西瓜"),
        ("游客正在采摘草莓、火龙果。", "草莓 火龙果"),
        ("山地适合食用菌、高粱、花椒等作物生长。", "食用菌 高粱 花椒"),
        ("全镇地瓜、土豆等经济作物面积新增5万亩。", "地瓜 土豆"),
        ("全镇发展雪茶3245亩、黄蜀葵1080亩、油茶967亩，新引进金果榄96亩。", "雪茶 黄蜀葵 油茶 金果榄"),
        ("围绕绿松石、文旅康养等5大产业招商。", "绿松石 文旅康养"),
        ("农场种植了60亩羊角菜、10多亩泡核桃，栽了500株羊奶果。", "羊角菜 泡核桃 羊奶果"),
        ("今年全镇200亩羊角菜喜获丰收。", "羊角菜"),
        ("日前，美姑县岩鹰鸡产业再提速。", "岩鹰鸡产业"),
        ("全县工业以化纤、制药、建材为主。", "化纤 制药 建材"),
        ("五金、轻纺、建材是全镇的主导产业。", "五金 轻纺 建材"),
        ("“霞光”、“锦峰”等茶叶品牌多次荣获金奖，“青石”牌挂锁被评为名牌产品。", "霞光 锦峰 “青石”牌挂锁"),
        ("“云岭黄花”荣获全国农博会金奖。", "云岭黄花"),
        ("绿野公司主要有天麻片、天麻酒等产品。", "天麻片 天麻酒"),
        ("县里做大做强纺织、稀土等主导产业。", "纺织 稀土"),
        ("青石镇生产的竹胎漆碗大部分出口，老周家养了20头猪、50只羊。", "竹胎漆碗 猪 羊"),
        ("石桥村羊存栏4万只，牛存栏2000头。", "羊 牛"),
        ("街上大力发展“夜间经济”。", "夜间经济"),
        ("山上以种植青稞、燕麦等传统作物为主。", "青稞 燕麦"),
        ("“竹溪蜜桃”卖到外省，“竹优3号”推广到邻县。", "竹溪蜜桃 竹优3号"),
    ],
)
def test_what_is_grown_made_or_sold_is_a_product(products, text: str, names: str) -> None:  # type: ignore[no-untyped-def]
    assert products(text) == names.split()


@pytest.mark.parametrize(
    "text",
    [
        "种植技术日益成熟，种植大户越来越多，养殖污染得到治理。",
        "发展成果由人民共享，培育时代新人。",
        "在精深加工和康养上做文章。",
        "今后将扩大种植养殖面积，以老人、妇女、儿童为主。",
        "推广蔬菜地膜，选好场所。",
        "“红心”党建品牌荣获全市优秀品牌。",
        "发扬孺子牛、拓荒牛、老黄牛精神。",
        "从“围着锅台转”到“踩着机器干”。",
        "从事关联产业，以党建引领产业发展。",
        "推进农机、文创与旅游融合。",
        "种植销路好、易管理的品种，提升种植技能。",
        "特色种植养殖业蓬勃兴起，成了增收的主要产业。",
        "打通服务群众“最后一米”，从事关联产业。",
        "青然拉吉，刚参加工作在清水河镇，中药材种植遍地开花。",
        "结合各乡镇产业实际，借力产业扶贫。",
        "年产值3亿元，年产能5万吨，养殖水体2万立方米，新上检测、包装两条线。",
    ],
)
def test_what_only_stands_behind_such_a_verb_is_none(products, text: str) -> None:  # type: ignore[no-untyped-def]
    assert products(text) == []


def test_how_well_it_does_and_how_it_is_done_is_no_product(products) -> None:  # type: ignore[no-untyped-def]
    assert products("石桥村种植青花椒成效显著，推广高光效树形、智能喷灌等先进技术。") == []


def test_what_the_place_does_is_no_part_of_the_product(products) -> None:  # type: ignore[no-untyped-def]
    assert products("全旗肉羊存栏120万只，山脚种人参、产蓝莓。") == ["肉羊", "人参", "蓝莓"]


def test_what_is_ripe_in_a_house_is_grown_in_the_place_of_which_its_name_speaks(tools: Tools) -> None:
    text = "走进青石镇石桥村高原蔬菜种植基地，莴笋、荚豆等蔬菜长势喜人。"
    document = read(Source("报", text, "0" * 64, "utf-8"), tools)
    claims = find_all(document, sentences(document), tools).claims
    grown = [(c.subject.name if c.subject else "", c.object.name) for c in claims if c.predicate == "develops"]
    assert grown == [("石桥村", "莴笋"), ("石桥村", "荚豆")]
