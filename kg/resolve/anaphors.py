"""Words that stand for a place in, the place that each means out: 全县, 该村, 当地."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain

from kg.model import Form, Mention, Role, Sentence
from kg.resolve.atlas import RANKS, Atlas
from kg.resolve.families import BELOW
from kg.resolve.home import level_word

ESTATE, VILLAGE = "小区", "村"
WHOLE = ("全", "我", "本")
# 村里 means the village of this paragraph or of the two before.
NEAR = 2


@dataclass(slots=True)
class _Course:
    """Of which places the text has spoken so far."""

    here: tuple[int, int] = (-1, -1)  # article, paragraph
    section: str = ""  # the county that a heading names
    paragraph: str = ""  # the county that opens the paragraph
    last: dict[str, tuple[int, int, str]] = field(default_factory=dict)  # class → article, paragraph, IRI
    opened: dict[str, tuple[int, int, str]] = field(default_factory=dict)  # the same, of those that open a sentence

    named: set[str] = field(default_factory=set)  # all that the paragraph has named
    together: set[str] = field(default_factory=set)  # and those of its last sentence that named any
    told: int = -1  # where that sentence begins
    leading: set[str] = field(default_factory=set)  # all that open a paragraph
    first: int = -1  # where that paragraph begins

    def enter(self, sentence: Sentence) -> None:
        here = (sentence.article, sentence.paragraph)
        if here == self.here:
            return
        if here[0] != self.here[0]:
            self.section, self.last, self.opened = "", {}, {}
        if sentence.role is Role.HEADING:
            self.section = ""
        self.here, self.paragraph, self.first = here, "", sentence.span.start
        self.named, self.together = set(), set()

    def name(self, iri: str, sentence: Sentence) -> None:
        """A place is named."""
        if self.told != sentence.span.start:
            self.told, self.together = sentence.span.start, set()
        self.named.add(iri)
        self.together.add(iri)


def name_anaphors(atlas: Atlas) -> None:
    """Say what the words that stand for a place mean; what nothing in the text answers stays unresolved."""
    course = _Course()
    for i, mention in enumerate(atlas.mentions):
        sentence = atlas.where[i]
        if sentence is None:
            continue
        course.enter(sentence)
        if mention.form is Form.ANAPHOR:
            iri = _meant(atlas, mention, sentence, course)
            if iri:
                atlas.mean(i, iri)
            continue
        iri = atlas.of.get(i, "")
        if not iri or mention.rule == "place/list" or atlas.made[iri][0] not in RANKS:
            continue
        type_ = atlas.made[iri][0]
        # 社区 means the community, 该小区 the estate in it.
        called = ESTATE if atlas.made[iri][1].endswith(ESTATE) else type_
        course.last[called] = course.last["Place"] = (*course.here, iri)
        course.name(iri, sentence)
        # 全村 of 瑶康新村, which is a community.
        if type_ == "Community" and atlas.made[iri][1].endswith(VILLAGE):
            course.last["Village"] = (*course.here, iri)
        opens = _opens(atlas, i, sentence)
        if opens and sentence.span.start == course.first:
            course.leading.add(iri)
        if opens:
            course.opened[called] = course.opened["Place"] = (*course.here, iri)
        if RANKS[type_] <= RANKS["County"] and opens:
            if sentence.role is Role.HEADING:
                course.section = iri
            else:
                course.paragraph = iri


def _opens(atlas: Atlas, i: int, sentence: Sentence) -> bool:
    """Whether the mention, or the chain that it ends, opens its sentence."""
    first = i
    while (k := atlas.above[first]) is not None:
        first = k
    return atlas.mentions[first].span.start == sentence.span.start


def _meant(atlas: Atlas, mention: Mention, sentence: Sentence, course: _Course) -> str:
    home = atlas.home[sentence.article]
    word = level_word(mention.name)
    if mention.type in BELOW:
        called = ESTATE if ESTATE in mention.name else mention.type
        last = course.last.get(called, (-1, -1, ""))
        # 北与蛮会镇相邻。全镇…: the whole of the town that the text speaks of.
        whole = mention.name.startswith(WHOLE) and course.opened.get(called, last)[:2] == last[:2]
        article, paragraph, iri = course.opened.get(called, last) if whole else last
        near = article == sentence.article and sentence.paragraph - paragraph <= NEAR
        # 社区能答的当场答: any community, where the one before stood in another paragraph and only as an example.
        example = iri not in course.leading and not _only(atlas, mention, sentence) and _told_once(atlas, iri, article)
        if near and is_bare(mention) and paragraph != sentence.paragraph and example:
            return ""
        if near:
            return iri if word in ("村", "社区") or _fits(atlas, iri, word) else ""
        return _only(atlas, mention, sentence)
    if mention.type == "Place":
        article, paragraph, iri = course.last.get("Place", (-1, -1, ""))
        # 石桥村位于青石镇北部。当地…: the village, and not the town in which it lies.
        opened = course.opened.get("Place", (-1, -1, ""))
        if opened[:2] == course.here and iri in atlas.over(opened[2]):
            iri = opened[2]
        # 云岭市形成青山县、白河县两大集群。当地…: the city of all those that a sentence named together.
        elif iri in course.together:
            alike = [other for other in course.together if other != iri and atlas.made[other][0] == atlas.made[iri][0]]
            all_of_them = (o for o in atlas.over(iri) if o in course.named and any(o in atlas.over(a) for a in alike))
            iri = next(all_of_them, iri) if alike else iri
        return iri if (article, paragraph) == course.here else home
    own = [iri for iri in (course.paragraph, course.section, home) if iri]
    # 全省 is the province of the county, where the text names it.
    higher = (over for iri in own for over in atlas.over(iri))
    return next((iri for iri in chain(own, higher) if _fits(atlas, iri, word)), "") or _last(mention, sentence, course)


def _last(mention: Mention, sentence: Sentence, course: _Course) -> str:
    """该县 in a report on a province: the county that it named last."""
    article, _, iri = course.last.get(mention.type, (-1, -1, ""))
    return iri if article == sentence.article and mention.name.startswith("该") else ""


def _only(atlas: Atlas, mention: Mention, sentence: Sentence) -> str:
    """社区, far from where it was named: the one community of which the article speaks at all."""
    named = {
        iri
        for i, iri in atlas.of.items()
        if iri
        and atlas.made[iri][0] == mention.type
        and (ESTATE in mention.name) == atlas.made[iri][1].endswith(ESTATE)
        and _article(atlas, i) == sentence.article
    }
    return min(named) if len(named) == 1 else ""


def is_bare(mention: Mention) -> bool:
    """Whether a word that stands for a place is but the noun for its level: 社区, and not 该社区."""
    return mention.form is Form.ANAPHOR and mention.name == level_word(mention.name)


def _told_once(atlas: Atlas, iri: str, article: int) -> bool:
    """Whether an article names a place a single time, and is about another."""
    times = [i for i, other in atlas.of.items() if other == iri and _article(atlas, i) == article]
    return len(times) == 1 and atlas.home[article] != iri


def _article(atlas: Atlas, i: int) -> int:
    sentence = atlas.where[i]
    return -1 if sentence is None else sentence.article


def _fits(atlas: Atlas, iri: str, word: str) -> bool:
    type_, name = atlas.made[iri]
    return type_ == "Province" if word == "省" else name.endswith(word)
