"""Entity rules and word lists in, the grammar of names, ready to be asked, out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.match.names.firm_names import Firms, compile_firms
from kg.match.names.founded import building, building_many, founding, standing
from kg.match.names.gatherings import GATHERINGS, gathering_ends
from kg.match.names.goods import Goods, compile_goods
from kg.match.names.governed import Governing, compile_governing
from kg.match.names.name_words import NameWords, compile_name_words
from kg.match.names.quotation_words import QuotationWords, compile_quotation_words
from kg.match.names.way_words import WayWords, compile_way_words
from kg.match.rulebook.alternation import one_of
from kg.match.rulebook.kinds import BODIES
from kg.match.rulebook.lexicon import Lexicon
from kg.match.rulebook.rule_types import EntityRule, Rules
from kg.match.rulebook.signs import Sieve, Sought, Stretches
from kg.match.rulebook.words import Words
from kg.match.shorthand.shorthand import Shorthand, compile_shorthand
from kg.model import Form, Span

# 村党支部, 区市场监管局: the body of the place that the word 村 or 区 means here.
LEVEL_TYPES: Mapping[str, str] = {
    "街道": "Township", "社区": "Community", "省": "Province", "市": "Prefecture", "县": "County", "区": "County",
    "旗": "County", "州": "Prefecture", "镇": "Township", "乡": "Township", "村": "Village",
}  # fmt: skip
LEVEL_WORDS = tuple(LEVEL_TYPES)
NAME_LENGTH = 26
CALLED = 50  # 前进 is what so many villages are called, and schools and teams as well
# jieba's tags of words that no name holds: conjunctions, prepositions, adverbs, pronouns …
FREE_TAGS = ("c", "p", "u", "d", "r", "t", "y", "e", "o")
# 等20多家龙头企业: how many they are, before what they are.
MANY = "(?:[0-9]+余?多?[个家项种大]|[两二三四五六七八九十]家)?(?!领域|行业|方面|环节|业务)"
# 锦程车业、天岳生物两家企业: where no 等 closes the list.
SO_MANY_FIRMS = "(?:[0-9]{1,2}|[两二三四五六七八九十])家(?!以上|左右)[一-龥]{0,8}?(?:企业|公司|合作社)"
CLOSING_NOUNS = ("n", "vn", "j")
# The groups of verbs that govern a quotation which names what is run, or by what one goes.
RUNNING = ("推行", "实施", "通过", "按照", "围绕")

# 点 in 点赞, 点燃, 点评 and 点亮 is no place that has a name.
POINT, POINTED = "点", ("赞", "燃", "评", "亮")


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the entity rules and word lists say of names."""

    heads: Mapping[str, EntityRule]
    quoted: Mapping[str, EntityRule]  # of the heads that stand behind a quotation
    listed: tuple[tuple[re.Pattern[str], EntityRule], ...]  # what stands behind a list, and of what class it makes it
    closing: re.Pattern[str]  # 等知名企业: any of these
    bodies: Mapping[str, str]  # known bodies and programmes with their classes
    verbs: frozenset[str]
    boundaries: frozenset[str]  # the verbs, and what else parts a name from its sentence
    naming: frozenset[str]  # verbs whose quoted object is a way of working
    gathering: re.Pattern[str]  # 全省林长制工作推进会: what the name of a meeting or contest ends with
    called: re.Pattern[str]  # 立下一条规矩，叫: what names a way of working before its quotation
    products: frozenset[str]
    generic: frozenset[str]
    praise: frozenset[str]
    ambivalent: frozenset[str]  # verbs that stand inside names as well
    name_verbs: frozenset[str]  # what the dictionary takes for verbs alone, and stands inside names as well
    deeds: frozenset[str]  # what is done, and to whom, but what no village is called
    callings: frozenset[str]  # what many villages are called: 前进, 解放
    settled: frozenset[str]  # and all else that villages are called
    inner: frozenset[str]  # verbs that stand inside the names of bodies
    founding: frozenset[str]  # verbs whose object is what comes to stand
    building: re.Pattern[str]  # what stands before a kind of house or body that somebody sets up
    building_many: re.Pattern[str]  # and before one that somebody puts up several of
    founds: re.Pattern[str]  # a verb that sets something up, with 了 or 起
    opened: re.Pattern[str]  # what stands behind one that has been built or opened
    founded_kinds: frozenset[str]
    running: tuple[str, ...]  # verbs whose quoted object is a way of working or an undertaking
    housing: frozenset[str]  # verbs whose quoted object is a house
    teaming: frozenset[str]  # verbs whose quoted object is a team
    people: frozenset[str]  # who may be at a house: 职工, 学生
    function: frozenset[str]
    classifiers: frozenset[str]
    sounds: frozenset[str]  # characters with which names of other peoples are written
    vague: frozenset[str]
    of_levels: frozenset[str]  # last words that name a body only behind its place or level
    ranking: frozenset[str]
    recurring: frozenset[str]
    registered: tuple[str, ...]
    lexicon: Lexicon
    roles: re.Pattern[str]  # what may follow a body's name: 书记, 副局长
    role_starts: frozenset[str]
    shorthand: Shorthand
    ways: EntityRule  # what a numeral shorthand or a joined slogan is by itself
    trade: EntityRule  # what is grown or made
    goods: Goods
    firms: Firms
    governing: Governing
    way_words: WayWords
    name_words: NameWords
    quotation_words: QuotationWords

    def is_body(self, head: str) -> bool:
        """Whether a last word, or a whole name, is that of a body that acts."""
        rule = self.heads.get(head)
        return head in self.bodies or (rule is not None and rule.type in BODIES)


