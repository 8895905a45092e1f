"""Sentences in, mentions of organisations, facilities, programmes, mechanisms and industries out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from kg.match.lexicon import Lexicon
from kg.match.rules import EntityRule, Rules
from kg.match.shorthand import Shorthand, compile_shorthand, decompose, shorthand_spans
from kg.match.words import Words
from kg.model import Document, Form, Mention, Rejection, Sentence, Span

# A phrase is what no mark parts; a quotation or bracket inside it is one piece of it.
PHRASE = re.compile(
    r"《[^《》\n]*》|(?:[^，。；：、！？（）“”‘’《》\n…]+|“[^“”\n]*”|‘[^‘’\n]*’|（[^（）\n]{1,60}）)+"
)
INNER = re.compile(r"‘([^‘’\n]{2,10})’(?=[^“\n]{0,4}”)")
MARKED = re.compile(r"“[^“”]*”|‘[^‘’]*’|（[^（）]*）")
QUOTE = re.compile(r"“([^“”\n]*)”")
ITEM = r"(?:“[^“”\n]{1,16}”[^，。；：、！？“”（）\n]{0,6}|[^，。；：、！？“”（）\n]{1,14})(?:（[^（）\n]*）)?"
LISTED = re.compile(f"({ITEM}(?:、{ITEM})+)(?:等|(?=[二三四五六七八九十]大))")
LINK = re.compile("以及|[和与及]")
MEMBER = re.compile(ITEM.replace("(?:“", "((?:“", 1).replace("(?:（", ")(?:（", 1))
# 村党支部, 区市场监管局: the body of the place that the word 村 or 区 means here.
LEVEL_WORDS = ("街道", "社区", "省", "市", "县", "区", "旗", "州", "镇", "乡", "村")
LEVEL_TYPES = {
    "街道": "Township", "社区": "Community", "省": "Province", "市": "Prefecture", "县": "County", "区": "County",
    "旗": "County", "州": "Prefecture", "镇": "Township", "乡": "Township", "村": "Village",
}  # fmt: skip
NOT_A_PLACE = "级内域际情城辖直属道史界民校企干组"
BARE_HEAD = 4  # 联合党支部 says by itself what was set up
# “A、B”为主要内容的“四联”活动, “A、B”4个融合: such a quotation lists the parts of another name.
SPELLS_OUT = re.compile(r"的?[^，。；“”]{0,4}“|为(?:主要)?(?:内容|抓手|载体|主题|目标|主线)|等|的?[0-9一二三四五六七八九十两]+(?:[个大项条支类种]|硬核)")
SENTENCE_MARK = re.compile("[。！？]")
SPEECH_LENGTH = 36
CHAIN = re.compile(
    r"(?P<first>[^，。；：、！？（）\n—→－]{1,20})(?:(?:——?|→|－)[^，。；：、！？（）\n—→－]{1,16}?)+?(?P<last>[二三四五六七八九十]级(?:[一-龥]{0,4}))(?![一-龥])"
)
NAME_LENGTH = 26
TAIL_LENGTH = 14
# Single characters that never stand inside a name, whatever the dictionary's tag.
FUNCTION = frozenset("的了着过在和与及为由被把将向对从以等于并或而且也都又还就已使让给到是有其该此这那各每某之所起出成好完跟同因至按据如比后前末初年月日开办搞当做打抓种养卖买盖修建选经")
CLASSIFIERS = frozenset("个名位家户条次期支项处所座件批届例场种类款套张对轮宗笔间栋台头只羽株亩吨斤米元度级倍公里")
FREE_TAGS = ("c", "p", "u", "d", "r", "t", "y", "e", "o")
NUMERAL = re.compile(r"[0-9０-９一二三四五六七八九十百千万亿两几余多.%第]+[个名位家户条次期支项处所座件批届例场种类大级]?|第[0-9一二三四五六七八九十]+批?")
MEASURED = re.compile("面积|产量|产值|企业|大户|农户|专业户|总产|规模|销量|销售|存栏|出栏|饲养|种植|养殖|苗|园|基地")
# 县乡村三级物流体系: the number of levels is part of the name.
# 特色产业, 重点产业链: the word before the head ranks the industry and does not name it.
RANKING = frozenset("特色 优势 重点 主导 支柱 新兴 未来 传统 首位 龙头 富民 特优 农业 各类 相关 集体 到户".split())
# 基层治理新格局: with such a last word and nothing but common words before it nothing of one's own is named.
VAGUE = frozenset("格局 新格局 发展格局 体系 网络 服务网络 模式 新模式 路径 新路径 举措 架构".split())
AGE = re.compile("[0-9]{2}后")
LATER = frozenset("公司 集团 合作社 联合社 协会 商会 学校 学院 医院 研究院 研究所 艺术团 服务队 合作联社 农场 景区 基地 平台".split())
LACKING = re.compile("不[强优足高多精亲紧实愿敢会]|[难乱差慢散]$")
REGISTERED = frozenset("有限公司 有限责任公司 股份有限公司 集团有限公司 专业合作社 农民专业合作社 合作社联合社 专业合作联合社".split())
COUNTED = re.compile("[二三四五六七八九十]大")
LEVELS = re.compile("[一二三四五六七八九两]级")
CLOSING_NOUNS = ("n", "vn", "j")


class Atom(NamedTuple):
    """A piece of a phrase: a word, a quotation, or a mention that is known already."""

    start: int
    end: int
    text: str
    tag: str  # jieba's tag; "“" a quotation, "（" a bracket, "@" a known mention
    known: Mention | None = None


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the entity rules and word lists say, ready to be asked."""

    heads: Mapping[str, EntityRule]
    quoted: Mapping[str, EntityRule]  # of the heads that stand behind a quotation
    listed: Mapping[str, EntityRule]
    closing: re.Pattern[str]  # 等知名企业: what closes a list and says of what its members are
    bodies: Mapping[str, str]
    boundaries: frozenset[str]
    verbs: frozenset[str]
    naming: frozenset[str]  # verbs whose quoted object is a way of working
    generic: frozenset[str]
    praise: frozenset[str]
    ambivalent: frozenset[str]
    never: Mapping[str, frozenset[str]]
    lexicon: Lexicon
    roles: re.Pattern[str]  # what may follow a body's name: 书记, 副局长
    shorthand: Shorthand
    ways: EntityRule  # what a numeral shorthand or a joined slogan is by itself


