"""Who is recognised as a person, who is not, and where a name ends."""

from __future__ import annotations

import math
from collections import Counter

import jieba
import pytest

from kg.gazetteer import load_gazetteer
from kg.match.people.people import find_people
from kg.match.people.person_context import People, compile_people
from kg.match.rulebook.rule_entries import parse_example
from kg.match.rulebook.rules import load_rules
from kg.match.rulebook.words import Words
from kg.model import Article, Details, Document, Mention, Paragraph, Role, Source, Span
from kg.pipeline import Tools, understand
from kg.read.page.sentences import sentences

RULES = load_rules()
PEOPLE: People = compile_people(load_gazetteer(), RULES)
WORDS = Words()

NAMED = """
通讯员{Person=李书设}报道，全县新增茶园1.2万亩。
清水县栽培木耳，“南山好木耳，清水占大半。”
黄龙镇菇农{Person=蔡新有}把三轮车停下。
镇党委书记{Person=吴斌}则希望，村里早日通路。
党员{Person=徐森付}平时在外打工。
志愿者{Person=李慧}正提醒游客慢行，村支书{Person=李卫正}介绍，茶好卖。
“那时候穷。”65岁的村民{Person=黄金莲}说。
养路工忙，段长{Person=和春雷}翻出一本账。
第一书记{Person=向安国}每逢赶场天就出门。
返乡创业的{Person=王明}办起农场。
村民{Person=司马玉兰}种茶，致富带头人{Person=欧阳秀英}流转土地。
打工回来的{Person=周朝坤}为界桩同邻居吵了三年。
石桥村{Person=冯建军}还给科考队当向导。
最风光的要数{Person=赵春玲}，客商请她唱。
大伙儿最常提起的是{Person=何文良}，这个农民会写诗。
{Person=罗正祥}的妻子在镇上打工。
刀匠{Person=马进才}把炉子擦得锃亮。
“路修好了，心里也亮堂了。”村民{Person=吴春燕}笑着说。
青石镇党委书记{Person=方志远}介绍，今年全镇新增大棚300座。
云岭县农业农村局局长{Person=向敏}表示，下一步将扩大种植面积。
种粮大户{Person=任德贵}告诉记者，今年亩产有望突破600公斤。
“党员示范户”{Person=白秀兰}正在直播卖货。
在村党支部书记{Person=邓海波}的带领下，大家办起了合作社。
在{Person=龚立新}的示范带动下，全村种起了茶叶。
{Person=林强}是柳湾村的种粮大户，种了十亩茶。
{Person=付兴}是柳湾村的党支部书记。
主打吉黑、黑嘉、孙逊三条公路沿线，柳湾村在路边。
关键是柳湾村的干部，都是柳湾村的老党员。
2019年，{Person=程永福}当选为村委会主任。
2018年，{Person=古利运}被推选为村党支部书记。
今年52岁的{Person=甘桂芳}是村里的老党员。
{Person=秦有志}，男，1968年生，中共党员。
{Person=陶爱华}（右一）在查看秧苗长势。
返乡创业青年{Person=金鑫}投资80万元建起养殖场。
县委常委、组织部部长{Person=欧阳明辉}出席活动并讲话。
村民{Person=施家豪}、{Person=于海洋}和{Person=皮爱国}等人主动当起了志愿者。
脱贫户{Person=冯小军}家的收入翻了一番。
“多亏了驻村第一书记{Person=万鹏飞}。”大伙儿说。
村党支部书记{Person=柔贵忠}笑呵呵地说，水甜了。
{Person=任德贵}书记到村里调研，请来育种家{Person=向远山}教授等专家。
{Person=孔维明}深知责任重大。
龙山社区党总支书记{Person=赵霞}表示，大家都来。
哪位才是乡长{Person=格扎}。“我们养牦牛。”{Person=格扎}介绍。
{Person=赛音其木格}是嘎查的牧民。
墨玉县的村民{Person=阿卜杜拉}、{Person=图尔荪尼亚孜}增收。
镇长{Person=何志明}陪同县委常委、宣传部部长{Person=吴晓燕}调研。
全镇种植哈密瓜的农户多达9200余人。
村民{Person=柔贵忠}高兴地说，丰收了。
镇里整合{Person=吴春燕}等3名党员的力量。
合作社负责人{Person=完么才旦}说，牛羊都上了保险。
驻村干部{Person=公保扎西}介绍，村里通了路。
贫困户{Person=尕藏东主}领到了分红。
合作社理事长{Person=艾山·热合曼}算了一笔账：一亩地能多赚800元。
牧民{Person=巴特尔}掀开门帘，请大家进屋。
村民{Person=扎西次仁}说，以前吃水靠背。
一位名叫{Person=贺小莲}的村民走上前来。
据{Person=鲁建设}介绍，基地有工人60多名。
{Person=唐乐}是青石镇柳湾村党支部书记。
村党支部书记{Person=程新和}说，路通了。
村党支部书记{Person=程新}和村民{Person=李华}都来了。
他叫{Person=扎西多吉}，是牧民。
村民{Person=尼玛}在合作社打工，村民{Person=买买提}今年养了9头牛。
嘎查党支部书记{Person=包额尔敦}既是宣传员，也是服务员。
“日子好了。”{Person=乌兰}说。
村民呼和浩特也去过。
林长管巡护，场长管规划，户长管经营。
支持白塬、刘渠两所卫生院升格。
党委书记{Person=徐琬}问老人缺啥。
今年56岁的{Person=扎西多吉}种了5亩青稞。
林长是村党支部书记，班长是村委会主任。
记者见到{Person=文斌}时，他正在田里忙活。
由{Person=柴立军}担任组长的工作专班随即成立。
“我家的橘子不愁卖了！”{Person=尹冬梅}喜笑颜开。
“明年再扩种20亩。”{Person=武卫国}信心满满。
见到记者，{Person=陆根生}打开了话匣子。
与会的还有副市长{Person=石磊}，市委秘书长{Person=黎明辉}。
{Person=毛福来}夫妇在镇上开了一家超市。
乡村医生{Person=叶青松}和妻子{Person=谷雨婷}一起守护村民健康。
老支书{Person=高建国}退休后，{Person=成玉梅}接任村党支部书记。
{Person=孟云飞}是远近闻名的养牛大户。
镇人大主席{Person=郝平}、副镇长{Person=江剑锋}等参加活动。
“土专家”{Person=祁双喜}手把手教剪枝。
通讯员{Person=谭丽丽}摄
{Person=帕帕科斯塔}说，两国友谊源远流长。
代表团拜会了{Person=巴罗索}总统。
{Person=阿拉法特}希望恢复谈判。
向记者讲述的是{Person=英迪拉·甘地}的侄女。
大会选举{Person=舒建明}为省长。
联欢会上，她战胜了{Person=柯晓芸}，夺得金牌。
军委副主席{Person=张万年}主持了座谈会。
代表{Person=宋健}在今天的会上发了言。
机构交给{Person=罗毅}副部长领导。
国家主席{Person=江泽民}会见了来宾。
{Person=周恩来}以主要精力从事军事工作。
村里年年丰收。（{Person=李晓华} {Person=王芳}）
旗人大常委会主任{Person=斯日古楞}一行到苏木考察。
老工人{Person=闫树林}家，灯还亮着。
驻柳湾村的{Person=罗伟}，走山路给村民找水。
墓地旁又添了{Person=陆光成}、{Person=赵金宝}的墓。
常委会任命{Person=孙用和}、{Person=郑义正}、{Person=朱英培}为副主任。
据苏木党委书记{Person=永宏}介绍，牧户年年评选。
难民受到公民{Person=约翰·拉贝}的保护。
{Person=查尔斯}王子昨天抵达。
这座城被{Person=巴尔扎克}称为智慧之都。
{Person=库克}还重申英国支持谈判。
村支书{Person=吉木而哈}介绍，路通了。
第一书记{Person=阿苦也布}告诉记者，房子盖好了。
副局长{Person=安里作}解释说，要一步步来。
“还要修路。”{Person=热登}笑着说。{Person=热登}养了三十头牛。
维吾尔族干部{Person=赵赛提·艾山}到了村里。
{Person=阿依古丽·排祖拉}家里种着红枣。
{Person=古丽·哈山}患有残疾，缝纫让她找回了自信。
计件员{Person=艾力·阿布来提}正在忙碌。
村民{Person=西加}说，草场入了股。
护士{Person=王芳}正在值班，组织部部长{Person=赵平}常年在外。
村党总支书记、主任{Person=刘敏}说，冷库建好了。
时任县委书记的{Person=周新民}来过柳湾村。
裁剪工{Person=陈香}正拿着电剪。
{Person=陈水生}等贫困户种了木耳。
分拣、装箱……{Person=孟小兰}和工友们正忙。
今年45岁的{Person=盘金妹}是村里的绣娘。
柳湾村党支部书记：{Person=付长青}
护边员{Person=嘎达}准备出发。{Person=嘎达}在这里服务了十年。
柳湾村村支书由{Person=李华明}担任。
研究所派来的两名专家{Person=苏雅}、{Person=乌云}，吃住都在村里。
中心选派的三名技术员{Person=丁守和}、{Person=苏雅}和{Person=李明华}，常来常往。
主任医师{Person=周敏之}一年里坐诊百次。
青石镇柳湾村的{Person=吉木拉且}家有牛羊。
柳湾村的村医{Person=公立业}从医多年。
柳湾村的村医{Person=龚学才}行医多年。
青石茶厂厂长是{Person=李立军}，今年五十岁。
云茶公司的法定代表人为{Person=李立军}。
{Person=孙立军}返乡创办青石家庭农场。
{Person=孙立军}任云茶有限公司董事长。
{Person=孙小飞}是云茶公司的负责人，也是柳湾村的村民。
今年3月，{Person=王大志}接替{Person=孙立军}当镇长。
{Person=孙立军}，1968年出生，是老党员。
{Person=孙立军}和妻子在镇上开店。
{Person=孙立军}被云岭县农业局聘为顾问。
渔嫂{Person=陈金花}学会了直播。
合作社会计{Person=卓玛措}都在场。
彝族汉子{Person=曲木拉哈}养了牛，牧民{Person=乌日图那顺}入了股。
党员{Person=杭大海}主动报名，学生{Person=欧阳雪}捡到了钱包。
""".strip().splitlines()

