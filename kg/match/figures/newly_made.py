"""A clause that says something to be built, founded or opened in, which clauses behind it speak of that out."""

from __future__ import annotations

import re

from kg.match.figures.clause_signs import Signs
from kg.match.figures.clause_words import IS, TENDED
from kg.match.figures.owner_words import OwnerWords
from kg.match.rulebook.kinds import FIRMS, UNDERTAKEN
from kg.model import Form, Mention

# What is founded acts itself, and what a clause behind it counts is its own.
ACTING = FIRMS | {"PartyOrganization", "GovernmentBody", "Institution"}
# 选育出“云岭8号”，累计推广9万亩; “兴农贷”已发放9万元，惠及90户
BREEDS = re.compile("选育|培育|育成|育出|研发|研制|引进|繁育")
GOES = re.compile(
    "(?:目前|如今|今年|去年|累计|已经?|先后|全县|平均|最高|最长|单笔|户均|在[^，。；]{1,8})*"
    "(?:推广|推开|种植面积|面积|[亩单]产|亩均|增产|成活率|含糖|糖度|占|售价|每[斤亩公]|年?销售额|销量|货值|产值|[远畅]销|销往|出口"
    "|惠及|发放|授信|放[款贷]|(?:不良|逾期|贷款|还款|回收)率|注册|兑换|存入|服务|覆盖|用户|参与|赔付|利率|年化|额度|保费|理赔)"
)
# 发起“暖巢”行动，招募260名志愿者; 举办采摘节，吸引游客9万人次: what is told of an undertaking and of no founder.
UNDERTAKES = re.compile("启动|实施|发起|举办|举行|主办|承办|开展|推进|开工|上马")
FARES = re.compile(
    "(?:目前|如今|今年|去年|累计|已经?|先后|共|现场|当天|活动|期间|[0-9一二两三四五六七八九十]+[年天日]来?|从[^，。；]{2,10}?中|总|计划|概算|预计)*"
    "(?:投资|概算|覆盖|招募|募集|募捐|服务|吸引|签约|成交|参赛|参展|观众|选手|展出|发放|共有?[^，。；]{0,10}?(?:参加|参赛|参与|参展))"
)
COURSE = re.compile("(?:班|课堂|夜校|学堂|讲堂|奖学金|助学金|基金|热线)”?$")
# 投资900万元建起加工园: what the founder does next, and not what the thing has cost.
SPENDING = re.compile("(?:总)?投[资入][^，。；]{1,10}元(?:[新扩改]?建|打造|购|引进|实施|修)")
BROUGHT = re.compile("引[进来入]|招引|招来|招商")
# 成立领导小组，把网格调整为9个: a group that only steers acts for those who have formed it.
STEERING = re.compile("(?:小组|指挥部|专班|工作组|理事会|委员会|议事会|联席会议?|办公室)$")
# 成立合作社，当年有7户报名，后来增加到40户
JOINS = re.compile(
    "[^，。；0-9]{0,8}[0-9]+[余多]?[户名人家](?:[农牧渔]户|[村牧居]民|社员|成员)?(?:[^，。；]{0,4}入社|报名|加入|入股|参股|入会)"
    "|(?:一下子|很快|迅速|又|再|如今|现在|后来|逐步|目前)*(?:已)?(?:增加|扩大|发展|增|壮大)[到至][0-9]+[余多]?[户名人家](?:[农牧渔]户|社员|成员)?(?=[，。；]?$)"
)

EACH = re.compile("[0-9]+[余多]?个(?:乡镇|镇街|镇|乡|街道|行政村|村|社区|县|区|团场)[^，。；]{0,6}[都均各全]")
# 组建直播队，18个姐妹
PEOPLE = re.compile("[0-9]+[余多]?[名个位人](?![月年次])")


