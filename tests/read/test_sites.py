"""A web page or an electronic paper saved as text says much of itself; only the report is read."""

from __future__ import annotations

import pytest

from kg.model import Document, Role
from kg.read.page.closings import closing
from kg.read.page.labels import values
from kg.read.page.navigation import is_navigation
from kg.read.page.sentences import sentences
from tests.read.reading import LABELS, SITE_WORDS, dictionary, read

BODY = "青禾县推行“三上门”制度，建成便民服务站12个，服务群众3.5万人次，得到各方好评。"
MORE = "近年来，该县投入资金2300万元，改造老旧小区16个，惠及居民4200户。"


def titles(document: Document) -> list[str]:
    return [document.quote(article.title) if article.title else "" for article in document.articles]


def kept(document: Document) -> list[str]:
    """The paragraphs that are read for what they say."""
    silent = (Role.DATELINE, Role.BYLINE)
    return [document.quote(p.span) for a in document.articles for p in a.paragraphs if p.role not in silent]


def credits(document: Document) -> list[tuple[str, str]]:
    return [(credit.name, credit.role) for article in document.articles for credit in article.credits]


@pytest.mark.parametrize(
    "line",
    [
        "首页 > 新闻中心 > 镇街动态",
        "新闻中心 >  资讯 > ",
        "青禾网 » 要闻 » 正文",
        "要闻    |    城市远洋   |    原创    |   融播报 ",
        "关于我们 | 联系我们 | 加入我们 | 版权声明 | 网站地图",
        "3上一版  下一版4",
        "3上一篇  下一篇4 2023年8月15日 放大 缩小 默认",
        "青禾日报    青禾晚报    青禾新闻网",
        "政府服务 字体-缩小 字体-复原 字体-放大 打印 返回顶部",
        "字号变大| 字号变小",
        "【打印本页】【关闭窗口】",
        "2024-06-13 2 2 青禾日报 content_114425.html 1 3 三上门 服务到家 /enpproperty-->",
        "2023-11-20 2 2 青禾日报 con137891.html 1 三上门 服务到家",
        "青禾法制报 平安巷 00005 三上门 服务到家 2020-10-23 2 2020年10月23日 星期五",
        "https://epaper.example/html/2023-05/08/content_1234.htm 2023/5/8",
        "data:image/png;base64,iVBORw0KGgo",
        "退出播报模式",
        "显示全部楼层",
        "青禾网 正文",
    ],
)
def test_what_readers_press_is_known(line: str) -> None:
    assert is_navigation(line, SITE_WORDS)


@pytest.mark.parametrize(
    "line",
    [
        "首页改版 服务到家",
        "评论员走进青禾",
        "打印店开进村里",
        "大 中 小企业共成长",
        "2023年8月15日 青禾放大招",
        "分享 青禾经验",
    ],
)
def test_a_headline_with_words_of_a_site_is_one(line: str) -> None:
    assert not is_navigation(line, SITE_WORDS)


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("来源：青禾日报 编辑：王芳责编：", ["来源", "编辑", "责编"]),
        ("2026-03-04 10:06:24来源：青禾日报编辑：王芳", ["来源", "编辑"]),
        ("2018年12月11日 11:31:45 | 来源：青禾日报", ["来源"]),
        ("发表于：2023-03-21 16:05  作者：王芳  来源：青禾网", ["发表于", "作者", "来源"]),
        ("信息索取号：000014349/2026-00657", ["信息索取号"]),
        ("来源：       发布日期：2020-05-12       浏览次数：", ["来源", "发布日期", "浏览次数"]),
        ("走进青禾：看看群众的钱袋子", []),
        ("时间：农闲时节。地点：村口。", []),
        ("村支书王芳的新来源：合作社", []),
    ],
)
def test_a_line_of_labels_is_known_by_all_of_it(line: str, labels: list[str]) -> None:
    assert [value.label for value in values(line, LABELS)] == labels


