"""Mentions in, claims out: the wordings of the relation files over folded sentences."""

from __future__ import annotations

import bisect
import re
from collections.abc import Container, Iterable, Mapping, Sequence

from kg.match.relations.compiled_relations import Relations
from kg.match.relations.in_its_name import claims_in_names
from kg.match.relations.joint import joint_claims
from kg.match.relations.on_behalf import claims_on_behalf
from kg.match.relations.on_list import claims_on_list
from kg.match.relations.stances import onward
from kg.match.relations.standing import standing_claims
from kg.match.relations.wordings import Reading
from kg.match.rulebook.kinds import LARGE, PLACES
from kg.match.subjects.clause import Clause
from kg.model import Claim, Document, Mention, Rejection, Sentence, Stance

OF_ALL = ("全国", "中国", "世界", "国际")
HOLDS, LIES = "implements", "locatedIn"
# 全省第五届农民运动会 is the province's.
OF_MORE, OF_MORE_REACH = re.compile("全[国省市州](?:第[一二三四五六七八九十0-9]+[届次])?\\Z"), 8
NEAR = 16  # so many mentions before a sentence may be the title of which it speaks


def find_claims(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    rows: Sequence[tuple[Clause, ...]],
    relations: Relations,
    speakers: Mapping[int, Mention],
    sectioned: Mapping[tuple[int, int], Stance],
) -> tuple[list[Claim], list[Rejection]]:
    """What the sentences say of their mentions: one claim for each subject and object that a pattern binds."""
    starts = [m.span.start for m in mentions]
    turns = onward(document, relations.stances)
    claims: list[Claim] = []
    rejected: list[Rejection] = []
    paragraph, carried, turn = (-1, -1), None, 0
    for sentence, row in zip(sentences, rows, strict=True):
        if (sentence.article, sentence.paragraph) != paragraph:
            paragraph, carried = (sentence.article, sentence.paragraph), None
        said = carried
        while turn < len(turns) and turns[turn][0] < sentence.span.end:
            carried = turns[turn][1] if turns[turn][0] >= sentence.span.start else carried
            turn += 1
        low = bisect.bisect_left(starts, sentence.span.start)
        inside = mentions[low : bisect.bisect_left(starts, sentence.span.end)]
        kinds = {m.type for m in inside}
        if kinds.isdisjoint(relations.types):
            continue
        reading = Reading(document, sentence, inside, row, relations, speakers, sectioned.get(paragraph), said)
        reading.read(kinds)
        claims += reading.claims
        together = list(joint_claims(document.text, sentence.clauses, reading.claims))
        claims += _new(together, reading.claims) if together else ()
        led = list(claims_on_behalf(reading.claims, relations.committees))
        claims += _new(led, reading.claims) if led else ()
        claims += standing_claims(document.text, inside, reading.claims)
        claims += claims_in_names(document.text, inside, reading.claims)
        article = document.articles[sentence.article].span
        before = mentions[max(0, low - NEAR) : low]
        claims += claims_on_list(document.text, reading.folded, sentence.span, before, article)
        rejected += reading.rejected
    lying = {(c.subject, c.object) for c in claims if c.predicate == LIES}
    return [c for c in claims if not _only_hosts(document, c, lying)], rejected


def _only_hosts(document: Document, claim: Claim, lying: Container[tuple[Mention | None, Mention]]) -> bool:
    """全省林长制推进会在石桥村召开: whether a place is said to hold what is a larger one's, which only lies there."""
    where, event = claim.subject, claim.object
    if claim.predicate != HOLDS or event.type != "Event" or where is None or where.type not in PLACES:
        return False
    if (event, where) not in lying:
        return False
    larger = OF_MORE.search(document.text, max(0, event.span.start - OF_MORE_REACH), event.span.start)
    whole = event.name.startswith(OF_ALL) or larger is not None
    return whole or any(m.type in LARGE and m.name != where.name for m in event.inside)


def _new(more: Iterable[Claim], claims: Sequence[Claim]) -> list[Claim]:
    """The claims that the wordings have not made already, each once."""
    said = {(c.subject, c.predicate, c.object) for c in claims}
    return list({(c.subject, c.object): c for c in more if (c.subject, c.predicate, c.object) not in said}.values())