SHORT_OR_LONG = """
村民{Person=李慧}正弯腰采茶。
志愿者{Person=李慧}正提醒游客排队。
{Person=李华}说，要抓紧。
村民{Person=李华}说明了来意。
图片由通讯员{Person=谢东}提供。
党支部书记{Person=王强}安排专人值守。
居民{Person=赵敏}拿着钥匙打开了活动室的门。
记者见到{Person=杨帆}时，他正在开会。
镇长{Person=张德明}说，路要修到家门口。
村民{Person=陈国庆}和邻居一起除草。
教师{Person=欧阳松}利用周末给孩子们补课。
""".strip().splitlines()

NOBODY = """
石桥村的李家大院修缮一新。
西门塔尔牛正在吃草。
党支部书记带头抓项目，党员干部冲在前。
各级党组织书记高度重视，主任参加调研。
村民方便了，群众高兴了，干部成长了。
居民安全感明显增强，居民文明素质不断提升。
于法有据、于情合理，金融活水润泽实体经济。
白茶、黄精、花生、康养产业齐头并进。
农户安装了光伏板，农民专业合作社蓬勃发展。
全省高质量发展先进县，全国文明村镇。
记者从县农业农村局了解到，网格员时刻在线。
党委成员联村、支委成员联户、党员联群众。
文化沙龙吸引村民，惠民政策送到家门口，该做法荣获二等奖。
石头村、李家庄、王家坝、陈家湾、刘家河都通了路。
木桥、柳树塔、杨家塔、高石沟等9个自然村并入新村。
老师傅带新人，师徒结对。
在习近平新时代中国特色社会主义思想指引下，传承雷锋精神。
学习贯彻习近平新时代中国特色社会主义思想，坚持高质量发展。
纪念毛泽东农村调查九十周年。
“吉先锋”志愿服务队清理沟渠。
更好保障妇女儿童、残疾人等群体发展。
建设“和和美美一家人”社区，努力提高服务水平。
高举邓小平理论伟大旗帜，团结在以毛泽东同志为核心的集体周围。
主任还介绍，支书当即表示，局长笑着说，党员楼栋长走访登记。
石桥村的高山，小河镇的平原，一家两口，学校开门。
喝黑麦酒，戴黑布帽，马拉松开跑，巧克力走俏。
爱因·夏姆斯大学招生。
阳宗海入选美丽湖泊。
大豆丰收。（完）
接地气的课，党员也都爱听，村民更加努力。
村民激动地说好，村民异口同声地说好。
老王和李大姐来了，老汉笑了。
双桥社区的李阿姨出门散步。
劝导居民杜绝不文明行为。
司机安全驾驶，乘客文明乘车，商户诚信经营。
“又是丰收年。”大伙说，村民边走边说，书记就此介绍，局长在会上说。
负责人多次介绍，社区干部来回解释，主任来源介绍说。
万里红花开遍山野，东方大地万象更新，吴氏锁业获奖。
村民习惯喊村支书老阎。
柳湾村村民依依不舍，村民高兴地说好，党支部书记张榜公布名单。
两名党员站岗、值班，三名技术员养蚕、种桑和管护，井井有条。
全村李子熟了，新村高楼林立，该村金银花开了。
两名代表作家、画家，主任是党员，书记为民服务。
失业人员和大龄、残疾等就业困难群体得到帮扶。
""".strip().splitlines()


