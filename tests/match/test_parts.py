"""The lists of the seeds, whole and with a part taken out, put in or moved; and what a list must never do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from kg.match.parts.part_rules import PartRules, compile_parts
from kg.match.parts.parts import find_listings
from kg.match.rulebook.rules import load_rules
from kg.match.rulebook.words import Words
from kg.model import Details, Document, Form, Gloss, Group, Listing, Mention, Rejection, Sentence, Source, Span
from kg.pipeline import Tools, find_all, find_mentions, read
from kg.proof.parts import document, mention, unmark
from kg.read.files.source import decode
from kg.read.page.layout import read_document
from kg.read.page.sentences import sentences as sentences_of

ROOT = Path(__file__).parents[2]
SEEDS = {"xunwu": "000_fd90f4378b22660c.txt", "jishui": "004_f8c3a18bcd6cfa8f.txt"}
TABLE = Path(__file__).with_name("seed_listings.tsv")
GLOSSES = {
    "阳光普照": "光伏产业",
    "绿水青山": "小水电管理和天保林、天然林、公益林",
    "遍地开花": "大棚蔬菜、百香果、柑橘苗木、猕猴桃等种养产业",
    "飞地抱团": "购买商铺",
    "大地回春": "实施土地增减挂",
}
Found = tuple[list[Listing], list[Gloss], list[Rejection]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A mechanism of the seeds: its groups as label (or nothing), number and parts."""

    seed: str
    name: str
    groups: tuple[tuple[str, int | None, tuple[str, ...]], ...]

    def __str__(self) -> str:
        return self.name


def wanted() -> Iterator[Wanted]:
    rows: dict[tuple[str, str], list[tuple[str, int | None, tuple[str, ...]]]] = {}
    for line in TABLE.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            seed, name, label, stated, *parts = line.split("\t")
            groups = rows.setdefault((seed, name), [])
            if parts:
                named = label != "-"
                groups.append((label if named else "", int(stated) if named else None, tuple(parts[0].split("|"))))
    for (seed, name), found in rows.items():
        yield Wanted(seed, name, tuple(found))


WANTED = list(wanted())
LISTED = [w for w in WANTED if w.groups]
UNLISTED = [w for w in WANTED if not w.groups]


@cache
def rules() -> PartRules:
    return compile_parts(load_rules())


@cache
def seed(name: str) -> tuple[Document, tuple[Sentence, ...], tuple[Mention, ...]]:
    path = ROOT / "seeds" / SEEDS[name]
    read = read_document(decode(path.read_bytes(), path.name), Words())
    names = [w.name for w in WANTED if w.seed == name] + [f"“{g}”" for g in GLOSSES if name == "xunwu"]
    places = {m.span() for n in names for m in re.finditer(re.escape(n), read.text)}
    found = tuple(mention(read.text, Span(*place)) for place in sorted(places))
    assert len(found) >= len(names)
    return read, sentences_of(read), found


def shown(groups: Sequence[Group]) -> tuple[tuple[str, int | None, tuple[str, ...]], ...]:
    return tuple((g.label, g.stated, tuple(i.text for i in g.items)) for g in groups)


def listing_of(name: str, found: Found) -> Listing:
    core = name[1 : name.index("”")] if name.startswith("“") else name
    return next(li for li in found[0] if li.whole.name in (core, name) or f"“{li.whole.name}”" in name)


@cache
def found_in(name: str) -> Found:
    return find_listings(*seed(name), rules())


def test_the_table_holds_what_the_seeds_spell_out_and_what_they_do_not() -> None:
    assert (len(LISTED), len(UNLISTED)) == (18, 12)


@pytest.mark.parametrize("whole", LISTED, ids=str)
def test_every_list_of_the_seeds_is_found_group_by_group(whole: Wanted) -> None:
    assert shown(listing_of(whole.name, found_in(whole.seed)).groups) == whole.groups


@pytest.mark.parametrize("whole", UNLISTED, ids=str)
def test_a_name_that_is_not_spelled_out_states_its_numbers_and_has_no_parts(whole: Wanted) -> None:
    listing = listing_of(whole.name, found_in(whole.seed))
    assert listing.groups and all(g.stated and not g.items for g in listing.groups)


