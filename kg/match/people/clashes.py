"""Mentions of people, places and those who wrote a report in, the ones that stand where they clash out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.match.names.goods import Goods
from kg.match.places.place_grammar import PlaceGrammar
from kg.match.rulebook.kinds import LARGE
from kg.model import Credit, Document, Form, Mention, Role, Sentence, Span

# Last characters of the names of fields and waters.
LAND = frozenset("塘岭坪坝湾沟坡洼寨堡屯庄坑垅畈园亭")
FOLK = "人"
RELATING = frozenset("为向在将从以把让对与和")
GIVEN = "person/given"  # 村民尼玛, 村民乌兰: no county there
TOWNS = frozenset({"Township", "Village"})
MOTION = "来向从于"
PROVINCES = frozenset("京津沪渝冀豫湘皖鲁苏浙赣鄂桂晋蒙陕闽粤琼川滇黔陇")


def people_and_places(
    document: Document,
    people: Sequence[Mention],
    places: Sequence[Mention],
    grammar: PlaceGrammar,
    goods: Goods,
) -> list[Mention]:
    """The people, with those whom by-lines name, and the places of a document; none of two that overlap but one.

    `goods` says what is grown, and how its names end.
    """
    credits = [
        Mention(credit.span, "Person", "byline", credit.name)
        for article in document.articles
        for credit in article.credits
        if not _reported_from(document, credit, grammar)
    ]
    # “…。”金溪镇镇长李华说: nobody is called 金溪镇.
    towns = {m.span for m in places if m.type in TOWNS and m.form is Form.PROPER}
    # 柳湾、杨坪、石桥三个村: and nobody is called 杨坪 where nothing but the list says so.
    listed = {m.name for m in places if m.rule == "place/list"}
    # 对于柳泽人来说: of 柳泽村.
    cores = {m.name.rstrip("村镇乡") for m in places if m.type in TOWNS}
    shorts = {m.name for m in places if m.type in LARGE}
    shorts |= {name[:-1] for name in shorts}
    people = [
        m
        for m in people
        if m.span not in towns
        and not _is_thing(m, grammar, goods)
        and not (m.name in listed and not _is_proved(m))
        and not (m.name[-1] == FOLK and m.name[:-1] in cores)
        and not (len(m.name) > 2 and PROVINCES.issuperset(m.name))  # 苏浙皖三省
        # 旅客来柳泽休闲: to where, though 来 is a surname.
        and not (m.name[0] in MOTION and m.name[1:] in cores)
        # 吴兴为发展旅游提供样本: for what, and of the county of which the text speaks.
        and not (m.name[2:] in RELATING and m.name[:2] in shorts and not _is_proved(m))
    ]
    begun = {m.span.start: m.span.end for m in places}
    # 若尔盖: what sounds like a name from abroad and is a county at home.
    counties = {m.name for m in people if m.rule == "person/foreign" and m.name in grammar.gazetteer.named}
    # 孙吴, 吕梁: a surname and a word, and a county or city that the text speaks of.
    counties |= {m.name for m in places if m.name in grammar.gazetteer.named} - {
        m.name for m in people if _is_proved(m)
    }
    return _apart([*(m for m in people if m.name not in counties and not _runs_into(m.span, begun)), *credits, *places])


def without_senders(said: Sequence[Sentence], mentions: list[Mention], papers: tuple[str, ...]) -> list[Mention]:
    """Without the papers of those who send a report: （江岳日报通讯员 王芳）; `papers` are how their names end."""
    silent = [sentence.span for sentence in said if sentence.role is Role.BYLINE]
    return [m for m in mentions if not (m.name.endswith(papers) and any(span.overlaps(m.span) for span in silent))]


def _runs_into(person: Span, places: Mapping[int, int]) -> bool:
    """众人齐聚平泉: what ends amid the name of a place is no name of a person; `places` end by where they begin."""
    return any(places.get(at, 0) > person.end for at in range(person.start + 1, person.end))


def _is_thing(mention: Mention, grammar: PlaceGrammar, goods: Goods) -> bool:
    """杨梅 is a fruit before it is the beginning of a name, and 柯树塘 a pond, where no role or speech says more."""
    if mention.name in grammar.regions and mention.rule != GIVEN:
        return True  # 乌克兰总统
    proved = _is_proved(mention)
    if mention.name in grammar.gazetteer.named and len(mention.name) > 2 and not proved:
        return True  # 张家口
    # 村民黄金莲: behind a role three characters are a name, though the first two are a thing.
    named = proved and len(mention.name) == 3 and mention.name[-1] not in goods.endings
    grown = mention.name in goods.known or (mention.name[:2] in goods.known and not named)
    # 梁平柚: what grows in a county bears its name.
    grown = grown or (mention.name[:2] in grammar.gazetteer.named and mention.name[2:] in goods.endings)
    return grown or (mention.name[-1] in LAND and not proved)


def _is_proved(mention: Mention) -> bool:
    return mention.rule.startswith(("person/role", "person/speech", GIVEN))


def _reported_from(document: Document, credit: Credit, grammar: PlaceGrammar) -> bool:
    """通讯员刘萍 全鑫 衡阳报道: the last is where they report from."""
    return credit.name in grammar.gazetteer.named and document.text.startswith(("报道", "讯", "电"), credit.span.end)


def _apart(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions in the order of the text; of two that overlap, the longer."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
        elif len(mention.span) > len(kept[-1].span):
            kept[-1] = mention
    return kept