def compile_grammar(rules: Rules) -> Grammar:
    """One automaton over the heads of all entity rules and the names of known bodies."""
    heads = {head: rule for rule in rules.entities for head in sorted(rule.heads)}
    listed = {word: rule for rule in rules.entities for word in sorted(rule.listed)}
    bodies = {row[0]: row[1] for name in ("bodies", "programmes") for row in rules.tables.get(name, ())}
    # “听风院”民宿 is one house and no trade.
    ordered = sorted(rules.entities, key=lambda rule: rule.type != "Industry")
    return Grammar(
        heads,
        {head: rule for rule in ordered for head in sorted(rule.heads)},
        listed,
        re.compile("(?:等|[二三四五六七八九十]大)[一-龥]{0,5}?(?:" + ("|".join(sorted(map(re.escape, listed))) or "(?!)") + ")"),
        bodies,
        frozenset(rules.words.get("boundaries", ())) | frozenset(rules.words.get("verbs", ())),
        frozenset(rules.words.get("verbs", ())),
        *(frozenset(rules.words.get(name, ())) for name in ("naming_verbs", "generic", "praise", "ambivalent")),
        {rule.type: rule.never for rule in rules.entities},
        Lexicon([*heads, *bodies]),
        re.compile("副?(?:" + "|".join(sorted(map(re.escape, rules.words["roles"]), key=lambda w: (-len(w), w))) + ")"),
        compile_shorthand(rules),
        next(rule for rule in rules.entities if rule.type == "Mechanism"),
    )


def find_names(
    document: Document, sentences: Sequence[Sentence], known: Sequence[Mention], grammar: Grammar, words: Words
) -> tuple[list[Mention], list[Rejection]]:
    """All names that the entity rules find, longest first, with the known mentions nested into them.

    The result holds the known mentions that stand alone as well, in the order of the text.
    """
    finder = _Finder(document.text, grammar, words, known)
    hits = grammar.lexicon.find(document.text)
    at = k = 0
    for sentence in sentences:
        while at < len(hits) and hits[at][1] <= sentence.span.start:
            at += 1
        ends: dict[int, tuple[int, str]] = {}
        while at < len(hits) and hits[at][1] <= sentence.span.end:
            start, end, word = hits[at]
            if end not in ends or start < ends[end][0]:
                ends[end] = (start, word)
            at += 1
        while k < len(known) and known[k].span.end <= sentence.span.start:
            k += 1
        inside = []
        while k < len(known) and known[k].span.end <= sentence.span.end:
            inside.append(known[k])
            k += 1
        finder.sentence(sentence.span, ends, inside)
    return _longest(_agreeing(finder.found)), finder.rejected


