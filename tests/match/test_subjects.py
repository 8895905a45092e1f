"""Of whom a clause speaks: who is named in it, who goes on acting, and who does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.match.rulebook.rule_entries import parse_example
from kg.match.rulebook.rules import load_rules
from kg.match.subjects.clause import Clause, actor
from kg.match.subjects.openers import Openers, compile_openers
from kg.match.subjects.speakers import speakers
from kg.match.subjects.subjects import AHEAD_WORDS, clauses
from kg.model import Document, Form, Mention, Sentence, Span
from kg.proof.pages import plain_document
from kg.read.page.sentences import sentences

RULES = load_rules()
OPENERS = compile_openers(RULES)
WHO = frozenset(
    {"County", "Township", "Village", "Enterprise", "Person", "Facility", "Mechanism", "Association",
     "PartyOrganization", "GovernmentBody"}
)  # fmt: skip


def read(marked: str) -> tuple[Document, list[Mention]]:
    """{Village=白河村}: a mention of that class; {Village:anaphor=该村} likewise, of that form."""
    example = parse_example(marked)
    return plain_document(example.text), [
        Mention(Span(a, b), kind, "test", example.text[a:b], Form(form) if form else Form.PROPER)
        for kind, form, a, b in example.marks
    ]


def rows(marked: str, openers: Openers = OPENERS) -> list[tuple[Clause, ...]]:
    document, mentions = read(marked)
    return clauses(document, sentences(document), mentions, openers)


def acting(marked: str, openers: Openers = OPENERS) -> list[str]:
    """For each clause the names of those who act, "-" for the place of the text, "?" for somebody unknown."""
    found = []
    for row in rows(marked, openers):
        for clause in row:
            who = actor(clause, WHO)
            found.append("?" if who is None else "、".join(m.name for m in who) or "-")
    return found


ACTS = [
    (
        "{County=云岭县}至{Facility=青石快速公路}去年通车；建成公园。",
        ["青石快速公路", "青石快速公路"],
        "a road is spoken of, and not where it begins",
    ),
    (
        "{County=云岭县}引进画家{Person=李华}，办起不小的画室。",
        ["云岭县", "云岭县"],
        "who is brought in does not act",
    ),
    (
        "去年，{Village=白河村}建成大棚，一亩收三千斤；修通水渠。",
        ["-", "白河村", "白河村", "白河村"],
        "behind a semicolon acts who acted first",
    ),
    (
        "{County=云岭县}：一是修路，村民投劳；二是修渠。",
        ["云岭县", "云岭县", "?", "云岭县"],
        "what is counted off is of whom the list began with",
    ),
    ("{Village=白河村}轮流放水，村民叫它“轮渠法”。", ["白河村", "白河村"], "they only call it so"),
    ("{Village=白河村}的晒场上，{Mechanism=积分制}上了墙。", ["-", "白河村"], "what is seen outdoors is seen there"),
    ("落户{Township=青石镇}的{Enterprise=恒远公司}推行河长制。", ["恒远公司"], "who came to settle there acts"),
    (
        "入驻{County=云岭县}产业园的{Enterprise=恒远公司}推行河长制。",
        ["恒远公司"],
        "who is in a park of the place acts",
    ),
    (
        "{PartyOrganization=青石镇党委}委员、{Village=白河村}党总支书记、村委会主任{Person=李华}介绍，去年建起冷库。",
        ["李华", "白河村"],
        "who holds several posts speaks for the one that stands next to his name",
    ),
    (
        "{GovernmentBody=县水利局}派驻{Village=白河村}第一书记、{Team=助农工作队}队长{Person=李华}介绍，去年建起冷库。",
        ["李华", "白河村"],
        "who was sent speaks for the village, and not for who sent him or came with him",
    ),
    ("如今的{Village=白河村}，种起茶。", ["白河村", "白河村"], "how a place is now is of that place"),
    ("说起{Village=白河村}的变化，离不开一件事：种起茶。", ["白河村", "白河村", "白河村"], "whose change it is"),
    ("{Village=白河村}的变化，源于种茶。", ["白河村", "白河村"], "what its change comes from is its doing"),
    ("{Village=白河村}之所以富，关键在于种茶。", ["白河村", "白河村"], "and so is why it is so"),
    ("据{Village=白河村}负责人介绍，种起茶。", ["白河村", "白河村"], "an account is of whom it names"),
    ("{Village=白河村}种茶。", ["白河村"], "who stands first acts"),
    (
        "{Village=白河村}修了路，村民都高兴；种起茶，{Township=青石镇}来看；办起夜校。",
        ["白河村", "?", "白河村", "青石镇", "白河村"],
        "behind a semicolon acts who acted first",
    ),
    (
        "{County=云岭县}重视茶业。石岭茶坊走了另一条路。它办起夜校。",
        ["云岭县", "云岭县", "?"],
        "它 is what no mention names",
    ),
    ("{County=云岭县}重视茶业。它办起夜校。", ["云岭县", "云岭县"], "它 is what was spoken of"),
    (
        "{County=云岭县}重视茶业，如今这家老厂办起夜校，该店修了路。",
        ["云岭县", "?", "?"],
        "a firm that is only pointed at",
    ),
    (
        "{County=江岳区}的帮扶企业{Enterprise=绿野公司}种茶，修了路。",
        ["绿野公司", "绿野公司"],
        "what it is, and then its name",
    ),
    ("{Township=青石镇}下设六个支部，修了路。", ["青石镇", "青石镇"], "what is below it it has set up"),
    ("{Township=青石镇}上下同心，修了路。", ["青石镇", "青石镇"], "all its people together"),
    ("{Enterprise=绿野公司}中标后，种起茶。", ["绿野公司", "绿野公司"], "it wins a bid"),
    (
        "{Village=白河村}种茶。{GovernmentBody=县财政局}拨付九万元。修了路。",
        ["白河村", "县财政局", "白河村"],
        "who gives money does nothing of what follows",
    ),
    (
        "{Village=白河村}种茶。{PartyOrganization=市委}领导来村里调研。修了路。",
        ["白河村", "市委", "白河村"],
        "nor does who comes to see it",
    ),
    ("{Township=青石镇}有个叫{Person=李华}的青年，种起茶。", ["李华", "李华"], "somebody called so"),
    ("有位名叫{Person=李华}的青年，种起茶。", ["李华", "李华"], "also where no place is named"),
    ("{Person=李华}所在的{Village=白河村}办起夜校，修了路。", ["白河村", "白河村"], "where he is acts"),
    ("{Person=李华}创办的{Enterprise=绿野公司}，种起茶。", ["绿野公司", "绿野公司"], "and what he founded"),
    ("去年以来，{Village=白河村}种茶，修了路。", ["-", "白河村", "白河村"], "words of time may stand before"),
    ("2021年度{Village=白河村}种茶。", ["白河村"], "and the year of an account"),
    ("{Township=青石镇}{Village=白河村}种茶。", ["白河村"], "of a chain the last acts"),
    ("{Village=白河村}、{Village=柳湾村}种茶。", ["白河村、柳湾村"], "of a list all act"),
    ("{Enterprise=恒远公司}与{Village=白河村}签约。", ["恒远公司"], "whom 与 joins does not act"),
    ("{Association=茶叶协会}会长{Person=李华}建起茶园。", ["李华"], "of a body, a role and a person the person acts"),
    ("{Village=白河村}民{Person=李华}建起茶园。", ["李华"], "one of a village whose last character is also his"),
    ("{Township=青石镇}的{Enterprise=恒远公司}投产。", ["恒远公司"], "what stands in a place acts"),
    ("{Village=白河村}的茶叶好卖。", ["-"], "the place of a thing does not act"),
    ("{Village=白河村}{Industry=茶叶}面积达千亩，办起夜校。", ["白河村"] * 2, "of a measured crop the village is told"),
    ("{Village=白河村}境内有两条河。", ["-"], "land inside a place is not the place acting"),
    ("{Association=茶叶协会}覆盖率达九成。", ["-"], "a body that is measured does not act"),
    ("开茶馆的{Person=李华}招工。", ["李华"], "who is described acts"),
    ("大家找到{Person=李华}。", ["?"], "whom a crowd finds does not act"),
    ("{Person=李华}办茶馆。他又建民宿。", ["李华", "李华"], "他 is the last person"),
    ("{Person=李华}办茶馆。{Village=白河村}富了。不愿走的他，又建民宿。", ["李华", "白河村", *["李华"] * 2], "的"),
    ("{Person=李华}办茶馆。{Village=白河村}富了。不愿走的他，又建民宿。", ["李华", "白河村", "李华", "李华"],
     "also behind 的"),
    ("{Person=王丽芳}种茶。{Person=李建军}来看。她又建厂。", ["王丽芳", "李建军", "王丽芳"], "她 is no 建军"),
    ("{Person=李建军}种茶。{Person=王丽芳}来看。他又建厂。", ["李建军", "王丽芳", "李建军"], "nor is 他 a 丽芳"),
    ("{Person=李建军}种茶。她又建厂。", ["李建军", "李建军"], "unless there is nobody else"),
    ("{Mechanism=夜访机制}好用。该机制深入人心。", ["夜访机制", "夜访机制"], "该机制 is the last way of working"),
    ("{Mechanism=夜访机制}好用，获评典型案例。", ["夜访机制", "夜访机制"], "a way of working is spoken of to the end"),
    ("{County=云岭县}的{Mechanism=夜访机制}2010年获奖，获评典型案例。", ["夜访机制"] * 2, "what is praised"),
    ("{County=云岭县}的{Mechanism=夜访机制}好用，获评典型案例。", ["-", "-"], "and what is only good"),
    ("{Mechanism=夜访机制}好用，社区很满意。", ["夜访机制", "-"], "but not where something else is the subject"),
    ("{Mechanism=夜访机制}好用。推行河长制。", ["夜访机制", "-"], "no way of working acts in the next sentence"),
    ("{County=云岭县}推行的{Mechanism=夜访机制}，获评典型案例。", ["夜访机制", "夜访机制"], "one long name"),
    ("镇上推行的{Mechanism=夜访机制}，获评典型案例。", ["夜访机制", "夜访机制"], "pushed by nobody named"),
    ("{Village=白河村}种茶。我们修了路。", ["白河村", "-"], "我们 is the place of the writer"),
    ("由{Association=茶叶协会}牵头，会同各方种茶。", ["茶叶协会", "茶叶协会"], "who leads acts"),
    ("{Person=李华}说：“{Village=白河村}种茶，修了路。”", ["李华", "白河村", "白河村"], "quoted words name who acts"),
    ("由{Enterprise=恒远公司}建设的{Facility=茶博园}去年开业，获评先进。", ["茶博园"] * 2, "what it made acts"),
    ("{GovernmentBody=县税务局}聚焦需求，修了路。", ["县税务局"] * 2, "who sees to something goes on"),
    ("{Village=白河村}种茶。{Enterprise=云岭日报}多次聚焦，修了路。", ["白河村", "云岭日报", "白河村"],
     "but not who tells of it"),
    ("村民种茶。", ["?"], "a crowd without a name acts"),
    ("推行河长制。", ["-"], "without a subject it is the place of the text"),
    ("{Facility=茶博园}落户云岭，种茶千亩。", ["茶博园", "-"], "what is set up does not go on acting"),
    ("{Village=白河村}建成茶厂，种茶千亩。", ["白河村", "白河村"], "who sets something up goes on acting"),
    ("地处山区的{Township=青石镇}{Village=白河村}通过试点，种茶千亩。", ["白河村", "白河村"], "described first"),
    ("此次分红的{Village=白河村}将荒地利用，增收。", ["白河村", "白河村"], "also by what it has done"),
    ("{County=云岭县}种茶。在{County=青石县}，建起茶园。推行河长制。", ["云岭县", *["青石县"] * 3], "a scene"),
    ("{County=云岭县}种茶。走进{Village=白河村}，推行河长制。", ["云岭县", "白河村", "白河村"], "also of a village"),
    ("{County=云岭县}种茶。在{Prefecture=江岳市}，推行河长制。", ["云岭县"] * 3, "but no city"),
    ("走进风景如画的{Village=白河村}参观，种茶千亩。", ["-", "-"], "where somebody goes does not act"),
    ("{PartyOrganization=县委}{GovernmentBody=县政府}种茶。", ["-"], "party and government act for the place"),
    ("{Village=白河村}种茶。该公司建成茶厂。", ["白河村", "?"], "该公司 is nobody where the text has named none"),
    ("{Township=青石镇}{Village=白河村}大棚里，辣椒红了。", ["白河村", "白河村"], "behind a scene who is there acts"),
    ("{Village=白河村}里，{Industry=辣椒}红了。", ["-", "白河村"], "also where it is told of a crop"),
    ("示范社5个，{Association=云岭联合体}3个，产值过亿。", ["-", "-", "-"], "who is counted does not act"),
    ("{Place=黄河}东岸的{Township=青石镇}种茶。", ["青石镇"], "who lies on a river acts, not the river"),
    ("{Community=松湾社区}第二睦邻中心开展慰问。", ["?"], "a body of a place without a mention acts"),
    ("{County=云岭县}种茶。白河、柳湾等4个村联合种茶。", ["云岭县", "?"], "several without a mention act"),
    ("{GovernmentBody=县委县政府}推行河长制。", ["-"], "the leaders of a county act for it"),
    ("{Community=望江小区}装了电梯。", ["-"], "an estate does not act"),
    ("{Association=云岭县工商联}种茶。{Prefecture:anaphor=该县}工商联建茶园。", ["云岭县工商联", "云岭县工商联"],
     "the body of the place by its last word"),
    ("{County=云岭县}种茶，其中党员59名，修了路。", ["云岭县"] * 3, "a crowd that is counted does not act"),
    ("{County=云岭县}种茶，群众满意率达九成。", ["云岭县"] * 2, "nor does one whose opinion is measured"),
    ("{County=云岭县}种茶，群众59人赶来，修了路。", ["云岭县", "?", "?"], "but one that comes does"),
    ("主产区{County=云岭县}种茶。", ["云岭县"], "what a place is may stand before its name"),
    ("产茶大县{County=云岭县}种茶。", ["云岭县"], "also by its trade and size"),
    ("走进产茶大县{County=云岭县}参观。", ["-"], "but not where somebody goes there"),
    ("{Prefecture=江岳市}的{County=云岭县}种茶。", ["云岭县"], "the place within a place acts"),
    ("{Prefecture=江岳市}的{County=云岭县}、石桥县种茶。", ["-"], "but not one of a list of them"),
    ("位于{County=云岭县}境内的{Enterprise=恒远公司}种茶。", ["恒远公司"], "what lies there acts"),
    ("坐落在{Township=青石镇}上的{Enterprise=恒远公司}种茶。", ["恒远公司"], "on it"),
    ("{Enterprise=恒远公司}位于{Township=青石镇}，种茶千亩。", ["恒远公司"] * 2, "a firm behind where it lies"),
    ("{Village=白河村}建立服务站——{Facility=“石榴籽”驿站}，修了路。", ["白河村"] * 2, "who founds goes on"),
    ("茶博园的开创地——{Village=白河村}，修了路。", ["白河村"] * 2, "what a dash explains"),
    ("{GovernmentBody=江岳市公安局}石桥派出所修了路。", ["?"], "what is below a bureau acts, and not the bureau"),
    ("{GovernmentBody=江岳市公安局}交通警察大队修了路。", ["?"], "also a brigade"),
    ("{Enterprise=恒远公司}成立江岳分公司，修了路。", ["恒远公司"] * 2, "who founds a branch acts"),
    ("{Village=白河村}种茶。我院修了路。", ["白河村", "-"], "我院 is of whom the writer writes"),
    ("{Village=白河村}种茶。我站在山上，修了路。", ["白河村", "白河村", "白河村"], "who stands is no station"),
    ("{GovernmentBody=市水利局}派出党员{Person=李华}任书记，修了路。", ["市水利局"] * 2, "who sends somebody acts"),
    ("{GovernmentBody=市水利局}派出{Person=李华}到{Village=白河村}任职，修了路。", ["市水利局", "白河村"],
     "but what follows a post in a village is the village's"),
    ("{GovernmentBody=市水利局}委派干部{Person=李华}为{Township=青石镇}{Village=白河村}第一书记。他推行河长制。",
     ["市水利局", "李华"], "and he acts who is sent"),
    ("排在首位的是{Township=青石镇}{Village=白河村}，靠茶致富。", ["白河村"] * 2, "who stands behind 是"),
    ("{County=云岭县}种茶，其次是{Village=白河村}，靠茶致富。", ["云岭县", "白河村", "白河村"], "also behind an order"),
    ("头一个搬来的企业，是{Enterprise=恒远公司}，建起茶厂。", ["-", "恒远公司", "恒远公司"], "also behind a comma"),
    ("带头的是老党员{Person=李华}，建起茶厂。", ["李华"] * 2, "with his role"),
    ("种茶的是{Village=白河村}村民，建起茶厂。", ["-"] * 2, "but not where the place is only whose"),
    ("{Person=李华}是{Village=白河村}，建起茶厂。", ["李华"] * 2, "nor behind a subject"),
    ("{Person=李华}种茶。她领办的{Association=茶叶合作社}建起茶厂，招工。", ["李华", *["茶叶合作社"] * 2],
     "her body acts"),
    ("{Person=李华}种茶。她帮扶的{Village=白河村}建起茶厂。", ["李华", "白河村"], "so does the village that she helps"),
    ("{Person=李华}种茶。她的{Association=茶叶合作社}的茶厂建成，招工。", ["李华"] * 3, "but not what belongs to it"),
    ("总投资9亿元的{Facility=云岭码头}去年完工，停船。", ["云岭码头"] * 2, "what is of such a size"),
    ("投资9亿元的{Facility=云岭码头}，停船。", ["-"] * 2, "but not at the end of its clause"),
    ("在{Prefecture=云州}打工多年的{Person=李华}回到村里，建起茶厂。", ["李华"] * 2, "who has been somewhere"),
    ("从{Prefecture=云州}来挂职的{County=云岭县}副县长{Person=李华}负责园区，建起茶厂。", ["李华"] * 2,
     "with a role in the county"),
    ("在集市卖菜的大嫂{Person=李华}建起茶厂，招工。", ["李华"] * 2, "with what he is called"),
    ("在{Prefecture=云州}的{Person=李华}家，招工。", ["-"] * 2, "but not whose house it is"),
    ("{County=云岭县}的龙头企业{Enterprise=恒远公司}建起茶厂，招工。", ["恒远公司"] * 2, "of what kind a body is"),
    ("{Village=白河村}与{Enterprise=恒远公司}签约，对方出资，建起茶厂。", ["白河村", *["恒远公司"] * 2],
     "the other side"),
    ("{County:anaphor=县里}同{Prefecture=云州}{Institution=云州大学}合建的{Facility=创意园}去年投用，招工。",
     ["创意园"] * 2, "what it built with a partner"),
    ("{GovernmentBody=市水利局}派出{Person=李华}到{Village=白河村}调研，修了路。", ["市水利局"] * 2,
     "a visit is no post"),
    ("{GovernmentBody=市水利局}派出{Person=李华}到{County=云岭县}任职，修了路。", ["市水利局"] * 2,
     "nor is a county a home"),
    ("{Township=青石镇}设专班，{PartyOrganization=镇党委}书记任“双组长”，修了路。", ["青石镇"] * 3,
     "a clause that only says who leads a group is an aside"),
    ("{Township=青石镇}设专班，{PartyOrganization=镇党委}书记{Person=李华}任组长，修了路。", ["青石镇"] * 3,
     "with his name"),
    ("{Township=青石镇}设专班，{PartyOrganization=镇党委}书记任组长、副组长，修了路。", ["青石镇"] * 3, "of two posts"),
    ("{Township=青石镇}设专班，{PartyOrganization=镇党委}推举{Person=李华}任组长，修了路。",
     ["青石镇", "镇党委", "镇党委"], "but not one that says who gave the post"),
    ("{Village=白河村}还建起立体化的{Mechanism=夜访机制}，修了路。", ["白河村"] * 2,
     "what one makes besides is not spoken of"),
    ("{Village=白河村}推行精细化的{Mechanism=夜访机制}，修了路。", ["白河村"] * 2, "nor what one makes of such a kind"),
    ("{County=云岭县}扶贫督查组来到山上，修了路。", ["?", "?"], "nor is a group of a county the county"),
    ("{County=云岭县}黄岩生态旅游区获评先进，修了路。", ["?", "?"], "nor a zone in it"),
    ("{County=云岭县}重点打造生态旅游区，修了路。", ["云岭县"] * 2, "but it makes one"),
    ("{Village=白河村}种茶，{GovernmentBody=水务局}出资，驻村工作队修了路。", ["白河村", "水务局", "-"],
     "a team is not the bureau named last"),
    ("{GovernmentBody=县公安局}巡山。他们修了路。", ["县公安局"] * 2, "the people of a body act for it"),
    ("{Person=李华}巡山。他们修了路。", ["李华", "?"], "nor are they one person"),
    ("{County=云岭县}建立以支部为核心，党员为先锋的机制，种茶千亩。", ["云岭县"] * 3, "a vanguard does nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "who", "why"), ACTS, ids=[row[2] for row in ACTS])
def test_who_acts_in_each_clause(marked: str, who: list[str], why: str) -> None:
    assert acting(marked) == who, why


def test_a_committee_and_a_government_that_no_mention_names_act_for_their_place() -> None:
    document, (town, way) = read("{Township=青石镇}党委、政府推行{Mechanism=“四联”机制}。")
    body = Mention(Span(town.span.start, town.span.end + 2), "PartyOrganization", "test", "青石镇党委", inside=(town,))
    row = clauses(document, sentences(document), [body, way], OPENERS)[0]
    assert actor(row[0], WHO) == (town,)


def test_a_sentence_that_opens_with_a_verb_goes_on_about_the_same() -> None:
    assert acting("{Village=白河村}种茶。推行河长制。") == ["白河村", "白河村"]


def test_a_county_acts_on_behind_the_example_of_one_of_its_villages() -> None:
    assert acting("{County=云岭县}办起食堂。{Village=白河村}请来厨师。建成广场。") == ["云岭县", "白河村", "云岭县"]
    assert acting("{Township=青石镇}办起食堂。{Village=白河村}请来厨师。建成广场。") == ["青石镇", "白河村", "白河村"]


def test_what_somebody_says_of_himself_he_does() -> None:
    document, mentions = read("“我种了20亩茶，去年又养了羊！”{Person=李华}说。")
    people = speakers(document, mentions, RULES)
    row, *_ = clauses(document, sentences(document), mentions, OPENERS, {}, people)
    assert [actor(clause, WHO) for clause in row][:2] == [(mentions[0],), (mentions[0],)]


@pytest.mark.parametrize(
    "marked",
    [
        "“今年茶叶卖得好！”{Person=李华}说。",
        "{Person=李华}介绍：“今年茶叶卖得好！”",
        "“今年好！”种茶大户{Person=李华}高兴地说。",
    ],
)
def test_the_speaker_stands_before_or_behind_his_words(marked: str) -> None:
    document, mentions = read(marked)
    assert list(speakers(document, mentions, RULES).values()) == mentions


def test_a_speaker_may_stand_behind_many_names() -> None:
    document, mentions = read(
        "“路通了，水也通了！”{County=云岭县}{Township=青石镇}{Village=白河村}{PartyOrganization=支部}{Person=李华}说。"
    )
    assert list(speakers(document, mentions, RULES).values()) == mentions[-1:]


def test_he_who_speaks_is_whom_the_paragraph_named_last() -> None:
    document, mentions = read("{Person=李华}养羊。他说：“今年养了羊，我家收入3万元！”")
    assert list(speakers(document, mentions, RULES).values()) == mentions


def test_a_paragraph_behind_a_name_and_a_colon_is_what_he_says() -> None:
    document, mentions = read("{Enterprise=恒远公司}经理{Person=李华}：我们公司种了茶，建了厂。")
    voices = {mentions[1].span.end + 1: (mentions[0],)}
    people = speakers(document, mentions, RULES)
    assert people == {mentions[1].span.end + 1: mentions[1]}
    row, *_ = clauses(document, sentences(document), mentions, OPENERS, voices, people)
    assert [actor(clause, WHO) for clause in row][1:] == [(mentions[0],)] * 2


def test_a_colon_behind_a_name_alone_announces_no_speech() -> None:
    document, mentions = read("{Person=李华}：茶山上的带头人。")
    assert speakers(document, mentions, RULES) == {}


def test_a_person_without_a_verb_of_speech_says_nothing() -> None:
    document, mentions = read("“今年茶叶卖得好！”{Person=李华}转身下山。")
    assert speakers(document, mentions, RULES) == {}


def test_a_byline_has_no_clauses_and_nobody_acts_in_it() -> None:
    document = plain_document("本报讯（记者李华）")
    byline = Sentence(Span(0, 9), (), 0, 0)
    assert clauses(document, [byline], [], OPENERS) == [()]


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        ("{Village=白河村}党支部书记{Person=李华}介绍，以前村里穷。建成广场。", "白河村"),
        ("{Enterprise=绿野公司}员工{Person=李华}说，订单多了。建成厂房。", "绿野公司"),
        ("{Village=白河村}富了。{PartyOrganization=村党支部}书记{Person=李华}介绍，以前村里穷。建成广场。", "白河村"),
        ("{County=云岭县}富了。{PartyOrganization=村党支部}书记{Person=李华}介绍，以前村里穷。建成广场。", "村党支部"),
        ("{Village=白河村}村民{Person=李华}流转了土地。建成大棚。", "李华"),
        ("{Village=白河村}村民{Person=李华}介绍，以前村里穷。他借了钱，建成大棚。", "李华"),
    ],
)
def test_who_only_tells_of_a_place_or_body_does_not_act_on_behind_his_words(marked: str, who: str) -> None:
    assert acting(marked)[-1] == who


def test_behind_a_paragraph_on_its_office_a_town_goes_on_of_which_the_report_began() -> None:
    assert acting("{Township=白河镇}富了。\n{PartyOrganization=镇党委}推行河长制。\n建成广场。")[-1] == "白河镇"


def test_he_is_nobody_whom_only_a_byline_names() -> None:
    document, (village, reporter) = read("{Village=白河村}富了（记者{Person=李华}）。他种了十亩辣椒。")
    for mention, who in ((reporter, reporter), (replace(reporter, rule="byline"), village)):
        row = clauses(document, sentences(document), [village, mention], OPENERS)[-1]
        assert actor(row[-1], WHO) == (who,)


@pytest.mark.parametrize("word", [*AHEAD_WORDS, "依托", "通过", "围绕"])
def test_what_a_clause_goes_by_is_done_by_whom_the_next_one_names(word: str) -> None:
    marked = f"{{GovernmentBody=国务院}}发布条例。{word}评价体系，{{County=云岭县}}细化指标。"
    assert acting(marked) == ["国务院", "云岭县", "云岭县"]


@pytest.mark.parametrize("word", ["梳理", "公布"])
def test_what_is_done_to_something_is_done_by_who_acted_before(word: str) -> None:
    marked = f"{{GovernmentBody=国务院}}发布条例。{word}评价体系，{{County=云岭县}}细化指标。"
    assert acting(marked) == ["国务院", "国务院", "云岭县"]
