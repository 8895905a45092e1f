"""Which parts of a page are plans."""

from __future__ import annotations

from kg.match.relations.stances import sections
from kg.match.rulebook.rules import load_rules
from kg.model import Article, Document, Paragraph, Role, Source, Span, Stance

STANCES = load_rules().stances


def planned(*paragraphs: str) -> list[int]:
    """The paragraphs that stand in a planned part; one that begins with # is a heading."""
    text, found = "", []
    for words in paragraphs:
        start = len(text)
        text += words.removeprefix("#") + "\n"
        role = Role.HEADING if words.startswith("#") else Role.BODY
        found.append(Paragraph(Span(start, len(text) - 1), role))
    article = Article(Span(0, len(text)), tuple(found))
    document = Document(Source("", text, "0" * 64, ""), text, range(len(text)), (article,))
    rows = sections(document, STANCES)
    assert set(rows.values()) <= {Stance.PLANNED}
    return [p for _, p in sorted(rows)]


def test_a_heading_opens_the_plans_and_another_ends_them() -> None:
    assert planned("#一、2025年工作回顾", "推行了河长制。", "#二、2026年重点工作", "推行林长制。") == [2, 3]
    assert planned("#下一步工作打算", "推行林长制。", "#主要成效", "推行了河长制。") == [0, 1]


def test_headings_within_the_plans_leave_them_plans() -> None:
    page = ("#三、2026年工作安排", "#（一）产业兴县", "建设茶园。", "#（二）生态立县", "推行林长制。")
    assert planned(*page) == [0, 1, 2, 3, 4]


def test_plans_without_a_heading_are_known_by_their_first_words() -> None:
    assert planned("推行了河长制。", "今年政府工作的总体要求是：稳中求进。", "推行林长制。") == [1, 2]
    assert planned("做好明年工作，要抓住三件事。", "推行林长制。") == [0, 1]


def test_a_list_that_a_plan_announces_is_planned() -> None:
    assert planned("云岭县山好水好。云岭县将实施五大战略。", "一是产业兴县。", "发展茶叶。") == [1, 2]
    assert planned("云岭县主要做了两件事。", "一是产业兴县。", "发展茶叶。") == []


def test_news_of_plans_is_no_plan() -> None:
    assert planned("#云岭县出台茶产业发展规划", "云岭县推行林长制。") == []
    assert planned("#云岭县圆满完成年度重点工作", "云岭县推行林长制。") == []


def test_the_plan_at_the_end_of_one_number_is_none_of_the_next() -> None:
    page = ("主要表现在两个方面：", "一是项目加快推进。高铁年内将动工建设。", "二是引进了项目53个。")
    assert planned(*page) == []
