"""Places in sentences: every marked stretch is found as what its mark says, and nothing else is."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kg.gazetteer import load_gazetteer
from kg.match.places.place_grammar import PlaceGrammar, compile_places
from kg.match.places.places import find_places
from kg.match.rulebook.rule_entries import parse_example
from kg.match.rulebook.rules import load_rules
from kg.match.rulebook.words import Words
from kg.model import Details, Document, Form, Mention, Role, Sentence, Source, Span


@pytest.fixture(scope="module")
def grammar() -> PlaceGrammar:
    return compile_places(load_gazetteer(), load_rules())


@pytest.fixture(scope="module")
def words() -> Words:
    return Words()


def find(text: str, grammar: PlaceGrammar, words: Words, details: Details | None = None) -> list[Mention]:
    source = Source("报", text, "0", "utf-8", details or Details())
    lines: list[Sentence] = []
    start = 0
    for line in text.split("\n"):
        lines.append(Sentence(Span(start, start + len(line)), (), 0, len(lines)))
        start += len(line) + 1
    return find_places(Document(source, text, range(len(text)), ()), lines, grammar, words)


def named(mentions: list[Mention]) -> list[tuple[str, str]]:
    return [(m.type, m.name) for m in mentions if m.form is not Form.ANAPHOR]


CHAINS = [
    "{Province=江西省}{Prefecture=赣州市}{County=寻乌县}{Township=晨光镇}{Village=竹背村}。",
    "{Province=湖南省}{Prefecture=湘西土家族苗族自治州}{County=花垣县}的干部说。",
    "{Province=贵州}{County=江口县}的茶园。",
    "{Province=新疆}{Prefecture=巴音郭楞蒙古自治州}{County=若羌县}{Township=包尔汗乡}{Village=阿依库勒村}的棉田。",
    "{Province=江西}{Prefecture=萍乡市}：盘活闲置地块。",
    "{Province=山西}{County=乡宁县}和{Province=山西}{Prefecture=晋城市}。",
    "走进{Province=云南}{County=镇雄}，土豆丰收。",
    "走进{Province=江苏}{County=金湖}，荷花开了。",
    "{Province=山西}{County=吉县}的苹果。",
    "{Province=安徽}{County=和县}的蔬菜。",
    "泛舟{Place=清溪湖}上。",
    "{Place=清溪湖}位于县城北部，走近{Place=清溪湖}，水面开阔。",
    "{Place=青镜湖}，大山里的一座人工湖。",
    "{Province=云南}{Prefecture=大理州}{County=祥云县}。",
    "{Prefecture=云州市}{County=观城区}{Township=青湖街道}{Community=碧海社区}。\n{County=观城区}和{Prefecture=云州市}。",
    "{County=云岭苗族自治县}{Township=白石镇}；{County=云岭苗族自治县}{Township=沙溪乡}。",
    "在{County=云岭县}{Township=白石镇}{Village=大柘村}、{Village=小洲村}和{Village=上塘村}。\n{County=云岭县}。",
    "{Township=白石镇}{Village=大柘村}{Village=小洲自然村}。",
    "{County=乌兰旗}{Township=巴彦苏木}{Village=哈日图嘎查}的牧民。\n{County=乌兰旗}。",
    "{Prefecture=西宁市}的老人，{Township=城中街道}的居民。",
    "{Prefecture=信阳市}的镇里引来{Prefecture=信阳}春芽食品有限公司。",
    "河北路南侧绿树成荫，来到美丽的湖边。",
    "{Township=青石镇}下辖{Village=柳湾}、{Village=龙潭}、{Village=大坪}3个行政村。",
    "{Township=青石镇}有{Village=龙街}、{Village=闫家坡}、{Village=桥头}等3个村委会。",
    "引来信阳春芽食品有限公司。",
    "打破嘎查界限，打破苏木界限。",
    "{Prefecture=云溪市}的医院，{Prefecture=云溪市}的学校。",
    "走进{Prefecture=长沙}市场，{Prefecture=赣州}市民齐动手。",
    "{Township=固日班花苏木}{Village=东奈林嘎查}的牧民。",
    "{County=奈曼旗}{Township=白音他拉苏木}，风仍然不小，各苏木都种树。",
]
SHORT = [
    "视察{Province=江西}和{Prefecture=赣州}时的讲话。",
    "{County=寻乌县}是老区，{County=寻乌}人民走进{County=寻乌}。",
    "与{Prefecture=深圳}建立合作机制，产品销往{Province=上海}、{Prefecture=杭州}。",
    "融入{Region=粤港澳大湾区}，加强与{Region=大湾区}的合作。",
    "果园像{Place=陕北}的一样多。",  # a side of a province, and a region of the table: the table says its kind
    "果园像{Place=陕北高原}的一样多，位于{Province=陕西}东北部。",
    "{Region=湘西南}的山，{Region=赣中南}小龙虾集散中心，{Region=粤东西北}的果园，{Region=闽西}的山。",
    "{County=云岭县}修路，{County=云岭县}种茶，{County=云岭}变了样。",
    "来自{Prefecture=黄山}、{Prefecture=池州}的客商。",
    "{Region=新疆生产建设兵团}的棉花。",
    "学习{Province=浙江}{County=安吉}经验。",
    "{County=鹤峰}多雨。县委支持办学，{County=鹤峰}人高兴，{County=鹤峰}有了希望。",
    "{County=房县}人民法院建成调解室。",
    "1月，{County=滑县}种茶9亩。",
    # The name of a county that is a word as well: what is told there, and how rare the word is, say which it is.
    "{County=石楼县}修路，描绘{County=石楼}新画卷。{County=大田县}种稻，{County=大田}的村庄变了样。",
    "{County=资源县}修路，{County=资源}连续三年被评为先进县，资源丰富，资源整合有力，企业落户{County=资源}。",
    "{County=大竹县}修路，{County=大竹}将办节会，房前的大竹又高又直。",
    "{County=昌黎县}修路，{Township=昌黎镇}种果树，{County=昌黎}变了样。",
    "与{Prefecture=中山}建立长期合作机制，向中山装看齐，与白银合金比。",
    "{County=公安县}修路，{County=公安}人民高兴，公安机关走访，公安将巡逻。",
    "{County=和布克赛尔县}的牧民来到{County=紫云县}。",
    "走进{County=紫云自治县}，{Prefecture=延边自治州}也种油菜。",
    "{County=巫山县}修路，巫山变了样；位于{Place=太行山}东麓。",
    "{County=夷陵区}分乡镇组织村干部学习。",
]
CORPS = [
    "连队变了样。{Region=第八师}{Township=一四九团}{Village=十连}种棉，{Township=150团}收棉。",
    "{Region=农六师}的团场职工，走进{Township=十团}{Village=五连}，{Village=五连}增收。",
]
BELOW = [
    "{County=合阳县}{Township=王村镇}修路。这次分红的{Township=王村镇}{Village=北蔡村}增收。",
    "根据{Township=天目西路街道}的特点，整合网格。",
    "{Village=下虎叫村}修了路，{Village=下虎叫村}种起玉米。落户{Village=下虎叫村}，企业赚了钱。",
    "{Township=红山街道}{Community=25社区}打造品牌。",
    "{Township=云岭乡}二队村民李华来了。\n{Township=云岭乡}。",
    "{County=奈曼旗}{Township=乌兰苏木}{Village=额日和图敖包嘎查}种草，苏木政府副苏木达李华介绍，之前我们嘎查很穷。",
    "{County=奈曼旗}{Township=乌兰苏木}{Village=哈日图嘎查}种草，不断探索嘎查集体经济发展路子，先后在{Village=伊和诺日嘎查}建站。",
    "{Township=青湖镇}{Village=八里湾村}民李华来了，{Township=青湖镇}广大村民也来了。",
    "{Prefecture=镇江市}{Community=江滨新村第一社区}的网格长。",
    "走进{Village=何家梁村}，只见瓜果飘香。",
    "家住{Community=桃园社区}的老人，在{Community=和平社区}下棋。",
    "{Village=骆驼湾村}种菜，{Village=骆驼湾}的路修好了。",
    "{Village=大石村}辖{Village=瓦窑}、{Village=木桥}、{Village=朱行塔}等9个自然村。",
    "{Village=前进村}、{Village=团结村}和{Village=红星村}结成对子。",
    "驻{Village=潘家湾村}第一书记。",
    "{County=寻乌县}{Township=对岭街道}修路，{Township=对岭街道}种茶。\n去年，{Township=对岭街道}增收。",
    "位于{Place=莲花山}脚下，{Place=莲花山}的茶。",
    "{County=云岭县}{Region=城北新区}建成。\n{County=云岭县}。",
    "把{Place=中心城区}划分为3个片区。",
    "{Township=后田镇}{Village=汉庄陆一村}，{Village=柳林三村}也来了人。",
    "{Township=青湖街道}{Community=桃源里小区}的业主。",
    "工作组进驻{Township=青湖镇}{Village=瓦窑}、{Village=木桥}、{Village=朱行}三村，走访农户。",
    "{Township=青石镇}{Village=横江}、{Village=兰泉}和{Village=小寨}三村共同出资。",
    "扎根{Township=良田镇}的公司，{County=苏仙区}{Township=良田镇}的公司。",
    "{Village=张一村}、{Village=张二村}、{Village=张三村}的路修好了。",
    "地处草原，是{Township=巴彦乌拉苏木}的15个嘎查之一。",
    "如{County=云岭县}{Village=如意村}，{County=云岭县}如{Village=甸头村}也办起了食堂。",
    "{Village=自强村}和{Village=富强村}结对。",
    "{Township=青石镇}{Village=那布村}{Village=后卡屯}，群山环绕。",
    "曾任{Township=大墅镇}{Community=凤林社区}书记的人回来了。",
    "{Region=营口辽河经济开发区}投产，{Prefecture=营口市}来人。",
    "专题学习{Prefecture=赣州市}委组织部的做法，干部走上{Prefecture=赣州市}委党校的讲台。",
    "{Township=谢家湾街道}{Community=柳湾村社区}的居民，{Township=石化街道}{Community=海棠居民区}的楼道。",
    "{Township=新圩镇}{Village=河村}，依然绿意盎然。",
    "学校在{Township=后田镇}{Village=桃花村}落成。",
    "{Prefecture=镇江市}{Community=江滨新村第一社区}建了食堂，{Community=红旗第二社区}也建了。",
    "走进{Community=荣昌花园小区}，在{Community=荣昌花园小区}议事。",
    "{Community=江一社区}建了食堂，{Community=江一社区}的老人都来。",
    "{Community=邮电小区}建于1998年，{Community=邮电小区}的居民反映车棚坏了。",
    "茶叶成了{Province=贵州}{County=湄潭}兴县富民的产业。\n{County=湄潭县}。",
    "{County=祁东县}{Township=过水坪镇}的稻田。",
    "{County=威宁县}{Township=石门乡}种苹果，{Prefecture=恩施州}的茶。",
    "{County=即墨区}{Township=蓝村街道}办事处。",
    "以{Township=芙蓉镇}{Village=杨家庄村}为样板。",
    "{Township=石榴镇}的果园。",
    "由{Township=九溪江乡}{Village=桐林村}建起。",
    "{County=土左旗}{Township=善岱镇}的牛。",
    "{Township=巴彦查干乡}{Village=巴彦他拉村}的草场。",
    "在{Township=武当路街办}{Community=三桥社区}办起。",
    "他到{Township=珍秦镇}任副镇长。",
    "{Village=丰裕村}委会东村的农户。",
    "{Township=新仁苗族乡}{Village=化屋村}的苗绣。",
    "走进{Village=墨戎苗寨}，看见木楼；《爱在竹山》景区。",
    "{County=泽州县}修路。\n从{Township=柳树口镇}到{Township=北义城镇}的路，提高城镇化水平。",
    "{County=镇安县}来人，到{Township=青铜关镇}{Village=乡中村}调研。",
    "{Township=青石乡}{Village=阿热勒（14）村}种核桃，{Village=阿热勒（14）村}增收，{Village=赵家洼（三）村}也种。",
    "{Township=青石乡}{Village=7村}、{Village=9村}和{Village=10村}的农户。",
    "{Township=青湖镇}{Village=者王村}的冷库，{Village=者王村}的蓝莓。",
    "2001年12月{Township=石榴镇}并入县城。",
    "{County=金阳县}{Township=依达乡}{Village=查旦村}养羊。",
    "整合{Village=四联}、{Village=杨畈}、{Village=禅山}三个村级党组织，5个村级合作社。",
    "{Township=石桥镇}{Village=瓦窑}、{Village=木桥}两村通了路。",
    "网格长管着{Community=春江嘉园}和{Community=南方丽景}两个小区，管理和服务两个小区。",
    "积极响应号召的他，回{Village=东柳沟村}发展。{Township=青石镇}{Village=东柳沟村}种菜。",
    "{Township=青石镇}按片或小区设点。",
    "明确嘎查党组织的职责。",
    "住宅小区、楼院、平房区都划了网格。",
    # What stands behind the committee of a village is a part of it.
    "{Township=青石镇}{Village=大柘村}委会{Village=哈尼寨}有86户，{Village=哈尼寨}通了水。",
    "走进{Village=大柘村}{Place=罗家院子}，{Place=罗家院子}的石板路干干净净；{Village=大柘村}农家院子里摆满玉米。",
    "把{Village=葛吉村}委{Village=莲塘铺村}打造成试点村。",
    "{Township=青石镇}{Village=李家寨}和{Village=大柘村}古寨景区。",
    "{Township=青石镇}其他三个村——{Village=松林湾}、{Village=柳木塘}、{Village=石屋岗}，也办起民宿。",
    "{Township=青石镇}有四个村：{Village=大柘村}，另有两个村，即{Village=松林湾}、{Village=石屋岗}。",
    "辐射{Township=白云溪}和相邻的{Township=红杉坪}两个乡。",
    "{Township=青石镇}{Village=前澳}、{Village=鹿坪}两村入股，{Village=前澳}中心渔港开港。",
    "{Village=大柘村}与相邻的{Village=东坪}、{Village=西坪}两个村组建联合党委，走进{Village=大柘村}大寨组。",
    "帮着从{Township=石榴镇}拉来两车砖。",
    "又在{Township=展新镇}、{Township=青龙垭镇}各开一家，像{Village=大麦坡村}一样；每个菇业村都种菇。",
]
# A zone without any other name is a place where it has a body of its own.
ZONES = [
    "近日，{Region=经开区}总工会举办培训，{Region=高新区}税务局走访企业，{Region=开发区}管委会主任李华说。",
    "{County=寻乌县}在{Region=高新技术产业开发区}建起车间，项目落户{Region=经济技术开发区}。",
    "推进开发区建设，在经济开发区建设上下功夫，各地在经济开发区的项目，高新区引来企业，各类开发区管委会都在比，去年，{Region=云州市高新区}税务局走访。\n{Prefecture=云州市}。",
]
# Two suffixes in a row are one name, where what stands behind them leaves the second to it.
DOUBLED = [
    "走进{Village=柳家屯村}，{Village=柳家屯村}党支部建起大棚，{Village=柳家屯}村民增收，{Village=柳家屯}村组通了路。",
    "{Village=王屯村}种稻，{Township=张家屯乡}党委书记李华来到{Village=东柳屯}，见乡亲们。",
    "走访{Township=俞镇镇}的企业，{Township=俞镇镇}党委书记李华说。{County=寻乌县}{Township=俞镇镇}{Village=柳湾村}种菜。",
    "{Township=管镇镇}镇长李华、{Township=俞镇镇}镇村干部都来了，{Township=石桥镇}镇长、镇区和镇党委也动起来。",
    "{County=云岭县}{Township=马镇}镇党委、{County=云岭县}{Township=马镇}村集体，{County=云岭县}{Township=马镇}镇区。",
    "{Township=俞镇街道}的党员，{Township=赵镇街道}办事处的干部，{Township=青石镇街道}办事处的窗口，{Township=柳湾村街道}党群服务中心。",
    "在{Township=青石镇}街道两旁，{Village=柳湾村}街道两侧，{Village=柳家屯}街道上。",
    "{Village=张村村}党支部种树，{Village=赵镇村}党支部书记，{Township=张村乡}党委；{Village=柳湾村}村委会。",
    "{County=云岭县}{Village=张村}村委会、{County=云岭县}{Township=赵镇}村民、{County=云岭县}{Township=赵镇}村干部。",
    "{Community=青石镇社区}党支部书记李华，{Community=赵镇社区}的居民，{Community=青石镇社区}。",
    "{Village=柳家屯}乡里乡亲，{County=云岭县}{Township=马镇}镇上，{County=云岭县}{Township=马镇}社区工作者。",
    "{County=云岭县}{Township=马镇}街道两旁种花，{County=云岭县}{Township=马镇}街道上人多。",
    "{County=寻乌县}{Township=马镇街道}党群服务中心。",
    "{Township=青石镇}社区干部、{Township=青石镇}社区治理，走进{Township=青石镇}社区。",
    "{Township=白石镇}{Community=集镇社区}的居民，{Community=集镇社区}党支部的党员。",
    "{Township=白石镇}集镇社区治理，提高集镇管理水平。",
    "{Township=柳家集镇}党委，走访{Township=俞集镇}{Village=柳湾村}。",
    "{Township=石桥镇}村民，{Village=王家屯}村民，{Township=青石镇}区。",
]
NOTHING = [
    "全区镇村干部，构建区镇村三级体系。",
    "推进农村改革，建设美丽乡村，打造46个示范村、12个先进村。",
    "两个村、每个村、各村和该镇的经验，一村一策，整村推进。",
    "高于城镇居民，涌现出一批产业强镇、人口大县、旅游名村。",
    "“七彩社区”治理模式，推行“嵌入式”社区，服务城市社区、农村社区。",
    "干部进村入户，毕业后回村，驻村工作队到村任职。",
    "平安建设，和平发展，向社会提出高要求，长治久安。",
    "沿小河南岸种树，往太山西麓走。",
    "面向国内外市场，开放式社区、学习型社区、国际化社区。",
    "资源丰富，合作共赢，互助养老，比如大棚蔬菜。",
    "建成县乡村三级物流体系，覆盖15个乡镇。",
    "教育、医疗、养老等3个领域。",
    "全市场、全区域、全镇定的样子，自我区分，应该县级负责。",
    "江西路和北京西路的商户。",
    "珠江商报讯，江西日报记者报道。",
    "发展壮大村集体经济，推选为村党支部书记。",
    "点亮社区治理，提升社区服务。",
    "小山村变了样，大山村寨。",
    "老旧小区、封闭小区和各类小区都要治理，高层小区增多，高层小区难管。",
    "传统村落户数不多，古村落成片。",
    "一村一策，一村都不落下。",
    "对各街道考核，对各街道奖惩，对各街道问责。",
    "引领富民强村，选优配强村书记，培优训强村干部。",
    "年收入10万元以上的嘎查有5个，以团结为例的嘎查也是。",
    "打破界限，跨镇联村组建党委，荣获省级园林县城称号。",
    "领导包片联村、干部挂村联组，开展组团联村服务，党建引领促嘎查全面进步。",
    "他先后任村党支部书记、村委会主任。",
    "每一社区都办，这一社区也办，一社区一品牌，进一步做好社区治理。",
    "鹤峰多雨，鹤峰人高兴，鹤峰有了希望。",
    "请来律师，和县人民法院一起调解，应县里要求办班。",
    "富县强村，兴县富民，环县城修路。",
    "江西新闻网的记者。",
    "分期分批，夷陵区分步推进。",
    "执法局在城区整治，在城区设岗，城区变美。",
    "推进富民兴乡进程，产业兴村。",
    "地处全乡中东部，水源充足。",
    "红四团和三连的战士，一师的官兵，12连的老兵。",
    "获“中国柑橘之乡”称号，刊于《中国茶叶》，是中国四大产区之一。",
    "天山网讯，在江源大地，研究亚热带和南亚热带作物，参加湘江论坛。",
    "紧邻唐山城区，按片或小区设点。",
    "从江梨乡果香，下雨都得找镇里。",
    "这个彝族山村变了样，苗族小村也通了路。",
    "干部和群众两个村都来了，保护榆林地等资源。",
    "以边境沿线苏木镇为前沿，其他三个村——各有各的办法，三个村：修路、种树、养牛。",
    "在河内养鱼，走廊里加床，镶上金边，大家马累了，到达卡点，汤加热了。",
    "团场职工拿下三连冠，一团和气，八师傅来了，3团队员一心，五连涨。",
]

# A county of two characters is one behind whatever verb, though 和县 may be two words.
SHORT_COUNTIES = [
    "走进{County=寿县}{Township=石桥镇}的茶园，对口支援{County=息县}，与{County=沛县}合作。",
    "{County=代县}{Township=石桥镇}种茶，法院会同各部门办案。",
]

# Behind its county a town may be called by whatever two characters make no deed.
UNHEARD_TOWNS = [
    "{County=云岭县}{Township=启新街道}{Community=铁花里社区}的坝子，{County=云岭县}{Township=水合镇}种茶。",
    "8月3日，{Township=沿港镇}{Village=柳湾村}的书记来了，{Township=沿港镇}有河；沿着{Township=白港镇}走。",
    "{Township=宁清乡}党委书记李华说，来到{Township=铁溪镇}，{Township=铁溪镇}种茶。",
    "镇上选{Village=南岭}、{Village=董家堡}两个村，{County=云岭县}{Township=柳坪乡}{Village=泥垅村}的茶园。",
    "{County=云岭县}特色小镇开街，{County=云岭县}主要街道，{County=云岭县}和平原镇，{County=云岭县}打造强镇，{County=云岭县}建成古镇。",
]

# A county by its short form: with a zone of its own, or in a headline, where the text speaks of 全县.
SHORT_ALONE = [
    "{Region=龙游经济开发区}建厂，{County=龙游}山多地少，全县种茶。",
]

# Rivers and lakes by what is done with them, and by what words stand behind.
WATERS = [
    "穿村而过的{Place=南阳溪}、{Place=柳溪河}很清，{Prefecture=南阳}的茶园，绕村而过的{Place=白石溪}和大小河流。",
    "{Place=柳溪河}穿镇而过，{County=云岭县}治理{Place=柳溪河}。",
    "余晖洒在{Place=黄坪河}上，{Place=石鼓岭}海拔900米，青石被誉为“小庐山”。",
    "{Village=石桥村}在“{Place=柳树坡}”建起茶园，在“青山”品牌下，在“幸福湾”模式里。",
    "{County=云岭县}治理{Place=浠溪河}，{Place=淇河}上游建站，穿城而过的{Place=白马河}清了。",
    "守护好一江碧水，治理黑臭河，流经小河，治理河道。",
]

# Behind a town a village may be called by a word of relation, and what joins or dates two villages is part of neither.
EDGES = [
    "{County=寻乌县}{Township=石桥镇}{Village=对坡村}的茶园，{County=寻乌县}{Township=石桥镇}{Village=把河村}的鱼塘。",
    "{County=寻乌县}{Township=石桥镇}{Village=青山村}（原{Village=柳湾村}），今{Village=黄泥塘村}，由原{Village=大坪村}合并。",
    "{County=寻乌县}{Township=石桥镇}原{Village=青山村}党支部书记李华。",
    "{County=寻乌县}{Township=石桥镇}{Village=原家村}种茶，{County=寻乌县}{Township=石桥镇}{Village=任庄村}种桃。",
    "李华任{Village=青山村}党支部书记。",
    "{County=寻乌县}{Township=红旗街道}和{Village=青山村}是试点。",
    "{County=寻乌县}{Township=石桥镇}暨{Village=柳湾村}启动仪式。",
    "{County=寻乌县}{Township=石桥镇}{Village=柳家寨}和{Village=青山村}是试点。",
    "{Township=石桥镇}{Village=青山}、{Village=柳湾}和{Village=石门}3个村种茶，{Village=青山}和{Village=柳湾}、{Village=石门}三个村养蜂。",
    "{Township=石桥镇}{Village=青山}、{Village=柳湾}和{Village=石门}等村庄种茶，{Village=永和}、{Village=太和}等屯养蜂。",
    "{County=寻乌县}{Township=石桥镇}{Village=青山}、{Village=柳湾}、{Village=石门村}的茶，{Township=石桥镇}在{Village=青山}、{Village=柳湾}、{Village=石门村}修路。",
    "{Township=石桥镇}种茶、养蜂、{Village=石门村}通路，{Township=石桥镇}粮站、茶场、{Village=石门村}通水。",
    "{Township=石桥镇}{Village=青山村}{Village=孟家沟}修路，{Village=青山村}{Village=石门组}村民种茶，{Village=青山村}调解组、生态沟、鱼塘。",
    "{Township=石桥镇}有湾，刚{Village=青山村}修了路，已{Village=柳湾村}修路。",
    "走到{Township=石桥镇}{Village=青山村}口，大家搭上{Village=黄泥塘村}的车，农村口粮，乡村口碑。",
    "茶叶卖到{Place=越南}、{Place=河内}。",
    "去年投建镇敬老院，村民搭上镇里的车。",
    "{County=寻乌县}{Township=石桥镇}对全村、对新村、到山村、由校村、与李村开会。",
]

# Sayings with a village in them, a city with the hills round it, a town's short form before a settlement of its own.
SAYINGS = [
    "{Township=石门乡}{Village=柿子沟村}做柿饼，来到{Village=柿子沟村}，建柿子村。",
    "水清村秀引客来，业兴村强，山青村美，推行组建组管、片联村办，{Village=永安村}美丽，{Village=石门村}强化管理。",
    "{Province=福建}{Prefecture=福州}山村里，第十一届普洱咖啡大赛开赛，守护祖国北疆。",
    "{Township=青石街道}{Community=柳湾社区}，青石{Community=柳湾社区}居民委员会。",
]

# What a village is called may be a deed, a relation or a number by its words: what is told of it decides.
TOLD = [
    "{Township=青石镇}{Village=红旗示范村}建起民宿，{Township=青石镇}党建示范村、旅游示范村各3个。",
    "{Region=青山片区}种茶，{Region=白沙片区}种油茶，示范片区7个，重点片区先行。",
    "凯斯、纽荷兰的农机开进田里，花卉从{Place=荷兰}引进。",
    "据陇东报报道，{Region=陇东}一带种苹果。",
    "{Township=青石镇}{Village=建设村}1997年建成，{Township=青石镇}{Village=同兴村}在北。",
    "{Township=青石镇}{Village=建设村}党支部书记李华说，{Township=青石镇}{Village=三村}党支部书记王强也说。",
    "记者来到{Township=青石镇}{Community=希望坡社区}，{Township=青石镇}{Community=青瓷社区}通过比选。",
    "{Township=青石镇}{Community=长有南里社区}位于城东，{Township=青石镇}{Village=岩村}的茶园。",
    "走进{Village=建设村}，{Village=同兴村}党支部成立。{Community=前进路社区}有312户。",
    "在{Village=于家湾村}，茶园连片。",
    "{Township=青石镇}{Community=惠民社区}把老人拢到一起，{Community=惠民社区}网格员李华来了。",
    "来到青石，{Community=幸福社区}社工李华说得好，{Community=平安社区}党委书记王强也说。",
    "{Township=青石镇}定下规矩，{Township=青石镇}守住耕地，他镇定下来。",
    "{Township=青石镇}平安社区建设见效，幸福社区居民满意，建设智慧社区网格，创建文明社区，工作人员忙。",
    "{Township=青石镇}发展村集体经济，{Township=青石镇}建设村文化广场，{Township=青石镇}三村村民联合修路。",
    "{Township=青石镇}各村的干部，{Township=青石镇}示范村的茶园，{Township=青石镇}学习型社区，{Township=青石镇}包村干部。",
    "{Township=青石镇}任命村党支部书记李华为站长，{Township=青石镇}选优配强村党支部书记，{Township=青石镇}动员村党支部书记带头。",
    "{Township=青石镇}推进社区治理，{Township=青石镇}配强村党支部书记队伍，中心村有3个，在示范村，文明村2023年评选。",
]


MARKED = [
    *(*CHAINS, *SHORT, *CORPS, *BELOW, *DOUBLED, *ZONES, *TOLD),
    *(*SHORT_COUNTIES, *WATERS, *SAYINGS, *SHORT_ALONE, *UNHEARD_TOWNS, *EDGES),
]


@pytest.mark.parametrize("marked", MARKED)
def test_every_marked_place_is_found_and_nothing_else(marked: str, grammar: PlaceGrammar, words: Words) -> None:
    example = parse_example(marked)
    wanted = [(kind, example.text[start:end]) for kind, _, start, end in example.marks]
    assert named(find(example.text, grammar, words)) == wanted


@pytest.mark.parametrize("text", NOTHING)
def test_words_that_only_look_like_places_are_none(text: str, grammar: PlaceGrammar, words: Words) -> None:
    assert named(find(text, grammar, words)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("全县地区生产总值增长。", [("County", "全县")]),
        ("近年来，该村修路。", [("Village", "该村")]),
        ("两天里村里接待游客9人。", [("Village", "村里")]),
        ("县里奖励2万元，由村里出力。", [("County", "县里"), ("Village", "村里")]),
        ("供电公司为村里架线，支持村里修路。", [("Village", "村里"), ("Village", "村里")]),
        ("当地顺应趋势，全市推广。", [("Place", "当地"), ("Prefecture", "全市")]),
        ("我们社区有力量。社区建立网格。", [("Community", "我们社区"), ("Community", "社区")]),
        ("全市场的小区里，园区里，公里数。", []),
        ("安全区域，应该镇定。", []),
        ("连队里十连种棉，该连增收，全团推广，该团队领先。", [("Village", "该连"), ("Township", "全团")]),
    ],
)
def test_words_that_stand_for_places(
    text: str, wanted: list[tuple[str, str]], grammar: PlaceGrammar, words: Words
) -> None:
    found = find(text, grammar, words)
    assert [(m.type, m.name) for m in found if m.form is Form.ANAPHOR] == wanted


def test_a_short_county_needs_its_full_form_or_its_city(grammar: PlaceGrammar, words: Words) -> None:
    assert named(find("话寻乌，看寻乌。", grammar, words)) == []
    assert named(find("记者来到寻乌。", grammar, words)) == [("County", "寻乌")]
    assert named(find("来到赣州寻乌。", grammar, words)) == [("Prefecture", "赣州"), ("County", "寻乌")]


def test_what_the_user_says_of_the_page_proves_a_short_form(grammar: PlaceGrammar, words: Words) -> None:
    found = find("话说寻乌。", grammar, words, Details(place="江西省寻乌县"))
    assert named(found) == [("County", "寻乌")]


def test_a_title_on_the_town_proper_names_no_district(grammar: PlaceGrammar, words: Words) -> None:
    told = Details(title="提升城区颜值")
    assert named(find("城区变美了。", grammar, words, told)) == []
    assert named(find("城区变美了。", grammar, words, Details(place="晋城市城区"))) == [("County", "城区")]


def test_a_zone_holds_the_place_it_is_named_for(grammar: PlaceGrammar, words: Words) -> None:
    zone = find("赣州市经济开发区的企业。", grammar, words)[0]
    assert (zone.type, zone.name, [inner.name for inner in zone.inside]) == ("Region", "赣州市经济开发区", ["赣州市"])


def test_a_name_in_running_text_ends_where_it_does_elsewhere(grammar: PlaceGrammar, words: Words) -> None:
    text = "白石镇大柘村，大柘村地处山区。\n党员带动大柘村发展。"
    assert [m.name for m in find(text, grammar, words)] == ["白石镇", "大柘村", "大柘村", "大柘村"]


def test_mentions_stand_in_the_order_of_the_text(grammar: PlaceGrammar, words: Words) -> None:
    found = find("江西省赣州市寻乌县，全县，赣州市经济开发区，该县，寻乌。", grammar, words)
    assert [m.span for m in found] == sorted(m.span for m in found)
    assert all(not a.span.overlaps(b.span) for a, b in pairwise(found))


def test_a_place_begins_behind_the_by_line_that_stands_in_front_of_it(grammar: PlaceGrammar, words: Words) -> None:
    text = "本报讯石榴镇的果园。"
    sent = [Sentence(Span(0, 3), (), 0, 0, Role.BYLINE), Sentence(Span(3, len(text)), (), 0, 0)]
    found = find_places(Document(Source("报", text, "0", "utf-8"), text, range(len(text)), ()), sent, grammar, words)
    assert named(found) == [("Township", "石榴镇")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("江边的四排赫哲族乡封冻了。", "四排赫哲族乡"),
        ("在硗碛藏族乡，桥通了。", "硗碛藏族乡"),
        ("工程在清水侗族苗族乡建成。", "清水侗族苗族乡"),
        ("来自音河达斡尔鄂温克民族乡的人多。", "音河达斡尔鄂温克民族乡"),
        ("和顺壮族乡党委书记李华说。", "和顺壮族乡"),
        ("白水布依族乡种茶。", "白水布依族乡"),
        ("游客走进下桥瑶族镇看花。", "下桥瑶族镇"),
        ("走进彝族乡镇，茶香扑鼻。", None),
        ("全县有5个民族乡。", None),
        ("土家族乡亲跳舞。", None),
        ("青石镇的土家族乡亲跳舞。", "青石镇"),
    ],
)
def test_a_township_of_a_people_bears_a_name_of_its_own_before_it(
    text: str, name: str | None, grammar: PlaceGrammar, words: Words
) -> None:
    assert [m.name for m in find(text, grammar, words) if m.type == "Township"] == ([] if name is None else [name])


def test_what_a_bracket_defines_means_the_full_name_wherever_it_stands(grammar: PlaceGrammar, words: Words) -> None:
    text = "云岭县经济开发区（以下简称云岭经开区）招商。云岭经开区建园3个，云岭县支持云岭经开区。"
    zones = [m for m in find(text, grammar, words) if m.type == "Region"]
    assert [m.name for m in zones] == ["云岭县经济开发区"] * 4
    assert [m.form for m in zones][1:] == [Form.SHORT] * 3


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云岭县的石门潟湖和新村潟湖水质好转。", ["石门潟湖", "新村潟湖"]),
        ("白沙湾大墩段滩涂种上红树林。", ["白沙湾大墩段滩涂"]),
        ("大洲岛海域设立保护区，铁炉港的渔船回来了。", ["大洲岛", "铁炉港"]),
        ("海边种着秋茄、红海榄，避风港的渔船都已回港。", []),
        ("渔船停满两个潟湖。", []),
    ],
)
def test_lagoons_bays_and_shores_are_places(text: str, names: list[str], grammar: PlaceGrammar, words: Words) -> None:
    assert [m.name for m in find(text, grammar, words) if m.type == "Place"] == names