def test_every_part_stands_where_it_says() -> None:
    for name in SEEDS:
        text = seed(name)[0].text
        for listing in found_in(name)[0]:
            for group in listing.groups:
                assert all(text[i.span.start : i.span.end] == i.text for i in group.items)
                assert [i.span for i in group.items] == sorted(i.span for i in group.items)


def test_glosses_of_the_seeds() -> None:
    assert {g.mention.name: g.text for g in found_in("xunwu")[1]} == GLOSSES


# ---- a part less, a part more, another order, another number ---------------------------------


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of a seed's text at one place, and what the list must then hold."""

    whole: Wanted
    label: str
    span: Span
    text: str
    parts: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.whole.name}-{self.label}-{len(self.parts)}-{self.parts[0][:6]}"


def crossed(whole: Wanted) -> bool:
    """部门小资金办好民生微实事: taking one part out leaves no sentence."""
    return "两小两微" in whole.name


def edits(kind: str) -> Iterator[Edit]:
    for whole in LISTED:
        if crossed(whole):
            continue
        text = seed(whole.seed)[0].text
        for group in listing_of(whole.name, found_in(whole.seed)).groups:
            items = group.items
            for k, item in enumerate(items):
                others = tuple(i.text for i in items if i is not item)
                before = text[items[k - 1].span.end : item.span.start] if k else ""
                behind = text[item.span.end : items[k + 1].span.start] if k + 1 < len(items) else ""
                if kind == "less" and before:
                    yield Edit(whole, group.label, Span(items[k - 1].span.end, item.span.end), "", others)
                elif kind == "less":
                    yield Edit(whole, group.label, Span(item.span.start, items[k + 1].span.start), "", others)
                else:
                    new = item.text[:-1] + "新" + item.text[-1]
                    more = (*(i.text for i in items[: k + 1]), new, *(i.text for i in items[k + 1 :]))
                    at = Span(item.span.end, item.span.end)
                    yield Edit(whole, group.label, at, (before or behind) + new, more)


def moved(at: int, edit: Edit, *, last: bool) -> int:
    """Where a place of the text lies after the edit; the end of a name that holds the edit moves with it."""
    grown = len(edit.text) - len(edit.span)
    return at + grown if at > edit.span.end or (at == edit.span.end and (last or len(edit.span) > 0)) else at


def after(edit: Edit) -> Found:
    text, names = seed(edit.whole.seed)[0].text, seed(edit.whole.seed)[2]
    changed = document(text[: edit.span.start] + edit.text + text[edit.span.end :])
    kept = []
    for m in names:
        inside = m.span.start < edit.span.start and edit.span.end <= m.span.end
        start = m.span.start if inside else moved(m.span.start, edit, last=not m.core or m.core.start != edit.span.end)
        kept.append(mention(changed.text, Span(start, moved(m.span.end, edit, last=True))))
    return find_listings(changed, sentences_of(changed), kept, rules())


@pytest.mark.parametrize("edit", [*edits("less"), *edits("more")], ids=str)
def test_a_part_less_or_more_changes_the_count_and_makes_nothing_up(edit: Edit) -> None:
    found = after(edit)
    groups = [g for li in found[0] for g in li.groups if g.label == edit.label]
    held = [g for g in groups if {i.text for i in g.items} & set(edit.parts)]
    if len(edit.parts) == 1:
        assert not held  # one part is no list
    else:
        assert edit.parts in [tuple(i.text for i in g.items) for g in held]
        assert all(g.stated != len(edit.parts) for g in held)
    for other in LISTED:
        if other.seed == edit.whole.seed and other != edit.whole:
            assert shown(listing_of(other.name, found).groups) == other.groups


@pytest.mark.parametrize("whole", [w for w in LISTED if not crossed(w)], ids=str)
def test_the_order_of_a_list_does_not_matter(whole: Wanted) -> None:
    text = seed(whole.seed)[0].text
    groups = listing_of(whole.name, found_in(whole.seed)).groups
    start = min(g.items[0].span.start for g in groups)
    changed, at, turned = text[:start], start, []
    for group in groups:
        order = [*group.items[1:], group.items[0]]
        for item, new in zip(group.items, order, strict=True):
            changed += text[at : item.span.start] + new.text
            at = item.span.end
        turned.append((group.label, group.stated, tuple(i.text for i in order)))
    made = document(changed + text[at:])
    name = mention(made.text, Span(*(whole_span(made.text, whole, groups, start))))
    listings, _, _ = find_listings(made, sentences_of(made), [name], rules())
    assert shown(listings[0].groups) == tuple(turned)


