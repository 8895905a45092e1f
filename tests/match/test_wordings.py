"""Who acts on what, in which passage and since when, where a rule file's examples cannot show it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kg.match.relations.compiled_relations import compile_relations
from kg.match.relations.folding import fold
from kg.match.relations.relations import find_claims
from kg.match.relations.stances import sections
from kg.match.rulebook.rule_entries import parse_example
from kg.match.rulebook.rules import load_rules
from kg.match.rulebook.signs import Signs
from kg.match.subjects.openers import compile_openers
from kg.match.subjects.subjects import clauses
from kg.model import Article, Claim, Document, Form, Mention, Paragraph, Rejection, Source, Span
from kg.read.page.sentences import sentences

RULES = load_rules()
RELATIONS, OPENERS = compile_relations(RULES), compile_openers(RULES)


def read(
    marked: str, issued: str = "", mentions: Sequence[Mention] | None = None
) -> tuple[Document, Sequence[Claim], Sequence[Rejection]]:
    """What the relation files say of a text whose mentions are marked: {County=云岭县}推行{Mechanism=河长制}。"""
    text = parse_example(marked)
    span = Span(0, len(text.text))
    articles = (Article(span, (Paragraph(span),)),)
    document = Document(Source("", text.text, "0" * 64, ""), text.text, range(len(text.text)), articles, issued)
    marks = [Mention(Span(a, b), kind, "test", text.text[a:b]) for kind, _, a, b in text.marks]
    mentions = marks if mentions is None else mentions
    said = sentences(document)
    rows, sectioned = clauses(document, said, mentions, OPENERS), sections(document, RELATIONS.stances)
    claims, rejected = find_claims(document, said, mentions, rows, RELATIONS, {}, sectioned)
    return document, claims, rejected


def told(marked: str, issued: str = "", mentions: Sequence[Mention] | None = None) -> list[str]:
    document, claims, _ = read(marked, issued, mentions)
    return sorted(_row(document, claim) for claim in claims)


def _row(document: Document, claim: Claim) -> str:
    subject = document.quote(claim.subject.span) if claim.subject else "本地"
    target = document.quote(claim.object.span) or "本地"
    more = "".join(f" {name}={value}" for name, value in claim.qualifiers)
    stance = "" if claim.stance == "Stated" else f" [{claim.stance}]"
    return f"{subject} {claim.predicate} {target}{more}{stance}"


def test_those_who_receive_in_turn_receive_one_each() -> None:
    assert told("{Village=石桥村}和{Village=柳湾村}分别获评{Honor=全国文明村}、{Honor=全省卫生村}。") == [
        "柳湾村 received 全省卫生村",
        "石桥村 received 全国文明村",
    ]


def test_a_title_for_towns_is_the_town_s_where_its_trade_is_named_behind_it() -> None:
    text = "{Township=青石镇}种茶。作为{Honor=全国产业强镇}，{Industry=食用菌}在这里根基深厚。"
    assert told(text) == ["青石镇 received 全国产业强镇"]


def test_what_is_received_in_turn_has_each_its_own_date() -> None:
    assert told("2019年和2021年，{Village=石桥村}分别获评{Honor=全国文明村}、{Honor=全省卫生村}。") == [
        "石桥村 received 全国文明村 period=2019",
        "石桥村 received 全省卫生村 period=2021",
    ]


@pytest.mark.parametrize(
    ("marked", "period"),
    [
        ("2018年，{Village=石桥村}修了路，次年获评{Honor=全国文明村}。", "2019"),
        ("2018年，{Village=石桥村}修了路；同年，获评{Honor=全国文明村}。", "2018"),
        ("在2022年全省乡村建设评比中，{Village=石桥村}获评{Honor=全国文明村}。", "2022"),
        ("去年底，{Village=石桥村}获评{Honor=全国文明村}。", "2025"),
        ("{Village=石桥村}获评{Honor=全国文明村}（2012年）。", "2012"),
    ],
)
def test_a_date_is_counted_from_the_date_or_the_issue_that_it_leans_on(marked: str, period: str) -> None:
    assert told(marked, "2026-03-01") == [f"石桥村 received 全国文明村 period={period}"]


def test_a_date_before_the_year_of_a_title_is_not_its_date() -> None:
    assert told("2019年，{County=云岭县}获评{Honor=2020—2022年度平安县}。") == ["云岭县 received 2020—2022年度平安县"]


def test_what_a_preposition_opens_is_done_by_whom_the_next_clause_names() -> None:
    assert told("依托{Mechanism=“党建联盟”机制}，{Village=石桥村}抱团发展。") == ["石桥村 adopts “党建联盟”机制"]


def test_all_members_of_a_list_act_on_all_members_of_another() -> None:
    found = told("{County=云岭县}、{County=江岳县}建成{Facility=冷库}和{Facility=晒场}。")
    assert found == [f"{county} establishes {built}" for county in ("云岭县", "江岳县") for built in ("冷库", "晒场")]


def test_who_is_called_in_for_one_thing_does_not_found_what_comes_next() -> None:
    found = told(
        "{GovernmentBody=县教育局}会同{GovernmentBody=县财政局}开展{Program=“暖冬”行动}，成立{Team=“银龄”服务队}。"
    )
    assert "县财政局 implements “暖冬”行动" in found
    assert [row for row in found if "establishes" in row] == ["县教育局 establishes “银龄”服务队"]


def test_who_goes_about_a_lake_was_named_before_it() -> None:
    found = told("{County=云岭县}坚持问题导向，{Place=青石湖}保护治理推行{Mechanism=“四治”思路}，分步推进。")
    assert found == ["云岭县 adopts “四治”思路"]


def test_what_is_done_to_the_last_of_a_list_before_its_verb_is_done_to_all() -> None:
    found = told("{County=云岭县}持续用力，{Program=“通办”改革}、{Program=“码上办”改革}接连落地。")
    assert found == ["云岭县 implements “码上办”改革", "云岭县 implements “通办”改革"]


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("{County=云岭县}修渠引水，{Facility=青石水库}建成后可灌溉农田。", "Planned"),
        ("{County=云岭县}招商引资，{Facility=青石食品厂}建成投产后，预计带动就业。", "Planned"),
        ("{County=云岭县}修渠引水，{Facility=青石水库}建成后，村民喝上了自来水。", "Stated"),
    ],
)
def test_what_is_hoped_for_once_a_thing_stands_says_that_it_does_not_stand_yet(marked: str, status: str) -> None:
    _, claims, _ = read(marked)
    assert [claim.stance for claim in claims if claim.predicate == "establishes"] == [status]


def test_several_members_of_a_list_of_goods_may_be_unknown() -> None:
    found = told("{Village=石桥村}种植{Industry=水稻}、地莲、高秆米、{Industry=玉米}。")
    assert found == ["石桥村 develops 水稻", "石桥村 develops 玉米"]


def test_what_a_village_builds_stands_in_it() -> None:
    assert told("{Village=石桥村}争取资金，建成{Facility=冷库}。") == [
        "冷库 locatedIn 石桥村",
        "石桥村 establishes 冷库",
    ]


def test_what_a_village_builds_elsewhere_or_nowhere_does_not_stand_in_it() -> None:
    assert told("{Village=石桥村}在{County=云岭县}建成{Facility=土特产体验馆}。") == [
        "土特产体验馆 locatedIn 云岭县",
        "石桥村 establishes 土特产体验馆",
    ]
    assert told("{Village=石桥村}建成{Facility=“码上办”平台}。") == ["石桥村 establishes “码上办”平台"]
    assert told("{County=云岭县}建成{Facility=体育馆}。") == ["云岭县 establishes 体育馆"]
    assert told("{Village=石桥村}计划投资新建{Facility=冷库}。") == ["石桥村 establishes 冷库 [Planned]"]


def test_where_a_village_lies_is_no_member_of_the_list() -> None:
    one, other = "{County=云岭县}{Village=石桥村}（竹编）", "{County=江岳县}{Village=柳湾村}（茶叶）"
    found = told(f"{one}、{other}入选{{Honor=示范村名单}}。")
    assert found == ["柳湾村 received 示范村名单", "石桥村 received 示范村名单"]


def test_help_is_for_whom_the_text_goes_on_about() -> None:
    assert told("在{GovernmentBody=省水利厅}的帮扶下，{Village=石桥村}修好了渠。") == ["省水利厅 supports 石桥村"]
    assert told("在{GovernmentBody=省水利厅}、{GovernmentBody=省农科院}的帮扶下，水渠修好了。") == [
        "省农科院 supports 本地",
        "省水利厅 supports 本地",
    ]


def test_who_explores_is_said_and_nobody_else_does() -> None:
    assert told("{County=云岭县}推广由{Village=石桥村}探索推出的{Mechanism=“板凳会”}。") == [
        "云岭县 adopts “板凳会”",
        "石桥村 adopts “板凳会”",
    ]
    assert told("由{Village=石桥村}探索推出的{Mechanism=“板凳会”}。") == ["石桥村 adopts “板凳会”"]


def test_a_leader_runs_it_for_his_body_or_his_village() -> None:
    runs = "{Person=李华}带队进村，开展{Program=“敲门行动”}。"
    assert told("{GovernmentBody=云岭县司法局}局长" + runs) == ["云岭县司法局 implements “敲门行动”"]
    assert told("{Village=石桥村}{PartyOrganization=党支部}书记" + runs) == ["石桥村 implements “敲门行动”"]
    assert told("{Village=石桥村}主任" + runs) == ["石桥村 implements “敲门行动”"]


def test_a_name_that_goes_on_is_another_name_and_the_ledger_says_so() -> None:
    _, claims, rejected = read("{County=云岭县}发展{Industry=柑橘}深加工产业园。")
    assert not claims
    assert [(r.candidate, r.reason) for r in rejected] == [("柑橘", "only the first part of a longer name")]


@pytest.mark.parametrize("rest", ["，", "等产业", "和药材", "3000亩", "面积大增", "带动农户增收"])
def test_what_follows_a_name_may_leave_it_whole(rest: str) -> None:
    assert told(f"{{County=云岭县}}发展{{Industry=柑橘}}{rest}。") == ["云岭县 develops 柑橘"]


def test_the_passage_is_the_clause_and_the_carried_subject_another_passage() -> None:
    document, [claim], _ = read("{County=云岭县}山多地少，去年推行{Mechanism=河长制}，水清了。")
    assert [document.quote(span) for span in claim.spans] == ["云岭县", "推行河长制"]
    document, [claim], _ = read("{County=云岭县}去年推行{Mechanism=河长制}，水清了。")
    assert [document.quote(span) for span in claim.spans] == ["云岭县去年推行河长制"]


@pytest.mark.parametrize(
    ("marked", "period"),
    [
        ("{Village=石桥村}2020年获评{Honor=全国文明村}。", "2020"),
        ("2025年11月，{Village=石桥村}获评{Honor=全国文明村}。", "2025-11"),
        ("{Village=石桥村}连续六年获评{Honor=全国文明村}。", "连续六年"),
        ("2020年以来，{Village=石桥村}获评{Honor=全国文明村}。", "2020/"),
        ("“十四五”期间，{Village=石桥村}获评{Honor=全国文明村}。", "2021/2025"),
        ("去年，{Village=石桥村}获评{Honor=全国文明村}。", "2025"),
        ("建于1999年的{Facility=石桥小学}获评{Honor=文明校园}。", ""),
        ("{Village=石桥村}山清水秀，2020年修了路，获评{Honor=全国文明村}。", ""),
    ],
)
def test_when_an_honour_was_received(marked: str, period: str) -> None:
    _, [claim], _ = read(marked, "2026-03-01")
    assert next((value for name, value in claim.qualifiers if name == "period"), "") == period


def test_who_gives_an_honour_is_an_agent() -> None:
    document, [claim], _ = read("{Village=石桥村}被{GovernmentBody=农业农村部}认定为{Honor=“一村一品”示范村}。")
    assert [(name, document.quote(mention.span)) for name, mention in claim.agents] == [("conferredBy", "农业农村部")]


@pytest.mark.parametrize(
    ("marked", "stance"),
    [
        ("{County=云岭县}将建成{Facility=示范园}。", " [Planned]"),
        ("{County=云岭县}将完善配套，现已建成{Facility=示范园}。", ""),
        ("{County=云岭县}力争早日完工，建成了{Facility=示范园}。", ""),
        ("{County=云岭县}到2025年建成{Facility=示范园}。", " period=2025"),
        ("{County=云岭县}到2028年建成{Facility=示范园}。", " period=2028 [Planned]"),
        ("下一步，{County=云岭县}抓紧施工。{County=云岭县}建成{Facility=示范园}。", " [Planned]"),
        ("下一步，{County=云岭县}抓紧施工。{County=云岭县}已建成{Facility=示范园}。", ""),
        ("{County=云岭县}尚未建成{Facility=示范园}。", " [Denied]"),
    ],
)
def test_whether_it_is_so(marked: str, stance: str) -> None:
    assert told(marked, "2026-03-01") == [f"云岭县 establishes 示范园{stance}"]


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        ("据介绍，{County=云岭县}建成{Facility=示范园}。", None),
        ("{Person=李华}表示，{County=云岭县}建成{Facility=示范园}。", "李华"),
        ("据县长{Person=李华}介绍，{County=云岭县}建成{Facility=示范园}。", "李华"),
        ("{County=云岭县}建成{Facility=示范园}，{Person=李华}说。", ""),
        ("{Person=李华}说得好，{County=云岭县}建成{Facility=示范园}。", ""),
    ],
)
def test_what_somebody_tells_is_reported(marked: str, speaker: str | None) -> None:
    _, [claim], _ = read(marked)
    assert claim.stance == ("Stated" if speaker == "" else "Reported")
    assert [(who, mention.name) for who, mention in claim.agents] == ([("speaker", speaker)] if speaker else [])


TOGETHER = [
    ("{Village=石桥村}与{Institution=江岳农学院}共同建设{Facility=试验站}。", True, "built together"),
    ("{Village=石桥村}联合{Institution=江岳农学院}，建成{Facility=试验站}。", True, "together, to the next clause"),
    ("{Village=石桥村}与{Institution=江岳农学院}签约，建成{Facility=试验站}。", False, "a treaty builds nothing"),
    ("{Village=石桥村}建成{Facility=试验站}，与{Institution=江岳农学院}开展合作。", False, "built before"),
]


@pytest.mark.parametrize(("marked", "both", "why"), TOGETHER, ids=[row[2] for row in TOGETHER])
def test_who_works_together_founds_together(marked: str, both: bool, why: str) -> None:
    found = told(marked)
    assert "石桥村 establishes 试验站" in found and "石桥村 cooperatesWith 江岳农学院" in found
    assert ("江岳农学院 establishes 试验站" in found) == both, why


def test_a_station_is_founded_by_all_whom_a_passive_names() -> None:
    found = told("{Facility=试验站}由{GovernmentBody=县农业农村局}与{Institution=江岳农学院}共同组建。")
    assert {f"{who} establishes 试验站" for who in ("县农业农村局", "江岳农学院")} <= set(found)


def test_an_honour_may_have_several_givers() -> None:
    document, [claim], _ = read("{Village=石桥村}被{GovernmentBody=省委}、{GovernmentBody=省政府}授予{Honor=文明村}。")
    assert {document.quote(m.span) for _, m in claim.agents} == {"省委", "省政府"}


def test_of_a_chain_of_places_the_last_helps() -> None:
    assert told("在{Province=江岳省}{County=东湖区}的支援下，{Village=石桥村}通了路。") == ["东湖区 supports 石桥村"]


def test_a_partner_is_not_founded() -> None:
    text = "{PartyOrganization=村党支部}领办的{Association=兴农合作社}与{Enterprise=绿野公司}签下五年订单。"
    assert told(text) == ["兴农合作社 cooperatesWith 绿野公司", "村党支部 establishes 兴农合作社"]


def test_what_came_in_a_month_came_in_its_year() -> None:
    [row] = told("2021年2月，{Village=石桥村}获评{Honor=全国文明村}。")
    assert row == "石桥村 received 全国文明村 period=2021-02 period=2021"


def test_no_wording_is_passed_over_where_it_stands() -> None:
    tried = 0
    signs = Signs()
    for rule in RULES.relations:
        for example in (*rule.yes, *rule.no, *rule.todo):
            kinds = {"subject": rule.subject, "object": rule.object, **rule.agents}
            typed = [(Span(a, b), kind or min(kinds.get(role) or ("",))) for role, kind, a, b in example.marks]
            mentions = [Mention(span, kind, "test", "") for span, kind in typed if kind]
            folded = fold(example.text, Span(0, len(example.text)), mentions, RULES.folds).text
            for pattern in (*rule.patterns, *rule.unless):
                if pattern.regex.search(folded):
                    tried += 1
                    assert pattern.may_stand(folded), f"{rule.path}: {pattern.text} stands in {example.text}"
                    needs = signs.bits(pattern.signs)
                    assert signs.met(folded) & needs == needs, f"{rule.path}: {pattern.text} stands in {example.text}"
    assert tried > 100


def test_no_wording_of_a_stance_is_passed_over_where_it_stands() -> None:
    signs = Signs()
    texts = [example.text for rule in RULES.stances for example in (*rule.yes, *rule.no)]
    for rule in RULES.stances:
        for pattern in (*rule.patterns, *rule.headings, *rule.openings, *rule.until, *rule.onward):
            said = [text for text in texts if pattern.regex.search(text)]
            assert all(pattern.may_stand(text) for text in said), pattern.text
            needs = signs.bits(pattern.signs)
            assert all(signs.met(text) & needs == needs for text in said), pattern.text
            for text in said:
                held = {group for *_, word in RELATIONS.triggers.find(text) for group in RELATIONS.groups[word]}
                assert held >= {*pattern.needs} or pattern not in rule.patterns, pattern.text


def test_of_several_pairs_each_has_a_partner_of_its_own() -> None:
    text = "{Enterprise=宏远集团}与{Enterprise=金谷公司}、{Enterprise=大成粮业}与{Enterprise=恒远农资}签订了合作协议。"
    assert told(text) == ["大成粮业 cooperatesWith 恒远农资", "宏远集团 cooperatesWith 金谷公司"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "{Township=青石镇}实干争先，{Industry=茶叶}产业壮大，先后荣获{Honor=全国和美基地}、{Honor=省级卫生镇}。",
            ["青石镇 received 全国和美基地", "青石镇 received 省级卫生镇"],
        ),
        (
            "{PartyOrganization=松湾社区党支部}打造温馨家园，先后荣获{Honor=“全国文明社区”}。",
            ["松湾社区党支部 received “全国文明社区”"],
        ),
        ("去年成绩喜人，荣获{Honor=全国劳动模范}、{Honor=国家地理标志证明商标}。", []),
        ("获得{Honor=全国文明村}称号的不多。", []),
    ],
)
def test_who_may_hold_a_title_says_whom_a_clause_without_a_name_means(text: str, found: list[str]) -> None:
    assert told(text) == found


def test_a_list_whose_members_each_end_in_the_word_title_is_one_list() -> None:
    text = "{Person=李华}荣获{Honor=“种茶大户”}称号、{Honor=“致富能手”}称号和{Honor=“身边好人”}称号。"
    assert len(told(text)) == 3


COUNTED = [
    (
        "{County=东湖区}，{County=西岭区}、{County=北山区}3个城区为{Honor=全国示范城区}。",
        ["东湖区", "北山区", "西岭区"],
    ),
    ("{County=东湖区}来了，{County=西岭区}、{County=北山区}2个城区为{Honor=全国示范城区}。", ["北山区", "西岭区"]),
    ("{County=东湖区}来了，{County=西岭区}、{County=北山区}4个城区为{Honor=全国示范城区}。", ["北山区", "西岭区"]),
    (
        "{Prefecture=江岳市}1个大城市，{County=西岭县}、{County=北山县}2个县共3个市县入围{Honor=全国文明城市}。",
        ["北山县", "江岳市", "西岭县"],
    ),
]


@pytest.mark.parametrize(("text", "found"), COUNTED)
def test_a_list_goes_back_over_a_comma_as_far_as_its_number_says(text: str, found: list[str]) -> None:
    assert [row.split()[0] for row in told(text)] == found


def test_a_member_that_no_mention_names_parts_no_list() -> None:
    text = "{County=东湖县}、荆溪县、{County=北山县}获评{Honor=全国文明县}。"
    assert told(text) == ["东湖县 received 全国文明县", "北山县 received 全国文明县"]


ON_A_LIST = [
    ("省里公布{Honor=全省文明村}名单。{Village=石桥村}、{Village=柳湾村}2个村榜上有名。", ["柳湾村", "石桥村"]),
    ("省里公布{Honor=全省文明村}名单。其中，{Village=石桥村}成功入选。", ["石桥村"]),
    ("省里公布{Honor=全省文明县}名单。{Province=江岳省}3个县入选。", []),
    ("省里公布{Honor=全省文明县}名单。{Village=石桥村}入选。", []),
    ("记者看过{Honor=全省文明村}。{Village=石桥村}入选。", []),
]


@pytest.mark.parametrize(("text", "found"), ON_A_LIST)
def test_who_is_on_the_list_of_the_sentence_before_holds_its_title(text: str, found: list[str]) -> None:
    assert [row.split()[0] for row in told(text)] == found


def test_where_a_title_is_for_villages_no_county_of_which_the_clause_speaks_has_it() -> None:
    assert told("{County=云岭县}松桥社区地处城南，先后荣获{Honor=全国文明社区}。") == []


def test_what_a_house_goes_by_is_not_what_its_county_goes_by() -> None:
    assert told("{County=云岭县}{Facility=青石产业园}采用{Mechanism=“五统一”模式}。") == []
    assert told("{County=云岭县}建成{Facility=青石产业园}，采用{Mechanism=“五统一”模式}。") == [
        "云岭县 adopts “五统一”模式",
        "云岭县 establishes 青石产业园",
    ]


def test_a_way_called_by_its_place_is_the_place_s_where_nobody_else_is_named() -> None:
    text = "云岭县“邻里直播”模式获居民点赞。"
    inside = (Mention(Span(0, 3), "County", "test", "云岭县"),)
    way = Mention(Span(0, 11), "Mechanism", "test", "邻里直播", Form.QUOTED, Span(4, 8), inside)
    assert told(text, mentions=[way]) == ["云岭县 adopts 云岭县“邻里直播”模式"]
