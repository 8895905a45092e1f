"""Place mentions in, the places they name, what lies in what, and the own place of each article out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.gazetteer import Division, Gazetteer
from kg.iris import slug
from kg.model import Document, Entity, Form, Mention, Rejection, Role, Sentence, Span
from kg.resolve.divisions import RANKS, Choice, chains, choose
from kg.resolve.home import homes, level_word, weights

KIND_OF_VILLAGE = re.compile(r"(?<=..)(?:自然村|行政村)\Z")
SETTLEMENTS = ("Village", "Community")
# A member of a list and a name without its last word mean what the full names say.
LATER = {"place/list": 1, "place/core": 2}
# 大柘村小洲自然村 waits for 白石镇大柘村.
DEPTHS = ("Township", "Region", "Village", "Community", "County", "Prefecture", "Province", "Place")
# How many of the divisions that a name may mean the ledger tells.
TOLD = 6
# 村里 means the village of this paragraph or of the two before.
NEAR = 2


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a document."""

    home: tuple[str, ...]
    """for each article the IRI of its own place, or "" """
    of: Mapping[int, str]
    """index of a mention → IRI; what stays unresolved is not in it"""
    entities: tuple[Entity, ...]
    within: tuple[tuple[str, str, Span], ...]
    """place, the next place that it lies in, and the text that shows it"""
    rejected: tuple[Rejection, ...] = ()


def settle_places(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], gazetteer: Gazetteer
) -> Places:
    """Say which place each mention names; `mentions` in the order of the text, also those inside other names."""
    settler = _Settler(document, sentences, mentions, gazetteer)
    settler.divisions()
    settler.homes()
    settler.below()
    settler.anaphors()
    return settler.places()