def document(text: str, role: Role = Role.BODY) -> Document:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    article = Article(Span(0, len(text)), tuple(Paragraph(span, role) for span in spans))
    return Document(Source("报纸", text, "0" * 64, "utf-8"), text, range(len(text)), (article,))


def people(text: str, role: Role = Role.BODY) -> list[Mention]:
    report = document(text, role)
    found = find_people(report, sentences(report), WORDS, PEOPLE)
    assert all(text[m.span.start : m.span.end] == m.name for m in found)
    return found


@pytest.mark.parametrize("marked", NAMED + SHORT_OR_LONG)
def test_a_person_is_found_with_the_whole_name_and_nobody_else(marked: str) -> None:
    example = parse_example(marked)
    found = [("Person", "", m.span.start, m.span.end) for m in people(example.text)]
    assert found == list(example.marks)


@pytest.mark.parametrize("text", NOBODY)
def test_words_that_begin_like_names_are_no_people(text: str) -> None:
    assert people(text) == []


def test_a_name_once_known_is_found_again_without_any_mark() -> None:
    found = people("种茶大户葛茂林淡定自若。\n去年葛茂林的茶园丰收，今年葛茂林又投资了新线。")
    assert [(m.name, m.rule) for m in found] == [("葛茂林", "person/role")] + [("葛茂林", "person/again")] * 2