def compile_grammar(rules: Rules) -> Grammar:
    """One automaton over the heads of all entity rules and the names of known bodies.

    >>> from kg.match.rulebook.rules import load_rules
    >>> compile_grammar(load_rules()).heads["合作社"].type
    'Association'
    """

    def listed(name: str) -> frozenset[str]:
        return frozenset(rules.words.get(name, ()))

    # 农场 ends the name of a firm, and 农场 behind a quotation that of a house.
    bare_last = sorted(rules.entities, key=lambda rule: rule.forms != {Form.QUOTED})
    heads = {head: rule for rule in bare_last for head in sorted(rule.heads)}
    # “听风院”民宿 is one house and no trade.
    trades_first = sorted(rules.entities, key=lambda rule: rule.type != "Industry")
    members = {word: rule for rule in rules.entities for word in sorted(rule.listed)}
    name_words = compile_name_words(rules.tables)
    set_up = rules.groups.get("建立", ())
    made_new = [verb for verb in set_up if verb not in name_words.bettering]
    bodies = {row[0]: row[1] for name in ("bodies", "programmes") for row in rules.tables.get(name, ())}
    return Grammar(
        heads=heads,
        quoted=_quoted(trades_first),
        # 等形式与企业结对: those with whom, and for whom, something is done are not listed.
        listed=tuple(
            (re.compile(f"{MANY}(?:(?![与对向为给])[一-龥]){{0,12}}?{re.escape(word)}"), rule)
            for word, rule in members.items()
        ),
        closing=re.compile(
            f"(?:等|[二三四五六七八九十]大|(?=[0-9]{{1,2}}[个大])|(?={SO_MANY_FIRMS})){MANY}(?:(?![与对向为给])[一-龥]){{0,12}}?(?:{_either(members)})|等[^，。；：、]{{4,20}}的[一-龥]{{2,4}}企业"
        ),
        bodies=bodies,
        verbs=listed("verbs"),
        boundaries=listed("boundaries") | listed("verbs"),
        naming=listed("naming_verbs"),
        gathering=gathering_ends(rules.words[GATHERINGS]),
        called=re.compile(
            rf"(?:{_either(rules.words['named_kinds'])})(?:(?!把(?![它这其]))[^。！？；：“”\n]){{0,24}}?(?:{_either(rules.words['calling_verbs'])})\Z"
        ),
        products=listed("products"),
        generic=listed("generic"),
        praise=listed("praise"),
        ambivalent=listed("ambivalent"),
        name_verbs=listed("name_verbs"),
        deeds=(listed("boundaries") | listed("verbs") | listed("person_verbs")) - listed("village_names"),
        callings=frozenset(row[0] for row in rules.tables["settlement_words"] if int(row[1]) >= CALLED)
        - listed("place_never"),
        settled=frozenset(row[0] for row in rules.tables["settlement_words"]) - listed("place_never"),
        inner=listed("body_verbs"),
        founding=frozenset(set_up),
        building=building(made_new),
        building_many=building_many(made_new),
        founds=founding(made_new),
        opened=standing(rules.groups.get("落成", ())),
        founded_kinds=listed("founded_kinds"),
        running=tuple(sorted({word for group in RUNNING for word in rules.groups.get(group, ()) if len(word) > 1})),
        housing=frozenset(row[0] for row in rules.tables.get("making_verbs", ()) if row[1] == "house"),
        teaming=frozenset(row[0] for row in rules.tables.get("making_verbs", ()) if row[1] == "team"),
        people=listed("person_nouns"),
        function=listed("function_characters"),
        classifiers=listed("classifiers"),
        sounds=listed("transliterating"),
        vague=listed("vague_heads"),
        of_levels=listed("level_heads"),
        ranking=listed("ranking"),
        recurring=listed("recurring_heads"),
        registered=tuple(sorted(listed("registered_forms"))),
        lexicon=Lexicon([*heads, *bodies]),
        roles=re.compile(f"副?(?:{_either(rules.words['roles'])})"),
        role_starts=frozenset({"副", *(word[0] for word in rules.words["roles"])}),
        shorthand=compile_shorthand(rules),
        ways=next(rule for rule in rules.entities if rule.type == "Mechanism"),
        trade=next(rule for rule in rules.entities if rule.type == "Industry"),
        goods=compile_goods(rules),
        firms=compile_firms(rules.tables["firm_endings"]),
        governing=compile_governing(rules),
        way_words=compile_way_words(rules.tables),
        name_words=name_words,
        quotation_words=compile_quotation_words(rules.tables),
    )