class _Finder:
    """The names of one document, gathered sentence by sentence."""

    def __init__(self, text: str, grammar: Grammar, words: Words, known: Sequence[Mention]) -> None:
        self.text, self.grammar, self.words = text, grammar, words
        self.found: list[Mention] = [*known]
        self.rejected: list[Rejection] = []

    def sentence(self, span: Span, ends: Mapping[int, tuple[int, str]], known: Sequence[Mention]) -> None:
        text = self.text[span.start : span.end]
        if "、" in text and self.grammar.closing.search(text):
            self._lists(span, known)
        for inner in INNER.finditer(text):
            if decompose(inner[1], self.grammar.shorthand):
                whole = Span(span.start + inner.start(), span.start + inner.end())
                core = Span(whole.start + 1, whole.end - 1)
                self.found.append(Mention(whole, "Mechanism", "shorthand", inner[1], Form.QUOTED, core))
        if "—" in text or "→" in text or "－" in text:
            self._chains(span)
        for bare in shorthand_spans(self.text, span.start, span.end, self.grammar.shorthand):
            if self.text[bare.start - 1 : bare.start] != "“":
                name = self.text[bare.start : bare.end]
                if any(name[k : k + 2] in self.grammar.verbs for k in range(2, len(name) - 2)):
                    continue
                rule = self._head_of(bare.start, bare.end) or self.grammar.ways
                self.found.append(Mention(bare, rule.type, "shorthand", name, Form.SHORT))
        phrases = (match for a, b in _spoken(self.text, span) for match in PHRASE.finditer(self.text, a, b))
        if not ends and "“" not in text and "‘" not in text:
            return
        places = sorted(ends)
        for match in phrases:
            start, end = match.span()
            if self.text[start] == "《":
                continue
            held = {e: ends[e] for e in places[bisect_right(places, start) : bisect_right(places, end)]}
            if held or "“" in match[0] or "‘" in match[0]:
                self._phrase(start, end, held, [m for m in known if start <= m.span.start and m.span.end <= end])

    # ---- one phrase -------------------------------------------------------------------

    def _phrase(self, start: int, end: int, ends: Mapping[int, tuple[int, str]], known: Sequence[Mention]) -> None:
        atoms = self._atoms(start, end, known, ends)
        used = -1
        # From the right: a head further right makes the longer name.
        for i in range(len(atoms) - 1, -1, -1):
            atom = atoms[i]
            if used != -1 and i >= used:
                continue
            if atom.tag == "“":
                first = self._quoted(atoms, i, ends)
                if first is not None:
                    used = first
            elif atom.tag == "@":
                if atom.text in self.grammar.bodies:
                    self._body(atom.start, atom.end, atom.text)
            elif atom.end in ends:
                head_start, head = ends[atom.end]
                if head in self.grammar.bodies and head_start >= start:
                    self._body(head_start, atom.end, head)
                elif head in self.grammar.heads:
                    first = self._nominal(atoms, i, head_start, head, ends)
                    if first is not None:
                        used = first

    def _atoms(
        self, start: int, end: int, known: Sequence[Mention], ends: Mapping[int, tuple[int, str]]
    ) -> list[Atom]:
        pieces: list[tuple[int, int, str, Mention | None]] = []
        text = self.text[start:end]
        for match in MARKED.finditer(text) if "“" in text or "‘" in text or "（" in text else ():
            pieces.append((start + match.start(), start + match.end(), "（" if match[0][0] == "（" else "“", None))
        quoted = list(pieces)
        for mention in known:
            if not any(a < mention.span.end and mention.span.start < b for a, b, _, _ in quoted):
                pieces.append((mention.span.start, mention.span.end, "@", mention))
        atoms: list[Atom] = []
        cuts = [e for e in sorted(ends) if self._cuts(e, ends[e][0])]
        at = start
        for a, b, tag, mention in [*sorted(pieces, key=lambda p: p[:2]), (end, end, "", None)]:
            inner = [e for e in cuts if at < e < a] if cuts else ()
            for low, high in pairwise((at, *inner, a)) if a > at else ():
                place = low
                for word, wtag in self.words.cut(self.text[low:high]):
                    atoms.append(Atom(place, place + len(word), word, wtag))
                    place += len(word)
            if b > a:
                atoms.append(Atom(a, b, self.text[a:b], tag, mention))
            at = max(at, b)
        return atoms

    def _cuts(self, end: int, start: int) -> bool:
        """活动室内, 党支部书记: jieba would cut 活动 and 室内, and hold 党支部书记 for one word."""
        return (end - start > 1 and self.text[end : end + 1] in tuple("内外里")) or bool(self.grammar.roles.match(self.text, end))

    def _nominal(self, atoms: Sequence[Atom], i: int, head_start: int, head: str, ends: Mapping[int, tuple[int, str]]) -> int | None:
        """A name that ends in a head: 党员教育培训基地. Returns the index of its first atom."""
        rule = self.grammar.heads[head]
        if i + 1 < len(atoms) and self._goes_on(atoms[i + 1], rule):
            return None
        first_of_head = i
        while first_of_head > 0 and atoms[first_of_head].start > head_start:
            first_of_head -= 1
        j = self._legal(atoms, first_of_head) if head in REGISTERED else None
        j = self._left(atoms, first_of_head, rule, ends) if j is None else j
        # 四大驿站: the number says that a list before it names them all.
        counted = j == first_of_head and j > 0 and rule.type == "Facility" and COUNTED.fullmatch(atoms[j - 1].text)
        j -= bool(counted)
        start, end = atoms[j].start, atoms[i].end
        name = self.text[start:end]
        if any(a.tag == "“" for a in atoms[j:i]):
            q = max(k for k in range(j, i) if atoms[k].tag == "“")
            return self._with_quote(atoms, j, q, i, self.grammar.quoted.get(head, rule))
        if name == head and head in LATER:
            self._again(start, end, head, rule)
            return j
        if Form.NOMINAL not in rule.forms or not self._specific(atoms[j : i + 1], name, head, rule):
            return None
        # A、B等智力平台 says what A and B are; 示范庭院4730个 counts a kind of thing.
        if self.text[start - 1 : start] == "等" or (rule.type == "Facility" and self.text[end : end + 1].isdigit()):
            return None
        inside = self._nested(atoms, j, i, head_start, ends, rule)
        form = self._form(atoms[j : i + 1], name == head or bool(counted), inside)
        self.found.append(Mention(Span(start, end), rule.type, rule.path, name, form, None, inside))
        return j

    def _goes_on(self, after: Atom, rule: EntityRule) -> bool:
        """Whether the word after a head belongs to the same name, so that the name does not end there."""
        if after.tag in ("“", "@"):
            return after.tag == "“" and rule.type in WAYS
        if rule.type == "Industry" and MEASURED.match(after.text):
            return False
        if after.text in self.grammar.boundaries or after.text in FUNCTION or after.tag[:1] in "vmqfpcudt":
            return after.text in ("建设", "改革", "创新") and rule.type in WAYS
        if rule.type in ORGANIZATIONS:
            return False
        if rule.type == "Event":
            return after.text in ("建设", "项目", "工作", "组委会", "期间")
        return after.tag.startswith(CLOSING_NOUNS) and after.text not in ("工作", "以来", "负责人", "品牌")

    def _legal(self, atoms: Sequence[Atom], first: int) -> int | None:
        """A registered name begins with its place, and may hold any character in between: 云南果之源生物科技有限公司."""
        best = None
        for j in range(first - 1, -1, -1):
            atom = atoms[j]
            if atoms[first].start - atom.start > NAME_LENGTH or atom.tag in ("“", "（") or atom.text in self.grammar.verbs:
                break
            if atom.known is None:
                if atom.text in ("在", "的", "和", "与", "由", "了", "及"):
                    break
            elif atom.known.type not in PLACES or atom.known.form is Form.ANAPHOR:
                break
            elif j < first - 1:
                best = j
        return best

    def _is_body(self, head: str) -> bool:
        rule = self.grammar.heads.get(head)
        return head in self.grammar.bodies or (rule is not None and rule.type in ORGANIZATIONS)

    def _left(self, atoms: Sequence[Atom], first: int, rule: EntityRule, ends: Mapping[int, tuple[int, str]]) -> int:
        """How far to the left of its head a name reaches."""
        j, placed = first, False
        while j > 0 and atoms[first].end - atoms[j - 1].start <= NAME_LENGTH:
            before = atoms[j - 1]
            if before.tag == "@":
                if before.known is None or before.known.type not in PLACES:
                    break
                if before.known.form is Form.ANAPHOR and not (before.text in LEVEL_WORDS and rule.type in ORGANIZATIONS):
                    break
                if rule.type == "Industry":
                    break
                # 建立与深圳合作机制: the place is whom the verb joins with.
                if rule.type in WAYS and self.text[before.start - 1 : before.start] in ("与", "同", "和", "跟"):
                    break
                placed = True
                j -= 1
                continue
            if placed:
                break
            if before.tag == "“":
                if len(before.text) > SPEECH_LENGTH or atoms[first].tag == "“":
                    break
                j -= 1
                continue
            inner = ends.get(before.end)
            if inner and rule.type in ORGANIZATIONS and self._is_body(inner[1]) and inner[0] < before.start:
                # 区委办党支部: a body that jieba cuts is one piece of the longer name.
                j = next(k for k in range(j) if atoms[k].end > inner[0])
                continue
            if self._joins(atoms, j - 1, rule):
                j -= 2
                break
            if before.tag == "（" or not self._modifies(atoms, j - 1, first, rule):
                break
            # 农科院共建工作站: behind a body the verb is what the body does.
            led = ends.get(atoms[j - 2].end) if j > 1 and before.text in self.grammar.ambivalent else None
            if led and self._is_body(led[1]) and rule.type not in WAYS:
                break
            j -= 1
        while j < first and self._weak(atoms[j]):
            j += 1
        # 在社区经营餐馆: behind a word of place the verb is the sentence's own.
        if self.text[atoms[j].start - 1 : atoms[j].start] in ("在", "到", "于", "从"):
            verbs = [k for k in range(j + 1, first) if atoms[k].text in self.grammar.ambivalent and atoms[k].tag == "v"]
            j = verbs[-1] + 1 if verbs else j
        return j

    def _joins(self, atoms: Sequence[Atom], i: int, rule: EntityRule) -> bool:
        """综合治理与生态修复工程: whether 与 joins two words of one name."""
        if atoms[i].text not in ("与", "和", "及", "暨") or i < 2 or rule.type not in WAYS | {"GovernmentBody"}:
            return False
        left, governor = atoms[i - 1], atoms[i - 2]
        return (
            left.tag in ("n", "vn", "v", "l", "j", "an")
            and len(left.text) >= 2
            and left.text not in self.grammar.verbs
            and governor.text in self.grammar.boundaries
            and not self.grammar.heads.keys() & {left.text, left.text[-2:]}
        )

    def _modifies(self, atoms: Sequence[Atom], i: int, head: int, rule: EntityRule) -> bool:
        """Whether an atom may stand inside a name, left of its head."""
        ways = rule.type in WAYS
        # 合作社发展民宿 is no trade, 通用设备制造产业 is one.
        grown = rule.type == "Industry" and not atoms[head].text.startswith(("产业", "经济"))
        atom = atoms[i]
        text = atom.text
        if text in self.grammar.ambivalent and not grown and i > 0 and atoms[i - 1].tag.startswith((*CLOSING_NOUNS, "@")):
            # 党员创业培训班: behind a noun the verb is part of the name.
            return atoms[i - 1].text not in self.grammar.boundaries
        if text in self.grammar.ambivalent and i > 0 and atoms[i - 1].text in self.grammar.generic:
            return True
        # 织密养老网络: the dictionary cuts 织 and 密.
        if len(text) == 1 and {text + atoms[i + 1].text, (atoms[i - 1].text if i else "") + text} & self.grammar.boundaries:
            return False
        if len(text) == 1 and text not in FUNCTION and i + 1 < head and len(atoms[i + 1].text) == 1:
            return "一" <= text <= "龥"  # 共 in 共富产业园, which the dictionary cuts into single characters
        if text in self.grammar.boundaries:
            # 质量提升行动: a verb just before the head is part of the name where a noun stands before it.
            return (
                head - i == 1
                and atoms[head].tag != "“"
                and (ways or text in self.grammar.ambivalent)
                and len(text) == 2
                and atom.tag[:1] in "vn"
                and i > 0
                and atoms[i - 1].tag not in ("（",)
                and (atoms[i - 1].text not in self.grammar.boundaries or atoms[i - 1].text in self.grammar.ambivalent)
                and atoms[i - 1].text not in FUNCTION
                and not atoms[i - 1].tag.startswith(FREE_TAGS + ("m", "q"))
            )
        if len(text) == 1:
            if text in CLASSIFIERS and i > 0 and NUMERAL.fullmatch(atoms[i - 1].text):
                return False
            return text not in FUNCTION and "一" <= text <= "龥"
        if LEVELS.fullmatch(text) or text in ("万亩", "千亩", "百亩"):
            return True
        if NUMERAL.fullmatch(text) or text[0].isdigit():
            return False
        if text in self.grammar.generic:
            return True
        return not (atom.tag.startswith(FREE_TAGS) or atom.tag in ("m", "q", "f") or text[-1] in "的了着")

    def _weak(self, atom: Atom) -> bool:
        """Whether a word at the left edge only praises or counts and is no part of the name."""
        return atom.text in self.grammar.praise

    def _specific(self, atoms: Sequence[Atom], name: str, head: str, rule: EntityRule) -> bool:
        core = name[: -len(head)]
        if name in rule.never:
            return False
        own = sum(len(a.text) for a in atoms if a.tag != "@") - len(head)
        if own < 2 and (len(head) == 1 or (own == 1 and atoms[0].tag == "@")):
            return False
        if rule.type in WAYS and head in VAGUE and all(a.text in self.grammar.generic for a in atoms[:-1]):
            return False
        if not core and rule.type in WAYS and len(head) > BARE_HEAD:
            return True
        standing = rule.type in ORGANIZATIONS or (rule.type == "Facility" and len(head) >= BARE_HEAD - 1)
        led = name.startswith(LEVEL_WORDS) or name[1:].startswith(LEVEL_WORDS)  # 团县委
        if standing and (core in LEVEL_WORDS or (not core and led)):
            return True
        if core in self.grammar.generic and rule.type != "Industry" and (rule.type in WAYS or len(head) < 3):
            return False
        if rule.type == "Industry" and len(atoms) > 1 and atoms[-2].text in RANKING:
            return False
        if rule.type == "Industry" and len(core) == 1 and len(head) > 1 and self.words.tag(core).startswith("n"):
            return True  # 茶产业
        if not core and Form.PROPER in rule.forms:
            return len(head) >= 2 and head not in self.grammar.generic
        listed = "、" in (self.text[atoms[0].start - 1 : atoms[0].start], self.text[atoms[-1].end : atoms[-1].end + 1])
        if not core and listed and rule.type == "Facility" and len(head) >= 2:
            return True
        return len(core) >= 2 or (not core and len(head) >= BARE_HEAD - (rule.type == "Facility") and rule.type not in WAYS)

    def _again(self, start: int, end: int, head: str, rule: EntityRule) -> None:
        """公司, 联合社: behind the full name of such a body its last word alone means it again."""
        earlier = [m for m in self.found if m.type == rule.type and m.form is not Form.SHORT and m.span.end <= start]
        meant = next((m for m in reversed(earlier) if self.text.endswith(head, m.span.start, m.span.end)), None)
        if meant is not None and self.text[start - 1 : start] not in ("的", "等", "各", "家", "个"):
            self.found.append(Mention(Span(start, end), rule.type, "names/again", meant.name, Form.SHORT))

    def _form(self, atoms: Sequence[Atom], bare: bool, inside: Sequence[Mention]) -> Form:
        """Whether a name is one thing's own (云岭县工业园, 万尚家居中心) or says of what kind a thing is."""
        if bare:
            return Form.SHORT
        named = any(m.type in PLACES or m.form is not Form.NOMINAL or m.rule == "lexicon/bodies" for m in inside)
        if named or atoms[0].tag in ("ns", "nz"):
            return Form.PROPER
        return Form.PROPER if len(atoms) > 2 and len(atoms[0].text) == len(atoms[1].text) == 1 else Form.NOMINAL

    def _nested(
        self, atoms: Sequence[Atom], j: int, i: int, head_start: int, ends: Mapping[int, tuple[int, str]], outer: EntityRule
    ) -> tuple[Mention, ...]:
        inner: list[Mention] = [a.known for a in atoms[j : i + 1] if a.known is not None]
        level = next((w for w in LEVEL_WORDS if self.text.startswith(w, atoms[j].start)), "")
        if level and outer.type in (*ORGANIZATIONS, "Facility") and atoms[j].tag not in ("@", "“") and self.text[atoms[j].start + len(level) : atoms[j].start + len(level) + 1] not in (*NOT_A_PLACE, ""):
            span = Span(atoms[j].start, atoms[j].start + len(level))
            inner.insert(0, Mention(span, LEVEL_TYPES[level], "names/level", level, Form.ANAPHOR))
        for k in range(j, i):
            hit = ends.get(atoms[k].end)
            if hit and hit[1] in self.grammar.bodies and hit[0] >= atoms[j].start and atoms[k].tag != "“":
                inner.append(Mention(Span(hit[0], atoms[k].end), self.grammar.bodies[hit[1]], "lexicon/bodies", hit[1]))
                continue
            rule = self.grammar.heads.get(hit[1]) if hit and atoms[k].end <= head_start else None
            if rule and hit and atoms[k].tag not in ("“", "@") and rule.type in ORGANIZATIONS and hit[0] > atoms[j].start:
                span = Span(atoms[j].start, atoms[k].end)
                name = self.text[span.start : span.end]
                own = sum(len(a.text) for a in atoms[j : k + 1] if a.tag != "@") - len(hit[1])
                if name not in rule.never and (own >= 2 or name.startswith(LEVEL_WORDS)):
                    inside = tuple(m for m in inner if span.covers(m.span))
                    inner.append(Mention(span, rule.type, rule.path, name, Form.NOMINAL, None, inside))
        return tuple(inner)

    # ---- quotations -------------------------------------------------------------------

    def _quoted(self, atoms: Sequence[Atom], q: int, ends: Mapping[int, tuple[int, str]]) -> int | None:
        """A name around a quotation: “四联”活动, “A、B”的网格体系, or the quotation alone."""
        core = atoms[q].text[1:-1]
        if not core or len(core) > 60 or core[-1] in "。！？，" or "。" in core:
            return None
        end = self._tail(atoms, q)
        if end is not None:
            rule = self._head_of(atoms[end].start, atoms[end].end)
            if rule is not None:
                return self._with_quote(atoms, self._left(atoms, q, rule, ends), q, end, rule)
        inner = next((self.grammar.heads[core[k:]] for k in range(len(core)) if core[k:] in self.grammar.heads), None)
        if inner is not None and inner.type == "Industry":
            inner = None
        if inner is not None and Form.QUOTED in inner.forms and len(core) <= 20 and "、" not in core:
            numbered = decompose(core, self.grammar.shorthand) and inner.type in WAYS
            j = q if numbered else self._left(atoms, q, inner, ends)
            return self._with_quote(atoms, j, q, q, self.grammar.ways if numbered else inner)
        if self._is_way(atoms, q, core):
            return self._with_quote(atoms, q, q, q, self.grammar.ways)
        return None

    def _is_way(self, atoms: Sequence[Atom], q: int, core: str) -> bool:
        """Whether a bare quotation is the name of a way of working: “三联四会”, “社区吹哨、部门报到”, “稻+虾”."""
        numerals = decompose(core, self.grammar.shorthand)
        if SPELLS_OUT.match(self.text, atoms[q].end) or self.text.startswith("的", atoms[q].end):
            return False
        if len(numerals) > 1:
            return True
        # “两新”组织: what goes on behind the quotation would be part of the name, and is no last word of one.
        if q + 1 < len(atoms) and atoms[q + 1].tag.startswith(CLOSING_NOUNS) or self.text.startswith("组织", atoms[q].end):
            return False
        if numerals:
            return True
        if q > 0 and atoms[q - 1].text in self.grammar.naming and len(core) >= 3:
            return "，" not in core  # 推行“综合查一次”: only a way of working is put into practice
        if LACKING.search(core):
            return False
        pieces = re.split("[、+]", core)
        return 2 <= len(pieces) <= 8 and all(2 <= len(p) <= 12 for p in pieces)

    def _tail(self, atoms: Sequence[Atom], q: int) -> int | None:
        """The last atom of the name that goes on after a quotation."""
        best = None
        k = q + 1
        # “五统一”（统一销售、…）经营模式: what spells the name out stands inside it.
        while k < len(atoms) and (atoms[k].text == "的" or atoms[k].tag == "（"):
            k += 1
        first = k
        while k < len(atoms) and atoms[k].end - atoms[first].start <= TAIL_LENGTH:
            atom = atoms[k]
            if atom.tag in ("“", "@", "（") or atom.text in FUNCTION:
                break
            rule = self._head_of(atom.start, atom.end)
            if rule is not None and Form.QUOTED in rule.forms:
                best = k
            elif atom.tag == "v" and len(atom.text) > 1 and atom.text not in self.grammar.ambivalent:
                break
            elif atom.text in self.grammar.boundaries and k > first:
                break
            elif atom.tag.startswith(("d", "p", "c", "r")) or atom.tag in ("m", "t"):
                break
            k += 1
        return best

    def _head_of(self, start: int, end: int) -> EntityRule | None:
        for at in range(start, end):
            rule = self.grammar.quoted.get(self.text[at:end])
            if rule is not None:
                return rule
        return None

    def _with_quote(self, atoms: Sequence[Atom], j: int, q: int, i: int, rule: EntityRule) -> int | None:
        # 一哨、一函“五个一”机制: what a list joins to the quotation is no part of its name.
        if j == 0 and self.text[atoms[0].start - 1 : atoms[0].start] == "、":
            j = q
        core = Span(atoms[q].start + 1, atoms[q].end - 1)
        joined = self.text[atoms[q].end : atoms[q].end + 1] == "的"
        if joined and i > q and rule.type not in WAYS:
            return None
        if not {self.text[core.start : core.end], self.text[atoms[q].start + 1 : atoms[i].end]}.isdisjoint(rule.never):
            return None
        if AGE.fullmatch(self.text, core.start, core.end):
            return None
        if rule.type == "Industry" and self.text.endswith("经济", 0, atoms[i].end):
            return None
        if rule.type == "Industry" and decompose(self.text[core.start : core.end], self.grammar.shorthand):
            return None
        if Form.QUOTED not in rule.forms or not len(core):
            return None
        name = self.text[core.start : core.end]
        inside = tuple(a.known for a in atoms[j : i + 1] if a.known is not None)
        span = Span(atoms[j].start, atoms[i].end)
        if name in self.grammar.shorthand.uncounted:
            # 县委“两新”工委: the quotation is a common word, and the name is the whole.
            if rule.type in WAYS:
                return None
            self.found.append(Mention(span, rule.type, rule.path, self.text[span.start : span.end], Form.PROPER, None, inside))
        else:
            self.found.append(Mention(span, rule.type, rule.path, name, Form.QUOTED, core, inside))
        return j

    def _chains(self, span: Span) -> None:
        """县委工委——综合党委——协会支部三级架构: a chain that ends in a way of working is one name."""
        for match in CHAIN.finditer(self.text, span.start, span.end):
            rule = self._head_of(match.start("last"), match.end())
            if rule is None or rule.type not in WAYS or Form.QUOTED not in rule.forms:
                continue
            start = self._first_item(match.start("first"), match.end("first"))
            core = Span(match.start("last"), match.end())
            name = self.text[core.start : core.end]
            self.found.append(Mention(Span(start, core.end), rule.type, rule.path + "#chain", name, Form.QUOTED, Span(start, core.start)))

    # ---- known bodies and lists -------------------------------------------------------

    def _body(self, start: int, end: int, name: str) -> None:
        self.found.append(Mention(Span(start, end), self.grammar.bodies[name], "lexicon/bodies" if self.grammar.bodies[name] not in WAYS else "lexicon/programmes", name, Form.NOMINAL if self.grammar.bodies[name] in WAYS else Form.PROPER))

    def _lists(self, span: Span, known: Sequence[Mention]) -> None:
        """恒大、阿里巴巴、腾讯等企业: what follows 等 says what the members are."""
        for match in LISTED.finditer(self.text, span.start, span.end):
            after = self.text[match.end() : min(match.end() + 8, span.end)]
            rule = next((r for w, r in self.grammar.listed.items() if re.match(rf"[一-龥]{{0,5}}?{w}", after)), None)
            if rule is None:
                continue
            members = self._members(*match.span(1))
            members[0] = (self._first_item(*members[0]), members[0][1])
            names = [self.text[start:end] for start, end in members]
            # 化肥、农药等企业: where all are common nouns they are kinds; 小米 beside 恒远 is a firm.
            if rule.type in ORGANIZATIONS and all(self._common(name) for name in names):
                continue
            for name, (start, end) in zip(names, members, strict=True):
                span = Span(start, end)
                if 2 <= len(name) <= 12 and name not in rule.never and not any(m.span.overlaps(span) for m in known):
                    core = QUOTE.search(name)
                    form = Form.QUOTED if core else Form.PROPER
                    self.found.append(Mention(span, rule.type, rule.path + "#listed", core[1] if core else name, form))

    def _common(self, name: str) -> bool:
        return self.words.tag(name) == "n" and self.words.frequency(name) > 50

    def _members(self, start: int, end: int) -> list[tuple[int, int]]:
        """The members of a list; the last mark between them may be 和 or 及."""
        found = [m.span(1) for m in MEMBER.finditer(self.text, start, end)]
        low, high = found[-1]
        link = LINK.search(self.text, low + 2, high - 2)
        return [*found[:-1], (low, link.start()), (link.end(), high)] if link else found

    def _first_item(self, start: int, end: int) -> int:
        """Where the first member of a list begins: behind the last word that governs it."""
        place = best = start
        mark = self.text.find("“", start, end)
        for word, tag in self.words.cut(self.text[start : mark if mark > 0 else end]):
            place += len(word)
            if (word in self.grammar.boundaries or word in FUNCTION or tag.startswith(FREE_TAGS)) and place < end:
                best = place
        return best


