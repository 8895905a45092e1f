"""Two invented reports as the stages before hand them over: 云岭县, with all that a graph can hold, and 青溪县."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from hashlib import sha256

import pytest

from kg.graph.write.triples import triples
from kg.graph.write.vocabulary import Vocabulary, load_vocabulary
from kg.model import (
    Comparator,
    Details,
    Document,
    Entity,
    Evidence,
    Fact,
    Knowledge,
    Observation,
    Part,
    Source,
    Span,
    Stance,
    Story,
    Value,
)

YUNLING = """云岭新风
云岭县推行"三联"机制，即联支部、联党员、联群众。该县还推行"四个一"工作法和"五好"标准：好班子、好队伍等。
2018年，云岭县被省文明办授予第三批"文明 县"称号。明年将建设云岭博物馆。村民说，鹤潭村没有推行"三联"机制。
鹤潭村党支部书记孟凯说，全村种植油茶1.90万亩，带动200余户，48户中有42户脱贫，占87.5%，占比由61.2%提升至90%。
每组1至2名干部。云龄县委驻鹤潭村。（记者 汤敏 文/图）
"""
QINGXI = """青溪县推行"三联"机制：联田、联户、联心。"""


def document(name: str, text: str, details: Details) -> Document:
    source = Source(name, text, sha256(text.encode()).hexdigest(), "utf-8", details)
    return Document(source, text, range(len(text)), (), issued="2023-05-12")


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def evidence(text: str, *words: str, rule: str = "rule", stance: Stance = Stance.STATED, speaker: str = "") -> Evidence:
    return Evidence(tuple(place(text, word) for word in words), rule, stance, speaker)


def amount(number: str | None, unit: str, text: str, comparator: Comparator = Comparator.EQUAL, **more: str) -> Value:
    numbers = {name: Decimal(said) for name, said in more.items() if name != "si_unit"}
    return Value(
        Span(0, 0),
        None if number is None else Decimal(number),
        numbers.get("lower"),
        numbers.get("upper"),
        unit,
        comparator,
        text,
        numbers.get("si_number"),
        more.get("si_unit", ""),
    )


def group(text: str, label: str, words: str, stated: int, *items: str) -> Part:
    parts = tuple(Part(item, position, (place(text, item),)) for position, item in enumerate(items, 1))
    return Part(label, 1, (place(text, words),), stated, len(items), parts=parts)


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load_vocabulary()


@pytest.fixture(scope="session")
def yunling() -> Knowledge:
    text = YUNLING
    village, three = "云岭县-鹤潭村", "云岭县-机制-三联"
    return Knowledge(
        document("云岭.txt", text, Details()),
        entities=(
            Entity("云岭县", "County", "云岭县", ("云岭", "云岭县"), ("云龄",), (), "990123", "某省/某市/云岭县"),
            Entity(village, "Village", "鹤潭村"),
            Entity(f"{village}-组织-党支部", "PartyOrganization", "鹤潭村党支部"),
            Entity(f"{village}-人物-孟凯", "Person", "孟凯"),
            Entity("云岭县-人物-汤敏", "Person", "汤敏"),
            Entity(three, "Mechanism", "三联", ('"三联"机制',), (), ("联支部、联党员、联群众",)),
            Entity("云岭县-机制-四个一", "Mechanism", "四个一"),
            Entity("云岭县-机制-五好", "Guideline", "五好"),
            Entity("云岭县-荣誉-文明县", "Honor", "文明县"),
            Entity("组织-省文明办", "GovernmentBody", "省文明办"),
            Entity("云岭县-设施-云岭博物馆", "Facility", "云岭博物馆"),
            Entity("产业-油茶", "Industry", "油茶"),
        ),
        seen=(
            ("云岭县", (place(text, "云岭县"), place(text, "云龄"))),
            (village, (place(text, "鹤潭村"),)),
            (f"{village}-组织-党支部", (place(text, "鹤潭村党支部"),)),
            (f"{village}-人物-孟凯", (place(text, "孟凯"),)),
            ("云岭县-人物-汤敏", (place(text, "汤敏"),)),
            (three, (place(text, '"三联"机制'),)),
            ("云岭县-机制-四个一", (place(text, '"四个一"'),)),
            ("云岭县-机制-五好", (place(text, '"五好"'),)),
            ("云岭县-荣誉-文明县", (place(text, '"文明 县"'),)),
            ("组织-省文明办", (place(text, "省文明办"),)),
            ("云岭县-设施-云岭博物馆", (place(text, "云岭博物馆"),)),
            ("产业-油茶", (place(text, "油茶"),)),
        ),
        facts=(
            Fact(village, "locatedIn", "云岭县", (evidence(text, "云龄县委驻鹤潭村"),)),
            Fact(
                "云岭县",
                "adopts",
                three,
                (
                    evidence(text, '推行"三联"机制', rule="adopts/tuixing"),
                    evidence(text, '没有推行"三联"机制', rule="adopts/tuixing", stance=Stance.PLANNED),
                ),
            ),
            Fact("云岭县", "adopts", "云岭县-机制-四个一", (evidence(text, '推行"四个一"工作法'),)),
            Fact("云岭县", "adopts", "云岭县-机制-五好", (evidence(text, "该县还推行", '"五好"标准'),)),
            Fact(village, "adopts", three, (evidence(text, '没有推行"三联"机制', stance=Stance.DENIED),)),
            Fact(
                "云岭县",
                "establishes",
                "云岭县-设施-云岭博物馆",
                (evidence(text, "将建设云岭博物馆", stance=Stance.PLANNED),),
                (("period", "2024/"),),
            ),
            Fact(
                "云岭县",
                "received",
                "云岭县-荣誉-文明县",
                (evidence(text, '被省文明办授予第三批"文明 县"称号'),),
                (("period", "2018"), ("batch", "第三批")),
                (("conferredBy", "组织-省文明办"),),
            ),
            Fact(
                f"{village}-人物-孟凯",
                "memberOf",
                f"{village}-组织-党支部",
                (evidence(text, "鹤潭村党支部书记孟凯"),),
                (("role", "书记"),),
            ),
            Fact(
                village,
                "develops",
                "产业-油茶",
                (evidence(text, "种植油茶", stance=Stance.REPORTED, speaker=f"{village}-人物-孟凯"),),
            ),
            Fact(three, "appliesToText", "联支部、联党员、联群众", (evidence(text, "即联支部"),)),
        ),
        observations=(
            Observation(
                village,
                "油茶种植面积",
                amount("1.90E+4", "亩", "1.90万亩", si_number="12666666.67", si_unit="m2"),
                evidence(text, "种植油茶1.90万亩"),
                "2022",
            ),
            Observation(
                village,
                "带动户数",
                amount("200", "户", "200余户", Comparator.MORE, lower="200"),
                evidence(text, "带动200余户", stance=Stance.REPORTED, speaker=f"{village}-人物-孟凯"),
                "连续六年",
            ),
            Observation(village, "贫困户", amount("48", "户", "48户"), evidence(text, "48户中有42户脱贫")),
            Observation(
                village,
                "脱贫户",
                amount("42", "户", "42户"),
                evidence(text, "48户中有42户脱贫"),
                agrees=((2, True, "42 / 48 = 87.5%"),),
            ),
            Observation(
                village,
                "脱贫占比",
                amount("90", "%", "90%"),
                evidence(text, "占比由61.2%提升至90%"),
                before=Decimal("61.20"),
                agrees=((3, False, "42 / 48 = 87.5%, 而非 90%"),),
            ),
            Observation(
                "云岭县",
                "每组干部",
                amount(None, "人", "1至2名", lower="1", upper="2"),
                evidence(text, "1至2名干部"),
            ),
        ),
        parts=(
            (
                three,
                (group(text, "三联", "即联支部、联党员、联群众", 3, "联支部", "联党员", "联群众"),),
                "parts/ji",
            ),
            ("云岭县-机制-四个一", (Part("四个一", 1, (place(text, '"四个一"'),), 4, None),), "parts/name"),
            (
                "云岭县-机制-五好",
                (replace(group(text, "五好", "好班子、好队伍等", 5, "好班子", "好队伍"), open=True),),
                "parts/colon",
            ),
        ),
        stories=(
            Story(
                "云岭新风",
                (Span(0, len(text)),),
                "云岭县",
                (
                    ("云岭县-人物-汤敏", "记者", evidence(text, "记者 汤敏", rule="byline")),
                    ("云岭县-人物-汤敏", "摄影", evidence(text, "汤敏 文/图", rule="byline")),
                ),
            ),
        ),
    )


@pytest.fixture(scope="session")
def qingxi() -> Knowledge:
    text = QINGXI
    three = "青溪县-机制-三联"
    return Knowledge(
        document("青溪.txt", text, Details(url="https://a.example/x?a=1&b=2", title="青溪三联")),
        entities=(
            Entity("青溪县", "County", "青溪县"),
            Entity(three, "Mechanism", "三联"),
            Entity("产业-油茶", "Industry", "油茶", ("茶油",)),
        ),
        seen=(("青溪县", (place(text, "青溪县"),)), (three, (place(text, '"三联"'),)), ("产业-油茶", (Span(0, 2),))),
        facts=(Fact("青溪县", "adopts", three, (evidence(text, '推行"三联"机制'),)),),
        parts=((three, (group(text, "三联", "联田、联户、联心", 3, "联田", "联户", "联心"),), "parts/colon"),),
    )


@pytest.fixture(scope="session")
def lines(yunling: Knowledge, qingxi: Knowledge, vocabulary: Vocabulary) -> list[str]:
    """What both say, as the lines of a build."""
    return sorted({*triples(yunling, vocabulary, "0a1b2c"), *triples(qingxi, vocabulary, "0a1b2c")})