def _quoted(rules: Iterable[EntityRule]) -> Mapping[str, EntityRule]:
    """What a last word behind a quotation says: 精品民宿 too is a house there."""
    found = {head: rule for rule in rules for head in sorted(rule.heads)}
    for head, rule in list(found.items()):
        if rule.type == "Industry":
            tails = (found.get(head[at:]) for at in range(1, len(head) - 1))
            found[head] = next((tail for tail in tails if tail is not None and tail.type == "Facility"), rule)
    return found


def _either(words: Iterable[str]) -> str:
    return one_of(words) or "(?!)"


@dataclass(frozen=True, slots=True)
class Page:
    """A text with what is needed to find names on it."""

    text: str
    grammar: Grammar
    words: Words
    ends: Mapping[int, tuple[int, str]]
    """where a head or a known body ends: where the longest such word begins, and the word"""
    stretches: Stretches

    def may_stand(self, some: Collection[Sought], span: Span) -> bool:
        """Whether one of some expressions may stand in a stretch."""
        return self.stretches.may_stand(some, span.start, span.end)

    def each(self, sought: Sought, span: Span) -> Iterator[re.Match[str]]:
        """Where an expression stands in a stretch."""
        return self.stretches.each(sought, span.start, span.end)

    def head_of(self, start: int, end: int) -> EntityRule | None:
        """What a stretch is, if a quotation stands before it, by the longest head that it ends with."""
        if end in self.ends:
            for at in range(start, end):
                rule = self.grammar.quoted.get(self.text[at:end])
                if rule is not None:
                    return rule
        return None

    def before(self, place: int) -> str:
        """The character before a place, or "" at the beginning of the text."""
        return self.text[place - 1 : place]


def open_page(text: str, grammar: Grammar, words: Words, stretches: Stretches | None = None) -> Page:
    """Find the heads and known bodies of a text, in one pass.

    >>> from kg.match.rulebook.rules import load_rules
    >>> open_page("青石镇茶叶合作社", compile_grammar(load_rules()), Words()).ends[8]
    (5, '合作社')
    """
    # Of the words that end at one place the longest is found first, and kept last.
    hits = reversed(grammar.lexicon.find(text))
    ends = {end: (start, word) for start, end, word in hits if word != POINT or text[end : end + 1] not in POINTED}
    return Page(text, grammar, words, ends, stretches or Stretches(text, Sieve(())))
