"""A verb inside what may be a name in, whether a name by itself stands behind it out."""

from __future__ import annotations

from collections.abc import Sequence

from kg.match.names.grammar import CLOSING_NOUNS, LEVEL_WORDS, Page
from kg.match.names.phrases import Atom
from kg.match.rulebook.kinds import BODIES, PLACES
from kg.match.rulebook.rule_types import EntityRule
from kg.model import Form

# Who is sent to a place is called after it: 对口帮扶大埔县工作组.
POSTED = frozenset(
    ("驻", "赴", "援疆", "援藏", "援青", "对口", "对口帮扶", "对口支援", "对口协作", "援建", "帮扶", "支援")
)
# The dictionary's tags of what is called so.
NAME_TAGS = frozenset(("nr", "ns", "nt", "nz"))
HARDLY_KNOWN, UNHEARD = 100, 5


def stands_named_behind(page: Page, atoms: Sequence[Atom], i: int, first: int, rule: EntityRule) -> bool:
    """Whether behind the verb `i` a name begins that is one by itself: 村民参观|向阳茶业合作社.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.names.phrases import cut_phrase
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> page = open_page("村民参观向阳茶业合作社", compile_grammar(load_rules()), Words())
    >>> atoms = cut_phrase(page, 0, 11, [11], [])
    >>> stands_named_behind(page, atoms, 1, len(atoms) - 1, page.grammar.heads["合作社"])
    True
    """
    grammar, verb, after = page.grammar, atoms[i], atoms[i + 1]
    if not (rule.type in BODIES or rule.type == "Facility") or len(verb.text) != 2 or i + 1 >= first:
        return False
    governs = verb.text in grammar.boundaries or verb.tag == "v"
    if not governs or verb.text in grammar.callings or verb.text in grammar.goods.growing:
        return False
    # 苹果脱毒苗木中心: a verb of no list says what is done to the noun before it.
    said = verb.text in grammar.boundaries or verb.text in grammar.ambivalent
    if not said and i > 0 and atoms[i - 1].tag.startswith(CLOSING_NOUNS):
        return False
    if atoms[first].text.endswith(grammar.registered) and _is_rare(page, verb.text):
        return False  # 远航北方科技有限公司: a firm's own name may be any word.
    if after.known is not None:
        placed = after.known.type in PLACES and after.known.form is not Form.ANAPHOR
        return placed and verb.text not in POSTED
    if after.text in LEVEL_WORDS:
        return True
    plain = grammar.generic | grammar.praise | grammar.boundaries | grammar.ambivalent
    # 云岭 and 报恩寺 are hardly in the dictionary.
    rare = after.tag not in "“（" and len(after.text) > 2 and page.words.frequency(after.text) <= UNHEARD
    return (rare or (after.tag in NAME_TAGS and len(after.text) > 1)) and after.text not in plain


def _is_rare(page: Page, verb: str) -> bool:
    return page.words.frequency(verb) < HARDLY_KNOWN and verb not in page.grammar.boundaries