class _Settler:
    """What is known of the places of one document so far."""

    def __init__(
        self, document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], table: Gazetteer
    ) -> None:
        self.document, self.sentences, self.mentions, self.table = document, sentences, mentions, table
        self.above = chains(document.text, mentions)
        # 小洲自然村 is 小洲村.
        self.names = [KIND_OF_VILLAGE.sub("村", mention.name) for mention in mentions]
        self.of: dict[int, str] = {}
        self.known: dict[str, Division] = {}  # IRI → division of the table
        self.made: dict[str, tuple[str, str]] = {}  # IRI → class, name
        self.chained: dict[str, dict[str, Span]] = {}  # IRI → IRIs that the text writes in front of it, and where
        self.assumed: dict[str, tuple[str, Span]] = {}  # IRI → IRI of the place that it must lie in
        self.home: list[str] = []
        self.rejected: list[Rejection] = []
        self.where = self._where()

    def _where(self) -> list[Sentence | None]:
        """The sentence of each mention."""
        found: list[Sentence | None] = []
        at = 0
        for mention in self.mentions:
            while at < len(self.sentences) and self.sentences[at].span.end <= mention.span.start:
                at += 1
            inside = at < len(self.sentences) and self.sentences[at].span.start <= mention.span.start
            found.append(self.sentences[at] if inside else None)
        return found

    # ---- provinces, prefectures, counties ------------------------------------------------

    def divisions(self) -> None:
        """Name the divisions down to the county."""
        choices = choose(self.mentions, self.above, self.table)
        # The own place of the document decides what its prefecture and province could not.
        self.pending: dict[int, Choice] = {}
        # What stands in a chain first, so that the bare name later means the same.
        for i, choice in sorted(choices.items(), key=lambda item: (self.above[item[0]] is None, item[0])):
            if choice.division is not None:
                self._name(i, self._division(choice.division))
            elif not choice.rivals and self.mentions[i].form is not Form.SHORT:
                self._name(i, self._unlisted(i))
            else:
                self.pending[i] = choice
        full = {name[:-1]: iri for iri, (_, name) in sorted(self.made.items()) if iri not in self.known}
        for i, choice in list(self.pending.items()):
            if not choice.rivals and self.mentions[i].name in full:
                self._name(i, full[self.mentions[i].name])
                del self.pending[i]

    def _division(self, division: Division) -> str:
        iri = "-".join(map(slug, self.table.tail(division)))
        self.known[iri] = division
        self.made[iri] = (division.level, division.name)
        return iri

    def _unlisted(self, i: int) -> str:
        """The IRI of a division that the table does not hold: its name, behind that of a rival of the table its chain."""
        name, k = self.mentions[i].name, self.above[i]
        held = self._held(name, self.mentions[i].type) if k is None else []
        if held:
            return held[0]
        scoped = k is not None and k in self.of and (self.table.find(name) or name[-1] == "区")
        iri = f"{self.of[k]}-{slug(name)}" if scoped and k is not None else slug(name)
        self.made[iri] = (self.mentions[i].type, name)
        return iri

    def _name(self, i: int, iri: str) -> None:
        self.of[i] = iri
        k = self.above[i]
        if k is not None and k in self.of and self.of[k] != iri:
            span = Span(self.mentions[k].span.start, self.mentions[i].span.end)
            self.chained.setdefault(iri, {}).setdefault(self.of[k], span)

    # ---- the own place of each article ---------------------------------------------------

    def homes(self) -> None:
        """Find out what each article is about, and what that decides."""
        ranks = {iri: RANKS.get(type_, 0) for iri, (type_, _) in self.made.items()}
        scores = weights(self.document, self.sentences, self.mentions, self.above, self.of, self._bare_towns())
        self.home = homes(scores, ranks)
        given = self._given()
        if given:
            self.home = [given] * len(self.home)
        for i, choice in self.pending.items():
            own = self.known.get(self._home_of(i))
            kin = [d for length in (6, 4, 2) for d in choice.rivals if own and d.code[:length] == own.code[:length]]
            closest = [d for d in kin if d.code[:4] == kin[0].code[:4]] if kin else []
            if len(set(closest)) == 1:
                self._name(i, self._division(closest[0]))
            else:
                self._reject(i, choice.rivals)

    def _bare_towns(self) -> dict[int, str]:
        """The county of the text in which the table has a town that stands without a chain."""
        counties = [(d.code, iri) for iri, d in sorted(self.known.items()) if d.level == "County"]
        found = {}
        for i, mention in enumerate(self.mentions):
            if mention.type == "Township" and self.above[i] is None and mention.form is Form.PROPER:
                towns = self.table.find(mention.name, "Township")
                own = {iri for code, iri in counties if any(town.code.startswith(code) for town in towns)}
                if len(own) == 1:
                    found[i] = own.pop()
        return found

    def _given(self) -> str:
        """The place that the user gave, as far as the table or the text knows it."""
        given = self.document.source.details.place
        if not given:
            return ""
        named = [iri for iri, (_, name) in self.made.items() if given.endswith(name)]
        if named:
            return max(named, key=lambda iri: (len(self.made[iri][1]), iri))
        ends = [self.table.find(given[start:]) for start in range(len(given) - 1)]
        fitting = [d for divisions in ends for d in divisions if len(divisions) == 1 or self._written(d, given)]
        return self._division(fitting[0]) if fitting else ""

    def _written(self, division: Division, given: str) -> bool:
        return any(link.name in given for link in self.table.chain(division)[:-1])

    def _home_of(self, i: int) -> str:
        sentence = self.where[i]
        return self.home[sentence.article] if sentence and self.home else ""

    def _reject(self, i: int, rivals: Sequence[Division] = (), why: str = "") -> None:
        paths = [self.table.path(d) for d in rivals]
        told = "、".join(paths[:TOLD]) + (f" and {len(paths) - TOLD} more" if len(paths) > TOLD else "")
        reason = why or (f"may be {told}" if told else "no table and no full name says which place this is")
        mention = self.mentions[i]
        self.rejected.append(Rejection(mention.span, mention.name, mention.rule, reason))

    # ---- townships, villages, regions ----------------------------------------------------

    def below(self) -> None:
        """Name what lies below the county, first that with a chain, so that the bare name later means the same."""
        order = [i for i, m in enumerate(self.mentions) if m.form is not Form.ANAPHOR and i not in self.of]
        for i in order:
            if self.mentions[i].type in ("Region", "Place"):
                self._region(i)
        for wanted in ("Township", "Village", "Community"):
            mine = [i for i in order if self.mentions[i].type == wanted]
            for i in sorted(mine, key=lambda i: (self._depth(i), LATER.get(self.mentions[i].rule, 0), i)):
                self._town(i) if wanted == "Township" else self._settlement(i)

    def _depth(self, i: int) -> int:
        """0 for the fullest chain: 白石镇大柘村 before 云岭县大柘村 before a bare 大柘村."""
        k = self.above[i]
        return len(DEPTHS) if k is None else DEPTHS.index(self.mentions[k].type)

    def _town(self, i: int) -> None:
        mention, k = self.mentions[i], self.above[i]
        if k is not None and k in self.of:
            return self._below(i, self.of[k])
        towns = self.table.find(mention.name, "Township")
        home = self._home_of(i)
        if mention.form is Form.SHORT:
            return self._short_town(i, home)
        held = [iri for iri in self._held(mention.name, "Township") if self._alike(i, iri)]
        if len(held) == 1:
            return self._name(i, held[0])
        own = self.known.get(home)
        at_home = [d for d in towns if own and d.code.startswith(own.code)]
        elsewhere = [
            iri for iri, division in self.known.items()
            if len(division.code) == 6 and iri != home and any(d.code.startswith(division.code) for d in towns)
        ]  # fmt: skip
        if self._is_county(home) and (at_home or not (elsewhere or self._foreign(i))):
            return self._below(i, home)
        if len(at_home) == 1:
            return self._below_listed(i, at_home[0], home)
        if len(elsewhere) == 1:
            return self._below(i, elsewhere[0])
        if len(towns) == 1 and not home:
            return self._below_listed(i, towns[0], "")
        return self._reject(i, towns)

    def _short_town(self, i: int, home: str) -> None:
        """晨光 in 晨光、南桥等乡镇."""
        name = self.mentions[i].name
        own = self.known.get(home)
        towns = [d for suffix in ("镇", "乡", "街道") for d in self.table.find(name + suffix, "Township")]
        at_home = [d for d in towns if own and d.code.startswith(own.code)]
        held = [iri for suffix in ("镇", "乡", "街道") for iri in self._held(name + suffix, "Township")]
        if len(held) == 1:
            self._name(i, held[0])
        elif len(at_home) == 1:
            self._below_listed(i, at_home[0], home)
        elif self._is_county(home):
            self._below(i, home)
        else:
            self._reject(i, towns)

    def _held(self, name: str, type_: str) -> list[str]:
        return [iri for iri, made in sorted(self.made.items()) if made == (type_, name)]

    def _alike(self, i: int, iri: str) -> bool:
        """Whether nothing between says that the bare name is of another county than the one named before."""
        return not self._foreign(i) or self._foreign(i) in self.chained.get(iri, {})

    def _is_county(self, iri: str) -> bool:
        """Whether towns lie directly in that place: a county, or a city without any (东莞市)."""
        division = self.known.get(iri)
        if division is None:
            return bool(iri) and self.made[iri][0] == "County"
        return self.table.holds_towns(division)

    def _foreign(self, i: int) -> str:
        """The place of another county, city or province that the sentence names before this mention, or ""."""
        home = self._home_of(i)
        sentence = self.where[i]
        own = self.known.get(home)
        for k in range(i - 1, -1, -1):
            if self.where[k] is not sentence:
                return ""
            iri = self.of.get(k, "")
            if not iri or self.mentions[k].type not in ("County", "Prefecture", "Province") or iri == home:
                continue
            division = self.known.get(iri)
            if own is not None and division is not None and own.code.startswith(division.code):
                continue
            if iri in self._ancestors(home):
                continue
            return iri
        return ""

    def _only_county(self, i: int) -> str:
        """The one county that the article names, or ""."""
        sentence = self.where[i]
        counties = {
            self.of[k] for k, other in enumerate(self.mentions)
            if other.type == "County" and k in self.of and sentence and (at := self.where[k]) and at.article == sentence.article
        }  # fmt: skip
        return counties.pop() if len(counties) == 1 else ""

    def _ancestors(self, iri: str) -> set[str]:
        found: set[str] = set()
        todo = [iri]
        while todo:
            for parent in self.chained.get(todo.pop(), {}):
                if parent not in found:
                    found.add(parent)
                    todo.append(parent)
        return found

    def _below(self, i: int, parent: str) -> None:
        """Name a place that lies in `parent`: behind its chain, or because there is nowhere else it could lie."""
        mention, name = self.mentions[i], self.names[i]
        iri = f"{parent}-{slug(name)}"
        self.made[iri] = (mention.type, name)
        if mention.type == "Township":
            county = self.known.get(parent)
            fitting = [d for d in self.table.find(name, "Township") if county and d.code.startswith(county.code)]
            if len(fitting) == 1:
                self.known[iri] = fitting[0]
        self._name(i, iri)
        if self.above[i] is None and parent in self.of.values():
            self.assumed.setdefault(iri, (parent, mention.span))

    def _below_listed(self, i: int, division: Division, home: str) -> None:
        iri = self._division(division)
        self._name(i, iri)
        county = self._division(self.table.chain(division)[-2]) if len(self.table.chain(division)) > 1 else ""
        parent = county if county in self.of.values() else home
        if county not in self.of.values():
            self.made.pop(county, None)
            self.known.pop(county, None)
        if parent:
            self.assumed.setdefault(iri, (parent, self.mentions[i].span))

    def _settlement(self, i: int) -> None:
        mention, k = self.mentions[i], self.above[i]
        if mention.rule == "place/core":
            return self._same(i, self._held(mention.name + "村", "Village"))
        if k is not None and k in self.of:
            # 云岭县大柘村 is the 白石镇大柘村 of the same text.
            held = [iri for iri in self._held(self.names[i], mention.type) if iri.startswith(f"{self.of[k]}-")]
            if held and RANKS.get(self.mentions[k].type, 9) < RANKS["Township"]:
                return self._same(i, held, chained=False)
            return self._below(i, self.of[k])
        if mention.rule == "place/list":
            return self._hamlet(i)
        held = self._held(self.names[i], mention.type)
        if held:
            return self._same(i, held)
        home = self._home_of(i)
        if self._is_county(home) and not self._foreign(i):
            return self._below(i, home)
        only = self._only_county(i)
        if only and not self._is_county(home):
            return self._below(i, only)
        return self._reject(i, (), "no county, town or village is known that it lies in")

    def _same(self, i: int, held: Sequence[str], chained: bool = True) -> None:
        """Of several places of one name the bare name means the one named last."""
        before = [self.of[k] for k in range(i) if self.of.get(k) in held]
        if not held:
            self._reject(i)
        elif chained:
            self._name(i, before[-1] if before else held[0])
        else:
            self.of[i] = before[-1] if before else held[0]

    def _hamlet(self, i: int) -> None:
        """A member of a list of villages: it lies in the village or town of which the sentence speaks."""
        mention, sentence = self.mentions[i], self.where[i]
        parent = ""
        for k in range(i - 1, -1, -1):
            other = self.mentions[k]
            if self.where[k] is not sentence or other.form is Form.ANAPHOR:
                break
            if other.rule != "place/list" and other.type in (*SETTLEMENTS, "Township") and k in self.of:
                parent = self.of[k]
                if self.made[parent][1] == mention.name + "村":
                    # 大柘村辖大柘、小洲等5个自然村: the first hamlet bears the village's name.
                    return self._name(i, parent)
        parent = parent or (self._home_of(i) if self._is_county(self._home_of(i)) else "")
        if not parent:
            return self._reject(i, (), "no county, town or village is known that it lies in")
        return self._below(i, parent)

    def _region(self, i: int) -> None:
        """A region of the table or named for its province stands by itself, any other in its place."""
        mention = self.mentions[i]
        if mention.rule == "place/region":
            iri = slug(mention.name if mention.form is not Form.SHORT else self._whole_region(mention.name))
            self.made.setdefault(iri, (mention.type, mention.name))
            self.of[i] = iri
            return
        near = range(max(0, i - 2), min(i + 3, len(self.mentions)))
        inner = next((k for k in near if k != i and mention.span.covers(self.mentions[k].span)), None)
        k = self.above[i] if inner is None else inner
        parent = self.of.get(k, "") if k is not None else self._home_of(i)
        iri = f"{parent}-{slug(mention.name)}" if parent else slug(mention.name)
        self.made.setdefault(iri, (mention.type, mention.name))
        self._name(i, iri)
        if mention.type == "Region" and parent in self.of.values() and parent not in self.chained.get(iri, {}):
            self.assumed.setdefault(iri, (parent, mention.span))

    def _whole_region(self, short: str) -> str:
        """大湾区 is the 粤港澳大湾区 of the text."""
        names = {m.name for m in self.mentions if m.rule == "place/region" and m.form is not Form.SHORT}
        fitting = sorted((name for name in names if short in name), key=len)
        return fitting[0] if fitting else short

    # ---- 全县, 该村, 当地 -------------------------------------------------------------------

    def anaphors(self) -> None:
        """Say what the words that stand for a place mean."""
        topic = ""
        at: tuple[int, int] | None = None
        last: dict[str, tuple[int, int, str]] = {}  # class → article, paragraph, IRI
        for i, mention in enumerate(self.mentions):
            sentence = self.where[i]
            if sentence is None:
                continue
            here = (sentence.article, sentence.paragraph)
            if here != at:
                if at is None or at[0] != here[0]:
                    last = {}
                    topic = ""
                if sentence.role is Role.HEADING:
                    topic = ""
                paragraph_topic = ""
                at = here
            if mention.form is Form.ANAPHOR:
                iri = self._meant(mention, sentence, paragraph_topic or topic, last)
                if iri:
                    self.of[i] = iri
                continue
            iri = self.of.get(i, "")
            if not iri or mention.rule == "place/list" or self.made[iri][0] in ("Region", "Place"):
                continue
            last[self.made[iri][0]] = (*here, iri)
            last["Place"] = (*here, iri)
            if RANKS[self.made[iri][0]] <= 2 and self._opens(i, sentence):
                if sentence.role is Role.HEADING:
                    topic = iri
                else:
                    paragraph_topic = iri

    def _opens(self, i: int, sentence: Sentence) -> bool:
        """Whether the mention, or the chain that it ends, opens its sentence or the paragraph."""
        start = self.mentions[i].span.start
        k = self.above[i]
        while k is not None:
            start, k = self.mentions[k].span.start, self.above[k]
        return start == sentence.span.start

    def _meant(self, mention: Mention, sentence: Sentence, topic: str, last: Mapping[str, tuple[int, int, str]]) -> str:
        home = self.home[sentence.article]
        word = level_word(mention.name)
        if mention.type in ("Township", *SETTLEMENTS):
            article, paragraph, iri = last.get(mention.type, (-1, -1, ""))
            near = article == sentence.article and sentence.paragraph - paragraph <= NEAR
            fits = word in ("村", "社区") or (bool(iri) and self.made[iri][1].endswith(word))
            return iri if near and fits else ""
        if mention.type == "Place":
            article, paragraph, iri = last.get("Place", (-1, -1, ""))
            return iri if (article, paragraph) == (sentence.article, sentence.paragraph) else home
        lower = [*filter(None, (topic, home))]
        # 全省 is the province of the county, where the text names it.
        higher = [iri for place in lower for iri in sorted(self._over(place))]
        return next((iri for iri in (*lower, *higher) if self._fits(iri, word)), "")

    def _over(self, iri: str) -> list[str]:
        """The places of the text in which a place lies, by the table or the text, the nearest first."""
        division = self.known.get(iri)
        named = set(self.of.values())
        by_table = [
            other for other, d in self.known.items()
            if division and other in named and other != iri and division.code.startswith(d.code)
        ]  # fmt: skip
        return sorted({*by_table, *(self._ancestors(iri) & named)}, key=lambda o: -RANKS.get(self.made[o][0], 0))

    def _fits(self, iri: str, word: str) -> bool:
        type_, name = self.made[iri]
        if word == "省":
            return type_ == "Province"
        return name.endswith(word)

    # ---- the result ----------------------------------------------------------------------

    def places(self) -> Places:
        """All that is known now."""
        spelled: dict[str, set[str]] = {}
        for i, iri in self.of.items():
            if self.mentions[i].form is not Form.ANAPHOR:
                spelled.setdefault(iri, set()).add(self.mentions[i].name)
        for home in self.home:
            if home:
                spelled.setdefault(home, set())
        entities = []
        for iri, names in sorted(spelled.items()):
            type_, name = self.made[iri]
            division = self.known.get(iri)
            code, path = (division.code, self.table.path(division)) if division else ("", "")
            entities.append(Entity(iri, type_, name, tuple(sorted(names - {name})), code=code, path=path))
        within = [(iri, *self._next(iri)) for iri in sorted(self.chained)]
        within += [(iri, parent, span) for iri, (parent, span) in sorted(self.assumed.items()) if iri not in self.chained]
        return Places(tuple(self.home), self.of, tuple(entities), tuple(within), tuple(self.rejected))

    def _next(self, iri: str) -> tuple[str, Span]:
        """Of the places that the text writes in front of one the nearest: 赣州市, not 江西省."""
        parents = self.chained[iri]
        nearest = max(sorted(parents), key=lambda parent: RANKS.get(self.made[parent][0], 0))
        return nearest, parents[nearest]
