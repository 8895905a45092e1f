"""What somebody received, and where the name of an honour begins and ends."""

from __future__ import annotations

import pytest

from kg.match.honours.honour_levels import qualifiers
from kg.match.honours.honour_titles import compile_honours
from kg.match.honours.honours import find_honours
from kg.match.rulebook.rules import load_rules
from kg.proof.pages import plain_document
from kg.read.page.sentences import sentences

RULES = load_rules()
HONOURS = compile_honours(RULES)


def honours(text: str) -> list[str]:
    document = plain_document(text)
    return [document.quote(m.span) for m in find_honours(document, sentences(document), [], HONOURS)]


FOUND = [
    ("青石村获评全国文明村。", ["全国文明村"]),
    ("该村荣获“省级卫生村”称号。", ["“省级卫生村”"]),
    ("他被评为全国劳动模范。", ["全国劳动模范"]),
    ("2023年，社区被评为全省先进基层党组织。", ["全省先进基层党组织"]),
    ("先后荣获“全国文明村”“省级森林村庄”等称号。", ["“全国文明村”", "“省级森林村庄”"]),
    ("荣获全国文明村、全国乡村治理示范村等荣誉。", ["全国文明村", "全国乡村治理示范村"]),
    ("获得了2022年度市级示范合作社称号。", ["市级示范合作社"]),
    ("被列入省级传统村落保护名录。", ["省级传统村落保护名录"]),
    ("合作社又捧回“省级示范社”的牌子。", ["“省级示范社”"]),
    ("企业拿到自治区“专精特新”中小企业的牌子。", ["自治区“专精特新”中小企业"]),
    ("“红门厅”得了省民政厅颁发的“优秀社区治理案例”。", ["“优秀社区治理案例”"]),
    ("松湾街道获评全国示范社区（街道）、江岳省“近邻党建”示范点。", ["全国示范社区（街道）", "江岳省“近邻党建”示范点"]),
    ("“街长制”入选全国可复制经验清单。", ["全国可复制经验清单"]),
    ("被省厅命名为“全省治安楷模”和首批“枫林式派出所”。", ["“全省治安楷模”", "首批“枫林式派出所”"]),
    ("被命名为“人民放心的窗口单位”。", ["“人民放心的窗口单位”"]),
    ("派出所被评定为一级派出所、荣立集体二等功。", ["一级派出所", "集体二等功"]),
    ("被省厅命名为人民满意派出所。", ["人民满意派出所"]),
    ("入选3月份全省“月评十佳”。", ["全省“月评十佳”"]),
    ("推介青石村等20个村为2022年全国美丽休闲乡村。", ["全国美丽休闲乡村"]),
    ("2020年列入第六批中国传统村落名录。", ["第六批中国传统村落名录"]),
    ("青石镇素有“鱼米之乡”“茶乡”之称。", ["“鱼米之乡”", "“茶乡”"]),
    ("青石镇是全国文明镇、国家卫生镇。", ["全国文明镇", "国家卫生镇"]),
    ("作为省级生态示范村，青石村山清水秀。", ["省级生态示范村"]),
    ("镇里列入全国特色小镇名单。", ["全国特色小镇名单"]),
    ("省民政厅授予青石村“全省和谐社区”荣誉称号。", ["“全省和谐社区”"]),
    ("青石村被授予全市先进集体称号。", ["全市先进集体"]),
    ("村里评选出20余户“最美庭院示范户”。", ["“最美庭院示范户”"]),
    ("先后获评“全国文明镇”（2012年）、“国家卫生镇”（2015年）等称号。", ["“全国文明镇”", "“国家卫生镇”"]),
    ("通过验收，青石村成为全国文明村。", ["全国文明村"]),
    ("省里公布第三批省级文明村名单，青石村榜上有名。", ["第三批省级文明村名单"]),
    ("省林业局认定绿野公司为省级龙头企业。", ["省级龙头企业"]),
    ("青石村获评全国文明村后，游客多了。", ["全国文明村"]),
    ("青石县入选民政部、财政部养老服务项目地区。", ["养老服务项目地区"]),
    ("石桥中学被评为上海市文明示范学校。", ["上海市文明示范学校"]),
    ("县中医院被省卫生健康委确定为省级中医药特色医院。", ["省级中医药特色医院"]),
    ("大厅获评2024至2025年度省级“青年文明号”。", ["省级“青年文明号”"]),
    ("绿野公司获评国家级高新技术企业、江岳省瞪羚企业。", ["国家级高新技术企业", "江岳省瞪羚企业"]),
    ("刚刚被评为全国“四好农村路”示范县的云岭县通了车。", ["全国“四好农村路”示范县"]),
    ("县工商联被评为全国“五好”县级工商联。", ["全国“五好”县级工商联"]),
    ("大米获得国家地理标志认证和“气候好产品”认定。", ["国家地理标志认证", "“气候好产品”认定"]),
    ("大蒜登上全国名特优新农产品名录。", ["全国名特优新农产品名录"]),
    ("民政部授予200个组织“全国先进自治组织”称号。", ["“全国先进自治组织”"]),
    ("“云岭大米”获国家知识产权局核准为地理标志证明商标。", ["地理标志证明商标"]),
    ("县工商联被评为全国“六好”县级工商联。", ["全国“六好”县级工商联"]),
    ("公司获评国家级高新技术企业、江西省制造业百佳。", ["国家级高新技术企业", "江西省制造业百佳"]),
    ("民政部授予200个组织“全国先进自治组织”称号。", ["“全国先进自治组织”"]),
    ("授予全省73个村“文明村”称号。", ["“文明村”"]),
    ("“云岭红”获得国家地理标志认证和“好产品”认定。", ["国家地理标志认证", "“好产品”认定"]),
    ("县里成功创建国家卫生县城、省级文明县城和全省旅游强县。", ["国家卫生县城", "省级文明县城", "全省旅游强县"]),
    ("青石岭成功创评国家5A级景区。", ["国家5A级景区"]),
]


