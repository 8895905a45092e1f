"""What a rule of stances makes of an example, held against its marks."""

from __future__ import annotations

from dataclasses import replace

from kg.match.relations.stances import sections, stance_of
from kg.match.rulebook.rule_types import Example, StanceRule
from kg.model import Article, Document, Paragraph, Role, Span
from kg.pipeline import Tools
from kg.proof.demands import Judge
from kg.proof.pages import plain_document

STANDING = {"heading": Role.HEADING, "until": Role.HEADING, "opening": Role.BODY, "onward": Role.BODY}
"""The marks of an example that is a page: its headings, the first words of a part without one, what opens a list."""


def stance_judge(tools: Tools) -> Judge[StanceRule]:
    """Asks of what an example marks whether it is so, and holds that against the rule."""

    def judge(rule: StanceRule, example: Example) -> str:
        roles = [role.removeprefix("-") for role, *_ in example.marks]
        if not STANDING.keys().isdisjoint(roles):
            speaks = bool(sections(_page(example), (rule,)).get((0, len(roles))))
        else:
            # The mark ends where the verb ends of which the sentence is asked.
            verb = next((end for role, _, _, end in example.marks if "stance" in role), len(example.text))
            speaks = stance_of(example.text, verb, len(example.text), "", [(rule, rule.patterns)]) is not None
        wanted = not any(role.startswith("-") for role, *_ in example.marks) and roles[-1:] not in ([], ["until"])
        if speaks != wanted:
            return "speaks" if speaks else "is silent"
        return ""

    return judge


def _page(example: Example) -> Document:
    """The marked stretches as headings or paragraphs, and a paragraph below them that is asked for its stance."""
    marks = [(role.removeprefix("-"), Span(start, end)) for role, _, start, end in example.marks]
    document = plain_document(example.text + ("一是" if marks[-1][0] == "onward" else "") + BELOW)
    paragraphs = [Paragraph(span, STANDING[role]) for role, span in marks]
    last = Paragraph(Span(len(example.text), len(document.text)))
    return replace(document, articles=(Article(Span(0, last.span.end), (*paragraphs, last)),))


BELOW = "云岭县推行河长制。"