def whole_span(text: str, whole: Wanted, groups: Sequence[Group], start: int) -> tuple[int, int]:
    """The name in the changed text: where it stood, or, where it holds the list itself, round the list."""
    if not groups[0].label and whole.name.startswith("“"):
        return start - 1, start - 1 + len(whole.name)
    places = [m.span() for m in re.finditer(re.escape(whole.name), text)]
    return min(places, key=lambda place: abs(place[0] - start))


@pytest.mark.parametrize("whole", [w for w in LISTED if len(w.groups) == 1 and w.groups[0][1]], ids=str)
def test_another_number_in_the_name_keeps_the_parts_and_fails_the_count(whole: Wanted) -> None:
    label, stated, parts = whole.groups[0]
    if label.startswith("一"):
        pytest.skip("the name is its own number")
    text = seed(whole.seed)[0].text
    renamed = whole.name.replace(label[0], "三四五六七"[("三四五六七".index(label[0]) + 1)], 1)
    made = document(text.replace(whole.name, renamed))
    names = [mention(made.text, Span(*m.span())) for m in re.finditer(re.escape(renamed), made.text)]
    group = find_listings(made, sentences_of(made), names, rules())[0][0].groups[0]
    assert tuple(i.text for i in group.items) == parts and group.stated == (stated or 0) + 1


# ---- what a list must never do --------------------------------------------------------------


def find(marked: str) -> Found:
    text, marks = unmark(marked)
    made = document(text)
    return find_listings(made, sentences_of(made), [mention(text, m.span) for m in marks if m.role == "whole"], rules())


def test_a_list_is_not_borrowed_from_the_next_sentence() -> None:
    listings, _, _ = find("推行{whole=“三联”机制}。全镇蔬菜、水果、茶叶喜获丰收。")
    assert shown(listings[0].groups) == (("三联", 3, ()),)


def test_a_list_is_not_borrowed_from_the_next_paragraph() -> None:
    listings, _, _ = find("推行{whole=“三联”机制}\n即联产业、联农户、联市场。")
    assert shown(listings[0].groups) == (("三联", 3, ()),)


def test_a_name_has_one_listing_at_the_mention_that_is_spelled_out() -> None:
    listings, _, _ = find(
        "{whole=“三联”机制}见效。推行{whole=“三联”机制}，即联产业、联农户、联市场。{whole=“三联”机制}获推广。"
    )
    assert len(listings) == 1
    assert listings[0].whole.span.start > 8
    assert len(listings[0].groups[0].items) == 3


def test_a_group_of_a_longer_name_is_no_whole_of_its_own() -> None:
    listings, _, _ = find("推行{whole=“一核两翼”工程}。{whole=“一核”}即党建引领，{whole=“两翼”}即产业兴旺、治理有效。")
    assert [li.whole.name for li in listings] == ["一核两翼"]
    assert shown(listings[0].groups) == (("一核", 1, ("党建引领",)), ("两翼", 2, ("产业兴旺", "治理有效")))


def test_a_list_closed_by_and_so_on_is_open() -> None:
    listings, _, _ = find("推行“晒任务、晒进度”等{whole=“五晒”机制}。")
    assert listings[0].groups[0].open
    assert len(listings[0].groups[0].items) == 2


def test_a_list_that_does_not_belong_is_rejected_with_its_reason() -> None:
    _, _, rejected = find("县委组织部、宣传部、统战部{whole=“五联”机制}运行良好。")
    assert [(r.candidate, r.reason) for r in rejected] == [("五联", "the name states 5, the list holds 3")]


def test_text_without_names_costs_nothing_and_gives_nothing() -> None:
    assert find("全镇蔬菜、水果、茶叶喜获丰收。") == ([], [], [])


def test_what_is_said_alike_of_all_members_is_no_part_by_itself() -> None:
    [listing] = find("坚持{whole=“三议三公开”}，做到提议公开、商议公开、决议公开。")[0]
    assert shown(listing.groups) == (
        ("三议", 3, ("提议", "商议", "决议")),
        ("三公开", 3, ("提议公开", "商议公开", "决议公开")),
    )


