"""What a page says of itself, and of other reports, is in no fact but that of whose reporter wrote it."""

from __future__ import annotations

from kg.model import Knowledge, Source
from kg.pipeline import Tools, understand

PAGE = """首页 > 新闻中心 > 镇街动态
寻乌县文峰乡：办好民生小事
2024-05-13 09:02   来源：江岳日报   作者：王芳

江岳日报讯（记者 王芳）寻乌县文峰乡推行河长制，建成便民服务站12个，服务群众3.5万人次。

今年以来，全乡改造老旧小区16个，惠及居民4200户。（江岳日报通讯员王芳李志强摄影）

推荐阅读
- 会昌县筠门岭镇获评全国文明镇
- 安远县推行林长制 建成护林站30个
- 定南县历市镇“小积分”有大作用
- 信丰县西牛镇喜分红 村民乐开怀
"""


def known(text: str, tools: Tools) -> Knowledge:
    return understand(Source("报.txt", text, "0" * 64, "utf-8"), tools)


def test_only_the_report_of_a_page_makes_facts(tools: Tools) -> None:
    found = known(PAGE, tools)
    names = {entity.name for entity in found.entities}
    assert {"寻乌县", "文峰乡", "河长制", "王芳", "李志强"} <= names
    assert not {"会昌县", "安远县", "林长制"} & names
    assert {fact.predicate for fact in found.facts} == {"locatedIn", "adopts", "establishes", "memberOf"}


def test_a_paper_is_in_no_fact_but_that_of_its_reporter(tools: Tools) -> None:
    found = known(PAGE, tools)
    (paper,) = [entity for entity in found.entities if entity.name == "江岳日报"]
    (fact,) = [fact for fact in found.facts if paper.iri in (fact.subject, fact.object)]
    assert (fact.predicate, dict(fact.qualifiers)) == ("memberOf", {"role": "记者"})
    sent = known(PAGE.replace("江岳日报讯（记者 王芳）", ""), tools)
    assert not [entity for entity in sent.entities if entity.name == "江岳日报"]


def test_who_passes_a_report_on_gives_it_no_place(tools: Tools) -> None:
    page = "文峰乡推行河长制，建成便民服务站12个。\n《办好民生小事》由江西新闻网提供，转载请注明出处。\n"
    assert not [entity for entity in known(page, tools).entities if entity.name == "江西省"]


def test_the_place_of_its_publisher_is_that_of_a_page_that_names_none(tools: Tools) -> None:
    page = "办好民生小事\n发布时间：2024-05-13  来源：寻乌县人民政府\n\n近日，全县推行河长制，建成便民服务站12个。\n"
    (story,) = known(page, tools).stories
    assert story.about == "寻乌县"