@pytest.mark.parametrize(("text", "found"), FOUND, ids=[row[0] for row in FOUND])
def test_an_honour_is_found_without_what_leads_to_it(text: str, found: list[str]) -> None:
    assert honours(text) == found


NONE = [
    ("项目获得资金支持。", "money"),
    ("产品获得好评。", "praise"),
    ("工程列入今年预算。", "a budget is no register"),
    ("“我们获评全国文明村以后会更好。”", "said in passing, inside a speech"),
    ("村民获得感更强。", "half of a word"),
    ("青石村被列为省级重点项目。", "an undertaking, no honour"),
    ("青石村是省级重点贫困村。", "a burden, no honour"),
    ("青石县是全国最大的产茶县。", "a measure, no honour"),
    ("村民享有“优先认购权”。", "a right, no honour"),
    ("该镇申报全国文明镇。", "applied for, not received"),
    ("青石村评选“最美庭院”活动开始了。", "the contest, and nobody yet"),
    ("青石县成为全国乡村治理样板。", "praise that nobody confers"),
    ("青石县被列为国家乡村振兴重点帮扶县。", "help is needed there"),
    ("省里公布全国文明村名单。", "nobody is said to be on it"),
    ("青石村被评为全省考核第一。", "a rank"),
    ("这是村里获得的又一张名片。", "a figure of speech"),
]


@pytest.mark.parametrize(("text", "why"), NONE, ids=[row[1] for row in NONE])
def test_what_is_no_honour_is_left_alone(text: str, why: str) -> None:
    assert honours(text) == [], why


@pytest.mark.parametrize(
    ("words", "level", "batch"),
    [
        ("全国第三批国家级示范县", "国家级", "第三批"),
        ("全省首批乡村治理示范村", "全省", "首批"),
        ("市级示范合作社", "市级", None),
        ("文明村", None, None),
        ("全国“五好”县级工商联", "全国", None),
        ("第六届全州文明村镇", "全州", "第六届"),
        ("全国“六好”县级工商联", "全国", None),
    ],
)
def test_level_and_batch_are_read_from_the_words(words: str, level: str | None, batch: str | None) -> None:
    assert dict(qualifiers(words)) == {k: v for k, v in (("level", level), ("batch", batch)) if v}