PLACES = frozenset("Place Province Prefecture County Township Village Community Region".split())
WAYS = frozenset({"Mechanism", "Guideline", "Program", "Project"})
def _spoken(text: str, span: Span) -> list[tuple[int, int]]:
    """The sentence in pieces, so that what somebody says is read like any other text and not as one name."""
    edges = [span.start]
    for quotation in QUOTE.finditer(text, span.start, span.end):
        if SENTENCE_MARK.search(quotation[1]) or ("，" in quotation[1] and len(quotation[1]) > SPEECH_LENGTH):
            edges += (quotation.start(), quotation.start() + 1, quotation.end() - 1, quotation.end())
    return list(pairwise([*edges, span.end]))


ORGANIZATIONS = frozenset(
    "Organization PartyOrganization GovernmentBody Enterprise Association Institution Team".split()
)


def _agreeing(found: Sequence[Mention]) -> list[Mention]:
    """“七彩桥” alone is what “七彩桥”治理模式 says that it is, and not what its own last character could mean."""
    said: dict[str, Counter[str]] = {}
    for mention in found:
        if mention.form is Form.QUOTED and mention.core is not None and mention.span.end > mention.core.end + 1:
            said.setdefault(mention.name, Counter())[mention.type] += 1
    longer = {m.name for m in found if m.form is Form.QUOTED and m.type in WAYS}
    result = []
    for mention in found:
        # “一表两会”: “两会” alone is a part of it and no way of its own.
        if mention.form is Form.QUOTED and mention.type in WAYS and 2 <= len(mention.name) <= 3:
            if any(mention.name in name and mention.name != name for name in longer):
                continue
        bare = mention.form is Form.QUOTED and mention.core is not None and mention.span.end == mention.core.end + 1
        kinds = said.get(mention.name) if bare and mention.type != "Honor" else None
        if kinds and mention.type not in kinds:
            mention = replace(mention, type=min(kinds, key=lambda kind: (-kinds[kind], kind)))
        result.append(mention)
    return result