class NewlyMade:
    """What a sentence says to be built, founded or opened, kept from clause to clause."""

    __slots__ = ("brought", "opened", "resumed", "shown", "signs", "text", "told", "what", "words")

    def __init__(self, text: str, signs: Signs, words: OwnerWords) -> None:
        self.text, self.signs, self.words = text, signs, words
        self.what: Mention | None = None  # what the clause before says to have been built
        self.opened: Mention | None = None  # or opened
        self.shown: Mention | None = None  # or told of
        self.told = False  # whether a clause has told of it
        self.resumed = False  # or of what the founder has done since
        self.brought = False  # whether it is a firm that came from elsewhere

    def forget(self) -> None:
        """A new sentence or item of a list begins."""
        self.what = self.opened = self.shown = None
        self.told = self.resumed = False

    def open(self, what: Mention | None) -> None:
        """工作站落户云岭: nothing that follows is the station's but what it makes and holds."""
        self.what = self.opened = what
        self.told = self.resumed = False

    def show(self, what: Mention) -> None:
        """“兴农贷”已发放9万元，惠及90户: of a loan or brand it goes on as far as it can."""
        # 成立合作社，“云岭红”茶产茶9吨，分红9万元: what was founded is not lost.
        if self.what is None or self.what.type not in FIRMS:
            self.what = self.shown = what
            self.told = self.resumed = False

    def follow(self, last: Mention | None, at: int, named: bool) -> Mention | None:
        """What the clauses before have made; the clause at `at`, which may name somebody, ends with `last`."""
        before, made = self.what, self._built(last, at)
        if made is not None or named:
            self.what, self.told, self.resumed = made, False, False
            self.brought = made is not None and made.type == "Enterprise" and self.signs.governs(BROUGHT, at, made)
        return before

    def speaks_of(self, made: Mention, founder: Mention | None, at: int, end: int) -> bool:
        """Whether a clause speaks of the size, use or work of what was made; what goes on is the founder's."""
        # What a firm builds works for the firm.
        firm = founder is not None and founder.type in FIRMS and made is not self.opened
        goes = GOES.match(self.text, at, end) is not None
        if made is self.shown and goes:
            return True
        if made.type in UNDERTAKEN and not COURSE.search(self.text, made.span.start, made.span.end):
            return FARES.match(self.text, at, end) is not None
        if made.type == "Industry" or made is self.shown:
            return goes
        words = self.words.worked if made.type == "Team" else self.words.made if firm else self.words.opened
        joins = made.type == "Association" and JOINS.match(self.text, at, end) is not None
        joins = joins or (made.type == "Team" and PEOPLE.match(self.text, at, end) is not None)
        told = joins or words.match(self.text, at, end) is not None
        self.resumed = self.resumed or self._resumes(at, end)
        goes_on = (self.told or (made.type in ACTING and not firm)) and not self.resumed
        steers = STEERING.search(made.name.rstrip("”")) is not None
        self.told = (told and SPENDING.match(self.text, at, end) is None) or (goes_on and not steers)
        return self.told

    def _resumes(self, at: int, end: int) -> bool:
        """Whether a clause opens with what the founder goes on to do; a firm that was brought in builds, too."""
        builds = self.brought and self.words.builds.match(self.text, at, end) is not None
        return not builds and self.words.resumes.match(self.text, at, end) is not None

    def offered(self, last: Mention | None, at: int) -> bool:
        """推出“兴农贷”: what follows is the loan's."""
        product = last is not None and last.form is Form.QUOTED and self.words.product.search(last.name)
        return bool(last is not None and product and self.signs.governs(self.words.offers, at, last))

    def _built(self, last: Mention | None, at: int) -> Mention | None:
        """What a clause ends with and says to be built or formed."""
        # 前身是1986年建的罐头厂: what somebody was.
        if last is None or IS.search(self.text, at, last.span.start):
            return None
        # 12个乡镇都建起养老中心，床位90张: those of all.
        if EACH.search(self.text, at, last.span.start):
            return None
        words, governs = self.words, self.signs.governs
        # 开办“茶乡”培训班, 设立“山里娃”奖学金: a programme by name that holds something.
        course = COURSE.search(self.text, last.span.start, last.span.end) is not None
        acting = last.type in ACTING - FIRMS
        built = (course or last.type in TENDED | ACTING) and governs(words.builds, at, last)
        bred = last.type == "Industry" and last.form is Form.QUOTED and governs(BREEDS, at, last)
        founded = (course or acting or last.type == "Team") and governs(words.founds, at, last)
        undertaken = last.type in UNDERTAKEN and last.form is not Form.NOMINAL and governs(UNDERTAKES, at, last)
        return last if built or founded or bred or undertaken else None
