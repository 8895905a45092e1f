"""A page has parts with roles of their own, and may hold several articles."""

from __future__ import annotations

import pytest

from kg.model import Details, Role
from kg.read.page.bylines import persons
from tests.read.reading import SURNAMES, read

BODY = "青禾县推行“三上门”制度，建成便民服务站12个，服务群众3.5万人次，得到各方好评，走出一条基层治理的新路子。"


@pytest.mark.parametrize("title", ["小医院也有大作为", "干群齐参与", "茶产业发展的新方向", "实事求是"])
def test_a_title_may_end_in_a_character_that_seldom_ends_one(title: str) -> None:
    document = read(f"{title}\n\n{BODY}\n\n{BODY}")
    assert [document.quote(p.span) for p in document.articles[0].paragraphs if p.role is Role.TITLE] == [title]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("（本报记者李刚、王芳参与采写）", [("李刚", "记者"), ("王芳", "记者")]),
        ("□寻盲 记者胡怀军 文/图", [("胡怀军", "记者")]),
        (
            "欧阳诗怡 皮芳 厉德敏/文 (本版图片由谢东提供)",
            [("欧阳诗怡", "作者"), ("皮芳", "作者"), ("厉德敏", "作者"), ("谢东", "摄影")],
        ),
        ("> 本报记者  王小华  程  林《青禾日报》（2025年05月13日第 01 版）", [("王小华", "记者"), ("程林", "记者")]),
        ("> 本报记者  王小 华  程  林《青禾日报》", [("王小华", "记者"), ("程林", "记者")]),
        ("——作者：张三", [("张三", "作者")]),
        ("（作者：张三，系某大学教授）", [("张三", "作者")]),
        ("文/张三 图/李四", [("张三", "作者"), ("李四", "摄影")]),
        ("张三/文 李四/图", [("张三", "作者"), ("李四", "摄影")]),
        ("文：王小红 图：李强", [("王小红", "作者"), ("李强", "摄影")]),
        ("本报记者 张三 李四 通讯员 王五 摄影报道", [("张三", "记者"), ("李四", "记者"), ("王五", "通讯员")]),
        ("青禾日报全媒体记者 刘尚文 摄", [("刘尚文", "摄影")]),
        ("本报全媒体记者 林 君摄", [("林君", "摄影")]),
        ("（记者张三 通讯员李四）", [("张三", "记者"), ("李四", "通讯员")]),
        ("记者 艾力亚尔·库尔斑 报道", [("艾力亚尔·库尔斑", "记者")]),
        ("文/《青禾日报》记者 周楚 欧阳晓帆", [("周楚", "记者"), ("欧阳晓帆", "记者")]),
        # Two names without a blank: parted where that can be done in one way, left out where in several.
        ("（通讯员陈思明刘德恒）", [("陈思明", "通讯员"), ("刘德恒", "通讯员")]),
        ("（记者张伟李晓明）", [("张伟", "记者"), ("李晓明", "记者")]),
        ("（通讯员王晋李高明）", []),
        ("（记者阿布都力木）", [("阿布都力木", "记者")]),
        ("（本版图片由青禾县融媒体中心提供）", []),
        ("本版图片由谢东、王芳提供", [("谢东", "摄影"), ("王芳", "摄影")]),
    ],
)
def test_a_byline_names_its_persons(line: str, found: list[tuple[str, str]]) -> None:
    assert [(named.name, named.role) for named in persons(line, 0, len(line), SURNAMES)] == found


@pytest.mark.parametrize(
    ("line", "issued"),
    [
        ("> 本报记者  王芳《青禾日报》（2025年05月13日第 01 版）", "2025-05-13"),
        ("来源：青禾日报  时间：2024-02-09", "2024-02-09"),
        ("2024-02-03 09:02:33", "2024-02-03"),
        (
            "信息来源：青禾县融媒体中心 发布时间：2024-05-13 09:02 浏览次数：123 次 【字体：大 中 小】 打印 关闭",
            "2024-05-13",
        ),
        ("2021年7月1日 星期四 第3版", "2021-07-01"),
        ("二〇二一年七月十五日 星期四", "2021-07-15"),
        ("2021年13月1日 星期四 第3版", ""),
    ],
)
def test_the_date_line_dates_the_document(line: str, issued: str) -> None:
    document = read(f"三上门服务到家\n\n{line}\n\n{BODY}")
    assert document.issued == issued
    assert document.articles[0].paragraphs[1].role in (Role.DATELINE, Role.BYLINE)


def test_a_bracket_at_the_head_of_a_report_names_its_reporters() -> None:
    document = read(f"三上门到家\n\n（青禾日报讯 记者 王芳 通讯员 李四）{BODY}")
    assert [(c.name, c.role) for c in document.articles[0].credits] == [("王芳", "记者"), ("李四", "通讯员")]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("作者 王小红 李强", ["王小红", "李强"]),
        ("（王小红 李四光）", ["王小红", "李四光"]),
        ("王小红 程 焕 李 强", ["王小红", "程焕", "李强"]),
        ("（连载）", []),
        ("和平 发展", []),
    ],
)
def test_a_line_of_names_is_a_byline(line: str, names: list[str]) -> None:
    document = read(f"三上门服务到家\n\n{line}\n\n{BODY}")
    assert [credit.name for credit in document.articles[0].credits] == names


def test_a_dated_site_has_reporters_without_saying_that_it_reports() -> None:
    document = read(f"三上门到家\n\n青禾网12月6日（记者王芳 李四光）{BODY}")
    assert [c.name for c in document.articles[0].credits] == ["王芳", "李四光"]