def test_a_sum_of_ones_has_members_and_verifies_no_number() -> None:
    [listing] = find("构建{whole=“1+1+1”体系}，即由议事会、业委会、物业公司三方组成。")[0]
    assert shown(listing.groups) == (("", None, ("议事会", "业委会", "物业公司")),)


def test_and_so_on_before_the_number_of_a_full_list_leaves_nothing_open() -> None:
    [listing] = find("抓实日常监督、专项监督等两项监督，健全会商、移送、回访等三项制度，构建{whole=“23”监督体系}。")[0]
    assert [(len(g.items), g.open) for g in listing.groups] == [(2, False), (3, False)]


def test_two_quoted_shorthands_that_a_verb_links_are_one_name(tools: Tools) -> None:
    document = read(decode("青石镇推行“三提”促“三治”工作法，效果很好。".encode(), "a.txt"), tools)
    names = [m.name for m in find_mentions(document, sentences_of(document), tools) if m.type == "Mechanism"]
    assert names == ["“三提”促“三治”"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("打造乡镇调解站、村级调解室、网格调解点三级调解网络。", ["三级调解网络"]),
        ("构建“县有中心、乡有站点、村有窗口”的三级网络体系。", ["县有中心、乡有站点、村有窗口"]),
        ("推行“上门办理”“就近办理”“帮办代办”三项便民举措。", ["三项便民举措"]),
        ("健全“街道—社区—网格”三级链条和“镇—村—组—户”四级网络。", ["街道—社区—网格", "镇—村—组—户"]),
        ("推行“亮岗”活动，做到“甲、乙、丙”。推行“三亮”活动，做到“亮身份、亮承诺、亮业绩”。", ["三亮"]),
    ],
)
def test_names_end_and_begin_where_their_lists_do(tools: Tools, text: str, names: list[str]) -> None:
    document = read(decode(text.encode(), "a.txt"), tools)
    ways = ("Mechanism", "Program")
    found = [m.name for m in find_mentions(document, sentences_of(document), tools) if m.type in ways]
    assert [name for name in found if name not in ("亮岗", "甲、乙、丙")] == names


@pytest.mark.parametrize(
    ("text", "name", "parts"),
    [
        ("推行“三联”机制，邻里和睦。“三联”就是“联亲、联友、联邻”。", "三联", "联亲 联友 联邻"),
        ("什么是“三送”服务？就是送种、送肥、送技。", "三送", "送种 送肥 送技"),
        ("村里推行四个一机制，即一户一档、一周一访、一月一报、一季一评。", "四个一机制",
         "一户一档 一周一访 一月一报 一季一评"),
        ("合作社实行五统一管理，即统一供种、统一栽插、统一管护、统一收割、统一销售。", "五统一管理",
         "统一供种 统一栽插 统一管护 统一收割 统一销售"),
        ("村里推行“三三四”分红办法，即收益的30%归集体、30%用于生产和四成分给农户。", "三三四",
         "收益的30%归集体 30%用于生产 四成分给农户"),
        ("村里按照村集体占百分之三十、农户占百分之七十的“37”模式分红。", "37",
         "村集体占百分之三十 农户占百分之七十"),
        ("推行“三色”办法。“红色预警”强防范。“黄色提醒”促整改。“绿色激励”添干劲。", "三色",
         "红色预警 黄色提醒 绿色激励"),
        ("推行“一核三治”模式，即党建引领，自治、法治、德治，村风好了。", "一核三治", "党建引领 自治 法治 德治"),
        ("推行“一核三治”模式，即党建引领、自治、法治、德治，村风好了。", "一核三治", "党建引领 自治 法治 德治"),
        ("推行“一核两治”。“‘一核’就是党建引领，‘两治’就是自治、德治。”他说。", "一核两治", "党建引领 自治 德治"),
        ("推行“三个共同”机制，通过场地共同使用、活动与节会共同举办、产业共同发展，共享红利。", "三个共同",
         "场地共同使用 活动与节会共同举办 产业共同发展"),
        ("推行“三个共同”机制，即场地共同使用、活动与节会共同举办和产业共同发展。", "三个共同",
         "场地共同使用 活动与节会共同举办 产业共同发展"),
        ("坚持“四议两公开”：党支部提议、两委商议、党员大会审议、代表会议决议，决议公开、结果公开。", "四议两公开",
         "党支部提议 两委商议 党员大会审议 代表会议决议 决议公开 结果公开"),
        ("建立“两库一平台”，即人才库、项目库和供需对接平台。", "两库一平台", "人才库 项目库 供需对接平台"),
        ("落实“两不愁三保障”，不愁吃、不愁穿，义务教育、基本医疗、住房安全有保障。", "两不愁三保障",
         "不愁吃 不愁穿 义务教育 基本医疗 住房安全"),
        ("搭建“村党支部+党小组+党员中心户”三级责任网。", "村党支部+党小组+党员中心户", "村党支部 党小组 党员中心户"),
        ("推行“三步”工作法。听：上门听意见。议：开会商量。办：限时办结。", "三步", "听 议 办"),
    ],
)  # fmt: skip
def test_a_list_is_read_however_it_is_told(tools: Tools, text: str, name: str, parts: str) -> None:
    document = read(decode(text.encode(), "a.txt"), tools)
    found = find_all(document, sentences_of(document), tools).listings
    assert [[i.text for g in li.groups for i in g.items] for li in found if li.whole.name == name][-1] == parts.split()


