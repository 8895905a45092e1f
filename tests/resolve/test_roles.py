"""What the text calls people without saying where, and when what was planned is also done."""

from __future__ import annotations

from kg.model import Knowledge, Source
from kg.pipeline import Tools, understand


def knowledge(text: str, tools: Tools) -> Knowledge:
    return understand(Source("报.txt", text, "0" * 64, "utf-8"), tools)


def test_a_role_that_is_held_nowhere_is_kept_in_its_words(tools: Tools) -> None:
    found = knowledge("“绣品卖得好。”非遗传承人毕秀兰说。", tools)
    [fact] = [f for f in found.facts if f.predicate == "roleText"]
    assert fact.subject.endswith("毕秀兰") and fact.object == "非遗传承人"
    assert dict(fact.qualifiers) == {"role": "非遗传承人"}


def test_a_role_that_is_held_in_a_body_is_not_said_once_more(tools: Tools) -> None:
    found = knowledge("太康县文化馆馆长李建国介绍了情况。馆长李建国说，绣品卖得好。", tools)
    assert [f.predicate for f in found.facts if f.subject.endswith("李建国")] == ["memberOf"]


def test_whom_a_mechanism_is_for_stands_in_the_words_of_the_text(tools: Tools) -> None:
    found = knowledge("太康县在全县17个乡镇推行“四步议事”机制。", tools)
    [fact] = [f for f in found.facts if f.predicate == "appliesToText"]
    assert fact.subject.endswith("四步议事") and fact.object == "全县17个乡镇"


def test_when_it_was_planned_says_nothing_of_what_is_done(tools: Tools) -> None:
    found = knowledge("太康县计划2027年推行“四步议事”机制。目前，太康县已推行“四步议事”机制。", tools)
    [fact] = [f for f in found.facts if f.predicate == "adopts"]
    assert ("period", "2027") not in fact.qualifiers


def test_a_role_in_a_body_that_the_text_leaves_open_is_kept_in_its_words(tools: Tools) -> None:
    found = knowledge("社区党委书记毕秀兰说，事情要大家商量着办。", tools)
    [fact] = [f for f in found.facts if f.predicate == "roleText"]
    assert fact.subject.endswith("毕秀兰") and fact.object == "社区党委书记"


def test_a_countys_own_bodies_are_no_helpers_of_the_county(tools: Tools) -> None:
    found = knowledge("在太康县委的大力支持下，太康县推行“四步议事”机制。", tools)
    assert not [f for f in found.facts if f.predicate == "supports"]


def test_who_else_is_in_charge_there_is_helped(tools: Tools) -> None:
    found = knowledge("在太康县农业农村局的大力支持下，太康县老冢镇推行“四步议事”机制。", tools)
    assert [f.object for f in found.facts if f.predicate == "supports"] == ["太康县-老冢镇"]
