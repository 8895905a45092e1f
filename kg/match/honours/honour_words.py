"""The word list `honour_words` in, the wordings that stand round titles out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.match.rulebook.alternation import one_of
from kg.match.rulebook.signs import Sought
from kg.match.rulebook.word_kinds import by_kind


@dataclass(frozen=True, slots=True)
class HonourWords:
    """The wordings, as regular expressions."""

    conferred: re.Pattern[str]  # 确定为省级特色医院: what a body names so, with its level, is a title
    titling: re.Pattern[str]  # 评为全国“五好”工商联: so it is even where nothing but its level says so
    naming: Sought  # 认定青石村为省级示范村: who receives stands inside the verb
    given: re.Pattern[str]  # 省民政厅颁发的, whoever that is
    entering: frozenset[str]  # 列入 is said of registers, and of budgets as well
    merit: re.Pattern[str]  # 作为省级示范镇: of what somebody is, only merit makes an honour
    no_merit: re.Pattern[str]
    praise: re.Pattern[str]  # 成为全省乡村治理样板: a way to praise, which nobody confers
    burden: re.Pattern[str]  # 国家乡村振兴重点帮扶县: help is needed there
    marked: re.Pattern[str]  # 督查激励县, 人民满意派出所: of a kind that a giver marks out, also without a level
    holder: re.Pattern[str]  # 县, 集体, 学校: what is given a title and named by its level
    no_name: re.Pattern[str]  # 获得资金支持
    no_title: re.Pattern[str]  # 省级重点项目: an undertaking
    register: re.Pattern[str]  # 名录, 红榜
    so: re.Pattern[str]  # 素有“鱼米之乡”之称
    closed: re.Pattern[str]  # “甲”“乙”等荣誉: what sums titles up
    tail: re.Pattern[str]  # “示范村”的牌子: what hangs on the wall is no part of the name


def compile_honour_words(tables: Mapping[str, Iterable[tuple[str, ...]]]) -> HonourWords:
    """The table of honour words as patterns."""
    some = {kind: f"(?:{one_of(words)})" for kind, words in by_kind(tables["honour_words"]).items()}
    return HonourWords(
        re.compile(f"(?:[评列定树]|{some['confer']})为$|获评$|荣膺$|荣获$|入选$|授予了?$|命名$"),
        re.compile(f"评为|获评|荣膺|命名|授予|{some['title']}为"),
        Sought(
            f"{some['confer']}[^，。；：“”为]{{2,36}}为"
            "(?=“|[12][0-9]{3}年|全国|国家|中国|[全省市县州]级?|首批|第[一二三四五六七八九十]+批)"
        ),
        re.compile(f"[一-龥、]{{2,24}}?(?:颁发|发布|{some['confer']})(?:的(?=[“一-龥])|(?=“))"),
        frozenset(word for word, kinds in tables["honour_words"] if "enter" in kinds.split()),
        re.compile(some["merit"] + "|产[粮油棉]大|[2-5]A级"),
        re.compile(some["demerit"]),
        re.compile(some["praise"] + "$"),
        re.compile(f"{some['burden']}[一-龥]{{0,2}}[县市区镇乡村户]$"),
        re.compile(
            f"{some['marked']}[县市区镇乡村户]$"
            f"|(?:[一二]级|三级[甲乙]等|{some['ranked']})[一-龥]{{0,4}}(?:社区|园|合作社|{some['holder']})$"
        ),
        re.compile(f"(?:[县市区镇乡村社园户]|{some['holder']})$"),
        re.compile(
            f"[感益利悉知取准胜救释]|奖[者单榜名选作][一-龥]|奖(?:情况|感言|企业|产品)|[县市区镇乡村](?:（[县市区]）)?(?:[为有、共]|$)|{some['plain']}"
        ),
        re.compile(
            f"第[0-9一二三四五六七八九十]|{some['work']}|[单对]位之一|(?:重点|前列|{some['plain']})$|{some['aided']}(?:对象|单位|点)$"
        ),
        re.compile(f"(?:[红金光百千]榜|{some['register']})$"),
        re.compile(f"”(?:等)?的?{some['so']}"),
        re.compile(
            "(?<![一二三四特])等(?:近|超|约)?(?:[0-9一二两三四五六七八九十百几余多数]+(?:个|项|次|家|张|块|枚))?"
            "(?:国家级|省级|市级|县级|全国|全省|重要|多个|多项|多种|多|众多|诸多|许多|一系列|一大批|一批|各类|各种|各级|各项|高级别|含金量高的"
            "|“?国”?字[号头]”?的?|品牌|荣誉)*"
            f"(?:奖|{some['sum']})"
        ),
        re.compile(
            ".*?(?=(?:等?(?:荣誉|光荣)?称号)?(?:以来|之后|后)$|等?(?:荣誉|光荣)?称号$|等$|之一$|[行序队]列$|方阵$|阵营$|榜首$|首位$|前列$|[之以]?外$|之列$|之称$|之誉$"
            f"|[0-9一二两三四五六七八九十多]+[块项个张枚顶]{some['sum']}$|(?:等|的)?{some['plate']}$|的{some['name']}$|(?<=[县市区镇乡村号奖章位体者手家兵园产地状员户社队岗点功校院站所标牌品部织师警官医士林城年”])(?:荣誉|殊荣|桂冠)$|(?:称号)?(?:获得者|得主)$|(?<=[镇乡村县市区])命名$|(?<=企业|遗产|基地)认[定证]$|登记(?:保护|认证)?$|(?:登记)?证书$)"
        ),
    )