def test_a_part_of_a_name_with_a_dot_means_the_whole() -> None:
    text = "牧民艾力·热合曼种棉花。艾力说，收成好。艾力克里木路修好了。"
    report = document(text)
    found = find_people(report, sentences(report), WORDS, PEOPLE)
    assert [(m.name, m.span.start) for m in found] == [("艾力·热合曼", 2), ("艾力·热合曼", 12)]


def test_what_stands_within_a_known_name_is_no_other() -> None:
    assert [m.name for m in people("罗荣桓同志制定条例，大家称赞罗荣桓同志。")] == ["罗荣桓", "罗荣桓"]


def test_two_weak_places_together_make_a_person() -> None:
    once = "将返乡人员古利运纳入后备人选。"
    assert [m.name for m in people(once + "\n2018年，古利运被推选为村党支部书记。")] == ["古利运"] * 2


def test_a_name_that_is_a_word_stays_a_word_elsewhere() -> None:
    text = "村支书高原说，要修路。\n这里是高原，高原反应常见。"
    assert [m.span.start for m in people(text)] in ([], [3])


def test_by_lines_are_left_to_reading() -> None:
    assert people("本报记者吴春燕", Role.BYLINE) == []
    assert [m.name for m in people("本报记者吴春燕")] == ["吴春燕"]


