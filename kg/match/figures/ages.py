"""The figures and the people of a sentence in, how old each of them is out: 73岁的李华, 李华今年73岁."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from kg.match.figures.measure_words import Wordhood
from kg.match.figures.runs import Figure
from kg.model import Mention, Span, Value

AGE, YEARS = "年龄", "岁"
FOLK = ("户", "工人", "职工", "员工", "教师", "干部", "农民")  # 退休工人 is a phrase to the dictionary
LONGEST, NOUNS = 16, ("n", "t")  # 青年 is a time of life to the dictionary
# 年过七旬, 快70岁: about how old.
ABOUT = ("年过", "年逾", "年满", "快", "将近")
# 73岁的小卖部老板李华, 65岁老党员李华: what stands between says who he is.
WHO = re.compile("的?(?:“[0-9]0后”)?[^，。；：、“”（）的和与跟及给被把让使对向同叫替]{0,14}")
# 李华，男，45岁
THEN = re.compile(
    "[，（]?(?:[男女]，|[一-龥]{1,3}族，|(?:中共)?党员，)*(?:今年|现年|如今|时年|年龄|已经|已|刚满|刚过|刚|才|都|虽|早)*"
)
# 李华73岁了，; 李华18岁参军 is long ago.
NOW = re.compile("[，。；）！？]|了|高龄|$")
# ，今年73岁。; “我今年73岁了，”: who is spoken of, or speaks. 73岁的他: whom the word means.
ALONE = re.compile("[，。；：“]?(?:我|俺|自己)?(?:今年|现年|如今|眼下|已经|已|刚满|刚过|刚|才|都|年仅)*\\Z")
HE = re.compile("的[他她](?!们)")
# 李华回了村。这个才26岁、说话爽快的小伙子…: whom the text named last.
THIS_ONE = re.compile("[，。；][这那][个位名]?(?:今年|现年|如今|年仅|刚满|刚刚?|才|只有|已经?|已|年已)*\\Z")
SOMEBODY = re.compile(
    "[^，。；]{0,20}?(?:年轻人|小伙子?|姑娘|青年|老人|汉子|女子|女孩|男孩|后生|老党员|老支书|老兵"
    "|大[叔爷妈姐娘嫂哥]|农民|村民|干部|书记)"
)
# 73岁的李华母亲: she is.
KIN = re.compile("的?(?:母亲|父亲|爸|妈|爷爷|奶奶|公公|婆婆|儿|女|妻子|丈夫|老伴|爱人|[哥弟姐妹孙]|岳[父母]|一家|家的)")


def ages(
    text: str,
    span: Span,
    values: Sequence[Value],
    mentions: Sequence[Mention],
    wordhood: Wordhood,
    spoken_of: Callable[[Span], Mention | None],
) -> Iterator[tuple[Mention, Figure]]:
    """Each person of the sentence whose age it tells, with the figure in years; `spoken_of`: of whom a clause speaks.

    >>> from kg.match.numbers.units import compile_units
    >>> from kg.match.numbers.values import find_values
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> text = "73岁的老党员李华种茶"
    >>> values = find_values(text, 0, len(text), compile_units(load_rules().tables))
    >>> row = [Mention(Span(7, 9), "Person", "people", "李华")]
    >>> [(who.name, figure.value.text) for who, figure in ages(text, Span(0, 11), values, row, Words(), lambda _: None)]
    [('李华', '73岁')]
    >>> text = "卖瓜的今年73岁。"
    >>> values = find_values(text, 0, len(text), compile_units(load_rules().tables))
    >>> list(ages(text, Span(0, 9), values, row, Words(), lambda _: row[0]))
    []
    """
    people = [mention for mention in mentions if mention.type == "Person" and span.covers(mention.span)]
    for value in values:
        if value.unit != YEARS or value.number is None or text.endswith(ABOUT, span.start, value.span.start):
            continue
        who = _described(text, value, people, wordhood) or _told(text, value, people)
        who = who or _spoken_of(text, span, value, people, spoken_of)
        if who is not None:
            start, end = min(who.span.start, value.span.start), max(who.span.end, value.span.end)
            yield who, Figure(value, AGE, AGE, "measures/age", Span(start, end))


def _described(text: str, value: Value, people: Sequence[Mention], wordhood: Wordhood) -> Mention | None:
    """73岁的老党员李华: who stands behind."""
    end = value.span.end
    who = next((m for m in people if end <= m.span.start <= end + LONGEST), None)
    if who is None or WHO.fullmatch(text, end, who.span.start) is None or KIN.match(text, who.span.end):
        return None
    tokens = wordhood.cut(text[end : who.span.start].removeprefix("的"))
    # 8岁的女儿告诉李华: a verb leads to somebody else.
    return who if not tokens or tokens[-1][1][:1] in NOUNS or tokens[-1][0].endswith(FOLK) else None


def _told(text: str, value: Value, people: Sequence[Mention]) -> Mention | None:
    """李华今年73岁: who stands before."""
    start = value.span.start
    who = next((m for m in reversed(people) if m.span.end <= start <= m.span.end + LONGEST), None)
    told = who is not None and THEN.fullmatch(text, who.span.end, start) and NOW.match(text, value.span.end)
    return who if told else None


def _spoken_of(
    text: str, span: Span, value: Value, people: Sequence[Mention], spoken_of: Callable[[Span], Mention | None]
) -> Mention | None:  # fmt: skip
    """，今年73岁。; 73岁的他: who is spoken of in the clause, where nothing but the age is told in it."""
    if THIS_ONE.search(text, span.start, value.span.start) and SOMEBODY.match(text, value.span.end, span.end):
        who = next((m for m in reversed(people) if m.span.end <= value.span.start), None) or spoken_of(value.span)
        return who if who is not None and who.type == "Person" else None
    start = max(text.rfind(mark, span.start, value.span.start) for mark in "，。；：“")
    start = max(start, span.start)
    alone = ALONE.match(text, start, value.span.start) and NOW.match(text, value.span.end)
    if not alone and not HE.match(text, value.span.end):
        return None
    who = spoken_of(value.span)
    return who if who is not None and who.type == "Person" else None