def _links(chain: Mention, found: Sequence[Mention]) -> tuple[Mention, ...]:
    """The bodies that a chain joins, from the upper to the lower."""
    links: list[Mention] = []
    for mention in found:
        for body in (mention, *mention.inside):
            if body.type in ORGANIZATIONS and chain.span.covers(body.span):
                if not any(body.span.overlaps(link.span) for link in links):
                    links.append(body)
    return tuple(sorted(links, key=lambda m: m.span))


def _longest(found: Iterable[Mention]) -> list[Mention]:
    """Longest mention wins, then the quoted one, then the order of names; what lies inside is nested."""
    ordered = sorted(found, key=lambda m: (-len(m.span), m.type != "Honor", m.rule != "lexicon/bodies", m.form is not Form.QUOTED, m.span.start, m.type, m.rule))
    taken: list[Mention] = []
    cover = bytearray(max((m.span.end for m in ordered), default=0))
    for mention in ordered:
        start, end = mention.span.start, mention.span.end
        if cover.find(1, start, end) != -1:
            continue
        cover[start:end] = b"\1" * (end - start)
        if mention.rule.endswith("#chain"):
            mention = replace(mention, inside=_links(mention, ordered))
        taken.append(mention)
    return sorted(taken, key=lambda m: m.span)
