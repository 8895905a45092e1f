"""What a page says of itself is no part of a report."""

from __future__ import annotations

import pytest

from kg.model import Role
from kg.read.page.furniture import is_furniture
from tests.read.reading import KNOWN, paragraphs, read

BODY = "青禾县推行“三上门”制度，建成便民服务站12个，服务群众3.5万人次，得到各方好评。"
MORE = "近年来，该县投入资金2300万元，改造老旧小区16个，惠及居民4200户。"


@pytest.mark.parametrize(
    "line",
    [
        "责任编辑：李晓明 王芳",
        "编辑 陈刚 校对 刘洋 审核 赵伟",
        "（责任编辑：赵敏）",
        "[责编：赵敏]",
        "值班主任：王建国 责编：赵敏 版式：陈静 校对：孙丽",
        "一审：赵敏 二审：李强 三审：王建国",
        "统筹：刘军",
        "策划/刘军 编辑/王芳",
        "来源：青禾日报",
        "投稿邮箱：qhrb@example.com 新闻热线：0793-5222333",
        "本报地址：青禾县人民路18号 邮编：334000",
        "国内统一刊号：CN36-0012 印刷：青禾日报社印刷厂 零售价：1.5元",
        "举报电话：0730-8412345",
        "扫码看视频",
        "请扫描下方二维码",
        "微信扫一扫，关注青禾发布",
        "扫描二维码 关注青禾发布微信公众号",
        "长按识别二维码，阅读更多内容",
        "观看更多精彩视频",
        "下转A04版",
        "→上接第一版",
        "A03 要闻",
        "综合 2",
        "2 综合 SYNTHESIS",
        "版权所有 未经授权不得转载",
        "未经授权 不得转载",
        "青禾日报数字报",
        "【打印本页】【关闭窗口】",
        "主办单位：青禾县人民政府办公室 备案号：赣ICP备12345678号-1",
        "赣公网安备 36073402000101号",
        "上一版 下一版",
        "http://epaper.example/html/2023-05/08/content_1234.htm 2023/5/8",
        "第3页 共8页",
        "— 3 —",
        "3/8",
        "新华社发",
        "（作者单位：青禾县委党校）",
        "（作者系青禾县东门街道党工委书记）",
        "青禾县获评全国双拥模范城 详见第2版",
        "更多精彩内容请下载青禾新闻客户端",
        "青禾融媒体中心出品",
    ],
)
def test_a_line_of_the_page_is_known(line: str) -> None:
    assert is_furniture(line, KNOWN)


@pytest.mark.parametrize(
    "line",
    [
        "扫码办事 群众少跑腿",
        "扫码看病 群众点赞",
        "统筹城乡发展 建设美丽青禾",
        "统筹 产业与生态",
        "审核把关严起来",
        "编辑部设在村里",
        "热线连民心",
        "上接天线 下接地气",
        "要闻不断",
        "农业12年连增",
        "印刷小镇的新生",
        "青禾县推行河长制",
        "作者是一位老支书",
        "【乡村振兴】",
        "青禾日报社走进乡村",
        "更多群众参与议事",
    ],
)
def test_a_headline_with_such_words_is_one(line: str) -> None:
    assert not is_furniture(line, KNOWN)


@pytest.mark.parametrize(
    ("head", "issued"),
    [
        ("A03 要闻 2023年5月8日 星期一 责编：李晓明 美编：王芳 校对：陈刚", "2023-05-08"),
        ("2022年10月18日 星期二 农历壬寅年九月廿三 第3456期 今日8版", "2022-10-18"),
        ("青禾日报 2024年3月5日 综合", "2024-03-05"),
        ("2024年3月5日 星期二 编辑/李晓明 校对/陈刚", "2024-03-05"),
    ],
)
def test_the_head_of_a_page_dates_it_and_is_no_title(head: str, issued: str) -> None:
    document = read(f"{head}\n\n青禾县办好小事\n\n{BODY}\n\n{MORE}\n")
    (article,) = document.articles
    assert document.issued == issued
    assert article.paragraphs[0].role is Role.DATELINE
    assert article.title is not None and document.quote(article.title) == "青禾县办好小事"


def test_what_points_to_another_page_stands_in_no_sentence() -> None:
    source = f"青禾县办好小事\n\n{BODY[:-5]}（下转第3版）\n\n（上接第2版）{BODY[-5:]}\n\n{MORE}（责任编辑：赵敏）\n"
    text = "\n".join(paragraphs(read(source)))
    assert "版）" not in text and "赵敏" not in text
    assert MORE in text


def test_brackets_of_a_report_stay() -> None:
    said = "全县编制规划（编号：12），出版《乡风》（第3版），审核（复核）贷款。"
    assert said in paragraphs(read(f"{BODY}\n\n{said}\n"))


@pytest.mark.parametrize(
    "line", ["图①：居民在议事厅商议停车问题。", "图为志愿者在打扫楼道。", "上图：新建的便民服务站。"]
)
def test_what_stands_under_a_picture_is_a_caption(line: str) -> None:
    (article,) = read(f"青禾县办好小事\n\n{BODY}\n\n{line}\n\n{MORE}\n").articles
    assert article.paragraphs[2].role is Role.CAPTION


def test_the_first_line_of_a_report_is_no_by_line() -> None:
    first = "本报讯（记者 王芳 通讯员 李志强）今年以来，青禾县推行清单制度，覆盖86个行政"
    document = read(f"青禾县办好小事\n\n{first}\n\n村，群众满意。\n\n{MORE}\n")
    (article,) = document.articles
    assert [credit.name for credit in article.credits] == ["王芳", "李志强"]
    assert article.paragraphs[1].role is Role.BODY