@pytest.mark.parametrize(
    "line",
    ["江岳网青城8月27日讯（记者 王芳 李四光）", "江岳网青城8月27日消息（记者王芳 李四光）"],
)
def test_the_words_that_open_a_report_may_stand_in_a_line_of_their_own(line: str) -> None:
    document = read(f"三上门到家\n\n{line}\n\n{BODY}")
    assert [c.name for c in document.articles[0].credits] == ["王芳", "李四光"]


def test_reporters_may_stand_among_the_labels_of_a_line() -> None:
    document = read(f"三上门到家\n\n时间：2024-02-09 08:03 | 记者：王芳 李四光 | 编辑：张立\n\n{BODY}")
    assert [c.name for c in document.articles[0].credits] == ["王芳", "李四光"]


def test_a_paper_of_a_short_name_has_reporters_too() -> None:
    document = read(f"三上门到家\n\n苏报讯（驻青禾记者 王芳 李四光）{BODY}")
    assert [c.name for c in document.articles[0].credits] == ["王芳", "李四光"]


def test_what_the_user_says_of_the_date_goes_first() -> None:
    assert read(f"三上门到家\n\n时间：2024-02-09\n\n{BODY}", Details(issued="2020-01-01")).issued == "2020-01-01"


def roles(text: str) -> list[list[str]]:
    return [[paragraph.role.value for paragraph in article.paragraphs] for article in read(text).articles]


@pytest.mark.parametrize("edge", ["---", "--- "])
def test_the_front_matter_of_markdown_says_what_the_page_says(edge: str) -> None:
    said = 'title: "三上门 服务到家"\ndate: 2024-05-13\nauthor: 王芳\ntags:\n  - 治理\nlayout: post'
    document = read(f"{edge}\n{said}\n{edge}\n\n{BODY}\n")
    (article,) = document.articles
    assert document.text == f"三上门服务到家\n2024-05-13\n王芳\n{BODY}"
    assert article.title is not None and document.quote(article.title) == "三上门服务到家"
    assert [(credit.name, credit.role) for credit in article.credits] == [("王芳", "作者")]
    assert document.issued == "2024-05-13"


def test_a_line_of_hyphens_is_no_front_matter() -> None:
    assert read(f"---\n{BODY}\n---\n{BODY}").text == f"{BODY}\n{BODY}"


def test_a_page_with_two_articles_is_two() -> None:
    document = read(
        f"{BODY}\n\n{BODY}\n\n群众办事 不出村\n\n□记者 王芳 文/图\n\n县城一角。\n\n{BODY}"
        f"\n\n抓实服务，办事有力\n\n{BODY}\n\n新站投入使用。"
    )
    first, second = document.articles
    assert first.title is None
    assert not first.credits
    assert second.title is not None
    assert document.quote(second.title) == "群众办事不出村"
    assert [credit.name for credit in second.credits] == ["王芳"]
    assert [paragraph.role.value for paragraph in second.paragraphs] == [
        "title", "byline", "caption", "body", "heading", "body", "caption",
    ]  # fmt: skip


def test_below_the_closing_byline_stand_captions() -> None:
    text = (
        f"新征程 再出发\n\n——看青禾如何办事\n\n青禾县城风光\n\n{BODY}\n\n"
        "张三 李四/文 (本版图片由谢东提供)\n\n工人在车间生产，忙着赶制订单\n\n新村一角"
    )
    assert roles(text) == [["title", "title", "caption", "body", "byline", "caption", "caption"]]


def test_after_the_closing_byline_another_article_begins() -> None:
    text = f"新征程 再出发\n\n{BODY}\n\n（记者 王芳）\n\n南湖乡办好小事\n\n{BODY}"
    assert roles(text) == [["title", "body", "byline"], ["title", "body"]]


def test_a_wire_report_begins_an_article() -> None:
    text = f"新征程 再出发\n\n{BODY}\n\n南湖乡办好小事\n\n本报讯（记者 王芳）{BODY}"
    document = read(text)
    assert [len(article.paragraphs) for article in document.articles] == [2, 2]
    assert [credit.name for credit in document.articles[1].credits] == ["王芳"]


def test_the_first_line_may_name_the_place() -> None:
    document = read(f"江源省青禾县：\n办事不出村 服务送到家\n{BODY}\n{BODY}")
    assert document.articles[0].title is not None
    assert document.quote(document.articles[0].title) == "办事不出村服务送到家"
    assert document.articles[0].paragraphs[0].role is Role.TITLE


def test_a_signed_caption_credits_the_photographer() -> None:
    document = read(f"办事不出村\n\n{BODY}\n\n图为新建成的便民服务站。本报记者 林 君摄\n\n{BODY}")
    assert document.articles[0].paragraphs[2].role is Role.CAPTION
    assert [(credit.name, credit.role) for credit in document.articles[0].credits] == [("林君", "摄影")]


def test_the_frame_of_a_web_page_is_no_text() -> None:
    frame = "下载\n打印\n【字号：\n加大\n】\n"
    text = f"{frame}2026年青禾县政府工作报告\n来源：青禾日报\n时间：2026-02-05\n各位代表：\n{BODY}\n{BODY}"
    document = read(text)
    assert document.articles[0].title is not None
    assert document.quote(document.articles[0].title) == "2026年青禾县政府工作报告"
    assert document.issued == "2026-02-05"