def test_a_page_of_a_site_is_its_report() -> None:
    page = (
        "本网站支持IPv6\n首页 > 新闻中心 > 镇街动态\n三上门 服务到家\n"
        "发布日期： 2025-05-22 15:15 信息来源： 青禾县融媒体中心\n字号：〖大 小〗\n\n"
        f"{BODY}\n\n{MORE}（王芳 李志强）\n\n【打印本页】【关闭窗口】\n"
        "青禾网版权与免责声明：\n①凡本网注明“来源：青禾网”的所有作品，版权均属于青禾网，未经本网授权不得使用。\n"
        "中共青禾县委宣传部主办 青禾日报社承办\nCopyright 2009-2010 qh.example. All Rights Reserved\n"
    )
    document = read(page)
    assert titles(document) == ["三上门服务到家"]
    assert document.issued == "2025-05-22"
    assert kept(document) == ["三上门服务到家", BODY, f"{MORE}（王芳李志强）"]
    assert credits(document) == [("王芳", "作者"), ("李志强", "作者")]


def test_the_page_of_an_electronic_paper_lists_other_headlines() -> None:
    page = (
        "第A02版:要闻\n3上一版  下一版4\n\n学校开放操场 群众健身不难\n三上门 服务到家\n青禾首座公园开门迎客\n版面导航\n"
        "3上一篇  下一篇4 2023年8月15日 放大 缩小 默认\n便民 安民 乐民\n三上门 服务到家\n\n"
        f"本报讯（记者王芳）{BODY}\n\n{MORE}\n\n3上一篇  下一篇4\n"
    )
    document = read(page)
    assert titles(document) == ["三上门服务到家"]
    assert document.issued == "2023-08-15"
    assert kept(document) == ["便民安民乐民", "三上门服务到家", f"本报讯（记者王芳）{BODY}", MORE]


def test_the_record_below_an_article_names_its_title() -> None:
    page = (
        "青禾法制报 数字报纸\n00005版:平安巷\n村里来了“老娘舅”\n三上门 服务到家好\n通讯员 李志强\n\n"
        f"{BODY}\n\n{MORE}\n\n青禾法制报 平安巷 00005 三上门 服务到家好 2020-10-23 2 2020年10月23日 星期五\n"
    )
    document = read(page)
    assert titles(document) == ["三上门服务到家好"]
    assert document.issued == "2020-10-23"
    assert kept(document) == ["村里来了“老娘舅”", "三上门服务到家好", BODY, MORE]


def test_what_a_site_recommends_is_no_part_of_a_report() -> None:
    links = ["河东县：党支部领办合作社", "临江镇获评全国文明镇", "南湖乡“小积分”有大作用", "西山村喜分红 村民乐开怀"]
    document = read(f"三上门 服务到家\n\n{BODY}\n\n{MORE}\n\n推荐阅读\n" + "\n".join(f"- {link}" for link in links))
    assert kept(document) == ["三上门服务到家", BODY, MORE]


def test_a_text_that_lost_its_end_below_the_head_of_a_page_is_read() -> None:
    torn = "今年以来，该县组建志愿服务队12支，服务群众3200人次，办好民生小事86件，受到群众欢迎，得到各方好评，并"
    document = read(f"三上门 服务到家\n\n{BODY}\n\nA03 要闻 2023年5月8日 星期一\n\n{torn}\n")
    assert kept(document) == ["三上门服务到家", BODY, torn]


def test_another_report_below_is_another_article() -> None:
    other = "本报讯（记者王芳）南湖乡组建志愿服务队12支，服务群众3200人次，受到大家欢迎。"
    page = f"三上门 服务到家\n\n{BODY}\n\n{MORE}\n\n新闻推荐\n\n南湖乡志愿服务到门口\n\n{other}\n"
    assert titles(read(page)) == ["三上门服务到家", "南湖乡志愿服务到门口"]


