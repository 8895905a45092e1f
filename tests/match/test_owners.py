"""Of whom the figures of a clause speak: who is named, shown, founded, built, or speaks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.explain import explain
from kg.match.figures.owners import Owning, compile_owning, owners
from kg.match.posts.posts import compile_posts, find_posts, find_roles
from kg.match.rulebook.rule_entries import parse_example
from kg.match.rulebook.rules import load_rules
from kg.match.subjects.openers import compile_openers
from kg.match.subjects.speakers import bodies_of, speakers
from kg.match.subjects.stand_ins import compile_stand_ins, find_stand_ins
from kg.match.subjects.subjects import clauses
from kg.match.subjects.telling import compile_voices
from kg.model import Article, Form, Mention, Paragraph, Span
from kg.pipeline import load_tools
from kg.proof.pages import plain_document
from kg.read.page.sentences import sentences

RULES = load_rules()
OPENERS, POSTS = compile_openers(RULES), compile_posts(RULES)
OWNING, STAND_INS = compile_owning(RULES, OPENERS), compile_stand_ins(RULES)


def owned(marked: str, owning: Owning = OWNING) -> list[str]:
    """For each clause whose its figures are: "-" for the place of the text; behind @ the place of its people."""
    example = parse_example(marked)
    document = plain_document(example.text)
    mentions = [
        Mention(Span(a, b), kind, "test", example.text[a:b], Form(form) if form else Form.PROPER, core(example.text, a))
        for kind, form, a, b in example.marks
    ]
    said = sentences(document)
    posts = find_posts(document, said, mentions, POSTS)
    voices = speakers(document, mentions, RULES)
    rows = clauses(document, said, mentions, OPENERS, bodies_of(voices, posts))
    told = compile_voices(RULES, voices, posts, find_roles(document, said, mentions, POSTS))
    stands = find_stand_ins(document, said, mentions, STAND_INS, OPENERS)
    return [
        who.name if who else "-"
        for row in owners(document, said, mentions, rows, told, owning, stands)
        for who, _ in row
    ]


def core(text: str, start: int) -> Span | None:
    """What stands in the quotation marks with which a name begins."""
    return Span(start + 1, text.index("”", start)) if text[start] == "“" else None


def test_a_paragraph_opens_behind_its_byline() -> None:
    assert owned("本报讯（记者李华）{GovernmentBody=云岭县供电局}建站。完成8处。") == ["云岭县供电局"] * 2


OWNED: list[tuple[str, list[str], str]] = [
    (
        "聚焦民生，{County=云岭县}改善服务。{Village=白河村}请来厨师。办起食堂9处。",
        ["云岭县", "云岭县", "白河村", "云岭县"],
        "a county that its aim comes before is spoken of again behind an example",
    ),
    ("{Village=白河村}种茶，产茶8吨。", ["白河村", "白河村"], "who is named goes on"),
    ("村民{Person=王大海}种茶9亩。", ["王大海"], "a person is no sea"),
    (
        "{Village=白河村}热闹。“我每月收入9元。”在茶厂里，村民{Person=李华}满脸喜色。",
        ["白河村", "李华", "白河村", "李华"],
        "whose face shows it is who has spoken",
    ),
    (
        "{Village=白河村}新建{Facility=白河输水管网}6公里，项目区茶园9亩。",
        ["白河村", "白河村"],
        "where a project is stands for no works",
    ),
    (
        "{Village=白河村}热闹。本届{Event=采摘节}揽客9人，实现收入9元。",
        ["白河村", "采摘节", "采摘节"],
        "an event draws guests and earns",
    ),
    (
        "{GovernmentBody=文化馆}把传习所设到了{Institution=白河中学}，带出学员9名。",
        ["文化馆", "文化馆"],
        "a house that gives room only",
    ),
    (
        "{Enterprise=白河供电公司}建起的{Facility=白河变电站}去年投运，年供电9亿度。",
        ["白河变电站", "白河变电站"],
        "what a body has put up is spoken of",
    ),
    (
        "村民{Person=王大海}种树。他的{Association=白河合作社}与{GovernmentBody=林业局}合作，种树9亩。",
        ["王大海", "白河合作社", "白河合作社"],
        "what is his acts, with whomever",
    ),
    (
        "村民{Person=王大海}捡瓶子。县城那家{Facility=“垃圾银行”}是协会开的，收废品9吨。",
        ["王大海", "“垃圾银行”", "“垃圾银行”"],
        "that one there is spoken of",
    ),
    ("种茶900亩。", ["-"], "without a name it is the place of the text"),
    ("{Village=白河村}变了样。村民{Person=李华}带头种茶。去年人均收入9万元。", ["白河村", "李华", "白河村"],
     "nothing is reckoned by the head of one man"),
    ("{Village=白河村}变了样。“真好。”村民{Person=李华}说。去年种茶9亩。", ["白河村", "李华", "李华", "白河村"],
     "who has only said what he thinks"),
    ("{Village=白河村}变了样。“我家种茶。”村民{Person=李华}说。去年收茶9吨。", ["白河村", "李华", "李华", "李华"],
     "but of who has spoken of himself it goes on"),
    # an estate is counted, though nobody acts for it; so is the whole of a place
    ("{Community=泸溪小区}曾是住宅区，242户居民入住。", ["泸溪小区"] * 2, "an estate is counted"),
    ("建成于1998年的{Community=泸溪小区}共有居民90户。", ["泸溪小区"], "behind when it was built"),
    ("{Community=泸溪小区}居民反映问题9件。", ["-"], "who lives there is not the estate"),
    (
        "对口帮扶{Village=白河村}的{Prefecture=云州市}{County=云岭县}出资90万元，建水池5个。",
        ["云岭县"] * 2,
        "who helps is whose figures they are",
    ),
    ("共建{Facility=社区金融服务站}，月流水超400万元。", ["-", "社区金融服务站"], "what it turns over is its own"),
    ("{Program=石桥水泥路项目}28条，投资90万元。", ["-", "-"], "what is counted owns nothing"),
    (
        "{Community=青石社区}组建{Team:quoted=“石榴籽”志愿服务队}。“石榴籽”累计化解纠纷46起。",
        ["青石社区", "“石榴籽”志愿服务队"],
        "a team goes by the name in its quotation marks",
    ),
    ("{Village=白河村}种茶。我院办案90件。", ["白河村", "-"], "我院 is the body that the report is about"),
    ("{Village=白河村}种茶。{Facility=制茶中心}开业。自试运营以来，制茶9吨。", ["白河村", *["制茶中心"] * 3],
     "what has run since is what was named last"),
    ("{Township=青石镇}种茶。9个{Facility:quoted=“茶话屋”}开办以来，议事90次。", ["青石镇", *["“茶话屋”"] * 2],
     "what a clause says to have run since"),
    ("自2018年{Institution=就业中心}成立以来，建站9个。", ["就业中心"] * 2, "or been founded"),
    ("{Facility:quoted=“云中院”}开门，{Village=白河村}变了样。开业头三个月，收入9万元，分红3万元。",
     ["“云中院”", "白河村", *["“云中院”"] * 3], "what opened, and not the village that was named since"),
    ("{Enterprise=恒远公司}在{Region=云岭工业园}办厂，投产后产茶9吨。", ["恒远公司"] * 2, "not where it stands"),
    ("{Township=青石镇}种茶，由9名老师组成“{Team:quoted=轻骑队}”，化解纠纷90起。", ["青石镇", "轻骑队", "轻骑队"],
     "the team that its people make up"),
    ("{Township=青石镇}抽调干部9名组成“{Team:quoted=轻骑队}”，种茶90亩。", ["青石镇"] * 2, "but not who picks them"),
    ("{Township=青石镇}种茶。{Village=白河村}种菜，9个村都有。", ["青石镇", "白河村", "青石镇"],
     "no village has villages"),
    ("{Village=白河村}种茶。村民{Person=李华}种菜9亩。小哥们采茶9斤。", ["白河村", "李华", "白河村"],
     "many, and not the one named"),
    ("{Township=青石镇}种茶，{County:anaphor=县里}给配了电话9部，化解纠纷9起。", ["青石镇", "县里", "青石镇"],
     "who gives things"),
    ("{Place=清溪河}在{County=云岭县}境内长9公里，流经9个镇。", ["清溪河"] * 2, "how long a river is"),
    ("{Person=李华}种茶。{Prefecture=云岭市}产值达9亿元。其中，茶业9亿元。", ["李华", *["云岭市"] * 3], "其中 goes on"),
    ("种茶9亩。{County=云岭县}的游客达9万人。外贸方面，出口9万元。", ["-", "云岭县", "-", "-"], "another topic"),
    ("{Village=白河村}种茶。村民{Person=李华}种菜。目前，修路9里。", ["白河村", "李华", *["白河村"] * 2], "summed up"),
    ("“我家种茶9亩，卖茶9斤。”{Village=白河村}党支部书记{Person=李华}说。", ["李华", "李华", "白河村"],
     "his own, whatever he leads"),
    ("“我们种茶9亩。”{Village=白河村}党支部书记{Person=李华}说。", ["白河村"] * 2, "what we grow is the village's"),
    ("“{Association=茶叶合作社}富了，流转土地900亩！”{Village=白河村}党支部书记{Person=李华}说。",
     ["茶叶合作社", "茶叶合作社", "白河村"], "in a speech it goes on about the body"),
    ("{County=云岭县}种茶。在{County=青石县}，种茶9亩。", ["云岭县", "青石县", "青石县"], "in another county"),
    ("民生为本。{Township=青石街道}推行改革。大厅设9个窗口。", ["-", "青石街道", "青石街道"],
     "a saying opens, and names nobody"),
    ("{Village=白河村}种茶，东邻{Facility=云岭公路}。面积9亩。", ["白河村"] * 3, "a neighbour is not spoken of"),
    ("{County=东至县}种茶9亩。", ["东至县"], "the name of a county may begin so, too"),
    ("{Institution=云岭县医院}、{Institution=云岭县中医院}牵头，前者管{Township=石桥}、{Township=青石}的7家，后者管9家。",
     ["-", "云岭县医院", "云岭县中医院"], "those whom 前者 meant are before it"),
    ("{Prefecture=云州}{Facility=云州港}种茶9亩。{Prefecture=云州}港吞吐9吨。", ["云州港", "云州港"],
     "a port is no city"),
    ("{County=云江}种茶9亩。", ["云江"], "a county may be called after a river"),
    ("{Facility=恒远公司注塑车间}用工9人。", ["恒远公司注塑车间"], "a shop"),
    ("{Village=白河村}成立{Association=茶叶合作社}，会员9家。", ["白河村", "茶叶合作社"], "whom it has as members"),
    ("{PartyOrganization=共青团云岭县委}种茶9亩。", ["共青团云岭县委"], "the league's committee governs no county"),
    ("{Village=白河村}种茶。{Township=青石镇}之外，种茶9亩。", ["白河村", "白河村", "白河村"], "nor beyond it"),
    ("{Township=青石镇}的{Enterprise:nominal=云雾茶业有限公司}2018年投产，产茶9吨。", ["云雾茶业有限公司"] * 2,
     "a registered name says which it is"),
    ("{Enterprise=云雾公司}种茶。公司创始人{Person=李华}借了9万元。", ["云雾公司", "李华"], "he who is of it"),
    ("好年景让{Association=茶叶合作社}缓过了气，种茶9亩。", ["茶叶合作社"] * 2, "whom something makes do well"),
    ("{Township=青石镇}让{Association=茶叶合作社}缓过了气，种茶9亩。", ["青石镇"] * 2, "but not whom somebody does"),
    ("{County=云岭县}富了。{Prefecture=云州市}财政补助9万元，县财政配套9万元，建茶厂9座。",
     ["云岭县", "云州市", "云岭县", "云岭县"], "the purse of a county is the county's"),
    ("{Village=白河村}成立{Association=茶叶合作社}，当年有7户报名，后来增加到40户。",
     ["白河村", "茶叶合作社", "茶叶合作社"], "who joins it"),
    (
        "{Enterprise=云雾公司}由{Enterprise=恒远公司}与{Enterprise=绿野集团}组建，前者占六成。公司种茶9亩。",
        ["云雾公司", "恒远公司", "云雾公司"],
        "of one of two only its clause is told",
    ),
    ("{Institution=青石镇卫生院}院长{Person=李华}记得那年的事：病床9张。", ["青石镇卫生院"] * 2, "his house"),
    ("{County=云岭县}富了。村民{Person=李华}种茶。县里奖她8万元。", ["云岭县", "李华", "李华"], "who is given a prize"),
    ("“茶山姑娘”{Person=李华}的直播队12人，卖茶9吨。", ["李华"] * 2, "behind what somebody is called"),
    ("{Institution=青石镇卫生院}扩建。2024年，卫生院门诊量9万人次。", ["青石镇卫生院"] * 3, "门诊 is no door"),
    ("{Village=白河村}建成{Facility=培训基地}，迄今开班9期。", ["白河村", "培训基地"], "what has run since"),
    ("{GovernmentBody=县水利局}派驻{Person=李华}到{Village=白河村}任第一书记，种茶9亩。", ["县水利局", "白河村"],
     "what follows a post in a village is the village's"),
    (
        "{Township=青石镇}种茶。{Facility=云岭产业园}扩建，南山、{Village=白河村}建起茶厂3处。{Facility=云岭产业园}扩建，种茶9亩。",
        ["青石镇", "云岭产业园", "青石镇", "云岭产业园", "云岭产业园"],
        "what several places do is counted of the whole",
    ),
    ("{Township=青石镇}种茶。{Institution:nominal=标准化幼儿园}建设安排3个村。", ["青石镇"] * 2, "that such are built"),
    ("{Person=李华}、{Person=王明}承包茶山9亩。", ["李华"], "of two people the first"),
    ("{Person=李华}、{Person=王明}等5人承包茶山9亩。", ["-"], "of more it is the place"),
    ("在{Prefecture=云州}打拼多年的{Village=白河村}青年{Person=李华}，承包茶山9亩。", ["李华"] * 2,
     "whom a clause ends with"),
    ("在{Village=白河村}党支部书记{Person=李华}，承包茶山9亩。", ["-"] * 2, "nothing there describes him"),
    ("村民{Person=李华}建厂，安排{Place:anaphor=当地}90名村民就业。", ["李华"] * 2,
     "what he does for those there is his deed"),
    ("{Village=白河村}种茶，距{County=云岭县}城36公里；{County=青石县}城9公里。", ["白河村"] * 3, "how far others are"),
    ("{Village=白河村}建站。青年{Person=李华}种茶9亩。养鸡90只。", ["白河村", "李华", "李华"], "a man's story goes on"),
    ("{Village=白河村}种茶。{GovernmentBody=云岭县住建局}修路。局党组安排资金9万元。",
     ["白河村", "云岭县住建局", "云岭县住建局"], "the party group of a bureau"),
    ("{Village=白河村}种茶。多年的经验，让负责人{Person=李华}有了信心。养鸡90只。", ["白河村"] * 4,
     "who is made to feel something is spoken of no further"),
    ("{Region=三峡库区}的{Township=白帝镇}，山地占六成。", ["白帝镇"] * 2, "a sentence opens so"),
    ("{Village=白河村}变了样。{Team=驻村工作队}带领村民改种药材，种植药材90亩。",
     ["白河村", "驻村工作队", "白河村"], "what a team makes the people do"),
    ("{Village=白河村}变了样。{Team=驻村工作队}协调资金，修路9里。", ["白河村"] + ["驻村工作队"] * 2,
     "its own deeds"),
    ("{Village=白河村}变了样。总投资3亿元的{Facility=长金水库}，解决9个村用水。", ["白河村"] + ["长金水库"] * 2,
     "what something of such a size is called"),
    ("{County=云岭县}投资3亿元的{Facility=长金水库}，解决9个村用水。", ["长金水库"] * 2, "and who has paid for it"),
    ("{GovernmentBody=云岭县住建局}修路9里，帮助{Village=白河村}发展茶园9亩，养鸡90只。",
     ["云岭县住建局"] + ["白河村"] * 2, "what a village is helped to do is its own"),
    ("{GovernmentBody=云岭县统计局}数据显示，种茶9亩。", ["-"] * 2, "without a place in its name"),
    ("{GovernmentBody=云岭县文旅局}的台账显示，接待游客9万人次。", ["-"] * 2, "who keeps the books of the place"),
    ("{County=云岭县}这样的{Facility=就业车间}有9个，用工90人。", ["云岭县"] * 2, "how many there are of a kind"),
    ("{County=云岭县}的{Program=“标准领跑”计划}实施两年来，制定标准9项。", ["“标准领跑”计划"] * 2,
     "what has been carried out since"),
    ("由{GovernmentBody=云岭县水利局}建设的{Facility=龙潭水库}，库容9万方。", ["龙潭水库"] * 2, "by whom it is built"),
    ("产业园里的{Enterprise=青石公司}还留出9个岗位。", ["青石公司"], "which stands in a park"),
    ("{Facility=云岭产业园}与{Institution=江岳大学}共建的{Institution=茶学院}开了课，首批学员9人。", ["茶学院"] * 2,
     "what two have set up"),
    ("{Person=李华}的{Enterprise=恒远公司}去年产值9万元。", ["恒远公司"], "his firm"),
    ("{Institution=伏岭小学}有学生9人。校长{Person=李华}很忙。去年，床位添到9张。",
     ["伏岭小学", "李华", "李华", "伏岭小学"], "a school has beds, and not its head"),
    ("{County=云岭县}9个乡镇都建起了{Facility:short=养老服务中心}，床位90张。", ["云岭县"] * 2, "those of all"),
    ("九天的{Event=茶山花儿会}，来了9万人。", ["茶山花儿会"] * 2, "a festival as a scene"),
    # scenes and possessors
    ("走进{Village=白河村}，茶园有900亩。", ["白河村", "白河村"], "a clause may only set the scene"),
    ("{Township=青石镇}{Village=白河村}的{Facility=制茶中心}里，6台机器在转。", ["制茶中心"] * 2, "in a facility"),
    ("前身是有名的{Facility=青石镇罐头厂}，9人留下。", ["-", "-"], "what somebody was is no scene"),
    ("占地9亩的{Facility=云岭产业园}里已有9家企业。", ["云岭产业园"], "what holds them has them"),
    ("在{Facility=制茶中心}建设中，投入20万元。", ["-", "-"], "a process is no scene"),
    ("在{Village=白河村}、{Village=柳湾村}，建房9间。", ["-", "-"], "of several places none is the scene"),
    ("{Village=白河村}的茶园达900亩。", ["白河村"], "what is a place's is measured of it"),
    ("在{Village=白河村}的支持下，种茶9亩。", ["-", "-"], "whose help it was is not whose figures they are"),
    ("{Township:anaphor=全镇}{Industry=辣椒}面积达9亩，亩产2吨。", ["全镇"] * 2, "of a place and its crop the place"),
    ("{Enterprise=恒远公司}产值达9亿元。", ["恒远公司"], "a body is measured by its output"),
    ("{PartyOrganization=白河村党委}下设8个支部。", ["白河村党委"], "who 下设 has"),
    ("{Township=青石镇}建基地3处，{Facility=云雾基地}被命名为市级基地。改造广场87处。",
     ["青石镇", "云雾基地", "青石镇"], "who is praised in passing has not done what follows"),
    # brands and services
    ("{Mechanism:quoted=“兴农贷”}已累计发放9万元。", ["“兴农贷”"], "a loan is measured by itself"),
    ("{County=云岭县}的{Mechanism:quoted=“时间银行”}注册志愿者90人。", ["“时间银行”"], "also of some place"),
    ("{Mechanism:quoted=“四联”机制}办结90件。", ["-"], "a way of working measures whoever works so"),
    ("{County=云岭县}选育的{Industry:quoted=“云岭8号”}推广9万亩。", ["“云岭8号”"], "what somebody has bred"),
    ("{Mechanism:quoted=“兴农贷”}已发放9万元，惠及农户90户，建房9间。",
     ["“兴农贷”"] * 2 + ["-"], "and goes on as far as it can"),
    ("这个{Mechanism:quoted=“时间银行”}注册志愿者90人。", ["“时间银行”"], "also where it is pointed at"),
    # what was shown
    ("{Township=青石镇}变了样。客人常来{Village=白河村}。这里有居民9户。",
     ["青石镇", "青石镇", "白河村"], "这里 is the village that was named"),
    ("引进的{Enterprise=恒远公司}年加工茶叶90吨。", ["恒远公司"], "what was brought in works"),
    ("{Facility=云岭产业园}越建越大。园里9家企业。", ["云岭产业园"] * 2, "in the park that was named"),
    ("{County=云岭县}办园，{Facility=云岭中心渔港}开港。这个投资9亿元的渔港完工，长9米。",
     ["云岭县"] + ["云岭中心渔港"] * 3, "what it is like stands before its last word"),
    ("{Enterprise=恒远公司}是{Person=李华}办的。他种茶，如今厂区90亩。",
     ["恒远公司", "李华", "恒远公司"], "a works is the firm's"),
    ("{Enterprise=恒远公司}投产，前身是{Township=青石镇}酱菜厂，用工9人。",
     ["恒远公司"] * 3, "what it was is not spoken of"),
    ("{Facility=制茶中心}开园，{GovernmentBody=云岭县文旅局}统计，游客9万人次。",
     ["制茶中心"] * 3, "who counts is not counted"),
    ("{County=云岭县}种茶。{Project=白河栈道二期工程}开工。{County=云岭县}修路，二期全长9公里，投资9亿元。",
     ["云岭县", "白河栈道二期工程", "云岭县", *["白河栈道二期工程"] * 2], "a part of an undertaking is named again"),
    ("{Village=白河村}组建{Team:quoted=“老把式说和队”}。{Village=白河村}种茶，说和队化解纠纷9起。",
     ["白河村", "白河村", "“老把式说和队”"], "also the last word within the quotation marks"),
    ("{Enterprise=恒远公司}是云岭的老板{Person=李华}办的。他种茶，如今厂区90亩。",
     ["李华", "李华", "恒远公司"], "also where he is spoken of first"),
    ("{Facility=云岭中心渔港}完工，{Facility:nominal=防波堤}长860米，码头9处。",
     ["云岭中心渔港"] * 3, "the size of a part is told of the works"),
    # makers and payers
    ("恒远的全称是{Enterprise=云岭恒远茶业公司}，用工9人。", ["云岭恒远茶业公司"] * 2, "whose full name it is"),
    ("{County=云岭县}变了样。{Enterprise=恒远公司}投产。产品远销26个省份。",
     ["云岭县", *["恒远公司"] * 2], "the products are the firm's"),
    ("{Enterprise=恒远公司}投产。{County=云岭县}有企业90家，产品远销26个省份。",
     ["恒远公司", "云岭县", "云岭县"], "but not where others are spoken of"),
    ("{Association=白河合作社}种茶9亩，{County:anaphor=县里}拨来资金90万元，建大棚9座。",
     ["白河合作社", "县里", "白河合作社"], "who pays does not go on to act"),
    ("{County=云岭县}种茶。上游，{Enterprise=恒远公司}产茶9吨；下游，集聚企业9家。",
     ["云岭县", "云岭县", "恒远公司", *["云岭县"] * 2], "each part of a chain begins anew"),
    # his own
    ("{Village=白河村}61岁的果农{Person=李华}种茶9亩。", ["李华"], "behind how old he is"),
    ("78岁的老把头{Person=李华}，种茶9亩。", ["李华"] * 2, "and where he has no role"),
    ("{Township=青石镇}分红9万元，最多的{Village=白河村}得3万元。",
     ["青石镇", "白河村"], "of whom the most is told"),
    ("{Village=白河村}党支部书记{Person=李华}把自家9亩茶园改成课堂，带徒弟90名。", ["李华"] * 2, "what is his own"),
    # what was called so
    ("{Facility=制茶中心}投产。该中心用工46人。", ["制茶中心"] * 2, "该中心 is the last that is called so"),
    ("{Enterprise=恒远公司}投产。今年企业用工46人。", ["恒远公司"] * 2, "企业 is the last enterprise"),
    ("{Enterprise=恒远公司}投产。企业家来了9人。", ["恒远公司", "-"], "企业家 is no enterprise"),
    ("{Facility:nominal=红枣加工厂}投产。加工厂用工46人，每人3元。", ["-", *["红枣加工厂"] * 2], "its last noun"),
    ("{Facility=制茶中心}投产。中心城区建房9间。", ["制茶中心", "-"], "中心城区 is no centre"),
    ("{Township=青石镇}的12处食堂开张，每天用餐90人。", ["青石镇"] * 2, "whose a number of things are"),
    ("{County=云岭县}种茶。{PartyOrganization=云岭县委}收到建议9条。", ["云岭县"] * 2, "a committee, of its county"),
    ("{GovernmentBody=云岭县人社局}办厂9家。", ["云岭县人社局"], "a bureau has works of its own"),
    ("{PartyOrganization=云岭县委第一巡察组}巡察9次。", ["云岭县委第一巡察组"], "so has who inspects on its behalf"),
    ("{PartyOrganization=云岭县纪委监委}立案9件。", ["云岭县纪委监委"], "and so has who inspects"),
    ("{GovernmentBody=云岭县人社局}种茶，{County:anaphor=全县}茶农9人，开展培训9期。",
     ["云岭县人社局", "全县", "云岭县人社局"], "who began one thing begins the next"),
    ("{GovernmentBody=云岭县人社局}种茶，{County:anaphor=全县}推行改革，开展培训9期。",
     ["云岭县人社局", "全县", "全县"], "where the county has not acted itself"),
    ("{Enterprise=恒远公司}办件9件，群众满意率达99%。", ["恒远公司"] * 2, "with whom the people are content"),
    ("{Village=白河村}种茶。村民{Person=李华}种茶9亩。据他估算，收入9万元。",
     ["白河村", "李华", "李华", "李华"], "by his word"),
    ("{Village=白河村}村民{Person=李华}种茶9亩。他说：“今年收入9万元。”", ["李华"] * 3, "he says"),
    ("“我们家收入9万元。”{Village=白河村}村民{Person=李华}说。", ["李华"] * 2, "our family is his own"),
    ("{Village=白河村}村民“今年好”。{Association=村委会}询价，省下9万元。", ["白河村", "白河村", "白河村"], "村委会"),
    ("{GovernmentBody=县人社局}推出“{Mechanism:quoted=兴农贷}”，放贷9万元。", ["县人社局", "兴农贷"], "a loan"),
    ("“好！”{Village=白河村}村民说。这条路长9米。", ["-", "白河村", "白河村"], "what was just shown"),
    ("{Village=白河村}实施{Program:nominal=茶旅融合示范项目}，投入9万元。项目占地9亩。",
     ["白河村", "白河村", "茶旅融合示范项目"], "the undertaking just named"),
    ("{Village=白河村}实施茶叶与{Program:nominal=文旅融合示范项目}。项目占地9亩。", ["白河村"] * 2, "half a name"),
    ("{Village=白河村}的{Team:nominal=驻村帮扶工作队}进村。工作队筹资9万元。",
     ["白河村", "驻村帮扶工作队"], "a team, too"),
    ("“{Association=云雾合作社}去年收入9万元，分红3万元。”{Village=白河村}支书{Person=李华}说。",
     ["云雾合作社"] * 2 + ["白河村"], "whom a speech has named goes on in it"),
    ("{Village=白河村}成立{Association:nominal=农机服务专业合作社}3个，种茶9亩。", ["白河村"] * 2, "of several"),
    ("{Village=白河村}种茶。青年{Person=李华}种菜，让他收入9万元。", ["白河村", "李华", "李华"], "what he earns by it"),
    ("“我们{Village=白河村}有大棚9座，收入9万元。”张三说。", ["白河村", "白河村", "-"], "our village is named"),
    ("{Village=白河村}建成{Facility=制茶中心}，整个园区年产茶9吨。", ["白河村", "制茶中心"], "the whole of it"),
    ("{Township=青石镇}书记说，三天里{Village:anaphor=村里}接待9人。", ["青石镇", "村里"], "who acts, behind the time"),
    ("{Village:anaphor=该村}合作社建场，购牛9头。", ["该村"] * 2, "whose people act goes on where nobody is named"),
    ("{Village=白河村}建成{Facility=新时代文明实践站}。建设实践中心7个，实践站9个，培训9人。",
     ["白河村"] * 4, "what is counted owns nothing"),
    ("“今年我家收入9万元。”{Village=白河村}村民{Person=李华}站在树下。", ["李华"] * 2, "whom a gesture shows"),
    ("{Village=白河村}村民{Person=李华}说，今年收入9万元。“明年能收3万元。”", ["李华"] * 3, "his last words, too"),
    ("{Village=白河村}种茶。村民{Person=李华}种菜。去年，仅卖菜他就收入9万元，又卖茶9斤。",
     ["白河村", "李华", "李华", "李华", "李华"], "he, in the midst of a clause"),
    ("“我们{Township=青石镇}{Village=白河村}有大棚9座。”张三说。", ["白河村", "-"], "of a chain the last"),
    ("{Village=白河村}种茶。90户村民从山外的{Village=青石村}搬来。", ["白河村"] * 2, "whence somebody came"),
    ("{Village=白河村}种茶。网格员{Person=李华}管9栋楼，居民300人。", ["白河村", "李华", "李华"], "in his care"),
    ("{Village=白河村}种茶。同为{Village=青石}村民的{Person=李华}承包茶山9亩。", ["白河村", "李华"], "described"),
    ("{Village=白河村}建成产业园及{Facility=社区工厂}，有9人就业。", ["白河村"] * 2, "of several built none"),
    ("走进{Village=白河村}的{Facility:nominal=草编车间}，妇女正忙。车间占地9亩。", ["草编车间"] * 3, "a scene"),
    # what was founded and built
    ("{Village=白河村}成立{Association=茶叶合作社}，入社90户。", ["白河村", "茶叶合作社"], "the founded body"),
    ("{Village=白河村}建成{Facility=制茶中心}，占地9亩，用工8人。", ["白河村", "制茶中心", "制茶中心"], "its size"),
    ("{Enterprise=恒远公司}建成{Facility=制茶中心}，产值9亿元。", ["恒远公司"] * 2, "what a firm earns is the firm's"),
    ("{Village=白河村}建成{Facility=制茶中心}；面积共9亩。", ["白河村", "白河村"], "a new part speaks of the village"),
    ("{Village=白河村}建成{Facility=托幼中心}，新增60个学位。", ["白河村", "托幼中心"], "what it has room for"),
    ("{Village=白河村}建成{Facility=制茶中心}，补植面积达9亩。", ["白河村", "制茶中心"], "an area of its own"),
    ("{Village=白河村}建成8个{Facility=制茶中心}，用工8人。", ["白河村", "白河村"], "of several none"),
    ("{Village=白河村}合办{Association:nominal=农机服务专业合作社}，入社9户。", ["白河村", "农机服务专业合作社"], "it"),
    ("{Village=白河村}建成{Facility=制茶中心}，培训90人，取得证书的占85%。", ["白河村"] + ["制茶中心"] * 2, "a share"),
    ("村里的{Facility:nominal=云雾袜业科技园}去年建成车间7个。", ["云雾袜业科技园"], "a verb follows behind the time"),
    ("村里的{Facility:nominal=茶叶批发市场}二期已交付。", ["茶叶批发市场"], "or behind the part of the works"),
    ("开创地——{Village=白河村}，产茶9吨。", ["白河村", "白河村"], "what a dash explains"),
    ("打造基地3处，{Facility=制茶中心}获评先进。升级阵地8处。", ["-", "制茶中心", "-"], "who acts acts on"),
    ("{Facility=制茶中心}投用以来，制茶9吨。", ["制茶中心", "制茶中心"], "since it was opened it goes on"),
    ("{Facility=制茶中心}落户云岭，种茶9亩。", ["制茶中心", "-"], "what is set up does not go on"),
    ("{Village=白河村}建“{Facility:quoted=小食堂}”，天天炖菜，日均就餐9人。", ["白河村"] * 2 + ["小食堂"], "its use"),
    ("{Village=白河村}组建“{Team:quoted=轻骑队}”，提供咨询90次。", ["白河村", "轻骑队"], "the work of a team formed"),
    ("{Village=白河村}组建“{Team:quoted=轻骑队}”，产茶90吨。", ["白河村", "白河村"], "and not the work of all"),
    ("{County=云岭县}成立{Enterprise=恒远公司}，修路9公里。", ["云岭县"] * 2, "a county's firm works for it"),
    ("{Facility=制茶中心}投产，日加工鲜叶9吨，带动茶农9户，修路9里。", [*["制茶中心"] * 3, "-"], "what it makes"),
    ("位于{Village=白河村}的{Enterprise=制茶厂}投产，日加工鲜叶9吨。", ["制茶厂", "制茶厂"], "where it lies"),
    ("{Village=白河村}援建{Facility=云岭交易中心}，交易中心建筑面积9亩。", ["白河村", "云岭交易中心"], "its noun"),
    ("{Village=白河村}建成{Facility=制茶中心}，两年销售茶叶9吨。", ["白河村", "制茶中心"], "its sales in years"),
    ("{Village=白河村}组建“{Team:quoted=轻骑队}”，今年代办事项90件。", ["白河村", "轻骑队"], "errands of a team"),
    (
        "{Village=白河村}建了{Facility=北坡冷库}和{Facility=白河医院住院楼}，前者库容9方，后者病床9张。",
        ["白河村", "北坡冷库", "白河医院住院楼"], "the former and the latter",
    ),
    ("{Village=白河村}种茶，前者9亩。", ["白河村", "白河村"], "where there are no two there is no former"),
    ("{Enterprise=恒远公司}扩产，公司建成的{Facility=气调库}能存9吨。", ["恒远公司", "气调库"], "what a firm built"),
    (
        "{Village=白河村}联合{Enterprise=恒远公司}建设的{Institution=民宿学院}，培训90人，收入达9万元。",
        ["民宿学院"] * 3, "what two built together, where the clause is its name",
    ),
    # what a place has to do with a body
    ("{Township=青石镇}引进的{Enterprise=恒远公司}投资9亿元。", ["恒远公司"], "whom a place has brought"),
    ("{Township=青石镇}最大的{Enterprise=恒远公司}投资9亿元。", ["恒远公司"], "the largest of a place"),
    ("{Village=白河村}种茶9亩，其中{County=云岭县}有名的红茶9亩。", ["白河村"] * 2, "for which a place is known"),
    # what is undertaken
    ("{Program=云岭电站增容项目}完工，装机9万千瓦。", ["云岭电站增容项目"] * 2, "a project is measured"),
    ("{Program=空心房整治}铺开，拆房90栋。", ["-", "-"], "a campaign is the doing of the place"),
    ("{Institution:nominal=云岭实验小学}占地9亩。", ["云岭实验小学"], "a long name says which one it is"),
    ("{Institution:nominal=实验小学}占地9亩。", ["-"], "a short one does not"),
    ("{Facility=游客中心}、步道9公里建成。", ["-"], "of things listed with what is counted none is the subject"),
    ("{County=云岭县}实施“{Program:quoted=青禾}”，惠及群众9万人。", ["云岭县"] * 2, "whom a programme reaches"),
    ("{Village=白河村}成立{Association=茶叶合作社}，发展茶园9亩。", ["白河村"] * 2, "who founds goes on"),
    ("{County=云岭县}实施“{Program:quoted=青禾}”，产茶9吨。", ["云岭县"] * 2, "and not what the place does besides"),
    ("绣坊由{Person=李华}领头，一年卖花9万元。", ["-", "-"], "who leads is not of whom figures speak"),
    ("{Village=白河村}{Facility=白河牦牛育肥基地}出栏9头。", ["白河牦牛育肥基地"], "where beasts are kept is no land"),
    ("{Facility=白河村茶园}面积达9亩。", ["白河村茶园"], "without a place in its name land is by itself"),
    ("由{Enterprise=恒远公司}建的{Program=云岭风电项目}投资9亿元。", ["云岭风电项目"], "a described work"),
    ("{Village=白河村}建成{Facility=制茶中心}，冬季接待游客9人。", ["白河村", "制茶中心"], "its use in a season"),
    ("{Enterprise=恒远公司}落户云岭，投资9亿元。", ["恒远公司"] * 2, "but a firm that settles acts on"),
    ("一是{Facility:quoted=“山月间”}群，9个院子。", ["“山月间”"] * 2, "a group of houses is a scene"),
    (
        "{Program=西山奶牛养殖项目}启动。建起{Facility=柳湾养殖基地}，该项目投资9万元。",
        ["西山奶牛养殖项目", "-", "柳湾养殖基地"], "what the same sentence named is nearer",
    ),
    (
        "建起{Facility=柳湾养殖基地}。{Program=西山奶牛养殖项目}启动，该项目投资9万元。",
        ["-", "西山奶牛养殖项目", "西山奶牛养殖项目"], "an undertaking named since",
    ),
    ("{Program:nominal=白河水库除险工程}完工，库容9万方。", ["白河水库除险工程"] * 2, "a long name of a work"),
    ("{Township=青石镇}的{Enterprise:nominal=沙棘林场}，9亩沙棘挂果。", ["沙棘林场"] * 2, "what stands in a place"),
    # who acts
    ("由{GovernmentBody=云岭县住建局}腾出公租房90套，月租3元。", ["云岭县住建局", "-"], "whom 由 names"),
    ("由{GovernmentBody=云岭县委}牵头，种茶9亩。", ["-", "-"], "who leads is not who does it"),
    ("{Enterprise=恒远公司}投产。农民收入达9万元。", ["恒远公司", "-"], "the people belong to the place"),
    # who speaks
    ("“去年卖茶9万元。”村民{Person=李华}说。", ["李华", "李华"], "who holds no post speaks of himself"),
    ("村民{Person=李华}迎上来。“卖茶9万元。”他说。", ["李华"] * 3, "他 is whom the paragraph named last"),
    ("“卖给公司茶叶9斤。”村民{Person=李华}说。", ["李华", "李华"], "what he sells to a firm is his"),
    ("县商务局局长{Person=李华}并不满意：运费占14%。", ["-", "-"], "who holds an office tells of his place"),
    ("“全村种茶900亩。”村民{Person=李华}说。", ["-", "李华"], "but not of the village"),
    ("“现在每月挣9元。”{Person=李华}一边切菜，一边和记者拉起家常。", ["李华"] * 3, "who works on speaks"),
    (
        "{County=云岭县}热闹。一是响应机制，{Institution=县服务中心}统一派单；二是化解机制，累计排查纠纷9起。",
        ["云岭县", "云岭县", "县服务中心", "云岭县", "云岭县"],
        "each item is of whom the list is",
    ),
    (
        "{County=云岭县}变了样。{Institution=白河中学}上线率达90%；{Institution=石桥医院}获评三甲；实施培训9次。",
        ["云岭县", "白河中学", "石桥医院", "云岭县"],
        "behind items that tell of one house each",
    ),
    (
        "{County=云岭县}变了样。{Prefecture=白河市}至石桥快速通道全长9公里。",
        ["云岭县", "云岭县"],
        "a road that is called after two places is neither's",
    ),
    ("村民{Person=李华}贷款5万元，县财政贴息，养羊9只。", ["李华", "李华", "李华"], "nor does the purse go on"),
    ("{Enterprise=恒远公司}总经理{Person=李华}介绍，去年产值9亿元。", ["恒远公司"] * 2, "a manager tells of his firm"),
    ("{Village=白河村}党支部书记{Person=李华}带人种茶900亩。", ["白河村"], "who serves a place counts for it"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "who", "why"), OWNED, ids=[row[2] for row in OWNED])
def test_whose_the_figures_of_each_clause_are(marked: str, who: list[str], why: str) -> None:
    assert owned(marked) == who, why


def test_what_was_named_with_its_noun_goes_by_the_quotation_alone() -> None:
    document, mention = plain_document("县里上线“邻里通”小程序。“邻里通”收到诉求9条。"), Span(4, 12)
    app = Mention(mention, "Facility", "test", "邻里通", Form.QUOTED, Span(5, 8))
    said = sentences(document)
    rows = clauses(document, said, [app], OPENERS)
    told = compile_voices(RULES, {}, [], [])
    assert [who for row in owners(document, said, [app], rows, told, OWNING, {}) for who, _ in row] == [None, app]


def test_an_article_about_one_village_falls_back_on_it() -> None:
    text = "{Village=白河村}种茶。{Village=白河村}修路。{Village=白河村}办学。茶园一片青翠。\n销售额达90万元。"
    assert owned(text)[-1] == "白河村"


def test_a_paragraph_that_opens_with_the_last_word_of_a_name_is_on_it() -> None:
    text = "白河村建成云雾种植园。种植园总面积9亩。采摘9吨。"
    turn = text.index("。") + 1
    parts = (Paragraph(Span(0, turn)), Paragraph(Span(turn, len(text))))
    document = replace(plain_document(text), articles=(Article(Span(0, len(text)), parts),))
    village = Mention(Span(0, 3), "Village", "test", "白河村")
    garden = Mention(Span(5, 10), "Facility", "test", "云雾种植园")
    said = sentences(document)
    rows = clauses(document, said, [village, garden], OPENERS)
    told = compile_voices(RULES, {}, [], [])
    found = owners(document, said, [village, garden], rows, told, OWNING, {})
    assert [who for row in found for who, _ in row] == [village, garden, garden]


def test_of_a_town_that_an_article_is_about_goes_on_what_its_county_opens() -> None:
    home = "{Township=白河镇}种茶。{Township=白河镇}修路。"
    text = "{County=云岭县}有茶园9亩。{Township=白河镇}有茶站9家。办理事项90项。"
    assert owned(text + home)[2] == "白河镇"
    assert owned(text)[2] == "云岭县"


def test_what_a_village_body_puts_in_is_the_village_s_though_its_town_came_first() -> None:
    text = (
        "云岭县青山镇石桥村茶业提档\n近年来，云岭县青山镇石桥村种茶，同甘岭茶业合作社一道。\n石桥村奉行党员引路，石桥村建起茶园。\n"
        "茶园扩建时，青山镇党委书记亲自包抓，争取到产业强镇项目600万元，冷库建成1座。"
        "上级另拨帮扶资金70万元，由村党支部入股该合作社，村部也折成股份。\n"
    )
    told = explain(text, load_tools())
    assert "青山镇 产业强镇项目: 600万元" in told
    assert "石桥村 上级另拨帮扶资金: 70万元" in told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("第一棵树是板栗，种植面积近7万亩。产值达9亿元。", ["板栗 种植面积: 近7万亩", "板栗 产值: 9亿元"]),
        (
            "云岭县引进总投资9亿元、占地9亩的福润食品加工项目。",
            ["福润食品加工项目 总投资: 9亿元", "福润食品加工项目 占地: 9亩"],
        ),
        ("建起建筑面积90平方米的白石镇党群服务中心。", ["白石镇党群服务中心 建筑面积: 90平方米"]),
        ("首先是脆蜜桃，种植9万亩，年产值6亿元。", ["脆蜜桃 种植: 9万亩", "脆蜜桃 年产值: 6亿元"]),
        (
            "白河公园建有观星台、菜园、青苇湿地公园等。该公园吸引9家企业。",
            ["白河公园 企业: 9家"],
        ),
        ("南河街道优服务。一是强组织。党工委建立党支部74个。", ["南河街道 党支部: 74个"]),
        (
            "青山社区锦绣园小区2005年建成。在社区党委带领下，物业费收缴率连续多年保持90%。",
            ["锦绣园小区 物业费收缴率: 90%"],
        ),
        ("“我家打了1300斤。”说话的石桥村村民李长河笑了。", ["李长河 打: 1300斤"]),
    ],
)
def test_who_or_what_was_shown_last_is_of_whom_the_next_figures_speak(text: str, said: list[str]) -> None:
    told = explain(f"云岭县变了样\n{text}\n", load_tools())
    assert [line for line in said if line not in told] == []


def test_what_a_row_of_signed_projects_costs_is_each_one_s() -> None:
    text = "云岭县签下项目\n项目分别是：青山茶园及栈道建设项目，总投资3个亿；白河农机4S店建设项目，总投资90万。\n"
    told = explain(text, load_tools())
    assert "青山茶园及栈道建设项目 总投资: 3个亿" in told
    assert "白河农机4S店建设项目 总投资: 90万" in told


def test_what_a_reporter_sees_is_of_where_he_came_and_firms_in_general_are_no_firm() -> None:
    tools = load_tools()
    assert "石桥村青岭养殖场 “青岭黑牛”: 90余头" in explain("记者走进石桥村青岭养殖场，90余头“青岭黑牛”在吃草。", tools)
    text = "恒远鞋业有限公司扩产。全县办理事项9万件，企业满意度达98%。"
    assert "全县 企业满意度: 98%" in explain(text, tools)