def test_an_empty_document_names_nobody() -> None:
    assert people("") == []


def test_the_weights_of_characters_are_counted_from_the_dictionary() -> None:
    """The tables say how they were made; this makes them again."""
    plain = set(
        "王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董程曹袁邓许沈曾彭吕苏卢蒋蔡贾丁魏薛叶潘杜戴夏钟汪田姜范姚谭廖邹熊陆郝崔邱秦顾侯邵孟"
    )
    first, second, only, written = (Counter[str]() for _ in range(4))
    with jieba.get_module_res("dict.txt") as file:
        lines = file.read().decode("utf-8").splitlines()
    for line in lines:
        word, count, tag = line.split(" ")
        if tag == "nr" and word[0] in plain and len(word) == 2:
            only[word[1]] += 1
        elif tag == "nr" and word[0] in plain and len(word) == 3:
            first[word[1]] += 1
            second[word[2]] += 1
        elif not tag.startswith("nr"):
            for character in word:
                written[character] += int(count)
    total = sum(written.values())

    def weight(seen: float, of: float, character: str) -> int:
        return round(10 * math.log((seen + 0.3) / (of + 900) / ((written[character] + 300) / total)))

    singles = sum(only.values()) + 0.05 * sum(second.values())
    for character, *weights in RULES.tables["given_characters"]:
        alone = only[character] + 0.05 * second[character]
        again = (
            weight(first[character], sum(first.values()), character),
            weight(second[character], sum(second.values()), character),
            weight(alone, singles, character),
        )
        assert tuple(map(int, weights)) == again, character
    for surname, share, odds in RULES.tables["surnames"]:
        again_odds = round(10 * math.log(int(share) / 10000 / ((written[surname] + 300) / total)))
        assert int(odds) == again_odds, surname


def test_a_name_is_as_long_as_the_text_always_writes_it(tools: Tools) -> None:
    text = "寻乌县村医周益才背着药箱出诊。周益才垫了四万元，周益才说值得。"
    known = understand(Source("report.txt", text, "0" * 64, "utf-8", Details()), tools)
    assert [entity.name for entity in known.entities if entity.type == "Person"] == ["周益才"]


@pytest.mark.parametrize("name", ["马建国", "吴兴国", "田野", "白雪", "江山", "海建华"])
def test_whom_the_dictionary_takes_for_something_else_is_a_person_between_role_and_speech(name: str) -> None:
    assert [m.name for m in people(f"青石镇党委书记{name}介绍，全镇种茶3万亩。")] == [name]


@pytest.mark.parametrize("word", ["高兴地", "明确", "郑重", "代表", "严肃", "殷切", "平静", "温和", "党员"])
def test_how_somebody_speaks_is_nobody(word: str) -> None:
    assert people(f"青石镇党委书记{word}表示，全镇种茶3万亩。") == []


def test_with_whom_somebody_is_compared_and_what_he_is_at_is_no_part_of_a_dotted_name() -> None:
    assert [m.name for m in people("和艾力·买买提一样，全村种梅。村民艾力·买买提正挑选新梅。")] == ["艾力·买买提"] * 2


def test_whose_household_lives_on_what_is_somebody() -> None:
    assert [m.name for m in people("乌兰花嘎查李春生家主要靠养羊。")] == ["李春生"]
