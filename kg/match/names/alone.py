"""A mention in, whether it is a thing by itself, and whether the whole country's, out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kg.match.names.grammar import Grammar
from kg.match.rulebook.rule_types import EntityRule
from kg.model import Form, Mention

# A report may speak of 粤港澳大湾区建设 or 西气东输, and no county carries them out.
OF_THE_COUNTRY = re.compile("战略|大湾区|经济[圈带]|自由贸易港|通道建设|一体化发展|[东西南北][一-龥][东西南北][一-龥]")


def stands_alone(rules: Sequence[EntityRule]) -> Callable[[Mention], bool]:
    """Whether a mention is a thing of the text also where no claim speaks of it."""
    forms = {rule.type: rule.alone for rule in rules}

    def alone(mention: Mention) -> bool:
        return (
            mention.type not in forms
            or mention.form in forms[mention.type]
            or mention.rule == "lexicon/bodies"
            or (mention.rule == "lexicon/programmes" and not OF_THE_COUNTRY.search(mention.name))
        )

    return alone


def national(grammar: Grammar) -> Callable[[Mention], bool]:
    """Whether a mention names a body of the whole country, which belongs to no place of the text."""
    bodies = grammar.bodies

    def is_national(mention: Mention) -> bool:
        return mention.form is not Form.QUOTED and mention.name in bodies

    return is_national
