"""Word lists in, the grammar of people out: where a name may begin, and what shows before and after that it is one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.gazetteer import Gazetteer
from kg.match.people.naming import Naming, compile_naming
from kg.match.posts.roles import Roles, compile_roles
from kg.match.rulebook.alternation import one_of
from kg.match.rulebook.rule_types import Rules
from kg.match.rulebook.word_kinds import by_kind

# A character that seldom begins a given name, not looked at further: it saves half of the work.
UNLIKELY = -25
PARTICLES = "的由将把让给被对向请令和与跟及同在"
# The kinds of roles of those whom a text calls by their names, and hears.
TELLING = ("post", "work", "resident")
MARKS = "，。；：！？”“、（》/…\n"
# People are counted in 名, 位 and 人; what is counted so is something else.
LIST_OF_THINGS = (
    "[两三四五六七八九十0-9]+[所座处片](?=[一-鿿])"
    "|(?:、[一-鿿]{2,8})*等[0-9一二三四五六七八九十两几多余]*[个家项处座种条大类地村县镇乡区市州省]"
)
AGE = "[0-9]{1,3}岁"
LIFE = (
    f"，(?:男|女|现年[0-9]|{AGE}|(?:19|20)[0-9]{{2}}年(?:[0-9]{{1,2}}月)?出?生)|"
    f"[和与](?:妻子|丈夫|爱人|老伴)(?!儿)|被[^，。；]{{2,12}}(?:聘|选|推选|推举|任命)为|"
    f"今年(?:已)?(?:{AGE}|[一二三四五六七八九十]+岁)|"
    "[0-9]{4}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?(?:出生|生于|参军|入党|入伍|毕业|退伍|考入|考上)"
)
SEVERAL = "(?:两|[三四五六七八九]|[2-9])[位名](?:同志|老人|老师|委员|专家|选手|队员|代表|村民|党员|老党员|先生|女士)"
FOLK = "(?:(?:贫困|脱贫|种植|养殖|困难|搬迁|监测|种粮)户|(?:种植|养殖|种粮)大户|农户)|村民|群众|党员|老人|居民|牧民"
AND_SO_MANY = f"等(?:(?:[0-9]+|[一二两三四五六七八九十几多]+)余?[名位]|{FOLK})"
AND_OTHERS = f"{SEVERAL}|等(?=参加|出席|陪同|一行|领导|人|同志|{FOLK}|[0-9一二三四五六七八九十几多]+[名位人]|[，。])"
SHOWN = f"（(?:[左右中前后上下男女]|图|{AGE})"
CREDITED = "/?摄(?![一-鿿])|供图|绘(?![一-鿿])|/[文图]"
# 唐乐是青石镇柳湾村党支部书记。
OFFICE = (
    "的?(?:[一两]?[名位]|首批|第一[个位])?[一-龥]{0,6}?(?:负责人|创始人|创办人|带头人|村民|居民|会计|老板|[种养][一-龥]?大户|[种养]植?殖?户"
    "|能手|能人|传承人|志愿者|网格员|护林员|保洁员|调解员|教师|老师|医生|技术员|农技员|特派员|党员|军人|残疾人|贫困户|脱贫户|监测户"
    "|低保户|大学生|创业青年|新农人|主理人|经理人|主播|农艺师|工程师|队员|社员|员工|工人|业主|民警|干部"
    "|书记|支书|主任|理事长|社长|董事长|总经理|会长|校长|院长|[镇乡县村局所站厂场队]长)(?=[，。；])"
)
# What the wordings from LIST_OF_THINGS to CREDITED, and 的 before LED, begin with.
AFTER_FIRSTS = "是系现任和与被、等，今0-9两三四五六七八九（/摄供绘的副家脸眼手嘴"
# What somebody does who speaks in public; between the name and the verb stands 还, 再次, 今天.
DECLARES = "重申|宣布|声称|声明|警告|指责|谴责|否认|承认|承诺|保证|敦促|致辞|致词|发表(?:讲话|演讲|谈话)"
# 李华号召大家…, though 李华号 would be a ship.
NO_THING = "号召"
# 李华是青石镇柳湾村人
NATIVE = "(?:是|系)[^，。；：！？“”的\n]{2,16}[村镇乡县市区寨屯]人(?=[，。；])"
# 李华的妻子
KIN = "妻子|丈夫|儿子|女儿|老伴|爱人|父亲|母亲|父母|孙子|孙女|儿媳|女婿|哥哥|弟弟|姐姐|妹妹|徒弟"
HOME = "家(?:[，。、的里中门]|住|境|有|主要靠|主营|[今去每]年|一年|靠|盖起|承包|流转|[种养](?:了|着|的|有))"
# 李丹脸涨得通红
FACE = "脸(?:上|色|涨|蛋|庞)|眼(?:里|中|睛|眶|圈|神)|手(?:里|中|持|拿|上)|嘴(?:里|角)"
LED = "(?:示范|影响|精心|悉心|积极)?(?:带领|带动|引领|帮助|指导|鼓励|动员|影响)下"


@dataclass(frozen=True, slots=True)
class People:
    """The word lists of people, compiled."""

    naming: Naming
    roles: Roles
    leaders: frozenset[str]
    ordinary: frozenset[str]
    person_verbs: tuple[str, ...]
    place_ends: frozenset[str]
    transliterating: frozenset[str]
    after_role: re.Pattern[str]
    opens: re.Pattern[str]  # how a name begins
    opening: re.Pattern[str]
    taking: re.Pattern[str]
    speech: re.Pattern[str]
    after: re.Pattern[str]
    later: re.Pattern[str]
    foreign: re.Pattern[str]
    by_sound: re.Pattern[str]  # 尼玛, 扎西顿珠, 包额尔敦: given names that few dictionaries know
    belonging: tuple[str, ...]  # 合作社的李华
    follows: frozenset[str]  # 李华主动请战
    called: tuple[str, ...]  # 他叫扎西次仁
    papers: tuple[str, ...]  # 江岳日报: what sends a report
    provinces: tuple[str, ...]  # by their short forms
    sounding: re.Pattern[str]  # what may stand before a name written by its sound that has no role before it


def compile_people(gazetteer: Gazetteer, rules: Rules) -> People:
    """The word lists of people as regular expressions and tables, made once for all documents."""
    naming = compile_naming(rules)
    roles = compile_roles(rules)
    first = "[" + "".join(sorted({*naming.surnames, *(name[0] for name in naming.compounds)})) + "]"
    seldom = {c for c, (one, _, only) in naming.given.items() if max(one, only) < UNLIKELY}
    seldom -= {name[1] for name in naming.compounds}
    opens = f"{first}[^{''.join(sorted(seldom))}{MARKS}0-9]"
    role_ends = "".join(sorted({head[-1] for head in roles.heads}))
    sounds = "".join(sorted(rules.words["transliterating"]))
    speech = one_of(rules.words["speech_verbs"])
    some = by_kind(rules.tables["person_words"])
    provinces = tuple(short for d in gazetteer.upper.values() if d.level == "Province" for short in d.shorts)
    lists = ("office_verbs", "person_titles", "named_after", "speech_verbs")
    firsts = "".join(sorted({re.escape(word[0]) for name in lists for word in rules.words[name]}))
    after = (
        ("person", f"{one_of(rules.words['office_verbs'])}|{SHOWN}|{LIFE}|的{LED}|{CREDITED}|{AND_OTHERS}"),
        ("title", f"副?(?:{one_of(rules.words['person_titles'])})"),
        ("thing", f"(?!{NO_THING})(?:{one_of(rules.words['named_after'])})|{LIST_OF_THINGS}"),
        ("holder", f"(?:是|系|现?任)(?!否)[^，。；：！？“”的\n]{{2,16}}{OFFICE}|{NATIVE}|的(?:{KIN})"),
        ("speech", speech),
        ("verb", f"{HOME}|{FACE}"),
    )
    return People(
        naming,
        roles,
        frozenset(rules.words["leaders"]),
        frozenset(rules.words["not_people"]),
        rules.words["person_verbs"],
        frozenset(word for word in rules.words["named_after"] if len(word) == 1),
        frozenset(rules.words["transliterating"]),
        re.compile(f"[{role_ends}][”是为]?(?={first})"),
        re.compile(opens),
        re.compile(f"(?:[{MARKS}{PARTICLES}叫为村寨屯]|社区|嘎查|村人|[数推属于]|的[还就]?是)(?={opens})"),
        re.compile(f"(?:{one_of(rules.words['person_verbs'])})(?={opens})"),
        # The start of a name is looked for in front of each of these.
        re.compile(f"{speech}|{AND_SO_MANY}|{one_of(rules.words['person_titles'])}"),
        # The look ahead spares all alternatives where none of them can begin.
        re.compile(f"(?=[{firsts}{AFTER_FIRSTS}])(?:{'|'.join(f'(?P<{kind}>{wording})' for kind, wording in after)})"),
        re.compile(
            f"，?是[^，。；：！？“”\n]{{0,20}}(?:{one_of(roles.heads)})(?=[，。；])|"
            "[^，。；：！？“”\n]{0,9}(?:(?:说|说道|笑道|说着|表示|坦言|介绍|介绍说)(?=[，。：；“]|$)|：“)|"
            f"[^，。；：！？“”\n]{{0,3}}(?:{DECLARES})"
        ),
        re.compile(f"[{sounds}](?<=[{role_ends}][{sounds}])(?=[{sounds}])"),
        re.compile(f"[{first[1:-1]}]?(?:{one_of(rules.words['names_by_sound'])}){{1,3}}"),
        tuple(f"{word}的" for word in some["belong"]),
        frozenset(some["follow"]),
        some["call"],
        some["paper"],
        provinces,
        # Branches that open with a character of their own, and no set: to these a search leaps.
        re.compile(
            f"(?:{'|'.join(f'{MARKS}{PARTICLES}《—叫')}|{one_of(rules.words['person_verbs'])})(?=[{sounds}]{{2}})"
        ),
    )
