"""Of a web page its article is read, and what the page says of it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from kg.errors import InputError
from kg.read.files.formats import extract
from tests.command import ROOT
from tests.read.reading import paragraphs, read

FIRST = "青禾县推行“三上门”制度，建成便民服务站12个，服务群众3.5万人次，得到各方好评，走出一条基层治理的新路子。"
SECOND = "近年来，青禾县坚持生态优先，推进产业发展，群众生活一天比一天好。南湖镇投入1200万元，建设高标准农田3万亩。"
NAVIGATION = '<div class="nav"><a href="/">首页</a> <a href="/news">新闻</a> <a href="/gov">政务</a></div>'
FOOTER = (
    '<div class="related"><h3>相关阅读</h3><ul><li><a href="1">青禾县召开大会</a></li><li><a href="2">青禾县获评先进</a></li></ul>'
    '</div><div class="footer">版权所有 青禾县融媒体中心</div>'
)


def page(head: str, body: str) -> bytes:
    whole = (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{NAVIGATION}{body}{FOOTER}</body></html>"
    )
    return whole.encode()


def article(head: str, body: str, name: str = "报.html") -> list[str]:
    return paragraphs(read(extract(page(head, body), name).text))


METADATA = (
    "<title>办好小事 服务到家_青禾新闻网</title><meta name='ArticleTitle' content='办好小事 服务到家'>"
    "<meta name='PubDate' content='2024-05-13 09:02'><meta name='ContentSource' content='青禾日报'>"
    "<meta name='Author' content='王芳'>"
)


def test_the_article_is_read_and_not_what_stands_round_it() -> None:
    body = f"<div class='content'><p>　　{FIRST}</p><script>var a='推广';</script><p>　　{SECOND}</p></div>"
    assert article(METADATA, body) == [
        "办好小事服务到家",
        "来源：青禾日报时间：2024-05-13 09:02",
        "作者：王芳",
        FIRST,
        SECOND,
    ]


def test_what_the_page_says_of_it_lands_on_the_document() -> None:
    found = read(extract(page(METADATA, f"<div class='content'><p>{FIRST}</p><p>{SECOND}</p></div>"), "报.html").text)
    (story,) = found.articles
    assert story.title is not None
    assert found.quote(story.title) == "办好小事服务到家"
    assert found.issued == "2024-05-13"
    assert [(credit.name, credit.role) for credit in story.credits] == [("王芳", "作者")]


@pytest.mark.parametrize(
    ("head", "heading"),
    [
        ("<meta property='og:title' content='办好小事服务到家'><title>x</title>", "<h1>另一个题</h1>"),
        ("<title>青禾新闻网</title>", "<h1>办好小事<br>服务到家</h1>"),
        ("<title>办好小事服务到家-青禾县人民政府</title>", ""),
        ("<title>办好小事服务到家 - 乡镇动态 - 青禾县</title>", ""),
        ("<title>办好小事_青禾</title>", "<p align='center'><b>办好小事 服务到家</b></p>"),
    ],
    ids=["metadata", "h1", "window", "window with sections", "the page says more"],
)
def test_the_title_is_that_of_the_article_and_stands_once(head: str, heading: str) -> None:
    found = article(head, f"<div class='article'>{heading}<p>{FIRST}</p><p>{SECOND}</p></div>")
    assert found[0] == "办好小事服务到家"
    assert found[-2:] == [FIRST, SECOND]
    assert sum("办好小事" in text for text in found) == 1


@pytest.mark.parametrize(
    "line",
    [
        "<div class='info'><span>来源：青禾日报</span> <span>发布时间：2024-05-13 09:02</span> 浏览次数：<b>123</b> 【字体：<a>大</a> <a>中</a> <a>小</a>】</div>",
        "<p>发布日期：2024年5月13日　信息来源：县委办</p>",
        "<div><span>时间：2024/5/13</span></div>",
        "<div><span>原创</span><span>王芳</span><a>青禾发布</a><em>2024-05-13 09:02</em></div>",
    ],
)
def test_the_date_line_of_the_page_dates_it(line: str) -> None:
    body = f"<h1>办好小事服务到家</h1>{line}<div class='article'><p>{FIRST}</p><p>{SECOND}</p></div>"
    found = read(extract(page("", body), "报.html").text)
    assert found.issued == "2024-05-13"
    assert paragraphs(found)[-2:] == [FIRST, SECOND]


@pytest.mark.parametrize(
    "body",
    [
        f"<div id='zoom'>　　{FIRST}<br><br>&nbsp;&nbsp;&nbsp;&nbsp;{SECOND}</div>",
        f"<div class='TRS_Editor'><p><span>　　</span><font>{FIRST[:9]}</font><span>{FIRST[9:]}</span></p>\n<p>{SECOND[:20]}\n{SECOND[20:]}</p></div>",
        f"<table><tr><td><table><tr><td><p>　　{FIRST}</p><p>　　{SECOND}</p></td></tr></table></td></tr></table>",
        f"<div class='article'><p>{FIRST}</p><p>{SECOND}</p></div><div class='comments'><p>网友：太好了，支持青禾！</p></div>",
    ],
    ids=["line breaks", "spans", "tables", "comments"],
)
def test_paragraphs_come_out_however_they_are_set(body: str) -> None:
    assert article("", body) == [FIRST, SECOND]


def test_a_page_of_a_messenger_is_read_although_a_script_is_to_show_it() -> None:
    head = "<meta property='og:title' content='办好小事 服务到家'><meta name='author' content='青禾融媒'>"
    text = f"<section><p><span>{FIRST}</span></p><section><p>{SECOND}</p></section></section>"
    body = f"<h1>\n办好小事 服务到家\n</h1><div id='js_content' style='visibility: hidden; opacity: 0;'>{text}</div>"
    found = read(extract(page(head, body), "报.html").text)
    assert [found.quote(part.span) for part in found.articles[0].paragraphs if part.role.value == "body"] == [
        FIRST,
        SECOND,
    ]
    assert [part.role.value for part in found.articles[0].paragraphs] == ["title", "dateline", "body", "body"]


def test_a_page_is_known_by_its_beginning_and_its_encoding_is_found() -> None:
    data = page("", f"<div class='article'><p>{FIRST}</p><p>{SECOND}</p></div>").decode().encode("gb18030")
    found = extract(data, "报.txt")
    assert found.encoding == "gb18030"
    assert "<p>" not in found.text and SECOND in found.text


def test_a_page_with_an_xml_declaration_is_read() -> None:
    data = b'<?xml version="1.0" encoding="utf-8"?>' + page(
        "", f"<div class='article'><p>{FIRST}</p><p>{SECOND}</p></div>"
    )
    assert SECOND in extract(data, "报.html").text


def test_plain_text_called_html_is_plain_text() -> None:
    assert extract(FIRST.encode(), "报.html").text == FIRST


@pytest.mark.parametrize(
    "data",
    [
        b"<html><head><title>x</title></head><body><script>var a=1</script></body></html>",
        b"<html><body>" + b"<div>" * 50_000 + FIRST.encode() + b"</div>" * 50_000 + b"</body></html>",
        b"<html>",
    ],
    ids=["a script", "nested too deeply", "nothing"],
)
def test_a_page_without_an_article_says_so(data: bytes) -> None:
    with pytest.raises(InputError) as raised:
        extract(data, "报.html")
    assert raised.value.where == "报.html"
    assert "holds no" in raised.value.what
    assert raised.value.remedy


def test_halves_of_characters_cannot_come_in_by_references() -> None:
    text = extract(
        page("", f"<div class='article'><p>{FIRST}&#xd800;&#0;&#x20BB7;</p><p>{SECOND}</p></div>"), "报.html"
    ).text
    assert "\U00020bb7" in text
    assert text.encode()


def test_without_the_library_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(InputError) as raised:
        extract(page("", FIRST), "报.html")
    assert raised.value.remedy == 'pip install "jiceng[html]"'


def test_the_text_is_the_same_whatever_the_hashes_are() -> None:
    code = "import sys; from kg.read.files.formats import extract; sys.stdout.write(extract(sys.stdin.buffer.read(), 'a.html').text)"
    data = page(METADATA, f"<div class='content'><h2>一、服务</h2><p>{FIRST}</p><ul><li>{SECOND}</li></ul></div>")
    said = {
        subprocess.run(
            [sys.executable, "-c", code], input=data, capture_output=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for seed in ("0", "1", "7")
    }  # fmt: skip
    assert len(said) == 1