@pytest.mark.parametrize(
    "text",
    [
        "村里推行“三三四”分红办法，今年产量增长30%、产值增长30%、收入增长40%。",
        "村里推行“三三四”分红办法，七成农户入股，两成村干部带头。",
        "“三难”就是“办事难”，“三怕”就是“怕麻烦、怕花钱”。",
    ],
)
def test_shares_and_quotations_that_do_not_fit_are_no_parts(tools: Tools, text: str) -> None:
    document = read(decode(text.encode(), "a.txt"), tools)
    assert not any(g.items for li in find_all(document, sentences_of(document), tools).listings for g in li.groups)


def test_a_number_with_a_letter_is_spelled_out_by_as_many_as_the_number() -> None:
    [listing] = find("通过“法庭+村委”“法官+网格员”和“工作站+乡贤”的{whole=“三+N”形式}解纷。")[0]
    assert shown(listing.groups) == (("三", 3, ("法庭+村委", "法官+网格员", "工作站+乡贤")),)


def test_a_name_whose_list_is_another_names_still_states_its_numbers() -> None:
    text = "在{whole=“四议两公开”}之上创新{whole=“三议两公开”}，支部提议、两委商议、党员审议，决议公开、结果公开。"
    found = {li.whole.name: [len(g.items) for g in li.groups] for li in find(text)[0]}
    assert found == {"四议两公开": [0, 0], "三议两公开": [3, 2]}


def test_what_a_quotation_is_not_is_no_list_of_an_undertaking() -> None:
    text = "开工光储+生态治理项目。"
    whole = Mention(Span(2, 11), "Project", "example", "光储+生态治理项目", Form.QUOTED, Span(2, 7))
    assert not find_listings(document(text), sentences_of(document(text)), [whole], rules())[0]


def test_numbers_of_a_name_take_the_lists_that_they_have_elsewhere(tools: Tools) -> None:
    text = (
        "云川县构建“三级巡护、四联共进、五项便民”工作体系。推行“县里巡江、镇里巡河、村里巡渠”三级巡护机制。"
        "探索“四联共进”模式，即班子联学、工坊联办、市场联拓、老少联欢。"
    )
    assert parts_of(text, "三级巡护、四联共进、五项便民", tools) == [
        ("三级巡护", ["县里巡江", "镇里巡河", "村里巡渠"]),
        ("四联共进", ["班子联学", "工坊联办", "市场联拓", "老少联欢"]),
        ("五项便民", []),
    ]
    slogan = "云川县打造“一线贯通、三网并进、多方联动”体系。"
    assert parts_of(slogan, "一线贯通、三网并进、多方联动", tools)[0][1] == ["一线贯通", "三网并进", "多方联动"]
    slogan = "云川县打造“一线贯通、三网并进、五联共治”体系。“三网并进”即水网、路网、电网。"
    assert parts_of(slogan, "一线贯通、三网并进、五联共治", tools) == [
        ("一线贯通", []),
        ("三网并进", ["水网", "路网", "电网"]),
        ("五联共治", []),
    ]


def test_a_slogan_with_a_last_word_of_its_own_keeps_the_parts_that_another_name_has_too(tools: Tools) -> None:
    text = "云川县推行“书记领航、三联共治”模式，建立“医生联街巷、教师联学童、商户联门店”帮带机制，小事不出村。"
    listed = ["医生联街巷", "教师联学童", "商户联门店"]
    assert parts_of(text, "书记领航、三联共治", tools) == [("三联", listed)]
    assert parts_of(text, "医生联街巷、教师联学童、商户联门店", tools) == [("", listed)]