def test_a_dated_headline_begins_an_article() -> None:
    page = (
        f"三上门 服务到家\n2024-05-13 09:02 来源：青禾日报\n\n{BODY}\n\n{MORE}\n\n"
        f"南湖乡志愿服务到门口\n2024-05-14 10:20 来源：青禾日报\n\n南湖乡组建志愿服务队12支，服务群众3200人次。\n"
    )
    assert titles(read(page)) == ["三上门服务到家", "南湖乡志愿服务到门口"]


def test_the_value_of_a_label_may_stand_below_it() -> None:
    document = read(f"三上门 服务到家\n来源：\n青禾日报\n2024-01-09 12:45:41\n责编：\n王芳\n{BODY}\n{MORE}\n")
    assert kept(document) == ["三上门服务到家", BODY, MORE]


def test_names_that_sign_a_dated_line_and_stand_below_it_are_no_headline() -> None:
    document = read(f"三上门服务到家\n\n2023-01-31 16:05 王芳李娟\n\n王芳 李娟\n\n{BODY}\n\n{MORE}\n")
    assert titles(document) == ["三上门服务到家"]


def test_what_a_page_says_while_it_loads_is_no_headline() -> None:
    page = f"三上门服务到家\n\n语音合成中,请耐心等待...\n\n日期: 2025-08-27\n\n{BODY}\n"
    assert titles(read(page)) == ["三上门服务到家"]


def test_the_name_of_a_picture_is_no_headline() -> None:
    page = f"三上门服务到家\n\n来源:青禾日报 2024-03-20 16:32:20\n\n—分享—\n\nw_微信图片_2024.jpg.jpg\n\n{BODY}\n"
    assert titles(read(page)) == ["三上门服务到家"]


def test_the_date_of_a_neighbour_is_not_that_of_the_report() -> None:
    assert read(f"三上门 服务到家\n\n{BODY}\n\n{MORE}\n\n上一篇 2023-04-27\n下一篇 2023-04-28\n").issued == ""


def test_short_lines_below_a_paragraph_are_no_column() -> None:
    document = read(f"{BODY}{MORE}{BODY}\n初审：王小芳\n复审：李志强\n终审：陈志刚\n")
    assert kept(document) == [f"{BODY}{MORE}{BODY}"]


@pytest.mark.parametrize(
    ("end", "named"),
    [
        ("（王芳 李志强）", [("王芳", "作者"), ("李志强", "作者")]),
        ("（青禾县融媒体中心 王芳 李志强）", [("王芳", "作者"), ("李志强", "作者")]),
        ("（青禾县委组织部  王芳）", [("王芳", "作者")]),
        ("（青禾日报/青禾网通讯员王建国李志强摄影）", [("王建国", "摄影"), ("李志强", "摄影")]),
        (" 记者 王芳 摄", [("王芳", "摄影")]),
        ("王芳 李志强 摄影报道", [("王芳", "摄影"), ("李志强", "摄影")]),
        ("（李志强 文/图）", [("李志强", "作者")]),
        ("青禾特约摄影 李志强)", [("李志强", "摄影")]),
        ("（东门街道 李志强 王芳）", [("李志强", "作者"), ("王芳", "作者")]),
        ("（图文：东门街道 李志强 单位审核：王芳）", [("李志强", "作者")]),
        ("（资料图）", []),
        ("（全文）", []),
        ("（试点村名单附后）", []),
    ],
)
def test_who_signs_a_report_at_its_end_is_named(end: str, named: list[tuple[str, str]]) -> None:
    document = read(f"三上门 服务到家\n\n{BODY}\n\n{MORE}{end}\n")
    assert credits(document) == named
    said = sentences(document)
    assert (said[-1].role is Role.BYLINE and not said[-1].clauses) == bool(named)


