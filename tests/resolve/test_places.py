"""Which place a mention names, what lies in what, and what an article is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest

from kg.gazetteer import load_gazetteer
from kg.match.places.place_grammar import compile_places
from kg.match.places.places import find_places
from kg.match.rulebook.rules import load_rules
from kg.match.rulebook.words import Words
from kg.model import Article, Details, Document, Mention, Paragraph, Role, Sentence, Source, Span
from kg.resolve.places import Places, settle_places

Settle = Callable[..., tuple[dict[str, list[str | None]], Places]]


def flat(mentions: Sequence[Mention]) -> Iterator[Mention]:
    for mention in mentions:
        yield mention
        yield from flat(mention.inside)


@pytest.fixture(scope="module")
def settle() -> Settle:
    """Settles a page: its articles, each a tuple of paragraphs; `# ` opens a title, `## ` a heading."""
    table, words = load_gazetteer(), Words()
    grammar = compile_places(table, load_rules())

    def run(*pages: Sequence[str], place: str = "", publisher: str = "") -> tuple[dict[str, list[str | None]], Places]:
        text = ""
        articles: list[Article] = []
        sentences: list[Sentence] = []
        for page in pages:
            opened, title = len(text), None
            paragraphs: list[Paragraph] = []
            for paragraph in page:
                role = Role.TITLE if paragraph[:2] == "# " else Role.HEADING if paragraph[:3] == "## " else Role.BODY
                body = paragraph.lstrip("# ")
                span = Span(len(text), len(text) + len(body))
                title = span if role is Role.TITLE else title
                at = span.start
                for part in body.replace("。", "。\0").strip("\0").split("\0"):
                    whole = Span(at, at + len(part))
                    sentences.append(Sentence(whole, (whole,), len(articles), len(paragraphs), role, at == span.start))
                    at += len(part)
                paragraphs.append(Paragraph(span, role))
                text += body + "\n"
            articles.append(Article(Span(opened, len(text) - 1), tuple(paragraphs), title))
        text = text[:-1]
        source = Source("报", text, "0", "utf-8", Details(place=place))
        document = Document(source, text, range(len(text)), tuple(articles), publisher=publisher)
        found = list(flat(find_places(document, sentences, grammar, words)))
        order = sorted(found, key=lambda m: (m.span, m.type))
        places = settle_places(document, sentences, order, table)
        of: dict[str, list[str | None]] = {}
        for i, mention in enumerate(order):
            of.setdefault(mention.name, []).append(places.of.get(i))
        return of, places

    return run


def within(places: Places) -> set[tuple[str, str]]:
    return {(child, parent) for child, parent, _ in places.within}


def test_a_written_chain_gives_each_place_the_next(settle: Settle) -> None:
    _, places = settle(["江西省赣州市寻乌县晨光镇竹背村种茶。江西省寻乌县修路。"])
    assert places.home == ("寻乌县",)
    assert within(places) == {
        ("赣州市", "江西省"),
        ("寻乌县", "赣州市"),
        ("寻乌县-晨光镇", "寻乌县"),
        ("寻乌县-晨光镇-竹背村", "寻乌县-晨光镇"),
    }


def test_whoever_a_county_sends_to_a_village_stays_within_it(settle: Settle) -> None:
    _, places = settle(["寻乌县变了样。", "会昌县驻圳下村、田心村工作队和安远县旅游局驻上塘村工作队帮助村民。"])
    assert {("会昌县-圳下村", "会昌县"), ("会昌县-田心村", "会昌县"), ("安远县-上塘村", "安远县")} <= within(places)


def test_the_region_spoken_of_is_the_village_and_not_the_town_in_which_it_lies(settle: Settle) -> None:
    of, _ = settle(["寻乌县吉潭镇圳下村风景好。", "圳下村位于吉潭镇东部。当地种茶。"])
    assert of["当地"] == [of["圳下村"][0]]


def test_behind_several_that_lie_in_one_place_the_words_for_here_mean_that_place(settle: Settle) -> None:
    of, _ = settle(["赣州市带动寻乌县、安远县种果。当地办厂。"])
    assert of["当地"] == [of["赣州市"][0]]


def test_the_village_is_meant_behind_what_says_when(settle: Settle) -> None:
    of, _ = settle(["寻乌县吉潭镇圳下村变了样。如今村里种茶。"])
    assert of["村里"] == [of["圳下村"][0]]


def test_the_only_town_of_its_name_is_meant_though_a_firm_comes_from_a_city_far_off(settle: Settle) -> None:
    of, places = settle(["# 留车镇种茶记", "留车镇引来北京茶商建茶厂。留车镇的茶卖得好。"])
    assert of["留车镇"] == ["寻乌县-留车镇"] * 3
    assert "北京市" not in {parent for _, parent in within(places)}


def test_known_divisions_carry_their_code_and_chain(settle: Settle) -> None:
    _, places = settle(["寻乌县晨光镇竹背村种茶，寻乌变了样。"])
    assert {(e.name, e.code, e.path, e.also) for e in places.entities} == {
        ("寻乌县", "360734", "江西省/赣州市/寻乌县", ("寻乌",)),
        ("晨光镇", "360734101", "江西省/赣州市/寻乌县/晨光镇", ()),
        ("竹背村", "", "", ()),
    }


def test_what_the_text_does_not_name_is_no_entity(settle: Settle) -> None:
    of, places = settle(["寻乌县种茶，全县增收，全省推广。"])
    assert [e.iri for e in places.entities] == ["寻乌县"]
    assert of["全省"] == [None]


def test_a_district_of_many_cities_is_the_one_of_its_chain(settle: Settle) -> None:
    of, _ = settle(["福州市鼓楼区修路，鼓楼区变了样。"])
    assert of["鼓楼区"] == ["福州市-鼓楼区", "福州市-鼓楼区"]


def test_the_community_is_meant_and_not_its_estate(settle: Settle) -> None:
    of, _ = settle(["寻乌县长宁镇城南社区的金桂园小区旧了，该社区出面。"])
    assert of["该社区"] == of["城南社区"]


def test_the_county_decides_which_town_is_meant(settle: Settle) -> None:
    of, places = settle(["寻乌县种茶。", "南桥镇冠洲村种柑橘，南桥镇修路。"])
    assert of["南桥镇"] == ["寻乌县-南桥镇"] * 2
    assert ("寻乌县-南桥镇", "寻乌县") in within(places)


def test_a_town_in_short_is_found_in_the_table_by_its_full_name(settle: Settle) -> None:
    of, places = settle(["寻乌县种茶。", "晨光、南桥、留车等3个乡镇修路。"])
    assert of["留车"] == ["寻乌县-留车镇"]
    assert ("寻乌县-留车镇", "寻乌县") in within(places)


def test_a_bare_village_outside_any_county_stays_unresolved(settle: Settle) -> None:
    of, places = settle(["红星村种茶，南桥镇修路。"])
    assert of == {"红星村": [None], "南桥镇": [None]}
    told = {row.candidate: row.reason for row in places.rejected}
    assert "江西省/赣州市/寻乌县/南桥镇" in told["南桥镇"] and "山东省" in told["南桥镇"]
    assert "no county" in told["红星村"]


@pytest.mark.parametrize(("name", "path"), [("鼓楼区", "江苏省/南京市/鼓楼区"), ("城关镇", "/城关镇")])
def test_a_name_of_many_places_that_a_report_is_about_is_its_own_and_none_of_the_table(
    settle: Settle, name: str, path: str
) -> None:
    of, places = settle([f"{name}推行网格制度。", f"{name}红星村种茶。"])
    assert of[name] == [f"doc-0-{name}"] * 2 and places.home == (f"doc-0-{name}",)
    assert {e.iri: (e.code, e.path) for e in places.entities}[f"doc-0-{name}"] == ("", "")
    assert all(path in row.reason for row in places.rejected if row.candidate == name) and places.rejected
    assert of["红星村"] == [f"doc-0-{name}-红星村"]


def test_a_place_lies_where_the_text_says_behind_it(settle: Settle) -> None:
    of, _ = settle(["寻乌县修路，会昌县修桥。石桥村位于寻乌县晨光镇的东部。石桥村种茶。", "白石镇地处会昌县北部。"])
    assert of["石桥村"] == ["寻乌县-晨光镇-石桥村"] * 2 and of["白石镇"] == ["会昌县-白石镇"]
    of, _ = settle(["寻乌县修路，会昌县修桥。石桥村在寻乌县晨光镇最北边。", "白石镇种茶。"])
    assert of["石桥村"] == ["寻乌县-晨光镇-石桥村"]


def test_a_whole_report_that_names_no_county_is_about_the_town_it_opens_with(settle: Settle) -> None:
    of, _ = settle(["湖东街道的居民到柳湾社区。", "环境变了。", "大家都来。", "人人出力。"])
    assert of["湖东街道"] == ["doc-0-湖东街道"] and of["柳湾社区"] == ["doc-0-湖东街道-柳湾社区"]
    assert settle(["环境变了。", "湖东街道修路。", "大家都来。", "人人出力。"])[0]["湖东街道"] == [None]


def test_where_somebody_only_goes_to_is_no_place_that_the_report_is_about(settle: Settle) -> None:
    of, places = settle(["汉川门街道组织党员赴武汉市江岸区百步亭社区学习。", "汉川门街道修路。"])
    assert places.home == ("doc-0-汉川门街道",)
    assert of["百步亭社区"] == ["江岸区-百步亭社区"]


def test_a_community_of_a_report_on_a_city_is_of_this_report_and_lies_in_the_city(settle: Settle) -> None:
    of, places = settle(["镇江市推行网格制度。", "红旗社区修路，红旗社区种树。"])
    assert of["红旗社区"] == ["doc-0-红旗社区"] * 2 and ("doc-0-红旗社区", "镇江市") in within(places)
    of, _ = settle(["镇江市推行网格制度。", "句容市种茶。", "红旗社区修路。"])
    assert of["红旗社区"] != ["doc-0-红旗社区"]


def test_behind_its_city_a_place_lies_in_the_county_of_the_headline(settle: Settle) -> None:
    _, places = settle(("# 吉林省长春市宽城区：小区变了", "长春市松湾社区推行新制度。"))
    assert ("宽城区-松湾社区", "宽城区") in within(places)


def test_an_estate_lies_in_the_community_before_it(settle: Settle) -> None:
    _, places = settle(("江西省寻乌县长宁镇松湾社区锦绣小区变了样。",))
    assert any(child.endswith("锦绣小区") and parent.endswith("松湾社区") for child, parent in within(places))


def test_a_member_of_a_list_that_is_not_read_does_not_part_the_others_from_their_town(settle: Settle) -> None:
    of, _ = settle(["寻乌县种茶。", "晨光镇石桥村、创新发展村、马岭村修路。"])
    assert of["马岭村"] == ["寻乌县-晨光镇-马岭村"] and "创新发展村" not in of


def test_a_village_no_table_knows_is_still_a_village(settle: Settle) -> None:
    _, places = settle(["# 云岭县：茶叶飘香", "云岭县白石镇大柘村种茶。云岭县修路。"])
    assert "云岭县-白石镇-大柘村" in {e.iri for e in places.entities}


def test_the_text_is_right_where_the_table_contradicts_it(settle: Settle) -> None:
    _, places = settle(["云南省大理州寻乌县种茶。大理州寻乌县修路。"])
    iris = {e.iri: e.code for e in places.entities}
    assert iris["大理白族自治州-寻乌县"] == "" and "寻乌县" not in iris


def test_the_same_village_with_and_without_its_town_is_one(settle: Settle) -> None:
    of, _ = settle(["云岭县大柘村种茶。", "云岭县白石镇大柘村修路。", "大柘村变了样。"])
    assert set(of["大柘村"]) == {"云岭县-白石镇-大柘村"}


def test_two_villages_of_one_name_are_two(settle: Settle) -> None:
    of, _ = settle(["云岭县白石镇红星村种茶。", "红星村修路。", "沙溪镇红星村养鱼。", "红星村增收。云岭县推广。"])
    assert of["红星村"] == [
        "云岭县-白石镇-红星村",
        "云岭县-白石镇-红星村",
        "云岭县-沙溪镇-红星村",
        "云岭县-沙溪镇-红星村",
    ]


def test_a_village_lies_in_the_town_that_a_word_in_front_of_it_points_at(settle: Settle) -> None:
    of, _ = settle(["云岭县白石镇大柘村种茶。云岭县推广。", "同日，该镇李庄村的大棚丰收。"])
    assert of["李庄村"] == ["云岭县-白石镇-李庄村"]


def test_a_village_lies_in_the_town_with_which_its_paragraph_begins(settle: Settle) -> None:
    start = ["云岭县白石镇大柘村种茶。云岭县推广。", "沙溪镇养鱼。云岭县修路。"]
    of, _ = settle([*start, "沙溪镇的中午飘香。李庄村的食堂开了。"])
    assert of["李庄村"] == ["云岭县-沙溪镇-李庄村"]
    of, _ = settle([*start, "沙溪镇、白石镇的中午飘香。李庄村的食堂开了。"])
    assert of["李庄村"] == ["云岭县-李庄村"]
    of, _ = settle([*start, "中午的食堂里飘出一阵阵香气的时候，沙溪镇来了客人。李庄村的食堂开了。"])
    assert of["李庄村"] == ["云岭县-李庄村"]


def test_a_village_lies_in_the_only_town_of_a_text_that_names_no_county(settle: Settle) -> None:
    of, _ = settle(["哈日朝鲁嘎查在潮格温都尔镇以北。", "哈日朝鲁嘎查有羊。"])
    assert set(of["哈日朝鲁嘎查"]) == {"乌拉特后旗-潮格温都尔镇-哈日朝鲁嘎查"}


def test_the_members_of_a_list_lie_in_the_village_of_the_sentence(settle: Settle) -> None:
    of, places = settle(["寻乌县大石村辖大石、瓦窑、木桥等9个自然村。", "全村增收。"])
    assert of["瓦窑"] == ["寻乌县-大石村-瓦窑"]
    assert of["大石"] == of["大石村"] == of["全村"] == ["寻乌县-大石村"]
    assert ("寻乌县-大石村-木桥", "寻乌县-大石村") in within(places)


def test_a_county_named_for_comparison_never_takes_over(settle: Settle) -> None:
    of, places = settle(
        ["寻乌县种茶，全县增收。", "与会昌县相比，该县起步早。", "学习会昌县经验，全县推广。", "寻乌县修路。"]
    )
    assert places.home == ("寻乌县",)
    assert of["全县"] == ["寻乌县", "寻乌县"] and of["该县"] == ["寻乌县"]


def test_in_a_page_on_several_counties_each_section_has_its_own(settle: Settle) -> None:
    page = ["# 赣州市：各县亮点", "## 寻乌县", "全县种茶。", "## 会昌县", "全县种柑橘。", "安远县修路，该县增收。"]
    of, _ = settle(page)
    assert of["全县"] == ["寻乌县", "会昌县"]
    assert of["该县"] == ["安远县"]


def test_in_a_report_on_a_province_this_county_is_the_one_named_last(settle: Settle) -> None:
    page = [
        "# 江西省推进饮水工程",
        "江西省建设水厂。江西省修渠。",
        "江西省会昌县修渠。",
        "寻乌县修路。",
        "该县投资9万元。",
    ]
    of, places = settle(page)
    assert places.home == ("江西省",)
    assert of["该县"] == ["寻乌县"]


def test_a_report_that_opens_with_a_village_and_stays_with_it_is_about_the_village(settle: Settle) -> None:
    lead = "江西省赣州市寻乌县晨光镇竹背村的茶园里人头攒动。"
    _, places = settle(["# 茶山飘香", lead, "竹背村种茶，该村增收。", "近年来，竹背村修路。"])
    assert places.home == ("寻乌县-晨光镇-竹背村",)
    _, places = settle(["# 茶山飘香", lead, "近年来，寻乌县种茶，全县增收。", "寻乌县修路，竹背村增收。"])
    assert places.home == ("寻乌县",)
    _, places = settle(["# 茶山飘香", "寻乌县种茶。"] * 3 + ["竹背村种茶，该村增收。", "竹背村修路，竹背村变了样。"])
    assert places.home == ("寻乌县",)


def test_the_villages_of_a_report_on_a_town_lie_in_that_town(settle: Settle) -> None:
    _, places = settle(["# 八村同心", "寻乌县晨光镇有八个村。晨光镇修路。", "竹背村出工，晨光镇建站。"])
    assert ("寻乌县-晨光镇-竹背村", "寻乌县-晨光镇") in within(places)


def test_a_report_on_several_villages_is_about_none_of_them(settle: Settle) -> None:
    _, places = settle(["寻乌县竹背村种茶，冠洲村种柑橘。", "竹背村修路。", "冠洲村修路。"])
    assert places.home == ("寻乌县",)


def test_nothing_crosses_from_one_article_to_another(settle: Settle) -> None:
    of, places = settle(
        ["# 寻乌县种茶", "寻乌县晨光镇竹背村种茶。全县增收。"],
        ["# 会昌县养鱼", "会昌县麻州镇养鱼。全县推广，该村增收。"],
    )
    assert places.home == ("寻乌县", "会昌县")
    assert of["全县"] == ["寻乌县", "会昌县"] and of["该村"] == [None]


def test_words_for_a_level_mean_the_place_of_that_level(settle: Settle) -> None:
    of, _ = settle(
        ["江西赣州寻乌县种茶。全县增收，全市推广，全省推广。", "寻乌县晨光镇竹背村修路，全镇动员，该村出力。"]
    )
    assert of["全县"] == ["寻乌县"] and of["全市"] == ["赣州市"] and of["全省"] == ["江西省"]
    assert of["全镇"] == ["寻乌县-晨光镇"] and of["该村"] == ["寻乌县-晨光镇-竹背村"]


def test_in_a_city_of_the_county_s_rank_the_whole_city_is_it(settle: Settle) -> None:
    of, places = settle(["新疆石河子市种棉花，全市增收。石河子市修路。"])
    assert places.home == ("石河子市",) and of["全市"] == ["石河子市"]


def test_what_the_user_says_is_the_own_place(settle: Settle) -> None:
    of, places = settle(["大柘村种茶，全县增收。"], place="江西省寻乌县")
    assert places.home == ("寻乌县",)
    assert of["大柘村"] == ["寻乌县-大柘村"] and of["全县"] == ["寻乌县"]


@pytest.mark.parametrize(
    ("publisher", "home"),
    [
        ("寻乌县人民政府", "寻乌县"),
        ("寻乌发布", "寻乌县"),
        ("中共寻乌县委宣传部", "寻乌县"),
        ("人民日报", ""),
        ("江西日报", ""),
        ("朝阳发布", ""),
    ],
)
def test_a_text_that_names_no_place_is_about_that_of_its_publisher(settle: Settle, publisher: str, home: str) -> None:
    _, places = settle(["全县种茶，群众增收。"], publisher=publisher)
    assert places.home == (home,)


def test_a_place_of_the_text_goes_before_that_of_its_publisher(settle: Settle) -> None:
    _, places = settle(["寻乌县种茶，群众增收。"], publisher="会昌发布")
    assert places.home == ("寻乌县",)


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("我县召开会议，石哲镇、南陈镇参加。", "长子县"),  # each of them lies in several counties
        ("我县石哲镇种药材。", "长子县"),
        ("我县城关镇种药材。", ""),
        ("我县石哲镇和寻乌县晨光镇签约。", "寻乌县"),
        ("我市获奖，舞阳县、郾城区发言。", "漯河市"),
        ("舞阳县、郾城区全市领先，舞阳县发言。", "舞阳县"),
        ("我市获奖，舞阳县发言，赴召陵区考察。", "舞阳县"),
    ],
)
def test_the_county_that_a_report_calls_ours_is_that_of_its_towns(settle: Settle, text: str, home: str) -> None:
    _, places = settle([text])
    assert places.home == (home,)


def test_our_county_stands_for_the_county_of_its_towns(settle: Settle) -> None:
    of, places = settle(["我县召开会议。", "石哲镇、南陈镇参加，全县推广。"])
    assert of["我县"] == of["全县"] == ["长子县"] and of["石哲镇"] == ["长子县-石哲镇"]
    assert "长子县" in {entity.iri for entity in places.entities}


def test_of_two_towns_named_as_often_a_report_is_about_neither(settle: Settle) -> None:
    _, places = settle(["石哲镇种药材。", "南陈镇修路。"])
    assert places.home == ("",)


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("寻乌县干部赴浙江省安吉县考察。大家了解安吉县的经验，安吉县办法多。", "寻乌县"),
        ("记者赴浙江省安吉县采访。安吉县办法多。", "安吉县"),
    ],
)
def test_a_county_that_those_of_another_visit_is_not_what_a_report_is_about(
    settle: Settle, text: str, home: str
) -> None:
    _, places = settle([text])
    assert places.home == (home,)


def test_a_county_whose_people_come_as_guests_is_not_what_a_report_is_about(settle: Settle) -> None:
    _, places = settle(["浙江省安吉县副县长率队来县考察。安吉县捐资。寻乌县道谢。"])
    assert places.home == ("寻乌县",)
    _, places = settle(["寻乌县近年来学习安吉经验。寻乌县邀请专家来县指导。"])
    assert places.home == ("寻乌县",)


def test_a_village_named_once_beside_others_is_not_what_a_report_is_about(settle: Settle) -> None:
    _, places = settle(["赣州市今年修路。干部到寻乌县石桥村驻村。全村通了水。"])
    assert places.home != ("寻乌县-石桥村",)


def test_of_cities_between_which_something_lies_a_report_is_about_none(settle: Settle) -> None:
    _, places = settle(["草莓园地处赣州、九江两市交汇处。"])
    assert places.home == ("",)


def test_a_company_of_the_corps_lies_in_its_regiment(settle: Settle) -> None:
    of, places = settle(["连队变了样。第八师一四九团十连种棉，该连增收，全团推广。"])
    assert of["该连"] == of["十连"] and of["全团"] == of["一四九团"]
    assert (of["十连"][0], of["一四九团"][0]) in within(places)


def test_a_village_does_not_lie_where_a_report_was_sent_from(settle: Settle) -> None:
    of, _ = settle(["新华社会昌5月1日电。", "记者走进寻乌县，见到解放乡的大柘村。", "赣州市和赣州市的干部说。"])
    assert of["大柘村"] == ["寻乌县-大柘村"]


def test_a_road_that_bears_the_name_of_a_town_makes_no_other_town(settle: Settle) -> None:
    of, _ = settle(["上海市静安区临汾路街道修路。", "家住上海市临汾路。"])
    assert of["临汾路"] == ["静安区-临汾路街道"]


def test_a_village_of_a_county_that_is_visited_is_not_of_the_own_county(settle: Settle) -> None:
    of, _ = settle(["寻乌县种茶，寻乌县修路。", "干部赴会昌县考察，走进上塘村。", "寻乌县推广。"])
    assert of["上塘村"] == [None]


def test_a_bare_zone_with_a_body_is_the_one_of_the_text_or_lies_in_its_home(settle: Settle) -> None:
    _, places = settle(["赣州市经济技术开发区种茶。", "去年，经开区总工会办班，开发区税务局走访。"])
    zones = {e.iri: e.also for e in places.entities if e.type == "Region"}
    assert zones == {"赣州市-赣州市经济技术开发区": ("开发区", "经开区")}
    _, places = settle(["寻乌县种茶，寻乌县修路。", "去年，高新区税务局走访。"])
    assert [e.iri for e in places.entities if e.type == "Region"] == ["寻乌县-高新区"]


def test_regions_of_the_country_stand_by_themselves(settle: Settle) -> None:
    _, places = settle(["寻乌县融入粤港澳大湾区，寻乌县经济开发区和赣南、长江。"])
    iris = {e.iri for e in places.entities}
    assert {"粤港澳大湾区", "寻乌县-寻乌县经济开发区", "赣南", "长江"} <= iris


def test_every_iri_has_one_class_and_every_link_two_entities(settle: Settle) -> None:
    _, places = settle(
        ["江西省赣州市寻乌县晨光镇竹背村种茶。", "大石村辖瓦窑、木桥等2个自然村。", "全县融入大湾区，粤港澳大湾区。"]
    )
    iris = [e.iri for e in places.entities]
    assert len(iris) == len(set(iris))
    assert all(child in iris and parent in iris and child != parent for child, parent in within(places))


def test_a_zone_that_a_report_is_about_holds_its_streets_and_villages(settle: Settle) -> None:
    lines = ["# 江滨经开区的两年", "江滨经开区建了路，荣江街道设了驿站。工人来自柳沟村。江滨经开区招商。"]
    of, places = settle(lines)
    zone = "江滨经开区"
    assert of["荣江街道"] == [f"{zone}-荣江街道"] and of["柳沟村"] == [f"{zone}-柳沟村"]
    assert {(f"{zone}-荣江街道", zone), (f"{zone}-柳沟村", zone)} <= within(places)


def test_a_town_of_a_report_that_names_no_zone_and_no_county_stays_open(settle: Settle) -> None:
    of, _ = settle(["荣江街道设了驿站。"])
    assert of["荣江街道"] == [None]


def test_a_bare_community_is_no_estate(settle: Settle) -> None:
    of, _ = settle(["寻乌县长宁镇望江社区修路。", "望江花园小区的楼老了。", "该社区修路。"])
    assert of["该社区"] == of["望江社区"]


def test_a_village_that_a_report_stays_with_stands_where_only_a_province_is_named(settle: Settle) -> None:
    lines = ["江西建投集团来到石桥村。", "石桥村种茶。", "石桥村修路。", "石桥村变了样。"]
    of, places = settle(lines)
    (named,) = set(of["石桥村"])
    assert named is not None and "江西" not in named and not [pair for pair in within(places) if named in pair]
    of, _ = settle(["江西建投集团来到石桥村。"])
    assert of["石桥村"] == [None]


def test_an_ambiguous_county_is_the_one_that_has_the_town_behind_it(settle: Settle) -> None:
    _, places = settle(["来到宝山区月浦镇调研。"])
    assert ("上海市-宝山区-月浦镇", "上海市-宝山区") in within(places)


def test_the_office_of_a_street_is_a_link_of_a_chain(settle: Settle) -> None:
    _, places = settle(["寻乌县青石街道办事处柳湾社区变了样。"])
    assert ("寻乌县-青石街道-柳湾社区", "寻乌县-青石街道") in within(places)


def test_a_whole_town_holds_the_villages_that_are_listed_behind_it(settle: Settle) -> None:
    _, places = settle(["晨光镇位于寻乌县东部，与桂竹帽镇相邻。全镇下辖两个行政村：柳湾村、杨坪村。"])
    assert {pair for pair in within(places) if pair[1] == "寻乌县-晨光镇"} == {
        ("寻乌县-晨光镇-柳湾村", "寻乌县-晨光镇"),
        ("寻乌县-晨光镇-杨坪村", "寻乌县-晨光镇"),
    }


def test_a_county_goes_by_its_former_name(settle: Settle) -> None:
    of, places = settle(["宁乡县灰汤镇种稻。"])
    assert of["宁乡县"] == ["宁乡县"]
    assert ("宁乡县-灰汤镇", "宁乡县") in within(places)


def test_a_member_of_a_list_of_villages_may_be_called_by_any_word(settle: Settle) -> None:
    of, _ = settle(["寻乌县晨光镇后塘村、大盘岭村、何屋村修路。"])
    assert of["大盘岭村"] == ["寻乌县-晨光镇-大盘岭村"]


def test_a_zone_is_no_part_of_the_name_of_a_town_in_it(settle: Settle) -> None:
    of, _ = settle(["高新区柏坡镇周村变了样。周村修路。周村种稻。"])
    assert "柏坡镇" in of and "高新区柏坡镇" not in of


def test_whoever_is_sent_to_a_village_names_none(settle: Settle) -> None:
    of, _ = settle(["寻乌县晨光镇竹背村包村干部来了。"])
    assert "包村" not in of


def test_what_stands_behind_a_town_and_before_a_post_is_the_name_of_a_village(settle: Settle) -> None:
    of, _ = settle(["寻乌县晨光镇建强村党总支书记李华说。晨光镇来鹤亭社区党委来了。晨光镇培训村党支部书记。"])
    assert "建强村" in of and "来鹤亭社区" in of and "培训村" not in of


def test_a_town_of_a_people_keeps_what_the_table_cuts_from_its_name(settle: Settle) -> None:
    of, _ = settle(["芒康县盐井纳西民族乡种葡萄。"])
    assert "盐井纳西民族乡" in of


def test_a_town_lies_in_the_new_district_before_it(settle: Settle) -> None:
    _, places = settle(["江岳新区春和街道变了样。春和街道修路。春和街道种树。"])
    assert any(child.endswith("春和街道") and "江岳新区" in parent for child, parent in within(places))


def test_a_bank_takes_one_character_of_its_river_only(settle: Settle) -> None:
    of, _ = settle(["寻乌县沙河村位于白河河畔。"])
    assert "白河河" not in of


def test_a_town_or_village_holds_what_is_listed_as_its_own(settle: Settle) -> None:
    _, places = settle(
        ["寻乌县晨光镇下辖瓦窑村、朱行村与李屋村。", "竹背村位于晨光镇南面，下辖上塘村和周坪村2条自然村。"]
    )
    assert {pair for pair in within(places) if "晨光镇" in pair[1]} == {
        ("寻乌县-晨光镇-瓦窑村", "寻乌县-晨光镇"),
        ("寻乌县-晨光镇-朱行村", "寻乌县-晨光镇"),
        ("寻乌县-晨光镇-李屋村", "寻乌县-晨光镇"),
        ("寻乌县-晨光镇-竹背村", "寻乌县-晨光镇"),
        ("寻乌县-晨光镇-竹背村-上塘村", "寻乌县-晨光镇-竹背村"),
        ("寻乌县-晨光镇-竹背村-周坪村", "寻乌县-晨光镇-竹背村"),
    }