def test_a_row_without_marks_is_cut_before_the_word_that_the_number_behind_it_counts(tools: Tools) -> None:
    text = "云川县按照“定人定岗定责”三定原则配备街长。"
    assert parts_of(text, "定人定岗定责", tools) == [("三定", ["定人", "定岗", "定责"])]


def test_each_principle_of_a_road_is_a_part_of_it(tools: Tools) -> None:
    text = "云川县探索“以支部为核心、以产业为支撑、以利益为纽带”的发展路子。"
    name = "以支部为核心、以产业为支撑、以利益为纽带"
    assert parts_of(text, name, tools) == [("", ["以支部为核心", "以产业为支撑", "以利益为纽带"])]


def test_who_takes_part_stands_before_the_name_and_not_behind_it(tools: Tools) -> None:
    text = "社区建立居委会、业委会、物业公司“三方联动”机制：问题共商、活动共办、资源共享。"
    assert parts_of(text, "三方联动", tools) == [("三方联动", ["居委会", "业委会", "物业公司"])]


def test_quoted_objects_that_head_paragraphs_are_the_parts_of_what_counts_them(tools: Tools) -> None:
    text = (
        "石桥镇构建四条“治理链”。\n夯实“引领链”，建强堡垒。选派干部。\n优化“传动链”，激活末梢。"
        "\n延长“服务链”，解决难题。\n筑牢“保障链”，形成合力。"
    )
    assert parts_of(text, "治理链", tools) == [("四条“治理链”", ["引领链", "传动链", "服务链", "保障链"])]
    text = "石桥镇靠“三把尺子”。\n群策群力“议尺子”。开会。\n明确标准“定尺子”。列表。\n逐村排查“量尺子”。入户。"
    assert parts_of(text, "三把尺子", tools) == [
        ("三把尺子", ["群策群力“议尺子”", "明确标准“定尺子”", "逐村排查“量尺子”"])
    ]


def test_what_each_number_of_a_sum_stands_for_may_be_told_a_sentence_on_or_within_the_name(tools: Tools) -> None:
    text = "云川县以“1+6+N”模式组建导师团。“1”即由镇党委牵头成立1个总团；“6”即总团下设6个分团；“N”即N位导师。"
    assert parts_of(text, "1+6+N", tools) == [
        ("", ["由镇党委牵头成立1个总团", "总团下设6个分团", "N位导师"]),
    ]
    text = "云川县采取“1+3+X”（1名党员、3名代表、若干农户）联系服务模式。"
    assert parts_of(text, "1+3+X", tools) == [("", ["1名党员", "3名代表", "若干农户"])]


def test_each_member_of_a_slogan_may_count_what_a_cue_behind_it_lists(tools: Tools) -> None:
    text = "云川县推行“一中心、两平台”建设，即便民中心，信息平台、服务平台。"
    assert parts_of(text, "一中心、两平台", tools) == [("一中心", ["便民中心"]), ("两平台", ["信息平台", "服务平台"])]


def test_as_many_deeds_as_are_done_together_are_a_way(tools: Tools) -> None:
    text = "云川县通过“拆、清、整、绿、建”五措并举，村容一新。"
    assert parts_of(text, "拆、清、整、绿、建", tools) == [("", ["拆", "清", "整", "绿", "建"])]


def test_a_verb_that_all_parts_have_is_no_part_of_any(tools: Tools) -> None:
    text = (
        "云川县形成“三联”模式。\n通过组织共同学习，推动组织联建；通过建立清单，推动产业联营；"
        "通过盘点家底，推动资源联动。"
    )
    assert parts_of(text, "三联", tools) == [("三联", ["组织联建", "产业联营", "资源联动"])]


def parts_of(text: str, name: str, tools: Tools) -> list[tuple[str, list[str]]]:
    report = read(Source("report.txt", text, "0" * 64, "utf-8", Details()), tools)
    said = sentences_of(report)
    listings, *_ = find_listings(report, said, find_mentions(report, said, tools), tools.parts)
    (listing,) = [li for li in listings if li.whole.name == name]
    return [(g.label, [i.text for i in g.items]) for g in listing.groups]