@pytest.mark.parametrize("text", ["青石镇推行河长制（试点）", "青石镇推行河长制。图为河长在巡河 王芳 摄"])
def test_only_words_behind_a_sentence_may_sign_it(text: str) -> None:
    assert closing(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("记者 王芳 通讯员 李志强 本报讯 近日，青禾县推行河长制，群众叫好。", ["王芳", "李志强"]),
        ("青报讯（驻青禾记者 杨溢 陈梦娇）昨天，青禾县推行河长制，群众叫好。", ["杨溢", "陈梦娇"]),
        ("青禾在线12月30日讯（通讯员 王芳）青禾县推行河长制，群众叫好。", ["王芳"]),
    ],
)
def test_the_first_words_of_a_report_may_hold_its_by_line(line: str, named: list[str]) -> None:
    document = read(f"三上门 服务到家\n\n{line}\n\n{BODY}\n")
    assert [name for name, _ in credits(document)] == named
    first = next(sentence for sentence in sentences(document) if sentence.role is not Role.TITLE)
    assert first.role is Role.BYLINE


def test_who_is_at_a_reporters_station_bears_no_part_of_its_name() -> None:
    line = f"本报讯(记者王芳 青禾新区记者站李娟){BODY}\n"
    assert credits(read(line)) == [("王芳", "记者"), ("李娟", "记者")]


def test_a_reporter_is_not_once_more_an_author() -> None:
    assert credits(read(f"三上门 服务到家\n\n{BODY}\n\n记者：王芳\n\n（作者：王芳）\n")) == [("王芳", "记者")]


def test_the_names_of_those_who_sign_are_spelled_as_they_stand() -> None:
    cut = BODY.index("务站")
    text = f"三上门 服务到家\n\n{MORE}{BODY[:cut]}\n\n{MORE}\n\n{BODY[cut:]}全县人民满意。（李锦洲 文/图）\n"
    document = read(text, words=dictionary())
    assert document.repairs and credits(document) == [("李锦洲", "作者")]
    assert "李锦洲" in document.text


def test_who_published_a_page_is_known() -> None:
    assert read(f"三上门 服务到家\n信息来源：青禾县人民政府 时间：2024-05-13\n\n{BODY}\n").publisher == "青禾县人民政府"


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("记 者 | 王小芳 李 强", [("王小芳", "记者"), ("李强", "记者")]),
        ("记者 | 王小芳", [("王小芳", "记者")]),
        ("编 辑：王小芳", []),
        ("一 审：王小芳", []),
        ("视 觉 | 王小芳", []),
        ("总监制：王小芳", []),
        ("Hi~新朋友，记得点蓝字关注我们哟", []),
        ("青禾天气：今天白天阴，东风1级，气温9~20℃", []),
        (
            "2026-02-06,13021| 2026-02-05,13013| 2026-02-04,13005| 2026-02-03,12997| 2026-02-02,12989| 2026-02-01|",
            [],
        ),
        (":loveliness: :):) :loveliness: :loveliness:", []),
    ],
)
def test_what_a_messenger_s_page_says_of_itself_is_silent(line: str, named: list[tuple[str, str]]) -> None:
    document = read(f"三上门 服务到家\n\n{BODY}\n\n{MORE}\n\n{line}\n")
    assert kept(document) == ["三上门服务到家", BODY, MORE]
    assert credits(document) == named


def test_a_by_line_that_names_a_correspondent_is_no_telegram() -> None:
    document = read(f"三上门 服务到家\n\n本报记者 王小芳 通讯员 李强 陈志刚 沈小云 文/图\n\n{BODY}\n\n{MORE}\n")
    assert [name for name, _ in credits(document)] == ["王小芳", "李强", "陈志刚", "沈小云"]
    assert kept(document) == ["三上门服务到家", BODY, MORE]


def test_lines_of_the_page_without_end_are_read_in_little_time() -> None:
    lines = f"{BODY}\n" + "扫码看视频\n青禾要闻\n" * 20_000
    assert len(read(lines).articles) == 1
    assert not is_navigation(">" * 70 + "。", SITE_WORDS)
